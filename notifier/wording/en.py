"""English: one sentence for each kind of change, without its full stop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from notifier.wording.en_roles import is_of, newly, quoted, role_word, with_article
from notifier.wording.parts import (
    Names,
    apposed,
    as_date,
    called,
    differing,
    either,
    enumerated,
    field,
    mid_sentence,
    person,
    plain,
    respelling,
    with_parenthesis,
)
from records.changes import Change, ChangeKind, Value

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(when: date) -> str:
    """ "9 September 2022"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def moment(when: datetime) -> str:
    """ "9 September 2022 at 08:05", of a time that already is in the zone to show."""
    return f"{day(when)} at {when:%H:%M}"


def _of(change: Change, names: Names, role: str = "ledamot") -> str:
    """ " of ERB" behind a member or a chair, " in ERB" behind a substitute."""
    where = called(change.collaboration, names)
    return f" {'of' if is_of(role) else 'in'} {where}" if where else ""


def _in(change: Change, names: Names) -> str:
    where = called(change.collaboration, names)
    return f" in {where}" if where else ""


def _about(change: Change, names: Names) -> str:
    return called(change.collaboration, names) or "the page"


def _representative_added(change: Change, names: Names) -> str:
    role = field(change.after, "role")
    if role:
        return f"{person(change.after)} is {newly(role, _in(change, names), _of(change, names, role))}"
    return f"{person(change.after)} is new{_in(change, names) or ' on the page'}"


def _representative_removed(change: Change, names: Names) -> str:
    role = field(change.before, "role")
    if role:
        return f"{person(change.before)} is no longer {with_article(role)}{_of(change, names, role)}"
    return f"{person(change.before)} is no longer listed{_in(change, names) or ' on the page'}"


def _representative_replaced(change: Change, names: Names) -> str:
    role = field(change.after, "role") or field(change.before, "role")
    post = f" as {with_article(role)}{_of(change, names, role)}" if role else _in(change, names)
    return f"{person(change.after)} replaces {person(change.before)}{post}"


def _representative_moved(change: Change, names: Names) -> str:
    came_from = change.before.get("collaboration") if isinstance(change.before, dict) else None
    role, to = field(change.after, "role"), called(change.collaboration, names)
    new = (
        f"becomes {with_article(role)}{_of(change, names, role)}"
        if role
        else f"joins {to or 'another part of the page'}"
    )
    return f"{person(change.after)} leaves {called(came_from, names) or 'their seat'} and {new}"


def _role_changed(change: Change, names: Names) -> str:
    old, new = field(change.before, "role"), field(change.after, "role")
    if not new:
        return f"{person(change.after)} is no longer {with_article(old)}{_of(change, names, old)}, but is still listed"
    return f"{person(change.after)} is now {with_article(new)}{_of(change, names, new)}" + (
        f", formerly {with_article(old)}" if old else ""
    )


def _party_changed(change: Change, names: Names) -> str:
    old, new = field(change.before, "party"), field(change.after, "party")
    role = field(change.after, "role")
    seat = field(change.after, "name") + (
        f", {role_word(role)}{_of(change, names, role)}," if role else _in(change, names)
    )
    if not new:
        return f"{seat} is now listed without a party, formerly ({old})"
    return f"{seat} is now listed as ({new})" + (f", formerly ({old})" if old else "")


def _name_respelled(change: Change, _names: Names) -> str:
    old, new = respelling(field(change.before, "name"), field(change.after, "name"))
    return f"{old} is now spelled {new}"


def _body(change: Change, names: Names) -> str:
    """ "chefsgruppen of SBHSS", "SBHSS"."""
    body, where = field(either(change), "body"), called(change.collaboration, names)
    return " of ".join(each for each in (body, where) if each)


def _official_added(change: Change, names: Names) -> str:
    place = _body(change, names)
    return f"{apposed(change.after)} is new" + (f" in {place}" if place else " on the page")


def _official_removed(change: Change, names: Names) -> str:
    place = _body(change, names)
    return f"{apposed(change.before)} is no longer listed" + (f" in {place}" if place else " on the page")


