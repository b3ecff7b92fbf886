"""Personal names as they are written: what is one, what is an empty seat, and "Svensson, Anna" turned."""

from __future__ import annotations

import re

from scraper.swedish.dates import MONTH
from scraper.swedish.given_names import GIVEN_NAMES
from scraper.swedish.needs import holds_any
from scraper.swedish.remembered import remembered
from scraper.swedish.role_words import PLURALS, ROLE_ENDINGS, ROLES
from scraper.swedish.title_words import SHORT_TITLES, TITLE_ENDINGS
from scraper.swedish.vocabulary import BODY_ENDINGS, NO_NAME, PARTICLES, SURNAMES_TOO, VACANT

_TOKEN = re.compile(r"[^\W\d_]+(?:(?:[-–'’´`.]|:(?=son|dotter))[^\W\d_]+)*\.?|[^\W\d_]\.")
_MAY_BE_EMPTY = (
    "vakan",
    "vacan",
    "utse",
    "tillsätt",
    "tillsatt",
    "väljs",
    "vald",
    "besatt",
    "ledig",
    "saknas",
    "klart",
    "meddelas",
    "ingen",
    "inga",
    "någon",
    "invänta",
)
_NO_NAMES = re.compile(r"n(?<!\wn)\.?\s?n\b")  # "N.N.", in lower case
_SEAT = (
    r"(?:representant(?:er)?|\w*ledamot|\w*ledamöter|ersättare|ordinarie|\w*ombud|företrädare|"
    r"suppleant(?:er)?|revisor(?:er)?)"
)
_LATER = (  # when, and not how it is always done: "utses vid fullmäktige i mars", but "väljs vid årsmötet"
    rf"(?:utses|väljs|tillsätts)\s(?:senare|inom\s|under\s|i\s(?:{MONTH})|(?:på|vid)\s(?:.*\s)?(?:nästa|kommande|{MONTH}|\d))"
)
_PARENTHESES = re.compile(r"\([^()]*\)")
_EMPTY = re.compile(
    rf"^(?:{'|'.join(re.escape(each.strip('.')) for each in VACANT)})(?:\.?$|\s)|\b(?:är|"
    rf"står)\s+(?:\w+\s+){{0,2}}(?:vakant|obesatt|ledig)$|^(?:\w+\s){{1,3}}vakant?\b"
    r"|^(?:plats(?:en)?|ledamot|ersättare|representant)\s+(?:är\s+)?(?:ej|inte|ännu inte|"
    r"(?:utses|väljs|tillsätts)\s(?:senare|inom|under|i|på\snästa|vid\snästa))(?:\s|$)"
    rf"|^(?:ny\s+{_SEAT}\s+)?(?:{_LATER}|(?:utses|väljs|tillsätts)$)|^{_SEAT}\s+saknas\b|^inväntar\s+(?:val|beslut)\b"
    rf"|^(?:ingen|inga|inte någon)$|^(?:ingen|inga|inte någon)\s+(?:\w+\s)?{_SEAT}"
    r"(?:\s+(?:för närvarande|just nu|är|utsed\w*|vald\w*|tillsatt\w*))*$"
)
_LONGEST_NAME = 9  # words, "von" and "de la" among them
_MOST_NAMES = 7
_SHORTEST_IN_CAPITALS = 2  # letters of a surname; an initial is shorter
HONORIFIC = re.compile(r"\bM(?:r|s|rs)\.?\s+(?=[^\W\d_a-zåäö])")
"""What an English page may call somebody by; it is no part of the name."""
_LONGEST = 120  # letters of a line that says that a seat is empty
_ELIDED = re.compile(r"^(?:(?:[dl]|D|L|O)['’´]|(?:al|el|ad|ar|as|ash|an|az)-)(?=[A-ZÅÄÖÉ])")
_NICKNAME = re.compile(r"[\"“”'‘’«»]([^\W\d_]+)[\"“”'‘’«»]")
_PLACE_NAMES = ("län", "huset", "gården", "hamnen")  # surnames end so too
_ENDINGS = (
    *sorted({*BODY_ENDINGS} - {*_PLACE_NAMES}),
    *ROLE_ENDINGS,
    *(each for each in PLURALS if len(each) > 7),  # "Riksdagsledamoten"
    *(each for each in TITLE_ENDINGS if len(each) > 3 and each != "officer"),
    *(f"{each}{'n' if each.endswith('e') else 'en'}" for each in TITLE_ENDINGS if len(each) > 5),  # "Strategen"
    *(
        f"{each.removesuffix('are')}{'arna' if each.endswith('are') else 'erna'}"
        for each in TITLE_ENDINGS
        if len(each) > 5
    ),
)
_LAST_TWO = frozenset(each[-2:] for each in _ENDINGS)  # most words end in none of them


