"""The questions of every look, in plain SQL that both databases understand.

A look that finds nothing new asks a handful of short questions. On a file they go straight to SQLite: importing
SQLAlchemy and making its tables would be more than half of what such a look costs from cron. On a server, and within
the transactions of everything else, the same words go through SQLAlchemy. Times are handed over and come back as
aware UTC to the whole second on both, as tables.py has them.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import sqlalchemy as sa

Values = Mapping[str, Any]
"""What stands for the names in a statement (":page")."""
NONE: Values = {}


class Plain(Protocol):
    """A transaction that is under way. server: SQLAlchemy's own of it, where the database is a server."""

    @property
    def server(self) -> sa.Connection | None: ...

    def rows(self, sql: str, values: Values = NONE) -> Sequence[Sequence[Any]]:
        """What a statement gives."""
        ...

    def run(self, sql: str, values: Values = NONE) -> int:
        """How many rows it changed."""
        ...

    def run_each(self, sql: str, rows: Sequence[Values]) -> None:
        """The same statement with one set of values after the other."""
        ...


class OnAFile:
    """Straight to SQLite."""

    server = None

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, values: Values = NONE) -> Sequence[Sequence[Any]]:
        return self._connection.execute(sql, _as_text(values)).fetchall()

    def run(self, sql: str, values: Values = NONE) -> int:
        return self._connection.execute(sql, _as_text(values)).rowcount

    def run_each(self, sql: str, rows: Sequence[Values]) -> None:
        self._connection.executemany(sql, [_as_text(row) for row in rows])


class File:
    """Connections to one SQLite file, kept open, each lent to one transaction at a time. Safe to share by threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[sqlite3.Connection] = []

    @contextlib.contextmanager
    def transaction(self, wait: float, *, writing: bool) -> Iterator[OnAFile]:
        """One that commits whole or leaves no trace; a writer waits so many seconds for another."""
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._opened(wait)
        try:
            # A writer that begins as a reader cannot wait for another writer: it fails at once instead.
            connection.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
            yield OnAFile(connection)
            connection.execute("COMMIT")
        except BaseException:
            connection.close()  # which rolls back, whatever state it is in
            raise
        self._idle.append(connection)

    def _opened(self, wait: float) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=wait, check_same_thread=False)
        try:
            prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def close(self) -> None:
        idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()


def prepare(connection: sqlite3.Connection) -> None:
    """Make a new connection ours: every one, whoever opens it."""
    connection.isolation_level = None  # we say BEGIN ourselves
    # NORMAL loses nothing when a process dies. A power cut may take the last commits: the next look finds the same
    # change again, and its messages carry the same Message-ID.
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}").close()


class Through:
    """Through a transaction of SQLAlchemy's, on whichever database."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self.server = None if connection.dialect.name == "sqlite" else connection
        self._kept = _settled if self.server else _as_text

    def rows(self, sql: str, values: Values = NONE) -> Sequence[Sequence[Any]]:
        return self._connection.execute(_text(sql), self._kept(values)).all()

    def run(self, sql: str, values: Values = NONE) -> int:
        return self._connection.execute(_text(sql), self._kept(values)).rowcount

    def run_each(self, sql: str, rows: Sequence[Values]) -> None:
        self._connection.execute(_text(sql), [self._kept(row) for row in rows])


def _text(sql: str) -> sa.TextClause:
    import sqlalchemy as sa

    return sa.text(sql)


def _settled(values: Values) -> dict[str, Any]:
    """As both databases keep them."""
    return {name: _kept(value) for name, value in values.items()}


def _as_text(values: Values) -> dict[str, Any]:
    """As SQLite keeps them: times as text, too."""
    return {name: _written(value) for name, value in values.items()}


def _kept(value: Any) -> Any:
    if isinstance(value, datetime):
        return settled_moment(value)
    return settled_text(value) if isinstance(value, str) else value


def _written(value: Any) -> Any:
    kept = _kept(value)
    return kept.replace(tzinfo=None).isoformat(" ") if isinstance(kept, datetime) else kept


def settled_moment(value: datetime) -> datetime:
    """A time as it is kept: in UTC, to the whole second. Naive times are refused."""
    if value.tzinfo is None:
        raise ValueError(f"a time without a zone reached the database: {value}")
    return value.astimezone(UTC).replace(microsecond=0)


def settled_text(value: str) -> str:
    """A text as it is kept: without NUL, which PostgreSQL cannot hold."""
    return value.replace("\x00", "") if "\x00" in value else value


def moment(value: str | datetime | None) -> datetime | None:
    """A time as it came from either database."""
    if value is None:
        return None
    return certain(value)


def certain(value: str | datetime) -> datetime:
    """A time that is there."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def among(names: Collection[str | int]) -> tuple[str, dict[str, Any]]:
    """A list of values as a statement writes it ("(:in0, :in1)"), and what stands for them. Of nothing: (NULL)."""
    values = {f"in{nth}": name for nth, name in enumerate(names)}
    return f"({', '.join(f':{name}' for name in values) or 'NULL'})", values
