"""Two small helpers over SQLAlchemy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

Row = sa.Row[*tuple[Any, ...]]
"""A row whose columns are known from the statement alone."""


def insert(connection: sa.Connection, table: sa.Table, row: Mapping[str, Any]) -> int:
    """Insert one row; its id."""
    key = connection.execute(sa.insert(table).values(dict(row))).inserted_primary_key
    assert key is not None
    return int(key[0])
