"""The forms of the words of roles: the singular, the plural, the definite, and what may stand before them."""

from __future__ import annotations

import re

from scraper.swedish.role_words import PLURALS, ROLE_ENDINGS, ROLE_QUALIFIERS, ROLES, SEVERAL

_LONG_PLURALS = tuple(each for each in sorted(PLURALS, key=len, reverse=True) if len(each) > 5)
DEFINITES = tuple(each for each in _LONG_PLURALS if each not in SEVERAL and each.endswith(("en", "et")))
_HEAD_ENDINGS = (*ROLE_ENDINGS, *DEFINITES)
_SEVERAL_ENDINGS = (
    "ordförandena",
    "ledamöter",
    "ledamöterna",
    "revisorer",
    "rapportörer",
    "suppleanter",
    "representanter",
    "delegater",
)
_ORDINAL = re.compile(r"\d{1,2}(?::?[ea]|[.:]|st|nd|rd|th)?")
_ADJECTIVE = re.compile(r"(?!samtliga$)[a-zåäö]{2,}(?:\wsk|lig|[nr]al|ell)a")  # "norska", "kyrkliga ledamöter"
_ROMAN = ("I", "II", "III", "IV")  # "I vice ordförande", as in Finland


def bare(word: str) -> str:
    """A word without case and the marks around it."""
    return word.casefold().strip(".,:")


def is_role_word(word: str) -> bool:
    """Whether a word is a role, or a compound that ends in one."""
    word = bare(word)
    if word.startswith("tjänste"):  # "tjänstemannarepresentant": a civil servant's place, to which nobody is elected
        return False
    return word in ROLES or word in PLURALS or word.endswith(_HEAD_ENDINGS) or _ends_several(word)


def qualifier(word: str) -> str | None:
    """The singular of a word that may stand before a role ("2:e", "personliga"); None where it is none."""
    ordinal = word in _ROMAN or _ORDINAL.fullmatch(word.casefold())
    if ordinal:
        return word.casefold()
    low = bare(word)
    return ROLE_QUALIFIERS.get(low) or (low[:-1] if low[-1:] == "a" and _ADJECTIVE.fullmatch(low) else None)


def neuter(qualifier: str) -> str:
    """A qualifier as it stands before "ombud": "valt", "utsett", "politiskt"; ordinals and the like stay."""
    if qualifier.endswith("dd"):
        return f"{qualifier[:-2]}tt"
    if qualifier.endswith(("ad", "ld", "nd", "rd")):
        return f"{qualifier[:-1]}t"
    return f"{qualifier}t" if qualifier.endswith(("ig", "sk", "am", "al", "ern")) else qualifier


def is_plural(word: str) -> bool:
    """Whether a role's word speaks of several."""
    word = bare(word)
    return word in SEVERAL or _ends_several(word)


def is_definite(role: str) -> bool:
    """Whether a role is written in the definite or the plural: "regionrådet", "ledamöter"."""
    return role.endswith(DEFINITES) or role.split()[-1] in PLURALS


def _ends_several(word: str) -> bool:
    return word.endswith(_SEVERAL_ENDINGS)


def singular(word: str) -> str:
    """The singular of a role's word, that of a compound by its last part."""
    word = bare(word)
    if word in PLURALS:
        return PLURALS[word]
    if not word.endswith(_LONG_PLURALS):
        return word
    ending = next(each for each in _LONG_PLURALS if word.endswith(each))
    return word[: -len(ending)] + PLURALS[ending]


def is_short(word: str) -> bool:
    """Whether a role's word is shortened, so that a full stop behind it is its own."""
    return bare(word) in {"ordf", "ers", "led", "ledam", "suppl", "sekr", "adj", "ord", "vordf", "v.ordf", "viceordf"}
