"""What the operator hears, through the whole application: each thing once, in fitting words; readers nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mailbox import Mailbox
from tests.site import Site
from tests.test_check import without_leads, without_people
from tests.watch import REPLACED, TODAY, Watch

READER, OPERATOR = "lasare@example.org", "drift@example.org"
FAILING = "Kronoberg: kan inte läsas (servern svarade med ett fel)"
STILL = "Kronoberg: kan fortfarande inte läsas (servern svarade med ett fel)"
RECOVERED = "Kronoberg: kan läsas igen"
HELD = "Kronoberg: en ändring hålls inne (orimligt många personer är borta)"
STILL_HELD = "Kronoberg: en ändring hålls fortfarande inne (orimligt många personer är borta)"
RELEASED = "Kronoberg: ändringen hålls inte längre inne"
EMPTIED = without_people(without_leads(TODAY), keep=None)
FEWER = without_people(without_leads(TODAY), keep="Mikael Johansson")


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    """After a baseline."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        watch.looks(TODAY)
        yield watch


def heard(watch: Watch) -> list[str]:
    """The operator's mails but for the weekly sign of life; the readers have none unless a test says so."""
    return [each for each in watch.subjects(OPERATOR) if not each.startswith("Bevaka lever")]


def daily(watch: Watch, days: int) -> None:
    for _ in range(days):
        watch.clock.later(days=1)
        watch.check()


def test_failing_once_then_weekly_then_recovered_once(watch: Watch) -> None:
    """After the third look; four weeks of failure are four mails, not a hundred."""
    watch.site.fails(503)
    watch.looks()
    watch.looks()
    assert heard(watch) == []
    watch.looks()
    assert heard(watch) == [FAILING]
    watch.looks()
    daily(watch, 22)
    assert heard(watch) == [FAILING, STILL, STILL, STILL]
    watch.looks(TODAY)
    watch.looks()
    assert heard(watch) == [FAILING, STILL, STILL, STILL, RECOVERED]
    assert watch.subjects(READER) == []


def test_a_day_of_blindness_is_told_however_sparse_the_looks(watch: Watch) -> None:
    """The second look of a page that is looked at once a day must not wait for a third."""
    watch.site.fails(503)
    watch.looks()
    assert heard(watch) == []
    watch.clock.later(days=1)
    watch.check()
    assert heard(watch) == [FAILING]


def test_two_failures_that_pass_are_heard_by_nobody(watch: Watch) -> None:
    """Neither the trouble nor its end."""
    watch.site.fails(503)
    watch.looks()
    watch.looks()
    watch.looks(TODAY)
    assert watch.mailbox.messages == []


def test_unsettled_three_times_in_a_row_is_failing(watch: Watch) -> None:
    """A page that never reads the same twice is one that cannot be read."""
    pages = [TODAY.replace("Roland Gustbée", f"Testa Testsson{letter}") for letter in "abcdefgh"]
    showing = iter(pages)
    watch.clock.sleep_does(lambda: watch.site.shows(next(showing)))
    for html in ("i", "j", "k"):
        answer = watch.looks(TODAY.replace("Roland Gustbée", f"Testa Testsson{html}"))
        assert answer["reason"] == "unsettled"
    assert heard(watch) == ["Kronoberg: kan inte läsas (två kontroller i rad gav olika besked)"]
    assert watch.subjects(READER) == []


def test_a_hold_is_told_at_once_and_its_undoing_too(watch: Watch) -> None:
    """The page was readable all the time: the words say so."""
    watch.looks(FEWER)
    assert heard(watch) == [HELD]
    watch.looks()
    watch.looks(TODAY)
    assert heard(watch) == [HELD, RELEASED]
    text = " ".join(watch.mailbox.messages[-1].text.split())
    assert "Nu står det gamla på sidan igen" in text
    assert watch.subjects(READER) == []


def test_a_hold_that_a_person_accepts_is_told_as_accepted(watch: Watch) -> None:
    """And the readers hear of the change."""
    watch.looks(EMPTIED)
    with watch.app() as app:
        app.accept("kronoberg")
    assert heard(watch) == [HELD, RELEASED]
    (mail,) = [each for each in watch.mailbox.messages if each.subject == RELEASED]
    assert "är godtagen. Läsarna har fått veta." in " ".join(mail.text.split())
    assert len(watch.subjects(READER)) == 1


