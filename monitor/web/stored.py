"""What is stored: the changes, one change, and one snapshot with where each record came from."""

from __future__ import annotations

import re
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from monitor.app import App
from monitor.web.answering import MaybeText, Nth, Number, page, rests_on
from monitor.web.pages import news_of, seen_now
from monitor.web.problems import Told, language_of
from notifier.wording import names_of
from notifier.wording.report import changes_report
from records.errors import UnknownName
from scraper.charset import decode
from storage.answers import Snapshot

PER_SHEET = 30
_FRAME_POLICY = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
_HINTS = re.compile(r"<(?=/?link\b|/?meta\b)", re.IGNORECASE)


def router(app: App) -> APIRouter:
    routes = APIRouter()

    @routes.get("/changes")
    def changes(request: Request, of: MaybeText = None, sheet: Nth = 1) -> HTMLResponse:
        if of is not None and seen_now(app, of) is None:
            raise Told(404, "not_read_yet")
        rests_on(request, changes=True)
        found = app.history.changes(page=of, limit=PER_SHEET + 1, offset=(sheet - 1) * PER_SHEET)
        if sheet > 1 and not found:
            raise Told(404, "nothing_here")
        lines, more = news_of(app, found[:PER_SHEET], language_of(request)), len(found) > PER_SHEET
        return page(request, "changes.html", name=of, lines=lines, sheet=sheet, more=more)

    @routes.get("/changes/{number}")
    def change(request: Request, number: Number) -> HTMLResponse:
        try:
            event = app.history.change(number)
        except UnknownName:
            raise Told(404, "no_such_change", id=number) from None
        rests_on(request, event.page)
        before_id, _ = app.history.beside(event.snapshot_id)
        after = app.history.snapshot(event.snapshot_id)
        before = app.history.snapshot(before_id) if before_id else None
        names = names_of(before.record if before else None, after.record)
        report = changes_report(app.history.told(event).changes, language_of(request), names)
        return page(request, "change.html", event=event, report=report, before=before, after=after, title=_title(after))

    @routes.get("/snapshots/{number}")
    def snapshot(request: Request, number: Number) -> HTMLResponse:
        found = _snapshot(app, number)
        rests_on(request, found.line.page)
        earlier, later = app.history.beside(number)
        return page(
            request,
            "snapshot.html",
            snapshot=found,
            title=_title(found),
            earlier=earlier,
            later=later,
            claims=_claims(found.provenance),
            unclaimed=_unclaimed(found.provenance),
        )

    @routes.get("/snapshots/{number}/frame")
    def frame(request: Request, number: Number) -> Response:
        rests_on(request, changes=True)
        received = app.history.raw(_snapshot(app, number).line.id)
        text = decode(received.body, received.headers.get("content-type"))
        # A policy does not stop every browser from resolving the names in link hints; unknown elements are ignored.
        body = _HINTS.sub("<x-", text).encode("utf-8", "replace")
        return Response(body, media_type="text/html; charset=utf-8", headers={"content-security-policy": _FRAME_POLICY})

    return routes


def _snapshot(app: App, number: int) -> Snapshot:
    try:
        return app.history.snapshot(number)
    except UnknownName:
        raise Told(404, "no_such_snapshot", id=number) from None


def _title(snapshot: Snapshot) -> str:
    return snapshot.record.title or snapshot.line.page


def _claims(provenance: Any) -> list[tuple[str, str, str]]:
    """What was read, by which rule, from which line."""
    if not provenance:
        return []
    return [(each["what"], each["rule"], provenance["blocks"][each["block"]]) for each in provenance["claims"]]


def _unclaimed(provenance: Any) -> list[str]:
    return [provenance["blocks"][index] for index in provenance["unclaimed"]] if provenance else []
