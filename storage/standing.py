"""Page states from and to their rows: what the next look needs to know of those before it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields
from typing import Any

from records.outcome import Reason
from storage.plain import Plain, among, certain, moment
from storage.values import Accepted, Hold, Learned, Mark, PageState, Standing

_SCALARS = tuple(each.name for each in fields(Standing))
STANDING = ", ".join(_SCALARS)
"""The columns of pages that say how a page stands, as standing_of takes them."""
_STATES = f"""
SELECT pages.id, name, pages.url, {STANDING}, accepted.snapshot_id, snapshots.record, record_digest, body_sha256,
    accepted.content_digest, accepted.url, accepted.complete, accepted.parser_version, accepted.settings_digest,
    markup_digest, etag, last_modified, snapshots.first_seen,
    (SELECT max(last_seen) FROM looks WHERE looks.snapshot_id = snapshots.id)
FROM pages
LEFT JOIN accepted ON accepted.page_id = pages.id
LEFT JOIN snapshots ON snapshots.id = accepted.snapshot_id
"""
HOLD = """
record, content_digest, complete, parser_version, settings_digest, provenance, record_digest, since, last_at, looks,
changes, reason, detail
"""
"""The columns of holds that make a Hold, as hold_of takes them."""
_AT = 3 + len(_SCALARS)  # where what is accepted begins


def states(plain: Plain, names: Collection[str] | None) -> dict[str, PageState]:
    """The state of every page, or of those named that are known, by name."""
    listed, values = among(names or ())
    chosen = "" if names is None else f"WHERE name IN {listed}"
    rows = plain.rows(f"{_STATES}{chosen} ORDER BY name", values)
    held = _holds(plain, [row[0] for row in rows])
    return {
        row[1]: PageState(row[1], row[2], standing_of(row[3:_AT]), _accepted(row[_AT:]), held.get(row[0]))
        for row in rows
    }


def standing_of(values: Sequence[Any]) -> Standing:
    """How a page stands, from the columns of STANDING."""
    due, looked, good, full, outcome, reason, detail, held, failures, failing, told = values
    why = Reason(reason) if reason else None
    times = moment(due), moment(looked), moment(good), moment(full)
    return Standing(*times, outcome, why, detail, bool(held), failures, moment(failing), moment(told))


def standing_row(standing: Standing) -> dict[str, Any]:
    """The columns of pages that a look changes."""
    return {name: getattr(standing, name) for name in _SCALARS}


def _accepted(values: Sequence[Any]) -> Accepted | None:
    snapshot_id, *facts, first_seen, last_seen = values
    if snapshot_id is None:
        return None
    record, digest, body, content, url, complete, version, settings, markup, etag, modified = facts
    return Accepted(
        snapshot_id=snapshot_id,
        record_json=record,
        record_digest=digest,
        body_sha256=body,
        content_digest=content,
        url=url,
        complete=bool(complete),
        parser_version=version,
        settings_digest=settings,
        markup_digest=markup,
        etag=etag,
        last_modified=modified,
        first_seen=certain(first_seen),
        last_seen=certain(last_seen),
    )


def _holds(plain: Plain, page_ids: Collection[int]) -> dict[int, Hold]:
    listed, values = among(page_ids)
    rows = plain.rows(f"SELECT page_id, {HOLD} FROM holds WHERE page_id IN {listed}", values)
    if not rows:
        return {}
    from storage.holding import hold_of  # hardly any page is held

    return {page_id: hold_of(values) for page_id, *values in rows}


def is_overtaken(learned: Learned, now: Mark | None) -> bool:
    """Whether the state that a look was compared with is no longer the latest."""
    if learned.seen is None:
        return False
    return now != (learned.seen.accepted.mark if learned.seen.accepted else None)


def accepted_facts(learned: Learned) -> dict[str, Any]:
    """The columns of accepted that this look renews."""
    facts: dict[str, Any] = {}
    if learned.parsed is not None:
        facts |= {
            "content_digest": learned.parsed.content_digest,
            "complete": learned.parsed.complete,
            "parser_version": learned.parsed.parser_version,
            "settings_digest": learned.parsed.settings_digest,
            "markup_digest": learned.parsed.markup_digest,
        }
    elif learned.markup_digest is not None:
        facts["markup_digest"] = learned.markup_digest
    if learned.capture is not None:
        headers = {name.lower(): value for name, value in learned.capture.headers.items()}
        facts |= {
            "body_sha256": learned.capture.sha256,
            "url": learned.capture.url,
            "etag": headers.get("etag"),
            "last_modified": headers.get("last-modified"),
        }
    return facts
