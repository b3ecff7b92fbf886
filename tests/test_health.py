"""/healthz and /metrics: when is the house ill, and what can be measured of it?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.config import PageConfig
from monitor.health import health
from monitor.schedule import Schedule
from storage.memory import Backlog, Standing
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


def seen(at: datetime | None, page: PageConfig = OFFICE) -> tuple[PageConfig, Standing]:
    return page, Standing(last_look_at=at, last_good_at=at)


def test_a_page_may_be_unseen_for_three_of_its_intervals() -> None:
    """Last seen at ten: the looks at eleven, twelve and one may fail."""
    assert health([seen(MONDAY)], NOTHING, MONDAY + timedelta(hours=3)).ok
    ill = health([seen(MONDAY)], NOTHING, MONDAY + timedelta(hours=3, minutes=1))
    assert ill.problems == ("kontorstid has not been seen since 2022-10-03 08:00 UTC",)


def test_a_weekend_is_no_illness() -> None:
    """The intervals are those of the schedule: from Friday evening to Monday morning nobody looks."""
    friday = datetime(2022, 9, 30, 16, tzinfo=UTC)
    assert health([seen(friday)], NOTHING, datetime(2022, 10, 3, 5, 59, tzinfo=UTC)).ok
    assert not health([seen(friday)], NOTHING, datetime(2022, 10, 3, 7, tzinfo=UTC)).ok


def test_a_page_that_was_never_seen_is_counted_from_its_first_failure() -> None:
    """Before any look there is nothing to say."""
    assert health([seen(None)], NOTHING, MONDAY).ok
    failing = OFFICE, Standing(last_look_at=MONDAY, failures=1, failing_since=MONDAY)
    assert not health([failing], NOTHING, MONDAY + timedelta(hours=4)).ok


def test_each_page_that_has_not_been_seen_is_named() -> None:
    """Among others of the same schedule that were, and of other schedules."""
    friday, hourly = MONDAY - timedelta(days=3), Schedule(every=3600.0)
    pages = [
        seen(MONDAY),
        seen(MONDAY - timedelta(hours=9), PageConfig("a", "https://example.org/", hourly)),
        seen(MONDAY, PageConfig("b", "https://example.org/", hourly)),
        seen(friday),
        seen(None),
        seen(friday, PageConfig("c", "https://example.org/", hourly)),
    ]
    problems = health(pages, NOTHING, MONDAY + timedelta(hours=1)).problems
    assert sorted(each.split()[0] for each in problems) == ["a", "c", "kontorstid"]


def test_an_alert_may_wait_for_an_hour() -> None:
    """Then somebody must hear of it on another road than mail."""
    waiting = Backlog(1, MONDAY, 0)
    assert health([], waiting, MONDAY + timedelta(hours=1)).ok
    assert not health([], waiting, MONDAY + timedelta(hours=1, seconds=1)).ok


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
