"""The JSON API: what the command line answers with --format json, by the same functions. Lists come in sheets.

limit and offset choose a part of a list; where there is more, a Link header says rel="next". With Accept: text/csv the
lists come as CSV, as with --format csv; with ?format=csv as a file that a spreadsheet opens with a click: what it is
written in, and what stands between its cells, is then said as spreadsheets in the reader's language expect it.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from pydantic import WithJsonSchema
from starlette.requests import Request
from starlette.responses import Response

from monitor.app import App
from monitor.telling.tables import Answer, write_csv
from monitor.web import schema
from monitor.web.accepting import prefers
from monitor.web.answering import MaybeText, Number, Plain, Text, rests_on
from monitor.web.exposure import Exposure
from monitor.web.kept import NOT_KEPT
from monitor.web.problems import PROBLEM, Told, language_of
from monitor.web.texts import Texts
from notifier.wording import Language
from records.changes import ChangeKind, Group
from records.codec import to_json

Limit = Annotated[int, Query(ge=1, le=1000, description="how many at most"), Plain]
Offset = Annotated[int, Query(ge=0, le=2**31 - 1, description="how many to pass over"), Plain]
_Written = Annotated[
    str, WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]})
]
Moment = Annotated[
    _Written | None,
    Query(max_length=40, description="2022-10-04 or 2022-10-04T08:00; Stockholm's where no zone is given"),
]
_Named = Annotated[str, WithJsonSchema({"type": "string", "enum": [*Group, *ChangeKind]})]
Kind = Annotated[_Named | None, Query(max_length=200, description="a kind of change, or a group of them")]
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": what, "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    for status, what in (
        (304, "not modified since the ETag"),
        (400, "the question cannot be understood"),
        (401, "a token is needed"),
        (403, "only where a token is set"),
        (404, "there is no such thing"),
        (414, "the address is too long"),
        (429, "too many requests"),
        (431, "the headers are too long"),
        (503, "the database cannot be read now"),
    )
}
_PROBLEMS[304] = {"description": "not modified since the ETag"}
_CSV: dict[str, Any] = {"text/csv": {"schema": {"type": "string"}}}
_SEPARATES: dict[Language, str] = {"sv": ";", "en": ","}
"""What a spreadsheet takes for the border of two cells: where a comma is within numbers, that is no comma."""


def _takes_format(
    format_: Annotated[Literal["csv"] | None, Query(alias="format", description="a file for a spreadsheet")] = None,
) -> None:
    """A parameter of every list; _answer reads it."""


def router(app: App, exposure: Exposure, texts: Texts) -> APIRouter:
    """Everything is asked for with GET."""
    routes = APIRouter(prefix="/api/v1")

    def get(path: str, model: Any, summary: str, *, csv: bool = False) -> Callable[[Any], Any]:
        good: dict[str, Any] = {"model": model, **({"content": _CSV} if csv else {})}
        asked = [Depends(_takes_format)] if csv else []
        responses = {**_PROBLEMS, 200: good}
        return routes.get(path, summary=summary, responses=responses, response_class=Response, dependencies=asked)

    @get("/who", schema.Who, "who represents, now or then", csv=True)
    def who(request: Request, on: Moment = None, in_: _In = None, page: MaybeText = None) -> Response:
        if page is not None:
            rests_on(request, page)
        return _answer(request, app.ask.who(on, in_, page).to_json(), "who")

    @get("/person", list[schema.Mandate], "every seat that a person has held", csv=True)
    def person(request: Request, name: Text, limit: Limit = 100, offset: Offset = 0) -> Response:
        rests_on(request, changes=True)
        return _sheet(request, partial(app.ask.person, name), limit, offset, "person")

    @get("/history", list[schema.Event], "the changes, newest first", csv=True)
    def history(
        request: Request,
        since: Moment = None,
        until: Moment = None,
        page: MaybeText = None,
        person: MaybeText = None,
        in_: _In = None,
        kind: Kind = None,
        limit: Limit = 100,
        offset: Offset = 0,
    ) -> Response:
        rests_on(request, changes=True)
        ask = partial(app.ask.changes, since=since, until=until, page=page)
        asked = partial(ask, person=person, collaboration=in_, kind=kind)
        return _sheet(request, asked, limit, offset, "history")

    @get("/snapshots", list[schema.SnapshotLine], "the states that pages have had, newest first", csv=True)
    def snapshots(request: Request, page: MaybeText = None, limit: Limit = 100, offset: Offset = 0) -> Response:
        if page is not None:
            rests_on(request, page)
        return _sheet(request, partial(app.ask.snapshots, page), limit, offset, "snapshots")

    @get("/snapshots/{number}", schema.Snapshot, "one snapshot as a record")
    def show(request: Request, number: Number) -> Response:
        found = app.ask.snapshot(number)
        rests_on(request, found["page"])
        return _answer(request, found)

    @get("/snapshots/{number}/explanation", Any, "which block gave which part of the record, by which rule")
    def explanation(request: Request, number: Number) -> Response:
        rests_on(request, changes=True)
        return _answer(request, app.ask.provenance(number))

    @routes.get(
        "/snapshots/{number}/raw",
        summary="the response that a snapshot was read from, byte for byte",
        responses={**_PROBLEMS, 200: {"content": {"application/octet-stream": {}}}},
        response_class=Response,
    )
    def raw(request: Request, number: Number) -> Response:
        rests_on(request, changes=True)
        headers = {"content-disposition": f'attachment; filename="snapshot-{number}.html"'}
        return Response(app.ask.raw(number), headers=headers, media_type="application/octet-stream")

    @get("/compare", schema.Comparison, "what differs between two snapshots")
    def compare(request: Request, before: _Id, after: _Id) -> Response:
        rests_on(request, changes=True)
        return _answer(request, app.ask.compare(before, after))

    @get("/search", schema.Finding, "people, collaborations and texts; folded")
    def search(request: Request, q: Text) -> Response:
        rests_on(request, changes=True)
        found = app.history.find(q, limit=30)
        said = [
            {"page": each.page, "collaboration": each.collaboration, "text": each.text} for each in texts.find(q, 30)
        ]
        return _answer(
            request,
            {
                "people": list(found.people),
                "collaborations": to_json(found.collaborations),
                "texts": said,
                "near": list(found.near),
            },
        )

    @get("/status", schema.Status, "is everything being seen and delivered?")
    def status(request: Request) -> Response:
        answer = _answer(request, app.sight.status())
        answer.headers.update(NOT_KEPT)
        return answer

    @get("/alerts", list[schema.Alert], "messages queued, sent, undeliverable, newest first", csv=True)
    def alerts(request: Request, limit: Limit = 100, offset: Offset = 0) -> Response:
        if not exposure.operator:
            raise Told(403, "operator_only")
        return _sheet(request, app.alerts, limit, offset, "alerts")

    return routes


_In = Annotated[str | None, Query(alias="in", max_length=200, description="a collaboration's name or abbreviation")]
_Id = Annotated[int, Query(ge=1, le=2**31 - 1), Plain]


def _sheet(
    request: Request, asked: Callable[..., list[dict[str, Any]]], limit: int, offset: int, kind: Answer
) -> Response:
    """A part of a list. asked: the list's part of this limit, after this offset."""
    found = asked(limit=limit + 1, offset=offset)
    answer = _answer(request, found[:limit], kind)
    if len(found) > limit:
        following = request.url.include_query_params(limit=limit, offset=offset + limit)
        answer.headers["link"] = f'<{following.path}?{following.query}>; rel="next"'
    return answer


def _answer(request: Request, answer: Any, kind: Answer | None = None) -> Response:
    if kind is not None and request.query_params.get("format") == "csv":
        out = io.StringIO("\ufeff")
        out.seek(0, io.SEEK_END)
        write_csv(out, kind, answer, _SEPARATES[language_of(request)])
        headers = {"content-disposition": f'attachment; filename="bevaka-{kind}.csv"'}
        return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)
    if kind is not None and prefers(request.headers.get("accept", ""), "text/csv", "application/json"):
        out = io.StringIO()
        write_csv(out, kind, answer)
        return Response(out.getvalue(), media_type="text/csv; charset=utf-8")
    return Response(json.dumps(answer, ensure_ascii=False), media_type="application/json")
