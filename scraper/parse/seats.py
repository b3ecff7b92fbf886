"""The people who were found: they go to the current organ, and several lines of one person are joined."""

from __future__ import annotations

import re
from dataclasses import replace

from records.page import Link, Official, Representative
from scraper.content import Block, Content, Heading, Paragraph, Row
from scraper.parse.announcements import LEAD, LINE, Said
from scraper.parse.assemble import Findings
from scraper.parse.cards import (
    Card,
    begins_with_role,
    card_of,
    is_reach,
    named,
    role_line,
    role_of_several,
    says_whence,
)
from scraper.parse.organs import Found
from scraper.parse.sections import Sections
from scraper.parse.titling import names_board
from scraper.swedish.asides import is_remark
from scraper.swedish.bodies import is_body
from scraper.swedish.headings import HeadingKind, heading, names_civil_servants
from scraper.swedish.leads import lead
from scraper.swedish.names import is_common_given, is_name
from scraper.swedish.parties import is_party
from scraper.swedish.people import Entry, entries

_LONGEST_CAPTION = 5  # words
_FOOTNOTE_MARKS = "*†‡¹²³"
_POINTS = re.compile(r"(?:nedan|här)\s", re.IGNORECASE)  # "Nedan ser du vilka som representerar oss i rådet."
_YEARS = re.compile(r"\s+(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?$")
LAST_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ][^.!?]*:?$)")


