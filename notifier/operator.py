"""The mails to the one person who runs Bevaka. Readers never get any of these. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from notifier.letter import Chapter, Fact, Letter
from notifier.mail import Envelope, Mail, Sender, draft, page_name
from notifier.operator_phrases import OPERATOR_PHRASES, HoldEnd, OperatorPhrases, counted
from notifier.wording import Language, day, moment, names_of, plain
from notifier.wording.evidence import in_words
from notifier.wording.parts import PROSE_LIMIT, argument
from notifier.wording.report import changes_report
from records.came_or_went import with_seats
from records.changes import ChangeSet
from records.codec import digest
from records.outcome import Reason
from records.page import PageRecord
from records.patience import names_somebody


@dataclass(frozen=True, slots=True)
class Operator:
    """Who hears of trouble, and in which language."""

    email: str
    language: Language = "sv"


@dataclass(frozen=True, slots=True)
class Blindness:
    """A page at which the last `failures` looks could not tell, the first of them at `since`, the latest at `at`."""

    page: str
    page_url: str
    reason: Reason
    detail: str
    failures: int
    since: datetime
    last_good_at: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A change that waits for other looks, or a person, to agree; since: the first look that saw it, at: the latest.

    last_good_at: the last look that could tell. still: the operator has heard of it before.
    """

    page: str
    page_url: str
    reason: Reason
    detail: str
    changes: ChangeSet
    before: PageRecord
    after: PageRecord | None
    since: datetime
    at: datetime
    last_good_at: datetime | None = None
    still: bool = False


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A message that will not be tried again. number: its id in `bevaka alerts`; answer: the server's words."""

    number: int
    recipient: str
    subject: str
    attempts: int
    answer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sight:
    """One page in the sign of life: when it was last read, and why it cannot be read now, if so."""

    page: str
    page_url: str
    last_good_at: datetime | None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """What happened between since and at: looks by their outcome, and messages by what became of them."""

    since: datetime
    at: datetime
    unchanged: int
    changed: int
    cannot_tell: int
    last_change_at: datetime | None
    delivered: int
    queued: int
    undeliverable: int
    oldest_unsent_at: datetime | None
    pages: tuple[Sight, ...] = ()

    @property
    def looks(self) -> int:
        return self.unchanged + self.changed + self.cannot_tell


def failing_message(blind: Blindness, operator: Operator, sender: Sender) -> Mail:
    """The first mail about a page that cannot be read any more."""
    words = OPERATOR_PHRASES[operator.language]
    looks = counted(blind.failures, "look", operator.language)
    lead = (words.failing_lead.format(looks=looks), words.failing_next)
    return _blind_message("failing", words.failing_title, lead, blind, operator, sender)


def still_failing_message(blind: Blindness, operator: Operator, sender: Sender) -> Mail:
    """The weekly mail as long as it cannot."""
    words = OPERATOR_PHRASES[operator.language]
    looks = counted(blind.failures, "look", operator.language)
    days = counted((blind.at - blind.since).days, "day", operator.language)
    lead = (words.still_failing_lead.format(looks=looks, days=days), words.failing_next)
    return _blind_message("still-failing", words.still_failing_title, lead, blind, operator, sender)


def _blind_message(
    kind: str, title: str, lead: tuple[str, ...], blind: Blindness, operator: Operator, sender: Sender
) -> Mail:
    words, language = OPERATOR_PHRASES[operator.language], operator.language
    letter = Letter(
        title=title.format(page=page_name(blind.page), reason=words.reasons[blind.reason]),
        language=language,
        lead=lead,
        commands=(f"bevaka check {argument(blind.page)}",),
        facts=(
            *_why(blind.reason, blind.detail, language),
            Fact(words.since, moment(blind.since, language)),
            Fact(words.last_good, _moment_or(blind.last_good_at, words.never, language)),
            Fact(words.page, plain(blind.page_url, 2000), plain(blind.page_url, 2000)),
        ),
        closing=(words.closing,),
    )
    return _to_operator(
        kind, letter, (blind.since.isoformat(), blind.at.isoformat()), blind.at, operator, sender, blind.page
    )


def recovered_message(blind: Blindness, operator: Operator, sender: Sender) -> Mail:
    """The mail about a page that can be read again. blind: how it failed, with at as the look that could tell again."""
    words = OPERATOR_PHRASES[operator.language]
    blind = replace(blind, last_good_at=blind.at)
    return _good_again("recovered", words.recovered_title, words.recovered_lead, blind, operator, sender)


def released_message(held: Blindness, operator: Operator, sender: Sender, end: HoldEnd) -> Mail:
    """The mail that says that a change is no longer held back, and how that came about. held: how it was held."""
    words = OPERATOR_PHRASES[operator.language]
    return _good_again("released", words.released_title, words.released[end], held, operator, sender)


def _good_again(kind: str, title: str, lead: str, blind: Blindness, operator: Operator, sender: Sender) -> Mail:
    words, language = OPERATOR_PHRASES[operator.language], operator.language
    letter = Letter(
        title=title.format(page=page_name(blind.page)),
        language=language,
        lead=(lead.format(since=moment(blind.since, language)),),
        facts=(
            *_why(blind.reason, blind.detail, language),
            Fact(words.last_good, _moment_or(blind.last_good_at, words.never, language)),
            Fact(words.page, plain(blind.page_url, 2000), plain(blind.page_url, 2000)),
        ),
        closing=(words.closing,),
    )
    identity = (blind.since.isoformat(), blind.at.isoformat())
    return _to_operator(kind, letter, identity, blind.at, operator, sender, blind.page)


