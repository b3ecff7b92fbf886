"""The cheap ways to know a page again: by its bytes, by its markup, by its content; each only where the last fails."""

from dataclasses import replace
from datetime import UTC, datetime

import scraper
from monitor.config import PageConfig
from monitor.look import Likeness, likeness
from monitor.schedule import Schedule
from records.codec import canonical, digest
from records.outcome import CannotTell
from storage.values import Accepted, Capture

NOW = datetime(2022, 10, 3, 6, tzinfo=UTC)
URL = "https://example.org/om/samarbeten"
POLISH = "text/html; charset=iso-8859-2"
PAGE = PageConfig("exempel", URL, Schedule(every=3600))
BODY = """<!DOCTYPE html><html><head><title>Samarbeten</title></head><body>
<div id="a"><h2>Łódź</h2><ul><li>Testa Testsson (M), ledamot</li></ul><p><a href="mer">Mer om Łódź</a></p></div>
<div id="b"><p>En sidfot.</p></div></body></html>"""


def capture(text: str, *, url: str = URL, content_type: str = "text/html; charset=utf-8") -> Capture:
    return Capture(url, 200, {"content-type": content_type}, text.encode(content_type.partition("=")[2]), NOW)


def accepted(of: Capture, page: PageConfig = PAGE) -> Accepted:
    """The page as it is known after this answer was read."""
    content_type = of.headers["content-type"]
    reading = scraper.read(of.body, url=of.url, content_type=content_type, main=page.main)
    assert not isinstance(reading, CannotTell)
    return Accepted(
        snapshot_id=1,
        record_json=canonical(reading.record),
        record_digest=digest(reading.record),
        body_sha256=of.sha256,
        content_digest=reading.content_digest,
        url=of.url,
        complete=True,
        parser_version=scraper.PARSER_VERSION,
        settings_digest=page.settings_digest,
        markup_digest=scraper.markup_digest(of.body, content_type=content_type, main=page.main),
        etag=None,
        last_modified=None,
        first_seen=NOW,
        last_seen=NOW,
    )


SAME = Likeness(True)


def test_the_same_bytes_are_the_same_page() -> None:
    """At the same address; at another one, its links lead elsewhere."""
    assert likeness(capture(BODY), PAGE, accepted(capture(BODY))) == SAME
    elsewhere = capture(BODY, url="https://example.org/nytt/samarbeten")
    assert likeness(elsewhere, PAGE, accepted(capture(BODY))) == Likeness(False)


def test_bytes_that_were_read_are_known_whatever_their_markup() -> None:
    """A body without an end has no digest of its markup, and need not."""
    endless = capture(BODY.replace("</html>", ""))
    assert likeness(endless, PAGE, accepted(endless)) == SAME
    assert likeness(endless, PAGE, replace(accepted(endless), body_sha256="another")).markup_digest is None


def test_fresh_tokens_are_the_same_markup() -> None:
    """In whichever letters the page is written, and whichever part of it is read."""
    fresh = BODY.replace("</head>", '<meta name="csrf" content="7"></head>')
    for content_type in ("text/html; charset=utf-8", POLISH):
        for page in (PAGE, replace(PAGE, main="#a")):
            known = accepted(capture(BODY, content_type=content_type), page)
            assert likeness(capture(fresh, content_type=content_type), page, known) == SAME


def test_another_surrounding_is_the_same_content() -> None:
    """Its own markup is new, and known from then on."""
    around = BODY.replace("En sidfot", "En annan sidfot")
    page = replace(PAGE, main="#a")
    for content_type in ("text/html; charset=utf-8", POLISH):
        now = capture(around, content_type=content_type)
        found = likeness(now, page, accepted(capture(BODY, content_type=content_type), page))
        assert found.is_the_same
        assert found.markup_digest == scraper.markup_digest(now.body, content_type=content_type, main=page.main)


def test_another_content_is_not_the_same() -> None:
    """One letter is enough; so is a body that has no content to compare."""
    known = accepted(capture(BODY))
    assert not likeness(capture(BODY.replace("Testsson", "Testson")), PAGE, known).is_the_same
    assert not likeness(capture(""), PAGE, known).is_the_same
