"""Many unchanged looks of one run, kept together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from records.outcome import Unchanged
from storage.plain import Plain, among, certain
from storage.standing import accepted_facts, is_overtaken, standing_row
from storage.values import Learned, Mark


class Kept(NamedTuple):
    """Of many looks: those that were overtaken, of which nothing is kept, and those that do more than extend a run."""

    overtaken: list[Learned]
    others: list[Learned]


class _Run(NamedTuple):
    """The latest run of a page, and what the next look is compared with."""

    page_id: int
    id: int
    last_seen: str | datetime
    snapshot_id: int | None
    content_digest: str | None
    holding: int | None
    accepted_id: int | None
    parser_version: int | None
    settings: str | None


def extend_runs(plain: Plain, batch: Sequence[Learned]) -> Kept:
    """Keep many looks, most of which only extend their runs: three statements for all of those together."""
    current = _current_runs(plain, [each.page for each in batch])
    kept = Kept([], [])
    plainly: list[tuple[_Run, Learned]] = []
    for each in batch:
        run = current.get(each.page)
        if is_overtaken(each, _mark(run)):
            kept.overtaken.append(each)
        elif run is not None and _only_extends(each, run):
            plainly.append((run, each))
        else:
            kept.others.append(each)
    if plainly:
        _extend_all(plain, plainly)
    return kept


def _mark(run: _Run | None) -> Mark | None:
    if run is None or run.accepted_id is None:
        return None
    assert run.parser_version is not None
    assert run.settings is not None
    return Mark(run.accepted_id, run.parser_version, run.settings)


def _only_extends(learned: Learned, run: _Run) -> bool:
    assert isinstance(learned.outcome, Unchanged), "only unchanged looks share a transaction"
    same = learned.parsed is None or learned.parsed.content_digest == run.content_digest
    return run.snapshot_id is not None and learned.hold is None and run.holding is None and same


_CURRENT_RUNS = """
SELECT name, pages.id, looks.id, looks.last_seen, looks.snapshot_id, captures.content_digest, holds.page_id,
    accepted.snapshot_id, accepted.parser_version, accepted.settings_digest
FROM pages
JOIN looks ON looks.id = (
    SELECT run.id FROM looks AS run WHERE run.page_id = pages.id ORDER BY run.first_seen DESC, run.id DESC LIMIT 1
)
LEFT JOIN captures ON captures.id = looks.capture_id
LEFT JOIN holds ON holds.page_id = pages.id
LEFT JOIN accepted ON accepted.page_id = pages.id
"""


def _current_runs(plain: Plain, names: Sequence[str]) -> Mapping[str, _Run]:
    """The latest run of each of these pages, by the page's name. Locks the pages until our transaction ends."""
    if plain.server is not None:  # a file is locked whole
        from storage.finding import lock

        lock(plain.server, names)
    listed, values = among(names)
    return {name: _Run(*run) for name, *run in plain.rows(f"{_CURRENT_RUNS} WHERE name IN {listed}", values)}


def _extend_all(plain: Plain, looks: Sequence[tuple[_Run, Learned]]) -> None:
    runs = [{"id": run.id, "last_seen": max(each.at, certain(run.last_seen))} for run, each in looks]
    _update_each(plain, "looks", "id", runs, more="looks")
    stands = [{"id": run.page_id, **standing_row(each.standing)} for run, each in looks]
    _update_each(plain, "pages", "id", stands, more="looks_unchanged")
    by_columns: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for run, each in looks:
        if facts := accepted_facts(each):
            by_columns.setdefault(tuple(facts), []).append({"page_id": run.page_id, **facts})
    for rows in by_columns.values():
        _update_each(plain, "accepted", "page_id", rows)


def _update_each(
    plain: Plain, table: str, key: str, rows: Sequence[Mapping[str, Any]], more: str | None = None
) -> None:
    """Update many rows, each by its key, all in the same columns; more: a column that counts one more."""
    if plain.server is not None:
        from storage.rows import update_each  # in one statement: to a server, each would be a question of its own

        update_each(plain.server, table, key, rows, more)
        return
    columns = [f"{name} = :{name}" for name in rows[0] if name != key]
    columns += [f"{more} = {more} + 1"] if more else []
    plain.run_each(f"UPDATE {table} SET {', '.join(columns)} WHERE {key} = :{key}", rows)
