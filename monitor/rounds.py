"""What is told at set times: daily and weekly mails, the mail that nothing has changed, the operator's sign of life.

due | claim | what waits, by reader | write each mail and delete what it told, in one transaction

The times are Stockholm's, whatever a page's own zone: daily at 07:00, weekly on Mondays at 07:00. When the last ones
were is a note in the database, so that a check from cron, the daemon and a check by hand all do the same; a round that
was missed is made up for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Literal

from monitor.clock import Clock
from monitor.moments import STOCKHOLM
from notifier.subscription import reader_key
from storage.values import Standing

if TYPE_CHECKING:
    from monitor.compose import Composer
    from notifier.digest import Watched
    from notifier.operator import Life
    from notifier.subscription import Subscriber
    from storage.answers import Tally
    from storage.history import History
    from storage.look_store import LookStore
    from storage.messages import Outgoing, Waiting
    from storage.store import Store
    from storage.values import Backlog, PageState

Slot = Literal["daily", "weekly"]
SLOTS: tuple[Slot, ...] = ("daily", "weekly")
_AT = time(7)
_SET_RIGHT = timedelta(hours=1)  # by less than this a clock may be put back without having been wrong for a while
_SIGN_OF_LIFE = "sign-of-life"
_COUNTED = ("unchanged", "changed", "cannot_tell", "delivered")


def latest_round(slot: Slot, now: datetime) -> datetime:
    """The latest time of the slot that is not after now; aware, in Stockholm."""
    local = now.astimezone(STOCKHOLM)
    day = local.date() - (timedelta(days=local.weekday()) if slot == "weekly" else timedelta())
    at = datetime.combine(day, _AT, STOCKHOLM)
    if at <= local:
        return at
    return datetime.combine(day - timedelta(days=7 if slot == "weekly" else 1), _AT, STOCKHOLM)


def is_due(slot: Slot, last: datetime, now: datetime) -> bool:
    """Whether a time of the slot has come since the last round."""
    return last < latest_round(slot, now)


def is_ahead(last: datetime, now: datetime) -> bool:
    """Whether the last round was written by a clock that was ahead: counting begins anew, as at a first round."""
    return last > now + _SET_RIGHT


def by_reader(
    waiting: Iterable[Waiting], readers: Sequence[Subscriber]
) -> tuple[dict[Subscriber, list[Waiting]], list[Waiting]]:
    """What waits for each reader, and what nobody waits for any more.

    A reader who changed the time of delivery gets what waited at the new time; for "at once" that is the next round.
    """
    exact: dict[tuple[str, str], Subscriber] = {(each.key, each.when): each for each in readers}
    anyhow = {each.key: each for each in readers}
    found: dict[Subscriber, list[Waiting]] = {}
    stray = []
    for each in waiting:
        key = reader_key(each.recipient)
        reader = exact.get((key, each.slot)) or anyhow.get(key)
        if reader is None:
            stray.append(each)
        else:
            found.setdefault(reader, []).append(each)
    return found, stray


class Rounds:
    """Writes what is due into the outbox. pages: the configured ones, address by name."""

    def __init__(
        self, store: Store, history: Callable[[], History], clock: Clock, composer: Composer, pages: Mapping[str, str]
    ) -> None:
        self._store = store
        self._history = history
        self._clock = clock
        self._composer = composer
        self._pages = pages

    def write(self) -> None:
        """Write everything whose time has come. At a database's first round nothing is told: counting begins there.

        After a crash the next round writes what is missing. Does nothing while another process writes.
        """
        with self._store.claim_rounds() as mine:
            now = self._clock.now()
            due, first = due_slots(self._store, now)
            if not mine or not (due or first):
                return
            states, backlog = self._store.states(list(self._pages)), self._store.backlog()
            self._write_digests(due, states, now)
            if "weekly" in (*due, *first):
                self._sign_of_life(states, backlog, now)
            self._store.enqueue((), now, notes={_note(slot): now.isoformat() for slot in (*due, *first)})

    def _write_digests(self, due: Sequence[Slot], states: Mapping[str, PageState], now: datetime) -> None:
        from monitor.postponed import alert_from_text

        watched = self._watched(states)
        waiting, stray = by_reader(self._store.waiting(), self._composer.readers)
        if stray:
            self._store.enqueue((), now, told=[each.id for each in stray])
        alerts = {number: alert_from_text(text) for number, text in self._store.postponed().items()}
        for reader in self._composer.readers:
            items = waiting.get(reader, []) if reader.when == "at once" or reader.when in due else []
            mails = self._composer.digest([alerts[each.change] for each in items], watched, reader, now)
            notes: dict[str, str] = {}
            if reader.even_if_quiet:
                quiet, notes = self._quiet(reader, watched, now, said=bool(mails))
                mails += quiet
            if items or notes:
                self._store.enqueue(mails, now, notes=notes, told=[each.id for each in items])

    def _quiet(
        self, reader: Subscriber, watched: Sequence[Watched], now: datetime, *, said: bool
    ) -> tuple[list[Outgoing], dict[str, str]]:
        """The weekly mail to a reader who wants one even if nothing changed, and the note of when the week ended.

        It covers the time since the last week's end, or since the reader was first seen in the settings. A week in
        which they were told something has none. said: something is told in this round.
        """
        key = f"quiet:{reader.key}"
        known = self._store.note(key)
        since = datetime.fromisoformat(known) if known else None
        if since is None or is_ahead(since, now):
            return [], {key: now.isoformat()}
        if not is_due("weekly", since, now):
            return [], {}
        if said or self._store.was_told(reader.recipient, since):
            return [], {key: now.isoformat()}
        return self._composer.quiet(watched, reader, since, now), {key: now.isoformat()}

    def _watched(self, states: Mapping[str, PageState]) -> list[Watched]:
        from notifier.digest import Watched

        return [
            Watched(page, url, states[page].standing.last_good_at if page in states else None)
            for page, url in self._pages.items()
        ]

    def _sign_of_life(self, states: Mapping[str, PageState], backlog: Backlog, now: datetime) -> None:
        """What happened since the last sign of life; the first time the counts are only remembered.

        backlog: what waited before this round wrote anything.
        """
        tally = self._history().tally()
        known = self._store.note(_SIGN_OF_LIFE)
        before = json.loads(known) if known else None
        mails: Sequence[Outgoing] = ()
        if before is not None and not is_ahead(datetime.fromisoformat(before["at"]), now):
            mails = self._composer.sign_of_life(self._life(before, tally, states, backlog, now))
        counts = {each: getattr(tally, each) for each in _COUNTED}
        self._store.enqueue(mails, now, notes={_SIGN_OF_LIFE: json.dumps({"at": now.isoformat(), **counts})})

    def _life(
        self,
        before: Mapping[str, Any],
        tally: Tally,
        states: Mapping[str, PageState],
        backlog: Backlog,
        now: datetime,
    ) -> Life:
        from notifier.operator import Life, Sight

        grown = {each: max(0, getattr(tally, each) - int(before[each])) for each in _COUNTED}
        stands = {page: states[page].standing if page in states else Standing() for page in self._pages}
        return Life(
            since=datetime.fromisoformat(before["at"]),
            at=now,
            last_change_at=tally.last_change,
            queued=backlog.queued,
            undeliverable=backlog.undeliverable,
            oldest_unsent_at=backlog.oldest,
            pages=tuple(
                Sight(page, self._pages[page], each.last_good_at, each.reason) for page, each in stands.items()
            ),
            **grown,
        )


def due_slots(store: LookStore, now: datetime) -> tuple[list[Slot], list[Slot]]:
    """The slots whose time has come since their last round, and those that never had one."""
    due: list[Slot] = []
    first: list[Slot] = []
    for slot in SLOTS:
        last = store.note(_note(slot))
        if last is None or is_ahead(datetime.fromisoformat(last), now):
            first.append(slot)
        elif is_due(slot, datetime.fromisoformat(last), now):
            due.append(slot)
    return due, first


def _note(slot: Slot) -> str:
    return f"round:{slot}"
