"""When a held look may be accepted without a person's word (DESIGN §4)."""

from __future__ import annotations

from datetime import datetime, timedelta

from records.page import PageRecord

AGREEING_LOOKS = 3
AGREEING_TIME = timedelta(days=1)


def settles(record: PageRecord, *, looks: int, since: datetime, last: datetime) -> bool:
    """True once enough looks over enough time agreed, on a page that still names somebody."""
    return looks >= AGREEING_LOOKS and last - since >= AGREEING_TIME and names_somebody(record)


def names_somebody(record: PageRecord) -> bool:
    """A representative or an official; a contact alone is what stays when the lists are moved behind a script."""
    return any(each.representatives or each.officials for each in record.collaborations)
