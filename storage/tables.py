"""The tables. Rows never leave this package.

    pages ─┬─ captures ── bodies          what was received: the only source of truth
           ├─ documents ─ bodies          what linked documents held
           ├─ looks                       when: intervals of looks that gave the same
           ├─ snapshots ── seats          derived: what the page said, from when
           ├─ change_sets ── changes      derived: what changed between two snapshots
           ├─ tenures                     derived: who sat when, by records.tenure and the rulings in aliases
           ├─ accepted, holds             what the next look is compared with
           ├─ digest_changes ── digest_items   what waits for whose daily or weekly mail
           └─ outbox                      what is to be told; notes: times of the house itself

Derived rows can be thrown away and computed again from captures and looks.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
)

from storage.columns import Instant, Key, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _page(*, primary_key: bool = False, nullable: bool = False) -> Column[Any]:
    return Column("page_id", ForeignKey("pages.id"), primary_key=primary_key, nullable=nullable)


pages = Table(
    "pages",
    metadata,
    _id(),
    Column("name", Key, nullable=False, unique=True),
    Column("url", Words, nullable=False),
    Column("next_check_at", Instant),
    Column("last_look_at", Instant),
    Column("last_good_at", Instant),
    Column("last_full_at", Instant),
    Column("outcome", Words),
    Column("reason", Words),
    Column("detail", Words),
    Column("held", Boolean, nullable=False, default=False),
    Column("failures", Integer, nullable=False, default=0),
    Column("failing_since", Instant),
    Column("told_failing_at", Instant),
    Column("looks_unchanged", Integer, nullable=False, default=0),
    Column("looks_changed", Integer, nullable=False, default=0),
    Column("looks_cannot_tell", Integer, nullable=False, default=0),
)

bodies = Table(
    "bodies",
    metadata,
    _id(),
    Column("sha256", Key, nullable=False, unique=True),
    Column("size", Integer, nullable=False),
    Column("base_id", ForeignKey("bodies.id")),
    Column("depth", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    comment="zstd; against the body base_id as raw dictionary where it is not null",
)

captures = Table(
    "captures",
    metadata,
    _id(),
    _page(),
    Column("body_id", ForeignKey("bodies.id"), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("url", Words, nullable=False),
    Column("status", Integer, nullable=False),
    Column("headers", Words, nullable=False),
    Column("content_digest", Words),
    Column("complete", Boolean),
    Column("imported", Boolean, nullable=False, default=False),
    Column("cut", Words, comment="why the body is not whole, where it is not: length, time, disconnect, unspecified"),
    UniqueConstraint("page_id", "at", "body_id"),
)

snapshots = Table(
    "snapshots",
    metadata,
    _id(),
    _page(),
    Column("capture_id", ForeignKey("captures.id"), nullable=False, index=True),
    Column("first_seen", Instant, nullable=False, index=True),
    Column("last_updated", Date),
    Column("record", Words, nullable=False),
    Column("record_digest", Words, nullable=False),
    Column("provenance", LargeBinary),
    Column("parser_version", Integer, nullable=False),
    Column("settings_digest", Words, nullable=False),
    Column("imported", Boolean, nullable=False, default=False),
    Index(None, "page_id", "first_seen"),
)

looks = Table(
    "looks",
    metadata,
    _id(),
    _page(),
    Column("capture_id", ForeignKey("captures.id"), index=True),
    Column("snapshot_id", ForeignKey("snapshots.id"), index=True),
    Column("first_seen", Instant, nullable=False),
    Column("last_seen", Instant, nullable=False),
    Column("looks", Integer, nullable=False),
    Column("reason", Words),
    Column("detail", Words),
    Column("held", Boolean, nullable=False, default=False),
    Index(None, "page_id", "first_seen"),
    comment="runs of looks with one answer: accepted (snapshot_id), or cannot tell (reason)",
)

accepted = Table(
    "accepted",
    metadata,
    _page(primary_key=True),
    Column("snapshot_id", ForeignKey("snapshots.id"), nullable=False, index=True),
    Column("body_sha256", Words, nullable=False),
    Column("content_digest", Words, nullable=False),
    Column("url", Words, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("parser_version", Integer, nullable=False),
    Column("settings_digest", Words, nullable=False),
    Column("etag", Words),
    Column("last_modified", Words),
    Column("markup_digest", Words),
)

holds = Table(
    "holds",
    metadata,
    _page(primary_key=True),
    Column("record", Words, nullable=False),
    Column("record_digest", Words, nullable=False),
    Column("provenance", LargeBinary),
    Column("content_digest", Words, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("parser_version", Integer, nullable=False),
    Column("settings_digest", Words, nullable=False),
    Column("since", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("looks", Integer, nullable=False),
    Column("changes", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("detail", Words, nullable=False),
)

collaborations = Table(
    "collaborations",
    metadata,
    _id(),
    _page(),
    Column("name", Words, nullable=False),
    Column("abbreviation", Words, nullable=False, comment="empty where there is none"),
    Column("name_key", Key, nullable=False, index=True),
    Column("abbreviation_key", Key, nullable=False, index=True),
    UniqueConstraint("page_id", "name", "abbreviation"),
)

seats = Table(
    "seats",
    metadata,
    _id(),
    Column("snapshot_id", ForeignKey("snapshots.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("collaboration_id", ForeignKey("collaborations.id"), nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("party", Words),
    Column("role", Words),
    Index(None, "snapshot_id", "position"),
    comment="who sat, as written in one snapshot, in page order",
)

tenures = Table(
    "tenures",
    metadata,
    _id(),
    _page(),
    Column("collaboration_id", ForeignKey("collaborations.id"), nullable=False, index=True),
    Column("name", Words, nullable=False),
    Column("name_key", Key, nullable=False, index=True),
    Column("sort_key", Key, nullable=False),
    Column("party", Words),
    Column("role", Words),
    Column("from_after", Instant),
    Column("from_by", Instant, nullable=False),
    Column("until_after", Instant),
    Column("until_by", Instant),
    Index(None, "page_id"),
)

tenure_words = Table(
    "tenure_words",
    metadata,
    Column("word", Key, primary_key=True),
    Column("tenure_id", ForeignKey("tenures.id"), primary_key=True, index=True),
)

documents = Table(
    "documents",
    metadata,
    _id(),
    _page(),
    Column("url", Key, nullable=False),
    Column("sha256", Words, nullable=False),
    Column("size", Integer, nullable=False),
    Column("body_id", ForeignKey("bodies.id"), index=True),
    Column("first_seen", Instant, nullable=False),
    Column("last_seen", Instant, nullable=False),
    Column("etag", Words),
    Column("last_modified", Words),
    Index(None, "page_id", "url", "first_seen"),
    comment="what linked documents held, by address and time; only the hash of those over the size limit",
)

aliases = Table(
    "aliases",
    metadata,
    Column("written", Key, primary_key=True),
    Column("name", Words, nullable=False),
    comment="a person's rulings: this written name is that name",
)

change_sets = Table(
    "change_sets",
    metadata,
    _id(),
    _page(),
    Column("snapshot_id", ForeignKey("snapshots.id"), nullable=False, index=True),
    Column("detected_at", Instant, nullable=False, index=True),
    Column("imported", Boolean, nullable=False, default=False),
    Column("of_documents", Boolean, nullable=False, default=False, comment="seen in documents, not between snapshots"),
    Column("silent_edit", Boolean, nullable=False),
    Column("date_only", Boolean, nullable=False),
    Column("date_regressed", Boolean, nullable=False),
    Index(None, "page_id", "detected_at"),
)

changes = Table(
    "changes",
    metadata,
    _id(),
    Column("change_set_id", ForeignKey("change_sets.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("detected_at", Instant, nullable=False),
    Column("kind", Key, nullable=False),
    Column("collaboration_id", ForeignKey("collaborations.id")),
    Column("collaboration", Words),
    Column("subject", Words),
    Column("before", Words),
    Column("after", Words),
    Index(None, "change_set_id", "position"),
    Index(None, "kind", "detected_at", "change_set_id"),
    Index(None, "collaboration_id", "detected_at", "change_set_id"),
)

change_words = Table(
    "change_words",
    metadata,
    Column("word", Key, primary_key=True),
    Column("detected_at", Instant, primary_key=True),
    Column("change_id", ForeignKey("changes.id"), primary_key=True, index=True),
    comment="the words of the people whom a change names, folded",
)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    _page(nullable=True),
    Column("message_id", Words, nullable=False),
    Column("recipient", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("subject", Words, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("state", Key, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_attempt", Instant),
    Column("last_error", Words),
    Column("created_at", Instant, nullable=False),
    Column("sent_at", Instant),
    UniqueConstraint("message_id", "recipient"),
    Index(None, "state", "next_attempt"),
)

digest_changes = Table(
    "digest_changes",
    metadata,
    _id(),
    _page(),
    Column("content", Words, nullable=False),
    Column("created_at", Instant, nullable=False),
    comment="confirmed changes as they are to be told, whole: what is derived may be computed again meanwhile",
)

digest_items = Table(
    "digest_items",
    metadata,
    _id(),
    Column("change_id", ForeignKey("digest_changes.id"), nullable=False, index=True),
    Column("recipient", Key, nullable=False),
    Column("slot", Key, nullable=False),
    UniqueConstraint("recipient", "slot", "change_id"),
    comment="who waits for which of them; gone once it is told",
)

notes = Table(
    "notes",
    metadata,
    Column("key", Key, primary_key=True),
    Column("value", Words, nullable=False),
)
