"""Who was found: people go to the organ in force, and the lines of one person become one."""

from __future__ import annotations

import re
from dataclasses import replace

from records.page import Link, Official, Representative
from scraper.content import Content, Paragraph
from scraper.parse.announcements import LEAD, LINE, Said
from scraper.parse.assemble import Findings
from scraper.parse.cards import Card, card_of, is_reach, named, role_line, role_of_several, says_whence
from scraper.parse.organs import Found
from scraper.parse.sections import Sections
from scraper.swedish.headings import names_civil_servants
from scraper.swedish.leads import lead
from scraper.swedish.names import is_name
from scraper.swedish.people import Entry

_LONGEST_CAPTION = 5  # words
_YEARS = re.compile(r"\s+(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?$")
LAST_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ][^.!?]*:?$)")


class Seats:
    """The seats of a page, taken line by line."""

    def __init__(self, content: Content, sections: Sections, findings: Findings) -> None:
        self.content = content
        self.sections = sections
        self.findings = findings
        self.trustees = False  # the members that a line announced are called "huvudmän"
        self.last = -1  # the block of the people taken last
        self._card: Card | None = None
        self._card_of = sections.organ  # the organ that the card's person was given to
        self._role_after: bool | None = None  # in this list a role stands on the line after its person

    def enter_section(self) -> None:
        self._card, self._role_after = None, None

    def end_card(self) -> None:
        """A line of something else: what follows is not about the person before it."""
        self._card = None

    def take(self, at: int, people: tuple[Entry, ...], text: str) -> None:
        self.last = at
        self._led(at)
        self.sections.said.met()
        people = self._as_trustees(people)
        self.sections.lists_members = False
        if self._card and self._card.entry and not self._card.own_role and self._role_after is None:
            self._role_after = False
        self._card = card_of(text, people, self.sections.said.now)
        self._card_of = self.sections.organ
        for each in people:
            self._person(at, each)

    def _as_trustees(self, people: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Members can be people: whoever follows is announced, and "huvudmän" who are people have it as their role."""
        if not self.sections.lists_members or not people:
            return people
        self.sections.said.say(LINE, role="huvudman" if self.trustees else None)
        if not self.trustees:
            return people
        return tuple(replace(each, role=each.role or "huvudman") for each in people)

    def _led(self, at: int) -> None:
        """A line right before people announces them by a colon, whatever its words, or by its words without one."""
        texts = self.sections.organ.texts
        if not texts or texts[-1].block != at - 1:
            return
        *before, last = LAST_SENTENCE.split(texts[-1].value)
        if last.endswith(":") or (last[-1:] not in ".!?" and (lead(f"{last}:") or self._is_caption(at - 1, last))):
            texts.pop()
            if before:
                texts.append(Found(" ".join(before), at - 1, "text"))
            if not self.sections.said.now.announced:
                self.sections.said.say(LINE, civil=names_civil_servants(last))
            self.findings.claim(at - 1, "line: right before people", "lead")

    def _is_caption(self, at: int, text: str) -> bool:
        """Whether a line right above people is no sentence but what they are: "Politisk styrgrupp", "Sekretariat"."""
        block = self.content.main[at]
        return (
            isinstance(block, Paragraph)
            and block.text == text
            and len(text.split()) <= _LONGEST_CAPTION
            and not re.search(r"[,:\d]", _YEARS.sub("", text))
        )

    def _person(self, at: int, entry: Entry) -> None:
        organ = self.sections.organ
        if entry.vacant:
            organ.announced = True  # a seat that nobody has is a seat: its organ stays
            self.findings.claim(at, entry.rule, "vacant seat")
        elif self._is_official(entry):
            organ.officials.append(
                Found(Official(entry.name, entry.title or self.sections.said.now.title), at, entry.rule)
            )
        else:
            organ.representatives.append(Found(Representative(entry.name, entry.party, entry.role), at, entry.rule))

    def _withdraw(self, entry: Entry) -> None:
        """Take back the person found last: the next line says more of the same one."""
        organ = self.sections.organ
        if self._is_official(entry):
            organ.officials.pop()
        else:
            organ.representatives.pop()

    def opens_card(self, at: int, text: str, following: str, *, heading: bool = False) -> bool:
        """A bare name is a person where the next line goes on with a party or a role.

        heading: what a mere line said of the people before it says nothing of a heading.
        """
        said, text = self.sections.said.now, named(text)
        if not is_name(text):
            return False
        card = Card(text, None, own_role=said.level >= LINE and said.role is not None)
        if heading and said.level >= LEAD:
            said = Said()
        if card.with_line(following, said) is None:
            return False
        self.findings.claim(at, "card: name", "person")
        self._card = card
        self._card_of = self.sections.organ
        return True

    def goes_on(self, at: int, text: str, links: tuple[Link, ...], *, same: bool = False) -> bool:
        """Whether a line goes on about the person of the line before, or says how to reach whoever stands here.

        same: it stands in the paragraph of the line before.
        """
        if is_reach(text, links):
            self.findings.claim(at, "line: phone or e-mail", "person")
            return True
        if self._card is None or self._card_of is not self.sections.organ:
            return False
        if text.endswith(":") or (self._role_after is False and role_line(text)):
            return False
        if role_of_several(text):
            return False
        more = self._card.with_line(text, self.sections.said.now)
        if more is None or more.entry is None:
            whence = same and says_whence(self._card, text)
            if whence:
                self.findings.claim(at, "card: place", "person")
            return whence
        if self._card.entry is not None:
            self._withdraw(self._card.entry)
        self._role_after = True if role_line(text) else self._role_after
        self._card = more
        self.sections.said.met()
        self._person(at, more.entry)
        return True

    def _is_official(self, entry: Entry) -> bool:
        """Whoever has a title, or is announced as a civil servant, and neither a party nor an elected role."""
        return (bool(entry.title) or self.sections.said.now.civil) and (
            not entry.elected or (entry.role == "sekreterare" and not entry.party and entry.title is not None)
        )
