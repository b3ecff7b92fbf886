"""The way to a site: a proxy where the surroundings name one, a name and password, and the cookies of one look."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from records.outcome import CannotTell, Reason
from scraper.fetch import Fetcher, FetchSettings, Reply
from tests.site import Site

PAGE = "<!doctype html><title>Å</title><h1>Samarbeten</h1></html>"
LOOK = """
import sys
from scraper.fetch import Fetcher, FetchSettings, Reply
with Fetcher(FetchSettings()) as fetcher:
    answer = fetcher.get(sys.argv[1])
print(answer.status if isinstance(answer, Reply) else answer.reason)
"""


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        site.shows(PAGE)
        yield site


def look(url: str, **surroundings: str) -> str:
    """What a process with these variables, and no others about proxies, says of an address."""
    env = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    words = [sys.executable, "-c", LOOK, url]
    return subprocess.run(words, env={**env, **surroundings}, check=True, text=True, capture_output=True).stdout.strip()


@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "all_proxy"])
def test_a_proxy_of_the_surroundings_is_asked_for_the_page(site: Site, variable: str) -> None:
    """It may be named with or without a scheme, and gets the whole address."""
    for named in (site.root, site.root.removeprefix("http://")):
        assert look("http://kommun.invalid/sida", **{variable: named}) == "200"
    assert [asked.path for asked in site.requests] == ["http://kommun.invalid/sida"] * 2
    assert site.requests[0].headers["host"] == "kommun.invalid"


@pytest.mark.parametrize("spared", ["127.0.0.1", "*", "example.org, 127.0.0.1"])
def test_a_host_that_needs_no_proxy_is_asked_itself(site: Site, spared: str) -> None:
    """NO_PROXY names hosts, or all."""
    assert look(site.url, http_proxy="http://127.0.0.1:1", no_proxy=spared) == "200"
    assert site.requests[0].path == "/sida"


@pytest.mark.parametrize("spared", ["kommun.invalid", ".invalid", "invalid"])
def test_a_domain_that_needs_no_proxy_has_its_hosts_asked_themselves(site: Site, spared: str) -> None:
    """What cannot be found is then nobody's fault but its own."""
    assert look("http://www.kommun.invalid/", http_proxy=site.root, no_proxy=spared) == Reason.UNREACHABLE
    assert site.requests == []


def test_a_proxy_that_is_away_makes_the_page_unreachable(site: Site) -> None:
    """It is never gone around."""
    assert look(site.url, http_proxy="http://127.0.0.1:1") == Reason.UNREACHABLE
    assert site.requests == []


@pytest.mark.parametrize(
    "proxy", ["gopher://anna:hemligt@127.0.0.1:1", "socks5://anna:hemligt@127.0.0.1:1", "http://127.0.0.1:x"]
)
def test_a_proxy_that_cannot_be_used_is_said_in_one_line(tmp_path: Path, site: Site, proxy: str) -> None:
    """Which says where it was named, and no password."""
    words = [sys.executable, "-m", "monitor.cli", "parse", site.url]
    env = {**os.environ, "http_proxy": proxy, "HOME": str(tmp_path), "no_proxy": ""}
    said = subprocess.run(words, env=env, text=True, capture_output=True, check=False)
    assert (said.returncode, said.stdout, len(said.stderr.splitlines())) == (2, "", 1), said.stderr
    assert "http_proxy" in said.stderr
    assert "hemligt" not in said.stderr


def test_a_name_and_password_in_the_address_are_shown_to_the_site(site: Site) -> None:
    """As basic authentication, escapes undone."""
    with Fetcher(FetchSettings()) as fetcher:
        assert isinstance(fetcher.get(site.url.replace("http://", "http://anna:hemligt%40@")), Reply)
    assert site.requests[0].headers["authorization"] == "Basic YW5uYTpoZW1saWd0QA=="


def test_a_cookie_lives_for_one_look(site: Site) -> None:
    """A site that wants one back on its way to the page gets it; the next look begins without."""
    site.answers(302, "", {"Location": "/in", "Set-Cookie": "visitor=1; Path=/"})
    site.shows(PAGE, path="/in")
    with Fetcher(FetchSettings()) as fetcher:
        for _ in range(2):
            assert isinstance(fetcher.get(site.url), Reply)
    assert [asked.headers.get("cookie") for asked in site.requests] == [None, "visitor=1", None, "visitor=1"]


@pytest.mark.parametrize("to", ["http://[", "/a\x7fb", "http://127.0.0.1:99999/"])
def test_a_redirect_to_what_no_request_can_be_sent_to_leads_away(site: Site, to: str) -> None:
    """Whoever finds it out: we, or the library that would send it."""
    site.redirects(to)
    with Fetcher(FetchSettings()) as fetcher:
        answer = fetcher.get(site.url)
    why = answer if isinstance(answer, CannotTell) else getattr(answer, "why", None)
    assert why is not None
    assert why.reason is Reason.REDIRECTED_AWAY
