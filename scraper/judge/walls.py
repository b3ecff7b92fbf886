"""Pages that stand in another page's place: error pages, maintenance, bot, consent and login walls.

Each is known by what it says in its headline, or in the text of a page that says hardly anything else. A long page that
mentions such a thing in passing is no wall; nor is any page that names a representative (judge sees to that).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from records.outcome import CannotTell, Reason
from scraper.content import Content, Heading, LinkLine, Paragraph
from scraper.judge.wall_words import (
    BOT_WALL,
    CONSENT_HEAD,
    CONSENT_WALL,
    CONSENT_WORDS,
    COOKIES,
    ERROR_NUMBER,
    FORGOT_PASSWORD,
    IS_AWAY,
    LOGIN_BODY,
    LOGIN_HEAD,
    MAINTENANCE,
    NEEDS_SCRIPT,
    NOT_FOUND,
    SERVER_ERROR,
    WE_USE_COOKIES,
)
from scraper.swedish.remembered import remembered

_HEADLINE_PROSE = 2500  # letters of running text in the main content; above it a headline is a subject, not a wall
_BODY_PROSE = 700
_TINY_PROSE = 300

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")
_QUOTED = re.compile(r"(?<!\w)[”\"“»'’‘«][^”\"“»’«]*[”\"“»'’«]")
_SEPARATORS = re.compile(r"\s+[|–—•·:‹›»«-]\s+|\s*\|\s*|:\s+")


def wall(content: Content, *, dated: bool, telling: bool) -> CannotTell | None:
    """What stands in the page's place, if anything does. To be asked only of pages that name nobody.

    dated: the page tells when it was updated; telling: it tells of members, or since when somebody is one. Walls do
    neither, so that its headline alone can give it away.
    """
    headlines = _headlines(content)
    alone = all(isinstance(block, Heading) for block in content.main)  # what stands under it may be called a box
    texts = [block.text for block in (*content.main, *(content.rest if alone else ()))]
    prose = sum(len(text) for text in _running(content))
    if prose > _HEADLINE_PROSE:
        return None
    by_headline = dated or telling
    openings = list(_openings(texts)) if prose <= _BODY_PROSE and not by_headline else []
    return (
        _said(headlines, openings, _SAYINGS)
        or (None if by_headline else _consent(content, headlines, texts, prose))
        or _login(content, headlines, [] if telling else texts, prose)
        or _said(headlines, openings, _UNFILLED)  # a bot wall asks for a script too, and says more
        or (_said(headlines, openings, _AWAY) if openings and prose <= _TINY_PROSE else None)
    )


def error_page(content: Content) -> CannotTell | None:
    """A page whose headline and whose first words both say that it was not found, whoever its news name below."""
    if not any(_says_not_found(text) for text in _headlines(content)):
        return None
    texts = [block.text for block in content.main if not isinstance(block, Heading)]
    said = next((text for text in _openings(texts[:1]) if NOT_FOUND.search(text)), None)
    return CannotTell(Reason.SOFT_404, f"an error page: its only text says “{_short(said)}”") if said else None


@remembered
def _says_not_found(headline: str) -> bool:
    return ERROR_NUMBER.search(headline) is not None or NOT_FOUND.search(headline) is not None


@remembered
def _titles(title: str) -> tuple[str, ...]:
    return (title, *_SEPARATORS.split(title))


def _headlines(content: Content) -> list[str]:
    """The document's title in whole and in parts, and the first headings of the main content (else of the rest)."""
    titles = _titles(content.title) if content.title else ()
    headings = [block.text for block in content.main if isinstance(block, Heading)]
    if not headings and not content.main:
        headings = [block.text for block in content.rest if isinstance(block, Heading)]
    return [_straight(text) for text in (*titles, *headings[:2])]


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _running(content: Content) -> Iterable[str]:
    """Running text of the main content: a wall's list of suggested links must not make it look like a page."""
    return (block.text for block in content.main if isinstance(block, (Paragraph, Heading)) and not _only_links(block))


