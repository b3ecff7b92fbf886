"""How it goes with every page, for those who ask it of very many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa

from storage.tables import pages

_WELL = sa.select(pages.c.name).where(pages.c.outcome != "cannot-tell")
_SEEN = sa.func.coalesce(pages.c.last_good_at, pages.c.failing_since)
_UNSEEN = sa.select(pages.c.name, _SEEN).where(_SEEN.is_not(None)).order_by(_SEEN)


def well(connection: sa.Connection) -> set[str]:
    """The names of the pages whose last look could tell."""
    return set(connection.execute(_WELL).scalars())


def unseen(connection: sa.Connection) -> Iterator[tuple[str, datetime]]:
    """Each page's last good look, or the first failure of one that was never seen; the longest ago first."""
    yield from (tuple(row) for row in connection.execute(_UNSEEN))
