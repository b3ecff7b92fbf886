"""What waits for daily and weekly mails."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "digest_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("page_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_digest_changes_page_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_changes")),
        comment="confirmed changes as they are to be told, whole: what is derived may be computed again meanwhile",
    )
    op.create_table(
        "digest_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("recipient", KEY, nullable=False),
        sa.Column("slot", KEY, nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["digest_changes.id"], name=op.f("fk_digest_items_change_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_items")),
        sa.UniqueConstraint("recipient", "slot", "change_id", name=op.f("uq_digest_items_recipient_slot_change_id")),
        comment="who waits for which of them; gone once it is told",
    )
    op.create_index(op.f("ix_digest_items_change_id"), "digest_items", ["change_id"])


def downgrade() -> None:
    op.drop_table("digest_items")
    op.drop_table("digest_changes")
