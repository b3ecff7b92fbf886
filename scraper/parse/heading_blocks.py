"""Headings on the way: a section, a person's card, a contact's name, the title of an official."""

from __future__ import annotations

import re
from itertools import takewhile

from scraper.content import Heading, Item, Paragraph
from scraper.parse.announcements import LINE
from scraper.parse.cards import is_reach, role_line, role_of_several
from scraper.parse.contact_below import civil_servants_below
from scraper.parse.former import names_former
from scraper.parse.levels import SoftLevels
from scraper.parse.masthead import names_keeper
from scraper.parse.place import Place
from scraper.swedish.date_lines import bare_date
from scraper.swedish.headings import HeadingKind, heading
from scraper.swedish.names import is_name, is_vacant
from scraper.swedish.parties import is_party
from scraper.swedish.people import Entry, entries
from scraper.swedish.reach import without_reach
from scraper.swedish.remembered import remembered
from scraper.swedish.titles import is_title

_NO_PARTY = re.compile(r"\(\s*[-–—]\s*\)$")
_NEWS = re.compile(
    r"(?:(?:senaste|fler|relaterade|våra|alla)\s+)?(?:aktuellt|nyheter(?:na)?|nytt|pressmeddelanden|artiklar)"
    r"(?:\s+(?:från|om|i|inom|hos)\s.+)?|på\s+gång|läs\s+(?:också|även|mer|vidare)|se\s+även|relaterat|"
    r"relaterade?\s+(?:information|innehåll|sidor|länkar)",
    re.I,
)
# Each of them holds one of these.
_NEWS_WORDS = ("aktuell", "nyhet", "nytt", "press", "artik", "gång", "läs", "även", "relatera")


@remembered
def _names_news(text: str) -> bool:
    low = text.lower()
    return any(word in low for word in _NEWS_WORDS) and _NEWS.fullmatch(text) is not None


_MAY_LEAD_TO = re.compile(  # whoever can be reached
    r"(?:(?:mera?|ytterligare|närmare) info|tilläggsuppgifter|läs mer|mer om|frågor|relatera|[^?]*\?$)", re.I
)
_FIRST_ITEMS = 12


