"""Many machines: the only Procrastinate import. PostgreSQL holds the jobs, any number of workers take them.

bevaka run     what is due | one job a page, one for the outbox | jobs of workers that died, anew
bevaka work    a job | still due? | claim | look and keep       one at a time per host, whichever machine takes it
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib.util import find_spec
from typing import Any

from monitor.agenda import host_of
from monitor.app import App
from monitor.clock import StoppableClock, Stopping, SystemClock
from monitor.config import PageConfig, load
from monitor.logs import LOG, log_look, log_to_stdout
from monitor.service import notify
from records.errors import BevakaError, StorageError, UsageError
from storage.memory import Standing
from storage.store import Store

LOOK, DELIVER = "look", "deliver"
HEARTBEAT = 10.0
DEAD_AFTER = 3.0
"""Heartbeats that a worker may miss before its jobs go to others."""
AT_ONCE = 4
STOP_WITHIN = 10
_QUEUED = "SELECT queueing_lock FROM procrastinate_jobs WHERE status = 'todo' AND queueing_lock IS NOT NULL"


def is_fleet(store: Store) -> bool:
    """Whether looks are left to workers: on PostgreSQL, where bevaka[fleet] is installed."""
    return store.database.path is None and find_spec("procrastinate") is not None


class Dispatcher:
    """Hands jobs to the workers. A page, or the outbox, waits in the queue at most once."""

    def __init__(self, store: Store, *, dead_after: float = DEAD_AFTER * HEARTBEAT) -> None:
        from procrastinate import App as Jobs
        from procrastinate import SyncPsycopgConnector

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
            if not self._is_prepared():  # another was first
                raise

    def _is_prepared(self) -> bool:
        row = self._connector.execute_query_one("SELECT to_regclass('procrastinate_jobs') IS NOT NULL AS is_there")
        return bool(row["is_there"])

    def hand_out(self, due: Sequence[PageConfig], *, delay: float, now: datetime) -> int:
        """Queue a look at each page that does not wait already, and a delivery; how many jobs are new.

        delay: seconds between two looks at one host. Its pages are taken one at a time, and not before their turns, so
        that no worker sleeps through them.
        """
        queued = {row["queueing_lock"] for row in self._connector.execute_query_all(_QUEUED)}
        turns: Counter[str] = Counter()
        jobs = []
        for page in due:
            if f"look {page.name}" in queued:
                continue
            host = host_of(page.url)
            at = now + timedelta(seconds=delay * turns[host]) if turns[host] and delay else None
            turns[host] += 1
            jobs.append(self._job(LOOK, f"look {page.name}", {"page": page.name}, host if delay else None, at))
        if DELIVER not in queued:
            jobs.append(self._job(DELIVER, DELIVER, {}, DELIVER))
        return self._defer(jobs)

    def _job(self, task: str, key: str, words: dict[str, Any], lock: str | None, at: datetime | None = None) -> Any:
        deferrer = self._jobs.configure_task(task, queueing_lock=key, lock=lock, schedule_at=at)
        return deferrer.job.evolve(task_kwargs=words)

    def _defer(self, jobs: Sequence[Any]) -> int:
        from procrastinate.exceptions import AlreadyEnqueued

        if not jobs:
            return 0
        try:
            self._jobs.job_manager.batch_defer_jobs(list(jobs))
        except AlreadyEnqueued:  # another dispatcher was first with one of them, and all were refused
            return 0
        return len(jobs)

    def rescue(self) -> int:
        """Queue the jobs of workers that died anew; how many."""
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
        """The job has failed. What was due still is, and is handed out again: nothing else has to be known of it."""
        self._jobs.job_manager.connector.get_sync_connector().execute_query(
            "SELECT procrastinate_finish_job_v1(%(job)s, 'failed', true)", job=job
        )


class Worker:
    """What one worker does with a job, over one App."""

    def __init__(self, app: App, stop: threading.Event) -> None:
        self._app = app
        self._stop = stop

    def look(self, page: str) -> None:
        """Look at a page if it is still configured and due. Whatever fails is logged; the page stays due."""
        found = self._app.config.page(page)
        if found is None or self._stop.is_set():
            return
        checker = self._app.checker()
        try:
            for checked in checker.check([found], self._still_due):
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
