"""Collaborations in the making: what stands under each heading, and which headings turn out to be collaborations.

Every heading that may name an organ is a candidate, and the page's title is the one around them all. What is found is
kept at the candidate that it stands under; at the end of the page a candidate with evidence is a collaboration, and
the texts of the others belong to the collaboration around them, else to the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from records.forms import fold
from records.page import Contact, Link, Official, Organisation, Representative
from scraper.reading import BareHeading

Value = TypeVar("Value")
_COMMITTEES = ("arbetsutskott", "arbetsutskottet")  # of whichever body the page is about


class Found(NamedTuple, Generic[Value]):
    """A value, the block that it came from, and the rule that read it."""

    value: Value
    block: int
    rule: str


@dataclass(slots=True, eq=False)
class Organ:
    """A heading that may be a collaboration. level 0 is the page's title; around is the candidate it stands within."""

    name: str
    abbreviation: str | None = None
    level: int = 0
    block: int = -1
    around: Organ | None = None
    names_organ: bool = True  # its heading names an organ, whatever its section holds
    texts: list[Found[str]] = field(default_factory=list)
    members: list[Found[Organisation]] = field(default_factory=list)
    member_since: list[Found[str]] = field(default_factory=list)
    homepages: list[Found[Link]] = field(default_factory=list)
    ways: list[Found[Link]] = field(default_factory=list)  # to a site that may be its own; no evidence of an organ
    representatives: list[Found[Representative]] = field(default_factory=list)
    officials: list[Found[Official]] = field(default_factory=list)
    contacts: list[Found[Contact]] = field(default_factory=list)
    announced: bool = False  # a lead sentence or a heading says that people stand here
    over_nobody: bool = False  # … and nobody does

    @property
    def has_people(self) -> bool:
        return bool(self.representatives or self.officials or self.announced)

    @property
    def is_collaboration(self) -> bool:
        """Whether the section has evidence; for the title only people count, for its text is the page's intro."""
        if self.level == 0:
            return self.has_people
        return self.has_people or bool(self.members or self.member_since or self.homepages)

    def outward(self) -> list[Organ]:
        """This candidate and those around it, the nearest first."""
        chain: list[Organ] = [self]
        while chain[-1].around is not None:
            chain.append(chain[-1].around)
        return chain


def _stands_before(committee: Organ, body: Organ) -> bool:
    """Whether a committee of the body that the page is about is told of before the body's own people."""
    if not committee.name.casefold().endswith(_COMMITTEES):
        return False
    return all(each.block > committee.block for each in body.representatives)


@dataclass(slots=True)
class ContactSection:
    """What stands under one contact heading; after is the candidate that it follows."""

    level: int
    block: int
    after: Organ
    contacts: list[Found[Contact]] = field(default_factory=list)


class Organs:
    """The candidates of one page in page order; the first is the title's."""

    def __init__(self, title: Organ) -> None:
        self.all = [title]
        self.sections: list[ContactSection] = []
        self._by_name = {fold(title.name): title}

    @property
    def latest(self) -> Organ:
        return self.all[-1]

    def add(self, name: str, abbreviation: str | None, level: int, block: int) -> Organ:
        organ = Organ(name, abbreviation, level, block, around=self.enclosing(level))
        self.all.append(organ)
        self._by_name[fold(name)] = organ
        if abbreviation:
            self._by_name[fold(abbreviation)] = organ
        return organ

    def named(self, name: str) -> Organ | None:
        """The latest candidate of that name or abbreviation."""
        return self._by_name.get(fold(name))

    def enclosing(self, level: int) -> Organ:
        """The candidate that a heading of this level stands within."""
        found = self.latest
        while found.level >= level and found.level and found.around is not None:
            found = found.around
        return found

    def before(self, level: int) -> Organ:
        """The organ before a heading of roles or people: the one around it, else the one that it stands beside.

        Beside an organ within another ("Arbetsutskottet", then "Ledamöter") which has its people already, such a
        heading goes on about the outer one.
        """
        beside = next((each for each in self.latest.outward() if each.level <= level), self.latest)
        outer = beside.around
        within = outer is not None and (outer.level > 0 or _stands_before(beside, outer))
        if beside.level == level and beside.representatives and outer and within and outer.names_organ:
            return outer
        return self.latest if beside.level == 0 else beside

    def collaborations(self) -> list[Organ]:
        """The candidates with evidence; on a page without any, the title where it names an organ that has members."""
        found = [organ for organ in self.all if organ.is_collaboration]
        title = self.all[0]
        alone = title.names_organ and bool(title.members or title.member_since)
        return found or ([title] if alone else [])

    def bare_headings(self) -> tuple[BareHeading, ...]:
        """The candidates without evidence, before their texts are placed elsewhere."""
        return tuple(
            BareHeading(organ.name, tuple(found.value for found in organ.texts))
            for organ in self.all
            if organ.level and not organ.is_collaboration
        )

    def place_contacts(self) -> list[Found[Contact]]:
        """Give each contact section to its collaboration; the page's own are returned."""
        page: list[Found[Contact]] = []
        for section in self.sections:
            owner = self._owner(section)
            (owner.contacts if owner else page).extend(section.contacts)
        return page

    def _owner(self, section: ContactSection) -> Organ | None:
        """The collaboration whose heading is above the contact heading, or that another one follows."""
        chain = [each for each in section.after.outward() if each.is_collaboration]
        above = next((each for each in chain if each.level < section.level), None)
        if above or not chain:
            return above
        followed = any(each.is_collaboration and each.block > section.block for each in self.all)
        return chain[0] if followed else None

    def place_texts(self) -> list[Found[str]]:
        """Give each text to the collaboration around it; the page's own are returned, in page order."""
        intro: list[Found[str]] = []
        for organ in self.all:
            home = next((each for each in organ.outward() if each.level == 0 or each.is_collaboration), self.all[0])
            if home is not organ or home.level == 0:
                (home.texts if home.level else intro).extend(organ.texts)
                organ.texts = []
        for organ in self.all:
            organ.texts.sort(key=lambda found: found.block)
        return sorted(intro, key=lambda found: found.block)
