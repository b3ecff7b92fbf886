"""Labelled pairs of pages: what stood before, what came after, and what must be said of the two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from benchmarks.detection import cosmetic, faults, real
from benchmarks.detection.cosmetic import Rendered
from benchmarks.detection.invent import invent_page
from benchmarks.detection.labels import Verdict, comparable, expected
from benchmarks.detection.layouts import any_style, render
from monitor.compare import compare, verdict_to_json
from records.codec import to_json
from records.outcome import CannotTell
from records.page import PageRecord
from scraper import read


@dataclass(frozen=True, slots=True)
class Pair:
    """family: which kind of test; kind: which edit. expected: a comparable verdict; reasons: right for a fault."""

    family: str
    kind: str
    seed: int
    style: str
    before: bytes
    after: bytes
    expected: Verdict | None
    reasons: frozenset[str] = frozenset()

    def reasons_fit(self, said: Verdict) -> bool:
        return said["verdict"] == "cannot-tell" and said["reason"] in self.reasons

    def difference(self) -> str:
        """What was said and not expected, and the reverse, one a line."""
        said = verdict_of(self)
        if self.expected is None:
            return f"         said {said['verdict']} {said['reason']}, not {'|'.join(sorted(self.reasons))}"
        lines = [
            f"         said {key} {said[key]!r}" for key in said if key != "changes" and said[key] != self.expected[key]
        ]
        lines += [f"         + {each}" for each in said["changes"] if each not in self.expected["changes"]]
        lines += [f"         - {each}" for each in self.expected["changes"] if each not in said["changes"]]
        return "\n".join(lines)

    def write(self, folder: Path) -> None:
        place = folder / f"{self.kind}-{self.seed}".replace(" ", "")
        place.mkdir(parents=True, exist_ok=True)
        (place / "before.html").write_bytes(self.before)
        (place / "after.html").write_bytes(self.after)


def verdict_of(pair: Pair) -> Verdict:
    """What Bevaka says of the pair: of a first look the record, else the verdict."""
    if pair.family != "first look":
        return comparable(verdict_to_json(compare(pair.before, pair.after).outcome))
    said = read(pair.before)
    if isinstance(said, CannotTell):
        return {"verdict": "cannot-tell", "reason": said.reason.value, "changes": []}
    return _as_read(said.record)


FAMILIES = (
    "first look",
    "real",
    "cosmetic",
    "fault",
    "real under cosmetic",
    "many real",
    "many cosmetic",
    "many real under cosmetic",
)


def pairs(count: int, seed: int) -> Iterator[Pair]:
    """count pairs; each is the same under the same seed, whatever the others are."""
    made, number = 0, seed * 1_000_000
    while made < count:
        number += 1
        pair = make(number)
        if pair is not None:
            made += 1
            yield pair


def make(seed: int) -> Pair | None:
    """The pair of one seed; None where its edit does not fit its page."""
    world, owner, page = invent_page(seed)
    random = Random(seed)
    family = random.choice(FAMILIES)
    style = any_style(random)
    shown = Rendered(page, owner, style, render(page, owner, style))
    before = _bytes(shown.html)
    match family:
        case "first look":
            return Pair(family, style.people, seed, str(style), before, before, _as_read(page))
        case "cosmetic" | "many cosmetic":
            count = 1 if family == "cosmetic" else random.choice((2, 3))
            kind, after = _noisy(random, shown, sorted(cosmetic.KINDS), count)
            return Pair(family, kind, seed, str(style), before, _bytes(after), expected([], page, page))
        case "fault":
            kind = random.choice(sorted(faults.KINDS))
            fault = faults.KINDS[kind](random, shown)
            return Pair(family, kind, seed, str(style), before, _bytes(fault[0]), None, fault[1]) if fault else None
    edit = real.edited(world, owner, page, many=random.choice((2, 2, 3)) if "many" in family else 1)
    if edit is None:
        return None
    kind, after_page, changes = edit
    edited = Rendered(after_page, owner, style, render(after_page, owner, style))
    html: str | bytes = edited.html
    if "under cosmetic" in family:
        kinds = sorted(set(cosmetic.KINDS) - cosmetic.REWRITES)
        noise, html = _noisy(random, edited, kinds, random.choice((1, 1, 2, 3)))
        kind = f"{kind} + {noise}"
    return Pair(family, kind, seed, str(style), before, _bytes(html), expected(changes, page, after_page))


def _noisy(random: Random, shown: Rendered, kinds: list[str], count: int) -> tuple[str, str | bytes]:
    """The page after so much noise, one kind upon the other, and which."""
    html: str | bytes = shown.html
    done = random.sample(kinds, count)
    for each in done:
        if isinstance(html, str):  # nothing more can be done to bytes
            html = cosmetic.KINDS[each](random, replace(shown, html=html))
    return " + ".join(done), html


def _bytes(page: str | bytes) -> bytes:
    return page if isinstance(page, bytes) else page.encode()


def _as_read(page: PageRecord) -> Verdict:
    """A record as one line for each of its parts."""
    record = to_json(page)
    organs = record.pop("collaborations")
    for organ in organs:  # a table by party has them in another order
        organ["representatives"].sort(key=lambda seat: seat["name"])
    lines = [f"{key}: {value}" for key, value in record.items()]
    lines += [f"{organ['name']}: {key}: {value}" for organ in organs for key, value in organ.items()]
    return {"verdict": "read", "reason": None, "changes": sorted(lines)}
