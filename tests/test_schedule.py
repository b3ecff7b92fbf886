"""When a page is due: cron lines in Stockholm time, intervals, failures and holds; all pure."""

from datetime import UTC, datetime, timedelta

import pytest

from monitor.schedule import (
    NeverRuns,
    Schedule,
    due_after,
    next_fire,
    retry_after_failure,
    retry_while_held,
    validate,
)

NOON = datetime(2022, 10, 3, 10, 30, tzinfo=UTC)  # a Monday, 12:30 in Stockholm


@pytest.mark.parametrize(
    ("cron", "local"),
    [
        ("0 6-18 * * mon-fri", "2022-10-03 13:00"),
        ("0 6 * * mon", "2022-10-10 06:00"),
        ("0 6 * * 1", "2022-10-10 06:00"),
        ("0 6 * * 0", "2022-10-09 06:00"),
        ("0 6 * * 7", "2022-10-09 06:00"),
        ("0 6 * * 1-5", "2022-10-04 06:00"),
        ("0 6 * * fri-mon", "2022-10-07 06:00"),
        ("*/15 * * * *", "2022-10-03 12:45"),
        ("0 6 1 * *", "2022-11-01 06:00"),
        ("0 6 13 * fri", "2022-10-07 06:00"),  # either is enough, as in Unix cron
    ],
)
def test_cron_lines_mean_what_cron_says(cron: str, local: str) -> None:
    """Week days by name or Unix digit, times in Stockholm."""
    from zoneinfo import ZoneInfo

    fired = next_fire(Schedule(cron=cron), NOON)
    assert fired is not None
    assert fired.astimezone(ZoneInfo("Europe/Stockholm")).strftime("%Y-%m-%d %H:%M") == local


@pytest.mark.parametrize(
    "cron", ["0 6 31 2 *", "0 6 * *", "61 6 * * *", "0 25 * * *", "0 6 * * 8", "0 6 * * xyz", "nonsense"]
)
def test_a_line_that_never_comes_is_refused(cron: str) -> None:
    """APScheduler would wait for ever, or fail much later."""
    with pytest.raises(NeverRuns):
        validate(Schedule(cron=cron))


@pytest.mark.parametrize("cron", ["0 6-18 * * mon-fri", "*/5 * * * *", "0 0 29 2 *", "5,35 6 * * 1-5"])
def test_good_lines_pass(cron: str) -> None:
    """Plain ones without asking APScheduler, the others by asking it."""
    validate(Schedule(cron=cron))


def test_a_plain_line_does_not_load_apscheduler() -> None:
    """A cold check under cron must not pay for the scheduler."""
    import subprocess
    import sys

    code = (
        "import sys; from monitor.schedule import *; validate(Schedule(cron='0 6-18 * * mon-fri'));"
        "print('apscheduler' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "False"


def test_autumn_repeats_an_hour_and_spring_skips_one() -> None:
    """02:30 comes twice on 30 October 2022 and once, as 03:30, on 27 March 2022."""
    schedule = Schedule(cron="30 2 * * *")
    first = next_fire(schedule, datetime(2022, 10, 29, 12, tzinfo=UTC))
    assert first == datetime(2022, 10, 30, 0, 30, tzinfo=UTC)
    assert next_fire(schedule, first) == datetime(2022, 10, 30, 1, 30, tzinfo=UTC)
    assert next_fire(schedule, datetime(2022, 3, 26, 12, tzinfo=UTC)) == datetime(2022, 3, 27, 1, 30, tzinfo=UTC)


def test_a_page_is_due_after_its_schedule_and_a_spread() -> None:
    """Pages of one schedule do not all come in the same second, and the same page always has the same spread."""
    hourly = Schedule(cron="0 * * * *")
    due = {name: due_after(name, hourly, NOON, NOON) for name in ("a", "b", "c")}
    assert len(set(due.values())) == 3
    assert all(
        timedelta(0) <= time - datetime(2022, 10, 3, 11, tzinfo=UTC) <= timedelta(minutes=1) for time in due.values()
    )
    assert due_after("a", hourly, NOON, NOON) == due["a"]


def test_what_was_missed_is_due_once() -> None:
    """After a month's stop the due time lies in the past: one look, and the next is in the future."""
    hourly = Schedule(cron="0 * * * *")
    now = NOON + timedelta(days=30)
    assert due_after("a", hourly, NOON, now) < now
    assert due_after("a", hourly, now, now) > now


def test_a_page_never_seen_is_due_now() -> None:
    """A new page does not wait for its first hour."""
    assert due_after("a", Schedule(every=86400.0), None, NOON) == NOON


def test_failures_back_off_to_a_day() -> None:
    """10 minutes, doubling, never more than a day."""
    waits = [retry_after_failure(NOON, failures, None) - NOON for failures in range(1, 11)]
    assert waits[:4] == [timedelta(minutes=minutes) for minutes in (10, 20, 40, 80)]
    assert waits[-1] == timedelta(days=1)
    assert waits == sorted(waits)


def test_a_sites_own_wish_is_obeyed_up_to_a_day() -> None:
    """Retry-After counts where it is longer than our own backoff."""
    assert retry_after_failure(NOON, 1, 3600) - NOON == timedelta(hours=1)
    assert retry_after_failure(NOON, 1, 5) - NOON == timedelta(minutes=10)
    assert retry_after_failure(NOON, 1, 10**9) - NOON == timedelta(days=1)


def test_a_held_page_is_looked_at_at_growing_intervals() -> None:
    """So that three agreeing looks can span a day without many requests."""
    assert [retry_while_held(NOON, looks) - NOON for looks in (1, 2, 3, 9)] == [
        timedelta(hours=1),
        timedelta(hours=4),
        timedelta(hours=16),
        timedelta(days=1),
    ]
