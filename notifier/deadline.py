"""A limit on a whole exchange. A timeout for each read is not enough: one byte now and then keeps every read alive."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Deadline:
    """with Deadline(seconds, hang_up) as a context calls hang_up, in another thread, once the block has taken too long.

    One thread serves all blocks, however many. passed: whether the latest block ran out of time.
    """

    def __init__(self, seconds: float, hang_up: Callable[[], None]) -> None:
        self.seconds = seconds
        self.passed = False
        self._hang_up = hang_up
        self._until: float | None = None
        self._closed = threading.Event()
        self._watcher: threading.Thread | None = None

    def __enter__(self) -> None:
        self.passed = False
        self._until = time.monotonic() + self.seconds
        if self._watcher is None:
            self._watcher = threading.Thread(target=self._watch, name="deadline", daemon=True)
            self._watcher.start()

    def __exit__(self, *_: object) -> None:
        self._until = None

    def _watch(self) -> None:
        while not self._closed.wait(min(1.0, self.seconds / 8)):
            until = self._until
            if until is not None and time.monotonic() >= until:
                self.passed = True
                self._hang_up()

    def close(self) -> None:
        """Ends the thread."""
        self._closed.set()
        if self._watcher is not None:
            self._watcher.join()
