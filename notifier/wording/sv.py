"""Swedish: one sentence for each kind of change, without its full stop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

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
    nested,
    person,
    plain,
    respelling,
    with_parenthesis,
)
from notifier.wording.sv_roles import as_or_on, becomes, becomes_new, is_or_has, was
from records.changes import Change, ChangeKind, Value

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


def day(when: date) -> str:
    """ "9 september 2022"."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def moment(when: datetime) -> str:
    """ "9 september 2022 kl. 08.05", of a time that already is in the zone to show."""
    return f"{day(when)} kl. {when:%H.%M}"


def quoted(text: str) -> str:
    return f"”{nested(text, '’', '’')}”"


def _in(change: Change, names: Names) -> str:
    where = called(change.collaboration, names)
    return f" i {where}" if where else ""


def _about(change: Change, names: Names) -> str:
    return called(change.collaboration, names) or "sidan"


def _representative_added(change: Change, names: Names) -> str:
    role, where = field(change.after, "role"), _in(change, names)
    if not role and not where:
        return f"{person(change.after)} är ny på sidan"
    return f"{person(change.after)} {becomes_new(role) if role else 'är ny'}{where}"


def _representative_removed(change: Change, names: Names) -> str:
    role, where = field(change.before, "role"), _in(change, names)
    if role:
        return f"{person(change.before)} {is_or_has(role, 'inte längre')}{where}"
    return f"{person(change.before)} finns inte längre med{where or ' på sidan'}"


def _representative_replaced(change: Change, names: Names) -> str:
    role = field(change.after, "role") or field(change.before, "role")
    post = f" {as_or_on(role)}" if role else ""
    return f"{person(change.after)} ersätter {person(change.before)}{post}{_in(change, names)}"


def _representative_moved(change: Change, names: Names) -> str:
    came_from = change.before.get("collaboration") if isinstance(change.before, dict) else None
    role, to = field(change.after, "role"), called(change.collaboration, names)
    new = f"{becomes(role)}{_in(change, names)}" if role else f"går till {to or 'en annan plats på sidan'}"
    return f"{person(change.after)} lämnar {called(came_from, names) or 'sin plats'} och {new}"


def _role_changed(change: Change, names: Names) -> str:
    old, new, where = field(change.before, "role"), field(change.after, "role"), _in(change, names)
    if not new:
        return f"{person(change.after)} {is_or_has(old, 'inte längre')}{where}, men står kvar"
    formerly = f", tidigare {was(old)}" if old else ""
    return f"{person(change.after)} {is_or_has(new, 'nu')}{where}{formerly}"


def _party_changed(change: Change, names: Names) -> str:
    old, new = field(change.before, "party"), field(change.after, "party")
    who = field(change.after, "name")
    role = field(change.after, "role")
    seat = f"{who}, {role}{_in(change, names)}," if role else f"{who}{_in(change, names)}"
    if not new:
        return f"{seat} står nu utan partibeteckning, tidigare ({old})"
    return f"{seat} har nu partibeteckningen ({new})" + (f", tidigare ({old})" if old else "")


def _name_respelled(change: Change, _names: Names) -> str:
    old, new = respelling(field(change.before, "name"), field(change.after, "name"))
    return f"{old} skrivs nu {new}"


def _body(change: Change, names: Names) -> str:
    """ "chefsgruppen i SBHSS", "SBHSS"."""
    body, where = field(either(change), "body"), called(change.collaboration, names)
    return " i ".join(each for each in (body, where) if each)


def _official_added(change: Change, names: Names) -> str:
    place = _body(change, names)
    return f"{apposed(change.after)} är ny" + (f" i {place}" if place else " på sidan")


def _official_removed(change: Change, names: Names) -> str:
    place = _body(change, names)
    return f"{apposed(change.before)} finns inte längre med" + (f" i {place}" if place else " på sidan")


def _official_changed(change: Change, names: Names) -> str:
    old, new = change.before, change.after
    place = _body(change, names)
    what = differing(old, new, ("name", "title", "body"))
    if what == ["name"]:
        return f"{apposed(old)} skrivs nu {field(new, 'name')}"
    title, once = mid_sentence(field(new, "title")), mid_sentence(field(old, "title"))
    if "body" not in what:
        has = f"har nu titeln {title}" if title else "står nu utan titel"
        return f"{_spelled(old, new)}{f' i {place}' if place else ''} {has}" + (f", tidigare {once}" if once else "")
    who = ", ".join(filter(None, (_spelled(old, new), title)))
    left = f"i {field(old, 'body')}" if field(old, "body") else ""
    was = " ".join(filter(None, (once if "title" in what else "", left)))
    return f"{who}{',' if title else ''} finns nu i {place or 'ett annat organ'}" + (f", tidigare {was}" if was else "")


def _spelled(old: Value | None, new: Value | None) -> str:
    """A name, and how it was spelled where that is another: "Eva Max", "Ewa Max (tidigare skriven Eva Max)"."""
    before, after = field(old, "name"), field(new, "name")
    return after if before == after else f"{after} (tidigare skriven {before})"


