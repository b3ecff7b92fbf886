"""A role in a line: whose it is."""

from __future__ import annotations

import re

from scraper.swedish.line_names import SEVERAL_TOO
from scraper.swedish.line_state import LineState
from scraper.swedish.roles import Role, read_role, read_roles, role_ahead

_ELSEWHERE = re.compile(r"\b\w{4,}(?:nämnden|styrelsen|fullmäktige)$")  # "ordf. socialnämnden", as in no "i styrelsen"
_CHAIRS_ELSEWHERE = re.compile(r"\w{4,}ordförande")  # "Ledamot: Testa Testsson, förbundsordförande"
IN_TURN = " respektive "
_ALSO = " tillika "
JOINED = ("och", "samt", "&")
_TITLES_TOO = ("sekreterare",)  # roles that are titles beside a title
_LONGEST_SECOND_TITLE = 4  # words


def take_role(line: LineState, text: str, person_follows: bool) -> bool:
    """Whether a text is a role; if so whoever has it gets it. person_follows: somebody is named farther on."""
    role = read_roles(text) if _ALSO in text else read_role(text)
    if role and role.text in _TITLES_TOO and line.people and continues_title(line, text):
        return False  # "utredare och sekreterare" are two titles
    if role is None or (role.text == "medlem" and role.body):
        return False  # "Medlem sedan 2016" is nobody's role
    if not line.people or (person_follows and _begins_group(line, role)):
        line.role, line.kept = line.joined(role_ahead(role)), role.several
        return True
    if role.several and line.sep.strip() in JOINED:
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


def in_turn(role: Role) -> tuple[str, ...]:
    """ "ordförande, vice ordförande respektive ledamot": a role for each person of as many."""
    return tuple(re.split(r", | och | respektive ", role.text))


def _give_role(line: LineState, role: Role) -> None:
    """To the person before it, to each of several, or to all of those before it."""
    if IN_TURN in role.text and len(roles := in_turn(role)) <= len(line.people):
        for person, its_own in zip(line.people[-len(roles) :], roles, strict=True):
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
        role.text.endswith("råd")
        or _CHAIRS_ELSEWHERE.fullmatch(role.text)
        or (role.body and (role.body.endswith("s") or _ELSEWHERE.search(role.body)))
    ):
        return  # "Ledamot: Testa Testsson (M), nämndens ordförande" tells what else the member is
    if last.role and last.own_role and role.body and _ELSEWHERE.search(role.body) and "body" in last.rule:
        return  # "… - utskottet för miljö (ledamot), ledamot i regionfullmäktige"
    if last.role and last.own_role:
        if role.text in last.role.split(", "):
            return
        joined = ", " if "," in line.sep else line.sep if line.sep.strip() else ", "
        last.role = f"{last.role}{joined}{role.text}"
    else:
        last.role = role.one
    last.own_role = True
    last.rule.append("role")


def continues_title(line: LineState, text: str) -> bool:
    """ "ekonom och samordnare": a few more words of the title, joined to it."""
    joined = bool(line.people[-1].title) and line.sep.strip() in JOINED
    return joined and text[0].islower() and len(text.split()) <= _LONGEST_SECOND_TITLE
