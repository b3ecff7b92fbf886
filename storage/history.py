"""The read side: as of a date, tenures, changes, snapshots. Every question is a few indexed statements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from records.changes import Change, ChangeKind, ChangeSet, Group
from records.codec import record_from_json
from records.errors import DatabaseDamaged, UnknownName
from records.outcome import Reason
from storage import finding
from storage.answers import (
    Event,
    Found,
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
from storage.packing import unpacked
from storage.queries import changed, gaps, glance, mandates, searching, then
from storage.queries.glance import Glance, Held
from storage.rows import Row
from storage.tables import aliases, bodies, captures, change_sets, collaborations, looks, outbox, pages, snapshots


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
        """Who represented whom at a time, as observed then. collaboration: a name or abbreviation, folded."""
        with self._database.read() as connection:
            organs = finding.organs_named(connection, collaboration) if collaboration is not None else None
            page_id = finding.page_id(connection, page) if page is not None else _only_page(organs or ())
            ids = None if organs is None else tuple(organ for organ, _ in organs)
            return then.who(connection, on, page_id=page_id, organs=ids)

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

        person: all words of a name, whole; where no change names them all, words that begin so.
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
            found = _events(changed.change_rows(connection, wanted))
            if found or not wanted.words or changed.is_named(connection, wanted.words):
                return found
            begun = replace(wanted, words=finding.as_beginnings(wanted.words))
            return _events(changed.change_rows(connection, begun))

    def latest(self, names: Sequence[str]) -> dict[str, Event]:
        """The newest change set of each of these pages that has one, by the page's name."""
        with self._database.read() as connection:
            return {each.page: each for each in _events(changed.latest_rows(connection, names))}

    def change(self, change_set_id: int) -> Event:
        """One change set whole; UnknownName where there is none."""
        with self._database.read() as connection:
            for event in stored_change_sets(connection, change_sets.c.id == change_set_id):
                return event
        raise UnknownName(f"there is no change {change_set_id}; bevaka history lists them")

    # --- snapshots and what was received

    def snapshots(self, *, page: str | None = None, limit: int | None = None, offset: int = 0) -> list[SnapshotLine]:
        """Snapshots, newest first."""
        with self._database.read() as connection:
            wanted = (
                _snapshot_lines()
                .order_by(snapshots.c.first_seen.desc(), snapshots.c.id.desc())
                .limit(limit)
                .offset(offset)
            )
            if page is not None:
                wanted = wanted.where(snapshots.c.page_id == finding.page_id(connection, page))
            return [_line(row) for row in connection.execute(wanted)]

    def snapshot(self, snapshot_id: int) -> Snapshot:
        """One snapshot whole; UnknownName where there is none."""
        with self._database.read() as connection:
            wanted = _snapshot_lines().add_columns(snapshots.c.record, snapshots.c.provenance)
            row = connection.execute(wanted.where(snapshots.c.id == snapshot_id)).one_or_none()
            if row is None:
                raise UnknownName(f"there is no snapshot {snapshot_id}; bevaka snapshots lists them")
            return Snapshot(_line(row), record_from_json(json.loads(row.record)), unpacked(row.provenance))

    def states(self, page: str) -> list[Snapshot]:
        """Every snapshot of a page whole but for its provenance, in the order of time."""
        with self._database.read() as connection:
            wanted = _snapshot_lines().add_columns(snapshots.c.record).order_by(snapshots.c.first_seen, snapshots.c.id)
            of_page = snapshots.c.page_id == finding.page_id(connection, page)
            rows = connection.execute(wanted.where(of_page))
            return [Snapshot(_line(row), record_from_json(json.loads(row.record)), None) for row in rows]

    def short_names(self) -> dict[str, str]:
        """The latest abbreviation of every collaboration that has ever been known, its own name where it had none."""
        with self._database.read() as connection:
            wanted = sa.select(collaborations.c.name, collaborations.c.abbreviation).order_by(collaborations.c.id)
            found: dict[str, str] = {}
            for name, abbreviation in connection.execute(wanted):
                found[name] = abbreviation or found.get(name, name)
            return found

    def rulings(self) -> dict[str, str]:
        """A person's rulings in force: written name → name."""
        with self._database.read() as connection:
            return {row.written: row.name for row in connection.execute(sa.select(aliases))}

    def beside(self, snapshot_id: int) -> tuple[int | None, int | None]:
        """The ids of the same page's snapshots right before and right after one; None where there is none."""
        with self._database.read() as connection:
            own = sa.select(snapshots.c.page_id, snapshots.c.first_seen).where(snapshots.c.id == snapshot_id).subquery()
            of_page = sa.select(snapshots.c.id).join(own, own.c.page_id == snapshots.c.page_id).limit(1)
            earlier = of_page.where(snapshots.c.first_seen < own.c.first_seen).order_by(snapshots.c.first_seen.desc())
            later = of_page.where(snapshots.c.first_seen > own.c.first_seen).order_by(snapshots.c.first_seen)
            before, after = (connection.execute(each).scalar_one_or_none() for each in (earlier, later))
            return before, after

    def find(self, text: str, *, limit: int) -> Found:
        """People and collaborations whose names have words that begin as the text's words do; folded, at most limit."""
        with self._database.read() as connection:
            return searching.find(connection, text, limit)

    def raw(self, snapshot_id: int) -> Received:
        """The response that a snapshot was first read from; DatabaseDamaged where its hash does not agree."""
        with self._database.read() as connection:
            wanted = _received().join(snapshots, snapshots.c.capture_id == captures.c.id)
            for each in _with_bodies(connection, wanted.where(snapshots.c.id == snapshot_id)):
                return each
        raise UnknownName(f"there is no snapshot {snapshot_id}; bevaka snapshots lists them")

    def received(self, *, page: str | None = None) -> Iterator[Received]:
        """Everything that was received and kept, page by page in the order of time."""
        with self._database.read() as connection:
            wanted = _received().order_by(captures.c.page_id, captures.c.at, captures.c.id)
            if page is not None:
                wanted = wanted.where(captures.c.page_id == finding.page_id(connection, page))
            yield from _with_bodies(connection, wanted)

    def sightings(self, page: str) -> Iterator[Sighting]:
        """Every run of looks that a body is known of, in the order of time."""
        from storage.bodies import Bodies
        from storage.derivation.chain import runs_of

        with self._database.read() as connection:
            kept = Bodies(connection)
            known = [run for run in runs_of(connection, finding.page_id(connection, page)) if run.capture_id]
            sha = dict(_hashes(connection, {run.body_id for run in known}))
            used: set[int] = set()
            for number, run in enumerate(known, 1):
                body = kept.get(run.body_id)
                headers = json.loads(run.headers)
                received = Received(
                    page, run.url, run.status, headers, body, run.at, sha[run.body_id], bool(run.imported), run.cut
                )
                new = run.capture_id not in used
                used.add(run.capture_id)
                yield Sighting(number, received, run.first_seen, run.last_seen, run.looks, new)

    # --- how the watch itself went

    def gaps(self, *, page: str | None = None) -> list[Refusal]:
        """Looks in a row that could not tell, newest first, with what they received."""
        with self._database.read() as connection:
            return gaps.gaps(connection, finding.page_id(connection, page) if page is not None else None)

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
            wanted = (
                sa.select(looks)
                .where(looks.c.page_id == finding.page_id(connection, page))
                .order_by(looks.c.first_seen.desc(), looks.c.id.desc())
                .limit(limit)
                .offset(offset)
            )
            if since is not None:
                wanted = wanted.where(looks.c.last_seen >= since)
            return [_run(row, page) for row in connection.execute(wanted)]

    def tally(self) -> Tally:
        """Counts of all looks and deliveries since the beginning."""
        with self._database.read() as connection:
            good, new, bad = connection.execute(
                sa.select(
                    *(
                        sa.func.coalesce(sa.func.sum(column), 0)
                        for column in (pages.c.looks_unchanged, pages.c.looks_changed, pages.c.looks_cannot_tell)
                    )
                )
            ).one()
            delivered = connection.execute(sa.select(sa.func.count()).where(outbox.c.state == "sent")).scalar_one()
            last = connection.execute(sa.select(sa.func.max(change_sets.c.detected_at))).scalar_one()
            return Tally(good + new + bad, good, new, bad, delivered, last)


