"""The schema's own history (Alembic). A released revision is never edited."""