def _only_links(block: Paragraph | Heading) -> bool:
    return bool(block.links) and sum(len(link.label) for link in block.links) >= len(block.text)


def _openings(texts: list[str]) -> Iterable[str]:
    """How the first sentences begin: a wall comes to the point, a news text that mentions one does not."""
    for text in texts[:4]:
        for sentence in _SENTENCE_ENDS.split(text)[:4]:
            yield _straight(_QUOTED.sub("", sentence))


_SAYINGS = (
    (BOT_WALL, Reason.BLOCKED, "a bot wall"),
    (NOT_FOUND, Reason.SOFT_404, "an error page"),
    (ERROR_NUMBER, Reason.SOFT_404, "an error page"),
    (MAINTENANCE, Reason.SOFT_404, "a maintenance page"),
    (SERVER_ERROR, Reason.SOFT_404, "an error page"),
)
_AWAY = ((IS_AWAY, Reason.SOFT_404, "an error page"),)
_UNFILLED = ((NEEDS_SCRIPT, Reason.UNRECOGNISED, "a page that a script must fill"),)
_Sayings = tuple[tuple[re.Pattern[str], Reason, str], ...]


def _said(headlines: list[str], openings: list[str], sayings: _Sayings) -> CannotTell | None:
    for texts, where in ((headlines, "its headline says"), (openings, "its only text says")):
        for pattern, reason, kind in sayings:  # what keeps a reader out is told under any name, even an error's
            for text in texts:
                if pattern.search(text):
                    return CannotTell(reason, f"{kind}: {where} “{_short(text)}”")
    return None


def _consent(content: Content, headlines: list[str], texts: list[str], prose: int) -> CannotTell | None:
    """A wall asks before it shows anything; a page about cookies tells at length and asks nothing.

    What a box asks is not always left of it: a page that has nothing but its headline is a wall as well.
    """
    head = next((text for text in headlines if CONSENT_HEAD.search(text)), None)
    if head and prose <= _BODY_PROSE:
        return CannotTell(Reason.BLOCKED, f"a consent wall: its headline says “{_short(head)}”")
    everything = " ".join(texts)
    alone = all(isinstance(block, Heading) for block in content.main)
    if not COOKIES.search(everything) or not (alone or CONSENT_WORDS.search(everything)):
        return None
    asks = CONSENT_WALL.search(everything) or WE_USE_COOKIES.search(everything)
    about = sum(len(text) for text in texts if COOKIES.search(text) or CONSENT_WORDS.search(text))
    titled = {content.title, *(_SEPARATORS.split(content.title) if content.title else [])}
    total = sum(len(text) for text in texts if text not in titled)
    if asks and prose <= _BODY_PROSE and 2 * about >= total:
        return CannotTell(Reason.BLOCKED, f"a consent wall: its only text says “{_short(asks.group())}”")
    return None


def _login(content: Content, headlines: list[str], texts: list[str], prose: int) -> CannotTell | None:
    head = next((text for text in headlines if LOGIN_HEAD.search(text)), None)
    if head and (content.password_field or prose <= _BODY_PROSE):
        return CannotTell(Reason.BLOCKED, f"a login page: its headline says “{_short(head)}”")
    if prose > _BODY_PROSE:
        return None
    body = next((text for text in texts if LOGIN_BODY.search(text)), None)
    if body:
        return CannotTell(Reason.BLOCKED, f"a login page: its only text says “{_short(body)}”")
    if not content.password_field:
        return None
    asks = any(FORGOT_PASSWORD.search(text) for text in texts)
    if asks or (prose <= 200 and not any(isinstance(block, LinkLine) for block in content.main)):
        return CannotTell(Reason.BLOCKED, "a login page: a password field and hardly any text")
    return None


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79].rstrip()}…"
