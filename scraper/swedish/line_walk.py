"""A line's atoms, one after the other: what each text and each parenthesis says, and of which person."""

from __future__ import annotations

import re

from scraper.swedish.asides import is_note, is_place, names_village, says_whence
from scraper.swedish.atoms import Atom
from scraper.swedish.bodies import is_body
from scraper.swedish.columns import labels_field
from scraper.swedish.line_names import read_name, read_name_by_party
from scraper.swedish.line_parens import read_parens
from scraper.swedish.line_roles import IN_TURN, JOINED, continues_title, in_turn, take_role
from scraper.swedish.line_state import LineState
from scraper.swedish.names import is_common_given, is_name
from scraper.swedish.parties import LETTERS, is_party, is_party_name
from scraper.swedish.roles import heading_role, held, read_role, read_roles
from scraper.swedish.titles import is_title, singular_title

_SHORTENED = re.compile(r"\b(?:\w{1,5}|\w+ordf)\.$")  # "ordf."
_THE_OTHERS = ("övriga", "övrig", "andra", "dessutom")  # a label that gives no role: "Sammankallande: A. Övriga: B"
_OURS = re.compile(r"^(?:\w{2,}(?:en|et)s|[Vv]år[at]?)\s+(?=[a-zåäö])")  # "Regionens projektledare:"
_HAS_VERB = re.compile(  # a sentence behind a list: "B (M). Från förvaltningen deltar …" is no note about B
    r"\s(?:deltar|medverkar|sitter|ingår|är|representera[rs]|företräd(?:er|s)|bemannar)\s"
)
_BEFORE_ROLE = "organisation before the role"  # which must follow: "Testa Testsson, Prov AB, ordförande"
_TOO = re.compile(  # "…, tillika vice ordförande", "… (M) som ersättare"
    r"^(?:tillika|(?:tjänstgör(?:ande)?\s+)?som(?:\s+(?:också|även))?(?:\s+är)?|även|också)\s+(?=\w)"
)
_WITH = re.compile(r"^(?:och\s+)?med\s+(?=[A-ZÅÄÖÉ])")  # "Ombud: Testa Testsson (S), med Bo Provsson (M) som ersättare"
_COUNT = re.compile(
    r"^(?:\d{1,2}|en|ett|två|tre|fyra|fem|sex)\s+(?:st\.?\s+)?(?!v(?:ice\b|\.?\s?ordf))(?=[a-zåäö])"
)  # "2 ledamöter: …"
_PAIR = 2
_ENDS_SENTENCE = re.compile(r"[a-zåäö\d]{3}\.\s+[A-ZÅÄÖ]")  # "Medlem sedan 2016. Företrädare:"
_SEAT_FOR = re.compile(r"^(?:plats(?:en)?|mandat)\s+för\s+", re.IGNORECASE)  # "Plats för Centerpartiet:"
_PARTY_WHENCE_ROLE = ["paren", "comma", "text", "comma", "text"]
_CIVIL = re.compile(r"(?:kontakt)?tjänste(?:man|person)$", re.IGNORECASE)  # a label that a title says more than


def walk_line(atoms: list[Atom], *, listed: bool = False) -> LineState | None:
    """The line's people; None as soon as a text belongs to nobody."""
    names = [at for at, (kind, value) in enumerate(atoms) if kind == "text" and is_name(value)]
    if len(names) == _PAIR and _is_whence_before_role(atoms, names[1]):
        atoms, names = [*atoms[: names[1] - 1], *atoms[names[1] + 1 :]], names[:1]
    divided = any(kind == "stop" and ";" in value for kind, value in atoms)
    line = LineState(listed=listed, names=len(names), divided=divided)
    last_name = names[-1] if names else -1
    if listed and len(atoms) == _PAIR + 1 and names == [0, _PAIR] and _is_whence(atoms):
        line.begin(atoms[0][1], "name, whence")
        line.people[-1].place = atoms[_PAIR][1]
        return line
    for at, (kind, value) in enumerate(atoms):
        if kind == "text":
            mark = atoms[at + 1][0] if at + 1 < len(atoms) else ""
            colon = mark == "colon" or (mark == "stop" and _is_sector(value))
            if at == 0 and mark == "dash" and (label := read_roles(value)) and heading_role(label.singular) is None:
                colon = True  # "Företrädare – Testa Testsson (M)"
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
            read_parens(line, value)
            line.sep = ""
        else:
            line.sep = value if kind != "colon" else ":"
    if not listed and any(_BEFORE_ROLE in each.rule and not each.certain for each in line.people):
        return None
    return line


def _is_whence_before_role(atoms: list[Atom], second: int) -> bool:
    """ "Testa Testsson (S), Malung Sälen, ledamot": a line of one role, whose other two capitals are no given name."""
    name, other, role = atoms[0][1], atoms[second][1], atoms[-1][1]
    shape = [kind for kind, _ in atoms]
    if shape[-5:] != ["text", "comma", "text", "comma", "text"] and shape[1:] != _PARTY_WHENCE_ROLE:
        return False
    known = is_common_given(name.split()[0]) and not is_common_given(other.split()[0])
    return known and len(atoms) - 3 == second and is_name(name) and read_role(role) is not None


