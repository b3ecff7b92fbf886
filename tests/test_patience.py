"""When a held look may be accepted by itself: enough looks over enough time, and somebody still sits there."""

from datetime import UTC, datetime, timedelta

import pytest

from records.page import Collaboration, Official, PageRecord, Representative
from records.patience import names_somebody, settles

AT = datetime(2022, 10, 3, 6, tzinfo=UTC)
DAY = timedelta(days=1)
SEATED = PageRecord(
    "S", collaborations=(Collaboration("Nätverket", representatives=(Representative("Ada Provsson"),)),)
)
STAFFED = PageRecord("S", collaborations=(Collaboration("Nätverket", officials=(Official("Bo Provsson"),)),))
EMPTY = PageRecord("S", collaborations=(Collaboration("Nätverket"),))


@pytest.mark.parametrize(("looks", "time", "enough"), [(3, DAY, True), (2, DAY, False), (3, DAY / 2, False)])
def test_three_looks_over_a_day_settle_it(looks: int, time: timedelta, enough: bool) -> None:
    """Neither of the two alone."""
    assert settles(SEATED, SEATED, looks=looks, since=AT, last=AT + time) is enough
    assert not settles(SEATED, EMPTY, looks=looks, since=AT, last=AT + time)


def test_an_official_stands_for_nobody_who_was_seated() -> None:
    """Where there were only officials, an official is somebody."""
    assert names_somebody(SEATED, SEATED)
    assert names_somebody(SEATED, STAFFED)
    assert names_somebody(STAFFED, STAFFED)
    assert not names_somebody(STAFFED, SEATED)
    assert not names_somebody(EMPTY, STAFFED)
    assert not names_somebody(EMPTY, EMPTY)
