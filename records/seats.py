"""Who sits where, before and after: the same person first, then the seat (DESIGN §5)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from records.forms import name_key, party_key, role_key, search_key
from records.matching import Matching
from records.names import is_respelling, letters_apart, spelling_forms
from records.page import Collaboration, Representative


class Relation(Enum):
    """How the holder of a seat before and the holder after belong together."""

    SAME = auto()
    RESPELLED = auto()
    MOVED = auto()
    REPLACED = auto()
    GONE = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class Seat:
    """A representative in an organ.

    organ is the index of the pair of collaborations; on the seat's own page, nth is the index of its collaboration,
    where that one's name, and place the index in its list.
    """

    organ: int
    nth: int
    where: str
    place: int
    holder: Representative


@dataclass(frozen=True, slots=True)
class SeatPair:
    """A seat before and after; None where nobody stood. Every seat of both pages is in exactly one pair."""

    relation: Relation
    before: Seat | None
    after: Seat | None

    @property
    def order(self) -> tuple[int, int, bool]:
        seat = self.after or self.before
        assert seat is not None
        return seat.organ, seat.place, self.after is not None


def pair_seats(organs: Matching[Collaboration]) -> list[SeatPair]:
    """Every seat of the two pages once, in page order, with what became of it."""
    paired = organs.index_pairs()
    matching = Matching(
        _seats(organs.before, (old for old, _ in paired)),
        _seats(organs.after, (new for _, new in paired)),
    )
    found = [
        *_found(matching, Relation.SAME, _same_person(matching)),
        *_found(matching, Relation.MOVED, _moved(matching)),
        *_found(matching, Relation.RESPELLED, _same_letters(matching)),
        *_found(matching, Relation.MOVED, matching.by(lambda seat: (search_key(seat.holder.name), _party(seat)))),
        *_found(matching, Relation.RESPELLED, _respelled(matching)),
        *_found(matching, Relation.REPLACED, _replaced(matching)),
        *(SeatPair(Relation.GONE, matching.before[index], None) for index in matching.left_before()),
        *(SeatPair(Relation.NEW, None, matching.after[index]) for index in matching.left_after()),
    ]
    return sorted(found, key=lambda pair: pair.order)


def _seats(page: Sequence[Collaboration], organs: Iterable[int | None]) -> list[Seat]:
    return [
        Seat(organ, nth, page[nth].name, place, holder)
        for organ, nth in enumerate(organs)
        if nth is not None
        for place, holder in enumerate(page[nth].representatives)
    ]


def _found(matching: Matching[Seat], relation: Relation, pairs: Iterable[tuple[int, int]]) -> list[SeatPair]:
    return [SeatPair(relation, matching.before[before], matching.after[after]) for before, after in pairs]


def _name(seat: Seat) -> str:
    return name_key(seat.holder.name)


def _party(seat: Seat) -> str:
    return party_key(seat.holder.party)


def _role(seat: Seat) -> str:
    return role_key(seat.holder.role)


def _same_person(matching: Matching[Seat]) -> list[tuple[int, int]]:
    """In one organ a name is one person; where two share it, party and role tell them apart."""
    return [
        *matching.by(lambda seat: (seat.organ, seat.holder)),
        *matching.by(lambda seat: (seat.organ, _name(seat), _party(seat), _role(seat))),
        *matching.by(lambda seat: (seat.organ, _name(seat), _party(seat))),
        *matching.by(lambda seat: (seat.organ, _name(seat), _role(seat))),
        *matching.by(lambda seat: (seat.organ, _name(seat))),
    ]


def _moved(matching: Matching[Seat]) -> list[tuple[int, int]]:
    """Who left one organ and joined another: the same name in the same party, or where one page gives no party."""
    return [
        *matching.by(lambda seat: (_name(seat), _party(seat), _role(seat))),
        *matching.by(lambda seat: (_name(seat), _party(seat))),
        *matching.join(_near(matching, lambda seat: [_name(seat)], _parties_agree)),
    ]


def _parties_agree(before: Seat, after: Seat) -> bool:
    return not (_party(before) and _party(after)) or _party(before) == _party(after)


def _same_letters(matching: Matching[Seat]) -> list[tuple[int, int]]:
    """In one organ the same letters are the same person: only accents, hyphens or stops changed, whatever else did."""
    return [
        *matching.by(lambda seat: (seat.organ, search_key(seat.holder.name), _party(seat))),
        *matching.by(lambda seat: (seat.organ, search_key(seat.holder.name))),
    ]


def _respelled(matching: Matching[Seat]) -> list[tuple[int, int]]:
    """One seat whose holder's name changed a little, the nearest spelling first."""
    return matching.join(_near(matching, _spelling_blocks, _same_seat_respelled))


def _spelling_blocks(seat: Seat) -> list[Hashable]:
    role = _role(seat)
    return [(seat.organ, role, *form) for form in spelling_forms(seat.holder.name)]


def _same_seat_respelled(before: Seat, after: Seat) -> bool:
    return _parties_agree(before, after) and is_respelling(before.holder.name, after.holder.name)


def _near(
    matching: Matching[Seat],
    blocks: Callable[[Seat], list[Hashable]],
    agree: Callable[[Seat, Seat], bool],
) -> list[tuple[int, int]]:
    """Every pair left that shares a block and agrees, the nearest in spelling and then in place first."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for index in matching.left_after():
        for block in blocks(matching.after[index]):
            waiting[block].append(index)
    candidates = {
        (old, new)
        for old in matching.left_before()
        for block in blocks(matching.before[old])
        for new in waiting.get(block, ())
        if agree(matching.before[old], matching.after[new])
    }
    return sorted(candidates, key=lambda pair: (_distance(matching.before[pair[0]], matching.after[pair[1]]), pair))


def _distance(before: Seat, after: Seat) -> tuple[int, int]:
    return letters_apart(before.holder.name, after.holder.name), abs(before.place - after.place)


def _replaced(matching: Matching[Seat]) -> list[tuple[int, int]]:
    """One seat, another holder: the same role and party, in the same gap of the list first; or the only one left."""
    gaps_before, gaps_after = matching.anchors()
    gap_of = {id(seat): gap for seat, gap in zip(matching.before, gaps_before, strict=True)}
    gap_of |= {id(seat): gap for seat, gap in zip(matching.after, gaps_after, strict=True)}
    return [
        *matching.by(lambda seat: (seat.organ, _role(seat), _party(seat), gap_of[id(seat)])),
        *matching.by(lambda seat: (seat.organ, _role(seat), _party(seat))),
        *matching.by(_only_one_left(matching)),
    ]


def _only_one_left(matching: Matching[Seat]) -> Callable[[Seat], Hashable | None]:
    """The organ and role of a seat where one holder is left on either side; None elsewhere."""
    before = Counter((matching.before[i].organ, _role(matching.before[i])) for i in matching.left_before())
    after = Counter((matching.after[i].organ, _role(matching.after[i])) for i in matching.left_after())
    single = {key for key, count in before.items() if count == 1 == after[key]}

    def key(seat: Seat) -> Hashable | None:
        here = (seat.organ, _role(seat))
        return here if here in single else None

    return key
