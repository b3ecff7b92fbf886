"""May we look at this address? robots.txt as RFC 9309 says (the only door to protego)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from records.outcome import CannotTell, Reason
from scraper.fetch.answers import Reply
from scraper.status import retry_after

if TYPE_CHECKING:
    from protego import Protego

_WHERE = "robots.txt, which must be asked first"
_FRESH = timedelta(hours=24)
_FAILED_FOR = timedelta(minutes=10)
_LONGEST = 512_000
"""Letters that are read of a file; RFC 9309 asks for 500 KiB."""


class Copies(Protocol):
    """A store of good copies that outlives the process: by site ("https://example.org") the text and until when."""

    def load(self, site: str) -> tuple[str, datetime] | None: ...

    def save(self, site: str, text: str, until: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class _Copy:
    rules: Protego | None  # None: everything is allowed, but for a failure
    until: datetime
    failure: CannotTell | None = None


class Robots:
    """fetch: gives the text at an address (Fetcher.text). now: aware times. One good copy per site for 24 hours.

    A missing file (any 4xx) allows everything. A file that cannot be fetched forbids everything, unless there is a good
    copy, which then stays in force.
    """

    def __init__(
        self,
        fetch: Callable[[str], Reply | CannotTell],
        now: Callable[[], datetime],
        agent: str = "Bevaka",
        copies: Copies | None = None,
    ) -> None:
        self._fetch = fetch
        self._now = now
        self._agent = agent
        self._kept = copies
        self._copies: dict[str, _Copy] = {}

    def refuses(self, url: str) -> CannotTell | None:
        """Why url must not be looked at; None where it may."""
        copy = self._copy(url)
        if copy.rules is None:
            return copy.failure
        if copy.rules.can_fetch(url, self._agent):
            return None
        return CannotTell(Reason.ROBOTS, "robots.txt asks us not to look at this address")

    def crawl_delay(self, url: str) -> float | None:
        """Seconds that the site wants between two looks, if it says so."""
        rules = self._copy(url).rules
        delay = rules.crawl_delay(self._agent) if rules else None
        return None if delay is None else float(delay)

    def _copy(self, url: str) -> _Copy:
        site = "://".join(urlsplit(url)[:2]).lower()
        held = self._copies.get(site) or self._kept_copy(site)
        if held is None or not self._now() < held.until <= self._now() + _FRESH:  # too fresh: a clock was set back
            held = self._ask(site, held)
        self._copies[site] = held
        return held

    def _kept_copy(self, site: str) -> _Copy | None:
        kept = self._kept.load(site) if self._kept else None
        return _Copy(_rules(kept[0]), kept[1]) if kept else None

    def _ask(self, site: str, before: _Copy | None) -> _Copy:
        answer = self._fetch(site + "/robots.txt")
        now = self._now()
        if (failure := _failure(answer)) is None:
            text = _text(answer)
            if self._kept is not None:
                self._kept.save(site, text, now + _FRESH)
            return _Copy(_rules(text), now + _FRESH)
        if before is not None and before.failure is None:
            return _Copy(before.rules, now + _FAILED_FOR)
        return _Copy(None, now + _FAILED_FOR, failure)


def _rules(text: str) -> Protego | None:
    """The parsed rules; for the many sites without any, protego is not even imported."""
    if not text.strip():
        return None
    from protego import Protego

    return Protego.parse(text)


def _text(answer: Reply | CannotTell) -> str:
    found = isinstance(answer, Reply) and 200 <= answer.status < 300
    return answer.body.decode("utf-8", "ignore")[:_LONGEST] if isinstance(answer, Reply) and found else ""


def _failure(answer: Reply | CannotTell) -> CannotTell | None:
    """Why there is no answer yet; a missing file, and redirects that lead nowhere, are an answer: no rules.

    The site's own trouble keeps its own reason; the detail says where it was met.
    """
    if isinstance(answer, CannotTell) and answer.reason not in (Reason.REDIRECTED_AWAY, Reason.TOO_LARGE):
        return CannotTell(answer.reason, f"{_WHERE}: {answer.detail}", retry_after=answer.retry_after)
    if isinstance(answer, Reply) and answer.status >= 500:
        after = retry_after(answer.headers.get("retry-after"))
        return CannotTell(Reason.HTTP_STATUS, f"{_WHERE}: the server answered {answer.status}", retry_after=after)
    return None
