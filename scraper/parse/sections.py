"""Headings: to which organ the following lines belong, and what is said of the people under them."""

from __future__ import annotations

import re
from dataclasses import replace

from scraper.parse.announcements import LINE, Announcements, Said
from scraper.parse.organs import Organ, Organs
from scraper.parse.titling import (
    Title,
    ends_as_body,
    is_board_of,
    is_generic,
    is_own_board,
    means_its_kind,
    names_body,
    names_organ,
    names_several,
)
from scraper.swedish.asides import has_place_word, names_village
from scraper.swedish.headings import HeadingKind, HeadingText, heading, names_civil_servants
from scraper.swedish.leads import lead
from scraper.swedish.parties import sends_people
from scraper.swedish.remembered import remembered
from scraper.swedish.roles import read_roles
from scraper.swedish.vocabulary import COUNTRIES, SHORT_PLACES, words

_STAND_IN = 7  # below every heading
_SENTENCE = re.compile(
    r"\b(?:är|utgörs av|består av|representeras|representerar|företräds|sitter|ingår|deltar)\b.*:?$"
    r"|\bhar\s(?:.*\s)?(?:utsett|utsetts|valt|valts|ledamöter|ersättare|representanter|ombud)\b"
)
_PLACE = re.compile(r"[A-ZÅÄÖ][\w-]+(?:\s[\w-]+){0,2}\s(?:kommun|stad)|Region\s[A-ZÅÄÖ][\w-]+(?:\s[\w-]+){0,2}")
_BODY_FOR = re.compile(
    r"(?:\w+\s){0,2}\w*(?:nämnd|styrelse|råd|kommitté|direktion|utskott|grupp)(?:en|n|et|t)?\s(?:för|i|om)\s",
    re.IGNORECASE,
)
_WHOLES = words("politik politiken region regionen kommun kommunen styrning demokrati internationellt")  # no organs
_PART = re.compile(r"(?P<owner>.*?)(?::s?|(?P<s>s))\s+[a-zåäö]+$")  # "ERB:s styrelse", "Energy Cities styrelse"
_WITHIN = re.compile(r"\s(?:i|för|inom|hos|till|[–—-])\s+(?P<organ>\S.*)$")
_EMPLOYER = re.compile(r"\s+från\s.*$")  # "… i ERB från Region Kronoberg"


