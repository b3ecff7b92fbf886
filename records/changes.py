"""What can change on a page, and what a set of changes says as a whole (DESIGN §5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Group(StrEnum):
    """The groups that a subscriber can ask for, weightiest first."""

    REPRESENTATIVES = "representatives"
    OFFICIALS = "officials"
    COLLABORATIONS = "collaborations"
    MEMBERS = "members"
    DOCUMENTS = "documents"
    LAST_UPDATED = "last_updated"
    CONTACTS = "contacts"
    TEXTS = "texts"


class ChangeKind(StrEnum):
    """Every kind of change, by its JSON name."""

    REPRESENTATIVE_ADDED = "representative_added"
    REPRESENTATIVE_REMOVED = "representative_removed"
    REPRESENTATIVE_REPLACED = "representative_replaced"
    REPRESENTATIVE_MOVED = "representative_moved"
    ROLE_CHANGED = "role_changed"
    PARTY_CHANGED = "party_changed"
    NAME_RESPELLED = "name_respelled"
    OFFICIAL_ADDED = "official_added"
    OFFICIAL_REMOVED = "official_removed"
    OFFICIAL_CHANGED = "official_changed"
    CONTACT_ADDED = "contact_added"
    CONTACT_REMOVED = "contact_removed"
    CONTACT_CHANGED = "contact_changed"
    COLLABORATION_ADDED = "collaboration_added"
    COLLABORATION_REMOVED = "collaboration_removed"
    COLLABORATION_RENAMED = "collaboration_renamed"
    MEMBER_ORGANISATION_ADDED = "member_organisation_added"
    MEMBER_ORGANISATION_REMOVED = "member_organisation_removed"
    DOCUMENT_ADDED = "document_added"
    DOCUMENT_REMOVED = "document_removed"
    DOCUMENT_CHANGED = "document_changed"
    TEXT_CHANGED = "text_changed"
    HOMEPAGE_CHANGED = "homepage_changed"
    TITLE_CHANGED = "title_changed"
    LAST_UPDATED_CHANGED = "last_updated_changed"

    @property
    def group(self) -> Group:
        return _group_of(self)


def _group_of(kind: ChangeKind) -> Group:
    match kind.value.rpartition("_")[0]:
        case "representative" | "role" | "party" | "name":
            return Group.REPRESENTATIVES
        case "official":
            return Group.OFFICIALS
        case "contact":
            return Group.CONTACTS
        case "collaboration":
            return Group.COLLABORATIONS
        case "member_organisation":
            return Group.MEMBERS
        case "document":
            return Group.DOCUMENTS
        case "last_updated":
            return Group.LAST_UPDATED
        case _:
            return Group.TEXTS


CALLED_OTHERWISE = frozenset(
    {
        ChangeKind.COLLABORATION_RENAMED,
        ChangeKind.NAME_RESPELLED,
        ChangeKind.OFFICIAL_CHANGED,
        ChangeKind.CONTACT_CHANGED,
    }
)
"""The kinds that may say that what had one name has another now."""
Value = dict[str, Any] | str
"""A change's before or after: an object of the record's own shape, or an ISO date for last_updated_changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    collaboration is the full name (the new one when moved or renamed), None for the page itself. subject is the name
    as it stands after (before, when removed); None for last_updated, title, text and homepage changes. before and
    after have the shapes of DESIGN §5: {name,party,role}, {name,title,body}, {name,title,phone,email},
    {name,abbreviation}, {name,country}, {label,url,format}, {label,url}, {text}, or an ISO date; None where nothing
    stood. For representative_moved both also carry "collaboration". text_changed is one for each text (the intro, a
    description); its {text} holds the sentences that changed, joined by spaces. collaboration_added and _removed stand
    for everything that the collaboration holds.
    """

    kind: ChangeKind
    collaboration: str | None = None
    subject: str | None = None
    before: Value | None = None
    after: Value | None = None

    @property
    def people(self) -> tuple[str, ...]:
        """The names of the people whom it is about, before and after, each once; none for other kinds of change."""
        if self.kind.group not in (Group.REPRESENTATIVES, Group.OFFICIALS, Group.CONTACTS):
            return ()
        values = (each for each in (self.before, self.after) if isinstance(each, dict))
        return tuple(dict.fromkeys(name for name in (self.subject, *(each.get("name") for each in values)) if name))


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The changes between two records, in page order within each group, and what no single change can say.

    silent_edit: content changed and the page's own date did not (both dates known). date_only: the date moved and
    nothing else did. date_regressed: the date moved backwards.
    """

    changes: tuple[Change, ...] = ()
    silent_edit: bool = False
    date_only: bool = False
    date_regressed: bool = False

    def __bool__(self) -> bool:
        return bool(self.changes)
