"""From blocks to a reading: knows the shape of the text, nothing of tags or classes.

    content | walk: headings make candidates, each line is claimed | contacts and texts find their places | record

A line is read by the first of these that knows it: the date line, a contact section, people, a card's next line, a
lead sentence, a member list, a line of links. What is left is text, and may name members, officials and people too.
"""

from __future__ import annotations

import re

from records.page import Link, Official, Representative
from scraper.announcements import LINE, Announcements
from scraper.assemble import Findings, assemble
from scraper.cards import Card, card_of, is_reach, role_line
from scraper.contacts import contact
from scraper.content import Block, Content, Heading, Item, LinkLine, Paragraph, Row
from scraper.dates import bare_date, date_line, member_since
from scraper.headings import HeadingKind, HeadingText, Lead, heading, lead
from scraper.links import documents, homepage, only_links
from scraper.memberships import announces_members, member_item, members
from scraper.names import is_name
from scraper.organs import ContactSection, Found, Organ, Organs
from scraper.parties import is_party
from scraper.people import Entry, entries
from scraper.prose import officials, prose_people
from scraper.reading import Reading
from scraper.rows import row_entries
from scraper.titling import find_title, is_generic, names_body, names_organ

_MAY_BE_DATE = re.compile(r"pdat|ndra[dt]|odifie|evid", re.IGNORECASE)
_CONTACT_LABEL = re.compile(r"^(?:kontaktperson(?:er)?|kontakt|contact)\s*:\s+(?=\S)", re.IGNORECASE)
_OTHER_DATE = re.compile(
    r"(?:\w+\s+){0,3}\w+:\s+(?=\S)|(?:senast\s+|sidan\s+)*(?:publicera[dt]|granska[dt]|skapa[dt])\s+", re.IGNORECASE
)
_LAST_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ][^.!?]*:?$)")


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
        self.organs = Organs(Organ(title.name, title.abbreviation, 0, title.block))
        self.findings = Findings(title, self.organs)
        self.organ = self.organs.latest  # what stands here belongs to it
        self.said = Announcements()
        self.contact: ContactSection | None = None
        self.lines: list[tuple[int, str, tuple[Link, ...]]] = []  # of the open contact section
        self.dateless: int | None = None  # the block of a date label that waits for its date
        self.listing_members = False
        self.party_level = LINE  # of the party headings that this one stands among
        self.card: Card | None = None
        self.role_after: bool | None = None  # in this list a role stands on the line after its person

    def block(self, at: int, block: Block) -> None:
        if at == self.findings.title.block or self._date(at, block):
            return
        self._take_documents(at, block)
        match block:
            case Heading():
                self._heading(at, block)
            case Row():
                self._row(at, block)
            case _:
                self._line(at, block)

    def end(self) -> None:
        """The page ends: what is open is closed, and a date is looked for outside the main content."""
        self._close_contact()
        self.said.close()
        self.dateless = None
        for at, block in enumerate(self.content.rest, start=len(self.content.main)):
            if self.findings.date:
                return
            self._date(at, block)

    # dates and documents

    def _date(self, at: int, block: Block) -> bool:
        times = block.times if isinstance(block, (Paragraph, Item)) else ()
        waiting, self.dateless = self.dateless, None
        if waiting is not None:
            found = bare_date(block.text, times)
            if found and found.date:
                self.findings.date = Found(found, at, "date line: label, then date")
                return True
        if len(block.text) > 300 or not _MAY_BE_DATE.search(block.text):
            return False
        line = date_line(block.text, times)
        if line is None:
            return False
        self.findings.claim(at, line.rule, "last_updated")
        self.findings.date_label = True
        if line.date:
            self.findings.date = Found(line, at, line.rule)
        else:
            self.dateless = at
        return True

    def _other_date(self, at: int, text: str) -> bool:
        """ "Publicerad: 2019-01-02", "Nästa sammanträde: 18 april": a label and its date are no running text."""
        label = _OTHER_DATE.match(text)
        if label is None or bare_date(text[label.end() :]) is None:
            return False
        self.findings.claim(at, "line: another date", "date")
        return True

    def _take_documents(self, at: int, block: Block) -> None:
        if block.links:
            self.findings.documents += [
                Found(each, at, "link: document") for each in documents(block.text, block.links)
            ]

    # headings

    def _heading(self, at: int, block: Heading) -> None:
        if self.contact and block.level > self.contact.level:
            self.lines.append((at, block.text, block.links))
        elif not self._person_heading(at, block):
            self._close_contact()
            self.listing_members, self.card, self.role_after = False, None, None
            self._section(at, block.level, heading(block.text))

    def _person_heading(self, at: int, block: Heading) -> bool:
        """A heading that is a person ("Testa Testsson (M)" on a card) makes no section."""
        people = entries(block.text)
        if any(each.role or self._shows_party(at, each) for each in people if each.name):
            now = self.said.now
            self._people(at, entries(block.text, role=now.role, party=now.party), block.text)
            return True
        return self._opens_card(at, block.text)

    def _shows_party(self, at: int, entry: Entry) -> bool:
        """Whether the letters behind a heading are a party and no organ's abbreviation: known, or a role follows."""
        following = self.content.main[at + 1].text if at + 1 < len(self.content.main) else ""
        return bool(entry.party) and (is_party(entry.party or "") or role_line(following) is not None)

    def _section(self, at: int, level: int, meaning: HeadingText) -> None:
        self.said.enter(level)
        self.party_level = self.party_level if self.party_level <= level else LINE
        match meaning.kind:
            case HeadingKind.CONTACT:
                self.said.close()
                self.contact = ContactSection(level, at, self.organs.latest)
                self.organs.sections.append(self.contact)
                self.findings.claim(at, "heading: contact", "contacts")
            case HeadingKind.ORGAN if self._is_local_party(level, meaning):
                self.said.say(level, party=meaning.name)
            case HeadingKind.ORGAN if self._may_be_organ(level, meaning):
                self._new_organ(at, level, meaning)
            case HeadingKind.ORGAN | HeadingKind.TOPIC:
                self.said.close()
                self.organ = self.organs.enclosing(level)
            case HeadingKind.MEMBERS:
                self.said.close()
                self.organ = self.organs.before(level)
                self.listing_members = True
            case HeadingKind.YEARS:
                self.organ = self.organs.before(level)
            case HeadingKind.PARTY:
                self.organ = self.organs.before(level)
                self.said.say(level, party=meaning.party)
                self.party_level = level
            case HeadingKind.ROLE | HeadingKind.PEOPLE:
                self._people_section(at, level, meaning)

    def _is_local_party(self, level: int, meaning: HeadingText) -> bool:
        """Among headings of parties one that names no body is a party too ("Kommunens Väl")."""
        return self.party_level == level and not meaning.abbreviation and not names_body(meaning.name or "")

    def _new_organ(self, at: int, level: int, meaning: HeadingText) -> None:
        self.said.forget()
        self.organ = self.organs.add(meaning.name or "", meaning.abbreviation, level, at)
        self.organ.names_organ = names_organ(meaning.name or "", meaning.abbreviation)

    def _may_be_organ(self, level: int, meaning: HeadingText) -> bool:
        """Within an organ only a heading that names another makes one; any other is a part of what it says."""
        around, name = self.organs.enclosing(level), meaning.name or ""
        if around.level == 0 or not around.names_organ:
            return True
        return names_organ(name, meaning.abbreviation) and not is_generic(name)

    def _people_section(self, at: int, level: int, meaning: HeadingText) -> None:
        known = self.organs.named(meaning.name) if meaning.name else None
        if known:
            self.organ = known
        elif meaning.name and not (is_generic(meaning.name) and meaning.name[0].islower()):
            self._new_organ(at, level, meaning)
        else:
            self.organ = self.organs.before(level)
        self.said.announce(self.organ, level, meaning.role)
        self.said.say(level, role=meaning.role)
        self.findings.claim(at, f"heading: {meaning.kind}", "lead")

    # contact sections

    def _close_contact(self) -> None:
        if self.contact:
            links = tuple(link for _, _, line_links in self.lines for link in line_links)
            for each in contact([text for _, text, _ in self.lines], links):
                at = next((at for at, text, _ in self.lines if each.name in text), self.contact.block)
                self.contact.contacts.append(Found(each, at, "contact section"))
            for at, _, _ in self.lines:
                self.findings.claim(at, "contact section", "contacts")
        self.contact, self.lines = None, []

    def _labelled_contact(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """ "Kontaktperson: Testa Testsson, samordnare" in one line, under no heading of its own."""
        label = _CONTACT_LABEL.match(text)
        found = contact([text[label.end() :]], links) if label else ()
        if found:
            section = ContactSection(LINE, at, self.organ)
            section.contacts += [Found(each, at, "line: contact") for each in found]
            self.organs.sections.append(section)
        return bool(found)

    # rows and lines

    def _row(self, at: int, block: Row) -> None:
        cells = [cell for cell in block.cells if cell]
        if self.contact:
            self.lines += [(at, cell, block.links) for cell in cells]
            return
        if block.starts and block.caption:
            self._caption(at, block.caption)
        now = self.said.now
        people = row_entries(
            block.cells, block.heads, role=now.role, party=now.party, links=block.links, announced=now.announced
        )
        if people:
            self._people(at, people, block.text)
        elif len(cells) == 1:
            self._line(at, Paragraph(cells[0], block.links))
        elif len(cells) == 2:
            self._pair(at, cells, block.links)

    def _caption(self, at: int, caption: str) -> None:
        """A table's caption says of its people what a lead says; the organ that they sit in is named by headings."""
        meaning = heading(caption)
        if meaning.kind in (HeadingKind.ROLE, HeadingKind.PEOPLE, HeadingKind.PARTY):
            self.said.say(LINE, role=meaning.role, party=meaning.party)
            self.findings.claim(at, f"caption: {meaning.kind}", "lead")

    def _pair(self, at: int, cells: list[str], links: tuple[Link, ...]) -> None:
        """A term and its description ("Medlem sedan", "2016") say what a sentence would, and are no text."""
        line = ": ".join(cells)
        if not self._labelled_contact(at, line, links):
            self._facts(at, line, links)

    def _line(self, at: int, block: Paragraph | Item | LinkLine) -> None:
        text, links = block.text, block.links
        if self.contact:
            self.lines.append((at, text, links))
            return
        now = self.said.now
        people = (
            ()
            if documents(text, links)
            else entries(text, role=now.role, party=now.party, links=links, announced=now.announced)
        )
        if people:
            self._people(at, people, text)
        elif not self._next_of_card(at, text, links) and not self._announces(at, text, links):
            self.card = None
            self._other(at, block)

    def _other(self, at: int, block: Paragraph | Item | LinkLine) -> None:
        text, links = block.text, block.links
        if self._opens_card(at, text) or self._labelled_contact(at, text, links) or self._other_date(at, text):
            return
        if self.listing_members and isinstance(block, Item):
            self.organ.members += [Found(each, at, "item: member") for each in member_item(text)]
        elif only_links(text, links):
            self._home(at, links)
        else:
            self._text(at, text, links)
            if not isinstance(block, Item):
                self.said.enter(LINE)

    # people

    def _people(self, at: int, people: tuple[Entry, ...], text: str) -> None:
        self.said.met()
        if self.card and self.card.entry and not self.card.own_role and self.role_after is None:
            self.role_after = False
        self.card = card_of(text, people, self.said.now)
        for each in people:
            self._person(at, each)

    def _person(self, at: int, entry: Entry) -> None:
        if entry.vacant:
            self.findings.claim(at, entry.rule, "vacant seat")
        elif entry.title and not entry.elected:
            self.organ.officials.append(Found(Official(entry.name, entry.title), at, entry.rule))
        else:
            seat = Representative(entry.name, entry.party, entry.role)
            self.organ.representatives.append(Found(seat, at, entry.rule))

    def _opens_card(self, at: int, text: str) -> bool:
        """A bare name is a person where the next line goes on with a party or a role."""
        if not is_name(text) or at + 1 >= len(self.content.main):
            return False
        card = Card(text, None, own_role=False)
        if card.with_line(self.content.main[at + 1].text, self.said.now) is None:
            return False
        self.findings.claim(at, "card: name", "person")
        self.card = card
        return True

    def _next_of_card(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """Whether a line goes on about the person of the line before, or about whoever stands here."""
        if is_reach(text, links):
            self.findings.claim(at, "line: phone or e-mail", "person")
            return True
        if self.card is None or (self.role_after is False and role_line(text)):
            return False
        more = self.card.with_line(text, self.said.now)
        if more is None or more.entry is None:
            return False
        if self.card.entry is not None:
            self.organ.representatives.pop()
        self.role_after = True if role_line(text) else self.role_after
        self.card = more
        self.said.met()
        self._person(at, more.entry)
        return True

    # announcements

    def _announces(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        role = role_line(text)
        if role:
            self._announce(at, Lead(None, role[0], "", "line: role"))
            return True
        if announces_members(text):
            self._split_off(at, text, links)
            self.listing_members = True
            self.findings.claim(at, "lead: members", "lead")
            return True
        found = lead(text)
        if found is None:
            return False
        if not found.rest:
            self._split_off(at, text, links)
        self._announce(at, found)
        if found.rest:
            self._people(at, entries(found.rest, role=found.role, links=links, announced=True), found.rest)
        return True

    def _announce(self, at: int, found: Lead) -> None:
        self.said.announce(self.organ, LINE, found.role)
        self.said.say(LINE, role=found.role)
        self.findings.claim(at, found.rule, "lead")
        self.listing_members = False

    def _split_off(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        """The sentences before an announcement at a paragraph's end are text."""
        before = _LAST_SENTENCE.split(text)[:-1]
        if before:
            self._text(at, " ".join(before), links)

    # text

    def _home(self, at: int, links: tuple[Link, ...]) -> None:
        found = homepage(links, (self.organ.name, self.organ.abbreviation or ""))
        if found:
            self.organ.homepages.append(Found(found, at, "link: homepage"))

    def _text(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        self.organ.texts.append(Found(text, at, "text"))
        self._facts(at, text, links)

    def _facts(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        """What a sentence says beside being text."""
        organ = self.organ
        self._home(at, links)
        organ.members += [Found(each, at, "sentence: members") for each in members(text)]
        since = member_since(text)
        if since:
            organ.member_since.append(Found(since, at, "sentence: member since"))
        organ.officials += [Found(each, at, "sentence: official") for each in officials(text)]
        people = prose_people(text)
        organ.representatives += [
            Found(Representative(each.name, each.party, each.role), at, each.rule) for each in people
        ]
        if people:
            self.said.met()
