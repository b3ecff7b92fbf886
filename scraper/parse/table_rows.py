"""Rows of tables, and terms with their descriptions."""

from __future__ import annotations

import re
from dataclasses import replace

from records.page import Link
from scraper.content import Paragraph, Row
from scraper.parse.announcements import LINE
from scraper.parse.cards import is_reach, role_line
from scraper.parse.facts import Texts
from scraper.parse.masthead import is_masthead
from scraper.parse.matrices import Seat, divided, organ_columns, people_columns, seats, seats_divided, seats_in
from scraper.parse.organ_columns import column_of_organs, heads_organs, names_organ_of, names_organ_too
from scraper.parse.organs import Found
from scraper.parse.parties_in_columns import party_column, with_party_told
from scraper.parse.person_lines import PersonLines
from scraper.parse.place import LONGEST_LIST, Place
from scraper.parse.surnames import surname_first, turn
from scraper.parse.terms import NAMED_FACTS, field, is_field
from scraper.parse.titling import ends_as_body, names_body
from scraper.swedish.columns import Column, column, is_head_row
from scraper.swedish.headings import HeadingKind, heading
from scraper.swedish.memberships import member_item
from scraper.swedish.names import is_name
from scraper.swedish.people import entries
from scraper.swedish.roles import heading_role, is_plain, read_roles
from scraper.swedish.rows import row_entries
from scraper.swedish.since import member_since
from scraper.swedish.vocabulary import COUNTRIES

_ELECTED_HEAD = re.compile(
    r"(?:(?:politisk|utsedd|vald|vår)\w*\s)?(?:representant|ombud|ledamot|företrädare|ordinarie|ersättare|member|"
    r"representative|delegate|substitute)",
    re.I,
)
_FEWEST_WORDS = 4  # that a description has more of
_DESCRIBES = re.compile(
    r"(?:(?:kort )?beskrivning|description|om|verksamhet|syfte|vad)\b", re.I
)  # says that it is text
_BESIDE_NAME = re.compile(r"(?P<name>[^(]*[^(\s,]),?\s*\((?P<aside>[^()]*\d{4})\)$")
_BODY = re.compile(
    r"\b(?:AB|KB|HB|Stiftelsen|Föreningen|Euroregion)\b"
    r"|(?:förbundet|nämnden|rådet|styrelsen|kommittén|tjänsten|bolaget|museet)\b"
)


def _line_of(cells: list[str]) -> str:
    """A term and its description as a line: a term may end in a colon of its own."""
    return ": ".join((cells[0].rstrip(" :"), *cells[1:]))


