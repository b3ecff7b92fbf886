"""The page's own date among its blocks, and the lines of other dates, which are no running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scraper.content import Block
from scraper.dated import read_date_line, times_of
from scraper.parse.organs import Found
from scraper.swedish.date_lines import bare_date
from scraper.swedish.remembered import remembered
from scraper.swedish.since import member_since

if TYPE_CHECKING:
    from scraper.parse.assemble import Findings

_OTHER = re.compile(
    r"(?:\w+\s+){0,3}\w+:\s+(?=\S)|(?:senast\s+|sidan\s+)*(?:publicera|granska|skapa)(?:[dt]|des)\s+(?:den\s+)?",
    re.IGNORECASE,
)
_OTHER_ALONE = re.compile(r"(?:publicera[dt]|publicerings?datum|granska[dt]|skapa[dt])\s*:", re.IGNORECASE)
_DATE_SHAPE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}\s+\w+\s+\d{4}")


class DateLines:
    """Looks at block after block; the last date line with a date is the page's."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._waiting = False  # a label stood in the block before, without its date

    def take(self, at: int, block: Block) -> bool:
        """Whether the block is the date line, or the date that belongs to the label before it."""
        waiting, self._waiting = self._waiting, False
        if waiting and (found := bare_date(block.text, times_of(block))) and found.date:
            self._findings.date = Found(found, at, "date line: label, then date")
            return True
        line = read_date_line(block)
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
        rule = _other(text)
        if rule is not None:
            self._findings.claim(at, rule, "date")
        return rule is not None


@remembered
def _other(text: str) -> str | None:
    if _OTHER_ALONE.fullmatch(text):
        return "line: another date's label"
    label = None if member_since(text) else _OTHER.match(text)
    date = text[label.end() :] if label else ""
    if not date or (bare_date(date) is None and not _DATE_SHAPE.fullmatch(date)):
        return None
    return "line: another date"
