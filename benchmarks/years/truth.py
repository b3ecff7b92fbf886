"""Who sat where between which looks, by number: what a perfect reader of the same looks would know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.years.life import Week


@dataclass(frozen=True, slots=True)
class Held:
    """One tenure. The four ends are numbers of looks: after which, at which at the latest (None: not known)."""

    collaboration: str
    name: str
    party: str | None
    role: str | None
    from_after: int | None
    from_by: int
    until_after: int | None
    until_by: int | None


Key = tuple[int, int, str | None, str | None]
"""A collaboration, a person, a party, a role: what stays the same in one tenure."""


def held(weeks: Sequence[Week]) -> list[Held]:
    """weeks: every look; those with a fault saw nothing."""
    seen = [nth for nth, week in enumerate(weeks) if week.fault is None]
    standing: dict[Key, tuple[int | None, int, str, str]] = {}
    found: list[Held] = []
    before: int | None = None
    for nth in seen:
        now = dict(_seats(weeks[nth]))
        for key in standing.keys() - now.keys():
            after, by, collaboration, name = standing.pop(key)
            found.append(Held(collaboration, name, key[2], key[3], after, by, before, nth))
        for key, words in now.items():
            after, by = standing[key][:2] if key in standing else (before, nth)
            standing[key] = (after, by, *words)
        before = nth
    for key, (after, by, collaboration, name) in standing.items():
        found.append(Held(collaboration, name, key[2], key[3], after, by, None, None))
    return found


def _seats(week: Week) -> list[tuple[Key, tuple[str, str]]]:
    return [
        ((stand.number, person, seat.party, seat.role), (stand.organ.name, seat.name))
        for stand in week.stands
        for person, seat in zip(stand.people, stand.organ.representatives, strict=True)
    ]
