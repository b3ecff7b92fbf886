"""What a page of a large history costs to answer, beside its SQL and beside an empty page of the same framework.

    ./run bench web

1,000 pages, 1,000,000 seats over time, asked in process: no network, so that the ratios are of our own making. "First"
is a page that nobody has asked for since the last commit; "again" one that is kept. Promises: an answer costs at most 3
times its SQL, at most 5 times the CPU of an empty page; the start page transfers at most 60 kB with all that it needs.
"""

from __future__ import annotations

import asyncio
import re
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
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
from records.page import Collaboration, PageRecord, Representative
from storage.store import Store
from storage.tables import accepted, pages, seats, snapshots

AGAIN = 200
FIRST = 15
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


async def cpu(site: ASGIApp, address: str, times: int) -> float:
    """Milliseconds of CPU for one answer, all threads."""
    start = time.process_time()
    for _ in range(times):
        await ask(site, address)
    return (time.process_time() - start) / times * 1000


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


async def least(work: Callable[[], Awaitable[object]], times: int) -> float:
    """Milliseconds of the fastest of some runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        await work()
        taken.append((time.perf_counter() - start) * 1000)
    return min(taken)


async def measure(app: App) -> list[Figure]:
    site = make_site(app, exposure_of("127.0.0.1", None, None, unguarded=False), Limits(rate=1e9, burst=10**9))
    # kept=0: nothing is kept, so that every answer is a first one.
    first_site = make_site(
        app, exposure_of("127.0.0.1", None, None, unguarded=False), Limits(rate=1e9, burst=10**9, kept=0)
    )
    empty = FastAPI(openapi_url=None)
    empty.get("/")(lambda: HTMLResponse(""))
    figures = []
    for name, path in PATHS.items():
        statements: Statements = []

        def heard(
            _c: Any, _cursor: Any, statement: str, values: Any, _x: Any, _m: Any, kept: Statements = statements
        ) -> None:
            if not statement.startswith("BEGIN"):
                kept.append((statement, values))

        await ask(first_site, path)  # compiled templates and statements
        sa.event.listen(app.store.database.readers, "before_cursor_execute", heard)
        status, _ = await ask(first_site, path)
        sa.event.remove(app.store.database.readers, "before_cursor_execute", heard)
        assert status == 200, (path, status)
        sql = replay(app.store, statements)
        first = await least(lambda path=path: ask(first_site, path), FIRST)  # type: ignore[misc]
        again = await least(lambda path=path: ask(site, path), FIRST)  # type: ignore[misc]
        figures.append(Figure(f"{name}, first", "its SQL", first / sql, None, f"{first:.2f} ms, {sql:.2f} ms of SQL"))
        figures.append(Figure(f"{name}, again", "its SQL", again / sql, 3.0, f"{again:.2f} ms"))
    for name, path in PATHS.items():
        await ask(site, path)
        rounds = []
        for _ in range(5):
            rounds.append(await cpu(site, path, AGAIN) / await cpu(empty, "/", AGAIN))
        figures.append(Figure(f"CPU of {name}, again", "an empty page", statistics.median(rounds), 5.0))
        new = await cpu(first_site, path, FIRST) / await cpu(empty, "/", AGAIN)
        figures.append(Figure(f"CPU of {name}, first", "an empty page", new))
    figures.append(await _transfer(site))
    return figures


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
        with App(Config(None, url, watched)) as app:
            return publish("web", asyncio.run(measure(app)))


if __name__ == "__main__":
    raise SystemExit(main())
