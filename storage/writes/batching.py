"""Many unchanged looks of one run, kept together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from records.outcome import Unchanged
from storage.finding import lock
from storage.memory import Learned, Mark
from storage.rows import Row, update_each
from storage.standing import standing_row
from storage.tables import accepted, captures, holds, looks, pages
from storage.writes.recording import accepted_facts, is_overtaken, record


def record_unchanged(connection: sa.Connection, batch: Sequence[Learned]) -> list[Learned]:
    """Many looks of which most only extend their runs: three statements for all of those together.

    Those that were overtaken are given back, and nothing of them is kept.
    """
    lock(connection, [each.page for each in batch])
    current = _current_runs(connection, [each.page for each in batch])
    overtaken = [each for each in batch if is_overtaken(each, _mark(current.get(each.page)))]
    late = {id(each) for each in overtaken}
    plain = [each for each in batch if id(each) not in late and _only_extends(each, current.get(each.page))]
    if plain:
        _extend_all(connection, plain, current)
    done = late | {id(each) for each in plain}
    for each in batch:
        if id(each) not in done:
            record(connection, each)
    return overtaken


def _mark(run: Row | None) -> Mark | None:
    return None if run is None or run.accepted_id is None else Mark(run.accepted_id, run.parser_version, run.settings)


def _only_extends(learned: Learned, run: Row | None) -> bool:
    assert isinstance(learned.outcome, Unchanged), "only unchanged looks share a transaction"
    same = learned.parsed is None or (run is not None and learned.parsed.content_digest == run.content_digest)
    return run is not None and run.snapshot_id is not None and learned.hold is None and run.holding is None and same


_LATEST_RUN = (
    sa.select(looks.c.id)
    .where(looks.c.page_id == pages.c.id)
    .order_by(looks.c.first_seen.desc(), looks.c.id.desc())
    .limit(1)
    .correlate(pages)
    .scalar_subquery()
)
_CURRENT_RUNS = (
    sa.select(
        pages.c.name,
        pages.c.id.label("page_id"),
        looks.c.id,
        looks.c.snapshot_id,
        captures.c.content_digest,
        holds.c.page_id.label("holding"),
        accepted.c.snapshot_id.label("accepted_id"),
        accepted.c.parser_version,
        accepted.c.settings_digest.label("settings"),
    )
    .join(looks, looks.c.id == _LATEST_RUN)
    .join(captures, captures.c.id == looks.c.capture_id, isouter=True)
    .join(holds, holds.c.page_id == pages.c.id, isouter=True)
    .join(accepted, accepted.c.page_id == pages.c.id, isouter=True)
    .where(pages.c.name.in_(sa.bindparam("names", expanding=True)))
)


def _current_runs(connection: sa.Connection, names: Sequence[str]) -> Mapping[str, Row]:
    """The latest run of each of these pages, by the page's name."""
    return {row.name: row for row in connection.execute(_CURRENT_RUNS, {"names": list(names)})}


def _extend_all(connection: sa.Connection, plain: Sequence[Learned], current: Mapping[str, Row]) -> None:
    runs = [{"id": current[each.page].id, "last_seen": each.at} for each in plain]
    update_each(connection, looks, "id", runs, looks=looks.c.looks + 1)
    stands = [{"id": current[each.page].page_id, **standing_row(each.standing)} for each in plain]
    update_each(connection, pages, "id", stands, looks_unchanged=pages.c.looks_unchanged + 1)
    by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for each in plain:
        if facts := accepted_facts(each):
            by_columns.setdefault(tuple(facts), []).append({"page_id": current[each.page].page_id, **facts})
    for rows in by_columns.values():
        update_each(connection, accepted, "page_id", rows)