def _is_whence(atoms: list[Atom]) -> bool:
    """ "Testa Testsson, Testby Camping": behind one name and a comma what begins with a place is no second."""
    (_, name), (mark, _), (_, other) = atoms
    return mark == "comma" and is_common_given(name.split()[0]) and names_village(other.split()[0])


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
    if text[-1:] == "." and is_party(text.strip(" .")):
        text = text.strip(" .")  # "Testa Testsson, C."
    if line.people and text[:1] in ("m", "o") and (beside := _WITH.match(text)):
        text, line.beside = text[beside.end() :], len(line.people)
    text = text.strip() if text[-1:] == "." and _SHORTENED.search(text) else text.strip(" .")
    if text[:1] in ("t", "s", "ä"):
        text = _TOO.sub("", text)
    return (
        (colon and _before_colon(line, text))
        or _whence_like_a_name(line, text)
        or read_name(line, text)
        or take_role(line, text, person_follows)
        or _party_or_place(line, text)
        or _other(line, text)
    )


def _before_colon(line: LineState, text: str) -> bool:
    """ "Ledamot:", "Moderaterna:", "Växjö:" count for everybody that follows."""
    if _ENDS_SENTENCE.search(text):
        return False
    text = _COUNT.sub("", text).removesuffix(" är")
    role = read_roles(text)
    if role and line.role and line.sep.strip() == "/" and line.names == _PAIR and not line.people:
        line.in_turn, line.role, line.kept = (line.role, held(role)), None, False
        return True  # "Ledamot/ersättare: Testa Testsson (M)/Bo Provsson (S)"
    if role and IN_TURN in role.text:
        line.in_turn, line.role, line.kept = in_turn(role), None, False
        return True
    if role:
        given = role.given if role.several else heading_role(held(role))
        if role.text == "medlem" and role.body:
            given = role.text  # "Medlem i styrelsen:", as in Finland
        line.role, line.kept = (None if line.names_roles_of_several else line.joined(given)), True
        owner = role.body.removeprefix("för ") if role.body else ""
        line.party = owner if is_party_name(owner) else line.party  # "Gruppledare för Moderaterna:"
        return True
    text = _SEAT_FOR.sub("", text)
    if labels_field(text):
        pass
    elif text.casefold() in _THE_OTHERS:
        line.role, line.kept = None, False
    elif is_party(text):
        line.party = text
    elif is_title(text) or singular_title(text):
        text = _OURS.sub("", text)
        one = singular_title(text)
        line.title, line.role, line.kept = one.capitalize() if one else text, None, False
        line.titled = bool(one) or text.endswith("are")  # "Handläggare: Testa Testsson och Bo Provsson"
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


def _whence_like_a_name(line: LineState, text: str) -> bool:
    """ "Testa Testsson, Fältet Prov; Bo Provsson, …": where ";" divides people, what a comma precedes is whence."""
    if not (line.divided and line.people and line.sep.strip() == ",") or is_common_given(text.split()[0]):
        return False
    last = line.people[-1]
    if not is_name(text) or last.place or last.certain:
        return False
    last.place = text
    last.rule.append("whence")
    return True


def _other(line: LineState, text: str) -> bool:
    """What else a line says of the person before: a note, a title, an organisation, whence."""
    if not line.people:
        return False
    last = line.people[-1]
    if is_note(text, held=last.own_role) and not _HAS_VERB.search(text):
        last.rule.append("note")
    elif continues_title(line, text):
        last.title = f"{last.title}{line.sep}{text}"
    elif (not last.title or _CIVIL.match(last.title)) and is_title(text):
        last.title = text
        last.rule.append("title")
    elif line.listed and len(line.people) == 1 and line.sep.strip() in ("-", "–", "—") and is_body(text.split()[0]):
        last.place = last.place or text  # "Testa Testsson - utskottet för miljö (ledamot)", where people are announced
        last.rule.append("body")
    elif (last.certain or line.sep == ", ") and (text[0].isupper() or len(text.split()) == 1) and is_body(text):
        last.place = last.place or text
        last.rule.append("organisation" if last.certain else _BEFORE_ROLE)
    elif _may_say_whence(line) and says_whence(text):
        last.place = last.place or text
        last.rule.append("whence")
    elif last.place and line.sep.strip() in JOINED and text[0].islower() and says_whence(text):
        last.place = f"{last.place}{line.sep}{text}"  # "institutionen för fysik och elektroteknik"
    else:
        return False
    return True


def _may_say_whence(line: LineState) -> bool:
    several = line.divided and (line.kept or line.listed)
    behind_comma = line.sep.strip() == "," and (len(line.people) == 1 or several)
    alone = behind_comma or (len(line.people) == 1 and not line.sep and bool(line.people[0].party))
    return alone and (line.listed or line.kept or line.people[-1].own_role)
