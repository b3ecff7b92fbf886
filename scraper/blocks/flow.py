"""From the parser's serialisation to blocks, in one pass without recursion: the text walker.

The serialisation is well formed and escapes "<" and ">" wherever they are no markup, so one regular expression splits
it into (tag, attributes, text behind it). Most inline tags do nothing; block tags end a line; a stack holds what an
open element must restore when it ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from scraper.blocks.buffer import Buffer
from scraper.blocks.lines import Line, caption_block, item_blocks, line_blocks
from scraper.blocks.places import Place, names_outside, place_within, traits
from scraper.blocks.tables import Cell, Definitions, Table, definition_blocks, table_blocks
from scraper.blocks.text import normalised, unescaped
from scraper.content import Block, Heading, Item

_TOKEN = re.compile(r"<([^\s>]+)([^>]*)>([^<]*)")
_ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')
_PLAIN = frozenset(
    [
        "address",
        "blockquote",
        "body",
        "center",
        "dir",
        "div",
        "fieldset",
        "figure",
        "hgroup",
        "label",
        "legend",
        "p",
        "section",
        "article",
        "aside",
        "footer",
        "form",
        "header",
        "main",
        "menu",
        "nav",
        "search",
    ]
)
_REGIONS = frozenset(["article", "aside", "footer", "form", "header", "main", "menu", "nav", "search", "section"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NO_HEADING_BUTTON = re.compile(
    r"(?:visa|dölj|läs|öppna|stäng|expandera|fäll|show|hide|read|open|close|meny|menu|sök)\b", re.I
)
_PART = 2**16
_DEEPEST = 6  # tables within tables beyond it are mere boxes, so that no page can cost more than its length


class Flow:
    """One pass over one serialised page. blocks and places go together; images are alt texts and captions.

    resolve: an address as written to an absolute one, or None for one that leads nowhere. tabs: the labels of tabs, by
    their own id and by the id of their panel.
    """

    def __init__(self, resolve: Callable[[str], str | None], tabs: Mapping[str, str]) -> None:
        self.images: list[str] = []
        self._tabs = tabs
        self._out = Cell()  # where blocks go now: the page itself, or a cell of a table
        self._place = Place()
        self._shallowest = 0  # since the last block
        self._stack: list[tuple[Place, Callable[[], None] | None] | None] = []
        self._saved: list[tuple[object, ...]] = []
        self._buffer = Buffer(resolve)
        self._gap = True
        # What it stands in.
        self._heading = 0  # the level of the heading that is open, 0 for none
        self._soft = False
        self._button = False
        self._expander = False  # a link that opens a panel is the button
        self._level = 1  # of the last real heading
        self._inner = 0  # open details and tab panels: what is bold in them is deeper
        self._depth = 0  # of lists
        self._starts = False
        self._item: list[Line] | None = None
        self._bulleted = False
        self._pre = 0
        self._captions: list[Line] | None = None
        self._tables: list[Table | None] = []
        self._definitions: list[Definitions | None] = []

    @property
    def blocks(self) -> list[Block]:
        return self._out.blocks

    @property
    def places(self) -> list[Place]:
        return self._out.places

    @property
    def borders(self) -> list[int]:
        """How deep the innermost element is that holds both a block and the one before it."""
        return self._out.borders

    def read(self, html: str) -> None:
        """Reads a serialised page to its end."""
        at = html.find("<")
        while 0 <= at < len(html):  # in parts, so that the tokens of a huge page are never all in memory
            end = html.find("<", at + _PART)
            end = end if end >= 0 else len(html)
            self._read_part(html, at, end)
            at = end
        self._border()
        while self._stack:
            self._end()

    def add(self, block: Block) -> None:
        """Put a block behind all others."""
        self._add(block)

    def _read_part(self, html: str, at: int, end: int) -> None:
        append = self._buffer.pieces.append
        for tag, attributes, text in _TOKEN.findall(html, at, end):
            if (begin := _BEGIN.get(tag)) is not None:
                begin(self, tag, attributes)
            elif tag in _END:
                self._end()
            elif (inline := _INLINE.get(tag)) is not None:
                inline(self, attributes)
            elif "-" in tag and names_outside(tag.lstrip("/")):  # a system's own element: "site-footer"
                if tag[0] == "/":
                    self._end()
                else:
                    self._open_plain(tag, attributes)
            if text:
                append(text)

    # -- elements that make a block

    def _border(self) -> None:
        """An element begins or ends here: whatever line is open ends."""
        if self._heading:
            self._buffer.pieces.append(" ")
        else:
            if self._buffer.pieces:
                self._line()
            self._gap = True

    def _end(self) -> None:
        self._border()
        opened = self._stack.pop() if self._stack else None
        self._shallowest = min(self._shallowest, len(self._stack))
        if opened is not None:
            around, close = opened
            if close is not None:
                close()
            self._place = around

    def _open_plain(self, tag: str, attributes: str) -> None:
        self._border()
        found = traits(tag, attributes) if attributes or tag in _REGIONS or "-" in tag else None
        if found is None:
            self._stack.append(None)
            return
        if found.stands_for:
            _BEGIN[found.stands_for](self, found.stands_for, "")
            return
        around, close = self._place, None
        place = place_within(around, found)
        if place is not around:
            self._end_item()
            self._place = place
        if found.panel:
            close = self._open_panel(found.panel)
        elif found.heading and not self._heading:
            close = self._open_heading(found.heading)
        elif found.expands and not self._heading:
            close = self._open_heading(self._soft_level(), soft=True, button=True)
        self._stack.append((around, close) if close or place is not around else None)

    def _open_p(self, tag: str, attributes: str) -> None:
        if "role=" in attributes or "aria-expanded=" in attributes:
            self._open_plain(tag, attributes)
        else:
            self._border()
            self._stack.append(None)

    def _push(self, close: Callable[[], None] | None) -> None:
        self._stack.append((self._place, close))

    # -- headings

    def _soft_level(self) -> int:
        return min(6, self._level + 1 + self._inner)

    def _open_h(self, tag: str, _: str) -> None:
        self._border()
        if not self._heading:
            self._push(self._open_heading(_HEADINGS[tag]))
            return
        if self._soft:  # a heading within a summary or a button is the real one
            self._heading, self._soft, self._button = _HEADINGS[tag], False, False
        self._stack.append(None)

    def _open_heading(self, level: int, *, soft: bool = False, button: bool = False) -> Callable[[], None]:
        self._end_item()
        self._heading, self._soft, self._button = level, soft, button
        return self._close_heading

    def _close_heading(self) -> None:
        level, soft, button = self._heading, self._soft, self._button
        self._heading = 0
        line = self._buffer.take(gap=True)
        if line is None or (button and _NO_HEADING_BUTTON.match(line.text)):
            return
        if not soft:
            self._level = level
        self._item = None  # what follows in a list item is text under its heading
        self._add(Heading(level, line.text, line.links, soft))

    def _open_panel(self, names: tuple[str, str]) -> Callable[[], None] | None:
        label = self._tabs.get(names[0]) or self._tabs.get(names[1])
        if not label or self._heading:
            return None
        self._add(Heading(self._soft_level(), label, soft=True))
        return self._open_inner()

    def _open_inner(self) -> Callable[[], None]:
        self._inner += 1
        around = self._level

        def close() -> None:
            self._end_item()
            self._inner -= 1
            self._level = around  # the headings within it are not what the next one stands under

        return close

    def _open_details(self, *_: str) -> None:
        self._border()
        self._end_item()
        self._push(self._open_inner())

    def _open_summary(self, *_: str) -> None:
        self._border()
        if self._heading:
            self._stack.append(None)
        else:
            self._push(self._open_heading(max(2, self._soft_level() - 1), soft=True))

    # -- lists

    def _open_list(self, tag: str, attributes: str) -> None:
        self._open_plain(tag, attributes)  # a list can be a menu by its role or name
        opened = self._stack.pop()
        self._end_item()
        self._saved.append((self._item, self._starts))
        self._item, self._starts = None, True
        self._depth += 1
        around, inner = opened or (self._place, None)

        def close() -> None:
            self._end_item()
            self._depth -= 1
            self._item, self._starts = self._saved.pop()  # type: ignore[assignment]
            if inner is not None:
                inner()

        self._stack.append((around, close))

    def _open_li(self, *_: str) -> None:
        self._border()
        self._end_item()
        self._saved.append((self._item,))
        self._item = []
        self._push(self._close_li)

    def _close_li(self) -> None:
        self._end_item()
        (self._item,) = self._saved.pop()  # type: ignore[assignment]

    def _end_item(self) -> None:
        """Gives the lines of the open list item as items."""
        if self._item:
            lines, self._item = self._item, []
            for block in item_blocks(lines, max(1, self._depth), starts=self._starts):
                self._add(block)
            self._starts = False

    # -- tables and definition lists: their cells take the blocks until they end

    def _open_table(self, _: str, attributes: str) -> None:
        self._border()
        self._end_item()
        if self._tables and (outer := self._tables[-1]) is not None:
            outer.layout = True
        shown = Table(layout='role="presentation"' in attributes or 'role="none"' in attributes)
        self._tables.append(shown if len(self._tables) < _DEEPEST else None)
        self._push(self._close_table)

    def _close_table(self) -> None:
        table = self._tables.pop()
        if table is None:
            return
        cells = [zip(cell.blocks, cell.places, cell.borders, strict=True) for cell in table.cells]
        places = {id(block): (place, border) for cell in cells for block, place, border in cell}
        for block in table_blocks(table, self._soft_level()):
            self._put(block, *places.get(id(block), (self._place, None)))

    def _open_thead(self, *_: str) -> None:
        self._border()
        self._push(self._close_thead)

    def _close_thead(self) -> None:
        if self._tables and (table := self._tables[-1]) is not None:
            table.heads_end = table.heads_end or len(table.rows)

    def _open_tr(self, *_: str) -> None:
        self._border()
        if self._tables and (table := self._tables[-1]) is not None:
            table.rows.append([])
        self._stack.append(None)

    def _open_cell(self, tag: str, attributes: str) -> None:
        self._border()
        table = self._tables[-1] if self._tables else None
        if table is None:
            self._stack.append(None)
            return
        if not table.rows:
            table.rows.append([])
        named = dict(_ATTRIBUTE.findall(attributes)) if attributes else {}
        cell = Cell(tag == "th", _span(named.get("colspan")), _span(named.get("rowspan")))
        table.rows[-1].append(cell)
        self._enter(cell)

    def _enter(self, cell: Cell) -> None:
        self._end_item()
        self._saved.append((self._out, self._item, self._depth))
        self._out, self._item, self._depth = cell, None, 0
        self._push(self._leave)

    def _leave(self) -> None:
        self._end_item()
        self._out, self._item, self._depth = self._saved.pop()  # type: ignore[assignment]
        self._bulleted = False

    def _open_caption(self, tag: str, _: str) -> None:
        self._border()
        self._saved.append((self._captions,))
        self._captions = []
        self._push(self._close_table_caption if tag == "caption" else self._close_figcaption)

    def _close_table_caption(self) -> None:
        if self._captions and self._tables and (table := self._tables[-1]) is not None:
            table.caption = " ".join(line.text for line in self._captions)
        (self._captions,) = self._saved.pop()  # type: ignore[assignment]

    def _close_figcaption(self) -> None:
        lines = self._captions or []
        (self._captions,) = self._saved.pop()  # type: ignore[assignment]
        self.images += [line.text for line in lines]
        if block := caption_block(lines):
            self._end_item()
            self._add(block)

    def _open_dl(self, *_: str) -> None:
        self._border()
        self._end_item()
        self._definitions.append(Definitions() if len(self._definitions) < _DEEPEST else None)
        self._push(self._close_dl)

    def _close_dl(self) -> None:
        if (definitions := self._definitions.pop()) is None:
            return
        for block in definition_blocks(definitions, self._soft_level()):
            self._put(block, self._place)

    def _open_term(self, tag: str, _: str) -> None:
        self._border()
        definitions = self._definitions[-1] if self._definitions else None
        if definitions is None:
            self._stack.append(None)
            return
        groups = definitions.groups
        cell = Cell()
        if tag == "dt" or not groups:
            groups.append((cell if tag == "dt" else Cell(), []))
        if tag == "dd":
            groups[-1][1].append(cell)
        self._enter(cell)

    def _open_pre(self, *_: str) -> None:
        self._border()
        self._pre += 1
        self._push(self._close_pre)

    def _close_pre(self) -> None:
        self._pre -= 1

    # -- inline elements

    def _open_a(self, attributes: str) -> None:
        named = dict(_ATTRIBUTE.findall(attributes))
        if "aria-expanded" in named and named.get("href", "#").startswith("#") and not self._heading:
            self._open_button(attributes)  # it opens a panel, as a button does
            self._expander = True
        elif "href" in named:
            self._buffer.open_link(unescaped(named["href"]))

    def _close_a(self, attributes: str) -> None:
        if self._expander:
            self._expander = False
            self._close_button(attributes)
        self._buffer.close_link()

    def _open_bold(self, _: str) -> None:
        self._buffer.open_bold()

    def _close_bold(self, _: str) -> None:
        self._buffer.close_bold()

    def _open_button(self, _: str) -> None:
        """Only buttons that open something, or stand in a heading, are left in the page (see blocks.py)."""
        if not self._heading:
            self._line()
            self._gap = True
            self._open_heading(self._soft_level(), soft=True, button=True)

    def _close_button(self, _: str) -> None:
        if self._heading and self._button:
            self._close_heading()
            self._gap = True
        elif self._soft:
            self._button = False

    def _br(self, _: str) -> None:
        if self._heading:
            self._buffer.pieces.append(" ")
        else:
            self._gap = not self._line() and self._gap

    def _hr(self, _: str) -> None:
        self._border()

    def _img(self, attributes: str) -> None:
        alt = normalised(unescaped(dict(_ATTRIBUTE.findall(attributes)).get("alt", "")))
        if alt:
            self.images.append(alt)

    def _time(self, attributes: str) -> None:
        if when := dict(_ATTRIBUTE.findall(attributes)).get("datetime"):
            self._buffer.add_time(unescaped(when).strip())

    # -- lines

    def _line(self) -> bool:
        """Ends the line that is open; tells whether there was one."""
        if self._pre and any("\n" in piece for piece in self._buffer.pieces):
            lines = self._buffer.take_lines(gap=self._gap)
        else:
            line = self._buffer.take(gap=self._gap)
            lines = [] if line is None else [line]
        for line in lines:
            self._give(line)
        return bool(lines)

    def _give(self, line: Line) -> None:
        if self._captions is not None:
            self._captions.append(line)
        elif self._item is not None:
            self._item.append(line)
        else:
            blocks = line_blocks(line, self._soft_level(), after_bullet=self._bulleted)
            for block in blocks:
                self._add(block)
            self._bulleted = isinstance(blocks[-1], Item)

    def _add(self, block: Block) -> None:
        self._bulleted = False
        self._put(block, self._place)

    def _put(self, block: Block, place: Place, border: int | None = None) -> None:
        before = self._out.blocks[-1] if self._out.blocks else None
        if isinstance(before, Heading) and before.soft and isinstance(block, Heading) and before.text == block.text:
            self._out.blocks.pop()  # a tab's label over a panel with a heading of its own
            self._out.places.pop()
            self._shallowest = min(self._shallowest, self._out.borders.pop())
        self._out.blocks.append(block)
        self._out.places.append(place)
        self._out.borders.append(min(self._shallowest, len(self._stack)) if border is None else border)
        self._shallowest = len(self._stack)


def _span(value: str | None) -> int:
    return min(int(value), 1000) if value and value.isascii() and value.isdigit() and len(value) < 6 else 1


_Begin = Callable[[Flow, str, str], None]
_BEGIN: dict[str, _Begin] = {
    **dict.fromkeys(_PLAIN, Flow._open_plain),
    **dict.fromkeys(_HEADINGS, Flow._open_h),
    **dict.fromkeys(("ul", "ol", "dir"), Flow._open_list),
    **dict.fromkeys(("td", "th"), Flow._open_cell),
    **dict.fromkeys(("dt", "dd"), Flow._open_term),
    **dict.fromkeys(("caption", "figcaption"), Flow._open_caption),
    **dict.fromkeys(("tbody", "tfoot"), Flow._open_plain),
    "p": Flow._open_p,
    "li": Flow._open_li,
    "details": Flow._open_details,
    "summary": Flow._open_summary,
    "table": Flow._open_table,
    "thead": Flow._open_thead,
    "tr": Flow._open_tr,
    "dl": Flow._open_dl,
    "pre": Flow._open_pre,
}
_END = frozenset("/" + tag for tag in _BEGIN)
_INLINE: dict[str, Callable[[Flow, str], None]] = {
    "a": Flow._open_a,
    "/a": Flow._close_a,
    "b": Flow._open_bold,
    "strong": Flow._open_bold,
    "/b": Flow._close_bold,
    "/strong": Flow._close_bold,
    "button": Flow._open_button,
    "/button": Flow._close_button,
    "br": Flow._br,
    "hr": Flow._hr,
    "img": Flow._img,
    "time": Flow._time,
}