def _is_bare(block: Block) -> bool:
    """Whether a line is a name that stands alone, in no heading."""
    return not isinstance(block, Heading) and is_name(block.text)


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
        self._empty = False  # the line taken last says of one seat that nobody has it
        self._headed = False  # the card's person stands alone, in a heading or on a line: what follows is the person's
        self._went_on = False  # and somebody's lines have gone on before
        self._role_after: bool | None = None  # in this list a role stands on the line after its person

    def enter_section(self) -> None:
        self._card, self._role_after, self._empty = None, None, False

    def end_card(self) -> None:
        """A line of something else: what follows is not about the person before it."""
        self._card, self._empty = None, False

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
        self._empty = len(people) == 1 and people[0].vacant
        main = self.content.main
        alone = is_name(text) and (self._went_on or (at > 0 and isinstance(main[at - 1], Heading)))
        self._headed = alone or isinstance(main[at], Heading)
        for each in people:
            self._person(at, each)

    def _as_trustees(self, people: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Members can be people: whoever follows is announced, and "huvudmän" who are people have it as their role."""
        if not self.sections.lists_members or not people:
            return people
        given = "huvudman" if self.trustees else self.sections.members_role
        self.sections.said.say(LINE, role=given)
        return tuple(replace(each, role=each.role or given) for each in people) if given else people

    def _led(self, at: int) -> None:
        """A line right before people announces them by a colon, whatever its words, or by its words without one."""
        texts = self.sections.organ.texts
        if not texts or texts[-1].block != at - 1:
            return
        *before, last = LAST_SENTENCE.split(texts[-1].value)
        if _POINTS.match(last) and lead(f"{last.rstrip('.')}:"):
            last = f"{last.rstrip('.')}:"
        if last.endswith(":") or (last[-1:] not in ".!?" and (lead(f"{last}:") or self._is_caption(at - 1, last))):
            is_term = heading(last).kind is HeadingKind.YEARS  # of those below: its change is told
            if not is_term:
                texts.pop()
                self.findings.claim(at - 1, "line: right before people", "lead")
            if not before and last.endswith(":") and not lead(last):
                self.sections.stand_behind(at - 1, last.rstrip(" :"))
            if before:
                texts.append(Found(" ".join(before), at - 1, "text"))
            if not self.sections.said.now.announced:
                self.sections.said.say(LINE, civil=names_civil_servants(last))

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
                Found(Official(entry.name, entry.title or self.sections.said.now.title, entry.body), at, entry.rule)
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

    def opens_card(self, at: int, text: str, following: str, said: Said, *, heading: bool = False) -> bool:
        """A bare name is a person where the next line goes on with a party or a role.

        said: what is in force there. heading: what a mere line said of the people before it says nothing of a heading.
        """
        text = named(text)
        if not is_name(text):
            return False
        card = Card(text, None, own_role=said.level >= LINE and said.role is not None)
        if heading and said.level >= LEAD:
            said = Said()
        if card.with_line(following, said) is None and not (heading and self._role_comes(card, at, said)):
            return False
        self.findings.claim(at, "card: name", "person")
        self._card, self._headed, self._empty = card, True, False
        self._card_of = self.sections.organ
        return True

    def _role_comes(self, card: Card, at: int, said: Said) -> bool:
        """Whether a remark stands between a name and its role: "Testa Testsson", "Provs universitet", "Ledamot"."""
        below = self.content.main[at + 1 : at + 4]
        if len(below) < 2 or any(isinstance(block, Heading) for block in below[:2]):
            return False
        remark, role = below[0].text, below[1].text
        if not is_remark(remark) or not (is_body(remark) or is_common_given(card.text.split()[0])):
            return False
        if role_line(role) is None or role_of_several(role) or (below[2:] and _is_bare(below[2])):
            return False  # an organ, and its role's holder below
        return card.with_line(role, said) is not None

    def _is_remark(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """Whether a line under a person who stands alone tells of that person, and announces nobody else."""
        if not self._headed or links or not is_remark(text) or lead(f"{text}:") or names_board(text):
            return False
        below = self.content.main[at + 1] if at + 1 < len(self.content.main) else None
        if isinstance(below, Heading) or below is None:
            return True
        another = is_name(text) and Card(text, None, own_role=False).with_line(below.text, Said()) is not None
        return not another and not entries(below.text)

    def goes_on(self, at: int, text: str, links: tuple[Link, ...], *, same: bool = False) -> bool:
        """Whether a line goes on about the person of the line before, or says how to reach whoever stands here.

        same: it stands in the paragraph of the line before.
        """
        if is_reach(text, links):
            self.findings.claim(at, "line: phone or e-mail", "person")
            return True
        if self._empty and self._is_of_empty(at, text, same=same):
            self.findings.claim(at, "card: vacant seat", "vacant seat")
            return True
        if self._card is None or self._card_of is not self.sections.organ or text[:1] in _FOOTNOTE_MARKS:
            return False
        if self._is_below_table(at):
            return False
        if self._role_after is None and self._has_role_given(self._card) and begins_with_role(text):
            self._role_after = (same and self._ends_paragraph(at)) or self._roles_come_after(at)
        if text.endswith(":") or (self._role_after is False and begins_with_role(text)):
            return False
        if role_of_several(text):
            return False
        more = self._card.with_line(text, self.sections.said.now)
        if more is self._card:
            self.findings.claim(at, "card: nothing new", "person")
            return True
        if more is None or more.entry is None:
            whence = (same and says_whence(self._card, text)) or self._is_remark(at, text, links)
            if whence:
                self.findings.claim(at, "card: place", "person")
            return whence
        if self._card.entry is not None:
            self._withdraw(self._card.entry)
        self._role_after = True if role_line(text) else self._role_after
        self._card, self._went_on = more, True
        self.sections.said.met()
        self._person(at, more.entry)
        return True

    def _is_below_table(self, at: int) -> bool:
        """Whether a line stands right below a table in whose last row the person is: no part of what the row says."""
        row = self.content.main[self.last] if self.last >= 0 else None
        return isinstance(row, Row) and len(row.cells) > 1 and not isinstance(self.content.main[at], Row)

    def _is_of_empty(self, at: int, text: str, *, same: bool) -> bool:
        """Whether a line below an empty seat says what the seat is, or whose."""
        if begins_with_role(text):
            if self._role_after is None:
                self._role_after = (same and self._ends_paragraph(at)) or self._roles_come_after(at)
            return self._role_after and not role_of_several(text)
        if not (same or self._headed) or is_name(text) or lead(f"{text}:"):
            return False
        return is_remark(text) or is_party(text.strip("()"))

    def _has_role_given(self, card: Card) -> bool:
        """Whether what was said above gave the card's person a role."""
        return card.entry is not None and card.entry.role is not None and not card.own_role

    def _ends_paragraph(self, at: int) -> bool:
        """Whether a line is the last of its paragraph: what it goes on about stands before it, and nothing behind."""
        below = self.content.main[at + 1] if at + 1 < len(self.content.main) else None
        return not isinstance(below, Paragraph) or below.gap

    def _roles_come_after(self, at: int) -> bool:
        """Whether the lines that begin with this role end with one, and not with a person whom the last role is of."""
        last = True
        for block in self.content.main[at + 1 :]:
            is_role = begins_with_role(block.text)
            if isinstance(block, Heading) or not (is_role or is_reach(block.text, block.links) or entries(block.text)):
                break
            last = is_role if is_role or entries(block.text) else last
        return last

    def _is_official(self, entry: Entry) -> bool:
        """Whoever has a title, or is announced as a civil servant, and neither a party nor an elected role."""
        return (bool(entry.title) or self.sections.said.now.civil) and (
            not entry.elected or (entry.role == "sekreterare" and not entry.party and entry.title is not None)
        )
