"""What headings, captions and lead sentences say of the people under them, and which of them nobody follows."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.parse.organs import Organ

LEAD = 98  # the level of a lead sentence ("Våra ledamöter är:"): below all headings
LINE = 99  # the level of a line that is a role ("Ledamöter"), which may stand below a lead sentence


@dataclass(frozen=True, slots=True)
class Said:
    """What is given to those who stand here: a role and a party where they have none; announced: bare names count.

    civil: they are civil servants, so officials where nothing says otherwise; title: of those who have none.
    """

    level: int = 0
    role: str | None = None
    party: str | None = None
    announced: bool = False
    civil: bool = False
    title: str | None = None

    @property
    def of_anybody(self) -> bool:
        """Whether a bare name counts wherever it stands; a board's title alone says so only of lists."""
        return self.announced and bool(self.level or self.role)


@dataclass(frozen=True, slots=True)
class _Waiting:
    organ: Organ
    level: int
    role: str | None
    announced_before: bool  # the organ's people had been announced already


class Announcements:
    """The announcements in force at one place of a page."""

    def __init__(self) -> None:
        self._said = [Said()]
        self.of_page = Said()  # what the page's title says of everybody on it, in whatever organ
        self.of_several = Said()  # what a heading says of everybody in the organs below it: "Ombud i externa organ"
        self._waiting: list[_Waiting] = []

    @property
    def now(self) -> Said:
        return self._said[-1]

    def under(self, level: int) -> Said:
        """What is in force under a heading of this level: deeper headings ended before it, sentences did not."""
        ended = level < self.now.level < LEAD
        outer = (each for each in reversed(self._said) if each.level <= level)
        return next(outer, Said()) if ended else self.now

    def enter(self, level: int) -> None:
        """A heading of this level ends what was said at its level and below."""
        self._said = [each for each in self._said if each.level < level] or [Said()]
        if level <= self.of_several.level:
            self.of_several = Said()

    def forget(self, level: int) -> None:
        """A new organ begins: only a title still speaks of its people; whoever was awaited is missing."""
        self._said = [self.of_several if 0 < self.of_several.level < level else self.of_page]
        self.close()

    def entitle(self, level: int, title: str) -> None:
        """A heading is the title of whoever stands under it, a civil servant."""
        self.enter(level)
        self._said.append(Said(level, announced=True, civil=True, title=title))

    def say(self, level: int, *, role: str | None = None, party: str | None = None, civil: bool = False) -> None:
        """A heading or a lead gives a role or a party; what it does not say stays as the headings around it said.

        A lead sentence speaks of people anew: its silence about a role is meant.
        """
        self.enter(level)
        outer = self.now
        keeps_role = role is None and (party is not None or (level < LEAD and not civil))
        self._said.append(Said(level, outer.role if keeps_role else role, party or outer.party, True, civil))

    def announce(self, organ: Organ, level: int, role: str | None) -> None:
        """People are to follow here. "Ledamöter:" under "Våra företrädare är:" continues that; any other ends it."""
        ended = [
            each for each in self._waiting if each.level > level or (each.level == level and not _goes_on(each, role))
        ]
        for each in ended:
            each.organ.over_nobody = True
        self._waiting = [each for each in self._waiting if each not in ended]
        self._waiting.append(_Waiting(organ, level, role, organ.announced))
        organ.announced = True

    def hand_over(self, level: int) -> None:
        """An organ begins below a heading that announces people of no role ("Politiker"), or of several organs: they
        are the organ's.
        """
        several = self.of_several.level or None
        handed = [each for each in self._waiting if each.level < level and (not each.role or each.level == several)]
        for each in handed:
            each.organ.announced = each.announced_before
        self._waiting = [each for each in self._waiting if each not in handed]

    def met(self) -> None:
        """Somebody stands here, or a seat is said to be vacant."""
        self._waiting.clear()

    def close(self, level: int = 0) -> None:
        """A section of this level ends: people expected in it are missing; those announced above it may still come."""
        for each in self._waiting:
            if each.level >= level:
                each.organ.over_nobody = True
        self._waiting = [each for each in self._waiting if each.level < level]


def _goes_on(waiting: _Waiting, role: str | None) -> bool:
    return waiting.role is None and role is not None
