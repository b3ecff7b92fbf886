"""The read side: as of a date, tenures, changes, snapshots. Every question is a few indexed statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from records.changes import ChangeKind, Group
from records.errors import UnknownName
from storage import finding
from storage.answers import (
    Event,
    Found,
    Gap,
    Mandate,
    Received,
    Refusal,
    Run,
    Sighting,
    Snapshot,
    SnapshotLine,
    Tally,
    Who,
)
from storage.engine import Database
from storage.queries import as_of, changed, events, gaps, glance, looking, mandates, searching, snapshot_rows
from storage.queries.glance import Glance, Held
from storage.tables import aliases, change_sets, collaborations, snapshots


class History:
    """Questions to one database; each sees one consistent state of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- now

    def glances(self, names: Sequence[str]) -> dict[str, Glance]:
        """How these pages are seen and what they say now, by name; those that were never watched are left out."""
        with self._database.read() as connection:
            return glance.glances(connection, names)

    def digests(self) -> dict[str, str]:
        """The digest of what each page says now, by name; pages that were never read are left out."""
        with self._database.read() as connection:
            return glance.digests(connection)

    def begun(self) -> datetime | None:
        """When the first state of any page was first seen; None before any."""
        with self._database.read() as connection:
            found: datetime | None = connection.execute(sa.select(sa.func.min(snapshots.c.first_seen))).scalar_one()
            return found

    def held(self) -> list[Held]:
        """What is held back now, of all pages."""
        with self._database.read() as connection:
            return glance.held(connection)

    # --- as of a date

    def who(self, on: datetime, *, collaboration: str | None = None, page: str | None = None) -> Who:
        """Who represented whom at a time, as observed then.

        collaboration: a name or abbreviation, folded; where nobody sat under it then, one that it had before or after.
        """
        with self._database.read() as connection:
            page_id = finding.page_id(connection, page) if page is not None else None
            if collaboration is None:
                return as_of.who(connection, on, page_id=page_id, organs=None)
            organs = finding.organs_named(connection, collaboration)
            answer = _who_in(connection, on, page_id, organs)
            if answer.representatives or len(every := finding.under_every_name(connection, organs)) == len(organs):
                return answer
            return _who_in(connection, on, page_id, every)

    # --- people

    def person(self, name: str, *, limit: int | None = None, offset: int = 0) -> list[Mandate]:
        """Every seat that people of this name have held: the whole name, else its words, else their beginnings."""
        with self._database.read() as connection:
            return mandates.of_person(connection, name, limit, offset)

    def mandates(self, page: str) -> list[Mandate]:
        """Every seat that anybody has held on one page."""
        with self._database.read() as connection:
            return mandates.of_page(connection, finding.page_id(connection, page))

    # --- changes

    def changes(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        page: str | None = None,
        person: str | None = None,
        collaboration: str | None = None,
        kinds: Sequence[Group | ChangeKind] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Event]:
        """Change sets, newest first, each with the changes that the filters let through. Both ends are included.

        offset: how many to pass over, where there is a limit.

        person: somebody whose name has all these words, whole; where nobody has a name of them, words that begin so.
        """
        with self._database.read() as connection:
            wanted = changed.Wanted(
                since=since,
                until=until,
                page_id=finding.page_id(connection, page) if page is not None else None,
                words=finding.words_of(person) if person is not None else None,
                organs=finding.collaboration_ids(connection, collaboration) if collaboration is not None else None,
                kinds=changed.kinds_of(kinds),
                limit=limit,
                offset=offset,
            )
            found = events.asked_for(connection, wanted)
            if found or not wanted.words or changed.is_named(connection, wanted.words):
                return found
            begun = replace(wanted, words=finding.as_beginnings(wanted.words))
            return events.asked_for(connection, begun)

    def told(self, event: Event, person: str | None = None) -> Event:
        """An event as people are told of it: a collaboration that came or went together with who sits in it.

        person: as in changes; of an event that was asked for so, who else sits there is left out.
        """
        with self._database.read() as connection:
            return events.told(connection, event, person)

    def latest(self, names: Sequence[str]) -> dict[str, Event]:
        """The newest change set of each of these pages that has one, by the page's name."""
        with self._database.read() as connection:
            return {each.page: each for each in events.events_of(changed.latest_rows(connection, names))}

    def change(self, change_set_id: int) -> Event:
        """One change set whole; UnknownName where there is none."""
        with self._database.read() as connection:
            for event in events.stored_change_sets(connection, change_sets.c.id == change_set_id):
                return event
        raise UnknownName(f"there is no change {change_set_id}; bevaka history lists them")

    # --- snapshots and what was received

    def snapshots(self, *, page: str | None = None, limit: int | None = None, offset: int = 0) -> list[SnapshotLine]:
        """Snapshots, newest first."""
        with self._database.read() as connection:
            page_id = finding.page_id(connection, page) if page is not None else None
            return snapshot_rows.lines(connection, page_id, limit, offset)

    def snapshot(self, snapshot_id: int) -> Snapshot:
        """One snapshot whole; UnknownName where there is none."""
        with self._database.read() as connection:
            found = snapshot_rows.whole(connection, snapshot_id)
        if found is None:
            raise _no_snapshot(snapshot_id)
        return found

    def states(self, page: str) -> list[Snapshot]:
        """Every snapshot of a page whole but for its provenance, in the order of time."""
        with self._database.read() as connection:
            return snapshot_rows.states(connection, finding.page_id(connection, page))

    def short_names(self) -> dict[str, str]:
        """The latest abbreviation of every collaboration that has ever been known, its own name where it had none."""
        with self._database.read() as connection:
            wanted = sa.select(collaborations.c.name, collaborations.c.abbreviation).order_by(collaborations.c.id)
            found: dict[str, str] = {}
            for name, abbreviation in connection.execute(wanted):
                found[name] = abbreviation or found.get(name, name)
            return found

    def names_had(self, page: str) -> tuple[tuple[str, str], ...]:
        """Each name of a page's collaborations and people with each other one that the same has had so far."""
        with self._database.read() as connection:
            return finding.names_had(connection, finding.page_id(connection, page))

    def rulings(self) -> dict[str, str]:
        """The operator's rulings in force: written name → name."""
        with self._database.read() as connection:
            return {row.written: row.name for row in connection.execute(sa.select(aliases))}

    def beside(self, snapshot_id: int) -> tuple[int | None, int | None]:
        """The ids of the same page's snapshots right before and right after one; None where there is none."""
        with self._database.read() as connection:
            return snapshot_rows.beside(connection, snapshot_id)

    def find(self, text: str, *, limit: int) -> Found:
        """People and collaborations whose names have words that begin as the text's words do; folded, at most limit."""
        with self._database.read() as connection:
            return searching.find(connection, text, limit)

    def raw(self, snapshot_id: int) -> Received:
        """The response that a snapshot was first read from; DatabaseDamaged where its hash does not agree."""
        from storage.queries import received  # zstd is for those who ask for bodies

        with self._database.read() as connection:
            found = received.of_snapshot(connection, snapshot_id)
        if found is None:
            raise _no_snapshot(snapshot_id)
        return found

    def received(self, *, page: str | None = None) -> Iterator[Received]:
        """Everything that was received and kept, page by page in the order of time."""
        from storage.queries import received

        with self._database.read() as connection:
            yield from received.in_order(connection, finding.page_id(connection, page) if page is not None else None)

    def sightings(self, page: str) -> Iterator[Sighting]:
        """Every run of looks that a body is known of, in the order of time."""
        from storage.queries import received

        with self._database.read() as connection:
            yield from received.sightings(connection, page, finding.page_id(connection, page))

    # --- how the watch itself went

    def gaps(self, *, page: str | None = None) -> list[Refusal]:
        """Looks in a row that could not tell, newest first, with what they received."""
        with self._database.read() as connection:
            return gaps.gaps(connection, finding.page_id(connection, page) if page is not None else None)

    def unread(self, *, page: str, limit: int) -> list[Gap]:
        """The times in which one page could not be read, newest first."""
        with self._database.read() as connection:
            return gaps.unread(connection, finding.page_id(connection, page), limit)

    def gap(self, number: int) -> Refusal:
        """One of them; UnknownName where there is none."""
        with self._database.read() as connection:
            return gaps.gap(connection, number)

    def raw_of_gap(self, number: int) -> bytes:
        """The body that its first look received; UnknownName where nothing came."""
        with self._database.read() as connection:
            return gaps.body(connection, number)

    def runs(self, *, page: str, since: datetime | None = None, limit: int | None = None, offset: int = 0) -> list[Run]:
        """Looks and outcomes over time, newest first."""
        with self._database.read() as connection:
            return looking.runs(connection, page, since=since, limit=limit, offset=offset)

    def tally(self) -> Tally:
        """Counts of all looks and deliveries since the beginning."""
        with self._database.read() as connection:
            return looking.tally(connection)


def _no_snapshot(snapshot_id: int) -> UnknownName:
    return UnknownName(f"there is no snapshot {snapshot_id}; bevaka snapshots lists them")


def _who_in(connection: sa.Connection, on: datetime, page_id: int | None, organs: Sequence[tuple[int, int]]) -> Who:
    ids = tuple(organ for organ, _ in organs)
    return as_of.who(connection, on, page_id=_only_page(organs) if page_id is None else page_id, organs=ids)


def _only_page(organs: Iterable[tuple[int, int]]) -> int | None:
    """The page that all of them are on: asking for one page is cheaper."""
    on_pages = {page for _, page in organs}
    return on_pages.pop() if len(on_pages) == 1 else None
