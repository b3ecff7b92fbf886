"""Is this the page that we know? Evidence against a look, without a past and with one (DESIGN §4). Pure.

    content, reading -> judge() -> redirected away | truncated | unrecognised | a wall | None
    before, reading, changes -> judge_against() -> implausible | incomplete | None

Each answer's detail is one clause that names the evidence that decided.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from records.outcome import CannotTell, Reason
from records.page import PageRecord
from scraper.content import Content, Heading
from scraper.judge.past import judge_against
from scraper.judge.walls import error_page, wall
from scraper.reading import Reading

__all__ = ["judge", "judge_against"]


def judge(
    content: Content,
    reading: Reading,
    *,
    requested: str | None = None,
    final: str | None = None,
    had_end_tag: bool | None = None,
) -> CannotTell | None:
    """Absolute evidence that this is not the page; None when there is none.

    requested and final: the address asked for and the one that answered. had_end_tag: the page's earlier bodies ended
    with </html> (None: there are none).
    """
    return (
        (_sent_away(requested, final) if requested and final else None)
        or _cut(content, had_end_tag=bool(had_end_tag))
        or error_page(content)
        or (None if _seats(reading.record) else _wall(content, reading.record))
        or _unrecognised(content, reading)
    )


def _wall(content: Content, record: PageRecord) -> CannotTell | None:
    telling = any(organ.members or organ.member_since for organ in record.collaborations)
    return wall(content, dated=record.last_updated is not None, telling=telling)


def _cut(content: Content, *, had_end_tag: bool) -> CannotTell | None:
    if content.cut:
        return CannotTell(Reason.TRUNCATED, f"the body ends inside the content, in {content.cut}")
    if had_end_tag and not content.has_end_tag:
        return CannotTell(Reason.TRUNCATED, "the body ends without </html>, which it had before")
    return None


def _unrecognised(content: Content, reading: Reading) -> CannotTell | None:
    texts = [block.text for block in content.main if not isinstance(block, Heading)]
    if content.scripts and len(texts) == 1 and _LOADING.fullmatch(texts[0]):
        return CannotTell(Reason.UNRECOGNISED, "the page is only a script, which has still to load its text")
    if content.main:
        return None
    if content.frames:
        return CannotTell(Reason.UNRECOGNISED, "the page is only a frame around another")
    if content.scripts and not content.rest:
        return CannotTell(Reason.UNRECOGNISED, "the page is only a script, with no text of its own")
    if content.rest or reading.record.title:
        return CannotTell(Reason.UNRECOGNISED, "no main content was found on the page")
    return CannotTell(Reason.UNRECOGNISED, "the page has neither title nor text")


_LOADING = re.compile(r"(?:laddar|läser in|loading|vänta|please wait|var god vänta)\b.{0,30}", re.IGNORECASE)
_START_PAGES = re.compile(r"/?(?:sv|en|start|startsida|home|hem|se)?/?", re.IGNORECASE)
_INDEX_FILES = re.compile(r"/(?:index|default|start|startsida|home)\.\w{2,5}$", re.IGNORECASE)
_ERROR_ADDRESS = re.compile(
    r"(?:^|[/._-])(?:40[34]|410|50[0-4]|error|errors|fel|felsida|not-?found|page-?not-?found|"
    r"sidan-(?:finns-inte|hittades-inte|kunde-inte-hittas|saknas)|maintenance|underhall)(?:$|[/._-])",
    re.IGNORECASE,
)
_LOGIN_ADDRESS = re.compile(
    r"(?:^|[/._-])(?:login|logon|log-in|logga-?in|inloggning|sign-?in|saml2?|adfs|sso|oauth2?|idp|wp-login)(?:$|"
    r"[/._-])",
    re.IGNORECASE,
)
_BOT_ADDRESS = re.compile(r"(?:^|[/._-])(?:captcha|challenge|blocked|(?:cookie-?)?consent)(?:$|[/._-])", re.IGNORECASE)


def _sent_away(requested: str, final: str) -> CannotTell | None:
    """A redirect whose target shows that it is another page; most redirects within a site are a page that moved."""
    asked, came = urlsplit(requested), urlsplit(final)
    here, there = _path(asked.path), _path(came.path)
    for pattern, reason, kind in (
        (_LOGIN_ADDRESS, Reason.BLOCKED, "a login page"),
        (_BOT_ADDRESS, Reason.BLOCKED, "a wall"),
        (_ERROR_ADDRESS, Reason.SOFT_404, "an error page"),
    ):
        if pattern.search(there) and not pattern.search(here):
            return CannotTell(reason, f"the site redirected to {kind}, {final}")
    if _site(asked.hostname) != _site(came.hostname):
        return CannotTell(Reason.REDIRECTED_AWAY, f"the page redirected to another site, {final}")
    if _START_PAGES.fullmatch(there) and not _START_PAGES.fullmatch(here):
        return CannotTell(Reason.REDIRECTED_AWAY, f"the page redirected to the site's start page, {final}")
    if here.startswith(f"{there}/"):
        return CannotTell(Reason.REDIRECTED_AWAY, f"the page redirected to a page above it, {final}")
    return None


def _site(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.")


def _path(path: str) -> str:
    return _INDEX_FILES.sub("", path).rstrip("/").lower()


def _seats(record: PageRecord) -> int:
    return sum(len(organ.representatives) + len(organ.officials) for organ in record.collaborations)
