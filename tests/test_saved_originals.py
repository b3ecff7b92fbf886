"""What an archive or a browser put around a page is taken off; what they say of its time and address is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePath

import pytest

from monitor.config import KRONOBERG
from monitor.demo import page
from monitor.keeping.originals import original_of
from monitor.keeping.when import time_in_path
from tests.archived import as_archived

TODAY = page("2022")
OCTOBER = datetime(2022, 10, 4, 6, tzinfo=UTC)


def test_an_archived_page_is_its_own_bytes_again() -> None:
    """Banner, scripts, comments and rewritten links are gone; nothing else is touched."""
    page_with_files = TODAY.replace("</main>", '<p><a href="https://example.org/plan.pdf">Plan, pdf</a></p></main>')
    saved = as_archived(page_with_files, "20221004060000", KRONOBERG)
    original = original_of(saved.encode())
    assert original.body.decode().rstrip() == page_with_files.rstrip()
    assert original.at == OCTOBER
    assert original.addresses[0] == KRONOBERG


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_it_works_on_bytes_of_any_charset(charset: str) -> None:
    """The marks are ASCII."""
    saved = as_archived(TODAY, "20221004060000", KRONOBERG).encode(charset, "replace")
    assert original_of(saved).body.strip() == TODAY.encode(charset, "replace").strip()


def test_a_page_that_nobody_wrapped_is_left_alone() -> None:
    """Byte for byte; and a date in it is no time of capture."""
    original = original_of(TODAY.encode())
    assert original.body == TODAY.encode()
    assert original.at is None


@pytest.mark.parametrize(
    ("link", "own"),
    [
        ("https://web.archive.org/web/20221004060000/https://example.org/a", "https://example.org/a"),
        ("http://web.archive.org/web/20221004060000im_/http://example.org/a", "http://example.org/a"),
        ("//web.archive.org/web/20221004060000id_/https://example.org/a", "https://example.org/a"),
        ("/web/20221004060000/https://example.org/a", "https://example.org/a"),
        ("https://arquivo.pt/noFrame/replay/20221004060000/https://example.org/a", "https://example.org/a"),
        ("https://wayback.archive-it.org/1234/20221004060000/https://example.org/a", "https://example.org/a"),
        ("/web/20221004060000/mailto:namn@example.org", "mailto:namn@example.org"),
        ("https://example.org/20221004060000/plan.pdf", "https://example.org/20221004060000/plan.pdf"),
    ],
)
def test_links_lead_to_the_page_again(link: str, own: str) -> None:
    """Through any archive of the usual form; a number in an address of the page's own is no archive."""
    assert original_of(f'<p><a href="{link}">A</a></p>'.encode()).body.decode() == f'<p><a href="{own}">A</a></p>'


@pytest.mark.parametrize(
    ("mark", "at"),
    [
        ("<!-- saved from url=(0042){url} -->", None),
        (
            "<!--\n Page saved with SingleFile \n url: {url} \n"
            " saved date: Tue Oct 04 2022 08:00:00 GMT+0200 (Central European Summer Time)\n-->",
            OCTOBER,
        ),
        (
            '<meta name="savepage-url" content="{url}">'
            '<meta name="savepage-date" content="Tue Oct 04 2022 08:00:00 GMT+0200 (CEST)">',
            OCTOBER,
        ),
        (
            "<!-- Mirrored from {bare} by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 04 Oct 2022 06:00:00 GMT -->",
            OCTOBER,
        ),
        (
            '<meta name="savepage-url" content="{url}"><meta name="savepage-date" content="4 Oct 99999999999 6:00">',
            None,
        ),
        ('<link rel="canonical" href="{url}">', None),
        ('<meta property="og:url" content="{url}">', None),
    ],
)
def test_savers_say_where_and_when(mark: str, at: datetime | None) -> None:
    """Browsers, extensions and mirroring programs."""
    text = mark.format(url="https://example.org/sida", bare="example.org/sida")
    original = original_of(f"<html><head>{text}</head><body><p>Hej</p></body></html>".encode())
    assert original.addresses == ("https://example.org/sida",)
    assert original.at == at


@pytest.mark.parametrize(
    ("path", "at"),
    [
        ("20221004060000.html", OCTOBER),
        ("kronoberg-20221004060000-internationella.html", OCTOBER),
        ("websites/www.regionkronoberg.se/20221004060000/internationella-samarbeten/index.html", OCTOBER),
        ("2022-10-04T06:00:00Z.html", OCTOBER),
        ("2022-10-04T06-00-00Z.html", OCTOBER),
        ("2022-10-04T08:00:00+02:00.html", OCTOBER),
        ("2022-10-04_0800.html", OCTOBER),
        ("kronoberg 2022-10-04 08.00.html", OCTOBER),
        ("20221004_080000.html", OCTOBER),
        ("2022-10-04.html", datetime(2022, 10, 4, 21, 59, 59, tzinfo=UTC)),
        ("20221304060000.html", None),
        ("index.html", None),
        ("plan-2022.html", None),
    ],
)
def test_names_say_when(path: str, at: datetime | None) -> None:
    """14 digits are UTC, as archives write; a time without zone is Stockholm's; a date alone is its end."""
    assert time_in_path(PurePath(path)) == at


def test_a_page_full_of_half_marks_is_read_quickly() -> None:
    """It is looked through a few times, not once for each."""
    nasty = b"<html><head>" + b"<!-- BEGIN WAYBACK TOOLBAR INSERT --><script>" * 20_000 + b'<a href="/web/2022' * 20_000
    assert original_of(nasty).body == nasty
