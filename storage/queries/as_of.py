"""The state of pages at a time, as statements made once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from records.outcome import Reason
from storage.answers import Gap, Observed, PageThen, Seat, Who
from storage.rows import Row
from storage.tables import collaborations, looks, pages, seats, snapshots

_ON: sa.BindParameter[datetime] = sa.bindparam("on", type_=looks.c.first_seen.type)
_ONE: sa.ColumnElement[int] = sa.literal_column("1", sa.Integer)
"""Written into the SQL: PostgreSQL plans a limit that comes as a parameter as if it were large."""


def _runs(*columns: Any) -> sa.Select[Any]:
    """A page's runs that had begun, the latest first."""
    begun = sa.select(*columns).where(looks.c.page_id == pages.c.id, looks.c.first_seen <= _ON)
    return begun.order_by(looks.c.first_seen.desc(), looks.c.id.desc()).correlate(pages)


_GOOD = looks.c.snapshot_id.is_not(None)
_STATE = _runs(looks.c.snapshot_id).where(_GOOD).limit(_ONE).scalar_subquery()


def _scope(*, lateral: bool) -> sa.Select[Any]:
    """The pages, each with the latest good run and the latest of all: where these differ, it could not be read then.

    lateral: PostgreSQL needs LATERAL to use an index for each page; SQLite does so by itself and has no such word.
    """

    def latest(name: str, *conditions: sa.ColumnElement[bool]) -> tuple[Any, Any]:
        if lateral:
            return _runs(looks).where(*conditions).limit(_ONE).lateral(name), sa.true()
        run = looks.alias(name)
        return run, run.c.id == _runs(looks.c.id).where(*conditions).limit(_ONE).scalar_subquery()

    (good, is_good), (last, is_last) = latest("good", _GOOD), latest("last")
    return (
        sa.select(
            pages.c.id,
            pages.c.name,
            good.c.snapshot_id,
            snapshots.c.first_seen,
            good.c.last_seen,
            last.c.first_seen.label("unread_since"),
            last.c.reason,
            snapshots.c.last_updated,
        )
        .select_from(pages)
        .join(good, is_good, isouter=True)
        .join(snapshots, snapshots.c.id == good.c.snapshot_id, isouter=True)
        .join(last, is_last, isouter=True)
        .order_by(pages.c.name)
    )


_OF_PAGE = pages.c.id == sa.bindparam("page_id")
_ORGANS: sa.BindParameter[Any] = sa.bindparam("organs", expanding=True)
_HAVING = pages.c.id.in_(sa.select(collaborations.c.page_id).where(collaborations.c.id.in_(_ORGANS)))
_SEATS = (
    sa.select(pages.c.name, collaborations.c.name, seats.c.name, seats.c.party, seats.c.role)
    .select_from(pages)
    .join(seats, seats.c.snapshot_id == _STATE)
    .join(collaborations, collaborations.c.id == seats.c.collaboration_id)
    .order_by(pages.c.name, seats.c.position)
)
_AGAIN = (
    sa.select(looks.c.first_seen)
    .where(looks.c.page_id == pages.c.id, looks.c.first_seen > _ON, _GOOD)
    .order_by(looks.c.first_seen)
    .limit(_ONE)
    .correlate(pages)
    .scalar_subquery()
)
_READ_AGAIN = sa.select(pages.c.id, _AGAIN).where(pages.c.id.in_(sa.bindparam("unread", expanding=True)))


def who(connection: sa.Connection, on: datetime, *, page_id: int | None, organs: tuple[int, ...] | None) -> Who:
    """The pages (one, else those that have had one of these collaborations, else all) and who sat on them."""
    values: dict[str, Any] = {"on": on, "page_id": page_id, "organs": organs}
    lateral = connection.dialect.name != "sqlite"
    scope, sitting = _statements(
        lateral=lateral, one=page_id is not None, some=bool(organs), of_organs=organs is not None
    )
    rows = connection.execute(scope, values).all()
    again = _read_again(connection, on, [row.id for row in rows if row.reason is not None])
    known = tuple(_page_then(row, again.get(row.id)) for row in rows)
    if organs == ():
        return Who(on, known, ())
    return Who(on, known, tuple(Seat(*row) for row in connection.execute(sitting, values).all()))


@lru_cache(maxsize=16)
def _statements(*, lateral: bool, one: bool, some: bool, of_organs: bool) -> tuple[sa.Select[Any], sa.Select[Any]]:
    """For the pages, and for their seats."""
    scope, sitting = _scope(lateral=lateral), _SEATS
    if one or some:
        narrowed = _OF_PAGE if one else _HAVING
        scope, sitting = scope.where(narrowed), sitting.where(narrowed)
    return scope, sitting.where(seats.c.collaboration_id.in_(_ORGANS)) if of_organs else sitting


def _read_again(connection: sa.Connection, on: datetime, unread: Sequence[int]) -> dict[int, datetime | None]:
    """When each of these pages was read next."""
    if not unread:
        return {}
    rows = connection.execute(_READ_AGAIN, {"on": on, "unread": unread})
    return {row[0]: row[1] for row in rows}


def _page_then(row: Row, again: datetime | None) -> PageThen:
    _, name, snapshot_id, first_seen, last_seen, unread_since, reason, claimed = row
    if snapshot_id is None:
        return PageThen(name, None)
    observed = Observed(first_seen, last_seen)
    gap = None if reason is None else Gap(unread_since, again, Reason(reason))
    return PageThen(name, observed, gap, claimed)
