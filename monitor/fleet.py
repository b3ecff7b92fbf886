"""Many machines: the only Procrastinate import. PostgreSQL holds the jobs, any number of workers take them.

bevaka run     what is due | in shares, a job each, and one for the outbox | jobs of workers that died, anew
bevaka work    a job | claim | still due? | look, one by one | keep together       one at a time per host
"""

from __future__ import annotations

import asyncio
import math
import os
import signal
import sys
import threading
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.util import find_spec
from typing import Any

from monitor.agenda import host_of
from monitor.app import App
from monitor.clock import StoppableClock, Stopping, SystemClock
from monitor.config import PageConfig, load
from monitor.garbage import collect_often
from monitor.logs import LOG, log_look, log_to_stdout
from monitor.service import notify
from records.errors import BevakaError, StorageError, UsageError
from storage.store import Store
from storage.values import Standing

LOOK, DELIVER = "look", "deliver"
HEARTBEAT = 10.0
DEAD_AFTER = 3.0
"""How many heartbeats a worker may miss before its jobs are given to others."""
AT_ONCE = 4
ASK_EVERY = 1.0
"""Seconds between two polls for a job whose time has come: PostgreSQL notifies workers of new jobs only."""
STOP_WITHIN = 10
MOST = 50
"""Pages in one share, at most: the looks that are lost when a worker is killed."""
PARTS = 64
"""The least number of shares that a backlog is cut into."""
AHEAD = 60.0
"""How many seconds ahead the turns at one host are handed out."""
_GIVEN = """
SELECT jsonb_array_elements_text(args -> 'pages') AS page FROM procrastinate_jobs
WHERE task_name = 'look' AND status IN ('todo', 'doing')
"""
_DELIVERING = """
SELECT EXISTS (SELECT FROM procrastinate_jobs WHERE queueing_lock = 'deliver' AND status = 'todo') AS waits
"""


def is_fleet(store: Store) -> bool:
    """Whether looks are left to workers: on PostgreSQL, where bevaka[fleet] is installed."""
    return store.database.path is None and find_spec("procrastinate") is not None


@dataclass(frozen=True, slots=True)
class Share:
    """Pages that one worker looks at one by one and keeps in one transaction. after: seconds from now, at the least."""

    pages: tuple[str, ...]
    after: float = 0.0


def shares(due: Sequence[PageConfig], given: Collection[str], failing: Collection[str], *, delay: float) -> list[Share]:
    """What is due and not given to a worker yet, in shares: small where there is little, so that every worker has some.

    Pages of one host go to shares that begin delay seconds apart, so that no worker sleeps between them; those whose
    turn is a minute away or more are left for later. A page that is failing may hang again: it gets a share of its
    own, so that no other page waits for it.
    """
    turns: Counter[str] = Counter()
    at: dict[float, list[str]] = {}
    alone: list[Share] = []
    for page in due:
        after = delay * turns[host_of(page.url)]
        turns[host_of(page.url)] += 1
        if page.name in given or after >= AHEAD:
            continue
        if page.name in failing:
            alone.append(Share((page.name,), after))
        else:
            at.setdefault(after, []).append(page.name)
    size = min(MOST, math.ceil(sum(map(len, at.values())) / PARTS))
    parts = ((names[n : n + size], after) for after, names in at.items() for n in range(0, len(names), size))
    return [*(Share(tuple(names), after) for names, after in parts), *alone]


class Dispatcher:
    """Queues jobs for the workers. A page, and the outbox, stand in the queue at most once."""

    def __init__(self, store: Store, *, dead_after: float = DEAD_AFTER * HEARTBEAT) -> None:
        from procrastinate import App as Jobs
        from procrastinate import SyncPsycopgConnector

        self._store = store
        self._dead_after = dead_after
        self._connector = SyncPsycopgConnector(conninfo=store.database.libpq, min_size=1, max_size=2)
        self._jobs = Jobs(connector=self._connector)
        self._jobs.open()
        self._prepare()

    def close(self) -> None:
        self._jobs.close()

    def _prepare(self) -> None:
        from procrastinate.exceptions import ConnectorException

        if self._is_prepared():
            return
        try:
            self._jobs.schema_manager.apply_schema()
        except ConnectorException:
            if not self._is_prepared():  # else another process was first
                raise

    def _is_prepared(self) -> bool:
        row = self._connector.execute_query_one("SELECT to_regclass('procrastinate_jobs') IS NOT NULL AS is_there")
        return bool(row["is_there"])

    def hand_out(self, due: Sequence[PageConfig], *, delay: float, now: datetime) -> int:
        """Queue looks at the pages that no worker was given yet, and a delivery; how many of both are new.

        delay: seconds between two looks at one host.
        """
        with self._store.claim_handing_out() as ours:
            if not ours:
                return 0  # another dispatcher is doing this
            given = {row["page"] for row in self._connector.execute_query_all(_GIVEN)}
            shared = shares(due, given, self._store.failing(), delay=delay)
            jobs = [self._look(share, now) for share in shared]
            new = sum(len(share.pages) for share in shared)
            if not self._connector.execute_query_one(_DELIVERING)["waits"]:
                # Before the looks, not behind them: what was found is told at once.
                jobs.append(self._jobs.configure_task(DELIVER, queueing_lock=DELIVER, lock=DELIVER, priority=1).job)
                new += 1
            if jobs:
                self._jobs.job_manager.batch_defer_jobs(jobs)
            return new

    def _look(self, share: Share, now: datetime) -> Any:
        at = now + timedelta(seconds=share.after) if share.after else None
        return self._jobs.configure_task(LOOK, schedule_at=at).job.evolve(task_kwargs={"pages": list(share.pages)})

    def rescue(self) -> int:
        """End the jobs of workers that died, so that their pages are handed out again; how many."""
        from procrastinate.sql import queries

        stalled = self._connector.execute_query_all(
            queries["select_stalled_jobs_by_heartbeat"],
            queue=None,
            task_name=None,
            seconds_since_heartbeat=self._dead_after,
        )
        for row in stalled:
            self._give_up(row["id"])
        return len(stalled)

    def _give_up(self, job: int) -> None:
        """Mark the job as failed. Its pages are still due, and so are handed out again."""
        self._jobs.job_manager.connector.get_sync_connector().execute_query(
            "SELECT procrastinate_finish_job_v1(%(job)s, 'failed', true)", job=job
        )


