"""Dates in running text: whole ones in every way of writing them, and partial ones ("februari 1998", "2016")."""

from __future__ import annotations

import re
from datetime import date

from scraper.swedish.vocabulary import MONTHS

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATE = re.compile(
    rf"""(?<![\d.])(?:
    (?P<y1>\d{{4}})\s?[-‐‑–−./]\s?(?P<m1>\d{{1,2}})\s?[-‐‑–−./]\s?(?P<d1>\d{{1,2}})(?!\d)
    |(?P<d2>\d{{1,2}})(?::?[ea]|\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{MONTH})\b\.?,?\s+(?P<y2>\d{{4}})(?!\d)
    |(?P<m3>{MONTH})\b\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})(?!\d)
    |(?P<d4>\d{{1,2}})\s?[/.-]\s?(?P<m4>\d{{1,2}})\s?[/.,\s-]\s?(?P<y4>\d{{4}})(?!\d)
    |(?P<y5>(?:19|20)\d\d)(?P<m5>\d\d)(?P<d5>\d\d)(?!\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_INTRODUCES = re.compile(  # what stands between a name that ends in a year and the date itself: "Vision 2030 år 2015"
    r",?\s+(?:(?:redan|år|den|i|under|hösten|våren|sommaren|vintern|början\s+av|slutet\s+av|sedan|från|och\s+med)\s+)+",
    re.IGNORECASE,
)
_NEAR = 160  # letters: what stands farther on is about something else
_WHEN = re.compile(rf"\b(?:(?P<month>{MONTH})\b\.?\s+)?(?P<year>(?:18|19|20)\d\d)\b(?![-–:]\d|-?tal)", re.IGNORECASE)


def day_of(found: re.Match[str]) -> date | None:
    """The day that a match of DATE names; None where there is no such day."""
    groups = found.groupdict()
    shape = next(each for each in "12345" if groups[f"d{each}"])
    month = groups[f"m{shape}"]
    try:
        return date(int(groups[f"y{shape}"]), MONTHS.get(month.casefold()) or int(month), int(groups[f"d{shape}"]))
    except ValueError:
        return None


def partial_date(text: str) -> str | None:
    """The first date in a text in ISO form, as far as it is told: "2016", "1998-02", "2016-03-01"; None without one."""
    text = text[:_NEAR]
    day = DATE.search(text)
    year = _WHEN.search(text)
    if year and (day is None or year.start() < day.start()) and (goes_on := _INTRODUCES.match(text, year.end())):
        behind = text[goes_on.end() :]
        if DATE.match(behind) or _WHEN.match(behind):
            return partial_date(behind)  # the first year was the end of a name
    if day and (year is None or day.start() <= year.start()):
        full = day_of(day)
        return full.isoformat() if full else None
    if year is None:
        return None
    month = year["month"]
    return f"{year['year']}-{MONTHS[month.casefold()]:02}" if month else str(year["year"])
