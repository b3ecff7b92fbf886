"""Tables without heads in which one column gives parties: told by all rows together, local parties by the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.content import Block
from scraper.parse.surnames import rows_of
from scraper.swedish.parties import is_party

_COLUMNS = range(1, 4)  # the first is a name, or what stands in front of it
_SHORT = re.compile(r"[^\W\d_]{2,5}")  # letters, as local parties are shortened ("SJVP", "LPo")
_NONE = re.compile(r"\W*")


def party_column(blocks: Sequence[Block], at: int) -> int | None:
    """The column of the table that begins at this block that gives parties; None where none does.

    At least as many cells must be parties that are known as are not, and those that are not must be as short as one.
    """
    rows = [row for row in rows_of(blocks, at) if len(row) > 1]
    for column in _COLUMNS:
        cells = [row[column].strip() for row in rows if column < len(row) and not _NONE.fullmatch(row[column])]
        known = sum(is_party(cell) for cell in cells)
        if known and 2 * known >= len(cells) and all(is_party(cell) or _SHORT.fullmatch(cell) for cell in cells):
            return column
    return None


def with_party_told(cells: tuple[str, ...], column: int | None) -> tuple[str, ...]:
    """The cells with what stands in that column in parentheses, as a party is written."""
    if column is None or column >= len(cells) or not _SHORT.fullmatch(cells[column]) or is_party(cells[column]):
        return cells
    return (*cells[:column], f"({cells[column]})", *cells[column + 1 :])
