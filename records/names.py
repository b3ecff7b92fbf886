"""When are two written names the same person, a respelling, or two people?

Likeness alone never decides: "Anna Svensson" and "Anna Swensson" in other seats are two people. These functions say
how two names differ; who may be compared at all, the holders of one seat before and after, is decided in records.seats.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from records.forms import name_key, search_key

_FEW_LETTERS = 2
_LONGEST_NAME = 60  # letters, where dropping two of them gives some 2,000 forms


def letters_apart(one: str, other: str) -> int:
    """How many letters must be added, dropped, exchanged or swapped with their neighbour; 3 stands for any more.

    An initial's full stop is no letter.
    """
    written = (name_key(name).replace(".", "") for name in (one, other))
    return OSA.distance(*written, score_cutoff=_FEW_LETTERS)


def is_respelling(before: str, after: str) -> bool:
    """Whether after is before spelled differently, given that both name the holder of one seat.

    A difference of one letter is a respelling; so is one of accents alone, however many. A difference of two letters is
    one where the first name is the same, every word keeps its initial, and the word that changed is long enough to be
    recognised: Gustafsson and Gustavson, but not Olsson and Nilsson, nor Ek and Eng. An initial that came or went
    counts as two letters. Anything more is another person.
    """
    if search_key(before) == search_key(after):
        return True
    apart = letters_apart(before, after)
    return apart == 1 or (apart == _FEW_LETTERS and _known_again(search_key(before).split(), search_key(after).split()))


def _known_again(before: list[str], after: list[str]) -> bool:
    if before[:1] != after[:1]:
        return False
    if len(before) != len(after):
        return True
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    return all(old[0] == new[0] and max(len(old), len(new)) >= 3 * OSA.distance(old, new) for old, new in changed)


def spelling_forms(name: str) -> set[tuple[str, str]]:
    """Forms that a name and any respelling of it have in common, so that near names are found without comparing
    everybody with everybody. A name of more than 60 letters has only itself.
    """
    whole = search_key(name)
    first, _, rest = whole.partition(" ")
    if len(whole) > _LONGEST_NAME:
        return {("", whole)}
    without_one = {("", form) for form in _without_a_letter({whole})}
    without_two = {(first, form) for form in _without_a_letter(_without_a_letter({rest}))}
    return without_one | without_two


def _without_a_letter(texts: Iterable[str]) -> set[str]:
    """These texts, and each of them with any one letter dropped."""
    dropped = {text[:index] + text[index + 1 :] for text in texts for index in range(len(text))}
    return dropped.union(texts)
