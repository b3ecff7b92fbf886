"""Whether the database has changed, for those who keep answers: an answer holds while what it was made of is the same.

    mark     differs after any commit of anybody
    stamp    differs after a commit that touched the ground: what an answer was made of

Each page's row counts its looks, so that most of a stamp is a few numbers. What derives a history anew (a reparse, an
import, a changed document) changes none of these numbers, and says so with rewritten().
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from storage import unwritable
from storage.engine import Database
from storage.rows import insert_if_new
from storage.tables import notes, pages

_SQLITE = "PRAGMA data_version"
# The whole snapshot: a transaction that commits may leave its bounds as they are, but leaves the list of those open.
_SERVER = "SELECT pg_current_snapshot()::text"
_REWRITTEN = "rewritten"


@dataclass(frozen=True, slots=True)
class Ground:
    """What an answer was made of. pages: everything about these pages, including how they were last seen. changes:
    also what every page has said so far, but not how it was last seen."""

    pages: tuple[str, ...] = ()
    changes: bool = False


_times_rewritten = sa.select(notes.c.value).where(notes.c.key == _REWRITTEN).scalar_subquery()
_ALL = sa.select(_times_rewritten, sa.select(sa.func.sum(pages.c.looks_changed)).scalar_subquery())
_OF_PAGES = (
    sa.select(
        pages.c.name,
        pages.c.url,
        pages.c.looks_unchanged,
        pages.c.looks_changed,
        pages.c.looks_cannot_tell,
        _times_rewritten,
    )
    .where(pages.c.name.in_(sa.bindparam("names", expanding=True)))
    .order_by(pages.c.name)
)


def rewritten(connection: sa.Connection) -> None:
    """Say, in the same transaction, that derived rows have changed without a look."""
    more = sa.cast(sa.cast(notes.c.value, sa.Integer) + 1, sa.Text)
    changed = connection.execute(sa.update(notes).where(notes.c.key == _REWRITTEN).values(value=more))
    if not changed.rowcount:
        insert_if_new(connection, notes, {"key": _REWRITTEN, "value": "1"}, "key")


class Freshness:
    """One open connection to a database, to be asked often. Safe in threads; close() gives the connection back.

    waits: an answer takes a while, as from a server. A file answers in some microseconds, or says that it is locked.
    """

    def __init__(self, database: Database) -> None:
        self._statement = _SQLITE if database.path else _SERVER
        self.waits = database.path is None
        self._engine = database.reading(database.lock_engine())
        self._connection: sa.Connection | None = None
        self._lock = threading.Lock()
        self._database = database

    def mark(self) -> str:
        """Differs whenever another connection has committed anything. StorageError where it cannot be asked."""
        return self.look(None)[0]

    def stamp(self, ground: Ground) -> str:
        """The ground's stamp. StorageError where it cannot be asked."""
        return self.look(ground)[1]

    def look(self, ground: Ground | None) -> tuple[str, str]:
        """The mark, and the ground's stamp ("" for none), both of one moment."""
        with self._lock, self._database.speaking_plainly():
            if self._database.path and self._database.is_unwritable:
                return self._of_a_file_that_is_only_read(self._database.path, ground)
            # SQLite's number means something on one and the same connection only.
            connection = self._connection or self._connected()
            self._connection = connection
            stamp = _stamp(connection, ground) if ground else ""
            found = connection.exec_driver_sql(self._statement).scalar_one()
            connection.rollback()
            return str(found), stamp

    def _of_a_file_that_is_only_read(self, path: Path, ground: Ground | None) -> tuple[str, str]:
        """A file opened as immutable never reports a change; the times of the file do."""
        before = unwritable.mark(path)
        if ground is None:
            return before, ""
        with self._engine.connect() as connection:
            return before, _stamp(connection, ground)

    def _connected(self) -> sa.Connection:
        connection = self._engine.connect()
        if not self.waits:
            connection.exec_driver_sql("PRAGMA busy_timeout = 0")
            connection.rollback()
        return connection

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            self._engine.dispose()


def _stamp(connection: sa.Connection, ground: Ground) -> str:
    said = [*map(tuple, connection.execute(_ALL))] if ground.changes else []
    if ground.pages:
        said += map(tuple, connection.execute(_OF_PAGES, {"names": ground.pages}))
    return repr(said)
