"""What happens to a page over the years, and who really sits where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from benchmarks.detection.invent import ROLES, World, invent_collaboration, invent_page
from benchmarks.detection.layouts import Style, any_style, render
from benchmarks.watching.servers import FAULTS
from records.page import Collaboration, PageRecord, Representative

WEEKS_OF_A_TERM = 208
QUIET_FAULTS = sorted(kind for kind, each in FAULTS.items() if not each.alone)


@dataclass(frozen=True, slots=True)
class Stand:
    """A collaboration that keeps its number through every renaming, and the number of each person in its list."""

    number: int
    organ: Collaboration
    people: tuple[int, ...]

    def seated(self, at: int, seat: Representative, person: int) -> Stand:
        seats, people = list(self.organ.representatives), list(self.people)
        seats[at], people[at] = seat, person
        return replace(self, organ=replace(self.organ, representatives=tuple(seats)), people=tuple(people))


@dataclass(frozen=True, slots=True)
class Week:
    """The page at one look. fault: what the server does instead of showing it."""

    page: PageRecord
    stands: tuple[Stand, ...]
    style: Style
    fault: str | None


@dataclass(slots=True)
class Life:
    """One page. Every draw comes from its seed."""

    world: World
    owner: str
    page: PageRecord
    stands: tuple[Stand, ...]
    style: Style
    numbers: int = 0
    down: int = 0
    fault: str | None = None
    to_undo: list[tuple[int, int, Representative, int]] = field(default_factory=list)

    @property
    def random(self) -> Random:
        return self.world.random

    def number(self) -> int:
        self.numbers += 1
        return self.numbers

    def html(self, week: Week) -> str:
        return render(week.page, self.owner, week.style)

    def weeks(self, count: int) -> Iterator[Week]:
        term = self.random.randrange(WEEKS_OF_A_TERM)
        for nth in range(count):
            if nth:
                self._lives(election=nth % WEEKS_OF_A_TERM == term)
            organs = tuple(stand.organ for stand in self.stands)
            yield Week(replace(self.page, collaborations=organs), self.stands, self.style, self.fault)

    def _lives(self, *, election: bool) -> None:
        """A week passes. While nobody can look, only seats change hands: else two edits of one seat would be one."""
        self.down = max(0, self.down - 1)
        if not self.down:
            self.fault = None
            if self.random.random() < 0.02:
                self.down, self.fault = self.random.randint(1, 4), self.random.choice(QUIET_FAULTS)
        if self.random.random() < 0.01:
            self.style = any_style(self.random)
        if election:
            self.stands = tuple(self._elected(stand) for stand in self.stands)
            self._dated()
            return
        chance = self.random.random()
        happened = chance < 0.12
        if happened:
            events = SEATS if self.down or self.fault else EVENTS
            self.random.choice(events)(self)
            if self.random.random() < 0.7:
                self._dated()

    def _dated(self) -> None:
        day = self.page.last_updated or date(2018, 1, 1)
        self.page = replace(self.page, last_updated=day + timedelta(days=self.random.randint(1, 30)))

    def _elected(self, stand: Stand) -> Stand:
        """Most are new; sometimes the whole list, with other parties and roles."""
        if self.random.random() < 0.3:
            seats = self.world.seats(len(stand.people))
            return replace(
                stand,
                organ=replace(stand.organ, representatives=seats),
                people=tuple(self.number() for _ in seats),
            )
        for at, seat in enumerate(stand.organ.representatives):
            if self.random.random() < 0.6:
                stand = stand.seated(at, replace(seat, name=self.world.person()), self.number())
        return stand

    def any_seat(self) -> tuple[Stand, int]:
        stand = self.random.choice(self.stands)
        return stand, self.random.randrange(len(stand.people))

    def puts(self, old: Stand, *new: Stand) -> None:
        at = self.stands.index(old)
        self.stands = (*self.stands[:at], *new, *self.stands[at + 1 :])


def begin(seed: int) -> Life:
    """A page of several collaborations."""
    while True:
        world, owner, page = invent_page(seed)
        if len(page.collaborations) > 1:
            break
        seed += 1_000_003
    life = Life(world, owner, page, (), any_style(world.random))
    life.stands = tuple(
        Stand(life.number(), organ, tuple(life.number() for _ in organ.representatives))
        for organ in page.collaborations
    )
    return life


# --- events


def replaced(life: Life) -> None:
    stand, at = life.any_seat()
    seat = stand.organ.representatives[at]
    life.to_undo.append((stand.number, at, seat, stand.people[at]))
    life.puts(stand, stand.seated(at, replace(seat, name=life.world.person()), life.number()))


def replaced_twice(life: Life) -> None:
    """Two edits between two looks: nobody ever sees the one in the middle."""
    replaced(life)
    number, at, _, _ = life.to_undo[-1]
    stand = next(stand for stand in life.stands if stand.number == number)
    seat = stand.organ.representatives[at]
    life.puts(stand, stand.seated(at, replace(seat, name=life.world.person()), life.number()))


def undone(life: Life) -> None:
    """A replacement is taken back: the same person sits there again, in a second tenure."""
    while life.to_undo:
        number, at, seat, person = life.to_undo.pop()
        for stand in life.stands:
            if stand.number != number or at >= len(stand.people) or person in stand.people:
                continue
            now = stand.organ.representatives[at]
            if (now.party, now.role) == (seat.party, seat.role):
                life.puts(stand, stand.seated(at, seat, person))
                return


def role_changed(life: Life) -> None:
    stand, at = life.any_seat()
    seat = stand.organ.representatives[at]
    taken = {(each.role, each.party) for each in stand.organ.representatives}
    roles = [role for role in ("ledamot", "ersättare", "adjungerad") if (role, seat.party) not in taken]
    if roles and seat.role in ROLES:
        life.puts(stand, stand.seated(at, replace(seat, role=life.random.choice(roles)), stand.people[at]))


def party_changed(life: Life) -> None:
    stand, at = life.any_seat()
    seat = stand.organ.representatives[at]
    party = life.world.party()
    if all((each.role, each.party) != (seat.role, party) for each in stand.organ.representatives):
        life.puts(stand, stand.seated(at, replace(seat, party=party), stand.people[at]))


def respelled(life: Life) -> None:
    """One letter doubled, in the seat of the same person."""
    stand, at = life.any_seat()
    seat = stand.organ.representatives[at]
    end = next((nth for nth in range(len(seat.name) - 2, 3, -1) if seat.name[nth] in "rlnstm"), None)
    if end is None or seat.name[end] in (seat.name[end - 1], seat.name[end + 1]):
        return
    name = seat.name[: end + 1] + seat.name[end:]
    if sum(each.name == seat.name for s in life.stands for each in s.organ.representatives) == 1:
        life.puts(stand, stand.seated(at, replace(seat, name=name), stand.people[at]))


def joined(life: Life) -> None:
    stand, at = life.any_seat()
    seats = stand.organ.representatives
    (new,) = life.world.seats(1)
    if all((each.role, each.party) != (new.role, new.party) for each in seats) and "ordförande" not in str(new.role):
        organ = replace(stand.organ, representatives=(*seats[:at], new, *seats[at:]))
        people = (*stand.people[:at], life.number(), *stand.people[at:])
        life.puts(stand, replace(stand, organ=organ, people=people))


def left(life: Life) -> None:
    stand, at = life.any_seat()
    if len(stand.people) > 3:
        seats = stand.organ.representatives
        organ = replace(stand.organ, representatives=(*seats[:at], *seats[at + 1 :]))
        life.puts(stand, replace(stand, organ=organ, people=(*stand.people[:at], *stand.people[at + 1 :])))


def organ_founded(life: Life) -> None:
    if len(life.stands) < 6:
        organ = invent_collaboration(life.world, life.owner)
        people = tuple(life.number() for _ in organ.representatives)
        life.stands = (*life.stands, Stand(life.number(), organ, people))


def organ_closed(life: Life) -> None:
    if len(life.stands) > 2:
        life.puts(life.random.choice(life.stands))


def organ_renamed(life: Life) -> None:
    """Its sentences, which hold the old name, stay as they are."""
    stand = life.random.choice(life.stands)
    life.puts(stand, replace(stand, organ=replace(stand.organ, name=life.world.organ_name())))


SEATS: tuple[Callable[[Life], None], ...] = (replaced, replaced_twice)
"""What may happen while nobody can look."""
EVENTS: tuple[Callable[[Life], None], ...] = (
    replaced,
    replaced,
    replaced,
    replaced_twice,
    undone,
    role_changed,
    party_changed,
    respelled,
    joined,
    left,
    organ_founded,
    organ_closed,
    organ_renamed,
)
