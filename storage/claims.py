"""Claims that die with their process: one page, or the outbox, is worked on by one at a time.

On SQLite a claim is one byte of the file DATABASE-claims, locked through an open file description of its own (so that
threads exclude each other as well as processes). On PostgreSQL it is an advisory lock on a connection of its own.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import struct
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from records.errors import StorageError
from storage.engine import Database

OUTBOX = 0
"""The claim on the outbox; a page's claim is its id."""
ROUNDS = 2**31 - 1
"""The claim on writing the daily and weekly mails."""
_FAMILY = 0x6265766B  # our own space among a server's advisory locks


@contextlib.contextmanager
def claim(database: Database, number: int) -> Iterator[bool]:
    """True while we hold the claim; False when somebody else does."""
    path = database.path
    with _on_a_file(path, number) if path else _on_a_server(database, number) as ours:
        yield ours


@contextlib.contextmanager
def _on_a_file(database: Path, number: int) -> Iterator[bool]:
    beside = database.with_name(database.name + "-claims")
    try:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as problem:
        raise StorageError(f"{beside} cannot be written ({problem.strerror}); see who owns its folder") from problem
    try:
        yield _lock_byte(handle, number)
    finally:
        os.close(handle)


def _lock_byte(handle: int, number: int) -> bool:
    wanted = struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, number, 1, 0)
    try:
        fcntl.fcntl(handle, fcntl.F_OFD_SETLK, wanted)
    except BlockingIOError:
        return False
    return True


@contextlib.contextmanager
def _on_a_server(database: Database, number: int) -> Iterator[bool]:
    engine = database.lock_engine()
    with engine.connect() as connection:
        lock = sa.select(sa.func.pg_try_advisory_lock(_FAMILY, number))
        yield bool(connection.execute(lock).scalar_one())
    engine.dispose()
