"""Lines that announce what follows: a role, a board, member organisations, people."""

from __future__ import annotations

import re

from records.page import Link
from scraper.content import Heading
from scraper.parse.announcements import LEAD, LINE
from scraper.parse.cards import role_line
from scraper.parse.facts import Texts
from scraper.parse.links import only_links
from scraper.parse.place import LONGEST_LIST, Place
from scraper.parse.titling import names_board, without_term
from scraper.swedish.headings import HeadingKind, heading, names_civil_servants
from scraper.swedish.leads import lead
from scraper.swedish.memberships import announces_members
from scraper.swedish.names import is_name
from scraper.swedish.parties import is_party_name
from scraper.swedish.people import entries
from scraper.swedish.titles import is_title

_FROM = re.compile(r"(?:Från(?:\s+[\w-]+){1,5}:?|För(?:\s+[\w-]+){1,5}:)")  # "Från föreningarna:", above names

_SEATS = re.compile(r"\s*\(\d[^()]*\):?$|\s*:$")  # "Moderaterna (2 mandat):"
_LONGEST_PARTY = 60  # letters
_GROUP = re.compile(r"[A-ZÅÄÖ][\w-]+(?:\s+[\w-]+){0,3}:?")


class Leads:
    """The lines of a page that say what comes after them."""

    def __init__(self, place: Place, texts: Texts) -> None:
        self.place = place
        self.sections = place.sections
        self.findings = place.findings
        self.seats = place.seats
        self.texts = texts

    def announces(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        if len(text) > LONGEST_LIST or (only_links(text, links) and not self._in_linked_card(at, links)):
            return False
        organisations = self._lists_organisations(at, text)
        role = None if organisations else role_line(text)
        if role is None and (names_board(text) or self._names_organ_again(text)):
            now = self.sections.said.now
            if now.level >= LEAD and now.role:
                self.sections.said.say(now.level)  # the role of the group before is not theirs
            self.findings.claim(at, "line: board", "lead")
            return True
        if role:
            self.sections.announce(LINE, role[0])
            self.findings.claim(at, "line: role", "lead")
            return True
        if organisations or announces_members(text):
            self.texts.take_before(at, text, links)
            self.sections.lists_members = True
            self.seats.trustees = "huvudmän" in text
            self.findings.claim(at, "lead: members", "lead")
            return True
        return self._lead(at, text, links) or self._group(at, text) or self._party(at, text)

    def _party(self, at: int, text: str) -> bool:
        """A line that is a party ("Moderaterna (2)") above the names of those whom it has."""
        if len(text) > _LONGEST_PARTY or not is_party_name(party := _SEATS.sub("", text)):
            return False
        people = entries(self.place.following(at), announced=True)
        if not people or any(each.party for each in people):
            return False
        self.sections.said.say(LEAD, party=party)
        self.findings.claim(at, "line: party", "lead")
        return True

    def _names_organ_again(self, text: str) -> bool:
        """ "Direktionen 2023–2026:" above the people of what the heading names, too."""
        name = self.sections.organ.name.casefold()
        return text.endswith(":") and text.casefold().startswith(name) and without_term(text[:-1]).casefold() == name

    def _in_linked_card(self, at: int, links: tuple[Link, ...]) -> bool:
        """Whether the link goes on in the heading below: all of a card leads to its person's page."""
        below = self.place.below(at)
        return isinstance(below, Heading) and bool(below.links) and below.links[0].url == links[0].url

    def _group(self, at: int, text: str) -> bool:
        """Above names: "Från föreningarna:", or right behind people the next group's name ("Organisationer")."""
        names_group = self.seats.last == at - 1 and _GROUP.fullmatch(text) and not is_name(text) and not is_title(text)
        whence, following = _FROM.fullmatch(text), self.place.following(at)
        if not (whence or names_group):
            return False
        if not (is_name(following.partition(",")[0]) or (whence and entries(following))):
            return False
        now = self.sections.said.now
        # "… består av följande ledamöter" or a heading "Ledamöter", then "Från kommunerna:"
        given = now.role if whence and now.level <= LEAD else None
        self.sections.announce(LEAD, given, civil=names_civil_servants(text))
        self.findings.claim(at, "lead: whence", "lead")
        return True

    def _lists_organisations(self, at: int, text: str) -> bool:
        """ "Medlemmar" is a role of people, and announces organisations where the next line names nobody."""
        label = text if text.endswith(":") or " " in text else f"{text}:"
        return announces_members(label) and not entries(self.place.following(at), announced=True)

    def _lead(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        found = lead(text)
        if found is None:
            return False
        people = entries(found.rest, role=found.role, links=links, announced=True) if found.rest else ()
        announcement = text.removesuffix(found.rest).rstrip()
        if found.rest and not (people and announcement.endswith(":")):
            return False
        if self.sections.organ.level == 0 and not people and self._heads_organ(at + 1):
            self.texts.take(at, text, links)  # "… har utsett följande representanter:", and each organ has a heading
            return True
        self.texts.take_before(at, announcement, links)
        civil = names_civil_servants(announcement)
        self.sections.announce(LINE if found.rule == "lead: role" else LEAD, found.role, civil=civil)
        self.findings.claim(at, found.rule, "lead")
        if people:
            self.seats.take(at, people, found.rest)
        return True

    def _heads_organ(self, at: int) -> bool:
        """Whether the block is a heading that names an organ, with people under it."""
        main = self.place.content.main
        if at + 1 >= len(main) or not isinstance(block := main[at], Heading) or entries(block.text):
            return False
        return heading(block.text).kind is HeadingKind.ORGAN and bool(entries(main[at + 1].text, announced=True))
