"""One person over several lines: "Testa Testsson (M)", then "Ordförande", then a phone number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from records.page import Link
from scraper.parse.announcements import LINE, Said
from scraper.swedish.names import straight
from scraper.swedish.people import Entry, entries
from scraper.swedish.reach import without_reach
from scraper.swedish.roles import read_roles

_FIELD = re.compile(r"^(?:parti|uppdrag|roll|befattning|funktion)\s*:?\s+(?=[A-ZÅÄÖ])", re.IGNORECASE)
_PARTY = re.compile(  # whatever it is called: "Parti: Prov i centrum"
    r"parti(?:tillhörighet|beteckning)?\s*:\s*(?P<party>[^\W\d_]{1,5}|[A-ZÅÄÖ][^\W\d_]+(?:\s[^\W\d_]+){1,4})$", re.I
)
_NO_PARTY = re.compile(r"parti(?:tillhörighet|beteckning)?\s*:\s*[^\w\s]", re.IGNORECASE)
_PARTY_OF_POST = re.compile(r"[^\W\d_]{4,}\s+\([^()]{1,30}\)(?:,|$)")
_MEMBER_SINCE = re.compile(r"medlem(?:skap)?\s+sedan\b", re.IGNORECASE)  # no person's: "… 2022 (observatör 2020)"
_NAMED = re.compile(r"^namn\s*:\s*", re.IGNORECASE)
_WHOSE = re.compile(  # "Ersättare Region Prov", "Observatör i styrelsen"
    r"(?:kommuner|regioner)na|Region\s[A-ZÅÄÖ]\S*(?:\s\S+)?|[A-ZÅÄÖ]\S+\skommun|"
    r"(?:i|vid)\s(?:styrelsen|nämnden|rådet|styrgruppen|stämman|årsmötet|direktionen)"
)
_MOST_WORDS = 5
_LONGEST = 80  # letters of a line that can belong to a card


@dataclass(frozen=True, slots=True)
class Card:
    """The lines of one person so far, as one text. entry is None while no line has shown that it is a person."""

    text: str
    entry: Entry | None
    own_role: bool  # the role stands on the card itself or on a line before it

    def with_line(self, line: str, said: Said) -> Card | None:
        """The card with one more line, where that makes the same one person better known; else None."""
        if _NO_PARTY.fullmatch(line):
            return self
        if _MEMBER_SINCE.match(line):
            return None
        role = read_roles(_FIELD.sub("", line)) if len(line) <= _LONGEST else None
        if role and self.own_role and not role.several and self.entry and not self.entry.party:
            return self._with_party(line)
        if len(line) > _LONGEST or _is_sentence(line) or (role and (self.own_role or role.several)):
            return None
        text = f"{self.text}{_behind(line)}"
        people = entries(text, role=said.role, party=said.party, announced=said.announced)
        if len(people) != 1 or not any(_known(people[0])):
            return None
        if self.entry and _known(people[0]) == _known(self.entry) and not (role and role.text == self.entry.role):
            return self if role else None  # "Kommunalråd" below one of those under "Ersättare"
        if people[0].name != (self.entry.name if self.entry else straight(self.text)):
            return None
        return Card(text, people[0], self.own_role or bool(role))

    def _with_party(self, line: str) -> Card | None:
        """The card with what else its person is, where that says the party: "Ordförande", then "Kommunalråd (M)"."""
        assert self.entry is not None
        people = entries(f"{self.entry.name}, {line}") if _PARTY_OF_POST.match(line) else ()
        if len(people) != 1 or not people[0].party:
            return None
        return Card(self.text, replace(self.entry, party=people[0].party), own_role=True)


def _behind(line: str) -> str:
    """What a line adds to a person's: a party that its label calls one is one, however unknown."""
    party = _PARTY.match(line)
    return f" ({party['party']})" if party else f", {_FIELD.sub('', line)}"


def _is_sentence(line: str) -> bool:
    """Whether a line is running text: it ends with a full stop and has more words than a role or a title."""
    return line.endswith(".") and len(line.split()) > _MOST_WORDS


def _known(entry: Entry) -> tuple[str | None, ...]:
    return entry.party, entry.role, entry.title


def says_whence(card: Card, line: str) -> bool:
    """Whether a line says only which place the person comes from ("Testby"): a card's last line, in no other place."""
    people = entries(f"{card.text}, {line}", announced=True)
    return len(people) == 1 and bool(people[0].place) and card.entry is not None and not card.entry.place


def card_of(text: str, people: tuple[Entry, ...], said: Said) -> Card | None:
    """The card that a line of people opens, where it holds one person."""
    if len(people) != 1 or people[0].vacant:
        return None
    given = people[0].role == said.role and said.level < LINE
    return Card(text, people[0], bool(people[0].role) and not given)


def named(text: str) -> str:
    """A line without the label "Namn:", which makes it no other."""
    return _NAMED.sub("", text) if text[:4].lower() == "namn" else text


_WHEN = re.compile(  # "Ordförande 2024", "Ledamöter (3 st)"
    r"\s+\(?(?:(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?|\d+\s?(?:st|platser|personer)\.?)\)?$"
)


_COUNTED = re.compile(r"\s+\(?(?:[2-9]|\d\d)\s?(?:st|platser|personer)\.?\)?$")


def role_line(text: str) -> tuple[str | None] | None:
    """The role, in the singular, that a line gives by being nothing else ("Ersättare"); None where it is more."""
    role = read_roles(_WHEN.sub("", text)) if len(text) <= _LONGEST else None
    if text.endswith(".") and len(text.split()) > 2:
        return None  # a sentence: "Kommunens ombud och styrelseledamöter."
    if role is None or (role.body and not (_is_genitive(role.body, text) or _WHOSE.fullmatch(role.body))):
        return None
    return (role.given,)


def begins_with_role(text: str) -> bool:
    """Whether a line is a role, and what it is held in at most: "Ersättare", "Ersättare för ombudet"."""
    return len(text) <= _LONGEST and not _is_sentence(text) and read_roles(text) is not None


def role_of_several(text: str) -> bool:
    """Whether a line is a role in the plural ("Revisorer"): of those below it, never of the one before."""
    counted = _COUNTED.search(text)
    role = read_roles(text[: counted.start()] if counted else text) if len(text) <= _LONGEST else None
    return role is not None and (role.several or counted is not None) and role.body is None


def _is_genitive(body: str, text: str) -> bool:
    """Whether a role's body is named before it ("Regionstyrelsens ordförande"), and not told of as in a sentence."""
    return text.startswith(f"{body} ") and all(word[0].isupper() for word in body.split())


def is_reach(text: str, links: tuple[Link, ...]) -> bool:
    """Whether a line is nothing but a phone number or an e-mail address."""
    rest, reach = without_reach(text, links)
    return not rest and bool(reach.phones or reach.emails)
