"""What one check decides: a baseline, unchanged, changed, or an honest "cannot tell" (DESIGN §4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from records.changes import ChangeSet

if TYPE_CHECKING:  # most looks make no record
    from records.page import PageRecord


class Reason(StrEnum):
    """Why a look could not tell; the only enumeration of reasons, by their JSON names."""

    UNREACHABLE = "unreachable"
    HTTP_STATUS = "http-status"
    BLOCKED = "blocked"
    ROBOTS = "robots"
    REDIRECTED_AWAY = "redirected-away"
    NOT_HTML = "not-html"
    TOO_LARGE = "too-large"
    TRUNCATED = "truncated"
    SOFT_404 = "soft-404"
    UNRECOGNISED = "unrecognised"
    INCOMPLETE = "incomplete"
    IMPLAUSIBLE = "implausible"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The first good look: stored, announced to nobody."""

    record: PageRecord


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Fetched, parsed, judged, and the same."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Confirmed by a second look."""

    record: PageRecord
    changes: ChangeSet


@dataclass(frozen=True, slots=True)
class CannotTell:
    """No answer, and why. detail is one clause for the operator that names the evidence.

    held: the look was whole, but incomplete or implausible against the past; changes is then what would be told.
    retry_after: seconds that the site asked us to wait, if it did.
    """

    reason: Reason
    detail: str
    held: bool = False
    changes: ChangeSet = field(default_factory=ChangeSet)
    retry_after: float | None = None


Outcome = Baseline | Unchanged | Changed | CannotTell
