"""For the operator: how the looks go, what is held back, and what waits to be sent. It only shows, and never acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from monitor.app import App
from monitor.health import METRICS_TYPE, Watched
from monitor.web.answering import Nth, Text, page, rests_on
from monitor.web.exposure import Exposure
from monitor.web.kept import NOT_KEPT
from monitor.web.pages import seen_now
from monitor.web.problems import Told, language_of, told
from monitor.web.render import render
from monitor.web.standing import state_word
from notifier.wording import Language, names_of
from notifier.wording.report import Report, changes_report
from records.came_or_went import with_seats
from records.errors import UsageError
from records.outcome import Reason
from storage.queries.glance import Glance, Held

MESSAGES = 50
PAGES = 50
LOOKS = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for the operator to accept it."""

    page: str
    reason: Reason
    detail: str
    report: Report


@dataclass(frozen=True, slots=True)
class Stand:
    """One page as the operator sees it. word: as state_word has it."""

    page: str
    word: str
    outcome: str | None
    reason: Reason | None
    last_good: datetime | None
    failures: int
    next_look: datetime


def router(app: App, exposure: Exposure) -> APIRouter:
    routes = APIRouter()

    @routes.get("/status")
    def status(request: Request, sheet: Nth = 1) -> HTMLResponse:
        _see_the_operator(exposure)
        well, backlog, lang = app.store.well(), app.store.backlog(), language_of(request)
        late = app.sight.overdue()
        troubled = sorted(app.config.pages, key=lambda each: each.name in well and each.name not in late)
        shown = troubled[(sheet - 1) * PAGES : sheet * PAGES]
        if sheet > 1 and not shown:
            raise Told(404, "nothing_here")
        return page(
            request,
            "status.html",
            ok=not late and app.sight.is_well(well, backlog),
            backlog=backlog,
            pages=[_row(each, lang) for each in _stands(app, app.sight.watched(shown))],
            sheet=sheet,
            more=len(troubled) > sheet * PAGES,
            held=[_waiting(each, lang) for each in app.history.held()],
            messages=app.alerts(limit=MESSAGES),
            most=MESSAGES,
            tally=app.history.tally(),
        )

    @routes.get("/looks")
    def looks(request: Request, of: Text, sheet: Nth = 1) -> HTMLResponse:
        _see_the_operator(exposure)
        if seen_now(app, of) is None:
            raise Told(404, "not_read_yet")
        rests_on(request, of)
        found = app.history.runs(page=of, limit=LOOKS + 1, offset=(sheet - 1) * LOOKS)
        if sheet > 1 and not found:
            raise Told(404, "nothing_here")
        return page(request, "looks.html", name=of, runs=found[:LOOKS], sheet=sheet, more=len(found) > LOOKS)

    @routes.get("/healthz")
    def healthz() -> Response:
        health = app.sight.health()
        text = "ok\n" if health.ok else "".join(f"{each}\n" for each in health.problems)
        return PlainTextResponse(text, 200 if health.ok else 503, NOT_KEPT)

    @routes.get("/metrics")
    def metrics(request: Request) -> Response:
        _see_the_operator(exposure)
        try:
            return Response(app.sight.metrics(), headers={**NOT_KEPT, "content-type": METRICS_TYPE})
        except UsageError as problem:  # the extra is not installed
            return told(request, 501, str(problem))

    return routes


def _see_the_operator(exposure: Exposure) -> None:
    """Refuse where anybody may read: the outbox holds people's addresses."""
    if not exposure.operator:
        raise Told(403, "operator_only")


def _waiting(held: Held, lang: Language) -> Waiting:
    names = names_of(held.before, held.record)
    told = with_seats(held.changes, held.before, held.record)
    report = changes_report(told, lang, names, compared=False)
    return Waiting(held.page, held.reason, held.detail, report)


def _stands(app: App, pages: list[Watched]) -> list[Stand]:
    """As the start page has them: a page that was never looked at may have a past that was imported."""
    unseen = [each.page.name for each in pages if each.standing.outcome is None]
    glances = app.history.glances(unseen) if unseen else {}
    return [_stand(each, glances.get(each.page.name), app.clock.now()) for each in pages]


def _stand(watched: Watched, glance: Glance | None, now: datetime) -> Stand:
    known = watched.standing
    return Stand(
        watched.page.name,
        state_word(glance or known, watched.page, now),
        known.outcome,
        known.reason,
        known.last_good_at or (glance.last_seen if glance else None),
        known.failures,
        watched.next_look,
    )


@lru_cache(maxsize=500)
def _row(stand: Stand, lang: Language) -> Markup:
    """Kept by what it shows: a look at one page leaves the rows of the others."""
    return Markup(render("stand.html", lang, each=stand))  # noqa: S704 a template's answer
