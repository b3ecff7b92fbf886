"""What every benchmark publishes with: a table for people, a JSON file for machines, an exit code for promises.

A figure is a ratio to a floor or a peer measured in the same run, in turns, so that it survives a noisy machine.
"""

from __future__ import annotations

import json
import platform
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Figure:
    """One promise: what was measured against what, the ratio, and the most that it may be (None: no promise)."""

    what: str
    against: str
    ratio: float
    aim: float | None = None
    detail: str = ""

    @property
    def held(self) -> bool:
        return self.aim is None or self.ratio <= self.aim


def ratio(subject: Callable[[], float], floor: Callable[[], float], rounds: int) -> float:
    """The median of the ratios of two costs taken in turns, after one unmeasured round of each."""
    subject(), floor()
    return statistics.median(subject() / floor() for _ in range(rounds))


def publish(name: str, figures: Sequence[Figure]) -> int:
    """Prints the table, writes benchmarks/results/NAME.json; 1 where a promise is not held."""
    width = max(len(each.what) for each in figures)
    print(f"{name}, {datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {platform.machine()}")
    for each in figures:
        aim = "" if each.aim is None else f"  aim {each.aim:g}  {'held' if each.held else 'NOT HELD'}"
        detail = f"  ({each.detail})" if each.detail else ""
        print(f"  {each.what:<{width}}  {each.ratio:6.2f} x {each.against}{aim}{detail}")
    RESULTS.mkdir(exist_ok=True)
    rows = [{**asdict(each), "held": each.held} for each in figures]
    document = {"benchmark": name, "at": datetime.now(UTC).isoformat(timespec="seconds"), "figures": rows}
    (RESULTS / f"{name}.json").write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")
    sys.stdout.flush()
    return 0 if all(each.held for each in figures) else 1
