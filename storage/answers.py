"""What the history answers, as frozen values, and their JSON (DESIGN §6). Times are aware and in UTC."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from records.changes import ChangeSet
from records.codec import change_set_to_json, to_json
from records.outcome import Reason
from records.page import PageRecord

Json = dict[str, Any]


def time_to_json(moment: datetime | None) -> str | None:
    """2022-10-04T06:00:00Z."""
    return None if moment is None else f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


@dataclass(frozen=True, slots=True)
class Observed:
    """first: the first look that saw this state. last: the last one before the state, or the sight of it, ended."""

    first: datetime
    last: datetime

    def to_json(self) -> Json:
        return {"first": time_to_json(self.first), "last": time_to_json(self.last)}


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which the page could not be read. until: the next good look, None while it lasts."""

    since: datetime
    until: datetime | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class PageThen:
    """What was known of a page at a time: observed is None before the first look; unread where it fell into a gap.

    last_updated: the date that the page itself claimed then.
    """

    page: str
    observed: Observed | None
    unread: Gap | None = None
    last_updated: date | None = None

    def to_json(self) -> Json:
        return {"page": self.page, "observed": self.observed.to_json() if self.observed else None}


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat as it was written then."""

    page: str
    collaboration: str
    name: str
    party: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Who:
    """Who represented whom at a time; seats in page order. left_out: pages that were not asked for."""

    on: datetime
    pages: tuple[PageThen, ...]
    representatives: tuple[Seat, ...]
    left_out: tuple[str, ...] = ()

    def only(self, names: Container[str]) -> Who:
        """Of these pages alone."""
        left_out = tuple(each.page for each in self.pages if each.page not in names)
        if not left_out:
            return self
        pages = tuple(each for each in self.pages if each.page in names)
        return Who(self.on, pages, tuple(each for each in self.representatives if each.page in names), left_out)

    def and_unseen(self, names: Iterable[str]) -> Who:
        """Also of those of these pages that the database has not heard of: nobody, observed never."""
        known = {each.page for each in self.pages}
        unseen = tuple(PageThen(name, None) for name in names if name not in known)
        return replace(self, pages=tuple(sorted((*self.pages, *unseen), key=lambda each: each.page)))

    def to_json(self) -> Json:
        return {
            "on": time_to_json(self.on),
            "pages": [each.to_json() for each in self.pages],
            "representatives": to_json(self.representatives),
        }


@dataclass(frozen=True, slots=True)
class Between:
    """A moment known as an interval: after one look (None: unknown), at or before another."""

    after: datetime | None
    by: datetime | None

    def to_json(self) -> Json:
        return {"after": time_to_json(self.after), "by": time_to_json(self.by)}


@dataclass(frozen=True, slots=True)
class Mandate:
    """One seat that a person has held; ended is None while it stands."""

    page: str
    collaboration: str
    name: str
    party: str | None
    role: str | None
    began: Between
    ended: Between | None

    def to_json(self) -> Json:
        return {
            "page": self.page,
            "collaboration": self.collaboration,
            "name": self.name,
            "party": self.party,
            "role": self.role,
            "from": self.began.to_json(),
            "until": self.ended.to_json() if self.ended else None,
        }


@dataclass(frozen=True, slots=True)
class Event:
    """A change set in the history. With filters, changes holds those that they let through.

    of_documents: seen in what linked documents held, not between two snapshots.
    """

    id: int
    page: str
    detected_at: datetime
    imported: bool
    snapshot_id: int
    changes: ChangeSet
    of_documents: bool

    def to_json(self) -> Json:
        flags = change_set_to_json(self.changes)
        changes = flags.pop("changes")
        return {
            "id": self.id,
            "page": self.page,
            "detected_at": time_to_json(self.detected_at),
            "imported": self.imported,
            **flags,
            "changes": changes,
        }


@dataclass(frozen=True, slots=True)
class SnapshotLine:
    """One snapshot in a list. last_updated: the page's own claim. sha256: of the first body that said so."""

    id: int
    page: str
    first_seen: datetime
    last_seen: datetime
    looks: int
    last_updated: date | None
    sha256: str

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "page": self.page,
            "first_seen": time_to_json(self.first_seen),
            "last_seen": time_to_json(self.last_seen),
            "looks": self.looks,
            "last_updated": self.last_updated.isoformat() if self.last_updated else None,
            "sha256": self.sha256,
        }


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One snapshot whole, with the explanation of its record that was stored beside it."""

    line: SnapshotLine
    record: PageRecord
    provenance: Any

    def to_json(self) -> Json:
        return {
            "id": self.line.id,
            "page": self.line.page,
            "first_seen": time_to_json(self.line.first_seen),
            "last_seen": time_to_json(self.line.last_seen),
            "record": to_json(self.record),
        }


@dataclass(frozen=True, slots=True)
class Received:
    """A raw response as it was received, whatever became of it. cut: as storage.values.Capture's."""

    page: str
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    at: datetime
    sha256: str
    imported: bool
    cut: str | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """Looks in a row that are known by one received body. number: of the page's sightings, in the order of time.

    is_capture: the body was received in these looks; else it had been received before, and they agreed with it.
    """

    number: int
    received: Received
    first: datetime
    last: datetime
    looks: int
    is_capture: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Looks in a row with one answer: good (reason None) or cannot tell."""

    page: str
    first_seen: datetime
    last_seen: datetime
    looks: int
    reason: Reason | None
    detail: str | None
    held: bool
    snapshot_id: int | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Looks in a row that could not tell, and what the first of them received; without status, nothing came.

    bytes: of the body, as far as it is kept. cut: as storage.values.Capture's.
    """

    id: int
    page: str
    first_seen: datetime
    last_seen: datetime
    looks: int
    reason: Reason
    detail: str | None
    held: bool
    url: str | None = None
    status: int | None = None
    bytes: int | None = None
    sha256: str | None = None
    cut: str | None = None

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "page": self.page,
            "first_seen": time_to_json(self.first_seen),
            "last_seen": time_to_json(self.last_seen),
            "looks": self.looks,
            "reason": self.reason.value,
            "detail": self.detail,
            "held": self.held,
            "url": self.url,
            "status": self.status,
            "bytes": self.bytes,
            "sha256": self.sha256,
            "cut": self.cut,
        }


@dataclass(frozen=True, slots=True)
class Organ:
    """A collaboration that a page has, or has had."""

    page: str
    name: str
    abbreviation: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search met: people's names as last written, and collaborations. near: known words like those asked for."""

    people: tuple[str, ...]
    collaborations: tuple[Organ, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts since the beginning; the difference of two is what happened between them. last_change: of any page."""

    looks: int
    unchanged: int
    changed: int
    cannot_tell: int
    delivered: int
    last_change: datetime | None
