"""What stands in a table's columns, by their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from scraper.swedish.names import is_name
from scraper.swedish.parties import is_party
from scraper.swedish.remembered import remembered
from scraper.swedish.roles import Role, read_roles


class Column(StrEnum):
    """What a column holds, by its head."""

    NAME = "name"
    SURNAME = "surname"
    GIVEN = "given"
    PARTY = "party"
    ROLE = "role"
    TITLE = "title"
    PHONE = "phone"
    EMAIL = "email"
    PLACE = "place"
    PEOPLE = "people"  # the head is a role ("Ledamöter", "Ersättare"): its cells are people
    OF_PARTY = "of party"  # the head is a party ("Moderaterna", "M"): its cells are people
    OFFICIALS = "officials"  # "Tjänsteperson": its cells are people, whom nobody elected
    OTHER = "other"


_HEADS = {
    Column.SURNAME: re.compile(r"(?:efternamn|surname|last name)$"),
    Column.GIVEN: re.compile(r"(?:förnamn|tilltalsnamn|first name)$"),
    Column.NAME: re.compile(
        r"(?:(?:för- och efter)?namn|efternamn,? (?:och )?förnamn|förnamn (?:och )?efternamn|person|politiker|"
        r"förtroendevald|name|företrädare|representant|vem|utsedd(?! av))\b"
    ),
    Column.OFFICIALS: re.compile(r"(?:ansvarig(?:a)? )?(?:tjänste(?:m[aä]n|person)\w*|handläggare|samordnare)\b"),
    Column.PARTY: re.compile(
        r"(?:parti|party|partitillhörighet|partibeteckning|pol\. ?parti|"
        r"nominering|valbeteckning|politisk tillhörighet|politiskt parti|political (?:party|group|affiliation))\w*"
    ),
    Column.TITLE: re.compile(r"(?:titel|yrke|yrkestitel|yrkesroll|title)\b"),
    Column.ROLE: re.compile(
        r"(?:roll|uppdrag|befattning|funktion|position|role|plats|uppgift|förtroendeuppdrag|typ|post\b(?!nr|adr))\w*"
    ),
    Column.PHONE: re.compile(r"(?:telefon|tel|mobil|tfn|phone)\w*"),
    Column.EMAIL: re.compile(r"(?:e-?post|e-?mail|mejl|mail)\w*"),
    Column.PLACE: re.compile(
        r"(?:kommun|ort|hemort|hemkommun|region|organisation|representerar|från kommun|land|country)\b"
    ),
}
_IN_PARENS = re.compile(r"\s*\([^()]*\)")
_FIELDS = (Column.NAME, Column.PARTY, Column.ROLE, Column.TITLE)
_LONGEST_HEAD = 25  # letters
_OURS = re.compile(r"^(?:våra?|regionens|kommunens|stadens|region\s[\w-]+s|[\w-]+\skommuns)\s+", re.I)
_BESIDE_HEAD = re.compile(  # of a column that says nothing of who sits where
    r"(?:vald\s)?(?:fr\.?\s?o\.?\s?m\.?|t\.?\s?o\.?\s?m\.?|från|till)|mandat\w*|period(?:en)?|född|"
    r"bild|foto|nr|läs mer|länk",
    re.I,
)
MARK = re.compile(r"[xX×✓✔✗●•*]|ja|Ja")  # in a cell, for what the column's head says


def labels_field(text: str) -> bool:
    """Whether a text is the label of one thing of a person, whose name, party, role or title follows: "Uppdrag"."""
    folded = text.casefold().strip(" :")
    return any(_HEADS[kind].fullmatch(folded) for kind in _FIELDS)


@remembered
def names_column(text: str) -> bool:
    """Whether a cell's text is a column's head and nothing else, wherever it stands: "Namn", "Ersättare", "Organ"."""
    folded = text.casefold().strip(" :")
    return (
        any(pattern.fullmatch(folded) for pattern in _HEADS.values())
        or _BESIDE_HEAD.fullmatch(folded) is not None
        or folded == "organ"
        or read_roles(text) is not None
    )


@remembered
def heads_field(text: str) -> bool:
    """Whether a text is a column's head that says which field of a person stands below it, and no role: "Telefon"."""
    return len(text) <= _LONGEST_HEAD and names_column(text) and read_roles(text) is None


@remembered
def column(head: str) -> Column:
    """What stands under a column head."""
    folded = _OURS.sub("", head.casefold().strip(" :"))
    if not folded:
        return Column.OTHER
    for kind, pattern in _HEADS.items():
        if found := pattern.match(folded):
            if kind is Column.NAME and found.end() < len(folded) and role_head(head):
                return Column.PEOPLE  # "Förtroendevald revisor"
            return kind
    if role_head(head):
        return Column.PEOPLE
    return Column.OF_PARTY if party_head(head) else Column.OTHER


def role_head(head: str) -> Role | None:
    """The role that a column head is: "Ledamöter", "Våra ledamöter", "Ersättare (parti)"."""
    head = _OURS.sub("", head)
    return read_roles(head) or read_roles(_IN_PARENS.sub("", head))


def party_head(head: str) -> str | None:
    """The party that a column head is: "Moderaterna", "M", "Moderaterna (M)"."""
    name, _, short = head.strip(" :").partition(" (")
    if not is_party(name) or (len(name) < 4 and not name.isupper() and name != "Fi"):
        return None
    return name if not short or is_party(short.rstrip(")")) else None


def is_head_row(cells: Sequence[str]) -> bool:
    """Whether a row without head markup is one: every cell names a column, one of them the name's or the people's."""
    kinds = [column(cell) for cell in cells if cell.strip() and not _BESIDE_HEAD.fullmatch(cell.strip())]
    named = any(kind in (Column.NAME, Column.SURNAME, Column.PEOPLE) for kind in kinds)
    return len(kinds) > 1 and named and Column.OTHER not in kinds and not any(is_name(cell) for cell in cells)
