"""/healthz and /metrics: when is the house ill, and what can be measured of it?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.config import PageConfig
from monitor.health import problems
from monitor.schedule import Schedule
from storage.values import Backlog
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import TODAY, Watch

MONDAY = datetime(2022, 10, 3, 8, tzinfo=UTC)
NOTHING = Backlog(0, None, 0)
OFFICE = PageConfig("kontorstid", "https://example.org/", Schedule(cron="0 6-18 * * mon-fri"))


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox)


def ok(*unseen: tuple[PageConfig, datetime], now: datetime) -> bool:
    return not [*problems(unseen, {page.schedule for page, _ in unseen}, NOTHING, now)]


def test_a_page_may_be_unseen_for_three_of_its_intervals() -> None:
    """Last seen at ten: the looks at eleven, twelve and one may fail."""
    assert ok((OFFICE, MONDAY), now=MONDAY + timedelta(hours=3))
    ill = problems([(OFFICE, MONDAY)], {OFFICE.schedule}, NOTHING, MONDAY + timedelta(hours=3, minutes=1))
    assert [*ill] == ["kontorstid has not been seen since 2022-10-03 08:00 UTC"]


def test_a_weekend_is_no_illness() -> None:
    """The intervals are those of the schedule: from Friday evening to Monday morning nobody looks."""
    friday = datetime(2022, 9, 30, 16, tzinfo=UTC)
    assert ok((OFFICE, friday), now=datetime(2022, 10, 3, 5, 59, tzinfo=UTC))
    assert not ok((OFFICE, friday), now=datetime(2022, 10, 3, 7, tzinfo=UTC))


def test_a_page_that_was_never_seen_is_counted_from_its_first_failure(watch: Watch) -> None:
    """Before any look there is nothing to say."""
    with watch.app() as app:
        assert app.sight.health().ok
    watch.site.fails(503)
    watch.looks()
    with watch.app() as app:
        assert app.sight.health().ok
        watch.clock.later(days=1)
        assert not app.sight.health().ok


def test_each_page_that_has_not_been_seen_is_named() -> None:
    """Among others of the same schedule that were, and of other schedules."""
    friday, hourly = MONDAY - timedelta(days=3), Schedule(every=3600.0)
    unseen = [
        (OFFICE, friday),
        (PageConfig("c", "https://example.org/", hourly), friday),
        (PageConfig("a", "https://example.org/", hourly), MONDAY - timedelta(hours=9)),
        (PageConfig("d", "https://example.org/", OFFICE.schedule), MONDAY),
        (PageConfig("b", "https://example.org/", hourly), MONDAY),
    ]
    schedules = {OFFICE.schedule, hourly}
    found = problems(unseen, schedules, NOTHING, MONDAY + timedelta(hours=1))
    assert [each.split()[0] for each in found] == ["kontorstid", "c", "a"]


def test_nobody_is_asked_about_after_a_page_of_each_schedule_that_is_well() -> None:
    """Pages are thousands, and the longest unseen comes first."""

    def unseen() -> Iterator[tuple[PageConfig, datetime]]:
        yield OFFICE, MONDAY
        raise AssertionError("one more was asked about")

    assert not [*problems(unseen(), {OFFICE.schedule}, NOTHING, MONDAY)]


def test_an_alert_may_wait_for_an_hour() -> None:
    """Then somebody must hear of it by another way than mail."""
    waiting = Backlog(1, MONDAY, 0)
    assert not [*problems([], set(), waiting, MONDAY + timedelta(hours=1))]
    assert [*problems([], set(), waiting, MONDAY + timedelta(hours=1, seconds=1))]


def test_metrics_tell_how_each_page_and_the_outbox_stand(watch: Watch) -> None:
    """In the text format, without addresses."""
    watch.looks(TODAY)
    watch.clock.later(minutes=30)
    with watch.app() as app:
        text = app.sight.metrics().decode()
    assert 'bevaka_page_last_good_age_seconds{page="kronoberg"} 1800.0' in text
    assert 'bevaka_page_outcome{outcome="baseline",page="kronoberg"} 1.0' in text
    assert "bevaka_outbox_queued 0.0" in text
    assert "bevaka_database_bytes" in text
    assert watch.site.url not in text


def test_the_whole_house_is_ill_when_its_site_is_gone(watch: Watch) -> None:
    """And well again after the next good look."""
    watch.looks(TODAY)
    watch.site.fails(503)
    for _ in range(4):
        watch.looks()
    with watch.app() as app:
        assert not app.sight.health().ok
    watch.looks(TODAY)
    with watch.app() as app:
        assert app.sight.health().ok
