"""robots.txt as RFC 9309 says, on a real server and a clock that we move."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from records.outcome import CannotTell, Reason
from scraper.fetch import Fetcher, FetchSettings
from scraper.fetch.robots import Robots
from tests.site import Site

RULES = "User-agent: *\nDisallow: /stangt\nCrawl-delay: 7\n"


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def later(self, hours: float) -> None:
        self.time += timedelta(hours=hours)


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def robots(clock: Clock) -> Iterator[Robots]:
    with Fetcher(FetchSettings()) as fetcher:
        yield Robots(fetcher.text, clock)


def rules(site: Site, text: str = RULES) -> None:
    site.shows(text, "text/plain", path="/robots.txt")


def test_rules_hold_for_their_paths(site: Site, robots: Robots) -> None:
    """What is disallowed is refused with the reason, and the crawl delay is told."""
    rules(site)
    refused = robots.refuses(site.root + "/stangt/sida")
    assert isinstance(refused, CannotTell)
    assert refused.reason is Reason.ROBOTS
    assert robots.refuses(site.url) is None
    assert robots.crawl_delay(site.url) == 7


def test_rules_for_us_by_name_win(site: Site, robots: Robots) -> None:
    """A group that names Bevaka stands before the one for all."""
    rules(site, "User-agent: *\nDisallow:\n\nUser-agent: bevaka\nDisallow: /\n")
    assert robots.refuses(site.url) is not None


@pytest.mark.parametrize("status", [404, 410, 401, 403])
def test_no_file_is_no_rules(site: Site, robots: Robots, status: int) -> None:
    """Any 4xx allows everything."""
    site.fails(status, path="/robots.txt")
    assert robots.refuses(site.url) is None
    assert robots.crawl_delay(site.url) is None


def test_a_failing_file_forbids_everything_until_it_is_back(site: Site, robots: Robots, clock: Clock) -> None:
    """The reason stays the site's own trouble, and the detail names the file."""
    site.fails(503, path="/robots.txt")
    refused = robots.refuses(site.url)
    assert isinstance(refused, CannotTell)
    assert "robots.txt" in refused.detail
    rules(site)
    clock.later(hours=1)
    assert robots.refuses(site.url) is None


def test_a_good_copy_is_kept_for_a_day_and_through_failures(site: Site, robots: Robots, clock: Clock) -> None:
    """One request a day; when that one fails, yesterday's rules stay in force."""
    rules(site)
    for _ in range(3):
        assert robots.refuses(site.url) is None
    assert len(site.requests) == 1
    clock.later(hours=25)
    site.fails(500, path="/robots.txt")
    assert robots.refuses(site.url) is None
    assert robots.refuses(site.root + "/stangt") is not None


def test_a_page_in_place_of_the_file_has_no_rules(site: Site, robots: Robots) -> None:
    """Many sites answer every address with HTML."""
    site.shows("<html><body>Disallow</body></html>", path="/robots.txt")
    assert robots.refuses(site.url) is None
