"""One sample of every kind of mail, about an invented change, for `bevaka alerts test`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from monitor.routes import Transport
from notifier.digest import Watched, digest_message, quiet_message
from notifier.mail import Mail, Sender
from notifier.message import Alert, change_messages
from notifier.operator import (
    Blindness,
    HeldBack,
    Life,
    Operator,
    Sight,
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
from notifier.subscription import Subscriber
from notifier.wording import Language
from records.diff import diff
from records.errors import DeliveryError
from records.outcome import Reason
from records.page import Collaboration, PageRecord, Representative

PAGE, URL = "exempel", "https://example.org/internationella-samarbeten/"


def _record(name: str, updated: date) -> PageRecord:
    seats = (Representative(name, "M", "ledamot"), Representative("Robert Provsson", "S", "ledamot"))
    organ = Collaboration("Påhittade samarbetet", "PS", representatives=seats)
    return PageRecord("Internationella samarbeten (påhittat exempel)", updated, collaborations=(organ,))


def sample_mails(email: str, language: Language, sender: Sender, at: datetime) -> list[Mail]:
    """An alert, a digest, a quiet week, and every mail that an operator can get."""
    before, after = _record("Rut Exempelsson", date(2022, 9, 9)), _record("Testa Testsson", date(2022, 9, 9))
    changes = diff(before, after)
    week = at - timedelta(days=7)
    alert = Alert(PAGE, URL, changes, before, after, at, at, week, 0)
    reader = Subscriber(email=email, language=language)
    operator = Operator(email, language)
    watched = [Watched(PAGE, URL, at)]
    blind = Blindness(PAGE, URL, Reason.UNREACHABLE, "connection refused", 3, week, week, at)
    held = HeldBack(PAGE, URL, Reason.IMPLAUSIBLE, "påhittat", changes, before, after, at, at)
    waited = replace(blind, reason=held.reason, detail=held.detail, last_good_at=at)
    lost = Undelivered(1, "ingen@example.org", "Exempel", 1, "550 5.1.1 no such user", at)
    life = Life(week, at, 90, 1, 0, at, 1, 0, 0, None, (Sight(PAGE, URL, at),))
    digest = digest_message([alert], watched, reader, sender, at=at)
    return [
        *change_messages(alert, [reader], sender),
        *([digest] if digest else []),
        quiet_message(watched, reader, sender, since=week, at=at),
        failing_message(blind, operator, sender),
        still_failing_message(blind, operator, sender),
        recovered_message(blind, operator, sender),
        held_message(held, operator, sender),
        released_message(waited, operator, sender, HoldEnd.ACCEPTED),
        undeliverable_message(lost, operator, sender),
        life_message(life, operator, sender),
    ]


def send(mails: Iterable[Mail], transport: Transport) -> list[tuple[str, bool, str]]:
    """Send them: (kind, whether it was taken, the server's words) of each. Stops where the route is closed."""
    results = []
    for mail in mails:
        try:
            results.append((mail.kind, True, transport.send(mail.recipient, mail.content)))
        except DeliveryError as problem:
            results.append((mail.kind, False, str(problem)))
            if problem.route:  # the others would meet the same, and each its own time-out
                break
    return results
