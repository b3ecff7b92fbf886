"""A box of news or of events beside the content: what changes every day, and says nothing of who sits where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.blocks.signs import is_entry
from scraper.content import Block, Heading, Row
from scraper.swedish.remembered import remembered

_NEWS = re.compile(
    r"(?:(?:senaste|fler|relaterade|våra|alla|andra|mer)\s+)?(?:aktuellt|nyheter(?:na)?|nytt|pressmeddelanden)"
    r"(?:\s+(?:från|om|i|inom|hos|på)\s.+)?|(?:aktuella\s+)?nyheter\s+och\s+.{4,25}|på\s+gång(?:\s+i\s.+)?|"
    r"(?:senaste|fler|nya|relaterade)\s+(?:blogg)?(?:inlägg(?:en)?|artiklar)|kalender|kalendarium|evenemang|"
    r"(?:kommande|aktuella)\s+(?:evenemang|händelser)|news|latest\s+news|events",
    re.I,
)
_LONGEST = 60  # letters of a heading
_LARGEST = 150  # blocks
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf)(?:$|[?#])", re.I)
_DATE_LABEL = re.compile(r"\b(?:uppdatera(?:[dt]|des)|ändra(?:[dt]|des))\b", re.I)


def news(blocks: Sequence[Block], borders: Sequence[int], shown: Sequence[int], titles: tuple[str, ...]) -> set[int]:
    """The blocks of each box that begins with a heading for news, other than the page's own, and leads to them.

    A box with the page's title, somebody's entry, a document or the page's date is content, whatever it is called.
    borders: see Writer; titles: the page's, folded.
    """
    found: set[int] = set()
    for at in shown:
        block = blocks[at]
        if at in found or not isinstance(block, Heading) or block.text.casefold() in titles:
            continue
        if block.level > 1 and _names_news(block.text):
            box = _box(borders, at, len(blocks))
            if _leads_elsewhere([blocks[each] for each in box]):
                found.update(box)
    return found


@remembered
def _names_news(text: str) -> bool:
    return len(text) < _LONGEST and _NEWS.fullmatch(text.strip(" :")) is not None


def _box(borders: Sequence[int], first: int, count: int) -> range:
    """The blocks of the largest element that begins with a block; that one alone where it stands among others."""
    end = first + 1
    while end < count and borders[end] > borders[first] and end - first <= _LARGEST:
        end += 1
    return range(first, end if end - first <= _LARGEST else first + 1)


def _leads_elsewhere(box: list[Block]) -> bool:
    links = [link for block in box for link in block.links]
    return bool(links) and not (
        any(_DOCUMENT.search(link.url) for link in links) or any(_is_content(block) for block in box)
    )


def _is_content(block: Block) -> bool:
    if isinstance(block, Heading):
        return block.level == 1
    listed = not block.links and is_entry(block.text)
    return isinstance(block, Row) or listed or _DATE_LABEL.search(block.text) is not None
