"""Whether the rows that questions are answered from are those that a page's snapshots give. Changes nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from records.came_or_went import CAME_OR_WENT, people_of
from records.codec import canonical, record_from_json
from records.forms import search_key
from records.page import PageRecord
from records.tenure import Observation
from records.tenure import tenures as tenures_of
from storage.derivation.derived import tenure_facts, words_of
from storage.queries.events import change_of
from storage.rows import Row
from storage.tables import (
    accepted,
    aliases,
    change_sets,
    change_words,
    changes,
    collaborations,
    looks,
    seats,
    snapshots,
    tenure_words,
    tenures,
)


def faults_of_seats(connection: sa.Connection, page: Row, rows: Sequence[Row]) -> Iterator[str]:
    """rows: the page's snapshots whose records are whole."""
    columns = (collaborations.c.name, collaborations.c.abbreviation, seats.c.name, seats.c.party, seats.c.role)
    joined = sa.select(*columns).join(collaborations, collaborations.c.id == seats.c.collaboration_id)
    in_order = joined.where(seats.c.snapshot_id == sa.bindparam("snapshot")).order_by(seats.c.position)
    for row in rows:
        record = _record(row)
        wanted = [
            (organ.name, organ.abbreviation or "", person.name, person.party, person.role)
            for organ in record.collaborations
            for person in organ.representatives
        ]
        if [tuple(each) for each in connection.execute(in_order, {"snapshot": row.id})] != wanted:
            yield f"the seats of snapshot {row.id} of {page.name} are not those of its record"
        if row.last_updated != record.last_updated:
            yield f"the date of snapshot {row.id} of {page.name} is not that of its record"
    for organ in connection.execute(sa.select(collaborations).where(collaborations.c.page_id == page.id)):
        if (organ.name_key, organ.abbreviation_key) != (search_key(organ.name), search_key(organ.abbreviation)):
            yield f"collaboration {organ.id} of {page.name} is not found by its name"


def faults_of_times(connection: sa.Connection, page: Row, rows: Sequence[Row]) -> Iterator[str]:
    """Runs of looks follow one another, snapshots begin with theirs, the latest one is what is accepted."""
    of_page = sa.select(looks).where(looks.c.page_id == page.id).order_by(looks.c.first_seen, looks.c.id)
    runs = connection.execute(of_page).all()
    for run in runs:
        if run.last_seen < run.first_seen or run.looks < 1:
            yield f"look {run.id} of {page.name} ends before it begins"
    for one, other in pairwise(runs):
        if other.first_seen < one.last_seen:
            yield f"look {other.id} of {page.name} begins before the one before it has ended"
    began: dict[int, Any] = {}
    for run in runs:
        began.setdefault(run.snapshot_id, run.first_seen)
    for row in rows:
        if row.id in began and row.first_seen != began[row.id]:
            yield f"snapshot {row.id} of {page.name} does not begin with its first look"
    now = connection.execute(
        sa.select(accepted.c.snapshot_id).where(accepted.c.page_id == page.id)
    ).scalar_one_or_none()
    if rows and now not in (None, rows[-1].id):
        yield f"what is accepted of {page.name} is not its latest snapshot"


