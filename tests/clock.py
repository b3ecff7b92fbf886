"""The fake clock: time passes only when a test says so, or when the code under test waits."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """Starts on Monday 3 October 2022 at 06:00 UTC."""

    def __init__(self, start: datetime = datetime(2022, 10, 3, 6, tzinfo=UTC)) -> None:
        self._now = start
        self.slept: list[float] = []
        self._meanwhile: Callable[[], None] | None = None

    def now(self) -> datetime:
        return self._now

    def sleep(self, seconds: float) -> None:
        """Waiting moves the clock, and takes no real time."""
        self.slept.append(seconds)
        self._now += timedelta(seconds=seconds)
        if self._meanwhile is not None:
            self._meanwhile()

    def sleep_does(self, meanwhile: Callable[[], None]) -> None:
        """What happens in the world while the code under test waits."""
        self._meanwhile = meanwhile

    def later(self, **amount: float) -> datetime:
        self._now += timedelta(**amount)
        return self._now
