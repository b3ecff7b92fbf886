"""When a page could not be read: from the first look that could not tell to the next that had another answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from records.outcome import Reason
from storage.answers import Gap
from storage.history import History
from storage.store import Store
from tests.looks import PAGE, URL, baseline, hours, page_of, unchanged, unreachable


@pytest.fixture
def history(database_url: str) -> Iterator[History]:
    with Store.open(database_url) as store:
        store.watch([(PAGE, URL), ("other", "https://example.org/other")])
        store.record(baseline(page_of("Testa Testsson"), hours(0)))
        store.record(unreachable(hours(1)))
        store.record(unreachable(hours(2)))
        store.record(unreachable(hours(3), reason=Reason.BLOCKED))
        store.record(unchanged(hours(4)))
        store.record(unreachable(hours(5)))
        store.record(baseline(page_of("Kim Kansson"), hours(6), page="other", body="another"))
        yield History(store.database)


def test_each_reason_lasts_until_the_next_answer(history: History) -> None:
    """The newest first; what lasts has no end, whatever was seen of other pages."""
    assert history.unread(page=PAGE, limit=10) == [
        Gap(hours(5), None, Reason.UNREACHABLE),
        Gap(hours(3), hours(4), Reason.BLOCKED),
        Gap(hours(1), hours(3), Reason.UNREACHABLE),
    ]


def test_the_latest_are_kept_of_too_many(history: History) -> None:
    """A page that could always be read has none."""
    assert [gap.since for gap in history.unread(page=PAGE, limit=1)] == [hours(5)]
    assert history.unread(page="other", limit=10) == []
