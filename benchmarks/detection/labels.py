"""What must be said of two pages, in a form in which it can be compared with what was said."""

from __future__ import annotations

import json
from typing import Any

from records.changes import Change, ChangeKind
from records.codec import to_json
from records.page import PageRecord

Verdict = dict[str, Any]
"""A verdict as bevaka diff prints it, or comparable."""


def comparable(verdict: Verdict) -> Verdict:
    """Changes as sorted lines, and the changed sentences of one place as one."""
    lines: list[str] = []
    texts: dict[str | None, tuple[list[str], list[str]]] = {}
    for change in verdict["changes"]:
        if change["kind"] == "text_changed":
            sides = texts.setdefault(change["collaboration"], ([], []))
            for side, key in zip(sides, ("before", "after"), strict=True):
                side.extend([change[key]["text"]] if change[key] else [])
        else:
            lines.append(json.dumps(change, ensure_ascii=False, sort_keys=True))
    lines += [f"text of {where}: {' '.join(was)} -> {' '.join(now)}" for where, (was, now) in texts.items()]
    return {**verdict, "changes": sorted(lines)}


def expected(changes: list[Change], before: PageRecord, after: PageRecord) -> Verdict:
    """The comparable verdict of an edit that made these changes."""
    assert before.last_updated is not None
    assert after.last_updated is not None
    dates = sum(change.kind is ChangeKind.LAST_UPDATED_CHANGED for change in changes)
    return comparable(
        {
            "verdict": "changed" if changes else "unchanged",
            "reason": None,
            "changes": to_json(tuple(changes)),
            "silent_edit": len(changes) > dates and before.last_updated == after.last_updated,
            "date_only": 0 < len(changes) == dates,
            "date_regressed": after.last_updated < before.last_updated,
        }
    )
