"""A case: what a site does look by look, and what must be said of each look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.detection.labels import Verdict, expected
from records.changes import Change
from records.page import PageRecord
from tests.site import Site

Shows = Callable[[Site, str], None]
"""Makes a site answer at one path."""


@dataclass(frozen=True, slots=True)
class Act:
    """One look. outcome: as `check` prints it; verdict: for a change; reasons: right ones for a fault.

    hours: how long after the look before it.
    """

    shows: Shows
    outcome: str
    verdict: Verdict | None = None
    reasons: frozenset[str] = frozenset()
    hours: float = 1

    def fits(self, said: Verdict) -> bool:
        """said: comparable, with the outcome as its verdict."""
        if said["verdict"] != self.outcome:
            return False
        if self.outcome == "cannot-tell":
            return said["reason"] in self.reasons
        return self.verdict is None or said == self.verdict


@dataclass(frozen=True, slots=True)
class Case:
    """kind: what is done; alone: it needs a site of its own, since what it does concerns a whole host."""

    family: str
    kind: str
    seed: int
    acts: tuple[Act, ...]
    alone: bool = False


def page(body: str | bytes) -> Shows:
    return lambda site, path: site.shows(body, path=path)


def first(shows: Shows) -> Act:
    return Act(shows, "baseline")


def same(shows: Shows, *, hours: float = 1) -> Act:
    return Act(shows, "unchanged", hours=hours)


def changed(shows: Shows, changes: Sequence[Change], before: PageRecord, after: PageRecord, *, hours: float = 1) -> Act:
    return Act(shows, "changed", expected(list(changes), before, after), hours=hours)


def fault(shows: Shows, *reasons: str, hours: float = 1) -> Act:
    return Act(shows, "cannot-tell", reasons=frozenset(reasons), hours=hours)
