"""Remembered readings of lines: pages repeat themselves, and most looks find the same lines again."""

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
    if read.__code__.co_argcount + read.__code__.co_kwonlyargcount == 1:
        return _Answers(read).__getitem__  # type: ignore[return-value]  # Rest is empty

    kept = lru_cache(maxsize=_LINES)(read)

    @wraps(read)
    def answer(text: str, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Value:
        if len(text) > _LONGEST:
            return read(text, *args, **kwargs)
        return kept(text, *args, **kwargs)  # type: ignore[arg-type]  # hashable, as every caller sees to

    return answer


class _Answers(dict[str, Value]):
    """What a reader of the text alone has answered: asking a dictionary costs less than any call of a function."""

    def __init__(self, read: Callable[[str], Value]) -> None:
        self._read = read

    def __missing__(self, text: str) -> Value:
        answer = self._read(text)
        if len(text) <= _LONGEST:
            if len(self) >= _LINES:
                self.clear()
            self[text] = answer
        return answer
