"""docs/mails.md shows every kind of mail as it is sent, and the kill table is in docs/kill-points.md."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.samples import sample_mails
from notifier.mail import Mail
from tests.alerts import SENDER
from tests.mailbox import Received

DOCUMENT = Path(__file__).parent.parent / "docs" / "mails.md"
MAILS = sample_mails("namn@example.org", "sv", SENDER, datetime(2022, 10, 10, 5, tzinfo=UTC))


def section(mail: Mail) -> str:
    """One mail as the document shows it."""
    got = Received(SENDER.bare, mail.recipient, mail.content)
    return f"## {mail.kind}\n\n```text\nSubject: {got.subject}\n\n{got.text.rstrip()}\n```\n"


@pytest.mark.parametrize("mail", MAILS, ids=lambda mail: mail.kind)
def test_a_mail_is_documented_as_it_is_sent(mail: Mail) -> None:
    """Letter by letter, subject included."""
    assert section(mail) in DOCUMENT.read_text("utf-8")
