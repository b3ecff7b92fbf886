"""How deep a bold line stands: the headings of people between two organs do not push the second one down."""

from __future__ import annotations

from scraper.content import Heading
from scraper.swedish.headings import HeadingKind

_OF_PEOPLE = (HeadingKind.ROLE, HeadingKind.PEOPLE, HeadingKind.PARTY)


class SoftLevels:
    """A soft heading is one below the last real one; where that was a person or a role, the organ before it counts."""

    def __init__(self) -> None:
        self._organ: int | None = None  # the level of the last organ's soft heading
        self._pushed = False  # real headings of people followed it

    def level(self, block: Heading) -> int:
        """The level at which a heading counts."""
        if block.soft and self._pushed and self._organ is not None:
            return min(block.level, self._organ)
        return block.level

    def person(self, block: Heading) -> None:
        """A heading that is a person was passed."""
        self._pushed = self._pushed or not block.soft

    def entered(self, block: Heading, level: int, kind: HeadingKind) -> None:
        """A heading that is none was passed."""
        if kind in _OF_PEOPLE:
            self.person(block)
        elif block.soft and kind is HeadingKind.ORGAN:
            self._organ, self._pushed = level, False
        elif not block.soft:
            self._organ, self._pushed = None, False
