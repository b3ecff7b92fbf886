"""When a held look may be accepted without the operator (DESIGN §4)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from records.page import PageRecord

AGREEING_LOOKS = 3
AGREEING_TIME = timedelta(days=1)


def settles(before: PageRecord, held: PageRecord, *, looks: int, since: datetime, last: datetime) -> bool:
    """True once enough looks over enough time agreed on what is held, and it still names somebody."""
    return looks >= AGREEING_LOOKS and last - since >= AGREEING_TIME and names_somebody(held, before)


def names_somebody(record: PageRecord, before: PageRecord) -> bool:
    """Whether the page still names anybody in a seat: one that does not is never accepted by itself.

    An official in the running text does not stand for lists of representatives that were there before.
    """
    seated = any(each.representatives for each in record.collaborations)
    had_seats = any(each.representatives for each in before.collaborations)
    return seated or (not had_seats and any(each.officials for each in record.collaborations))
