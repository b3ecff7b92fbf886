"""Dates in a line of text: the page's own date, and how long a membership has lasted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

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


_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = (
    r"(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day),?\s+(?:den\s+)?"
)
_DAY_BEFORE = re.compile(rf"^(?:den\s+|{_WEEKDAY})", re.IGNORECASE)
_DATES = re.compile(
    rf"""(?<![\d.])(?:
    (?P<y1>\d{{4}})\s?[-‐‑–−./]\s?(?P<m1>\d{{1,2}})\s?[-‐‑–−./]\s?(?P<d1>\d{{1,2}})(?!\d)
    |(?P<d2>\d{{1,2}})(?::?[ea]|\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})\b\.?,?\s+(?P<y2>\d{{4}})(?!\d)
    |(?P<m3>{_MONTH})\b\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})(?!\d)
    |(?P<d4>\d{{1,2}})\s?[/.-]\s?(?P<m4>\d{{1,2}})\s?[/.,\s-]\s?(?P<y4>\d{{4}})(?!\d)
    |(?P<y5>(?:19|20)\d\d)(?P<m5>\d\d)(?P<d5>\d\d)(?!\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TIME = re.compile(
    r"^(?:T|[\s,]*(?:[-–]\s+)?(?:(?:kl(?:ockan)?\.?|at|den)\s*)?)(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?![\d-])",
    re.IGNORECASE,
)
_UPDATED = (
    r"(?:(?:den\s+här\s+|denna\s+)?(?:web+)?(?:sidan|sida|sidans\s+innehåll|innehållet(?:\s+på\s+(?:den\s+här\s+)?sidan)?|informationen|artikeln|"
    r"texten)\s+(?:är\s+|blev\s+|har\s+)?)?"
    r"(?:(?:senast|sist|last|page\s+last|this\s+page\s+was\s+last)\s+)?"
    r"(?:uppdater(?:ad|at|ades|ats|ing)|ändra(?:d|t|des|ts)|updated|modified|reviderad|redigera(?:d|t|des))"
)
_LABEL = re.compile(
    rf"(?<!\w)(?:{_UPDATED}|senaste\s+(?:uppdatering(?:en)?|ändring(?:en)?)|(?:uppdaterings|ändrings)datum|"
    rf"date\s+modified|last\s+update)"
    r"(?:\s+senast)?(?:\s+(?:den|av\s+[^:\d]{1,40}|on|was))?(?=\s*[:•·|,–—-]|\s+\d|\d{4}-|\s+(?:den|on|kl|mån|tis|ons|"
    r"tor|fre|lör|sön|"
    rf"{_MONTH})|\s*$|\s+[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_NOT_IT = re.compile(
    r"(?<!\w)(?:publicera\w*|granska\w*|kontrollera\w*|sammanträd\w*|möte\w*|copyright|skapa\w*|published|"
    r"reviewed|created|giltig\w*|"
    r"gäller|beslut\w*|anslag\w*|antag\w*)|©",
    re.IGNORECASE,
)
_AGO = re.compile(r"\s*:?\s*för\s+(?:\w+\s+){1,3}sedan\b", re.IGNORECASE)
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
    label = _label(text, dated=bool(_moments(times)))
    if label is None:
        return None
    after = text[label.end() :]
    found = _DATES.search(after)
    other = _NOT_IT.search(after)
    if found and other and other.start() < found.start():
        found = None
    if found is None:
        sure = _SURE.search(label[0]) or after.lstrip()[:1] == ":" or not re.search(r"\d", after[:30])
        return _from_times(times) or (DateLine(None, None, "date label") if sure else None)
    return _value(found, after) or DateLine(None, None, "date line: no such day")


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
    """Whether a few words, as of a box's title, stand before a label that is sure ("Sidinformation Senast …:")."""
    return len(before.split()) <= 2 and bool(_SURE.search(label)) and after.lstrip()[:1] == ":"


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
    found = _DATES.match(stripped)
    if found is None:
        return _from_times(times) if not stripped else None
    left = stripped[found.end() :]
    time = _TIME.match(left)
    left = left[time.end() :] if time else left
    return _value(found, stripped) if len(left.strip(" .,")) == 0 else None


def _value(found: re.Match[str], text: str) -> DateLine | None:
    day = _date(found)
    if day is None:
        return None
    clock = _TIME.match(text[found.end() :])
    return DateLine(day, f"{int(clock['h']):02}:{clock['m']}" if clock else None)


def _date(found: re.Match[str]) -> date | None:
    groups = found.groupdict()
    shape = next(each for each in "12345" if groups[f"d{each}"])
    month = groups[f"m{shape}"]
    try:
        return date(int(groups[f"y{shape}"]), MONTHS.get(month.casefold()) or int(month), int(groups[f"d{shape}"]))
    except ValueError:
        return None


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


_SINCE = re.compile(
    r"(?:(?:har\s+(?:varit|deltagit|ingått)|är|varit)\b[^.]{0,80}?\b(?:medlem\w*|part|partner|med|delägare|"
    r"anslut(?:en|et|na)|deltagit|ingått)\b[^.]{0,60}?\b(?:(?:allt)?se(?:da)?n|från\s+och\s+med)\b"
    r"|\b(?:är|varit)\s+en\s+del\s+av\b[^.]{0,40}?\bsedan\b"
    r"|\bmedlem\w*[^.]{0,30}?\b(?:sedan|från\s+och\s+med|fr\.?o\.?m\.?)\b"
    r"|^(?:medlem\s+från|medlemsår|inträdesår|medlem\s+sen)\b:?|\b(?:antogs|upptogs|togs\s+upp)\s+som\b[^.]{0,40}?\bmedlem\w*"
    r"|\bblev\b[^.]{0,40}?\b(?:medlem\w*|part|partner|delägare)\b"
    r"|\b(?:gick|kom)\b[^.]{0,40}?\b(?:med|medlem|delägare|part)\b|\b(?:är|varit)\s+(?:sedan\s+dess\b[^.]{0,20}?\bmedlem|medlem\w*\s+sedan\s+dess)|\banslöt(?:s)?\b|\binträdde\b|\btillträdde\b|\b(?:deltar|ingår)\b[^.]{0,40}?\bsedan\b"
    r"|\bhar\s+(?:deltagit|ingått|samarbetat)\b[^.]{0,60}?\bsedan\b|\bmember\s+since\b|"
    r"\bmedlemskap(?:et)?\b[^.]{0,40}?\b(?:inleddes|började|startade|tecknades|ingicks|är från)\b|"
    r"\bbeviljades\s+medlemskap\b|\bvaldes\s+in\b|"
    r"\b(?:har|är)\b[^.]{0,40}?\b(?:tillhört\b[^.]{0,60}?\bsedan|medlem\w*\s+från)\b)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_FIRST = re.compile(
    r"\b(?:sedan|år|i|from|fr\.o\.m\.|den)\s+(?P<when>[^.,]{4,30}?)(?=\s+(?:är|har|varit|blev|gick|anslöt|"
    r"medlem|deltar|ingår)\b)[^.]*?"
    r"\b(?:medlem\w*|med i|anslöt\w*|partner|delägare|deltar|ingår)\b",
    re.IGNORECASE,
)
_HAS_SINCE = re.compile(  # "Regionen har sedan 1 mars 2018 ingått i samarbetet"
    r"\bhar\s+(?:ända\s+)?sedan\s+(?P<when>[^.,]{4,30}?)\s+(?:ingått|deltagit|tillhört)\b", re.IGNORECASE
)
_YEAR_FIRST = re.compile(  # "2016 blev staden medlem", "Hösten 2009 gick kommunen med"
    rf"^(?:(?:redan|hösten|våren|sommaren|vintern)\s+)?(?P<when>(?:(?:{_MONTH})\s+)?(?:19|20)\d\d)\s+(?:blev|gick|kom|anslöt|"
    r"inträdde|antogs|valdes)\b[^.]*?\b(?:medlem\w*|med|sig|partner|delägare|in)\b",
    re.IGNORECASE,
)
_THEN = re.compile(rf"\b(?:(?:{_MONTH})\s+)?(?:19|20)\d\d\b", re.IGNORECASE)
_AGAIN = re.compile(r"\båter\s?(?:är\s+|igen\s+)?(?:medlem|inträd|anslöt|anslut)\w*", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:var|fram\s+till|till\s+och\s+med|t\.?o\.?m\b|lämnade(?!\s+\w*(?:utskottet|gruppen|styrelsen|posten|uppdraget))|utträdde|gick\s+ur|"
    r"mellan\s+(?:år(?:en)?\s+)?\d{4}\s+och|avslutade\w*|tidigare\s+medlem)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?:blev|gick|kom)\s+(?:\w+\s+){0,4}?(?:(?:år|i|den)\s+)?(?P<when>(?:\d{1,2}\s+)?(?:[a-z]+\s+)?\d{4})\b", re.I
)
_FOUNDED = re.compile(r",?\s+som\s+(?:\w+\s+)?(?:grundades|bildades|startade|instiftades)\b[^,]*", re.IGNORECASE)
_OUTSIDE = re.compile(  # the subject is the collaboration itself: "Nätverket är medlem i …"
    r"^(?:nätverket|skr|skl|sverige|sveriges\s+kommuner\s+och\s+(?:regioner|landsting)|euroregionen|samarbetet|plattformen|alliansen|unionen|sekretariatet|kommittén|gruppen|rådet|"
    r"föreningen|förbundet|organisationen|stiftelsen|bolaget|"
    r"(?:[\w-]*)kontoret)\s+(?:är|blev|har)\s+(?:\w+\s+){0,4}?medlem\w*\s+(?:i|av)\b",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(  # what stands between a name that ends in a year and the date itself: "Vision 2030 år 2015"
    r",?\s+(?:(?:redan|år|den|i|under|hösten|våren|sommaren|vintern|början\s+av|slutet\s+av|sedan|från|och\s+med)\s+)+",
    re.IGNORECASE,
)
_WHEN = re.compile(rf"\b(?:(?P<month>{_MONTH})\b\.?\s+)?(?P<year>(?:18|19|20)\d\d)\b(?![-–:]\d|-?tal)", re.IGNORECASE)


@remembered
def member_since(text: str, names: tuple[str, ...] = ()) -> str | None:
    """Since when the page's own organisation is a member, as a partial ISO date: "2016", "1998-02", "2016-03-01".

    names: the collaboration's own; a year in them ("Klubb 2050") is no date, and what it is a member of itself counts
    for nothing, nor does a membership that ended, nor the year in which the network itself was formed.
    """
    if not _YEAR.search(text):
        return None
    for sentence in re.split(r"(?<=[^.\s]{3})[.!?](?:\s|$)", text):
        if _is_of_its_own(sentence, names):
            continue
        if "sedan dess" in sentence:
            sentence = _since_then(sentence)
        when = _since(_without_years(sentence, names))
        if when:
            return when
    return None


def _since_then(sentence: str) -> str:
    """ "bildades 1957 och kommunen har varit medlem sedan dess" says since when by the year before it."""
    years = list(_THEN.finditer(sentence, 0, sentence.index("sedan dess")))
    return f"medlem sedan {years[-1][0]}" if years and "medlem" in sentence.lower() else sentence


def _since(sentence: str) -> str | None:
    plain = re.sub(r"\([^)]*\)", "", sentence)
    since = _SINCE.search(sentence)
    if _ENDED.search(plain):
        again = _AGAIN.search(plain)
        return _partial(plain[again.end() :]) if again else None
    when = (_when_within(since[0]) or _partial(_FOUNDED.sub("", sentence[since.end() :]))) if since else None
    return when or _before(plain)


def _is_of_its_own(sentence: str, names: tuple[str, ...]) -> bool:
    """Whether a sentence tells what the collaboration is a member of itself."""
    for name in names:
        if name and sentence.startswith(f"{name} "):
            sentence = f"Nätverket {sentence[len(name) + 1 :]}"
    return _OUTSIDE.match(sentence) is not None


def _without_years(sentence: str, names: tuple[str, ...]) -> str:
    for name in names:
        if name and _YEAR.search(name):
            sentence = sentence.replace(name, _YEAR.sub("", name))
    return sentence


def _when_within(phrase: str) -> str | None:
    """The year right behind the verb: "blev 2013 medlem i nätverket"."""
    found = _WITHIN.match(phrase)
    return _partial(found["when"]) if found else None


def _before(sentence: str) -> str | None:
    """The date where it stands first: "Sedan 2012 är vi medlem", "År 2003 blev vi medlem"."""
    first = _FIRST.search(sentence) or _YEAR_FIRST.search(sentence) or _HAS_SINCE.search(sentence)
    return _partial(first["when"]) if first else None


def _partial(text: str) -> str | None:
    text = text[:160]
    day = _DATES.search(text)
    year = _WHEN.search(text)
    if year and (day is None or year.start() < day.start()) and (goes_on := _INTRODUCES.match(text, year.end())):
        behind = text[goes_on.end() :]
        if _DATES.match(behind) or _WHEN.match(behind):
            return _partial(behind)  # the first year was the end of a name
    if day and (year is None or day.start() <= year.start()):
        full = _date(day)
        return full.isoformat() if full else None
    if year is None:
        return None
    month = year["month"]
    return f"{year['year']}-{MONTHS[month.casefold()]:02}" if month else str(year["year"])
