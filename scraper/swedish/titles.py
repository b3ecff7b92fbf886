"""Titles of officials and contacts: "regional utvecklingsdirektör", "samordnare för internationella frågor"."""

from __future__ import annotations

import re

from scraper.swedish.remembered import remembered
from scraper.swedish.roles import read_roles
from scraper.swedish.title_words import SHORT_TITLES, TITLE_ENDINGS
from scraper.swedish.vocabulary import words

_VERBS = words(
    "är ingår sitter deltar bemannar representerar representeras företräder företräds arbetar har leds sköts samordnas"
)
_SENTENCE_WORDS = _VERBS | words("medverkar bistår från i av som representeras företräds leds sköts det den till genom")
_GOES_ON = words("för på vid inom hos och samt")  # "chef för" goes on to what somebody is the head of
_DEFINITE = re.compile(r"(?<=[rgkfdtls])(?<!polis)en$|(?<=[re])n$")  # "analytikern", "strategen", "rektorn"
_DEFINITE_E = re.compile(r"(?<=are)n$")  # "samordnaren"
_CONTACT_WORDS = words("kontakt kontakta kontaktperson kontaktpersoner kontaktuppgifter contact")
_SHORTENED = words("dr prof kand lic mag vd head")
_LONGEST = 12  # words; a longer text is a sentence


@remembered
def is_title(text: str) -> bool:
    """Whether a text is a civil servant's title: one of its words ends as titles do, and it is no elected role."""
    parts = text.casefold().split()
    if not parts or len(parts) > _LONGEST or not _VERBS.isdisjoint(parts):
        return False
    if is_contact_word(text) or read_roles(text):
        return False
    return any(is_title_word(word) for word in text.split())


def singular_title(word: str) -> str | None:
    """A title in the plural as one of them has it: "projektledarna" and "strateger"; None for anything else."""
    low = word.casefold()
    for plural, singular in (("arna", "are"), ("arna", ""), ("ierna", "ie"), ("erna", ""), ("er", "")):
        one = low.removesuffix(plural) + singular
        if low.endswith(plural) and one.endswith(TITLE_ENDINGS):
            return one
    return None


def is_contact_word(text: str) -> bool:
    """Whether a text is the label of a contact ("Kontaktperson:", "Kontakt") and no title of anybody's."""
    return text.casefold().strip(" :") in _CONTACT_WORDS


def is_title_word(word: str) -> bool:
    """Whether a word ends as titles do ("utvecklingsdirektör"); a bare "ledare" or "ansvarig" counts too."""
    bare = word.casefold().strip(".,:;()")
    if bare in _SHORTENED or bare.endswith("-vd") or (bare in SHORT_TITLES and word.isupper()):
        return True
    return bare.endswith(TITLE_ENDINGS) or (
        bare[-1:] == "n" and (_DEFINITE_E if bare.endswith("aren") else _DEFINITE).sub("", bare).endswith(TITLE_ENDINGS)
    )


def is_title_before(parts: list[str]) -> bool:
    """Whether the words before a name are its title, and no sentence that goes on to it ("I gruppen ingår …")."""
    if (
        parts[-1].casefold() in _GOES_ON
        or not (is_title_word(parts[0]) or is_title_word(parts[-1]))
        or _SENTENCE_WORDS & {each.casefold() for each in parts}
    ):
        return False
    return is_title(" ".join(parts))
