"""Claims that end with their process: only one at a time works on a page, or on the outbox.

On SQLite a claim is one byte of the file DATABASE-claims, locked through an open file description of its own (so that
threads exclude each other as well as processes). On PostgreSQL it is an advisory lock on a connection of its own.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import struct
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

from records.errors import StorageError
from storage.plain import Through

if TYPE_CHECKING:
    import sqlalchemy as sa

    from storage.engine import Database

OUTBOX = 0
"""The claim on the outbox; a page's claim is its id."""
ROUNDS = 2**31 - 1
"""The claim on writing the daily and weekly mails."""
HANDING_OUT = 2**31 - 2
"""The claim on handing out jobs to a fleet."""
_FAMILY = 0x6265766B  # our own space among a server's advisory locks
_TAKE = "SELECT number FROM unnest(CAST(:numbers AS int[])) AS number WHERE pg_try_advisory_lock(:family, number)"
_GIVE_BACK = "SELECT pg_advisory_unlock(:family, number) FROM unnest(CAST(:numbers AS int[])) AS number"


def number_of(host: str) -> int:
    """The claim on a host: below every other number, for servers alone."""
    return -1 - zlib.crc32(host.encode()) % 2**31


class Claims:
    """What one thread has claimed, over one open file or connection. Claims end with it, whatever ends it."""

    def __init__(self, database: Database) -> None:
        self._held: _OnAFile | _OnAServer = _OnAFile(database.path) if database.path else _OnAServer(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    def take(self, numbers: Collection[int]) -> set[int]:
        """Those of the claims that are now ours; somebody else has the others. Do not ask for a number twice."""
        return self._held.take(numbers)

    def give_back(self, numbers: Collection[int]) -> None:
        self._held.give_back(numbers)


@contextlib.contextmanager
def claim(database: Database, number: int) -> Iterator[bool]:
    """True while we hold the claim; False when somebody else does."""
    with Claims(database) as claims:
        yield bool(claims.take([number]))


class _OnAFile:
    def __init__(self, database: Path) -> None:
        beside = database.with_name(database.name + "-claims")
        try:
            self._handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as problem:
            raise StorageError(f"{beside} cannot be written ({problem.strerror}); see who owns its folder") from problem

    def take(self, numbers: Collection[int]) -> set[int]:
        return {number for number in numbers if self._take(number)}

    def _take(self, number: int) -> bool:
        try:
            self._lock(fcntl.F_WRLCK, number)
        except BlockingIOError:
            return False
        return True

    def give_back(self, numbers: Collection[int]) -> None:
        for number in numbers:
            self._lock(fcntl.F_UNLCK, number)

    def _lock(self, kind: int, number: int) -> None:
        fcntl.fcntl(self._handle, fcntl.F_OFD_SETLK, struct.pack("hhqqi", kind, os.SEEK_SET, number, 1, 0))

    def close(self) -> None:
        os.close(self._handle)


class _OnAServer:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._opened: sa.Connection | None = None

    def take(self, numbers: Collection[int]) -> set[int]:
        with self._database.speaking_plainly():
            if self._opened is None:
                self._opened = self._database.claim_engine.connect()
            rows = Through(self._opened).rows(_TAKE, {"family": _FAMILY, "numbers": list(numbers)})
            return {number for (number,) in rows}

    def give_back(self, numbers: Collection[int]) -> None:
        assert self._opened is not None, "given back before anything was taken"
        with self._database.speaking_plainly():
            Through(self._opened).rows(_GIVE_BACK, {"family": _FAMILY, "numbers": list(numbers)})

    def close(self) -> None:
        if self._opened is None:
            return
        import sqlalchemy as sa

        with self._opened as connection:
            if connection.invalidated:  # it was lost, and the locks with it
                return
            try:
                connection.execute(sa.select(sa.func.pg_advisory_unlock_all()))
            except sa.exc.DBAPIError:
                connection.invalidate()  # it is used by nobody again: the locks end with it
