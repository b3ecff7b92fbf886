"""Pages at a glance: how each is seen and what it says now, one row a page, for those who show it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

import sqlalchemy as sa

from records.changes import ChangeSet
from records.codec import change_set_from_json, record_from_json
from records.outcome import Reason
from records.page import PageRecord
from storage.tables import accepted, holds, looks, pages, snapshots


@dataclass(frozen=True, slots=True)
class Glance:
    """A page now. outcome: of its last look, None before any; reason and held: where that could not tell.

    snapshot_id, first_seen, last_seen and record_json: the latest accepted state's; of a page that was never looked at,
    the last that was imported; None where there is neither.
    """

    name: str
    url: str
    outcome: str | None
    reason: Reason | None
    held: bool
    last_good_at: datetime | None
    snapshot_id: int | None
    first_seen: datetime | None
    last_seen: datetime | None
    record_json: str | None

    @property
    def record(self) -> PageRecord | None:
        """What the page says, decoded when asked for."""
        return _decoded(self.record_json) if self.record_json is not None else None


@dataclass(frozen=True, slots=True)
class Held:
    """A held look: what was read, what would be told, and why it is not told."""

    page: str
    record: PageRecord
    before: PageRecord | None
    changes: ChangeSet
    reason: Reason
    detail: str


@lru_cache(maxsize=200)
def _decoded(record_json: str) -> PageRecord:
    """Remembered: the same records are shown again and again, and never change."""
    return record_from_json(json.loads(record_json))


_LAST = (
    sa.select(snapshots.c.id)
    .where(snapshots.c.page_id == pages.c.id)
    .order_by(snapshots.c.first_seen.desc(), snapshots.c.id.desc())
    .limit(1)
    .correlate(pages)
    .scalar_subquery()
)
_NOW = snapshots.c.id == sa.func.coalesce(accepted.c.snapshot_id, _LAST)
_LAST_SEEN = sa.select(sa.func.max(looks.c.last_seen)).where(looks.c.snapshot_id == snapshots.c.id).scalar_subquery()
_OF_PAGES = (
    sa.select(
        pages.c.name,
        pages.c.url,
        pages.c.outcome,
        pages.c.reason,
        pages.c.held,
        pages.c.last_good_at,
        snapshots.c.id,
        snapshots.c.first_seen,
        _LAST_SEEN,
        snapshots.c.record,
    )
    .join(accepted, accepted.c.page_id == pages.c.id, isouter=True)
    .join(snapshots, _NOW, isouter=True)
    .where(pages.c.name.in_(sa.bindparam("names", expanding=True)))
)
_HELD = (
    sa.select(
        pages.c.name,
        holds.c.record,
        snapshots.c.record.label("before"),
        holds.c.changes,
        holds.c.reason,
        holds.c.detail,
    )
    .join(holds, holds.c.page_id == pages.c.id)
    .join(accepted, accepted.c.page_id == pages.c.id, isouter=True)
    .join(snapshots, snapshots.c.id == accepted.c.snapshot_id, isouter=True)
    .order_by(pages.c.name)
)


def glances(connection: sa.Connection, names: Sequence[str]) -> dict[str, Glance]:
    """Those of these pages that are known, by name."""
    found = {}
    for name, url, outcome, reason, *rest in connection.execute(_OF_PAGES, {"names": list(names)}):
        found[name] = Glance(name, url, outcome, Reason(reason) if reason else None, *rest)
    return found


_SAID = (
    sa.select(pages.c.name, snapshots.c.record_digest)
    .join(accepted, accepted.c.page_id == pages.c.id, isouter=True)
    .join(snapshots, _NOW)
)


def digests(connection: sa.Connection) -> dict[str, str]:
    """The digest of what every page says now, by the page's name."""
    return {row.name: row.record_digest for row in connection.execute(_SAID)}


def held(connection: sa.Connection) -> list[Held]:
    """Everything that is held back."""
    return [
        Held(
            name,
            record_from_json(json.loads(record)),
            record_from_json(json.loads(before)) if before is not None else None,
            change_set_from_json(json.loads(changes)),
            Reason(reason),
            detail,
        )
        for name, record, before, changes, reason, detail in connection.execute(_HELD)
    ]
