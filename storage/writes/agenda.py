"""The light questions of those who look often: which pages' time has come, and how long a host is to be left alone.

Everything here is a column of pages, or a note of the house: "slot:HOST", "wait:HOST", "robots:SITE", "schedules".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage.plain import Plain, among, moment
from storage.standing import STANDING, standing_of
from storage.values import Backlog, Standing

if TYPE_CHECKING:
    from storage.engine import Database

AHEAD = timedelta(minutes=5)
"""A last look that lies further ahead than this was dated by a clock that has since been set back."""
FURTHEST_TRY = timedelta(hours=8)
"""No try at a message is further away than this: one that is was planned by a clock that has since been set back."""
_MOST_SLOTS = 100  # a queue for one host that is longer was made by a clock that has since been set back


def due(plain: Plain, now: datetime) -> dict[str, Standing]:
    """The pages whose next look has come or is not known, or that were looked at in the future; by name."""
    come = "next_check_at IS NULL OR next_check_at <= :now OR last_look_at > :ahead"
    found = plain.rows(f"SELECT name, {STANDING} FROM pages WHERE {come}", {"now": now, "ahead": now + AHEAD})
    return {name: standing_of(values) for name, *values in found}


def standings(plain: Plain, names: Collection[str] | None) -> dict[str, Standing]:
    """How pages stand, without their records, by name: all, or those named that are known."""
    listed, values = among(names or ())
    chosen = "" if names is None else f" WHERE name IN {listed}"
    found = plain.rows(f"SELECT name, {STANDING} FROM pages{chosen}", values)
    return {name: standing_of(values) for name, *values in found}


_PLAN = """
UPDATE pages SET next_check_at = :next WHERE name = :page AND next_check_at IS NULL AND last_look_at = :last
"""


def plan(plain: Plain, looks: Mapping[str, tuple[datetime, datetime]]) -> None:
    """Keep when pages are next due: (their last look, their next) by name. Those looked at since are left alone."""
    plain.run_each(_PLAN, [{"page": name, "last": last, "next": then} for name, (last, then) in looks.items()])


def follow_schedules(plain: Plain, schedules: str) -> None:
    """Forget the plans made by other schedules than these (a digest of all of them); what failed keeps its backoff."""
    if get_note(plain, "schedules") == schedules:
        return
    plain.run("UPDATE pages SET next_check_at = NULL WHERE failures = 0")
    set_note(plain, "schedules", schedules)


def failing(plain: Plain) -> set[str]:
    """The pages whose last look could not tell."""
    return {name for (name,) in plain.rows("SELECT name FROM pages WHERE failures > 0")}


def reserve(plain: Plain, host: str, delay: timedelta, earliest: datetime, latest: datetime | None) -> datetime | None:
    """The moment, at or after earliest, when the caller may look at this host; nobody else gets one within delay.

    None, and nothing is reserved, where that would be after latest.
    """
    key = f"slot:{host}"
    plain.run(_NEW_NOTE, {"key": key, "value": (earliest - delay).isoformat()})
    plain.run("UPDATE notes SET value = value WHERE key = :key", {"key": key})  # who comes next waits for our end
    slot = datetime.fromisoformat(str(get_note(plain, key))) + delay
    if slot < earliest or slot > earliest + _MOST_SLOTS * delay:
        slot = earliest
    if latest is not None and slot > latest:
        return None
    set_note(plain, key, slot.isoformat())
    return slot


def waits(plain: Plain, now: datetime) -> dict[str, datetime]:
    """The hosts that asked us to stay away, and until when."""
    asked = plain.rows(
        "SELECT key, value FROM notes WHERE key >= :first AND key < :end", {"first": "wait:", "end": "wait;"}
    )
    times = {key[5:]: datetime.fromisoformat(value).astimezone(UTC) for key, value in asked}
    return {host: until for host, until in times.items() if now < until <= now + timedelta(days=1, minutes=5)}


def anything_to_send(plain: Plain, now: datetime) -> bool:
    """Whether the time of a queued message has come: its reader's others go with it."""
    come = "SELECT 1 FROM outbox WHERE state = 'queued' AND (next_attempt <= :now OR next_attempt > :ahead) LIMIT 1"
    return bool(plain.rows(come, {"now": now, "ahead": now + FURTHEST_TRY}))


def backlog(plain: Plain) -> Backlog:
    """What is waiting and what has been given up."""
    found = plain.rows(
        "SELECT state, count(*), min(created_at) FROM outbox WHERE state IN ('queued', 'undeliverable') GROUP BY state"
    )
    counts = {state: (count, moment(oldest)) for state, count, oldest in found}
    queued, oldest = counts.get("queued", (0, None))
    return Backlog(queued, oldest, counts.get("undeliverable", (0, None))[0])


def size(database: Database) -> int:
    """Bytes that the database takes up, its write-ahead log included."""
    if path := database.path:
        beside = path.with_name(path.name + "-wal")
        return path.stat().st_size + (beside.stat().st_size if beside.exists() else 0)
    with database.plain() as plain:
        return int(plain.rows("SELECT pg_database_size(current_database())")[0][0])


_NEW_NOTE = "INSERT INTO notes (key, value) VALUES (:key, :value) ON CONFLICT (key) DO NOTHING"


def get_note(plain: Plain, key: str) -> str | None:
    found = plain.rows("SELECT value FROM notes WHERE key = :key", {"key": key})
    return str(found[0][0]) if found else None


def set_note(plain: Plain, key: str, value: str) -> None:
    note = {"key": key, "value": value}
    if not plain.run("UPDATE notes SET value = :value WHERE key = :key", note):
        plain.run(_NEW_NOTE, note)
