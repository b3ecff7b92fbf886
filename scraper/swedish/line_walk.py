"""A line's atoms, one after the other: what each text and each parenthesis says, and of which person."""

from __future__ import annotations

import re

from scraper.swedish.asides import is_note, is_place, says_whence
from scraper.swedish.atoms import Atom
from scraper.swedish.line_names import SEVERAL_TOO, read_name, read_name_by_party
from scraper.swedish.line_state import LineState, Person
from scraper.swedish.names import is_name
from scraper.swedish.parties import LETTERS, InParentheses, in_parentheses, is_party
from scraper.swedish.roles import Role, heading_role, held, is_body, leading_role, read_role, read_roles, role_ahead
from scraper.swedish.titles import is_title

_SHORTENED = re.compile(r"\b\w{1,5}\.$")  # "ordf."
_NAMES = re.compile(r"\s*[,;]\s*|\s+(?:och|samt)\s+")
_BETWEEN = re.compile(r"\s*[,;]\s*")
_THE_OTHERS = ("övriga", "övrig", "andra", "dessutom")  # a label that gives no role: "Sammankallande: A. Övriga: B"
_FIELD = re.compile(r"(?:namn|parti|partitillhörighet|roll|uppdrag|funktion|befattning|titel|person)$", re.IGNORECASE)
_HAS_VERB = re.compile(  # a sentence behind a list: "B (M). Från förvaltningen deltar …" is no note about B
    r"\s(?:deltar|medverkar|sitter|ingår|är|representera[rs]|företräd(?:er|s)|bemannar)\s"
)
_BEFORE_ROLE = "organisation before the role"  # which must follow: "Testa Testsson, Prov AB, ordförande"
_TOO = re.compile(r"^(?:tillika|som|även)\s+(?=\w)")  # "…, tillika vice ordförande", "… (M) som ersättare"
_WITH = re.compile(r"^(?:och\s+)?med\s+(?=[A-ZÅÄÖÉ])")  # "Ombud: Testa Testsson (S), med Bo Provsson (M) som ersättare"
_ELSEWHERE = re.compile(r"\b\w{4,}(?:nämnden|styrelsen|fullmäktige)$")  # "ordf. socialnämnden", as in no "i styrelsen"
_IN_TURN = " respektive "
_PAIR = 2
_ALSO = " tillika "
_JOINED = ("och", "samt", "&")
_TITLES_TOO = ("sekreterare",)  # roles that are titles beside a title
_ENDS_SENTENCE = re.compile(r"[a-zåäö\d]{3}\.\s+[A-ZÅÄÖ]")  # "Medlem sedan 2016. Företrädare:"
_SEAT_FOR = re.compile(r"^(?:plats(?:en)?|mandat)\s+för\s+", re.IGNORECASE)  # "Plats för Centerpartiet:"
_CIVIL = re.compile(r"(?:kontakt)?tjänste(?:man|person)$", re.IGNORECASE)  # a label that a title says more than
_LONGEST_SECOND_TITLE = 4  # words


def walk_line(atoms: list[Atom], *, listed: bool = False) -> LineState | None:
    """The line's people; None as soon as a text belongs to nobody."""
    names = [at for at, (kind, value) in enumerate(atoms) if kind == "text" and is_name(value)]
    line = LineState(listed=listed, names=len(names))
    last_name = names[-1] if names else -1
    for at, (kind, value) in enumerate(atoms):
        if kind == "text":
            mark = atoms[at + 1][0] if at + 1 < len(atoms) else ""
            colon = mark == "colon" or (mark == "stop" and _is_sector(value))
            if listed and at == 0 and mark == "comma" and is_title(value):
                colon = _is_name_at(atoms, at + 2)  # "Kommundirektör, Testa Testsson"
            if colon and _labels_name(value, atoms[at + 2 : at + 3]):
                return None
            ahead = atoms[at + 1] if at + 1 < len(atoms) else ("", "")
            by_party = ahead[0] == "paren" and ahead[1].casefold() in LETTERS and not is_name(value)
            if (
                not (by_party and read_name_by_party(line, value))
                and not _text(line, value, colon=colon, person_follows=last_name > at)
                and not _before_role(line, value, atoms[at + 1 : at + 3])
            ):
                return None
            line.sep = ""
        elif kind == "paren":
            _paren(line, value)
            line.sep = ""
        else:
            line.sep = value if kind != "colon" else ":"
    if not listed and any(_BEFORE_ROLE in each.rule and not each.certain for each in line.people):
        return None
    return line


