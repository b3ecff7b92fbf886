"""./run bench watching [CASES [SEED]]: what was told wrongly, with examples, then a line for each family."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from benchmarks.figures import Figure, publish
from benchmarks.watching.acts import Case
from benchmarks.watching.cases import make
from benchmarks.watching.play import Wrong, play

CASES, TOGETHER, SHOWN = 5_000, 50, 30


def main() -> int:
    """0 where every look was told as labelled, and every change was mailed once."""
    count, seed = [*(int(word) for word in sys.argv[1:3]), 0, 0][:2]
    made: Counter[str] = Counter()
    kinds: dict[str, set[str]] = {}
    wrong: list[Wrong] = []
    for batch in batches(cases(count or CASES, seed or 1)):
        for case in batch:
            made[case.family] += 1
            kinds.setdefault(case.family, set()).add(case.kind)
        wrong += play(batch)
    for each in wrong[:SHOWN]:
        print(f"{each.case.family}: {each.case.kind}, seed {each.case.seed}, look {each.look}: {each.why}")
    failed = Counter(family for family, _ in {(each.case.family, each.case.seed) for each in wrong})
    figures = [
        Figure(
            family,
            "of the cases told wrongly",
            failed[family] / made[family],
            0.0,
            f"{made[family]} cases, {len(kinds[family])} kinds",
        )
        for family in sorted(made)
    ]
    return publish("watching", figures)


def cases(count: int, seed: int) -> Iterator[Case]:
    made, number = 0, seed * 1_000_000
    while made < count:
        number += 1
        case = make(number)
        if case is not None:
            made += 1
            yield case


def batches(cases: Iterator[Case]) -> Iterator[list[Case]]:
    """As many as share a site; those that need one for themselves, each alone."""
    batch: list[Case] = []
    for case in cases:
        if case.alone:
            yield [case]
            continue
        batch.append(case)
        if len(batch) == TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch


if __name__ == "__main__":
    sys.exit(main())
