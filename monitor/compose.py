"""From what a look taught us to the messages that it causes: who hears what (DESIGN §8). Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from monitor.config import Config
from monitor.decide import Notice, was_told_blind
from monitor.postponed import alert_to_text
from notifier.digest import Watched, digest_message, quiet_message
from notifier.mail import Mail, Sender
from notifier.message import Alert, change_messages, interested
from notifier.operator import (
    Blindness,
    HeldBack,
    Life,
    Operator,
    Undelivered,
    failing_message,
    held_message,
    life_message,
    recovered_message,
    released_message,
    still_failing_message,
    undeliverable_message,
)
from notifier.operator_phrases import HoldEnd
from notifier.subscription import Former, Subscriber, reader_key, readers
from records.changes import CALLED_OTHERWISE, ChangeSet
from records.diff import diff
from records.outcome import CannotTell, Changed, Reason
from storage.messages import Outgoing, Postponed, QueuedMessage, Told
from storage.values import Hold

if TYPE_CHECKING:
    from monitor.check import News


class Composer:
    """Writes the messages of one configuration. Without a mail server nobody gets a mail.

    former: what else a page's collaborations and people have been called, asked for where a reader follows one.
    """

    def __init__(self, config: Config, former: Callable[[str], Former]) -> None:
        self._config = config
        self._former = former
        self._sender = Sender(config.sender, config.operator.email)
        self.readers = readers(each for each in config.subscribers if config.mail is not None or each.url)

    def compose(self, news: News) -> Told:
        """What the readers hear of a change, at once or later, and the operator's notice."""
        return [*self._alerts(news), *self._notices(news)]

    def _alerts(self, news: News) -> list[Outgoing | Postponed]:
        if not isinstance(news.outcome, Changed) or news.change_set_id is None:
            return []
        alert = self.alert(news)
        at_once = [each for each in self.readers if each.when == "at once"]
        later = interested(alert, (each for each in self.readers if each.when != "at once"))
        told: list[Outgoing | Postponed] = [*outgoing(change_messages(alert, at_once, self._sender, at=news.at))]
        if later:
            waiting = tuple((each.recipient, each.when) for each in later)
            told.append(Postponed(alert.page, alert_to_text(alert), waiting))
        return told

    def alert(self, news: News) -> Alert:
        """The facts of a confirmed change."""
        assert isinstance(news.outcome, Changed)
        accepted = news.state.accepted
        return Alert(
            page=news.page.name,
            page_url=news.page.url,
            changes=news.outcome.changes,
            before=news.before,
            after=news.outcome.record,
            detected_at=news.detected_at,
            verified_at=news.standing.last_good_at or news.at,
            last_seen_before=accepted.last_seen if accepted else None,
            change_set_id=news.change_set_id or 0,
            history_url=self._history_url(news),
            former=self._names_had(news.page.name, news.outcome.changes),
        )

    def _names_had(self, page: str, changes: ChangeSet) -> Former:
        """What the page's collaborations and people have been called before, and are called by these changes."""
        if not any(one.collaborations or one.people for each in self.readers for one in (each, *each.also)):
            return ()
        found = list(self._former(page))
        for each in changes.changes:
            if each.kind in CALLED_OTHERWISE and isinstance(each.before, dict) and each.subject:
                old = each.before["name"]
                once = [old, each.before.get("abbreviation"), *(name for now, name in found if now == old)]
                found += [(each.subject, name) for name in once if name and name != each.subject]
        return tuple(dict.fromkeys(found))

    def _notices(self, news: News) -> list[Outgoing]:
        """What the operator hears of this look."""
        operator = self._operator
        if operator is None or news.notice is None:
            return []
        if news.notice in (Notice.HELD, Notice.STILL_HELD):
            return outgoing([held_message(_held_back(news), operator, self._sender)])
        if news.notice is Notice.RECOVERED:
            return outgoing(self._ends(news, operator))
        write = failing_message if news.notice is Notice.FAILING else still_failing_message
        return outgoing([write(_blindness(news), operator, self._sender)])

    def _ends(self, news: News, operator: Operator) -> Iterator[Mail]:
        """Of being blind, unless a person's word is all that is new; and of a hold."""
        hold, stood = news.state.hold, news.state.standing
        if hold is None or (was_told_blind(stood) and news.standing.outcome != stood.outcome):
            yield recovered_message(_blindness(news), operator, self._sender)
        if hold is not None:
            yield released_message(_held_until_now(news, hold), operator, self._sender, _end_of_hold(news, hold))

    @property
    def _operator(self) -> Operator | None:
        operator = self._config.operator
        return Operator(operator.email, operator.language) if operator.email and self._config.mail else None

    def digest(
        self, alerts: Sequence[Alert], watched: Sequence[Watched], reader: Subscriber, at: datetime
    ) -> list[Outgoing]:
        """The mail of everything that was postponed for a reader; none where nothing of it concerns them."""
        mail = digest_message(alerts, watched, reader, self._sender, at=at)
        return outgoing([mail] if mail else [])

    def quiet(self, watched: Sequence[Watched], reader: Subscriber, since: datetime, at: datetime) -> list[Outgoing]:
        """The mail that says that nothing has changed."""
        return outgoing([quiet_message(watched, reader, self._sender, since=since, at=at)])

    def undeliverable(self, message: QueuedMessage, answer: str, at: datetime) -> Sequence[Outgoing]:
        """The operator's notice of a message that is given up; none where it was to the operator."""
        operator = self._operator
        if operator is None or reader_key(message.recipient) == reader_key(operator.email):
            return ()
        failed = Undelivered(message.id, message.recipient, message.subject, message.attempts + 1, answer, at)
        return outgoing([undeliverable_message(failed, operator, self._sender)])

    def sign_of_life(self, life: Life) -> Sequence[Outgoing]:
        """The operator's weekly mail."""
        operator = self._operator
        return outgoing([life_message(life, operator, self._sender)]) if operator else ()

    def _history_url(self, news: News) -> str | None:
        address = self._config.web.address
        return f"{address}/pages/{quote(news.page.name)}" if address else None


