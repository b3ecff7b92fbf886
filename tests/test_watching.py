"""Invented pages through the whole check over HTTP: every fault of a server by name, and cases of every family."""

from __future__ import annotations

import itertools
from random import Random

import pytest

from benchmarks.watching.acts import Case, fault, first, page, same
from benchmarks.watching.cases import OWN, make, mended
from benchmarks.watching.play import play
from benchmarks.watching.servers import FAULTS, NOISE
from monitor.demo import page as bundled

TODAY = bundled("2022")


def wrong(*cases: Case) -> list[str]:
    return [f"{each.case.kind}, seed {each.case.seed}, look {each.look}: {each.why}" for each in play(cases)]


def failing(kind: str) -> Case:
    broken = FAULTS[kind]
    acts = (first(mended(TODAY)), fault(broken.makes(TODAY), *broken.reasons, hours=25), same(mended(TODAY), hours=25))
    return Case("server fault", kind, 0, acts, broken.alone)


def test_there_are_as_many_faults_of_servers_as_promised() -> None:
    """Thirty by name, beside those of detection."""
    assert len(FAULTS) >= 30


def test_every_fault_of_a_server_is_known_for_what_it_is() -> None:
    """The page's own state is neither lost nor taken for changed."""
    assert wrong(*(failing(kind) for kind, each in FAULTS.items() if not each.alone)) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", [kind for kind, each in FAULTS.items() if each.alone])
def test_a_fault_that_concerns_a_host_is_known_as_well(kind: str) -> None:
    """Those that take a moment, and those that ask us to stay away."""
    assert wrong(failing(kind)) == []


def test_whatever_a_server_does_with_the_same_page_is_no_change() -> None:
    """Headers, charsets, packing, a page that moved within its site."""
    cases = [Case("server noise", kind, 0, (first(page(TODAY)), same(NOISE[kind](TODAY)))) for kind in NOISE]
    assert wrong(*cases) == []


def test_cases_of_every_family_are_told_as_labelled() -> None:
    """The first of each family's own, and a few pairs: real, cosmetic, faults, both together."""
    drawn = (case for case in map(make, range(5_000_000, 5_000_400)) if case and not case.alone)
    cases = list(itertools.islice(drawn, 60))
    assert len({case.family for case in cases}) >= len(set(OWN))
    assert wrong(*cases) == []


def test_a_case_is_the_same_under_the_same_seed() -> None:
    """What failed can be tried again."""
    seeds = Random(7).sample(range(1_000), 20)
    assert [_shape(make(seed)) for seed in seeds] == [_shape(make(seed)) for seed in seeds]


def _shape(case: Case | None) -> object:
    return case and (case.family, case.kind, [(act.outcome, act.verdict, act.reasons) for act in case.acts])