class Worker:
    """What one worker does with a job, over one App."""

    def __init__(self, app: App, stop: threading.Event) -> None:
        self._app = app
        self._stop = stop
        self._at: dict[str, threading.Lock] = {}

    def look(self, pages: Sequence[str]) -> None:
        """Look at those pages that are still configured and due. Whatever fails is logged; the page stays due."""
        wanted = [page for name in pages if (page := self._app.agenda.page(name)) is not None]
        with self._free(wanted) as free:
            if free and not self._stop.is_set():
                self._check(free)

    @contextmanager
    def _free(self, pages: Sequence[PageConfig]) -> Iterator[list[PageConfig]]:
        """Those of the pages at whose hosts no other worker is. Without a delay only our own threads take turns at a
        host, as the daemon's do."""
        hosts = {host_of(page.url) for page in pages}
        with ExitStack() as held:
            if self._app.config.fetch.delay:
                hosts = held.enter_context(self._app.store.claim_hosts(hosts))
            else:
                for host in sorted(hosts):
                    held.enter_context(self._at.setdefault(host, threading.Lock()))
            yield [page for page in pages if host_of(page.url) in hosts]

    def _check(self, pages: Sequence[PageConfig]) -> None:
        patience = self._app.config.fetch.delay  # do not wait out a longer crawl-delay: there are other pages
        checker = self._app.checker(following=self._app.agenda.following, patience=patience)
        try:
            for checked in checker.check(pages, self._still_due):
                log_look(checked)
        except Stopping:
            LOG.info("stopped before a change was confirmed; it is looked at again")
        except StorageError as problem:
            LOG.error("%s; nothing that was seen is lost, it is looked at again", problem)
        for fault in checker.faults.values():
            LOG.error("a look failed in a way that nobody foresaw", exc_info=fault)

    def _still_due(self, page: PageConfig, standing: Standing) -> bool:
        return not self._stop.is_set() and self._app.still_due(page, standing)

    def deliver(self) -> None:
        """Write what is periodically due, and send what is unsent."""
        try:
            self._app.deliver()
        except Stopping:
            return
        except BevakaError as problem:
            LOG.error("%s", problem)


def work(config: str | None, log: str, *, heartbeat: float = HEARTBEAT) -> int:
    """`bevaka work`: take jobs until SIGTERM or SIGINT. UsageError where there can be no fleet."""
    log_to_stdout(log)
    stop = threading.Event()
    with App(load(config), clock=StoppableClock(SystemClock(), stop)) as app:
        if app.store.database.path:
            raise UsageError(
                "a fleet needs PostgreSQL: [storage] url names a SQLite file; `bevaka run` serves that one"
            )
        if not is_fleet(app.store):
            raise UsageError("a fleet needs a library that is not installed; install bevaka[fleet]")
        Dispatcher(app.store).close()  # the tables are there
        _ = app.agenda, app.robots, app.composer  # made before any thread needs them
        collect_often()
        done = asyncio.run(_work(app, stop, heartbeat))
        LOG.info("stopped")
        if not done:
            sys.stdout.flush()
            os._exit(0)  # what hangs is left: it is looked at again
    return 0


async def _work(app: App, stop: threading.Event, heartbeat: float) -> bool:
    from procrastinate import App as Jobs
    from procrastinate import PsycopgConnector

    jobs = Jobs(connector=PsycopgConnector(conninfo=app.store.database.libpq, min_size=1, max_size=AT_ONCE + 2))
    worker = Worker(app, stop)
    jobs.task(name=LOOK)(worker.look)
    jobs.task(name=DELIVER)(worker.deliver)
    async with jobs.open_async():
        running = asyncio.create_task(
            jobs.run_worker_async(
                concurrency=AT_ONCE,
                fetch_job_polling_interval=ASK_EVERY,
                install_signal_handlers=False,
                shutdown_graceful_timeout=STOP_WITHIN,
                delete_jobs="always",
                update_heartbeat_interval=heartbeat,
                stalled_worker_timeout=DEAD_AFTER * heartbeat,
            )
        )

        def on_signal() -> None:
            stop.set()
            running.cancel()

        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, on_signal)
        LOG.info("working")
        notify("READY=1")
        _, pending = await asyncio.wait([running])
        return not pending
