"""`bevaka run`: the scheduled job. APScheduler ticks every few seconds; what is due is data in the database.

tick | what is due | one worker a host | check and deliver      until SIGTERM or SIGINT; SIGHUP re-reads the settings
"""

from __future__ import annotations

import math
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import datetime, timedelta
from types import FrameType
from typing import TYPE_CHECKING

from monitor.agenda import host_of
from monitor.app import App
from monitor.clock import Clock, StoppableClock, Stopping, SystemClock
from monitor.config import PageConfig, load
from monitor.garbage import collect_often
from monitor.logs import LOG, log_look, log_to_stdout
from monitor.schedule import Ticker
from monitor.service import notify, notify_reloading
from records.errors import BevakaError, StorageError
from records.outcome import CannotTell
from storage.values import Standing

if TYPE_CHECKING:
    from monitor.fleet import Dispatcher

TICK = 5.0
HOSTS_AT_ONCE = 16
CATCH_UP = 300.0
"""Seconds over which a backlog (after a stop, a sleep, a jump of the clock) is spread evenly."""
AT_A_HOST = 60.0
"""Seconds of work at one host that a worker is given at a time; after that other hosts get their turn."""
STOP_WITHIN = 10.0
PAUSE = timedelta(minutes=1)
"""How long nothing is looked at after the database failed: what was learned could not be kept."""
AVOID = timedelta(minutes=10)
"""How long a page is left alone after an unforeseen fault at it. Each such fault is logged."""


