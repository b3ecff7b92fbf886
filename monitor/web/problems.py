"""What went wrong: a page for people, problem details (RFC 9457) for programs, and never a traceback."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from monitor.web.accepting import prefers
from monitor.web.render import render
from monitor.web.tongue import choose
from monitor.web.words import WORDS, say
from notifier.wording import Language
from records.errors import BevakaError, StorageError, UnknownName

PROBLEM = "application/problem+json"
_LONGEST = 10_000  # bytes of a question, and of each header, that are taken apart


class Told(Exception):
    """An answer with another status than 200, in words of monitor.web.words."""

    def __init__(self, status: int, key: str, **values: object) -> None:
        super().__init__(say(key, "en", **values))
        self.status, self._key, self._values = status, key, values

    def said(self, request: Request) -> str:
        """In the language of the request."""
        return say(self._key, language_of(request), **self._values)


def language_of(request: Request) -> Language:
    """The language that a request is answered in."""
    asked = request.query_params.get("lang") if len(request.scope["query_string"]) <= _LONGEST else None
    cookie, accept = (request.headers.get(name, "")[:_LONGEST] for name in ("cookie", "accept-language"))
    return choose(asked, cookie, accept)


def status_of(problem: BevakaError) -> int:
    """Wrong use is the client's, a database that cannot be used is ours."""
    if isinstance(problem, StorageError):
        return 503
    return 404 if isinstance(problem, UnknownName) else 400


def told(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """The answer to one request that cannot be given what it asks for."""
    accept = request.headers.get("accept", "text/html")[:_LONGEST]
    if request.scope["path"].startswith("/api/") or not prefers(accept, "text/html", "application/json"):
        return _details(request, status, detail, headers)
    lang = language_of(request)
    key = str(status) if str(status) in WORDS else "other_problem"
    html = render("problem.html", lang, title=say(key, lang), detail=detail, path=None)
    return Response(html, status, headers, media_type="text/html")


def _details(request: Request, status: int, detail: str, headers: dict[str, str] | None) -> Response:
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": request.scope["path"][:200],
    }
    return Response(json.dumps(body, ensure_ascii=False), status, headers, media_type=PROBLEM)
