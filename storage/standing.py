"""Page states to and from their rows: what the next look needs to know of those before it."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import fields
from typing import Any

import sqlalchemy as sa

from records.codec import canonical, change_set_from_json, change_set_to_json, digest, record_from_json
from records.outcome import Reason
from storage.memory import Accepted, Capture, Hold, PageState, Parsed, Standing
from storage.packing import packed, unpacked
from storage.rows import Row
from storage.tables import accepted, captures, holds, looks, pages, snapshots

_SCALARS = tuple(each.name for each in fields(Standing))


def states(connection: sa.Connection, names: Collection[str] | None) -> dict[str, PageState]:
    """The state of every page, or of those named that are known, by name."""
    wanted = sa.select(pages).order_by(pages.c.name)
    if names is not None:
        wanted = wanted.where(pages.c.name.in_(list(names)))
    rows = list(connection.execute(wanted))
    ids = [row.id for row in rows] if names is not None else None
    agreed = _accepted_by_page(connection, ids)
    held = _holds_by_page(connection, ids)
    return {
        row.name: PageState(row.name, row.url, standing_of(row), agreed.get(row.id), held.get(row.id)) for row in rows
    }


def standing_of(row: Row) -> Standing:
    """How a page stands, from its row of pages."""
    values = {name: getattr(row, name) for name in _SCALARS}
    return Standing(**{**values, "reason": Reason(row.reason) if row.reason else None})


def standing_row(standing: Standing) -> dict[str, Any]:
    """The columns of pages that a look changes."""
    return {name: getattr(standing, name) for name in _SCALARS}


def _accepted_by_page(connection: sa.Connection, ids: list[int] | None) -> dict[int, Accepted]:
    last_seen = sa.select(sa.func.max(looks.c.last_seen)).where(looks.c.snapshot_id == snapshots.c.id).scalar_subquery()
    wanted = sa.select(
        accepted, snapshots.c.record, snapshots.c.record_digest, snapshots.c.first_seen, last_seen.label("last_seen")
    ).join(snapshots, snapshots.c.id == accepted.c.snapshot_id)
    if ids is not None:
        wanted = wanted.where(accepted.c.page_id.in_(ids))
    return {row.page_id: _accepted(row) for row in connection.execute(wanted)}


def _accepted(row: Row) -> Accepted:
    return Accepted(
        snapshot_id=row.snapshot_id,
        record_json=row.record,
        record_digest=row.record_digest,
        body_sha256=row.body_sha256,
        content_digest=row.content_digest,
        url=row.url,
        complete=row.complete,
        parser_version=row.parser_version,
        settings_digest=row.settings_digest,
        markup_digest=row.markup_digest,
        etag=row.etag,
        last_modified=row.last_modified,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
    )


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


def _holds_by_page(connection: sa.Connection, ids: list[int] | None) -> dict[int, Hold]:
    wanted = sa.select(holds)
    if ids is not None:
        wanted = wanted.where(holds.c.page_id.in_(ids))
    return {row.page_id: _hold(row) for row in connection.execute(wanted)}


def _hold(row: Row) -> Hold:
    parsed = Parsed(
        record=record_from_json(json.loads(row.record)),
        content_digest=row.content_digest,
        complete=row.complete,
        parser_version=row.parser_version,
        settings_digest=row.settings_digest,
        provenance=unpacked(row.provenance),
    )
    return Hold(
        parsed=parsed,
        record_digest=row.record_digest,
        since=row.since,
        last_at=row.last_at,
        looks=row.looks,
        changes=change_set_from_json(json.loads(row.changes)),
        reason=Reason(row.reason),
        detail=row.detail,
    )


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
