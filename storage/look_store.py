"""The part of the store that every look needs. On a file it needs no SQLAlchemy: see storage.plain."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Self

from records.errors import Overtaken, UnknownName
from storage import standing
from storage.engine import DEFAULT_WAIT, Database
from storage.plain import among
from storage.values import Backlog, Learned, PageState, Standing
from storage.writes import agenda, batching
from storage.writes.claims import Claims

if TYPE_CHECKING:
    from storage.store import Store

FEW = 100


class LookStore:
    """One database, opened. Safe to share between threads; every method is a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._page_ids: dict[str, int] = {}  # they never change

    @classmethod
    def open(cls, url: str, *, wait: float = DEFAULT_WAIT) -> Self:
        """Open, make or upgrade the database at url (sqlite:///FILE, postgresql+psycopg://…).

        wait: seconds that a write waits for another process. StorageError, DatabaseTooNew and DatabaseBusy say in one
        line why it cannot be used.
        """
        database = Database(url, wait=wait)
        try:
            database.migrate()
        except BaseException:
            database.close()
            raise
        return cls(database)

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def whole(self) -> Store:
        """All of the store, over the same database: for looks with news."""
        from storage.store import Store

        return Store(self.database)

    # --- pages

    def watch(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Make pages known by (name, url), or change their addresses; others keep their history.

        A page with a new address is asked for in full next: what the old address answered is no evidence there.
        """
        wanted = list(wanted)
        listed, values = among([name for name, _ in wanted] if len(wanted) <= FEW else ())  # few of perhaps very many
        with self.database.plain() as plain:
            rows = plain.rows(f"SELECT id, name, url FROM pages{f' WHERE name IN {listed}' if values else ''}", values)
        known = {name: url for _, name, url in rows}
        if all(known.get(name) == url for name, url in wanted):
            self._page_ids |= {name: id_ for id_, name, _ in rows}
        else:
            self.whole.watch_others(wanted)

    def states(self, names: Collection[str] | None = None) -> dict[str, PageState]:
        """What the next look needs to know, by page name: of all pages, or of those named that are known."""
        with self.database.plain() as plain:
            return standing.states(plain, names)

    def record_unchanged(self, batch: Sequence[Learned]) -> list[Learned]:
        """Keep many unchanged looks of one run, those that only extend a run in one transaction. Returns those that
        were overtaken, which are not kept."""
        if not batch:
            return []
        with self.database.plain(writing=True) as plain:
            kept = batching.extend_runs(plain, batch)
        return [*kept.overtaken, *(each for each in kept.others if not self._recorded(each))]

    def _recorded(self, learned: Learned) -> bool:
        try:
            self.whole.record(learned)
        except Overtaken:
            return False
        return True

    @contextlib.contextmanager
    def claim(self, page: str) -> Iterator[bool]:
        """True while this page is ours to look at; False when another process or thread has it. Ends with ours."""
        with self.claims() as claims:
            yield bool(self.take(claims, [page]))

    def claims(self) -> Claims:
        """Claims on many pages, over one connection or open file; they end with it."""
        return Claims(self.database)

    def take(self, claims: Claims, names: Collection[str]) -> set[str]:
        """Those of the pages that are now ours to look at."""
        numbers = {self._page_id(name): name for name in names}
        return {numbers[number] for number in claims.take(numbers)}

    def give_back(self, claims: Claims, names: Collection[str]) -> None:
        claims.give_back([self._page_id(name) for name in names])

    def _page_id(self, page: str) -> int:
        if page not in self._page_ids:
            with self.database.plain() as plain:
                self._page_ids = dict(map(tuple, plain.rows("SELECT name, id FROM pages")))
        if page not in self._page_ids:
            raise UnknownName(f"there is no page {page!r} in the database; bevaka status lists them")
        return self._page_ids[page]

    # --- when

    def due_pages(self, now: datetime) -> dict[str, Standing]:
        """The pages whose next look has come or is not known; by name."""
        with self.database.plain() as plain:
            return agenda.due(plain, now)

    def plan(self, looks: Mapping[str, tuple[datetime, datetime]]) -> None:
        """Keep when pages are next due: (their last look, their next) by name."""
        if looks:
            with self.database.plain(writing=True) as plain:
                agenda.plan(plain, looks)

    def follow_schedules(self, schedules: str) -> None:
        """Forget the plans that were made by other schedules than these (a digest of all of them)."""
        if self.note("schedules") != schedules:
            with self.database.plain(writing=True) as plain:
                agenda.follow_schedules(plain, schedules)

    def reserve(
        self, host: str, delay: timedelta, earliest: datetime, latest: datetime | None = None
    ) -> datetime | None:
        """The moment, at or after earliest, when we may look at a host; nobody else gets one within delay of it.

        None, and nothing is reserved, where that would be after latest.
        """
        with self.database.plain(writing=True) as plain:
            return agenda.reserve(plain, host, delay, earliest, latest)

    def stay_away(self, host: str, until: datetime) -> None:
        """The host asked us not to come before then."""
        self.set_note(f"wait:{host}", until.isoformat())

    def waits(self, now: datetime) -> dict[str, datetime]:
        """The hosts that asked us to stay away, and until when."""
        with self.database.plain() as plain:
            return agenda.waits(plain, now)

    # --- the outbox

    def anything_to_send(self, now: datetime) -> bool:
        """Whether the time of a queued message has come."""
        with self.database.plain() as plain:
            return agenda.anything_to_send(plain, now)

    def backlog(self) -> Backlog:
        """What is waiting, since when, and what has been given up."""
        with self.database.plain() as plain:
            return agenda.backlog(plain)

    # --- notes

    def note(self, key: str) -> str | None:
        """What Bevaka remembers about itself under this key ("digest:…", "sign-of-life"); None for nothing."""
        with self.database.plain() as plain:
            return agenda.get_note(plain, key)

    def set_note(self, key: str, value: str) -> None:
        with self.database.plain(writing=True) as plain:
            agenda.set_note(plain, key, value)
