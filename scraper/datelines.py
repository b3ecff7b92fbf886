"""The page's own date among its blocks, and the lines of other dates, which are no running text."""

from __future__ import annotations

import re

from scraper.assemble import Findings
from scraper.content import Block, Item, Paragraph, Row
from scraper.dates import bare_date, date_line
from scraper.organs import Found

_LONGEST = 300  # letters of a block that can be a date line
_MAY_BE = re.compile(r"pdat|ndra[dt]|odifie|evid", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:\w+\s+){0,3}\w+:\s+(?=\S)|(?:senast\s+|sidan\s+)*(?:publicera[dt]|granska[dt]|skapa[dt])\s+", re.IGNORECASE
)


class DateLines:
    """Looks at block after block; the last date line with a date is the page's."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._waiting = False  # a label stood in the block before, without its date

    def take(self, at: int, block: Block) -> bool:
        """Whether the block is the date line, or the date that belongs to the label before it."""
        times = block.times if isinstance(block, (Paragraph, Item, Row)) else ()
        waiting, self._waiting = self._waiting, False
        if waiting and (found := bare_date(block.text, times)) and found.date:
            self._findings.date = Found(found, at, "date line: label, then date")
            return True
        if len(block.text) > _LONGEST or not _MAY_BE.search(block.text):
            return False
        line = date_line(block.text, times)
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
        """ "Publicerad: 2019-01-02", "Nästa sammanträde: 18 april 2023": a label and its date, and nothing else."""
        label = _OTHER.match(text)
        if label is None or bare_date(text[label.end() :]) is None:
            return False
        self._findings.claim(at, "line: another date", "date")
        return True
