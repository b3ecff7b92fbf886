"""Comparison forms: two texts with the same form are the same thing. Never shown to anybody.

What a form folds away is what DESIGN §5 calls "never a change": white space, soft hyphens, NFC or NFD, typographic
twins of quotes and dashes; and, each in its own function, the twins of parties (M = Moderaterna)
and roles (1:e = förste).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_DASHES = "‐‑‒–—―−﹘﹣－"
_DOUBLE_QUOTES = "“”„‟«»″〝〞＂"
_SINGLE_QUOTES = "‘’‚‛‹›′´`＇"
_TYPOGRAPHY = str.maketrans(
    dict.fromkeys(_INVISIBLE, "")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | {"…": "..."}
)
# The bytes of ASCII without the backtick, and of "À" to "ÿ": a text of these alone is in NFC, its quotes are plain.
_SETTLED = bytes([*range(0x60), *range(0x61, 0xC0), 0xC3])
_LOOSE_SPACE = re.compile(r" (?:(?=[,.;:!?)\]]|- )|(?<=[(\[] )|(?<= - ))")


def text_key(text: str) -> str:
    """The form of running text, labels and headings: letter case counts, typography and white space do not."""
    if text.encode("utf-8", "surrogatepass").translate(None, _SETTLED):
        text = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)
    return _LOOSE_SPACE.sub("", " ".join(text.split()))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """text_key without letter case: the form of names of people, organs and organisations. Accents count."""
    return unicodedata.normalize("NFC", text_key(text).casefold())


_YEARS = re.compile(
    r"[\s,(-]{0,3}(?:(?:för|under)\s+)?(?:(?:mandat|val)?perioden?\s+)?(?:åren\s+)?"
    r"(?<!\d)(?:19|20)\d\d(?:\s*[-/]\s*(?:(?:19|20)\d\d|\d\d))?(?!\d)\)?"
)


@lru_cache(maxsize=1024)
def undated(name: str) -> str:
    """The form of a title or an organ's name without the years that it is for: "Kommunstyrelsen 2023-2026"."""
    written = fold(name)
    return _YEARS.sub("", written).strip() or written


def name_key(name: str) -> str:
    """The form of a person's name."""
    return fold(name)


# Letters that Unicode does not take apart into a base letter and an accent.
_BASE_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


@lru_cache(maxsize=4096)
def search_key(text: str) -> str:
    """For searching: no case, no accents (å ä ö included), words parted by single spaces. "oberg" finds "Öberg"."""
    bare = unicodedata.normalize("NFKD", fold(text)).translate(_BASE_LETTERS)
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in letters).split())


# Swedish order ends x y z å ä ö; these three signs stand after z in every binary order. ü is sorted as y.
_LAST_LETTERS = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})


def swedish_sort_key(text: str) -> str:
    """For sorting: compared byte by byte (a database column needs a binary collation), å ä ö come last."""
    marked = fold(text).translate(_LAST_LETTERS)
    bare = unicodedata.normalize("NFKD", marked).translate(_BASE_LETTERS)
    return " ".join("".join(char if char.isalnum() or char in "{|}" else " " for char in bare if _shows(char)).split())


def _shows(char: str) -> bool:
    return not unicodedata.combining(char)


# Letters, then the full names that stand for them. A party that took another name is the same party, so that nobody
# is said to have changed party when the Folkpartiet became the Liberalerna (FP → L, November 2015): the members, the
# seats and the organisation were the same. Parties that split or merged are not joined. A local party has no entry:
# its form is its own name.
_PARTIES: dict[str, tuple[str, ...]] = {
    "M": ("Moderaterna", "Moderat", "Nya Moderaterna", "Moderata samlingspartiet"),
    "S": (
        "Socialdemokraterna",
        "Socialdemokrat",
        "Socialdemokratiska arbetarepartiet",
        "Sveriges socialdemokratiska arbetareparti",
        "Arbetarepartiet Socialdemokraterna",
        "Arbetarepartiet-Socialdemokraterna",
    ),
    "C": ("Centerpartiet", "Centern", "Centerpartist"),
    "L": ("Liberalerna", "Liberal", "Folkpartiet", "Folkpartiet liberalerna", "Folkpartist"),
    "KD": ("Kristdemokraterna", "Kristdemokrat", "Kristdemokratiska samhällspartiet"),
    "MP": ("Miljöpartiet", "Miljöpartiet de gröna", "Miljöpartist"),
    "V": ("Vänsterpartiet", "Vänsterpartist", "Vänsterpartiet kommunisterna"),
    "SD": ("Sverigedemokraterna", "Sverigedemokrat"),
    "FI": ("Feministiskt initiativ",),
    "PP": ("Piratpartiet",),
    "NYD": ("Ny demokrati",),
    "MED": ("Medborgerlig samling",),
    "AFS": ("Alternativ för Sverige",),
    "SPI": ("Sveriges pensionärers intresseparti", "SPI Välfärden"),
    "OPOL": ("Opolitisk", "Partipolitiskt obunden", "Partilös", "Politiskt obunden"),
}
_OLDER_LETTERS = {"fp": "L", "kds": "KD", "vpk": "V", "f!": "FI"}
_LETTERS_OF_NAME = {fold(name): letters for letters, names in _PARTIES.items() for name in names}
_LAST_TWO = {name[-2:] for name in _LETTERS_OF_NAME}  # letters: few names of people end so, which is seen at once
_PARTY_KEYS = {
    **{letters.casefold(): letters.casefold() for letters in _PARTIES},
    **{older: letters.casefold() for older, letters in _OLDER_LETTERS.items()},
    **{name: letters.casefold() for name, letters in _LETTERS_OF_NAME.items()},
}


