"""Lines that name people."""

from __future__ import annotations

import re
from dataclasses import replace

from records.page import Link
from scraper.content import Item, Paragraph, Row
from scraper.parse.announcements import LINE
from scraper.parse.links import documents, only_links
from scraper.parse.place import LONGEST_LIST, SHORT, Place
from scraper.parse.titling import ends_as_body, is_own_board, names_board, names_body, names_organ, seats_people
from scraper.swedish.entitled import body_in_label
from scraper.swedish.headings import names_civil_servants
from scraper.swedish.line_names import SEVERAL_TOO
from scraper.swedish.memberships import members
from scraper.swedish.names import is_common_given, is_name, is_surely_somebody
from scraper.swedish.people import Entry, entries
from scraper.swedish.prose import prose_people
from scraper.swedish.roles import read_roles
from scraper.swedish.titles import is_title

_LABEL_WORDS = 6
_IN_BODY = re.compile(r"\s+(?:i|inom|till|för)\s.*")  # "Tjänsteman i styrgruppen"
_BEHIND_NAME = re.compile(r",|\s\(")
_PARTS = re.compile(r"(?<=[^\W\d_]{2})[.;]\s+(?=[A-ZÅÄÖ])|(?<=\))[.;]\s+(?=[A-ZÅÄÖ])")
_DASH = re.compile(" [–—-] ")
_BEHIND_ORGAN = re.compile(
    r"(?P<organ>[A-ZÅÄÖÉ\d][^:()]{2,80}?)(?:,\s|\.\s|\s[–—-]\s|\s\()(?P<role>[^:().,]{3,40})\)?:\s(?P<rest>\S.*)"
)
_BEHIND_WORD = re.compile(r"(?P<organ>[A-ZÅÄÖÉ]\w{3,}[ae][nt])(?::|\s[–—-])\s(?P<rest>\S.*)")  # among such: no place
_FIRST = re.compile(r",\s*|\s(?:och|samt)\s")
_BOARD_ENDINGS = ("styrelse", "styrgrupp", "arbetsgrupp", "valberedning", "presidium", "arbetsutskott", "medlemmar")
_LONGEST_LABEL = 60  # letters
_MEMBERS_LABEL = re.compile(r"medlem[\w\s]*:", re.IGNORECASE)  # "Medlemmar: Provstad, Testby" lists no people
_CREDIT = re.compile(r"(?:text|foto(?:graf)?|bild(?:er)?|illustration(?:er)?)(?:\soch\s\w+)?\s?:", re.IGNORECASE)


def _are_names(texts: list[str]) -> bool:
    """Whether they are people's names and nothing else: a single one must begin as names do ("Hållbara Städer")."""
    return all(map(is_name, texts)) and (len(texts) > 1 or is_common_given(texts[0].split()[0]))


