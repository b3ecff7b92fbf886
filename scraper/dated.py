"""Which block is the page's date line: a reading asks, and so does the comparison of what decides a reading."""

from __future__ import annotations

import re

from scraper.content import Block, Item, Paragraph, Row
from scraper.swedish.date_lines import DateLine, date_line, may_tell_date

_LONGEST = 300  # letters of a block that can be a date line
_GLUED = re.compile(r"\d(?=(?!T\d)[A-ZÅÄÖ])")  # "… 2017-01-30Uppdaterad …": two inline parts with no space between


def is_date_line(block: Block) -> bool:
    """Whether a block is the page's date line, or its label alone."""
    return read_date_line(block) is not None


def times_of(block: Block) -> tuple[str, ...]:
    return block.times if isinstance(block, (Paragraph, Item, Row)) else ()


def read_date_line(block: Block) -> DateLine | None:
    """The date line that a block is; in a row each cell may be it, and so may all of them."""
    if len(block.text) > _LONGEST or not may_tell_date(block.text):
        return None
    texts = [block.text, *block.cells] if isinstance(block, Row) else [_GLUED.sub(r"\g<0> ", _without_links(block))]
    found = [line for text in texts if (line := date_line(text, times_of(block)))]
    return next((line for line in found if line.date), found[0] if found else None)


def _without_links(block: Block) -> str:
    """The text outside links: "Strategi, reviderad 2021-03-01 (pdf)" is a document's label."""
    text = block.text
    for link in block.links:
        text = text.replace(link.label, " ", 1) if link.label else text
    return text.strip()
