"""Linked documents: what they held when they were asked for, and what changed in them under the same address."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from records.changes import ChangeSet
from records.codec import record_from_json
from storage.freshness import rewritten
from storage.rows import Row, insert
from storage.tables import accepted, documents, snapshots
from storage.values import DocumentSeen


def latest(connection: sa.Connection, page_id: int) -> dict[str, DocumentSeen]:
    """What each document of a page held last, by address; without bodies."""
    rows = connection.execute(
        sa.select(documents).where(documents.c.page_id == page_id).order_by(documents.c.first_seen, documents.c.id)
    )
    return {row.url: _seen(row) for row in rows}


def _seen(row: Row) -> DocumentSeen:
    return DocumentSeen(row.url, row.sha256, row.size, row.etag, row.last_modified)


def keep(connection: sa.Connection, page_id: int, seen: Sequence[DocumentSeen], at: datetime) -> None:
    """The same content as last time extends its row; other content begins another."""
    for each in seen:
        here = (documents.c.page_id == page_id, documents.c.url == each.url)
        newest = sa.select(documents).where(*here).order_by(documents.c.first_seen.desc(), documents.c.id.desc())
        last = connection.execute(newest.limit(1)).one_or_none()
        validators = {"last_seen": at, "etag": each.etag, "last_modified": each.last_modified}
        if last is not None and last.sha256 == each.sha256:
            connection.execute(sa.update(documents).where(documents.c.id == last.id).values(validators))
            continue
        body_id = _body(connection, each.body) if each.body is not None else None
        row = {"page_id": page_id, "url": each.url, "sha256": each.sha256, "size": each.size, "body_id": body_id}
        insert(connection, documents, {**row, "first_seen": at, **validators})


def _body(connection: sa.Connection, body: bytes) -> int:
    from storage.bodies import Bodies  # zstd is for documents that are new

    return Bodies(connection).keep(None, body)[0]


def tell(connection: sa.Connection, page_id: int, changes: ChangeSet, at: datetime) -> int:
    """A change set that stands beside the page's present snapshot; its id."""
    from storage.derivation.derived import Collaborations, add_change_set

    now = connection.execute(
        sa.select(snapshots.c.id, snapshots.c.record)
        .join(accepted, accepted.c.snapshot_id == snapshots.c.id)
        .where(accepted.c.page_id == page_id)
    ).one()
    record = record_from_json(json.loads(now.record))
    rewritten(connection)
    return add_change_set(
        connection,
        Collaborations(connection, page_id),
        page_id=page_id,
        snapshot_id=now.id,
        at=at,
        change_set=changes,
        before=record,
        after=record,
        of_documents=True,
    )
