"""Every folder of fixtures/changes: two pages, and what a reader who saw both would say has changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.detection.labels import comparable
from monitor.compare import compare, verdict_to_json

FIXTURES = Path(__file__).parent.parent / "fixtures"
GAPS = Path(__file__).parent / "known_gaps_changes.txt"
CASES = sorted(folder.name for folder in (FIXTURES / "changes").iterdir())


def page(case: str, which: str) -> bytes:
    """The page of one side: before.html or after.html, or the pages case that before.ref or after.ref names."""
    folder = FIXTURES / "changes" / case
    reference = folder / f"{which}.ref"
    if reference.exists():
        return (FIXTURES / "pages" / reference.read_text().strip() / "page.html").read_bytes()
    return (folder / f"{which}.html").read_bytes()


@pytest.mark.parametrize("case", CASES)
def test_the_changes_between_two_pages_are_told_exactly(case: str) -> None:
    """Verdict, reason, every change with before and after, and the flags."""
    said = comparable(verdict_to_json(compare(page(case, "before"), page(case, "after")).outcome))
    expected = comparable(json.loads((FIXTURES / "changes" / case / "changes.json").read_text(encoding="utf-8")))
    if case in GAPS.read_text(encoding="utf-8").split():
        assert said != expected, f"{case} is no gap any more: take it out of {GAPS.name}"
        return
    assert said == expected
