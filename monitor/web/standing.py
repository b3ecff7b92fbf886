"""How a page is seen, in one word: what every page of the site says of it, in words and shape."""

from __future__ import annotations

from datetime import datetime

from monitor.config import PageConfig
from monitor.health import is_overdue
from storage.queries.glance import Glance
from storage.values import Standing

SHAPES = {"good": "●", "stale": "▲", "failing": "▲", "held": "◆", "never": "○", "imported": "○", "unwatched": "○"}


def state_word(seen: Glance | Standing | None, page: PageConfig | None, now: datetime) -> str:
    """One of SHAPES. page: as it is watched, None where it is not.

    A page whose last look was good is stale when it has not been seen for three of its intervals: nobody looks.
    """
    if seen is None or seen.outcome is None:
        return "imported" if isinstance(seen, Glance) and seen.snapshot_id is not None else "never"
    if page is None:
        return "unwatched"
    if seen.outcome == "cannot-tell":
        return "held" if seen.held else "failing"
    return "stale" if seen.last_good_at and is_overdue(page.schedule, seen.last_good_at, now) else "good"