class TableRows:
    """The rows of a page, and what one says of those below it."""

    def __init__(self, place: Place, people: PersonLines, texts: Texts) -> None:
        self.content = place.content
        self.sections = place.sections
        self.findings = place.findings
        self.contacts = place.contacts
        self.seats = place.seats
        self.people, self.texts = people, texts
        self.surnames: tuple[int, ...] = ()  # the columns of a table whose names begin with the surname
        self.parties: int | None = None  # the column of a table without heads that gives parties
        self.role_above: str | None = None  # in the first column of a table, for the empty cells below it
        self.heads: tuple[str, ...] = ()  # of a table whose first row names its columns
        self.names_organs = False  # the table's rows or columns name organs
        self.role_said: str | None = None  # above the first row of such a table

    def take(self, at: int, block: Row) -> Paragraph | None:
        """Reads a row; a row of one cell that names nobody is given back as the line that it is."""
        cells = list(dict.fromkeys(cell for cell in block.cells if cell))
        if self.contacts.is_open:
            self._contact(at, block, cells)
            return None
        if cells and (is_masthead(cells[-1]) or (len(cells) == 2 and is_masthead(": ".join(cells)))):
            self.findings.claim(at, "row: masthead", "masthead")
            return None
        if block.starts:
            self._table(at, block)
        if self._is_of_its_own(at, block, cells) or self._people(at, block):
            return None
        if len(cells) == 2 and role_line(cells[0]) and self.seats.goes_on(at, cells[1], block.links):
            return None  # a second description of one term: the party of whoever was the first
        if len(cells) == 2 and not any(block.heads) and _is_running_text(cells[1]):
            text = cells[1] if _DESCRIBES.match(cells[0]) else _line_of(cells)
            self.texts.take(at, text, block.links)
        elif len(cells) == 2:
            self.texts.facts(at, _line_of(cells), block.links)  # a term and its description say what a sentence would
        if len(cells) == 1 and self._heads_rows(at, cells[0]):
            return None
        return Paragraph(cells[0], block.links) if len(cells) == 1 else None

    def _heads_rows(self, at: int, text: str) -> bool:
        """Whether a row is only a body's name, and heads the rows below it, which begin with roles."""
        below = self.content.main[at + 1] if at + 1 < len(self.content.main) else None
        if not isinstance(below, Row) or below.starts or len(below.cells) < 2 or not _BODY.search(text):
            return False
        if not role_line(below.cells[0]) or not self.sections.stand_in(at, text, said=True):
            return False
        self.names_organs = True
        self.findings.claim(at, "row: organ", "heading")
        return True

    def leave(self) -> None:
        """The table has ended."""
        if self.names_organs:
            self.names_organs = False
            self.sections.leave_table()

    def _contact(self, at: int, block: Row, cells: list[str]) -> None:
        label = column(cells[0]) if len(cells) == 2 and not any(block.heads) else Column.OTHER
        for cell in cells[1:] if label in NAMED_FACTS else cells:
            self.contacts.add(at, cell, block.links)

    def _is_of_its_own(self, at: int, block: Row, cells: list[str]) -> bool:
        """Whether a row is no row of a list of people: a contact, a member, one fact of a person."""
        sections = self.sections
        if len(cells) == 2 and self.contacts.labelled(at, _line_of(cells), block.links, sections.organ):
            return True
        fact = len(cells) == 2 and self.texts.tells(_line_of(cells), block.links)
        if sections.lists_members and cells and not fact and not any(row_entries(block.cells, links=block.links)):
            country = next((cell for cell in cells[1:] if cell.casefold() in COUNTRIES), None)
            sections.organ.members += [
                Found(replace(each, country=each.country or country), at, "row: member")
                for each in member_item(cells[0])
            ]
            return True
        return is_field(block) and self.people.take_or_go_on(at, field(block), block.links)

    def _people(self, at: int, block: Row) -> bool:
        heads = self._heads(block)
        if len(heads) > 1 and len(block.text) <= LONGEST_LIST and self._matrix(at, block, heads):
            return True
        named = self._named_by_row(at, block, heads)
        block, heads = named, heads if named is block else named.heads
        if len(block.text) > LONGEST_LIST:
            return False
        if not any(heads) and len(block.cells) > 2 and _groups(block.cells[0]):
            block = replace(block, cells=block.cells[1:])
        now = self.sections.said.now
        people = row_entries(
            with_party_told(turn(block.cells, self.surnames), None if any(heads) else self.parties),
            heads,
            role=self._role_above(block.cells, heads) or now.role,
            party=now.party,
            links=block.links,
            announced=now.of_anybody or (now.announced and _is_reached(block)),
        )
        if people:
            self.seats.take(at, people, block.text)
        return bool(people)

    def _matrix(self, at: int, block: Row, heads: tuple[str, ...]) -> bool:
        """A row that lays people against organs: each seat goes to its own organ."""
        cells, people = block.cells, people_columns(heads)
        columns = () if people else organ_columns(heads)
        found: tuple[Seat, ...] | None = None
        if len(cells) == len(heads) and (parts := divided(heads)):
            columns, found = (), seats_divided(cells, parts)
        elif people and any(cells[:1]):
            found = seats_in(cells[0], cells, people)
        elif columns and len(cells) == len(heads):
            self.role_said = self.role_said if self.names_organs else self.sections.said.now.role
            found = seats(cells, heads, columns, self.role_said, block.links)
        if found is None:
            return False
        for name in dict.fromkeys(heads[each] for each in columns):
            self.sections.go_to(at, name)
        self.names_organs = True
        for seat in found:
            self.sections.go_to(at, seat.organ)
            self.seats.take(at, (seat.entry,), "")
        return True

    def _role_above(self, cells: tuple[str, ...], heads: tuple[str, ...]) -> str | None:
        """The role that the first column gave to several, where it goes on with empty cells below ("Ledamöter")."""
        if any(heads) or not cells:
            return None
        if not cells[0]:
            return self.role_above
        read = read_roles(cells[0])
        self.role_above = heading_role(read.singular) if read and is_plain(read.singular) else None
        return None

    def _table(self, at: int, first: Row) -> None:
        """A table begins: its heads may stand in its first row, and one head over all columns is a caption."""
        self.surnames = surname_first(self.content.main, at)
        self.parties = party_column(self.content.main, at)
        self.role_above = None
        self.heads = first.cells if not any(first.heads) and is_head_row(first.cells) else ()
        for caption in (first.caption, first.heads[0] if _spans(first.heads) else None):
            if caption:
                self._caption(at, caption)

    def _heads(self, block: Row) -> tuple[str, ...]:
        """The column heads above a row."""
        if _spans(block.heads):
            return ()
        return block.heads if any(block.heads) else self.heads

    def _caption(self, at: int, caption: str) -> None:
        """A table's caption says of its people what a lead says; the organ that they sit in is named by headings."""
        meaning = heading(caption)
        if meaning.kind in (HeadingKind.ROLE, HeadingKind.PEOPLE, HeadingKind.PARTY):
            self.sections.said.say(LINE, role=meaning.role, party=meaning.party)
            self.findings.claim(at, f"caption: {meaning.kind}", "lead")
        elif meaning.kind is HeadingKind.ORGAN and self.sections.stand_in(at, caption):
            self.findings.claim(at, "caption: organ", "collaboration")

    def _named_by_row(self, at: int, block: Row, heads: tuple[str, ...]) -> Row:
        """A row without the cell that names the organ of those beside it, by its head or, in front, by its words."""
        around = self.sections.around_table
        place = column_of_organs(heads, around)
        first = block.cells[place] if len(block.cells) > place else ""
        rest, heads_left = _without(block.cells, place), _without(heads, place)
        head = heads[place] if heads else ""
        body = (
            _BODY.search(first)
            or ends_as_body(first)
            or names_body(first)
            or (self.names_organs and names_organ_too(first))
        )
        headed, of_organs = heads_organs(head, around)
        term = not any(heads) and names_organ_of(around, first, rest)
        named = headed or term or (body and (not any(heads) or head.casefold() == "uppdrag"))
        if not rest or not first or not named or (entries(first) and not headed):
            return block
        others = replace(block, cells=rest, heads=heads_left)
        elected = any(_ELECTED_HEAD.match(each) for each in heads_left)
        if not row_entries(rest, heads_left, links=block.links):
            return block
        name, since = _apart_from_since(first)
        if not self.sections.stand_in(at, name, said=term or (headed and (elected or of_organs))):
            return block
        if since:
            self.texts.facts(at, since, ())
        told = {
            column
            for column, (head, cell) in enumerate(zip(heads_left, rest, strict=False))
            if cell and self._fact_of_row(at, head, cell, tuple(link for link in block.links if link.label in cell))
        }
        self.names_organs = True
        if not told:
            return others
        left = [column for column in range(len(rest)) if column not in told]
        heads_left = tuple(heads_left[column] for column in left if column < len(heads_left))
        return replace(block, cells=tuple(rest[column] for column in left), heads=heads_left)

    def _fact_of_row(self, at: int, head: str, cell: str, links: tuple[Link, ...]) -> bool:
        """Whether a column tells of the row's organ whom to turn to, or since when one is a member; a site is taken."""
        if heading(head).kind is HeadingKind.CONTACT:
            return self.contacts.labelled(at, f"Kontakt: {cell}", links, self.sections.organ)
        if cell[:1].isdigit() and member_since(f"{head} {cell}"):
            self.texts.facts(at, f"{head} {cell}", ())
            return True
        if links:
            self.texts.home(at, links, f"{head}: {cell}")
        return False


