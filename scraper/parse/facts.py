"""Text: what a sentence says beside being text."""

from __future__ import annotations

from collections.abc import Collection

from records.page import Link, Representative
from scraper.parse.links import homepage, way_out
from scraper.parse.organs import Found
from scraper.parse.place import Place
from scraper.parse.seats import LAST_SENTENCE
from scraper.swedish.memberships import members
from scraper.swedish.officials import officials
from scraper.swedish.prose import prose_people
from scraper.swedish.since import member_since

_LONGEST_TEXT = 20_000  # letters of one paragraph that is read for what it says; nobody writes longer ones
_LONGEST_DATE = 30  # letters of a line that says only when: "sedan den 12 september 1998"


class Texts:
    """The texts of a page, and the members, officials and people that they name."""

    def __init__(self, place: Place) -> None:
        self.sections = place.sections
        self.contacts = place.contacts
        self._own = place.content.url

    def take(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        self.sections.organ.texts.append(Found(text, at, "text"))
        self.facts(at, self.contacts.told(at, text, links, self.sections.organ), links)

    def take_before(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        """The sentences before an announcement at a paragraph's end are text; it may tell of somebody itself."""
        *before, announcement = LAST_SENTENCE.split(text)
        if before:
            self.take(at, " ".join(before), links)
        self.facts(at, announcement, ())  # "Gruppen leds av Testa Testsson och har följande ledamöter:"

    def facts(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        """What a sentence says beside being text."""
        organ = self.sections.organ
        self.home(at, links, text)
        if len(text) > _LONGEST_TEXT:
            return
        bodies = members(text)
        organ.members += [Found(each, at, "sentence: members") for each in bodies]
        since = member_since(text, (organ.name, organ.abbreviation or ""))
        if since:
            organ.member_since.append(Found(since, at, "sentence: member since"))
        organ.officials += [Found(each, at, "sentence: official") for each in officials(text)]
        self.people(at, text, {each.name for each in bodies})

    def tells(self, text: str, links: tuple[Link, ...]) -> bool:
        """Whether a line is a fact of the collaboration, its site or since when, and names no member."""
        names = (self.sections.organ.name, self.sections.organ.abbreviation or "")
        return homepage(links, names) is not None or member_since(text, names) is not None

    def is_fact(self, text: str, links: tuple[Link, ...]) -> bool:
        """Whether a labelled line tells a fact of the collaboration or names its members, and goes on with nobody."""
        return ":" in text and (self.tells(text, links) or bool(members(text)))

    def since_below(self, at: int, label: str, below: str) -> bool:
        """ "Medlem sedan", and the year in the block below: it is taken."""
        organ = self.sections.organ
        names = (organ.name, organ.abbreviation or "")
        since = member_since(f"{label.strip(' :')}: {below}", names) if len(below) <= _LONGEST_DATE else None
        if since:
            organ.member_since.append(Found(since, at + 1, "label, then date: member since"))
        return since is not None

    def people(self, at: int, text: str, bodies: Collection[str] = ()) -> bool:
        """Whether a sentence names representatives; they are taken. bodies: names in it that are no people's."""
        people = [each for each in prose_people(text) if not any(body.startswith(each.name) for body in bodies)]
        for each in people:
            seat = Representative(each.name, each.party, each.role)
            self.sections.organ.representatives.append(Found(seat, at, each.rule))
        if people:
            self.sections.said.met()
        return bool(people)

    def home(self, at: int, links: tuple[Link, ...], text: str) -> None:
        organ = self.sections.organ
        names = (organ.name, organ.abbreviation or "")
        if found := homepage(links, names, text):
            organ.homepages.append(Found(found, at, "link: homepage"))
        elif out := way_out(links, names, self._own):
            organ.ways.append(Found(out, at, "link: a site by its name"))
