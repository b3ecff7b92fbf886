"""The server process: one socket, uvicorn, until it is told to stop."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable
from http import HTTPStatus

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from monitor.app import App
from monitor.web.exposure import exposure_of
from monitor.web.guard import HEADERS, turn_away
from monitor.web.problems import PROBLEM, details
from monitor.web.site import make_site
from records.errors import UsageError

CONNECTIONS = 200
PATIENCE = 10
"""Seconds that a connection may be without a question, and that a question may take to arrive. A reader may stand still
in the middle of an answer for three times as long: the kernel takes the bytes of a slow line in lumps."""
_AT_ONCE = struct.pack("ii", 1, 0)
LONGEST_HEAD = 1_500_000
"""Bytes of an address and its headers. Up to here, too long a request gets our answer; a longer one is cut off."""


def serve(app: App, host: str, port: int, *, say: Callable[[str], None], unguarded: bool = False) -> None:
    """Show the history at host and port (0: a free one) until interrupted. say hears the address once it can be opened.

    UsageError where the address cannot be had, or can be reached from outside with no token.
    """
    exposure = exposure_of(host, app.config.web.address, app.config.web.token, unguarded=unguarded)
    site = make_site(app, exposure)
    with _listening(host, port) as listener:
        shown = f"[{host}]" if ":" in host else host
        say(f"http://{shown}:{listener.getsockname()[1]}/")
        try:
            uvicorn.Server(settings(site)).run(sockets=[listener])
        except KeyboardInterrupt:  # it was told to stop, and has stopped
            return


def settings(site: ASGIApp, patience: int = PATIENCE) -> uvicorn.Config:
    """How the server treats its connections."""
    return uvicorn.Config(
        site,
        http=_Protocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_keep_alive=patience,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=LONGEST_HEAD,
    )


class _Protocol(H11Protocol):
    """What the server answers by itself, as the site would: it never comes as far."""

    _hurry: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > CONNECTIONS:
            self.app = turn_away
        self._wait_for_a_question()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._wait_for_a_question()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._wait_no_more()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._see_it_read(None)

    def _see_it_read(self, left: int | None) -> None:
        """Until the answer has gone out; of one that nobody takes a byte of in time the rest is dropped.

        left: bytes that had not gone out at the last look.
        """
        waiting = self.transport.get_write_buffer_size()
        if waiting and waiting == left:
            line = self.transport.get_extra_info("socket")
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)  # else the kernel goes on trying
            self.transport.abort()
        elif waiting:
            self.loop.call_later(3 * self.timeout_keep_alive, self._see_it_read, waiting)

    def _wait_for_a_question(self) -> None:
        """uvicorn itself waits for ever for the end of one that has begun, and for the first."""
        if self.conn.their_state is not h11.IDLE:
            self._wait_no_more()
        elif self._hurry is None:
            self._hurry = self.loop.call_later(self.timeout_keep_alive, self._say, 408, "no question came in time")

    def _wait_no_more(self) -> None:
        if self._hurry is not None:
            self._hurry.cancel()
            self._hurry = None

    def send_400_response(self, msg: str) -> None:
        self._say(400, msg)

    def _say(self, status: int, detail: str) -> None:
        body = details(status, detail, "").encode()
        own = {"content-type": PROBLEM, "content-length": str(len(body)), "connection": "close"}
        head = "".join(f"{name}: {value}\r\n" for name, value in {**own, **HEADERS}.items())
        self.transport.write(f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n{head}\r\n".encode("ascii") + body)
        self.transport.close()


def _listening(host: str, port: int) -> socket.socket:
    if not 0 <= port <= 65535:
        raise UsageError(f"there is no port {port}; choose one up to 65535 with --port")
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listener = socket.create_server(address[:2], family=family, backlog=256)
        # Inherited by each connection: asyncio asks for it only where it made the socket itself. Without it an answer
        # in two parts waits 40 ms for the other side's acknowledgement.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as problem:
        raise UsageError(
            f"{host} port {port} cannot be listened on ({problem.strerror}); choose another with --host, --port"
        ) from None
