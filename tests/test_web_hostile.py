"""Whatever a watched page says, in whatever field: it is text on every page, and every link leads where links may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import quote

import feedparser
import pytest

from monitor.app import App
from monitor.config import Config, PageConfig
from monitor.schedule import Schedule
from records.diff import diff
from records.page import (
    Collaboration,
    Contact,
    Document,
    Link,
    Official,
    Organisation,
    PageRecord,
    Representative,
)
from storage.messages import Outgoing
from tests.clock import Clock
from tests.looks import baseline, changed, held, hours, unreachable
from tests.web import client_of

HTML = {"accept": "text/html"}
NAME = "sida\"'><script>x()</script>"
MARKUP = "\"'></title></a><script>run()</script><b onclick=run() style=x>{{ 7*7 }}\u202e"
ADDRESSES = [
    "javascript:run()",
    " javascript:run()",
    "JaVaScRiPt:run()",
    "data:text/html,<script>run()</script>",
    'https://example.org/"onclick=run() x="<script>run()</script>',
    "//example.org/",
]
MAY_LEAD_TO = ("/", "#", "https://", "http://", "mailto:", "data:image/")


def hostile(nth: int) -> PageRecord:
    """Markup in every field there is; nth: so that every field is another each time."""

    def evil(what: str) -> str:
        return f"{what}{nth} {MARKUP}"

    documents = tuple(Document(evil(f"dokument {at}"), address, evil("pdf")) for at, address in enumerate(ADDRESSES))
    contact = Contact(evil("kontakt"), evil("titel"), evil("telefon"), evil("post"))
    organs = tuple(
        Collaboration(
            evil(f"organ {at}"),
            abbreviation=evil("kort"),
            description=(evil("text"),),
            member_since=evil("sedan"),
            homepage=Link(evil("hemsida"), address),
            members=(Organisation(evil("medlem"), evil("land")),),
            representatives=(Representative(evil("namn"), evil("parti"), evil("roll")),),
            officials=(Official(evil("tjänsteperson"), evil("titel"), evil("organ")),),
            contacts=(contact,),
        )
        for at, address in enumerate(ADDRESSES)
    )
    return PageRecord(
        title=evil("rubrik"), intro=(evil("ingress"),), documents=documents, collaborations=organs, contacts=(contact,)
    )


class Marks(HTMLParser):
    """Every tag, and every attribute with its value."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


@pytest.fixture
def app(database_url: str) -> Iterator[App]:
    """Three states, a change held back, a look that could not tell, and messages."""
    watched = (PageConfig(NAME, "javascript:run()", Schedule(every=3600.0)),)
    with App(Config(None, database_url, watched), clock=Clock(hours(9))) as app:
        store = app.store
        store.watch([(NAME, "javascript:run()")])
        yield app


def test_nothing_that_is_stored_becomes_markup(app: App) -> None:
    """Tags, attributes and addresses are our own; what was stored is still there to be read."""
    store = app.store
    a, b, c = (hostile(nth) for nth in range(3))
    outgoing = Outgoing("<m@example.org>", f"{MARKUP}@example.org", "alert", f"Ämne {MARKUP}", b"x", NAME)
    store.record(baseline(a, hours(0), page=NAME))
    store.record(replace(changed(b, diff(a, b), hours(1), body="b"), page=NAME, messages=lambda _: (outgoing,)))
    store.record(replace(unreachable(hours(2)), page=NAME))
    store.record(replace(held(c, diff(b, c), hours(3), body="c"), page=NAME))
    client = client_of(app)
    one = client.get("/", headers=HTML).text
    assert "&lt;script&gt;" in one
    paths = [
        "/",
        "/changes",
        "/changes/1",
        "/snapshots/1",
        "/snapshots/2",
        "/status",
        "/search?q=run",
        "/search?q=namn",
    ]
    for path in [*paths, "/search?q=namn", "/person?name=namn0"]:
        for lang in ("sv", "en"):
            answer = client.get(path, headers={**HTML, "accept-language": lang})
            assert answer.status_code == 200, path
            check(path, answer.text)
    for path in ("/pages/{}", "/changes?of={}", "/looks?of={}"):
        answer = client.get(path.format(quote(NAME, safe="")), headers=HTML)
        assert answer.status_code == 200, path
        check(path, answer.text)
    entries = feedparser.parse(client.get("/feed.atom").content, sanitize_html=False).entries
    assert len(entries) == 1
    check("/feed.atom", entries[0].content[0].value)


def check(path: str, html: str) -> None:
    marks = Marks(html)
    assert not marks.tags & {"script", "b", "style", "img", "object", "embed", "base"}, path
    assert not [each for each in marks.attributes if each[0].startswith("on") or each[0] == "style"], path
    for name, value in marks.attributes:
        if name in ("href", "src", "action", "xlink:href", "formaction"):
            assert value.startswith(MAY_LEAD_TO), (path, value)
            assert not value.startswith("//"), (path, value)
