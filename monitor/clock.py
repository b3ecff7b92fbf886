"""The clock, as a seam: the real one here, one that tests move in tests/clock.py."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Aware UTC now, and waiting."""

    def now(self) -> datetime: ...

    def sleep(self, seconds: float) -> None: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


class Stopping(Exception):
    """Raised out of a wait when the program is asked to stop. What was not confirmed yet is seen again next time."""


class StoppableClock:
    """A clock whose waits end with Stopping once stop is set."""

    def __init__(self, clock: Clock, stop: threading.Event) -> None:
        self._clock = clock
        self._stop = stop

    def now(self) -> datetime:
        return self._clock.now()

    def go_on(self) -> None:
        """Raises Stopping once stop is set."""
        if self._stop.is_set():
            raise Stopping

    def sleep(self, seconds: float) -> None:
        """Waits for real only under the machine's own clock; a clock that tests move is moved instead."""
        self.go_on()
        if not isinstance(self._clock, SystemClock):
            self._clock.sleep(seconds)
        elif self._stop.wait(seconds):
            raise Stopping


def go_on(clock: Clock) -> None:
    """For work without waits in between: raises Stopping where the program of this clock has been asked to stop."""
    if isinstance(clock, StoppableClock):
        clock.go_on()
