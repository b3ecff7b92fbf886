"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "aliases",
        sa.Column("written", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("written", name=op.f("pk_aliases")),
        comment="a person's rulings: this written name is that name",
    )
    op.create_table(
        "bodies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("base_id", sa.Integer(), nullable=True),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["base_id"], ["bodies.id"], name=op.f("fk_bodies_base_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bodies")),
        sa.UniqueConstraint("sha256", name=op.f("uq_bodies_sha256")),
        comment="zstd; against the body base_id as raw dictionary where it is not null",
    )
    op.create_table(
        "notes",
        sa.Column("key", KEY, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_notes")),
    )
    op.create_table(
        "pages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("next_check_at", INSTANT, nullable=True),
        sa.Column("last_look_at", INSTANT, nullable=True),
        sa.Column("last_good_at", INSTANT, nullable=True),
        sa.Column("last_full_at", INSTANT, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failing_since", INSTANT, nullable=True),
        sa.Column("told_failing_at", INSTANT, nullable=True),
        sa.Column("looks_unchanged", sa.Integer(), nullable=False),
        sa.Column("looks_changed", sa.Integer(), nullable=False),
        sa.Column("looks_cannot_tell", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
        sa.UniqueConstraint("name", name=op.f("uq_pages_name")),
    )
    op.create_table(
        "captures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("content_digest", sa.Text(), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=True),
        sa.Column("imported", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["bodies.id"], name=op.f("fk_captures_body_id")),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_captures_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_captures")),
        sa.UniqueConstraint("page_id", "at", "body_id", name=op.f("uq_captures_page_id_at_body_id")),
    )
    with op.batch_alter_table("captures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_captures_body_id"), ["body_id"], unique=False)

    op.create_table(
        "collaborations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("abbreviation", sa.Text(), nullable=False, comment="empty where there is none"),
        sa.Column("name_key", KEY, nullable=False),
        sa.Column("abbreviation_key", KEY, nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_collaborations_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collaborations")),
        sa.UniqueConstraint(
            "page_id", "name", "abbreviation", name=op.f("uq_collaborations_page_id_name_abbreviation")
        ),
    )
    with op.batch_alter_table("collaborations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_collaborations_abbreviation_key"), ["abbreviation_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_collaborations_name_key"), ["name_key"], unique=False)

    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("url", KEY, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=True),
        sa.Column("first_seen", INSTANT, nullable=False),
        sa.Column("last_seen", INSTANT, nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["body_id"], ["bodies.id"], name=op.f("fk_documents_body_id")),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_documents_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        comment="what linked documents held, by address and time; only the hash of those over the size limit",
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_documents_body_id"), ["body_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_documents_page_id_url_first_seen"), ["page_id", "url", "first_seen"], unique=False
        )

    op.create_table(
        "holds",
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("record_digest", sa.Text(), nullable=False),
        sa.Column("provenance", sa.LargeBinary(), nullable=True),
        sa.Column("content_digest", sa.Text(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("parser_version", sa.Integer(), nullable=False),
        sa.Column("settings_digest", sa.Text(), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("last_at", INSTANT, nullable=False),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_holds_page_id")),
        sa.PrimaryKeyConstraint("page_id", name=op.f("pk_holds")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=True),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("state", KEY, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt", INSTANT, nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_outbox_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("message_id", "recipient", name=op.f("uq_outbox_message_id_recipient")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outbox_state_next_attempt"), ["state", "next_attempt"], unique=False)

    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("capture_id", sa.Integer(), nullable=False),
        sa.Column("first_seen", INSTANT, nullable=False),
        sa.Column("last_updated", sa.Date(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("record_digest", sa.Text(), nullable=False),
        sa.Column("provenance", sa.LargeBinary(), nullable=True),
        sa.Column("parser_version", sa.Integer(), nullable=False),
        sa.Column("settings_digest", sa.Text(), nullable=False),
        sa.Column("imported", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["capture_id"], ["captures.id"], name=op.f("fk_snapshots_capture_id")),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_snapshots_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshots")),
    )
    with op.batch_alter_table("snapshots", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_snapshots_capture_id"), ["capture_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_snapshots_first_seen"), ["first_seen"], unique=False)
        batch_op.create_index(batch_op.f("ix_snapshots_page_id_first_seen"), ["page_id", "first_seen"], unique=False)

    op.create_table(
        "tenures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("collaboration_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", KEY, nullable=False),
        sa.Column("sort_key", KEY, nullable=False),
        sa.Column("party", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("from_after", INSTANT, nullable=True),
        sa.Column("from_by", INSTANT, nullable=False),
        sa.Column("until_after", INSTANT, nullable=True),
        sa.Column("until_by", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["collaboration_id"], ["collaborations.id"], name=op.f("fk_tenures_collaboration_id")),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_tenures_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenures")),
    )
    with op.batch_alter_table("tenures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tenures_collaboration_id"), ["collaboration_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tenures_name_key"), ["name_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_tenures_page_id"), ["page_id"], unique=False)

    op.create_table(
        "accepted",
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("body_sha256", sa.Text(), nullable=False),
        sa.Column("content_digest", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("parser_version", sa.Integer(), nullable=False),
        sa.Column("settings_digest", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_accepted_page_id")),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name=op.f("fk_accepted_snapshot_id")),
        sa.PrimaryKeyConstraint("page_id", name=op.f("pk_accepted")),
    )
    with op.batch_alter_table("accepted", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_accepted_snapshot_id"), ["snapshot_id"], unique=False)

    op.create_table(
        "change_sets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("detected_at", INSTANT, nullable=False),
        sa.Column("imported", sa.Boolean(), nullable=False),
        sa.Column("of_documents", sa.Boolean(), nullable=False, comment="seen in documents, not between snapshots"),
        sa.Column("silent_edit", sa.Boolean(), nullable=False),
        sa.Column("date_only", sa.Boolean(), nullable=False),
        sa.Column("date_regressed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_change_sets_page_id")),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name=op.f("fk_change_sets_snapshot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_sets")),
    )
    with op.batch_alter_table("change_sets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_sets_detected_at"), ["detected_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_change_sets_page_id_detected_at"), ["page_id", "detected_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_change_sets_snapshot_id"), ["snapshot_id"], unique=False)

    op.create_table(
        "looks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("capture_id", sa.Integer(), nullable=True),
        sa.Column("snapshot_id", sa.Integer(), nullable=True),
        sa.Column("first_seen", INSTANT, nullable=False),
        sa.Column("last_seen", INSTANT, nullable=False),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["capture_id"], ["captures.id"], name=op.f("fk_looks_capture_id")),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_looks_page_id")),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name=op.f("fk_looks_snapshot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_looks")),
        comment="runs of looks with one answer: accepted (snapshot_id), or cannot tell (reason)",
    )
    with op.batch_alter_table("looks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_looks_capture_id"), ["capture_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_looks_page_id_first_seen"), ["page_id", "first_seen"], unique=False)
        batch_op.create_index(batch_op.f("ix_looks_snapshot_id"), ["snapshot_id"], unique=False)

    op.create_table(
        "seats",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("collaboration_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("party", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["collaboration_id"], ["collaborations.id"], name=op.f("fk_seats_collaboration_id")),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshots.id"], name=op.f("fk_seats_snapshot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seats")),
        comment="who sat, as written in one snapshot, in page order",
    )
    with op.batch_alter_table("seats", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seats_collaboration_id"), ["collaboration_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seats_snapshot_id_position"), ["snapshot_id", "position"], unique=False)

    op.create_table(
        "tenure_words",
        sa.Column("word", KEY, nullable=False),
        sa.Column("tenure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["tenure_id"], ["tenures.id"], name=op.f("fk_tenure_words_tenure_id")),
        sa.PrimaryKeyConstraint("word", "tenure_id", name=op.f("pk_tenure_words")),
    )
    with op.batch_alter_table("tenure_words", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tenure_words_tenure_id"), ["tenure_id"], unique=False)

    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_set_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("detected_at", INSTANT, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("collaboration_id", sa.Integer(), nullable=True),
        sa.Column("collaboration", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["change_set_id"], ["change_sets.id"], name=op.f("fk_changes_change_set_id")),
        sa.ForeignKeyConstraint(["collaboration_id"], ["collaborations.id"], name=op.f("fk_changes_collaboration_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
    )
    with op.batch_alter_table("changes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_changes_change_set_id_position"), ["change_set_id", "position"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_changes_collaboration_id_detected_at_change_set_id"),
            ["collaboration_id", "detected_at", "change_set_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_changes_kind_detected_at_change_set_id"),
            ["kind", "detected_at", "change_set_id"],
            unique=False,
        )

    op.create_table(
        "change_words",
        sa.Column("word", KEY, nullable=False),
        sa.Column("detected_at", INSTANT, nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name=op.f("fk_change_words_change_id")),
        sa.PrimaryKeyConstraint("word", "detected_at", "change_id", name=op.f("pk_change_words")),
        comment="the words of the people whom a change names, folded",
    )
    with op.batch_alter_table("change_words", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_words_change_id"), ["change_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("change_words", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_words_change_id"))

    op.drop_table("change_words")
    with op.batch_alter_table("changes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_changes_kind_detected_at_change_set_id"))
        batch_op.drop_index(batch_op.f("ix_changes_collaboration_id_detected_at_change_set_id"))
        batch_op.drop_index(batch_op.f("ix_changes_change_set_id_position"))

    op.drop_table("changes")
    with op.batch_alter_table("tenure_words", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tenure_words_tenure_id"))

    op.drop_table("tenure_words")
    with op.batch_alter_table("seats", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seats_snapshot_id_position"))
        batch_op.drop_index(batch_op.f("ix_seats_collaboration_id"))

    op.drop_table("seats")
    with op.batch_alter_table("looks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_looks_snapshot_id"))
        batch_op.drop_index(batch_op.f("ix_looks_page_id_first_seen"))
        batch_op.drop_index(batch_op.f("ix_looks_capture_id"))

    op.drop_table("looks")
    with op.batch_alter_table("change_sets", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_sets_snapshot_id"))
        batch_op.drop_index(batch_op.f("ix_change_sets_page_id_detected_at"))
        batch_op.drop_index(batch_op.f("ix_change_sets_detected_at"))

    op.drop_table("change_sets")
    with op.batch_alter_table("accepted", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_accepted_snapshot_id"))

    op.drop_table("accepted")
    with op.batch_alter_table("tenures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_tenures_page_id"))
        batch_op.drop_index(batch_op.f("ix_tenures_name_key"))
        batch_op.drop_index(batch_op.f("ix_tenures_collaboration_id"))

    op.drop_table("tenures")
    with op.batch_alter_table("snapshots", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_snapshots_page_id_first_seen"))
        batch_op.drop_index(batch_op.f("ix_snapshots_first_seen"))
        batch_op.drop_index(batch_op.f("ix_snapshots_capture_id"))

    op.drop_table("snapshots")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outbox_state_next_attempt"))

    op.drop_table("outbox")
    op.drop_table("holds")
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_documents_page_id_url_first_seen"))
        batch_op.drop_index(batch_op.f("ix_documents_body_id"))

    op.drop_table("documents")
    with op.batch_alter_table("collaborations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_collaborations_name_key"))
        batch_op.drop_index(batch_op.f("ix_collaborations_abbreviation_key"))

    op.drop_table("collaborations")
    with op.batch_alter_table("captures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_captures_body_id"))

    op.drop_table("captures")
    op.drop_table("pages")
    op.drop_table("notes")
    op.drop_table("bodies")
    op.drop_table("aliases")
