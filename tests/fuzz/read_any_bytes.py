"""For any bytes, reading ends in a record or a reason, in time, and never raises.

    ./run fuzz [SECONDS]

Coverage-guided (atheris), begun from the fixtures' pages. With SECONDS it goes where chance leads; without, it is the
round of one seed that every commit passes, the same each time. A crash leaves its bytes in a file crash-…
"""

from __future__ import annotations

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
THE_SAME_ROUND = ["-runs=6000", "-seed=1"]


def read_any_bytes(data: bytes) -> None:
    """What must hold for whatever a server sends."""
    reading = scraper.read(data)
    if isinstance(reading, CannotTell):
        assert reading.detail
        return
    assert "�" not in str(reading.record)
    assert not diff(reading.record, reading.record).changes


def main(extent: list[str]) -> None:
    """Runs to that extent; the process ends with 0, or with the crash."""
    with tempfile.TemporaryDirectory() as corpus:
        for number, page in enumerate(sorted(PAGES.glob("*/page.html"))):
            (Path(corpus) / str(number)).write_bytes(page.read_bytes()[:LONGEST_INPUT])
        limits = [f"-max_len={LONGEST_INPUT}", f"-timeout={SECONDS_FOR_ONE}"]
        atheris.Setup([sys.argv[0], *extent, *limits, "-print_final_stats=1", corpus], read_any_bytes)
        atheris.Fuzz()


if __name__ == "__main__":
    main([f"-max_total_time={int(sys.argv[1])}"] if len(sys.argv) > 1 else THE_SAME_ROUND)
