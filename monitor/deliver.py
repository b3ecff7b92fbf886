"""Story two: send what is unsent, mark what was sent."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from monitor.clock import Clock, go_on
from monitor.routes import Routes
from records.errors import DeliveryError
from storage.messages import Outgoing, QueuedMessage
from storage.store import Store

FIRST_RETRY = timedelta(minutes=2)
LONGEST_RETRY = timedelta(hours=6)
A_LITTLE = timedelta(seconds=1)
PATIENCE = timedelta(days=5)
TRIES = 5
"""A recipient that has been refusing for so long, at so many tries ("try later"), is given up, as mail servers do.
While the whole route is closed nobody is given up."""
ROUND = 500
"""How many messages are taken out at a time."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """sent: messages that this round handed over; failed: those whose turn had come, and that it did not."""

    sent: int = 0
    failed: int = 0

    def __add__(self, other: Delivered) -> Delivered:
        return Delivered(self.sent + other.sent, self.failed + other.failed)


class Deliverer:
    """Empties the outbox. undeliverable: gives the notice to the operator of a message that is given up, if any."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        connect: Callable[[], Routes],
        undeliverable: Callable[[QueuedMessage, str, datetime], Sequence[Outgoing]],
    ) -> None:
        self._store = store
        self._clock = clock
        self._connect = connect
        self._undeliverable = undeliverable

    def deliver(self, only: Sequence[int] | None = None) -> Delivered:
        """Send what is due, or only the messages named. One recipient's failure does not stop the others.

            claim the outbox | take what is due | send each | mark each

        After a crash between sending and marking, one message is sent again under the same Message-ID. A closed route
        is tried once: the other messages on it wait until its next try. With a message whose time has come go all to
        the same reader, oldest first; a try before a message's own time that fails leaves it as it was. Does nothing
        while another process delivers. Raises Stopping between two messages once the program is asked to stop.
        """
        sent = failed = 0
        with self._store.claim_outbox() as mine:
            if not mine:
                return Delivered()
            tried: set[int] = set()
            closed: dict[str, _Closed] = {}
            with self._connect() as routes:
                while batch := self._take(tried, only):
                    for message in batch:
                        go_on(self._clock)
                        tried.add(message.id)
                        route = routes.of(message.recipient)
                        if route in closed:
                            closed[route].waiting.append(message)
                            failed += 1
                        elif self._send(routes, message, closed):
                            sent += 1
                        else:
                            failed += 1
                    self._put_off(closed)
        return Delivered(sent, failed)

    def _take(self, tried: set[int], only: Sequence[int] | None) -> list[QueuedMessage]:
        due = self._store.due(self._clock.now(), ROUND + len(tried), only=only)
        return [each for each in due if each.id not in tried]

    def _send(self, routes: Routes, message: QueuedMessage, closed: dict[str, _Closed]) -> bool:
        try:
            routes.send(message.recipient, message.content)
        except DeliveryError as problem:
            now = self._clock.now()
            if problem.route:
                closed[routes.of(message.recipient)] = _Closed(str(problem), message.id, [message])
            elif problem.permanent or (_is_due(message, now) and _is_lasting(message, now)):
                notice = self._undeliverable(message, str(problem), now)
                self._store.undeliverable(message.id, str(problem), notice)
            elif _is_due(message, now):
                self._store.failed([message.id], str(problem), now + backoff(message))
            return False
        self._store.sent(message.id, self._clock.now())
        return True

    def _put_off(self, closed: dict[str, _Closed]) -> None:
        now = self._clock.now()
        for each in closed.values():
            if theirs := [message for message in each.waiting if _is_due(message, now)]:
                again = now + min(map(backoff, theirs))
                tried = [message.id for message in theirs if message.id == each.tried]
                others = [message.id for message in theirs if message.id != each.tried]
                self._store.failed(others, each.why, again - A_LITTLE)
                self._store.failed(tried, each.why, again)
            each.waiting.clear()


@dataclass(frozen=True, slots=True)
class _Closed:
    """A route that is closed in this round: why, the id of the message that met it, and all that wait for it.

    Those whose time had come are tried again as soon as the one with the fewest tries would be: an old backlog delays
    no new alert. The one that was tried comes a little later, so that the next try is another one's.
    """

    why: str
    tried: int
    waiting: list[QueuedMessage] = field(default_factory=list)


def _is_due(message: QueuedMessage, now: datetime) -> bool:
    """Whether its own time has come; else it goes with another one to the same reader."""
    return message.next_attempt is not None and message.next_attempt <= now


def _is_lasting(message: QueuedMessage, now: datetime) -> bool:
    """Whether a refusal has lasted: tries count as well, since days alone may be those of a clock that is ahead."""
    return message.attempts + 1 >= TRIES and now - message.created_at >= PATIENCE


def backoff(message: QueuedMessage) -> timedelta:
    """The time from a failed try to the next: 2 minutes, doubling up to 6 hours, and up to a fifth more.

    The extra part is derived from the message's id and number of tries, so it is the same whenever it is computed.
    """
    delay = min(FIRST_RETRY * (1 << min(message.attempts, 10)), LONGEST_RETRY)
    seed = hashlib.sha256(f"{message.message_id} {message.attempts}".encode()).digest()
    return delay * (1 + 0.2 * seed[0] / 255)