def held_message(held: HeldBack, operator: Operator, sender: Sender) -> Mail:
    """What would be told of a change that is held back, and the command that accepts it; sent again weekly.

    Only one message where two held states take turns; another once the page has been well in between.
    """
    words, language = OPERATOR_PHRASES[operator.language], operator.language
    names = names_of(held.before, held.after)
    changes = with_seats(held.changes, held.before, held.after)
    title = words.still_held_title if held.still else words.held_title
    letter = Letter(
        title=title.format(page=page_name(held.page), reason=words.reasons[held.reason]),
        language=language,
        lead=(words.held_lead, words.held_settles if _may_settle(held) else words.held_waits, words.held_accept),
        commands=(f"bevaka accept {argument(held.page)}",),
        chapters=(Chapter(changes_report(changes, language, names), words.held_chapter),),
        facts=(
            *_why(held.reason, held.detail, language),
            Fact(words.since, moment(held.since, language)),
            Fact(words.page, plain(held.page_url, 2000), plain(held.page_url, 2000)),
        ),
        closing=(words.closing,),
    )
    return _to_operator("held", letter, _held_identity(held), held.at, operator, sender, held.page)


def _held_identity(held: HeldBack) -> tuple[str, ...]:
    if held.at > held.since or held.last_good_at is None or held.after is None:
        return held.since.isoformat(), held.at.isoformat()
    return held.last_good_at.isoformat(), digest(held.after)


def _may_settle(held: HeldBack) -> bool:
    return held.after is not None and names_somebody(held.after, held.before)


def undeliverable_message(failed: Undelivered, operator: Operator, sender: Sender) -> Mail:
    """The mail about a message that somebody did not get."""
    words, language = OPERATOR_PHRASES[operator.language], operator.language
    letter = Letter(
        title=words.undeliverable_title.format(recipient=plain(failed.recipient)),
        language=language,
        lead=(words.undeliverable_lead, words.undeliverable_retry),
        commands=(f"bevaka alerts retry {failed.number}",),
        facts=(
            Fact(words.message, plain(failed.subject, 200)),
            Fact(words.recipient, plain(failed.recipient)),
            Fact(words.attempts, str(failed.attempts)),
            Fact(words.answer, plain(failed.answer, PROSE_LIMIT)),
        ),
        closing=(words.closing,),
    )
    return _to_operator(
        "undeliverable", letter, (str(failed.number), failed.at.isoformat()), failed.at, operator, sender
    )


def life_message(life: Life, operator: Operator, sender: Sender) -> Mail:
    """The weekly sign of life."""
    words, language = OPERATOR_PHRASES[operator.language], operator.language
    looks = counted(life.looks, "look", language)
    letter = Letter(
        title=words.life_title.format(
            looks=looks,
            changed=counted(life.changed, "change", language),
            since=day(life.since.date(), language),
        ),
        language=language,
        lead=(words.life_lead,),
        facts=(
            Fact(
                words.looks,
                words.look_counts.format(
                    looks=life.looks, unchanged=life.unchanged, changed=life.changed, cannot_tell=life.cannot_tell
                ),
            ),
            Fact(words.last_change, _moment_or(life.last_change_at, words.no_change, language)),
            Fact(
                words.mails,
                words.mail_counts.format(
                    delivered=life.delivered, queued=life.queued, undeliverable=life.undeliverable
                ),
            ),
            Fact(words.oldest_unsent, _moment_or(life.oldest_unsent_at, words.no_mail, language)),
            *(_sight(each, words, language) for each in life.pages),
        ),
        closing=(words.closing,),
    )
    return _to_operator(
        "sign-of-life", letter, (life.since.isoformat(), life.at.isoformat()), life.at, operator, sender
    )


def _sight(sight: Sight, words: OperatorPhrases, language: Language) -> Fact:
    if sight.last_good_at is None:
        said = words.unseen_yet + (f" ({words.reasons[sight.reason]})" if sight.reason else "")
    elif sight.reason is None:
        said = words.seen.format(when=moment(sight.last_good_at, language))
    else:
        said = words.unseen.format(reason=words.reasons[sight.reason], when=moment(sight.last_good_at, language))
    return Fact(page_name(sight.page), said, plain(sight.page_url, 2000))


def _why(reason: Reason, detail: str, language: Language) -> tuple[Fact, ...]:
    words = OPERATOR_PHRASES[language]
    facts = [Fact(words.reason, f"{words.reasons[reason]} ({reason.value})")]
    return (*facts, Fact(words.detail, plain(in_words(detail, language), PROSE_LIMIT))) if detail else tuple(facts)


def _moment_or(when: datetime | None, otherwise: str, language: Language) -> str:
    return moment(when, language) if when is not None else otherwise


def _to_operator(
    kind: str,
    letter: Letter,
    identity: tuple[str, ...],
    at: datetime,
    operator: Operator,
    sender: Sender,
    page: str | None = None,
) -> Mail:
    envelope = Envelope(kind, letter.title, identity, at, page, listed=False)
    return draft(envelope, letter, sender).to(operator.email)
