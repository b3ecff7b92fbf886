"""Looks that could not tell, and what they received instead of the page."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from records.errors import UnknownName
from records.outcome import Reason
from storage.answers import Gap, Refusal
from storage.rows import Row
from storage.tables import bodies, captures, looks, pages

_GAPS = (
    sa.select(
        looks.c.id,
        pages.c.name,
        looks.c.first_seen,
        looks.c.last_seen,
        looks.c.looks,
        looks.c.reason,
        looks.c.detail,
        looks.c.held,
        captures.c.url,
        captures.c.status,
        bodies.c.size,
        bodies.c.sha256,
        captures.c.cut,
    )
    .join(pages, pages.c.id == looks.c.page_id)
    .join(captures, captures.c.id == looks.c.capture_id, isouter=True)
    .join(bodies, bodies.c.id == captures.c.body_id, isouter=True)
    .where(looks.c.snapshot_id.is_(None))
    .order_by(looks.c.first_seen.desc(), looks.c.id.desc())
)

_FOLLOWING = sa.func.lead(looks.c.first_seen, type_=looks.c.first_seen.type)
_FOLLOWED = (
    sa.select(
        looks.c.first_seen.label("since"),
        _FOLLOWING.over(order_by=(looks.c.first_seen, looks.c.id)).label("until"),
        looks.c.reason,
    )
    .where(looks.c.page_id == sa.bindparam("page_id"))
    .subquery()
)
_UNREAD = (
    sa.select(_FOLLOWED)
    .where(_FOLLOWED.c.reason.is_not(None))
    .order_by(_FOLLOWED.c.since.desc())
    .limit(sa.bindparam("most"))
)


def unread(connection: sa.Connection, page_id: int, most: int) -> list[Gap]:
    """The times in which a page could not be read, newest first: each until the next look that had another answer."""
    rows = connection.execute(_UNREAD, {"page_id": page_id, "most": most})
    return [Gap(since, until, Reason(reason)) for since, until, reason in rows]


def gaps(connection: sa.Connection, page_id: int | None) -> list[Refusal]:
    """Of one page, or of all, newest first."""
    wanted: sa.Select[Any] = _GAPS if page_id is None else _GAPS.where(looks.c.page_id == page_id)
    return [_refusal(row) for row in connection.execute(wanted)]


def gap(connection: sa.Connection, number: int) -> Refusal:
    """One of them; UnknownName where there is none."""
    row = connection.execute(_GAPS.where(looks.c.id == number)).one_or_none()
    if row is None:
        raise UnknownName(f"there is no gap {number}; bevaka snapshots --gaps lists them")
    return _refusal(row)


def body(connection: sa.Connection, number: int) -> bytes:
    """What the first look of a gap received; UnknownName where nothing came."""
    from storage.bodies import Bodies  # zstd is for those who ask for bodies

    gap(connection, number)
    of_look = sa.select(captures.c.body_id).join(looks, looks.c.capture_id == captures.c.id)
    found = connection.execute(of_look.where(looks.c.id == number)).scalar_one_or_none()
    if found is None:
        raise UnknownName(f"nothing was received in gap {number}; bevaka show {number} --gap says why")
    return Bodies(connection).get(found)


def _refusal(row: Row) -> Refusal:
    number, page, first, last, count, reason, *rest = row
    return Refusal(number, page, first, last, count, Reason(reason), *rest)
