"""Finding: the search, and the page of a person."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from monitor.app import App
from monitor.web.answering import Text, Year, page, rests_on
from monitor.web.drawn import Plan, drawn
from monitor.web.pages import newest, news_of
from monitor.web.problems import Told, language_of
from monitor.web.texts import Texts
from monitor.web.timeline import years_of
from records.forms import search_key, swedish_sort_key
from storage.answers import Found

SHOWN = 30
SEATS = 500


def router(app: App, texts: Texts) -> APIRouter:
    routes = APIRouter()

    @routes.get("/search")
    def search(request: Request, q: Text = "") -> HTMLResponse:
        rests_on(request, changes=True)
        found = app.history.find(q, limit=SHOWN) if q.strip() else Found((), ())
        passages = texts.find(q, SHOWN)
        nothing = bool(q.strip()) and not (found.people or found.collaborations or passages)
        return page(request, "search.html", q=q, found=found, passages=passages, nothing=nothing, most=SHOWN)

    @routes.get("/person")
    def person(request: Request, name: Text, year: Year = None) -> HTMLResponse:
        mandates = app.history.person(name, limit=SEATS)
        if not mandates:
            raise Told(404, "nobody_named", name=name)
        events = [app.history.told(each, name) for each in app.history.changes(person=name, limit=20)]
        seen = app.history.glances(list({each.page for each in mandates} | {each.page for each in events}))
        rests_on(request, *seen, changes=True)
        last = max(each.last_good_at or each.last_seen or app.clock.now() for each in seen.values())
        lang = language_of(request)
        names = sorted({each.name for each in mandates}, key=swedish_sort_key)
        called = mandates[-1].name if len(names) == 1 else name
        plan = Plan(tuple(mandates if year else newest(mandates)), last, called, year=year, by_page=True)
        return page(
            request,
            "person.html",
            name=called,
            others=names if len({search_key(each) for each in names}) > 1 else [],
            timeline=(drawn(plan, lang), years_of(mandates, last), year, len(mandates)),
            mandates=mandates,
            news=news_of(app, events, lang),
        )

    return routes
