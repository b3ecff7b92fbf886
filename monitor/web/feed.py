"""Atom feeds of the changes (RFC 4287): all, or those of a page, a collaboration or a person.

Ids are made of what a change is (its page, its time, the filter), so that they outlive a move to another address and a
reading of the whole history by a better parser.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated
from xml.etree import ElementTree as ET

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from monitor.app import App
from monitor.web.addresses import url
from monitor.web.answering import MaybeText, rests_on
from monitor.web.exposure import Exposure
from monitor.web.pages import News, news, seen_now
from monitor.web.problems import language_of
from monitor.web.render import render
from monitor.web.words import say
from notifier.wording import Language, names_of, plain
from notifier.wording.report import Report, changes_report
from records.page import PageRecord
from storage.answers import Event
from storage.queries.glance import Glance

ENTRIES = 50
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a feed is about; nothing for everything."""

    page: str | None
    collaboration: str | None
    person: str | None

    @property
    def words(self) -> list[str]:
        return [plain(each, 200) for each in (self.page, self.collaboration, self.person) if each is not None]

    @property
    def key(self) -> list[str]:
        """Another for every other feed: a person may be called what a page is called."""
        named = (("page", self.page), ("in", self.collaboration), ("person", self.person))
        return [f"{name}={value}" for name, value in named if value is not None]

    @property
    def shown_at(self) -> str:
        """The page for people that it belongs to."""
        if self.person is not None:
            return url("/person", name=self.person)
        return url("/pages", self.page) if self.page is not None else "/changes"


def router(app: App, exposure: Exposure) -> APIRouter:
    routes = APIRouter()

    @routes.get("/feed.atom")
    def feed(
        request: Request,
        page: MaybeText = None,
        in_: Annotated[str | None, Query(alias="in", max_length=200)] = None,
        person: MaybeText = None,
    ) -> Response:
        state = seen_now(app, page) if page is not None else None
        rests_on(request, changes=True)
        known = page is None or state is not None
        events = app.history.changes(page=page, collaboration=in_, person=person, limit=ENTRIES) if known else []
        lang = language_of(request)
        seen = app.history.glances(list({each.page for each in events}))
        records = {name: each.record for name, each in seen.items()}
        lines = [_line(app, each, person, lang, records.get(each.page)) for each in events]
        base = exposure.address or str(request.base_url).rstrip("/")
        asked = _Asked(page, in_, person)
        own = f"{base}{url('/feed.atom', page=page, in_=in_, person=person)}"
        tree = _tree(base, own, asked, lines, records, lang, _since(app, page, state))
        body = ET.tostring(tree, encoding="utf-8", xml_declaration=True)
        return Response(body, media_type="application/atom+xml; charset=utf-8")

    return routes


def _line(app: App, event: Event, person: str | None, lang: Language, record: PageRecord | None) -> News:
    """Headed by what is asked for, with everybody who came or went with a collaboration in its content."""
    told = app.history.told(event, person)
    headed = news(event if person is None else told, lang, record)
    return replace(headed, event=told)


def _since(app: App, page: str | None, state: Glance | None) -> datetime:
    """When a feed without entries began to be true: at the first look."""
    if page is not None and state and state.first_seen:
        return state.first_seen
    return app.history.begun() or _EPOCH


def _tree(
    base: str,
    own: str,
    asked: _Asked,
    lines: Sequence[News],
    records: dict[str, PageRecord | None],
    lang: Language,
    since: datetime,
) -> ET.Element:
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": lang})
    _add(feed, "title", ": ".join(["Bevaka", *asked.words]))
    _add(feed, "id", _urn("feed", *asked.key))
    _add(feed, "updated", _time(max((each.event.detected_at for each in lines), default=since)))
    _add(ET.SubElement(feed, "author"), "name", "Bevaka")
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{asked.shown_at}"})
    for each in lines:
        _entry(feed, base, asked, each, records.get(each.event.page), lang)
    return feed


def _entry(feed: ET.Element, base: str, asked: _Asked, line: News, record: PageRecord | None, lang: Language) -> None:
    event = line.event
    entry = ET.SubElement(feed, "entry")
    more = f" {say('and_more', lang, count=line.more)}" if line.more else ""
    _add(entry, "title", f"{plain(event.page)}: {line.sentence}{more}")
    source = ["documents"] if event.of_documents else []  # they may be found in the same second as the page's own
    _add(entry, "id", _urn("change", event.page, _time(event.detected_at), *source, *asked.key))
    _add(entry, "updated", _time(event.detected_at))
    _add(entry, "published", _time(event.detected_at))
    ET.SubElement(
        entry, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{url('/changes', event.id)}"}
    )
    report = changes_report(event.changes, lang, names_of(record), compared=False)
    ET.SubElement(entry, "content", {"type": "html"}).text = _content(report, lang)


@lru_cache(maxsize=500)
def _content(report: Report, lang: Language) -> str:
    return _clean(render("entry.html", lang, report=report))


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _urn(*parts: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, "bevaka:" + "\n".join(parts)).urn


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
