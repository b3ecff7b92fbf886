"""The words of what is true now, folded, for searching. In memory: a page is folded again only when it has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from monitor.app import App
from records.forms import search_key
from records.page import Contact, PageRecord

_LONGEST = 5000  # letters of one passage
_PASSAGES = 2000  # of one page


@dataclass(frozen=True, slots=True)
class Passage:
    """Something that a page says now."""

    page: str
    collaboration: str | None
    text: str
    key: str


class Texts:
    """Every passage of every page's latest accepted record. mark: another text when anything was committed."""

    def __init__(self, app: App, mark: Callable[[], str]) -> None:
        self._app, self._mark = app, mark
        self._known: str | None = None
        self._pages: dict[str, tuple[int, tuple[Passage, ...]]] = {}
        self._lock = threading.Lock()

    def find(self, words: str, limit: int) -> list[Passage]:
        """Those in which every word of words begins a word."""
        wanted = [f" {each}" for each in search_key(words).split()]
        if not wanted:
            return []
        with self._lock:
            self._refresh()
            passages = (each for _, some in self._pages.values() for each in some)
            met = (each for each in passages if all(word in each.key for word in wanted))
            return [each for each, _ in zip(met, range(limit), strict=False)]

    def _refresh(self) -> None:
        mark = self._mark()
        if mark == self._known:
            return
        self._known = mark
        states = self._app.store.states()
        for name in self._pages.keys() - states.keys():
            del self._pages[name]
        for name, state in states.items():
            accepted = state.accepted
            if accepted and self._pages.get(name, (0, ()))[0] != accepted.snapshot_id:
                said = (
                    Passage(name, organ, text[:_LONGEST], f" {search_key(text[:_LONGEST])}")
                    for (organ, text), _ in zip(_passages(accepted.record), range(_PASSAGES), strict=False)
                )
                self._pages[name] = (accepted.snapshot_id, tuple(said))


def _passages(record: PageRecord) -> Iterator[tuple[str | None, str]]:
    if record.title:
        yield None, record.title
    yield from ((None, text) for text in record.intro)
    yield from ((None, each.label) for each in record.documents)
    yield from ((None, _contact(each)) for each in record.contacts)
    for organ in record.collaborations:
        yield from ((organ.name, text) for text in organ.description)
        yield from ((organ.name, each.name) for each in organ.members)
        for official in organ.officials:
            yield organ.name, ", ".join(part for part in (official.name, official.title, official.body) if part)
        yield from ((organ.name, _contact(each)) for each in organ.contacts)


def _contact(contact: Contact) -> str:
    return ", ".join(part for part in (contact.name, contact.title, contact.email) if part)
