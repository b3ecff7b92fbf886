"""What shows that a line is about people or is a link: the evidence by which the main content is found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scraper.content import Block, Heading, Row
from scraper.swedish.remembered import remembered

# A well-known party in parentheses or a seat by its name: what no menu and no footer has. Other abbreviations in
# parentheses are as often an organisation's, and menus have those.
KNOWN_LETTERS = "[A-ZÅÄÖ]|SD|MP|KD|FP|FI|-"
_PARTY_WORDS = rf"\w{{2}} \((?:{KNOWN_LETTERS}|{KNOWN_LETTERS.lower()}|opol)\)"
_PARTY = re.compile(_PARTY_WORDS)
_PARTY_ENTRY = re.compile(rf"{_PARTY_WORDS}\s*(?:[,;:.–-]|$)")
_SEAT = re.compile(r"\b(?:ledamot|ersättare|ordförande|suppleant|rapportör)\b", re.I)
_CONTACT = re.compile(
    r"kontakt(?:person(?:er)?|uppgifter|information|er|a oss)?:?\b|har du frågor|frågor\?|vill du veta mer", re.I
)
_LABEL = re.compile(r"^[A-ZÅÄÖ][\w -]{3,60}: (?=[A-ZÅÄÖ])")  # "Handläggare: Testa Testsson"
_ASIDE = re.compile(r" (?:\(|[–-] ).*")  # behind a name
_NEAR = 3  # blocks: where the contact stands whom a heading announces, perhaps below a unit's name
# What goes on with the list of people in the column before it ("Ersättare") is no other organ's.
_GOES_ON = re.compile(
    r"(?:\w+ )?(?:ledamöter|ersättare|suppleanter|presidi|revisor|ordförande|vice|adjungera|insyn)", re.I
)
_NAME = re.compile(r"[A-ZÅÄÖÉ][\w'’-]+(?: (?:von|af|de|di|van))?(?: [A-ZÅÄÖÉ][\w'’-]+){1,3}(?:,|$)")


@remembered
def names_people(text: str) -> bool:
    return ("(" in text and _PARTY.search(text) is not None) or _names_seat(text)


def _names_seat(text: str) -> bool:
    low = text.lower()  # most texts hold none of the words, which is much cheaper to see than a pattern to try
    return (
        "ledamot" in low or "ersättare" in low or "ordförande" in low or "suppleant" in low or "rapportör" in low
    ) and _SEAT.search(text) is not None


def goes_on(blocks: Sequence[Block], inside: Sequence[int]) -> bool:
    first = blocks[inside[0]]
    return isinstance(first, Heading) and bool(_GOES_ON.match(first.text))


def is_contact(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line announces a contact, and a name stands below it."""
    return _CONTACT.match(blocks[at].text) is not None and any(_names_somebody(each) for each in _near(blocks, at))


def _near(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """The next blocks, but for those under another heading of this one's rank."""
    here = blocks[at]
    for block in blocks[at + 1 : at + 1 + _NEAR]:
        if isinstance(here, Heading) and isinstance(block, Heading) and block.level <= here.level:
            return
        yield block


def _names_somebody(block: Block) -> bool:
    text = block.cells[0] if isinstance(block, Row) and block.cells else block.text
    return _NAME.match(_ASIDE.sub("", _LABEL.sub("", text))) is not None


def is_listed(blocks: Sequence[Block], at: int) -> bool:
    """A person's entry, or a heading for a contact with a name below it: what must not be lost."""
    block = blocks[at]
    return isinstance(block, Row) or _may_list(block.text) or is_contact(blocks, at)


def is_entry(text: str) -> bool:
    """Whether a line begins with a name or gives a party: what no sentence about the members does."""
    return _NAME.match(text) is not None or ("(" in text and _PARTY_ENTRY.search(text) is not None)


@remembered
def _may_list(text: str) -> bool:
    return ("(" in text and _PARTY_ENTRY.search(text) is not None) or _names_seat(text)


def is_links(block: Block) -> bool:
    """Whether a line holds nothing but links, side by side: a menu that is no list."""
    links = block.links
    return bool(links) and sum(len(link.label) for link in links) + 3 * (len(links) - 1) >= len(block.text)


def is_link(block: Block) -> bool:
    links = block.links
    return len(links) == 1 and links[0].label == block.text
