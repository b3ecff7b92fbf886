"""Mandates as bars along time: pure geometry, in the units of the drawing. What is not known is drawn as unknown.

    mandates | rows: one a seat | bars with a faded edge as wide as the interval in which they began or ended

A bar never reaches further than what was seen: a seat that is still held ends at the last look, and one that was held
already at the first look fades out to its left. Times in which the page could not be read are hatched over all rows,
until now where it still cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from monitor.web.seating import begins, ends, seats_of
from notifier.wording import plain
from records.forms import name_key, party_key
from storage.answers import Gap, Mandate

WIDTH = 960.0
LEFT = 22.0  # room for what began before the first look
ROW, BAR = 34.0, 26.0
HEAD = 30.0  # a lane's heading
AXIS = 24.0
_LETTER = 7.4  # the width of a letter of a bar's text, on the safe side
_ZONE = ZoneInfo("Europe/Stockholm")
_NARROWEST = 3.0  # what can still be seen of a short time
_SHORTEST = timedelta(days=30)
_COLOURED = {"m", "s", "c", "l", "kd", "mp", "v", "sd"}


@dataclass(frozen=True, slots=True)
class Window:
    """The time that is shown."""

    start: datetime
    end: datetime

    def x(self, moment: datetime) -> float:
        """Where a time stands, held within the drawing."""
        share = (moment - self.start) / (self.end - self.start)
        return round(LEFT + (WIDTH - LEFT) * min(1.0, max(0.0, share)), 1)


@dataclass(frozen=True, slots=True)
class Bar:
    """x to x + width is certain; fade_in before it and fade_out after it are the intervals that are not known.

    starts: the interval in which it began begins within the drawing.
    """

    mandate: Mandate
    x: float
    width: float
    fade_in: float
    fade_out: float
    text: str
    text_x: float
    party: str
    starts: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One seat."""

    y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """One collaboration."""

    heading: str
    y: float
    rows: tuple[Row, ...]

    @property
    def height(self) -> float:
        """Of its rows, without the heading."""
        return ROW * len(self.rows)


@dataclass(frozen=True, slots=True)
class Hatch:
    """A time in which the page could not be read."""

    gap: Gap
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A line along time, and what it says."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of WIDTH by height."""

    window: Window
    height: float
    lanes: tuple[Lane, ...]
    hatches: tuple[Hatch, ...]
    ticks: tuple[Tick, ...]
    mandates: tuple[Mandate, ...]


def draw(
    mandates: Sequence[Mandate],
    *,
    seen: datetime,
    now: datetime | None = None,
    year: int | None = None,
    gaps: Sequence[Gap] = (),
    by_page: bool = False,
    order: Sequence[str] = (),
) -> Timeline:
    """seen: the last good look. now: the end of the drawing, where the page cannot be read any more. year: that year
    alone. by_page: the lanes are headed by their page, too.

    order: collaborations whose lanes come first, as they stand on the page.
    """
    window = window_of(mandates, now or seen, year)
    one = by_page and len({name_key(each.name) for each in mandates}) == 1
    shown = [each for each in mandates if begins(each) <= window.end and ends(each, seen) >= window.start]
    lanes = tuple(_lanes(shown, window, seen, by_page, order, text=_seat if one else _text))
    height = AXIS + sum(HEAD + ROW * len(lane.rows) for lane in lanes)
    return Timeline(window, height, lanes, tuple(_hatches(gaps, window)), tuple(_ticks(window)), tuple(shown))


def window_of(mandates: Sequence[Mandate], last: datetime, year: int | None) -> Window:
    """Everything that is known, or one year of it."""
    if year is not None:
        return Window(_new_year(year), min(_new_year(year + 1), max(last, _new_year(year) + _SHORTEST)))
    return Window(min(_first(mandates, last), last - _SHORTEST), last)


def years_of(mandates: Sequence[Mandate], last: datetime) -> tuple[int, ...]:
    """The years that one can choose."""
    return tuple(range(_first(mandates, last).astimezone(_ZONE).year, last.astimezone(_ZONE).year + 1))


def _first(mandates: Sequence[Mandate], seen: datetime) -> datetime:
    return min((begins(each) for each in mandates), default=seen)


