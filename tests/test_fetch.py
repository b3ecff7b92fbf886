"""The fetch, on a real server: a page within the limits, or the right reason."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from records.errors import UsageError
from records.outcome import CannotTell, Reason
from scraper.fetch import Fetcher, FetchSettings, NotModified, Reply, Validators, refusal_of, user_agent
from scraper.fetch.address import is_same_site
from scraper.status import retry_after
from tests.site import Site

PAGE = "<!doctype html><title>Å</title><h1>Samarbeten</h1></html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(FetchSettings(user_agent("1.2", "drift@example.org"))) as fetcher:
        yield fetcher


@pytest.fixture
def impatient() -> Iterator[Fetcher]:
    with Fetcher(FetchSettings(deadline=1.0, read_timeout=0.5)) as fetcher:
        yield fetcher


def refusal(fetcher: Fetcher, url: str) -> CannotTell:
    answer = fetcher.get(url)
    why = refusal_of(answer)
    assert why is not None, answer
    return why


def test_a_page_comes_with_its_bytes_headers_and_addresses(site: Site, fetcher: Fetcher) -> None:
    """Header names are lower case, and the User-Agent names the project and a contact."""
    site.shows(PAGE, headers={"ETag": '"a"', "X-Odd": "1"})
    reply = fetcher.get(site.url)
    assert isinstance(reply, Reply)
    assert reply.body == PAGE.encode()
    assert (reply.requested, reply.url, reply.status) == (site.url, site.url, 200)
    assert (reply.headers["x-odd"], reply.validators.etag) == ("1", '"a"')
    assert site.requests[0].headers["user-agent"] == "Bevaka/1.2 (+drift@example.org)"
    assert site.requests[0].headers["accept-encoding"] == "gzip"


def test_not_modified_counts_only_where_we_asked(site: Site, fetcher: Fetcher) -> None:
    """A 304 answers our validators; unasked for it is a wrong status."""
    site.validates(PAGE, '"a"')
    first = fetcher.get(site.url)
    assert isinstance(first, Reply)
    assert isinstance(fetcher.get(site.url, first.validators), NotModified)
    assert isinstance(fetcher.get(site.url, Validators('"old"')), Reply)
    site.answers(304)
    assert refusal(fetcher, site.url).reason is Reason.HTTP_STATUS
    nothing_to_ask_with = refusal_of(fetcher.get(site.url, Validators()))
    assert nothing_to_ask_with is not None
    assert nothing_to_ask_with.reason is Reason.HTTP_STATUS


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, Reason.HTTP_STATUS),
        (410, Reason.HTTP_STATUS),
        (500, Reason.HTTP_STATUS),
        (503, Reason.HTTP_STATUS),
        (204, Reason.HTTP_STATUS),
        (401, Reason.BLOCKED),
        (403, Reason.BLOCKED),
        (429, Reason.BLOCKED),
    ],
)
def test_a_status_is_a_reason(site: Site, fetcher: Fetcher, status: int, reason: Reason) -> None:
    """The detail names the status."""
    site.fails(status)
    answer = refusal(fetcher, site.url)
    assert answer.reason is reason
    assert str(status) in answer.detail


def test_retry_after_is_kept_in_seconds(site: Site, fetcher: Fetcher) -> None:
    """Both forms of the header are read; nonsense is None."""
    site.answers(429, "", {"Retry-After": "120"})
    assert refusal(fetcher, site.url).retry_after == 120
    with time_machine.travel(datetime(2028, 2, 29, 23, 30, tzinfo=UTC), tick=False):
        assert retry_after("Wed, 01 Mar 2028 00:30:00 GMT") == 3600
        assert retry_after("Tue, 29 Feb 2028 00:30:00 GMT") == 0
    assert retry_after("snart") is None


@pytest.mark.parametrize(
    "asked", ["9" * 400, "99999999999999", "Fri, 31 Dec 9999 23:59:59 GMT", "\xb2", f"1 Jan {9**30} 0:0"]
)
def test_no_retry_after_is_longer_than_dates_can_hold(site: Site, fetcher: Fetcher, asked: str) -> None:
    """Nor is what only looks like a number one."""
    site.answers(429, "", {"Retry-After": asked})
    wait = refusal(fetcher, site.url).retry_after
    assert wait in (None, timedelta(days=31).total_seconds())


def test_a_dripping_body_ends_at_the_deadline(site: Site, impatient: Fetcher) -> None:
    """A byte now and then holds a read timeout off for ever, but not the deadline."""
    site.drips()
    answer = refusal(impatient, site.url)
    assert (answer.reason, answer.detail[:7]) == (Reason.UNREACHABLE, "timeout")


def test_dripping_headers_end_at_the_deadline(impatient: Fetcher, site: Site) -> None:
    """The deadline holds before the first byte of the body too."""
    site.drips_headers()
    answer = refusal(impatient, site.url)
    assert (answer.reason, answer.detail[:7]) == (Reason.UNREACHABLE, "timeout")


def test_a_silent_server_is_a_timeout(site: Site, impatient: Fetcher) -> None:
    """No answer at all within the read timeout."""
    site.hangs()
    assert refusal(impatient, site.url).detail.startswith("timeout")


def test_nobody_listening_is_connect_and_no_such_name_is_dns(fetcher: Fetcher) -> None:
    """The detail tells the two apart."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    answer = refusal(fetcher, f"http://127.0.0.1:{port}/")
    assert (answer.reason, answer.detail[:7]) == (Reason.UNREACHABLE, "connect")
    answer = refusal(fetcher, "http://finns-inte.invalid/")
    assert (answer.reason, answer.detail[:3]) == (Reason.UNREACHABLE, "dns")


