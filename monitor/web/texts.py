"""The words of what the pages say now, folded, for searching. In memory: a page is folded again when it has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from monitor.app import App
from records.forms import search_key
from records.page import Contact, PageRecord

_LONGEST = 5000  # letters of one passage
_PASSAGES = 2000  # of one page
_AT_ONCE = 200  # pages


@dataclass(frozen=True, slots=True)
class Passage:
    """Something that a page says now."""

    page: str
    collaboration: str | None
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class _Said:
    """One page's passages. all: their keys in one text, which shows at once that most pages do not have a word."""

    digest: str
    passages: tuple[Passage, ...]
    all: str


class Texts:
    """Every passage of every page's latest record. stamp: another text when any page has said something else."""

    def __init__(self, app: App, stamp: Callable[[], str]) -> None:
        self._app, self._stamp = app, stamp
        self._known: str | None = None
        self._said: dict[str, _Said] = {}
        self._lock = threading.Lock()

    def find(self, words: str, limit: int) -> list[Passage]:
        """Those in which every word of words begins a word."""
        wanted = [f" {each}" for each in search_key(words).split()]
        if not wanted:
            return []
        with self._lock:
            self._refresh()
            some = (each.passages for each in self._said.values() if all(word in each.all for word in wanted))
            met = (each for each in chain.from_iterable(some) if all(word in each.key for word in wanted))
            return list(islice(met, limit))

    def _refresh(self) -> None:
        stamp = self._stamp()
        if stamp == self._known:
            return
        now = self._app.history.digests()
        said = {name: each for name, each in self._said.items() if now.get(name) == each.digest}
        missing = sorted(now.keys() - said.keys())
        for start in range(0, len(missing), _AT_ONCE):
            for name, seen in self._app.history.glances(missing[start : start + _AT_ONCE]).items():
                if (record := seen.record) is not None:
                    said[name] = _said_by(name, now[name], record)
        self._said = dict(sorted(said.items()))
        self._known = stamp


def _said_by(name: str, digest: str, record: PageRecord) -> _Said:
    passages = tuple(
        Passage(name, organ, text[:_LONGEST], f" {search_key(text[:_LONGEST])}")
        for organ, text in islice(_passages(record), _PASSAGES)
    )
    return _Said(digest, passages, "\n".join(each.key for each in passages))


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