@lru_cache(maxsize=256)
def _new_year(year: int) -> datetime:
    return datetime(year, 1, 1, tzinfo=_ZONE).astimezone(UTC)


def _lanes(
    mandates: Iterable[Mandate],
    window: Window,
    seen: datetime,
    by_page: bool,
    order: Sequence[str],
    text: Callable[[Mandate], str],
) -> Iterator[Lane]:
    organs: dict[str, list[Mandate]] = {name: [] for name in order}
    for each in mandates:
        heading = f"{each.page}: {each.collaboration}" if by_page else each.collaboration
        organs.setdefault(heading, []).append(each)
    y = AXIS
    for heading, held in organs.items():
        if not held:
            continue
        seats = seats_of(held, seen)
        rows = tuple(
            Row(y + HEAD + nth * ROW, tuple(_bars(seat, window, seen, text))) for nth, seat in enumerate(seats)
        )
        yield Lane(heading, y, rows)
        y += HEAD + ROW * len(rows)


def _bars(seat: Sequence[Mandate], window: Window, seen: datetime, text: Callable[[Mandate], str]) -> Iterator[Bar]:
    """One row's; a bar's text ends where the next one begins."""
    for each, following in zip(seat, (*seat[1:], None), strict=True):
        yield _bar(each, window, seen, window.x(begins(following)) if following else WIDTH, text(each))


def _bar(mandate: Mandate, window: Window, seen: datetime, end_of_text: float, text: str) -> Bar:
    open_start = mandate.began.after is None
    certain = window.x(mandate.began.by or seen)
    ended = mandate.ended
    until = window.x((ended.after or seen) if ended else seen)
    until = max(until, certain)
    began_before_it = (mandate.began.by or seen) < window.start
    fade_in = 0.0 if began_before_it else LEFT - 4 if open_start else certain - window.x(begins(mandate))
    fade_out = window.x(ends(mandate, seen)) - until
    start = certain - fade_in
    room = min(until + fade_out, end_of_text) - start - 14
    return Bar(
        mandate,
        certain,
        round(max(until - certain, 2.0), 1),
        round(fade_in, 1),
        round(fade_out, 1),
        _cut(plain(text), room),
        round(max(start + 8, 8.0), 1),
        party_class(mandate.party),
        not open_start and not began_before_it,
    )


def _text(mandate: Mandate) -> str:
    party = f" ({mandate.party})" if mandate.party else ""
    return f"{mandate.name}{party}" + (f", {mandate.role}" if mandate.role else "")


def _seat(mandate: Mandate) -> str:
    """For a drawing of one person, whose name stands above it."""
    return ", ".join(part for part in (mandate.party, mandate.role) if part)


def _cut(text: str, room: float) -> str:
    letters = int(room / _LETTER)
    if letters >= len(text):
        return text
    return text[: letters - 1].rstrip(" ,(") + "…" if letters > 3 else ""


def party_class(party: str | None) -> str:
    """Which of the style sheet's colours a party has."""
    key = party_key(party)
    return key if key in _COLOURED else "other" if key else "none"


def _hatches(gaps: Iterable[Gap], window: Window) -> Iterator[Hatch]:
    for gap in gaps:
        until = gap.until or window.end
        if until > window.start and gap.since < window.end:
            x = min(window.x(gap.since), WIDTH - _NARROWEST)
            yield Hatch(gap, x, round(max(window.x(until) - x, _NARROWEST), 1))


def _ticks(window: Window) -> Iterator[Tick]:
    """New years; where fewer than three fit, months."""
    first, last = window.start.astimezone(_ZONE), window.end.astimezone(_ZONE)
    years = [year for year in range(first.year, last.year + 1) if window.start <= _new_year(year) <= window.end]
    if len(years) >= 3:
        every = max(1, len(years) // 12 + 1)
        yield from _with_room(Tick(window.x(_new_year(year)), str(year)) for year in years[::every])
        return
    months = [
        moment
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if window.start <= (moment := datetime(year, month, 1, tzinfo=_ZONE)) < window.end
    ]
    every = max(1, len(months) // 13 + 1)
    yield from _with_room(Tick(window.x(moment), f"{moment:%Y-%m}") for moment in months[::every])


def _with_room(ticks: Iterable[Tick]) -> Iterator[Tick]:
    return (tick for tick in ticks if tick.x < WIDTH - 56)
