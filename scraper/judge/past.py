"""Is this the page that we know? Evidence against a look from the latest accepted record (DESIGN §4). Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sized

from records.changes import Change, ChangeKind, ChangeSet
from records.forms import fold, role_key, undated
from records.outcome import CannotTell, Reason
from records.page import Collaboration, Official, PageRecord, Representative
from records.texts import sentence_keys
from scraper.reading import Reading


def judge_against(before: PageRecord, reading: Reading, changes: ChangeSet) -> CannotTell | None:
    """Evidence against a look from the latest accepted record; held, with the changes that would be told.

    changes: records.diff.diff(before, reading.record).
    """
    found = (
        _another_page(before, reading.record)
        or _lead_over_nobody(before, reading, changes)
        or _fewer_people(before, reading, changes)
        or _list_gone(before, reading, changes)
        or _heading_left_alone(before, reading, changes)
        or _colon_over_nobody(before, reading.record, changes)
        or _date_gone(before, reading)
    )
    if found is None:
        return None
    reason, detail = found
    return CannotTell(reason, detail, held=True, changes=changes)


Evidence = tuple[Reason, str]


def _another_page(before: PageRecord, after: PageRecord) -> Evidence | None:
    """Another title over other content: elections change the people and redesigns the words, but not both at once.

    The years in a title do not count: they say when, not which page it is.
    """
    if not before.title or not after.title or undated(before.title) == undated(after.title):
        return None
    if not _marks(before) or _marks(before) & _marks(after):
        return None
    return Reason.IMPLAUSIBLE, f"another page, “{after.title}”, with nothing in common with “{before.title}”"


def _marks(record: PageRecord) -> frozenset[str]:
    """What tells a page from others: names of people and collaborations, addresses, sentences."""
    organs = record.collaborations
    return frozenset(
        fold(mark)
        for mark in (
            *(organ.name for organ in organs),
            *(person.name for organ in organs for person in organ.representatives),
            *(person.name for organ in organs for person in organ.officials),
            *(person.name for organ in organs for person in organ.contacts),
            *(contact.name for contact in record.contacts),
            *(document.url for document in record.documents),
            *(text for organ in organs for text in organ.description),
            *record.intro,
        )
    )


def _lead_over_nobody(before: PageRecord, reading: Reading, changes: ChangeSet) -> Evidence | None:
    """A lead or heading with nobody under it, in a collaboration that lost all its people, or all of one role.

    An official in its running text may have stayed.
    """
    renamed = {fold(now): fold(was) for was, now in _renamings(changes)}
    had = {fold(organ.name): organ for organ in before.collaborations}
    for organ in reading.record.collaborations:
        key = fold(organ.name)
        announced = any(fold(name) == key for name in reading.leads_over_nobody)
        old = had.get(renamed.get(key, key))
        if not announced or old is None:
            continue
        if len(_people(organ)) >= len(_people(old)):
            if role := _offices_left_empty(old, organ):
                return Reason.INCOMPLETE, f"“{role}” of {organ.name} is announced, but nobody is listed"
            continue
        if not organ.representatives:
            return Reason.INCOMPLETE, f"the people of {organ.name} are announced, but nobody is listed"
        if role := _role_left_empty(old, organ):
            return Reason.INCOMPLETE, f"“{role}” of {organ.name} is announced, but nobody is listed"
    return None


def _list_gone(before: PageRecord, reading: Reading, changes: ChangeSet) -> Evidence | None:
    """All who sat in a collaboration that still stands there, with its lead or without: nobody moved from it, and
    nothing was written in their place, neither a sentence nor an empty seat.
    """
    explained = {fold(where) for change in changes.changes for where in _explained(change)} | _with_vacancy(reading)
    for was, name in _emptied(before, reading.record, changes):
        if explained.isdisjoint((fold(was), fold(name))):
            return Reason.INCOMPLETE, f"the list of who sits in {name} is gone, and {name} still stands there"
    return None


def _heading_left_alone(before: PageRecord, reading: Reading, changes: ChangeSet) -> Evidence | None:
    """A heading, or a line of a list, under which people stood, and which is no collaboration any more: nobody moved
    from it, and the page says nothing new under it. An empty seat would have kept it one.
    """
    gone = _removed(changes)
    if not gone:
        return None
    standing = _standing(reading, gone)
    moved = {fold(where) for change in changes.changes for where in _explained(change)}
    for organ in before.collaborations:
        name = fold(organ.name)
        if name not in gone or name not in standing or name in moved or not organ.representatives:
            continue
        said = (text for text in standing[name] if not text.endswith(":"))
        if sentence_keys(said) <= sentence_keys(organ.description):
            return Reason.INCOMPLETE, f"the heading {organ.name} still stands there, and nobody under it"
    return None


def _removed(changes: ChangeSet) -> set[str]:
    kind = ChangeKind.COLLABORATION_REMOVED
    return {fold(change.subject or "") for change in changes.changes if change.kind is kind}


def _standing(reading: Reading, gone: set[str]) -> dict[str, tuple[str, ...]]:
    """What stands under the headings, or lines of a list, that are still there of collaborations that are gone."""
    standing = {fold(text): () for text in _texts(reading.record) if fold(text) in gone}
    return standing | {fold(each.name): each.texts for each in reading.bare_headings if fold(each.name) in gone}


def _texts(record: PageRecord) -> Iterator[str]:
    yield from record.intro
    for organ in record.collaborations:
        yield from organ.description


def _colon_over_nobody(before: PageRecord, after: PageRecord, changes: ChangeSet) -> Evidence | None:
    """A new line that ends in a colon, with nothing new behind it, in a collaboration that lost people: it announced
    them in words that only they made known as a lead.
    """
    renamed = {fold(now): fold(was) for was, now in _renamings(changes)}
    had = {fold(organ.name): organ for organ in before.collaborations}
    for organ in after.collaborations:
        old = had.get(renamed.get(fold(organ.name), fold(organ.name)))
        if old is None or len(_people(organ)) >= len(_people(old)):
            continue
        for text, following in zip(organ.description, (*organ.description[1:], ""), strict=False):
            if text.endswith(":") and text not in old.description and following in ("", *old.description):
                return Reason.INCOMPLETE, f"“{text}” in {organ.name} announces people, but nobody is listed"
    return None


def _with_vacancy(reading: Reading) -> set[str]:
    """The collaborations in which a seat is said to be empty: by the nearest heading of one above it, else the one
    that has no heading of its own, the title's.
    """
    empty = [claim.block for claim in reading.claims if claim.what == "vacant seat"]
    if not empty:
        return set()
    organs = reading.record.collaborations
    paths = {f"collaborations[{at}]": organ.name for at, organ in enumerate(organs)}
    heads = sorted((claim.block, paths[claim.what]) for claim in reading.claims if claim.what in paths)
    titled = next((organ.name for organ in organs if organ.name not in {name for _, name in heads}), "")
    names, blocks = [titled, *(name for _, name in heads)], [head for head, _ in heads]
    return {fold(names[bisect_right(blocks, block)]) for block in empty}


def _explained(change: Change) -> tuple[str, ...]:
    """The collaborations in which something new was written, or which somebody left for another."""
    if change.kind is ChangeKind.REPRESENTATIVE_MOVED and isinstance(change.before, dict):
        return (str(change.before.get("collaboration")),)
    new = _says_more(change) if change.kind is ChangeKind.TEXT_CHANGED else change.before is None
    return (change.collaboration,) if change.collaboration and change.after and new else ()


def _says_more(change: Change) -> bool:
    """Whether the new text is more than a line that announces somebody."""
    return isinstance(change.after, dict) and not str(change.after.get("text")).endswith(":")


def _emptied(before: PageRecord, after: PageRecord, changes: ChangeSet) -> list[tuple[str, str]]:
    """The collaborations that had representatives and have none, by their names before and after."""
    renamed = {fold(now): fold(was) for was, now in _renamings(changes)}
    had = {fold(organ.name): organ for organ in before.collaborations if organ.representatives}
    pairs = ((had.get(renamed.get(fold(organ.name), fold(organ.name))), organ) for organ in after.collaborations)
    return [(old.name, organ.name) for old, organ in pairs if old and not organ.representatives]


def _role_left_empty(before: Collaboration, after: Collaboration) -> str | None:
    """A role that several had and nobody has now, none of them being left in any other."""
    names = {fold(person.name) for person in after.representatives}
    roles = {role_key(person.role) for person in after.representatives}
    held = [person for person in before.representatives if person.role and role_key(person.role) not in roles]
    for role in dict.fromkeys(person.role for person in held):
        holders = [person for person in held if person.role == role]
        if len(holders) > 1 and all(fold(person.name) not in names for person in holders):
            return role
    return None


def _offices_left_empty(before: Collaboration, after: Collaboration) -> str | None:
    """The first of several roles that nobody has now: a presidium whose people stand in the full list, too."""
    roles = {role_key(person.role) for person in after.representatives}
    left = dict.fromkeys(person.role for person in before.representatives if person.role)
    empty = [role for role in left if role_key(role) not in roles]
    return empty[0] if len(empty) > 1 else None


def _renamings(changes: ChangeSet) -> list[tuple[str, str]]:
    return [
        (change.before["name"], change.after["name"])
        for change in changes.changes
        if change.kind is ChangeKind.COLLABORATION_RENAMED
        and isinstance(change.before, dict)
        and isinstance(change.after, dict)
    ]


def _fewer_people(before: PageRecord, reading: Reading, changes: ChangeSet) -> Evidence | None:
    """More than half of the people gone, or all, with nobody in their places; of the representatives alone, or of all.

    A collaboration that leaves with its heading takes its people with it, as long as somebody stays.
    """
    gone = _removed(changes)
    left, after = gone - _standing(reading, gone).keys(), reading.record
    return _fewer(before, after, left, lambda organ: organ.representatives, "representatives") or _fewer(
        before, after, left, _people, "people"
    )


def _fewer(
    before: PageRecord, after: PageRecord, left: set[str], whom: Callable[[Collaboration], Sized], kind: str
) -> Evidence | None:
    had, has = (sum(len(whom(organ)) for organ in record.collaborations) for record in (before, after))
    if had and not has:
        gone = f"none of the {had} {kind} that it named is left" if had > 1 else "the only person that it named is gone"
        return Reason.IMPLAUSIBLE, gone
    stayed = sum(len(whom(organ)) for organ in before.collaborations if fold(organ.name) not in left)
    if 2 * has < stayed:
        return Reason.IMPLAUSIBLE, f"the {kind} fell from {stayed} to {has}, with nobody in their places"
    return None


def _people(organ: Collaboration) -> tuple[Representative | Official, ...]:
    return (*organ.representatives, *organ.officials)


def _date_gone(before: PageRecord, reading: Reading) -> Evidence | None:
    if before.last_updated is None or reading.record.last_updated is not None:
        return None
    if reading.date_label:
        return Reason.INCOMPLETE, "the date line stands without its date"
    return Reason.INCOMPLETE, f"the date line is gone, which said {before.last_updated.isoformat()}"