def _official_changed(change: Change, names: Names) -> str:
    old, new = change.before, change.after
    place = _body(change, names)
    what = differing(old, new, ("name", "title", "body"))
    if what == ["name"]:
        return f"{apposed(old)} is now spelled {field(new, 'name')}"
    title, once = mid_sentence(field(new, "title")), mid_sentence(field(old, "title"))
    if "body" not in what:
        has = f"now has the title {title}" if title else "is now listed without a title"
        return f"{_spelled(old, new)}{f' in {place}' if place else ''} {has}" + (f", formerly {once}" if once else "")
    who = ", ".join(filter(None, (_spelled(old, new), title)))
    left = f"in {field(old, 'body')}" if field(old, "body") else ""
    was = " ".join(filter(None, (once if "title" in what else "", left)))
    return f"{who}{',' if title else ''} is now in {place or 'another body'}" + (f", formerly {was}" if was else "")


def _spelled(old: Value | None, new: Value | None) -> str:
    """A name, and how it was spelled where that is another: "Eva Max", "Ewa Max (formerly spelled Eva Max)"."""
    before, after = field(old, "name"), field(new, "name")
    return after if before == after else f"{after} (formerly spelled {before})"


def _contact_added(change: Change, names: Names) -> str:
    return f"{apposed(change.after)} is a new contact for {_about(change, names)}"


def _contact_removed(change: Change, names: Names) -> str:
    return f"{apposed(change.before)} is no longer a contact for {_about(change, names)}"


_CONTACT_FIELDS = {"title": "title", "phone": "telephone number", "email": "e-mail address"}


def _contact_changed(change: Change, names: Names) -> str:
    old, new = change.before, change.after
    what = differing(old, new, ("name", *_CONTACT_FIELDS))
    if what == ["name"] or not what:
        return f"{field(old, 'name')}, contact for {_about(change, names)}, is now spelled {field(new, 'name')}"
    if what == ["title"]:
        return f"{_title_changed_to(old, new)} (contact for {_about(change, names)})"
    details = enumerated([_CONTACT_FIELDS[each] for each in what if each != "name"], "and")
    place = f" for {_about(change, names)}" if change.collaboration else ""
    return f"The contact details of {_spelled(old, new)}{place} have changed: {details}"


def _title_changed_to(old: Value | None, new: Value | None) -> str:
    title, once = mid_sentence(field(new, "title")), mid_sentence(field(old, "title"))
    said = f"is now {title}" if title else "is now listed without a title"
    return f"{field(new, 'name')} {said}" + (f", formerly {once}" if once else "")


def _collaboration(value: Value | None, change: Change) -> str:
    name = field(value, "name") or plain(change.subject or change.collaboration or "")
    return with_parenthesis(name, field(value, "abbreviation"))


def _collaboration_added(change: Change, _names: Names) -> str:
    return f"{_collaboration(change.after, change)} is new on the page"


def _collaboration_removed(change: Change, _names: Names) -> str:
    """As in Swedish."""
    return f"{_collaboration(change.before, change)} is no longer listed on the page"


def _collaboration_renamed(change: Change, _names: Names) -> str:
    old, new = change.before, change.after
    if "name" in differing(old, new, ("name",)):
        return f"{_collaboration(old, change)} is now called {_collaboration(new, change)}"
    short, shorter = field(old, "abbreviation"), field(new, "abbreviation")
    if not shorter:
        return f"{field(new, 'name')} is no longer abbreviated {short}"
    return f"{field(new, 'name')} is now abbreviated {shorter}" + (f", formerly {short}" if short else "")


def _member(change: Change) -> str:
    return with_parenthesis(field(either(change), "name"), field(either(change), "country"))


def _member_added(change: Change, names: Names) -> str:
    return f"{_member(change)} is a new member{_of(change, names)}"


def _member_removed(change: Change, names: Names) -> str:
    return f"{_member(change)} is no longer a member{_of(change, names)}"


