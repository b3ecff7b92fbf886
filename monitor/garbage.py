"""How often Python looks for garbage that holds itself, such as statements that were made and used once."""

from __future__ import annotations

import gc

OFTEN = (700, 10, 10)
"""Python's own measure."""


def collect_rarely() -> None:
    """For a start: importing makes many objects and hardly any garbage; looking through them is a tenth of it."""
    gc.set_threshold(100_000, 20, 20)


def collect_often() -> None:
    """For a process that stays: what it is made of is there, and is not looked through again; the rest is."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*OFTEN)