def _apart_from_since(cell: str) -> tuple[str, str | None]:
    """A cell that names an organ, and what it says in parentheses of since when one is a member."""
    found = _BESIDE_NAME.match(cell)
    if found is None or member_since(found["aside"], (found["name"], "")) is None:
        return cell, None
    return found["name"], found["aside"]


def _without(cells: tuple[str, ...], at: int) -> tuple[str, ...]:
    return cells[:at] + cells[at + 1 :]


def _groups(cell: str) -> bool:
    """Whether a cell says of several rows what a heading would, and gives no role ("Presidium")."""
    meaning, role = heading(cell), read_roles(cell)
    return meaning.kind is HeadingKind.PEOPLE and not meaning.name and (role is None or role.several)


def _spans(heads: tuple[str, ...]) -> bool:
    """Whether one head stands over all columns."""
    return len(heads) > 1 and len(set(heads)) == 1 and bool(heads[0])


def _is_reached(block: Row) -> bool:
    """Whether a row says how to reach whoever it begins with: a number or an address in a cell of its own."""
    first, *others = [cell for cell in block.cells if cell] or [""]
    return is_name(first) and any(is_reach(cell, block.links) for cell in others)


def _is_running_text(cell: str) -> bool:
    return cell.endswith(".") and len(cell.split()) > _FEWEST_WORDS