def _before_role(line: LineState, text: str, behind: list[Atom]) -> bool:
    """ "Testa Testsson, Provbygdens jägare i samverkan, ordförande": whence, between a name and a role."""
    if not line.people or line.people[-1].certain or line.sep.strip() != "," or len(behind) < _PAIR:
        return False
    (mark, _), (kind, role) = behind
    if mark != "comma" or kind != "text" or read_role(role) is None or not (text[0].isupper() and says_whence(text)):
        return False
    line.people[-1].place = line.people[-1].place or text
    line.people[-1].rule.append(_BEFORE_ROLE)
    return True


def _labels_name(text: str, behind: list[Atom]) -> bool:
    """Whether what looks like a name is the label of one: "Fiskeområde Prov: Testa Testsson (M)"."""
    return bool(behind) and behind[0][0] == "text" and is_name(behind[0][1]) and is_name(text) and not is_place(text)


def _text(line: LineState, text: str, *, colon: bool, person_follows: bool) -> bool:
    """Give one text its meaning: a name begins a person; all else belongs to the person before, or to the next."""
    if line.sep == ". " and _HAS_VERB.search(text):
        return False
    if is_party(text.strip(" .")):
        text = text.strip(" .")  # "Testa Testsson, C."
    if line.people and text[:1] in ("m", "o") and (beside := _WITH.match(text)):
        text, line.beside = text[beside.end() :], len(line.people)
    text = text.strip() if _SHORTENED.search(text) else text.strip(" .")
    if text[:1] in ("t", "s", "ä"):
        text = _TOO.sub("", text)
    return (
        (colon and _before_colon(line, text))
        or read_name(line, text)
        or _role(line, text, person_follows)
        or _party_or_place(line, text)
        or _other(line, text)
    )


def _before_colon(line: LineState, text: str) -> bool:
    """ "Ledamot:", "Moderaterna:", "Växjö:" count for everybody that follows."""
    if _ENDS_SENTENCE.search(text):
        return False
    role = read_roles(text)
    if role and line.role and line.sep.strip() == "/" and line.names == _PAIR and not line.people:
        line.in_turn, line.role, line.kept = (line.role, held(role)), None, False
        return True  # "Ledamot/ersättare: Testa Testsson (M)/Bo Provsson (S)"
    if role and _IN_TURN in role.text:
        line.in_turn, line.role, line.kept = _in_turn(role), None, False
        return True
    if role:
        line.role, line.kept = heading_role(held(role)), True
        return True
    text = _SEAT_FOR.sub("", text)
    if _FIELD.match(text):
        pass
    elif text.casefold() in _THE_OTHERS:
        line.role, line.kept = None, False
    elif is_party(text):
        line.party = text
    elif is_title(text):
        line.title, line.role, line.kept = text, None, False
    elif is_place(text) or _is_sector(text):
        line.place = text
    else:
        return False
    return True


def _is_name_at(atoms: list[Atom], at: int) -> bool:
    return at < len(atoms) and atoms[at][0] == "text" and is_name(atoms[at][1])


def _is_sector(text: str) -> bool:
    """ "Ideell sektor. Testa Testsson, Testby": whom somebody stands for, in front of the name."""
    return text.endswith(" sektor")


def _role(line: LineState, text: str, person_follows: bool) -> bool:
    role = read_roles(text) if _ALSO in text else read_role(text)
    if role and role.text in _TITLES_TOO and line.people and _continues_title(line, text):
        return False  # "utredare och sekreterare" are two titles
    if role is None or (role.text == "medlem" and role.body):
        return False  # "Medlem sedan 2016" is nobody's role
    if not line.people or (person_follows and _begins_group(line, role)):
        line.role, line.kept = role_ahead(role), role.several
        return True
    if role.several and line.sep.strip() in _JOINED:
        line.people[-1].rule.append("others")  # "… och representanter för näringslivet"
        return True
    _give_role(line, role)
    return True


def _begins_group(line: LineState, role: Role) -> bool:
    """Whether a role between people is the next one's: the people so far had theirs before them, too.

    In "Ledamöter: A (S), ordförande, B (M)" it is A's, for the role before them is everybody's.
    """
    last = line.people[-1]
    if not line.sep or not last.role or last.own_role:
        return False
    return not line.kept or role.several or role.text in (*SEVERAL_TOO, "ordinarie")


