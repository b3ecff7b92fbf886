"""People in one line, item or table row: "Namn (P), roll" in every shape in which Swedish public pages write it.

text | atoms (texts, parentheses, separators) | walk, one meaning per atom | entries, or () where it is prose
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from records.page import Link
from scraper.names import is_common_given, is_given, is_name, is_name_word, is_surname, is_vacant, turned
from scraper.parties import LETTERS, InParentheses, in_parentheses, is_party, is_party_name
from scraper.reach import Reach, without_reach
from scraper.remembered import remembered
from scraper.roles import Role, heading_role, is_body, leading_role, read_role, read_roles, trailing_role
from scraper.swedish import NO_NAME, SHORT_PLACES
from scraper.titles import is_title

_ATOMS = re.compile(
    r"\((?P<paren>[^()]*)\)?|\[(?P<square>[^\[\]]*)\]?"
    r"|(?P<colon>\s*:\s+|:$)|(?P<stop>(?<=[)\w][a-zåäö)])\.\s+(?=[A-ZÅÄÖ])|\s*[;|•·]\s*)"
    r"|(?P<comma>\s*,\s*(?:(?:och|samt)\s+)?)|(?P<dash>\s+[–—-]\s+|\s*–\s+|\s*-\s+)|(?P<slash>\s*/\s*)|"
    r"(?P<join>\s+(?:och|samt|&|"
    r"and|\+)\s+)"
)
_WHOLE_WORDS = re.compile(r"\b(fr|t)(?:ån|ill) och med\b")
_SHORTENED = re.compile(r"\b\w{1,5}\.$")  # "ordf."
_BEGINS_LONG = re.compile(r"[^(\[,;:|•·]{80}")  # letters before the first mark: no name, role or place is as long
_NUMBERING = re.compile(r"^\s*(?:[•·*▪◦‣–-]\s+|\d{1,3}[.)]\s+(?=[A-ZÅÄÖÉ]))")
_NOTE = re.compile(
    r"^(?:(?:tjänst|föräldra|sjuk)?ledig\b|ersätt(?:er|are för)\b|vikari|t\.?\s?o\.?\s?m\b|fr\.?\s?o\.?\s?m\b|"
    r"from\b|tom\b|till och med|från|"
    r"född|sedan\b|invald|vald\b|utsedd\b|avgår|tillträder|mandatperiod|t\.?\s?ex|\d{4}(?:\s*[-–]\s*\d{2,4})?$|"
    r"\d+ år|\W*$)",
    re.IGNORECASE,
)
_PLACE_WORD = re.compile(
    r"\b(?:kommun|region|län|landsting|stad|regionkommun|kommunförbund|regionförbund)\b|^(?:Region|Landstinget)\b"
)


Atom = tuple[str, str]
"""("text", …), ("paren", …), or a separator by its name."""


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
    sep: str = ""


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
    line, reach = without_reach(_NUMBERING.sub("", text), links)
    walk = None if _BEGINS_LONG.match(line) else _walk(_atoms(_WHOLE_WORDS.sub(r"\1.o.m.", line)))
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


def _atoms(line: str) -> list[Atom]:
    """The line's atoms in order; empty texts are left out."""
    atoms: list[Atom] = []
    at = 0
    for found in _ATOMS.finditer(line):
        if line[at : found.start()].strip():
            atoms.append(("text", line[at : found.start()].strip()))
        kind = found.lastgroup or ""
        value = found[kind]
        atoms.append(("paren" if kind in ("paren", "square") else kind, value))
        at = found.end()
    if line[at:].strip(" ."):
        atoms.append(("text", line[at:].strip()))
    return _turn_names(atoms)


def _turn_names(atoms: list[Atom]) -> list[Atom]:
    """Surname-first names made whole: text, comma, text → one text; only where the first cannot be a full name."""
    result: list[Atom] = []
    at, turned_one = 0, False
    while at < len(atoms):
        three = atoms[at : at + 3]
        shape = [kind for kind, _ in three] == ["text", "comma", "text"]
        if shape and _begins_person(result, turned_one) and _surname_first(three[0][1], three[2][1]):
            given, rest = _given_part(three[2][1])
            result.append(("text", turned(three[0][1], given)))
            if rest:
                result.append(("text", rest))
            at, turned_one = at + 3, True
        else:
            result.append(atoms[at])
            at += 1
    return result


def _begins_person(before: list[Atom], turned_one: bool) -> bool:
    """Whether a person may begin here: at the start, after a mark that ends one, "och", or a role's colon.

    A comma ends one too in a line that has turned a name before.
    """
    return not before or before[-1][0] in ("stop", "colon", "join", "dash") or (turned_one and before[-1][0] == "comma")


def _given_part(text: str) -> tuple[str, str]:
    """ "Anna ledamot" → ("Anna", "ledamot"): the words that can be given names, and the rest."""
    words = text.split()
    cut = next((at for at, word in enumerate(words) if not is_name_word(word)), len(words))
    return " ".join(words[:cut]), " ".join(words[cut:])


def _surname_first(surname: str, text: str) -> bool:
    given = _given_part(text)[0]
    if not given or not is_surname(surname) or surname.casefold() in SHORT_PLACES or not is_given(given):
        return False
    if is_name(surname):
        return len(given.split()) == 1 and is_common_given(given) and not is_common_given(surname.split()[0])
    return True


