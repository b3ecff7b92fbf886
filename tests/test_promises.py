"""docs/promises.md names every benchmark, and nothing that is none."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.__main__ import names

PROMISES = (Path(__file__).parent.parent / "docs" / "promises.md").read_text("utf-8")


def test_every_benchmark_has_its_promise() -> None:
    """And every command on the page is one that there is."""
    assert set(re.findall(r"`\./run bench ([a-z_]+)", PROMISES)) == set(names())
