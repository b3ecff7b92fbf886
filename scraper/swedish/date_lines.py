"""The page's own date: the line that says when the page was last changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scraper.swedish.dates import DATE, MONTH, day_of
from scraper.swedish.remembered import remembered
from scraper.swedish.vocabulary import MONTHS, words

_STOCKHOLM = ZoneInfo("Europe/Stockholm")


@dataclass(frozen=True, slots=True)
class DateLine:
    """The page's own date. date None: the label stands without a date. time is "HH:MM" or None.

    alone: the line holds the label only, so that the date may stand in the block after it.
    """

    date: date | None
    time: str | None
    rule: str = "date line"

    @property
    def alone(self) -> bool:
        return self.date is None


_WEEKDAY = (
    r"(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day),?\s+(?:den\s+)?"
)
_DAY_BEFORE = re.compile(rf"^(?:den\s+|{_WEEKDAY})", re.IGNORECASE)
_TIME = re.compile(
    r"^(?:T|[\s,]*(?:[-–]\s+)?(?:(?:kl(?:ockan)?\.?|at|den)\s*)?)(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?![\d-])",
    re.IGNORECASE,
)
_UPDATED = (
    r"(?:(?:den\s+här\s+|denna\s+)?(?:web+)?(?:sidan|sida|sidans\s+innehåll|innehåll(?:et(?:\s+på\s+(?:den\s+här\s+)?sidan)?)?|sidinformation(?:en)?|informationen|artikeln|"
    r"texten|dokumentet|listan|listorna|förteckningen|uppgifterna)\s+(?:är\s+|blev\s+|har\s+)?)?"
    r"(?:(?:senast|sist|last|(?:this\s+)?page(?:\s+was)?(?:\s+last)?)\s+)?"
    r"(?:uppdater(?:ade?|at|ades|ats|ing)|ändra(?:de?|t|des|ts)|updated|modified|reviderad|redigera(?:d|t|des)|modifiera(?:d|t|des))"
)
_LABEL = re.compile(
    rf"(?<!\w)(?:{_UPDATED}|(?:datum(?:et)?\s+för\s+)?senaste\s+(?:uppdatering(?:en)?|ändring(?:en)?)|(?:uppdaterings|ändrings)datum|"
    rf"date\s+modified|last\s+update)"
    r"(?:\s+senast)?(?:\s+(?:den|av\s+[^:\d]{1,40}|on|was))?(?=\s*[:•·|,–—-]|\s+\d|\d{4}-|\s+(?:den|on|kl|mån|tis|ons|"
    r"tor|fre|lör|sön|"
    rf"{MONTH})|\s*$|\s+[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"(?<!\w)(?:publicera\w*|granska\w*|kontrollera\w*|sammanträd\w*|möte\w*|copyright|skapa\w*|published|"
    r"reviewed|created|giltig\w*|"
    r"gäller|beslut\w*|anslag\w*|antag\w*)|©",
    re.IGNORECASE,
)
_AGO = re.compile(r"\s*:?\s*för\s+(?:\w+\s+){1,3}sedan\b", re.IGNORECASE)
_SHORT_YEAR = re.compile(
    r"^(?P<lead>[\s:–-]*(?:den\s+)?)(?=(?P<decade>\d)\d-[01]\d-[0-3]\d(?![\d-]))"
)  # "22-09-09", year first
_FIRST_DECADE = "8"  # no page is older
_ISO_TIME = re.compile(r"T[0-2]\d:[0-5]\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)")
_SURE = re.compile(r"senast|sist|last", re.IGNORECASE)
_DAY_WORDS = words("den av on kl klockan was mån tis ons tors fre lör sön at idag igår")
_PROSE = 140  # a date line is short: a longer line that mentions an update is running text


@remembered
def may_tell_date(text: str) -> bool:
    """Whether a text may hold a date line's label: a cheap first look.

    In bytes, whose capitals cost nothing; plain, since a loop over the words would cost more than they do.
    """
    low = text.encode("utf-8", "replace").lower()
    changed = b"ndrad" in low or b"ndrat" in low or b"ndring" in low
    return changed or b"pdat" in low or b"odifie" in low or b"evid" in low or b"edige" in low


@remembered
def date_line(text: str, times: tuple[str, ...] = ()) -> DateLine | None:
    """The page's own date if text is (or holds) its label; None where it is not.

    An impossible date is none: the label stands without a date.
    times are the datetime attributes of time elements in the line; they count where no date is written.
    """
    if text[:1] == "(" and text[-1:] == ")":
        text = text[1:-1]
    label = _label(text, dated=bool(_moments(times)))
    if label is None:
        return None
    after = _SHORT_YEAR.sub(_with_century, text[label.end() :])
    found = DATE.search(after)
    other = _NOT_IT.search(after)
    if found and other and other.start() < found.start():
        found = None
    if found is None:
        sure = _SURE.search(label[0]) or after.lstrip()[:1] == ":" or not re.search(r"\d", after[:30])
        return _from_times(times) or (DateLine(None, None, "date label") if sure else None)
    return _value(found, after) or DateLine(None, None, "date line: no such day")


def _with_century(found: re.Match[str]) -> str:
    return found["lead"] + ("19" if found["decade"] >= _FIRST_DECADE else "20")


def _label(text: str, *, dated: bool) -> re.Match[str] | None:
    """The label, where the line is short or ends with it: "… uppdaterade sidan ändrades 2016" in prose is none.

    dated: a time element in the line says when, so that any words may stand for the date ("i måndags").
    """
    for label in _LABEL.finditer(text):
        if label.start() <= _PROSE and (len(text) <= _PROSE or label.start() < 40):
            before = text[: label.start()].rstrip()
            if (_opens(before) or _titled(before, label[0], text[label.end() :])) and (
                dated or not _runs_on(text[label.end() :])
            ):
                return label
    return None


def _opens(before: str) -> bool:
    """Whether a label may begin after these words: at the start, after a date, a mark, a name of the page."""
    if not before or before[-1] in ".,:;|•·–—-)/!?©" or before[-1].isdigit():
        return True
    return _ends_in_name(before) or bool(before.endswith(" och") and _NOT_IT.search(before))


def _titled(before: str, label: str, after: str) -> bool:
    """Whether a few words, as of a box's title, stand before a label that is sure ("Sidinformation Senast …:").

    With a capital it begins a part of its own, in a line of facts about the page: "Nyhet Uppdaterad: 2 november 2023".
    """
    sure = _SURE.search(label) is not None or label[:1].isupper()
    return len(before.split()) <= 4 and sure and after.lstrip()[:1] == ":"


def _ends_in_name(before: str) -> bool:
    """ "Sidansvarig: Testa Testsson" may stand before the label on the same line."""
    return bool(re.search(r":\s+(?:[A-ZÅÄÖ][\w-]*\s*){1,4}$", before))


def _runs_on(after: str) -> bool:
    """Whether running text follows: a lower-case word that belongs to no date ("uppdaterad strategi antogs")."""
    word = re.match(r"\s*:?\s*([a-zåäö]+)", after)
    if word is None or _AGO.match(after):
        return False
    return not (word[1] in MONTHS or word[1] in _DAY_WORDS or word[1].endswith(("dag", "dagen")))


def bare_date(text: str, times: tuple[str, ...] = ()) -> DateLine | None:
    """The date of a block that is nothing but a date (with a time of day, perhaps); it follows a label's block."""
    stripped = _DAY_BEFORE.sub("", text.strip().lstrip(": ").strip())
    found = DATE.match(stripped)
    if found is None:
        return _from_times(times) if not stripped else None
    left = stripped[found.end() :]
    time = _TIME.match(left)
    left = left[time.end() :] if time else left
    return _value(found, stripped) if len(left.strip(" .,")) == 0 else None


def _value(found: re.Match[str], text: str) -> DateLine | None:
    day = day_of(found)
    if day is None:
        return None
    if moment := _ISO_TIME.match(text, found.end()):
        return _from_times((found[0] + moment[0],))
    clock = _TIME.match(text[found.end() :])
    return DateLine(day, f"{int(clock['h']):02}:{clock['m']}" if clock else None)


def _moments(times: tuple[str, ...]) -> list[DateLine]:
    """The datetime attributes as Stockholm dates and times; what is no moment is passed over."""
    moments = []
    for each in times:
        try:
            moment = datetime.fromisoformat(each.strip())
        except ValueError:
            continue
        local = moment.astimezone(_STOCKHOLM) if moment.tzinfo else moment
        with_time = bool(re.search(r"\d:?\d\d", each.strip()[10:]))
        moments.append(DateLine(local.date(), f"{local:%H:%M}" if with_time else None, "time element"))
    return moments


def _from_times(times: tuple[str, ...]) -> DateLine | None:
    moments = _moments(times)
    return moments[-1] if moments else None
