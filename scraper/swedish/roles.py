"""Elected roles as they are written: what is one, its singular, and the body it is held in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scraper.swedish.bodies import is_body_behind, is_body_word
from scraper.swedish.remembered import remembered
from scraper.swedish.role_forms import (
    DEFINITES,
    bare,
    is_definite,
    is_plural,
    is_role_word,
    is_short,
    neuter,
    qualifier,
)
from scraper.swedish.role_forms import singular as word_in_singular
from scraper.swedish.role_words import PEOPLE_WORDS, ROLE_QUALIFIERS, SENT_BY
from scraper.swedish.vocabulary import words

_NUMBERED = ("ordförande", "ordf", "president", "talman")  # "2 vice ordförande": which of them
_PLAIN = words("ledamot ersättare suppleant ordinarie representant medlem ombud delegat")
_SAY_LEAST = words("ledamot medlem representant")
_COUNCILLOR = re.compile(r"\w+råd(?: i (?:opposition|majoritet)\w*)?")
_POINTING = words("båda en ett den det dessa dem denna detta honom henne denne")
_PERIOD = re.compile(r"(?:mandat|val)?period|tiden\b|åren?\b|\d", re.IGNORECASE)
_RIGHTS = ("rösträtt", "yttranderätt", "förslagsrätt", "närvarorätt", "yrkanderätt", "insynsplats")
_LONGEST_NAME = 9  # words that can stand before a trailing role
_LONGEST = 20  # words; what is longer is no role, nor a name with its role
_PARTS = re.compile("[/,&+]")  # of a word
_MIXED = re.compile(r",|/|&| och | samt | and ")
_COMMA = re.compile(r"\s*,\s*")
_JOIN = re.compile(r"(?=[\s,/&+])(\s*(?:,|/|&|\+)\s*|\s+(?:och|samt|tillika|and|resp\.?|respektive)\s+)")


@dataclass(frozen=True, slots=True)
class Role:
    """text: as written in lower case, without its body. singular: for headings. several: it speaks of many people.

    body: the words after it ("i ERB:s styrelse") or before it ("kommunstyrelsens"), None where none stand.
    """

    text: str
    singular: str
    several: bool = False
    body: str | None = None

    @property
    def one(self) -> str:
        """As one person has it: as written, or the singular of what speaks of several."""
        return self.singular if self.several else self.text

    @property
    def given(self) -> str | None:
        """As those below it have it: None where it only announces people, or several of different roles at once."""
        mixed = self.several and _MIXED.search(self.text) is not None
        return None if mixed else heading_role(self.singular)


@remembered
def read_role(text: str) -> Role | None:
    """The one role that a phrase is ("1:e vice ordförande i ERB:s styrelse"), or None where it is anything else."""
    words = _words(text)
    start = _start(words)
    if start is None:
        return None
    end, singular = _phrase(words, start)
    if start and is_role_word(bare(words[start - 1]).removesuffix("s")):  # "ordförandens personliga ersättare"
        singular, start = f"{words[start - 1].casefold()} {singular}", start - 1
    body, left = " ".join(words[:start]), words[end : end + _LONGEST]
    if left and _is_theme(left):
        singular, end, left = " ".join([singular, *left]).casefold(), len(words), []
    if left and not is_body_behind(left):
        return None
    written = " ".join(words[start:end]).casefold().rstrip(".:") if end - start else ""
    if words[end - 1].endswith(".") and is_short(words[end - 1]):
        written += "."
    several = any(map(is_plural, words[start:end]))
    return Role(written, singular, several, " ".join(left) or body or None)


@remembered
def read_roles(text: str) -> Role | None:
    """One role or several joined ("ledamot och vice ordförande", "ledamot/gruppledare"), as written."""
    if not _mentions_role(text.split(None, _LONGEST)):
        return None
    pieces = _JOIN.split(text.strip())
    roles = [read_role(piece) for piece in pieces[::2]]
    if any(role is None for role in roles):
        return read_role(text)
    known = [role for role in roles if role]
    joins = [_COMMA.sub(", ", join) for join in pieces[1::2]]
    return Role(
        text="".join(role.text + join for role, join in zip(known, [*joins, ""], strict=True)),
        singular="".join(role.singular + join for role, join in zip(known, [*joins, ""], strict=True)),
        several=any(role.several for role in known),
        body=next((role.body for role in known if role.body), None),
    )


@remembered
def leading_role(text: str) -> tuple[Role, str] | None:
    """A role that stands right before something else ("Ordförande Testa Testsson"): the role, and the rest."""
    words = _words(text)
    start = _start(words)
    if start is None:
        return None
    end, singular = _phrase(words, start)
    if end >= len(words):
        return None
    several = any(map(is_plural, words[start:end]))
    return Role(" ".join(words[start:end]).casefold(), singular, several, None), " ".join(words[end:])


@remembered
def trailing_role(text: str) -> tuple[str, Role] | None:
    """A role right behind something else ("Testa Testsson ordförande"): what stands before, and the role."""
    words = text.split()
    if len(words) > _LONGEST or not _mentions_role(words):
        return None
    for cut in range(1, min(len(words), _LONGEST_NAME)):
        if words[cut][0].isupper() and not is_role_word(words[cut]) and not qualifier(words[cut]):
            continue
        role = read_roles(" ".join(words[cut:]))
        if role:
            return " ".join(words[:cut]), role
    return None


def held(role: Role) -> str:
    """One person's role as written, plural and definite forms in the singular: "regionrådet" → "regionråd"."""
    inflected = any(ROLE_QUALIFIERS.get(word, word) != word for word in role.text.split()[:-1])
    return role.singular if inflected or role.several or is_definite(role.text) else role.text


