"""`bevaka run`: the scheduled job itself. APScheduler ticks; what is due is data in the database.

tick | what is due | one worker a host | check and deliver      until SIGTERM or SIGINT; SIGHUP re-reads the settings
"""

from __future__ import annotations

import json
import logging
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from types import FrameType
from urllib.parse import urlsplit

from monitor.app import App
from monitor.check import Checked
from monitor.clock import Clock, SystemClock
from monitor.config import PageConfig, load
from monitor.schedule import ticker
from records.errors import BevakaError, ConfigurationError
from records.outcome import CannotTell

LOG = logging.getLogger("bevaka")
TICK = 5.0
HOSTS_AT_ONCE = 8
STOP_WITHIN = 20.0


class Stopping(Exception):
    """Raised out of a wait when the daemon is asked to stop: what was not confirmed is seen again at the next start."""


class StoppableClock:
    """A clock whose waits end with Stopping when the daemon stops."""

    def __init__(self, clock: Clock, stop: threading.Event) -> None:
        self._clock = clock
        self._stop = stop

    def now(self) -> datetime:
        return self._clock.now()

    def sleep(self, seconds: float) -> None:
        if self._stop.wait(seconds):
            raise Stopping


class Daemon:
    """Looks when it is time, delivers, and goes on. open_app gives an App over the present settings."""

    def __init__(self, open_app: Callable[[Clock], App], clock: Clock | None = None) -> None:
        self.stop = threading.Event()
        self.reload = threading.Event()
        self._open_app = open_app
        self._clock = StoppableClock(clock or SystemClock(), self.stop)
        self._app = open_app(self._clock)
        self._pool = ThreadPoolExecutor(HOSTS_AT_ONCE, thread_name_prefix="look")
        self._under_way: dict[str, Future[None]] = {}
        self._delivering: Future[None] | None = None

    def tick(self) -> None:
        """One round: hand out what is due, one worker a host, and the outbox to another."""
        if self.reload.is_set():
            self._reload()
        for host, pages in self._due_by_host().items():
            if host not in self._under_way or self._under_way[host].done():
                self._under_way[host] = self._pool.submit(self._check, pages)
        if self._delivering is None or self._delivering.done():
            self._delivering = self._pool.submit(self._deliver)

    def _due_by_host(self) -> dict[str, list[PageConfig]]:
        hosts: dict[str, list[PageConfig]] = {}
        for page in self._app.agenda.due(self._clock.now()):
            hosts.setdefault(urlsplit(page.url).netloc.lower(), []).append(page)
        return hosts

    def _check(self, pages: Sequence[PageConfig]) -> None:
        try:
            for checked in self._app.checker().check(pages, self._app.still_due):
                log_look(checked)
        except Stopping:
            LOG.info("stopped before a change was confirmed; it is looked at again at the next start")
        except Exception:  # the top of a worker: a fault of ours must be heard, and must not stop the others
            LOG.exception("a look failed in a way that nobody foresaw: %s", ", ".join(page.name for page in pages))

    def _deliver(self) -> None:
        try:
            delivered = self._app.deliver()
        except BevakaError as problem:
            LOG.error("%s", problem)
        except Exception:  # as above
            LOG.exception("delivery failed in a way that nobody foresaw")
        else:
            if delivered.sent or delivered.failed:
                LOG.info("delivered %d, failed %d", delivered.sent, delivered.failed)

    def _reload(self) -> None:
        """New settings from now on; the old ones go on where the new ones are wrong."""
        self.reload.clear()
        try:
            app = self._open_app(self._clock)
        except ConfigurationError as problem:
            LOG.error("the settings were not re-read: %s", problem)
            return
        self._wait(STOP_WITHIN)
        self._app.__exit__(None, None, None)
        self._app = app
        LOG.info("the settings were re-read: %d pages", len(app.config.pages))

    def _wait(self, seconds: float) -> None:
        for future in [*self._under_way.values(), *([self._delivering] if self._delivering else [])]:
            future.exception(timeout=seconds)

    def close(self) -> None:
        """Finish what is under way, and let go of everything."""
        self.stop.set()
        self._pool.shutdown(wait=True)
        self._app.__exit__(None, None, None)


def log_look(checked: Checked) -> None:
    """One line a look; trouble is a warning."""
    outcome = checked.outcome
    if isinstance(outcome, CannotTell):
        LOG.warning("%s: cannot tell (%s): %s", checked.page, outcome.reason, outcome.detail)
    else:
        LOG.info("%s: %s", checked.page, type(outcome).__name__.lower())


class _JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def _log_to_stdout(form: str) -> None:
    handler = logging.StreamHandler(sys.stdout)
    text = logging.Formatter("%(asctime)s %(levelname)s %(message)s")
    handler.setFormatter(_JsonFormatter() if form == "json" else text)
    LOG.handlers = [handler]
    LOG.setLevel(logging.INFO)


def run(config: str | None, log: str) -> int:
    """The daemon over the settings of --config, until SIGTERM or SIGINT; exit 0."""
    _log_to_stdout(log)

    def open_app(clock: Clock) -> App:
        app = App(load(config), clock=clock)
        _ = app.agenda, app.robots, app.composer  # made before any thread needs them
        return app

    daemon = Daemon(open_app)

    def on_signal(number: int, _frame: FrameType | None) -> None:
        (daemon.reload if number == signal.SIGHUP else daemon.stop).set()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, on_signal)
    scheduler = ticker(daemon.tick, TICK)
    LOG.info("watching %d pages", len(load(config).pages))
    daemon.stop.wait()
    LOG.info("stopping")
    scheduler.pause()
    scheduler.shutdown(wait=True)
    daemon.close()
    LOG.info("stopped")
    return 0
