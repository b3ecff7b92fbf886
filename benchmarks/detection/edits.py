"""Real changes: what an editor does to a page, and what must be said of it. Labels come from the edit itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from benchmarks.detection.invent import (
    World,
)
from records.changes import Change, ChangeKind
from records.codec import to_json
from records.page import Collaboration, PageRecord, Representative

Edit = tuple[PageRecord, list[Change]]
"""The page after an edit, and every change that must be told."""

KINDS: dict[str, Callable[[World, str, PageRecord], Edit | None]] = {}
"""Each kind of edit by name; None where the page has nothing that it could be done to."""


def kind(function: Callable[[World, str, PageRecord], Edit | None]) -> Callable[[World, str, PageRecord], Edit | None]:
    KINDS[function.__name__] = function
    return function


def told(kind: ChangeKind, where: str | None, before: Any, after: Any) -> Change:
    stands = before if after is None else after
    subject = None
    if kind not in (ChangeKind.TEXT_CHANGED, ChangeKind.TITLE_CHANGED, ChangeKind.HOMEPAGE_CHANGED):
        subject = getattr(stands, "name", None) or getattr(stands, "label", None)
    return Change(kind, where, subject, _value(before), _value(after))


def _value(thing: Any) -> Any:
    if isinstance(thing, Collaboration):
        return {"name": thing.name, "abbreviation": thing.abbreviation}
    return {"text": thing} if isinstance(thing, str) else to_json(thing)


def with_organs(page: PageRecord, *organs: tuple[Collaboration, Collaboration | None]) -> PageRecord:
    """The page with each old organ as its new one, or without it."""
    told = {old.name: new for old, new in organs}
    after = (told.get(organ.name, organ) for organ in page.collaborations)
    return replace(page, collaborations=tuple(organ for organ in after if organ is not None))


def swapped(items: Sequence[Any], old: Any, *new: Any) -> tuple[Any, ...]:
    at = items.index(old)
    return (*items[:at], *new, *items[at + 1 :])


def any_seat(world: World, page: PageRecord, *, least: int = 1) -> tuple[Collaboration, Representative] | None:
    """A seat whose person sits nowhere else, in an organ of at least so many seats."""
    seats = [
        (organ, seat)
        for organ in page.collaborations
        if len(organ.representatives) >= least
        for seat in organ.representatives
        if sum(seat.name == other.name for o in page.collaborations for other in o.representatives) == 1
    ]
    return world.random.choice(seats) if seats else None


def seated(page: PageRecord, organ: Collaboration, old: Representative, *new: Representative) -> PageRecord:
    return with_organs(page, (organ, replace(organ, representatives=swapped(organ.representatives, old, *new))))


def any_organ(world: World, page: PageRecord, fits: Callable[[Collaboration], Any] = bool) -> Collaboration | None:
    found = [organ for organ in page.collaborations if fits(organ)]
    return world.random.choice(found) if found else None


def newcomer(world: World, organ: Collaboration) -> Representative:
    """Somebody new, in a seat that the organ does not have."""
    taken = {(seat.role, seat.party) for seat in organ.representatives}
    while True:
        (seat,) = world.seats(1)
        if (seat.role, seat.party) not in taken and "ordförande" not in str(seat.role):
            return seat


def without(page: PageRecord, organ: Collaboration, seats: Iterable[Representative]) -> PageRecord:
    gone = set(seats)
    return with_organs(
        page, (organ, replace(organ, representatives=tuple(s for s in organ.representatives if s not in gone)))
    )
