"""Is everything being seen and delivered? For /healthz and /metrics: facts in, an answer out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from operator import itemgetter

from monitor.config import PageConfig
from monitor.schedule import DAY, Schedule, next_fire
from records.errors import UsageError
from storage.memory import Backlog, Outlook, Standing

OVERDUE = timedelta(hours=1)
INTERVALS = 3
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


Seen = Standing | Outlook
"""How a page is seen, in full or in short."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A configured page, how it stands and when it is looked at next."""

    page: PageConfig
    standing: Standing
    next_look: datetime


@dataclass(frozen=True, slots=True)
class House:
    """What the house knows of itself. size: bytes of the database; backup: when one was last found good."""

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


def health(pages: Iterable[tuple[PageConfig, Seen]], backlog: Backlog, now: datetime) -> Health:
    """Whether every page was seen within three of its intervals, and no alert is overdue by more than an hour."""
    problems = [f"{page.name} has not been seen since {since:%Y-%m-%d %H:%M} UTC" for page, since in _blind(pages, now)]
    if backlog.oldest is not None and now - backlog.oldest > OVERDUE:
        problems.append(f"a message has been waiting to be sent since {backlog.oldest:%Y-%m-%d %H:%M} UTC")
    return Health(tuple(problems))


def _blind(pages: Iterable[tuple[PageConfig, Seen]], now: datetime) -> Iterator[tuple[PageConfig, datetime]]:
    """The pages that have not been seen for too long, and since when.

    Of those with one schedule the longest unseen is asked about first, and nobody after the first that is well: times
    of a schedule are dear, and pages are thousands.
    """
    by_schedule: dict[Schedule, list[tuple[datetime, PageConfig]]] = {}
    for page, seen in pages:
        # Its last good look, or the first failure of a page that was never seen; nothing before any look.
        if since := seen.last_good_at or seen.failing_since:
            by_schedule.setdefault(page.schedule, []).append((since, page))
    for same in by_schedule.values():
        same.sort(key=itemgetter(0))
        unseen = takewhile(lambda one: now > _seen_by(one[1].schedule, one[0]), same)
        yield from ((page, since) for since, page in unseen)


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