class HeadingBlocks:
    """The headings of a page."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.content = place.content
        self.sections = place.sections
        self.findings = place.findings
        self.contacts = place.contacts
        self.seats = place.seats
        self.levels = SoftLevels()

    def take(self, at: int, block: Heading) -> None:
        held = self.contacts.holds(block.level) and not self._announces_elected(at)
        if held or (self.contacts.is_open and self._contact_heading(at, block.text)):
            self.contacts.add(at, block.text, block.links)
        elif self.sections.news and block.level > self.sections.news and self._leads_to_news(at, block):
            self.seats.enter_section()
            self.sections.teaser = True
            self.findings.claim(at, "heading: news", "news")
        elif self._person_heading(at, block):
            self.levels.person(block)
        elif _names_title(block.text) and self._civil_servant_follows(at):
            self._title_section(at, block)
        else:
            self._section(at, block, self.levels.level(block))

    def _leads_to_news(self, at: int, block: Heading) -> bool:
        """Whether a heading among news is an item's: a link, or one with its day right below."""
        return bool(block.links) or bare_date(self.place.following(at)) is not None

    def _civil_servant_follows(self, at: int) -> bool:
        """Whether the next line is one person with neither a party nor an elected role."""
        following, _ = without_reach(self.place.following(at))
        people = () if is_name(following) else entries(following)
        return is_name(following) or (len(people) == 1 and bool(people[0].name) and not people[0].elected)

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
        self.sections.news, self.sections.teaser = level if _names_news(block.text.strip(" :")) else 0, False
        after = self.sections.organs.latest
        if names_keeper(block.text) or names_former(block.text):
            self.contacts.open(at, level, after)
            self.contacts.ignore()
            return
        meaning = self.sections.enter(at, level, block.text)
        self.levels.entered(block, level, meaning.kind)
        if meaning.kind is HeadingKind.CONTACT:
            self.contacts.open(at, level, after)
        elif _MAY_LEAD_TO.match(block.text) and (last := civil_servants_below(self.content.main, at)) > at:
            self.contacts.open(at, level, after, until=last)
        elif meaning.kind is HeadingKind.MEMBERS and self._people_below(at):
            self.sections.announce(level, meaning.role)
            self.findings.claim(at, "heading: members who are people", "lead")
        elif meaning.kind in (HeadingKind.ROLE, HeadingKind.PEOPLE):
            self.findings.claim(at, f"heading: {meaning.kind}", "lead")

    def _people_below(self, at: int) -> bool:
        """Whether the first in the list under a heading of members hold somebody beyond doubt: then all are people."""
        listed = takewhile(lambda block: isinstance(block, Item), self.content.main[at + 1 : at + 1 + _FIRST_ITEMS])
        return any(each.name and each.elected for block in listed for each in entries(block.text))

    def _announces_elected(self, at: int) -> bool:
        """Whether a list of people of parties stands under a heading that names an organ: no part of a contact section.

        Some systems set "Kontakt" above the rank of the organs that follow it.
        """
        if heading(self.content.main[at].text).kind is not HeadingKind.ORGAN or is_name(self.content.main[at].text):
            return False
        under = takewhile(
            lambda block: not isinstance(block, Heading), self.content.main[at + 1 : at + 1 + _FIRST_ITEMS]
        )
        return any(isinstance(block, Item) and any(each.party for each in entries(block.text)) for block in under)

    def _contact_heading(self, at: int, text: str) -> bool:
        """A heading in a contact section that is a contact's name: its line, a title or a number follows."""
        if not is_name(text) or at + 1 >= len(self.content.main):
            return False
        following = self.content.main[at + 1]
        goes_on = isinstance(following, Paragraph) and not following.gap
        titled = is_title(following.text) and not following.text.endswith(".")
        return goes_on or titled or is_reach(following.text, following.links)

    def _person_heading(self, at: int, block: Heading) -> bool:
        """A heading that is a person ("Testa Testsson (M)" on a card) makes no section."""
        text, now = block.text, self.sections.said.under(self.levels.level(block))
        if any(each.role or self._shows_party(at, each) for each in entries(text) if each.name):
            self.seats.take(at, entries(text, role=now.role, party=now.party), text)
            return True
        if self._heads_a_list(at + 1):
            return False
        if is_vacant(text):
            self.seats.take(at, entries(text, role=now.role, party=now.party), text)
            return True
        if is_name(text) and self._role_right_above(at):
            self.seats.take(at, entries(text, role=now.role, party=now.party, announced=True), text)
            return True
        return self.seats.opens_card(at, text, self.place.following(at), now, heading=True)

    def _role_right_above(self, at: int) -> bool:
        """Whether the line above is one person's role, and nobody's before it: "Ordförande", then a name."""
        above = self.content.main[at - 1] if at else None
        now = self.sections.said.now
        if now.level != LINE or not now.role or above is None or isinstance(above, Heading):
            return False
        return role_line(above.text) == (now.role,) and not role_of_several(above.text)

    def _heads_a_list(self, at: int) -> bool:
        """Whether the block is a heading with people under it ("Ersättare"): then the one above it is no person's."""
        here = self.content.main[at : at + 2]
        return len(here) > 1 and isinstance(here[0], Heading) and bool(entries(here[1].text, announced=True))

    def _shows_party(self, at: int, entry: Entry) -> bool:
        """Whether the letters behind a heading are a party and no organ's abbreviation: known, or a role follows."""
        if entry.party is None:
            return _NO_PARTY.search(self.content.main[at].text) is not None
        return is_party(entry.party) or role_line(self.place.following(at)) is not None


def _names_title(text: str) -> bool:
    """Whether a heading is a title, and does not ask to reach whoever has it ("Kontakta vår samordnare")."""
    return is_title(text) and not names_keeper(text) and heading(text).kind is not HeadingKind.CONTACT
