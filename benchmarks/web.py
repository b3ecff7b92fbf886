"""What a page of a large history costs to answer, beside its SQL and beside an empty page of the same framework.

    ./run bench web

1,000 pages, 1,000,000 seats over time, asked in process: no network, so that the ratios are of our own making.
Promises: an answer takes at most 3 times its SQL and an empty page together, and at most 5 times the CPU of an empty
page; the start page transfers at most 60 kB with all that it needs. Each address is asked

    again        since nothing was committed
    elsewhere    the first time after a look at a page that it does not show: what happens all the time
    news         the first time after a page that it shows said something new
    first        the first time of all, after news elsewhere

The empty page is asked after the same. Whatever else a process does in between, writing news or counting to a million,
throws the page's code and data out of the processor's caches: an empty page then takes two to four times as long, too.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from fastapi import FastAPI
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Scope

from benchmarks.figures import Figure, publish
from benchmarks.history_queries import PAGES, PERSON, START, STATES, STEP, fill
from monitor.app import App
from monitor.config import Config, PageConfig
from monitor.schedule import Schedule
from monitor.web import Limits, exposure_of, make_site
from records.codec import canonical
from records.diff import diff
from records.outcome import Changed, Unchanged
from records.page import Collaboration, PageRecord, Representative
from storage.bodies import compress
from storage.store import Store
from storage.tables import accepted, bodies, pages, seats, snapshots
from storage.values import Capture, Learned, Parsed, Standing

AGAIN = 200
FIRST = 9
PATHS = {
    "start": "/",
    "page": "/pages/page-0500",
    "page on a date": "/pages/page-0500?on=2020-01-01",
    "person": f"/person?name={PERSON.replace(' ', '+')}",
    "changes": "/changes",
    "change": "/changes/50050",
    "snapshot": "/snapshots/50050",
    "search": "/search?q=efternamn77sson",
    "status": "/status",
    "feed": "/feed.atom",
    "API: history": "/api/v1/history?page=page-0500",
}
ELSEWHERE = "page-0901"
SHOWN = {"start": "page-0010", "change": "page-0501", "snapshot": "page-0501"}
"""The page that has news, where it is not page-0500."""
Statements = list[tuple[str, Any]]


def accept(store: Store) -> None:
    """What the pages say now, as records: history_queries fills the tables of the past only."""
    names: dict[int, list[tuple[int, Representative]]] = {}
    with store.database.write() as connection:
        for row in connection.execute(sa.select(seats).order_by(seats.c.snapshot_id, seats.c.position)):
            sitting = names.setdefault(row.snapshot_id, [])
            sitting.append((row.collaboration_id, Representative(row.name, row.party, row.role)))
        for number, sitting in names.items():
            record = canonical(_record(sitting))
            connection.execute(sa.update(snapshots).where(snapshots.c.id == number).values(record=record))
        for page in range(1, PAGES + 1):
            facts = {"body_sha256": "", "content_digest": "", "url": "", "complete": True, "parser_version": 1}
            row_of_page = {"page_id": page, "snapshot_id": page * STATES, "settings_digest": "", **facts}
            connection.execute(sa.insert(accepted).values(row_of_page))
        body = {"sha256": hashlib.sha256(b"").hexdigest(), "data": compress(b"", None)}
        connection.execute(sa.update(bodies).values(body))  # the next one is kept as its difference from this one
        seen = START + STEP * STATES
        connection.execute(sa.update(pages).values(outcome="unchanged", last_good_at=seen, last_look_at=seen))


def _record(sitting: list[tuple[int, Representative]]) -> PageRecord:
    organs: dict[int, list[Representative]] = {}
    for organ, holder in sitting:
        organs.setdefault(organ, []).append(holder)
    text = ("Samarbetet arbetar för hållbar utveckling i regionen och sammanträder tre gånger per år. " * 3,)
    return PageRecord(
        title="Internationella samarbeten",
        intro=text,
        collaborations=tuple(
            Collaboration(f"Samarbete {organ}", description=text, representatives=tuple(holders))
            for organ, holders in organs.items()
        ),
    )


async def ask(site: ASGIApp, address: str) -> tuple[int, bytes]:
    """One answer, as a browser that takes gzip gets it."""
    path, _, query = address.partition("?")
    headers = [(b"host", b"127.0.0.1"), (b"accept", b"text/html"), (b"accept-encoding", b"gzip")]
    scope: Scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "headers": headers,
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    status, parts = 0, []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        status = message.get("status", status)
        parts.append(message.get("body", b""))

    await site(scope, receive, send)
    return status, b"".join(parts)


def replay(store: Store, statements: Statements) -> float:
    """Milliseconds for the statements alone, each fetched whole, in one transaction: the least of some runs."""
    taken = []
    for _ in range(7):
        with store.database.read() as connection:
            cursor = connection.connection.cursor()
            start = time.perf_counter()
            for statement, values in statements:
                cursor.execute(statement, values)
                cursor.fetchall()
            taken.append((time.perf_counter() - start) * 1000)
            cursor.close()
    return min(taken)


class Commits:
    """Another process that writes: looks at pages, at times that go on. The clock of the house: nobody is overdue."""

    def __init__(self, store: Store) -> None:
        self._store, self._at = store, START + STEP * STATES

    def now(self) -> datetime:
        return self._at

    def sleep(self, seconds: float) -> None:
        raise AssertionError("a page waits for nothing")

    def look(self, page: str) -> None:
        """It says what it said."""
        self._at += timedelta(seconds=20)
        self._store.record(Learned(page, self._at, Unchanged(), self._standing("unchanged")))

    def news(self, page: str) -> None:
        """One who sits on it is another."""
        self._at += timedelta(seconds=20)
        accepted = self._store.states([page])[page].accepted
        assert accepted is not None
        organ, *others = accepted.record.collaborations
        old, *rest = organ.representatives
        new = replace(old, name=f"Testa {self._at:%H}{self._at:%M}{self._at:%S}sson")
        record = replace(accepted.record, collaborations=(replace(organ, representatives=(new, *rest)), *others))
        capture = Capture("https://example.org/", 200, {}, str(self._at).encode(), self._at)
        parsed = Parsed(record, str(self._at), complete=True, parser_version=1)
        outcome = Changed(record, diff(accepted.record, record))
        self._store.record(Learned(page, self._at, outcome, self._standing("changed"), capture, parsed))

    def _standing(self, outcome: str) -> Standing:
        return Standing(outcome=outcome, last_look_at=self._at, last_good_at=self._at)


@dataclass(frozen=True)
class Cost:
    """Milliseconds on the clock (the least) and of CPU (the median) of one answer."""

    clock: float
    cpu: float


@dataclass(frozen=True)
class Case:
    """Who is asked, and what is done before each time, which is not measured."""

    ask_once: Callable[[], Awaitable[object]]
    before: Callable[[], object]
    rounds: int

    async def cost(self) -> Cost:
        clock, cpu = [], []
        for _ in range(self.rounds):
            self.before()
            start, used = time.perf_counter(), time.process_time()
            await self.ask_once()
            cpu.append((time.process_time() - used) * 1000)
            clock.append((time.perf_counter() - start) * 1000)
        return Cost(min(clock), statistics.median(cpu))


LOCAL = exposure_of("127.0.0.1", None, None, unguarded=False)
ASKS_EACH_TIME = Limits(rate=1e9, burst=10**9, fresh=0.0)


async def measure(app: App, commits: Commits) -> list[Figure]:
    site = make_site(app, LOCAL, ASKS_EACH_TIME)
    keeps_nothing = make_site(app, LOCAL, replace(ASKS_EACH_TIME, kept=0))
    for path in PATHS.values():
        await ask(keeps_nothing, path)  # templates and statements are compiled once
    empty = FastAPI(openapi_url=None)
    empty.get("/")(lambda: HTMLResponse(""))
    nothing = partial(ask, empty, "/")
    figures = []
    for name, path in PATHS.items():
        statements = await heard(app, keeps_nothing, path)
        sql = replay(app.store, statements)
        once = partial(ask, site, path)
        await once()
        cases = {
            "again": Case(once, lambda: None, AGAIN),
            "elsewhere": Case(once, partial(commits.look, ELSEWHERE), FIRST),
            "news": Case(once, partial(commits.news, SHOWN.get(name, "page-0500")), FIRST),
            "first": Case(partial(ask, keeps_nothing, path), partial(forget, commits), FIRST),
        }
        for when, case in cases.items():
            floor, paid = await replace(case, ask_once=nothing).cost(), await case.cost()
            spent = f"{paid.clock:.2f} ms, {sql:.2f} ms of SQL in {len(statements)}, {floor.clock:.2f} ms an empty page"
            beside = paid.clock / (sql + floor.clock)
            figures.append(Figure(f"{name}, {when}", "its SQL and an empty page", beside, 3.0, spent))
            figures.append(Figure(f"{name}, {when}", "an empty page's CPU", paid.cpu / floor.cpu, 5.0))
    figures.append(await _transfer(site))
    return figures


def forget(commits: Commits) -> None:
    """What pages that were shown before left behind in this process; and there is news elsewhere."""
    from monitor.web import drawn, feed, operator, pages
    from storage.queries import glance

    for kept in (drawn._drawn, pages._organs, pages._shown, operator._row, feed._content, glance._decoded):
        kept.cache_clear()
    commits.news(ELSEWHERE)


async def heard(app: App, site: ASGIApp, path: str) -> Statements:
    """The statements with which a page is made."""
    statements: Statements = []

    def hear(_c: Any, _cursor: Any, statement: str, values: Any, _x: Any, _m: Any) -> None:
        if not statement.startswith("BEGIN"):
            statements.append((statement, values))

    readers = app.store.database.readers
    sa.event.listen(readers, "before_cursor_execute", hear)
    status, _ = await ask(site, path)
    sa.event.remove(readers, "before_cursor_execute", hear)
    assert status == 200, (path, status)
    return statements


async def _transfer(site: ASGIApp) -> Figure:
    _, page = await ask(site, "/")
    import gzip

    needed = re.findall(r'(?:href|src)="(/static/[^"]+)"', gzip.decompress(page).decode())
    total = len(page) + sum([len((await ask(site, each))[1]) for each in needed])
    return Figure("transfer of start and all that it needs", "60 kB", total / 60_000, 1.0, f"{total} bytes")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'large.db'}"
        with Store.open(url) as store:
            fill(store)
            accept(store)
        watched = tuple(
            PageConfig(f"page-{n:04}", f"https://example.org/{n}", Schedule(every=3600.0, timezone="Europe/Stockholm"))
            for n in range(1, PAGES + 1)
        )
        with Store.open(url) as other:
            commits = Commits(other)
            with App(Config(None, url, watched), clock=commits) as app:
                return publish("web", asyncio.run(measure(app, commits)))


if __name__ == "__main__":
    raise SystemExit(main())
