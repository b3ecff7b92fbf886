"""A change that is told later, as the text that the database keeps until then."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from notifier.message import Alert
from records.codec import canonical, change_set_from_json, record_from_json


def alert_to_text(alert: Alert) -> str:
    """Everything that the mail will need, since derived rows may have been computed again by then."""
    return canonical(alert)


def alert_from_text(text: str) -> Alert:
    """The inverse of alert_to_text; other keys are passed over."""
    data: dict[str, Any] = json.loads(text)
    seen = data["last_seen_before"]
    return Alert(
        page=data["page"],
        page_url=data["page_url"],
        changes=change_set_from_json(data["changes"]),
        before=record_from_json(data["before"]) if data["before"] else None,
        after=record_from_json(data["after"]),
        detected_at=datetime.fromisoformat(data["detected_at"]),
        verified_at=datetime.fromisoformat(data["verified_at"]),
        last_seen_before=datetime.fromisoformat(seen) if seen else None,
        change_set_id=data["change_set_id"],
        history_url=data["history_url"],
        former=tuple((now, once) for now, once in data["former"]),
    )
