"""Parties as they are written: letters in any case, full names, and what in parentheses is none."""

from __future__ import annotations

import re
from enum import StrEnum

from records.forms import party_letters
from scraper.swedish.asides import NOTE_WORDS
from scraper.swedish.given_names import GIVEN_NAMES
from scraper.swedish.remembered import remembered
from scraper.swedish.roles import read_roles
from scraper.swedish.title_words import TITLE_ENDINGS
from scraper.swedish.vocabulary import COUNTRIES, NO_NAME, PLACE_FRONTS, SHORT_PLACES, words

LETTERS = words(
    """
    s m c v kd l mp sd fp nyd fi f! pp vpk kds apk bp mbp rs kp sjvp skp sp spi fnl nd nmr afs mod med
    posk mpsk visk sfp sdp saml sannf vänst lib obs gröna
    """
)
"""The parties of the Riksdag, now and before, and national ones that sit in councils or in the Church's."""

INDEPENDENT = words(
    """
    opol opolitisk obunden partilös vilde politisk vilde oberoende partiobunden obun obn pol.vilde pv op
    """
) | {"politisk vilde", "pol. vilde", "partipolitiskt obunden", "utan partibeteckning"}

_INTERESTS = words(
    """
    saco saco-s saco/s saco-rådet st ofr ofr-s ofr/s ofr/o ofr/p seko lo tco sulf dik ssr kommunal vision unionen akavia
    ledarna läkarförbundet vårdförbundet naturvetarna hso lrf pro spf skpf sprf rpg dhr fub srf rsmh hrf nhr
    """
)
"""Unions and other associations whose people sit on boards, councils and committees."""

_AUTHORITY = re.compile(
    r"(?:försäkringskassan|arbetsförmedlingen|länsstyrelsen|pensionärsorganisation\w*)(?:\s|$)", re.I
)

_FOREIGN = frozenset(
    """social democrats|social democratic party|moderates|moderate party|centre party|liberals|liberal party|left party|
    green party|greens|christian democrats|sweden democrats|
    guovssonásti|min geaidnu|landspartiet svenska samer""".replace("\n    ", "").split("|")
)

_FULL_ENDINGS = (
    "partiet",
    "demokraterna",
    "partisten",
    "moderaterna",
    "liberalerna",
    "socialisterna",
    "kommunisterna",
    "listan",
    "alternativet",
    "samerna",
)
_SMALL_WORD = re.compile(r"\s(?:i|för|på)\s")
_BODY_WORD = re.compile(
    r"(?i:region|kommun|nämnd|styrelse|råd|grupp|förbund|utskott|förening|bolag|kommitté|byrå|avdelning|chef|direktör)"
    r"|\b[A-ZÅÄÖ]{2,}\b"
)
_ASSOCIATIONS = ("föreningen", "stiftelsen", "nätverket", "bolaget")
_INSTITUTION = re.compile(
    r"kammaren|polisen|företagarna|teater|muse(?:um|et)|sjukhus|kraft\b|energi|hamn\b|bank|försäkring|skola|"
    r"^(?:visit|destination|almi|coop|ica|vattenfall)\b",
    re.IGNORECASE,
)
_OF_PLACE = re.compile(
    rf"^(?i:{'|'.join(PLACE_FRONTS)})\s"
    r"|s\s\w{2,}(?:by|vik|köping|holm|borg|berg|sund|fors|hamn|sjö|ås|torp|inge|ed|ö|dal)$"
    r"|s?\s(?:stad|län|härad|landskap|socken|pastorat|stift)$|(?:socken|pastorat|kyrka|kyrkan|korset|universitetet)$"
)
_IN_ENGLISH = re.compile(
    r"\b(?:(?:City|Town|Municipality|Province|University) of\s[^()]*|"
    r"(?:Council|Municipality|County|University|Voivodeship)\s)\(FI\)"
)
_LOCAL = words("lista väl bästa framtid samling alternativ alternativet")  # ends of local parties' names
_NOTE = re.compile(
    rf"\b(?:{NOTE_WORDS}|avgått|entledigad|närvarar|digitalt|foto|länk|öppnas|pdf)|^f\.?\s*\d", re.IGNORECASE
)


class InParentheses(StrEnum):
    """What stands in parentheses behind a person's name."""

    PARTY = "party"
    NO_PARTY = "no party"
    ROLE = "role"
    PLACE = "place"
    COUNTRY = "country"
    NOTE = "note"
    OTHER = "other"


