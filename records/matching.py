"""Which thing before is which thing after: pairs found key by key, the surest key first."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
Pair = tuple[T | None, T | None]


@dataclass(slots=True)
class Matching(Generic[T]):
    """What stands in before and after, and the partners found so far (index before → index after).

    Equal things are paired in their order, each at most once, so that nothing is ever counted twice.
    """

    before: Sequence[T]
    after: Sequence[T]
    partners: dict[int, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def by(self, key: Callable[[T], Hashable | None]) -> list[tuple[int, int]]:
        """Pair what is left and has the same key; things whose key is None stay unpaired. Gives the new pairs."""
        if len(self.partners) in (len(self.before), len(self.after)):
            return []
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for index in self.left_after():
            waiting[key(self.after[index])].append(index)
        found = []
        for index in self.left_before():
            wanted = key(self.before[index])
            if wanted is not None and (queue := waiting.get(wanted)):
                found.append((index, queue.popleft()))
        self.join(found)
        return found

    def join(self, pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Pair these indexes, in this order, where both are still free. Gives the new pairs."""
        found = []
        for before, after in pairs:
            if before not in self.partners and after not in self.taken:
                self.partners[before] = after
                self.taken.add(after)
                found.append((before, after))
        return found

    def left_before(self) -> list[int]:
        return [index for index in range(len(self.before)) if index not in self.partners]

    def left_after(self) -> list[int]:
        return [index for index in range(len(self.after)) if index not in self.taken]

    def anchors(self) -> tuple[list[int], list[int]]:
        """For each place before and after, the index after of the last paired thing that precedes it, or -1.

        Two unpaired things with the same anchor stand in the same gap.
        """
        return (
            _running(range(len(self.before)), lambda index: self.partners.get(index, -1)),
            _running(range(len(self.after)), lambda index: index if index in self.taken else -1),
        )

    def pairs(self) -> list[Pair[T]]:
        """Everything exactly once, in page order: what is gone stands where it stood, before what took its place."""
        return [
            (None if old is None else self.before[old], None if new is None else self.after[new])
            for old, new in self.index_pairs()
        ]

    def index_pairs(self) -> list[Pair[int]]:
        """pairs, as indexes into before and after."""
        partner_of = {after: before for before, after in self.partners.items()}
        placed: list[tuple[int, Pair[int]]] = [(index, (index, None)) for index in self.left_before()]
        placed += [(index, (partner_of.get(index), index)) for index in range(len(self.after))]
        return [pair for _, pair in sorted(placed, key=lambda each: each[0])]  # what is gone came first: it stays first


def _running(indexes: Iterable[int], anchor_at: Callable[[int], int]) -> list[int]:
    anchors, last = [], -1
    for index in indexes:
        anchors.append(last)
        here = anchor_at(index)
        last = here if here >= 0 else last
    return anchors


def match(before: Sequence[T], after: Sequence[T], *keys: Callable[[T], Hashable | None]) -> Matching[T]:
    """Pair by each key in turn."""
    matching = Matching(before, after)
    for key in keys:
        matching.by(key)
    return matching
