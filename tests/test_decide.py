"""What a look means: proposals, confirmations, holds, how a page stands, and what the operator hears. All pure."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from monitor.decide import Notice, Proposal, follow, notice, propose, settle, stands_accepted
from records.codec import digest
from records.diff import diff
from records.outcome import Baseline, CannotTell, Changed, Reason, Unchanged
from records.page import Collaboration, PageRecord, Representative
from scraper.reading import Reading
from storage.values import Hold, Parsed, Standing

AT = datetime(2022, 10, 3, 6, tzinfo=UTC)
PEOPLE = ("Ada Provsson", "Bo Provsson", "Cia Provsson", "Dan Provsson")


def page(*people: str, updated: date | None = date(2022, 9, 9)) -> PageRecord:
    seats = tuple(Representative(name, "S", "ledamot") for name in people)
    return PageRecord("Samarbeten", updated, collaborations=(Collaboration("Nätverket", representatives=seats),))


def proposed(before: PageRecord | None, after: PageRecord, hold: Hold | None = None, at: datetime = AT) -> Proposal:
    parsed = Parsed(after, "digest", True, 1)
    return propose(before, Reading(after), parsed, hold, at)


def test_the_first_good_look_is_a_baseline() -> None:
    """There is nothing to compare with."""
    assert proposed(None, page(*PEOPLE)).outcome == Baseline(page(*PEOPLE))


def test_the_same_record_is_unchanged() -> None:
    """Whatever happened around it."""
    assert proposed(page(*PEOPLE), page(*reversed(PEOPLE))).outcome == Unchanged()


def test_a_change_waits_for_its_confirmation() -> None:
    """One look is not enough to say that somebody was replaced."""
    proposal = proposed(page(*PEOPLE), page("Eva Provsson", *PEOPLE[1:]))
    assert isinstance(proposal.outcome, Changed)
    assert not proposal.confirmed


def test_a_confirmed_change_stands_and_another_reading_is_unsettled() -> None:
    """Both looks must give the same record."""
    after = page("Eva Provsson", *PEOPLE[1:])
    change = proposed(page(*PEOPLE), after).outcome
    assert isinstance(change, Changed)
    assert settle(change, Reading(after)) == change
    for second in (Reading(page(*PEOPLE)), CannotTell(Reason.UNREACHABLE, "timed out")):
        answer = settle(change, second)
        assert isinstance(answer, CannotTell)
        assert answer.reason is Reason.UNSETTLED


def held(after: PageRecord, looks: int, since: datetime) -> Hold:
    hold = proposed(page(*PEOPLE), after).hold
    assert hold is not None
    return replace(hold, looks=looks, since=since)


def test_people_who_vanish_are_held() -> None:
    """The first such look begins a hold that says what would be told."""
    proposal = proposed(page(*PEOPLE), page("Ada Provsson"))
    assert isinstance(proposal.outcome, CannotTell)
    assert proposal.outcome.reason is Reason.IMPLAUSIBLE
    assert proposal.outcome.held
    assert len(proposal.outcome.changes.changes) == 3
    assert proposal.hold is not None
    assert (proposal.hold.looks, proposal.hold.since) == (1, AT)


def test_three_agreeing_looks_over_a_day_are_accepted() -> None:
    """As seen first when it was held first."""
    after = page("Ada Provsson")
    proposal = proposed(page(*PEOPLE), after, held(after, 2, AT), AT + timedelta(days=1))
    assert isinstance(proposal.outcome, Changed)
    assert proposal.confirmed
    assert proposal.observed_at == AT
    assert proposal.hold is None


def test_accepting_is_no_look() -> None:
    """When the page was looked at stays as it was; the last look that could tell is the last that saw it so."""
    standing = Standing(last_look_at=AT + timedelta(hours=2), last_full_at=AT, outcome="cannot-tell", held=True)
    after = stands_accepted(standing, held(page("Ada Provsson"), 2, AT))
    assert (after.last_look_at, after.last_full_at) == (AT + timedelta(hours=2), AT)
    assert (after.outcome, after.last_good_at) == ("changed", held(page("Ada Provsson"), 2, AT).last_at)


def test_three_looks_within_a_day_are_too_soon_and_two_are_too_few() -> None:
    """Both conditions must hold."""
    after = page("Ada Provsson")
    soon = proposed(page(*PEOPLE), after, held(after, 2, AT), AT + timedelta(hours=23))
    few = proposed(page(*PEOPLE), after, held(after, 1, AT), AT + timedelta(days=9))
    assert isinstance(soon.outcome, CannotTell)
    assert isinstance(few.outcome, CannotTell)
    assert soon.hold is not None
    assert soon.hold.looks == 3


def test_a_hold_that_a_clock_ahead_began_began_when_it_is_seen_again() -> None:
    """Else it would wait for that time to come."""
    before, after = page(*PEOPLE), page(PEOPLE[0])
    held = proposed(before, after, at=AT + timedelta(days=400)).hold
    again = proposed(before, after, held).hold
    assert again is not None
    assert (again.since, again.last_at, again.looks) == (AT, AT, 2)


def test_a_page_that_names_nobody_waits_for_a_person() -> None:
    """However often it is seen."""
    proposal = proposed(page(*PEOPLE), page(), held(page(), 99, AT), AT + timedelta(days=99))
    assert isinstance(proposal.outcome, CannotTell)


def test_a_hold_that_reads_differently_begins_again() -> None:
    """Looks that do not agree with each other prove nothing."""
    proposal = proposed(page(*PEOPLE), page("Bo Provsson"), held(page("Ada Provsson"), 2, AT), AT + timedelta(days=2))
    assert proposal.hold is not None
    assert (proposal.hold.looks, proposal.hold.since) == (1, AT + timedelta(days=2))


DOWN = CannotTell(Reason.UNREACHABLE, "connection refused")


def looks(*answers: CannotTell | Unchanged, hours: float = 1) -> list[tuple[Standing, Notice | None]]:
    """Looks one after another, and what the operator hears of each."""
    standing, heard = Standing(last_good_at=AT, last_look_at=AT, outcome="unchanged"), []
    for number, answer in enumerate(answers, 1):
        at = AT + timedelta(hours=hours * number)
        after = follow(standing, answer, None, at, full=True)
        heard.append((after, notice(standing, after, None, at)))
        standing = after
    return heard


def test_the_operator_hears_of_the_third_failure_once_and_of_the_recovery() -> None:
    """Not of the first two, and not again until a week has passed."""
    heard = [word for _, word in looks(DOWN, DOWN, DOWN, DOWN, Unchanged(), Unchanged())]
    assert heard == [None, None, Notice.FAILING, None, Notice.RECOVERED, None]


def test_a_day_of_blindness_is_told_before_the_third_look() -> None:
    """A page looked at once a day must not wait three days."""
    assert [word for _, word in looks(DOWN, DOWN, DOWN, hours=24)] == [None, Notice.FAILING, None]


def test_a_lasting_failure_is_told_once_a_week() -> None:
    """A failing mail that comes daily is soon filtered away."""
    heard = [word for _, word in looks(*[DOWN] * 18, hours=24)]
    assert heard[1] is Notice.FAILING
    assert [day for day, word in enumerate(heard) if word is Notice.STILL_FAILING] == [8, 15]


def test_one_glitch_after_a_weekend_is_told_to_nobody() -> None:
    """A page that is not looked at from Friday to Monday was not blind meanwhile."""
    assert [word for _, word in looks(DOWN, hours=60)] == [None]


def test_two_failures_that_pass_are_told_to_nobody() -> None:
    """And no recovery is announced of what nobody heard."""
    assert [word for _, word in looks(DOWN, DOWN, Unchanged())] == [None, None, None]


def test_a_good_look_forgets_the_trouble() -> None:
    """The count starts anew; the time of the last full body is kept over a conditional look."""
    standing = follow(Standing(failures=5, failing_since=AT, last_full_at=AT), Unchanged(), None, AT, full=False)
    assert standing == Standing(last_look_at=AT, last_good_at=AT, last_full_at=AT, outcome="unchanged")


def test_what_is_held_is_told_at_once() -> None:
    """With the first look; its recovery too."""
    after = page("Ada Provsson")
    proposal = proposed(page(*PEOPLE), after)
    before = Standing(last_good_at=AT, outcome="unchanged")
    standing = follow(before, proposal.outcome, proposal.hold, AT, full=True)
    assert notice(before, standing, proposal.hold, AT) is Notice.HELD
    well = follow(standing, Unchanged(), None, AT, full=True)
    assert notice(standing, well, None, AT) is Notice.RECOVERED


def test_a_failure_while_something_is_held_is_a_failure_of_its_own() -> None:
    """It is not told as held once more; being blind is counted, told and retried from its own beginning."""
    proposal = proposed(page(*PEOPLE), page("Ada Provsson"))
    before = Standing(last_good_at=AT - timedelta(days=3), outcome="unchanged")
    stands = follow(before, proposal.outcome, proposal.hold, AT, full=True)
    heard = []
    for hours in (20, 21, 22, 23):
        at = AT + timedelta(hours=hours)
        after = follow(stands, DOWN, proposal.hold, at, full=True)
        heard.append(notice(stands, after, proposal.hold, at))
        stands = after
    assert heard == [None, None, Notice.FAILING, None]
    assert (stands.failures, stands.failing_since) == (4, AT + timedelta(hours=20))
    assert stands.next_check_at == AT + timedelta(hours=23, minutes=80)
    assert notice(stands, follow(stands, Unchanged(), None, AT, full=True), None, AT) is Notice.RECOVERED


def test_what_is_held_over_an_outage_is_not_told_as_a_page_that_cannot_be_read() -> None:
    """It is read again: the operator hears so only if they had heard of the outage; it is held since its first look."""
    proposal = proposed(page(*PEOPLE), page("Ada Provsson"))
    assert proposal.hold is not None
    for outage, said in ((2, None), (3, Notice.STILL_HELD)):
        before = Standing(last_good_at=AT - timedelta(days=3), outcome="unchanged")
        stands = follow(before, proposal.outcome, proposal.hold, AT, full=True)
        for hours in range(1, outage + 1):
            stands = follow(stands, DOWN, proposal.hold, AT + timedelta(hours=hours), full=True)
        again = replace(proposal.hold, looks=2, last_at=AT + timedelta(hours=5))
        after = follow(stands, proposal.outcome, again, again.last_at, full=True)
        assert (after.failing_since, after.failures) == (AT, 1)
        assert notice(stands, after, again, again.last_at) is said


def test_a_week_of_what_is_held_is_told_once_more() -> None:
    """Not as a page that cannot be read, either."""
    proposal = proposed(page(*PEOPLE), page())
    assert proposal.hold is not None
    stands = Standing(last_good_at=AT - timedelta(hours=1), outcome="unchanged")
    heard = []
    for day in range(9):
        hold = replace(proposal.hold, looks=day + 1, last_at=AT + timedelta(days=day))
        after = follow(stands, proposal.outcome, hold, hold.last_at, full=True)
        heard.append(notice(stands, after, hold, hold.last_at))
        stands = after
    assert heard == [Notice.HELD, *[None] * 6, Notice.STILL_HELD, None]


def test_an_unsettled_page_is_looked_at_again_soon() -> None:
    """In minutes, not at its next hour."""
    standing = follow(Standing(last_good_at=AT), CannotTell(Reason.UNSETTLED, "differs"), None, AT, full=True)
    assert standing.next_check_at == AT + timedelta(minutes=5)


def test_a_proposal_says_what_is_new_and_how_the_page_stands() -> None:
    """The record and every change, whether it waits to be confirmed or was held long enough."""
    after = page("Eva Provsson", *PEOPLE[1:])
    assert proposed(page(*PEOPLE), after) == Proposal(Changed(after, diff(page(*PEOPLE), after)), confirmed=False)
    fewer = page("Ada Provsson")
    accepted = proposed(page(*PEOPLE), fewer, held(fewer, 2, AT), AT + timedelta(days=1))
    assert accepted == Proposal(Changed(fewer, diff(page(*PEOPLE), fewer)), observed_at=AT)


def test_a_hold_keeps_what_was_read_and_what_would_be_told() -> None:
    """Whoever accepts it later needs nothing else; a look that agrees only moves its end."""
    after = page("Ada Provsson")
    doubt = proposed(page(*PEOPLE), after).outcome
    assert isinstance(doubt, CannotTell)
    changes = diff(page(*PEOPLE), after)
    first = Hold(Parsed(after, "digest", True, 1), digest(after), AT, AT, 1, changes, Reason.IMPLAUSIBLE, doubt.detail)
    assert proposed(page(*PEOPLE), after).hold == first
    later = AT + timedelta(hours=5)
    assert proposed(page(*PEOPLE), after, first, later).hold == replace(first, last_at=later, looks=2)


def test_an_unsettled_change_says_what_the_second_look_met() -> None:
    """Its detail, and how long the site asks us to wait."""
    after = page("Eva Provsson", *PEOPLE[1:])
    change = Changed(after, diff(page(*PEOPLE), after))
    assert settle(change, CannotTell(Reason.HTTP_STATUS, "the server answered 503", retry_after=90)) == CannotTell(
        Reason.UNSETTLED,
        "a change was seen, but the look to confirm it could not tell (http-status: the server answered 503)",
        retry_after=90,
    )
    assert settle(change, Reading(page(*PEOPLE))) == CannotTell(
        Reason.UNSETTLED, "two looks soon after each other read differently"
    )


def test_a_full_look_is_remembered_and_a_conditional_one_is_none() -> None:
    """The daily look without conditions counts from the last full one."""
    later = AT + timedelta(hours=2)
    before = Standing(last_full_at=AT)
    assert follow(before, Unchanged(), None, later, full=True).last_full_at == later
    assert follow(before, Unchanged(), None, later, full=False).last_full_at == AT


def test_a_failed_look_is_kept_with_its_reason() -> None:
    """What status and the operator's mail will say; the last good look and the last full one stay."""
    later = AT + timedelta(hours=2)
    before = Standing(last_good_at=AT, last_look_at=AT, last_full_at=AT, outcome="unchanged")
    assert follow(before, DOWN, None, later, full=True) == replace(
        before,
        last_look_at=later,
        outcome="cannot-tell",
        reason=DOWN.reason,
        detail=DOWN.detail,
        failures=1,
        failing_since=later,
        next_check_at=later + timedelta(minutes=10),
    )


