"""When to look: schedules as pure functions, and the ticker that the daemon runs on. The only APScheduler import.

The due time is data in the database; APScheduler's triggers only compute it. Its import is slow, so it stands inside
the functions that need it: a plain check never does.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = timedelta(days=1)
_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")  # as cron counts: 0 and 7 are Sunday
_SIMPLE_TIME = r"\*(/[1-9]\d?)?|\d{1,2}(-\d{1,2})?(,\d{1,2}(-\d{1,2})?)*"
_SIMPLE_DAYS = r"\*|(mon|tue|wed|thu|fri|sat|sun)(,(mon|tue|wed|thu|fri|sat|sun))*|mon-(fri|sat|sun)"


class NeverRuns(ValueError):
    """The schedule has no time at all; its text says why."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Either a cron line with names or Unix digits for week days, or a fixed number of seconds between looks."""

    cron: str | None = None
    every: float | None = None
    timezone: str = "Europe/Stockholm"

    def __str__(self) -> str:
        return f"every {self.every:g}s" if self.every else str(self.cron)


@lru_cache(maxsize=1024)
def validate(schedule: Schedule) -> None:
    """Raise NeverRuns for a cron line that is wrong or never fires. Simple lines are checked without APScheduler."""
    if schedule.cron is None or _is_plain(schedule.cron.lower().split()):
        return
    start = datetime(2026, 1, 1, tzinfo=UTC)
    if next_fire(schedule, start) is None:
        raise NeverRuns("never comes: there is no such day")


def _is_plain(fields: list[str]) -> bool:
    """Whether five fields are certainly right: times in range, every day of the month, week days by name."""
    if len(fields) != 5 or fields[2:4] != ["*", "*"] or not re.fullmatch(_SIMPLE_DAYS, fields[4]):
        return False
    return all(_in_range(field, top) for field, top in zip(fields[:2], (59, 23), strict=True))


def _in_range(field: str, top: int) -> bool:
    if not re.fullmatch(_SIMPLE_TIME, field):
        return False
    for part in field.split(","):
        numbers = [int(number) for number in re.findall(r"\d+", part)]
        if any(number > top for number in numbers) or numbers != sorted(numbers):
            return False
    return True


def next_fire(schedule: Schedule, after: datetime) -> datetime | None:
    """The first time of the schedule strictly after an aware time, in UTC; None if there is none.

    A cron time inside the hour that autumn repeats comes twice; one in the hour that spring skips comes once, an hour
    late. Where both a day of the month and a week day are given either is enough, as in Unix cron.
    """
    if schedule.every is not None:
        return after + timedelta(seconds=schedule.every)
    fired = _trigger(str(schedule.cron), schedule.timezone).get_next_fire_time(None, after + timedelta(microseconds=1))
    return fired.astimezone(UTC) if fired else None


@lru_cache(maxsize=1024)
def _trigger(cron: str, timezone: str) -> Any:
    from apscheduler.triggers.combining import OrTrigger
    from apscheduler.triggers.cron import CronTrigger

    fields = cron.lower().split()
    if len(fields) != 5:
        raise NeverRuns(f"has {len(fields)} fields; cron has five: minute hour day month weekday")
    minute, hour, day, month, weekday = fields
    weekday = _named_days(weekday)
    zone = ZoneInfo(timezone)

    def cron_trigger(day: str, weekday: str) -> Any:
        try:
            return CronTrigger(
                minute=minute, hour=hour, day=day, month=month, day_of_week=weekday, second=0, timezone=zone
            )
        except ValueError as problem:
            raise NeverRuns(f"is no cron line ({problem})") from problem

    if day != "*" and weekday != "*":
        return OrTrigger([cron_trigger(day, "*"), cron_trigger("*", weekday)])
    return cron_trigger(day, weekday)


def _named_days(field: str) -> str:
    """Unix digits (0 and 7 Sunday) as names: APScheduler counts from Monday. Ranges are spelled out day by day."""
    if field == "*" or field.startswith("*/"):
        return field
    names: list[str] = []
    for part in field.split(","):
        ends = part.split("-")
        if len(ends) > 2 or not all(end in _DAYS or (end.isdigit() and int(end) <= 7) for end in ends):
            raise NeverRuns(f'has a week day "{part}" that is none; write mon to sun, or 0 to 7')
        first, last = (int(end) if end.isdigit() else _DAYS.index(end) for end in (ends[0], ends[-1]))
        last += 7 if last < first else 0
        names += [_DAYS[number % 7] for number in range(first, last + 1)]
    return ",".join(dict.fromkeys(names))


def due_after(name: str, schedule: Schedule, last_look: datetime | None, now: datetime) -> datetime:
    """When a page that was well at its last look is due again, spread by up to a minute from page to page.

    A page never looked at is due now. A time missed while nothing ran is simply past: one catch-up look follows.
    """
    if last_look is None:
        return now
    fired = next_fire(schedule, last_look)
    return (fired or now + DAY) + _spread(name, schedule)


def _spread(name: str, schedule: Schedule) -> timedelta:
    most = min(60.0, (schedule.every or 3600.0) / 20)
    share = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") / 2**32
    return timedelta(seconds=most * share)


def retry_after_failure(now: datetime, failures: int, retry_after: float | None) -> datetime:
    """The next look after a look that could not tell: 10 minutes, doubling, never more than a day.

    failures counts this one. A site's own Retry-After is obeyed when it is longer, up to that same day.
    """
    delay = timedelta(minutes=10) * (1 << min(failures - 1, 8))
    return now + min(max(delay, timedelta(seconds=retry_after or 0)), DAY)


def retry_while_held(now: datetime, looks: int) -> datetime:
    """The next look at a held state: after 1, 4, 16, then every 24 hours. looks counts this one."""
    return now + min(timedelta(hours=1) * (1 << 2 * min(looks - 1, 4)), DAY)


SOON = timedelta(minutes=5)
"""How soon an unsettled page is looked at again."""


class Ticker:
    """APScheduler calling tick at once and then every so many seconds: one at a time, and late rather than never."""

    def __init__(self, tick: Callable[[], None], seconds: float) -> None:
        from apscheduler.executors.pool import ThreadPoolExecutor
        from apscheduler.schedulers.background import BackgroundScheduler

        self._seconds = seconds
        self._scheduler = BackgroundScheduler(timezone=UTC, executors={"default": ThreadPoolExecutor(1)})
        self._job = self._scheduler.add_job(
            tick,
            "interval",
            seconds=seconds,
            next_run_time=datetime.now(UTC),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        self._scheduler.start()

    def nudge(self) -> None:
        """Tick now if the next tick is far away, as after the machine's clock was set back. Call this now and then."""
        following = self._job.next_run_time
        if following and following - datetime.now(UTC) > timedelta(seconds=2 * self._seconds):
            self._job.modify(next_run_time=datetime.now(UTC))

    def stop(self) -> None:
        """No more ticks. Waits for a tick that is under way."""
        self._scheduler.pause()
        self._scheduler.shutdown(wait=True)
