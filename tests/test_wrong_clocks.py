"""A machine's clock may be wrong for a while, either way: nothing is lost, told twice, or put in another order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.rereading import make_reader
from storage.verifying import verify
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import Watch

READER = "lasare@example.org"
JUMPS = pytest.mark.parametrize("days", [400, 1, -1, -400, -4000])
PEOPLE = ("Testa Testsson", "Ylva Provsson", "Låtsas Provberg", "Tjelvar Skissdal", "Oda Testlund", "Pim Provmark")


def shown(*people: str) -> str:
    listed = "".join(f"<li>{name} (S), ersättare</li>" for name in people)
    content = f"<h1>Samarbeten</h1><h2>Provrådet</h2><p>Regionens företrädare är:</p><ul>{listed}</ul>"
    return f"<!DOCTYPE html><html><head><title>Samarbeten</title></head><body><main>{content}</main></body></html>"


FULL, FEWER = shown(*PEOPLE), shown(*PEOPLE[:2])
ANOTHER, A_THIRD = shown("Alva Nysson", *PEOPLE[1:]), shown("Disa Fiktsson", *PEOPLE[1:])


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox)


def faults(watch: Watch) -> tuple[str, ...]:
    with watch.app() as app:
        return verify(app.store, make_reader(app.config.pages)).faults


def with_reader(watch: Watch, more: str) -> None:
    """The one reader of the settings, with these keys too."""
    words = f'email = "{READER}"'
    watch.config.write_text(watch.config.read_text("utf-8").replace(words, f"{words}\n{more}"), "utf-8")


def days_later(watch: Watch, days: int) -> None:
    """A check a day."""
    for _ in range(days):
        watch.clock.later(days=1)
        watch.check()


def told(watch: Watch) -> list[str]:
    """Who came, in the order of the history."""
    with watch.app() as app:
        return [each["changes"][0]["after"]["name"] for each in reversed(app.ask.changes())]


@JUMPS
def test_changes_stay_in_the_order_in_which_they_were_seen(watch: Watch, days: int) -> None:
    """The second is seen by a clock that is wrong, the third when it is right again."""
    watch.looks(FULL)
    watch.looks(ANOTHER)
    watch.clock.later(days=days)
    assert watch.looks(A_THIRD)["outcome"] == "changed"
    watch.clock.later(days=-days)
    assert watch.looks(ANOTHER)["outcome"] == "changed"
    assert watch.looks()["outcome"] == "unchanged"
    assert told(watch) == ["Alva Nysson", "Disa Fiktsson", "Alva Nysson"]
    assert len(watch.subjects(READER)) == 3
    assert faults(watch) == ()


@JUMPS
def test_quiet_looks_and_failures_stay_in_order_too(watch: Watch, days: int) -> None:
    """Runs of looks begin before they end, and one after another."""
    watch.looks(FULL)
    for jump in (days, -days):
        watch.clock.later(days=jump)
        assert watch.looks()["outcome"] == "unchanged"
        watch.site.fails()
        assert watch.looks()["outcome"] == "cannot-tell"
        assert watch.looks(FULL)["outcome"] == "unchanged"
    assert faults(watch) == ()


@JUMPS
def test_what_was_held_before_is_not_taken_for_what_is_seen_now(watch: Watch, days: int) -> None:
    """A change that is confirmed by a wrong clock adopts no look that was held before it."""
    watch.looks(FULL)
    assert watch.looks(FEWER)["held"]
    assert watch.looks(FULL)["outcome"] == "unchanged"
    watch.clock.later(days=days)
    assert watch.looks(ANOTHER)["outcome"] == "changed"
    with watch.app() as app:
        assert [each["looks"] for each in app.ask.snapshots(None)] == [1, 2]
    assert faults(watch) == ()


@JUMPS
def test_what_a_wrong_clock_held_is_accepted_once_when_it_lasts(watch: Watch, days: int) -> None:
    """The hold begins while the clock is wrong, and goes on when it is right."""
    watch.looks(FULL)
    watch.clock.later(days=days)
    assert watch.looks(FEWER)["held"]
    watch.clock.later(days=-days)
    answers = [watch.looks()["outcome"] for _ in range(30)]
    assert answers.count("changed") == 1
    assert len(watch.subjects(READER)) == 1
    assert faults(watch) == ()


def test_a_mail_that_was_written_in_the_future_is_sent_today(watch: Watch) -> None:
    """Its server was down then, and its next try is a year away by a clock that was wrong."""
    watch.looks(FULL)
    watch.clock.later(days=400)
    watch.mailbox.is_down()
    watch.looks(ANOTHER)
    watch.clock.later(days=-400)
    watch.mailbox.is_up()
    watch.looks()
    assert len(watch.subjects(READER)) == 1


def test_a_clock_that_is_ahead_gives_no_mail_up(watch: Watch) -> None:
    """Five days of refusals are a reason; a year that passed between two tries is none."""
    watch.looks(FULL)
    watch.mailbox.refuses(451, "4.3.0 Try again later")
    watch.looks(ANOTHER)
    watch.clock.later(days=400)
    watch.looks()
    watch.clock.later(days=-400)
    watch.mailbox.accepts_everything()
    for _ in range(9):
        watch.looks()
    assert len(watch.subjects(READER)) == 1


@JUMPS
def test_daily_mails_go_on_when_the_clock_is_right_again(watch: Watch, days: int) -> None:
    """The last round was in a year that has not come yet, or long ago."""
    with_reader(watch, 'when = "daily"')
    watch.looks(FULL)
    watch.clock.later(days=days)
    watch.looks()
    watch.clock.later(days=-days)
    watch.looks(ANOTHER)
    days_later(watch, 2)
    assert len(watch.subjects(READER)) == 1


@JUMPS
def test_weekly_words_go_on_when_the_clock_is_right_again(watch: Watch, days: int) -> None:
    """The quiet reader's and the operator's."""
    with_reader(watch, 'when = "weekly"\neven_if_quiet = true')
    watch.looks(FULL)
    watch.clock.later(days=days)
    watch.looks()
    watch.clock.later(days=-days)
    days_later(watch, 8)
    before = len(watch.subjects(READER)), len(watch.subjects("drift@example.org"))
    days_later(watch, 14)
    assert len(watch.subjects(READER)) == before[0] + 2
    assert len(watch.subjects("drift@example.org")) == before[1] + 2


@JUMPS
def test_a_lasting_failure_is_told_weekly_all_the_same(watch: Watch, days: int) -> None:
    """The operator was told in a year that has not come yet, and reads no number of days below one."""
    watch.looks(FULL)
    watch.clock.later(days=days)
    watch.site.fails()
    for _ in range(4):
        watch.looks()
    watch.clock.later(days=-days)
    days_later(watch, 15)
    mails = [each for each in watch.mailbox.messages if "kan fortfarande inte läsas" in each.subject]
    assert len(mails) >= 2
    assert not any("på -" in each.text for each in mails)


@JUMPS
def test_a_whole_page_is_asked_for_daily_all_the_same(watch: Watch, days: int) -> None:
    """A server may answer 304 while only the date line moved."""
    watch.site.validates(FULL, '"1"')
    watch.looks()
    watch.clock.later(days=days)
    watch.looks()
    watch.clock.later(days=-days)
    days_later(watch, 2)
    with watch.app() as app:
        whole = app.store.standings()["kronoberg"].last_full_at
    assert whole is not None
    assert abs(watch.clock.now() - whole) < timedelta(days=2)


def test_who_sits_there_now_is_what_was_seen_last(watch: Watch) -> None:
    """Whatever year it was seen in, by the clock of then."""
    watch.looks(FULL)
    watch.clock.later(days=400)
    watch.looks(ANOTHER)
    watch.clock.later(days=-400)
    watch.looks(A_THIRD)
    with watch.app() as app:
        answer = app.ask.who(None, None, None)
        assert answer.on == watch.clock.now()
        assert answer.representatives[0].name == "Disa Fiktsson"
        assert app.ask.who(None, "Provrådet", "kronoberg").representatives[0].name == "Disa Fiktsson"
