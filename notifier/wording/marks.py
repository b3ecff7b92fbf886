"""Which words differ between an old and a new text: each sentence beside the one that it became."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from records.texts import sentences

_EDITED = 0.5  # of the words: above this, one sentence is the other one edited
_MANY = 1600  # pairs of sentences: above this, the likest are not looked for
_LONG = 400  # words of one sentence: above this, words are not matched, since that takes the square of their number


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words; marked where the other text does not have them."""

    text: str
    marked: bool = False


Spans = tuple[Span, ...]


def marked(before: str, after: str) -> tuple[Spans, Spans]:
    """Two short values with their own words marked; one with nothing to compare with is not marked."""
    if not before or not after:
        return _whole(before), _whole(after)
    return _words(before, after)


def marked_prose(before: str, after: str) -> tuple[Spans, Spans]:
    """Two texts with their own words marked; texts that have no sentence in common, not even an edited one, are not."""
    old, new = sentences([before]), sentences([after])
    pairs = _edited(old, new)
    if not pairs:
        return _whole(before), _whole(after)
    olds = {i: _words(old[i], new[j])[0] for i, j in pairs}
    news = {j: _words(old[i], new[j])[1] for i, j in pairs}
    return _joined(old, olds), _joined(new, news)


def _edited(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """The indices of sentences that are one another edited, the likest first, each once."""
    if len(old) * len(new) > _MANY:
        return []
    found = sorted(
        (-likeness, i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (likeness := _likeness(one, other)) > _EDITED
    )
    taken: list[tuple[int, int]] = []
    for _, i, j in found:
        if all(i != a and j != b for a, b in taken):
            taken.append((i, j))
    return taken


def _joined(texts: list[str], marks: dict[int, Spans]) -> Spans:
    return tuple(span for index, text in enumerate(texts) for span in marks.get(index, (Span(text, True),)))


def _words(before: str, after: str) -> tuple[Spans, Spans]:
    old, new = _units(before), _units(after)
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (
        tuple(_spans((old[i:j], what) for what, i, j, _, _ in found)),
        tuple(_spans((new[i:j], what) for what, _, _, i, j in found)),
    )


def _spans(runs: Iterable[tuple[list[str], str]]) -> Iterable[Span]:
    return (Span(" ".join(words), what != "equal") for words, what in runs if words)


def _likeness(before: str, after: str) -> float:
    return SequenceMatcher(None, _units(before), _units(after), autojunk=False).ratio()


def _units(text: str) -> list[str]:
    words = text.split()
    return words if len(words) <= _LONG else [text]


def _whole(text: str) -> Spans:
    return (Span(text),) if text else ()
