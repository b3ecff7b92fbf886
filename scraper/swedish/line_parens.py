"""What parentheses in a line say of the person before them: a party, a role, a place, a note, or who else there is."""

from __future__ import annotations

import re

from scraper.swedish.line_state import LineState, Person
from scraper.swedish.names import is_name
from scraper.swedish.parties import InParentheses, in_parentheses, is_party
from scraper.swedish.roles import heading_role, leading_role, read_roles
from scraper.swedish.titles import is_title

_NAMES = re.compile(r"\s*[,;]\s*|\s+(?:och|samt)\s+")
_BETWEEN = re.compile(r"\s*[,;]\s*")
_ALSO = re.compile(r"^(?:även|också|tillika)\s+")  # "(även ledamot i arbetsutskottet)"
_ALL = re.compile(r"^(?:båda|bägge|samtliga|alla)\s+")  # "A och B (båda ledamöter)"


def read_parens(line: LineState, inside: str) -> None:
    """Give parentheses behind a person their meaning; several things joined by a comma are read one by one."""
    parts = _BETWEEN.split(inside)
    if not line.people:
        if in_parentheses(parts[0]) is InParentheses.PARTY:
            line.party = parts[0].strip()
        return
    if _others(line, inside) or _of_all(line, inside):
        return
    for part in parts:
        _within(line, line.people[-1], _ALSO.sub("", part.strip()))


def _of_all(line: LineState, inside: str) -> bool:
    """ "(båda ledamöter)": the role of all who have none of their own."""
    role = read_roles(_ALL.sub("", inside)) if _ALL.match(inside) else None
    for person in line.people if role else ():
        if role and not person.own_role:
            person.role, person.own_role = role.one, True
    return role is not None


def _others(line: LineState, inside: str) -> bool:
    """ "(ersättare: Bo Provsson, S, och Li Ek, kansler)": a role and names within parentheses are other people's."""
    leading = leading_role(inside)
    others: list[Person] = []
    for said in _NAMES.split(leading[1].strip(" :")) if leading else []:
        if is_name(said):
            role = heading_role(leading[0].one.rstrip(":")) if leading else None
            others.append(Person(said, ["(role and name)"], role=role, own_role=role is not None))
        elif others and is_party(said):
            others[-1].party = said
        elif others and is_title(said):
            others[-1].title = said
        else:
            return False
    line.people += others
    return bool(others)


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
        case _ if not last.title and is_title(part):
            last.title = part
            last.rule.append("(title)")
        case _:
            last.rule.append("(aside)")
