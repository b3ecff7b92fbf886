"""Columns whose cells name the organ of those beside them, by their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.parse.organs import Organ
from scraper.parse.titling import ends_as_body, is_own_board, names_body, names_organ, names_several, seats_people
from scraper.swedish.asides import is_place
from scraper.swedish.headings import HeadingKind, heading
from scraper.swedish.names import is_surely_somebody
from scraper.swedish.people import entries
from scraper.swedish.remembered import remembered
from scraper.swedish.vocabulary import KINDS_OF_BODY

_MAY_HEAD = re.compile(
    r"^(?:\w*organ|samarbete|samverkan|beredning|församling|pastorat|network|council|board|committee|"
    rf"{'|'.join(KINDS_OF_BODY)})\w*\b",
    re.I,
)
_ORGANISATION = re.compile(r"(?:organisation|församling|pastorat)\w*\b", re.I)
_SURELY = re.compile(r"organ|uppdrag i", re.I)
_OF_KINDS = re.compile(
    rf"(?:\w*(?:organ|samarbete|samverkan|{'|'.join(KINDS_OF_BODY)})(?:ets?|ens?|n|er|ar|s)?|organisation(?:en)?|"
    r"(?:uppdrag|representation|ledamot) i|m\.?\s?(?:m|fl)\.?)",
    re.I,
)
_NAME_OF = re.compile(r"^(?:namn (?:på|å) |(?:extern|kommunal|regional|internationell)\w* )", re.I)
_NAME_BEHIND = re.compile(r"(?<=s) namn$", re.I)
_AND = re.compile(r"\s*[/,&]\s*|\s+(?:och|eller)\s+|\s+(?=m\.?\s?m\b)")


@remembered
def names_kinds(head: str) -> bool:
    """Whether a head says nothing but that organs stand below it: "Nämnd/styrelse", "Namn på organ", "Uppdrag i"."""
    bare = _NAME_BEHIND.sub("", _NAME_OF.sub("", head.strip(" :")))
    return bool(bare) and all(_OF_KINDS.fullmatch(part) for part in _AND.split(bare))


def column_of_organs(heads: Sequence[str], around: Organ) -> int:
    """The column that names each row's organ, the first unless another one's head says so.

    On the page of one body a column of associations or of other bodies says whom its people stand for.
    """
    of_a_body = around.names_organ or _is_one_body(around.name)
    for at, head in enumerate(heads):
        if at and (_is_sure(head) or (names_kinds(head) and not of_a_body)):
            return at
    return 0


def heads_organs(head: str, around: Organ) -> tuple[bool, bool]:
    """Whether a head can be that of organs, and whether it surely is, whatever its cells are called."""
    theirs = _ORGANISATION.match(head) is not None and names_body(around.name)  # whom those on a board stand for
    sure = _is_sure(head) or (names_kinds(head) and not _is_one_body(around.name))
    return (sure or _MAY_HEAD.search(head) is not None) and not theirs, sure


def _is_sure(head: str) -> bool:
    return _SURELY.fullmatch(head.strip(" :")) is not None


def _is_one_body(name: str) -> bool:
    """Whether a name is that of one body which people sit in, and not of several ("Bolag och nätverk")."""
    seats = names_body(name) or ends_as_body(name) or is_own_board(name) or seats_people(name)
    return seats and not names_several(name)


def names_organ_of(around: Organ, first: str, rest: tuple[str, ...]) -> bool:
    """Whether a term is the organ of whoever is described with a role, on a page that is of no organ itself."""
    if around.level or around.names_organ or len(rest) != 1 or len(first.split()) < 2 or is_place(first):
        return False
    people = entries(rest[0])
    if not people or not people[0].role or is_surely_somebody(first):
        return False
    return heading(first).kind is HeadingKind.ORGAN


def names_organ_too(first: str) -> bool:
    """Whether a row below one that named an organ names one as well: by its abbreviation or its capitals."""
    meaning = heading(first)
    named = meaning.kind is HeadingKind.ORGAN and not is_surely_somebody(first)
    return named and names_organ(first, meaning.abbreviation)
