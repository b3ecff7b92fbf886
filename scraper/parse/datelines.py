"""The page's own date among its blocks, and the lines of other dates, which are no running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scraper.content import Block, Item, Paragraph, Row
from scraper.parse.organs import Found
from scraper.swedish.dates import DateLine, bare_date, date_line, may_tell_date, member_since

if TYPE_CHECKING:
    from scraper.parse.assemble import Findings

_LONGEST = 300  # letters of a block that can be a date line
_OTHER = re.compile(
    r"(?:\w+\s+){0,3}\w+:\s+(?=\S)|(?:senast\s+|sidan\s+)*(?:publicera|granska|skapa)(?:[dt]|des)\s+(?:den\s+)?",
    re.IGNORECASE,
)
_OTHER_ALONE = re.compile(r"(?:publicera[dt]|publicerings?datum|granska[dt]|skapa[dt])\s*:", re.IGNORECASE)
_DATE_SHAPE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}\s+\w+\s+\d{4}")
_GLUED = re.compile(r"(?<=\d)(?=[A-ZÅÄÖ])")  # "… 2017-01-30Uppdaterad …": two inline parts with no space between


class DateLines:
    """Looks at block after block; the last date line with a date is the page's."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._waiting = False  # a label stood in the block before, without its date

    def take(self, at: int, block: Block) -> bool:
        """Whether the block is the date line, or the date that belongs to the label before it."""
        waiting, self._waiting = self._waiting, False
        if waiting and (found := bare_date(block.text, _times(block))) and found.date:
            self._findings.date = Found(found, at, "date line: label, then date")
            return True
        line = _read(block)
        if line is None:
            return False
        self._findings.date_label = True
        if line.date:
            self._findings.date = Found(line, at, line.rule)
        else:
            self._findings.claim(at, line.rule, "last_updated")
            self._waiting = True
        return True

    def take_from(self, blocks: tuple[Block, ...], start: int) -> None:
        """Look outside the main content, where that has no date; start is the number of the first block there."""
        self._waiting = False
        for at, block in enumerate(blocks, start=start):
            if self._findings.date:
                return
            self.take(at, block)

    def is_other(self, at: int, text: str) -> bool:
        """ "Publicerad: 2019-01-02", "Nästa sammanträde: 18 april 2023": a label and its date, and nothing else.

        A date that cannot be ("1994-11-31") is no text either.
        """
        if _OTHER_ALONE.fullmatch(text):
            self._findings.claim(at, "line: another date's label", "date")
            return True
        label = None if member_since(text) else _OTHER.match(text)
        date = text[label.end() :] if label else ""
        if not date or (bare_date(date) is None and not _DATE_SHAPE.fullmatch(date)):
            return False
        self._findings.claim(at, "line: another date", "date")
        return True


def is_date_line(block: Block) -> bool:
    """Whether a block is the page's date line, or its label alone."""
    return _read(block) is not None


def _times(block: Block) -> tuple[str, ...]:
    return block.times if isinstance(block, (Paragraph, Item, Row)) else ()


def _read(block: Block) -> DateLine | None:
    """The date line that a block is; in a row each cell may be it, and so may all of them."""
    if len(block.text) > _LONGEST or not may_tell_date(block.text):
        return None
    texts = [block.text, *block.cells] if isinstance(block, Row) else [_GLUED.sub(" ", _without_links(block))]
    found = [line for text in texts if (line := date_line(text, _times(block)))]
    return next((line for line in found if line.date), found[0] if found else None)


def _without_links(block: Block) -> str:
    """The text outside links: "Strategi, reviderad 2021-03-01 (pdf)" is a document's label."""
    text = block.text
    for link in block.links:
        text = text.replace(link.label, " ", 1) if link.label else text
    return text.strip()
