"""What a reader sees of a page, without tags or classes: the values that go from scraper.blocks to scraper.parse.

Every text here is normalised: NFC, white space folded to single spaces and stripped, no soft hyphens, no zero-width
characters, U+2011 as "-". Inline markup joins without a space, br and block tags separate.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from records.page import Link


@dataclass(frozen=True, slots=True)
class Heading:
    """level 1 to 6; a bold paragraph that stands as a heading is one level below the last real heading.

    soft: no heading element, but a bold line, a definition term, a tab or a table's section row.
    """

    level: int
    text: str
    links: tuple[Link, ...] = ()
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line or paragraph of running text. A br inside a paragraph ends it and begins another.

    times: the datetime attributes of time elements within it. gap: a real paragraph or block border stands before
    it (False after a mere br), so that the lines of one address stay recognisable as one group. caption: it stands
    under a picture, and is no running text.
    """

    text: str
    links: tuple[Link, ...] = ()
    times: tuple[str, ...] = ()
    gap: bool = True
    caption: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One list item (or a line that begins with a bullet); depth 1 for an outer list, 2 for a list inside it."""

    text: str
    links: tuple[Link, ...] = ()
    depth: int = 1
    starts: bool = False  # the first item of its list
    times: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One table row, or one term with its description: cells, and the column head above each ("" where none)."""

    cells: tuple[str, ...]
    heads: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    starts: bool = False  # the first row of its table
    caption: str | None = None
    times: tuple[str, ...] = ()
    text: str = field(init=False, repr=False, compare=False)  # the cells' own, joined

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join(cell for cell in self.cells if cell))


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link that stands alone, outside a list and a table."""

    link: Link

    @property
    def text(self) -> str:
        return self.link.label

    @property
    def links(self) -> tuple[Link, ...]:
        return (self.link,)


Block = Heading | Paragraph | Item | Row | LinkLine


@dataclass(frozen=True, slots=True)
class Content:
    """A whole page as a reader sees it.

    title is the document's own (the title element). url is the address that links were resolved against (base, then
    canonical, then the page's own). main is the main content; rest is what stands outside it, in page order (looked
    at for the date line, and by the judge), without menus, footers and dialogs that can decide nothing. images holds
    alt texts and captions, apart from the text.
    """

    url: str
    title: str | None = None
    main: tuple[Block, ...] = ()
    rest: tuple[Block, ...] = ()
    images: tuple[str, ...] = ()
    has_end_tag: bool = True  # </html> stands in the body
    cut: str | None = None  # evidence of an end inside the content: "a half tag", "an open list", …
    scripts: int = 0  # script elements
    password_field: bool = False
    frames: int = 0

    @property
    def is_bare(self) -> bool:
        """Whether main holds nothing but headings, or none: then all that stands around it counts."""
        return len({isinstance(block, Heading) for block in self.main}) < 2
