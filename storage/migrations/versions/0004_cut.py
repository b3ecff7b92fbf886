"""Why a body that was received is not whole."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    why = "why the body is not whole, where it is not: length, time, disconnect, unspecified"
    op.add_column("captures", sa.Column("cut", sa.Text(), nullable=True, comment=why))


def downgrade() -> None:
    op.drop_column("captures", "cut")