def test_a_hold_that_another_change_overtakes_is_not_told_as_accepted(watch: Watch) -> None:
    """The list came back with somebody new in it: readers hear of that, and never of what was held."""
    watch.looks(FEWER)
    watch.looks(REPLACED)
    assert heard(watch) == [HELD, RELEASED]
    (mail,) = [each for each in watch.mailbox.messages if each.subject == RELEASED]
    text = " ".join(mail.text.split())
    assert "Nu står det något annat på sidan, och det är vad läsarna har fått veta." in text
    assert watch.subjects(READER) == ["Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB"]


def test_a_hold_that_lasts_is_recalled_weekly_with_its_command(watch: Watch) -> None:
    """In the words of a hold, not as a page that cannot be read."""
    watch.looks(EMPTIED)
    daily(watch, 8)
    assert heard(watch) == [HELD, STILL_HELD]
    (mail,) = [each for each in watch.mailbox.messages if each.subject == STILL_HELD]
    assert "    bevaka accept kronoberg\n" in mail.text
    assert "aldrig av sig själv" in " ".join(mail.text.split())


def test_a_page_that_fails_while_a_change_is_held_is_told_as_failing(watch: Watch) -> None:
    """What was told before was another thing."""
    watch.looks(EMPTIED)
    watch.site.fails(503)
    watch.looks()
    watch.looks()
    daily(watch, 3)
    assert heard(watch) == [HELD, FAILING]
    watch.looks(TODAY)
    assert heard(watch) == [HELD, FAILING, RECOVERED, RELEASED]


def test_what_is_held_is_told_as_held_after_an_outage_and_since_when(watch: Watch) -> None:
    """An outage that nobody heard of changes nothing: it was held before it, and is let go after it."""
    watch.looks(FEWER)
    watch.site.fails(503)
    watch.looks()
    watch.looks()
    watch.looks(FEWER)
    assert heard(watch) == [HELD]
    watch.site.fails(503)
    watch.looks()
    watch.looks(TODAY)
    assert heard(watch) == [HELD, RELEASED]
    text = " ".join(watch.mailbox.messages[-1].text.split())
    assert "hållits inne sedan 3 oktober 2022 kl. 10.00" in text
    assert "(implausible)" in text


def test_an_outage_that_was_told_ends_in_what_is_still_held(watch: Watch) -> None:
    """The operator thought that the page could not be read."""
    watch.looks(FEWER)
    watch.site.fails(503)
    for _ in range(3):
        watch.looks()
    watch.looks(FEWER)
    assert heard(watch) == [HELD, FAILING, STILL_HELD]


def test_a_hold_that_nobody_heard_of_is_not_called_old_after_an_outage(watch: Watch) -> None:
    """It was quiet, since the same had just been held and let go: "still" would speak of what the operator knows."""
    watch.looks(FEWER)
    watch.looks(TODAY)
    watch.looks(FEWER)
    watch.site.fails(503)
    for _ in range(3):
        watch.looks()
    watch.looks(FEWER)
    assert heard(watch) == [HELD, RELEASED, FAILING, HELD]


def test_a_person_who_accepts_during_an_outage_mends_nothing_else(watch: Watch) -> None:
    """What was held is told as last seen before it; the page still cannot be read, and nobody is told otherwise."""
    watch.looks(FEWER)
    watch.site.fails(503)
    for _ in range(3):
        watch.looks()
    with watch.app() as app:
        app.accept("kronoberg")
        assert app.sight.status()["pages"][0]["reason"] == "http-status"
    assert heard(watch) == [HELD, FAILING, RELEASED]
    (mail,) = [each for each in watch.mailbox.messages if each.recipient == READER]
    assert "Sidan kontrollerades senast: 3 oktober 2022 kl. 10.00" in mail.text
    watch.looks()
    watch.looks(FEWER)
    assert heard(watch) == [HELD, FAILING, RELEASED, RECOVERED]