@remembered
def is_party_name(text: str) -> bool:
    """Whether a text is a party's full name ("Moderaterna", "Sjöbopartiet"), known or by its ending."""
    folded = text.casefold().strip(" :")
    if party_letters(folded) or folded in _FOREIGN or (folded in INDEPENDENT and len(folded) > 5):
        return True
    parts = folded.split()
    if not 1 <= len(parts) <= 4 or not text[:1].isupper() or len(folded) <= 7:
        return False
    if parts[0] in _ASSOCIATIONS:
        return False  # "Föreningen Provs framtid"
    return parts[0].endswith(_FULL_ENDINGS) or parts[-1].endswith(_FULL_ENDINGS) or parts[-1] in _LOCAL


@remembered
def is_party(text: str) -> bool:
    """Whether a bare text (a cell, a part between commas) is a party without parentheses: "M", "kd", "Moderaterna"."""
    folded = text.casefold().strip()
    return folded in LETTERS or folded in INDEPENDENT or is_party_name(text)


@remembered
def sends_people(text: str) -> bool:
    """Whether a heading is an association or an authority that has its people in others' bodies: "PRO Provstad"."""
    return text.split()[0].casefold() in _INTERESTS or _AUTHORITY.match(text) is not None if text else False


def is_letters(text: str) -> bool:
    """Whether a text that stands alone is a known party's letters, as they are written: "KD", "Fi"."""
    return text.casefold() in LETTERS and (text.isupper() or text == "Fi")


def strip_party(text: str) -> str | None:
    """A party cell's value: without parentheses, also those behind its full name; None for "(-)", "-" and nothing."""
    bare = text.strip()
    name, _, short = bare.partition(" (")
    bare = name if short.endswith(")") and is_party(short[:-1]) else bare.strip("()[]").strip()
    return bare if re.search(r"\w", bare) else None


@remembered
def in_parentheses(text: str, name: str = "") -> InParentheses:
    """What the text within one pair of parentheses is, behind the given person's (or thing's) name."""
    text = text.strip()
    folded = text.casefold()
    if not re.search(r"\w", text):
        return InParentheses.NO_PARTY
    if folded.rstrip(".") in LETTERS | INDEPENDENT or is_party_name(text):
        return InParentheses.PARTY  # "(S.)", "(Saml.)"
    if read_roles(text):
        return InParentheses.ROLE
    if folded in COUNTRIES and (text.isupper() or len(text) > 3):
        return InParentheses.COUNTRY
    if re.search(r"\d", text) or _NOTE.search(text):
        return InParentheses.NOTE
    return _by_shape(text, folded, name)


def with_finland_written_out(text: str) -> str:
    """The text with "(FI)" written out where it is Finland: beside other countries' codes, or in English."""
    if "(FI)" not in text:
        return text
    coded = any(code.casefold() in COUNTRIES for code in re.findall(r"\(([A-Z]{2})\)", text))
    return text.replace("(FI)", "(Finland)") if coded or _IN_ENGLISH.search(text) else text


def _by_shape(text: str, folded: str, name: str) -> InParentheses:
    if folded in TITLE_ENDINGS or folded in _INTERESTS or (len(text) > 2 and folded in NO_NAME):
        return InParentheses.OTHER  # "(chef)"; "(LRF)", "(ST)": whom somebody stands for
    if folded in SHORT_PLACES and not (text.isupper() and len(text) <= 3):
        return InParentheses.PLACE
    if re.search(r"\s", text):
        if text[0].isupper() and _SMALL_WORD.search(text) and not _BODY_WORD.search(text):
            return InParentheses.PARTY  # "Vi i Prov", "Bästa för Prov": no place and nobody's name is written so
        if _is_coined(text):
            return InParentheses.PARTY
        return InParentheses.PLACE if text[0].isupper() else InParentheses.OTHER
    if "/" in text and all(part.casefold() in LETTERS for part in text.split("/")):
        return InParentheses.PARTY
    if len(text) >= 2 and folded == initials(name):
        return InParentheses.OTHER
    if len(text) <= 3 or (len(text) <= 6 and (text.isupper() or text[1:] != text[1:].lower())):
        return InParentheses.PARTY
    if len(text) <= 4 and text.isalpha():
        return InParentheses.PARTY
    return InParentheses.PLACE if text[0].isupper() else InParentheses.OTHER


def _is_coined(text: str) -> bool:
    """Whether two words are a party's own name ("Vox Humana"): no place, no body, no person and no words of those."""
    words_of = text.split()
    return (
        len(words_of) == 2
        and all(word[0].isupper() and word[1:].islower() and word.isalpha() for word in words_of)
        and not _BODY_WORD.search(text)
        and not _OF_PLACE.search(text)
        and not _INSTITUTION.search(text)
        and not any(word.casefold() in NO_NAME | SHORT_PLACES | COUNTRIES for word in words_of)
        and words_of[0].casefold() not in GIVEN_NAMES
    )


def initials(name: str) -> str:
    """ "Energy Cities" → "ec": an abbreviation in parentheses repeats them, a party does not."""
    return "".join(word[0] for word in re.findall(r"\w+", name)).casefold()
