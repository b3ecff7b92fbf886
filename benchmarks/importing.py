"""What importing and reading again cost beside the reading, judging and diffing of the same bodies alone.

    ./run bench importing

One page of the fixtures in a thousand versions, every tenth with another person. Promise: a ratio of at most 2.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import scraper
from benchmarks.figures import Figure, publish
from benchmarks.ten_years import invented
from monitor.rereading import make_reader
from records.diff import diff
from records.outcome import CannotTell
from records.page import PageRecord
from scraper.judge import judge_against
from storage.archive import import_captures, reparse
from storage.memory import Capture
from storage.store import Store

CAPTURES = 1000
START = datetime(2015, 1, 1, tzinfo=UTC)
URL = "https://example.org/samarbeten"


def versions(html: str, name: str) -> list[Capture]:
    """The page with fresh tokens each time, and with one person renamed now and then."""
    return [
        Capture(
            URL,
            200,
            {"content-type": "text/html; charset=utf-8"},
            html.replace(name, f"Testa {invented(nth // 10)}")
            .replace("<body", f'<body data-token="{nth * 7919:032x}"', 1)
            .encode(),
            START + timedelta(days=nth),
        )
        for nth in range(CAPTURES)
    ]


def floor(captures: list[Capture]) -> None:
    """Reading, judging and diffing alone."""
    before: PageRecord | None = None
    for capture in captures:
        reading = scraper.read(capture.body, url=capture.url, content_type="text/html; charset=utf-8")
        assert not isinstance(reading, CannotTell)
        if before is not None:
            judge_against(before, reading, diff(before, reading.record))
        before = reading.record


def timed(work: Callable[[], object]) -> float:
    """CPU milliseconds for each capture."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000 / CAPTURES


def main() -> int:
    html = (Path(__file__).parent.parent / "fixtures/pages/kronoberg-2022/page.html").read_text()
    captures = versions(html, "Roland Gustbée")
    reader = make_reader([])
    with tempfile.TemporaryDirectory() as folder, Store.open(f"sqlite:///{Path(folder) / 'b.db'}") as store:
        store.watch([("page", URL)])
        alone = timed(lambda: floor(captures))
        brought = timed(lambda: import_captures(store, "page", captures, reader))
        again = timed(lambda: reparse(store, reader))
    figures = [
        Figure(name, "reading alone", taken / alone, 2.0, f"{taken:.2f} ms a capture")
        for name, taken in (("import", brought), ("reparse", again))
    ]
    return publish("importing", figures)


if __name__ == "__main__":
    raise SystemExit(main())
