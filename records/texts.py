"""What changed in running text, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from records.forms import text_key
from records.matching import Matching, Pair, match

_ALIKE = 60  # per cent: above this, one sentence is the other one edited
_MANY = 40_000  # pairs of sentences: above this, sentences are paired in their order without looking for the likest

# A sentence ends where a capital, a digit or a quote follows the stop, but not after an initial or an abbreviation.
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"”“(]?[A-ZÅÄÖÉÜ0-9])")
_NO_END = re.compile(
    r"(?:\b\w|\w\.\w{1,3}|\b(?:kl|nr|ca|st|resp|tel|tfn|dnr|dr|prof|inkl|exkl|jfr|ev))\.$", re.IGNORECASE
)

_A_LIST = 3  # things, so that their order is one of a list
_LISTED = re.compile(r"(,\s*|;\s*|\s+och\s+|\s+samt\s+)")
_BEFORE_A_LIST = re.compile(r"(.*?(?::|\b(?:är|ingår|omfattar|består av))\s+)(.*)", re.DOTALL)


def sentences(paragraphs: Iterable[str]) -> list[str]:
    """The sentences of these paragraphs as written, in order. A paragraph's end is a sentence's end."""
    return [sentence for paragraph in paragraphs for sentence in _split(paragraph)]


def _split(paragraph: str) -> list[str]:
    found: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(paragraph):
        if not _NO_END.search(paragraph, start, end.start()):
            found.append(paragraph[start : end.end()].strip())
            start = end.end()
    rest = paragraph[start:].strip()
    return [*found, rest] if rest else found


def sentence_keys(paragraphs: Iterable[str]) -> frozenset[str]:
    """The comparison forms of the sentences of these paragraphs."""
    return frozenset(_sentence_key(sentence) for sentence in sentences(paragraphs))


def _sentence_key(sentence: str) -> str:
    """The form of a sentence. In one that lists three things or more, their order does not count."""
    text = text_key(sentence)
    parts = _LISTED.split(text)
    things, signs = parts[::2], parts[1::2]
    if len(things) < _A_LIST:
        return text
    lead = _BEFORE_A_LIST.fullmatch(things[0])
    head, things[0] = lead.groups() if lead else ("", things[0])
    things[-1] = things[-1].rstrip(".")
    return f"{head}{sorted(things)}{sorted(signs)}"


def changed_sentences(before: Sequence[str], after: Sequence[str]) -> list[Pair[str]]:
    """The sentences that are not on both sides, as written, in page order: an edited one beside what it became.

    before and after are paragraphs. Where a sentence stands, and how sentences make paragraphs, does not count.
    """
    known = match(sentences(before), sentences(after), lambda sentence: sentence, _sentence_key)
    gaps_before, gaps_after = known.anchors()
    left = Matching(
        [_Left(known.before[index], gaps_before[index]) for index in known.left_before()],
        [_Left(known.after[index], gaps_after[index]) for index in known.left_after()],
    )
    left.join(_edited(left))
    left.by(lambda sentence: sentence.gap)
    return [(old and old.text, new and new.text) for old, new in left.pairs()]


class _Left(NamedTuple):
    """A sentence that only one side has, and the gap between kept sentences that it stands in."""

    text: str
    gap: int


def _edited(left: Matching[_Left]) -> list[tuple[int, int]]:
    """The pairs that are alike, the likest first."""
    if len(left.before) * len(left.after) > _MANY:
        return []
    found = [
        (-likeness, abs(old - new), old, new)
        for old, one in enumerate(left.before)
        for new, other in enumerate(left.after)
        if (likeness := fuzz.ratio(one.text, other.text, score_cutoff=_ALIKE))
    ]
    return [(old, new) for _, _, old, new in sorted(found)]
