"""Tables and definition lists: data becomes rows, mere layout becomes the blocks within it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from records.page import Link
from scraper.blocks.lines import DATED, joined
from scraper.blocks.places import Place
from scraper.blocks.text import FULL_NAME
from scraper.content import Block, Heading, Item, Paragraph, Row
from scraper.swedish.columns import names_column, role_head

_MOST_COLUMNS = 30
_MOST_ROWS = 500  # of one rowspan
_PROSE = 160

_TIMED = (Paragraph, Item, Row)


@dataclass(slots=True)
class Cell:
    """One cell as it is written; its blocks, with their places and borders, are filled in while it is read."""

    head: bool = False
    columns: int = 1
    rows: int = 1
    blocks: list[Block] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    borders: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        if len(self.blocks) == 1:
            return self.blocks[0].text
        lines = [block.text for block in self.blocks]
        if lines and all(map(FULL_NAME.fullmatch, lines)):
            return "; ".join(lines)  # several people, and no surname before its comma
        return joined(lines)

    @property
    def links(self) -> tuple[Link, ...]:
        if len(self.blocks) == 1:
            return self.blocks[0].links
        return tuple(link for block in self.blocks for link in block.links)

    @property
    def times(self) -> tuple[str, ...]:
        return tuple(time for block in self.blocks if isinstance(block, _TIMED) for time in block.times)


@dataclass(slots=True)
class Table:
    """rows of cells; heads_end: how many rows stood in a thead."""

    caption: str | None = None
    rows: list[list[Cell]] = field(default_factory=list)
    heads_end: int = 0
    layout: bool = False

    @property
    def cells(self) -> Iterator[Cell]:
        return (cell for row in self.rows for cell in row)


def table_blocks(table: Table, level: int) -> list[Block]:
    """level: of a heading that a section row ("Ersättare" over all columns) makes."""
    rows = [row for row in table.rows if any(cell.blocks for cell in row)]
    if not rows:
        return []
    heads = _heads_end(table, rows)
    if table.layout or (heads == 0 and _is_layout(rows)):
        caption: list[Block] = [Heading(level, table.caption, soft=True)] if table.caption else []
        cells = [cell for row in rows for cell in row]
        return caption + [block for cell in cells for block in (_as_heading(cell, level) if cell.head else cell.blocks)]
    return _rows(*((_turned(rows), 1) if _is_turned(rows) else (rows, heads)), table.caption, level)


def _is_turned(rows: list[list[Cell]]) -> bool:
    """Whether the column heads stand in the first column, and each other column is a person."""
    first = [row[0].text.rstrip(": ").casefold() for row in rows]
    if not any(name in ("namn", "name") for name in first) or not all(names_column(name) for name in first):
        return False
    plain = all(cell.columns == cell.rows == 1 for row in rows for cell in row)
    return plain and len(rows) > 1 and not all(names_column(cell.text) for cell in rows[0])


def _turned(rows: list[list[Cell]]) -> list[list[Cell]]:
    width = max(map(len, rows))
    return [[row[at] if at < len(row) else Cell() for row in rows] for at in range(width)]


def _heads_end(table: Table, rows: list[list[Cell]]) -> int:
    """How many rows at the top are column heads: a thead, all th, all bold, or all words for columns."""
    if table.heads_end:
        return sum(1 for row in table.rows[: table.heads_end] if any(cell.blocks for cell in row))
    if len(rows) > 1 and all(len(row) == 1 for row in rows) and [row[0].head for row in rows[:2]] == [True, False]:
        below = rows[1][0]  # with several lines it is what its head stands over, as under a heading
        return 0 if len(below.blocks) > 1 or any(row[0].head for row in rows[2:]) else 1
    if len(rows) < 2 or len(rows[0]) < 2:
        return 0
    filled = [cell for cell in rows[0] if cell.blocks]
    if all(cell.head for cell in filled) or all(names_column(cell.text) for cell in filled):
        return 2 if _has_second_head(rows) else 1
    bold = all(isinstance(block, Heading) and block.soft for cell in filled for block in cell.blocks)
    others = any(isinstance(block, Heading) for row in rows[1:] for cell in row for block in cell.blocks)
    return 1 if bold and not others else 0


def _has_second_head(rows: list[list[Cell]]) -> bool:
    """Whether the heads take two rows: the first reaches over or down into the second, and people follow below."""
    reaches = any(cell.columns > 1 for cell in rows[0])
    return reaches and len(rows) > 2 and len(rows[1]) > 1 and all(cell.head for cell in rows[1] if cell.blocks)


def _is_layout(rows: list[list[Cell]]) -> bool:
    if any(cell.head for row in rows for cell in row):
        return all(len(row) == 1 for row in rows) or any(
            _is_section(cell) for row in rows for cell in row if not cell.head
        )
    if all(sum(1 for cell in row if cell.blocks) <= 1 for row in rows):
        return True
    cells = [cell for row in rows for cell in row]
    if any(isinstance(block, Heading) and not block.soft for cell in cells for block in cell.blocks):
        return True
    if any(len(cell.blocks) > 1 and any(len(block.text) > _PROSE for block in cell.blocks) for cell in cells):
        return True
    return len(rows) == 1 and any(len(cell.blocks) > 1 for cell in cells)


def _is_section(cell: Cell) -> bool:
    """Whether a cell holds what a section of a page does: long text, and several lines more."""
    return len(cell.blocks) > 3 and any(len(block.text) > _PROSE for block in cell.blocks)


def _as_heading(cell: Cell, level: int) -> list[Block]:
    return [Heading(level, cell.text, cell.links, soft=True)] if cell.blocks else []


def _rows(rows: list[list[Cell]], heads_end: int, caption: str | None, level: int) -> list[Block]:
    grid = list(_grid(rows))
    if heads_end > 1 and len(rows[0]) == 1 < len(rows[1]):  # a head over all columns is the table's caption
        caption, rows, grid, heads_end = caption or rows[0][0].text, rows[1:], grid[1:], heads_end - 1
    heads = [
        " ".join(dict.fromkeys(filter(None, column)))
        for column in zip(*(texts for texts, _ in grid[:heads_end]), strict=False)
    ]
    blocks: list[Block] = []
    starts = True
    labels = [f"{head.casefold()}:" for head in heads]
    for (cells, links), row in zip(grid[heads_end:], rows[heads_end:], strict=True):
        filled = [cell for cell in row if cell.blocks]
        alone = len(cells) > 1 and len(filled) == 1 and set(cells) <= {"", filled[0].text}
        if alone and heads and role_head(heads[0]) and role_head(cells[0]):
            heads = [cells[0], *heads[1:]]  # the column goes on with others
            continue
        if alone and (len(row) == 1 or filled[0].head):
            if caption and not blocks:  # it stands over the section rows too
                blocks.append(Heading(level, caption, soft=True))
                caption, level = None, min(level + 1, 6)
            blocks.append(Heading(level, filled[0].text, filled[0].links, soft=True))
            continue
        if heads_end == 0 and all(cell.head for cell in filled) and len(filled) > 1:
            heads = list(cells)  # a table whose second part has heads of its own
            continue
        if not heads and (own := _own_heads(cells)):
            blocks.append(Row(tuple(_values(cells, own)), tuple(own), links, starts, caption))
            starts = False
            continue
        if labels:
            cells = [_unlabelled(cell, label) for cell, label in zip_longest(cells, labels, fillvalue="")][: len(cells)]
        times = tuple(time for cell in filled for time in cell.times)
        blocks.append(Row(tuple(cells), tuple(_fit(heads, len(cells))), links, starts, caption, times))
        starts = False
    return blocks


def _own_heads(cells: list[str]) -> list[str]:
    """The heads that a row's cells bring with them ("Namn: Testa Testsson", "Parti: M"); [] where they do not."""
    labels = [cell.partition(":")[0].strip() if ": " in cell else "" for cell in cells]
    found = [label if names_column(label) else "" for label in labels]
    return found if sum(map(bool, found)) > 1 else []


