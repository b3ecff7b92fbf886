"""A deadline for a whole look, over a socket that httpx holds."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any


class Watchdog:
    """Ends a look at its deadline by closing the socket, even while bytes drip in; a timeout per read would not.

    One thread serves many looks: it sleeps until the deadline of the look under way, and ends when there is none at
    that time. A later look's deadline is never earlier, so that it cannot be missed.
    """

    def __init__(self, sockets: Mapping[str, Any]) -> None:
        self._sockets = sockets
        self._under_way: tuple[float, str] | None = None
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._awake = False

    @contextlib.contextmanager
    def over(self, origin: str, seconds: float) -> Iterator[None]:
        """Watches one request to an origin, for so many real seconds."""
        with self._lock:
            self._under_way = (time.monotonic() + seconds, origin)
            begin, self._awake = not self._awake, True
        if begin:
            threading.Thread(target=self._watch, daemon=True, name="deadline").start()
        try:
            yield
        finally:
            self._under_way = None

    def close(self) -> None:
        self._closed.set()

    def _watch(self) -> None:
        while True:
            with self._lock:
                look = self._under_way
                if look is None or self._closed.is_set():
                    self._awake = False
                    return
            left = look[0] - time.monotonic()
            if left <= 0:
                self._end(look[1])
            self._closed.wait(max(left, 0.05))

    def _end(self, origin: str) -> None:
        with contextlib.suppress(OSError):
            if (held := self._sockets.get(origin)) is not None:
                held.shutdown(socket.SHUT_RDWR)
