"""How memory is given back: how often Python's garbage collector runs (it frees objects that refer to one another, such
as used statements), and whether what is freed goes back to the system."""

from __future__ import annotations

import gc

OFTEN = (700, 10, 10)
"""Python's own measure."""
_BLOCK = 2**20
"""Bytes; as much again is kept. A page of 100 kB needs a third of it."""


def collect_rarely() -> None:
    """For the start of a process: imports make many objects and hardly any garbage; collecting took a tenth of it."""
    gc.set_threshold(100_000, 20, 20)


def keep_what_is_freed() -> None:
    """For the start of a process: what one page needed is kept for the next, instead of being given back and asked for
    again, which was an eleventh of a run's cost.

    The system's own allocator decides that by the largest block that it has given back so far (glibc: mallopt(3)).
    """
    bytes(_BLOCK)


def leave_garbage() -> None:
    """For the end of a process: to free it all once more was an eighth of a quiet check; the system does it anyhow."""
    gc.freeze()


def collect_often() -> None:
    """For a process that stays: what has been imported by now is never looked through again; everything later is."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*OFTEN)