class Daemon:
    """Looks when it is time, and delivers, until it is stopped. open_app gives an App over the present settings.

    fleet: the dispatcher of an App whose looks are left to workers; None where the daemon looks itself.
    """

    def __init__(
        self,
        open_app: Callable[[Clock], App],
        clock: Clock | None = None,
        fleet: Callable[[App], Dispatcher | None] = lambda _: None,
    ) -> None:
        self.stop = threading.Event()
        self.reload = threading.Event()
        self._open_app = open_app
        self._fleet = fleet
        self._clock = StoppableClock(clock or SystemClock(), self.stop)
        self._app = open_app(self._clock)
        self._retired: list[tuple[App, list[Future[None]]]] = []
        self._lookers = ThreadPoolExecutor(HOSTS_AT_ONCE, thread_name_prefix="look")
        self._postman = ThreadPoolExecutor(1, thread_name_prefix="deliver")
        self._under_way: dict[str, Future[None]] = {}
        self._delivering: Future[None] | None = None
        self._backlog = 0
        self._avoided: dict[str, datetime] = {}
        self._paused_until: datetime | None = None
        self._in_trouble = False
        self._seen = threading.Event()  # a round of looks went well, and the dead man's switch does not know it yet

    @property
    def pages(self) -> int:
        """How many are watched."""
        return len(self._app.config.pages)

    def tick(self) -> None:
        """One round: hand out what is due, one worker a host, and the outbox to another."""
        if self.reload.is_set():
            self._reload()
        self._close_retired()
        try:
            self._round(self._app.agenda.due(self._clock.now()))
        except StorageError as problem:
            if not self._in_trouble:
                LOG.error("%s; trying again every %.0f s", problem, TICK)
            self._in_trouble = True
            return
        if self._in_trouble:
            LOG.info("the database is back")
        self._in_trouble = False

    def _round(self, due: Sequence[PageConfig]) -> None:
        if (fleet := self._fleet(self._app)) is not None:
            self._leave_to(fleet, due)
            return
        self._hand_out(due)
        if self._delivering is None or self._delivering.done():
            self._delivering = self._postman.submit(self._deliver, self._app)

    # --- looking

    def _leave_to(self, fleet: Dispatcher, due: Sequence[PageConfig]) -> None:
        """Leave looks and delivery to workers; hand out again what a dead worker had taken."""
        if dead := fleet.rescue():
            LOG.warning("%d jobs of workers that died are given to others", dead)
        fleet.hand_out(due, delay=self._app.config.fetch.delay, now=self._clock.now())

    def _hand_out(self, due: Sequence[PageConfig]) -> None:
        """Give each host's worker about a minute of work; only a part of a long backlog in each round."""
        self._under_way = {host: future for host, future in self._under_way.items() if not future.done()}
        now = self._clock.now()
        if self._paused_until and now < self._paused_until <= now + PAUSE:
            return
        self._avoided = {name: until for name, until in self._avoided.items() if now < until <= now + AVOID}
        waiting = [page for page in due if host_of(page.url) not in self._under_way and page.name not in self._avoided]
        self._backlog = max(self._backlog, len(waiting)) if waiting else 0
        portion = max(HOSTS_AT_ONCE, math.ceil(self._backlog * TICK / CATCH_UP))
        for host, pages in self._by_host(waiting[:portion]).items():
            self._under_way[host] = self._lookers.submit(self._look, self._app, pages)

    def _by_host(self, pages: Sequence[PageConfig]) -> dict[str, list[PageConfig]]:
        delay = self._app.config.fetch.delay
        most = max(1, int(AT_A_HOST / delay)) if delay else len(pages)
        hosts: dict[str, list[PageConfig]] = {}
        for page in pages:
            chosen = hosts.setdefault(host_of(page.url), [])
            if len(chosen) < most:
                chosen.append(page)
        return hosts

    def _look(self, app: App, pages: Sequence[PageConfig]) -> None:
        checker = app.checker()

        def still_due(page: PageConfig, standing: Standing) -> bool:
            return not self.stop.is_set() and app.still_due(page, standing)

        try:
            checked = checker.check(pages, still_due)
            for each in checked:
                log_look(each)
            if checked and not any(isinstance(each.outcome, CannotTell) for each in checked):
                self._seen.set()
        except Stopping:
            LOG.info("stopped before a change was confirmed; it is looked at again at the next start")
        except StorageError as problem:
            LOG.error("%s; nothing that was seen is lost, it is looked at again", problem)
            self._paused_until = self._clock.now() + PAUSE
        except Exception:  # noqa: BLE001 (the top of a worker: logged, and the others go on)
            LOG.exception("looks failed in a way that nobody foresaw: %s", ", ".join(page.name for page in pages))
            self._avoid(page.name for page in pages)
        for fault in checker.faults.values():
            LOG.error("a look failed in a way that nobody foresaw", exc_info=fault)
        self._avoid(checker.faults)

    def _avoid(self, names: Iterable[str]) -> None:
        until = self._clock.now() + AVOID
        self._avoided |= dict.fromkeys(names, until)

    # --- delivering

    def _deliver(self, app: App) -> None:
        try:
            delivered = app.deliver()
        except Stopping:
            LOG.info("stopped between two messages; the others go out after the next start")
        except BevakaError as problem:
            LOG.error("%s", problem)
        except Exception:  # noqa: BLE001 (as above)
            LOG.exception("delivery failed in a way that nobody foresaw")
        else:
            if delivered.sent or delivered.failed:
                LOG.info("delivered %d, failed %d", delivered.sent, delivered.failed)
            if self._seen.is_set() and not app.store.backlog().queued:
                self._seen.clear()
                app.ping()

    # --- settings

    def _reload(self) -> None:
        """Use the new settings from now on. Where they are wrong the old ones stay; what is under way keeps its own."""
        self.reload.clear()
        notify_reloading()
        try:
            app = self._open_app(self._clock)
        except BevakaError as problem:
            LOG.error("the settings were not re-read, the old ones go on: %s", problem)
        else:
            self._retired.append((self._app, self._futures()))
            self._app = app
            LOG.info("the settings were re-read; pages watched: %d", len(app.config.pages))
        notify("READY=1")

    def _close_retired(self) -> None:
        for app, futures in self._retired:
            if all(future.done() for future in futures):
                app.__exit__(None, None, None)
        self._retired = [each for each in self._retired if not all(future.done() for future in each[1])]

    def _futures(self) -> list[Future[None]]:
        return [*self._under_way.values(), *([self._delivering] if self._delivering else [])]

    # --- the end

    def settle(self, seconds: float | None = None) -> bool:
        """Wait for what is under way; whether all of it ended."""
        futures = [*self._futures(), *(future for _, old in self._retired for future in old)]
        return not wait(futures, timeout=seconds).not_done

    def close(self) -> bool:
        """Finish what is under way and release everything; False where something still hangs."""
        self.stop.set()
        done = self.settle(STOP_WITHIN)
        self._lookers.shutdown(wait=False, cancel_futures=True)
        self._postman.shutdown(wait=False, cancel_futures=True)
        if done:
            self._close_retired()
            self._app.__exit__(None, None, None)
        return done


def run(config: str | None, log: str) -> int:
    """The daemon over the settings of --config, until SIGTERM or SIGINT; exit 0."""
    log_to_stdout(log)

    def open_app(clock: Clock) -> App:
        app = App(load(config), clock=clock)
        _ = app.agenda, app.robots, app.composer  # made before any thread needs them
        return app

    daemon = Daemon(open_app, fleet=lambda app: app.fleet)
    _obey_signals(daemon)

    def tick() -> None:
        daemon.tick()
        notify("READY=1", "WATCHDOG=1")  # after the tick: a tick that hangs is no sign of life

    LOG.info("pages watched: %d", daemon.pages)
    collect_often()
    ticker = Ticker(tick, TICK)
    while not daemon.stop.wait(TICK):
        ticker.nudge()
    LOG.info("stopping")
    notify("STOPPING=1")
    ticker.stop()
    if not daemon.close():
        LOG.warning("something hangs and is left: what it would have learned is looked at again at the next start")
        sys.stdout.flush()
        os._exit(0)  # a normal exit would wait for its thread
    LOG.info("stopped")
    return 0


def _obey_signals(daemon: Daemon) -> None:
    def on_signal(number: int, _frame: FrameType | None) -> None:
        (daemon.reload if number == signal.SIGHUP else daemon.stop).set()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, on_signal)
