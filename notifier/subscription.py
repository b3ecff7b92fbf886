"""Who hears of what: a subscriber's own rules, applied to a set of changes. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from notifier.note import channel_name
from notifier.wording import Language, Names
from records.changes import Change, ChangeKind, ChangeSet, Group
from records.forms import search_key

When = Literal["at once", "daily", "weekly"]

SELECTORS = frozenset({*(group.value for group in Group), *(kind.value for kind in ChangeKind)})
"""Every word that `kinds` may hold: a group, or one kind."""


@dataclass(frozen=True, slots=True)
class Subscriber:
    """One reader: an e-mail address, or the address of another channel. Empty rules mean everything.

    kinds holds words of SELECTORS; collaborations are full names or abbreviations, people are names or
    parts of names, both compared without case and accents. Every rule narrows what the others leave.
    """

    email: str | None = None
    url: str | None = None
    language: Language = "sv"
    pages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    collaborations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    when: When = "at once"
    even_if_quiet: bool = False

    @property
    def recipient(self) -> str:
        """Who they are in the outbox: an e-mail address, or a channel's name without its secrets."""
        return self.email or channel_name(self.url or "")

    def follows(self, page: str) -> bool:
        """Whether they want to hear of this page at all."""
        return not self.pages or page in self.pages


def relevant(changes: ChangeSet, subscriber: Subscriber, names: Names) -> ChangeSet:
    """What of these changes the subscriber asked for; false where nothing is left.

    The flags say something about the page and stay as they are, but for a date that the subscriber does not follow.
    """
    kept = tuple(each for each in changes.changes if _wanted(each, subscriber, names))
    dated = any(each.kind is ChangeKind.LAST_UPDATED_CHANGED for each in kept)
    return replace(
        changes,
        changes=kept,
        silent_edit=changes.silent_edit and bool(kept),
        date_only=changes.date_only and dated,
        date_regressed=changes.date_regressed and dated,
    )


def _wanted(change: Change, subscriber: Subscriber, names: Names) -> bool:
    return (
        (not subscriber.kinds or change.kind in subscriber.kinds or change.kind.group in subscriber.kinds)
        and (not subscriber.collaborations or _touches(_places(change, names), subscriber.collaborations))
        and (not subscriber.people or _names_one(_people(change), subscriber.people))
    )


def _touches(found: set[str], wanted: tuple[str, ...]) -> bool:
    return not found.isdisjoint(search_key(each) for each in wanted)


def _names_one(found: set[str], wanted: tuple[str, ...]) -> bool:
    """Whether a person is among those wanted; "Gustbée" is every Gustbée."""
    return any(set(search_key(each).split()) <= set(name.split()) for each in wanted for name in found)


def _places(change: Change, names: Names) -> set[str]:
    """Every name of the collaborations that a change is about: old and new, full and short."""
    written = {change.collaboration, _of(change.before, "collaboration")}
    if change.kind.group is Group.COLLABORATIONS:
        for side in (change.before, change.after):
            written |= {_of(side, "name"), _of(side, "abbreviation")}
    called = {names.get(each) for each in written if each}
    return {search_key(each) for each in written | called if each}


def _people(change: Change) -> set[str]:
    if change.kind.group not in (Group.REPRESENTATIVES, Group.OFFICIALS, Group.CONTACTS):
        return set()
    return {search_key(each) for each in (_of(change.before, "name"), _of(change.after, "name")) if each}


def _of(value: object, name: str) -> str | None:
    return value.get(name) if isinstance(value, dict) else None
