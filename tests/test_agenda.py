"""What is due: data in the database, worked out by one pure function from the schedule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.agenda import Agenda, next_look
from monitor.config import PageConfig
from monitor.schedule import Schedule
from records.outcome import CannotTell, Reason
from storage.store import Store
from storage.values import Learned, Standing
from tests.clock import Clock

HOURLY = PageConfig("timvis", "https://example.org/sida", Schedule(every=3600.0))
SPREAD = timedelta(minutes=1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'bevaka.db'}") as store:
        yield store


def looked(store: Store, at: datetime, page: PageConfig = HOURLY) -> None:
    """A look that could not tell, then standing as after a good one: enough for the agenda."""
    outcome = CannotTell(Reason.UNREACHABLE, "dns")
    store.record(Learned(page.name, at, outcome, Standing(last_look_at=at, last_good_at=at, outcome="unchanged")))


def names(store: Store, clock: Clock, *pages: PageConfig) -> list[str]:
    return [page.name for page in Agenda(store, pages or (HOURLY,)).due(clock.now())]


def test_a_page_never_looked_at_is_due_at_once(store: Store, clock: Clock) -> None:
    """And stays so until it has been looked at."""
    assert names(store, clock) == ["timvis"]
    looked(store, clock.now())
    assert names(store, clock) == []


def test_the_next_look_is_worked_out_once_and_kept(store: Store, clock: Clock) -> None:
    """Every other question is one comparison in the database."""
    names(store, clock)
    looked(store, clock.now())
    names(store, clock)
    planned = store.standings()["timvis"].next_check_at
    assert planned is not None
    assert timedelta(hours=1) <= planned - clock.now() <= timedelta(hours=1) + SPREAD
    assert store.due_pages(clock.now()) == {}
    clock.later(hours=1, minutes=1)
    assert names(store, clock) == ["timvis"]


def test_another_schedule_counts_at_once(store: Store, clock: Clock) -> None:
    """What was planned by the old one is forgotten."""
    names(store, clock)
    looked(store, clock.now())
    names(store, clock)
    clock.later(minutes=5)
    assert names(store, clock, PageConfig("timvis", HOURLY.url, Schedule(every=120.0))) == ["timvis"]


def test_a_page_no_longer_configured_is_never_due_and_keeps_its_standing(store: Store, clock: Clock) -> None:
    """Its history stays."""
    names(store, clock)
    other = PageConfig("annan", "https://example.org/annan", Schedule(every=3600.0))
    assert names(store, clock, other) == ["annan"]
    assert "timvis" in store.standings()


def test_a_stop_of_a_week_is_one_catch_up_look(store: Store, clock: Clock) -> None:
    """Not one for each time that was missed."""
    names(store, clock)
    looked(store, clock.now())
    clock.later(days=7)
    assert names(store, clock) == ["timvis"]
    looked(store, clock.now())
    assert names(store, clock) == []


def test_a_clock_set_back_by_a_year_stops_nothing(store: Store, clock: Clock) -> None:
    """A look made in the future is no reason to wait for it."""
    names(store, clock)
    looked(store, clock.now())
    names(store, clock)
    clock.later(days=-365)
    assert names(store, clock) == ["timvis"]


def test_trouble_says_when_to_try_again_and_a_host_when_not_before() -> None:
    """The later of the two."""
    now = datetime(2022, 10, 3, 6, tzinfo=UTC)
    failing = Standing(last_look_at=now, failures=2, next_check_at=now + timedelta(minutes=20))
    assert next_look(HOURLY, failing, {}, now) == now + timedelta(minutes=20)
    waits = {"example.org": now + timedelta(hours=3)}
    assert next_look(HOURLY, failing, waits, now) == now + timedelta(hours=3)
