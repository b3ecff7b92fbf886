"""Which language a request is answered in, and the words of that language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from http.cookies import CookieError, SimpleCookie
from typing import Any

from monitor.moments import STOCKHOLM
from monitor.telling.answers import bounds
from monitor.web.accepting import weights
from monitor.web.words import WORDS, say
from notifier.operator_phrases import OPERATOR_PHRASES
from notifier.wording import Language, day, moment, span
from notifier.wording.evidence import in_words
from records.outcome import Reason
from storage.answers import Between

COOKIE = "bevaka_language"


def choose(asked: str | None, cookie: str, accept: str) -> Language:
    """The switch, else the cookie, else what the browser likes best of the two, else Swedish."""
    for choice in (asked, _from_cookie(cookie)):
        if choice in ("sv", "en"):
            return "en" if choice == "en" else "sv"
    return "en" if _liking(accept, "en") > _liking(accept, "sv") else "sv"


def _liking(accept: str, lang: str) -> float:
    """The best weight of a language in any of its regions; "*" is every language that is not named."""
    said = weights(accept)
    named = [weight for name, weight in said.items() if name.partition("-")[0] == lang]
    return max(named, default=said.get("*", 0.0))


def _from_cookie(header: str) -> str | None:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language's words, for templates."""

    lang: Language

    def t(self, key: str, **values: object) -> str:
        """A phrase; a key that is none is shown as it is."""
        return say(key, self.lang, **values) if key in WORDS else key

    def when(self, at: datetime | None) -> str:
        return moment(at, self.lang) if at else self.t("never")

    def span(self, first: datetime, last: datetime) -> str:
        return span(first, last, self.lang)

    def day(self, on: date | None) -> str:
        return day(on, self.lang) if on else ""

    def day_of(self, asked: str, at: datetime) -> str:
        """A time as it was asked for: a day, or a day and a time."""
        return self.day(at.astimezone(STOCKHOLM).date()) if len(asked.strip()) <= len("2022-10-04") else self.when(at)

    def between(self, interval: Between | None) -> str:
        return _between(interval, self.lang) if interval else self.t("sits")

    def reason(self, reason: Reason | str | None) -> str:
        return OPERATOR_PHRASES[self.lang].reasons[Reason(reason)] if reason else ""

    def evidence(self, detail: str | None) -> str:
        return in_words(detail or "", self.lang)


@lru_cache(maxsize=10_000)
def _between(interval: Between, lang: Language) -> str:
    """Where one mandate ends another begins, so that each is asked for several times on one page."""
    return bounds(interval.to_json(), lang)


TONGUES: dict[Language, Any] = {"sv": Tongue("sv"), "en": Tongue("en")}
