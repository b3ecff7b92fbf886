"""Which words differ between an old and a new text."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

_TOO_MANY_WORDS = 400  # matching words is quadratic at worst


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words; marked where the other text does not have them."""

    text: str
    marked: bool = False


Spans = tuple[Span, ...]


def marked(before: str, after: str) -> tuple[Spans, Spans]:
    """Both texts with their own words marked; a text with nothing to compare with is not marked."""
    old, new = before.split(), after.split()
    if not old or not new or len(old) + len(new) > _TOO_MANY_WORDS:
        return _whole(before), _whole(after)
    olds: list[Span] = []
    news: list[Span] = []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        olds += [Span(" ".join(old[i:j]), what != "equal")] if i < j else []
        news += [Span(" ".join(new[k:m]), what != "equal")] if k < m else []
    return tuple(olds), tuple(news)


def _whole(text: str) -> Spans:
    return (Span(text),) if text else ()
