"""From blocks to a reading: knows the shape of the text, nothing of tags or classes.

    content | walk: headings make candidates, each line is claimed | contacts and texts find their places | record

A line is read by the first of these that knows it: the date line, a contact section, people, a card's next line, a
lead sentence, a member list, a line of links. What is left is text, and may name members, officials and people too.
"""

from __future__ import annotations

import re
from dataclasses import replace

from records.page import Link, Representative
from scraper.content import Block, Content, Heading, Item, LinkLine, Paragraph, Row
from scraper.parse.announcements import LEAD, LINE
from scraper.parse.assemble import Findings, assemble
from scraper.parse.cards import is_reach, role_line
from scraper.parse.contact_sections import ContactLines
from scraper.parse.datelines import DateLines
from scraper.parse.levels import SoftLevels
from scraper.parse.links import documents, homepage, only_links
from scraper.parse.organs import Found
from scraper.parse.seats import LAST_SENTENCE, Seats
from scraper.parse.sections import Sections
from scraper.parse.surnames import surname_first, turn
from scraper.parse.titling import ends_as_body, find_title, is_own_board
from scraper.reading import Reading
from scraper.swedish.dates import member_since
from scraper.swedish.headings import HeadingKind, heading, lead, names_civil_servants
from scraper.swedish.memberships import announces_members, member_item, members
from scraper.swedish.names import is_common_given, is_name
from scraper.swedish.parties import is_party
from scraper.swedish.people import Entry, entries
from scraper.swedish.prose import officials, prose_people
from scraper.swedish.roles import heading_role, is_plain, read_roles
from scraper.swedish.rows import Column, column, is_head_row, row_entries
from scraper.swedish.titles import is_contact_word, is_title

_NO_PARTY = re.compile(r"\(\s*[-–—]\s*\)$")
_SHORT = 200  # letters; a longer line is a list of people only where many of its words are names
_LABEL_WORDS = 6
_CONTACT_LINES = 4
_LONGEST_LIST = 3000
_ORGAN_HEAD = re.compile(r"^(?:organ|bolag|nämnd|förbund|stiftelse|förening|nätverk|samarbete|styrelse|råd)\w*\b", re.I)
_ORGANS = re.compile(r"(?:organ|nämnd|bolag|råd|uppdrag i|nämnd ?/ ?bolag|styrelse ?/ ?nämnd|nämnd ?/ ?styrelse)", re.I)
_BODY = re.compile(
    r"\b(?:AB|KB|HB|Stiftelsen|Föreningen|Euroregion)\b"
    r"|(?:förbundet|nämnden|rådet|styrelsen|kommittén|tjänsten|bolaget|museet)\b"
)
_NEWS = re.compile(
    r"(?:(?:senaste|fler)\s+)?(?:(?:aktuellt|nyheter|nytt)(?:\s+(?:från|om|i|inom|hos)\s.+)?|på\s+gång|läs\s+också)",
    re.I,
)
_LONGEST_TEXT = 20_000  # letters of one paragraph that is read for what it says; nobody writes longer ones
_MASTHEAD = re.compile(  # a publisher's copyright line, its postal address, or who keeps the page
    r"^(?:©|\(c\)|copyright\b)"
    r"|^(?:webb?master|kontakt för (?:den här |denna )?sidan"
    r"|webb(?:ansvarig|redaktör)|sid(?:an)?s?\s?ansvarig|innehållsansvarig|ansvarig\s(?:utgivare|för\ssidan)"
    r"|publicera[dt]\sav|sidan\s(?:publicera[dt]|skapa[dt])\sav)\s*:"
    r"|^(?!.*[.!?]$)(?=.*(?:\bbox\s\d|\b\d{3}\s?\d\d\s+[A-ZÅÄÖ]))[^()]*\s[·|•]\s",
    re.IGNORECASE,
)
_NAMED_FACTS = (Column.NAME, Column.TITLE, Column.ROLE)
_MEMBERS_LABEL = re.compile(r"medlem[\w\s]*:", re.IGNORECASE)  # "Medlemmar: Provstad, Testby" lists no people
_FIELDS = (Column.NAME, Column.PARTY, Column.ROLE)
Line = Paragraph | Item | LinkLine


