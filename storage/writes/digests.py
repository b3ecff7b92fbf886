"""What waits for the daily and weekly mails. A row commits together with the change, and goes with the mail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from storage.messages import Postponed, Waiting
from storage.rows import insert
from storage.tables import digest_changes, digest_items, pages


def postpone(connection: sa.Connection, each: Postponed, at: datetime) -> None:
    """Keep a change for everybody who is to hear of it later."""
    page_id = connection.execute(sa.select(pages.c.id).where(pages.c.name == each.page)).scalar_one()
    change_id = insert(connection, digest_changes, {"page_id": page_id, "content": each.content, "created_at": at})
    rows = [{"change_id": change_id, "recipient": who, "slot": slot} for who, slot in dict.fromkeys(each.readers)]
    connection.execute(sa.insert(digest_items), rows)


def waiting(connection: sa.Connection) -> list[Waiting]:
    """Everything that is not told yet, the oldest first; without its content, which contents() gives."""
    wanted = sa.select(digest_items.c.id, digest_items.c.change_id, digest_items.c.recipient, digest_items.c.slot)
    return [Waiting(*row) for row in connection.execute(wanted.order_by(digest_items.c.change_id, digest_items.c.id))]


def contents(connection: sa.Connection) -> dict[int, str]:
    """Every change that somebody waits for, as it was kept, by its id."""
    wanted = sa.select(digest_changes.c.id, digest_changes.c.content)
    return {row.id: row.content for row in connection.execute(wanted)}


def told(connection: sa.Connection, items: Sequence[int]) -> None:
    """These items have been written into the outbox, or nobody wants them any more."""
    if not items:
        return
    connection.execute(sa.delete(digest_items).where(digest_items.c.id.in_(items)))
    wanted = sa.select(digest_items.c.id).where(digest_items.c.change_id == digest_changes.c.id)
    connection.execute(sa.delete(digest_changes).where(~wanted.exists()))
