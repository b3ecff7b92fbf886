"""The types of columns: what a time, a text and a key are on every database."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Text, TypeDecorator
from sqlalchemy.dialects import sqlite

from storage.plain import moment, settled_moment, settled_text


class Instant(TypeDecorator[datetime]):
    """An aware UTC time to the whole second, on every database. Naive times are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        if dialect.name == "sqlite":
            stored = sqlite.DATETIME(truncate_microseconds=True)  # type: ignore[no-untyped-call]
            return dialect.type_descriptor(stored)
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else settled_moment(value)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return moment(value)


class Words(TypeDecorator[str]):
    """Text without NUL, which PostgreSQL cannot hold."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        return None if value is None else settled_text(value)


# Keys are compared byte by byte on both databases, so that prefix searches can use an index.
Key = Words().with_variant(Words(collation="C"), "postgresql")
