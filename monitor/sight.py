"""How the watch is going: the answers of status, /healthz and /metrics, from what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing
from datetime import datetime
from typing import Any

import scraper
from monitor.agenda import next_look
from monitor.answers import backlog_json, page_status_json
from monitor.clock import Clock
from monitor.config import PageConfig
from monitor.health import Health, House, Watched, blind, metrics, problems
from monitor.version import VERSION
from storage.store import Store
from storage.values import Backlog, Standing

VERIFIED_BACKUP = "verified-backup"
"""The note that says when a backup was last found good."""


class Sight:
    """What one store knows of these pages and of the alerts, now."""

    def __init__(self, store: Store, pages: Sequence[PageConfig], clock: Clock) -> None:
        self._store = store
        self._pages = pages
        self._clock = clock
        self._named = {page.name: page for page in pages}
        self._schedules = {page.schedule for page in pages}

    def status(self) -> dict[str, Any]:
        """The status answer of DESIGN §6.

        ok: every page was seen at its last look and not too long ago, and nothing waits to be sent.
        """
        backlog, standings = self._store.backlog(), self._store.standings()
        return {
            "ok": self.is_well(self._store.well(), backlog),
            "pages": [page_status_json(each) for each in self._watched(standings, self._pages)],
            "alerts": backlog_json(backlog),
        }

    def is_well(self, well: Set[str], backlog: Backlog) -> bool:
        """The ok of status, from what is stored. well: the names of the pages whose last look could tell."""
        if backlog.undeliverable or backlog.queued or not self._named.keys() <= well:
            return False
        return next(self._problems(backlog), None) is None

    def overdue(self) -> set[str]:
        """The names of the pages that have not been seen for too long."""
        with closing(self._store.unseen()) as unseen:
            return {page.name for page, _ in blind(self._known(unseen), self._schedules, self._clock.now())}

    def watched(self, pages: Sequence[PageConfig]) -> list[Watched]:
        """How these pages stand."""
        return self._watched(self._store.standings([page.name for page in pages]), pages)

    def health(self) -> Health:
        """What /healthz asks: whether pages are seen and alerts delivered in time."""
        return Health(tuple(self._problems(self._store.backlog())))

    def _problems(self, backlog: Backlog) -> Iterator[str]:
        with closing(self._store.unseen()) as unseen:
            yield from problems(self._known(unseen), self._schedules, backlog, self._clock.now())

    def _known(self, unseen: Iterable[tuple[str, datetime]]) -> Iterator[tuple[PageConfig, datetime]]:
        return ((self._named[name], since) for name, since in unseen if name in self._named)

    def metrics(self) -> bytes:
        """What /metrics asks, in the Prometheus text format; UsageError without bevaka[metrics]."""
        backup = self._store.note(VERIFIED_BACKUP)
        checked = datetime.fromisoformat(backup) if backup else None
        house = House(VERSION, scraper.PARSER_VERSION, self._store.size(), checked)
        watched = self._watched(self._store.standings(), self._pages)
        return metrics(watched, self._store.backlog(), house, self._clock.now())

    def _watched(self, standings: Mapping[str, Standing], pages: Sequence[PageConfig]) -> list[Watched]:
        now = self._clock.now()
        waits = self._store.waits(now)
        stands = [(page, standings.get(page.name, Standing())) for page in pages]
        return [Watched(page, standing, next_look(page, standing, waits, now)) for page, standing in stands]
