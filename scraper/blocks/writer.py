"""What is collected while a page is read: the blocks so far, and which elements are open around the next one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from scraper.blocks.buffer import Buffer
from scraper.blocks.lines import Line, item_blocks, line_blocks, without_permalink
from scraper.blocks.places import Place
from scraper.blocks.tables import Cell, Definitions, Table
from scraper.content import Block, Heading, Item

_NO_HEADING_BUTTON = re.compile(
    r"(?:visa|dölj|läs|öppna|stäng|expandera|fäll|show|hide|read|open|close|meny|menu|sök|filtrera|sortera|dela|lyssna|"
    r"byt)\b",
    re.I,
)


class Writer:
    """blocks and places go together; images are alt texts and captions.

    The elements (boxes.py, tabular.py, inline.py) say what begins and ends; a stack holds what an open element must
    restore when it ends. resolve: an address as written to an absolute one, or None for one that leads nowhere. tabs:
    the labels of tabs, by their own id and by the id of their panel.
    """

    def __init__(self, resolve: Callable[[str], str | None], tabs: Mapping[str, str]) -> None:
        self.images: list[str] = []
        self.tabs = tabs
        self.out = Cell()  # where blocks go now: the page itself, or a cell of a table
        self.place = Place()
        self.shallowest = 0  # since the last block
        self.stack: list[tuple[Place, Close | None] | None] = []
        self.saved: list[tuple[object, ...]] = []
        self.buffer = Buffer(resolve)
        self.pieces = self.buffer.pieces
        self.gap = True
        # What it stands in.
        self.heading = 0  # the level of the heading that is open, 0 for none
        self.soft = False
        self.button = False
        self.expander = False  # a link that opens a panel is the button
        self.level = 1  # of the last real heading
        self.inner = 0  # open details and tab panels: what is bold in them is deeper
        self._buttons: dict[int, int] = {}  # the levels of what opens panels, by how deep it stands
        self.depth = 0  # of lists
        self.starts = False
        self.item: list[Line] | None = None
        self.bulleted = False
        self.pre = 0
        self.captions: list[Line] | None = None
        self.tables: list[Table | None] = []
        self.definitions: list[Definitions | None] = []

    @property
    def blocks(self) -> list[Block]:
        return self.out.blocks

    @property
    def places(self) -> list[Place]:
        return self.out.places

    @property
    def borders(self) -> list[int]:
        """How deep the innermost element is that holds both a block and the one before it."""
        return self.out.borders

    def add(self, block: Block) -> None:
        """Puts a block behind all others, at the place that is open."""
        self.bulleted = False
        self.put(block, self.place)

    def border(self) -> None:
        """An element begins or ends here: whatever line is open ends."""
        if self.heading:
            self.pieces.append(" ")
            return
        if self.pieces:
            self.line()
        self.gap = True

    def end(self, *_: str) -> None:
        """The innermost open element ends."""
        stack = self.stack
        opened = stack.pop() if stack else None
        if len(stack) < self.shallowest:
            self.shallowest = len(stack)
        if opened is not None:
            around, close = opened
            if close is not None:
                close(self)
            self.place = around

    def push(self, close: Close | None) -> None:
        self.stack.append((self.place, close))

    def soft_level(self) -> int:
        return min(6, self.level + 1 + self.inner)

    def button_level(self) -> int:
        """Of what opens a panel: as the one before it at this place, for the headings in its panel are not above it."""
        depth = len(self.stack)
        self._buttons.setdefault(depth, self.soft_level())
        return self._buttons[depth]

    def open_heading(self, level: int, *, soft: bool = False, button: bool = False) -> Close:
        self.end_item()
        self.heading, self.soft, self.button = level, soft, button
        return Writer.close_heading

    def close_heading(self) -> None:
        level, soft, button = self.heading, self.soft, self.button
        self.heading = 0
        line = without_permalink(self.buffer.take(gap=True))
        if line is None or (button and _NO_HEADING_BUTTON.match(line.text)):
            return
        if not soft:
            self.level = level
            self._buttons = {depth: each for depth, each in self._buttons.items() if depth <= len(self.stack)}
        self.item = None  # what follows in a list item is text under its heading
        self.add(Heading(level, line.text, line.links, soft))

    def end_item(self) -> None:
        """Gives the lines of the open list item as items."""
        if self.item:
            lines, self.item = self.item, []
            for block in item_blocks(lines, max(1, self.depth), starts=self.starts):
                self.add(block)
            self.starts = False

    def line(self) -> bool:
        """Ends the line that is open; tells whether there was one."""
        if self.pre and any("\n" in piece for piece in self.pieces):
            lines = self.buffer.take_lines(gap=self.gap)
            for line in lines:
                self.give(line)
            return bool(lines)
        taken = self.buffer.take(gap=self.gap)
        if taken is None:
            return False
        self.give(taken)
        return True

    def give(self, line: Line) -> None:
        if self.captions is not None:
            self.captions.append(line)
        elif self.item is not None:
            self.item.append(line)
        else:
            blocks = line_blocks(line, self.soft_level() if line.bold else 0, after_bullet=self.bulleted)
            for block in blocks:
                self.put(block, self.place)
            self.bulleted = isinstance(blocks[-1], Item)

    def put(self, block: Block, place: Place, border: int | None = None) -> None:
        out, depth = self.out, len(self.stack)
        if isinstance(block, Heading) and out.blocks:
            before = out.blocks[-1]
            if isinstance(before, Heading) and before.soft and before.text == block.text:
                out.blocks.pop()  # a tab's label over a panel with a heading of its own
                out.places.pop()
                self.shallowest = min(self.shallowest, out.borders.pop())
        out.blocks.append(block)
        out.places.append(place)
        shallowest = self.shallowest if self.shallowest < depth else depth
        out.borders.append(shallowest if border is None else border)
        self.shallowest = depth


Close = Callable[[Writer], None]
"""What the end of an element does."""
