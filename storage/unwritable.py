"""An SQLite file that we may read and not write: another's file, a folder or a medium that cannot be written.

Even to read, SQLite wants to write beside the file, to coordinate with writers. While somebody writes, the writer's log
and index lie there and are enough. When nobody does, the file alone is complete, and is opened as immutable.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from records.errors import StorageError


def is_unwritable(path: Path) -> bool:
    """Whether the file exists and we may not write it, or not beside it."""
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def connect(path: Path, wait: float) -> sqlite3.Connection:
    """A connection that reads the newest state. Open a new one for each reading: a writer may have come since."""
    log, index = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
    has_log = log.exists() and log.stat().st_size > 0
    if has_log and not index.exists():
        raise StorageError(
            f"{path} was not closed, and what is in {log.name} cannot be read where it lies; "
            "copy both to a folder that can be written"
        )
    how = "mode=ro" if has_log else "mode=ro&immutable=1"
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?{how}", uri=True, timeout=wait, check_same_thread=False)


def mark(path: Path) -> str:
    """Another text whenever the file or its log has been written."""
    files = [path, path.with_name(path.name + "-wal")]
    return " ".join(f"{each.stat().st_mtime_ns}:{each.stat().st_size}" for each in files if each.exists())
