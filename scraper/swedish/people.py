"""People in one line, item or table row: "Namn (P), roll" in every shape in which Swedish public pages write it.

text | atoms (texts, parentheses, separators) | walk, one meaning per atom | entries, or () where it is prose
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from records.forms import party_letters
from records.page import Link
from scraper.swedish.asides import has_place_word, is_note, is_place, says_whence
from scraper.swedish.atoms import Atom, atoms_of
from scraper.swedish.names import is_name, is_name_word, is_vacant
from scraper.swedish.parties import LETTERS, InParentheses, in_parentheses, is_party, is_party_name
from scraper.swedish.reach import Reach, without_reach
from scraper.swedish.remembered import remembered
from scraper.swedish.roles import Role, heading_role, held, is_body, leading_role, read_role, read_roles, trailing_role
from scraper.swedish.titles import is_title, is_title_before

_WHOLE_WORDS = re.compile(r"\b(fr|t)(?:ån|ill) och med\b")
_SHORTENED = re.compile(r"\b\w{1,5}\.$")  # "ordf."
_LONGEST_NAME = 8  # words
_LONGEST_TITLE = 8  # words before a name
_BETWEEN = re.compile(r"\s*[,;]\s*")
_BEGINS_LONG = re.compile(r"[^(\[,;:|•·]{80}")  # letters before the first mark: no name, role or place is as long
_NOTE_MARK = re.compile(r"[*†‡¹²³]+|(?<=\))\d{1,2}(?!\d)|(?<=[a-zåäö]{3})\d(?!\w)")  # of a footnote
_FIELD = re.compile(r"(?:namn|parti|partitillhörighet|roll|uppdrag|funktion|befattning|titel|person)$", re.IGNORECASE)
_NUMBERING = re.compile(r"^\s*(?:[•·*▪◦‣–-]\s+|\d{1,3}[.)]\s+(?=[A-ZÅÄÖÉ]))")
_HAS_VERB = re.compile(  # a sentence behind a list: "B (M). Från förvaltningen deltar …" is no note about B
    r"\s(?:deltar|medverkar|sitter|ingår|är|representera[rs]|företräd(?:er|s)|bemannar)\s"
)
_TOO = re.compile(r"^tillika\s+(?=\w)")  # "…, tillika vice ordförande"
_ENDS_SENTENCE = re.compile(r"[a-zåäö\d]{3}\.\s+[A-ZÅÄÖ]")  # "Medlem sedan 2016. Företrädare:"
_SEAT_FOR = re.compile(r"^(?:plats(?:en)?|mandat)\s+för\s+", re.IGNORECASE)  # "Plats för Centerpartiet:"
_SEVERAL_TOO = ("ersättare", "ombud")  # the same word for one and for several
_CIVIL = re.compile(r"(?:kontakt)?tjänste(?:man|person)$", re.IGNORECASE)  # a label that a title says more than


@dataclass(frozen=True, slots=True)
class Entry:
    """One person (or empty seat) in a line. name is "" where vacant. rule says how it was read, for the explanation."""

    name: str
    party: str | None = None
    role: str | None = None
    title: str | None = None
    phone: str | None = None
    email: str | None = None
    place: str | None = None
    vacant: bool = False
    rule: str = ""

    @property
    def elected(self) -> bool:
        return bool(self.party or self.role)


@dataclass(slots=True)
class _Person:
    name: str
    rule: list[str]
    party: str | None = None
    role: str | None = None
    title: str | None = None
    place: str | None = None
    no_party: bool = False
    vacant: bool = False
    own_role: bool = False


@dataclass(slots=True)
class _Walk:
    """What has been read of a line so far."""

    people: list[_Person] = field(default_factory=list)
    role: str | None = None  # read before its person
    kept: bool = False  # … and given to everybody that follows
    party: str | None = None
    place: str | None = None
    title: str | None = None
    sep: str = ""  # the mark right before what is read now; "" right behind a name or its parentheses
    listed: bool = False  # a lead, heading or column says that people stand here


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
    line, reach = without_reach(_NOTE_MARK.sub("", _NUMBERING.sub("", text)), links)
    shortened = _WHOLE_WORDS.sub(r"\1.o.m.", line) if " och med" in line else line
    walk = None if _BEGINS_LONG.match(line) else _walk(atoms_of(shortened), listed=bool(announced or role or party))
    if is_vacant(line) and not (walk and any(person.name for person in walk.people)):
        return (Entry("", vacant=True, role=role, party=party, rule="entry: empty seat"),)
    if walk is None or not walk.people:
        return ()
    if not any(_certain(person) for person in walk.people) and not (announced or role or party):
        return ()
    return tuple(
        _entry(person, role, party, _reach(reach, at, len(walk.people))) for at, person in enumerate(walk.people)
    )


def _certain(person: _Person) -> bool:
    return bool(person.party or person.role or person.title or person.no_party)


def _reach(reach: Reach, at: int, people: int) -> Reach:
    """Which phone and address belong to the person at this place: the only one's are all, else one each."""
    if people == 1:
        return reach
    phones = reach.phones[at : at + 1] if len(reach.phones) == people else ()
    emails = reach.emails[at : at + 1] if len(reach.emails) == people else ()
    return Reach(phones, emails)


