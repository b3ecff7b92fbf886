"""Years of invented pages: what is derived of who sat where is the truth, as far as the looks could see it."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.years.__main__ import live
from benchmarks.years.life import Week, begin, replaced_twice
from benchmarks.years.truth import Held, held


def test_what_nobody_saw_is_not_in_the_truth() -> None:
    """A seat that changed hands twice between two looks; an outage makes the interval longer."""
    life = begin(3)
    first = Week(life.page, life.stands, life.style, None)
    replaced_twice(life)
    number, at, was, _ = life.to_undo[-1]
    now = next(stand for stand in life.stands if stand.number == number).organ.representatives[at]
    after = replace(first, stands=life.stands)
    said = held([first, replace(after, fault="500"), after, after])
    names = {each.name for each in said}
    assert was.name in names
    assert now.name in names
    assert len(names) == len(
        {seat.name for week in (first, after) for s in week.stands for seat in s.organ.representatives}
    )
    collaboration = next(each.collaboration for each in said if each.name == now.name)
    assert Held(collaboration, was.name, was.party, was.role, None, 0, 0, 2) in said
    assert Held(collaboration, now.name, now.party, now.role, 0, 2, None, None) in said


def test_two_years_are_derived_as_they_were() -> None:
    """Tenures with their intervals, states as of dates; everything verifies."""
    counts, wrong = live([begin(11), begin(12)], 60)
    assert wrong == []
    assert counts["tenures"] > 20
