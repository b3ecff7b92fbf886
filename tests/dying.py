"""A check in a process of its own, at a time of ours, that waits to be told to go on and may die at an SQL statement.

    python -m tests.dying SETTINGS TIME [before|after|commit STATEMENT]

"commit" is the moment before the transaction commits in which the statement was executed. What is listened to is what
SQLAlchemy offers to anybody; nothing of ours is replaced.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa

from monitor.app import App
from monitor.config import load
from tests.clock import Clock

Moment = Literal["before", "after", "commit"]


def die_at(engine: sa.Engine, moment: Moment, statement: str) -> None:
    """SIGKILL at the first such statement."""
    seen = False

    def look(_connection: Any, _cursor: Any, sql: str, *_: object) -> None:
        nonlocal seen
        if sql.startswith(statement):
            seen = True
            if moment != "commit":
                _die()

    def committing(_connection: Any) -> None:
        if seen:
            _die()

    sa.event.listen(engine, f"{'before' if moment == 'before' else 'after'}_cursor_execute", look)
    if moment == "commit":
        sa.event.listen(engine, "commit", committing)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(settings: str, time: str, *point: str) -> None:
    """Dies, or ends with exit 0."""
    sys.stdin.readline()
    with App(load(settings, {}), clock=Clock(datetime.fromisoformat(time))) as app:
        if point:
            moment, statement = point
            assert moment in ("before", "after", "commit")
            die_at(app.store.database.engine, moment, statement)  # type: ignore[arg-type]
        app.check()


if __name__ == "__main__":
    main(*sys.argv[1:])
