"""Every kind of real change by name, and edits of one or two of them at once."""

from __future__ import annotations

from benchmarks.detection import page_edits, people_edits, seat_edits, text_edits
from benchmarks.detection.edits import KINDS
from benchmarks.detection.invent import World
from benchmarks.detection.page_edits import dated
from records.changes import Change
from records.page import PageRecord

__all__ = ["KINDS", "edited", "page_edits", "people_edits", "seat_edits", "text_edits"]

OF_PEOPLE = (people_edits.__name__, seat_edits.__name__)


def edited(world: World, owner: str, page: PageRecord, *, many: int = 1) -> tuple[str, PageRecord, list[Change]] | None:
    """So many edits that do not touch each other, and half the time the date moved with them."""
    of_one = page.title == page.collaborations[0].name
    possible = [kind for kind, edit in KINDS.items() if not of_one or edit.__module__ in OF_PEOPLE]
    kinds = world.random.sample(sorted(possible), many)
    if many > 1 and "one_added_who_sits_elsewhere" in kinds:
        return None  # with another edit where that person sits, this is a move
    changes: list[Change] = []
    after, touched = page, set[str]()
    for kind in kinds:
        edit = KINDS[kind](world, owner, after)
        if edit is None or touched & _places(edit[1]):
            return None
        after, changes, touched = edit[0], [*changes, *edit[1]], touched | _places(edit[1])
    if after.last_updated == page.last_updated and world.random.random() < 0.5:
        after, date = dated(after, world.random.randint(1, 90))
        changes += date
    return " + ".join(kinds), after, changes


def _places(changes: list[Change]) -> set[str]:
    """The collaborations, parts of the page and people that the changes touch."""
    places = {change.collaboration or change.kind.group.value for change in changes}
    values = [value for change in changes for value in (change.before, change.after) if isinstance(value, dict)]
    names = {value["name"] for value in values if "name" in value}
    return places | names | {value["collaboration"] for value in values if "collaboration" in value}
