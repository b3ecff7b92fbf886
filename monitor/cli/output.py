"""What every command prints with: JSON, CSV whose cells are never formulas, and plain tables."""

from __future__ import annotations

import csv
import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from notifier.wording import Language

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def print_json(value: Any) -> None:
    """One document, letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_line(value: Any) -> None:
    """One JSON line."""
    print(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def harmless(cell: object) -> str:
    """A CSV cell that no spreadsheet takes for a formula: an apostrophe goes before what begins like one."""
    text = "" if cell is None else str(cell)
    return "'" + text if text.startswith(_FORMULA) else text


def print_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """A head and one line a row (RFC 4180)."""
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([harmless(row.get(column)) for column in columns])


def print_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Columns wide enough for their longest cell, two spaces apart; nothing at all where there are no rows."""
    cells = [["" if cell is None else " ".join(str(cell).split()) for cell in row] for row in rows]
    if not cells:
        return
    widths = [max(len(row[column]) for row in [list(heads), *cells]) for column in range(len(heads))]
    for row in [list(heads), *cells]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def language(args: Namespace) -> Language:
    """--lang, else the locale's, else Swedish."""
    from monitor.config import locale_language

    return args.lang or locale_language()
