"""Check that nothing was lost or altered: every body against its hash, every derived row against its derivation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from records.codec import canonical, change_set_to_json, digest, record_from_json
from records.diff import diff
from records.errors import DatabaseDamaged
from records.page import PageRecord
from storage.bodies import Bodies, sha256
from storage.derivation.chain import Reader, capture_of
from storage.derivation.faults import (
    are_written_as_ours,
    faults_of_changes,
    faults_of_seats,
    faults_of_tenures,
    faults_of_times,
)
from storage.packing import unpacked
from storage.queries.events import stored_change_sets
from storage.rows import Row
from storage.runs import runs_of
from storage.store import Store
from storage.tables import bodies, captures, change_sets, documents, looks, pages, snapshots
from storage.values import Parsed


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at and every fault found, one line each. older: snapshots of an earlier parser, not compared."""

    bodies: int
    snapshots: int
    older: int
    faults: tuple[str, ...]


@dataclass(slots=True)
class _Findings:
    bodies: int = 0
    snapshots: int = 0
    older: int = 0
    faults: list[str] = field(default_factory=list)


def verify(store: Store, reader: Reader) -> Verified:
    """Look at everything once, in one consistent view; changes nothing."""
    found = _Findings()
    try:
        with store.database.read() as connection:
            _verify_all(connection, reader, found)
    except DatabaseDamaged as damage:  # what follows cannot be read
        found.faults.append(str(damage))
    return Verified(found.bodies, found.snapshots, found.older, tuple(found.faults))


def faults_of_copy(store: Store) -> tuple[str, ...]:
    """What is wrong with a fresh copy: the file, the bodies' hashes, orphan rows. Nothing is read again."""
    found = _Findings()
    try:
        with store.database.read() as connection:
            found.faults += _faults_of_the_file(connection)
            _verify_bodies(connection, found)
            found.faults += _orphans(connection)
    except DatabaseDamaged as damage:
        found.faults.append(str(damage))
    return tuple(found.faults)


def _verify_all(connection: sa.Connection, reader: Reader, found: _Findings) -> None:
    found.faults += _faults_of_the_file(connection)
    _verify_bodies(connection, found)
    for page in connection.execute(sa.select(pages).order_by(pages.c.id)).all():
        try:
            _verify_page(connection, page, reader, found)
        except DatabaseDamaged as damage:
            found.faults.append(str(damage))
    found.faults += _orphans(connection)


