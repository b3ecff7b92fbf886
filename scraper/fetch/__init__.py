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

from records.outcome import CannotTell, Reason
from scraper.fetch.address import check_address
from scraper.fetch.answers import Answer, Download, EndOfFetch, NotModified, Refused, Reply, Validators, refusal_of
from scraper.fetch.body import Limits, download, read_body
from scraper.fetch.media import never_a_page, no_page
from scraper.fetch.redirects import MAX_REDIRECTS, next_address
from scraper.fetch.roads import Roads
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
        self._clock = clock
        self._roads = Roads(transport)
        self._headers = httpx.Headers(
            {
                "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1",
                "Accept-Encoding": "gzip",
                "Connection": "keep-alive",
                "User-Agent": settings.user_agent,
                "Accept-Language": "sv,en;q=0.5",
                "Cache-Control": "no-cache",
            }
        )
        self._sockets: dict[str, Any] = {}  # by origin, so that a look which must end can be ended
        self._watchdog = Watchdog(self._sockets)
        self._connecting = False  # whether the present try began a connection of its own

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._roads.close()
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
        left, first = 2, True  # tries over connections of their own
        while True:
            self._connecting = False
            try:
                return self._follow(url, validators, until, want)
            except EndOfFetch as refused:
                return refused.why
            except httpx.TimeoutException as error:
                return CannotTell(Reason.UNREACHABLE, _unreachable(error))
            except (httpx.TransportError, httpx.InvalidURL, UnicodeError) as error:
                if self._clock() >= until:
                    return CannotTell(Reason.UNREACHABLE, f"timeout: no answer within {self._settings.deadline:g} s")
                # A kept connection may have been closed meanwhile, which says nothing of the server.
                left -= self._connecting or not first
                if not left:
                    return CannotTell(Reason.UNREACHABLE, _unreachable(error))
                first = False

    def _follow(self, url: str, validators: Validators | None, until: float, want: _Want) -> Answer | Download:
        at = url
        cookies = httpx.Cookies()  # those of one look must not influence the next
        for left in range(MAX_REDIRECTS, -1, -1):
            request, origin = self._request(at, cookies, validators, until), _origin(at)
            with self._watchdog.over(origin, until - self._clock()):
                response = self._roads.to(origin).handle_request(request)
                try:
                    head = _head(url, at, response)
                    location = head.headers.get("location")
                    if head.status not in _REDIRECTS or not location:
                        return self._answer(head, response, bool(validators), until, want)
                finally:
                    response.close()
            try:
                at = _next(at, location, same_site=want == "page", may_follow=bool(left))
            except EndOfFetch as refused:
                return Refused(refused.why, replace(head, cut=refused.cut))
            response.request = request  # whose cookies they are
            cookies.extract_cookies(response)
        raise AssertionError("the last redirect is refused")

    def _request(self, at: str, cookies: httpx.Cookies, validators: Validators | None, until: float) -> httpx.Request:
        left = until - self._clock()
        if left <= 0:
            raise EndOfFetch(Reason.UNREACHABLE, f"timeout: no answer within {self._settings.deadline:g} s")
        timeout = httpx.Timeout(min(self._settings.read_timeout, left), connect=min(_CONNECT_SECONDS, left))

        def trace(event: str, info: Mapping[str, Any]) -> None:
            self._connecting |= event == "connection.connect_tcp.started"
            if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
                self._sockets[_origin(at)] = info["return_value"].get_extra_info("socket")

        extensions = {"timeout": timeout.as_dict(), "trace": trace}
        request = httpx.Request("GET", at, headers=self._headers, cookies=cookies, extensions=extensions)
        if validators and validators.etag:
            request.headers["If-None-Match"] = validators.etag
        if validators and validators.last_modified:
            request.headers["If-Modified-Since"] = validators.last_modified
        if request.url.userinfo:
            shown = httpx.BasicAuth(request.url.username, request.url.password)
            request = next(shown.sync_auth_flow(request))
        return request

    def _answer(
        self, head: Reply, response: httpx.Response, asked_since: bool, until: float, want: _Want
    ) -> Answer | Download:
        if head.status == 304 and asked_since:
            return NotModified(head.requested, head.url, head.headers)
        why = None if want == "text" else refused_by_status(head.status, head.headers)
        limits = Limits(until, self._settings.deadline, self._settings.max_bytes, self._clock)
        if want == "file":
            return why or download(head, response, limits)
        if want == "page" and why is None and (why := never_a_page(head.headers)):
            return Refused(why, replace(head, cut="unspecified"))  # not even read
        body, broken = read_body(head, response, limits)
        reply = replace(head, body=body, cut=broken.cut if broken else None)
        why = why or (broken.why if broken else None)
        return Refused(why, reply) if why else reply


def _next(at: str, location: str, *, same_site: bool, may_follow: bool) -> str:
    """Where the redirect leads; EndOfFetch also for what httpx could not send a request to."""
    to = next_address(at, location, same_site=same_site, may_follow=may_follow)
    try:
        httpx.URL(to)
    except httpx.InvalidURL as error:
        raise EndOfFetch(Reason.REDIRECTED_AWAY, f"redirected to what is no web address ({error})") from error
    return to


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
