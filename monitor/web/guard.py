"""The outermost layer: who may ask, how often and how much; and the headers that every answer carries."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from monitor.web.exposure import Exposure, Limits
from monitor.web.problems import Phrase, told

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-src 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-dns-prefetch-control": "off",
}
_CLIENTS = 10_000


def guarded(send: Send) -> Send:
    """The same, with the headers that every answer carries; what an answer says of itself stands."""

    async def send_guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return send_guarded


async def turn_away(scope: Scope, receive: Receive, send: Send) -> None:
    """The whole site for a connection for which there is no room."""
    headers = {"retry-after": "5", "connection": "close"}
    await told(Request(scope), 503, Phrase("crowded", {}), headers)(scope, receive, guarded(send))


class Guard:
    """Refuses before anything is computed: 400 wrong host, 401, 405, 413, 414, 429, 431."""

    def __init__(self, inner: ASGIApp, exposure: Exposure, limits: Limits) -> None:
        self._inner, self._exposure, self._limits = inner, exposure, limits
        self._buckets = Buckets(limits.rate, limits.burst)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return

        refusal = self._refusal(Request(scope))
        await (refusal or self._inner)(scope, receive, guarded(send))

    def _refusal(self, request: Request) -> Response | None:
        wait = self._buckets.wait(request.client.host if request.client else "")
        limits = self._limits
        if wait > 0:
            return told(request, 429, Phrase("too_often", {}), {"retry-after": str(int(wait) + 1)})
        if sum(len(name) + len(value) for name, value in request.scope["headers"]) > limits.headers:
            return told(request, 431, Phrase("long_headers", {"most": limits.headers}))
        if not self._exposure.is_for_us(request.headers.get("host", "")):
            return told(request, 400, Phrase("wrong_host", {}))
        if not self._exposure.lets_in(request.headers.get("authorization", "")):
            wanted = {"www-authenticate": 'Basic realm="Bevaka", charset="UTF-8"'}
            return told(request, 401, Phrase("token_needed", {}), wanted)
        if request.method not in ("GET", "HEAD"):
            return told(request, 405, Phrase("read_only", {}), {"allow": "GET, HEAD"})
        if request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers:
            return told(request, 413, Phrase("no_body", {}), {"connection": "close"})
        if len(request.scope["query_string"]) > limits.target or len(request.scope["path"]) > limits.target:
            return told(request, 414, Phrase("long_address", {"most": limits.target}))
        return None


class Buckets:
    """Token buckets by client: each request takes one, time fills them."""

    def __init__(self, rate: float, burst: int, now: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._now = rate, burst, now
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """0 where the client may ask now, else the seconds until it may."""
        now = self._now()
        left, at = self._left.pop(client, (float(self._burst), now))
        left = min(float(self._burst), left + (now - at) * self._rate)
        wait = 0.0 if left >= 1 else (1 - left) / self._rate
        self._left[client] = (left - 1 if wait == 0 else left, now)
        while len(self._left) > _CLIENTS:
            self._left.popitem(last=False)
        return wait
