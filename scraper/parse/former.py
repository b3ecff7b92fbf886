"""Those who sat here before: a heading or a line that announces them, and where their list ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.content import Block, Item, Paragraph, Row
from scraper.parse.titling import is_own_board
from scraper.swedish.headings import HeadingKind, heading
from scraper.swedish.remembered import remembered

_FORMER = re.compile(
    r"(?:tidigare|förutvarande|avgångna|föregående|före detta|f\.?\s?d\.?|former|previous)\s+(?P<who>\S.*)", re.I
)


@remembered
def names_former(text: str) -> bool:
    """Whether a heading or a label stands over those who sit here no more: "Tidigare ledamöter"."""
    former = _FORMER.fullmatch(text.strip(" :"))
    if former is None:
        return False
    kinds = (HeadingKind.ROLE, HeadingKind.PEOPLE, HeadingKind.MEMBERS)
    return heading(former["who"]).kind in kinds or is_own_board(former["who"])


def end_of_list(main: Sequence[Block], at: int) -> int:
    """The last block of the list, the table or the paragraph of lines that stands right below a block."""
    last = at + 1
    while last + 1 < len(main) and _goes_on(main[last], main[last + 1]):
        last += 1
    return last


def _goes_on(block: Block, following: Block) -> bool:
    if isinstance(following, Item | Row):
        return type(block) is type(following) and not following.starts
    return isinstance(block, Paragraph) and isinstance(following, Paragraph) and not following.gap
