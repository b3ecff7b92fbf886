"""Who is told of what: a subscriber's own rules, applied to a set of changes. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from notifier.address import channel_name
from records.changes import Change, ChangeKind, ChangeSet, Group

if TYPE_CHECKING:
    from notifier.wording import Language, Names

When = Literal["at once", "daily", "weekly"]

SELECTORS = frozenset({*(group.value for group in Group), *(kind.value for kind in ChangeKind)})
"""Every word that `kinds` may hold: a group, or one kind."""
Former = tuple[tuple[str, str], ...]
"""Collaborations and people by their names, each with another name or spelling that the same has had."""


@dataclass(frozen=True, slots=True)
class Subscriber:
    """One reader: an e-mail address, or the address of another channel. Empty rules mean everything.

    kinds holds words of SELECTORS; collaborations are full names or abbreviations, people are names or parts of names,
    both compared without case and accents; they are the same under every name that they have had. A change must
    meet every rule. also: further subscriptions of the same
    reader, who is told once of what any of them asks for.
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
    also: tuple[Subscriber, ...] = ()

    @property
    def recipient(self) -> str:
        """Their name in the outbox: the e-mail address, or the channel's name without its secrets."""
        return self.email or channel_name(self.url or "")

    @property
    def key(self) -> str:
        """The same for every way of writing their address: capitals make no other reader."""
        return reader_key(self.recipient)

    def follows(self, page: str) -> bool:
        """Whether they want to hear of this page at all."""
        return self.on(page) is not None

    def on(self, page: str) -> Subscriber | None:
        """The subscriber with only the rules that apply to this page; None where they do not follow it."""
        following = [each for each in (self, *self.also) if not each.pages or page in each.pages]
        if following == [self]:
            return self
        return replace(following[0], also=tuple(following[1:])) if following else None


def reader_key(recipient: str) -> str:
    """What two recipients who are one reader have in common."""
    return recipient.casefold()


def readers(subscribers: Iterable[Subscriber]) -> list[Subscriber]:
    """One Subscriber for each reader and time of delivery, however many subscriptions they have."""
    found: dict[tuple[str, When], list[Subscriber]] = {}
    for each in subscribers:
        found.setdefault((each.key, each.when), []).append(each)
    return [_joined(some) for some in found.values()]


def _joined(some: list[Subscriber]) -> Subscriber:
    quiet = any(each.even_if_quiet for each in some)
    return replace(some[0], also=tuple(some[1:]), even_if_quiet=quiet) if len(some) > 1 else some[0]


def relevant(changes: ChangeSet, subscriber: Subscriber, names: Names, former: Former = ()) -> ChangeSet:
    """The changes that the subscriber asked for; an empty ChangeSet where there are none.

    The flags are about the page and stay, except those about a date that the subscriber does not follow.
    """
    rules = (subscriber, *subscriber.also)
    kept = tuple(each for each in changes.changes if any(_wanted(each, one, names, former) for one in rules))
    dated = any(each.kind is ChangeKind.LAST_UPDATED_CHANGED for each in kept)
    return replace(
        changes,
        changes=kept,
        silent_edit=changes.silent_edit and bool(kept),
        date_only=changes.date_only and dated,
        date_regressed=changes.date_regressed and dated,
    )


def _wanted(change: Change, subscriber: Subscriber, names: Names, former: Former) -> bool:
    return (
        (not subscriber.kinds or change.kind in subscriber.kinds or change.kind.group in subscriber.kinds)
        and (not subscriber.collaborations or _touches(_places(change, names, former), subscriber.collaborations))
        and (not subscriber.people or _names_one(_people(change, former), subscriber.people))
    )


def _people(change: Change, former: Former) -> tuple[str, ...]:
    """Every name of the people whom a change is about, now and once."""
    return (*change.people, *(name for now, name in former if now in change.people))


def _touches(found: set[str], wanted: tuple[str, ...]) -> bool:
    return not found.isdisjoint(_folded(each) for each in wanted)


def _names_one(found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a person is among those wanted; "Gustbée" is every Gustbée."""
    return any(_words(each) <= _words(name) for each in wanted for name in found)


def _words(name: str) -> set[str]:
    return set(_folded(name).split())


def _places(change: Change, names: Names, former: Former) -> set[str]:
    """Every name of the collaborations that a change is about: old and new, full and short, now and once."""
    written = {change.collaboration, _of(change.before, "collaboration")}
    if change.kind.group is Group.COLLABORATIONS:
        for side in (change.before, change.after):
            written |= {_of(side, "name"), _of(side, "abbreviation")}
    called = {names.get(each) for each in written if each}
    once = {name for now, name in former if now in written}
    return {_folded(each) for each in written | called | once if each}


def _of(value: object, name: str) -> str | None:
    return value.get(name) if isinstance(value, dict) else None


def _folded(name: str) -> str:
    from records.forms import search_key  # for news alone: every check reads who subscribes

    return search_key(name)