def _only_page(organs: Iterable[tuple[int, int]]) -> int | None:
    """The page that all of them are on: asking for one page is cheaper."""
    on_pages = {page for _, page in organs}
    return on_pages.pop() if len(on_pages) == 1 else None


def stored_change_sets(connection: sa.Connection, *conditions: sa.ColumnElement[bool]) -> list[Event]:
    """The change sets that meet the conditions, whole, newest first."""
    return _events(connection.execute(changed.SETS_AND_CHANGES.where(*conditions)))


def _events(rows: Iterable[Row]) -> list[Event]:
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


def _snapshot_lines() -> sa.Select[Any]:
    own = looks.c.snapshot_id == snapshots.c.id
    return (
        sa.select(
            snapshots.c.id,
            pages.c.name.label("page"),
            snapshots.c.first_seen,
            sa.select(sa.func.max(looks.c.last_seen)).where(own).scalar_subquery().label("last_seen"),
            sa.select(sa.func.sum(looks.c.looks)).where(own).scalar_subquery().label("looks"),
            snapshots.c.last_updated,
            bodies.c.sha256,
        )
        .join(pages, pages.c.id == snapshots.c.page_id)
        .join(captures, captures.c.id == snapshots.c.capture_id)
        .join(bodies, bodies.c.id == captures.c.body_id)
    )


def _line(row: Row) -> SnapshotLine:
    return SnapshotLine(*row[:7])


def _run(row: Row, page: str) -> Run:
    reason = Reason(row.reason) if row.reason else None
    return Run(page, row.first_seen, row.last_seen, row.looks, reason, row.detail, row.held, row.snapshot_id)


def _hashes(connection: sa.Connection, ids: Iterable[int]) -> Iterator[tuple[int, str]]:
    wanted = sorted(ids)
    for start in range(0, len(wanted), 500):
        some = bodies.c.id.in_(wanted[start : start + 500])
        for row in connection.execute(sa.select(bodies.c.id, bodies.c.sha256).where(some)):
            yield row.id, row.sha256


def _received() -> sa.Select[Any]:
    return (
        sa.select(captures, pages.c.name.label("page"), bodies.c.sha256)
        .join(pages, pages.c.id == captures.c.page_id)
        .join(bodies, bodies.c.id == captures.c.body_id)
    )


def _with_bodies(connection: sa.Connection, wanted: sa.Select[Any]) -> Iterator[Received]:
    from storage.bodies import Bodies  # zstd is for those who ask for bodies

    kept = Bodies(connection)
    for row in connection.execute(wanted).all():
        yield Received(
            page=row.page,
            url=row.url,
            status=row.status,
            headers=json.loads(row.headers),
            body=kept.get(row.body_id),
            at=row.at,
            sha256=row.sha256,
            imported=row.imported,
            cut=row.cut,
        )
