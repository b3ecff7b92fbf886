"""The bodies that a role can be held in, as words behind it name them: "i styrelsen", "Region Provland"."""

from __future__ import annotations

from scraper.swedish.role_forms import bare
from scraper.swedish.vocabulary import BODY_ENDINGS, SHORT_PLACES, words

_PREPOSITIONS = words("i för av på inom till från hos vid under mot fr.o.m from t.o.m tom sedan of in on for at to")
_STATES = words("är heter utgörs består blir valdes utsågs")  # verbs: behind them stands a person, not a body
_REGIONS = ("kommun", "län", "stad")


def is_body(text: str) -> bool:
    """Whether a text names a body that a role can be held in: "utskottet COTER", "regionstyrelsen"."""
    return any(is_body_word(word) for word in text.split()) and len(text.split()) <= 6


def is_body_behind(words: list[str]) -> bool:
    """Whether the words behind a role are the body it is held in ("i styrelsen", "kommunstyrelsen", "för Testa T")."""
    return _STATES.isdisjoint(words) and (
        bare(words[0]) in _PREPOSITIONS
        or words[0][:4].isdigit()
        or words[0].casefold() in SHORT_PLACES
        or _is_region(words)
        or (len(words) <= 3 and all(is_body_word(word) for word in words[-1:]))
    )


def _is_region(words: list[str]) -> bool:
    """Whether the words are the region or the municipality somebody sits for: "Region Provland", "Provby kommun"."""
    named = words[1:] if words[0] in ("Region", "Landstinget") else words[:-1] if words[-1] in _REGIONS else []
    return 0 < len(named) <= 3 and all(word[0].isupper() for word in named)


def is_body_word(word: str) -> bool:
    """Whether a word is a body's, also in the genitive: "kommunstyrelsens", "ERB"."""
    return bare(word).removesuffix("s").endswith(BODY_ENDINGS) or (word.isupper() and len(word) >= 2)
