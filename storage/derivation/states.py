"""A page's chain of states while it is computed again: values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from records.changes import ChangeSet
from records.outcome import CannotTell, Reason
from records.page import PageRecord
from storage.rows import Row
from storage.values import Parsed


@dataclass(frozen=True, slots=True)
class Difference:
    """A capture that is now read otherwise. None where it could not, or cannot, be read; reason: why it cannot."""

    page: str
    at: datetime
    before: PageRecord | None
    after: PageRecord | None
    changes: ChangeSet
    reason: Reason | None = None


@dataclass(slots=True)
class State:
    """One snapshot to be: the runs that saw it, and the columns that came from its reading."""

    record: PageRecord
    facts: dict[str, Any]
    complete: bool
    imported: bool
    runs: list[Row]
    last_parsed: Parsed | None = None

    @property
    def first_seen(self) -> datetime:
        moment: datetime = min(run.first_seen for run in self.runs)
        return moment

    @property
    def last_seen(self) -> datetime:
        moment: datetime = max(run.last_seen for run in self.runs)
        return moment


@dataclass(slots=True)
class Walk:
    """The states so far; what is held and may still be accepted; runs that cannot tell, with why."""

    states: list[State] = field(default_factory=list)
    pending: State | None = None
    refused: list[tuple[Row, CannotTell]] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    read: dict[int, tuple[str, bool]] = field(default_factory=dict)  # content digest and completeness, by capture
    latest: tuple[int, Parsed] | None = None  # the capture that was last read as good
