"""Who followed whom: mandates in one collaboration, put in order by seats. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from records.forms import name_key, party_key, role_key
from storage.answers import Mandate


def seats_of(mandates: Sequence[Mandate], seen: datetime) -> list[list[Mandate]]:
    """Who followed whom in a seat: somebody with the same role, after the one before has left.

    Where several could have followed, it is whoever came when the other left, preferably of the same party.
    """
    seats: list[list[Mandate]] = []
    waiting = sorted(mandates, key=lambda one: (begins(one), _weight(one.role)))
    for _, together in groupby(waiting, key=lambda one: (begins(one), role_key(one.role))):
        left = list(together)
        pairs = sorted(
            (_distance(each, seat[-1]), nth, place)
            for nth, each in enumerate(left)
            for place, seat in enumerate(seats)
            if _follows(each, seat[-1], seen)
        )
        placed: dict[int, int] = {}
        for _, nth, place in pairs:
            if nth not in placed and place not in placed.values():
                placed[nth] = place
        for nth, each in enumerate(left):
            if nth in placed:
                seats[placed[nth]].append(each)
            else:
                seats.append([each])
    return seats


def _distance(later: Mandate, earlier: Mandate) -> tuple[bool, bool, bool]:
    """Small where one seems to have taken the other's seat; smallest for the same person under another party."""
    another = name_key(earlier.name) != name_key(later.name)
    return another, earlier.ended != later.began, party_key(earlier.party) != party_key(later.party)


def _follows(later: Mandate, earlier: Mandate, seen: datetime) -> bool:
    left = earlier.ended is not None and ends(earlier, seen) <= (later.began.by or seen)
    return left and role_key(earlier.role) == role_key(later.role)


def _weight(role: str | None) -> int:
    """Chairs, then members, then substitutes, then those of whom no role is said."""
    key = role_key(role)
    if not key:
        return 4
    if "ordförande" in key:
        return 1 if "vice" in key else 0
    return 3 if "ersättare" in key or "suppleant" in key else 2


def begins(mandate: Mandate) -> datetime:
    """The earliest moment at which it can have begun."""
    began = mandate.began.after or mandate.began.by
    assert began is not None, "every mandate was seen at some look"
    return began


def ends(mandate: Mandate, seen: datetime) -> datetime:
    """The latest moment at which it can have ended; the last good look where it has not."""
    return (mandate.ended.by or seen) if mandate.ended else seen
