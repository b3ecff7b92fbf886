"""People in the rows of a table whose columns have heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from records.page import Link
from scraper.swedish.columns import MARK, Column, column, party_head, role_head
from scraper.swedish.names import is_name, straight, turned
from scraper.swedish.parties import InParentheses, in_parentheses, is_party, strip_party
from scraper.swedish.people import Entry, entries, read_by
from scraper.swedish.reach import without_reach
from scraper.swedish.roles import heading_role, read_roles
from scraper.swedish.titles import is_title

_OF_PEOPLE = {Column.NAME, Column.SURNAME, Column.PEOPLE, Column.OF_PARTY, Column.OFFICIALS}
_ROLE_HEAD = re.compile(r"(?:roll|role|position|funktion|befattning|roll i styrelsen)\W*", re.I)
_LONGEST_ROLE = 4  # words


class HeadedRow:
    """One row under its heads. cells may be fewer than heads."""

    def __init__(self, cells: Sequence[str], heads: Sequence[str], links: tuple[Link, ...]) -> None:
        self.links = links
        self.kinds = [column(head) for head in heads]
        if _OF_PEOPLE.isdisjoint(self.kinds):
            self._find_names(cells)
        self.columns = list(zip(self.kinds, heads, cells, strict=False))
        self.values = {kind: cell.strip() for kind, _, cell in reversed(self.columns) if cell.strip()}
        if self.kinds.count(Column.ROLE) > 1:  # "Plats" counts the seats, and "Uppdrag" says what is held
            roles = (cell for kind, _, cell in self.columns if kind is Column.ROLE and read_roles(cell))
            self.values[Column.ROLE] = next(roles, "")

    def _find_names(self, cells: Sequence[str]) -> None:
        """A column of names whose head is left empty, or says something else ("Invald")."""
        unknown = [at for at, kind in enumerate(self.kinds[: len(cells)]) if kind is Column.OTHER]
        telling = Column.PARTY in self.kinds or Column.ROLE in self.kinds
        named = [at for at in unknown if entries(cells[at]) or (telling and is_name(straight(cells[at])))]
        if named and (telling or (len(named) == 1 and _is_somebody(cells[named[0]]))):
            self.kinds[named[0]] = Column.NAME

    def people(self, role: str | None, party: str | None) -> tuple[Entry, ...]:
        """Those who are named, and those whose role, party or office is their column's head.

        role, party: what a heading, a lead or a caption gives to those who have none of their own.
        """
        if _OF_PEOPLE.isdisjoint(self.kinds):
            return ()
        own_party = strip_party(self.values.get(Column.PARTY, ""))
        no_party = Column.PARTY in self.values and own_party is None
        if own_party is None and not no_party:
            others = (cell for kind, _, cell in self.columns if kind is Column.OTHER)
            own_party = next((cell for cell in others if is_party(cell)), None)
        named = self._named(role, own_party or (None if no_party else party))
        return read_by("row", (*named, *self._in_columns(role, own_party or party)))

    def _named(self, role: str | None, party: str | None) -> Iterator[Entry]:
        """Whoever the columns of names name, with what the other columns say."""
        name = self._name()
        if name:
            own = role_in(self.values.get(Column.ROLE)) or self._role_under_roles() or self._marked_role()
            given = own or self._headless_role() or role
            found = entries(name, role=given, party=party, links=self.links, announced=True)
            yield from map(self._completed, found)

    def _in_columns(self, role: str | None, party: str | None) -> Iterator[Entry]:
        """The people in columns that are headed by their role, their party or what civil servants are called."""
        stated = role_in(self.values.get(Column.ROLE))
        alone = self.kinds.count(Column.PEOPLE) == 1 and Column.NAME not in self.kinds
        of_row = (stated or self._headless_role()) if alone else None
        for at, (kind, head, cell) in enumerate(self.columns):
            if not cell.strip() or self._is_of_one_before(at):
                continue
            if kind is Column.PEOPLE:
                own = self._party_behind(at) if self.kinds.count(Column.PARTY) > 1 else party
                own = self._unnamed_party(at) or own
                given = of_row or self._role_beside(at) or self._role_of_seat(head, stated) or role
                found = entries(cell, role=given, party=own, announced=True)
                yield from _by_column(found, "column")
            elif kind is Column.OF_PARTY:
                given = stated or self._headless_role() or role
                found = entries(cell, role=given, party=party_head(head), announced=True)
                yield from _by_column(found, "column of a party")
            elif kind is Column.OFFICIALS:
                found = entries(cell, announced=True)
                titled = (replace(each, title=each.title or head.casefold().strip(" :")) for each in found)
                yield from _by_column(titled, "column of officials")

    def _role_beside(self, at: int) -> str | None:
        """The role in a column between one of people and the next: "Ledamot", "Parti", "Uppdrag", "Ersättare", …"""
        if self.kinds.count(Column.PEOPLE) < 2 or self.kinds.count(Column.ROLE) != 1:
            return None
        beside = takewhile(lambda each: each[0] is not Column.PEOPLE, self.columns[at + 1 :])
        return next((role_in(cell) for kind, _, cell in beside if kind is Column.ROLE), None)

    def _role_of_seat(self, head: str, stated: str | None) -> str | None:
        """The role that a column's head gives; "Ordinarie" only says in which way somebody is what the row says."""
        given = _role_of(head)
        return stated if given == "ordinarie" and stated else given

    def _name(self) -> str:
        """The name, the given name first."""
        if Column.SURNAME in self.values or Column.GIVEN in self.values:
            return turned(self.values.get(Column.SURNAME, ""), self.values.get(Column.GIVEN, "")).strip()
        name = self.values.get(Column.NAME, "")
        head = next((head.casefold() for kind, head, _ in self.columns if kind is Column.NAME), "")
        words = name.split()
        if head.startswith("efternamn") and "," not in name and len(words) == 2:
            return turned(words[0], words[1])
        return straight(name) if not re.search(r"[()]", name) else name

    def _completed(self, entry: Entry) -> Entry:
        """The entry with what the other columns say; a "role" that is a civil servant's is a title."""
        role = self.values.get(Column.ROLE)
        title = self.values.get(Column.TITLE) or (role if role and not read_roles(role) and is_title(role) else None)
        if Column.PARTY in self.values and strip_party(self.values[Column.PARTY]) is None:
            title = None  # "-" is said of those who were elected
        _, reach = without_reach(
            " ".join((self.values.get(Column.PHONE, ""), self.values.get(Column.EMAIL, ""))), self.links
        )
        return replace(
            entry,
            title=entry.title or title,
            role=entry.role or role_in(title) or self._unknown_role(),
            phone=entry.phone or next(iter(reach.phones), None),
            email=entry.email or next(iter(reach.emails), None),
            place=entry.place or self.values.get(Column.PLACE),
        )

    def _headless(self) -> Iterator[str]:
        """The cells of columns without a head of their own, as the first column often has none."""
        return (cell for _, head, cell in self.columns if not head)

    def _headless_role(self) -> str | None:
        return next((role for cell in self._headless() if (role := role_in(cell))), None)

    def _role_under_roles(self) -> str | None:
        """The role in a column that is headed by roles and holds no people ("Ledamot/suppleant")."""
        return role_in(next((cell for kind, _, cell in self.columns if kind is Column.PEOPLE), ""))

    def _marked_role(self) -> str | None:
        """The role whose column has a mark in this row: a column for each role ("Ordförande", "Ledamot")."""
        return _role_of(next((head for _, head, cell in self.columns if MARK.fullmatch(cell)), ""))

    def _unknown_role(self) -> str | None:
        """What a column of roles holds that is neither a known role nor a title ("Chair", "Klubbmästare")."""
        cell = next((cell for _, head, cell in self.columns if _ROLE_HEAD.fullmatch(head)), "")
        known = not cell or read_roles(cell) or is_title(cell) or is_party(cell)
        if known or len(cell.split()) > _LONGEST_ROLE or not re.fullmatch(r"[\w\s/-]*[^\W\d_]", cell):
            return None
        return cell.casefold()

    def _party_behind(self, at: int) -> str | None:
        """The party in the column right behind one of people, where each such column has its own."""
        behind = self.columns[at + 1 : at + 2]
        return strip_party(behind[0][2]) if behind and behind[0][0] is Column.PARTY else None

    def _is_of_one_before(self, at: int) -> bool:
        """Whether a cell is the party of whoever stands before it under the same head, which spans both columns."""
        if not 0 < at < len(self.columns):
            return False
        (_, head_before, _), (_, head, cell) = self.columns[at - 1 : at + 1]
        return bool(head) and head == head_before and is_party(cell.strip(" ()"))

    def _unnamed_party(self, at: int) -> str | None:
        """The party right behind people, in a column without a head or of an unknown one: "Ledamot", "Grupp", …"""
        if Column.PARTY in self.kinds:
            return None
        if self._is_of_one_before(at + 1):
            return strip_party(self.columns[at + 1][2])
        for kind, head, cell in self.columns[at + 1 : at + 2]:
            bare = cell.strip(" ()")
            if bare and (is_party(bare) if head else in_parentheses(bare) is InParentheses.PARTY):
                return strip_party(cell) if kind is Column.OTHER else None
        return None


def _is_somebody(cell: str) -> bool:
    """Whether a cell is one person of a party."""
    people = entries(cell)
    return len(people) == 1 and bool(people[0].name and people[0].party)


def role_in(text: str | None) -> str | None:
    """The role that a cell holds, as one person has it."""
    read = read_roles(text) if text else None
    return read.one if read else None


def _role_of(head: str) -> str | None:
    """The role that a column's head gives to the people below it."""
    read = role_head(head)
    return heading_role(read.singular) if read and "/" not in read.singular else None  # "Ledamot/ersättare": either


def _by_column(people: Iterable[Entry], how: str) -> Iterator[Entry]:
    return (replace(each, rule=f"{each.rule}, {how}") for each in people)
