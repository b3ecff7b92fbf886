"""A moment that is known only as lying between two looks, in words: "mellan 3 och 4 oktober 2022 kl. 06". Pure."""

from __future__ import annotations

from datetime import datetime

from monitor.moments import STOCKHOLM
from notifier.wording import Language, day


def between(after: datetime, by: datetime, lang: Language) -> str:
    """After one aware time, at or before another; what both have in common is said once, at the end."""
    one, other = after.astimezone(STOCKHOLM), by.astimezone(STOCKHOLM)
    minutes = one.minute != 0 or other.minute != 0
    first, last = _clock(one, lang, minutes), _clock(other, lang, minutes)
    at, conjunction, word = ("kl.", "och", "mellan") if lang == "sv" else ("at", "and", "between")
    if one.date() == other.date():
        if first == last:
            return f"{day(one, lang)} {at} {last}"
        return f"{day(one, lang)} {word} {'kl. ' if lang == 'sv' else ''}{first} {conjunction} {last}"
    if first == last:
        return f"{word} {_day_before(one, other, lang)} {conjunction} {day(other, lang)} {at} {last}"
    begun = _day_before(one, other, lang, month=True)
    return f"{word} {begun} {at} {first} {conjunction} {day(other, lang)} {at} {last}"


def _clock(moment: datetime, lang: Language, minutes: bool) -> str:
    if lang == "en":
        return f"{moment:%H:%M}"
    return f"{moment:%H.%M}" if minutes else f"{moment:%H}"


def _day_before(one: datetime, other: datetime, lang: Language, *, month: bool = False) -> str:
    """A day without the month and year that it shares with the later one."""
    number, name, year = day(one, lang).split(" ")
    if one.year != other.year:
        return f"{number} {name} {year}"
    return f"{number} {name}" if month or one.month != other.month else number
