"""The whole site: its routes, its answers to failures, and the layers around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Path
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from monitor.app import App
from monitor.logs import LOG
from monitor.moments import STOCKHOLM
from monitor.version import VERSION
from monitor.web import api, feed, findings, operator, pages, stored
from monitor.web.exposure import Exposure, Limits
from monitor.web.guard import Guard
from monitor.web.kept import Kept
from monitor.web.problems import Phrase, Told, told
from monitor.web.render import STATIC, asset
from monitor.web.schema import Problem
from monitor.web.texts import Texts
from records.errors import BevakaError, StorageError, TooSlow, UnknownName
from storage.freshness import Freshness, Ground

_FOREVER = {"cache-control": "public, max-age=31536000, immutable"}


def make_site(app: App, exposure: Exposure, limits: Limits | None = None) -> ASGIApp:
    """The site over one App, as an ASGI application. The database is opened, and migrated, now."""
    limits = limits or Limits()
    inner = FastAPI(
        title="Bevaka",
        version=VERSION,
        description="Who represents whom, and since when. The same answers as the command line's JSON.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.store.database.bound_reads(limits.slowest)
    freshness = Freshness(app.store.database)
    texts = Texts(app, lambda: freshness.stamp(Ground(changes=True)))
    for router in (pages.router(app), stored.router(app), findings.router(app, texts), feed.router(app, exposure)):
        inner.include_router(router, include_in_schema=False)
    inner.include_router(operator.router(app, exposure), include_in_schema=False)
    inner.include_router(api.router(app, exposure, texts))
    inner.include_router(_assets(), include_in_schema=False)
    _answer_failures(inner)
    _as_it_answers(inner.openapi())

    def look(ground: Ground | None) -> tuple[str, str]:
        now = app.clock.now().astimezone(STOCKHOLM)
        mark, stamp = freshness.look(ground)
        return f"{mark} {now:%F %H:%M}", f"{stamp} {now:%F}"

    return Guard(Kept(inner, look, limits, waits=freshness.waits), exposure, limits)


def _as_it_answers(document: dict[str, Any]) -> None:
    """Mend what FastAPI documents of its own accord: 422 for wrong parameters, where our answer is a problem with 400
    or 404; and a parameter may be left out, but is never null."""
    schemas = document["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas["Problem"] = Problem.model_json_schema()
    for operations in document["paths"].values():
        operations["get"]["responses"].pop("422", None)
        for parameter in operations["get"].get("parameters", ()):
            shape = parameter["schema"]
            given = [each for each in shape.pop("anyOf", ()) if each != {"type": "null"}]
            shape |= given[0] if len(given) == 1 else {"anyOf": given} if given else {}


def _assets() -> APIRouter:
    router = APIRouter()

    @router.get("/static/{digest}/{name}")
    def static(digest: str, name: Annotated[str, Path()]) -> Response:
        if name not in STATIC or asset(name)[2] != digest:
            raise HTTPException(404)
        body, kind, _ = asset(name)
        return Response(body, headers=_FOREVER, media_type=kind)

    @router.get("/robots.txt")
    def robots() -> Response:
        return Response("User-agent: *\nDisallow: /\n", media_type="text/plain")

    return router


def _answer_failures(inner: FastAPI) -> None:
    def handler(kind: type[Exception]) -> Callable[[Any], Any]:
        return inner.exception_handler(kind)

    @handler(BevakaError)
    def expected(request: Request, problem: BevakaError) -> Response:
        if isinstance(problem, StorageError):
            LOG.warning("%s: %s", request.url.path, problem)  # where the database lies is nothing for strangers
            key = "too_slow" if isinstance(problem, TooSlow) else "unreadable"
            return told(request, 503, Phrase(key, {}), {"retry-after": "5"})
        return told(request, 404 if isinstance(problem, UnknownName) else 400, str(problem))

    @handler(Told)
    def said(request: Request, problem: Told) -> Response:
        return told(request, problem.status, problem.phrase)

    @handler(RequestValidationError)
    def invalid(request: Request, problem: RequestValidationError) -> Response:
        first = problem.errors()[0]
        if first["loc"][0] == "path":
            return told(request, 404, Phrase("nothing_here", {}))
        return told(request, 400, _wrong(first))

    @handler(HTTPException)
    def refused(request: Request, problem: HTTPException) -> Response:
        return told(request, problem.status_code, Phrase("nothing_here", {}))

    @handler(Exception)
    def unexpected(request: Request, _problem: Exception) -> Response:
        return told(request, 500, Phrase("unexpected", {}))  # and Starlette raises it again, for that log


def _wrong(error: dict[str, Any]) -> Phrase:
    """What is wrong with a parameter, from pydantic's words."""
    values = {"name": error["loc"][-1], "why": error["msg"].removeprefix("Value error, "), **error.get("ctx", {})}
    if error["type"] == "missing":
        return Phrase("no_value", values)
    if error["type"] == "string_too_long":
        return Phrase("too_long", {**values, "most": error["ctx"]["max_length"]})
    return Phrase("bad_value", values)
