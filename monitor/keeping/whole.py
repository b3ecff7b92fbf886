"""The whole history as one JSON document: everything that the questions of the command line would answer. Pure form.

{"pages": [{"name", "url", "snapshots": [snapshots answer + "record"], "history": [history answer, oldest first],
            "tenures": [person answer], "looks": [{"first","last","looks","reason","detail","held","snapshot"}]}]}
"""

from __future__ import annotations

from typing import Any

from records.codec import to_json
from storage.answers import Run, time_to_json
from storage.history import History


def whole_history(history: History, pages: dict[str, str]) -> dict[str, Any]:
    """pages: the address of each page, by name."""
    return {"pages": [_page(history, name, url) for name, url in pages.items()]}


def _page(history: History, name: str, url: str) -> dict[str, Any]:
    snapshots = history.states(name)
    return {
        "name": name,
        "url": url,
        "snapshots": [{**each.line.to_json(), "record": to_json(each.record)} for each in snapshots],
        "history": [each.to_json() for each in reversed(history.changes(page=name))],
        "tenures": [each.to_json() for each in history.mandates(name)],
        "looks": [_run(each) for each in reversed(history.runs(page=name))],
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "first": time_to_json(run.first_seen),
        "last": time_to_json(run.last_seen),
        "looks": run.looks,
        "reason": run.reason.value if run.reason else None,
        "detail": run.detail,
        "held": run.held,
        "snapshot": run.snapshot_id,
    }
