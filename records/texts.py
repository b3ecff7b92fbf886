"""What changed in running text, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from records.forms import text_key, with_party_keys
from records.matching import match

# A sentence ends where a capital, a digit or a quote follows the stop, but not after an initial or an abbreviation.
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"”“(]?[A-ZÅÄÖÉÜ0-9])")
_NO_END = re.compile(
    r"\b(?:[^\W\d]|[^\W\d]{1,3}\.[^\W\d]{1,3}|den \d{1,2}"
    r"|kl|nr|ca|st|resp|tel|tfn|dnr|dr|prof|inkl|exkl|jfr|ev|dvs)\.$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*\d{1,2}\.$")  # of a point in a list
_LONGEST_ABBREVIATION = 8  # signs, its stop and what stands before it included

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
        stop = end.start()
        begins = max(start, stop - _LONGEST_ABBREVIATION)
        if not _NO_END.search(paragraph, begins, stop) and not _NUMBER.fullmatch(paragraph, start, stop):
            found.append(paragraph[start : end.end()].strip())
            start = end.end()
    rest = paragraph[start:].strip()
    return [*found, rest] if rest else found


def sentence_keys(paragraphs: Iterable[str]) -> frozenset[str]:
    """The comparison forms of the sentences of these paragraphs."""
    return frozenset(_sentence_key(sentence) for sentence in sentences(paragraphs))


def _sentence_key(sentence: str) -> str:
    """The form of a sentence: parties in one form; where it lists three things or more, their order does not count."""
    text = with_party_keys(text_key(sentence))
    parts = _LISTED.split(text)
    things, signs = parts[::2], parts[1::2]
    if len(things) < _A_LIST:
        return text
    lead = _BEFORE_A_LIST.fullmatch(things[0])
    head, things[0] = lead.groups() if lead else ("", things[0])
    things[-1] = things[-1].rstrip(".")
    return f"{head}{sorted(things)}{sorted(signs)}"


def changed_sentences(before: Sequence[str], after: Sequence[str]) -> tuple[list[str], list[str]]:
    """The sentences of two texts, given as paragraphs, that only one of them has, as written and in order.

    Where a sentence stands, and how sentences make paragraphs, does not count.
    """
    found = match(sentences(before), sentences(after), lambda sentence: sentence, _sentence_key)
    return [found.before[index] for index in found.left_before()], [found.after[index] for index in found.left_after()]
