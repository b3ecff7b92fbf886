"""What of a page can decide a record, as one text: equal texts of one page at one address are equal readings."""

from __future__ import annotations

from scraper.content import Block, Content, Heading, Item, Paragraph, Row
from scraper.dated import is_date_line


def fingerprint(content: Content) -> str | None:
    """The main content, the date line, whether the body is whole. None for a page that is cut, or without content."""
    if content.cut or not content.main:
        return None
    parts = [content.url, content.title or "", str(content.has_end_tag)]
    for block in content.main:
        parts += _of_block(block)
    for block, following in _pairs(content):
        if is_date_line(block):
            parts += [*_of_block(block), *(_of_block(following) if following else ())]
    return "\x1f".join(parts)


def _pairs(content: Content) -> zip[tuple[Block, Block | None]]:
    """The blocks outside the main content, each with the one behind it: a date may follow its label."""
    return zip(content.rest, (*content.rest[1:], None), strict=False)


def _of_block(block: Block) -> list[str]:
    parts = [type(block).__name__, block.text]
    if block.links:
        parts += [f"{link.label}\x1e{link.url}" for link in block.links]
    match block:
        case Paragraph(times=times, gap=gap):
            parts += [*times, str(gap)]
        case Item(times=times, depth=depth, starts=starts):
            parts += [*times, str(depth), str(starts)]
        case Heading(level=level, soft=soft):
            parts += [str(level), str(soft)]
        case Row():
            parts += [*block.cells, *block.heads, *block.times, block.caption or "", str(block.starts)]
    return parts
