"""What one look becomes in the database.

Learned ─► the run of looks that it extends or begins ─► capture and body, where there is news in them
        ─► snapshot ─► seats, changes, tenures          (a baseline, or a change)
        ─► the page's standing, accepted facts and hold
        ─► messages                                      all in the caller's one transaction
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from records.codec import canonical, digest, record_from_json
from records.errors import Overtaken
from records.outcome import Baseline, CannotTell, Changed, Unchanged
from records.page import PageRecord
from storage.finding import lock
from storage.finding import page_id as page_id_of
from storage.freshness import rewritten
from storage.holding import set_hold
from storage.packing import snapshot_facts
from storage.rows import Row, insert
from storage.runs import begin_run, extend_run, held_runs, latest_good_run, latest_run
from storage.standing import accepted_facts, is_overtaken, standing_row
from storage.tables import accepted, captures, holds, looks, pages, snapshots
from storage.values import Capture, Learned, Mark, Parsed, Recorded
from storage.writes import outbox

_COUNTED: Mapping[type, sa.Column[int]] = {
    Baseline: pages.c.looks_changed,
    Changed: pages.c.looks_changed,
    Unchanged: pages.c.looks_unchanged,
    CannotTell: pages.c.looks_cannot_tell,
}


def record(connection: sa.Connection, learned: Learned) -> Recorded:
    """Keep everything that one look taught us; see the picture above. Raises Overtaken, and then keeps nothing."""
    lock(connection, [learned.page])
    page_id = page_id_of(connection, learned.page)
    refuse_what_was_overtaken(connection, page_id, learned)
    now = learned.at
    run = latest_run(connection, page_id)
    if run is not None:
        learned = _in_order(connection, page_id, learned, run.last_seen)
    snapshot_id = change_set_id = None
    match learned.outcome:
        case Baseline() | Changed():
            snapshot_id, change_set_id = _accept(connection, page_id, learned)
        case Unchanged():
            _agree(connection, page_id, run, learned)
        case CannotTell():
            _could_not_tell(connection, page_id, run, learned, learned.outcome)
    counted = _COUNTED[type(learned.outcome)]
    values = {**standing_row(learned.standing), counted.name: counted + 1}
    connection.execute(sa.update(pages).where(pages.c.id == page_id).values(values))
    set_hold(connection, page_id, learned.hold)
    queued = outbox.queue(connection, learned.messages(change_set_id), now)
    return Recorded(snapshot_id, change_set_id, queued)


def _in_order(connection: sa.Connection, page_id: int, learned: Learned, known: datetime) -> Learned:
    """The look as at or after the latest one (known): a clock that was set back tells times, but not their order."""
    since, hold, capture = learned.observed_at, learned.hold, learned.capture
    if since is not None and since < known:
        waiting = sa.select(holds.c.since).where(holds.c.page_id == page_id)
        if connection.execute(waiting).scalar_one_or_none() != since:
            since = known
    if learned.at >= known:
        return replace(learned, observed_at=since)
    if hold is not None:
        hold = replace(hold, since=known if hold.looks == 1 else hold.since, last_at=known)
    if capture is not None:
        capture = replace(capture, at=known)
    return replace(learned, at=known, observed_at=since, hold=hold, capture=capture)


def refuse_what_was_overtaken(connection: sa.Connection, page_id: int, learned: Learned) -> None:
    """Raises Overtaken where the look was compared with a state that is no longer the latest accepted one."""
    plain_failure = isinstance(learned.outcome, CannotTell) and not learned.outcome.held
    if learned.seen is None or plain_failure:
        return
    columns = (accepted.c[name] for name in Mark._fields)
    now = connection.execute(sa.select(*columns).where(accepted.c.page_id == page_id)).one_or_none()
    if is_overtaken(learned, None if now is None else Mark(*now)):
        raise Overtaken(f"the history of {learned.page} has changed while the page was looked at; look again")


def keep_capture(connection: sa.Connection, page_id: int, capture: Capture, parsed: Parsed | None) -> int:
    """The raw response with its body; its id."""
    from storage.bodies import Bodies  # zstd is for looks with news

    body_id, _ = Bodies(connection).keep(page_id, capture.body, is_page=capture.is_whole_page)
    row = capture_row(page_id, body_id, capture)
    known = sa.select(captures.c.id).where(*(captures.c[name] == row[name] for name in ("page_id", "at", "body_id")))
    if (found := connection.execute(known).scalar_one_or_none()) is not None:
        return int(found)
    read = {"content_digest": parsed.content_digest, "complete": parsed.complete} if parsed else {}
    return insert(connection, captures, {**row, **read})


def capture_row(page_id: int, body_id: int, capture: Capture) -> dict[str, Any]:
    """The columns of captures that come from the response."""
    return {
        "page_id": page_id,
        "body_id": body_id,
        "at": capture.at,
        "url": capture.url,
        "status": capture.status,
        "headers": canonical(dict(capture.headers)),
        "cut": capture.cut,
        "imported": False,
    }


# --- good looks


def _accept(connection: sa.Connection, page_id: int, learned: Learned) -> tuple[int, int | None]:
    """A new snapshot, and what changed since the one before it."""
    assert learned.parsed is not None, "a baseline or a change without what was read"
    since = learned.observed_at or learned.at
    held = held_runs(connection, page_id, since)
    since = held[0].first_seen if held else since
    capture_id = _capture_of_news(connection, page_id, held[-1] if held else None, learned)
    before = _accepted_record(connection, page_id)
    row = {"page_id": page_id, "capture_id": capture_id, "first_seen": since, **snapshot_facts(learned.parsed)}
    snapshot_id = insert(connection, snapshots, row)
    if held:
        _turn_into_good(connection, page_id, held, capture_id, snapshot_id, learned)
    else:
        begin_run(connection, page_id, since, last_seen=learned.at, capture_id=capture_id, snapshot_id=snapshot_id)
    _set_accepted(connection, page_id, snapshot_id, learned)
    from storage.derivation.derived import Collaborations, add_change_set, add_seats, refresh_tenures  # only for news

    known = Collaborations(connection, page_id)
    add_seats(connection, known, snapshot_id, learned.parsed.record)
    refresh_tenures(connection, known, page_id)
    if not isinstance(learned.outcome, Changed):
        return _joined_to_the_imported_past(connection, page_id, snapshot_id), None
    assert before is not None, "a change from nothing is a baseline"
    change_set_id = add_change_set(
        connection,
        known,
        page_id=page_id,
        snapshot_id=snapshot_id,
        at=since,
        change_set=learned.outcome.changes,
        before=before,
        after=learned.parsed.record,
    )
    return snapshot_id, change_set_id


def _joined_to_the_imported_past(connection: sa.Connection, page_id: int, snapshot_id: int) -> int:
    """A first look at a page whose past was imported: the chain goes on from there, and nobody is told."""
    earlier = sa.select(snapshots.c.id).where(snapshots.c.page_id == page_id, snapshots.c.id != snapshot_id)
    if connection.execute(earlier.limit(1)).first() is None:
        return snapshot_id
    from storage.derivation.chain import rechain

    rechain(connection, page_id)
    rewritten(connection)
    now = sa.select(accepted.c.snapshot_id).where(accepted.c.page_id == page_id)
    return int(connection.execute(now).scalar_one())


def _capture_of_news(connection: sa.Connection, page_id: int, held: Row | None, learned: Learned) -> int:
    """Where the news was read: in this look's body, or in the last held one if that has the same blocks."""
    assert learned.parsed is not None
    if held is not None and (learned.capture is None or held.content_digest == learned.parsed.content_digest):
        return int(held.capture_id)
    assert learned.capture is not None, "a change without a capture, and no held look"
    return keep_capture(connection, page_id, learned.capture, learned.parsed)


