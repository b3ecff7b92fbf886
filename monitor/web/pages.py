"""The pages that readers open first: every watched page, one page, and who sat on it on a date."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from monitor.app import App
from monitor.config import PageConfig
from monitor.moments import STOCKHOLM, read_moment
from monitor.web.answering import MaybeText, Nth, Year, page, rests_on
from monitor.web.drawn import Drawn, Plan, drawn
from monitor.web.problems import Told, language_of
from monitor.web.render import render
from monitor.web.standing import state_word
from monitor.web.timeline import years_of
from notifier.wording import Language, headline, names_of
from records.codec import record_from_json
from records.errors import UsageError
from records.page import PageRecord
from storage.answers import Event, Mandate, Seat
from storage.queries.glance import Glance

PER_PAGE = 25
DRAWN = 150  # mandates in one drawing; older ones by choosing a year
GAPS = 1000
Timeline = tuple[Drawn, tuple[int, ...], int | None, int]
"""A drawing, the years that one can choose, the one that was chosen (None: all), and how many mandates there are."""


@dataclass(frozen=True, slots=True)
class News:
    """A change set in one line: the weightiest sentence, and how many more there are."""

    event: Event
    sentence: str
    more: int


@dataclass(frozen=True, slots=True)
class Card:
    """One watched page at a glance. state: as state_word has it.

    change: the number and time of the last one, in a sentence and how many more there are; None before any.
    """

    name: str
    title: str | None
    organs: Markup | None
    state: str
    last_seen: datetime | None
    change: tuple[int, datetime, str, int] | None


def router(app: App) -> APIRouter:
    routes = APIRouter()

    @routes.get("/")
    def start(request: Request, sheet: Nth = 1) -> HTMLResponse:
        watched = app.config.pages[(sheet - 1) * PER_PAGE : sheet * PER_PAGE]
        if sheet > 1 and not watched:
            raise Told(404, "nothing_here")
        names = [each.name for each in watched]
        rests_on(request, *names)
        seen, latest, lang = app.history.glances(names), app.history.latest(names), language_of(request)
        now = app.clock.now()
        cards = [_shown(_card(each, now, seen.get(each.name), latest.get(each.name), lang), lang) for each in watched]
        return page(request, "start.html", cards=cards, sheet=sheet, more=len(app.config.pages) > sheet * PER_PAGE)

    @routes.get("/pages/{name:path}")
    def one(request: Request, name: str, on: MaybeText = None, year: Year = None) -> HTMLResponse:
        rests_on(request, name)
        state, watched, moment = seen_now(app, name), app.config.page(name), _moment(app, on)
        then = app.history.who(moment, page=name) if state else None
        lang = language_of(request)
        record = state.record if state else None
        return page(
            request,
            "page.html",
            name=name,
            source=state.url if state else watched.url if watched else "",
            state=state,
            card_state=state_word(state, watched, app.clock.now()),
            record=record,
            names=names_of(record),
            on=on,
            today=f"{app.clock.now().astimezone(STOCKHOLM):%F}",
            then=then,
            organs=by_organ(then.representatives) if then else [],
            timeline=timeline_of(app, state, record, year, lang) if state and record else None,
            news=[news(each, lang, record) for each in app.history.changes(page=name, limit=20)] if state else [],
        )

    return routes


def _moment(app: App, on: str | None) -> datetime:
    if not on:
        return app.clock.now()
    try:
        moment = read_moment(on)
    except UsageError:
        moment = None
    if moment is None or not 1900 <= moment.year <= 2200:
        raise Told(400, "bad_date", text=on[:40])
    return moment


def seen_now(app: App, name: str) -> Glance | None:
    """How a page is seen; None for one that is watched and was never looked at. Raises Told where there is none."""
    found = app.history.glances([name]).get(name)
    if found is None and app.config.page(name) is None:
        raise Told(404, "no_such_page", name=name[:100])
    return found


def _card(watched: PageConfig, now: datetime, seen: Glance | None, last: Event | None, lang: Language) -> Card:
    name, state = watched.name, state_word(seen, watched, now)
    if seen is None or (record := seen.record) is None:
        return Card(name, None, None, state, seen.last_good_at if seen else None, None)
    change = (last.id, last.detected_at, *headline(last.changes, lang, names_of(record))) if last else None
    organs = _organs(seen.record_json or "", lang)
    return Card(name, record.title, organs, state, seen.last_good_at or seen.last_seen, change)


@lru_cache(maxsize=500)
def _shown(card: Card, lang: Language) -> Markup:
    """Kept by what it shows: a look at one page leaves the cards of the others."""
    return Markup(render("card.html", lang, card=card))  # noqa: S704 a template's answer


@lru_cache(maxsize=500)
def _organs(record_json: str, lang: Language) -> Markup:
    """Who sits where, in short; kept by what the page says."""
    record = record_from_json(json.loads(record_json))
    return Markup(render("organs.html", lang, organs=[each for each in record.collaborations if each.representatives]))  # noqa: S704 a template's answer


def news(event: Event, lang: Language, record: PageRecord | None) -> News:
    """A change set in one line; record: the page's latest, for what collaborations are called."""
    sentence, more = headline(event.changes, lang, names_of(record))
    return News(event, sentence, more)


def news_of(app: App, events: Sequence[Event], lang: Language) -> list[News]:
    """Change sets of any pages, each in one line."""
    seen = app.history.glances(list({each.page for each in events}))
    records = {name: each.record for name, each in seen.items()}
    return [news(each, lang, records.get(each.page)) for each in events]


def by_organ(seats: Sequence[Seat]) -> list[tuple[str, list[Seat]]]:
    """The seats of one page, collaboration by collaboration, in page order."""
    organs: dict[str, list[Seat]] = {}
    for seat in seats:
        organs.setdefault(seat.collaboration, []).append(seat)
    return list(organs.items())


def timeline_of(app: App, seen: Glance, record: PageRecord, year: int | None, lang: Language) -> Timeline:
    """The drawing; without a year the newest DRAWN mandates of it."""
    mandates = app.history.mandates(seen.name)
    last = seen.last_good_at or seen.last_seen or app.clock.now()
    gaps = tuple(app.history.unread(page=seen.name, limit=GAPS))
    now = app.clock.now() if any(gap.until is None for gap in gaps) else None
    plan = Plan(
        tuple(mandates if year is not None else newest(mandates)),
        last,
        record.title or seen.name,
        now,
        year,
        gaps,
        order=tuple(each.name for each in record.collaborations),
        names=tuple(names_of(record).items()),
    )
    return drawn(plan, lang), years_of(mandates, now or last), year, len(mandates)


def newest(mandates: Sequence[Mandate]) -> list[Mandate]:
    """At most DRAWN of them, in their own order: those that stand, and those that ended last."""
    if len(mandates) <= DRAWN:
        return list(mandates)
    latest = sorted(mandates, key=lambda each: (each.ended is None, each.ended and each.ended.by), reverse=True)
    chosen = set(map(id, latest[:DRAWN]))
    return [each for each in mandates if id(each) in chosen]
