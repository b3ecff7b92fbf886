"""python -m benchmarks.detection [PAIRS] [SEED]: a table of what was told rightly, and examples of what was not."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.detection.pairs import Pair, pairs, verdict_of

SHOWN = 2  # examples of each kind that fails


def main(count: int, seed: int, keep: Path | None = None) -> int:
    """Exit code 1 where any pair was told wrongly. keep: a folder for the pages of those."""
    told: dict[str, Counter[bool]] = defaultdict(Counter)
    failures: dict[str, list[Pair]] = defaultdict(list)
    began = time.perf_counter()
    for pair in pairs(count, seed):
        right = verdict_of(pair) == pair.expected or pair.reasons_fit(verdict_of(pair))
        told[pair.family][right] += 1
        if not right:
            failures[pair.kind].append(pair)
    for kind, wrong in sorted(failures.items(), key=lambda item: -len(item[1])):
        print(f"{len(wrong):4} {kind}")
        for pair in wrong[:SHOWN]:
            print(f"       seed {pair.seed} {pair.style}\n{pair.difference()}")
            if keep:
                pair.write(keep)
    print(f"{'family':34} {'pairs':>6} {'wrong':>6}")
    for family, counts in sorted(told.items()):
        print(f"{family:34} {counts.total():6} {counts[False]:6}")
    failed = sum(counts[False] for counts in told.values())
    print(json.dumps({"pairs": count, "seed": seed, "wrong": failed, "seconds": round(time.perf_counter() - began, 1)}))
    return 1 if failed else 0


if __name__ == "__main__":
    words = sys.argv[1:]
    sys.exit(
        main(
            int(words[0]) if words else 500,
            int(words[1]) if len(words) > 1 else 1,
            Path(words[2]) if len(words) > 2 else None,
        )
    )