def _contact_added(change: Change, names: Names) -> str:
    return f"{apposed(change.after)} är ny kontaktperson för {_about(change, names)}"


def _contact_removed(change: Change, names: Names) -> str:
    return f"{apposed(change.before)} är inte längre kontaktperson för {_about(change, names)}"


_CONTACT_FIELDS = {"title": "titel", "phone": "telefonnummer", "email": "e-postadress"}


def _contact_changed(change: Change, names: Names) -> str:
    old, new = change.before, change.after
    what = differing(old, new, ("name", *_CONTACT_FIELDS))
    if what == ["name"] or not what:
        return f"{field(old, 'name')}, kontaktperson för {_about(change, names)}, skrivs nu {field(new, 'name')}"
    if what == ["title"]:
        return f"{_title_changed_to(old, new)} (kontaktperson för {_about(change, names)})"
    details = enumerated([_CONTACT_FIELDS[each] for each in what if each != "name"], "och")
    place = f" för {_about(change, names)}" if change.collaboration else ""
    return f"Kontaktuppgifterna till {_spelled(old, new)}{place} har ändrats: {details}"


def _title_changed_to(old: Value | None, new: Value | None) -> str:
    title, once = mid_sentence(field(new, "title")), mid_sentence(field(old, "title"))
    said = f"är nu {title}" if title else "står nu utan titel"
    return f"{field(new, 'name')} {said}" + (f", tidigare {once}" if once else "")


def _collaboration_added(change: Change, _names: Names) -> str:
    return f"{_collaboration(change.after, change)} har tillkommit på sidan"


def _collaboration_removed(change: Change, _names: Names) -> str:
    """True also where its heading stands on, over nothing."""
    return f"{_collaboration(change.before, change)} redovisas inte längre på sidan"


def _collaboration(value: Value | None, change: Change) -> str:
    name = field(value, "name") or plain(change.subject or change.collaboration or "")
    return with_parenthesis(name, field(value, "abbreviation"))


def _collaboration_renamed(change: Change, _names: Names) -> str:
    old, new = change.before, change.after
    if "name" in differing(old, new, ("name",)):
        return f"{_collaboration(old, change)} heter nu {_collaboration(new, change)}"
    short, shorter = field(old, "abbreviation"), field(new, "abbreviation")
    if not shorter:
        return f"{field(new, 'name')} förkortas inte längre {short}"
    return f"{field(new, 'name')} förkortas nu {shorter}" + (f", tidigare {short}" if short else "")


def _member(change: Change) -> str:
    return with_parenthesis(field(either(change), "name"), field(either(change), "country"))


def _member_added(change: Change, names: Names) -> str:
    return f"{_member(change)} är ny medlem{_in(change, names)}"


def _member_removed(change: Change, names: Names) -> str:
    return f"{_member(change)} är inte längre medlem{_in(change, names)}"


def _document(value: Value | None, change: Change, names: Names) -> str:
    where = called(change.collaboration, names)
    return f"Dokumentet {quoted(field(value, 'label', 200))}" + (f" under {where}" if where else "")


def _document_added(change: Change, names: Names) -> str:
    return f"{_document(change.after, change, names)} har tillkommit"


def _document_removed(change: Change, names: Names) -> str:
    return f"{_document(change.before, change, names)} har tagits bort"


def _document_changed(change: Change, names: Names) -> str:
    what = differing(change.before, change.after, ("label", "url"))
    if "label" in what:
        return f"{_document(change.before, change, names)} heter nu {quoted(field(change.after, 'label', 200))}"
    if "url" in what:
        return f"{_document(change.after, change, names)} har fått en ny adress"
    return f"Innehållet i dokumentet {quoted(field(either(change), 'label', 200))} har ändrats"


def _text_changed(change: Change, names: Names) -> str:
    where = called(change.collaboration, names)
    return f"Texten om {where} har ändrats" if where else "Sidans inledande text har ändrats"


def _homepage_changed(change: Change, names: Names) -> str:
    link = f"länk till webbplatsen för {_about(change, names)}"
    if change.before is None:
        return f"En {link} har tillkommit"
    if change.after is None:
        return f"{link.replace('länk', 'Länken', 1)} har tagits bort"
    return f"{link.replace('länk', 'Länken', 1)} har ändrats"


def _title_changed(change: Change, _names: Names) -> str:
    old, new = field(change.before, "text", 200), field(change.after, "text", 200)
    if not new:
        return f"Sidan har inte längre rubriken {quoted(old)}"
    return f"Sidan heter nu {quoted(new)}" + (f", tidigare {quoted(old)}" if old else "")


def _last_updated_changed(change: Change, _names: Names) -> str:
    old, new = as_date(change.before), as_date(change.after)
    if new is None:
        return "Sidan anger inte längre när den uppdaterades" + (f" (tidigare {day(old)})" if old else "")
    return f"Sidans datum är nu {day(new)}" + (f", tidigare {day(old)}" if old else "")


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

SILENT_EDIT = "Innehållet har ändrats utan att sidans datum har flyttats"
DATE_ONLY = "Sidans datum har flyttats, men inget annat har ändrats"
DATE_REGRESSED = "Sidans datum har flyttats bakåt"
