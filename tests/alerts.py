"""Changes and alerts to write mails about: the real page's collaborations, and what was invented to happen to them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from notifier.mail import Mail, Sender
from notifier.message import Alert, change_messages
from notifier.subscription import Subscriber
from records.changes import Change, ChangeKind, ChangeSet
from records.page import Collaboration, PageRecord

ERB = "Euroregion Baltic"
SBHSS = "Småland Blekinge Halland South Sweden"
ENERGY = "Energy Cities"
NAMES = {ERB: "ERB", SBHSS: "SBHSS", ENERGY: ENERGY}
URL = "https://www.regionkronoberg.se/om-region-kronoberg/internationella-samarbeten/"
RECORD = PageRecord(
    "Internationella samarbeten",
    last_updated=date(2022, 9, 9),
    collaborations=(Collaboration(ERB, "ERB"), Collaboration(SBHSS, "SBHSS"), Collaboration(ENERGY)),
)
SENDER = Sender("Bevaka <bevaka@example.org>", "drift@example.org")
LED = "Organisationen leds av en styrelse och sammanträder tre gånger per år."

Json = dict[str, Any]


def seat(name: str, party: str | None = "M", role: str | None = "ledamot", **more: str) -> Json:
    return {"name": name, "party": party, "role": role, **more}


def official(name: str, title: str | None = "regional utvecklingsdirektör", body: str | None = "chefsgruppen") -> Json:
    return {"name": name, "title": title, "body": body}


def contact(
    name: str,
    title: str | None = "Samordnare för internationella frågor",
    phone: str | None = None,
    email: str | None = None,
) -> Json:
    return {"name": name, "title": title, "phone": phone, "email": email}


def document(label: str, url: str = "https://www.regionkronoberg.se/contentassets/plan.pdf") -> Json:
    return {"label": label, "url": url, "format": "pdf"}


def change(kind: str, collaboration: str | None, before: Any, after: Any) -> Change:
    """A change as diff gives it: its subject is the name as it stands after, before when removed."""
    value = after if after is not None else before
    subject = (value.get("name") or value.get("label")) if isinstance(value, dict) else None
    if kind in ("text_changed", "homepage_changed", "title_changed"):
        subject = None
    return Change(ChangeKind(kind), collaboration, subject, before, after)


GUSTBEE, TESTSSON = seat("Roland Gustbée"), seat("Testa Testsson")
REPLACED = change("representative_replaced", ERB, GUSTBEE, TESTSSON)
CHAIR = change("role_changed", SBHSS, seat("Bo Frank"), seat("Bo Frank", role="ordförande"))
KALININGRAD = change("member_organisation_removed", ERB, {"name": "Kaliningrad län", "country": "RU"}, None)
PLAN = change(
    "document_changed",
    None,
    document("Handlingsplan för internationellt arbete 2022"),
    document("Handlingsplan för internationellt arbete 2023"),
)
TEXT = change("text_changed", ERB, {"text": LED}, {"text": LED.replace("tre", "fyra")})
DATE = change("last_updated_changed", None, "2022-09-09", "2022-10-04")
COORDINATOR = change(
    "contact_added", None, None, contact("Ylva Provsson", phone="0470-58 80 00", email="ylva@example.org")
)


def alert(*changes: Change, page: str = "kronoberg", number: int = 7, day: int = 4, **flags: bool) -> Alert:
    """An alert of 4 October 2022 at eight in the morning in Stockholm."""
    return Alert(
        page=page,
        page_url=URL,
        changes=ChangeSet(changes, **flags),
        before=RECORD,
        after=RECORD,
        detected_at=datetime(2022, 10, day, 6, 0, tzinfo=UTC),
        verified_at=datetime(2022, 10, day, 6, 0, 20, tzinfo=UTC),
        last_seen_before=datetime(2022, 10, day - 1, 16, 0, tzinfo=UTC),
        change_set_id=number,
        history_url="https://bevaka.example.org/pages/kronoberg",
    )


def mail_of(alert: Alert, subscriber: Subscriber, sender: Sender = SENDER) -> Mail | None:
    """The mail of this alert to this subscriber; None where nothing of it is for them."""
    return next(iter(change_messages(alert, [subscriber], sender)), None)
