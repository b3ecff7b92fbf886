"""What reading costs: blocks, parse, judge and diff beside a bare parse and one walk over all nodes; growth; memory."""

from __future__ import annotations

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

import scraper
from benchmarks.figures import Figure, publish, ratio
from benchmarks.full_size import full_size_pages
from records.diff import diff
from records.outcome import CannotTell
from scraper.charset import decode

SETTLED = 30 * 2**20  # bytes
AROUND = 10  # pages on both sides of the median: one alone may be long in words or in tags
PAGES = Path(__file__).parent.parent / "fixtures" / "pages"


def seconds(work: Callable[[], object], times: int = 20) -> float:
    """The best of several runs on the processor: what the work costs when nothing else gets in its way."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def settle() -> None:
    """The C library keeps freed memory from here on, as in a process that has read a large page once.

    Until then it may give a small page's memory back each time, which makes the floor cost up to twice as much.
    """
    bytearray(SETTLED)


def bare(html: str) -> None:
    """The floor: selectolax's parse, and one walk over all its nodes."""
    root = LexborHTMLParser(html).root
    assert root is not None
    for _ in root.traverse(include_text=True):
        pass


def whole(body: bytes) -> None:
    """Everything that a changed look does with a body."""
    reading = scraper.read(body)
    if not isinstance(reading, CannotTell):
        diff(reading.record, reading.record)


def main() -> int:
    """Aims: 3 times the floor on the median page; linear to 5 MB; 12 times the body's bytes in memory."""
    settle()
    accepted = [each.with_name("page.html") for each in PAGES.glob("*/record.json")]
    bodies = sorted((path.read_bytes() for path in accepted), key=len)
    anew = first_time(bodies)
    middle = bodies[len(bodies) // 2 - AROUND : len(bodies) // 2 + AROUND + 1]
    each = [of_one(body, 3) for body in bodies]
    html = decode((PAGES / "kronoberg-2022" / "page.html").read_bytes())
    start, end = html.index("<main"), html.index("</main>")
    small, big = (grown(html, start, end, size) for size in (500_000, 5_000_000))
    growth = seconds(lambda: scraper.read(big), 2) / seconds(lambda: scraper.read(small), 2) / (len(big) / len(small))
    figures = [
        Figure(
            "read and diff, the pages of median size",
            "bare parse and walk",
            statistics.median(of_one(page, 20) for page in middle),
            3.0,
            f"{len(middle)} pages of {len(middle[0])} to {len(middle[-1])} bytes",
        ),
        Figure("read and diff, the median of all fixtures", "bare parse and walk", statistics.median(each)),
        Figure("read and diff, all fixtures, each for the first time", "bare parse and walk", anew),
        *(
            Figure(f"a page as sites send it, {system}", "bare parse and walk", of_one(page, 5), 4, _size(page))
            for system, page, _ in full_size_pages()
        ),
        Figure("time for 5 MB", "10 times that for 0.5 MB", growth, 1.5),
        Figure("peak memory for 5 MB", "the body", peak(big) / len(big), 12.0),
    ]
    return publish("reading", figures)


def _size(body: bytes) -> str:
    return f"{len(body)} bytes"


def first_time(bodies: Sequence[bytes]) -> float:
    """How many times the floor pages cost while no line of theirs is remembered; asked before any of them is read."""
    pages = [decode(body) for body in bodies]
    whole(b"<h1>Hej</h1>")  # the readers are imported

    def read() -> None:
        for body in bodies:
            whole(body)

    def parse() -> None:
        for page in pages:
            bare(page)

    return seconds(read, 1) / seconds(parse, 1)


def of_one(body: bytes, times: int) -> float:
    """How many times the floor one page costs."""
    html = decode(body)
    return ratio(lambda: seconds(lambda: whole(body), times), lambda: seconds(lambda: bare(html), times), 5)


def grown(html: str, start: int, end: int, size: int) -> bytes:
    """The page with its content repeated to about size bytes."""
    content = html[start:end]
    return (html[:start] + content * (size // len(content.encode())) + html[end:]).encode()


def peak(body: bytes) -> int:
    """Bytes that Python allocated at most at once; the parser's own are not among them."""
    tracemalloc.start()
    scraper.read(body)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


if __name__ == "__main__":
    sys.exit(main())
