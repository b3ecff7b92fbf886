"""What every command prints with: JSON, CSV whose cells are never formulas, and plain tables."""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from monitor.telling.tables import Answer
    from notifier.wording import Language


def open_output() -> None:
    """Letters that the terminal or pipe cannot carry are written as escapes; a closed stdout swallows everything."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 (as long-lived as the process)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def number(text: str) -> int:
    """An id or a count as it may stand in a database."""
    try:
        value = int(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no number") from None
    if abs(value) >= 2**31:
        raise ArgumentTypeError(f"{text} is too large a number")
    return value


def name(text: str) -> str:
    """A name to search for, or a part of one."""
    if not any(letter.isalnum() for letter in text):
        raise ArgumentTypeError(f"{text!r} is no name; write the name or a part of it")
    return text


def print_json(value: Any) -> None:
    """One document, letters as they are where the output can carry them."""
    print(json.dumps(value, ensure_ascii=_carries_ascii_only(), indent=2))


def print_line(value: Any) -> None:
    """One JSON line."""
    print(json.dumps(value, ensure_ascii=_carries_ascii_only(), separators=(",", ":")))


def _carries_ascii_only() -> bool:
    """Whether JSON must escape letters itself: in anything but UTF-8, where open_output's escapes would be no JSON."""
    return (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"


def print_csv(kind: Answer, answer: Any) -> None:
    """A JSON answer as CSV."""
    from monitor.telling.tables import write_csv

    write_csv(sys.stdout, kind, answer)


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
