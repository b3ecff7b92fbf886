"""Is everything being seen and delivered? For /healthz and /metrics: facts in, an answer out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from monitor.config import PageConfig
from monitor.schedule import DAY, Schedule, next_fire
from records.errors import UsageError
from storage.values import Backlog, Standing

OVERDUE = timedelta(hours=1)
INTERVALS = 3
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Watched:
    """A configured page, how it stands and when it is looked at next."""

    page: PageConfig
    standing: Standing
    next_look: datetime


@dataclass(frozen=True, slots=True)
class House:
    """What Bevaka knows of itself. size: bytes of the database; backup: when one was last found good."""

    version: str
    parser_version: int
    size: int
    backup: datetime | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """problems: one sentence each, without anything secret; none of them is well."""

    problems: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.problems


def problems(
    unseen: Iterable[tuple[PageConfig, datetime]], schedules: Collection[Schedule], backlog: Backlog, now: datetime
) -> Iterator[str]:
    """Whether every page was seen within three of its intervals, and no alert is overdue by more than an hour.

    unseen: pages and since when nobody has seen them, the longest first. schedules: all that they have.
    """
    for page, since in blind(unseen, schedules, now):
        yield f"{page.name} has not been seen since {since:%Y-%m-%d %H:%M} UTC"
    if backlog.oldest is not None and now - backlog.oldest > OVERDUE:
        yield f"a message has been waiting to be sent since {backlog.oldest:%Y-%m-%d %H:%M} UTC"


def blind(
    unseen: Iterable[tuple[PageConfig, datetime]], schedules: Collection[Schedule], now: datetime
) -> Iterator[tuple[PageConfig, datetime]]:
    """The pages that have not been seen for too long, and since when.

    The longest unseen come first: after the first page of a schedule that is well, no other of it is checked. Computing
    the times of a schedule is expensive, and there may be thousands of pages.
    """
    waiting = set(schedules)
    for page, since in unseen:
        if page.schedule not in waiting:
            continue
        if is_overdue(page.schedule, since, now):
            yield page, since
            continue
        waiting.discard(page.schedule)
        if not waiting:
            return


def is_overdue(schedule: Schedule, since: datetime, now: datetime) -> bool:
    """Whether a page has not been seen for more than three of its intervals."""
    return now > _seen_by(schedule, since)


@lru_cache(maxsize=10_000)
def _seen_by(schedule: Schedule, since: datetime) -> datetime:
    at = since
    for _ in range(INTERVALS):
        at = next_fire(schedule, at) or at + DAY
    return at


def metrics(pages: Sequence[Watched], backlog: Backlog, house: House, now: datetime) -> bytes:
    """The Prometheus text format, METRICS_TYPE. UsageError where bevaka[metrics] is not installed."""
    try:
        from prometheus_client import CollectorRegistry, Gauge, generate_latest
    except ImportError:
        raise UsageError("metrics need a library that is not installed; install bevaka[metrics]") from None
    registry = CollectorRegistry()

    def gauge(name: str, what: str, labels: Sequence[str] = ()) -> Gauge:
        return Gauge(f"bevaka_{name}", what, labels, registry=registry)

    age = gauge("page_last_good_age_seconds", "Since the last look that could tell", ["page"])
    outcome = gauge("page_outcome", "1 for the outcome of the last look", ["page", "outcome"])
    failures = gauge("page_failures", "Looks in a row that could not tell", ["page"])
    following = gauge("page_next_look_timestamp_seconds", "When the page is looked at next", ["page"])
    for each in pages:
        name, standing = each.page.name, each.standing
        if standing.last_good_at is not None:
            age.labels(name).set((now - standing.last_good_at).total_seconds())
        outcome.labels(name, standing.outcome or "none").set(1)
        failures.labels(name).set(standing.failures)
        following.labels(name).set(each.next_look.timestamp())
    gauge("outbox_queued", "Messages that wait").set(backlog.queued)
    waiting = (now - backlog.oldest).total_seconds() if backlog.oldest else 0
    gauge("outbox_oldest_age_seconds", "How long the oldest message has waited").set(waiting)
    gauge("outbox_undeliverable", "Messages that were given up").set(backlog.undeliverable)
    gauge("database_bytes", "Size of the database").set(house.size)
    if house.backup is not None:
        gauge("backup_verified_timestamp_seconds", "The last backup found good").set(house.backup.timestamp())
    info = gauge("info", "Versions", ["version", "parser_version"])
    info.labels(house.version, str(house.parser_version)).set(1)
    return bytes(generate_latest(registry))
