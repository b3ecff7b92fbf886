"""Atom feeds: all changes, a page's, a collaboration's, a person's; valid, escaped, with ids that stay."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import pytest

from monitor.app import App
from monitor.config import Config, PageConfig
from monitor.schedule import Schedule
from monitor.web import Exposure
from records.changes import Change, ChangeKind, ChangeSet
from records.diff import diff
from storage.values import DocumentSeen
from tests.clock import Clock
from tests.looks import PAGE, URL, baseline, changed, hours, page_of
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import EARLIER, REPLACED, TODAY, Watch
from tests.web import LOCAL, browsing, client_of


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
        assert newest.updated == app.ask.changes(limit=1)[0]["detected_at"]
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


def test_every_feed_and_every_entry_has_an_id_of_its_own(tmp_path: Path) -> None:
    """Where a person is called what a page is called, and a document changed in the same second as the page."""
    pages = (PageConfig("ylva", URL, Schedule(every=3600.0)),)
    old, new = (page_of(name, collaboration="Ylva", abbreviation=None) for name in ("Ylva Provsson", "Ylva Testsson"))
    with App(Config(None, f"sqlite:///{tmp_path / 'bevaka.db'}", pages), clock=Clock()) as app:
        app.store.watch([("ylva", URL)])
        app.store.record(baseline(old, hours(0), page="ylva"))
        news = changed(new, diff(old, new), hours(1), body="second")
        app.store.record(dataclasses.replace(news, page="ylva"))
        label = {"label": "Strategi"}
        change = Change(ChangeKind.DOCUMENT_CHANGED, None, "Strategi", label, label)
        app.store.record_documents("ylva", [DocumentSeen(URL, "0", 1)], hours(1), changes=ChangeSet((change,)))
        client = client_of(app)
        feeds = [
            feedparser.parse(client.get(f"/feed.atom{q}").content)
            for q in ("", "?page=ylva", "?in=ylva", "?person=ylva")
        ]
    assert [len(each.entries) for each in feeds] == [2, 2, 1, 1]
    ids = [each.id for feed in feeds for each in (feed.feed, *feed.entries)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("query", "leads"),
    [
        ("", "/changes"),
        ("?page=kronoberg", "/pages/kronoberg"),
        ("?person=Roland+Gustb%C3%A9e", "/person?name=Roland+Gustb%C3%A9e"),
        ("?in=ERB", "/changes"),
    ],
)
def test_a_feed_says_where_it_is_and_where_people_read_it(watch: Watch, query: str, leads: str) -> None:
    links = {each.rel: each.href for each in read(watch, query).feed.links}
    assert links == {"self": f"http://127.0.0.1/feed.atom{query}", "alternate": f"http://127.0.0.1{leads}"}


def test_a_feed_without_entries_was_not_updated_by_what_happens_elsewhere(tmp_path: Path) -> None:
    """It has been true since the first look."""
    pages = (PageConfig(PAGE, URL, Schedule(every=3600.0)),)
    old, new = page_of("Ylva Provsson"), page_of("Testa Testsson")
    with App(Config(None, f"sqlite:///{tmp_path / 'bevaka.db'}", pages), clock=Clock()) as app:
        app.store.watch([(PAGE, URL)])
        client = client_of(app)
        assert feedparser.parse(client.get("/feed.atom").content).feed.updated == "1970-01-01T00:00:00Z"
        app.store.record(baseline(old, hours(0)))
        app.store.record(changed(new, diff(old, new), hours(1), body="second"))
        found = feedparser.parse(client.get("/feed.atom?person=Ingen+Alls").content)
    assert (found.entries, found.feed.updated) == ([], "2022-10-03T06:00:00Z")
