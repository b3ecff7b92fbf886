"""People in table rows (and in terms with descriptions): by the column heads, or by what the cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from records.page import Link
from scraper.swedish.names import is_common_given, is_name, is_vacant, straight, turned
from scraper.swedish.parties import is_party, strip_party
from scraper.swedish.people import Entry, entries
from scraper.swedish.reach import without_reach
from scraper.swedish.remembered import remembered
from scraper.swedish.roles import heading_role, read_roles
from scraper.swedish.titles import is_contact_word, is_title


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
    Column.SURNAME: r"(?:efternamn|surname|last name)$",
    Column.GIVEN: r"(?:förnamn|tilltalsnamn|first name)$",
    Column.NAME: (
        r"(?:(?:för- och efter)?namn|efternamn,? (?:och )?förnamn|förnamn (?:och )?efternamn|person|politiker|"
        r"förtroendevald|name|företrädare|representant|vem|utsedd)\b"
    ),
    Column.OFFICIALS: r"(?:ansvarig(?:a)? )?(?:tjänste(?:m[aä]n|person)\w*|handläggare|samordnare)\b",
    Column.PARTY: r"(?:parti|party|partitillhörighet|partibeteckning|pol\. ?parti)\w*",
    Column.TITLE: r"(?:titel|yrke|yrkestitel|yrkesroll|title)\b",
    Column.ROLE: r"(?:roll|uppdrag|befattning|funktion|position|role|plats|uppgift|förtroendeuppdrag|typ)\w*",
    Column.PHONE: r"(?:telefon|tel|mobil|tfn|phone)\w*",
    Column.EMAIL: r"(?:e-?post|e-?mail|mejl|mail)\w*",
    Column.PLACE: r"(?:kommun|ort|hemort|hemkommun|region|organisation|representerar|från kommun)\b",
}


_NO_PERSON = re.compile(
    r"\d{4}-\d\d-\d\d(?:\s?[–-]\s?\d{4}-\d\d-\d\d)?|\d{1,3}[.)]?|\S+(?:\s+\S+){3,}[.!?]"
)  # a row's number, a sentence
_BESIDE_HEAD = re.compile(  # of a column that says nothing of who sits where
    r"(?:vald\s)?(?:fr\.?\s?o\.?\s?m\.?|t\.?\s?o\.?\s?m\.?|från|till)|mandat\w*|period(?:en)?|född|"
    r"bild|foto|nr|läs mer|länk",
    re.I,
)
_ROLE_HEAD = re.compile(r"(?:roll|role|position|funktion|befattning|roll i styrelsen)\W*", re.I)
_LONGEST_ROLE = 4  # words
MARK = re.compile(r"[xX×✓✔✗●•*]|ja|Ja")  # in a cell, for what the column's head says
_GROUPED = re.compile(r"(?P<role>.+) (?:namn|förnamn|efternamn|parti|kommun|roll|uppdrag|telefon|e-?post)", re.I)
_OURS = re.compile(r"^(?:våra?|regionens|kommunens|stadens)\s+")


@remembered
def column(head: str) -> Column:
    """What stands under a column head."""
    folded = _OURS.sub("", head.casefold().strip(" :"))
    if not folded:
        return Column.OTHER
    for kind, pattern in _HEADS.items():
        if re.match(pattern, folded):
            return kind
    if read_roles(head):
        return Column.PEOPLE
    return Column.OF_PARTY if _as_party(head) else Column.OTHER


def _as_party(head: str) -> str | None:
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


def row_entries(
    cells: Sequence[str],
    heads: Sequence[str] = (),
    *,
    role: str | None = None,
    party: str | None = None,
    links: tuple[Link, ...] = (),
    announced: bool = False,
) -> tuple[Entry, ...]:
    """The people of one row; () where it is none of people. heads: the column head above each cell, "" where none."""
    return _row_entries(tuple(cells), tuple(heads), role, party, links, announced)


@lru_cache(maxsize=1024)
def _row_entries(
    cells: tuple[str, ...],
    heads: tuple[str, ...],
    role: str | None,
    party: str | None,
    links: tuple[Link, ...],
    announced: bool,
) -> tuple[Entry, ...]:
    if any(heads):
        cells = _without_labels(cells, heads)
    if any(heads) and (groups := _groups(heads)):
        return _by_groups(cells, heads, groups, party, links)
    kinds = [column(head) for head in heads] if any(heads) else []
    if {Column.NAME, Column.SURNAME, Column.PEOPLE, Column.OF_PARTY, Column.OFFICIALS} & set(kinds):
        found = _by_heads(cells, heads, kinds, role, party, links)
        if found:
            return found
    return _by_content(cells, role, party, links, announced)


def _without_labels(cells: tuple[str, ...], heads: tuple[str, ...]) -> tuple[str, ...]:
    """The cells without their heads, which a page for small screens says again in front of each."""
    pairs = [(cell, head) for cell, head in zip(cells, heads, strict=False) if cell and head]
    if len(pairs) < 2 or not all(cell.startswith(head) for cell, head in pairs):
        return cells
    return tuple(
        cell.removeprefix(head).strip(" :") if head else cell for cell, head in zip(cells, heads, strict=False)
    )


def _groups(heads: Sequence[str]) -> dict[str, str]:
    """The roles that stand over several columns ("Ersättare" over "Namn" and "Parti"), by the words they stand in."""
    found = {}
    for head in heads:
        grouped = _GROUPED.fullmatch(head)
        role = read_roles(grouped["role"]) if grouped else None
        if grouped and role:
            found[grouped["role"]] = heading_role(role.singular) or role.singular
    return found


def _by_groups(
    cells: Sequence[str], heads: Sequence[str], groups: dict[str, str], party: str | None, links: tuple[Link, ...]
) -> tuple[Entry, ...]:
    """The people of each group of columns; a column of no group says the same of all of them."""
    people: tuple[Entry, ...] = ()
    for group, role in groups.items():
        own = [at for at, head in enumerate(heads) if head.startswith(f"{group} ")]
        shared = [at for at, head in enumerate(heads) if not any(head.startswith(f"{each} ") for each in groups)]
        at_once = [at for at in sorted([*own, *shared]) if at < len(cells)]
        part = [heads[at].removeprefix(f"{group} ") for at in at_once]
        people += row_entries([cells[at] for at in at_once], part, role=role, party=party, links=links)
    return people


def _by_heads(
    cells: Sequence[str],
    heads: Sequence[str],
    kinds: list[Column],
    role: str | None,
    party: str | None,
    links: tuple[Link, ...],
) -> tuple[Entry, ...]:
    values = {kind: cell.strip() for kind, cell in reversed(list(zip(kinds, cells, strict=False))) if cell.strip()}
    if kinds.count(Column.ROLE) > 1:  # "Plats" counts the seats, and "Uppdrag" says what is held
        roles = (cell for cell, kind in zip(cells, kinds, strict=False) if kind is Column.ROLE and read_roles(cell))
        values[Column.ROLE] = next(roles, "")
    people: list[Entry] = []
    named = _name_cell(values, heads, kinds)
    own_party = strip_party(values[Column.PARTY]) if Column.PARTY in values else None
    no_party = Column.PARTY in values and own_party is None
    if named:
        own = _role_cell(values.get(Column.ROLE)) or _role_under_roles(cells, kinds) or _marked_role(cells, heads)
        own = own or _headless_role(cells, heads)
        found = entries(
            named, role=own or role, party=own_party or (None if no_party else party), links=links, announced=True
        )
        unknown = _unknown_role(cells, heads)
        people += [_completed(each, values, links, unknown) for each in found]
    if own_party is None and not no_party:
        own_party = _headless_party(cells, heads)
    stated = _role_cell(values.get(Column.ROLE)) if kinds.count(Column.PEOPLE) == 1 else None
    for at, (kind, head, cell) in enumerate(zip(kinds, heads, cells, strict=False)):
        if kind is Column.PEOPLE and cell.strip():
            read = read_roles(head)
            given = stated or (heading_role(read.singular) if read else None)
            its_party = _party_behind(at, kinds, cells) if kinds.count(Column.PARTY) > 1 else own_party or party
            people += [
                replace(each, rule=f"{each.rule}, column")
                for each in entries(cell, role=given or role, party=its_party, announced=True)
            ]
        elif kind is Column.OF_PARTY and cell.strip():
            given = _role_cell(values.get(Column.ROLE)) or _headless_role(cells, heads)
            people += [
                replace(each, rule=f"{each.rule}, column of a party")
                for each in entries(cell, role=given or role, party=_as_party(head), announced=True)
            ]
        elif kind is Column.OFFICIALS and cell.strip():
            people += [
                replace(each, title=each.title or head.casefold().strip(" :"), rule=f"{each.rule}, column of officials")
                for each in entries(cell, announced=True)
            ]
    return tuple(replace(each, rule=each.rule.replace("entry:", "row:")) for each in people)


def _party_behind(at: int, kinds: list[Column], cells: Sequence[str]) -> str | None:
    """The party in the column right behind one of people, where each such column has its own."""
    return strip_party(cells[at + 1]) if kinds[at + 1 : at + 2] == [Column.PARTY] and at + 1 < len(cells) else None


def _headless_role(cells: Sequence[str], heads: Sequence[str]) -> str | None:
    """The role in a column that has no head of its own, as the first column often has none."""
    return next(
        (role for cell, head in zip(cells, heads, strict=False) if not head and (role := _role_cell(cell))), None
    )


def _role_under_roles(cells: Sequence[str], kinds: list[Column]) -> str | None:
    """The role in a column that is headed by roles and holds no people ("Ledamot/suppleant")."""
    cell = next((cell for cell, kind in zip(cells, kinds, strict=False) if kind is Column.PEOPLE), "")
    return _role_cell(cell)


def _marked_role(cells: Sequence[str], heads: Sequence[str]) -> str | None:
    """The role whose column has a mark in this row: a column for each role ("Ordförande", "Ledamot")."""
    head = next((head for cell, head in zip(cells, heads, strict=False) if MARK.fullmatch(cell)), "")
    role = read_roles(head)
    return heading_role(role.singular) if role else None


def _headless_party(cells: Sequence[str], heads: Sequence[str]) -> str | None:
    """The party that names a row, in a column that has no head of its own."""
    return next((cell for cell, head in zip(cells, heads, strict=False) if not head and is_party(cell)), None)


def _name_cell(values: dict[Column, str], heads: Sequence[str], kinds: list[Column]) -> str:
    if Column.SURNAME in values or Column.GIVEN in values:
        return turned(values.get(Column.SURNAME, ""), values.get(Column.GIVEN, "")).strip()
    name = values.get(Column.NAME, "")
    head = next((head.casefold() for head, kind in zip(heads, kinds, strict=False) if kind is Column.NAME), "")
    words = name.split()
    if head.startswith("efternamn") and "," not in name and len(words) == 2:
        return turned(words[0], words[1])
    return straight(name) if not re.search(r"[()]", name) else name


def _role_cell(text: str | None) -> str | None:
    read = read_roles(text) if text else None
    return (read.singular if read.several else read.text) if read else None


def _unknown_role(cells: Sequence[str], heads: Sequence[str]) -> str | None:
    """What a column of roles holds that is neither a role of the vocabulary nor a title ("Chair", "Klubbmästare")."""
    cell = next((cell for cell, head in zip(cells, heads, strict=False) if _ROLE_HEAD.fullmatch(head)), "")
    known = not cell or read_roles(cell) or is_title(cell) or is_party(cell)
    return None if known or len(cell.split()) > _LONGEST_ROLE or not re.fullmatch(r"[\w\s/-]*[^\W\d_]", cell) else cell


def _completed(entry: Entry, values: dict[Column, str], links: tuple[Link, ...], unknown: str | None) -> Entry:
    """The entry with what the other columns say; a "role" that is a civil servant's is a title."""
    role_cell = values.get(Column.ROLE)
    title = values.get(Column.TITLE) or (
        role_cell if role_cell and not read_roles(role_cell) and is_title(role_cell) else None
    )
    _, reach = without_reach(" ".join((values.get(Column.PHONE, ""), values.get(Column.EMAIL, ""))), links)
    return replace(
        entry,
        title=entry.title or title,
        role=entry.role or (_role_cell(title) if title else None) or (unknown.casefold() if unknown else None),
        phone=entry.phone or next(iter(reach.phones), None),
        email=entry.email or next(iter(reach.emails), None),
        place=entry.place or values.get(Column.PLACE),
    )