@remembered
def is_name(text: str) -> bool:
    """Whether a text reads as one person's full name: given name and surname, hyphens, particles, initials included."""
    words = text.split()
    if not 2 <= len(words) <= _LONGEST_NAME:
        return False
    capitals = 0
    for at, word in enumerate(words):
        if word.casefold() in PARTICLES and (word[0].islower() or 0 < at < len(words) - 1):
            continue
        if not is_name_word(word) and not _is_surname_too(word, words):
            return False
        capitals += 1
    return 2 <= capitals <= _MOST_NAMES and words[-1].casefold() not in PARTICLES and len(words[-1].strip(".")) > 1


def _is_surname_too(word: str, words: list[str]) -> bool:
    """Whether a word of the language is the surname behind a common given name: "Anna Brygga", "Anna B. West"."""
    if word is not words[-1] or not word[0].isupper() or not is_common_given(words[0]):
        return False
    folded = word.casefold()
    alone = len(words) == 2 and word.isalpha() and word.istitle() and folded not in ROLES and folded not in PLURALS
    return alone or folded in SURNAMES_TOO


@remembered
def is_name_word(word: str) -> bool:
    """Whether one word can be part of a name: a capital first, letters only, nothing of the vocabulary of bodies."""
    if not word.isalpha():
        nickname = _NICKNAME.fullmatch(word)
        word = _ELIDED.sub("", nickname[1] if nickname else word)
    if not word or not word[0].isupper() or not (word.isalpha() or _TOKEN.fullmatch(word)):
        return False
    folded = word.casefold().strip(".")
    if folded in SHORT_TITLES and word.isupper():
        return False  # "MAS Testa Testsson"
    if len(folded) > 1 and (folded in NO_NAME or folded in ROLES or folded in PLURALS):
        return False
    return folded[-2:] not in _LAST_TWO or not folded.endswith(_ENDINGS) or folded in GIVEN_NAMES


@remembered
def is_vacant(text: str) -> bool:
    """Whether a text says that a seat is empty: "Vakant", "Vakans (M)", "Ingen ersättare utsedd", "N.N."."""
    low = text.lower()
    if len(text) > _LONGEST or not (holds_any(low, _MAY_BE_EMPTY) or _NO_NAMES.search(low)):
        return False
    return bool(_EMPTY.search(_PARENTHESES.sub("", text).casefold().strip(" .,:-–")))


@remembered
def is_surname(text: str) -> bool:
    """Whether a text can be the surname part before a comma: "Svensson", "von Test", "Test-Prov", "Svensson Ek"."""
    words = text.split()
    named = [word for word in words if word.casefold() not in PARTICLES]
    return 1 <= len(named) <= 2 and len(words) <= 4 and all(is_name_word(word) for word in named)


def is_given(text: str) -> bool:
    """Whether a text can be the given names behind a comma: "Anna", "Anna-Karin", "Bo G.", "Carl von"."""
    words = text.split()
    while len(words) > 1 and words[-1] in PARTICLES:
        words.pop()
    return 1 <= len(words) <= 3 and all(is_name_word(word) for word in words)


def is_common_given(word: str) -> bool:
    """Whether a word is a common given name; settles which of two words is the surname, nothing else."""
    folded = word.casefold()
    return folded in GIVEN_NAMES or folded.split("-")[0] in GIVEN_NAMES


def is_surely_somebody(text: str) -> bool:
    """Whether a text is a name that begins with a common given name: somebody's, and no organisation's."""
    return is_name(text) and is_common_given(text.split()[0])


def turned(surname: str, given: str) -> str:
    """ "Svensson" and "Anna" → "Anna Svensson"."""
    return f"{given.strip()} {surname.strip()}"


def given_first(name: str) -> str:
    """A name whose surname stands first in capitals turned, "TESTSSON Anna"; any other as it stands."""
    words = name.split()
    cut = next((at for at, word in enumerate(words) if not word.isupper()), 0)
    if not cut or len(words[0]) < _SHORTEST_IN_CAPITALS or not is_common_given(words[cut]):
        return name
    return turned(" ".join(words[:cut]), " ".join(words[cut:]))


def straight(text: str) -> str:
    """A name cell's text with "Svensson, Anna" or "SVENSSON Anna" turned; anything else as it stands."""
    surname, comma, given = text.partition(",")
    if comma and is_surname(surname) and is_given(given) and not _are_two(surname, given.strip()):
        return turned(surname, given)
    return given_first(text.strip()) if text[1:2].isupper() else text.strip()


def _are_two(one: str, other: str) -> bool:
    """Whether what stands around a comma is two people's names ("Anna Testsson, Bo Provsson")."""
    parts = (one.split(), other.split())
    return all(len(part) > 1 and is_common_given(part[0]) and not is_common_given(part[-1]) for part in parts)
