"""The light questions of those who look often: which pages' time has come, and how long a host is to be left alone.

Everything here is a column of pages, or a note of the house: "slot:HOST", "wait:HOST", "robots:SITE", "schedules".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from records.outcome import Reason
from storage.engine import Database
from storage.memory import Standing
from storage.rows import insert_if_new
from storage.standing import standing_of
from storage.tables import notes, pages

AHEAD = timedelta(minutes=5)
"""A last look later than this from now was made by a clock that has been set back since."""
_MOST_SLOTS = 100  # a queue for one host longer than this is a clock that has been set back


def due(connection: sa.Connection, now: datetime) -> dict[str, Standing]:
    """The pages whose next look has come or is not known, or that were looked at in the future; by name."""
    c = pages.c
    come = c.next_check_at.is_(None) | (c.next_check_at <= now) | (c.last_look_at > now + AHEAD)
    return {row.name: standing_of(row) for row in connection.execute(sa.select(pages).where(come))}


_STANDINGS = sa.select(pages.c.name, *(pages.c[each.name] for each in fields(Standing)))
_WELL = sa.select(pages.c.name).where(pages.c.outcome != "cannot-tell")
_SEEN = sa.func.coalesce(pages.c.last_good_at, pages.c.failing_since)
_UNSEEN = sa.select(pages.c.name, _SEEN).where(_SEEN.is_not(None)).order_by(_SEEN)
_STANDINGS_NAMED = _STANDINGS.where(pages.c.name.in_(sa.bindparam("names", expanding=True)))
_REASON = [each.name for each in fields(Standing)].index("reason")


def standings(connection: sa.Connection, names: Collection[str] | None) -> dict[str, Standing]:
    """How pages stand, without their records, by name: all, or those named that are known."""
    asked = (_STANDINGS,) if names is None else (_STANDINGS_NAMED, {"names": list(names)})
    found = {}
    for name, *values in connection.execute(*asked):
        values[_REASON] = Reason(values[_REASON]) if values[_REASON] else None
        found[name] = Standing(*values)
    return found


def well(connection: sa.Connection) -> set[str]:
    """The names of the pages whose last look could tell."""
    return set(connection.execute(_WELL).scalars())


def unseen(connection: sa.Connection) -> Iterator[tuple[str, datetime]]:
    """Each page's last good look, or the first failure of one that was never seen; the longest ago first."""
    yield from (tuple(row) for row in connection.execute(_UNSEEN))


def plan(connection: sa.Connection, looks: Mapping[str, tuple[datetime, datetime]]) -> None:
    """Keep when pages are next due: (their last look, their next) by name. Those looked at since are left alone."""
    unplanned = sa.update(pages).where(
        pages.c.name == sa.bindparam("page"),
        pages.c.next_check_at.is_(None),
        pages.c.last_look_at == sa.bindparam("last"),
    )
    rows = [{"page": name, "last": last, "next": following} for name, (last, following) in looks.items()]
    connection.execute(unplanned.values(next_check_at=sa.bindparam("next")), rows)


def follow_schedules(connection: sa.Connection, schedules: str) -> None:
    """Forget the plans made by other schedules than these (a digest of all of them); what failed keeps its backoff."""
    if get_note(connection, "schedules") == schedules:
        return
    connection.execute(sa.update(pages).where(pages.c.failures == 0).values(next_check_at=None))
    set_note(connection, "schedules", schedules)


def failing(connection: sa.Connection) -> set[str]:
    """The pages whose last look could not tell."""
    return set(connection.execute(sa.select(pages.c.name).where(pages.c.failures > 0)).scalars())


def reserve(
    connection: sa.Connection, host: str, delay: timedelta, earliest: datetime, latest: datetime | None
) -> datetime | None:
    """The moment, at or after earliest, when the caller may look at this host; nobody else gets one within delay.

    None, and nothing is reserved, where that would be after latest.
    """
    key = f"slot:{host}"
    insert_if_new(connection, notes, {"key": key, "value": (earliest - delay).isoformat()}, "key")  # to be locked
    locked = sa.select(notes.c.value).where(notes.c.key == key).with_for_update()
    last = datetime.fromisoformat(connection.execute(locked).scalar_one())
    slot = last + delay
    if slot < earliest or slot > earliest + _MOST_SLOTS * delay:
        slot = earliest
    if latest is not None and slot > latest:
        return None
    set_note(connection, key, slot.isoformat())
    return slot


_WAITS = sa.select(notes.c.key, notes.c.value).where(notes.c.key >= "wait:", notes.c.key < "wait;")


def waits(connection: sa.Connection, now: datetime) -> dict[str, datetime]:
    """The hosts that asked us to stay away, and until when."""
    times = {row.key[5:]: datetime.fromisoformat(row.value).astimezone(UTC) for row in connection.execute(_WAITS)}
    return {host: until for host, until in times.items() if now < until <= now + timedelta(days=1, minutes=5)}


def size(database: Database) -> int:
    """Bytes that the database takes up, its write-ahead log included."""
    if path := database.path:
        beside = path.with_name(path.name + "-wal")
        return path.stat().st_size + (beside.stat().st_size if beside.exists() else 0)
    with database.read() as connection:
        return int(connection.execute(sa.text("SELECT pg_database_size(current_database())")).scalar_one())


def get_note(connection: sa.Connection, key: str) -> str | None:
    return connection.execute(sa.select(notes.c.value).where(notes.c.key == key)).scalar_one_or_none()


def set_note(connection: sa.Connection, key: str, value: str) -> None:
    changed = connection.execute(sa.update(notes).where(notes.c.key == key).values(value=value))
    if not changed.rowcount:
        insert_if_new(connection, notes, {"key": key, "value": value}, "key")
