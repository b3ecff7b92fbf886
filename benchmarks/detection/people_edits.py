"""Real changes among the representatives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from benchmarks.detection.edits import (
    Edit,
    any_organ,
    any_seat,
    kind,
    newcomer,
    seated,
    swapped,
    told,
    with_organs,
    without,
)
from benchmarks.detection.invent import (
    END,
    FIRST,
    STEM,
    World,
)
from records.changes import Change, ChangeKind
from records.codec import to_json
from records.page import Collaboration, PageRecord, Representative

# --- representatives


@kind
def one_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = world.random.choice(page.collaborations)
    new = newcomer(world, organ)
    at = world.random.randint(0, len(organ.representatives))
    seats = (*organ.representatives[:at], new, *organ.representatives[at:])
    after = with_organs(page, (organ, replace(organ, representatives=seats)))
    return after, [told(ChangeKind.REPRESENTATIVE_ADDED, organ.name, None, new)]


@kind
def two_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = world.random.choice(page.collaborations)
    first = newcomer(world, organ)
    grown = replace(organ, representatives=(*organ.representatives, first))
    second = newcomer(world, grown)
    after = with_organs(page, (organ, replace(grown, representatives=(*grown.representatives, second))))
    return after, [told(ChangeKind.REPRESENTATIVE_ADDED, organ.name, None, new) for new in (first, second)]


@kind
def one_added_who_sits_elsewhere(world: World, owner: str, page: PageRecord) -> Edit | None:
    if len(page.collaborations) < 2:
        return None
    first, second = world.random.sample(page.collaborations, 2)
    seat = replace(world.random.choice(first.representatives), role="ersättare")
    if any(
        seat.name == other.name or (seat.role, seat.party) == (other.role, other.party)
        for other in second.representatives
    ):
        return None
    after = with_organs(page, (second, replace(second, representatives=(*second.representatives, seat))))
    return after, [told(ChangeKind.REPRESENTATIVE_ADDED, second.name, None, seat)]


@kind
def one_removed(world: World, owner: str, page: PageRecord) -> Edit | None:
    found = any_seat(world, page, least=2)
    if not found:
        return None
    organ, seat = found
    return without(page, organ, [seat]), [told(ChangeKind.REPRESENTATIVE_REMOVED, organ.name, seat, None)]


@kind
def two_removed(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: len(organ.representatives) >= 4)
    if not organ:
        return None
    gone = world.random.sample(organ.representatives, 2)
    return without(page, organ, gone), [
        told(ChangeKind.REPRESENTATIVE_REMOVED, organ.name, seat, None) for seat in gone
    ]


def _replaced(page: PageRecord, organ: Collaboration, old: Representative, new: Representative) -> Edit:
    return seated(page, organ, old, new), [told(ChangeKind.REPRESENTATIVE_REPLACED, organ.name, old, new)]


@kind
def one_replaced(world: World, owner: str, page: PageRecord) -> Edit | None:
    found = any_seat(world, page)
    return _replaced(page, *found, replace(found[1], name=world.person())) if found else None


@kind
def chair_replaced(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: any(seat.role == "ordförande" for seat in organ.representatives))
    if not organ:
        return None
    old = next(seat for seat in organ.representatives if seat.role == "ordförande")
    return _replaced(page, organ, old, replace(old, name=world.person()))


@kind
def only_seat_replaced_by_another_party(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: len(organ.representatives) == 1)
    if not organ:
        return None
    old = organ.representatives[0]
    return _replaced(page, organ, old, Representative(world.person(), "MP" if old.party != "MP" else "KD", old.role))


@kind
def replaced_by_the_same_surname(world: World, owner: str, page: PageRecord) -> Edit | None:
    found = any_seat(world, page)
    if not found:
        return None
    given, _, surname = found[1].name.partition(" ")
    other = world.random.choice([name for name in FIRST if name[0] != given[0] and name[-1] != given[-1]])
    return _replaced(page, *found, replace(found[1], name=f"{other} {surname}"))


@kind
def replaced_by_the_same_first_name(world: World, owner: str, page: PageRecord) -> Edit | None:
    found = any_seat(world, page)
    if not found:
        return None
    given = found[1].name.partition(" ")[0]
    name = world.fresh(lambda: f"{given} Z{world.random.choice(STEM).lower()}{world.random.choice(END)}bo")
    return _replaced(page, *found, replace(found[1], name=name))


@kind
def two_replaced_in_two_organs(world: World, owner: str, page: PageRecord) -> Edit | None:
    if len(page.collaborations) < 2:
        return None
    first, second = world.random.sample(page.collaborations, 2)
    changes = []
    for organ in (first, second):
        old = world.random.choice(organ.representatives)
        page, more = _replaced(page, organ, old, replace(old, name=world.person()))
        changes += more
    return page, changes


@kind
def everybody_replaced(world: World, owner: str, page: PageRecord) -> Edit | None:
    changes, organs = [], []
    for organ in page.collaborations:
        new = tuple(replace(seat, name=world.person()) for seat in organ.representatives)
        pairs = zip(organ.representatives, new, strict=True)
        changes += [told(ChangeKind.REPRESENTATIVE_REPLACED, organ.name, old, seat) for old, seat in pairs]
        organs.append(replace(organ, representatives=new))
    return replace(page, collaborations=tuple(organs)), changes


def _moved(seat: Representative, new: Representative, source: Collaboration, target: Collaboration) -> Change:
    moved = told(ChangeKind.REPRESENTATIVE_MOVED, target.name, seat, new)
    return replace(
        moved,
        before={**to_json(seat), "collaboration": source.name},
        after={**to_json(new), "collaboration": target.name},
    )


@kind
def one_moved(world: World, owner: str, page: PageRecord) -> Edit | None:
    found = any_seat(world, page, least=2)
    if not found:
        return None
    source, seat = found
    if len(page.collaborations) < 2:
        return None
    target = world.random.choice([organ for organ in page.collaborations if organ is not source])
    if any((seat.role, seat.party) == (other.role, other.party) for other in target.representatives):
        return None
    after = without(page, source, [seat])
    after = with_organs(after, (target, replace(target, representatives=(*target.representatives, seat))))
    return after, [_moved(seat, seat, source, target)]


@kind
def two_change_places(world: World, owner: str, page: PageRecord) -> Edit | None:
    if len(page.collaborations) < 2:
        return None
    first, second = world.random.sample(page.collaborations, 2)
    one, other = world.random.choice(first.representatives), world.random.choice(second.representatives)
    there, here = replace(one, role=other.role), replace(other, role=one.role)
    unique = {(s.role, s.party) for s in (*first.representatives, *second.representatives)}
    if len(unique) < len(first.representatives) + len(second.representatives):
        return None
    after = seated(seated(page, first, one, here), second, other, there)
    return after, [_moved(one, there, first, second), _moved(other, here, second, first)]


@kind
def role_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    found = any_seat(world, page)
    if not found:
        return None
    organ, seat = found
    role = "ledamot" if seat.role == "ersättare" else "ersättare"
    if "ordförande" in str(seat.role) or any((role, seat.party) == (s.role, s.party) for s in organ.representatives):
        return None
    new = replace(seat, role=role)
    return seated(page, organ, seat, new), [told(ChangeKind.ROLE_CHANGED, organ.name, seat, new)]


@kind
def member_becomes_chair(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda o: {"ordförande", "ledamot"} <= {seat.role for seat in o.representatives})
    if not organ:
        return None
    chair = next(seat for seat in organ.representatives if seat.role == "ordförande")
    member = next(seat for seat in organ.representatives if seat.role == "ledamot")
    up, down = replace(member, role="ordförande"), replace(chair, role="ledamot")
    after = with_organs(
        page, (organ, replace(organ, representatives=swapped(swapped(organ.representatives, chair, up), member, down)))
    )
    return after, [told(ChangeKind.ROLE_CHANGED, organ.name, a, b) for a, b in ((member, up), (chair, down))]


@kind
def chair_leaves_and_vice_follows(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(
        world, page, lambda o: {"ordförande", "vice ordförande"} <= {seat.role for seat in o.representatives}
    )
    if not organ or len(organ.representatives) < 4:
        return None
    chair, vice, *rest = organ.representatives
    up = replace(vice, role="ordförande")
    after = with_organs(page, (organ, replace(organ, representatives=(up, *rest))))
    return after, [
        told(ChangeKind.ROLE_CHANGED, organ.name, vice, up),
        told(ChangeKind.REPRESENTATIVE_REMOVED, organ.name, chair, None),
    ]


@kind
def party_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    found = any_seat(world, page)
    if not found:
        return None
    organ, seat = found
    new = replace(seat, party=world.random.choice([p for p in ("M", "S", "C", "V") if p != seat.party]))
    return seated(page, organ, seat, new), [told(ChangeKind.PARTY_CHANGED, organ.name, seat, new)]


@kind
def party_left(world: World, owner: str, page: PageRecord) -> Edit | None:
    found = any_seat(world, page)
    if not found:
        return None
    organ, seat = found
    new = replace(seat, party=None)
    return seated(page, organ, seat, new), [told(ChangeKind.PARTY_CHANGED, organ.name, seat, new)]


@kind
def party_and_role_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: len(organ.representatives) == 1)
    if not organ:
        return None
    seat = organ.representatives[0]
    party = "V" if seat.party != "V" else "C"
    role = "ledamot" if seat.role != "ledamot" else "ersättare"
    new = replace(seat, party=party, role=role)
    return seated(page, organ, seat, new), [
        told(ChangeKind.PARTY_CHANGED, organ.name, seat, new),
        told(ChangeKind.ROLE_CHANGED, organ.name, seat, new),
    ]


def _respelled(world: World, page: PageRecord, respell: Callable[[str], str]) -> Edit | None:
    found = any_seat(world, page)
    if not found or respell(found[1].name) == found[1].name:
        return None
    organ, seat = found
    new = replace(seat, name=respell(seat.name))
    return seated(page, organ, seat, new), [told(ChangeKind.NAME_RESPELLED, organ.name, seat, new)]


@kind
def respelled_by_a_doubled_letter(world: World, owner: str, page: PageRecord) -> Edit | None:
    return _respelled(world, page, lambda name: name[:-1] + name[-1] * 2)


@kind
def respelled_by_a_letter(world: World, owner: str, page: PageRecord) -> Edit | None:
    return _respelled(world, page, lambda name: name[:-1] + ("d" if name[-1] != "d" else "n"))


@kind
def respelled_by_an_accent(world: World, owner: str, page: PageRecord) -> Edit | None:
    return _respelled(world, page, lambda name: name.replace("é", "e") if "é" in name else name.replace("ö", "o", 1))
