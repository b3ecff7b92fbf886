"""Messages on their way, as frozen values: most looks have none.

All times are aware and in UTC, kept to the whole second.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be queued. content is sent byte for byte. kind: "alert", "digest", "failing", …"""

    message_id: str
    recipient: str
    kind: str
    subject: str
    content: bytes
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Postponed:
    """A change to be told later. content: as its writer reads it; readers: (recipient, "daily" | "weekly")."""

    page: str
    content: str
    readers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One postponed change for one reader. id: of this item; change: of what is kept once for all its readers."""

    id: int
    change: int
    recipient: str
    slot: str


class MessageState(StrEnum):
    """Where a message is, by its JSON name."""

    QUEUED = "queued"
    SENT = "sent"
    UNDELIVERABLE = "undeliverable"


@dataclass(frozen=True, slots=True)
class QueuedMessage:
    """A message in the outbox. attempts: tries so far whose time had come, and one that succeeded.

    next_attempt is None once it is not queued.
    """

    id: int
    message_id: str
    recipient: str
    kind: str
    subject: str
    content: bytes
    page: str | None
    state: MessageState
    attempts: int
    next_attempt: datetime | None
    last_error: str | None
    created_at: datetime


Told = Sequence[Outgoing | Postponed]
"""What a look has to tell: now, or later."""
