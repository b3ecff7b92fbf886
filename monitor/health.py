"""Is everything being seen and delivered? For /healthz and /metrics: facts in, an answer out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.config import PageConfig
from monitor.schedule import DAY, next_fire
from records.errors import UsageError
from storage.memory import Backlog, Standing

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


def health(pages: Sequence[Watched], backlog: Backlog, now: datetime) -> Health:
    """Whether every page was seen within three of its intervals, and no alert is overdue by more than an hour."""
    problems = [
        f"{each.page.name} has not been seen since {since:%Y-%m-%d %H:%M} UTC"
        for each in pages
        if (since := _blind_since(each)) and now > _seen_by(each.page, since)
    ]
    if backlog.oldest is not None and now - backlog.oldest > OVERDUE:
        problems.append(f"a message has been waiting to be sent since {backlog.oldest:%Y-%m-%d %H:%M} UTC")
    return Health(tuple(problems))


def _blind_since(watched: Watched) -> datetime | None:
    """The last good look, or the first failure of a page that was never seen; None before any look."""
    return watched.standing.last_good_at or watched.standing.failing_since


def _seen_by(page: PageConfig, since: datetime) -> datetime:
    at = since
    for _ in range(INTERVALS):
        at = next_fire(page.schedule, at) or at + DAY
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
