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

    if read.__code__.co_argcount + read.__code__.co_kwonlyargcount == 1:
        return _of_text_alone(read, kept)  # type: ignore[return-value]  # Rest is empty

    @wraps(read)
    def answer(text: str, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Value:
        if len(text) > _LONGEST:
            return read(text, *args, **kwargs)
        return kept(text, *args, **kwargs)  # type: ignore[arg-type]  # hashable, as every caller sees to

    return answer


def _of_text_alone(read: Callable[[str], Value], kept: Callable[[str], Value]) -> Callable[[str], Value]:
    """The same without other arguments, whose passing costs more than the answer."""

    @wraps(read)
    def answer(text: str, /) -> Value:
        return kept(text) if len(text) <= _LONGEST else read(text)

    return answer
