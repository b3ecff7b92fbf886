"""Small helpers over SQLAlchemy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

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
    connection: sa.Connection, table: sa.Table, key: str, rows: Sequence[Mapping[str, Any]], **also: Any
) -> None:
    """Update many rows, each by its key, all in the same columns; also: what is set alike in all of them.

    One statement for a server, to which each is a question of its own; prepared once for SQLite.
    """
    names = [name for name in rows[0] if name != key]
    columns = [key, *names]  # given as "name_": a column that is set cannot lend its name
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import ARRAY

        lists = [sa.bindparam(f"{name}_", type_=ARRAY(table.c[name].type)) for name in columns]
        given = sa.func.unnest(*lists).table_valued(*(sa.column(name) for name in columns)).render_derived()
        matching = sa.update(table).where(table.c[key] == given.c[key])
        values = {name: given.c[name] for name in names}
        connection.execute(matching.values({**values, **also}), {f"{n}_": [row[n] for row in rows] for n in columns})
        return
    matching = sa.update(table).where(table.c[key] == sa.bindparam(f"{key}_"))
    placed: dict[str, Any] = {name: sa.bindparam(f"{name}_", type_=table.c[name].type) for name in names}
    connection.execute(matching.values({**placed, **also}), [{f"{n}_": row[n] for n in columns} for row in rows])
