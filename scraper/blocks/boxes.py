"""Elements that make a box: places, headings, what opens with a click, lists, preformatted text."""

from __future__ import annotations

from collections.abc import Callable

from scraper.blocks.places import place_within, traits
from scraper.blocks.tabular import open_cell, open_table, open_tr
from scraper.blocks.writer import Close, Writer
from scraper.content import Heading

_REGIONS = frozenset(["article", "aside", "footer", "form", "header", "main", "menu", "nav", "search", "section"])
_TABLE_PARTS: dict[str, Callable[[Writer, str, str], None]] = {
    "table": open_table,
    "tr": open_tr,
    "td": open_cell,
    "th": open_cell,
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def open_plain(writer: Writer, tag: str, attributes: str) -> None:
    found = traits(tag, attributes) if attributes or tag in _REGIONS or "-" in tag else None
    if found is None:
        writer.stack.append(None)
        return
    if found.stands_for:
        _TABLE_PARTS[found.stands_for](writer, found.stands_for, "")
        return
    around, close = writer.place, None
    place = place_within(around, found)
    if place is not around:
        writer.end_item()
        writer.place = place
    if found.panel:
        close = open_panel(writer, found.panel)
    elif found.heading and not writer.heading:
        close = writer.open_heading(found.heading)
    elif found.expands and not writer.heading:
        close = writer.open_heading(writer.button_level(), soft=True, button=True)
    writer.stack.append((around, close) if close or place is not around else None)


def open_p(writer: Writer, tag: str, attributes: str) -> None:
    if attributes and ("role=" in attributes or "aria-expanded=" in attributes):
        open_plain(writer, tag, attributes)
    else:
        writer.stack.append(None)


def open_h(writer: Writer, tag: str, _: str) -> None:
    if not writer.heading:
        writer.push(writer.open_heading(HEADINGS[tag]))
        return
    if writer.soft:  # a heading within a summary or a button is the real one
        writer.heading, writer.soft, writer.button = HEADINGS[tag], False, False
    writer.stack.append(None)


def open_panel(writer: Writer, names: tuple[str, str]) -> Close | None:
    label = writer.tabs.get(names[0]) or writer.tabs.get(names[1])
    if not label or writer.heading:
        return None
    writer.add(Heading(writer.soft_level(), label, soft=True))
    return open_inner(writer)


def open_inner(writer: Writer) -> Close:
    writer.inner += 1
    around = writer.level

    def close(writer: Writer) -> None:
        writer.end_item()
        writer.inner -= 1
        writer.level = around  # the headings within it are not what the next one stands under

    return close


def open_details(writer: Writer, *_: str) -> None:
    writer.end_item()
    writer.push(open_inner(writer))


def open_summary(writer: Writer, *_: str) -> None:
    if writer.heading:
        writer.stack.append(None)
    else:
        writer.push(writer.open_heading(max(2, writer.soft_level() - 1), soft=True))


def open_legend(writer: Writer, *_: str) -> None:
    """What heads a group of fields, or of anything else that a system has put into one."""
    if writer.heading:
        writer.stack.append(None)
    else:
        writer.push(writer.open_heading(writer.soft_level(), soft=True))


def open_list(writer: Writer, tag: str, attributes: str) -> None:
    open_plain(writer, tag, attributes)  # a list can be a menu by its role or name
    opened = writer.stack.pop()
    writer.end_item()
    writer.saved.append((writer.item, writer.starts))
    writer.item, writer.starts = None, True
    writer.depth += 1
    around, inner = opened or (writer.place, None)

    def close(writer: Writer) -> None:
        writer.end_item()
        writer.depth -= 1
        writer.item, writer.starts = writer.saved.pop()  # type: ignore[assignment]
        if inner is not None:
            inner(writer)

    writer.stack.append((around, close))


def open_li(writer: Writer, *_: str) -> None:
    writer.end_item()
    writer.saved.append((writer.item,))
    writer.item = []
    writer.push(close_li)


def close_li(writer: Writer) -> None:
    writer.end_item()
    (writer.item,) = writer.saved.pop()  # type: ignore[assignment]


def open_pre(writer: Writer, *_: str) -> None:
    writer.pre += 1
    writer.push(close_pre)


def close_pre(writer: Writer) -> None:
    writer.pre -= 1
