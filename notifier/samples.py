"""A sample of every kind of mail, to see that mail arrives and how it looks. All of it is invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from notifier.digest import Watched, digest_message, quiet_message
from notifier.mail import Mail, Sender
from notifier.message import Alert, change_message
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
    still_failing_message,
    undeliverable_message,
)
from notifier.subscription import Subscriber
from notifier.wording import Language
from records.changes import Change, ChangeKind, ChangeSet
from records.outcome import Reason
from records.page import Collaboration, PageRecord, Representative

_PAGE, _URL = "exempel", "https://www.example.org/samarbeten/"
_ORGAN = "Exempelsamarbetet"
_WEEK = timedelta(days=7)


def samples(recipient: str, language: Language, sender: Sender, *, at: datetime) -> Iterator[Mail]:
    """One mail of each kind, readers' and operator's, to one address."""
    reader, operator = Subscriber(recipient, language=language), Operator(recipient, language)
    alert = _alert(at)
    watched = (Watched(_PAGE, _URL, at),)
    for mail in (
        change_message(alert, reader, sender),
        digest_message([alert], watched, reader, sender, at=at),
        quiet_message(watched, reader, sender, since=at - _WEEK, at=at),
    ):
        assert mail is not None
        yield mail
    blind = Blindness(_PAGE, _URL, Reason.HTTP_STATUS, "503 Service Unavailable", 3, at - _WEEK, at - _WEEK, at)
    yield failing_message(blind, operator, sender)
    yield still_failing_message(blind, operator, sender)
    yield recovered_message(blind, operator, sender)
    yield held_message(
        HeldBack(_PAGE, _URL, Reason.IMPLAUSIBLE, "1 (1)", _gone(), alert.after, None, at), operator, sender
    )
    yield undeliverable_message(Undelivered(1, recipient, "Exempel", 1, "550 5.1.1 No such user", at), operator, sender)
    yield life_message(Life(at - _WEEK, at, 65, 1, 3, at, 4, 0, 1, None, (Sight(_PAGE, _URL, at),)), operator, sender)


def _alert(at: datetime) -> Alert:
    before, after = _record("Roland Exempelsson"), _record("Testa Testsson")
    return Alert(_PAGE, _URL, _replaced(), before, after, at, at, at - timedelta(days=1), 0)


def _record(name: str) -> PageRecord:
    seats = (Representative(name, "X", "ledamot"),)
    return PageRecord(
        "Samarbeten", date(2022, 9, 9), collaborations=(Collaboration(_ORGAN, "EX", representatives=seats),)
    )


def _replaced() -> ChangeSet:
    old, new = _seat("Roland Exempelsson"), _seat("Testa Testsson")
    change = Change(ChangeKind.REPRESENTATIVE_REPLACED, _ORGAN, "Testa Testsson", old, new)
    return ChangeSet((change,), silent_edit=True)


def _gone() -> ChangeSet:
    change = Change(ChangeKind.REPRESENTATIVE_REMOVED, _ORGAN, "Testa Testsson", _seat("Testa Testsson"), None)
    return ChangeSet((change,))


def _seat(name: str) -> dict[str, str]:
    return {"name": name, "party": "X", "role": "ledamot"}