def faults_of_changes(connection: sa.Connection, page: Row, rows: Sequence[Row]) -> Iterator[str]:
    """What a set of changes holds beside its sentences: order, times, collaborations, the people's words.

    rows: all of the page's snapshots, or none where the record of one of them is not whole.
    """
    own = change_sets.c.page_id == page.id
    ended = (
        sa.select(change_sets.c.id)
        .join(snapshots, snapshots.c.id == change_sets.c.snapshot_id)
        .where(own, sa.not_(change_sets.c.of_documents), change_sets.c.detected_at != snapshots.c.first_seen)
    )
    for number in connection.execute(ended).scalars():
        yield f"change {number} of {page.name} is not of the time of its snapshot"
    of_set = (change_sets.c.detected_at.label("told"), change_sets.c.snapshot_id)
    told = connection.execute(
        sa.select(changes, *of_set, collaborations.c.name.label("organ"))
        .join(change_sets, change_sets.c.id == changes.c.change_set_id)
        .join(collaborations, collaborations.c.id == changes.c.collaboration_id, isouter=True)
        .where(own)
        .order_by(changes.c.change_set_id, changes.c.position)
    ).all()
    words: dict[int, set[str]] = {}
    found = sa.select(change_words).join(changes, changes.c.id == change_words.c.change_id)
    for each in connection.execute(found.join(change_sets, change_sets.c.id == changes.c.change_set_id).where(own)):
        words.setdefault(each.change_id, set()).add(f"{each.word} {each.detected_at}")
    nth: Counter[int] = Counter()
    steps = {after.id: (before, after) for before, after in pairwise(rows)}
    for row in told:
        people = _people_in(row, steps.get(row.snapshot_id))
        found_by = words.get(row.id, set())
        wanted = found_by if people is None else {f"{word} {row.detected_at}" for word in words_of(people)}
        same_place = row.position == nth[row.change_set_id] and row.detected_at == row.told
        nth[row.change_set_id] += 1
        if not same_place or row.organ != row.collaboration or found_by != wanted:
            yield f"change {row.change_set_id} of {page.name} is not found by what it says"


def _people_in(row: Row, step: tuple[Row, Row] | None) -> tuple[str, ...] | None:
    """step: the snapshots between which the change was seen, where they are known; None for people whom they name."""
    change = change_of(row.kind, row.collaboration, row.subject, row.before, row.after)
    if change.kind not in CAME_OR_WENT:
        return change.people
    return people_of(change, *map(_record, step)) if step else None


def are_written_as_ours(connection: sa.Connection, page: Row) -> bool:
    """Whether the values in a page's changes are, letter by letter, what we write."""
    of_page = sa.select(changes.c.before, changes.c.after).join(change_sets).where(change_sets.c.page_id == page.id)
    try:
        return all(canonical(json.loads(text)) == text for row in connection.execute(of_page) for text in row if text)
    except ValueError:
        return False


def faults_of_tenures(connection: sa.Connection, page: Row, rows: Sequence[Row]) -> Iterator[str]:
    """rows: all of the page's snapshots, each read by this parser."""
    ends = sa.select(looks.c.snapshot_id, sa.func.max(looks.c.last_seen)).where(looks.c.page_id == page.id)
    last = {row[0]: row[1] for row in connection.execute(ends.group_by(looks.c.snapshot_id))}
    seen = [Observation(row.first_seen, last[row.id], _record(row)) for row in rows if row.id in last]
    rulings = {row.written: row.name for row in connection.execute(sa.select(aliases))}
    wanted = Counter(
        (each.collaboration, *tenure_facts(each).values(), *words_of((each.name, *each.spellings)))
        for each in tenures_of(seen, rulings)
    )
    words: dict[int, list[str]] = {}
    named = sa.select(tenure_words).join(tenures).where(tenures.c.page_id == page.id).order_by(tenure_words.c.word)
    for row in connection.execute(named):
        words.setdefault(row.tenure_id, []).append(row.word)
    stored = sa.select(tenures, collaborations.c.name.label("organ")).join(
        collaborations, collaborations.c.id == tenures.c.collaboration_id
    )
    held = Counter(
        (row.organ, *(getattr(row, name) for name in _FACTS), *sorted(words.get(row.id, ())))
        for row in connection.execute(stored.where(tenures.c.page_id == page.id))
    )
    for each in (held - wanted) or (wanted - held):
        yield f"the seat of {each[1]} in {each[0]} on {page.name} is not what the snapshots say; see bevaka reparse"


_FACTS = tuple(column.name for column in tenures.c if column.name not in ("id", "page_id", "collaboration_id"))


def _record(row: Row) -> PageRecord:
    return record_from_json(json.loads(row.record))
