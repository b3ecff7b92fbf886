"""The write side: everything that one check learned, in one transaction."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Self

import sqlalchemy as sa

from records.changes import ChangeSet
from records.errors import UnknownName
from storage import finding, standing
from storage.engine import DEFAULT_WAIT, Database
from storage.memory import (
    Backlog,
    Capture,
    DocumentSeen,
    Learned,
    MessageState,
    Outgoing,
    PageState,
    QueuedMessage,
    Recorded,
    Standing,
    Told,
    Waiting,
)
from storage.rows import insert_if_new
from storage.tables import pages
from storage.writes import agenda, batching, digests, documents, outbox, recording
from storage.writes.claims import HANDING_OUT, OUTBOX, ROUNDS, Claims, claim, number_of

NO_CHANGES = ChangeSet()
FEW = 100


class Store:
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

    # --- pages

    def watch(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Make pages known by (name, url), or change their addresses; others keep their history.

        Of a new address nothing has been received in full yet: what the old one's server said is no evidence there.
        """
        wanted = list(wanted)
        addresses = sa.select(pages.c.name, pages.c.url)
        if len(wanted) <= FEW:  # a worker looks at few of very many
            addresses = addresses.where(pages.c.name.in_([name for name, _ in wanted]))
        with self.database.read() as connection:
            known = {row.name: row.url for row in connection.execute(addresses)}
        if all(known.get(name) == url for name, url in wanted):
            return
        with self.database.write() as connection:
            known = {row.name: row.url for row in connection.execute(addresses)}
            for name, url in wanted:
                if name not in known:
                    insert_if_new(connection, pages, {"name": name, "url": url}, "name")
                elif known[name] != url:
                    moved = {"url": url, "last_full_at": None}
                    connection.execute(sa.update(pages).where(pages.c.name == name).values(moved))

    def states(self, names: Collection[str] | None = None) -> dict[str, PageState]:
        """What the next look needs to know, by page name: of all pages, or of those named that are known."""
        with self.database.read() as connection:
            return standing.states(connection, names)

    def record(self, learned: Learned) -> Recorded:
        """Keep one look: capture, run, snapshot, changes, standing, hold and messages commit together or not at all.

        Overtaken where the latest accepted state is no longer the one that the look was compared with.
        """
        with self.database.write() as connection:
            return recording.record(connection, learned)

    def record_unchanged(self, batch: Sequence[Learned]) -> list[Learned]:
        """Keep many unchanged looks of one run in one transaction; those overtaken, of which nothing is."""
        with self.database.write() as connection:
            return batching.record_unchanged(connection, batch)

    def accepted_capture(self, page: str) -> Capture:
        """The raw response that the latest accepted state of a page was read from."""
        with self.database.read() as connection:
            return standing.accepted_capture(connection, page)

    @contextlib.contextmanager
    def claim(self, page: str) -> Iterator[bool]:
        """True while this page is ours to look at; False when another process or thread has it. Dies with us."""
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
            with self.database.read() as connection:
                self._page_ids = {row.name: row.id for row in connection.execute(sa.select(pages.c.name, pages.c.id))}
        if page not in self._page_ids:
            raise UnknownName(f"there is no page {page!r} in the database; bevaka status lists them")
        return self._page_ids[page]

    # --- when

    def due_pages(self, now: datetime) -> dict[str, Standing]:
        """The pages whose next look has come or is not known; by name."""
        with self.database.read() as connection:
            return agenda.due(connection, now)

    def standings(self, names: Collection[str] | None = None) -> dict[str, Standing]:
        """How pages stand, without their records, by name: all, or those named that are known."""
        with self.database.read() as connection:
            return agenda.standings(connection, names)

    def well(self) -> set[str]:
        """The names of the pages whose last look could tell."""
        with self.database.read() as connection:
            return agenda.well(connection)

    def unseen(self) -> Generator[tuple[str, datetime], None, None]:
        """Each page's last good look, or the first failure of one that was never seen; the longest ago first."""
        with self.database.read() as connection:
            yield from agenda.unseen(connection)

    def plan(self, looks: Mapping[str, tuple[datetime, datetime]]) -> None:
        """Keep when pages are next due: (their last look, their next) by name."""
        if looks:
            with self.database.write() as connection:
                agenda.plan(connection, looks)

    def follow_schedules(self, schedules: str) -> None:
        """Plans made by other schedules than these (a digest of all) are forgotten."""
        if self.note("schedules") != schedules:
            with self.database.write() as connection:
                agenda.follow_schedules(connection, schedules)

    def reserve(
        self, host: str, delay: timedelta, earliest: datetime, latest: datetime | None = None
    ) -> datetime | None:
        """The moment, at or after earliest, when we may look at a host; nobody else gets one within delay of it.

        None, and nothing is reserved, where that would be after latest.
        """
        with self.database.write() as connection:
            return agenda.reserve(connection, host, delay, earliest, latest)

    @contextlib.contextmanager
    def claim_hosts(self, hosts: Collection[str]) -> Iterator[set[str]]:
        """Those of the hosts that nobody else of a fleet is at, ours for now; on a server only. Dies with us."""
        numbers = {number_of(host): host for host in hosts}
        with Claims(self.database) as claims:
            yield {numbers[number] for number in claims.take(numbers)}

    @contextlib.contextmanager
    def claim_handing_out(self) -> Iterator[bool]:
        """True while it is ours to hand out jobs to a fleet; False when somebody else does. Dies with us."""
        with claim(self.database, HANDING_OUT) as ours:
            yield ours

    def failing(self) -> set[str]:
        """The pages whose last look could not tell."""
        with self.database.read() as connection:
            return agenda.failing(connection)

    def stay_away(self, host: str, until: datetime) -> None:
        """The host asked us not to come before then."""
        self.set_note(f"wait:{host}", until.isoformat())

    def waits(self, now: datetime) -> dict[str, datetime]:
        """The hosts that asked us to stay away, and until when."""
        with self.database.read() as connection:
            return agenda.waits(connection, now)

    # --- linked documents

    def documents(self, page: str) -> dict[str, DocumentSeen]:
        """What each linked document of a page held last, by address."""
        with self.database.read() as connection:
            return documents.latest(connection, finding.page_id(connection, page))

    def record_documents(
        self,
        page: str,
        seen: Sequence[DocumentSeen],
        at: datetime,
        *,
        changes: ChangeSet = NO_CHANGES,
        messages: Callable[[int | None], Told] = lambda _: (),
    ) -> Recorded:
        """Keep what documents held; what changed in them, and the messages about it, in the same transaction."""
        with self.database.write() as connection:
            page_id = finding.page_id(connection, page)
            documents.keep(connection, page_id, seen, at)
            change_set_id = documents.tell(connection, page_id, changes, at) if changes else None
            return Recorded(None, change_set_id, outbox.queue(connection, messages(change_set_id), at))

    # --- the outbox

    @contextlib.contextmanager
    def claim_outbox(self) -> Iterator[bool]:
        """True while the outbox is ours to deliver; False when somebody else does. Dies with us."""
        with claim(self.database, OUTBOX) as ours:
            yield ours

    def enqueue(
        self,
        messages: Iterable[Outgoing],
        at: datetime,
        *,
        notes: Mapping[str, str] | None = None,
        told: Sequence[int] = (),
    ) -> int:
        """Queue messages that no look caused (digests, signs of life); in the same transaction set notes, and end
        the waiting of the items that they tell."""
        with self.database.write() as connection:
            for key, value in (notes or {}).items():
                agenda.set_note(connection, key, value)
            digests.told(connection, told)
            return outbox.queue(connection, messages, at)

    def due(self, now: datetime, limit: int = 100, *, only: Collection[int] | None = None) -> list[QueuedMessage]:
        """Messages to send now (of those named), the longest waiting first."""
        with self.database.read() as connection:
            return outbox.due(connection, now, limit, only)

    def sent(self, message: int, at: datetime) -> None:
        """A server took it."""
        with self.database.write() as connection:
            outbox.sent(connection, message, at)

    def failed(self, messages: Sequence[int], error: str, next_attempt: datetime) -> None:
        """A server did not take them now, or could not be reached for any of them."""
        with self.database.write() as connection:
            for each in messages:
                outbox.failed(connection, each, error, next_attempt)

    def undeliverable(self, message: int, error: str, notice: Sequence[Outgoing] = ()) -> None:
        """A server will never take it; notice: what somebody else hears of that, in the same transaction."""
        with self.database.write() as connection:
            written_at = outbox.undeliverable(connection, message, error)
            outbox.queue(connection, notice, written_at)

    def retry(self, ids: Sequence[int] | None, now: datetime) -> list[int]:
        """Make these messages due now, or (None) all that are queued or undeliverable; their ids."""
        with self.database.write() as connection:
            return outbox.retry(connection, ids, now)

    def messages(
        self, states: Sequence[MessageState] | None = None, *, limit: int | None = None, offset: int = 0
    ) -> list[QueuedMessage]:
        """Messages of some or all states, newest first."""
        with self.database.read() as connection:
            return outbox.messages(connection, states, limit, offset)

    def backlog(self) -> Backlog:
        """What is waiting, since when, and what has been given up."""
        with self.database.read() as connection:
            return outbox.backlog(connection)

    # --- what is told later

    @contextlib.contextmanager
    def claim_rounds(self) -> Iterator[bool]:
        """True while the daily and weekly mails are ours to write; False when somebody else does. Dies with us."""
        with claim(self.database, ROUNDS) as ours:
            yield ours

    def waiting(self) -> list[Waiting]:
        """What is postponed and not told yet, the oldest first."""
        with self.database.read() as connection:
            return digests.waiting(connection)

    def postponed(self) -> dict[int, str]:
        """The content of every change that somebody waits for."""
        with self.database.read() as connection:
            return digests.contents(connection)

    # --- the house itself

    def size(self) -> int:
        """Bytes that the database takes up."""
        return agenda.size(self.database)

    def note(self, key: str) -> str | None:
        """What Bevaka remembers about itself under this key ("digest:…", "sign-of-life"); None for nothing."""
        with self.database.read() as connection:
            return agenda.get_note(connection, key)

    def set_note(self, key: str, value: str) -> None:
        with self.database.write() as connection:
            agenda.set_note(connection, key, value)
