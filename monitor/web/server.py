"""The server process: one socket, uvicorn, until it is told to stop."""

from __future__ import annotations

import socket
from asyncio import Transport
from collections.abc import Callable

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


def settings(site: ASGIApp) -> uvicorn.Config:
    """How the server treats its connections."""
    return uvicorn.Config(
        site,
        http=_Protocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_keep_alive=10,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=LONGEST_HEAD,
    )


class _Protocol(H11Protocol):
    """What the server answers by itself, as the site would: it never comes as far."""

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > CONNECTIONS:
            self.app = turn_away

    def send_400_response(self, msg: str) -> None:
        body = details(400, msg, "").encode()
        own = {"content-type": PROBLEM, "content-length": str(len(body)), "connection": "close"}
        head = "".join(f"{name}: {value}\r\n" for name, value in {**own, **HEADERS}.items())
        self.transport.write(f"HTTP/1.1 400 Bad Request\r\n{head}\r\n".encode("ascii") + body)
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
