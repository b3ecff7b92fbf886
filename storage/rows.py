"""Small helpers over SQLAlchemy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from storage.tables import metadata

Row = sa.Row[*tuple[Any, ...]]
"""A row whose columns are known from the statement alone."""


def insert(connection: sa.Connection, table: sa.Table, row: Mapping[str, Any]) -> int:
    """Insert one row; its id."""
    key = connection.execute(sa.insert(table), dict(row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def insert_if_new(connection: sa.Connection, table: sa.Table, row: Mapping[str, Any], *unique: str) -> Any:
    """Insert one row; its primary key, or None where another has these unique columns, even one put there just now."""
    return connection.execute(_if_new(connection, table, unique), dict(row)).scalar_one_or_none()


def insert_new(connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]], *unique: str) -> int:
    """Insert those of the rows whose unique columns no other has; how many they were."""
    return len(connection.execute(_if_new(connection, table, unique), [dict(row) for row in rows]).all()) if rows else 0


def _if_new(connection: sa.Connection, table: sa.Table, unique: Sequence[str]) -> Any:
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as insert_into  # a dialect that is not used costs its import
    else:
        from sqlalchemy.dialects.sqlite import insert as insert_into  # type: ignore[assignment]
    statement = insert_into(table).on_conflict_do_nothing(index_elements=list(unique))
    return statement.returning(*table.primary_key)


def update_each(
    connection: sa.Connection, named: str, key: str, rows: Sequence[Mapping[str, Any]], more: str | None
) -> None:
    """Update many rows of a server's table, each by its key, all in the same columns, in one statement.

    more: a column that counts one more in all of them.
    """
    from sqlalchemy.dialects.postgresql import ARRAY

    table = metadata.tables[named]
    lists = [sa.bindparam(f"{name}_", type_=ARRAY(table.c[name].type)) for name in rows[0]]
    given = sa.func.unnest(*lists).table_valued(*(sa.column(name) for name in rows[0])).render_derived()
    values = {name: given.c[name] for name in rows[0] if name != key} | ({more: table.c[more] + 1} if more else {})
    matching = sa.update(table).where(table.c[key] == given.c[key])
    connection.execute(matching.values(values), {f"{name}_": [row[name] for row in rows] for name in rows[0]})
