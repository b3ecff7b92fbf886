"""What importing and reading again cost beside the reading, judging and diffing of the same bodies alone.

    ./run bench importing, or ./run bench importing 1000

One page of the fixtures in ten thousand versions, every tenth with another person; as captures at hand, and as
`bevaka import FOLDER` finds them in files, unwraps them and moves its bar. Promise: a ratio of at most 2.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

import scraper
from benchmarks.figures import Figure, publish
from benchmarks.ten_years import invented
from monitor.app import App
from monitor.config import Config, PageConfig
from monitor.keeping.importing import import_copies
from monitor.rereading import make_reader
from monitor.schedule import Schedule
from records.diff import diff
from records.outcome import CannotTell
from records.page import PageRecord
from scraper.judge import judge_against
from storage.archive import import_captures, reparse
from storage.store import Store
from storage.values import Capture

CAPTURES = 10_000
START = datetime(2015, 1, 1, tzinfo=UTC)
URL = "https://example.org/samarbeten"


def versions(html: str, name: str, count: int) -> list[Capture]:
    """The page with fresh tokens each time, and with one person renamed now and then."""
    return [
        Capture(
            URL,
            200,
            {"content-type": "text/html; charset=utf-8"},
            html.replace(name, f"Testa {invented(nth // 10)}")
            .replace("<body", f'<body data-token="{nth * 7919:032x}"', 1)
            .encode(),
            START + timedelta(hours=6 * nth),
        )
        for nth in range(count)
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
    """CPU seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CAPTURES
    html = (Path(__file__).parent.parent / "fixtures/pages/kronoberg-2022/page.html").read_text()
    captures = versions(html, "Roland Gustbée", count)
    reader = make_reader([])
    with tempfile.TemporaryDirectory() as folder:
        alone = timed(lambda: floor(captures))
        with Store.open(f"sqlite:///{Path(folder) / 'b.db'}") as store:
            store.watch([("page", URL)])
            brought = timed(lambda: import_captures(store, "page", captures, reader))
            again = timed(lambda: reparse(store, reader))
        from_files = timed(_command(Path(folder), captures))
    figures = [
        Figure(name, "reading alone", taken / alone, 2.0, f"{1000 * taken / count:.2f} ms a capture, {count} captures")
        for name, taken in (("import", brought), ("import of a folder", from_files), ("reparse", again))
    ]
    return publish("importing", figures)


def _command(folder: Path, captures: list[Capture]) -> Callable[[], object]:
    """The command line's own import of these captures as saved files, with a bar that is drawn nowhere."""
    saved = folder / "saved"
    saved.mkdir()
    for each in captures:
        (saved / f"{each.at:%Y%m%d%H%M%S}.html").write_bytes(each.body)
    page = PageConfig("page", URL, Schedule(every=3600))
    config = Config(None, f"sqlite:///{folder / 'files.db'}", (page,))

    def bring_them() -> None:
        with App(config) as app, Progress(console=Console(file=io.StringIO(), force_terminal=True)) as progress:

            def begin(steps: int) -> Callable[[], None]:
                task = progress.add_task("import", total=steps)
                return lambda: progress.advance(task)

            import_copies(app, [str(saved)], "page", None, begin)

    return bring_them


if __name__ == "__main__":
    raise SystemExit(main())