def _document(value: Value | None, change: Change, names: Names) -> str:
    where = called(change.collaboration, names)
    return f"The document {quoted(field(value, 'label', 200))}" + (f" under {where}" if where else "")


def _document_added(change: Change, names: Names) -> str:
    return f"{_document(change.after, change, names)} has been added"


def _document_removed(change: Change, names: Names) -> str:
    return f"{_document(change.before, change, names)} has been removed"


def _document_changed(change: Change, names: Names) -> str:
    what = differing(change.before, change.after, ("label", "url"))
    if "label" in what:
        return f"{_document(change.before, change, names)} is now called {quoted(field(change.after, 'label', 200))}"
    if "url" in what:
        return f"{_document(change.after, change, names)} has a new address"
    return f"The content of the document {quoted(field(either(change), 'label', 200))} has changed"


def _text_changed(change: Change, names: Names) -> str:
    where = called(change.collaboration, names)
    return f"The text about {where} has changed" if where else "The page's introduction has changed"


def _homepage_changed(change: Change, names: Names) -> str:
    link = f"link to the website of {_about(change, names)}"
    if change.before is None:
        return f"A {link} has been added"
    return f"The {link} has {'been removed' if change.after is None else 'changed'}"


def _title_changed(change: Change, _names: Names) -> str:
    old, new = field(change.before, "text", 200), field(change.after, "text", 200)
    if not new:
        return f"The page no longer has the heading {quoted(old)}"
    return f"The page is now called {quoted(new)}" + (f", formerly {quoted(old)}" if old else "")


def _last_updated_changed(change: Change, _names: Names) -> str:
    old, new = as_date(change.before), as_date(change.after)
    if new is None:
        return "The page no longer says when it was updated" + (f" (formerly {day(old)})" if old else "")
    return f"The page's date is now {day(new)}" + (f", formerly {day(old)}" if old else "")


SENTENCES: dict[ChangeKind, Callable[[Change, Names], str]] = {
    ChangeKind.REPRESENTATIVE_ADDED: _representative_added,
    ChangeKind.REPRESENTATIVE_REMOVED: _representative_removed,
    ChangeKind.REPRESENTATIVE_REPLACED: _representative_replaced,
    ChangeKind.REPRESENTATIVE_MOVED: _representative_moved,
    ChangeKind.ROLE_CHANGED: _role_changed,
    ChangeKind.PARTY_CHANGED: _party_changed,
    ChangeKind.NAME_RESPELLED: _name_respelled,
    ChangeKind.OFFICIAL_ADDED: _official_added,
    ChangeKind.OFFICIAL_REMOVED: _official_removed,
    ChangeKind.OFFICIAL_CHANGED: _official_changed,
    ChangeKind.CONTACT_ADDED: _contact_added,
    ChangeKind.CONTACT_REMOVED: _contact_removed,
    ChangeKind.CONTACT_CHANGED: _contact_changed,
    ChangeKind.COLLABORATION_ADDED: _collaboration_added,
    ChangeKind.COLLABORATION_REMOVED: _collaboration_removed,
    ChangeKind.COLLABORATION_RENAMED: _collaboration_renamed,
    ChangeKind.MEMBER_ORGANISATION_ADDED: _member_added,
    ChangeKind.MEMBER_ORGANISATION_REMOVED: _member_removed,
    ChangeKind.DOCUMENT_ADDED: _document_added,
    ChangeKind.DOCUMENT_REMOVED: _document_removed,
    ChangeKind.DOCUMENT_CHANGED: _document_changed,
    ChangeKind.TEXT_CHANGED: _text_changed,
    ChangeKind.HOMEPAGE_CHANGED: _homepage_changed,
    ChangeKind.TITLE_CHANGED: _title_changed,
    ChangeKind.LAST_UPDATED_CHANGED: _last_updated_changed,
}

SILENT_EDIT = "The content has changed, but the page's own date has not"
DATE_ONLY = "The page's date has moved, but nothing else has changed"
DATE_REGRESSED = "The page's date has moved backwards"