def _turn_into_good(
    connection: sa.Connection, page_id: int, held: Sequence[Row], capture_id: int, snapshot_id: int, learned: Learned
) -> None:
    """What was held is accepted: its looks saw the new state all along, and this look continues the last of them."""
    good = {"snapshot_id": snapshot_id, "held": False, "reason": None, "detail": None}
    connection.execute(sa.update(looks).where(looks.c.id.in_([row.id for row in held])).values(good))
    if learned.capture is None:
        return
    latest = latest_run(connection, page_id)
    assert latest is not None
    if latest.id == held[-1].id and latest.capture_id == capture_id:
        extend_run(connection, latest, learned.at)
    else:
        begin_run(connection, page_id, learned.at, capture_id=capture_id, snapshot_id=snapshot_id)


def _accepted_record(connection: sa.Connection, page_id: int) -> PageRecord | None:
    text = connection.execute(
        sa.select(snapshots.c.record)
        .join(accepted, accepted.c.snapshot_id == snapshots.c.id)
        .where(accepted.c.page_id == page_id)
    ).scalar_one_or_none()
    return None if text is None else record_from_json(json.loads(text))


def _set_accepted(connection: sa.Connection, page_id: int, snapshot_id: int, learned: Learned) -> None:
    """From now on looks are compared with this snapshot. Accepted without a capture: no validators, no equal body."""
    assert learned.parsed is not None
    connection.execute(sa.delete(accepted).where(accepted.c.page_id == page_id))
    facts = {"body_sha256": "", "url": "", "etag": None, "last_modified": None, **accepted_facts(learned)}
    connection.execute(sa.insert(accepted).values(page_id=page_id, snapshot_id=snapshot_id, **facts))


