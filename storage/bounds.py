"""Questions that may take only so long: a server ends them by itself, SQLite asks us now and then whether to go on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlalchemy as sa

_STEPS = 20_000  # of SQLite's virtual machine between two looks at the time: some tens of microseconds
_ENDS = "bevaka.ends"


def bound(engine: sa.Engine, seconds: float) -> None:
    """A question over a new connection of this engine that takes longer ends, with an error of the database's."""
    from sqlalchemy import event

    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _watch_the_time)
        event.listen(engine, "begin", lambda connection: _start_the_time(connection, seconds))
    else:
        event.listen(engine, "connect", lambda raw, _: _bound_statements(raw, seconds))


def _bound_statements(connection: Any, seconds: float) -> None:
    connection.execute(f"SET statement_timeout = {seconds * 1000:.0f}")
    connection.commit()


def _watch_the_time(connection: Any, record: Any) -> None:
    """SQLite has no time limit of its own; it asks us now and then whether to go on."""
    record.info[_ENDS] = float("inf")
    connection.set_progress_handler(lambda: time.monotonic() > record.info[_ENDS], _STEPS)


def _start_the_time(connection: sa.Connection, seconds: float) -> None:
    connection.info[_ENDS] = time.monotonic() + seconds
