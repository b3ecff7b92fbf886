"""The door to a database: transactions, migrations, and errors that say what to do.

SQLAlchemy is imported when the first transaction needs it. plain() does not on a file: see storage.plain.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from records.errors import DatabaseBusy, DatabaseDamaged, DatabaseTooNew, StorageError, TooSlow
from storage import unwritable
from storage.address import checked, file_of
from storage.plain import File, Plain, Through, prepare
from storage.revision import HEAD, REVISIONS

if TYPE_CHECKING:
    import sqlalchemy as sa
    from sqlalchemy.engine import URL

DEFAULT_WAIT = 15.0
"""Seconds that a writer waits for another one."""


_MIGRATING = 0x6265766B  # our own number among a server's locks of one number; claims have two
_ONE_VIEW = {"isolation_level": "REPEATABLE READ"}
"""Without this a server shows each statement the newest state."""


class Database:
    """One database: read() and write() are transactions, connection errors become StorageError."""

    def __init__(self, url: str, *, wait: float = DEFAULT_WAIT) -> None:
        self._address = url
        self.wait = wait
        self.path = file_of(url)
        """The SQLite file; None for a server."""
        if self.path:
            self._see_the_folder(self.path)
        self._bounded: sa.Engine | None = None
        self._file = File(self.path) if self.path else None

    @cached_property
    def url(self) -> URL:
        return checked(self._address)

    @cached_property
    def engine(self) -> sa.Engine:
        return self._make_engine()

    @cached_property
    def readers(self) -> sa.Engine:
        return self.reading(self.engine)

    def bound_reads(self, seconds: float) -> None:
        """From now on a question that takes longer ends with TooSlow. Writes take the time that they need."""
        from storage.bounds import bound  # for the web pages

        engine = self._make_engine()
        bound(engine, seconds)
        if self._bounded is not None:
            self._bounded.dispose()
        self._bounded, self.readers = engine, self.reading(engine)

    def reading(self, engine: sa.Engine) -> sa.Engine:
        """The same engine, for transactions that only read: each sees one state of everything."""
        return engine.execution_options(reading=True, **({} if self.path else _ONE_VIEW))

    @cached_property
    def is_unwritable(self) -> bool:
        """Whether it is a file that can only be read."""
        return self.path is not None and unwritable.is_unwritable(self.path)

    @property
    def shown(self) -> str:
        """How the database is named to a person: without a password."""
        return str(self.path) if self.path else self.url.render_as_string(hide_password=True)

    def _see_the_folder(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise StorageError(
                f"the folder {path.parent} for the database cannot be made ({problem.strerror}); "
                "choose another one in [storage] url"
            ) from problem

    def _make_engine(self, **options: Any) -> sa.Engine:
        import sqlalchemy as sa

        if not self.path:
            try:
                return sa.create_engine(self.url, **options)
            except ImportError as problem:
                raise StorageError(
                    f"{self.shown} needs a driver that is not installed ({problem.name}); install bevaka[postgres]"
                ) from problem
        if self.is_unwritable:
            connect = partial(unwritable.connect, self.path, self.wait)
            engine = sa.create_engine(self.url, **{**options, "creator": connect, "poolclass": sa.NullPool})
            sa.event.listen(engine, "connect", _prepare_to_read)
        else:
            engine = sa.create_engine(self.url, connect_args={"timeout": self.wait}, **options)
            sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
        return engine

    def lock_engine(self) -> sa.Engine:
        """An engine whose connections are never shared: a server's locks live and die with theirs."""
        import sqlalchemy as sa

        return self._make_engine(poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")

    @cached_property
    def claim_engine(self) -> sa.Engine:
        """Connections for claims alone, each with one holder at a time: the locks live and die with them."""
        return self._make_engine(pool_size=20, max_overflow=-1, pool_pre_ping=True, isolation_level="AUTOCOMMIT")

    @property
    def libpq(self) -> str:
        """The address of a PostgreSQL server for its own tools, password included: never to be shown."""
        return self.url.set(drivername="postgresql").render_as_string(hide_password=False)

    @contextlib.contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """One transaction that either commits whole or leaves no trace."""
        with self.speaking_plainly(), self.engine.begin() as connection:
            yield connection

    @contextlib.contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """One consistent view; never waits for a writer, nor makes one wait."""
        with self.speaking_plainly(), self.readers.connect() as connection:
            yield connection
            connection.commit()  # nothing to keep, but a rollback makes psycopg forget the statements that it prepared

    @contextlib.contextmanager
    def plain(self, *, writing: bool = False) -> Iterator[Plain]:
        """The same, for the questions of every look. What is written commits whole or leaves no trace."""
        if self._file is None or self.is_unwritable or self._bounded is not None:
            with self.write() if writing else self.read() as connection:
                yield Through(connection)
            return
        try:
            with self._file.transaction(self.wait, writing=writing) as plain:
                yield plain
        except sqlite3.DatabaseError as problem:
            if isinstance(problem, (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.DataError)):
                raise  # a fault of ours, not of the surroundings
            raise self._explained(str(problem)) from problem

    @contextlib.contextmanager
    def speaking_plainly(self) -> Iterator[None]:
        """Turns errors of the database into a StorageError that says what to do."""
        import sqlalchemy as sa

        try:
            yield
        except sa.exc.DatabaseError as problem:
            if isinstance(problem, (sa.exc.IntegrityError, sa.exc.ProgrammingError, sa.exc.DataError)):
                raise  # a fault of ours, not of the surroundings
            raise self._explained(str(problem.orig)) from problem

    def _explained(self, what: str) -> StorageError:
        said = " ".join(what.split())
        if "interrupted" in said or "statement timeout" in said:
            return TooSlow("the question took too long and was ended; ask for less, or for one page")
        if "locked" in said:
            return DatabaseBusy(
                f"{self.shown} has been held by another process for {self.wait:.0f} s; see which one, then start again"
            )
        if "not a database" in said:
            return StorageError(f"{self.shown} is not an SQLite database; choose another file in [storage] url")
        if "malformed" in said:
            return DatabaseDamaged(f"{self.shown} is damaged ({said}); restore a backup")
        if "readonly" in said or "unable to open" in said:
            cannot = "written" if "readonly" in said else "opened"
            return StorageError(f"{self.shown} cannot be {cannot} ({said}); see who owns the file and its folder")
        if "full" in said:
            return StorageError(f"the disk of {self.shown} is full; nothing was stored; make room, then start again")
        return StorageError(f"{self.shown} cannot be used ({said}); see that it is there and may be used")

    def migrate(self) -> None:
        """Make the schema, or bring an older one up to date. DatabaseTooNew for one from a newer version."""
        if self._is_current():
            return
        import sqlalchemy as sa

        with self.read() as connection:
            found = self._revision(connection)
        if found == HEAD:
            return
        if self.is_unwritable:
            raise StorageError(
                f"{self.shown} is of another version (schema {found}) and cannot be written; "
                "copy it to a folder that can be"
            )
        # SQLite rebuilds a table by dropping the old one, which foreign keys would forbid; they cannot be put off
        # inside a transaction, hence a connection of its own.
        with self.speaking_plainly(), self._make_engine(poolclass=sa.NullPool).connect() as connection:
            if self.path:
                connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
                connection.rollback()
            with connection.begin():
                if not self.path:  # a server lets two begin; SQLite does not
                    connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATING)))
                if self._revision(connection) != HEAD:  # another process may have been first
                    _upgrade(connection)

    def _is_current(self) -> bool:
        """Whether a file has the newest schema: one question, where the others need SQLAlchemy."""
        if self._file is None or self.is_unwritable:
            return False
        with self.plain() as plain:
            known = plain.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'")
            return bool(known) and [*plain.rows("SELECT version_num FROM alembic_version")] == [(HEAD,)]

    def _revision(self, connection: sa.Connection) -> str | None:
        import sqlalchemy as sa

        tables = set(sa.inspect(connection).get_table_names())
        if "alembic_version" not in tables:
            if tables:
                raise StorageError(f"{self.shown} holds another program's tables; choose another in [storage] url")
            return None
        found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        if found is not None and found not in REVISIONS:
            raise DatabaseTooNew(
                f"{self.shown} was written by a newer version of Bevaka (schema {found}); install that version"
            )
        return found

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        if "engine" in self.__dict__:
            self.engine.dispose()
        if self._bounded is not None:
            self._bounded.dispose()
        if "claim_engine" in self.__dict__:
            self.claim_engine.dispose()


def _prepare_to_read(connection: Any, _record: Any) -> None:
    connection.isolation_level = None


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    prepare(connection)


def _begin_sqlite(connection: sa.Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    # A writer that begins as a reader cannot wait for another writer: it fails at once instead.
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _upgrade(connection: sa.Connection) -> None:
    from alembic import command  # needed once per schema, and half a second to import

    command.upgrade(alembic_config(connection), "head")


def alembic_config(connection: sa.Connection) -> Any:
    """An Alembic Config for our own migrations over this connection; with no file anywhere."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
