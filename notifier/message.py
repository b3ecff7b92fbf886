"""From a set of changes to the mail that tells one subscriber of it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from notifier.letter import Chapter, Fact, Letter
from notifier.mail import Draft, Envelope, Mail, Sender, draft, page_name, subject_line
from notifier.note import Note, note
from notifier.phrases import PHRASES
from notifier.subscription import Former, Subscriber, relevant
from notifier.wording import Language, Names, day, headline, moment, names_of, plain, quoted
from notifier.wording.report import changes_report
from records.came_or_went import with_seats
from records.changes import ChangeSet
from records.page import PageRecord


@dataclass(frozen=True, slots=True)
class Alert:
    """One confirmed set of changes of one page.

    page is its name, before and after the records around the change. detected_at: the look that found it (of held
    changes the first held look). verified_at: the look that confirmed it. last_seen_before: the last look that saw
    the old state. All times aware. history_url: where a reader finds the page's history, if anywhere. former: of the
    page's collaborations.
    """

    page: str
    page_url: str
    changes: ChangeSet
    before: PageRecord | None
    after: PageRecord
    detected_at: datetime
    verified_at: datetime
    last_seen_before: datetime | None
    change_set_id: int
    history_url: str | None = None
    former: Former = ()

    @property
    def names(self) -> Names:
        """How this page's collaborations are called."""
        return names_of(self.before, self.after)

    @property
    def whole(self) -> ChangeSet:
        """What there is to tell: the changes, and who sits in a collaboration that came or went."""
        return with_seats(self.changes, self.before, self.after)

    def headlined(self, subscriber: Subscriber) -> ChangeSet:
        """What the subject is about: the changes that the subscriber asked for; seats only where there are none."""
        own = relevant(self.changes, subscriber, self.names, self.former)
        return own or self.concerning(subscriber)

    def concerning(self, subscriber: Subscriber) -> ChangeSet:
        """Of all that there is to tell, what the subscriber asked for."""
        return relevant(self.whole, subscriber, self.names, self.former)


def change_messages(
    alert: Alert, subscribers: Iterable[Subscriber], sender: Sender, *, at: datetime | None = None
) -> list[Mail]:
    """One mail to each subscriber who asked for something in it. Who asked for the same gets the same body.

    at: when it is written, where that is not the look that confirmed the change.
    """
    made: dict[tuple[object, ...], Draft | Note | None] = {}
    mails = []
    for subscriber in subscribers:
        reader = subscriber.on(alert.page)
        if reader is None:
            continue
        rules = (reader.url is None, reader.language, reader.kinds, reader.collaborations, reader.people, reader.also)
        if rules not in made:
            changes = alert.concerning(reader)
            made[rules] = _written(alert, changes, reader, sender, at or alert.verified_at) if changes else None
        written = made[rules]
        if written is not None:
            mails.append(written.to(reader.recipient))
    return mails


def interested(alert: Alert, subscribers: Iterable[Subscriber]) -> list[Subscriber]:
    """The subscribers who asked for something in the alert."""
    found = []
    for subscriber in subscribers:
        reader = subscriber.on(alert.page)
        if reader is not None and alert.concerning(reader):
            found.append(subscriber)
    return found


def _written(alert: Alert, changes: ChangeSet, subscriber: Subscriber, sender: Sender, at: datetime) -> Draft | Note:
    language = subscriber.language
    envelope = Envelope(
        kind="alert",
        subject=subject_line(alert.page, *headline(alert.headlined(subscriber), language, alert.names)),
        identity=(str(alert.change_set_id), alert.detected_at.isoformat()),
        at=at,
        page=alert.page,
    )
    return written_for(subscriber, envelope, change_letter(alert, changes, language, sender), sender)


def written_for(subscriber: Subscriber, envelope: Envelope, letter: Letter, sender: Sender) -> Draft | Note:
    """A mail for a mail address, a short note for any other channel."""
    return note(envelope, letter, sender) if subscriber.url else draft(envelope, letter, sender)


def change_letter(alert: Alert, changes: ChangeSet, language: Language, sender: Sender) -> Letter:
    """What the mail says. changes: those of the alert's that the reader asked for."""
    words = PHRASES[language]
    title = plain(alert.after.title or "")
    return Letter(
        title=words.page_changed.format(title=quoted(title, language), page=page_name(alert.page))
        if title
        else words.untitled_page_changed.format(page=page_name(alert.page)),
        language=language,
        chapters=(Chapter(changes_report(changes, language, alert.names)),),
        facts=(*when_seen(alert, language), verified_fact(alert.verified_at, language), *links(alert, language)),
        closing=reader_closing(alert.page, language, sender),
    )


def when_seen(alert: Alert, language: Language) -> tuple[Fact, ...]:
    """The page's own date, the last sight of the old state, and the first of the new one."""
    words = PHRASES[language]
    own = alert.after.last_updated
    facts = [Fact(words.own_date, day(own, language) if own else words.no_date)]
    if alert.last_seen_before is not None:
        facts.append(Fact(words.last_seen_before, moment(alert.last_seen_before, language)))
    return (*facts, Fact(words.detected, moment(alert.detected_at, language)))


def verified_fact(at: datetime, language: Language) -> Fact:
    """When a look last confirmed what the mail says."""
    return Fact(PHRASES[language].verified, moment(at, language))


def links(alert: Alert, language: Language) -> tuple[Fact, ...]:
    """To the page, and to its history where that has an address."""
    words = PHRASES[language]
    page_url = plain(alert.page_url, 2000)
    facts = (Fact(words.page, page_url, page_url),)
    return (*facts, Fact(words.history, alert.history_url, alert.history_url)) if alert.history_url else facts


def reader_closing(page: str | None, language: Language, sender: Sender) -> tuple[str, ...]:
    """Why the reader gets this, and how to stop it."""
    words = PHRASES[language]
    why = words.why_page.format(page=page_name(page)) if page else words.why_all
    return (why, words.stop.format(operator=sender.operator or sender.bare))
