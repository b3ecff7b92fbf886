"""The read side: as of a date, tenures, changes, snapshots. Every question is a few indexed statements."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from records.changes import Change, ChangeKind, ChangeSet, Group
from records.codec import record_from_json
from records.errors import UnknownName
from records.outcome import Reason
from storage import finding
from storage.answers import (
    Between,
    Event,
    Gap,
    Mandate,
    Observed,
    PageThen,
    Received,
    Run,
    Seat,
    Snapshot,
    SnapshotLine,
    Tally,
    Who,
)
from storage.engine import Database
from storage.packing import unpacked
from storage.rows import Row
from storage.tables import (
    bodies,
    captures,
    change_sets,
    changes,
    collaborations,
    looks,
    outbox,
    pages,
    seats,
    snapshots,
    tenures,
)


class History:
    """Questions to one database; each sees one consistent state of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # --- as of a date

    def who(self, on: datetime, *, collaboration: str | None = None, page: str | None = None) -> Who:
        """Who represented whom at a time, as observed then. collaboration: a name or abbreviation, folded."""
        with self._database.read() as connection:
            organs = finding.collaboration_ids(connection, collaboration) if collaboration is not None else None
            scope = finding.page_scope(connection, page, organs)
            then = _runs_then(on, scope)
            good = {row.page_id: row for row in connection.execute(then)}
            return Who(
                on=on,
                pages=tuple(_page_then(connection, row, good.get(row.id), on) for row in connection.execute(scope)),
                representatives=tuple(_seats(connection, then, organs)),
            )

    # --- people

    def person(self, name: str) -> list[Mandate]:
        """Every seat that people of this name have held: the whole name, else its words, else their beginnings."""
        with self._database.read() as connection:
            chosen = finding.tenure_ids(connection, name)
            return [] if chosen is None else _mandates(connection, tenures.c.id.in_(chosen))

    def mandates(self, page: str) -> list[Mandate]:
        """Every seat that anybody has held on one page."""
        with self._database.read() as connection:
            return _mandates(connection, tenures.c.page_id == finding.page_id(connection, page))

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
    ) -> list[Event]:
        """Change sets, newest first, each with the changes that the filters let through. Both ends are included."""
        with self._database.read() as connection:
            organs = finding.collaboration_ids(connection, collaboration) if collaboration is not None else None
            wanted = finding.Wanted(
                since=since,
                until=until,
                page_id=finding.page_id(connection, page) if page is not None else None,
                words=finding.change_words_of(connection, person) if person is not None else None,
                collaboration_ids=organs,
                kinds=finding.kinds_of(kinds),
            )
            chosen = finding.change_set_ids(wanted, limit)
            within = change_sets.c.id.in_(sa.select(chosen.c.id))
            return stored_change_sets(connection, within, let_through=finding.change_conditions(wanted))

    def change(self, change_set_id: int) -> Event:
        """One change set whole; UnknownName where there is none."""
        with self._database.read() as connection:
            for event in stored_change_sets(connection, change_sets.c.id == change_set_id):
                return event
        raise UnknownName(f"there is no change {change_set_id}; bevaka history lists them")

    # --- snapshots and what was received

    def snapshots(self, *, page: str | None = None, limit: int | None = None) -> list[SnapshotLine]:
        """Snapshots, newest first."""
        with self._database.read() as connection:
            wanted = _snapshot_lines().order_by(snapshots.c.first_seen.desc(), snapshots.c.id.desc()).limit(limit)
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

    # --- how the watch itself went

    def runs(self, *, page: str, since: datetime | None = None, limit: int | None = None) -> list[Run]:
        """Looks and outcomes over time, newest first."""
        with self._database.read() as connection:
            wanted = (
                sa.select(looks)
                .where(looks.c.page_id == finding.page_id(connection, page))
                .order_by(looks.c.first_seen.desc(), looks.c.id.desc())
                .limit(limit)
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


def _runs_then(on: datetime, scope: sa.Select[Any]) -> sa.Select[Any]:
    """For each page in scope the latest good run that had begun, with its snapshot's first sight."""
    within = scope.subquery()
    begun = (
        sa.select(looks.c.id)
        .where(looks.c.page_id == within.c.id, looks.c.snapshot_id.is_not(None), looks.c.first_seen <= on)
        .order_by(looks.c.first_seen.desc(), looks.c.id.desc())
        .limit(1)
        .correlate(within)
        .scalar_subquery()
    )
    return (
        sa.select(
            looks.c.page_id,
            looks.c.snapshot_id,
            looks.c.last_seen,
            snapshots.c.first_seen,
            within.c.name.label("page"),
        )
        .select_from(within)
        .join(looks, looks.c.id == begun)
        .join(snapshots, snapshots.c.id == looks.c.snapshot_id)
    )


def _page_then(connection: sa.Connection, page: Row, good: Row | None, on: datetime) -> PageThen:
    if good is None:
        return PageThen(page.name, None)
    observed = Observed(good.first_seen, good.last_seen)
    return PageThen(page.name, observed, _gap(connection, page.id, on) if good.last_seen < on else None)


def _gap(connection: sa.Connection, page_id: int, on: datetime) -> Gap | None:
    """The run of looks that could not tell, if the latest look before on was of one."""
    here = looks.c.page_id == page_id
    latest = sa.select(looks).where(here, looks.c.first_seen <= on)
    row = connection.execute(latest.order_by(looks.c.first_seen.desc(), looks.c.id.desc()).limit(1)).one()
    if row.snapshot_id is not None:
        return None
    after = sa.select(sa.func.min(looks.c.first_seen)).where(
        here, looks.c.first_seen > on, looks.c.snapshot_id.is_not(None)
    )
    return Gap(row.first_seen, connection.execute(after).scalar_one(), Reason(row.reason))


def _seats(connection: sa.Connection, then: sa.Select[Any], organs: Sequence[int] | None) -> Iterator[Seat]:
    state = then.subquery()
    wanted = (
        sa.select(state.c.page, collaborations.c.name.label("collaboration"), seats.c.name, seats.c.party, seats.c.role)
        .select_from(state)
        .join(seats, seats.c.snapshot_id == state.c.snapshot_id)
        .join(collaborations, collaborations.c.id == seats.c.collaboration_id)
        .order_by(state.c.page, seats.c.position)
    )
    if organs is not None:
        wanted = wanted.where(seats.c.collaboration_id.in_(organs))
    return (Seat(*row) for row in connection.execute(wanted))


def _mandates(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> list[Mandate]:
    wanted = (
        sa.select(tenures, pages.c.name.label("page"), collaborations.c.name.label("collaboration"))
        .join(pages, pages.c.id == tenures.c.page_id)
        .join(collaborations, collaborations.c.id == tenures.c.collaboration_id)
        .where(condition)
        .order_by(tenures.c.sort_key, tenures.c.from_by, pages.c.name, tenures.c.id)
    )
    return [_mandate(row) for row in connection.execute(wanted)]


def _mandate(row: Row) -> Mandate:
    ended = Between(row.until_after, row.until_by) if row.until_by is not None else None
    began = Between(row.from_after, row.from_by)
    return Mandate(row.page, row.collaboration, row.name, row.party, row.role, began, ended)


def stored_change_sets(
    connection: sa.Connection,
    *conditions: sa.ColumnElement[bool],
    let_through: Sequence[sa.ColumnElement[bool]] = (),
) -> list[Event]:
    """The change sets that meet the conditions, newest first, with the changes that are let through."""
    sets = (
        sa.select(change_sets, pages.c.name.label("page"))
        .join(pages, pages.c.id == change_sets.c.page_id)
        .where(*conditions)
        .order_by(change_sets.c.detected_at.desc(), change_sets.c.id.desc())
    )
    ids = sa.select(change_sets.c.id).where(*conditions)
    single = (
        sa.select(changes)
        .where(changes.c.change_set_id.in_(ids), *let_through)
        .order_by(changes.c.change_set_id, changes.c.position)
    )
    through: dict[int, list[Change]] = {}
    for row in connection.execute(single):
        through.setdefault(row.change_set_id, []).append(_change(row))
    return [_event(row, through.get(row.id, ())) for row in connection.execute(sets)]


def _change(row: Row) -> Change:
    before, after = (None if text is None else json.loads(text) for text in (row.before, row.after))
    return Change(ChangeKind(row.kind), row.collaboration, row.subject, before, after)


def _event(row: Row, through: Sequence[Change]) -> Event:
    change_set = ChangeSet(tuple(through), row.silent_edit, row.date_only, row.date_regressed)
    return Event(row.id, row.page, row.detected_at, row.imported, row.snapshot_id, change_set)


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
        )
