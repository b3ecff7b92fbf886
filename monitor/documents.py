"""Linked documents: once a day we ask whether the content of each has changed at the same address (DESIGN §7).

    is it time? | ask each conditionally | compare hashes | ask again where they differ | keep, and tell

A document that the server makes anew at every request has other bytes each time, so that no second request confirms a
change: nothing is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from monitor.check import Checked, Compose, News
from monitor.clock import Clock
from monitor.config import PageConfig
from monitor.visit import Visitor
from records.changes import Change, ChangeKind, ChangeSet
from records.codec import to_json
from records.outcome import CannotTell, Changed
from records.page import Document, PageRecord
from scraper.fetch import Download, NotModified, Validators
from storage.store import Store
from storage.values import DocumentSeen, PageState

EVERY = timedelta(hours=23)
"""The least time between two rounds. Under a day, so that a daily look that comes a little early still asks."""


@dataclass(frozen=True, slots=True)
class _Round:
    """When a page's documents were last asked for, and the date that the page then claimed."""

    at: datetime
    date: str | None

    def to_text(self) -> str:
        return json.dumps([self.at.isoformat(), self.date])

    @classmethod
    def from_text(cls, text: str) -> Self:
        at, date = json.loads(text)
        return cls(datetime.fromisoformat(at), date)


class DocumentWatch:
    """Asks for the documents of one page at a time. confirm_after: seconds between two looks at a change."""

    def __init__(self, store: Store, visitor: Visitor, clock: Clock, compose: Compose, *, confirm_after: float) -> None:
        self._store = store
        self._visitor = visitor
        self._clock = clock
        self._compose = compose
        self._confirm_after = confirm_after

    def look(self, page: PageConfig, checked: Checked) -> Checked:
        """The page's answer together with what changed in its documents; unchanged when it is not time, or none did."""
        last = self._last_round(page)
        if last and timedelta(0) <= self._clock.now() - last.at < EVERY:
            return checked
        with self._store.claim(page.name) as mine:
            if not mine:
                return checked
            state = self._store.states([page.name])[page.name]
            if state.accepted is None:
                return checked
            changes = self._ask_all(page, state, state.accepted.record, last)
            self._store.set_note(_note(page), _Round(self._clock.now(), _date(state.accepted.record)).to_text())
        return _joined(checked, changes, state.accepted.record) if changes else checked

    def _last_round(self, page: PageConfig) -> _Round | None:
        note = self._store.note(_note(page))
        return _Round.from_text(note) if note else None

    def _ask_all(self, page: PageConfig, state: PageState, record: PageRecord, last: _Round | None) -> ChangeSet:
        known = self._store.documents(page.name)
        seen: list[DocumentSeen] = []
        changed: list[Document] = []
        for document in _addressed(record.documents):
            before = known.get(document.url)
            now = self._ask(document.url, before)
            if now is not None:
                seen.append(now)
                if before is not None and before.sha256 != now.sha256:
                    changed.append(document)
        in_silence = bool(changed) and last is not None and last.date is not None and last.date == _date(record)
        changes = ChangeSet(tuple(_change(document) for document in changed), silent_edit=in_silence)
        at = self._clock.now()
        news = News(page, state, Changed(record, changes), state.standing, None, None, at, at, before=record)
        self._store.record_documents(
            page.name,
            seen,
            at,
            changes=changes,
            messages=lambda change_set_id: self._compose(replace(news, change_set_id=change_set_id)),
        )
        return changes

    def _ask(self, url: str, before: DocumentSeen | None) -> DocumentSeen | None:
        """What a document holds; None where it could not be fetched, or two requests gave different content."""
        asked = Validators(before.etag, before.last_modified) if before else None
        answer = self._visitor.file(url, asked if asked != Validators() else None)
        if isinstance(answer, CannotTell):
            return None
        if isinstance(answer, NotModified):
            return replace(before, body=None) if before else None
        now = _seen(url, answer)
        if before is not None and now.sha256 != before.sha256:
            self._clock.sleep(self._confirm_after)
            again = self._visitor.file(url)
            if not isinstance(again, Download) or again.sha256 != now.sha256:
                return None
        return now


def _date(record: PageRecord) -> str | None:
    return record.last_updated.isoformat() if record.last_updated else None


def _note(page: PageConfig) -> str:
    return f"documents:{page.name}"


def _addressed(documents: Sequence[Document]) -> Iterator[Document]:
    """The documents that have a web address, each address once."""
    once: Mapping[str, Document] = {each.url: each for each in reversed(documents)}
    for each in documents:
        if each.url.startswith(("http://", "https://")) and once[each.url] is each:
            yield each


def _seen(url: str, answer: Download) -> DocumentSeen:
    validators = answer.validators
    return DocumentSeen(url, answer.sha256, answer.size, validators.etag, validators.last_modified, answer.body)


def _change(document: Document) -> Change:
    value = to_json(document)
    return Change(ChangeKind.DOCUMENT_CHANGED, None, document.label, value, value)


def _joined(checked: Checked, changes: ChangeSet, record: PageRecord) -> Checked:
    before = checked.outcome.changes if isinstance(checked.outcome, Changed) else ChangeSet()
    silent = before.silent_edit or (changes.silent_edit and not before)
    both = replace(before, changes=(*before.changes, *changes.changes), silent_edit=silent)
    return replace(checked, outcome=Changed(record, both))