def _agree(connection: sa.Connection, page_id: int, run: Row | None, learned: Learned) -> None:
    """An unchanged look extends its run; it begins another after a gap, or where the blocks are new."""
    facts = accepted_facts(learned)
    if learned.parsed is not None and not _is_accepted_record(connection, page_id, learned.parsed):
        facts = {name: value for name, value in facts.items() if name not in ("parser_version", "settings_digest")}
    good = latest_good_run(connection, page_id, run)
    news = learned.parsed is not None and learned.parsed.content_digest != good.content_digest
    if news and learned.capture is not None:
        capture_id = keep_capture(connection, page_id, learned.capture, learned.parsed)
        begin_run(connection, page_id, learned.at, capture_id=capture_id, snapshot_id=good.snapshot_id)
    elif run is not None and good.id == run.id:
        extend_run(connection, run, learned.at)
    else:
        begin_run(connection, page_id, learned.at, capture_id=good.capture_id, snapshot_id=good.snapshot_id)
    if facts:
        connection.execute(sa.update(accepted).where(accepted.c.page_id == page_id).values(facts))


def _is_accepted_record(connection: sa.Connection, page_id: int, parsed: Parsed) -> bool:
    """Whether what was read is exactly the accepted record; else that one was read by another parser or settings."""
    stored = connection.execute(
        sa.select(snapshots.c.record_digest)
        .join(accepted, accepted.c.snapshot_id == snapshots.c.id)
        .where(accepted.c.page_id == page_id)
    ).scalar_one_or_none()
    return stored == digest(parsed.record)


# --- looks that could not tell


def _could_not_tell(
    connection: sa.Connection, page_id: int, run: Row | None, learned: Learned, answer: CannotTell
) -> None:
    """Extends a run of the same answer. The first of a run, and held content that is new, keeps its body."""
    if run is not None and _same_answer(run, learned, answer):
        extend_run(connection, run, learned.at, answer.detail)
        return
    capture_id = keep_capture(connection, page_id, learned.capture, learned.parsed) if learned.capture else None
    begin_run(
        connection,
        page_id,
        learned.at,
        capture_id=capture_id,
        reason=answer.reason.value,
        detail=answer.detail,
        held=answer.held,
    )


def _same_answer(run: Row, learned: Learned, answer: CannotTell) -> bool:
    if run.snapshot_id is not None or run.reason != answer.reason or run.held != answer.held:
        return False
    return not answer.held or learned.parsed is None or run.content_digest == learned.parsed.content_digest