def heading_role(singular: str) -> str | None:
    """The role that a heading or lead gives those under it: None for words that only announce people."""
    head, _, _ = singular.partition(" med ansvar ")  # "Politiker med ansvar för nätverket"
    *qualifiers, last = head.split() or [""]
    if last in PEOPLE_WORDS and "ordinarie" not in qualifiers and SENT_BY.isdisjoint(qualifiers):
        return None  # but an "ordinarie medlem" has a seat, as in Finland
    return singular or None


def role_ahead(role: Role) -> str | None:
    """A role that stands before those who have it, as each of them has it."""
    return role.given if role.several else held(role)


def _words(text: str) -> list[str]:
    return text.strip().strip(":–-").strip().split()


def _mentions_role(words: list[str]) -> bool:
    return any(map(_names_role, words))


@remembered
def _names_role(word: str) -> bool:
    if _PARTS.search(word) is None:
        return is_role_word(word)
    return any(is_role_word(part) for part in _PARTS.split(word))


def _start(words: list[str]) -> int | None:
    """Where the role begins: at once, or behind a genitive ("kommunstyrelsens ordförande", "ERB:s ledamot")."""
    if not _mentions_role(words[:_LONGEST]):
        return None
    for start in range(min(4, len(words))):
        if _phrase(words, start)[0] > start:
            before = words[:start]
            return start if not before or _genitive(before) else None
    return None


def _genitive(words: list[str]) -> bool:
    return (
        words[-1].endswith("s")
        and not words[-1][:1].isdigit()
        and (
            len(words) == 1
            or all(
                word[0].isupper() or word.endswith("-") or is_body_word(word) or word in ("och", "för")
                for word in words[:-1]
            )
        )
    )


def _phrase(words: list[str], start: int) -> tuple[int, str]:
    """Where the role that begins at start ends (start itself when none does), and its singular."""
    at, singular = start, []
    while at < len(words) and (before := qualifier(words[at])) and not _stands_alone(words, at):
        singular.append(before)
        at += 1
    if at < len(words) and is_role_word(words[at]):
        head = word_in_singular(words[at])
        if singular and singular[0].isdigit() and at == start + 1 and not head.endswith(_NUMBERED):
            return start, ""  # "2 revisorer": how many
        if head.endswith("ombud"):  # of another gender than all other roles
            singular = [neuter(word) for word in singular]
        end = at + 1 + _qualifying(words[at + 1 : at + 1 + _LONGEST])
        return end, " ".join([*singular, head, *(word.casefold() for word in words[at + 1 : end])])
    return start, ""


def _qualifying(behind: list[str]) -> int:
    """How many words right behind a role qualify it: "nr 2", "1", "utan rösträtt", "med ansvar för klimatfrågor"."""
    if not behind:
        return 0
    first, second = behind[0].casefold(), bare(behind[1]) if len(behind) > 1 else ""
    if first in ("nr", "nr.", "nummer") and second.isdigit():
        return 2
    if first.isdigit() and len(first) < 3 and (not second or behind[1][0].isupper()):
        return 1
    if first in ("med", "utan"):
        rights = next((at for at, word in enumerate(behind[1:4], 2) if bare(word).endswith(_RIGHTS)), 0)
        if rights and all(word.endswith("-") or word == "och" for word in behind[1 : rights - 1]):
            return rights  # "med närvaro- och yttranderätt"
    if first == "för" and len(behind) == 2 and second.endswith((*DEFINITES, "ombud")):
        return 2  # "ersättare för ägarombudet", "ersättare för ombud"
    if first == "för" and len(behind) > 2 and second.endswith("ombud") and behind[2][0].isupper():
        return 2  # "Ersättare för ombud Testa Testsson"
    if first == "i" and second in ("opposition", "majoritet"):
        return 2  # "kommunalråd i opposition"
    return len(behind) if first == "med" and second == "ansvar" else 0


def _stands_alone(words: list[str], at: int) -> bool:
    """Whether a word that can qualify a role is the role itself here: "adjungerad", "ordinarie" at the end."""
    return is_role_word(words[at]) and not any(is_role_word(word) for word in words[at + 1 : at + 3])


def is_plain(role: str) -> bool:
    """Whether a role says only that somebody sits there, as several in one body do."""
    return _PLAIN.issuperset(role.split())


def role_in_seat(own: str | None, given: str | None) -> str | None:
    """The role of somebody below a heading that gives one: their own, unless that is an office elsewhere.

    "Ersättare", then "Testa Testsson (M), kommunalråd": a substitute here. "Ledamot" alone says less than the office.
    """
    if own and given and given not in _SAY_LEAST and _COUNCILLOR.fullmatch(own) and not given.endswith("råd"):
        return given
    return own or given


def _is_theme(words: list[str]) -> bool:
    """Whether the words behind a role belong to it ("för klimatfrågor"): no body, no person, no particular thing."""
    if bare(words[0]) != "för" or len(words) < 2 or len(words) > 6:
        return False
    if _PERIOD.match(words[1]) or words[1].casefold() in _POINTING or words[-1].endswith(("et", "en", "na")):
        return False
    return words[1][0].islower() and not any(is_body_word(word) or is_role_word(word) for word in words[1:])
