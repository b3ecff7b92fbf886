"""Who held which seat between which looks: intervals that claim no more than was seen (DESIGN §9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from records.forms import name_key, party_key, role_key
from records.organs import pair_collaborations
from records.page import Collaboration, Official, PageRecord, Representative
from records.seats import Relation, pair_seats


@dataclass(frozen=True, slots=True)
class Observation:
    """One state of a page: the first and the last look that gave this record, with no other state between."""

    first: datetime
    last: datetime
    record: PageRecord


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one seat, with one party and one role; names as they were last written.

    It began after from_after (the last look without it; None where it stood at the first look of all) and at or before
    from_by (the first look with it). It ended after until_after (the last look with it) and at or before until_by (the
    first look without it); both are None where it stands at the last look. spellings: every name that it was seen
    under, the first one first.
    """

    collaboration: str
    name: str
    party: str | None
    role: str | None
    from_after: datetime | None
    from_by: datetime
    until_after: datetime | None = None
    until_by: datetime | None = None
    spellings: tuple[str, ...] = ()


@dataclass(slots=True)
class _Run:
    """A tenure being followed: its latest words, and when it began and ended."""

    collaboration: str
    holder: Representative
    from_after: datetime | None
    from_by: datetime
    until: tuple[datetime, datetime] | tuple[None, None] = (None, None)
    spellings: list[str] = field(default_factory=list)

    def goes_on(self, collaboration: str, holder: Representative, written: str) -> None:
        self.collaboration, self.holder = collaboration, holder
        if written not in self.spellings:
            self.spellings.append(written)

    def tenure(self) -> Tenure:
        name, party, role = self.holder.name, self.holder.party, self.holder.role
        after, by = self.until
        spellings = tuple(self.spellings)
        return Tenure(self.collaboration, name, party, role, self.from_after, self.from_by, after, by, spellings)


Place = tuple[int, int]  # the collaboration's index on the page, and the index in its list


def tenures(observations: Sequence[Observation], aliases: Mapping[str, str] | None = None) -> tuple[Tenure, ...]:
    """Every tenure on one page, in the order in which they began and, of one look, in page order.

    observations are in time order. A respelling or a collaboration's new name continues a tenure; another role or party
    begins a new one, and so does coming back. aliases are the operator's rulings, written name → name: all names ruled
    to be one name are one person; two names that are each ruled to be themselves are two people, however alike.
    """
    rulings = {name_key(written): name for written, name in (aliases or {}).items()}
    runs: list[_Run] = []
    standing: dict[Place, _Run] = {}
    before: Observation | None = None
    for now in observations:
        came_from = _continued(before.record, now.record, rulings) if before else {}
        kept: dict[Place, _Run] = {}
        for place, collaboration, holder in _seats(now.record):
            run = standing.pop(came_from.get(place, _NOWHERE), None)
            if run is None:
                run = _Run(collaboration, holder, before.last if before else None, now.first)
                runs.append(run)
            run.goes_on(collaboration, _ruled(holder, rulings), holder.name)
            kept[place] = run
        for ended in standing.values():
            assert before is not None
            ended.until = (before.last, now.first)
        standing, before = kept, now
    return tuple(run.tenure() for run in runs)


def official_tenures(
    observations: Sequence[Observation], aliases: Mapping[str, str] | None = None
) -> tuple[tuple[Tenure, str | None], ...]:
    """The same of officials: role is the title, party None; each with the body within the collaboration, if named."""
    held = {
        _post(each): each for seen in observations for organ in seen.record.collaborations for each in organ.officials
    }
    seats = [replace(seen, record=_with_officials_seated(seen.record)) for seen in observations]
    found = ((each, held[str(each.role)]) for each in tenures(seats, aliases))
    return tuple((replace(tenure, role=post.title), post.body) for tenure, post in found)


def _with_officials_seated(record: PageRecord) -> PageRecord:
    organs = tuple(
        replace(organ, representatives=tuple(Representative(each.name, None, _post(each)) for each in organ.officials))
        for organ in record.collaborations
    )
    return replace(record, collaborations=organs)


def _post(official: Official) -> str:
    """What makes it another post: another title, or another body."""
    return f"{official.title}\n{official.body}"


_NOWHERE: Place = (-1, -1)


def _seats(record: PageRecord) -> Iterator[tuple[Place, str, Representative]]:
    for nth, collaboration in enumerate(record.collaborations):
        for index, holder in enumerate(collaboration.representatives):
            yield (nth, index), collaboration.name, holder


def _continued(before: PageRecord, after: PageRecord, rulings: Mapping[str, str]) -> dict[Place, Place]:
    """Where each seat stood before whose holder sits on with the same party and role: place after → place before."""
    if before.collaborations == after.collaborations:
        return {place: place for place, _, _ in _seats(after)}
    organs = pair_collaborations(_all_ruled(before, rulings), _all_ruled(after, rulings))
    return {
        (new.nth, new.place): (old.nth, old.place)
        for relation, old, new in ((pair.relation, pair.before, pair.after) for pair in pair_seats(organs))
        if old and new and _sits_on(relation, old.holder, new.holder, rulings)
    }


def _sits_on(relation: Relation, old: Representative, new: Representative, rulings: Mapping[str, str]) -> bool:
    if relation is Relation.RESPELLED:
        two_people = name_key(old.name) in rulings and name_key(new.name) in rulings
    else:
        two_people = relation is not Relation.SAME
    return not two_people and (party_key(old.party), role_key(old.role)) == (party_key(new.party), role_key(new.role))


def _all_ruled(record: PageRecord, rulings: Mapping[str, str]) -> tuple[Collaboration, ...]:
    return tuple(
        replace(organ, representatives=tuple(_ruled(holder, rulings) for holder in organ.representatives))
        for organ in record.collaborations
    )


def _ruled(holder: Representative, rulings: Mapping[str, str]) -> Representative:
    name = rulings.get(name_key(holder.name))
    return replace(holder, name=name) if name else holder
