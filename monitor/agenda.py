"""What is due? One answer for `check --due`, the daemon, the web page, the status and the workers."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from monitor.schedule import due_after
from storage.writes.agenda import AHEAD

if TYPE_CHECKING:
    from monitor.config import PageConfig
    from storage.look_store import LookStore
    from storage.values import Standing


def host_of(url: str) -> str:
    """Whom we are polite to: the host, with its port."""
    return urlsplit(url).netloc.lower()


def next_look(page: PageConfig, standing: Standing, waits: Mapping[str, datetime], now: datetime) -> datetime:
    """When a page is to be looked at next: after a failure as the backoff says, else as its schedule says; not before
    the time that its host asked for.

    waits: hosts that asked us to stay away, and until when. A page that was last looked at in the future (the clock
    was set back) is due now.
    """
    last = standing.last_look_at
    if last is None or last > now + AHEAD:
        at = now
    else:
        at = standing.next_check_at or due_after(page.name, page.schedule, last, now)
    return max(at, waits.get(host_of(page.url), at))


class Agenda:
    """The pages of one configuration over one database. What is due is asked every few seconds."""

    def __init__(self, store: LookStore, pages: Sequence[PageConfig]) -> None:
        self._store = store
        self._pages = {page.name: page for page in pages}
        schedules = "\n".join(f"{page.name} {page.schedule} {page.schedule.timezone}" for page in pages)
        store.follow_schedules(hashlib.sha256(schedules.encode()).hexdigest())
        store.watch([(page.name, page.url) for page in pages])

    def page(self, name: str) -> PageConfig | None:
        """The page of this name; None where it is not configured any more."""
        return self._pages.get(name)

    def due(self, now: datetime) -> list[PageConfig]:
        """The pages whose time has come, the longest overdue first.

        Where the next look was not known it is worked out and stored, so that most calls are one comparison in the
        database.
        """
        waits = self._store.waits(now)
        times: dict[str, datetime] = {}
        unplanned: dict[str, tuple[datetime, datetime]] = {}
        for name, standing in self._store.due_pages(now).items():
            if (page := self._pages.get(name)) is None:
                continue  # no longer configured: it keeps its history
            times[name] = next_look(page, standing, waits, now)
            if standing.next_check_at is None and standing.last_look_at and times[name] > now:
                unplanned[name] = (standing.last_look_at, next_look(page, standing, {}, now))
        self._store.plan(unplanned)
        return [self._pages[name] for name in sorted(times, key=lambda name: times[name]) if times[name] <= now]

    def following(self, page: PageConfig, last: datetime) -> datetime:
        """When a page is due again after a good look; stored with the look, so that nobody has to work it out later."""
        return due_after(page.name, page.schedule, last, last)

    def is_due(self, page: PageConfig, standing: Standing, now: datetime) -> bool:
        """Whether a page that we have claimed is still due: another process may have looked at it before the claim."""
        return next_look(page, standing, {}, now) <= now