def _blindness(news: News) -> Blindness:
    """How a page fails; for a recovery, how it failed until now."""
    stands = news.standing if isinstance(news.outcome, CannotTell) else news.state.standing
    return Blindness(
        page=news.page.name,
        page_url=news.page.url,
        reason=stands.reason or Reason.UNREACHABLE,
        detail=stands.detail or "",
        failures=stands.failures,
        since=stands.failing_since or news.at,
        last_good_at=news.state.standing.last_good_at,
        at=news.at,
    )


def _held_until_now(news: News, hold: Hold) -> Blindness:
    """Why something was held, and since when; an outage meanwhile is none of it."""
    return Blindness(
        page=news.page.name,
        page_url=news.page.url,
        reason=hold.reason,
        detail=hold.detail,
        failures=hold.looks,
        since=hold.since,
        last_good_at=news.standing.last_good_at,
        at=news.at,
    )


def _end_of_hold(news: News, hold: Hold) -> HoldEnd:
    """Whether what was held is what readers are told of."""
    if not isinstance(news.outcome, Changed):
        return HoldEnd.UNDONE
    return HoldEnd.OVERTAKEN if diff(hold.parsed.record, news.outcome.record) else HoldEnd.ACCEPTED


def _held_back(news: News) -> HeldBack:
    assert news.hold is not None
    assert news.before is not None
    hold = news.hold
    return HeldBack(
        page=news.page.name,
        page_url=news.page.url,
        reason=hold.reason,
        detail=hold.detail,
        changes=hold.changes,
        before=news.before,
        after=hold.parsed.record,
        since=hold.since,
        at=hold.last_at,
        last_good_at=news.state.standing.last_good_at,
        still=news.notice is Notice.STILL_HELD,
    )


def outgoing(mails: Iterable[Mail]) -> list[Outgoing]:
    """Finished mails as rows to be queued."""
    return [
        Outgoing(each.message_id, each.recipient, each.kind, each.subject, each.content, each.page) for each in mails
    ]
