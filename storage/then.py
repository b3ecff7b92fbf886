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
_ONE: sa.ColumnElement[int] = sa.literal_column("1", sa.Integer)
"""Written out: a server that plans for any limit at all plans for a large one."""
_good, _last = looks.alias("good"), looks.alias("last")


def _latest(column: sa.Column[Any], *conditions: sa.ColumnElement[bool]) -> sa.ScalarSelect[Any]:
    """A column of a page's latest run that had begun."""
    return (
        sa.select(column)
        .where(looks.c.page_id == pages.c.id, looks.c.first_seen <= _ON, *conditions)
        .order_by(looks.c.first_seen.desc(), looks.c.id.desc())
        .limit(_ONE)
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
        snapshots.c.last_updated,
    )
    .select_from(pages)
    .join(_good, _good.c.id == _latest(looks.c.id, looks.c.snapshot_id.is_not(None)), isouter=True)
    .join(snapshots, snapshots.c.id == _good.c.snapshot_id, isouter=True)
    .join(_last, _last.c.id == _latest(looks.c.id), isouter=True)
    .order_by(pages.c.name)
)
_ONE_PAGE = _PAGES.where(pages.c.id == sa.bindparam("page_id"))
_HAVING = sa.select(collaborations.c.page_id).where(collaborations.c.id.in_(sa.bindparam("organs", expanding=True)))
_PAGES_WITH = _PAGES.where(pages.c.id.in_(_HAVING))
_READ_AGAIN = sa.select(sa.func.min(looks.c.first_seen)).where(
    looks.c.page_id == sa.bindparam("page_id"), looks.c.first_seen > _ON, looks.c.snapshot_id.is_not(None)
)
_SEATS = (
    sa.select(pages.c.name, collaborations.c.name, seats.c.name, seats.c.party, seats.c.role)
    .select_from(pages)
    .join(seats, seats.c.snapshot_id == _latest(looks.c.snapshot_id, looks.c.snapshot_id.is_not(None)))
    .join(collaborations, collaborations.c.id == seats.c.collaboration_id)
    .order_by(pages.c.name, seats.c.position)
)
_SEATS_OF_PAGE = _SEATS.where(pages.c.id == sa.bindparam("page_id"))
_SEATS_IN = _SEATS.where(pages.c.id.in_(_HAVING), seats.c.collaboration_id.in_(sa.bindparam("organs", expanding=True)))
_SEATS_OF_PAGE_IN = _SEATS_OF_PAGE.where(seats.c.collaboration_id.in_(sa.bindparam("organs", expanding=True)))


def who(connection: sa.Connection, on: datetime, *, page_id: int | None, organs: tuple[int, ...] | None) -> Who:
    """The pages (one, else those that have had one of these collaborations, else all) and who sat on them."""
    values: dict[str, Any] = {"on": on, "page_id": page_id, "organs": organs}
    scope, sitting = _statements(one=page_id is not None, organs=organs)
    rows = connection.execute(scope, values).all()
    known = tuple(_page_then(connection, row, on) for row in rows)
    if organs == ():
        return Who(on, known, ())
    return Who(on, known, tuple(Seat(*row) for row in connection.execute(sitting, values).all()))


def _statements(*, one: bool, organs: tuple[int, ...] | None) -> tuple[sa.Select[Any], sa.Select[Any]]:
    """For the pages, and for their seats."""
    if one:
        return _ONE_PAGE, _SEATS_OF_PAGE if organs is None else _SEATS_OF_PAGE_IN
    return _PAGES_WITH if organs else _PAGES, _SEATS if organs is None else _SEATS_IN


def _page_then(connection: sa.Connection, row: Row, on: datetime) -> PageThen:
    _, name, snapshot_id, first_seen, last_seen, unread_since, reason, claimed = row
    if snapshot_id is None:
        return PageThen(name, None)
    observed = Observed(first_seen, last_seen)
    if reason is None:
        return PageThen(name, observed, last_updated=claimed)
    until = connection.execute(_READ_AGAIN, {"page_id": row[0], "on": on}).scalar_one()
    return PageThen(name, observed, Gap(unread_since, until, Reason(reason)), claimed)
