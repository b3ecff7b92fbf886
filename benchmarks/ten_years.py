"""How large ten years of one page become: hourly looks, fresh tokens in every body, 40 changes, 300 outages.

Each outage leaves its error page, in the site's own frame and with tokens of its own.

    ./run bench ten_years

Promise: a database of at most 3 MB, whatever the page weighs within reason.
"""

from __future__ import annotations

import hashlib
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import scraper
from benchmarks.figures import Figure, publish
from monitor.config import PageConfig
from monitor.rereading import make_reader, parsed_of
from monitor.schedule import Schedule
from records.diff import diff
from records.outcome import Baseline, CannotTell, Changed, Reason, Unchanged
from records.page import PageRecord
from storage.store import Store
from storage.values import Capture, Learned, Standing
from storage.verifying import verify

HOURS, CHANGES, OUTAGES, TOGETHER = 87_600, 40, 300, 500
START = datetime(2015, 1, 1, tzinfo=UTC)
PAGE = PageConfig("page", "https://example.org/samarbeten", Schedule(every=3600))
HTML = Path(__file__).parent.parent / "fixtures/pages/kronoberg-2022/page.html"


def invented(number: int) -> str:
    """A surname of nobody: digits are no letters of a name."""
    return "".join("abdefgiklm"[int(digit)] + "a" for digit in str(number)).capitalize() + "sson"


def bodies(html: str) -> Iterator[tuple[bytes, bool]]:
    """One body for each hour, and whether somebody on it is new."""
    pick = random.Random(7)
    news = {0, *pick.sample(range(1, HOURS), CHANGES)}
    name = "Roland Gustbée"
    for hour in range(HOURS):
        if hour in news and hour:
            name = f"Testa {invented(hour)}"
        token = hashlib.sha256(f"{hour}".encode()).hexdigest()
        page = html.replace("Roland Gustbée", name).replace("<body", f'<body data-token="{token}"', 1)
        yield page.replace("</body>", f'<input type="hidden" value="{token[::-1]}"></body>').encode(), hour in news


def error_page(body: bytes) -> bytes:
    """The frame of the page around a few words."""
    head, main, rest = body.partition(b"<main")
    return head + main + b">Tj\xc3\xa4nsten \xc3\xa4r nere</main>" + rest.partition(b"</main>")[2]


def watch(store: Store, html: str) -> None:
    """Every look as a check would keep it."""
    before: PageRecord | None = None
    waiting: list[Learned] = []
    outages = set(random.Random(11).sample(range(1, HOURS), OUTAGES))
    for hour, (body, is_news) in enumerate(bodies(html)):
        at = START + timedelta(hours=hour)
        capture = Capture(PAGE.url, 200, {"content-type": "text/html; charset=utf-8", "date": str(at)}, body, at)
        is_down = hour in outages and not is_news
        if not is_news and not is_down:
            waiting.append(Learned(PAGE.name, at, Unchanged(), Standing(outcome="unchanged"), capture))
        if waiting and (is_news or is_down or len(waiting) == TOGETHER):
            store.record_unchanged(waiting)
            waiting.clear()
        if is_down:
            down = CannotTell(Reason.HTTP_STATUS, "the server answered 503")
            came = replace(capture, status=503, body=error_page(body))
            store.record(Learned(PAGE.name, at, down, Standing(outcome="cannot-tell"), came))
        if is_news:
            reading = scraper.read(body, url=PAGE.url, content_type="text/html; charset=utf-8")
            assert not isinstance(reading, CannotTell), reading
            record = reading.record
            outcome = Changed(record, diff(before, record)) if before else Baseline(record)
            store.record(Learned(PAGE.name, at, outcome, Standing(), capture, parsed_of(reading, PAGE)))
            before = record
    store.record_unchanged(waiting)


def main() -> int:
    html = HTML.read_text()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ten-years.db"
        start = time.process_time()
        with Store.open(f"sqlite:///{file}") as store:
            store.watch([(PAGE.name, PAGE.url)])
            watch(store, html)
            found = verify(store, make_reader([PAGE]))
        taken = time.process_time() - start
        with sqlite3.connect(file) as connection:
            shares = connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY 1 ORDER BY 2 DESC").fetchall()
        connection.close()
        file_size = file.stat().st_size
    size = file_size / 1e6
    largest = ", ".join(f"{name} {share / 1000:.0f} kB" for name, share in shares[:3])
    assert not found.faults, found.faults[0]
    detail = f"{size:.2f} MB for a page of {len(html) / 1000:.0f} kB; {largest}; verified; CPU {taken:.0f} s"
    return publish("ten_years", [Figure("ten years of hourly looks", "3 MB", size / 3, 1.0, detail)])


if __name__ == "__main__":
    raise SystemExit(main())