def test_a_state_that_passes_by_ends_no_hold(watch: Watch) -> None:
    """What is held can still be accepted, and is still told as such when it ends."""
    watch.looks(FEWER)
    watch.clock.sleep_does(lambda: watch.site.shows(FEWER))
    assert watch.looks(REPLACED)["reason"] == "unsettled"
    watch.clock.sleep_does(lambda: None)
    watch.looks(TODAY)
    assert heard(watch) == [HELD, RELEASED]


def test_an_outage_that_nobody_heard_of_is_not_recovered_from_after_a_persons_word(watch: Watch) -> None:
    """What they heard was of the hold."""
    watch.looks(FEWER)
    watch.site.fails(503)
    watch.looks()
    with watch.app() as app:
        app.accept("kronoberg")
    watch.looks(FEWER)
    assert heard(watch) == [HELD, RELEASED]


def test_two_states_that_are_held_in_turn_are_told_once_each(watch: Watch) -> None:
    """Two servers that both lost people, each its own: not a mail an hour. Told anew once the page was well a day."""
    other = without_people(without_leads(TODAY), keep="Bo Frank")
    for _ in range(4):
        watch.looks(FEWER)
        watch.looks(other)
    assert heard(watch) == [HELD, HELD]
    watch.looks(TODAY)
    daily(watch, 2)
    watch.looks(other)
    assert heard(watch) == [HELD, HELD, RELEASED, HELD]


def test_a_page_that_is_well_and_held_in_turn_is_told_once(watch: Watch) -> None:
    """Two servers, one of which lost its lists: held and let go, and then quiet, until the page was well for a day."""
    for _ in range(20):
        watch.looks(FEWER)
        watch.looks(TODAY)
    assert heard(watch) == [HELD, RELEASED]
    daily(watch, 2)
    watch.looks(FEWER)
    assert heard(watch) == [HELD, RELEASED, HELD]


def test_what_is_held_again_is_told_when_it_lasts(watch: Watch) -> None:
    """It waits for a person, who was told that it had passed."""
    watch.looks(EMPTIED)
    watch.looks(TODAY)
    watch.looks(EMPTIED)
    assert heard(watch)[1:] == [RELEASED]
    daily(watch, 3)
    assert len(heard(watch)) == 3
    assert heard(watch)[-1] == "Kronoberg: en ändring hålls inne (orimligt många personer är borta)"


def test_another_loss_within_the_day_is_told_at_once(watch: Watch) -> None:
    """Only what was told before is quiet."""
    watch.looks(FEWER)
    watch.looks(TODAY)
    watch.looks(without_people(without_leads(TODAY), keep="Bo Frank"))
    assert heard(watch) == [HELD, RELEASED, HELD]
    watch.looks(TODAY)
    assert heard(watch) == [HELD, RELEASED, HELD, RELEASED]


def test_what_is_held_again_and_settles_is_told_as_accepted(watch: Watch) -> None:
    """Readers hear of it, and so does the operator."""
    watch.looks(FEWER)
    watch.looks(TODAY)
    watch.looks(FEWER)
    watch.looks()
    daily(watch, 1)
    assert heard(watch) == [HELD, RELEASED, RELEASED]
    assert len(watch.subjects(READER)) == 1


def test_a_failing_page_that_comes_back_changed_is_both(watch: Watch) -> None:
    """The recovery is the operator's, the change is the readers'."""
    watch.site.fails(503)
    for _ in range(3):
        watch.looks()
    watch.looks(REPLACED)
    assert heard(watch) == [FAILING, RECOVERED]
    assert len(watch.subjects(READER)) == 1


def test_readers_replies_go_to_the_operator_and_operators_mails_leave_no_list(watch: Watch) -> None:
    """Reply-To and List-Unsubscribe are for readers; the operator cannot unsubscribe from trouble."""
    watch.looks(FEWER)
    held = watch.mailbox.messages[-1].message
    assert held["List-Unsubscribe"] is None
    assert held["Auto-Submitted"] == "auto-generated"
    watch.looks(TODAY)
    watch.looks(REPLACED)
    (mail,) = [each.message for each in watch.mailbox.messages if each.recipient == READER]
    assert mail["Reply-To"] == OPERATOR
    assert OPERATOR in mail["List-Unsubscribe"]