def _entry(person: _Person, role: str | None, party: str | None, reach: Reach) -> Entry:
    rule = ", ".join(dict.fromkeys(person.rule))
    if not person.role and role:
        rule += ", role given above"
    if not person.party and party and not person.no_party:
        rule += ", party given above"
    return Entry(
        name="" if person.vacant else person.name,
        party=person.party or (None if person.no_party else party),
        role=person.role or role,
        title=person.title,
        phone=reach.phones[0] if reach.phones else None,
        email=reach.emails[0] if reach.emails else None,
        place=person.place,
        vacant=person.vacant,
        rule="entry: empty seat" if person.vacant else f"entry: {rule}",
    )


def _walk(atoms: list[Atom], *, listed: bool = False) -> _Walk | None:
    """The line's people; None as soon as a text belongs to nobody."""
    walk = _Walk(listed=listed)
    last_name = max((at for at, (kind, value) in enumerate(atoms) if kind == "text" and is_name(value)), default=-1)
    for at, (kind, value) in enumerate(atoms):
        if kind == "text":
            colon = at + 1 < len(atoms) and atoms[at + 1][0] == "colon"
            if not _text(walk, value, colon=colon, person_follows=last_name > at):
                return None
            walk.sep = ""
        elif kind == "paren":
            _paren(walk, value)
            walk.sep = ""
        else:
            walk.sep = value if kind != "colon" else ":"
    return walk


def _text(walk: _Walk, text: str, *, colon: bool, person_follows: bool) -> bool:
    """Give one text its meaning: a name begins a person; all else belongs to the person before, or to the next."""
    if walk.sep == ". " and _HAS_VERB.search(text):
        return False
    if is_party(text.strip(" .")):
        text = text.strip(" .")  # "Testa Testsson, C."
    text = _TOO.sub("", text.strip() if _SHORTENED.search(text) else text.strip(" ."))
    return (
        (colon and _before_colon(walk, text))
        or _name(walk, text)
        or _role(walk, text, person_follows)
        or _party_or_place(walk, text)
        or _other(walk, text)
    )


def _before_colon(walk: _Walk, text: str) -> bool:
    """ "Ledamot:", "Moderaterna:", "Växjö:" count for everybody that follows."""
    if _ENDS_SENTENCE.search(text):
        return False
    role = read_roles(text)
    if role:
        walk.role, walk.kept = heading_role(role.singular if role.several else held(role)), True
        return True
    text = _SEAT_FOR.sub("", text)
    if _FIELD.match(text):
        pass
    elif is_party(text):
        walk.party = text
    elif is_title(text):
        walk.title, walk.role, walk.kept = text, None, False
    elif is_place(text):
        walk.place = text
    else:
        return False
    return True


