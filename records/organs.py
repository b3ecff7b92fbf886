"""Which collaboration before is which after: by name, by abbreviation, else by what the two share (DESIGN §5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from records.forms import fold, name_key, undated, url_key
from records.matching import Matching, match
from records.page import Collaboration
from records.texts import sentence_keys

_MOST = 0.5  # of the people, or of the sentences
_ALIKE = 0.6  # likeness of two names, from 0 to 1
_VERY_ALIKE = 0.75
_LONG_NAME = 8  # letters


def pair_collaborations(before: Sequence[Collaboration], after: Sequence[Collaboration]) -> Matching[Collaboration]:
    """The collaborations of both pages; one that took another name is one pair."""
    matching = match(
        before,
        after,
        lambda organ: organ,
        lambda organ: (fold(organ.name), fold(organ.abbreviation or ""), _people(organ)),
        lambda organ: (fold(organ.name), fold(organ.abbreviation or "")),
        lambda organ: fold(organ.name),
        lambda organ: fold(organ.abbreviation) if organ.abbreviation else None,
        lambda organ: fold(organ.abbreviation or organ.name),
    )
    if matching.left_before():
        matching.by(_undated_once(before, after))
    matching.join(_renamed(matching))
    return matching


def _undated_once(
    before: Sequence[Collaboration], after: Sequence[Collaboration]
) -> Callable[[Collaboration], str | None]:
    """An organ's name without its years, where only one organ of each page has it: a new period, and no archive."""
    counts = [Counter(undated(organ.name) for organ in page) for page in (before, after)]
    single = {name for name, count in counts[0].items() if count == 1 == counts[1][name]}

    def key(organ: Collaboration) -> str | None:
        name = undated(organ.name)
        return name if name in single else None

    return key


def _people(organ: Collaboration) -> frozenset[str]:
    return frozenset(name_key(each.name) for each in organ.representatives)


def _renamed(matching: Matching[Collaboration]) -> list[tuple[int, int]]:
    """The pairs left that are one collaboration under two names, those that share most first."""
    gaps_before, gaps_after = matching.anchors()
    before = [(old, gaps_before[old], _Facts.of(matching.before[old])) for old in matching.left_before()]
    after = [(new, gaps_after[new], _Facts.of(matching.after[new])) for new in matching.left_after()]
    found = []
    for old, old_gap, old_facts in before:
        for new, new_gap, new_facts in after:
            ties = _Ties.between(old_facts, new_facts, old_gap == new_gap)
            if ties.hold():
                found.append((-ties.strength(), abs(old - new), old, new))
    return [(old, new) for _, _, old, new in sorted(found)]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a collaboration can be known by, in comparison forms."""

    name: str
    people: frozenset[str]
    texts: frozenset[str]
    homepage: str | None

    @classmethod
    def of(cls, organ: Collaboration) -> _Facts:
        homepage = url_key(organ.homepage.url) if organ.homepage else None
        return cls(fold(organ.name), _people(organ), sentence_keys(organ.description), homepage)


@dataclass(frozen=True, slots=True)
class _Ties:
    """What two collaborations have in common. Shares are 0 to 1, None where one side has nothing to compare."""

    likeness: float
    respelled: bool
    shared_people: int
    people: float | None
    texts: float | None
    homepage: bool | None
    same_gap: bool

    @classmethod
    def between(cls, old: _Facts, new: _Facts, same_gap: bool) -> _Ties:
        return cls(
            likeness=fuzz.ratio(old.name, new.name) / 100,
            respelled=_is_respelled(old.name, new.name),
            shared_people=len(old.people & new.people),
            people=_share(old.people, new.people),
            texts=_share(old.texts, new.texts),
            homepage=old.homepage == new.homepage if old.homepage and new.homepage else None,
            same_gap=same_gap,
        )

    def hold(self) -> bool:
        """Is it one collaboration? The homepage, most of the people or most of the text, and never likeness alone.

        One shared person may as well have moved, so it counts only where the names are alike, or where the new name
        stands in the old one's place and nothing contradicts.
        """
        in_place = self.same_gap and not self.contradicted
        most_people = (self.people or 0) >= _MOST
        return (
            self.respelled
            or (self.shared_people > 0 and self.likeness >= _ALIKE)
            or (self.shared_people > 1 and most_people)
            or (in_place and (most_people or (self.likeness >= _VERY_ALIKE and self.people is None)))
            or (self.same_gap and (self.texts or 0) >= _MOST)
            or (self.homepage is True and (self.same_gap or self.likeness >= _ALIKE or self.shared_people > 0))
        )

    @property
    def contradicted(self) -> bool:
        return self.homepage is False or self.texts == 0

    def strength(self) -> float:
        return self.likeness + 2 * (self.people or 0) + (self.texts or 0) + bool(self.homepage) + self.same_gap


def _share(old: AbstractSet[str], new: AbstractSet[str]) -> float | None:
    return len(old & new) / max(len(old), len(new)) if old and new else None


def _is_respelled(old: str, new: str) -> bool:
    """A letter's difference in a long name, and not in a number: "Kommitté 1" and "Kommitté 2" are two."""
    long_enough = min(len(old), len(new)) >= _LONG_NAME
    return long_enough and OSA.distance(old, new) == 1 and _digits(old) == _digits(new)


def _digits(name: str) -> str:
    return "".join(filter(str.isdigit, name))
