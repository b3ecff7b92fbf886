"""Story two: send what is unsent, mark what was sent."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from monitor.clock import Clock
from records.errors import DeliveryError
from storage.memory import Outgoing, QueuedMessage
from storage.store import Store

FIRST_RETRY = timedelta(minutes=2)
LONGEST_RETRY = timedelta(hours=6)
ROUND = 500
"""How many messages are taken out at a time."""


class Transport(Protocol):
    """One open road to recipients: an SMTP connection, or a channel. Raises DeliveryError."""

    def send(self, recipient: str, content: bytes) -> str: ...


@dataclass(frozen=True, slots=True)
class Delivered:
    """sent: messages that this round handed over; failed: tries that did not succeed."""

    sent: int = 0
    failed: int = 0


class Deliverer:
    """Empties the outbox. undeliverable turns a given-up message into the operator's notice, or nothing."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        connect: Callable[[], AbstractContextManager[Transport]],
        undeliverable: Callable[[QueuedMessage, str, datetime], Sequence[Outgoing]],
    ) -> None:
        self._store = store
        self._clock = clock
        self._connect = connect
        self._undeliverable = undeliverable

    def deliver(self, only: Sequence[int] | None = None) -> Delivered:
        """Sends what is due (or only the messages named), one recipient's failure never another's.

            claim the outbox | take what is due | send each | mark each

        A crash between sending and marking sends one message again, under the same Message-ID. Where another process
        is delivering, it is left to that one.
        """
        sent = failed = 0
        with self._store.claim_outbox() as mine:
            if not mine:
                return Delivered()
            tried: set[int] = set()
            while batch := self._take(tried, only):
                with self._connect() as transport:
                    for message in batch:
                        tried.add(message.id)
                        if self._send(transport, message):
                            sent += 1
                        else:
                            failed += 1
        return Delivered(sent, failed)

    def _take(self, tried: set[int], only: Sequence[int] | None) -> list[QueuedMessage]:
        due = self._store.due(self._clock.now(), ROUND + len(tried))
        return [each for each in due if each.id not in tried and (only is None or each.id in only)]

    def _send(self, transport: Transport, message: QueuedMessage) -> bool:
        try:
            transport.send(message.recipient, message.content)
        except DeliveryError as problem:
            now = self._clock.now()
            if problem.permanent:
                notice = self._undeliverable(message, str(problem), now)
                self._store.undeliverable(message.id, str(problem), notice)
            else:
                self._store.failed([message.id], str(problem), now + backoff(message))
            return False
        self._store.sent(message.id, self._clock.now())
        return True


def backoff(message: QueuedMessage) -> timedelta:
    """How long after a failed try the next one comes: 2 minutes, doubling up to 6 hours, up to a fifth more by chance.

    The chance is drawn from the message's own id and number of tries, so that it needs no generator.
    """
    delay = min(FIRST_RETRY * (1 << min(message.attempts, 10)), LONGEST_RETRY)
    seed = hashlib.sha256(f"{message.message_id} {message.attempts}".encode()).digest()
    return delay * (1 + 0.2 * seed[0] / 255)
