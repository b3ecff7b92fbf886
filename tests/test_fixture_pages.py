"""Each folder under fixtures/pages is read as its hand-written record says, or refused for its reason.

A case that is known not to pass stands in known_gaps.txt, which must shrink: a listed case that passes fails here.
"""

import json
from pathlib import Path

import pytest

from records.codec import cannot_tell_to_json, to_json
from records.outcome import CannotTell
from scraper import read

CASES = sorted(path for path in (Path(__file__).parents[1] / "fixtures" / "pages").iterdir() if path.is_dir())
GAPS = {line for line in Path(__file__).with_name("known_gaps.txt").read_text("utf-8").splitlines() if line.strip()}


def expected(case: Path) -> object:
    """The record's JSON, or {"reason"}."""
    golden = next(case / name for name in ("record.json", "refused.json") if (case / name).exists())
    return json.loads(golden.read_text("utf-8"))


def got(case: Path) -> object:
    answer = read((case / "page.html").read_bytes())
    if isinstance(answer, CannotTell):
        return {"reason": cannot_tell_to_json(answer)["cannot_tell"]["reason"]}
    return to_json(answer.record)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_page(case: Path) -> None:
    """The page gives exactly what its folder says."""
    if case.name in GAPS:
        assert got(case) != expected(case), f"{case.name} passes now: take it out of known_gaps.txt"
        pytest.xfail("known gap")
    assert got(case) == expected(case)


def test_known_gaps_are_cases() -> None:
    """The list names only folders that are there."""
    assert {case.name for case in CASES} >= GAPS
