"""Tables, definition lists and captions: their cells take the blocks until they end."""

from __future__ import annotations

from scraper.blocks.lines import caption_block
from scraper.blocks.tables import Cell, Definitions, Table, definition_blocks, table_blocks
from scraper.blocks.text import attribute
from scraper.blocks.writer import Writer

_DEEPEST = 6  # tables within tables beyond it are mere boxes, so that no page can cost more than its length


def open_table(writer: Writer, _: str, attributes: str) -> None:
    writer.end_item()
    if writer.tables and (outer := writer.tables[-1]) is not None:
        outer.layout = True
    shown = Table(layout='role="presentation"' in attributes or 'role="none"' in attributes)
    writer.tables.append(shown if len(writer.tables) < _DEEPEST else None)
    writer.push(close_table)


def close_table(writer: Writer) -> None:
    table = writer.tables.pop()
    if table is None:
        return
    cells = [zip(cell.blocks, cell.places, cell.borders, strict=True) for cell in table.cells]
    places = {id(block): (place, border) for cell in cells for block, place, border in cell}
    for block in table_blocks(table, writer.soft_level()):
        writer.put(block, *places.get(id(block), (writer.place, None)))


def open_thead(writer: Writer, *_: str) -> None:
    writer.push(close_thead)


def close_thead(writer: Writer) -> None:
    if writer.tables and (table := writer.tables[-1]) is not None:
        table.heads_end = table.heads_end or len(table.rows)


def open_tr(writer: Writer, *_: str) -> None:
    if writer.tables and (table := writer.tables[-1]) is not None:
        table.rows.append([])
    writer.stack.append(None)


def open_cell(writer: Writer, tag: str, attributes: str) -> None:
    table = writer.tables[-1] if writer.tables else None
    if table is None:
        writer.stack.append(None)
        return
    if not table.rows:
        table.rows.append([])
    cell = Cell(tag == "th")
    if attributes:
        cell.columns, cell.rows = _span(attribute(attributes, "colspan")), _span(attribute(attributes, "rowspan"))
    table.rows[-1].append(cell)
    enter(writer, cell)


def enter(writer: Writer, cell: Cell) -> None:
    writer.end_item()
    writer.saved.append((writer.out, writer.item, writer.depth))
    writer.out, writer.item, writer.depth = cell, None, 0
    writer.push(leave)


def leave(writer: Writer) -> None:
    writer.end_item()
    writer.out, writer.item, writer.depth = writer.saved.pop()  # type: ignore[assignment]
    writer.bulleted = False


def open_caption(writer: Writer, tag: str, _: str) -> None:
    writer.saved.append((writer.captions,))
    writer.captions = []
    writer.push(close_table_caption if tag == "caption" else close_figcaption)


def close_table_caption(writer: Writer) -> None:
    if writer.captions and writer.tables and (table := writer.tables[-1]) is not None:
        table.caption = " ".join(line.text for line in writer.captions)
    (writer.captions,) = writer.saved.pop()  # type: ignore[assignment]


def close_figcaption(writer: Writer) -> None:
    lines = writer.captions or []
    (writer.captions,) = writer.saved.pop()  # type: ignore[assignment]
    writer.images += [line.text for line in lines]
    if block := caption_block(lines):
        writer.end_item()
        writer.add(block)


def open_dl(writer: Writer, *_: str) -> None:
    writer.end_item()
    writer.definitions.append(Definitions() if len(writer.definitions) < _DEEPEST else None)
    writer.push(close_dl)


def close_dl(writer: Writer) -> None:
    if (definitions := writer.definitions.pop()) is None:
        return
    for block in definition_blocks(definitions, writer.soft_level()):
        writer.put(block, writer.place)


def open_term(writer: Writer, tag: str, _: str) -> None:
    definitions = writer.definitions[-1] if writer.definitions else None
    if definitions is None:
        writer.stack.append(None)
        return
    groups = definitions.groups
    cell = Cell()
    if tag == "dt" or not groups:
        groups.append((cell if tag == "dt" else Cell(), []))
    if tag == "dd":
        groups[-1][1].append(cell)
    enter(writer, cell)


def _span(value: str | None) -> int:
    return min(int(value), 1000) if value and value.isascii() and value.isdigit() and len(value) < 6 else 1
