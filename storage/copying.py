"""Copies of a whole history: backup and restore, and from one kind of database to another."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from records.errors import DatabaseBusy, StorageError, UsageError
from storage import unwritable
from storage.engine import DEFAULT_WAIT, Database
from storage.rows import Row
from storage.store import Store
from storage.tables import looks, metadata, outbox

_ROWS_AT_ONCE = 500


def backup(store: Store, target: Path) -> None:
    """A complete SQLite file that can stand in for the database, consistent while others write.

    An older file of the name is replaced only when the new one is whole.
    """
    with _beside(target) as unfinished:
        if store.database.path:
            _copy_file(store.database.path, unfinished)
            _close_the_log(unfinished)
        else:
            with Store.open(f"sqlite:///{unfinished}") as fresh:
                _copy_rows(store.database, fresh.database)
            _close_the_log(unfinished)
        unfinished.replace(target)


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A name in the target's folder for a file that is not finished; gone afterwards, whatever happened."""
    try:
        folder = tempfile.TemporaryDirectory(prefix=".bevaka-", dir=target.absolute().parent)
    except OSError as problem:
        raise StorageError(f"{target} cannot be written ({problem.strerror}); choose another file") from problem
    with folder as place:
        yield Path(place) / target.name


def _copy_file(source: Path, target: Path) -> None:
    try:
        with (
            contextlib.closing(_opened(source)) as here,
            contextlib.closing(sqlite3.connect(target, timeout=DEFAULT_WAIT)) as there,
        ):
            here.backup(there)
    except sqlite3.Error as problem:
        raise StorageError(
            f"{source} could not be copied to {target} ({problem}); see that there is room and both may be used"
        ) from problem


def _opened(source: Path) -> sqlite3.Connection:
    return unwritable.connect(source, DEFAULT_WAIT) if unwritable.is_unwritable(source) else sqlite3.connect(source)


def _close_the_log(file: Path) -> None:
    """Write-ahead logging has a second file: a backup is one."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE").close()


def restore(file: Path, url: str, *, overwrite: bool = False) -> None:
    """Put a backup in the place of the database at url; UsageError where that holds a history already.

    A database that is damaged beyond opening is replaced as a file. The backup is left as it is, even one of an older
    version, on a medium that cannot be written.
    """
    if not file.is_file():
        raise UsageError(f"there is no file {file}; name a backup")
    with tempfile.TemporaryDirectory(prefix="bevaka-") as folder:
        copy = Path(folder) / "backup.db"
        if not _is_sqlite(file):
            raise UsageError(f"{file} is no SQLite file; name a backup")
        _copy_file(file, copy)
        with Store.open(f"sqlite:///{copy}") as source:
            try:
                with Store.open(url) as target:
                    copy_history(source, target, overwrite=overwrite)
                return
            except DatabaseBusy:
                raise
            except StorageError:
                path = Database(url).path
                if path is None or not overwrite:
                    raise
        _replace(path, copy)


def _is_sqlite(file: Path) -> bool:
    """An empty file is an empty database."""
    try:
        with file.open("rb") as opened:
            return opened.read(16) in (b"", b"SQLite format 3\0")
    except OSError as problem:
        raise StorageError(f"{file} cannot be read ({problem.strerror}); see who may read it") from problem


def _replace(path: Path, copy: Path) -> None:
    with _beside(path) as whole:
        _copy_file(copy, whole)
        _close_the_log(whole)
        for log in ("-wal", "-shm"):
            path.with_name(path.name + log).unlink(missing_ok=True)
        whole.replace(path)


def copy_history(source: Store, target: Store, *, overwrite: bool = False) -> None:
    """Carry everything from one database to another, of either kind, ids and all."""
    with target.database.read() as connection:
        first_rows = (sa.select(table.c.id).limit(1) for table in (looks, outbox))
        if not overwrite and any(connection.execute(first).first() for first in first_rows):
            shown = target.database.shown
            raise UsageError(f"{shown} holds a history already; `bevaka restore FILE --force` replaces it")
    _copy_rows(source.database, target.database)


def _copy_rows(source: Database, target: Database) -> None:
    with source.read() as read, target.write() as write:
        for table in reversed(metadata.sorted_tables):
            write.execute(sa.delete(table))
        for table in metadata.sorted_tables:
            order = table.primary_key.columns
            rows = read.execution_options(stream_results=True).execute(sa.select(table).order_by(*order))
            for some in rows.partitions(_ROWS_AT_ONCE):
                write.execute(sa.insert(table), [_values(row) for row in some])
            _go_on_numbering(write, table)


def _values(row: Row) -> dict[str, object]:
    return dict(row._mapping)


def _go_on_numbering(connection: sa.Connection, table: sa.Table) -> None:
    """Ids were given; a server's own numbering has to go on after them."""
    if connection.dialect.name != "postgresql" or "id" not in table.c:
        return
    last = sa.select(sa.func.coalesce(sa.func.max(table.c.id), 0) + 1).scalar_subquery()
    sequence = sa.func.pg_get_serial_sequence(table.name, "id")
    connection.execute(sa.select(sa.func.setval(sequence, last, False)))
