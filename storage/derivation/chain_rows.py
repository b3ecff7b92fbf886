"""A chain of states into its rows: only what differs is written, and ids stay with what they named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from records.diff import diff
from records.tenure import Observation
from storage.derivation.derived import (
    Collaborations,
    add_change_set,
    add_seats,
    drop_change_sets,
    drop_unused,
    set_tenures,
)
from storage.derivation.states import State, Walk
from storage.holding import hold_on, set_hold
from storage.rows import Row, insert
from storage.tables import accepted, captures, change_sets, looks, pages, seats, snapshots


def write_chain(connection: sa.Connection, page_id: int, walk: Walk, stored: Mapping[int, Row]) -> None:
    """Make the page's derived rows those of this walk. stored: its snapshots as they are."""
    known = Collaborations(connection, page_id)
    ids = [_snapshot(connection, page_id, state, id_, stored) for state, id_ in _with_ids(walk.states, stored)]
    _write_captures(connection, walk)
    _write_runs(connection, walk, ids)
    _write_changes(connection, known, page_id, walk.states, ids, stored)
    for state, id_ in zip(walk.states, ids, strict=True):
        if id_ not in stored or stored[id_].record_digest != state.facts["record_digest"]:
            connection.execute(sa.delete(seats).where(seats.c.snapshot_id == id_))
            add_seats(connection, known, id_, state.record)
    seen = [Observation(state.first_seen, state.last_seen, state.record) for state in walk.states]
    set_tenures(connection, known, page_id, seen)
    _write_accepted(connection, page_id, walk, ids)
    _drop_snapshots(connection, sorted(stored.keys() - set(ids)), dict(zip(ids, walk.states, strict=True)))
    drop_unused(connection, page_id)
    _write_hold(connection, page_id, walk)


def _with_ids(chain: Sequence[State], stored: Mapping[int, Row]) -> list[tuple[State, int | None]]:
    """Each state with the id of the snapshot that it continues: the one that began with the same capture, if any."""
    used: set[int] = set()
    given: list[tuple[State, int | None]] = []
    for state in chain:
        ids = [run.snapshot_id for run in state.runs if run.snapshot_id in stored and run.snapshot_id not in used]
        ids.sort(key=lambda id_: stored[id_].capture_id != state.runs[0].capture_id)
        used.update(ids[:1])
        given.append((state, ids[0] if ids else None))
    return given


def _snapshot(connection: sa.Connection, page_id: int, state: State, id_: int | None, stored: Mapping[int, Row]) -> int:
    first = state.runs[0]
    row = {**state.facts, "capture_id": first.capture_id, "first_seen": state.first_seen, "imported": state.imported}
    if id_ is None:
        return insert(connection, snapshots, {**row, "page_id": page_id})
    if any(getattr(stored[id_], name) != value for name, value in row.items()):
        connection.execute(sa.update(snapshots).where(snapshots.c.id == id_).values(row))
    return id_


def _write_captures(connection: sa.Connection, walk: Walk) -> None:
    rows = [
        {"capture": capture_id, "digest": content_digest, "whole": complete}
        for capture_id, (content_digest, complete) in walk.read.items()
    ]
    if rows:
        values: dict[str, Any] = {"content_digest": sa.bindparam("digest"), "complete": sa.bindparam("whole")}
        connection.execute(sa.update(captures).where(captures.c.id == sa.bindparam("capture")).values(values), rows)


def _write_runs(connection: sa.Connection, walk: Walk, ids: Sequence[int]) -> None:
    wanted: list[tuple[Row, dict[str, Any]]] = [
        (run, {"snapshot_id": id_, "reason": None, "detail": None, "held": False})
        for state, id_ in zip(walk.states, ids, strict=True)
        for run in state.runs
    ]
    wanted += [
        (run, {"snapshot_id": None, "reason": why.reason.value, "detail": why.detail, "held": why.held})
        for run, why in walk.refused
    ]
    rows = [
        {"run": run.id, **values}
        for run, values in wanted
        if any(getattr(run, name) != value for name, value in values.items())
    ]
    if rows:
        columns: dict[str, Any] = {name: sa.bindparam(name) for name in ("snapshot_id", "reason", "detail", "held")}
        connection.execute(sa.update(looks).where(looks.c.id == sa.bindparam("run")).values(columns), rows)


def _write_changes(
    connection: sa.Connection,
    known: Collaborations,
    page_id: int,
    chain: Sequence[State],
    ids: Sequence[int],
    stored: Mapping[int, Row],
) -> None:
    told = _told(connection, page_id)
    kept = _as_told(chain, ids, stored, told)
    drop_change_sets(connection, [row.id for id_, row in told.items() if id_ not in kept])
    steps = [(old, new, id_) for (old, _), (new, id_) in pairwise(zip(chain, ids, strict=True)) if id_ not in kept]
    steps.sort(key=lambda step: step[2] not in told)  # those with a number of their own, before new ones take it
    for old, new, id_ in steps:
        before = told.get(id_)
        add_change_set(
            connection,
            known,
            page_id=page_id,
            snapshot_id=id_,
            at=new.first_seen,
            change_set=diff(old.record, new.record),
            before=old.record,
            after=new.record,
            imported=bool(before.imported) if before else old.imported or new.imported,
            change_set_id=before.id if before else None,
        )


