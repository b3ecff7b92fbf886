"""A page and one edit of it, drawn from a seed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.detection import real
from benchmarks.detection.invent import invent_page
from benchmarks.detection.layouts import Style, any_style, render
from benchmarks.watching.acts import Act, Shows, changed
from records.changes import Change
from records.page import PageRecord


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page and one edit of it, both as HTML in one style."""

    owner: str
    style: Style
    before: PageRecord
    after: PageRecord
    changes: tuple[Change, ...]

    @property
    def html(self) -> str:
        return render(self.before, self.owner, self.style)

    @property
    def later(self) -> str:
        return render(self.after, self.owner, self.style)

    def edited(self, shows: Shows, *, hours: float = 1) -> Act:
        """The look that must tell the edit."""
        return changed(shows, self.changes, self.before, self.after, hours=hours)


def draw(seed: int, random: Random) -> Drawn | None:
    world, owner, before = invent_page(seed)
    edit = real.edited(world, owner, before)
    if edit is None:
        return None
    _, after, changes = edit
    return Drawn(owner, any_style(random), before, after, tuple(changes))
