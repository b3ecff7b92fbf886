"""Questions to the history, asked as on the command line and answered as its JSON (DESIGN §6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from monitor.answers import asked_kind
from monitor.clock import Clock
from monitor.config import Config
from monitor.moments import read_moment
from records.codec import change_set_to_json
from records.errors import UsageError
from storage.answers import Who
from storage.history import History
from storage.store import Store

_LATEST = datetime(9999, 1, 1, tzinfo=UTC)
"""Now is what was seen last, also where the clock was ahead then."""


class Questions:
    """Times are given as on the command line; pages are those that are configured or that the database remembers."""

    def __init__(self, config: Config, store: Store, history: History, clock: Clock) -> None:
        self._config = config
        self._store = store
        self._history = history
        self._clock = clock

    def who(self, on: str | None, collaboration: str | None, page: str | None) -> Who:
        """Who represents; its to_json() is the who answer of DESIGN §6. on: as on the command line, None for now.

        Without on the pages that are watched now are asked, unless another one is named. A page that was never looked
        at is answered for as any other before its first look.
        """
        moment = read_moment(on) if on is not None else self._clock.now()
        if self._is_new(page):
            return Who(moment, (), ()).and_unseen([str(page)])
        seen_by = moment if on is not None else _LATEST
        answer = replace(self._history.who(seen_by, collaboration=collaboration, page=page), on=moment)
        watched = [each.name for each in self._config.pages]
        if page is None and collaboration is None:
            answer = answer.and_unseen(watched)
        return answer if on or page else answer.only(watched)

    def person(self, name: str, limit: int | None = None, offset: int = 0) -> list[dict[str, Any]]:
        """The person answer of DESIGN §6."""
        return [each.to_json() for each in self._history.person(name, limit=limit, offset=offset)]

    def changes(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        page: str | None = None,
        person: str | None = None,
        collaboration: str | None = None,
        kind: str | None = None,
        limit: int | None = None,
        offset: int = 0,
        told: bool = False,
    ) -> list[dict[str, Any]]:
        """The history answer of DESIGN §6.

        told: as people are told of it: a collaboration that came or went together with who sat in it (of one person,
        with them alone), unless one kind is asked for.
        """
        if limit is not None and limit < 1:
            raise UsageError(f"--limit {limit} asks for nothing; give 1 or more")
        first = read_moment(since, start=True) if since is not None else None
        last = read_moment(until) if until is not None else None
        if first and last and first > last:
            raise UsageError(f"{since} is after {until}, so nothing lies between them; give the earlier one first")
        if self._is_new(page):
            return []
        found = self._history.changes(
            since=first,
            until=last,
            page=page,
            person=person,
            collaboration=collaboration,
            kinds=[asked_kind(kind)] if kind is not None else (),
            limit=limit,
            offset=offset,
        )
        if told and not kind:
            found = [self._history.told(each, person) for each in found]
        return [each.to_json() for each in found]

    def names(self) -> dict[str, str]:
        """What sentences call each collaboration that there is or has been: its abbreviation, where it has had one."""
        return self._history.short_names()

    def snapshots(self, page: str | None, limit: int | None = None, offset: int = 0) -> list[dict[str, Any]]:
        """The snapshots answer of DESIGN §6."""
        if self._is_new(page):
            return []
        return [each.to_json() for each in self._history.snapshots(page=page, limit=limit, offset=offset)]

    def snapshot(self, number: int) -> dict[str, Any]:
        """The show answer of DESIGN §6."""
        return self._history.snapshot(number).to_json()

    def provenance(self, number: int) -> Any:
        """Which block gave which part of a snapshot's record."""
        return self._history.snapshot(number).provenance

    def raw(self, number: int) -> bytes:
        """The body that a snapshot was read from."""
        return self._history.raw(number).body

    def gaps(self, page: str | None) -> list[dict[str, Any]]:
        """Looks in a row that could not tell, newest first, each with what the first of them received."""
        return [] if self._is_new(page) else [each.to_json() for each in self._history.gaps(page=page)]

    def gap(self, number: int) -> dict[str, Any]:
        """One of them."""
        return self._history.gap(number).to_json()

    def raw_of_gap(self, number: int) -> bytes:
        """What was received in the page's place."""
        return self._history.raw_of_gap(number)

    def compare(self, before: int, after: int, *, told: bool = False) -> dict[str, Any]:
        """What differs between two snapshots, as a diff answer; told: as in changes."""
        from records.came_or_went import with_seats
        from records.diff import diff

        old, new = (self._history.snapshot(number).record for number in (before, after))
        changes = with_seats(diff(old, new), old, new) if told else diff(old, new)
        return {
            "verdict": "changed" if changes else "unchanged",
            "reason": None,
            **change_set_to_json(changes),
        }

    def _is_new(self, page: str | None) -> bool:
        """Whether a page is configured and was never looked at; UnknownName for one that nobody knows."""
        if page is None or self._store.standings([page]):
            return False
        self._config.known_page(page)
        return True