def _values(cells: list[str], heads: list[str]) -> list[str]:
    return [cell[len(head) + 1 :].strip() if head else cell for cell, head in zip(cells, heads, strict=True)]


def _unlabelled(cell: str, label: str) -> str:
    """A cell's text without its column's head, which narrow screens show in each cell."""
    return cell[len(label) :].strip() if len(label) > 1 and cell.casefold().startswith(label) else cell


def _fit(heads: list[str], columns: int) -> list[str]:
    return (heads + [""] * columns)[:columns] if heads else []


def _grid(rows: list[list[Cell]]) -> Iterator[tuple[list[str], tuple[Link, ...]]]:
    """Each row's texts with spans undone: a cell over several rows stands in each, one over columns in the first.

    A head over several columns stands over each of them.
    """
    hanging: dict[int, tuple[int, str]] = {}  # column -> rows left, text
    for row in rows:
        texts: list[str] = []
        links: tuple[Link, ...] = ()
        for cell in row:
            if hanging:
                _hang(hanging, texts)
            text = cell.text
            links += cell.links
            for at in range(min(cell.columns, _MOST_COLUMNS - len(texts))):
                shown = text if at == 0 or cell.head else ""
                if cell.rows > 1:
                    hanging[len(texts)] = (min(cell.rows, _MOST_ROWS) - 1, shown)
                texts.append(shown)
        _hang(hanging, texts)
        yield texts, links


def _hang(hanging: dict[int, tuple[int, str]], texts: list[str]) -> None:
    """Fills the columns that cells of earlier rows reach down into."""
    while (at := len(texts)) in hanging:
        left, text = hanging.pop(at)
        if left > 1:
            hanging[at] = (left - 1, text)
        texts.append(text)


@dataclass(slots=True)
class Definitions:
    """A dl: terms, each with its descriptions."""

    groups: list[tuple[Cell, list[Cell]]] = field(default_factory=list)


def definition_blocks(definitions: Definitions, level: int) -> list[Block]:
    """Pairs are rows of two cells; a term over lists, paragraphs or lines is a heading of theirs, as are its like."""
    blocks: list[Block] = []
    starts = True
    sections = any(not names_column(term.text) and _is_deep(cells) for term, cells in definitions.groups)
    for term, descriptions in definitions.groups:
        if term.blocks and (_is_long(descriptions) or (sections and not names_column(term.text))):
            blocks.append(Heading(level, term.text, term.links, soft=True))
            blocks += [block for cell in descriptions for block in cell.blocks]
            continue
        for cell in descriptions or [Cell()]:
            if not (term.blocks or cell.blocks):
                continue
            if DATED.match(cell.text):  # it needs no term: systems list them under "Detaljer" and the like
                blocks.append(Paragraph(cell.text, cell.links, cell.times))
                continue
            blocks.append(Row((term.text, cell.text), (), term.links + cell.links, starts, times=cell.times))
            starts = False
    return blocks


def _is_deep(descriptions: list[Cell]) -> bool:
    """Whether a term's descriptions are more than values."""
    return _is_long(descriptions) or any(len(cell.blocks) > 1 for cell in descriptions)


def _is_long(descriptions: list[Cell]) -> bool:
    blocks = (block for cell in descriptions for block in cell.blocks)
    return any(isinstance(block, Item | Row | Heading) or len(block.text) > _PROSE for block in blocks)
