"""Snapshots: what a page said, and from when to when it was seen to say so."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from records.codec import record_from_json
from records.page import PageRecord
from storage.answers import Snapshot, SnapshotLine
from storage.packing import unpacked
from storage.rows import Row
from storage.tables import bodies, captures, looks, pages, snapshots

_OWN = looks.c.snapshot_id == snapshots.c.id
_LINES: sa.Select[Any] = (
    sa.select(
        snapshots.c.id,
        pages.c.name.label("page"),
        snapshots.c.first_seen,
        sa.select(sa.func.max(looks.c.last_seen)).where(_OWN).scalar_subquery().label("last_seen"),
        sa.select(sa.func.sum(looks.c.looks)).where(_OWN).scalar_subquery().label("looks"),
        snapshots.c.last_updated,
        bodies.c.sha256,
    )
    .join(pages, pages.c.id == snapshots.c.page_id)
    .join(captures, captures.c.id == snapshots.c.capture_id)
    .join(bodies, bodies.c.id == captures.c.body_id)
)


def lines(connection: sa.Connection, page_id: int | None, limit: int | None, offset: int) -> list[SnapshotLine]:
    """The snapshots of one page or of all, newest first."""
    wanted = _LINES.order_by(snapshots.c.first_seen.desc(), snapshots.c.id.desc()).limit(limit).offset(offset)
    if page_id is not None:
        wanted = wanted.where(snapshots.c.page_id == page_id)
    return [_line(row) for row in connection.execute(wanted)]


def whole(connection: sa.Connection, snapshot_id: int) -> Snapshot | None:
    """One snapshot with its explanation; None where there is none of this number."""
    wanted = _LINES.add_columns(snapshots.c.record, snapshots.c.provenance).where(snapshots.c.id == snapshot_id)
    row = connection.execute(wanted).one_or_none()
    return None if row is None else _snapshot(row, unpacked(row.provenance))


def record(connection: sa.Connection, snapshot_id: int | None) -> PageRecord | None:
    """What the page said then; None where there is no such snapshot."""
    found = connection.execute(sa.select(snapshots.c.record).where(snapshots.c.id == snapshot_id)).scalar_one_or_none()
    return None if found is None else record_from_json(json.loads(found))


def states(connection: sa.Connection, page_id: int) -> list[Snapshot]:
    """Every snapshot of a page without its explanation, in the order of time."""
    wanted = _LINES.add_columns(snapshots.c.record).where(snapshots.c.page_id == page_id)
    return [_snapshot(row, None) for row in connection.execute(wanted.order_by(snapshots.c.first_seen, snapshots.c.id))]


def beside(connection: sa.Connection, snapshot_id: int) -> tuple[int | None, int | None]:
    """The ids of the same page's snapshots right before and right after one; None where there is none."""
    columns = (snapshots.c.first_seen, snapshots.c.id)  # two may be of the same second
    own = sa.select(snapshots.c.page_id, *columns).where(snapshots.c.id == snapshot_id).subquery()
    of_page = sa.select(snapshots.c.id).join(own, own.c.page_id == snapshots.c.page_id).limit(1)
    place, own_place = sa.tuple_(*columns), sa.tuple_(own.c.first_seen, own.c.id)
    earlier = of_page.where(place < own_place).order_by(*(each.desc() for each in columns))
    later = of_page.where(place > own_place).order_by(*columns)
    before, after = (connection.execute(each).scalar_one_or_none() for each in (earlier, later))
    return before, after


def _snapshot(row: Row, provenance: Any) -> Snapshot:
    return Snapshot(_line(row), record_from_json(json.loads(row.record)), provenance)


def _line(row: Row) -> SnapshotLine:
    return SnapshotLine(*row[:7])