def test_plain_http_where_tls_is_asked_for_is_tls(fetcher: Fetcher) -> None:
    """The detail says tls. The server speaks at once: whether the greeting holds a line's end is chance."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def speak() -> None:
            with contextlib.suppress(OSError):
                for _ in range(2):  # the first connection, and the one retry
                    client, _ = server.accept()
                    client.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
                    client.close()

        speaking = threading.Thread(target=speak, daemon=True)
        speaking.start()
        answer = refusal(fetcher, f"https://127.0.0.1:{server.getsockname()[1]}/")
        assert (answer.reason, answer.detail[:3]) == (Reason.UNREACHABLE, "tls")


def test_one_reset_is_tried_again_and_no_more(site: Site, fetcher: Fetcher) -> None:
    """A kept connection may have been closed meanwhile; a server that always hangs up is unreachable."""
    site.hangs_up(1, then=PAGE)
    assert isinstance(fetcher.get(site.url), Reply)
    site.hangs_up()
    assert refusal(fetcher, site.url).reason is Reason.UNREACHABLE
    assert len(site.requests) == 2 + 3  # the kept connection, a new one, and one more


def test_a_kept_connection_that_was_closed_meanwhile_takes_no_try_away(site: Site, fetcher: Fetcher) -> None:
    """It says nothing of the server: one reset after it is still tried again."""
    site.shows(PAGE)
    fetcher.get(site.url)
    site.hangs_up(2, then=PAGE)
    assert isinstance(fetcher.get(site.url), Reply)


def test_a_short_body_is_truncated(site: Site, fetcher: Fetcher) -> None:
    """Fewer bytes than declared, a chunked answer without its end, a gzip stream without its end."""
    site.cuts_after(20, PAGE)
    assert refusal(fetcher, site.url).reason is Reason.TRUNCATED
    site.chunks(PAGE.encode(), finished=False)
    assert refusal(fetcher, site.url).reason is Reason.TRUNCATED
    site.zips(PAGE * 50, cut=60)
    assert refusal(fetcher, site.url).reason is Reason.TRUNCATED


def test_whole_chunked_and_zipped_bodies_are_pages(site: Site, fetcher: Fetcher) -> None:
    """The bytes come out unpacked."""
    site.chunks(PAGE[:9].encode(), PAGE[9:].encode())
    chunked = fetcher.get(site.url)
    site.zips(PAGE)
    zipped = fetcher.get(site.url)
    assert isinstance(chunked, Reply)
    assert isinstance(zipped, Reply)
    assert chunked.body == zipped.body == PAGE.encode()


def test_what_is_too_large_is_stopped_at_the_limit(site: Site) -> None:
    """A declared size, endless chunks and a gzip bomb all stop there."""
    with Fetcher(FetchSettings(max_bytes=2**20)) as fetcher:
        site.shows(b"<html>" + b" " * 2**20)
        assert refusal(fetcher, site.url).reason is Reason.TOO_LARGE
        site.floods()
        assert refusal(fetcher, site.url).reason is Reason.TOO_LARGE
        site.bombs()
        assert refusal(fetcher, site.url).reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"%PDF-1.7", "application/pdf"),
        (b"%PDF-1.7", "text/html"),
        (b'{"a": "<p>"}', "application/json"),
        (b"\x89PNG", "image/png"),
        (b"hej", "text/plain"),
        (b"<?xml version='1.0'?><rss></rss>", "application/rss+xml"),
    ],
)
def test_no_page_is_not_html(site: Site, fetcher: Fetcher, body: bytes, content_type: str) -> None:
    """The header and the bytes must both allow it."""
    site.shows(body, content_type)
    assert refusal(fetcher, site.url).reason is Reason.NOT_HTML


@pytest.mark.parametrize(
    "content_type", ["text/html", None, "application/xhtml+xml", "text/plain", "application/octet-stream"]
)
def test_a_page_with_an_odd_type_is_a_page(site: Site, fetcher: Fetcher, content_type: str | None) -> None:
    """What begins as HTML is read, whatever the header calls it."""
    site.shows(PAGE, content_type)
    assert isinstance(fetcher.get(site.url), Reply)


def test_redirects_within_the_site_are_followed_five_times(site: Site, fetcher: Fetcher) -> None:
    """The reply tells the final address; a loop and a sixth are too many."""
    site.shows(PAGE, path="/ny")
    site.redirects("/ny")
    reply = fetcher.get(site.url)
    assert isinstance(reply, Reply)
    assert (reply.requested, reply.url) == (site.url, site.root + "/ny")
    site.redirects("/sida")
    assert refusal(fetcher, site.url).reason is Reason.REDIRECTED_AWAY


@pytest.mark.parametrize(
    "to",
    [
        "https://example.org/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "//[",
        "http://127.0.0.1:1/",
        "javascript:history.back()",
        "http://[",
        "mailto:drift@example.org",
    ],
)
def test_a_redirect_away_is_not_followed(site: Site, fetcher: Fetcher, to: str) -> None:
    """Another site or scheme is a reason, and is never asked."""
    site.redirects(to)
    assert refusal(fetcher, site.url).reason is Reason.REDIRECTED_AWAY


def test_the_same_site_is_the_same_host_but_for_www_and_a_better_scheme() -> None:
    """Never from https back to http."""
    assert is_same_site("http://a.se/x", "https://www.a.se/")
    assert is_same_site("https://www.a.se/x", "https://a.se:443/y")
    assert not is_same_site("https://a.se/", "http://a.se/")
    assert not is_same_site("https://a.se/", "https://login.a.se/")


@pytest.mark.parametrize("url", ["kommun.se", "file:///etc/passwd", "http://", "http://a:99999/", "mailto:a@b.se"])
def test_an_address_that_is_none_is_wrong_use(fetcher: Fetcher, url: str) -> None:
    """Nothing is fetched."""
    with pytest.raises(UsageError):
        fetcher.get(url)
