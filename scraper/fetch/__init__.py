"""From an address to bytes, or the reason why not: the only door to httpx (DESIGN §4).

    ask | follow redirects | look at the status | read within the limits | unpack | is it a page at all?

A refusal carries what was read of the answer, as evidence only. Everything has a limit: the whole look (a server that
drips bytes never exceeds a timeout per read), bytes on the wire and after unpacking (a zip bomb is stopped at the
limit, not after it), and redirects.
"""

from __future__ import annotations

import socket
import ssl
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Literal, Self
from urllib.parse import urlsplit

# httpx imports its own command line, and with it rich, click and pygments, at every cold start. None makes that import
# fail, which httpx allows for.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]

import httpx
import truststore

from records.outcome import CannotTell, Reason
from scraper.fetch.address import check_address
from scraper.fetch.answers import Answer, Download, EndOfFetch, NotModified, Refused, Reply, Validators, refusal_of
from scraper.fetch.body import Limits, download, read_body
from scraper.fetch.media import never_a_page, no_page
from scraper.fetch.redirects import MAX_REDIRECTS, next_address
from scraper.fetch.watchdog import Watchdog
from scraper.status import refused_by_status

__all__ = [
    "Answer",
    "Download",
    "FetchSettings",
    "Fetcher",
    "NotModified",
    "Refused",
    "Reply",
    "Validators",
    "refusal_of",
    "user_agent",
]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CONNECT_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """deadline: seconds for one look, redirects and body included. max_bytes: of the body, after unpacking."""

    user_agent: str = "Bevaka (+https://example.org)"
    deadline: float = 60.0
    read_timeout: float = 20.0
    max_bytes: int = 10 * 2**20


_Want = Literal["page", "text", "file"]


def user_agent(version: str, contact: str | None = None) -> str:
    """The User-Agent: the project and whom to contact, so that a webmaster can ask us to stop."""
    return f"Bevaka/{version} (+{contact})" if contact else f"Bevaka/{version}"


