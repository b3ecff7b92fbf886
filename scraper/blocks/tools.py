"""Share, listen, print, search and feedback: what a page lets its reader do, and says nothing of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.blocks.signs import is_link
from scraper.content import Block, Row
from scraper.swedish.remembered import remembered

_TOOLS = re.compile(
    r"(?:dela(?: (?:sidan|den här sidan|detta|denna sida|artikeln|innehållet|länken|(?:på|via|med) .{2,20}))?|"
    r"lyssna(?: på (?:sidan|innehållet|texten|artikeln|den här sidan))?|skriv ut(?: (?:sidan|den här sidan|artikeln))?|"
    r"tipsa(?: (?:en vän|oss|om sidan))?.?|kopiera länk(?:en)?|(?:gå |upp )?till (?:sidans )?topp(?:en)?(?: av sidan)?|"
    r"(?:hjälpte|var|hittade|fick) (?:du|dig|den här|denna|informationen|innehållet|sidan|det|svaret).{0,60}\?|"
    r"(?:lämna|ge) (?:oss )?(?:en |dina |din )?(?:synpunkt(?:er)?|kommentar(?:er)?|feedback|återkoppling)"
    r"(?: på .{3,30})?|tyck till(?: om .{3,30})?|skicka(?: synpunkt| svar)?|share(?: this page| on .{2,20})?|listen|"
    r"print(?: this page)?|tweeta|stäng|öppna|visa (?:mer|mindre|fler(?:a)?)(?: \w+)?|"
    r"sök (?:(?:på |efter )?(?:namn|ord|person|politiker)|i (?:tabellen|listan))|"
    r"(?:visar )?(?:\d+(?: ?(?:[-–]|till) ?\d+)? av \d+|(?:alla )?\d+) "
    r"(?:sök)?(?:träff(?:ar)?|resultat|poster|personer)|visar \d+ av \d+ \w+|"
    r"sida \d+ av \d+|(?:nästa|föregående)(?: sida)?|rensa (?:filter|sökning(?:en)?|alla)|"
    r"tack för din(?:a)? (?:synpunkt(?:er)?|hjälp|feedback).{0,20})[.!:]?",
    re.I,
)
_LINKED_TOOLS = re.compile(
    r"facebook|twitter|x|linkedin|bluesky|instagram|e-posta|mejla sidan|ja|nej|mail|e-post", re.I
)
_ANSWERS = ("ja", "nej")
_MARKS = re.compile(r"\s*[|·•]\s*")


def is_tool(block: Block) -> bool:
    """Share, listen, print and feedback, by their words."""
    text = block.text
    if len(text) >= 90 or isinstance(block, Row):
        return False
    return _names_tool(text) or (is_link(block) and _LINKED_TOOLS.fullmatch(text) is not None and not _writes(block))


def _writes(block: Block) -> bool:
    """Whether a link writes to somebody: one that shares the page leaves open to whom."""
    return block.links[0].url.startswith("mailto:") and not block.links[0].url.startswith("mailto:?")


def is_answer(blocks: Sequence[Block], at: int) -> bool:
    """ "Ja" and "Nej", one below the other: what a survey lets a reader choose."""
    text = blocks[at].text
    if len(text) > len("nej") or text.casefold() not in _ANSWERS:
        return False
    beside = (blocks[each].text.casefold() for each in (at - 1, at + 1) if 0 <= each < len(blocks))
    return any(each in _ANSWERS and each != text.casefold() for each in beside)


@remembered
def _names_tool(text: str) -> bool:
    """ "Skriv ut | Lyssna | Tipsa en vän" too."""
    parts = _MARKS.split(text) if "|" in text or "·" in text or "•" in text else ()
    several = bool(parts) and all(_TOOLS.fullmatch(part) or _LINKED_TOOLS.fullmatch(part) for part in parts)
    return several or _TOOLS.fullmatch(text) is not None