def parse(content: Content) -> Reading:
    """The reading of a page: its record, where each part came from, and what nothing claimed. Linear in the content."""
    walk = _Walk(content)
    for at, block in enumerate(content.main):
        walk.block(at, block)
    walk.end()
    return assemble(content, walk.findings)


class _Walk:
    """One pass over the content, block by block; what it finds goes into findings."""

    def __init__(self, content: Content) -> None:
        title = find_title(content)
        self.content = content
        self.sections = Sections(title)
        self.news = 0  # the level of a heading of teasers, whose links and headlines tell of people and list none
        self.teaser = False  # under such a headline
        self.findings = Findings(title, self.sections.organs)
        self.dates = DateLines(self.findings)
        self.contacts = ContactLines(self.findings)
        self.seats = Seats(self.sections, self.findings)
        self.levels = SoftLevels()
        self.contact_end = -1  # the last block of a contact that a mere line announced
        self.surnames: int | None = None  # the column of a table whose names begin with the surname
        self.role_above: str | None = None  # in the first column of a table, for the empty cells below it
        self.heads: tuple[str, ...] = ()  # of a table whose first row names its columns

    def block(self, at: int, block: Block) -> None:
        if at == self.findings.title.block:
            return
        if self.dates.take(at, block):
            self.contacts.dated()
            return
        if block.links:
            found = documents(block.text, block.links)
            self.findings.documents += [Found(each, at, "link: document") for each in found]
        match block:
            case Heading(soft=True, text=text) if text.endswith(":") and not _names_section(text):
                self._line(at, Paragraph(text, block.links))
            case Heading():
                self._heading(at, block)
            case Row():
                self._row(at, block)
            case _:
                self._line(at, block)

    def end(self) -> None:
        """The page ends: what is open is closed, and a date is looked for outside the main content."""
        self.contacts.close()
        self.sections.said.close()
        self.dates.take_from(self.content.rest, len(self.content.main))

    # headings

    def _heading(self, at: int, block: Heading) -> None:
        if self.contacts.holds(block.level) or (self.contacts.is_open and self._contact_heading(at, block.text)):
            self.contacts.add(at, block.text, block.links)
        elif self.news and block.level > self.news and block.links:
            self.seats.enter_section()
            self.teaser = True
            self.findings.claim(at, "heading: news", "news")
        elif self._person_heading(at, block.text):
            self.levels.person(block)
        elif is_title(block.text) and is_name(self._following(at)):
            self._title_section(at, block)
        else:
            self._section(at, block, self.levels.level(block))

    def _title_section(self, at: int, block: Heading) -> None:
        """A heading that is the title of the official below it ("Förbundschef") belongs to the organ before it."""
        self.contacts.close()
        self.seats.enter_section()
        self.sections.said.entitle(self.levels.level(block), block.text.strip(" :"))
        self.sections.lists_members = False
        self.levels.person(block)
        self.findings.claim(at, "heading: title", "lead")

    def _section(self, at: int, block: Heading, level: int) -> None:
        self.contacts.close()
        self.seats.enter_section()
        self.news, self.teaser = level if _NEWS.fullmatch(block.text.strip(" :")) else 0, False
        after = self.sections.organs.latest
        meaning = self.sections.enter(at, level, block.text)
        self.levels.entered(block, level, meaning.kind)
        if meaning.kind is HeadingKind.CONTACT:
            self.contacts.open(at, level, after)
        elif meaning.kind in (HeadingKind.ROLE, HeadingKind.PEOPLE):
            self.findings.claim(at, f"heading: {meaning.kind}", "lead")

    def _contact_heading(self, at: int, text: str) -> bool:
        """A heading in a contact section that is a contact's name: its line, a title or a number follows."""
        if not is_name(text) or at + 1 >= len(self.content.main):
            return False
        following = self.content.main[at + 1]
        goes_on = isinstance(following, Paragraph) and not following.gap
        titled = is_title(following.text) and not following.text.endswith(".")
        return goes_on or titled or is_reach(following.text, following.links)

    def _person_heading(self, at: int, text: str) -> bool:
        """A heading that is a person ("Testa Testsson (M)" on a card) makes no section."""
        if any(each.role or self._shows_party(at, each) for each in entries(text) if each.name):
            now = self.sections.said.now
            self.seats.take(at, entries(text, role=now.role, party=now.party), text)
            return True
        return self.seats.opens_card(at, text, self._following(at), heading=True)

    def _shows_party(self, at: int, entry: Entry) -> bool:
        """Whether the letters behind a heading are a party and no organ's abbreviation: known, or a role follows."""
        if entry.party is None:
            return _NO_PARTY.search(self.content.main[at].text) is not None
        return is_party(entry.party) or role_line(self._following(at)) is not None

    def _following(self, at: int) -> str:
        """The text of the next block, as a line."""
        block = self.content.main[at + 1] if at + 1 < len(self.content.main) else Paragraph("")
        if isinstance(block, Row):
            return _field(block) if _is_field(block) else ", ".join(cell for cell in block.cells if cell)
        return block.text

    # rows and lines

    def _row(self, at: int, block: Row) -> None:
        cells = list(dict.fromkeys(cell for cell in block.cells if cell))
        if self.contacts.is_open:
            label = column(cells[0]) if len(cells) == 2 and not any(block.heads) else Column.OTHER
            for cell in cells[1:] if label in _NAMED_FACTS else cells:
                self.contacts.add(at, cell, block.links)
            return
        if block.starts:
            self._table(at, block)
        if len(cells) == 2 and self.contacts.labelled(at, ": ".join(cells), block.links, self.sections.organ):
            return
        if self.sections.lists_members and cells and not any(row_entries(block.cells, links=block.links)):
            self.sections.organ.members += [Found(each, at, "row: member") for each in member_item(cells[0])]
            return
        if _is_field(block) and self._person_line(at, _field(block), block.links):
            return
        heads = self._heads(block)
        named = self._named_by_row(at, block, heads)
        block, heads = named, heads if named is block else named.heads
        now = self.sections.said.now
        people = (
            row_entries(
                turn(block.cells, self.surnames),
                heads,
                role=self._role_above(block.cells, heads) or now.role,
                party=now.party,
                links=block.links,
                announced=now.announced,
            )
            if len(block.text) <= _LONGEST_LIST
            else ()
        )
        if people:
            self.seats.take(at, people, block.text)
        elif len(cells) == 2 and role_line(cells[0]) and self.seats.goes_on(at, cells[1], block.links):
            return  # a second description of one term: the party of whoever was the first
        elif len(cells) == 1:
            self._line(at, Paragraph(cells[0], block.links))
        elif len(cells) == 2:
            self._facts(at, ": ".join(cells), block.links)  # a term and its description say what a sentence would

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
        column_of_organs = next((at for at, head in enumerate(heads) if at and _ORGANS.fullmatch(head.strip(" :"))), 0)
        first = block.cells[column_of_organs] if block.cells else ""
        rest, heads_left = _without(block.cells, column_of_organs), _without(heads, column_of_organs)
        head = heads[column_of_organs] if heads else ""
        body = _BODY.search(first) or ends_as_body(first)
        named = _ORGAN_HEAD.search(head) or (body and (not any(heads) or head.casefold() == "uppdrag"))
        if not rest or not first or not named:
            return block
        others = replace(block, cells=rest, heads=heads_left)
        if not row_entries(rest, heads_left, links=block.links) or not self.sections.stand_in(at, first):
            return block
        return others

    def _line(self, at: int, block: Line) -> None:
        text, links = block.text, block.links
        if isinstance(block, Paragraph) and block.caption and not self.contacts.is_open:
            self._caption_of_picture(at, text, links)
        elif _MASTHEAD.match(text) and len(text) <= _SHORT:
            self.findings.claim(at, "line: masthead", "masthead")
        elif self.contacts.is_open:
            self.contacts.add(at, text, links)
        elif at <= self.contact_end or (is_contact_word(text) and self._contact_below(at)):
            self.findings.claim(at, "line: contact", "contacts")
        elif self.teaser and not self.dates.is_other(at, text):
            self.sections.organ.texts.append(Found(text, at, "text"))
        elif not self._entries(at, text, links) and not self.seats.goes_on(at, text, links):
            if self._announces(at, text, links):
                return
            self.seats.end_card()
            self._other(at, block)

    def _caption_of_picture(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        """A picture's caption is no text; but it may name who is in the picture."""
        if not self._entries(at, text, links):
            self.seats.goes_on(at, text, links)

    def _contact_below(self, at: int) -> bool:
        """A line that says only "Kontakt": who stands on the next, with a title and a number on those behind it."""
        below: list[Block] = []
        for block in self.content.main[at + 1 : at + 1 + _CONTACT_LINES]:
            if not isinstance(block, Paragraph | LinkLine) or len(block.text) > _SHORT:
                break
            if below and not is_reach(block.text, block.links) and not is_title(block.text):
                break
            below.append(block)
        text, links = ", ".join(block.text for block in below), tuple(link for block in below for link in block.links)
        if not below or not self.contacts.labelled(at + 1, f"Kontakt: {text}", links, self.sections.organ):
            return False
        self.contact_end = at + len(below)
        return True

    def _other(self, at: int, block: Line) -> None:
        text, links, sections = block.text, block.links, self.sections
        if self.seats.opens_card(at, text, self._following(at)):
            return
        if self.contacts.labelled(at, text, links, sections.organ) or self._labelled_person(at, text, links):
            return
        if isinstance(block, Item) and self._named_by_item(at, block):
            return
        if sections.lists_members and isinstance(block, Item):
            sections.organ.members += [Found(each, at, "item: member") for each in member_item(text)]
        elif only_links(text, links):
            self._home(at, links)
        elif not self.dates.is_other(at, text):
            self._text(at, text, links)
            if not isinstance(block, Item):
                sections.said.enter(LEAD)

    def _named_by_item(self, at: int, block: Item) -> bool:
        """An item that names the organ of the people in the list within it."""
        inner = self.content.main[at + 1] if at + 1 < len(self.content.main) else None
        if not isinstance(inner, Item) or inner.depth <= block.depth or not entries(inner.text, links=inner.links):
            return False
        return self.sections.stand_in(at, block.text)

    # people

    def _labelled_person(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """ "Kulturforum: Testa Testsson (M)": a label of any words, and behind its colon somebody beyond doubt."""
        label, colon, rest = text.partition(": ")
        if not colon or len(text) > _SHORT or len(label.split()) > _LABEL_WORDS:
            return False
        people = entries(rest, links=links)
        if people:
            self.seats.take(at, people, text)
        return bool(people)

    def _person_line(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """A line that names somebody, or goes on about whoever the line before named."""
        return (
            self._entries(at, text, links)
            or self.seats.goes_on(at, text, links)
            or self.seats.opens_card(at, text, self._following(at))
        )

    def _entries(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        if self.news and only_links(text, links):
            return False
        if (links and documents(text, links)) or not _can_list_people(text):
            return False
        now = self.sections.said.now
        if self._aside(at, text, links):
            return True
        if _MEMBERS_LABEL.match(text) and members(text):
            return False
        announced = now.announced or (self.sections.lists_members and _begins_with_name(text))
        people = entries(text, role=now.role, party=now.party, links=links, announced=announced)
        if people:
            self.seats.take(at, people, text)
        return bool(people)

    def _aside(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """A contact or a civil servant behind a label: what was said of the people before is not said of them."""
        label, colon, rest = text.partition(": ")
        if not colon or len(label.split()) > _LABEL_WORDS:
            return False
        if self.contacts.labelled(at, text, links, self.sections.organ):
            return True
        people: tuple[Entry, ...] = ()
        if names_civil_servants(label):
            people = entries(rest, links=links)
        elif self._after_list(at) and is_title(label):
            people = entries(text, links=links)
        if people and not any(each.elected for each in people):
            self.seats.take(at, people, text)
            return True
        return False

    def _after_list(self, at: int) -> bool:
        """Whether a list has ended right before this line of its own."""
        main = self.content.main
        return at > 0 and isinstance(main[at], Paragraph) and isinstance(main[at - 1], Item | Row)

    # announcements

    def _announces(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        if len(text) > _LONGEST_LIST:
            return False
        role = role_line(text)
        if role is None and is_own_board(text):
            self.findings.claim(at, "line: board", "lead")
            return True
        if role:
            self.sections.announce(LINE, role[0])
            self.findings.claim(at, "line: role", "lead")
            return True
        if announces_members(text):
            self._split_off(at, text, links)
            self.sections.lists_members = True
            self.seats.trustees = "huvudmän" in text
            self.findings.claim(at, "lead: members", "lead")
            return True
        return self._lead(at, text, links)

    def _lead(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        found = lead(text)
        if found is None:
            return False
        people = entries(found.rest, role=found.role, links=links, announced=True) if found.rest else ()
        if found.rest and not (people and text.removesuffix(found.rest).rstrip().endswith(":")):
            return False
        if not found.rest:
            self._split_off(at, text, links)
        civil = names_civil_servants(text.removesuffix(found.rest))
        self.sections.announce(LINE if found.rule == "lead: role" else LEAD, found.role, civil=civil)
        self.findings.claim(at, found.rule, "lead")
        if people:
            self.seats.take(at, people, found.rest)
        return True

    def _split_off(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        """The sentences before an announcement at a paragraph's end are text."""
        before = LAST_SENTENCE.split(text)[:-1]
        if before:
            self._text(at, " ".join(before), links)

    # text

    def _home(self, at: int, links: tuple[Link, ...]) -> None:
        organ = self.sections.organ
        found = homepage(links, (organ.name, organ.abbreviation or ""))
        if found:
            organ.homepages.append(Found(found, at, "link: homepage"))

    def _text(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        self.sections.organ.texts.append(Found(text, at, "text"))
        self._facts(at, text, links)

    def _facts(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        """What a sentence says beside being text."""
        organ = self.sections.organ
        self._home(at, links)
        if len(text) > _LONGEST_TEXT:
            return
        organ.members += [Found(each, at, "sentence: members") for each in members(text)]
        since = member_since(text, (organ.name, organ.abbreviation or ""))
        if since:
            organ.member_since.append(Found(since, at, "sentence: member since"))
        organ.officials += [Found(each, at, "sentence: official") for each in officials(text)]
        people = prose_people(text)
        for each in people:
            seat = Representative(each.name, each.party, each.role)
            organ.representatives.append(Found(seat, at, each.rule))
        if people:
            self.sections.said.met()


def _can_list_people(text: str) -> bool:
    """Whether a line is short, or one of those in which names and parties follow one another; a cheap first look."""
    if len(text) <= _SHORT:
        return True
    words = text.split()
    return len(text) <= _LONGEST_LIST and 3 * sum(not word[0].islower() for word in words) > len(words)


def _names_section(text: str) -> bool:
    """Whether a bold line that ends in a colon is a heading, and neither a lead nor a label of what follows."""
    return heading(text).kind in (HeadingKind.ORGAN, HeadingKind.CONTACT) and lead(text) is None


def _without(cells: tuple[str, ...], at: int) -> tuple[str, ...]:
    return cells[:at] + cells[at + 1 :]


def _is_field(block: Row) -> bool:
    """Whether a term with its description says one thing of a person: "Namn", "Parti", "Uppdrag"."""
    return len(block.cells) == 2 and not any(block.heads) and column(block.cells[0]) in _FIELDS and bool(block.cells[1])


def _field(block: Row) -> str:
    label, value = block.cells
    return value if column(label) is Column.NAME else f"{label.rstrip(': ')}: {value}"


def _begins_with_name(text: str) -> bool:
    """Whether a listed member is a person: a name that begins with a common given name."""
    name = text.partition(",")[0]
    return is_name(name) and is_common_given(name.split()[0])


def _spans(heads: tuple[str, ...]) -> bool:
    """Whether one head stands over all columns."""
    return len(heads) > 1 and len(set(heads)) == 1 and bool(heads[0])