def _walk(atoms: list[Atom]) -> _Walk | None:
    """The line's people; None as soon as a text belongs to nobody."""
    walk = _Walk()
    last_name = max((at for at, (kind, value) in enumerate(atoms) if kind == "text" and is_name(value)), default=-1)
    for at, (kind, value) in enumerate(atoms):
        if kind == "text":
            colon = at + 1 < len(atoms) and atoms[at + 1][0] == "colon"
            if not _text(walk, value, colon=colon, person_follows=last_name > at):
                return None
        elif kind == "paren":
            _paren(walk, value)
        else:
            walk.sep = value if kind != "colon" else ":"
    return walk


def _text(walk: _Walk, text: str, *, colon: bool, person_follows: bool) -> bool:
    """Give one text its meaning: a name begins a person; all else belongs to the person before, or to the next."""
    text = text.strip() if _SHORTENED.search(text) else text.strip(" .")
    return (
        (colon and _before_colon(walk, text))
        or _name(walk, text)
        or _role(walk, text, person_follows)
        or _party_or_place(walk, text)
        or _other(walk, text)
    )


def _before_colon(walk: _Walk, text: str) -> bool:
    """ "Ledamot:", "Moderaterna:", "Växjö:" count for everybody that follows."""
    role = read_roles(text)
    if role:
        walk.role, walk.kept = heading_role(role.singular if role.several else role.text), True
        return True
    if is_party(text):
        walk.party = text
        return True
    if _is_place(text):
        walk.place = text
        return True
    return False


def _name(walk: _Walk, text: str) -> bool:
    if is_vacant(text):
        _begin(walk, "", "empty seat", vacant=True)
        return True
    if is_party_name(text) or _PLACE_WORD.search(text):
        return False
    if is_name(text):
        _begin(walk, text, "name")
        return True
    return _name_with_role(walk, text) or _name_with_party(walk, text)


def _name_with_role(walk: _Walk, text: str) -> bool:
    leading = leading_role(text)
    if leading and (is_name(leading[1]) or is_vacant(leading[1])):
        role = leading[0]
        walk.role, walk.kept = (heading_role(role.singular) if role.several else role.text), role.several
        vacant = is_vacant(leading[1])
        _begin(walk, "" if vacant else leading[1], "role and name", vacant=vacant)
        return True
    trailing = trailing_role(text)
    if trailing and (is_name(trailing[0]) or is_vacant(trailing[0])):
        vacant = is_vacant(trailing[0])
        _begin(walk, "" if vacant else trailing[0], "name and role", vacant=vacant)
        walk.people[-1].role, walk.people[-1].own_role = trailing[1].text, True
        return True
    return False


def _name_with_party(walk: _Walk, text: str) -> bool:
    """ "Testa Testsson M": known letters in capitals behind a name, without parentheses."""
    name, _, letters = text.rpartition(" ")
    if letters.isupper() and letters.casefold() in LETTERS and is_name(name):
        _begin(walk, name, "name and party")
        walk.people[-1].party = letters
        return True
    return False


def _begin(walk: _Walk, name: str, rule: str, *, vacant: bool = False) -> None:
    person = _Person(name, [rule], party=walk.party, role=walk.role, place=walk.place, vacant=vacant)
    if walk.role:
        person.rule.append("role before")
    if not walk.kept:
        walk.role = None
    walk.people.append(person)


def _role(walk: _Walk, text: str, person_follows: bool) -> bool:
    role = read_role(text)
    if role is None:
        return False
    if not walk.people or (walk.people[-1].role and not walk.people[-1].own_role and person_follows):
        walk.role, walk.kept = (heading_role(role.singular) if role.several else role.text), role.several
        return True
    _give_role(walk, role)
    return True


def _give_role(walk: _Walk, role: Role) -> None:
    if role.several and len(walk.people) > 1:
        for person in walk.people:
            if not person.role:
                person.role, person.own_role = role.singular, True
        return
    last = walk.people[-1]
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
    if _is_place(text):
        if last is None:
            walk.place = text
        else:
            last.place = last.place or text
            last.rule.append("place")
        return True
    return False


def _is_place(text: str) -> bool:
    words = text.split()
    if not words or len(words) > 5 or not text[0].isupper():
        return False
    if text.casefold() in SHORT_PLACES or _PLACE_WORD.search(text):
        return True
    if (
        words[0].casefold() in ("västra", "östra", "norra", "södra", "upplands", "lilla", "stora", "övre", "nedre")
        and len(words) == 2
    ):
        return True
    return (
        len(words) == 1
        and text.isalpha()
        and len(text) > 2
        and text.casefold() not in NO_NAME | {"ja", "nej"}
        and is_name_word(text)
    )


def _other(walk: _Walk, text: str) -> bool:
    last = walk.people[-1] if walk.people else None
    if last and (_NOTE.match(text) or (last.own_role and walk.sep.strip() in ("och", "samt", "&") and is_body(text))):
        last.rule.append("note")
    elif (
        last
        and last.title
        and walk.sep.strip() in ("och", "samt", "&")
        and text[0].islower()
        and len(text.split()) <= 4
    ):
        last.title = f"{last.title}{walk.sep}{text}"
    elif last and not last.title and is_title(text):
        last.title = text
        last.rule.append("title")
    else:
        return False
    return True


def _paren(walk: _Walk, inside: str) -> None:
    """Parentheses behind a person: a party, a role, a place, a note; several joined by a comma are read one by one."""
    last = walk.people[-1] if walk.people else None
    parts = (
        [inside]
        if in_parentheses(inside) is not InParentheses.PLACE or "," not in inside
        else re.split(r"\s*,\s*", inside)
    )
    if re.match(r"[^\W\d]{1,6}\s*[,;]\s", inside):
        parts = re.split(r"\s*[,;]\s+", inside)
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
