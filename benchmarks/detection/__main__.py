"""./run bench detection, or python -m benchmarks.detection [PAIRS [SEED [FOLDER]]].

Prints what was told wrongly, with examples (their pages go to FOLDER), then a line for each family of pairs.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from benchmarks.detection.pairs import Pair, pairs, verdict_of
from benchmarks.figures import Figure, publish

PAIRS = 5_000
SHOWN = 2  # examples of each kind that fails


def main() -> int:
    """0 where every pair was told rightly: no change missed, no false alarm, every fault known for what it is."""
    count, seed, folder = [*sys.argv[1:], "", "", ""][:3]
    made: Counter[str] = Counter()
    failures: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs(int(count or PAIRS), int(seed or 1)):
        made[pair.family] += 1
        said = verdict_of(pair)
        if said != pair.expected and not pair.reasons_fit(said):
            failures[pair.family].append(pair)
    for wrong in failures.values():
        _show(wrong, Path(folder) if folder else None)
    figures = [
        Figure(family, "of the pairs told wrongly", len(failures[family]) / made[family], 0.0, f"{made[family]} pairs")
        for family in sorted(made)
    ]
    return publish("detection", figures)


def _show(wrong: Iterable[Pair], folder: Path | None) -> None:
    shown: Counter[str] = Counter()
    for pair in wrong:
        shown[pair.kind] += 1
        if shown[pair.kind] <= SHOWN:
            print(f"{pair.family}: {pair.kind}, seed {pair.seed}, {pair.style}\n{pair.difference()}")
            if folder:
                pair.write(folder)


if __name__ == "__main__":
    sys.exit(main())
