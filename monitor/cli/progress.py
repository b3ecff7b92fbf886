"""A sign that something slow is going on: on stderr, only on a terminal, only after a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SLOW = 1.0


@contextmanager
def slow_work(what: str, wanted: bool = True) -> Iterator[None]:
    """Shows a spinner with what, once the work has taken a second."""
    if not (wanted and sys.stderr.isatty()):
        yield
        return
    done = threading.Event()
    shower = threading.Thread(target=_show_after_a_while, args=(what, done), daemon=True)
    shower.start()
    try:
        yield
    finally:
        done.set()
        shower.join()


def _show_after_a_while(what: str, done: threading.Event) -> None:
    if done.wait(SLOW):
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} …"):
        done.wait()


@contextmanager
def bar(what: str) -> Iterator[Callable[[int], Callable[[], None]]]:
    """Gives a function that begins a bar of so many steps; what that gives is called once a step."""
    if not sys.stderr.isatty():
        yield lambda _steps: lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:

        def begin(steps: int) -> Callable[[], None]:
            task = progress.add_task(what, total=steps)
            return lambda: progress.advance(task)

        yield begin
