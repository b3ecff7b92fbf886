"""The shapes of the API's answers, for its OpenAPI document; the same as the command line's JSON (DESIGN §6)."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, Field

from records.changes import ChangeKind
from records.outcome import Reason
from records.page import PageRecord

Time = str  # 2022-10-04T06:00:00Z


class Observed(BaseModel):
    first: Time
    last: Time


class PageThen(BaseModel):
    page: str
    observed: Observed | None


class Seat(BaseModel):
    page: str
    collaboration: str
    name: str
    party: str | None
    role: str | None


class Who(BaseModel):
    on: Time
    pages: list[PageThen]
    representatives: list[Seat]


class Between(BaseModel):
    after: Time | None
    by: Time | None


class Mandate(Seat):
    from_: Between = Field(alias="from")
    until: Between | None


class Change(BaseModel):
    kind: ChangeKind
    collaboration: str | None
    subject: str | None
    before: dict[str, Any] | str | None
    after: dict[str, Any] | str | None


class Flags(BaseModel):
    silent_edit: bool
    date_only: bool
    date_regressed: bool


class Event(Flags):
    id: int
    page: str
    detected_at: Time
    imported: bool
    changes: list[Change]


class Comparison(Flags):
    verdict: Literal["unchanged", "changed"]
    reason: None
    changes: list[Change]


class SnapshotLine(BaseModel):
    id: int
    page: str
    first_seen: Time
    last_seen: Time
    looks: int
    last_updated: date | None
    sha256: str


class Snapshot(BaseModel):
    id: int
    page: str
    first_seen: Time
    last_seen: Time
    record: PageRecord


class PageStatus(BaseModel):
    page: str
    outcome: Literal["baseline", "unchanged", "changed", "cannot-tell"] | None
    reason: Reason | None
    last_good: Time | None
    failures: int
    next_look: Time | None


class Backlog(BaseModel):
    queued: int
    oldest: Time | None
    undeliverable: int


class Status(BaseModel):
    ok: bool
    pages: list[PageStatus]
    alerts: Backlog


class Alert(BaseModel):
    id: int
    page: str | None
    recipient: str
    subject: str
    state: Literal["queued", "sent", "undeliverable"]
    attempts: int
    next_attempt: Time | None
    last_error: str | None


class Organ(BaseModel):
    page: str
    name: str
    abbreviation: str | None


class Passage(BaseModel):
    page: str
    collaboration: str | None
    text: str


class Finding(BaseModel):
    people: list[str]
    collaborations: list[Organ]
    texts: list[Passage]
    near: list[str]


class Problem(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
