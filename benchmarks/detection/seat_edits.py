"""Real changes of several seats of one organ at once, and of roles of every kind."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.detection.edits import Edit, any_organ, any_seat, kind, newcomer, seated, told, with_organs, without
from benchmarks.detection.invent import SINGLE_ROLES, World
from records.changes import Change, ChangeKind
from records.page import Collaboration, PageRecord, Representative

PLAIN_ROLES = ("ledamot", "ersättare", "ombud", "suppleant", "revisor", "adjungerad")


def _of_many(world: World, page: PageRecord, least: int) -> tuple[Collaboration, list[Representative]] | None:
    """An organ of at least so many seats, and its people who sit nowhere else, in any order."""
    organ = any_organ(world, page, lambda organ: len(organ.representatives) >= least)
    if organ is None:
        return None
    names = [seat.name for each in page.collaborations for seat in each.representatives]
    alone = [seat for seat in organ.representatives if names.count(seat.name) == 1]
    return organ, world.random.sample(alone, len(alone))


@kind
def some_replaced_in_one_organ(world: World, owner: str, page: PageRecord) -> Edit | None:
    found = _of_many(world, page, 4)
    if found is None or len(found[1]) < 4:
        return None
    organ, seats = found
    after, changes = page, list[Change]()
    for old in seats[: world.random.choice((2, 3))]:
        new = replace(old, name=world.person())
        now = next(each for each in after.collaborations if each.name == organ.name)
        after = seated(after, now, old, new)
        changes.append(told(ChangeKind.REPRESENTATIVE_REPLACED, organ.name, old, new))
    return after, changes


@kind
def substitute_moves_up(world: World, owner: str, page: PageRecord) -> Edit | None:
    """A member leaves, and the substitute of the same party has the seat."""
    for organ in world.random.sample(page.collaborations, len(page.collaborations)):
        members = {seat.party: seat for seat in organ.representatives if seat.role == "ledamot"}
        below = [seat for seat in organ.representatives if seat.role == "ersättare" and seat.party in members]
        if below and len(organ.representatives) > 3:
            up = below[0]
            gone, new = members[up.party], replace(up, role="ledamot")
            left = without(page, organ, [gone])
            now = next(each for each in left.collaborations if each.name == organ.name)
            return seated(left, now, up, new), [
                told(ChangeKind.ROLE_CHANGED, organ.name, up, new),
                told(ChangeKind.REPRESENTATIVE_REMOVED, organ.name, gone, None),
            ]
    return None


@kind
def one_leaves_and_another_comes(world: World, owner: str, page: PageRecord) -> Edit | None:
    """In another role: no replacement."""
    found = _of_many(world, page, 3)
    if found is None or not found[1]:
        return None
    organ, (gone, *_) = found
    new = newcomer(world, organ)
    if new.role == gone.role:
        return None
    left = tuple(seat for seat in organ.representatives if seat is not gone)
    after = with_organs(page, (organ, replace(organ, representatives=(*left, new))))
    return after, [
        told(ChangeKind.REPRESENTATIVE_REMOVED, organ.name, gone, None),
        told(ChangeKind.REPRESENTATIVE_ADDED, organ.name, None, new),
    ]


@kind
def any_role_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    found = any_seat(world, page)
    if not found or found[1].role in SINGLE_ROLES:
        return None
    organ, seat = found
    role = world.random.choice([each for each in PLAIN_ROLES if each != seat.role])
    if any((role, seat.party) == (other.role, other.party) for other in organ.representatives):
        return None
    new = replace(seat, role=role)
    return seated(page, organ, seat, new), [told(ChangeKind.ROLE_CHANGED, organ.name, seat, new)]


@kind
def one_replaced_and_one_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    found = any_seat(world, page, least=2)
    if not found:
        return None
    organ, old = found
    new, more = replace(old, name=world.person()), newcomer(world, organ)
    seats = tuple(new if seat is old else seat for seat in organ.representatives)
    after = with_organs(page, (organ, replace(organ, representatives=(*seats, more))))
    return after, [
        told(ChangeKind.REPRESENTATIVE_REPLACED, organ.name, old, new),
        told(ChangeKind.REPRESENTATIVE_ADDED, organ.name, None, more),
    ]
