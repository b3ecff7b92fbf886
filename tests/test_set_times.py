"""When daily and weekly mails are due, and for whom what waits: pure, in Stockholm's time, over both clock changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from monitor.rounds import Slot, by_reader, is_due, latest_round
from notifier.subscription import Subscriber
from storage.messages import Waiting


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


ROUNDS: list[tuple[Slot, str, str]] = [
    ("daily", "2022-10-03T05:00", "2022-10-03T05:00"),  # 07:00 on the second, in summer time
    ("daily", "2022-10-03T04:59", "2022-10-02T05:00"),
    ("daily", "2022-10-29T12:00", "2022-10-29T05:00"),
    ("daily", "2022-10-30T05:59", "2022-10-29T05:00"),  # the night in which clocks go back: 07:00 is now 06:00 UTC
    ("daily", "2022-10-30T06:00", "2022-10-30T06:00"),
    ("daily", "2023-03-26T04:59", "2023-03-25T06:00"),  # the night in which they go forward
    ("daily", "2023-03-26T05:00", "2023-03-26T05:00"),
    ("weekly", "2022-10-03T05:00", "2022-10-03T05:00"),  # a Monday
    ("weekly", "2022-10-03T04:59", "2022-09-26T05:00"),
    ("weekly", "2022-10-09T23:00", "2022-10-03T05:00"),
    ("weekly", "2022-10-31T05:59", "2022-10-24T05:00"),  # the Monday after the clocks went back
    ("weekly", "2022-10-31T06:00", "2022-10-31T06:00"),
    ("weekly", "2023-03-27T05:00", "2023-03-27T05:00"),
]


@pytest.mark.parametrize(("slot", "now", "latest"), ROUNDS)
def test_rounds_are_at_seven_on_a_stockholm_clock(slot: Slot, now: str, latest: str) -> None:
    """Every day, or every Monday, in summer and in winter."""
    assert latest_round(slot, utc(now)) == utc(latest)


@pytest.mark.parametrize(("slot", "count"), [("daily", 366), ("weekly", 52)])
def test_every_round_comes_once_in_a_year(slot: Slot, count: int) -> None:
    """Asked every hour, as under cron, each time is due at one of them and then not again."""
    now = last = utc("2022-07-01T12:00")
    held = []
    while now < utc("2023-07-02T12:00"):
        if is_due(slot, last, now):
            held.append(now)
            last = now
        now += timedelta(hours=1)
    assert len(held) == count
    assert {each.astimezone(latest_round(slot, each).tzinfo).hour for each in held} == {7}


def test_what_was_missed_is_made_up_for_once() -> None:
    """A machine that was off on Monday writes on Tuesday; a week's silence is one round, not seven."""
    assert is_due("weekly", utc("2022-10-01T12:00"), utc("2022-10-04T12:00"))
    assert not is_due("weekly", utc("2022-10-04T12:00"), utc("2022-10-09T12:00"))
    assert is_due("daily", utc("2022-10-01T12:00"), utc("2022-10-08T12:00"))
    assert not is_due("daily", utc("2022-10-08T12:00"), utc("2022-10-08T13:00"))


def test_what_waits_follows_the_reader_to_their_new_time() -> None:
    """Who asks for another time misses nothing, nor who writes the address with a capital; who left gets nothing."""
    daily, other = Subscriber("a@example.org", when="daily"), Subscriber("b@example.org", when="weekly")
    items = [Waiting(1, 7, "a@example.org", "weekly"), Waiting(2, 7, "b@example.org", "weekly")]
    gone = Waiting(3, 7, "c@example.org", "daily")
    capital = Subscriber("A@example.org", when="daily")
    assert by_reader(items[:1], [capital]) == ({capital: items[:1]}, [])
    assert by_reader([*items, gone], [daily, other]) == ({daily: items[:1], other: items[1:]}, [gone])


def test_a_reader_of_both_times_gets_each_in_its_own() -> None:
    """They are two subscriptions."""
    daily, weekly = (Subscriber("a@example.org", when=when) for when in ("daily", "weekly"))
    items = [Waiting(1, 7, "a@example.org", "daily"), Waiting(2, 7, "a@example.org", "weekly")]
    assert by_reader(items, [daily, weekly])[0] == {daily: items[:1], weekly: items[1:]}
