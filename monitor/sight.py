"""How everything stands: the answers of status, /healthz and /metrics, from what is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib.metadata import version
from typing import Any

import scraper
from monitor.agenda import next_look
from monitor.answers import backlog_json, page_status_json
from monitor.clock import Clock
from monitor.config import PageConfig
from monitor.health import Health, House, Seen, Watched, health, metrics
from storage.memory import Backlog, Standing
from storage.store import Store

VERIFIED_BACKUP = "verified-backup"
"""The note that says when a backup was last found good."""


class Sight:
    """What one store knows of these pages and of the alerts, now."""

    def __init__(self, store: Store, pages: Sequence[PageConfig], clock: Clock) -> None:
        self._store = store
        self._pages = pages
        self._clock = clock

    def status(self) -> dict[str, Any]:
        """The status answer of DESIGN §6.

        ok: every page was seen at its last look and not too long ago, and nothing waits to be sent.
        """
        backlog, standings = self._store.backlog(), self._store.standings()
        return {
            "ok": self.is_well(standings, backlog),
            "pages": [page_status_json(each) for each in self._watched(standings, self._pages)],
            "alerts": backlog_json(backlog),
        }

    def is_well(self, seen: Mapping[str, Seen], backlog: Backlog) -> bool:
        """The ok of status, from what is stored."""
        outcomes = (seen[page.name].outcome if page.name in seen else None for page in self._pages)
        answered = all(outcome not in (None, "cannot-tell") for outcome in outcomes)
        return answered and not backlog.undeliverable and not backlog.queued and self._health(seen, backlog).ok

    def page_states(self, pages: Sequence[PageConfig]) -> list[dict[str, Any]]:
        """The pages of the status answer, of these alone."""
        standings = self._store.standings([page.name for page in pages])
        return [page_status_json(each) for each in self._watched(standings, pages)]

    def health(self) -> Health:
        """What /healthz asks: whether pages are seen and alerts delivered in time."""
        return self._health(self._store.outlooks(), self._store.backlog())

    def _health(self, seen: Mapping[str, Seen], backlog: Backlog) -> Health:
        known = ((page, seen[page.name]) for page in self._pages if page.name in seen)
        return health(known, backlog, self._clock.now())

    def metrics(self) -> bytes:
        """What /metrics asks, in the Prometheus text format; UsageError without bevaka[metrics]."""
        backup = self._store.note(VERIFIED_BACKUP)
        checked = datetime.fromisoformat(backup) if backup else None
        house = House(version("bevaka"), scraper.PARSER_VERSION, self._store.size(), checked)
        watched = self._watched(self._store.standings(), self._pages)
        return metrics(watched, self._store.backlog(), house, self._clock.now())

    def _watched(self, standings: Mapping[str, Standing], pages: Sequence[PageConfig]) -> list[Watched]:
        now = self._clock.now()
        waits = self._store.waits(now)
        stands = [(page, standings.get(page.name, Standing())) for page in pages]
        return [Watched(page, standing, next_look(page, standing, waits, now)) for page, standing in stands]
