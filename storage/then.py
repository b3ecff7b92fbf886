"""The state of pages at a time, as statements made once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from records.outcome import Reason
from storage.answers import Gap, Observed, PageThen, Seat, Who
from storage.rows import Row
from storage.tables import collaborations, looks, pages, seats, snapshots

_ON: sa.BindParameter[datetime] = sa.bindparam("on", type_=looks.c.first_seen.type)
_good, _last = looks.alias("good"), looks.alias("last")
_SEATS_AT_ONCE = 500


def _latest(*conditions: sa.ColumnElement[bool]) -> sa.ScalarSelect[Any]:
    """The id of a page's latest run that had begun."""
    return (
        sa.select(looks.c.id)
        .where(looks.c.page_id == pages.c.id, looks.c.first_seen <= _ON, *conditions)
        .order_by(looks.c.first_seen.desc(), looks.c.id.desc())
        .limit(1)
        .correlate(pages)
        .scalar_subquery()
    )


# The latest good run, and the latest run of all: where these differ, the page could not be read at the time.
_PAGES = (
    sa.select(
        pages.c.id,
        pages.c.name,
        _good.c.snapshot_id,
        snapshots.c.first_seen,
        _good.c.last_seen,
        _last.c.first_seen.label("unread_since"),
        _last.c.reason,
    )
    .select_from(pages)
    .join(_good, _good.c.id == _latest(looks.c.snapshot_id.is_not(None)), isouter=True)
    .join(snapshots, snapshots.c.id == _good.c.snapshot_id, isouter=True)
    .join(_last, _last.c.id == _latest(), isouter=True)
    .order_by(pages.c.name)
)
_ONE_PAGE = _PAGES.where(pages.c.id == sa.bindparam("page_id"))
_PAGES_WITH = _PAGES.where(
    pages.c.id.in_(
        sa.select(collaborations.c.page_id).where(collaborations.c.id.in_(sa.bindparam("organs", expanding=True)))
    )
)
_READ_AGAIN = sa.select(sa.func.min(looks.c.first_seen)).where(
    looks.c.page_id == sa.bindparam("page_id"), looks.c.first_seen > _ON, looks.c.snapshot_id.is_not(None)
)
_SEATS = (
    sa.select(seats.c.snapshot_id, collaborations.c.name, seats.c.name, seats.c.party, seats.c.role)
    .select_from(seats)
    .join(collaborations, collaborations.c.id == seats.c.collaboration_id)
    .where(seats.c.snapshot_id.in_(sa.bindparam("states", expanding=True)))
    .order_by(seats.c.snapshot_id, seats.c.position)
)
_SEATS_IN = _SEATS.where(seats.c.collaboration_id.in_(sa.bindparam("organs", expanding=True)))


def who(connection: sa.Connection, on: datetime, *, page_id: int | None, organs: tuple[int, ...] | None) -> Who:
    """The pages (one, else those that have had one of these collaborations, else all) and who sat on them."""
    if page_id is not None:
        rows = connection.execute(_ONE_PAGE, {"on": on, "page_id": page_id}).all()
    elif organs:
        rows = connection.execute(_PAGES_WITH, {"on": on, "organs": organs}).all()
    else:
        rows = connection.execute(_PAGES, {"on": on}).all()
    known = tuple(_page_then(connection, row, on) for row in rows)
    standing = {row.snapshot_id: row.name for row in rows if row.snapshot_id is not None}
    found = _seats(connection, standing, organs)
    return Who(on, known, tuple(seat for state in standing for seat in found.get(state, ())))


def _page_then(connection: sa.Connection, row: Row, on: datetime) -> PageThen:
    _, name, snapshot_id, first_seen, last_seen, unread_since, reason = row
    if snapshot_id is None:
        return PageThen(name, None)
    if reason is None:
        return PageThen(name, Observed(first_seen, last_seen))
    until = connection.execute(_READ_AGAIN, {"page_id": row[0], "on": on}).scalar_one()
    return PageThen(name, Observed(first_seen, last_seen), Gap(unread_since, until, Reason(reason)))


def _seats(
    connection: sa.Connection, standing: dict[int, str], organs: tuple[int, ...] | None
) -> dict[int, list[Seat]]:
    """The seats of some snapshots (id → page), by snapshot."""
    ids = list(standing)
    found: dict[int, list[Seat]] = {}
    for start in range(0, len(ids), _SEATS_AT_ONCE):
        values: dict[str, Any] = {"states": ids[start : start + _SEATS_AT_ONCE]}
        if organs is not None:
            values["organs"] = organs
        for state, *seat in connection.execute(_SEATS if organs is None else _SEATS_IN, values):
            found.setdefault(state, []).append(Seat(standing[state], *seat))
    return found
