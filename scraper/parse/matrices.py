"""Tables that lay people against organs: a column for each organ, or for each person.

| Namn            | Parti | Vattenrådet | Hamnrådet |      |            | Provbolaget AB  | Testbolaget AB  |
| Testa Testsson  | M     | Ordförande  | Ersättare |      | Ledamot    | Testa Testsson  | Bo Provsson     |
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from records.page import Link
from scraper.parse.titling import ends_as_body, is_coined, is_generic, is_own_board, names_organ
from scraper.swedish.columns import MARK, Column, column
from scraper.swedish.parties import is_party
from scraper.swedish.people import Entry, entries, read_by
from scraper.swedish.roles import heading_role, read_roles
from scraper.swedish.rows import row_entries

_TABLES = 256  # whose heads are remembered, since each row asks for them
_COMPANY = re.compile(r"\b(?:AB|KB|HB|Stiftelsen|Föreningen)\b")
_NOBODY = re.compile(r"[\s–—-]*|nej", re.I)


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits in which organ, by its name as the table has it."""

    organ: str
    entry: Entry


@lru_cache(maxsize=_TABLES)
def organ_columns(heads: tuple[str, ...]) -> tuple[int, ...]:
    """The columns that are headed by an organ's name; beside one of them "Arbetsutskottet" is one too."""
    found = tuple(at for at, head in enumerate(heads) if _is_organ(head))
    return found and tuple(at for at, head in enumerate(heads) if at in found or is_generic(head.strip(" :")))


def seats(
    cells: Sequence[str], heads: Sequence[str], columns: Sequence[int], given: str | None, links: tuple[Link, ...]
) -> tuple[Seat, ...] | None:
    """The seats of one row under heads of which some are organs; None where it is no row of such a table.

    given: the role that a caption or a heading above says.
    """
    others = [at for at in range(len(cells)) if at not in columns]
    if not others:
        return _of_organs(cells, heads, given) if len(columns) > 1 else None
    if any(column(heads[at]) is Column.ROLE for at in others):
        return None
    front = [cells[at] for at in others]
    person = row_entries(front, [heads[at] for at in others], links=links, announced=True)
    if len(person) == 1 and not person[0].vacant:
        return _of_person(person[0], cells, heads, columns)
    role = read_roles(next((cell for cell in front if cell), ""))
    if role is None:
        return None
    named = [cell if at in columns else "" for at, cell in enumerate(cells)]
    return _of_organs(named, heads, heading_role(role.one))


def _of_organs(cells: Sequence[str], heads: Sequence[str], role: str | None) -> tuple[Seat, ...] | None:
    """The people in the cells, each under the organ that they sit in; None where there are none."""
    found = [
        Seat(head, each)
        for head, cell in zip(heads, cells, strict=True)
        for each in (read_by("matrix", entries(cell, role=role, announced=True)) if cell else ())
    ]
    return tuple(found) or None


@lru_cache(maxsize=_TABLES)
def divided(heads: tuple[str, ...]) -> Mapping[int, tuple[str, str]]:
    """The columns whose heads are an organ's and below it a role's ("Hamnrådet Ersättare"): organ and role."""
    found = {}
    for at, head in enumerate(heads):
        organ, _, last = head.rpartition(" ")
        role = read_roles(last) if organ else None
        if role and _is_organ(organ):
            found[at] = (organ, heading_role(role.singular) or role.singular)
    return found if len({organ for organ, _ in found.values()}) > 1 else {}


def seats_divided(cells: Sequence[str], columns: Mapping[int, tuple[str, str]]) -> tuple[Seat, ...] | None:
    """The seats of one row of such a table; what names the row is a party, a municipality or nothing."""
    party = next((cell for at, cell in enumerate(cells) if at not in columns and is_party(cell)), None)
    found = [
        Seat(organ, each)
        for at, (organ, role) in columns.items()
        for each in read_by("matrix", entries(cells[at], role=role, party=party, announced=True))
    ]
    return tuple(found) or None


def _of_person(
    person: Entry, cells: Sequence[str], heads: Sequence[str], columns: Sequence[int]
) -> tuple[Seat, ...] | None:
    """Somebody's seats: each cell under an organ is empty, a mark, or the role that is held there."""
    found = []
    for at in columns:
        if _NOBODY.fullmatch(cells[at]):
            continue
        role = read_roles(cells[at])
        if role is None and not MARK.fullmatch(cells[at]):
            return None
        given = role.one if role else person.role
        found.append(Seat(heads[at], replace(person, role=given, rule="matrix: person and organ")))
    return tuple(found)


def _is_organ(head: str) -> bool:
    head = head.strip(" :")
    if not head or column(head) is not Column.OTHER or is_generic(head) or is_own_board(head):
        return False
    if column(head.rpartition(" ")[2]) is not Column.OTHER:
        return False  # two heads, one above the other: "Ersättare" over "Namn"
    if is_coined(head) or _COMPANY.search(head) or ends_as_body(head):
        return True
    return names_organ(head)


@lru_cache(maxsize=_TABLES)
def people_columns(heads: tuple[str, ...]) -> Mapping[int, Entry]:
    """The columns behind the first, where all of them are headed by people ("Testa Testsson (M)")."""
    found = {}
    for at, head in enumerate(heads[1:], 1):
        people = entries(head, announced=True) if head else ()
        if len(people) != 1 or not people[0].name:
            return {}
        found[at] = people[0]
    return found if any(each.party and is_party(each.party) for each in found.values()) else {}


def seats_in(organ: str, cells: Sequence[str], people: Mapping[int, Entry]) -> tuple[Seat, ...] | None:
    """The seats of one organ's row under people; None where a cell is no role."""
    found = []
    for at, person in people.items():
        if at >= len(cells) or _NOBODY.fullmatch(cells[at]):
            continue
        role = read_roles(cells[at])
        if role is None and not MARK.fullmatch(cells[at]):
            return None
        given = role.one if role else person.role
        found.append(Seat(organ, replace(person, role=given, rule="matrix: organ and person")))
    return tuple(found)
