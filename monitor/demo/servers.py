"""The two servers on loopback that the demo looks at and delivers to."""

from __future__ import annotations

import asyncio
import email
import email.policy
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


class WebServer:
    """A site of one page."""

    def __init__(self) -> None:
        self._status, self._body = 200, b""
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                found = self.path != "/robots.txt"
                body = site._body if found else b""
                self.send_response(site._status if found else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """The demo prints for itself."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/internationella-samarbeten/"

    def shows(self, html: str) -> None:
        self._status, self._body = 200, html.encode()

    def fails(self) -> None:
        """503, without a word."""
        self._status, self._body = 503, b""

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class MailServer:
    """A mail server that keeps the text of what it receives."""

    def __init__(self) -> None:
        self.received: list[str] = []
        self._loop = asyncio.new_event_loop()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        self.received.append(_as_text(envelope.content))
        return "250 OK"

    def __enter__(self) -> Self:
        from aiosmtpd.smtp import SMTP

        server = self._loop.create_server(lambda: SMTP(self, loop=self._loop), sock=self._socket)
        self._server = self._loop.run_until_complete(server)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def _as_text(content: bytes) -> str:
    """The headers that a reader's mail program shows, and the plain text part."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    shown = [f"{name}: {message[name]}" for name in ("From", "To", "Date", "Subject", "Message-ID") if message[name]]
    part = message.get_body(("plain",))
    text = str(part.get_content()) if part is not None else ""
    return "\n".join([*shown, "", text.replace("\r\n", "\n").rstrip()])
