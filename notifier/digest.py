"""The daily or weekly mail of everything since the last one, and the one that says that nothing changed. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from notifier.letter import Chapter, Fact, Letter
from notifier.mail import Envelope, Mail, Sender, page_name, subject_line
from notifier.message import Alert, links, reader_closing, when_seen, written_for
from notifier.phrases import PHRASES
from notifier.subscription import Subscriber
from notifier.wording import Language, headline, moment, names_of, plain
from notifier.wording.report import changes_report
from records.changes import ChangeSet


@dataclass(frozen=True, slots=True)
class Watched:
    """A page, and when a look last could tell how it stands; None for never."""

    page: str
    page_url: str
    verified_at: datetime | None


def digest_message(
    alerts: Iterable[Alert], watched: Iterable[Watched], subscriber: Subscriber, sender: Sender, *, at: datetime
) -> Mail | None:
    """One mail of all these alerts, oldest first; None where none of them concerns this subscriber.

    watched: when each page was last verified; pages that no alert is about are passed over.
    """
    kept = [
        (alert, reader, changes)
        for alert in alerts
        if (reader := subscriber.on(alert.page)) and (changes := alert.concerning(reader))
    ]
    if not kept:
        return None
    language = subscriber.language
    words = PHRASES[language]
    pages = list(dict.fromkeys(alert.page for alert, _, _ in kept))
    one_page = pages[0] if len(pages) == 1 else None
    total = ChangeSet(tuple(each for alert, reader, _ in kept for each in alert.headlined(reader).changes))
    counted = words.changes(len(total.changes))
    if one_page is not None:
        names = names_of(*(record for alert, _, _ in kept for record in (alert.before, alert.after)))
        subject = subject_line(one_page, *headline(total, language, names))
        title = words.digest_title.format(count=counted, where=page_name(one_page))
    else:
        subject = title = words.digest_title.format(
            count=counted, where=words.pages([page_name(each) for each in pages])
        )
    known = {each.page: each for each in watched}
    for alert, _, _ in reversed(
        kept
    ):  # of a page that is not watched any more, the last that is told was verified last
        known.setdefault(alert.page, Watched(alert.page, alert.page_url, alert.verified_at))
    letter = Letter(
        title=title,
        language=language,
        chapters=tuple(
            Chapter(
                changes_report(changes, language, alert.names),
                f"{page_name(alert.page)}, {moment(alert.detected_at, language)}",
                (*when_seen(alert, language), *links(alert, language)),
            )
            for alert, _, changes in kept
        ),
        facts=tuple(_verified(known[each], language) for each in pages),
        closing=reader_closing(one_page, language, sender),
    )
    identity = tuple(str(alert.change_set_id) for alert, _, _ in kept)
    envelope = Envelope("digest", subject, (*identity, at.isoformat()), at, one_page)
    return written_for(subscriber, envelope, letter, sender).to(subscriber.recipient)


def quiet_message(
    watched: Iterable[Watched], subscriber: Subscriber, sender: Sender, *, since: datetime, at: datetime
) -> Mail:
    """The mail that says that nothing has changed since then, and when each page was last verified.

    Of a page that was not verified since then nobody knows, so that no more is said than that nothing was seen.
    """
    language = subscriber.language
    words = PHRASES[language]
    followed = [each for each in watched if subscriber.follows(each.page)]
    blind = any(each.verified_at is None or each.verified_at <= since for each in followed)
    alone = followed[0].page if len(followed) == 1 else None
    leads = (words.quiet_lead_one, words.blind_lead_one) if alone else (words.quiet_lead, words.blind_lead)
    title = (words.nothing_seen if blind else words.nothing_changed).format(since=moment(since, language))
    letter = Letter(
        title=title,
        language=language,
        lead=(leads[blind],),
        facts=tuple(_verified(each, language) for each in followed),
        closing=reader_closing(alone, language, sender),
    )
    envelope = Envelope("quiet", title, (since.isoformat(), at.isoformat()), at)
    return written_for(subscriber, envelope, letter, sender).to(subscriber.recipient)


def _verified(watched: Watched, language: Language) -> Fact:
    words = PHRASES[language]
    said = words.never_verified
    if watched.verified_at is not None:
        said = words.last_verified.format(when=moment(watched.verified_at, language))
    return Fact(page_name(watched.page), said, plain(watched.page_url, 2000))
