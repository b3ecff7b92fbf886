"""Drawings as markup, remembered by what they show: a page is looked at every hour and seldom says anything new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache

from markupsafe import Markup

from monitor.web.render import render
from monitor.web.timeline import draw
from notifier.wording import Language
from storage.answers import Gap, Mandate

_SHARE = 2000  # of the time shown: how short a drawing may be, which is less than half a unit of its width
_LEAST = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be drawn; see timeline.draw. what: of whom or what. names: what collaborations are called."""

    mandates: tuple[Mandate, ...]
    seen: datetime
    what: str
    now: datetime | None = None
    year: int | None = None
    gaps: tuple[Gap, ...] = ()
    by_page: bool = False
    order: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing with the table behind it. shown: how many of the mandates are in it."""

    markup: Markup
    shown: int


def drawn(plan: Plan, lang: Language) -> Drawn:
    """The drawing. It may end up to half a unit of its width before the last look, so that an older one can serve."""
    return _drawn(replace(plan, seen=_end(plan)), lang)


@lru_cache(maxsize=64)
def _drawn(plan: Plan, lang: Language) -> Drawn:
    timeline = draw(
        plan.mandates,
        seen=plan.seen,
        now=plan.now,
        year=plan.year,
        gaps=plan.gaps,
        by_page=plan.by_page,
        order=plan.order,
    )
    html = render("drawing.html", lang, timeline=timeline, what=plan.what, names=dict(plan.names))
    return Drawn(Markup(html), len(timeline.mandates))  # noqa: S704 a template's answer


def _end(plan: Plan) -> datetime:
    """The last look on a grid of times; never before anything that is known to have happened."""
    known = [*_moments(plan)]
    if not known:
        return plan.seen
    step, most = _LEAST, (plan.seen - min(known)) / _SHARE
    if step > most:
        return plan.seen
    while step * 2 <= most:
        step *= 2
    return max(min(known) + (plan.seen - min(known)) // step * step, *known)


def _moments(plan: Plan) -> Iterator[datetime]:
    for each in plan.mandates:
        for interval in (each.began, each.ended):
            if interval is not None:
                yield from (moment for moment in (interval.after, interval.by) if moment)
    for gap in plan.gaps:
        if gap.until is not None:  # one that lasts began after the last good look
            yield from (gap.since, gap.until)
