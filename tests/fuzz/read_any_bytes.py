"""For any bytes, reading ends in a record or a reason, in time, and never raises.

    ./run fuzz [SECONDS]

Begun from the fixtures' pages. With SECONDS it is guided by coverage (atheris) and goes where chance leads; a crash
leaves its bytes in a file crash-… Without, it is the round that every commit passes: the pages cut, doubled and mixed
as one seed draws it, the same each time.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["scraper", "records"]):
    import scraper
    import scraper.blocks
    import scraper.judge
    import scraper.parse  # what a reading imports when it is asked for, instrumented too
    from records.diff import diff
    from records.outcome import CannotTell

PAGES = Path(__file__).parent.parent.parent / "fixtures" / "pages"
LONGEST_INPUT, SECONDS_FOR_ONE = 60_000, 10
ROUND = 3000
BITS = (b"\0", b"&#0;", b"<", b"</li>", b"<table>", b"<h2>", b"(M)", b", ledamot", b":", b"\xc3", b"<!--")


def read_any_bytes(data: bytes) -> None:
    """What must hold for whatever a server sends."""
    reading = scraper.read(data)
    if isinstance(reading, CannotTell):
        assert reading.detail
        return
    assert "�" not in str(reading.record)
    assert not diff(reading.record, reading.record).changes


def seeds() -> list[bytes]:
    """The fixtures' pages, none longer than an input may be."""
    return [page.read_bytes()[:LONGEST_INPUT] for page in sorted(PAGES.glob("*/page.html"))]


def the_same_round() -> None:
    """Each of so many inputs is a page with a few cuts, doublings and foreign bits."""
    chance = random.Random(1)
    pages = seeds()
    for _ in range(ROUND):
        data = chance.choice(pages)
        for _ in range(chance.randint(1, 5)):
            start = chance.randint(0, len(data))
            end = min(len(data), start + chance.randint(0, 400))
            put = chance.choice((b"", data[start:end] * 2, chance.choice(BITS), chance.choice(BITS) + data[start:end]))
            data = data[:start] + put + data[end:]
        read_any_bytes(data)
    print(f"number_of_executed_units: {ROUND}")


def main(seconds: int) -> None:
    """Runs for that long; the process ends with 0, or with the crash."""
    with tempfile.TemporaryDirectory() as corpus:
        for number, page in enumerate(seeds()):
            (Path(corpus) / str(number)).write_bytes(page)
        limits = [f"-max_total_time={seconds}", f"-max_len={LONGEST_INPUT}", f"-timeout={SECONDS_FOR_ONE}"]
        atheris.Setup([sys.argv[0], *limits, "-print_final_stats=1", corpus], read_any_bytes)
        atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(int(sys.argv[1]))
    else:
        the_same_round()
