"""Readings of lines that were read before: pages repeat themselves, and most looks find the same lines again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

_LINES = 4096
_LONGEST = 1000  # letters; longer texts are rare, and would hold memory

Rest = ParamSpec("Rest")
Value = TypeVar("Value")


def remembered(read: Callable[Concatenate[str, Rest], Value]) -> Callable[Concatenate[str, Rest], Value]:
    """A pure reader of one text that keeps its latest answers; the other arguments must be hashable."""
    kept = lru_cache(maxsize=_LINES)(read)

    @wraps(read)
    def answer(text: str, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Value:
        if len(text) > _LONGEST:
            return read(text, *args, **kwargs)
        return kept(text, *args, **kwargs)  # type: ignore[arg-type]  # hashable, as every caller sees to

    return answer