def _name(walk: _Walk, text: str) -> bool:
    if _name_with_party(walk, text):
        return True
    if is_party_name(text) or has_place_word(text):
        return False
    return _plain_name(walk, text) or _name_with_role(walk, text) or _name_with_title(walk, text)


def _plain_name(walk: _Walk, text: str) -> bool:
    """A name and nothing else but a party's letters, or an empty seat."""
    if is_vacant(text):
        _begin(walk, "", "empty seat", vacant=True)
    elif not _name_with_party(walk, text):
        if not is_name(text):
            return False
        _begin(walk, text, "name")
    return True


def _name_with_role(walk: _Walk, text: str) -> bool:
    leading = leading_role(text)
    if leading and (is_name(leading[1]) or is_vacant(leading[1])):
        role = leading[0]
        if not (walk.kept and walk.role and _held_elsewhere(text, role)):
            walk.role = heading_role(role.singular) if role.several else held(role)
            walk.kept = role.several or role.text in _SEVERAL_TOO
        vacant = is_vacant(leading[1])
        _begin(walk, "" if vacant else leading[1], "role and name", vacant=vacant)
        return True
    trailing = trailing_role(text)
    if trailing and _plain_name(walk, trailing[0]):
        walk.people[-1].rule.append("role")
        walk.people[-1].role, walk.people[-1].own_role = trailing[1].text, True
        return True
    return False


def _held_elsewhere(text: str, role: Role) -> bool:
    """Whether a role before a name is another body's, as in "Ombud: kommunstyrelsens ordförande Testa Testsson"."""
    return not text.casefold().startswith(role.text)


def _name_with_party(walk: _Walk, text: str) -> bool:
    """ "Testa Testsson M", "Testa Testsson Moderaterna", "M Testa Testsson": a party without parentheses."""
    parts = text.split()
    if len(parts) > 2 and parts[0].isupper() and parts[0].casefold() in LETTERS and is_name(" ".join(parts[1:])):
        _begin(walk, " ".join(parts[1:]), "party and name")  # "S Testa Testsson": a mark before the name
        walk.people[-1].party = parts[0]
        return True
    known = len(parts) > 2 and party_letters(parts[-1])  # then the words before it are all the name's
    for cut in [len(parts) - 1] if known else range(2, min(len(parts), _LONGEST_NAME)):
        name, party = " ".join(parts[:cut]), " ".join(parts[cut:])
        if _are_letters(party) or (is_party_name(party) and not read_role(parts[-1])):
            if not is_name(name):
                return False
            _begin(walk, name, "name and party")
            walk.people[-1].party = party
            return True
    return False


def _are_letters(text: str) -> bool:
    """Whether a word behind a name is a party's letters: "M", "KD", "Kd"; one small letter is none."""
    return text.casefold() in LETTERS and (text.isupper() or (len(text) == 2 and text.istitle()))


def _name_with_title(walk: _Walk, text: str) -> bool:
    """ "Regiondirektör Testa Testsson": the first words are a title, the others a name."""
    parts = text.split()
    for cut in range(1, min(len(parts), _LONGEST_TITLE)):
        if is_name_word(parts[cut]) and is_title_before(parts[:cut]) and is_name(" ".join(parts[cut:])):
            walk.title = " ".join(parts[:cut])
            _begin(walk, " ".join(parts[cut:]), "title and name")
            return True
    return False


def _begin(walk: _Walk, name: str, rule: str, *, vacant: bool = False) -> None:
    person = _Person(name, [rule], party=walk.party, role=walk.role, place=walk.place, vacant=vacant)
    person.title, walk.title = walk.title, None
    if walk.role:
        person.rule.append("role before")
    if not walk.kept:
        walk.role = None
    walk.people.append(person)


