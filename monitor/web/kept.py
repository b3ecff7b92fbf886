"""Answers are kept and given again as long as they hold; ETag, 304, HEAD and gzip for all of them.

An answer depends on its address, the language, the media type asked for, the time, and the database. It is kept for the
minute and until the next commit; where it says what it was made of (its ground), for the day and until a commit that
touches that, so that a look at one page does not throw away the answers about all others.
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

from monitor.web.accepting import weights
from monitor.web.exposure import Limits
from monitor.web.problems import language_of
from records.errors import StorageError
from storage.freshness import Ground

_TOO_LARGE_TO_KEEP = 1_000_000
_TOO_SMALL_TO_PACK = 400
_HOW_TIGHTLY = 4  # half the time of 6, for a twelfth more bytes
_PACKED = ("text/", "application/json", "application/problem+json", "application/atom+xml", "image/svg")
_LONGEST = 300.0
"""Seconds after which an answer is made anew even if nothing touched its ground: a program of another version may write
without saying so."""
GROUND = "bevaka.ground"
"""The key of an ASGI scope under which a route puts what its answer was made of: a list of at most one Ground."""
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


@dataclass(slots=True)
class _Entry:
    """An answer, the mark under which it was last known to hold, and when it was made."""

    answer: Answer
    mark: str
    ground: Ground | None
    stamp: str
    made: float


class Kept:
    """Collects what the inner application answers, keeps it while it holds, and sends what is wanted.

    look: the database's mark (another text after any commit), and the stamp of a ground (another text after a commit
    that touched it). waits: looking takes so long that nobody else is to wait for it.
    """

    def __init__(
        self, inner: ASGIApp, look: Callable[[Ground | None], tuple[str, str]], limits: Limits, *, waits: bool
    ) -> None:
        self._inner, self._look, self._limits, self._waits = inner, look, limits, waits
        self._entries: OrderedDict[Key, _Entry] = OrderedDict()
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
        answer = await self._still_good(key) or await self._made(key, scope, receive)
        await _send(answer, request, send)

    async def _still_good(self, key: Key) -> Answer | None:
        """The kept answer, if it holds. The database is asked at most once in limits.fresh seconds."""
        entry = self._entries.get(key)
        now = time.monotonic()
        if entry is None:
            return None
        if entry.mark != self._known or now - self._asked >= self._limits.fresh:
            mark, stamp = await self._ask(entry.ground)
            untouched = entry.ground is not None and stamp == entry.stamp and now - entry.made < _LONGEST
            if mark is None or (mark != entry.mark and not untouched):
                return None
            entry.mark = mark
        if key in self._entries:
            self._entries.move_to_end(key)
        return entry.answer

    async def _ask(self, ground: Ground | None) -> tuple[str | None, str]:
        self._asked = time.monotonic()
        try:
            looked = await to_thread.run_sync(self._look, ground) if self._waits else self._look(ground)
            self._known, stamp = looked
        except StorageError:
            self._known, stamp = None, ""
        return self._known, stamp

    async def _made(self, key: Key, scope: Scope, receive: Receive) -> Answer:
        """A new answer; kept only if nothing was committed while it was made and its ground was looked at."""
        before, _ = await self._ask(None)
        grounds: list[Ground] = []
        answer = await self._asked_for({**scope, "method": "GET", GROUND: grounds}, receive)
        if before is not None and self._is_worth_keeping(answer):
            ground = grounds[-1] if grounds else None
            after, stamp = await self._ask(ground)
            if after == before:
                self._keep(key, _Entry(answer, before, ground, stamp, time.monotonic()))
        return answer

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

    def _is_worth_keeping(self, answer: Answer) -> bool:
        passing = any(name == b"set-cookie" or value == b"no-store" for name, value in answer.headers)
        return answer.status == 200 and not passing and answer.size <= min(_TOO_LARGE_TO_KEEP, self._limits.kept)

    def _keep(self, key: Key, entry: _Entry) -> None:
        self._drop(key)
        self._entries[key] = entry
        self._size += _room(key, entry)
        while self._size > self._limits.kept:
            self._drop(next(iter(self._entries)))

    def _drop(self, key: Key) -> None:
        gone = self._entries.pop(key, None)
        self._size -= _room(key, gone) if gone else 0


def _room(key: Key, entry: _Entry) -> int:
    """Bytes that an answer takes up, with what was asked for: that is a stranger's to choose."""
    return entry.answer.size + sum(map(len, key))


def _answer(start: Message, body: bytes) -> Answer:
    headers = [(name, value) for name, value in start["headers"] if name != b"content-length"]
    kind = Headers(raw=headers).get("content-type", "")
    worth_packing = kind.startswith(_PACKED) and _TOO_SMALL_TO_PACK < len(body) <= _TOO_LARGE_TO_KEEP
    packed = gzip.compress(body, _HOW_TIGHTLY, mtime=0) if worth_packing else None
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
        if answer.packed is not None and _takes_gzip(request.headers.get("accept-encoding", "")):
            headers["content-encoding"] = "gzip"
            body = answer.packed
        headers["content-length"] = str(len(body))
    await send({"type": "http.response.start", "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": b"" if request.method == "HEAD" else body})


def _takes_gzip(header: str) -> bool:
    said = weights(header)
    return said.get("gzip", said.get("x-gzip", said.get("*", 0.0))) > 0


def _has(wanted: str, etag: str) -> bool:
    return wanted.strip() == "*" or etag.removeprefix("W/") in (
        each.strip().removeprefix("W/") for each in wanted.split(",")
    )
