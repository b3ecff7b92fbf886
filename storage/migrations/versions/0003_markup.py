"""What the markup of the accepted body was, so that an equal one need not be read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accepted", sa.Column("markup_digest", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("accepted", "markup_digest")
