"""A visit to a site, as politely as it asks: robots.txt, its crawl-delay, our own delay, its Retry-After."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from monitor.agenda import host_of
from monitor.clock import Clock
from monitor.schedule import DAY
from records.outcome import CannotTell
from scraper.fetch import Answer, Download, Fetcher, NotModified, Validators, refusal_of
from scraper.fetch.robots import Robots
from storage.look_store import LookStore

T = TypeVar("T")

LONGEST_CRAWL_DELAY = 600.0
"""Seconds. A longer one is meant for crawlers of whole sites, not for one page now and then."""
SHORT_WAIT = timedelta(minutes=1)
"""A Retry-After up to this long is waited out; after a longer one that host is not looked at until then."""


class NotYet(Exception):
    """Our turn at a host is further away than we would wait, so we did not take it."""


class Visitor:
    """One thread's visits to the sites. delay: seconds between two looks at one host, by all processes together."""

    def __init__(
        self, store: LookStore, fetcher: Callable[[], Fetcher], robots: Robots, clock: Clock, *, delay: float
    ) -> None:
        self._store = store
        self._fetcher = fetcher
        self._robots = robots
        self._clock = clock
        self._delay = delay
        self._last_at_host: dict[str, datetime] = {}
        self._asked_to_wait: dict[str, tuple[datetime, CannotTell]] = {}

    def get(self, url: str, validators: Validators | None = None, *, patience: float | None = None) -> Answer:
        """One look at a page. patience: the most seconds to wait for a turn; NotYet where it would take longer.

        has the host asked us to wait? | does robots.txt allow it? | wait for our turn at the host | ask
        """
        return self._visit(url, lambda: self._fetcher().get(url, validators), patience)

    def file(self, url: str, validators: Validators | None = None) -> Download | NotModified | CannotTell:
        """One look at a linked file, as politely."""
        return self._visit(url, lambda: self._fetcher().file(url, validators))

    def _visit(self, url: str, ask: Callable[[], T | CannotTell], patience: float | None = None) -> T | CannotTell:
        host = host_of(url)
        answer: T | CannotTell | None = self._wait_or_refuse(host) or self._robots.refuses(url)
        if answer is None:
            self._wait_for_a_turn(host, max(self._delay, self._crawl_delay(url)), patience)
            answer = self._ask(host, ask)
        why = refusal_of(answer)
        if why is not None and why.retry_after:
            self._remember(host, why)
        return answer

    def _ask(self, host: str, ask: Callable[[], T]) -> T:
        try:
            return ask()
        finally:
            self._last_at_host[host] = self._clock.now()

    def _wait_or_refuse(self, host: str) -> CannotTell | None:
        until, answer = self._asked_to_wait.get(host, (None, None))
        if until is None or answer is None or until <= self._clock.now():
            return None
        left = until - self._clock.now()
        if left <= SHORT_WAIT:
            self._clock.sleep(left.total_seconds())
            return None
        asked = f"{answer.detail}; it asked us not to come back before {until:%H:%M} UTC"
        return CannotTell(answer.reason, asked, retry_after=left.total_seconds())

    def _remember(self, host: str, answer: CannotTell) -> None:
        if host in self._asked_to_wait and self._clock.now() < self._asked_to_wait[host][0]:
            return
        until = self._clock.now() + min(timedelta(seconds=answer.retry_after or 0), DAY)
        self._asked_to_wait[host] = (until, answer)
        self._store.stay_away(host, until)

    def _crawl_delay(self, url: str) -> float:
        return min(self._robots.crawl_delay(url) or 0.0, LONGEST_CRAWL_DELAY)

    def _wait_for_a_turn(self, host: str, delay: float, patience: float | None) -> None:
        if not delay:
            return
        between = timedelta(seconds=delay)
        now = self._clock.now()
        last = self._last_at_host.get(host)
        earliest = last + between if last and now - between < last <= now else now
        latest = None if patience is None else now + timedelta(seconds=patience)
        turn = self._store.reserve(host, between, earliest, latest)
        if turn is None:
            raise NotYet
        if turn > now:
            self._clock.sleep((turn - now).total_seconds())


class StoredRobots:
    """Good copies of robots.txt in the database: cron starts a new process every time."""

    def __init__(self, store: LookStore) -> None:
        self._store = store

    def load(self, site: str) -> tuple[str, datetime] | None:
        note = self._store.note(f"robots:{site}")
        if note is None:
            return None
        kept = json.loads(note)
        return kept["text"], datetime.fromisoformat(kept["until"])

    def save(self, site: str, text: str, until: datetime) -> None:
        self._store.set_note(f"robots:{site}", json.dumps({"until": until.isoformat(), "text": text}))
