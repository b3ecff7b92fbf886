"""Surroundings that fail while we work: what is left is whole, and each change is told once to each reader."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.outages.__main__ import one_round, scene
from benchmarks.outages.troubles import OF_A_FILE, OF_BOTH, names


@pytest.mark.slow
def test_every_trouble_of_a_file_and_of_both_leaves_nothing_wrong() -> None:
    """One round each; ./run bench outages plays hundreds, two troubles at once and wrong clocks among them."""
    with scene(None, Random(3)) as of:
        kinds = names(of)
        assert set(OF_BOTH) <= set(kinds) <= {*OF_A_FILE, *OF_BOTH}
        assert [found for kind in kinds for found in one_round(of, "check", [kind], 0.0)] == []
        assert of.met > 0