def _told(connection: sa.Connection, page_id: int) -> Mapping[int, Row]:
    """The change sets that came from snapshots, by the snapshot that they led to."""
    between = (change_sets.c.page_id == page_id, sa.not_(change_sets.c.of_documents))
    return {row.snapshot_id: row for row in connection.execute(sa.select(change_sets).where(*between))}


def _as_told(
    chain: Sequence[State], ids: Sequence[int], stored: Mapping[int, Row], told: Mapping[int, Row]
) -> set[int]:
    """The snapshots whose change sets need not be computed: nothing about them or the one before was read anew."""
    followed = dict(pairwise(sorted(stored, key=lambda id_: (stored[id_].first_seen, id_))))
    return {
        after
        for (old, before), (new, after) in pairwise(zip(chain, ids, strict=True))
        if after in told
        and followed.get(before) == after
        and old.last_parsed is None
        and new.last_parsed is None
        and told[after].detected_at == new.first_seen
    }


def _write_accepted(connection: sa.Connection, page_id: int, walk: Walk, ids: Sequence[int]) -> None:
    """The latest state is what the next look is compared with; a page that was never looked at has none."""
    now = connection.execute(sa.select(accepted).where(accepted.c.page_id == page_id)).one_or_none()
    if now is None:
        return
    if not ids:
        connection.execute(sa.delete(accepted).where(accepted.c.page_id == page_id))
        return
    last = walk.states[-1]
    values: dict[str, Any] = {
        "snapshot_id": ids[-1],
        "parser_version": last.facts["parser_version"],
        "settings_digest": last.facts["settings_digest"],
        "complete": last.complete,
        "markup_digest": last.last_parsed.markup_digest if last.last_parsed else None,
    }
    if last.last_parsed is not None:
        values |= {"content_digest": last.last_parsed.content_digest}
    read_otherwise = (now.parser_version, now.settings_digest) != (values["parser_version"], values["settings_digest"])
    if read_otherwise or all(run.snapshot_id != now.snapshot_id for run in last.runs):
        # The body that was last seen live may never have been kept, and is not what was read now, or in this way: a 304
        # or an equal body says nothing.
        gone = {"body_sha256": "", "etag": None, "last_modified": None, "markup_digest": None}
        values |= {**gone, "url": last.runs[-1].url}
    connection.execute(sa.update(accepted).where(accepted.c.page_id == page_id).values(values))


def _drop_snapshots(connection: sa.Connection, ids: Sequence[int], states_by_id: Mapping[int, State]) -> None:
    if not ids:
        return
    of_documents = connection.execute(sa.select(change_sets).where(change_sets.c.snapshot_id.in_(ids))).all()
    for row in of_documents:  # these outlive the snapshot that stood when they were seen
        begun = [id_ for id_, state in states_by_id.items() if state.first_seen <= row.detected_at]
        if begun:
            stands = max(begun, key=lambda id_: states_by_id[id_].first_seen)
            connection.execute(sa.update(change_sets).where(change_sets.c.id == row.id).values(snapshot_id=stands))
        else:
            drop_change_sets(connection, [row.id])
    connection.execute(sa.delete(seats).where(seats.c.snapshot_id.in_(ids)))
    connection.execute(sa.delete(snapshots).where(snapshots.c.id.in_(ids)))


def _write_hold(connection: sa.Connection, page_id: int, walk: Walk) -> None:
    """What is held now would be told against the new latest state; a hold whose looks became good has ended."""
    name = connection.execute(sa.select(pages.c.name).where(pages.c.id == page_id)).scalar_one()
    hold = hold_on(connection, name)
    if hold is None:
        return
    waiting = sa.select(looks.c.id).where(looks.c.page_id == page_id, looks.c.held, looks.c.first_seen >= hold.since)
    if not walk.states or connection.execute(waiting.limit(1)).first() is None:
        set_hold(connection, page_id, None)
        cleared = {"held": False, "reason": None, "detail": None, "outcome": "unchanged", "failures": 0}
        connection.execute(sa.update(pages).where(pages.c.id == page_id).values(**cleared, failing_since=None))
        return
    parsed = walk.pending.last_parsed if walk.pending and walk.pending.last_parsed else hold.parsed
    changes = diff(walk.states[-1].record, parsed.record)
    set_hold(connection, page_id, replace(hold, parsed=parsed, changes=changes))
