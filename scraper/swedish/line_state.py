"""What has been read of one line so far, as the walk over its atoms fills it in."""

from __future__ import annotations

from dataclasses import dataclass, field

from scraper.swedish.names import given_first

_JOINS = ("och", "samt", "&", "/", ",")  # between two roles


@dataclass(slots=True)
class Person:
    """Somebody in the line, or an empty seat (vacant). rule says, step by step, how it was read."""

    name: str
    rule: list[str]
    party: str | None = None
    role: str | None = None
    title: str | None = None
    place: str | None = None
    no_party: bool = False  # the line says so: "(-)"
    vacant: bool = False
    own_role: bool = False  # the role stands by the name; it was not given to several

    @property
    def certain(self) -> bool:
        """Whether the line says more than a name, so that it is about a person without being announced."""
        return bool(self.party or self.role or self.title or self.no_party)


@dataclass(slots=True)
class LineState:
    """The people found, and what was read before its person."""

    people: list[Person] = field(default_factory=list)
    role: str | None = None
    kept: bool = False  # the role goes to everybody that follows
    in_turn: tuple[str, ...] = ()  # "Ordförande respektive vice ordförande:": one for each that follows
    party: str | None = None
    place: str | None = None
    title: str | None = None
    titled: bool = False  # the title goes to everybody that follows
    sep: str = ""  # the mark right before what is read now; "" right behind a name or its parentheses
    beside: int | None = None  # where those begin who are "… med Testa Testsson och Bo Provsson som ersättare"
    names: int = 0  # how many of the line's texts are names
    divided: bool = False  # by ";" between people, so that what stands behind a comma is about the person before it
    listed: bool = False  # a lead, heading or column says that people stand here

    def joined(self, role: str | None) -> str | None:
        """A role before the line's one person, with the one that stands right before it ("Ledamot och kassör: …")."""
        mark = self.sep.strip()
        if self.people or self.names > 1 or not (self.role and role) or mark not in _JOINS:
            return role
        return f"{self.role}{mark}{' ' if mark == ',' else ''}{role}" if mark in "/," else f"{self.role} {mark} {role}"

    @property
    def names_roles_of_several(self) -> bool:
        """Whether what stands here is the second role before several: "Ledamöter och ersättare: …" gives them none."""
        return not self.people and self.names > 1 and self.role is not None and self.sep.strip() in _JOINS

    def begin(self, name: str, rule: str, *, vacant: bool = False) -> None:
        """Add a person, who takes what was read before."""
        if self.in_turn:
            self.role, *rest = self.in_turn
            self.in_turn = tuple(rest)
        if len(name.rpartition(" ")[2]) > len("A."):
            name = name.rstrip(".")  # of the sentence, not of an initial
        if name[1:2].isupper():
            name = given_first(name)
        person = Person(name, [rule], self.party, self.role, self.title, self.place, vacant=vacant)
        if not self.titled:
            self.title = None
        if self.role:
            person.rule.append("role before")
        if not self.kept:
            self.role = None
        self.people.append(person)
