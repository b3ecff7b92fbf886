"""What a look means, decided without touching anything: the pure half of story one (DESIGN §4).

propose   a reading, against what is known of the page  ->  Unchanged | Baseline | Changed (unsure) | CannotTell
settle    the confirming reading of a change            ->  Changed | CannotTell(unsettled)
follow    the outcome                                   ->  how the page stands from now on
notice    how it stood, how it stands                   ->  what the operator hears, if anything
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from monitor.schedule import DAY, SOON, retry_after_failure, retry_while_held
from records.outcome import Baseline, CannotTell, Changed, Outcome, Reason, Unchanged
from records.patience import AGREEING_TIME, settles
from storage.values import Hold, Parsed, Standing

if TYPE_CHECKING:
    from records.page import PageRecord
    from scraper.reading import Reading

LOOKS_TO_ALARM = 3
BLIND_TO_ALARM = DAY
REMIND = timedelta(days=7)


class Notice(StrEnum):
    """What the operator is told about a page, each once."""

    FAILING = "failing"
    STILL_FAILING = "still-failing"
    RECOVERED = "recovered"
    HELD = "held"
    STILL_HELD = "still-held"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The first decision about a look. confirmed: no second look is needed, as for a change that was held long enough.

    hold: what is held from now on, or None. observed_at: of a change that was held, its first look.
    """

    outcome: Outcome
    hold: Hold | None = None
    confirmed: bool = True
    observed_at: datetime | None = None


def propose(before: PageRecord | None, reading: Reading, parsed: Parsed, hold: Hold | None, at: datetime) -> Proposal:
    """Compare a good reading with the latest accepted record."""
    if before is None:
        return Proposal(Baseline(reading.record))
    from records.diff import diff
    from scraper.judge import judge_against

    changes = diff(before, reading.record)
    if not changes:
        return Proposal(Unchanged())
    doubt = judge_against(before, reading, changes)
    if doubt is None:
        return Proposal(Changed(reading.record, changes), confirmed=False)
    held = _held(doubt, parsed, hold, at)
    if settles(before, reading.record, looks=held.looks, since=held.since, last=at):
        return Proposal(Changed(reading.record, changes), observed_at=held.since)
    return Proposal(doubt, hold=held)


def _held(doubt: CannotTell, parsed: Parsed, hold: Hold | None, at: datetime) -> Hold:
    """The hold that a doubtful look begins, or the present one with one more look if it agrees."""
    from records.codec import digest
    from records.diff import diff

    if hold is not None and not diff(hold.parsed.record, parsed.record):
        since = min(hold.since, at)  # a clock that was ahead would make it wait for that time to come
        return replace(hold, since=since, last_at=at, looks=hold.looks + 1)
    return Hold(parsed, digest(parsed.record), at, at, 1, doubt.changes, doubt.reason, doubt.detail)


def settle(proposed: Changed, second: Reading | CannotTell) -> Changed | CannotTell:
    """The change, if the second look gave the same record."""
    if isinstance(second, CannotTell):
        return CannotTell(
            Reason.UNSETTLED,
            f"a change was seen, but the look to confirm it could not tell ({second.reason}: {second.detail})",
            retry_after=second.retry_after,
        )
    from records.diff import diff

    if diff(proposed.record, second.record):
        return CannotTell(Reason.UNSETTLED, "two looks soon after each other read differently")
    return proposed


def follow(
    standing: Standing, outcome: Outcome, hold: Hold | None, at: datetime, *, full: bool, again: bool = False
) -> Standing:
    """How a page stands after a look. next_check_at is None after a good one: its schedule says when.

    full: the look was an unconditional GET that brought a body. again: see notice.
    """
    if not isinstance(outcome, CannotTell):
        return Standing(
            last_look_at=at,
            last_good_at=at,
            last_full_at=at if full else standing.last_full_at,
            outcome=type(outcome).__name__.lower(),
        )
    turns = standing.failures > 0 and standing.held != outcome.held  # what is held can be read: that is not being blind
    failures = 1 if turns else standing.failures + 1
    since = hold.since if outcome.held and hold is not None else None if turns else standing.failing_since
    blind = replace(
        standing,
        last_look_at=at,
        outcome="cannot-tell",
        reason=outcome.reason,
        detail=outcome.detail,
        held=outcome.held,
        failures=failures,
        failing_since=min(since or at, at),  # a clock may have been ahead
        next_check_at=_next_try(outcome, hold, failures, at),
    )
    told = notice(standing, blind, hold, at, again=again)
    return replace(blind, told_failing_at=at) if told else blind


def stands_accepted(standing: Standing, hold: Hold) -> Standing:
    """How a page stands once a person has accepted what is held. That is no look: a page that cannot be read now still
    cannot, and the last look that could tell is the last one that saw what is accepted.
    """
    if not standing.held:
        told = standing.told_failing_at if was_told_blind(standing) else None  # what was told of the hold is done with
        return replace(standing, last_good_at=hold.last_at, told_failing_at=told)
    return Standing(
        last_look_at=standing.last_look_at,
        last_good_at=hold.last_at,
        last_full_at=standing.last_full_at,
        outcome=Changed.__name__.lower(),
    )


def _next_try(outcome: CannotTell, hold: Hold | None, failures: int, at: datetime) -> datetime:
    if outcome.reason is Reason.UNSETTLED and failures < LOOKS_TO_ALARM:
        return at + max(SOON, timedelta(seconds=outcome.retry_after or 0))
    if outcome.held and hold is not None:
        return retry_while_held(at, hold.looks)
    return retry_after_failure(at, failures, outcome.retry_after)


def notice(before: Standing, after: Standing, hold: Hold | None, at: datetime, *, again: bool = False) -> Notice | None:
    """What the operator must be told of this look: each thing once, a lasting failure once a week.

    again: the same was held, and let go, within the day before. Where two servers take turns, one with the lists and
    one without, the operator hears of it and of its end once; then no more until it has been held for a day, or the
    page was well for one.
    """
    if after.outcome != "cannot-tell":
        settled = before.held and after.outcome == "changed"
        return Notice.RECOVERED if before.told_failing_at or settled else None
    told, began = before.told_failing_at, after.failing_since or at
    if after.held and again and hold and at - hold.since < AGREEING_TIME and not was_told_blind(before):
        return None
    first, was_blind = hold is not None and hold.looks == 1, was_told_blind(before)
    if after.held and (told is None or first or was_blind):
        heard_of_it = was_blind and not first and not again  # of what is held again, they heard that it had passed
        return Notice.STILL_HELD if heard_of_it else Notice.HELD
    if told is not None and told >= began:
        still = Notice.STILL_HELD if after.held else Notice.STILL_FAILING
        return still if abs(at - told) >= REMIND else None
    if after.failures >= LOOKS_TO_ALARM or at - began >= BLIND_TO_ALARM:
        return Notice.FAILING
    return None


def was_told_blind(standing: Standing) -> bool:
    """Whether the operator believes that the page cannot be read."""
    told, began = standing.told_failing_at, standing.failing_since
    return not standing.held and told is not None and began is not None and told >= began