def _by_content(
    cells: Sequence[str], role: str | None, party: str | None, links: tuple[Link, ...], announced: bool
) -> tuple[Entry, ...]:
    """A row without useful heads: each cell says by itself what it is; surname and given name may have a cell each."""
    full = [cell.strip() for cell in cells if cell.strip() and not _NO_PERSON.fullmatch(cell.strip())]
    if not full:
        return ()
    if is_contact_word(full[0]):
        return ()
    full = _joined_names(full)
    first = read_roles(full[0])
    if first and len(full) == 2 and not is_party(full[1]):
        given = heading_role(first.singular) if first.several else first.text
        found = entries(full[1], role=given, party=party, links=links, announced=True)
        if found:
            return tuple(replace(each, rule=each.rule.replace("entry:", "row:")) for each in found)
    if first and len(full) > 2 and not any(is_party(cell) or read_roles(cell) for cell in full[1:]):
        given = heading_role(first.singular)
        each = [entries(cell, role=given, party=party, announced=True) for cell in full[1:]]
        if all(each):  # a role, and a column for each place that they come from
            return tuple(replace(one, rule=one.rule.replace("entry:", "row:")) for found in each for one in found)
    several = [entries(cell, role=role, party=party, announced=announced) for cell in full]
    if sum(bool(found) for found in several) > 1 and all(several):
        return tuple(replace(each, rule=each.rule.replace("entry:", "row:")) for found in several for each in found)
    ordered = sorted(
        full, key=lambda cell: not (is_name(straight(cell)) or is_vacant(cell) or bool(entries(cell, announced=True)))
    )
    line = ", ".join(
        [straight(ordered[0]), *[cell for cell in ordered[1:] if strip_party(cell) or cell not in ("-", "–", "(-)")]]
    )
    found = entries(line, role=role, party=party, links=links, announced=announced)
    return tuple(replace(each, rule=each.rule.replace("entry:", "row:")) for each in found)


def _joined_names(cells: list[str]) -> list[str]:
    """["Testsson", "Testa", "M"] → ["Testa Testsson", "M"]: two cells that are a name only together."""
    if len(cells) < 3 or is_name(cells[0]) or is_party(cells[1]) or len(cells[0].split()) > 2:
        return cells
    if not is_name(turned(cells[0], cells[1])) or read_roles(cells[0]):
        return cells
    if is_common_given(cells[0]) and not is_common_given(cells[1]):
        return [f"{cells[0]} {cells[1]}", *cells[2:]]
    return [turned(cells[0], cells[1]), *cells[2:]]
