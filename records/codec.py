"""PageRecord, ChangeSet and their parts to and from JSON values: one canonical form, and its digest (DESIGN §6)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from records.changes import Change, ChangeKind, ChangeSet
from records.outcome import CannotTell

if TYPE_CHECKING:  # most looks decode no record
    from records.page import Collaboration, PageRecord

Json = dict[str, Any]


def to_json(value: Any) -> Any:
    """Any record as JSON values: dataclasses are objects in field order, tuples lists, dates ISO strings."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: to_json(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, (tuple, list)):
        return [to_json(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def record_from_json(data: Json) -> PageRecord:
    """The inverse of to_json for a whole page; KeyError or ValueError where the data has another shape."""
    from records.page import Contact, Document, PageRecord

    updated = data["last_updated"]
    return PageRecord(
        title=data["title"],
        last_updated=date.fromisoformat(updated) if updated else None,
        last_updated_time=data["last_updated_time"],
        intro=tuple(data["intro"]),
        documents=tuple(Document(**each) for each in data["documents"]),
        collaborations=tuple(_collaboration(each) for each in data["collaborations"]),
        contacts=tuple(Contact(**each) for each in data["contacts"]),
    )


def _collaboration(data: Json) -> Collaboration:
    from records.page import Collaboration, Contact, Link, Official, Organisation, Representative

    homepage = data["homepage"]
    return Collaboration(
        name=data["name"],
        abbreviation=data["abbreviation"],
        description=tuple(data["description"]),
        member_since=data["member_since"],
        homepage=Link(**homepage) if homepage else None,
        members=tuple(Organisation(**each) for each in data["members"]),
        representatives=tuple(Representative(**each) for each in data["representatives"]),
        officials=tuple(Official(**each) for each in data["officials"]),
        contacts=tuple(Contact(**each) for each in data["contacts"]),
    )


def change_from_json(data: Json) -> Change:
    """The inverse of to_json for one change."""
    return Change(**{**data, "kind": ChangeKind(data["kind"])})


def change_set_to_json(changes: ChangeSet) -> Json:
    """{"changes": […], "silent_edit", "date_only", "date_regressed"}, as in diff, check and history."""
    data: Json = to_json(changes)
    return data


def change_set_from_json(data: Json) -> ChangeSet:
    """The inverse of change_set_to_json; other keys are passed over."""
    return ChangeSet(
        changes=tuple(change_from_json(each) for each in data["changes"]),
        silent_edit=data["silent_edit"],
        date_only=data["date_only"],
        date_regressed=data["date_regressed"],
    )


def cannot_tell_to_json(answer: CannotTell) -> Json:
    """{"cannot_tell": {"reason", "detail"}}, as parse prints it."""
    return {"cannot_tell": {"reason": answer.reason.value, "detail": answer.detail}}


def canonical(value: Any) -> str:
    """The one canonical JSON text: keys sorted, no spaces, letters as they are."""
    return json.dumps(to_json(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(record: PageRecord) -> str:
    """SHA-256 (hex) of a record's canonical form: equal records, equal digests, on every machine."""
    return hashlib.sha256(canonical(record).encode()).hexdigest()