class PersonLines:
    """The lines of a page on which somebody stands."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.content = place.content
        self.sections = place.sections
        self.contacts = place.contacts
        self.seats = place.seats
        self._label: tuple[int, str | None] = (-1, None)  # the last line of a role in the plural, and that role

    def take(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        if (links and documents(text, links)) or not _can_list_people(text):
            return False
        if self._aside(at, text, links) or self._behind_organ(at, text, links):
            return True
        now = self.sections.said.now
        if _CREDIT.match(text) or (_MEMBERS_LABEL.match(text) and members(text)):
            return False
        announced = (
            now.of_anybody
            or (now.announced and isinstance(self.content.main[at], Item))
            or (self.sections.lists_members and _begins_with_name(text))
            or (self.seats.last == at - 1 and self._in_list_of_people(at, text))
            or self._begins_list_of_people(at, text)
        )
        carried = self._carried(at)
        people = entries(
            text, role=carried or now.role, party=now.party, links=links, announced=announced or carried is not None
        )
        people = people or _each_linked(text, links)
        if people:
            self._label = (at, _label_of_several(text) or carried)
            self.seats.take(at, people, text)
        return bool(people)

    def _behind_organ(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """ "Provs Hamn AB, ombud: Testa Testsson (M)": an organ, and behind it its people with their roles."""
        found = _BEHIND_ORGAN.match(text) if ":" in text else None
        if found and read_roles(found["role"]) and not _is_somebody(found["organ"]):
            people = entries(f"{found['role']}: {found['rest']}", links=links)
        elif self.sections.is_stood_in and (found := _BEHIND_WORD.match(text)) and not names_board(found["organ"]):
            people = entries(found["rest"], links=links)
        else:
            return False
        if not people or not self.sections.stand_behind(at, found["organ"]):
            return False
        self.seats.take(at, people, text)
        return True

    def _carried(self, at: int) -> str | None:
        """The role that the line before gave, where its paragraph goes on: "Ledamöter: Bo Ek", then "Li Ek"."""
        block = self.content.main[at]
        return self._label[1] if isinstance(block, Paragraph) and not block.gap and self._label[0] == at - 1 else None

    def _in_list_of_people(self, at: int, text: str) -> bool:
        """Whether an item is a name, and goes on with a list whose item before it was a person."""
        block, before = self.content.main[at], self.content.main[at - 1] if at else None
        name, *more = _BEHIND_NAME.split(text, maxsplit=1)
        if isinstance(block, Paragraph) and (not block.gap or seats_people(self.sections.organ.name)):
            return is_surely_somebody(text)  # a line below, in the same paragraph
        return (
            isinstance(block, Item)
            and not block.starts
            and isinstance(before, Item)
            and is_name(name)
            and bool(more or is_common_given(name.split()[0]) or seats_people(self.sections.organ.name))
        )

    def _begins_list_of_people(self, at: int, text: str) -> bool:
        """Whether the first item of a list is a bare name, perhaps behind a place, and the next is somebody.

        Under the name of a body that people sit in ("Valberedning") another bare name is somebody.
        """
        here = self.content.main[at : at + 2]
        if len(here) == 1 or not isinstance(here[0], Item) or not here[0].starts:
            return False
        name = text.rpartition(": ")[2]
        if isinstance(here[1], Item) and not here[1].starts and seats_people(self.sections.organ.name):
            names = (_BEHIND_NAME.split(each)[0] for each in (text, here[1].text))
            return all(map(is_surely_somebody, names))
        below = here[1]
        if not isinstance(below, Item) or below.starts or not is_surely_somebody(name):
            return False
        return any(each.elected for each in entries(below.text))

    def _aside(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """A contact or a civil servant behind a label: what was said of the people before does not apply to them."""
        label, colon, rest = text.partition(": ")
        if not colon or len(label.split()) > _LABEL_WORDS:
            return False
        if self.contacts.labelled(at, text, links, self.sections.organ):
            return True
        people: tuple[Entry, ...] = ()
        if names_civil_servants(label):
            people = entries(rest, links=links)
            if not people and _are_names(_FIRST.split(rest.strip(" ."))):
                self.sections.said.say(LINE, civil=True)
                people = _titled(entries(rest, links=links, announced=True), label)
        elif is_title(label) and (self.seats.last == at - 1 or self._after_list(at)):
            people = entries(text, links=links)
        if people and not any(each.elected for each in people):
            self.seats.take(at, _with_body(people, label), text)
            return True
        return False

    def _after_list(self, at: int) -> bool:
        """Whether a list has ended right before this line of its own."""
        main = self.content.main
        return at > 0 and isinstance(main[at], Paragraph) and isinstance(main[at - 1], Item | Row)

    def take_labelled(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """ "Kulturforum: Testa Testsson (M)": a label of any words, and behind its colon somebody beyond doubt."""
        if self._each_labelled(at, text):
            return True
        label, colon, rest = text.partition(": ")
        if not colon and (dash := _DASH.search(text)) and self._labels(at, text[: dash.start()]):
            label, colon, rest = text[: dash.start()], dash[0], text[dash.end() :]
        if not colon or _CREDIT.match(text) or len(text) > SHORT or len(label.split()) > _LABEL_WORDS or ". " in label:
            return False
        if label.count("(") > label.count(")"):
            return False  # "… är ledamot (ersättare: Testa Testsson (M))"
        now = self.sections.said.now
        certain = bool(entries(rest, links=links))
        named = (
            certain
            or (_names_people_of(label) and _are_people(rest))
            or (now.announced and is_name(_FIRST.split(rest, maxsplit=1)[0]))
        )
        beside = self.seats.last == at - 1 or self._above_labelled(at)
        if not named and not (beside and _are_names(_FIRST.split(rest.strip(" .")))):
            return False
        people = _as_told(text, entries(rest, role=now.role, party=now.party, links=links, announced=True))
        if people:
            if certain or self._names_organ(label):
                self.sections.stand_behind(at, label)
            self.seats.take(at, _with_body(people, label), text)
        return bool(people)

    def _above_labelled(self, at: int) -> bool:
        """Whether the next item of the list is somebody beyond doubt behind a label, as this one may be."""
        here = self.content.main[at : at + 2]
        if len(here) < 2 or not isinstance(here[0], Item) or not isinstance(here[1], Item) or here[1].starts:
            return False
        _, colon, rest = here[1].text.partition(": ")
        return bool(colon) and any(each.elected for each in entries(rest))

    def _each_labelled(self, at: int, text: str) -> bool:
        """ "PRO: Testa Testsson. SPF: Bo Provsson. RPG: vakant." where people are announced: each behind its label."""
        now = self.sections.said.now
        parts = _PARTS.split(text.rstrip(" .")) if now.announced and text.count(": ") > 1 else []
        if len(parts) < 2 or len(text) > LONGEST_LIST:
            return False
        found = []
        for part in parts:
            label, colon, rest = part.partition(": ")
            people = entries(rest, role=now.role, party=now.party, announced=True) if colon else ()
            if not people or len(label.split()) > _LABEL_WORDS or entries(label):
                return False
            found.append(people)
        self.seats.take(at, tuple(each for people in found for each in people), text)
        return True

    def _labels(self, at: int, label: str) -> bool:
        """Whether what stands before a dash says where people sit: an organ, or in an item any words but a name."""
        item = isinstance(self.content.main[at], Item) and not is_name(label) and not entries(label)
        return item or self._names_organ(label)

    def _names_organ(self, label: str) -> bool:
        """Whether what stands before a dash is an organ, as in "Kulturrådet – Testa Testsson (M)"."""
        if names_body(label) or ends_as_body(label):
            return not is_name(label)
        return names_organ(label) and not _is_somebody(label)

    def take_or_go_on(self, at: int, text: str, links: tuple[Link, ...]) -> bool:
        """A line that names somebody, or goes on about whoever the line before named."""
        return (
            self.take(at, text, links)
            or self.seats.goes_on(at, text, links)
            or self.seats.opens_card(at, text, self.place.following(at), self.sections.said.now)
        )


def _is_somebody(text: str) -> bool:
    """Whether what could be an organ's name is somebody's, with or without a role or a party."""
    return bool(entries(text, announced=True)) and not names_body(text)


def _names_people_of(label: str) -> bool:
    """Whether a label is whose people stand behind it: "Föreningens styrelse"."""
    return is_own_board(label) or (len(label.split()) > 1 and label.endswith(_BOARD_ENDINGS))


def _are_people(text: str) -> bool:
    """Whether a text is nothing but people, the first with a common given name."""
    people = entries(text, announced=True)
    return bool(people) and is_common_given(people[0].name.partition(" ")[0])


def _with_body(people: tuple[Entry, ...], label: str) -> tuple[Entry, ...]:
    """Civil servants behind a label sit in the body that it names."""
    body = body_in_label(label)
    return tuple(replace(each, body=body) for each in people) if body else people


def _titled(people: tuple[Entry, ...], label: str) -> tuple[Entry, ...]:
    """Bare names behind "Sakkunnig tjänsteman": that is their title. "Tjänstemannastöd" is none."""
    title = _IN_BODY.sub("", label)
    return tuple(replace(each, title=each.title or title) for each in people) if is_title(title) else people


def _as_told(text: str, people: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """People behind a label with the roles that it gives as a sentence: "Våra ledamöter är tre: …"."""
    if " är " not in text.partition(":")[0] or all(each.role for each in people):
        return people
    told = {each.name: each.role for each in prose_people(text)}
    return tuple(replace(each, role=each.role or told.get(each.name)) for each in people)


def _each_linked(text: str, links: tuple[Link, ...]) -> tuple[Entry, ...]:
    """The people of cards that are links in one line: each label is somebody, with a party or a role."""
    if len(links) < 2 or not only_links(text, links):
        return ()
    each = [entries(link.label) for link in links]
    return tuple(one for found in each for one in found) if all(each) else ()


def _can_list_people(text: str) -> bool:
    """Whether a line is short, or one of those in which names and parties follow one another; a cheap first look."""
    if len(text) <= SHORT:
        return True
    words = text.split()
    return len(text) <= LONGEST_LIST and 3 * sum(map(str.islower, [word[0] for word in words])) < 2 * len(words)


def _label_of_several(text: str) -> str | None:
    """The role that a line's label gives to people of any number: "Ledamöter: …", "Ersättare: …"."""
    label, colon, _ = text.partition(":")
    role = read_roles(label) if colon and len(label) <= _LONGEST_LABEL else None
    return role.given if role and (role.several or role.text in SEVERAL_TOO) else None


def _begins_with_name(text: str) -> bool:
    """Whether a listed member is a person: a name that begins with a common given name."""
    return is_surely_somebody(text.partition(",")[0])
