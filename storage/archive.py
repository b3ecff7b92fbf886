"""The whole history worked on at once: read again by a better parser, or given a past. Nobody is told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from records.outcome import Reason
from storage.bodies import Bodies
from storage.derivation.chain import Reader, rechain
from storage.derivation.states import Difference
from storage.finding import lock
from storage.finding import page_id as page_id_of
from storage.freshness import rewritten
from storage.rows import Row, insert
from storage.store import Store
from storage.tables import aliases, captures, change_sets, looks, pages, snapshots
from storage.values import Capture, Span
from storage.writes.recording import capture_row

Progress = Callable[[], None]

# These were decided by the status, the address or a second look: the body alone cannot decide them again.
_NOT_FROM_THE_BODY = (
    Reason.UNREACHABLE,
    Reason.HTTP_STATUS,
    Reason.ROBOTS,
    Reason.TOO_LARGE,
    Reason.REDIRECTED_AWAY,
    Reason.UNSETTLED,
)


def reparse(
    store: Store,
    reader: Reader,
    *,
    only: Collection[str] | None = None,
    rulings: Mapping[str, str] | None = None,
    progress: Progress = lambda: None,
) -> list[Difference]:
    """Read everything that was received again, in one transaction; what is now read otherwise.

    only: the names of the pages whose settings are known; others stay as they were read, and follow the rulings alone.
    rulings (written name → name) replace those in the database; None keeps them. progress is called once for each page.
    """
    found: list[Difference] = []
    with store.database.write() as connection:
        if rulings is not None:
            set_rulings(connection, rulings)
        known = connection.execute(sa.select(pages.c.id, pages.c.name).order_by(pages.c.id)).all()
        lock(connection, [page.name for page in known])
        for page in known:
            readable = only is None or page.name in only
            found += rechain(connection, page.id, reader if readable else None, again=_can_be_read_again)
            progress()
        rewritten(connection)
    return found


def reread(store: Store, page: str, reader: Reader) -> None:
    """Read the accepted states of one page again, for a look that reads otherwise than they were read.

    A state that can no longer be read stays as it was. What was refused or is held is not judged again: it may be news,
    and a look tells news.
    """
    with store.database.write() as connection:
        lock(connection, [page])
        page_id = page_id_of(connection, page)
        rechain(connection, page_id, reader, again=lambda run: run.snapshot_id is not None, keeping=True)
        rewritten(connection)


def _can_be_read_again(run: Row) -> bool:
    return run.snapshot_id is not None or (run.reason not in _NOT_FROM_THE_BODY and run.cut is None)


def set_rulings(connection: sa.Connection, rulings: Mapping[str, str]) -> None:
    """Replace the operator's rulings on who is who; tenures follow them when they are next computed."""
    connection.execute(sa.delete(aliases))
    rows = [{"written": written, "name": name} for written, name in rulings.items()]
    if rows:
        connection.execute(sa.insert(aliases), rows)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought. refused: captures that are kept, but could not tell, and why."""

    new: int
    known: int
    snapshots: int
    changes: int
    refused: tuple[tuple[datetime, Reason, str], ...]


def import_captures(
    store: Store,
    page: str,
    received: Iterable[Capture],
    reader: Reader,
    *,
    progress: Progress = lambda: None,
) -> Imported:
    """Add captures of one page, of any times in any order; the chain of changes is derived anew around them.

    One transaction. A capture that is there already (same page, time and body) is passed over. progress is called once
    for each capture.
    """
    with store.database.write() as connection:
        lock(connection, [page])
        page_id = page_id_of(connection, page)
        kept = Bodies(connection)
        new: set[int] = set()
        known = 0
        before = _counts(connection, page_id)
        for capture in received:
            run = _add(connection, kept, page_id, capture)
            if run is None:
                known += 1
            else:
                new.add(run)
            progress()
        if new:
            rechain(connection, page_id, reader, again=lambda run: run.id in new)
            rewritten(connection)
        after = _counts(connection, page_id)
        refused = [
            (row.first_seen, Reason(row.reason), row.detail)
            for row in connection.execute(
                sa.select(looks)
                .where(looks.c.page_id == page_id, looks.c.snapshot_id.is_(None))
                .order_by(looks.c.first_seen, looks.c.id)
            )
            if row.id in new
        ]
        return Imported(len(new), known, after[0] - before[0], after[1] - before[1], tuple(refused))


def _counts(connection: sa.Connection, page_id: int) -> tuple[int, int]:
    states, sets = (
        connection.execute(sa.select(sa.func.count()).where(table.c.page_id == page_id)).scalar_one()
        for table in (snapshots, change_sets)
    )
    return states, sets


_SAME = sa.select(captures.c.id).where(
    *(captures.c[name] == sa.bindparam(name) for name in ("page_id", "at", "body_id"))
)
_SEEN_THEN = (
    sa.select(looks.c.id)
    .join(captures, captures.c.id == looks.c.capture_id)
    .where(
        looks.c.page_id == sa.bindparam("page_id"),
        captures.c.body_id == sa.bindparam("body_id"),
        looks.c.first_seen <= sa.bindparam("at"),
        looks.c.last_seen >= sa.bindparam("at"),
    )
    .limit(1)
)
_ANY_WITHIN = (
    sa.select(looks.c.id)
    .where(
        looks.c.page_id == sa.bindparam("page_id"),
        looks.c.first_seen <= sa.bindparam("last"),
        looks.c.last_seen >= sa.bindparam("first"),
    )
    .limit(1)
)
_RUN_BEFORE = (
    sa.select(looks)
    .where(looks.c.page_id == sa.bindparam("page_id"), looks.c.first_seen < sa.bindparam("at"))
    .order_by(looks.c.first_seen.desc(), looks.c.id.desc())
    .limit(1)
)


def _add(connection: sa.Connection, kept: Bodies, page_id: int, capture: Capture) -> int | None:
    """One capture with a run of its own; None where it is known, or its body was seen by looks around that time."""
    body_id, is_new = kept.keep(page_id, capture.body, is_page=capture.is_whole_page)
    values = {"page_id": page_id, "at": capture.at, "body_id": body_id}
    if not is_new and any(connection.execute(known, values).first() for known in (_SAME, _SEEN_THEN)):
        return None
    span = _span(connection, page_id, capture)
    _part_the_run_around(connection, page_id, capture.at)
    row = capture_row(page_id, body_id, capture)
    capture_id = insert(connection, captures, {**row, "imported": True})
    moments = {"first_seen": span.first, "last_seen": span.last, "looks": span.looks}
    return insert(connection, looks, {"page_id": page_id, "capture_id": capture_id, **moments})


def _span(connection: sa.Connection, page_id: int, capture: Capture) -> Span:
    """The looks that a capture came with; only its own moment where other looks lie between them."""
    span = capture.span
    if span is not None:
        around = {"page_id": page_id, "first": span.first, "last": span.last}
        if connection.execute(_ANY_WITHIN, around).first() is None:
            return span
    return Span(capture.at, capture.at, 1)


def _part_the_run_around(connection: sa.Connection, page_id: int, at: datetime) -> None:
    """Split a run of looks around a moment: only its first and last look are known to have seen the same."""
    run = connection.execute(_RUN_BEFORE, {"page_id": page_id, "at": at}).one_or_none()
    if run is None or run.last_seen <= at:
        return
    first = {"last_seen": run.first_seen, "looks": run.looks - 1}
    connection.execute(sa.update(looks).where(looks.c.id == run.id).values(first))
    rest = {name: value for name, value in run._mapping.items() if name != "id"}
    insert(connection, looks, {**rest, "first_seen": run.last_seen, "looks": 1})