def _role(walk: _Walk, text: str, person_follows: bool) -> bool:
    role = read_role(text)
    if role is None or (role.text == "medlem" and role.body):
        return False  # "Medlem sedan 2016" is nobody's role
    if not walk.people or (person_follows and _begins_group(walk, role)):
        walk.role, walk.kept = (heading_role(role.singular) if role.several else held(role)), role.several
        return True
    _give_role(walk, role)
    return True


def _begins_group(walk: _Walk, role: Role) -> bool:
    """Whether a role between people is the next one's: the people so far had theirs before them, too.

    In "Ledamöter: A (S), ordförande, B (M)" it is A's, for the role before them is everybody's.
    """
    last = walk.people[-1]
    if not walk.sep or not last.role or last.own_role:
        return False
    return not walk.kept or role.several or role.text in (*_SEVERAL_TOO, "ordinarie")


def _give_role(walk: _Walk, role: Role) -> None:
    if role.several and len(walk.people) > 1:
        for person in walk.people:
            if not person.role:
                person.role, person.own_role = role.singular, True
        return
    last = walk.people[-1]
    if last.role and walk.kept and not last.own_role and role.body and role.body.endswith("s"):
        return  # "Ledamot: Testa Testsson (M), nämndens ordförande" tells what else the member is
    if last.role and last.own_role:
        if role.text in last.role.split(", "):
            return
        joined = ", " if "," in walk.sep else walk.sep if walk.sep.strip() else ", "
        last.role = f"{last.role}{joined}{role.text}"
    else:
        last.role = role.singular if role.several else role.text
    last.own_role = True
    last.rule.append("role")


def _party_or_place(walk: _Walk, text: str) -> bool:
    last = walk.people[-1] if walk.people else None
    if is_party(text) and (last is None or not last.party):
        if last is None:
            walk.party = text
        else:
            last.party = text
            last.rule.append("party")
        return True
    if is_place(text):
        if last is None:
            walk.place = text
        else:
            last.place = last.place or text
            last.rule.append("place")
        return True
    return False


def _other(walk: _Walk, text: str) -> bool:
    last = walk.people[-1] if walk.people else None
    if last and is_note(text, held=last.own_role):
        last.rule.append("note")
    elif (
        last
        and last.title
        and walk.sep.strip() in ("och", "samt", "&")
        and text[0].islower()
        and len(text.split()) <= 4
    ):
        last.title = f"{last.title}{walk.sep}{text}"
    elif last and (not last.title or _CIVIL.match(last.title)) and is_title(text):
        last.title = text
        last.rule.append("title")
    elif last and _certain(last) and (text[0].isupper() or len(text.split()) == 1) and is_body(text):
        last.place = last.place or text
        last.rule.append("organisation")
    elif (
        last
        and (walk.listed or last.own_role)
        and len(walk.people) == 1
        and walk.sep.strip() == ","
        and says_whence(text)
    ):
        last.place = last.place or text
        last.rule.append("whence")
    else:
        return False
    return True


def _paren(walk: _Walk, inside: str) -> None:
    """Parentheses behind a person: a party, a role, a place, a note; several joined by a comma are read one by one."""
    last = walk.people[-1] if walk.people else None
    parts = _BETWEEN.split(inside)
    if last is None:
        if parts and in_parentheses(parts[0]) is InParentheses.PARTY:
            walk.party = parts[0].strip()
        return
    for part in parts:
        _within(walk, last, part.strip())


def _within(walk: _Walk, last: _Person, part: str) -> None:
    match in_parentheses(part, last.name):
        case InParentheses.PARTY if not last.party or last.party == walk.party:
            last.party = part
            last.rule.append("(party)")
        case InParentheses.NO_PARTY:
            last.no_party = True
            last.rule.append("(-)")
        case InParentheses.ROLE:
            role = read_roles(part)
            if role and not last.own_role:
                last.role, last.own_role = role.text, True
                last.rule.append("(role)")
        case InParentheses.PLACE:
            last.place = last.place or part
            last.rule.append("(place)")
        case _:
            last.rule.append("(aside)")
