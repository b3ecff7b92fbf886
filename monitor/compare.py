"""What changed between two saved pages: both are read, judged and compared; nothing is stored (bevaka diff)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from records.changes import ChangeSet
from records.codec import Json, change_set_to_json
from records.diff import diff
from records.outcome import CannotTell, Changed, Outcome, Unchanged
from records.page import PageRecord
from scraper import read
from scraper.judge import judge_against

_END_TAG = re.compile(rb"</html", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Compared:
    """The answer, and the two records where both pages could be read."""

    outcome: Outcome
    before: PageRecord | None = None
    after: PageRecord | None = None


def compare(before: bytes, after: bytes, *, url: str = "", main: str | None = None) -> Compared:
    """before | read, after | read -> diff | judge: unchanged, changed, or why it cannot be told.

    url: the address that both were saved from, for links without a base. main: a CSS selector for the main content;
    UsageError if it is none. Where a page cannot be read, that is the answer; the older page is read first.
    """
    first = read(before, url=url, main=main)
    if isinstance(first, CannotTell):
        return Compared(first)
    second = read(after, url=url, main=main, had_end_tag=_END_TAG.search(before) is not None)
    if isinstance(second, CannotTell):
        return Compared(second)
    changes = diff(first.record, second.record)
    outcome = judge_against(first.record, second, changes)
    seen = outcome or (Changed(second.record, changes) if changes else Unchanged())
    return Compared(seen, first.record, second.record)


def verdict_to_json(outcome: Outcome) -> Json:
    """{"verdict", "reason", "changes", "silent_edit", "date_only", "date_regressed"}, as bevaka diff prints it."""
    match outcome:
        case Changed(changes=changes):
            return {"verdict": "changed", "reason": None, **change_set_to_json(changes)}
        case CannotTell(reason=reason, changes=changes):
            return {"verdict": "cannot-tell", "reason": reason.value, **change_set_to_json(changes)}
        case _:
            return {"verdict": "unchanged", "reason": None, **change_set_to_json(ChangeSet())}
