"""Lines that name the organ of those who stand below them, where no heading does."""

from __future__ import annotations

import re
from functools import cached_property

from scraper.content import Item, Paragraph
from scraper.parse.place import SHORT, Place
from scraper.parse.titling import ends_as_body, is_own_board, names_body, names_organ
from scraper.swedish.asides import is_place
from scraper.swedish.names import is_common_given
from scraper.swedish.parties import is_party
from scraper.swedish.people import entries
from scraper.swedish.prose import prose_people
from scraper.swedish.roles import read_roles
from scraper.swedish.vocabulary import KINDS_OF_BODY

_ORGAN_LABELS = ("organ", "organisation", *KINDS_OF_BODY)
_COMPANY = re.compile(r"\s(?:AB|ekonomisk förening|ek\.? för\.?)$", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+")
_LONGEST_CAPTION = 80  # letters
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # "Gäller från januari 2023"
_MOST_WORDS = 7  # of an organ's name that no word of it shows to be one
_WHENCE_LABELS = ("kommun", "region", "land", "part")


class OrganLines:
    """The lines of a page that name organs."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.sections = place.sections
        self.findings = place.findings

    def take_line(self, at: int, text: str) -> bool:
        """ "Organ: Provrådet" above the people of it, each line with its label; or the organ's name alone."""
        label, colon, name = text.partition(": ")
        if colon and label.casefold() in _WHENCE_LABELS and _labelled_role(self.place.following(at)):
            self.findings.claim(at, "line: whence the next come", "person")
            return True
        if not colon and self._captions_organ(at, text):
            return True
        if not colon or len(text) > SHORT or label.casefold() not in _ORGAN_LABELS or entries(name, announced=True):
            return False
        following = self.place.following(at)
        if not _labelled_role(following) and (
            label.casefold() == "organisation" or not entries(following, announced=True)
        ):
            return False
        self.sections.go_to(at, name.strip())
        self.findings.claim(at, "line: organ", "heading")
        return True

    def take_item(self, at: int, block: Item) -> bool:
        """An item that names the organ of the people in the list within it; behind one that did, by whatever name."""
        inner = self.place.below(at)
        if not isinstance(inner, Item) or inner.depth <= block.depth:
            return False
        people = entries(inner.text, links=inner.links)
        said = any(each.role for each in people) and self.sections.is_stood_in and not is_place(block.text)
        return bool(people) and self.sections.stand_in(at, block.text, said=said)

    def _captions_organ(self, at: int, text: str) -> bool:
        """A line that is a body's name ("1. Provrådet") above somebody with a role, where no heading names one."""
        name = _NUMBER.sub("", text) if text[:1].isdigit() else text
        if len(text) > _LONGEST_CAPTION or self.sections.organs.all[0].names_organ or not self._may_be_organ(at, name):
            return False
        people = entries(self.place.following(at))
        if not (people and people[0].role) or prose_people(name):
            return False
        if not self.sections.stand_in(at, name, said=self._stands_above_seats(at, name)):
            return False
        self.findings.claim(at, "line: organ", "heading")
        return True

    def _may_be_organ(self, at: int, name: str) -> bool:
        """Whether a line is a body's name by its words or, over a list, any organ's and nobody's own name."""
        if _COMPANY.search(name) or ends_as_body(name):
            return True
        if names_body(name) and not is_own_board(name.partition(" ")[0]):
            return True
        below = self.place.below(at)
        if self._stands_above_seats(at, name):
            return True
        over_list = isinstance(below, Item) and below.starts and name[-1:].isalnum()
        return over_list and names_organ(name) and not is_common_given(name.split()[0])

    def _stands_above_seats(self, at: int, name: str) -> bool:
        """Whether a few words, no name of somebody, stand above "Ledamot: Testa Testsson (M)"; or above such a list
        where the one before stood so.
        """
        if not name[-1:].isalnum() or len(name.split()) > _MOST_WORDS or is_common_given(name.split()[0]):
            return False
        title = self.sections.organs.all[0].name  # where it is a body, its page has no others
        if read_roles(name) or is_party(name) or ends_as_body(title) or self.place.content.main[at].links:
            return False
        below = self.place.below(at)
        if self.sections.is_stood_in and isinstance(below, Item) and below.starts:
            return True
        if not self._is_above_labelled_seats(at) or _YEAR.search(name):
            return False
        return " " not in name or names_organ(name) or self._lines_above_seats > 1

    @cached_property
    def _lines_above_seats(self) -> int:
        """How many lines of the page could be organs' names by where they stand: one alone may say anything."""
        main = self.place.content.main
        lines = (at for at, block in enumerate(main) if isinstance(block, Paragraph) and ":" not in block.text)
        return sum(len(main[at].text.split()) <= _MOST_WORDS and self._is_above_labelled_seats(at) for at in lines)

    def _is_above_labelled_seats(self, at: int) -> bool:
        following = self.place.following(at)
        return _labelled_role(following) and any(each.party for each in entries(following))


def _labelled_role(text: str) -> bool:
    """Whether a line begins with a role and a colon: "Ledamot: …"."""
    label, colon, _ = text.partition(":")
    return bool(colon) and read_roles(label) is not None
