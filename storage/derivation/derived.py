"""From a record or a change set to the rows that make it searchable. All of it can be computed again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from records.came_or_went import people_of
from records.changes import Change, ChangeSet
from records.codec import canonical, record_from_json
from records.forms import search_key, swedish_sort_key
from records.page import Collaboration, PageRecord
from records.tenure import Observation, Tenure
from records.tenure import tenures as tenures_of
from storage.rows import insert
from storage.tables import (
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


class Collaborations:
    """The ids of one page's collaborations; a new name or abbreviation makes a new row."""

    def __init__(self, connection: sa.Connection, page_id: int) -> None:
        self._connection = connection
        self._page_id = page_id
        rows = connection.execute(sa.select(collaborations).where(collaborations.c.page_id == page_id))
        self._ids: dict[tuple[str, str], int] = {(row.name, row.abbreviation): row.id for row in rows}

    def id_of(self, each: Collaboration) -> int:
        """The row for this name and abbreviation."""
        return self.id_by_name(each.name, each.abbreviation)

    def id_by_name(self, name: str, abbreviation: str | None) -> int:
        key = (name, abbreviation or "")
        if key not in self._ids:
            row = {
                "page_id": self._page_id,
                "name": name,
                "abbreviation": abbreviation or "",
                "name_key": search_key(name),
                "abbreviation_key": search_key(abbreviation or ""),
            }
            self._ids[key] = insert(self._connection, collaborations, row)
        return self._ids[key]


def add_seats(connection: sa.Connection, known: Collaborations, snapshot_id: int, record: PageRecord) -> None:
    """Who sits, as written, in page order."""
    rows = [
        {"collaboration_id": known.id_of(organ), "name": person.name, "party": person.party, "role": person.role}
        for organ in record.collaborations
        for person in organ.representatives
    ]
    if rows:
        numbered = [{**row, "snapshot_id": snapshot_id, "position": at} for at, row in enumerate(rows)]
        connection.execute(sa.insert(seats), numbered)


def add_change_set(
    connection: sa.Connection,
    known: Collaborations,
    *,
    page_id: int,
    snapshot_id: int,
    at: datetime,
    change_set: ChangeSet,
    before: PageRecord,
    after: PageRecord,
    imported: bool = False,
    of_documents: bool = False,
    change_set_id: int | None = None,
) -> int:
    """The change set that led to a snapshot, with its changes and their people's words; its id."""
    row = {
        "page_id": page_id,
        "snapshot_id": snapshot_id,
        "detected_at": at,
        "imported": imported,
        "of_documents": of_documents,
        "silent_edit": change_set.silent_edit,
        "date_only": change_set.date_only,
        "date_regressed": change_set.date_regressed,
    }
    if change_set_id is not None:
        row["id"] = change_set_id
    made = insert(connection, change_sets, row)
    abbreviations = {each.name: each.abbreviation for each in (*before.collaborations, *after.collaborations)}
    for position, change in enumerate(change_set.changes):
        number = _add_change(connection, known, made, position, at, change, abbreviations)
        _add_words(connection, number, at, people_of(change, before, after))
    return made


def _add_change(
    connection: sa.Connection,
    known: Collaborations,
    change_set_id: int,
    position: int,
    at: datetime,
    change: Change,
    abbreviations: dict[str, str | None],
) -> int:
    organ = change.collaboration
    row = {
        "change_set_id": change_set_id,
        "position": position,
        "detected_at": at,
        "kind": change.kind.value,
        "collaboration_id": None if organ is None else known.id_by_name(organ, abbreviations.get(organ)),
        "collaboration": organ,
        "subject": change.subject,
        "before": None if change.before is None else canonical(change.before),
        "after": None if change.after is None else canonical(change.after),
    }
    return insert(connection, changes, row)


def _add_words(connection: sa.Connection, change_id: int, at: datetime, people: Iterable[str]) -> None:
    words = [{"word": word, "detected_at": at, "change_id": change_id} for word in words_of(people)]
    if words:
        connection.execute(sa.insert(change_words), words)


def words_of(names: Iterable[str]) -> list[str]:
    """The folded words of some names, each once."""
    return sorted({word for name in names for word in search_key(name).split()})


def refresh_tenures(connection: sa.Connection, known: Collaborations, page_id: int) -> None:
    """Compute who sat when on one page anew, from its snapshots."""
    last = sa.select(sa.func.max(looks.c.last_seen)).where(looks.c.snapshot_id == snapshots.c.id).scalar_subquery()
    rows = connection.execute(
        sa.select(snapshots.c.first_seen, last.label("last_seen"), snapshots.c.record)
        .where(snapshots.c.page_id == page_id)
        .order_by(snapshots.c.first_seen, snapshots.c.id)
    )
    seen = [Observation(row.first_seen, row.last_seen, record_from_json(json.loads(row.record))) for row in rows]
    set_tenures(connection, known, page_id, seen)


def set_tenures(
    connection: sa.Connection, known: Collaborations, page_id: int, observations: Sequence[Observation]
) -> None:
    """Replace a page's tenures by those of these observations, under the rulings in the database."""
    own = sa.select(tenures.c.id).where(tenures.c.page_id == page_id)
    connection.execute(sa.delete(tenure_words).where(tenure_words.c.tenure_id.in_(own)))
    connection.execute(sa.delete(tenures).where(tenures.c.page_id == page_id))
    rulings = {row.written: row.name for row in connection.execute(sa.select(aliases))}
    abbreviations = {organ.name: organ.abbreviation for each in observations for organ in each.record.collaborations}
    for tenure in tenures_of(observations, rulings):
        _add_tenure(
            connection, known.id_by_name(tenure.collaboration, abbreviations[tenure.collaboration]), page_id, tenure
        )


def _add_tenure(connection: sa.Connection, collaboration_id: int, page_id: int, tenure: Tenure) -> None:
    row = {"page_id": page_id, "collaboration_id": collaboration_id, **tenure_facts(tenure)}
    made = insert(connection, tenures, row)
    words = [{"word": word, "tenure_id": made} for word in words_of((tenure.name, *tenure.spellings))]
    if words:
        connection.execute(sa.insert(tenure_words), words)


def tenure_facts(tenure: Tenure) -> dict[str, Any]:
    """The columns of tenures that hold what it says, in their order."""
    return {
        "name": tenure.name,
        "name_key": search_key(tenure.name),
        "sort_key": swedish_sort_key(tenure.name),
        "party": tenure.party,
        "role": tenure.role,
        "from_after": tenure.from_after,
        "from_by": tenure.from_by,
        "until_after": tenure.until_after,
        "until_by": tenure.until_by,
    }


def drop_change_sets(connection: sa.Connection, ids: Sequence[int]) -> None:
    """Change sets with their changes and words."""
    if not ids:
        return
    own = sa.select(changes.c.id).where(changes.c.change_set_id.in_(ids))
    connection.execute(sa.delete(change_words).where(change_words.c.change_id.in_(own)))
    connection.execute(sa.delete(changes).where(changes.c.change_set_id.in_(ids)))
    connection.execute(sa.delete(change_sets).where(change_sets.c.id.in_(ids)))


def drop_unused(connection: sa.Connection, page_id: int) -> None:
    """Collaborations that no seat, tenure or change of the page names any more."""
    mine = collaborations.c.id
    named = (sa.exists().where(table.c.collaboration_id == mine) for table in (seats, tenures, changes))
    unnamed = sa.not_(sa.or_(*named))
    connection.execute(sa.delete(collaborations).where(collaborations.c.page_id == page_id, unnamed))