UNSETTLED = CannotTell(Reason.UNSETTLED, "differs")


@pytest.mark.parametrize(
    ("answer", "failures", "minutes"),
    [
        (UNSETTLED, 1, 5),
        (UNSETTLED, 2, 5),
        (UNSETTLED, 3, 40),  # a page that never settles is a page that fails
        (replace(UNSETTLED, retry_after=600), 1, 10),
        (replace(UNSETTLED, retry_after=60), 1, 5),
        (DOWN, 1, 10),
        (DOWN, 2, 20),
        (replace(DOWN, retry_after=3600), 1, 60),
    ],
)
def test_the_next_try_comes_as_the_failure_asks(answer: CannotTell, failures: int, minutes: int) -> None:
    """Soon where the page was just changing; later and later where it fails; never before the site allows it."""
    standing = follow(Standing(last_good_at=AT, failures=failures - 1), answer, None, AT, full=True)
    assert standing.next_check_at == AT + timedelta(minutes=minutes)


def test_a_held_page_is_looked_at_again_at_growing_intervals() -> None:
    """After 1 hour, 4 and 16; while it cannot be seen, as any failing page."""
    after = page("Ada Provsson")
    proposal = proposed(page(*PEOPLE), after)
    assert proposal.hold is not None
    for looks, hours in ((1, 1), (2, 4), (3, 16)):
        hold = replace(proposal.hold, looks=looks)
        standing = follow(Standing(last_good_at=AT), proposal.outcome, hold, AT, full=True)
        assert standing.next_check_at == AT + timedelta(hours=hours)
    blind = follow(Standing(last_good_at=AT), DOWN, proposal.hold, AT, full=True)
    assert blind.next_check_at == AT + timedelta(minutes=10)
