"""One pass over the content, block by block; what it finds goes into findings.

A line is taken by the first reader that recognises it: the date line, a contact section, people, a card's next line, a
lead sentence, a member list, a line of links. What is left is text, which may name members, officials and people too.
"""

from __future__ import annotations

import re

from records.forms import fold
from records.page import Link, Organisation
from scraper.content import Block, Content, Heading, Item, LinkLine, Paragraph, Row
from scraper.parse.announcements import LEAD, LINE
from scraper.parse.assemble import Findings
from scraper.parse.contact_below import Below, contact_below
from scraper.parse.facts import Texts
from scraper.parse.former import end_of_list, names_former
from scraper.parse.heading_blocks import HeadingBlocks
from scraper.parse.leads import Leads
from scraper.parse.links import documents, homepage, mostly_links, only_links
from scraper.parse.masthead import is_masthead
from scraper.parse.organ_lines import OrganLines
from scraper.parse.organs import Found
from scraper.parse.person_lines import PersonLines
from scraper.parse.place import SHORT, Place
from scraper.parse.table_rows import TableRows
from scraper.swedish.columns import heads_field
from scraper.swedish.date_lines import bare_date
from scraper.swedish.headings import HeadingKind, heading
from scraper.swedish.leads import lead
from scraper.swedish.memberships import announces_members, member_item, member_line
from scraper.swedish.names import is_common_given, is_name
from scraper.swedish.people import entries
from scraper.swedish.since import labels_since
from scraper.swedish.titles import is_contact_word, is_title

_LONGEST_SENTENCE = 80  # letters of an item that says only what somebody is
_LINK_LABEL = re.compile(
    r"(?:webb?(?:plats|sida)?|hemsida|länk(?:ar)?|läs mer|mer information|på webben):?", re.IGNORECASE
)
_QUESTION = re.compile(r"(?:(?:har|vid)\s(?:du\s|ni\s)?)?frågor\b|vill\s(?:du|ni)\sveta\smer\b", re.IGNORECASE)
Line = Paragraph | Item | LinkLine


def walk(content: Content) -> Findings:
    """What stands on a page, block by block. Linear in the content."""
    way = _Walk(Place(content))
    for at, block in enumerate(content.main):
        way.block(at, block)
    way.end()
    return way.place.findings


