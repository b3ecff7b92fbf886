"""From the rows of changes to the events that the history answers with."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from records.changes import Change, ChangeKind, ChangeSet
from records.errors import DatabaseDamaged
from storage.answers import Event
from storage.queries import changed
from storage.rows import Row


def stored_change_sets(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Event]:
    """The change sets that meet the conditions, whole, newest first."""
    return events_of(connection.execute(changed.SETS_AND_CHANGES.where(*conditions)))


def events_of(rows: Iterable[Row]) -> list[Event]:
    """Rows of changed.SETS_AND_CHANGES, those of one set after one another."""
    found = []
    for head, some in groupby(rows, key=itemgetter(slice(0, 9))):
        number, page, detected_at, imported, snapshot_id, *flags, of_documents = head
        changes = tuple(change_of(*row[9:]) for row in some)
        found.append(Event(number, page, detected_at, imported, snapshot_id, ChangeSet(changes, *flags), of_documents))
    return found


_KINDS = {kind.value: kind for kind in ChangeKind}
_decoded = json.JSONDecoder().raw_decode


def change_of(
    kind: str, collaboration: str | None, subject: str | None, before: str | None, after: str | None
) -> Change:
    """A change from its columns; DatabaseDamaged where it is none."""
    try:
        return Change(_KINDS[kind], collaboration, subject, _value(before), _value(after))
    except (KeyError, ValueError) as problem:
        raise DatabaseDamaged(f"a change of the kind {kind!r} cannot be read; see bevaka verify") from problem


def _value(text: str | None) -> Any:
    """What we wrote ourselves has nothing around it."""
    return None if text is None else _decoded(text)[0]
