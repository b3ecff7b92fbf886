"""How deep a bold line stands: the headings of people between two organs do not push the second one down."""

from __future__ import annotations

from scraper.content import Heading
from scraper.parse.titling import is_own_board
from scraper.swedish.headings import HeadingKind, heading

_OF_PEOPLE = (HeadingKind.ROLE, HeadingKind.PEOPLE, HeadingKind.PARTY)


class SoftLevels:
    """A soft heading is one below the last real one; where that was a person or a role, the organ before it counts.

    All soft headings are set alike: "Webbplats" and "Styrelse" below an organ's are parts of it, though none shows.
    """

    def __init__(self) -> None:
        self._organ: int | None = None  # the level of the last organ's soft heading
        self._pushed = False  # real headings of people followed it
        self._group: int | None = None  # that of the bold line over people in real headings

    def level(self, block: Heading) -> int:
        """The level at which a heading counts."""
        if block.soft and self._group is not None and heading(block.text).kind in _OF_PEOPLE:
            return min(block.level, self._group)
        if not block.soft or self._organ is None:
            return block.level
        if self._pushed:
            return min(block.level, self._organ)
        return block.level + 1 if block.level == self._organ and _is_part(block.text) else block.level

    def person(self, block: Heading) -> None:
        """A heading that is a person was passed."""
        self._pushed = self._pushed or not block.soft

    def entered(self, block: Heading, level: int, kind: HeadingKind) -> None:
        """A heading that is none was passed."""
        if kind in _OF_PEOPLE:
            self.person(block)
            self._group = level if block.soft else None
        elif block.soft and kind is HeadingKind.ORGAN and level == block.level:
            self._organ, self._pushed = level, False
        elif not block.soft:
            self._organ, self._pushed = None, False
        if kind not in _OF_PEOPLE:
            self._group = None


def _is_part(text: str) -> bool:
    return heading(text).kind is HeadingKind.TOPIC or is_own_board(text)
