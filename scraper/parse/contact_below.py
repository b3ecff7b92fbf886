"""A contact that stands right below a line or a heading which announces one, or might: where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from scraper.content import Block, Heading, Item, Paragraph, Row
from scraper.parse.cards import is_reach
from scraper.parse.place import SHORT
from scraper.swedish.contacts import contact
from scraper.swedish.names import is_name
from scraper.swedish.people import entries
from scraper.swedish.titles import is_title

_LINES = 10  # of those below what announces a contact


class Below(NamedTuple):
    """last: the last block of the contact. civil: it can be reached, and nobody in it is elected."""

    last: int
    civil: bool


def contact_below(main: Sequence[Block], at: int) -> Below | None:
    """The contact whom the paragraph, list or table right below a block names; None where nobody is."""
    below = takewhile(partial(_is_of_contact, main, at + 1), range(at + 1, len(main))[:_LINES])
    blocks = [main[each] for each in below]
    found = contact([_line_of(block) for block in blocks], tuple(link for block in blocks for link in block.links))
    if not found:
        return None
    reached = any(each.phone or each.email for each in found)
    civil = reached and not any(each.elected for block in blocks for each in entries(block.text))
    return Below(at + len(blocks), civil)


def civil_servants_below(main: Sequence[Block], at: int) -> int:
    """The last block of the contacts right below a block, one after the other; the block itself where there is none."""
    below = contact_below(main, at)
    while below is not None and below.civil:
        at = below.last
        below = contact_below(main, at)
    return at


def _is_of_contact(main: Sequence[Block], first: int, at: int) -> bool:
    """Whether a block goes on with the contact that begins with the first: in its paragraph, list or table."""
    begins, block = main[first], main[at]
    if len(block.text) > SHORT:
        return False
    if at == first or isinstance(block, Heading):
        return at == first and (not isinstance(block, Heading) or is_name(block.text))
    if isinstance(block, Item | Row):
        return type(block) is type(begins) and not block.starts
    same = isinstance(block, Paragraph) and not block.gap and isinstance(begins, Paragraph)
    reaches = any(link.url.startswith(("mailto:", "tel:")) for link in block.links)
    return same or reaches or is_reach(block.text, block.links) or is_title(block.text)


def _line_of(block: Block) -> str:
    return ", ".join(filter(None, block.cells)) if isinstance(block, Row) else block.text