def _faults_of_the_file(connection: sa.Connection) -> Iterator[str]:
    """What SQLite itself finds; a server keeps its own files and keys."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield f"the file is damaged: {said}"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} names a row of {parent} that is not there"


def _verify_bodies(connection: sa.Connection, found: _Findings) -> None:
    """Page by page in the order of their chains, so that each body is unpacked once."""
    kept = Bodies(connection)
    order = (
        sa.select(bodies.c.id)
        .join(captures, captures.c.body_id == bodies.c.id, isouter=True)
        .order_by(captures.c.page_id, captures.c.id)
    )
    for body_id in dict.fromkeys(connection.execute(order).scalars()):
        found.bodies += 1
        try:
            kept.get(body_id)
        except DatabaseDamaged as damage:
            found.faults.append(str(damage))


def _verify_page(connection: sa.Connection, page: Row, reader: Reader, found: _Findings) -> None:
    rows = connection.execute(
        sa.select(snapshots).where(snapshots.c.page_id == page.id).order_by(snapshots.c.first_seen, snapshots.c.id)
    ).all()
    found.snapshots += len(rows)
    runs = {run.capture_id: run for run in runs_of(connection, page.id) if run.snapshot_id is not None}
    kept = Bodies(connection)
    whole = [row for row in rows if sha256(row.record.encode()) == row.record_digest]
    found.faults += [
        f"snapshot {row.id} of {page.name} is not what its digest says" for row in rows if row not in whole
    ]
    found.faults += _bent_explanations(page, rows)
    current: set[int] = set()
    for row in whole:
        run = runs.get(row.capture_id)
        if run is None:
            found.faults.append(f"snapshot {row.id} of {page.name} has no look that saw what it was read from")
        elif _derives(page, row, run, kept, reader, found, latest=rows[-1]):
            current.add(row.id)
    found.faults += faults_of_seats(connection, page, whole)
    found.faults += faults_of_times(connection, page, rows)
    if len(current) == len(rows):
        found.faults += faults_of_tenures(connection, page, rows)
    _verify_changes(connection, page, rows, current, found)
    found.faults += faults_of_changes(connection, page, rows if len(whole) == len(rows) else ())
    if not are_written_as_ours(connection, page):
        found.faults.append(f"the changes of {page.name} are not as they were written")


def _record(row: Row) -> PageRecord:
    return record_from_json(json.loads(row.record))


def _derives(page: Row, row: Row, run: Row, kept: Bodies, reader: Reader, found: _Findings, *, latest: Row) -> bool:
    """Read a snapshot's body again and compare; True if this parser made it. A damaged body is told elsewhere.

    What cannot be read now, but was read otherwise than the latest (a page made anew, its settings too), is older; so
    is what only the present settings do not fit.
    """
    try:
        read = reader(page.name, capture_of(kept, run), past=None, settled=True)
    except DatabaseDamaged:
        return False
    parsed: Parsed | None = read.parsed if read.refusal is None else None
    now = _way_of(parsed or latest)
    if now != _way_of(row) or read.misfit:
        found.older += 1
        return False
    if parsed is None or digest(parsed.record) != row.record_digest:
        found.faults.append(f"snapshot {row.id} of {page.name} is not what its body says; see bevaka reparse")
        return False
    return True


def _way_of(read: Parsed | Row) -> tuple[int, str]:
    """By which parser, and under which settings."""
    return read.parser_version, read.settings_digest


def _bent_explanations(page: Row, rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        try:
            unpacked(row.provenance)
        except DatabaseDamaged:
            yield f"the explanation of snapshot {row.id} of {page.name} cannot be unpacked; see bevaka reparse"


def _verify_changes(
    connection: sa.Connection, page: Row, rows: Sequence[Row], current: set[int], found: _Findings
) -> None:
    """Every step of the chain has the change set that its two snapshots give, where this parser made both."""
    told = stored_change_sets(connection, change_sets.c.page_id == page.id, sa.not_(change_sets.c.of_documents))
    by_snapshot = {each.snapshot_id: each for each in told}
    for before, after in pairwise(rows):
        if after.id not in by_snapshot:
            found.faults.append(f"snapshot {after.id} of {page.name} has no change set that leads to it")
        elif {before.id, after.id} <= current:
            wanted = diff(_record(before), _record(after))
            event = by_snapshot[after.id]
            if canonical(change_set_to_json(wanted)) != canonical(change_set_to_json(event.changes)):
                found.faults.append(f"change {event.id} of {page.name} is not what its snapshots say")


def _orphans(connection: sa.Connection) -> Iterator[str]:
    """Rows that nothing stands on, or that stand for nothing."""
    captured = sa.exists().where(captures.c.body_id == bodies.c.id)
    linked = sa.exists().where(documents.c.body_id == bodies.c.id)
    seen: dict[str, tuple[sa.Table, sa.ColumnElement[bool]]] = {
        "body {} was received by no look": (bodies, sa.not_(sa.or_(captured, linked))),
        "capture {} belongs to no look": (captures, ~sa.exists().where(looks.c.capture_id == captures.c.id)),
        "snapshot {} was seen by no look": (snapshots, ~sa.exists().where(looks.c.snapshot_id == snapshots.c.id)),
        "look {} has neither a snapshot nor a reason": (
            looks,
            sa.and_(looks.c.snapshot_id.is_(None), looks.c.reason.is_(None)),
        ),
    }
    for said, (table, lost) in seen.items():
        columns: Any = table.c
        for number in connection.execute(sa.select(columns.id).where(lost).order_by(columns.id)).scalars():
            yield said.format(number)
