"""What is held back, from and to its row; and the response that was accepted last."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from records.codec import canonical, change_set_from_json, change_set_to_json, digest, record_from_json
from records.outcome import Reason
from storage.packing import packed, unpacked
from storage.plain import Through, certain
from storage.standing import states
from storage.tables import accepted, captures, holds, looks, pages
from storage.values import Capture, Hold, Parsed


def accepted_capture(connection: sa.Connection, page: str) -> Capture:
    """The response kept last that agreed with the page's accepted state."""
    from storage.bodies import Bodies

    row = connection.execute(
        sa.select(captures)
        .join(looks, looks.c.capture_id == captures.c.id)
        .join(accepted, accepted.c.snapshot_id == looks.c.snapshot_id)
        .join(pages, pages.c.id == accepted.c.page_id)
        .where(pages.c.name == page)
        .order_by(looks.c.first_seen.desc(), looks.c.id.desc())
        .limit(1)
    ).one()
    return Capture(row.url, row.status, json.loads(row.headers), Bodies(connection).get(row.body_id), row.at)


def hold_of(values: Sequence[Any]) -> Hold:
    """A hold from the columns of standing.HOLD."""
    record, content, complete, version, settings, provenance, record_digest, since, last_at, looked, *why = values
    changes, reason, detail = why
    read = record_from_json(json.loads(record))
    return Hold(
        parsed=Parsed(read, content, bool(complete), version, settings, unpacked(provenance)),
        record_digest=record_digest,
        since=certain(since),
        last_at=certain(last_at),
        looks=looked,
        changes=change_set_from_json(json.loads(changes)),
        reason=Reason(reason),
        detail=detail,
    )


def hold_on(connection: sa.Connection, page: str) -> Hold | None:
    """What is held of a page."""
    return states(Through(connection), [page])[page].hold


def was_held(connection: sa.Connection, page: str, hold: Hold, since: datetime) -> bool:
    """Whether the same content was held by a look from a moment on, before the hold began."""
    earlier = (
        sa.select(looks.c.id)
        .join(captures, captures.c.id == looks.c.capture_id)
        .join(pages, pages.c.id == looks.c.page_id)
        .where(pages.c.name == page, looks.c.held, captures.c.content_digest == hold.parsed.content_digest)
        .where(looks.c.last_seen >= since, looks.c.last_seen < hold.since)
        .limit(1)
    )
    return connection.execute(earlier).first() is not None


def set_hold(connection: sa.Connection, page_id: int, hold: Hold | None) -> None:
    """Make hold the page's own, or end the one that it has."""
    connection.execute(sa.delete(holds).where(holds.c.page_id == page_id))
    if hold is None:
        return
    connection.execute(
        sa.insert(holds).values(
            page_id=page_id,
            record=canonical(hold.parsed.record),
            record_digest=digest(hold.parsed.record),
            provenance=packed(hold.parsed.provenance),
            content_digest=hold.parsed.content_digest,
            complete=hold.parsed.complete,
            parser_version=hold.parsed.parser_version,
            settings_digest=hold.parsed.settings_digest,
            since=hold.since,
            last_at=hold.last_at,
            looks=hold.looks,
            changes=canonical(change_set_to_json(hold.changes)),
            reason=hold.reason,
            detail=hold.detail,
        )
    )
