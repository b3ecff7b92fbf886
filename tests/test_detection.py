"""Invented pages and edits whose labels come from the edit itself: everything is told, and nothing else."""

from __future__ import annotations

import pytest

from benchmarks.detection.invent import invent_page
from benchmarks.detection.labels import comparable, expected
from benchmarks.detection.pairs import make, verdict_of
from benchmarks.detection.real import KINDS, edited
from records.codec import change_set_to_json
from records.diff import diff


def test_there_are_as_many_kinds_of_edit_as_promised() -> None:
    """Forty kinds; each is one function."""
    assert len(KINDS) >= 40


@pytest.mark.parametrize("many", [1, 2, 3])
def test_the_difference_between_two_records_is_the_edits_between_them(many: int) -> None:
    """Every change with its before and after, and the flags."""
    for seed in range(400):
        world, owner, page = invent_page(seed)
        edit = edited(world, owner, page, many=many)
        if edit is None:
            continue
        kind, after, changes = edit
        said = comparable({"verdict": "changed", "reason": None, **change_set_to_json(diff(page, after))})
        assert said == expected(changes, page, after), f"{kind}, seed {seed}"


@pytest.mark.parametrize("seed", range(1_000, 1_120))
def test_what_is_done_to_a_page_is_what_is_told(seed: int) -> None:
    """Through the whole reading: edits, cosmetic changes, faults, and both together, over all layouts."""
    pair = make(seed)
    if pair is not None:
        said = verdict_of(pair)
        assert said == pair.expected or pair.reasons_fit(said), f"{pair.kind}\n{pair.difference()}"
