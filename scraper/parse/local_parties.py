"""Local parties in lines of people: short letters that stand where the page's other people have a known party.

In tables a column shows it (parties_in_columns); in lines it is the place: alone on the line below a name, behind the
name's comma, or right behind the name.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from scraper.content import Block, Content, Heading, Item, Paragraph, Row
from scraper.swedish.names import is_name
from scraper.swedish.parties import is_party
from scraper.swedish.roles import read_roles
from scraper.swedish.titles import is_title
from scraper.swedish.vocabulary import COUNTRIES, NO_NAME

_LONGEST = 120  # letters of a line of one person
_LETTERS = re.compile(r"(?=\w*[A-ZÅÄÖ]\w*[A-ZÅÄÖ])[A-ZÅÄÖ][^\W\d_]{1,4}")  # "SJVP", "LPo"
_LONGEST_LETTERS = 5
_ENOUGH = 2  # people with a known party in that place


class _Place(StrEnum):
    ALONE = "alone"
    COMMA = "behind a comma"
    SPACE = "behind a space"


@dataclass(frozen=True, slots=True)
class _Letters:
    """What stands in a party's place: its block, and which letters of the block's text (or of its last cell)."""

    block: int
    place: _Place
    start: int
    end: int
    text: str


def with_local_parties(content: Content) -> Content:
    """The content with local parties in parentheses, as a party is written. Nobody is shown it: it is only read."""
    found = [each for at, block in enumerate(content.main) if (each := _letters(content.main, at, block))]
    known = Counter(each.place for each in found if is_party(each.text))
    unknown = [each for each in found if _may_be_party(each.text) and known[each.place] >= _ENOUGH]
    others = Counter(each.place for each in unknown)
    local = {each.block: each for each in unknown if others[each.place] <= known[each.place]}
    if not local:
        return content
    return replace(content, main=tuple(_told(block, local.get(at)) for at, block in enumerate(content.main)))


def _letters(main: tuple[Block, ...], at: int, block: Block) -> _Letters | None:
    text = _text(block)
    if not text or len(text) > _LONGEST:
        return None
    label, colon, _ = text.partition(": ")
    start = len(label) + 2 if colon else 0
    first, comma, rest = text[start:].partition(", ")
    name, _, last = first.rpartition(" ")
    if last[:1].isupper() and len(last) <= _LONGEST_LETTERS and is_name(name) and _shows(last):
        return _Letters(at, _Place.SPACE, start + len(name) + 1, start + len(first), last)
    if comma and is_name(first):
        second = rest.partition(",")[0]
        begin = start + len(first) + 2
        return _Letters(at, _Place.COMMA, begin, begin + len(second), second)
    if _below_a_name(main, at, block) and _shows(text):
        return _Letters(at, _Place.ALONE, 0, len(text), text)
    return None


def _text(block: Block) -> str:
    """The line, or the description of a term."""
    if isinstance(block, Row):
        return block.cells[1] if len(block.cells) == 2 and not any(block.heads) else ""
    return block.text if isinstance(block, Paragraph | Item) else ""


def _below_a_name(main: tuple[Block, ...], at: int, block: Block) -> bool:
    """Whether a name stands on one of the two lines above (its role may stand between), or is the term described."""
    if isinstance(block, Row):
        return is_name(block.cells[0])
    return (at > 0 and is_name(main[at - 1].text)) or (at > 1 and is_name(main[at - 2].text))


def _shows(text: str) -> bool:
    """Whether a text is a party, known or by its letters."""
    return is_party(text) or _may_be_party(text)


def _may_be_party(text: str) -> bool:
    folded = text.casefold()
    return (
        _LETTERS.fullmatch(text) is not None
        and folded not in NO_NAME
        and folded not in COUNTRIES
        and not is_party(text)
        and read_roles(text) is None
        and not is_title(text)
    )


def _told(block: Block, letters: _Letters | None) -> Block:
    if letters is None or isinstance(block, Heading):
        return block
    text = _text(block)
    before = text[: letters.start].rstrip(" ,")
    told = f"{before}{' ' if before else ''}({letters.text}){text[letters.end :]}"
    if isinstance(block, Row):
        return replace(block, cells=(block.cells[0], told))
    return replace(block, text=told) if isinstance(block, Paragraph | Item) else block
