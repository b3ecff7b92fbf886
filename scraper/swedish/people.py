"""People in one line, item or table row: "Namn (P), roll" in every shape in which Swedish public pages write it.

text | atoms (texts, parentheses, separators) | walk, one meaning per atom | entries, or () where it is prose
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from records.page import Link
from scraper.swedish.atoms import atoms_of
from scraper.swedish.line_state import Person
from scraper.swedish.line_walk import walk_line
from scraper.swedish.names import HONORIFIC, is_common_given, is_name, is_vacant
from scraper.swedish.parties import with_finland_written_out
from scraper.swedish.reach import Reach, without_reach
from scraper.swedish.remembered import remembered
from scraper.swedish.roles import role_in_seat

_WHOLE_WORDS = re.compile(r"\b(fr|t)(?:ån|ill) och med\b")
_BEGINS_LONG = re.compile(r"[^(\[,;:|•·]{80}")  # letters before the first mark: no name, role or place is as long
_NOTE_MARK = re.compile(r"[*†‡¹²³]+\)?|(?<=\))\d{1,2}(?!\d)|(?<=[a-zà-ÿ]{3})\d(?!\w)\)?")  # of a footnote
_GLUED = re.compile(r"\.(?=[A-ZÅÄÖ])(?:(?<=suppl\.)|(?<=ordf\.)|(?<=\bers\.))")  # "suppl.Bo"
_MAY_BE_NOTE_MARK = re.compile(r"[*†‡¹²³\d]")  # a fifth of what it costs to look for one
_WITHIN_PAREN = re.compile(  # "Ombud: Testa Testsson (S) (ersättare: Bo Provsson (M))"
    r"\s*\((?P<inner>(?:personlig\s+)?(?:ersättare|suppleant)\s*:?\s+[^()]+\([^()]*\))\)", re.IGNORECASE
)
_COUNTED = re.compile(  # "Ersättare (3 st): …", "Ersättare (i turordning): …"
    r"\s*\((?:\d{1,2}(?:\s?(?:st|platser|personer)\.?)?|i\s[^()]{3,30})\):"
)
_NEXT_IN_SEAT = re.compile(  # "Testa Testsson (M) (t.o.m. juni), därefter Bo Provsson (M)"
    r"\s*[,;]\s*(?:därefter|(?:från|fr\.?\s?o\.?\s?m\.?)\s[a-zåäö\d. -]{3,20}|ersätts(?:\s[a-zåäö]+){0,2}\sav)\s"
    r"(?=[A-ZÅÄÖÉ][\w-]+\s(?:[a-z]{2,3}\s)?[A-ZÅÄÖÉ])"
)
_SPLIT_NAME = re.compile(r"([A-ZÅÄÖ][a-zåäö]+)-\s+(?=[A-ZÅÄÖ][a-zåäö]+\s+[A-ZÅÄÖ])")  # "Anna- Lena Testsson"
_NUMBERING = re.compile(
    r"^\s*(?:[•·*▪◦‣–-]\s+|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*|\d{1,3}[.)]\s+(?=[A-ZÅÄÖÉ]|vakan|ingen\b|ej\b))"
)


_WITH_PARTY = re.compile(r"\s(?P<name>[A-ZÅÄÖÉ][\w'’-]+ [A-ZÅÄÖÉ][\w'’-]+) \([^()]{1,5}\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person (or empty seat) in a line. name is "" where vacant. rule says how it was read, for the explanation.

    body: that of a civil servant, where a label names it.
    """

    name: str
    party: str | None = None
    role: str | None = None
    title: str | None = None
    phone: str | None = None
    email: str | None = None
    place: str | None = None
    body: str | None = None
    vacant: bool = False
    rule: str = ""

    @property
    def elected(self) -> bool:
        return bool(self.party or self.role)


@remembered
def entries(
    text: str,
    *,
    role: str | None = None,
    party: str | None = None,
    links: tuple[Link, ...] = (),
    announced: bool = False,
) -> tuple[Entry, ...]:
    """The people of one line; () where the line is not people.

    role, party: what a heading, lead or column gives to those who have none of their own. announced: a lead, heading
    or column says that people stand here, so that bare names count. An entry with a title alone is an official's.
    """
    text = with_finland_written_out(text)
    if not text[:1].isalpha():
        text = _NUMBERING.sub("", text)
    if _MAY_BE_NOTE_MARK.search(text):
        text = _NOTE_MARK.sub("", text)
    line, reach = without_reach(text, links)
    if "Mr" in line or "Ms" in line:
        line = HONORIFIC.sub("", line)
    if "- " in line and (split := _SPLIT_NAME.match(line)) and is_common_given(split[1]):
        line = f"{split[1]}-{line[split.end() :]}"
    if "." in line:
        line = _GLUED.sub(". ", line)
    if "därefter" in line or "o.m" in line or "ersätts" in line or "från" in line:
        line = _NEXT_IN_SEAT.sub(", ", line)
    if "):" in line:
        line = _COUNTED.sub(":", line)
    if "))" in line:
        line = _WITHIN_PAREN.sub(r", \g<inner>", line)
    shortened = _WHOLE_WORDS.sub(r"\1.o.m.", line) if " och med" in line else line
    walk = None if _BEGINS_LONG.match(line) else walk_line(atoms_of(shortened), listed=bool(announced or role or party))
    if is_vacant(line) and not (walk and any(person.name for person in walk.people)) and not _names_somebody(line):
        return (Entry("", vacant=True, role=role, party=party, rule="entry: empty seat"),)
    if walk is None or not walk.people:
        return ()
    if not any(person.certain for person in walk.people) and not (announced or role or party):
        return ()
    return tuple(
        _entry(person, role, party, _reach(reach, at, len(walk.people))) for at, person in enumerate(walk.people)
    )


def _names_somebody(line: str) -> bool:
    """Whether a sentence that speaks of an empty seat names who has another: "… är Testa Testsson (M), …"."""
    found = _WITH_PARTY.search(line)
    return found is not None and is_name(found["name"]) and not is_vacant(line[: found.start()])


def read_by(what: str, people: Iterable[Entry]) -> tuple[Entry, ...]:
    """The people of what is more than a line, a "row" or a "matrix": their rules begin with that word."""
    return tuple(replace(each, rule=each.rule.replace("entry:", f"{what}:")) for each in people)


def _reach(reach: Reach, at: int, people: int) -> Reach:
    """Which phone and address belong to the person at this place: the only one's are all, else one each."""
    if people == 1:
        return reach
    phones = reach.phones[at : at + 1] if len(reach.phones) == people else ()
    emails = reach.emails[at : at + 1] if len(reach.emails) == people else ()
    return Reach(phones, emails)


def _entry(person: Person, role: str | None, party: str | None, reach: Reach) -> Entry:
    rule = ", ".join(dict.fromkeys(person.rule))
    if role and role_in_seat(person.role, role) == role != person.role:
        rule += ", role given above"
    if not person.party and party and not person.no_party:
        rule += ", party given above"
    return Entry(
        name="" if person.vacant else person.name,
        party=person.party or (None if person.no_party else party),
        role=role_in_seat(person.role, role),
        title=person.title,
        phone=reach.phones[0] if reach.phones else None,
        email=reach.emails[0] if reach.emails else None,
        place=person.place,
        vacant=person.vacant,
        rule="entry: empty seat" if person.vacant else f"entry: {rule}",
    )
