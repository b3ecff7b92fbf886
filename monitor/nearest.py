"""The known word that somebody may have meant by one that is not known."""

from __future__ import annotations

from collections.abc import Sequence


def nearest(written: str, known: Sequence[str], *, least: float = 0.6) -> str | None:
    """The known word that is most like it; None where none is. least: from 0, anything, to 1, the same."""
    import difflib  # for mistakes alone

    found = difflib.get_close_matches(written, known, 1, least)
    return found[0] if found else None