_IN_PARENTHESES = re.compile(r"\(([^()]{1,40})\)")


@lru_cache(maxsize=1024)
def party_key(party: str | None) -> str:
    """One form for a party's letters in any case, its full names and its former ones; "" for none.

    A party that is not known is its own folded text. "Moderaterna (M)" is M.
    """
    written = fold(party or "").strip(" .()")
    if known := _PARTY_KEYS.get(written):
        return known
    return _PARTY_KEYS.get(written.partition("(")[0].strip(), written)


def with_party_keys(text: str) -> str:
    """Running text with each known party in parentheses in its one form: "(s)", "(Socialdemokraterna)" are "(S)"."""
    if "(" not in text:
        return text
    return _IN_PARENTHESES.sub(lambda found: f"({_PARTY_KEYS.get(fold(found[1]), found[1])})", text)


def party_letters(name: str) -> str | None:
    """The letters of a party by its full name ("Moderaterna" → "M"), None where the text is no such name."""
    return _LETTERS_OF_NAME.get(fold(name)) if name.rstrip()[-2:].casefold() in _LAST_TWO else None


_ORDINALS = {
    1: r"1(?:\s*:?\s*(?:e|a|ste|sta))?\.?|förste|första|i(?::e)?",
    2: r"2(?:\s*:?\s*(?:e|a|dre|dra))?\.?|andre|andra|ii(?::e)?",
    3: r"3(?:\s*:?\s*(?:e|je|dje))?\.?|tredje|iii(?::e)?",
    4: r"4(?:\s*:?\s*(?:e|de))?\.?|fjärde",
}
_ROLE_RULES = tuple(
    (re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), replacement)
    for pattern, replacement in (
        *((pattern, str(number)) for number, pattern in _ORDINALS.items()),
        (r"ordf\.?|ordföranden|ordförandena", "ordförande"),
        (r"ers\.?|ersätt\.?|ersättarna|ersättaren", "ersättare"),
        (r"led\.?|ledam\.?|ledamöter|ledamöterna|ledamoten", "ledamot"),
        (r"suppl\.?|suppleanter", "suppleant"),
        (r"ordin\.?|ord\.", "ordinarie"),
        (r"adj\.?|adjungerade", "adjungerad"),
    )
)
# "v" is vice only before ordförande; written together or apart, with or without a dot or a hyphen.
_VICE = re.compile(r"(?<!\S)v\.?\s*(?=ordf)|(?<!\S)vice[\s-]*(?=ordf)")
_BETWEEN_ROLES = re.compile(r"\s*(?:,|;|/|&|\+|\boch\b|\bsamt\b)\s*")


@lru_cache(maxsize=4096)
def role_key(role: str | None) -> str:
    """One form for the ways to write a role; "" for none. Two roles in either order are the same two roles.

    "1:e vice ordförande" = "förste vice ordförande" = "1 vice ordf." = "1:a v. ordf".
    """
    return "+".join(sorted(filter(None, map(_one_role, _BETWEEN_ROLES.split(fold(role or ""))))))


def _one_role(role: str) -> str:
    text = _VICE.sub("vice ", role)
    for pattern, replacement in _ROLE_RULES:
        text = pattern.sub(replacement, text)
    return " ".join(text.split()).strip(" .")


_NOT_IN_A_NUMBER = re.compile(r"[^\d+]")
_FROM_ABROAD = re.compile(r"^(?:\+46|0046)0?")


def phone_key(phone: str) -> str:
    """The digits of a telephone number, as dialled within Sweden: "+46 (0)470-58 80 00" = "0470-588000"."""
    return _FROM_ABROAD.sub("0", _NOT_IN_A_NUMBER.sub("", phone))


def url_key(url: str) -> str:
    """The form of an address: scheme and host without case, an empty path as "/", letters escaped in one way.

    What is no address is its own form.
    """
    try:
        parts = urlsplit(url.strip())
        path = quote(unquote(parts.path)) or "/"
    except ValueError:
        return url.strip()
    return f"{parts.scheme.casefold()}://{parts.netloc.casefold()}{path}?{parts.query}#{parts.fragment}"
