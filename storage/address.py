"""Addresses of databases: "sqlite:///FILE", "postgresql+psycopg://…". SQLAlchemy reads only those of a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from records.errors import StorageError

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

_FILE = "sqlite:///"


def file_of(url: str) -> Path | None:
    """The SQLite file that an address names; None for a server. StorageError for what is neither."""
    name = url.removeprefix(_FILE)
    if name not in (url, "", ":memory:") and not {"?", "%"} & {*name}:
        return Path(name)  # as nearly all are written
    parsed = checked(url)
    return Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None


def checked(url: str) -> URL:
    """The address in its parts; StorageError for what is none, or cannot hold a history."""
    import sqlalchemy as sa
    from sqlalchemy.engine import make_url

    try:
        parsed = make_url(url)
    except sa.exc.ArgumentError as problem:
        raise StorageError(
            f"{url!r} is not a database address; write sqlite:///FILE or postgresql+psycopg://…"
        ) from problem
    backend = parsed.get_backend_name()
    if backend not in ("sqlite", "postgresql") or (backend == "sqlite" and parsed.database in (None, "", ":memory:")):
        raise StorageError(
            f"{parsed.render_as_string(hide_password=True)!r} cannot hold a history; "
            "write sqlite:///FILE or postgresql+psycopg://…"
        )
    return parsed
