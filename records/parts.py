"""What changed in one kind of thing: representatives, officials, contacts, members, documents (DESIGN §5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from records.changes import Change
from records.changes import ChangeKind as K  # read as in K.ROLE_CHANGED
from records.codec import to_json
from records.forms import fold, name_key, party_key, phone_key, role_key, search_key, text_key, url_key
from records.matching import Matching, Pair, match
from records.names import is_respelling
from records.page import Collaboration, Contact, Document, Official, Organisation, Representative
from records.seats import Relation, Seat, SeatPair, pair_seats

T = TypeVar("T")
Named = TypeVar("Named", Official, Contact)


def seat_changes(organs: Matching[Collaboration]) -> Iterator[Change]:
    """Representatives. Whoever came or went together with a whole collaboration is told by that collaboration."""
    standing = [new.name if old and new else None for old, new in organs.pairs()]
    for pair in pair_seats(organs):
        match pair:
            case SeatPair(Relation.GONE, Seat() as old):
                if (where := standing[old.organ]) is not None:
                    yield Change(K.REPRESENTATIVE_REMOVED, where, old.holder.name, to_json(old.holder), None)
            case SeatPair(Relation.NEW, None, Seat() as new):
                if (where := standing[new.organ]) is not None:
                    yield Change(K.REPRESENTATIVE_ADDED, where, new.holder.name, None, to_json(new.holder))
            case SeatPair(Relation.MOVED, Seat() as old, Seat() as new):
                yield _moved(old, new)
            case SeatPair(relation, Seat() as old, Seat() as new) if old.holder != new.holder:
                yield from _same_seat(new.where, relation, old.holder, new.holder)


def _moved(old: Seat, new: Seat) -> Change:
    before = {**to_json(old.holder), "collaboration": old.where}
    after = {**to_json(new.holder), "collaboration": new.where}
    return Change(K.REPRESENTATIVE_MOVED, new.where, new.holder.name, before, after)


def _same_seat(where: str, relation: Relation, old: Representative, new: Representative) -> Iterator[Change]:
    values = to_json(old), to_json(new)
    if relation is Relation.REPLACED:
        yield Change(K.REPRESENTATIVE_REPLACED, where, new.name, *values)
        return
    if text_key(old.name) != text_key(new.name):
        yield Change(K.NAME_RESPELLED, where, new.name, *values)
    if party_key(old.party) != party_key(new.party):
        yield Change(K.PARTY_CHANGED, where, new.name, *values)
    if role_key(old.role) != role_key(new.role):
        yield Change(K.ROLE_CHANGED, where, new.name, *values)


def official_changes(where: str, before: Sequence[Official], after: Sequence[Official]) -> Iterator[Change]:
    """Civil servants named in one collaboration."""
    return _named(_OFFICIAL, where, before, after, _official_form)


def contact_changes(where: str | None, before: Sequence[Contact], after: Sequence[Contact]) -> Iterator[Change]:
    """The contacts of one collaboration, or of the page itself."""
    return _named(_CONTACT, where, before, after, _contact_form)


_OFFICIAL = (K.OFFICIAL_REMOVED, K.OFFICIAL_ADDED, K.OFFICIAL_CHANGED)
_CONTACT = (K.CONTACT_REMOVED, K.CONTACT_ADDED, K.CONTACT_CHANGED)
_DOCUMENT = (K.DOCUMENT_REMOVED, K.DOCUMENT_ADDED, K.DOCUMENT_CHANGED)
Form = tuple[str, ...]


def _official_form(official: Official) -> Form:
    return text_key(official.name), fold(official.title or ""), fold(official.body or "")


def _contact_form(contact: Contact) -> Form:
    address = (contact.email or "").strip().casefold()
    return text_key(contact.name), fold(contact.title or ""), phone_key(contact.phone or ""), address


def _named(
    kinds: tuple[K, K, K],
    where: str | None,
    before: Sequence[Named],
    after: Sequence[Named],
    form: Callable[[Named], Form],
) -> Iterator[Change]:
    """By the same person first, then by a respelled name that nothing else on the two lines contradicts."""
    found = match(before, after, form, lambda person: name_key(person.name))
    found.join(
        (old, new)
        for old in found.left_before()
        for new in found.left_after()
        if is_respelling(before[old].name, after[new].name) and _agree(form(before[old])[1:], form(after[new])[1:])
    )
    return _changes(kinds, where, found.pairs(), form, lambda person: person.name)


def _agree(old: Form, new: Form) -> bool:
    """Something is the same on both lines, or there is nothing that both give."""
    both = [(one, other) for one, other in zip(old, new, strict=True) if one and other]
    return not both or any(one == other for one, other in both)


def document_changes(before: Sequence[Document], after: Sequence[Document]) -> Iterator[Change]:
    """The page's documents: one is the same by its address, else by its label."""
    found = match(before, after, _document_form, lambda each: _document_form(each)[1], lambda each: fold(each.label))
    return _changes(_DOCUMENT, None, found.pairs(), _document_form, lambda document: document.label)


def _document_form(document: Document) -> Form:
    return text_key(document.label), url_key(document.url)


def _changes(
    kinds: tuple[K, K, K],
    where: str | None,
    pairs: Iterable[Pair[T]],
    form: Callable[[T], Form],
    name: Callable[[T], str],
) -> Iterator[Change]:
    removed, added, changed = kinds
    for old, new in pairs:
        if new is None:
            assert old is not None
            yield Change(removed, where, name(old), to_json(old), None)
        elif old is None:
            yield Change(added, where, name(new), None, to_json(new))
        elif form(old) != form(new):
            yield Change(changed, where, name(new), to_json(old), to_json(new))


def pair_members(before: Sequence[Organisation], after: Sequence[Organisation]) -> list[Pair[Organisation]]:
    """Member organisations: the same by name, accents aside; a country that was added or mended makes no new member."""
    return match(before, after, _member_form, lambda each: fold(each.name), lambda each: search_key(each.name)).pairs()


def _member_form(member: Organisation) -> Form:
    return fold(member.name), fold(member.country or "")


def member_changes(where: str, members: Iterable[Pair[Organisation]]) -> Iterator[Change]:
    """Members that came and went."""
    for old, new in members:
        if new and not old:
            yield Change(K.MEMBER_ORGANISATION_ADDED, where, new.name, None, to_json(new))
        elif old and not new:
            yield Change(K.MEMBER_ORGANISATION_REMOVED, where, old.name, to_json(old), None)


def rewritten_members(members: Iterable[Pair[Organisation]]) -> tuple[list[str], list[str]]:
    """The members that are the same and written otherwise, before and after, as a reader sees them."""
    both = [(old, new) for old, new in members if old and new and _member_form(old) != _member_form(new)]
    return [_as_read(old) for old, _ in both], [_as_read(new) for _, new in both]


def _as_read(member: Organisation) -> str:
    return f"{member.name} ({member.country})" if member.country else member.name