def _in_turn(role: Role) -> tuple[str, ...]:
    """ "ordförande, vice ordförande respektive ledamot": a role for each person of as many."""
    return tuple(re.split(r", | och | respektive ", role.text))


def _give_role(line: LineState, role: Role) -> None:
    if _IN_TURN in role.text and len(in_turn := _in_turn(role)) <= len(line.people):
        for person, its_own in zip(line.people[-len(in_turn) :], in_turn, strict=True):
            person.role, person.own_role = its_own, True
        return
    if role.several and line.beside is not None:
        for person in line.people[line.beside :]:
            person.role, person.own_role = role.singular, True
        return
    if role.several and len(line.people) > 1:
        for person in line.people:
            if not person.role:
                person.role, person.own_role = role.singular, True
        return
    last = line.people[-1]
    given = last.role and line.kept and not last.own_role
    if given and (
        role.text.endswith("råd") or (role.body and (role.body.endswith("s") or _ELSEWHERE.search(role.body)))
    ):
        return  # "Ledamot: Testa Testsson (M), nämndens ordförande" tells what else the member is
    if last.role and last.own_role:
        if role.text in last.role.split(", "):
            return
        joined = ", " if "," in line.sep else line.sep if line.sep.strip() else ", "
        last.role = f"{last.role}{joined}{role.text}"
    else:
        last.role = role.one
    last.own_role = True
    last.rule.append("role")


def _party_or_place(line: LineState, text: str) -> bool:
    last = line.people[-1] if line.people else None
    if is_party(text) and (last is None or not last.party):
        if last is None:
            line.party = text
        else:
            last.party = text
            last.rule.append("party")
        return True
    if is_place(text):
        if last is None:
            line.place = text
        else:
            last.place = last.place or text
            last.rule.append("place")
        return True
    return False


def _other(line: LineState, text: str) -> bool:
    """What else a line says of the person before: a note, a title, an organisation, whence."""
    if not line.people:
        return False
    last = line.people[-1]
    if is_note(text, held=last.own_role) and not _HAS_VERB.search(text):
        last.rule.append("note")
    elif _continues_title(line, text):
        last.title = f"{last.title}{line.sep}{text}"
    elif (not last.title or _CIVIL.match(last.title)) and is_title(text):
        last.title = text
        last.rule.append("title")
    elif (last.certain or line.sep == ", ") and (text[0].isupper() or len(text.split()) == 1) and is_body(text):
        last.place = last.place or text
        last.rule.append("organisation" if last.certain else _BEFORE_ROLE)
    elif _may_say_whence(line) and says_whence(text):
        last.place = last.place or text
        last.rule.append("whence")
    elif last.place and line.sep.strip() in _JOINED and text[0].islower() and says_whence(text):
        last.place = f"{last.place}{line.sep}{text}"  # "institutionen för fysik och elektroteknik"
    else:
        return False
    return True


def _continues_title(line: LineState, text: str) -> bool:
    """ "ekonom och samordnare": a few more words of the title, joined to it."""
    joined = bool(line.people[-1].title) and line.sep.strip() in _JOINED
    return joined and text[0].islower() and len(text.split()) <= _LONGEST_SECOND_TITLE


def _may_say_whence(line: LineState) -> bool:
    alone = len(line.people) == 1 and (line.sep.strip() == "," or (not line.sep and bool(line.people[0].party)))
    return alone and (line.listed or line.people[-1].own_role)


def _paren(line: LineState, inside: str) -> None:
    """Parentheses behind a person: a party, a role, a place, a note; several joined by a comma are read one by one."""
    parts = _BETWEEN.split(inside)
    if not line.people:
        if in_parentheses(parts[0]) is InParentheses.PARTY:
            line.party = parts[0].strip()
        return
    if _others(line, inside):
        return
    for part in parts:
        _within(line, line.people[-1], part.strip())


def _others(line: LineState, inside: str) -> bool:
    """ "(ersättare: Bo Provsson och Li Ek)": a role and names within parentheses are other people's."""
    leading = leading_role(inside)
    named = _NAMES.split(leading[1].strip(" :")) if leading else []
    if not leading or not all(is_name(name) for name in named):
        return False
    for name in named:
        role = heading_role(leading[0].singular)
        line.people.append(Person(name, ["(role and name)"], role=role, own_role=role is not None))
    return True


def _within(line: LineState, last: Person, part: str) -> None:
    match in_parentheses(part, last.name):
        case InParentheses.PARTY if not last.party or last.party == line.party:
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
