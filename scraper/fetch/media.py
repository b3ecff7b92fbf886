"""Is it a web page at all? By its Content-Type and its first bytes."""

from __future__ import annotations

from collections.abc import Mapping

from records.outcome import CannotTell, Reason
from scraper.fetch.answers import Reply
from scraper.kind import begins_as_page, is_binary

_PAGES = frozenset({"text/html", "application/xhtml+xml", ""})
_NEVER_PAGES = ("image/", "video/", "audio/", "font/", "application/pdf", "application/zip", "application/msword")


def media_type(headers: Mapping[str, str]) -> str:
    """The Content-Type without its parameters; headers: names in lower case."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def never_a_page(headers: Mapping[str, str]) -> CannotTell | None:
    """Refuse by the headers what can never be a page, without reading it."""
    kind = media_type(headers)
    return CannotTell(Reason.NOT_HTML, f"the content is {kind}") if kind.startswith(_NEVER_PAGES) else None


def no_page(reply: Reply) -> str | None:
    """Why these bytes are no page: the header and the bytes themselves must both allow it."""
    kind = media_type(reply.headers)
    if is_binary(reply.body):
        return f"the content is called {kind or 'nothing'} but is a file of another kind"
    if kind not in _PAGES and not begins_as_page(reply.body):
        return f"the content is {kind}"
    return None
