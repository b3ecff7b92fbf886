"""Where a redirect leads, and whether we follow it."""

from __future__ import annotations

from urllib.parse import urljoin

from records.errors import UsageError
from records.outcome import Reason
from scraper.fetch.address import check_address, is_same_site
from scraper.fetch.answers import EndOfFetch

MAX_REDIRECTS = 5


def next_address(at: str, location: str, *, same_site: bool, may_follow: bool) -> str:
    """The address that a Location at an address leads to; EndOfFetch where we do not go there.

    same_site: a redirect to another site is refused. may_follow: whether there is another redirect left to follow.
    """
    try:
        to = urljoin(at, location.strip())
        check_address(to)
    except (UsageError, ValueError):
        raise EndOfFetch(Reason.REDIRECTED_AWAY, f"redirected to {location!r}, which is no web address") from None
    if same_site and not is_same_site(at, to):
        raise EndOfFetch(Reason.REDIRECTED_AWAY, f"redirected to another site: {to}")
    if not may_follow:
        raise EndOfFetch(Reason.REDIRECTED_AWAY, f"more than {MAX_REDIRECTS} redirects, the last to {to}")
    return to
