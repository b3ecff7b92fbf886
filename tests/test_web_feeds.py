"""Atom feeds: all changes, a page's, a collaboration's, a person's; valid, escaped, with ids that stay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import feedparser
import pytest

from monitor.web import Exposure
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import EARLIER, REPLACED, TODAY, Watch
from tests.web import LOCAL, browsing


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    evil = REPLACED.replace("Handlingsplan för", "&lt;script&gt;alert(1)&lt;/script&gt; för")
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path_factory.mktemp("feeds"), site, mailbox)
        for html in (EARLIER, TODAY, evil):
            watch.looks(html)
        yield watch


def read(watch: Watch, query: str = "", exposure: Exposure = LOCAL) -> Any:
    """The feed as a feed reader sees it."""
    with browsing(watch, exposure) as client:
        answer = client.get(f"/feed.atom{query}", headers={"accept-language": "sv"})
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = feedparser.parse(answer.content)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_every_change_is_an_entry(watch: Watch) -> None:
    """The sentence, the time that it was found, and a link to it; newest first."""
    found = read(watch)
    assert [each.link for each in found.entries] == ["http://127.0.0.1/changes/2", "http://127.0.0.1/changes/1"]
    newest = found.entries[0]
    assert newest.title.startswith("kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB")
    with watch.app() as app:
        assert newest.updated == app.changes(limit=1)[0]["detected_at"]
    assert found.feed.updated == newest.updated
    assert len({found.feed.id, *(each.id for each in found.entries)}) == 3


def test_a_feed_can_be_narrowed(watch: Watch) -> None:
    """To a page, a collaboration, a person; what does not concern them is left out."""
    assert len(read(watch, "?page=kronoberg").entries) == 2
    assert len(read(watch, "?person=gustbee").entries) == 1
    brussels = read(watch, "?in=SBHSS").entries
    assert [each.link for each in brussels] == ["http://127.0.0.1/changes/1"]
    assert "Euroregion" not in brussels[0].content[0].value
    empty = read(watch, "?person=Ingen+Alls")
    assert empty.entries == []
    assert empty.feed.updated_parsed


def test_ids_stay_when_the_site_moves(watch: Watch) -> None:
    """A reader does not see everything again as new."""
    moved = Exposure(None, None, operator=False, address="https://bevaka.example.org")
    here, there = read(watch), read(watch, exposure=moved)
    assert [each.id for each in here.entries] == [each.id for each in there.entries]
    assert there.entries[0].link == "https://bevaka.example.org/changes/2"


def test_markup_in_a_label_stays_text(watch: Watch) -> None:
    """It is escaped as HTML, and that as XML."""
    with browsing(watch) as client:
        xml = client.get("/feed.atom").text
    assert "<script" not in xml
    assert "&lt;script" not in xml.partition("<content")[2].partition("</content>")[0]
    assert "&amp;lt;script&amp;gt;" in xml


def test_a_feed_of_no_page_is_refused(watch: Watch) -> None:
    with browsing(watch) as client:
        assert client.get("/feed.atom?page=finns-inte").status_code == 404
