"""How the pages were looked at: runs of looks with one outcome, and counts of all looks and deliveries."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from records.outcome import Reason
from storage import finding
from storage.answers import Run, Tally
from storage.rows import Row
from storage.tables import change_sets, looks, outbox, pages

_LOOKS = sa.select(
    *(
        sa.func.coalesce(sa.func.sum(column), 0)
        for column in (
            pages.c.looks_unchanged,
            pages.c.looks_changed,
            pages.c.looks_cannot_tell,
            sa.case((pages.c.looks_changed > 0, 1), else_=0),  # a page's first state is new, and no change
        )
    )
)
_DELIVERED = sa.select(sa.func.count()).where(outbox.c.state == "sent")
_LAST_CHANGE = sa.select(sa.func.max(change_sets.c.detected_at))


def runs(connection: sa.Connection, page: str, *, since: datetime | None, limit: int | None, offset: int) -> list[Run]:
    """Looks and outcomes of a page over time, newest first; UnknownName where there is no such page."""
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


def tally(connection: sa.Connection) -> Tally:
    """Counts of all looks and deliveries since the beginning."""
    good, new, bad, first = connection.execute(_LOOKS).one()
    delivered = connection.execute(_DELIVERED).scalar_one()
    last = connection.execute(_LAST_CHANGE).scalar_one()
    return Tally(good + new + bad, good + first, new - first, bad, delivered, last)


def _run(row: Row, page: str) -> Run:
    reason = Reason(row.reason) if row.reason else None
    return Run(page, row.first_seen, row.last_seen, row.looks, reason, row.detail, row.held, row.snapshot_id)
