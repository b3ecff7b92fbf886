"""Tables that write the surname first without a comma or a head that says so: told by all rows together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scraper.content import Block, Heading, Row
from scraper.swedish.names import is_common_given, is_name, turned

_COLUMNS = 4  # a name stands in one of the first
_ENOUGH = 2  # rows that show it


def surname_first(blocks: Sequence[Block], at: int) -> int | None:
    """The column of the table that begins at this block whose names begin with the surname; None where none does.

    Known by common given names: at least two rows end with one, and none begins with one.
    """
    rows = list(rows_of(blocks, at))
    for column in range(_COLUMNS):
        names = [row[column] for row in rows if column < len(row) and is_name(row[column])]
        last = sum(_only(name.split()[-1], name.split()[0]) for name in names)
        if last >= _ENOUGH and not any(_only(name.split()[0], name.split()[-1]) for name in names):
            return column
    return None


def rows_of(blocks: Sequence[Block], at: int) -> Iterator[tuple[str, ...]]:
    """The cells of each row of the table that begins at this block; a row that is a heading of those below has none."""
    for number in range(at, len(blocks)):
        block = blocks[number]
        if isinstance(block, Heading) and block.soft:
            continue
        if not isinstance(block, Row) or (block.starts and number > at):
            return
        yield block.cells


def turn(cells: tuple[str, ...], column: int | None) -> tuple[str, ...]:
    """The cells with the name in that column turned."""
    if column is None or column >= len(cells) or not is_name(cells[column]):
        return cells
    surname, _, given = cells[column].rpartition(" ")
    return (*cells[:column], turned(surname, given), *cells[column + 1 :])


def _only(word: str, other: str) -> bool:
    return is_common_given(word) and not is_common_given(other)
