"""Real changes to everything else: officials, contacts, collaborations, members, documents, texts, the date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from benchmarks.detection.edits import (
    Edit,
    any_organ,
    kind,
    swapped,
    told,
    with_organs,
)
from benchmarks.detection.invent import (
    World,
    invent_collaboration,
    member_sentence,
    official_sentence,
)
from records.changes import Change, ChangeKind
from records.page import Collaboration, Contact, Link, Organisation, PageRecord

# --- officials, contacts


def _retold(organ: Collaboration, old: str, new: str) -> tuple[str, ...]:
    """The description with one sentence as another; an empty paragraph goes."""
    told = (text.replace(old, new, 1).replace("  ", " ").strip() for text in organ.description)
    return tuple(text for text in told if text)


@kind
def official_title_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: organ.officials)
    if not organ:
        return None
    old = organ.officials[0]
    new = replace(old, title="biträdande " + str(old.title))
    was, now = official_sentence(owner, old), official_sentence(owner, new)
    after = with_organs(page, (organ, replace(organ, officials=(new,), description=_retold(organ, was, now))))
    return after, [
        told(ChangeKind.OFFICIAL_CHANGED, organ.name, old, new),
        told(ChangeKind.TEXT_CHANGED, organ.name, was, now),
    ]


@kind
def official_removed(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: organ.officials)
    if not organ:
        return None
    was = official_sentence(owner, organ.officials[0])
    after = with_organs(page, (organ, replace(organ, officials=(), description=_retold(organ, was, ""))))
    return after, [
        told(ChangeKind.OFFICIAL_REMOVED, organ.name, organ.officials[0], None),
        told(ChangeKind.TEXT_CHANGED, organ.name, was, None),
    ]


@kind
def official_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: not organ.officials)
    if not organ:
        return None
    new = world.official()
    now = official_sentence(owner, new)
    description = (f"{organ.description[0]} {now}", *organ.description[1:])
    after = with_organs(page, (organ, replace(organ, officials=(new,), description=description)))
    return after, [
        told(ChangeKind.OFFICIAL_ADDED, organ.name, None, new),
        told(ChangeKind.TEXT_CHANGED, organ.name, None, now),
    ]


def _contact_edit(world: World, page: PageRecord, edit: Callable[[Contact], Contact]) -> Edit | None:
    if not page.contacts:
        return None
    old = world.random.choice(page.contacts)
    new = edit(old)
    if new == old:
        return None
    after = replace(page, contacts=swapped(page.contacts, old, new))
    return after, [told(ChangeKind.CONTACT_CHANGED, None, old, new)]


@kind
def contact_phone_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    return _contact_edit(world, page, lambda contact: replace(contact, phone="0470-99 88 77"))


@kind
def contact_email_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    return _contact_edit(world, page, lambda contact: replace(contact, email="ny.adress@prov.example"))


@kind
def contact_title_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    return _contact_edit(world, page, lambda contact: replace(contact, title="Enhetschef"))


@kind
def contact_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    new = world.contact()
    return replace(page, contacts=(*page.contacts, new)), [told(ChangeKind.CONTACT_ADDED, None, None, new)]


@kind
def contact_removed(world: World, owner: str, page: PageRecord) -> Edit | None:
    if not page.contacts:
        return None
    old = world.random.choice(page.contacts)
    return replace(page, contacts=swapped(page.contacts, old)), [told(ChangeKind.CONTACT_REMOVED, None, old, None)]


@kind
def contact_of_a_collaboration_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ, new = page.collaborations[0], world.contact()
    after = with_organs(page, (organ, replace(organ, contacts=(new,))))
    return after, [told(ChangeKind.CONTACT_ADDED, organ.name, None, new)]


# --- collaborations, members


@kind
def collaboration_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    new = invent_collaboration(world, owner)
    at = world.random.randint(0, len(page.collaborations))
    organs = (*page.collaborations[:at], new, *page.collaborations[at:])
    return replace(page, collaborations=organs), [told(ChangeKind.COLLABORATION_ADDED, new.name, None, new)]


@kind
def collaboration_removed(world: World, owner: str, page: PageRecord) -> Edit | None:
    if len(page.collaborations) < 2:
        return None
    old = world.random.choice(page.collaborations)
    return with_organs(page, (old, None)), [told(ChangeKind.COLLABORATION_REMOVED, old.name, old, None)]


def _renamed(page: PageRecord, old: Collaboration, new: Collaboration) -> Edit:
    after = with_organs(page, (old, new))
    return after, [replace(told(ChangeKind.COLLABORATION_RENAMED, new.name, old, new))]


@kind
def collaboration_renamed(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda o: len(o.representatives) > 1 and not any(o.name in t for t in o.description))
    if not organ:
        return None
    return _renamed(page, organ, replace(organ, name=organ.name + " Syd", homepage=organ.homepage))


@kind
def abbreviation_gained(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: not organ.abbreviation)
    return _renamed(page, organ, replace(organ, abbreviation="XYZ")) if organ else None


@kind
def abbreviation_lost(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: organ.abbreviation)
    return _renamed(page, organ, replace(organ, abbreviation=None)) if organ else None


def _members(page: PageRecord, organ: Collaboration, members: tuple[Organisation, ...], change: Change) -> Edit:
    was, now = member_sentence(organ.members), member_sentence(members)
    after = with_organs(page, (organ, replace(organ, members=members, description=_retold(organ, was, now))))
    return after, [change, told(ChangeKind.TEXT_CHANGED, organ.name, was, now)]


@kind
def member_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: organ.members)
    if not organ:
        return None
    new = Organisation(f"Region {world.place()}ö")
    change = told(ChangeKind.MEMBER_ORGANISATION_ADDED, organ.name, None, new)
    return _members(page, organ, (new, *organ.members), change)


@kind
def member_removed(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: len(organ.members) > 2)
    if not organ:
        return None
    old = organ.members[0]
    change = told(ChangeKind.MEMBER_ORGANISATION_REMOVED, organ.name, old, None)
    return _members(page, organ, organ.members[1:], change)


# --- documents


@kind
def document_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    new = world.document()
    return replace(page, documents=(*page.documents, new)), [told(ChangeKind.DOCUMENT_ADDED, None, None, new)]


@kind
def document_removed(world: World, owner: str, page: PageRecord) -> Edit | None:
    if not page.documents:
        return None
    old = world.random.choice(page.documents)
    return replace(page, documents=swapped(page.documents, old)), [told(ChangeKind.DOCUMENT_REMOVED, None, old, None)]


def _document(world: World, page: PageRecord, **edit: str) -> Edit | None:
    if not page.documents:
        return None
    old = world.random.choice(page.documents)
    new = replace(old, **edit)
    return replace(page, documents=swapped(page.documents, old, new)), [
        told(ChangeKind.DOCUMENT_CHANGED, None, old, new)
    ]


@kind
def document_label_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    return _document(world, page, label=f"Reviderat dokument {world.random.randint(1, 99)}")


@kind
def document_address_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    return _document(world, page, url=f"https://www.prov.example/nya/{world.random.randint(1, 99)}.pdf")


# --- texts, homepage, title


@kind
def sentence_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = world.random.choice(page.collaborations)
    new = "Ett nytt gemensamt kontor öppnar i höst."
    after = with_organs(
        page, (organ, replace(organ, description=(f"{organ.description[0]} {new}", *organ.description[1:])))
    )
    return after, [told(ChangeKind.TEXT_CHANGED, organ.name, None, new)]


@kind
def paragraph_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = world.random.choice(page.collaborations)
    new = "Medlemmarna har enats om en gemensam färdplan för järnvägen."
    after = with_organs(page, (organ, replace(organ, description=(*organ.description, new))))
    return after, [told(ChangeKind.TEXT_CHANGED, organ.name, None, new)]


@kind
def number_in_a_sentence_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    was, now = "Budgeten är 12 miljoner kronor.", "Budgeten är 13 miljoner kronor."
    organ = any_organ(world, page, lambda organ: was in " ".join(organ.description))
    if not organ:
        return None
    after = with_organs(page, (organ, replace(organ, description=_retold(organ, was, now))))
    return after, [told(ChangeKind.TEXT_CHANGED, organ.name, was, now)]


@kind
def intro_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    was, now = f"{owner} deltar i flera samarbeten.", f"{owner} deltar i några utvalda samarbeten."
    return replace(page, intro=(now, *page.intro[1:])), [told(ChangeKind.TEXT_CHANGED, None, was, now)]


@kind
def title_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    new = "Regionala och internationella uppdrag"
    return replace(page, title=new), [told(ChangeKind.TITLE_CHANGED, None, str(page.title), new)]


def _homepage(page: PageRecord, organ: Collaboration, new: Link | None) -> Edit:
    after = with_organs(page, (organ, replace(organ, homepage=new)))
    return after, [told(ChangeKind.HOMEPAGE_CHANGED, organ.name, organ.homepage, new)]


@kind
def homepage_address_changed(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: organ.homepage)
    return (
        _homepage(page, organ, Link(organ.homepage.label, "https://ny.example/")) if organ and organ.homepage else None
    )


@kind
def homepage_added(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: not organ.homepage)
    return (
        _homepage(page, organ, Link(f"{organ.abbreviation or organ.name}:s hemsida", "https://ny.example/"))
        if organ
        else None
    )


@kind
def homepage_removed(world: World, owner: str, page: PageRecord) -> Edit | None:
    organ = any_organ(world, page, lambda organ: organ.homepage)
    return _homepage(page, organ, None) if organ else None


# --- the date alone


def dated(page: PageRecord, days: int) -> Edit:
    """The page's own date moved by days, alone."""
    assert page.last_updated is not None
    new = page.last_updated + timedelta(days=days)
    change = Change(ChangeKind.LAST_UPDATED_CHANGED, None, None, page.last_updated.isoformat(), new.isoformat())
    return replace(page, last_updated=new), [change]


@kind
def date_forward(world: World, owner: str, page: PageRecord) -> Edit | None:
    return dated(page, world.random.randint(1, 400))


@kind
def date_backward(world: World, owner: str, page: PageRecord) -> Edit | None:
    return dated(page, -world.random.randint(1, 400))
