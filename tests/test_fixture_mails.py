"""Every kept change can be told, and the mails kept beside them are what a reader gets."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from notifier.letter import WIDTH
from notifier.message import Alert
from notifier.subscription import Subscriber
from notifier.wording import Language
from records.codec import change_set_from_json, record_from_json
from records.diff import diff
from records.page import PageRecord
from tests.alerts import alert, mail_of
from tests.mailbox import Received

FIXTURES = Path(__file__).parents[1] / "fixtures"
CHANGES = sorted((FIXTURES / "changes").glob("*/changes.json"))


def told(what: Alert, language: Language) -> Received | None:
    mail = mail_of(what, Subscriber("lasare@example.org", language=language))
    return Received("", "", mail.content) if mail else None


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("golden", CHANGES, ids=lambda path: path.parent.name)
def test_every_kept_change_can_be_told(golden: Path, language: Language) -> None:
    """A mail of 72 columns with nothing missing in it, or none where nothing changed."""
    changes = change_set_from_json(json.loads(golden.read_text("utf-8")))
    mail = told(replace(alert(), changes=changes, before=None), language)
    assert (mail is not None) == bool(changes)
    if mail is not None:
        assert all(len(line) <= WIDTH or "://" in line for line in mail.text.splitlines())
        assert "None" not in mail.subject + mail.text
        assert "()" not in mail.subject + mail.text


def page(name: str) -> PageRecord:
    return record_from_json(json.loads((FIXTURES / "pages" / name / "record.json").read_text("utf-8")))


def test_the_real_pages_first_change_as_a_mail() -> None:
    """From the older capture to that of 2022, as a Swedish reader would have got it."""
    before, after = page("kronoberg-older"), page("kronoberg-2022")
    mail = told(replace(alert(), changes=diff(before, after), before=before, after=after), "sv")
    assert mail is not None
    golden = FIXTURES / "changes" / "kronoberg-older-to-2022" / "mail.sv.txt"
    assert f"Subject: {mail.subject}\n\n{mail.text}" == golden.read_text("utf-8")
