"""What was received, byte for byte, and the looks that are known by it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from storage.answers import Received, Sighting
from storage.bodies import Bodies
from storage.rows import Row
from storage.runs import runs_of
from storage.tables import bodies, captures, pages, snapshots


def of_snapshot(connection: sa.Connection, snapshot_id: int) -> Received | None:
    """The response that a snapshot was first read from; None where there is no such snapshot."""
    wanted = _SELECTED.join(snapshots, snapshots.c.capture_id == captures.c.id).where(snapshots.c.id == snapshot_id)
    return next(_with_bodies(connection, wanted), None)


def in_order(connection: sa.Connection, page_id: int | None) -> Iterator[Received]:
    """Everything that was kept of one page or of all, page by page in the order of time."""
    wanted = _SELECTED.order_by(captures.c.page_id, captures.c.at, captures.c.id)
    yield from _with_bodies(connection, wanted if page_id is None else wanted.where(captures.c.page_id == page_id))


def sightings(connection: sa.Connection, page: str, page_id: int) -> Iterator[Sighting]:
    """Every run of a page's looks that a body is known of, in the order of time."""
    kept = Bodies(connection)
    known = [run for run in runs_of(connection, page_id) if run.capture_id]
    hashes = dict(_hashes(connection, {run.body_id for run in known}))
    used: set[int] = set()
    for number, run in enumerate(known, 1):
        received = _received(run, page, kept, hashes[run.body_id])
        yield Sighting(number, received, run.first_seen, run.last_seen, run.looks, run.capture_id not in used)
        used.add(run.capture_id)


def _hashes(connection: sa.Connection, ids: Iterable[int]) -> Iterator[tuple[int, str]]:
    wanted = sorted(ids)
    for start in range(0, len(wanted), 500):
        some = bodies.c.id.in_(wanted[start : start + 500])
        for row in connection.execute(sa.select(bodies.c.id, bodies.c.sha256).where(some)):
            yield row.id, row.sha256


_SELECTED: sa.Select[Any] = (
    sa.select(captures, pages.c.name.label("page"), bodies.c.sha256)
    .join(pages, pages.c.id == captures.c.page_id)
    .join(bodies, bodies.c.id == captures.c.body_id)
)


def _with_bodies(connection: sa.Connection, wanted: sa.Select[Any]) -> Iterator[Received]:
    kept = Bodies(connection)
    for row in connection.execute(wanted).all():
        yield _received(row, row.page, kept, row.sha256)


def _received(row: Row, page: str, kept: Bodies, sha256: str) -> Received:
    """row: with the columns of captures."""
    return Received(
        page=page,
        url=row.url,
        status=row.status,
        headers=json.loads(row.headers),
        body=kept.get(row.body_id),
        at=row.at,
        sha256=sha256,
        imported=bool(row.imported),
        cut=row.cut,
    )
