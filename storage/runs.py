"""Runs of looks: looks in a row with one answer, kept as one row that grows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.rows import Row
from storage.tables import captures, looks


def runs_of(connection: sa.Connection, page_id: int) -> Sequence[Row]:
    """A page's runs of looks in the order of time, each with the columns of its capture."""
    columns = [each for each in captures.c if each.name not in ("id", "page_id")]
    return connection.execute(
        sa.select(looks, *columns)
        .join(captures, captures.c.id == looks.c.capture_id, isouter=True)
        .where(looks.c.page_id == page_id)
        .order_by(looks.c.first_seen, looks.c.id)
    ).all()


def latest_run(connection: sa.Connection, page_id: int) -> Row | None:
    """The run of looks that the next look extends or ends."""
    return connection.execute(
        sa.select(looks, captures.c.content_digest)
        .join(captures, captures.c.id == looks.c.capture_id, isouter=True)
        .where(looks.c.page_id == page_id)
        .order_by(looks.c.first_seen.desc(), looks.c.id.desc())
        .limit(1)
    ).one_or_none()


def latest_good_run(connection: sa.Connection, page_id: int, run: Row | None) -> Row:
    """The run of the latest look that could tell; run: the latest of all, where it is known."""
    if run is not None and run.snapshot_id is not None:
        return run
    return connection.execute(
        sa.select(looks, captures.c.content_digest)
        .join(captures, captures.c.id == looks.c.capture_id)
        .where(looks.c.page_id == page_id, looks.c.snapshot_id.is_not(None))
        .order_by(looks.c.first_seen.desc(), looks.c.id.desc())
        .limit(1)
    ).one()


def held_runs(connection: sa.Connection, page_id: int, since: datetime) -> Sequence[Row]:
    """The runs that were held back, from a look on, in the order of time."""
    return connection.execute(
        sa.select(looks, captures.c.content_digest)
        .join(captures, captures.c.id == looks.c.capture_id)
        .where(looks.c.page_id == page_id, looks.c.held, looks.c.first_seen >= since)
        .order_by(looks.c.first_seen, looks.c.id)
    ).all()


def extend_run(connection: sa.Connection, run: Row, at: datetime, detail: str | None = None) -> None:
    """One more look with the same answer."""
    values = {"last_seen": at, "looks": looks.c.looks + 1, "detail": detail}
    connection.execute(sa.update(looks).where(looks.c.id == run.id).values(values))


def begin_run(connection: sa.Connection, page_id: int, at: datetime, **values: Any) -> None:
    """A look with another answer, or after a gap. values: of the columns that say which."""
    row = {"page_id": page_id, "first_seen": at, "last_seen": at, "looks": 1, **values}
    connection.execute(sa.insert(looks).values(row))
