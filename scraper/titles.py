"""Titles of officials and contacts: "regional utvecklingsdirektör", "samordnare för internationella frågor"."""

from __future__ import annotations

from scraper.remembered import remembered
from scraper.roles import read_roles
from scraper.swedish import TITLE_ENDINGS

_VERBS = frozenset({"är", "ingår", "sitter", "deltar", "bemannar", "representerar", "företräder", "arbetar", "har"})
_LONGEST = 12  # words; a longer text is a sentence


@remembered
def is_title(text: str) -> bool:
    """Whether a text is a civil servant's title: one of its words ends as titles do, and it is no elected role."""
    words = text.casefold().split()
    if not words or len(words) > _LONGEST or not _VERBS.isdisjoint(words):
        return False
    if is_contact_word(text) or read_roles(text):
        return False
    return any(is_title_word(word) for word in words)


def is_contact_word(text: str) -> bool:
    """Whether a text is the label of a contact ("Kontaktperson:", "Kontakt") and no title of anybody's."""
    return text.casefold().strip(" :") in ("kontakt", "kontaktperson", "kontaktpersoner", "contact")


def is_title_word(word: str) -> bool:
    """Whether a word ends as titles do ("utvecklingsdirektör"); a bare "ledare" or "ansvarig" counts too."""
    return word.casefold().strip(".,:;()").endswith(TITLE_ENDINGS)
