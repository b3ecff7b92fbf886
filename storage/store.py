"""The write side: everything that one check learned, in one transaction."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from records.changes import ChangeSet
from storage import finding, holding
from storage.look_store import FEW, LookStore
from storage.messages import MessageState, Outgoing, QueuedMessage, Told, Waiting
from storage.plain import Through
from storage.queries import outlook
from storage.rows import insert_if_new
from storage.tables import pages
from storage.values import Capture, DocumentSeen, Hold, Learned, Recorded, Standing
from storage.writes import agenda, digests, documents, outbox, recording
from storage.writes.claims import HANDING_OUT, OUTBOX, ROUNDS, Claims, claim, number_of

NO_CHANGES = ChangeSet()


class Store(LookStore):
    """All of it: one database, opened. Safe to share between threads; every method is a transaction of its own."""

    @property
    def whole(self) -> Store:
        return self

    # --- pages

    def watch_others(self, wanted: Sequence[tuple[str, str]]) -> None:
        """Make pages known, or change their addresses, where they are not known like this."""
        addresses = sa.select(pages.c.name, pages.c.url)
        if len(wanted) <= FEW:
            addresses = addresses.where(pages.c.name.in_([name for name, _ in wanted]))
        with self.database.write() as connection:
            known = {row.name: row.url for row in connection.execute(addresses)}
            for name, url in wanted:
                if name not in known:
                    insert_if_new(connection, pages, {"name": name, "url": url}, "name")
                elif known[name] != url:
                    moved = {"url": url, "last_full_at": None}
                    connection.execute(sa.update(pages).where(pages.c.name == name).values(moved))

    def record(self, learned: Learned) -> Recorded:
        """Keep one look: capture, run, snapshot, changes, standing, hold and messages commit together or not at all.

        Overtaken where the latest accepted state is no longer the one that the look was compared with.
        """
        with self.database.write() as connection:
            return recording.record(connection, learned)

    def accepted_capture(self, page: str) -> Capture:
        """The raw response that the latest accepted state of a page was read from."""
        with self.database.read() as connection:
            return holding.accepted_capture(connection, page)

    def was_held(self, page: str, hold: Hold, *, within: timedelta) -> bool:
        """Whether what is held was held before, and let go, within so long before this hold began."""
        with self.database.read() as connection:
            return holding.was_held(connection, page, hold, hold.since - within)

    # --- when

    def standings(self, names: Collection[str] | None = None) -> dict[str, Standing]:
        """How pages stand, without their records, by name: all, or those named that are known."""
        with self.database.plain() as plain:
            return agenda.standings(plain, names)

    def well(self) -> set[str]:
        """The names of the pages whose last look could tell."""
        with self.database.read() as connection:
            return outlook.well(connection)

    def unseen(self) -> Generator[tuple[str, datetime], None, None]:
        """Each page's last good look, or the first failure of one that was never seen; the longest ago first."""
        with self.database.read() as connection:
            yield from outlook.unseen(connection)

    @contextlib.contextmanager
    def claim_hosts(self, hosts: Collection[str]) -> Iterator[set[str]]:
        """Claim those of the hosts that no other worker of a fleet is at; PostgreSQL only. Ends with our process."""
        numbers = {number_of(host): host for host in hosts}
        with Claims(self.database) as claims:
            yield {numbers[number] for number in claims.take(numbers)}

    @contextlib.contextmanager
    def claim_handing_out(self) -> Iterator[bool]:
        """True while it is ours to hand out jobs to a fleet; False when another process does. Ends with our process."""
        with claim(self.database, HANDING_OUT) as ours:
            yield ours

    def failing(self) -> set[str]:
        """The pages whose last look could not tell."""
        with self.database.plain() as plain:
            return agenda.failing(plain)

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
        """True while the outbox is ours to deliver; False when another process does. Ends with our process."""
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
                agenda.set_note(Through(connection), key, value)
            digests.told(connection, told)
            return outbox.queue(connection, messages, at)

    def due(self, now: datetime, limit: int = 100, *, only: Collection[int] | None = None) -> list[QueuedMessage]:
        """Messages to try now (of those named), each reader's together, as written; about limit."""
        with self.database.read() as connection:
            return outbox.due(connection, now, limit, only)

    def was_told(self, recipient: str, since: datetime) -> bool:
        """Whether a change was written to them after that time, sent or not."""
        with self.database.read() as connection:
            return outbox.was_told(connection, recipient, since)

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

    # --- what is told later

    @contextlib.contextmanager
    def claim_rounds(self) -> Iterator[bool]:
        """True while the daily and weekly mails are ours to write; False when another process does. Ends with ours."""
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
