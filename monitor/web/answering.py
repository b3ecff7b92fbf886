"""What the routes share: the language and its cookie, the numbers in an address, and what an answer is made of."""

from __future__ import annotations

import re
from typing import Annotated, Any

from fastapi import Path, Query
from pydantic import BeforeValidator
from starlette.requests import Request
from starlette.responses import HTMLResponse

from monitor.web.kept import GROUND
from monitor.web.problems import language_of
from monitor.web.render import render
from monitor.web.tongue import COOKIE
from storage.freshness import Ground


def _digits(written: Any) -> Any:
    """Numbers in addresses have one form: no sign, no space, no zero in front."""
    if isinstance(written, str) and not re.fullmatch("0|[1-9][0-9]*", written):
        raise ValueError("is no whole number")
    return written


Plain = BeforeValidator(_digits)
Number = Annotated[int, Path(ge=1, le=2**31 - 1), Plain]
Year = Annotated[int | None, Query(ge=1900, le=2200), Plain]
Nth = Annotated[int, Query(ge=1, le=1_000_000), Plain]
Text = Annotated[str, Query(max_length=200)]
MaybeText = Annotated[str | None, Query(max_length=200)]


def page(request: Request, template: str, **values: Any) -> HTMLResponse:
    """A page in the request's language. A choice of language is remembered in our only cookie."""
    lang = language_of(request)
    path = request.scope["path"]
    kept = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
    answer = HTMLResponse(render(template, lang, path=path, asked=kept, **values))
    if request.query_params.get("lang") == lang:
        answer.set_cookie(COOKIE, lang, max_age=31_536_000, path="/", samesite="lax", httponly=True)
    return answer


def rests_on(request: Request, *names: str, changes: bool = False) -> None:
    """Say what the answer is made of, so that it is kept through commits that do not touch that.

    names: pages, including how they were last seen. changes: what every page has said so far. Without this call the
    answer is kept only until the next commit of anybody.
    """
    request.scope[GROUND].append(Ground(tuple(sorted(names)), changes))
