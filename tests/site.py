"""A real web server on loopback, with verbs: what the site does next is one call."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the server saw it; header names in lower case."""

    path: str
    headers: dict[str, str] = field(default_factory=dict)


Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """with Site() as site: site.shows("<html>…"); fetch(site.url); site.requests

    Every verb takes path=: for that path alone; without it the verb holds for every path that has none of its own.
    robots.txt is 404 unless told otherwise.
    """

    def __init__(self) -> None:
        self.requests: list[Asked] = []
        self._answers: dict[str | None, Answer] = {}
        self._stop = threading.Event()
        self._asked = threading.Condition()
        self.answers(404, "nothing here", path=None)
        self.answers(404, "", path="/robots.txt")

    def __enter__(self) -> Self:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # else every answer on a kept connection waits 40 ms for an acknowledgement

            def do_GET(self) -> None:
                with site._asked:
                    site.requests.append(Asked(self.path, {k.lower(): v for k, v in self.headers.items()}))
                    site._asked.notify_all()
                answer = site._answers.get(self.path.partition("?")[0]) or site._answers[None]
                with contextlib.suppress(OSError):  # the other side may hang up at any time
                    answer(self)

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self) -> str:
        return self.root + "/sida"

    def waits_for(self, enough: Callable[[list[Asked]], bool]) -> None:
        """Until the requests so far are enough."""
        with self._asked:
            assert self._asked.wait_for(lambda: enough(self.requests), timeout=60), self.requests

    def shows(
        self,
        body: str | bytes,
        content_type: str | None = HTML,
        headers: Mapping[str, str] | None = None,
        path: str | None = None,
    ) -> None:
        """200 with this body."""
        named = {} if content_type is None else {"Content-Type": content_type}
        self.answers(200, body, {**named, **(headers or {})}, path)

    def answers(
        self, status: int, body: str | bytes = b"", headers: Mapping[str, str] | None = None, path: str | None = None
    ) -> None:
        """This status, body and no other headers than these (and Content-Length)."""
        data = body.encode() if isinstance(body, str) else body

        def answer(to: BaseHTTPRequestHandler) -> None:
            to.send_response(status)
            for name, value in (headers or {}).items():
                to.send_header(name, value)
            if status != 304:
                to.send_header("Content-Length", str(len(data)))
            to.end_headers()
            to.wfile.write(data)

        self._answers[path] = answer

    def shows_in_turns(self, bodies: Sequence[str], path: str | None = None) -> None:
        """One body after another, the last one for good: several servers behind one address."""
        left = list(bodies)

        def answer(to: BaseHTTPRequestHandler) -> None:
            self.shows(left.pop(0) if len(left) > 1 else left[0], path=path)
            shown = self._answers[path]
            self._answers[path] = answer
            shown(to)

        self._answers[path] = answer

    def makes(self, body: Callable[[], bytes], content_type: str, path: str | None = None) -> None:
        """200 with a body that is made anew for every request."""

        def answer(to: BaseHTTPRequestHandler) -> None:
            data = body()
            _begin(to, {"Content-Type": content_type, "Content-Length": str(len(data))})
            to.wfile.write(data)

        self._answers[path] = answer

    def fails(self, status: int = 503, path: str | None = None) -> None:
        """An error page."""
        self.answers(status, "<html><body>Fel</body></html>", {"Content-Type": HTML}, path)

    def redirects(self, to: str, status: int = 302, path: str | None = None) -> None:
        self.answers(status, b"", {"Location": to}, path)

    def validates(self, body: str, etag: str, path: str | None = None) -> None:
        """200 with an ETag, and 304 to whoever sends it back."""
        data = body.encode()

        def answer(to: BaseHTTPRequestHandler) -> None:
            same = to.headers.get("If-None-Match") == etag
            to.send_response(304 if same else 200)
            to.send_header("ETag", etag)
            to.send_header("Content-Type", HTML)
            if not same:
                to.send_header("Content-Length", str(len(data)))
            to.end_headers()
            to.wfile.write(b"" if same else data)

        self._answers[path] = answer

    def drips(self, body: bytes = b"<html>", every: float = 0.05, path: str | None = None) -> None:
        """Sends its body, then a byte now and then for ever."""

        def answer(to: BaseHTTPRequestHandler) -> None:
            _begin(to, {"Content-Type": HTML, "Content-Length": "1000000"})
            to.wfile.write(body)
            while not self._stop.wait(every):
                to.wfile.write(b" ")

        self._answers[path] = answer

    def drips_headers(self, every: float = 0.05, path: str | None = None) -> None:
        """Never gets to the end of its headers."""

        def answer(to: BaseHTTPRequestHandler) -> None:
            to.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while not self._stop.wait(every):
                to.wfile.write(b"a")

        self._answers[path] = answer

    def hangs(self, path: str | None = None) -> None:
        """Takes the request and never answers, until it is let go."""
        self._answers[path] = lambda to: self._hold(to)

    def lets_go(self) -> None:
        """Hangs up on everybody who is kept waiting, now and later."""
        self._stop.set()

    def _hold(self, to: BaseHTTPRequestHandler) -> None:
        self._stop.wait(30)
        to.close_connection = True

    def hangs_up(self, times: int = 10**9, then: str = "", path: str | None = None) -> None:
        """Resets the connection this many times, then shows a page."""
        left = [times]

        def answer(to: BaseHTTPRequestHandler) -> None:
            if left[0] <= 0:
                self.shows(then, path=path)
                self._answers[path](to)
                return
            left[0] -= 1
            to.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            to.close_connection = True
            to.connection.close()

        self._answers[path] = answer

    def cuts_after(self, count: int, body: str | bytes, path: str | None = None) -> None:
        """Declares the whole body, sends so many bytes, and hangs up."""
        data = body.encode() if isinstance(body, str) else body

        def answer(to: BaseHTTPRequestHandler) -> None:
            _begin(to, {"Content-Type": HTML, "Content-Length": str(len(data))})
            to.wfile.write(data[:count])
            to.close_connection = True

        self._answers[path] = answer

    def kills(self, process: int, body: str, *, request: int = 1, sent: int = 0, path: str | None = None) -> None:
        """Shows a page, and ends the client with SIGKILL at its so manyeth request, after so many bytes of the body."""
        data = body.encode()
        asked = itertools.count(1)

        def answer(to: BaseHTTPRequestHandler) -> None:
            _begin(to, {"Content-Type": HTML, "Content-Length": str(len(data))})
            if next(asked) != request:
                to.wfile.write(data)
                return
            to.wfile.write(data[:sent])
            os.kill(process, signal.SIGKILL)
            to.close_connection = True

        self._answers[path] = answer

    def chunks(self, *parts: bytes, finished: bool = True, path: str | None = None) -> None:
        """A chunked answer, with its last chunk or without."""

        def answer(to: BaseHTTPRequestHandler) -> None:
            _begin(to, {"Content-Type": HTML, "Transfer-Encoding": "chunked"})
            for part in parts:
                to.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            if finished:
                to.wfile.write(b"0\r\n\r\n")
            to.close_connection = True

        self._answers[path] = answer

    def zips(self, body: str | bytes, cut: int | None = None, path: str | None = None) -> None:
        """A gzip answer, whole or only its first bytes (with a Content-Length that agrees)."""
        data = body.encode() if isinstance(body, str) else body
        packer = zlib.compressobj(wbits=31)
        packed = (packer.compress(data) + packer.flush())[:cut]
        self.answers(200, packed, {"Content-Type": HTML, "Content-Encoding": "gzip"}, path)

    def bombs(self, megabytes: int = 100, path: str | None = None) -> None:
        """A small gzip body that grows to this many megabytes."""
        packer = zlib.compressobj(wbits=31)
        block = b" " * 2**20
        packed = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
        self.answers(200, packed, {"Content-Type": HTML, "Content-Encoding": "gzip"}, path)

    def floods(self, path: str | None = None) -> None:
        """Chunks of a page without end."""

        def answer(to: BaseHTTPRequestHandler) -> None:
            _begin(to, {"Content-Type": HTML, "Transfer-Encoding": "chunked"})
            until = time.monotonic() + 30
            while not self._stop.is_set() and time.monotonic() < until:
                to.wfile.write(b"10000\r\n" + b"<p>x</p>" * 8192 + b"\r\n")

        self._answers[path] = answer


def _begin(to: BaseHTTPRequestHandler, headers: Mapping[str, str]) -> None:
    to.send_response(200)
    for name, value in headers.items():
        to.send_header(name, value)
    to.end_headers()
