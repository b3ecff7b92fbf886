"""What went wrong: a page for people, problem details (RFC 9457) for programs, and never a traceback."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from monitor.web.accepting import prefers
from monitor.web.render import render
from monitor.web.tongue import choose
from monitor.web.words import WORDS, say
from notifier.wording import Language

PROBLEM = "application/problem+json"
_LONGEST = 10_000  # bytes of a question, and of each header, that are taken apart


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of monitor.web.words."""

    key: str
    values: Mapping[str, object]

    def said(self, lang: Language) -> str:
        return say(self.key, lang, **self.values)


class Told(Exception):
    """An answer with another status than 200, in words of monitor.web.words."""

    def __init__(self, status: int, key: str, **values: object) -> None:
        self.status, self.phrase = status, Phrase(key, values)
        super().__init__(self.phrase.said("en"))


def language_of(request: Request) -> Language:
    """The language that a request is answered in."""
    asked = request.query_params.get("lang") if len(request.scope["query_string"]) <= _LONGEST else None
    cookie, accept = (request.headers.get(name, "")[:_LONGEST] for name in ("cookie", "accept-language"))
    return choose(asked, cookie, accept)


def told(request: Request, status: int, detail: Phrase | str, headers: dict[str, str] | None = None) -> Response:
    """The answer to one request that cannot be given what it asks for. detail: a text of its own is English.

    Programs are told in English, as on the command line.
    """
    accept = request.headers.get("accept", "text/html")[:_LONGEST]
    if request.scope["path"].startswith("/api/") or not prefers(accept, "text/html", "application/json"):
        said = detail if isinstance(detail, str) else detail.said("en")
        return Response(details(status, said, request.scope["path"]), status, headers, media_type=PROBLEM)
    lang = language_of(request)
    key = str(status) if str(status) in WORDS else "other_problem"
    foreign = isinstance(detail, str) and lang != "en"
    said = detail if isinstance(detail, str) else detail.said(lang)
    html = render("problem.html", lang, title=say(key, lang), detail=said, foreign=foreign, path=None)
    return Response(html, status, headers, media_type="text/html")


def details(status: int, detail: str, path: str) -> str:
    """Problem details, as JSON."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": path[:200],
    }
    return json.dumps(body, ensure_ascii=False)
