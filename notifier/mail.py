"""A letter to one recipient as the bytes that SMTP carries. Pure: the same inputs give the same bytes."""

from __future__ import annotations

import email.policy
import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.utils import format_datetime, formataddr, parseaddr
from urllib.parse import quote

from notifier.address import wire_address
from notifier.letter import Letter, as_html, as_text
from notifier.wording import ZONE, Language, plain
from notifier.wording.parts import PROSE_LIMIT
from records.errors import DeliveryError
from records.forms import search_key

_POLICY = email.policy.SMTP
_SUBJECT_LIMIT = 200
_LONG_WORD = 30


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: address as configured ("Bevaka <bevaka@example.org>"); operator is a bare address, or None."""

    address: str
    operator: str | None = None

    @property
    def bare(self) -> str:
        """The address alone, for the envelope."""
        return parseaddr(self.address)[1]

    @property
    def domain(self) -> str:
        """What Message-IDs and list ids end with."""
        return self.bare.rpartition("@")[2] or "localhost"


@dataclass(frozen=True, slots=True)
class Mail:
    """A finished message, as the outbox keeps it. kind: "alert", "digest", "failing", …; page is None where many."""

    message_id: str
    recipient: str
    kind: str
    subject: str
    content: bytes
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Envelope:
    """Everything of a mail that is not its body.

    identity: the same parts give the same Message-ID for one recipient. page: whose thread and list it belongs to, None
    for a mail about several pages. listed: sent to subscribers, who can leave.
    """

    kind: str
    subject: str
    identity: tuple[str, ...]
    at: datetime
    page: str | None = None
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished message without its recipient: what is the same for everybody is made once."""

    envelope: Envelope
    sender: Sender
    subject: str
    rest: bytes

    def to(self, recipient: str) -> Mail:
        """The message for one recipient."""
        envelope = self.envelope
        message_id = mail_id(envelope, recipient, self.sender)
        head = _lines(("To", _shown_address(recipient)), ("Message-ID", message_id))
        return Mail(message_id, recipient, envelope.kind, self.subject, head + self.rest, envelope.page)


def draft(envelope: Envelope, letter: Letter, sender: Sender) -> Draft:
    """The letter with every header that all its recipients share.

    Headers are written by email.header and not by EmailMessage, whose folding loses spaces between encoded words in
    Python 3.11 and, kept from folding, makes words longer than RFC 2047 allows.
    """
    subject = subject_of(envelope)
    content_type, body = _body(letter)
    head = _lines(
        ("From", formataddr((plain(parseaddr(sender.address)[0]), _shown_address(sender.bare)), "utf-8")),
        ("Subject", Header(subject, None if subject.isascii() else "utf-8", header_name="Subject").encode()),
        ("Date", format_datetime(envelope.at.astimezone(ZONE))),
        *_thread(envelope.page, sender),
        *([("Reply-To", _shown_address(sender.operator))] if sender.operator else []),
        ("List-Id", f"<{_slug(envelope.page)}.bevaka.{sender.domain}>"),
        *_way_out(envelope, letter.language, sender),
        ("Auto-Submitted", "auto-generated"),
        ("Content-Language", letter.language),
        ("MIME-Version", "1.0"),
        ("Content-Type", content_type),
    )
    return Draft(envelope, sender, subject, head + b"\r\n" + body)


def _shown_address(address: str) -> str:
    """The address in a header. What is no address is made harmless: sending will fail for this recipient alone."""
    try:
        return wire_address(address)
    except DeliveryError:
        return Header(plain(address), "utf-8").encode()


def _lines(*headers: tuple[str, str]) -> bytes:
    return "".join(f"{name}: {value}\n" for name, value in headers).replace("\n", "\r\n").encode("ascii")


def _thread(page: str | None, sender: Sender) -> list[tuple[str, str]]:
    """All mails about a page refer to one message that is never sent, so that programs show them as one thread."""
    if page is None:
        return []
    root = _id(("thread", page), sender)
    return [("In-Reply-To", root), ("References", root)]


def _body(letter: Letter) -> tuple[str, bytes]:
    """Text and HTML as one multipart/alternative: its content type, and its bytes."""
    parts = {"plain": as_text(letter), "html": as_html(letter)}
    boundary = "=_" + hashlib.sha256("\0".join(parts.values()).encode()).hexdigest()[:40]
    written = b"".join(f"--{boundary}\r\n".encode() + _part(kind, text) for kind, text in parts.items())
    return f'multipart/alternative; boundary="{boundary}"', written + f"--{boundary}--\r\n".encode()


def _part(kind: str, text: str) -> bytes:
    part = EmailMessage(_POLICY)
    part.set_content(text, subtype=kind, charset="utf-8", cte="quoted-printable")
    del part["MIME-Version"]
    return part.as_bytes() + b"\r\n"  # this line end belongs to the boundary that follows


def subject_of(envelope: Envelope) -> str:
    """The subject as it is sent: one line of at most 200 characters."""
    return plain(envelope.subject, _SUBJECT_LIMIT)


def mail_id(envelope: Envelope, recipient: str, sender: Sender) -> str:
    """The Message-ID of this envelope's mail to a recipient, the same whenever it is made."""
    return _id((envelope.kind, envelope.page or "", *envelope.identity, recipient), sender)


def _way_out(envelope: Envelope, language: Language, sender: Sender) -> list[tuple[str, str]]:
    """A mailto: link to the person who can end a subscription, in the reader's language."""
    if not envelope.listed:
        return []
    subject = " ".join(filter(None, ("Avregistrera" if language == "sv" else "Unsubscribe", envelope.page)))
    address = f"mailto:{quote(sender.operator or sender.bare, safe='@')}?subject={quote(subject)}"
    return [("List-Unsubscribe", f"<{address}>")]


def page_name(page: str) -> str:
    """A page's name as a subject begins with it: "Kronoberg"."""
    shown = plain(page, 40)
    return shown[:1].upper() + shown[1:]


def subject_line(page: str, headline: str, others: int) -> str:
    """ "Kronoberg: … (+2)" in at most 200 characters; the headline gives way, never the count."""
    start, more = f"{page_name(page)}: ", f" (+{others})" if others else ""
    return start + _cut(plain(headline, PROSE_LIMIT), _SUBJECT_LIMIT - len(start) - len(more)) + more


def _cut(text: str, limit: int) -> str:
    """The text in at most so many characters, cut between two words unless the last one is very long."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    words = head.rpartition(" ")[0]
    return (words if len(words) > limit - _LONG_WORD else head).rstrip(" ,(") + "…"


def _id(parts: tuple[str, ...], sender: Sender) -> str:
    return f"<{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:40]}@{sender.domain}>"


def _slug(page: str | None) -> str:
    return re.sub(r"[^a-z0-9]+", "-", search_key(page or "")).strip("-") or "alla"