class Fetcher:
    """with Fetcher(settings) as fetcher: fetcher.get(url). Connections are kept while it is open; one per thread.

    transport: the seam for tests, any httpx transport. clock: seconds that only grow.
    """

    def __init__(
        self,
        settings: FetchSettings,
        transport: httpx.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._transport = transport
        self._clock = clock
        self._opened: httpx.Client | None = None
        self._sockets: dict[str, Any] = {}  # by origin, so that a look which must end can be ended
        self._watchdog = Watchdog(self._sockets)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        self._watchdog.close()
        self._watchdog = Watchdog(self._sockets)
        self._sockets.clear()

    def get(self, url: str, validators: Validators | None = None) -> Answer:
        """The page at url. With validators a server may say that nothing has changed; without, it is a full look.

        Raises UsageError for an address that is none (not http or https, no host).
        """
        answer = self._get(url, validators, "page")
        assert not isinstance(answer, Download)
        if isinstance(answer, Reply) and (why := no_page(answer)):
            return Refused(CannotTell(Reason.NOT_HTML, why), answer)
        return answer

    def text(self, url: str) -> Reply | CannotTell:
        """Any text at url with any status, such as robots.txt; redirects may lead anywhere."""
        answer = self._get(url, None, "text")
        assert not isinstance(answer, Download | NotModified)
        return answer.why if isinstance(answer, Refused) else answer

    def file(self, url: str, validators: Validators | None = None) -> Download | NotModified | CannotTell:
        """A linked file at url; redirects may lead anywhere. A web page in its place is refused."""
        answer = self._get(url, validators, "file")
        assert not isinstance(answer, Reply)
        return answer.why if isinstance(answer, Refused) else answer

    def _get(self, url: str, validators: Validators | None, want: _Want) -> Answer | Download:
        check_address(url)
        until = self._clock() + self._settings.deadline
        for last in (False, True):
            try:
                return self._follow(url, validators, until, want)
            except EndOfFetch as refused:
                return refused.why
            except httpx.TimeoutException as error:
                return CannotTell(Reason.UNREACHABLE, _unreachable(error))
            except (httpx.TransportError, httpx.InvalidURL, UnicodeError) as error:
                # Once more, for a kept connection may have been closed meanwhile, and no further.
                if self._clock() >= until:
                    return CannotTell(Reason.UNREACHABLE, f"timeout: no answer within {self._settings.deadline:g} s")
                if last:
                    return CannotTell(Reason.UNREACHABLE, _unreachable(error))
        raise AssertionError("the second try always answers")

    def _follow(self, url: str, validators: Validators | None, until: float, want: _Want) -> Answer | Download:
        at = url
        client = self._client()
        client.cookies.clear()  # those of one look must not influence the next
        for left in range(MAX_REDIRECTS, -1, -1):
            request = self._request(client, at, validators, until)
            with self._watchdog.over(_origin(at), until - self._clock()):
                response = _send(client, request)
                try:
                    location = response.headers.get("location")
                    if response.status_code not in _REDIRECTS or not location:
                        return self._answer(url, at, response, bool(validators), until, want)
                finally:
                    response.close()
            try:
                to = next_address(at, location, same_site=want == "page", may_follow=bool(left))
            except EndOfFetch as refused:
                return Refused(refused.why, replace(_head(url, at, response), cut=refused.cut))
            at = to
        raise AssertionError("the last redirect is refused")

    def _client(self) -> httpx.Client:
        if self._opened is None:
            self._opened = httpx.Client(
                transport=self._transport,
                verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
                headers={
                    "User-Agent": self._settings.user_agent,
                    "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1",
                    "Accept-Language": "sv,en;q=0.5",
                    "Accept-Encoding": "gzip",
                    "Cache-Control": "no-cache",
                },
            )
        return self._opened

    def _request(self, client: httpx.Client, at: str, validators: Validators | None, until: float) -> httpx.Request:
        left = until - self._clock()
        if left <= 0:
            raise EndOfFetch(Reason.UNREACHABLE, f"timeout: no answer within {self._settings.deadline:g} s")
        headers = {}
        if validators and validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators and validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
        timeout = httpx.Timeout(min(self._settings.read_timeout, left), connect=min(_CONNECT_SECONDS, left))

        def trace(event: str, info: Mapping[str, Any]) -> None:
            if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
                self._sockets[_origin(at)] = info["return_value"].get_extra_info("socket")

        return client.build_request("GET", at, headers=headers, timeout=timeout, extensions={"trace": trace})

    def _answer(
        self, url: str, at: str, response: httpx.Response, asked_since: bool, until: float, want: _Want
    ) -> Answer | Download:
        reply = _head(url, at, response)
        if reply.status == 304 and asked_since:
            return NotModified(url, at, reply.headers)
        why = None if want == "text" else refused_by_status(reply.status, reply.headers)
        limits = Limits(until, self._settings.deadline, self._settings.max_bytes, self._clock)
        if want == "file":
            return why or download(reply, response, limits)
        if want == "page" and why is None and (why := never_a_page(reply.headers)):
            return Refused(why, replace(reply, cut="unspecified"))  # not even read
        body, broken = read_body(reply, response, limits)
        reply = replace(reply, body=body, cut=broken.cut if broken else None)
        why = why or (broken.why if broken else None)
        return Refused(why, reply) if why else reply


def _send(client: httpx.Client, request: httpx.Request) -> httpx.Response:
    """The answer without its body. httpx parses a Location before we can; one that it cannot use counts as none."""
    try:
        return client.send(request, stream=True)
    except httpx.InvalidURL as error:
        raise EndOfFetch(Reason.REDIRECTED_AWAY, f"redirected to what is no web address ({error})") from error


def _head(url: str, at: str, response: httpx.Response) -> Reply:
    """An answer without its body."""
    return Reply(url, at, response.status_code, {name.lower(): value for name, value in response.headers.items()})


def _origin(url: str) -> str:
    return "://".join(urlsplit(url)[:2])


def _unreachable(error: BaseException) -> str:
    """Tells dns, connect, tls and timeout apart by the error at the bottom."""
    chain: list[BaseException] = []
    below: BaseException | None = error
    while below is not None and below not in chain:
        chain.append(below)
        below = below.__cause__ or below.__context__
    if isinstance(error, httpx.TimeoutException):
        return "timeout: no " + ("connection" if isinstance(error, httpx.ConnectTimeout) else "answer") + " in time"
    if any(isinstance(e, socket.gaierror) for e in chain):
        return f"dns: the host name is not known ({chain[0]})"
    if any(isinstance(e, ssl.SSLError) for e in chain):
        return f"tls: {chain[0]}"
    return f"connect: {chain[0]}"
