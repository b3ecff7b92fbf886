"""A page's table of contents: what leads to its own headings, and says nothing that they do not say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.blocks.signs import is_links
from scraper.content import Block, Heading, Paragraph

_FEWEST = 2  # links
_LABEL = re.compile(
    r"(?:(?:innehåll(?:sförteckning)?\s?)?(?:på )?(?:den här |denna )?sidan?s?(?: innehåll| (?:hittar du|finns))?|"
    r"innehåll(?:sförteckning)?|(?:gå|hoppa)(?: direkt)? till|snabblänkar|genvägar)\s?:?",
    re.I,
)


def contents(blocks: Sequence[Block], inside: Sequence[int]) -> set[int]:
    """The lines of links to places on the page, each called as a heading there, and the heading right above them.

    inside: the main content, in page order.
    """
    leading = [at for at in inside if blocks[at].links and _leads_within(blocks[at])]
    if len(leading) < _FEWEST:
        return set()
    heads = {block.text.casefold() for at in inside if isinstance(block := blocks[at], Heading)}
    found = {at for at in leading if all(link.label.casefold() in heads for link in blocks[at].links)}
    if len(found) < _FEWEST:
        return set()
    before = dict(zip(inside[1:], inside, strict=False))
    above = {before[at] for at in found if at in before and before[at] not in found}
    return found | {at for at in above if _announces(blocks[at])}


def _announces(block: Block) -> bool:
    """Whether a heading or a label ("På den här sidan:") stands over the links."""
    if isinstance(block, Heading):
        return block.level > 1
    return isinstance(block, Paragraph) and _LABEL.fullmatch(block.text) is not None


def _leads_within(block: Block) -> bool:
    return not isinstance(block, Heading) and is_links(block) and all("#" in link.url for link in block.links)
