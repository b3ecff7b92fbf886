"""Answers that still hold are given again; ETag, 304, HEAD and gzip for all of them.

An answer depends on its address, the language, the form that was asked for, the day, and what the database holds;
so it is kept until the database has seen another commit.
"""

from __future__ import annotations

import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from monitor.web.exposure import Limits
from monitor.web.problems import language_of
from records.errors import StorageError

_TOO_LARGE_TO_KEEP = 1_000_000
_TOO_SMALL_TO_PACK = 400
_PACKED = ("text/", "application/json", "application/problem+json", "application/atom+xml", "image/svg")
NOT_KEPT = {"cache-control": "no-store"}
"""The headers of an answer that depends on the time: it is made anew for everybody."""
Key = tuple[str, bytes, str, str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. packed: its body gzipped, None where that is not worth it."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    packed: bytes | None
    etag: str

    @property
    def size(self) -> int:
        return len(self.body) + len(self.packed or b"")


class Kept:
    """Collects what the inner application answers, keeps it while mark() stays the same, and sends what is wanted."""

    def __init__(self, inner: ASGIApp, mark: Callable[[], str], limits: Limits) -> None:
        self._inner, self._mark, self._limits = inner, mark, limits
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._size = 0
        self._known: str | None = None
        self._asked = float("-inf")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        request = Request(scope)
        headers = request.headers
        asked = (headers.get("accept", ""), headers.get("host", ""))  # a feed's links may be made of the host's name
        key = (request.scope["path"], scope["query_string"], language_of(request), *asked)
        mark = await self._current_mark()
        answer = self._answers.get(key)
        if answer is None:
            answer = await self._asked_for(dict(scope, method="GET"), receive)
            if mark is not None and mark == self._known:
                self._keep(key, answer)
        await _send(answer, request, send)

    async def _current_mark(self) -> str | None:
        """The database's mark, asked for at most once in limits.fresh seconds; what is older is forgotten."""
        now = time.monotonic()
        if now - self._asked < self._limits.fresh:
            return self._known
        self._asked = now
        try:
            mark = await to_thread.run_sync(self._mark)
        except StorageError:
            mark = None
        if mark is None or mark != self._known:
            self._answers.clear()
            self._size = 0
        self._known = mark
        return mark

    async def _asked_for(self, scope: Scope, receive: Receive) -> Answer:
        start: Message = {}
        parts: list[bytes] = []

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                parts.append(message.get("body", b""))

        await self._inner(scope, receive, collect)
        return _answer(start, b"".join(parts))

    def _keep(self, key: Key, answer: Answer) -> None:
        passing = any(name == b"set-cookie" or value == b"no-store" for name, value in answer.headers)
        if answer.status != 200 or passing or answer.size > _TOO_LARGE_TO_KEEP or key in self._answers:
            return
        self._answers[key] = answer
        self._size += answer.size
        while self._size > self._limits.kept:
            self._size -= self._answers.popitem(last=False)[1].size


def _answer(start: Message, body: bytes) -> Answer:
    headers = [(name, value) for name, value in start["headers"] if name != b"content-length"]
    kind = Headers(raw=headers).get("content-type", "")
    worth_packing = kind.startswith(_PACKED) and _TOO_SMALL_TO_PACK < len(body) <= _TOO_LARGE_TO_KEEP
    packed = gzip.compress(body, 6, mtime=0) if worth_packing else None
    return Answer(start["status"], headers, body, packed, f'W/"{hashlib.sha256(body).hexdigest()[:24]}"')


async def _send(answer: Answer, request: Request, send: Send) -> None:
    status, body = answer.status, answer.body
    headers = MutableHeaders(raw=list(answer.headers))
    headers.add_vary_header("accept-encoding, accept, accept-language, cookie")
    headers.setdefault("cache-control", "private, no-cache")
    if status == 200:
        headers["etag"] = answer.etag
        if _has(request.headers.get("if-none-match", ""), answer.etag):
            status, body = 304, b""
    if status != 304:
        if answer.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            headers["content-encoding"] = "gzip"
            body = answer.packed
        headers["content-length"] = str(len(body))
    await send({"type": "http.response.start", "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": b"" if request.method == "HEAD" else body})


def _has(wanted: str, etag: str) -> bool:
    return wanted.strip() == "*" or etag.removeprefix("W/") in (
        each.strip().removeprefix("W/") for each in wanted.split(",")
    )
