"""Whether anything was committed since: what keeps answers may keep them while the mark stays the same."""

from __future__ import annotations

import threading

import sqlalchemy as sa

from storage.engine import Database

_SQLITE = "PRAGMA data_version"
_SERVER = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text"


class Freshness:
    """One open connection to a database, to be asked often. Safe in threads; close() gives the connection back."""

    def __init__(self, database: Database) -> None:
        self._statement = _SQLITE if database.path else _SERVER
        self._engine = database.lock_engine().execution_options(reading=True)
        self._connection: sa.Connection | None = None
        self._lock = threading.Lock()
        self._database = database

    def mark(self) -> str:
        """Another text whenever another connection has committed anything. StorageError where it cannot be asked."""
        with self._lock, self._database.speaking_plainly():
            # SQLite's number means something on one and the same connection only.
            connection = self._connection or self._engine.connect()
            self._connection = connection
            found = connection.exec_driver_sql(self._statement).scalar_one()
            connection.rollback()
            return str(found)

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
            self._engine.dispose()
