"""A case: what a site does look by look, and what must be said of each look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.detection.labels import Verdict, expected
from monitor.app import App
from records.changes import Change
from records.page import PageRecord
from tests.site import Site

Shows = Callable[[Site, str], None]
"""Makes a site answer at one path."""


Meanwhile = Callable[[App, str], None]
"""What an operator does to one page of an installation before a look."""


def nothing(app: App, name: str) -> None:
    """Most looks come by themselves."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A page's own. beside: what its address has after the path that it is known by."""

    main: str | None = None
    beside: str = ""


PLAIN = Settings()


@dataclass(frozen=True, slots=True)
class Act:
    """One look. outcome: as `check` prints it; verdict: for a change; reasons: right ones for a fault.

    hours: how long after the look before it. settings: the page's from now on. meanwhile: done before the look.
    """

    shows: Shows
    outcome: str
    verdict: Verdict | None = None
    reasons: frozenset[str] = frozenset()
    hours: float = 1
    settings: Settings = PLAIN
    meanwhile: Meanwhile = nothing

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
