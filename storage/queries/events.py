"""From the rows of changes to the events that the history answers with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from records.came_or_went import CAME_OR_WENT, seats_of, with_seats
from records.changes import Change, ChangeKind, ChangeSet
from records.errors import DatabaseDamaged
from records.page import PageRecord
from storage.answers import Event
from storage.finding import Word, as_beginnings, has_all, words_of
from storage.queries import changed, snapshot_rows
from storage.rows import Row


def stored_change_sets(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Event]:
    """The change sets that meet the conditions, whole, newest first."""
    return events_of(connection.execute(changed.SETS_AND_CHANGES.where(*conditions)))


def events_of(rows: Iterable[Row]) -> list[Event]:
    """Rows of changed.SETS_AND_CHANGES, those of one set after one another."""
    return list(_each_event(rows))


def _each_event(rows: Iterable[Row]) -> Iterator[Event]:
    for head, some in groupby(rows, key=itemgetter(slice(0, 9))):
        number, page, detected_at, imported, snapshot_id, *flags, of_documents = head
        changes = tuple(change_of(*row[9:]) for row in some)
        yield Event(number, page, detected_at, imported, snapshot_id, ChangeSet(changes, *flags), of_documents)


def asked_for(connection: sa.Connection, wanted: changed.Wanted) -> list[Event]:
    """The events that are wanted.

    The database finds the changes that have all words of a name; of more words than one, they may be those of two
    people, one of whom replaced the other. So these are looked at here, and counted into sheets only then.
    """
    words = wanted.words or ()
    if len(words) < 2:
        return events_of(changed.change_rows(connection, wanted))
    rows = changed.change_rows(connection, replace(wanted, limit=None, offset=0))
    found = (about for each in _each_event(rows) if (about := _about(connection, each, words)).changes.changes)
    return list(islice(found, wanted.offset, None if wanted.limit is None else wanted.offset + wanted.limit))


def _about(connection: sa.Connection, event: Event, words: Sequence[Word]) -> Event:
    """With those of its changes alone that name somebody who has all these words, or bring them or take them away."""
    around = _around(connection, event)
    named = ((each, (each, *seats_of(each, *around))) for each in event.changes.changes)
    kept = tuple(each for each, some in named if _some_are_of(some, words))
    return replace(event, changes=replace(event.changes, changes=kept))


def _some_are_of(changes: Iterable[Change], words: Sequence[Word]) -> bool:
    return any(has_all(name, words) for each in changes for name in each.people)


def told(connection: sa.Connection, event: Event, person: str | None) -> Event:
    """The event with a change for everybody in a collaboration that came or went, or of one person for them alone."""
    whole = with_seats(event.changes, *_around(connection, event)).changes
    if person is None or whole == event.changes.changes:
        return replace(event, changes=replace(event.changes, changes=whole))
    words = words_of(person)
    meant = words if _some_are_of(whole, words) else as_beginnings(words)
    kept = tuple(each for each in whole if each in event.changes.changes or _some_are_of([each], meant))
    return replace(event, changes=replace(event.changes, changes=kept))


def _around(connection: sa.Connection, event: Event) -> tuple[PageRecord | None, PageRecord | None]:
    """What the page said before and after, where a collaboration came or went in between."""
    if event.of_documents or not any(each.kind in CAME_OR_WENT for each in event.changes.changes):
        return None, None
    earlier, _ = snapshot_rows.beside(connection, event.snapshot_id)
    before, after = (snapshot_rows.record(connection, each) for each in (earlier, event.snapshot_id))
    return before, after


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