class Sections:
    """Where a walk over a page stands: the candidates so far, the one in force, and what was announced."""

    def __init__(self, title: Title) -> None:
        named = names_organ(title.name, title.abbreviation)
        self.organs = Organs(Organ(title.name, title.abbreviation, 0, title.block, names_organ=named))
        self.organ = self.organs.latest  # what stands here belongs to it
        self.said = Announcements()
        self.lists_members = False  # the items that follow are member organisations
        self.members_role: str | None = None  # of theirs, if they turn out to be people
        self.news = 0  # the level of a heading of teasers, whose links and headlines tell of people and list none
        self.teaser = False  # under such a headline
        self._short_parties = False  # … with their letters in parentheses: "Moderaterna (M)"
        self._labelled = False  # the organ in force stands in a label
        self._topic: tuple[int, Organ] | None = (
            None  # a topic that stands beside the organ before it, and its own organ
        )
        self._people_of_title = title.lists_people
        if title.announces or title.role:
            self.said.say(0, role=title.role)
        self.said.of_page = self.said.now if title.announces else Said()
        self._party_level = LINE  # of the party headings that this place stands among

    def enter(self, at: int, level: int, text: str) -> HeadingText:
        """Go into the section of this heading; gives back what the heading is."""
        meaning = HeadingText(HeadingKind.ORGAN, text) if self._is_audit(level, text) else _read(text)
        if meaning.kind is HeadingKind.ORGAN and self._is_part_of_body(level, meaning.name or ""):
            meaning = replace(meaning, kind=HeadingKind.PEOPLE, name=None)
        self.said.enter(level)
        self.lists_members, self.members_role = False, None
        self._party_level = self._party_level if self._party_level <= level else LINE
        if meaning.kind is HeadingKind.PARTY:
            self._short_parties = text.endswith(")")
        self._enter(at, level, meaning)
        return meaning

    def announce(self, level: int, role: str | None, *, civil: bool = False) -> None:
        """People are announced here, by a heading or (level LINE) by a sentence."""
        self.said.announce(self.organ, level, role)
        self.said.say(level, role=role, civil=civil)
        self.lists_members = False

    @property
    def is_stood_in(self) -> bool:
        """Whether the organ in force is named by a caption, a term or an item."""
        return self.organ.level == _STAND_IN

    def stand_in(self, at: int, text: str, *, said: bool = False) -> bool:
        """A caption, a term or an outer item that names the organ of its people, where no heading has named one.

        said: the table's own head says that organs stand there, whatever they are called.
        """
        if self.organ.level not in (0, _STAND_IN) and not names_several(self.organ.name):
            return False
        meaning = heading(text)
        name = meaning.name or ""
        if means_its_kind(name) or is_own_board(name) or (is_generic(name) and not said):
            return False  # "Styrgruppen": that of the organ spoken of
        if meaning.kind is not HeadingKind.ORGAN:
            return False
        if not (said or names_organ(name, meaning.abbreviation) or ends_as_body(name)):
            return False
        if self.organ.name != meaning.name:
            self._new_organ(at, _STAND_IN, meaning)
        return True

    def stand_behind(self, at: int, label: str) -> bool:
        """On a page of several organs' people a label in front of people may name their organ, up to the next text.

        Gives whether it does.
        """
        head, _, tail = label.rpartition(" – ")
        if head and (is_own_board(tail) or read_roles(tail)):
            label = head  # "Provs Avfall AB – styrelse: …"
        if is_own_board(label.partition(" ")[0]):
            return False  # "Styrelsen för 2014:"
        several = names_several(self.organs.enclosing(_STAND_IN).name)
        of_several = several or not self.organs.all[0].names_organ
        said = several or self._labelled  # the line before named one, too
        stands = of_several and not has_place_word(label) and self.stand_in(at, label, said=said)
        self._labelled = self._labelled or stands
        return stands

    def leave_label(self) -> None:
        """A text below such lines is about no organ of theirs."""
        if self._labelled:
            self._labelled = False
            self.leave_table()

    def go_to(self, at: int, text: str) -> None:
        """To the organ that a table lays people against, wherever the table stands; a new one at its first seat."""
        meaning = heading(text)
        meaning = meaning if meaning.kind is HeadingKind.ORGAN else HeadingText(HeadingKind.ORGAN, text)
        known = self.organs.named(meaning.name or "")
        if known is not None and known.level == _STAND_IN:
            self.organ = known
        else:
            self._new_organ(at, _STAND_IN, meaning)

    @property
    def around_table(self) -> Organ:
        """The organ that a heading names, whichever the rows of a table have named since."""
        return self.organs.enclosing(_STAND_IN) if self.organ.level == _STAND_IN else self.organ

    def leave_table(self) -> None:
        """What stands below a table is not about the organ of its last row."""
        if self.organ.level == _STAND_IN:
            self.organ = self.organs.enclosing(_STAND_IN)

    def _enter(self, at: int, level: int, meaning: HeadingText) -> None:
        if self._topic is not None and level <= self._topic[0]:
            self._topic = None
        match meaning.kind:
            case HeadingKind.CONTACT:
                self.said.close(level)
            case HeadingKind.ORGAN if self._is_local_party(level, meaning):
                self.said.say(level, party=meaning.name)
            case HeadingKind.ORGAN if self._makes_organ(level, meaning):
                self._new_organ(at, level, meaning)
            case HeadingKind.ORGAN if is_own_board(meaning.name or ""):
                self.organ = self.organs.enclosing(level)
                self.announce(level, None)
            case HeadingKind.ORGAN | HeadingKind.TOPIC:
                self.said.close(level)
                self.organ = self._topic_around(level)
            case HeadingKind.MEMBERS:
                self.said.close(level)
                self._members(at, level, meaning)
            case HeadingKind.YEARS:
                self.organ = self.organs.before(level)
            case HeadingKind.PARTY:
                self.organ = self.organs.before(level)
                self.said.say(level, party=meaning.party)
                self._party_level = level
            case HeadingKind.ROLE | HeadingKind.PEOPLE:
                self._people(at, level, meaning)

    def _topic_around(self, level: int) -> Organ:
        """The organ that a topic is of: beside organs that of those around them, and so for all topics within it."""
        if self._topic is None:
            organ = self.organs.enclosing(level)
            self._topic = (level, organ) if level <= self.organs.latest.level else None
            return organ
        return self._topic[1]

    def _is_audit(self, level: int, text: str) -> bool:
        """ "Revisorerna" beside other organs is one; within an organ they are its people."""
        if text.casefold() != "revisorerna":
            return False
        outer = self.organs.enclosing(level)
        return outer.level == 0 and not names_body(outer.name)

    def _is_part_of_body(self, level: int, name: str) -> bool:
        """Within a body: the municipality, region or country that some of its people come from, or who sent them."""
        around = self.organs.enclosing(level).name
        seats = names_body(around) or ends_as_body(around) or is_own_board(around) or _BODY_FOR.match(around)
        if not seats or names_several(around) or ends_as_body(name):
            return False
        known = name.casefold() in SHORT_PLACES or (len(name) > 3 and name.casefold() in COUNTRIES)
        return known or _PLACE.fullmatch(name) is not None or names_village(name) or sends_people(name)

    def _new_organ(self, at: int, level: int, meaning: HeadingText) -> None:
        self.said.hand_over(level)
        self.said.forget(level)
        self._topic = None
        self.organ = self.organs.add(meaning.name or "", meaning.abbreviation, level, at)
        self.organ.names_organ = names_organ(meaning.name or "", meaning.abbreviation)

    def _makes_organ(self, level: int, meaning: HeadingText) -> bool:
        """Within an organ only a heading that names another makes one; any other is a part of what it says."""
        around, name = self.organs.enclosing(level), meaning.name or ""
        if around.level and self._ends_in(around, name):
            return False
        if around.level == 0 and self._people_of_title:
            return names_organ(name, meaning.abbreviation)
        if around.level == 0 and is_board_of(name) and (around.names_organ or ends_as_body(around.name)):
            return False
        if is_own_board(name) and _may_have_board(around):
            return False
        if around.level == 0 or not (around.names_organ or is_own_board(around.name)):
            return True
        return names_organ(name, meaning.abbreviation) and not is_own_board(name)

    def _is_local_party(self, level: int, meaning: HeadingText) -> bool:
        """Among headings of parties one that names no body is a party too ("Bygdens Bästa"), written as the others."""
        as_the_others = self._short_parties or not meaning.abbreviation
        return self._party_level == level and as_the_others and not names_body(meaning.name or "")

    def _owner(self, name: str) -> Organ | None:
        """The organ that a part of it is named by: "ERB:s styrelse" is of ERB."""
        part = _PART.match(name)
        if part is None:
            return None
        return self.organs.named(part["owner"]) or self.organs.named(part["owner"] + (part["s"] or ""))

    def _in_short(self, name: str) -> Organ | None:
        """The organ spoken of, by its name's last word or the end of it: "Rådets ledamöter" in "Pensionärsrådet"."""
        short = name.casefold()
        if " " in name or not names_body(name):
            return None
        return next((each for each in self.organ.outward() if each.name.casefold().endswith(short)), None)

    def _ends_in(self, organ: Organ, name: str) -> bool:
        """Whether a heading within an organ says whose part it is: "Region Kronoberg i ERB", "Styrgrupp för ERB"."""
        within = _WITHIN.search(name)
        if within is None or self.organs.named(within["organ"]) is not organ:
            return False
        front = name[: within.start()]
        return is_own_board(front) or not names_body(front)  # "Ungdomsrådet i ERB" is an organ of its own

    def _members(self, at: int, level: int, meaning: HeadingText) -> None:
        """ "Medlemmar i Provrådet" names a body as "Ledamöter i Provrådet" does; "Medlemmar i Sverige" names none."""
        known = self.organs.named(meaning.name or "")
        if known is None and meaning.name and meaning.name[0].isupper() and names_body(meaning.name):
            self._new_organ(at, level, meaning)
        else:
            self.organ = known or self.organs.before(level)
        self.lists_members, self.members_role = True, meaning.role

    def _people(self, at: int, level: int, meaning: HeadingText) -> None:
        name = _EMPLOYER.sub("", (meaning.name or "").lstrip("–—- "))
        meaning = replace(meaning, name=name or None)
        known = self.organs.named(name) or self._owner(name) or self._in_short(name)
        if known:
            self.organ = known
        elif name and not is_generic(name) and not (name[0].islower() and (meaning.civil or not names_body(name))):
            self._new_organ(at, level, meaning)
        else:
            self.organ = self.organs.before(level)
        self.announce(level, meaning.role, civil=meaning.civil)
        if name and names_several(name):
            self.said.of_several = self.said.now


def _may_have_board(around: Organ) -> bool:
    """Whether a heading of one word, which says by no word that it is an organ, is one with a board below it."""
    name = around.name.casefold()
    return around.level > 0 and " " not in name and name not in _WHOLES and not names_several(name)


@remembered
def _read(text: str) -> HeadingText:
    """What a heading is; a lead sentence set as a heading announces people and names no organ of its own."""
    found = lead(text) or lead(f"{text}:") if _SENTENCE.search(text) else None
    meaning = (
        HeadingText(HeadingKind.ROLE if found.role else HeadingKind.PEOPLE, role=found.role) if found else heading(text)
    )
    civil = names_civil_servants(text)
    return meaning if meaning.civil == civil else replace(meaning, civil=civil)
