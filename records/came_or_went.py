"""Who sits in a collaboration that came or went: a diff has no changes of theirs, yet they came or went. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from records.changes import Change, ChangeKind, ChangeSet
from records.codec import to_json
from records.page import Collaboration, Official, PageRecord, Representative

CAME_OR_WENT = (ChangeKind.COLLABORATION_ADDED, ChangeKind.COLLABORATION_REMOVED)


def with_seats(changes: ChangeSet, before: PageRecord | None, after: PageRecord | None) -> ChangeSet:
    """The changes, and right behind each collaboration that came or went its representatives and officials.

    Whoever another change names already (who moved there, or from there) is not named twice.
    """
    told = {(each.collaboration, each.subject) for each in changes.changes}
    told |= {_seat_left(each) for each in changes.changes}
    return replace(changes, changes=tuple(_expanded(changes, before, after, told)))


def people_of(change: Change, before: PageRecord | None, after: PageRecord | None) -> tuple[str, ...]:
    """The names of the people whom a change is about, of a collaboration that came or went those who sit there."""
    return (*change.people, *(name for each in seats_of(change, before, after) for name in each.people))


def seats_of(change: Change, before: PageRecord | None, after: PageRecord | None) -> tuple[Change, ...]:
    """What a collaboration that came or went is for each who sits there; nothing for any other change."""
    if change.kind is ChangeKind.COLLABORATION_ADDED:
        return tuple(_people(_find(after, change.collaboration), came=True))
    if change.kind is ChangeKind.COLLABORATION_REMOVED:
        return tuple(_people(_find(before, change.collaboration), came=False))
    return ()


def _expanded(
    changes: ChangeSet, before: PageRecord | None, after: PageRecord | None, told: set[tuple[str | None, str | None]]
) -> Iterable[Change]:
    for change in changes.changes:
        yield change
        found = seats_of(change, before, after)
        yield from (each for each in found if (each.collaboration, each.subject) not in told)


def _seat_left(change: Change) -> tuple[str | None, str | None]:
    old = change.before if isinstance(change.before, dict) else {}
    return old.get("collaboration"), old.get("name")


def _find(record: PageRecord | None, name: str | None) -> Collaboration | None:
    return next((each for each in record.collaborations if each.name == name), None) if record else None


def _people(collaboration: Collaboration | None, *, came: bool) -> Iterable[Change]:
    if collaboration is None:
        return
    seats = ChangeKind.REPRESENTATIVE_ADDED if came else ChangeKind.REPRESENTATIVE_REMOVED
    posts = ChangeKind.OFFICIAL_ADDED if came else ChangeKind.OFFICIAL_REMOVED
    everybody: list[tuple[ChangeKind, Representative | Official]] = []
    everybody += [(seats, each) for each in collaboration.representatives]
    everybody += [(posts, each) for each in collaboration.officials]
    for kind, each in everybody:
        value = to_json(each)
        yield Change(kind, collaboration.name, each.name, None if came else value, value if came else None)
