"""Tables that write the surname first without a comma or a head that says so: told by all rows together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scraper.content import Block, Heading, Row
from scraper.swedish.names import is_common_given, is_name, turned

_BEHIND = re.compile(r"\s*[,(]")
_COLUMNS = 4  # a name stands in one of the first
_ENOUGH = 2  # rows that show it


def surname_first(blocks: Sequence[Block], at: int) -> tuple[int, ...]:
    """The columns of the table that begins at this block whose names begin with the surname; () where none do.

    Known by common given names: in one column at least two rows end with one, and none begins with one. Another
    column is written alike, unless more of its names begin with one than end so.
    """
    rows = list(rows_of(blocks, at))
    columns = [[_name(row[column]) for row in rows if column < len(row)] for column in range(_COLUMNS)]
    counts = [(sum(map(_given_first, names)), sum(map(_given_last, names))) for names in columns]
    if not any(first == 0 and last >= _ENOUGH for first, last in counts):
        return ()
    return tuple(at for at, (first, last) in enumerate(counts) if first <= last and any(columns[at]))


def rows_of(blocks: Sequence[Block], at: int) -> Iterator[tuple[str, ...]]:
    """The cells of each row of the table that begins at this block; a row that is a heading of those below has none."""
    for number in range(at, len(blocks)):
        block = blocks[number]
        if isinstance(block, Heading) and block.soft:
            continue
        if not isinstance(block, Row) or (block.starts and number > at):
            return
        yield block.cells


def turn(cells: tuple[str, ...], columns: tuple[int, ...]) -> tuple[str, ...]:
    """The cells with the names in those columns turned."""
    return tuple(_turned(cell) if at in columns else cell for at, cell in enumerate(cells)) if columns else cells


def _turned(cell: str) -> str:
    name = _name(cell)
    surname, _, given = name.rpartition(" ")
    return turned(surname, given) + cell[len(name) :] if name else cell


def _name(cell: str) -> str:
    """The name that a cell begins with, and goes on at most with a role or a party; "" where none does."""
    name = _BEHIND.split(cell, maxsplit=1)[0].strip()
    return name if is_name(name) else ""


def _given_last(name: str) -> bool:
    return bool(name) and _only(name.split()[-1], name.split()[0])


def _given_first(name: str) -> bool:
    return bool(name) and _only(name.split()[0], name.split()[-1])


def _only(word: str, other: str) -> bool:
    return is_common_given(word) and not is_common_given(other)
