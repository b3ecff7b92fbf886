"""Answers as CSV, the same on the command line and on the web."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TextIO

Answer = Literal["who", "person", "history", "snapshots", "gaps", "alerts"]

COLUMNS: dict[Answer, tuple[str, ...]] = {
    "who": ("page", "collaboration", "name", "party", "role"),
    "person": (
        "page", "collaboration", "name", "party", "role", "from_after", "from_by", "until_after", "until_by",
    ),
    "history": ("id", "page", "detected_at", "imported", "kind", "collaboration", "subject", "before", "after"),
    "snapshots": ("id", "page", "first_seen", "last_seen", "looks", "last_updated", "sha256"),
    "gaps": (
        "id", "page", "first_seen", "last_seen", "looks", "reason", "detail", "held", "url", "status", "bytes",
        "sha256", "cut",
    ),
    "alerts": ("id", "page", "recipient", "subject", "state", "attempts", "next_attempt", "last_error"),
}  # fmt: skip
"""By the name of the answer (DESIGN §6)."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(out: TextIO, kind: Answer, answer: Any, delimiter: str = ",") -> None:
    """A JSON answer of DESIGN §6 as a head and one line a row (RFC 4180)."""
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(COLUMNS[kind])
    for row in _rows(kind, answer):
        writer.writerow([_harmless(row.get(column)) for column in COLUMNS[kind]])


def _rows(kind: Answer, answer: Any) -> Iterable[Mapping[str, Any]]:
    from monitor.telling.answers import history_rows

    rows: Iterable[Mapping[str, Any]] = answer["representatives"] if kind == "who" else answer
    if kind == "person":
        return map(_flat_tenure, answer)
    return history_rows(answer) if kind == "history" else rows


def _flat_tenure(tenure: dict[str, Any]) -> dict[str, Any]:
    until = tenure["until"] or {"after": None, "by": None}
    sides = (("from", tenure["from"]), ("until", until))
    return {**tenure, **{f"{side}_{edge}": bounds[edge] for side, bounds in sides for edge in bounds}}


def _harmless(cell: object) -> str:
    """A CSV cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe in front."""
    text = "" if cell is None else str(cell)
    return "'" + text if text.startswith(_FORMULA) else text