class _Walk:
    """Which of a page's readers a block goes to."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.content = place.content
        self.sections = place.sections
        self.findings = place.findings
        self.dates = place.dates
        self.contacts = place.contacts
        self.seats = place.seats
        self.texts = Texts(place)
        self.people = PersonLines(place)
        self.organs = OrganLines(place)
        self.headings = HeadingBlocks(place)
        self.leads = Leads(place, self.texts)
        self.told = -1  # the block that was read with the label above it
        self.rows = TableRows(place, self.people, self.texts)

    def block(self, at: int, block: Block) -> None:
        if at == self.findings.title.block:
            self.contacts.close()  # whoever stands in a column before it
            return
        self.contacts.reaches(at)
        if isinstance(block, Heading) and self._says_title_again(block):
            self.findings.claim(at, "heading: the title again", "heading")
            return
        if not isinstance(block, Row):
            self.rows.leave()
        if at == self.told:
            return
        if labels_since(block.text) and self._since_below(at, block):
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
                self.headings.take(at, block)
            case Row():
                line = self.rows.take(at, block)
                if line:
                    self._line(at, line)
            case _:
                self._line(at, block)

    def _since_below(self, at: int, block: Block) -> bool:
        below = self.place.below(at)
        if below is None or not self.texts.since_below(at, block.text, below.text):
            return False
        self.findings.claim(at, "label: member since", "member_since")
        self.told = at + 1
        return True

    def _says_title_again(self, block: Heading) -> bool:
        """Whether a heading before all others is the title once more, as for print, and no section of the page."""
        title = self.findings.title
        return (
            block.level == 1
            and title.block >= 0
            and len(self.sections.organs.all) == 1
            and fold(block.text) == fold(title.text or "")
        )

    def end(self) -> None:
        """The page ends: what is open is closed, and a date is looked for outside the main content."""
        self.contacts.close()
        self.sections.said.close()
        self.dates.take_from(self.content.rest, len(self.content.main))

    def _line(self, at: int, block: Line) -> None:
        text, links = block.text, block.links
        if isinstance(block, Paragraph) and block.caption and not self.contacts.is_open:
            self._caption_of_picture(at, text, links)
        elif self._heads_next(at, text):
            self.findings.claim(at, "line: the next heading", "heading")
        elif is_masthead(text):
            self.findings.claim(at, "line: masthead", "masthead")
        elif self.contacts.is_open and self._home_of_organ(text, links):
            self.texts.home(at, links, text)
        elif self.contacts.is_open:
            self.contacts.add(at, text, links)
        elif ":" in text and self._of_former(at, text, links):
            return
        elif (below := self._contact_below(at, text)) is not None:
            self.contacts.open(at, LINE, self.sections.organ, until=below.last)
        elif self.sections.teaser and not self.dates.is_other(at, text):
            self.sections.organ.texts.append(Found(text, at, "text"))
        elif self.sections.news and (mostly_links(text, links) or bare_date(text)):
            if self.sections.organ.level:  # "Läs mer" within a collaboration may lead to its own site
                self.texts.home(at, links, text)
            self.findings.claim(at, "line: news", "news")
        elif not self.people.take(at, text, links) and not self._goes_on(at, text, links):
            if self.leads.announces(at, text, links):
                return
            self.seats.end_card()
            self._other(at, block)

    def _of_former(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """ "Tidigare ledamöter: Testa Testsson (S)", or the label over a list of them: nobody who sits here."""
        label, _, listed = text.partition(":")
        if not names_former(label):
            return False
        if listed:
            self.texts.take(at, text, links)
        else:
            self.contacts.open(at, LINE, self.sections.organ, until=end_of_list(self.content.main, at))
            self.contacts.ignore()
        return True

    def _home_of_organ(self, text: str, links: tuple[Link, ...]) -> bool:
        """A line among contacts that is a link to the collaboration's own site, and says so by its name."""
        organ = self.sections.organ
        names = (organ.name, organ.abbreviation or "")
        if not only_links(text, links) or homepage(links, names) is None:
            return False
        return any(name and re.search(rf"(?<!\w){re.escape(name)}", text, re.IGNORECASE) for name in names)

    def _goes_on(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """Whether a line is about the person before it; one behind a list ("Ersättare") is about what comes next."""
        main = self.content.main
        if at > 0 and isinstance(before := main[at - 1], Item):
            behind = main[at]
            if not isinstance(behind, Item) or behind.depth < before.depth:
                self.seats.end_card()
        block = main[at]
        if self._title_of_next(at, text) or self.texts.is_fact(text, links):
            return False
        return self.seats.goes_on(at, text, links, same=isinstance(block, Paragraph) and not block.gap)

    def _heads_next(self, at: int, text: str) -> bool:
        """Whether a line says what the heading below it says again: what opens a panel, above the panel's own."""
        below = self.place.below(at)
        return isinstance(below, Heading) and below.text == text

    def _caption_of_picture(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        """A picture's caption is no text; but it may name who is in the picture."""
        if not self.people.take(at, text, links):
            self.seats.goes_on(at, text, links)

    def _other(self, at: int, block: Line) -> None:
        text, links, sections = block.text, block.links, self.sections
        if self.organs.take_line(at, text) or self.seats.opens_card(
            at, text, self.place.following(at), self.sections.said.now
        ):
            return
        if heads_field(text) and self._is_among_heads(at):
            self.findings.claim(at, "line: head of a column", "heading")
            return
        if self._title_of_next(at, text):
            sections.said.entitle(LINE, text.strip(" :"))
            self.findings.claim(at, "line: title", "lead")
            return
        if self.contacts.labelled(at, text, links, sections.organ) or self.people.take_labelled(at, text, links):
            return
        if isinstance(block, Item) and self.organs.take_item(at, block):
            return
        if sections.lists_members and isinstance(block, Item) and not self.texts.tells(text, links):
            sections.organ.members += [Found(each, at, "item: member") for each in member_item(text)]
        elif sections.lists_members and (named := self._members_in_line(at, text, links)):
            sections.organ.members += [Found(each, at, "line: member") for each in named]
        elif only_links(text, links):
            self.texts.home(at, links, text)
        elif self._labels_link(at, text):
            self.findings.claim(at, "line: label of a link", "homepage")
        elif isinstance(block, Item) and self._may_tell_of_one(text) and self.texts.people(at, text):
            self.findings.claim(at, "item: sentence of people", "person")
        elif not self.dates.is_other(at, text):
            sections.leave_label()
            self.texts.take(at, text, links)
            if not isinstance(block, Item) and not self._is_among_lines(at, block):
                sections.said.enter(LEAD)

    def _contact_below(self, at: int, text: str) -> Below | None:
        """The contact below a line that says only "Kontakt", or below a question that whoever stands there answers."""
        if is_contact_word(text):
            return contact_below(self.content.main, at)
        asks = text.endswith("?") and _QUESTION.match(text)
        below = contact_below(self.content.main, at) if asks else None
        return below if below and below.civil else None

    def _is_among_heads(self, at: int) -> bool:
        """Whether the line beside is a column's head, too: those of a table that is made of boxes stand in a row."""
        beside = (self.place.below(at), self.content.main[at - 1] if at else None)
        return any(each is not None and heads_field(each.text) for each in beside)

    def _is_among_lines(self, at: int, block: Line) -> bool:
        """Whether an unknown line is one of several in a paragraph of short lines: those below go on with the list."""
        here = isinstance(block, Paragraph) and len(block.text) <= SHORT and not block.text.endswith(".")
        below = self.place.below(at)
        return here and isinstance(below, Paragraph) and not below.gap

    def _members_in_line(self, at: int, text: str, links: tuple[Link, ...]) -> tuple[Organisation, ...]:
        """The members that a line names which stands right under the lead of a list of them, or under another such."""
        listed = self.sections.organ.members
        if self.texts.tells(text, links):
            return ()
        if listed and listed[-1].block == at - 1:
            return member_line(text, first=False)
        above = self.content.main[at - 1] if at else None
        announced = above is not None and (isinstance(above, Heading) or announces_members(above.text))
        return member_line(text, first=True) if announced else ()

    def _may_tell_of_one(self, text: str) -> bool:
        """Whether an item is a sentence of people who are announced, or of whoever it begins with."""
        name, paren, _ = text.partition(" (")
        begins = bool(paren) and len(text) <= _LONGEST_SENTENCE and is_name(name)
        return self.sections.said.now.announced or begins

    def _labels_link(self, at: int, text: str) -> bool:
        """ "Webbplats" on a line of its own, and what it leads to on the next."""
        below = self.place.below(at)
        return below is not None and only_links(below.text, below.links) and _LINK_LABEL.fullmatch(text) is not None

    def _title_of_next(self, at: int, text: str) -> bool:
        """ "Förbundschef", and on the next line of the same paragraph a name."""
        below = self.place.below(at)
        goes_on = isinstance(below, Paragraph) and not below.gap and is_name(below.text)
        return (goes_on or self._follows_elected(at)) and not text.endswith(".") and is_title(text)

    def _follows_elected(self, at: int) -> bool:
        """A line between somebody of a party and a bare name, which has none: it is about the latter."""
        above, below = self.content.main[at - 1] if at else None, self.place.below(at)
        if not isinstance(above, Paragraph) or not isinstance(below, Paragraph) or not is_name(below.text):
            return False
        return is_common_given(below.text.split()[0]) and any(each.party for each in entries(above.text))


def _names_section(text: str) -> bool:
    """Whether a bold line that ends in a colon is a heading, and neither a lead nor a label of what follows."""
    return heading(text).kind in (HeadingKind.ORGAN, HeadingKind.CONTACT) and lead(text) is None
