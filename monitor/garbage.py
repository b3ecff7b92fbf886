"""How often Python's garbage collector runs: it frees objects that refer to one another, such as used statements."""

from __future__ import annotations

import gc

OFTEN = (700, 10, 10)
"""Python's own measure."""


def collect_rarely() -> None:
    """For the start of a process: imports make many objects and hardly any garbage; collecting took a tenth of it."""
    gc.set_threshold(100_000, 20, 20)


def leave_garbage() -> None:
    """For the end of a process: to free it all once more was an eighth of a quiet check; the system does it anyhow."""
    gc.freeze()


def collect_often() -> None:
    """For a process that stays: what has been imported by now is never looked through again; everything later is."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*OFTEN)
