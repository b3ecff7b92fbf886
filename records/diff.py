"""What changed between two readings of one page: the heart (DESIGN §5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from records.changes import Change, ChangeKind, ChangeSet, Group, Value
from records.codec import to_json
from records.forms import text_key, url_key
from records.matching import Pair
from records.organs import pair_collaborations
from records.page import Collaboration, Link, Organisation, PageRecord
from records.parts import (
    contact_changes,
    document_changes,
    member_changes,
    official_changes,
    pair_members,
    rewritten_members,
    seat_changes,
)
from records.texts import changed_sentences

_WEIGHT = {group: weight for weight, group in enumerate(Group)}


def diff(before: PageRecord, after: PageRecord) -> ChangeSet:
    """Everything that a reader would call a change, the weightiest group first, in page order within each group.

    A collaboration that came or went is one change, which stands for all that it holds; somebody who moved into or
    out of it is told as moved. Two records of equal comparison forms give an empty set, in both directions.
    """
    if before == after:
        return ChangeSet()
    organs = pair_collaborations(before.collaborations, after.collaborations)
    content = (*_page(before, after), *seat_changes(organs), *_organs(organs.pairs()))
    moved = before.last_updated != after.last_updated
    changes = (*content, _last_updated(before, after)) if moved else content
    return ChangeSet(
        tuple(sorted(changes, key=lambda change: _WEIGHT[change.kind.group])),
        silent_edit=bool(content) and _same_claim(before, after),
        date_only=moved and after.last_updated is not None and not content,
        date_regressed=_regressed(before, after),
    )


def _same_claim(before: PageRecord, after: PageRecord) -> bool:
    """Both dates are known and equal, and so are their times of day where both pages give one."""
    times = {before.last_updated_time, after.last_updated_time} - {None}
    return before.last_updated is not None and before.last_updated == after.last_updated and len(times) <= 1


def _regressed(before: PageRecord, after: PageRecord) -> bool:
    return bool(before.last_updated and after.last_updated and after.last_updated < before.last_updated)


def _last_updated(before: PageRecord, after: PageRecord) -> Change:
    dates = to_json(before.last_updated), to_json(after.last_updated)
    return Change(ChangeKind.LAST_UPDATED_CHANGED, None, None, *dates)


def _page(before: PageRecord, after: PageRecord) -> Iterator[Change]:
    """The page's own parts, those of no collaboration."""
    if text_key(before.title or "") != text_key(after.title or ""):
        yield Change(ChangeKind.TITLE_CHANGED, None, None, _text(before.title), _text(after.title))
    yield from document_changes(before.documents, after.documents)
    yield from contact_changes(None, before.contacts, after.contacts)
    yield from _texts(None, *changed_sentences(before.intro, after.intro))


def _organs(organs: Iterable[Pair[Collaboration]]) -> Iterator[Change]:
    for old, new in organs:
        if old and new:
            yield from _organ(old, new) if old != new else ()
        elif new:
            yield Change(ChangeKind.COLLABORATION_ADDED, new.name, new.name, None, _called(new))
        elif old:
            yield Change(ChangeKind.COLLABORATION_REMOVED, old.name, old.name, _called(old), None)


def _organ(old: Collaboration, new: Collaboration) -> Iterator[Change]:
    """What changed in one collaboration beside its representatives."""
    if _names(old) != _names(new):
        yield Change(ChangeKind.COLLABORATION_RENAMED, new.name, new.name, _called(old), _called(new))
    yield from official_changes(new.name, old.officials, new.officials)
    yield from contact_changes(new.name, old.contacts, new.contacts)
    members = pair_members(old.members, new.members)
    yield from member_changes(new.name, members)
    if _link(old.homepage) != _link(new.homepage):
        yield Change(ChangeKind.HOMEPAGE_CHANGED, new.name, None, to_json(old.homepage), to_json(new.homepage))
    sentences = changed_sentences(old.description, new.description)
    yield from _texts(new.name, *(sentences if any(sentences) else _untold(old, new, members)))


def _called(organ: Collaboration) -> Value:
    return {"name": organ.name, "abbreviation": organ.abbreviation}


def _names(organ: Collaboration) -> tuple[str, str]:
    return text_key(organ.name), text_key(organ.abbreviation or "")


def _link(link: Link | None) -> tuple[str, str] | None:
    return (text_key(link.label), url_key(link.url)) if link else None


def _untold(
    old: Collaboration, new: Collaboration, members: Iterable[Pair[Organisation]]
) -> tuple[list[str], list[str]]:
    """What changed outside every sentence and has no kind of its own: a table may give a country or a year alone."""
    before, after = rewritten_members(members)
    if old.member_since != new.member_since:
        before += [old.member_since] if old.member_since else []
        after += [new.member_since] if new.member_since else []
    return before, after


def _texts(where: str | None, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """One change for each text, of the sentences that changed."""
    if before or after:
        yield Change(ChangeKind.TEXT_CHANGED, where, None, _text(" ".join(before)), _text(" ".join(after)))


def _text(text: str | None) -> Value | None:
    return {"text": text} if text else None
