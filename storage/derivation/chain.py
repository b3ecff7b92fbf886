"""A page's snapshots, changes, seats and tenures, computed again from what was received.

    runs of looks in the order of time ─► read (those that are to be read again) ─► states ─► written where they differ

Live looks do not come this way: what they found is stored as they found it. Reparse, import, a first look after an
import and the first look of another parser or other settings do. Nothing here sends or queues anything.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

import sqlalchemy as sa

from records.changes import ChangeSet
from records.codec import record_from_json
from records.diff import diff
from records.outcome import CannotTell
from records.page import PageRecord
from records.patience import settles
from storage.bodies import Bodies
from storage.derivation.chain_rows import write_chain
from storage.derivation.states import Difference, State, Walk
from storage.packing import snapshot_facts
from storage.rows import Row
from storage.runs import runs_of
from storage.tables import pages, snapshots
from storage.values import Capture, Parsed


@dataclass(frozen=True, slots=True)
class Past:
    """The state that a look is judged against. complete: its body ended as a whole page does."""

    record: PageRecord
    complete: bool


@dataclass(frozen=True, slots=True)
class Reread:
    """What the reader made of a capture: parsed, unless refused without a record; refusal, unless it is good.

    misfit: it is refused for nothing but the page's own settings, which fit another design of the page.
    """

    parsed: Parsed | None
    refusal: CannotTell | None = None
    misfit: bool = False


class Reader(Protocol):
    """Reads one capture of a page. settled: its looks were accepted before, so only absolute evidence refuses it."""

    def __call__(self, page: str, capture: Capture, *, past: Past | None, settled: bool) -> Reread: ...


def rechain(
    connection: sa.Connection,
    page_id: int,
    reader: Reader | None = None,
    *,
    again: Callable[[Row], bool] = lambda _: False,
    keeping: bool = False,
) -> list[Difference]:
    """Compute one page's chain anew, reading again the runs that are asked for; what is now read otherwise.

    keeping: a state that can no longer be read stays as it was. So does one that only the settings do not fit.
    """
    page = connection.execute(sa.select(pages.c.name).where(pages.c.id == page_id)).scalar_one()
    stored = {row.id: row for row in connection.execute(sa.select(snapshots).where(snapshots.c.page_id == page_id))}
    walk = Walk()
    bodies = Bodies(connection)
    for run in runs_of(connection, page_id):
        old = stored.get(run.snapshot_id)
        if reader is not None and run.capture_id is not None and again(run):
            read = _read_once(walk, page, run, reader, bodies)
            if old is None or read.refusal is None or not (keeping or read.misfit):
                _take(walk, page, run, old, read)
                continue
        if old is not None:
            _keep_as_it_was(walk, run, old)
    write_chain(connection, page_id, walk, stored)
    return walk.differences


def capture_of(bodies: Bodies, run: Row) -> Capture:
    """What was received at the first look of a run."""
    return Capture(run.url, run.status, json.loads(run.headers), bodies.get(run.body_id), run.at, cut=run.cut)


def _keep_as_it_was(walk: Walk, run: Row, old: Row) -> None:
    last = walk.states[-1] if walk.states else None
    if last is not None and last.facts["record_digest"] == old.record_digest:
        last.runs.append(run)
        return
    record = record_from_json(json.loads(old.record))
    if last is not None and not diff(last.record, record):
        last.runs.append(run)
        return
    names = ("last_updated", "record", "record_digest", "provenance", "parser_version", "settings_digest")
    facts = {name: getattr(old, name) for name in names}
    walk.states.append(State(record, facts, bool(run.complete), bool(run.imported), [run]))


def _read_once(walk: Walk, page: str, run: Row, reader: Reader, bodies: Bodies) -> Reread:
    """After a gap the same capture stands for the same state: it is not read twice."""
    settled = run.snapshot_id is not None
    if settled and walk.latest is not None and walk.latest[0] == run.capture_id:
        return Reread(walk.latest[1])
    last = walk.states[-1] if walk.states else None
    past = Past(last.record, last.complete) if last else None
    read = reader(page, capture_of(bodies, run), past=past, settled=settled)
    if read.parsed is not None:
        walk.read[run.capture_id] = (read.parsed.content_digest, read.parsed.complete)
        walk.latest = (run.capture_id, read.parsed) if read.refusal is None else walk.latest
    return read


def _take(walk: Walk, page: str, run: Row, old: Row | None, read: Reread) -> None:
    accepted_now = _place(walk, run, read)
    before = record_from_json(json.loads(old.record)) if old is not None else None
    after = read.parsed.record if accepted_now and read.parsed else None
    changes = diff(before, after) if before and after else ChangeSet()
    if (before is None) != (after is None) or changes:
        reason = read.refusal.reason if read.refusal and not accepted_now else None
        walk.differences.append(Difference(page, run.first_seen, before, after, changes, reason))


def _place(walk: Walk, run: Row, read: Reread) -> bool:
    """Put a run among the states, the held or the refused; True if it is good."""
    if read.refusal is None:
        assert read.parsed is not None
        _agree_or_begin(walk, _state_of(run, read.parsed))
        walk.pending = None
        return True
    walk.refused.append((run, read.refusal))
    if read.refusal.held and read.parsed is not None:
        _hold(walk, _state_of(run, read.parsed))
    return False


def _state_of(run: Row, parsed: Parsed) -> State:
    return State(parsed.record, {}, parsed.complete, bool(run.imported), [run], last_parsed=parsed)


def _agree_or_begin(walk: Walk, new: State) -> None:
    last = walk.states[-1] if walk.states else None
    parsed = new.last_parsed
    assert parsed is not None
    if last is not None and _same(last, new):
        last.runs += new.runs
        last.complete, last.last_parsed = new.complete, replace(parsed, provenance=None)
        return
    new.facts = snapshot_facts(parsed)
    new.last_parsed = replace(parsed, provenance=None)  # packed now: thousands of states may follow
    walk.states.append(new)


def _same(one: State, other: State) -> bool:
    return one.record == other.record or not diff(one.record, other.record)


def _hold(walk: Walk, new: State) -> None:
    """Held looks that agree for long enough are accepted by themselves, as they would have been then."""
    if walk.pending is not None and _same(walk.pending, new):
        walk.pending.runs += new.runs
    else:
        walk.pending = new
    held = walk.pending
    looks_so_far = sum(run.looks for run in held.runs)
    before = walk.states[-1].record if walk.states else held.record
    if settles(before, held.record, looks=looks_so_far, since=held.first_seen, last=held.last_seen):
        accepted_ids = {run.id for run in held.runs}
        walk.refused = [(run, why) for run, why in walk.refused if run.id not in accepted_ids]
        _agree_or_begin(walk, held)
        walk.pending = None
