"""./run bench years [YEARS [SEED]]: ten simulated years of each page; what was derived and is not as in the truth."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.figures import Figure, publish
from benchmarks.watching.acts import PLAIN
from benchmarks.watching.play import Taker, settings
from benchmarks.watching.servers import FAULTS
from benchmarks.years.life import Life, Week, begin
from benchmarks.years.truth import Held, held
from monitor.app import App
from monitor.config import load
from monitor.rereading import make_reader
from storage.answers import Between, Mandate
from storage.verifying import verify
from tests.clock import Clock
from tests.site import Site

YEARS, OF_A_PAGE, WEEKS = 200, 10, 52
SHOWN = 20
CONFIRMED = timedelta(minutes=10)
"""A change is seen at a look, and again a moment later."""


def main() -> int:
    years, seed = [*(int(word) for word in sys.argv[1:3]), 0, 0][:2]
    years = years or YEARS
    lives = [begin((seed or 1) * 1_000 + nth) for nth in range(max(1, years // OF_A_PAGE))]
    counts, wrong = live(lives, WEEKS * min(years, OF_A_PAGE))
    for line in wrong[:SHOWN]:
        print(line)
    names = {"tenures": "as in the truth", "people": "asked for, as in the truth", "states": "as observed"}
    figures = [
        Figure(
            what, f"of them not {right}", counts[f"wrong {what}"] / max(1, counts[what]), 0.0, f"{counts[what]} {what}"
        )
        for what, right in names.items()
    ]
    figures.append(Figure("faults", "found by verify", counts["faults"], 0.0, f"{years} years"))
    return publish("years", figures)


def live(lives: Sequence[Life], weeks: int) -> tuple[Counter[str], list[str]]:
    """Every page looked at once a week; then all that was derived beside the truth."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder, Site() as site:
        names = [f"sida-{nth}" for nth in range(len(lives))]
        config = load(str(settings(Path(folder), site, dict.fromkeys(names, PLAIN))), {})
        clock = Clock()
        looks: list[datetime] = []
        pasts: list[list[Week]] = [[] for _ in lives]
        with App(config, smtp=Taker, clock=clock) as app:
            for now in zip(*(life.weeks(weeks) for life in lives), strict=True):
                for name, life, week, past in zip(names, lives, now, pasts, strict=True):
                    past.append(week)
                    _show(site, f"/{name}", life.html(week), week.fault)
                looks.append(clock.later(hours=24 * 7))
                app.check()
            for name, life, past in zip(names, lives, pasts, strict=True):
                _compare(app, name, life, past, looks, counts, wrong)
            found = verify(app.store, make_reader(config.pages))
        counts["faults"] = len(found.faults)
        return counts, [*found.faults, *wrong]


def _show(site: Site, path: str, html: str, fault: str | None) -> None:
    if fault is None:
        site.shows(html, path=path)
    else:
        FAULTS[fault].makes(html)(site, path)


def _compare(
    app: App,
    name: str,
    life: Life,
    past: Sequence[Week],
    looks: Sequence[datetime],
    counts: Counter[str],
    wrong: list[str],
) -> None:
    truth = Counter(held(past))
    said = Counter(_as_held(each, looks) for each in app.history.mandates(name))
    counts["tenures"] += sum(truth.values())
    counts["wrong tenures"] += max(sum((truth - said).values()), sum((said - truth).values()))
    wrong += [f"{name}: not told {each}" for each in truth - said]
    wrong += [f"{name}: told, not so {each}" for each in said - truth]
    for name_of in life.random.sample(sorted({each.name for each in truth}), 5):
        counts["people"] += 1
        asked = Counter(_as_held(each, looks) for each in app.history.person(name_of) if each.page == name)
        if asked != Counter({each: count for each, count in truth.items() if each.name == name_of}):
            counts["wrong people"] += 1
            wrong.append(f"{name}: person {name_of} did not sit where the truth says")
    for nth in life.random.sample(range(len(looks)), min(20, len(looks))):
        on = looks[nth] + timedelta(days=life.random.randint(1, 6))
        seen = next((week for week in reversed(past[: nth + 1]) if week.fault is None), None)
        wanted = Counter(
            (stand.organ.name, seat.name)
            for stand in (seen.stands if seen else ())
            for seat in stand.organ.representatives
        )
        answer = app.history.who(on, page=name)
        counts["states"] += 1
        if Counter((seat.collaboration, seat.name) for seat in answer.representatives) != wanted:
            counts["wrong states"] += 1
            wrong.append(f"{name}: who on {on:%Y-%m-%d} is not who was seen")


def _as_held(mandate: Mandate, looks: Sequence[datetime]) -> Held:
    ended = mandate.ended or Between(None, None)
    times = (mandate.began.after, mandate.began.by, ended.after, ended.by)
    after, by, until_after, until_by = (None if at is None else _look(at, looks) for at in times)
    assert by is not None
    return Held(mandate.collaboration, mandate.name, mandate.party, mandate.role, after, by, until_after, until_by)


def _look(at: datetime, looks: Sequence[datetime]) -> int:
    """The number of the look at that time; -1 where there was none."""
    return next((nth for nth, look in enumerate(looks) if timedelta(0) <= at - look <= CONFIRMED), -1)


if __name__ == "__main__":
    sys.exit(main())
