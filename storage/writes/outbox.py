"""The outbox: what is to be told, and what became of it. A row commits together with what it tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from records.errors import UnknownName, UsageError
from storage.messages import MessageState, Outgoing, Postponed, QueuedMessage
from storage.rows import Row, insert_new
from storage.tables import outbox, pages
from storage.writes import digests
from storage.writes.agenda import FURTHEST_TRY

_NEWS = ("alert", "digest")
"""The kinds of message that tell a reader of a change."""


def queue(connection: sa.Connection, messages: Iterable[Outgoing | Postponed], at: datetime) -> int:
    """Queue what is not there yet (by Message-ID and recipient), keep what is for later; how many were new messages."""
    now: list[Outgoing] = []
    for each in messages:
        if isinstance(each, Postponed):
            digests.postpone(connection, each, at)
        else:
            now.append(each)
    page_ids = _page_ids(connection, {each.page for each in now if each.page})
    return insert_new(connection, outbox, [_row(each, page_ids, at) for each in now], "message_id", "recipient")


def _page_ids(connection: sa.Connection, names: Collection[str]) -> dict[str, int]:
    if not names:
        return {}
    wanted = sa.select(pages.c.name, pages.c.id).where(pages.c.name.in_(list(names)))
    return {row.name: row.id for row in connection.execute(wanted)}


def _row(message: Outgoing, page_ids: Mapping[str, int], at: datetime) -> dict[str, Any]:
    return {
        "page_id": page_ids.get(message.page) if message.page else None,
        "message_id": message.message_id,
        "recipient": message.recipient,
        "kind": message.kind,
        "subject": message.subject,
        "content": message.content,
        "state": MessageState.QUEUED.value,
        "attempts": 0,
        "next_attempt": at,
        "created_at": at,
    }


def _select(*more: sa.ColumnElement[Any]) -> sa.Select[Any]:
    return sa.select(outbox, pages.c.name.label("page"), *more).join(
        pages, pages.c.id == outbox.c.page_id, isouter=True
    )


def _message(row: Row) -> QueuedMessage:
    return QueuedMessage(
        id=row.id,
        message_id=row.message_id,
        recipient=row.recipient,
        kind=row.kind,
        subject=row.subject,
        content=row.content,
        page=row.page,
        state=MessageState(row.state),
        attempts=row.attempts,
        next_attempt=row.next_attempt,
        last_error=row.last_error,
        created_at=row.created_at,
    )


def due(
    connection: sa.Connection, now: datetime, limit: int, only: Collection[int] | None = None
) -> list[QueuedMessage]:
    """Queued messages of the readers for one of whose the time has come (of those named), each reader's as written.

    Readers for whom nothing is put off come first. limit: after so many no other reader's are begun. next_attempt is
    each message's own, and may be later than now.
    """
    own = outbox.c.next_attempt
    turn = _turns(sa.case((own > now + FURTHEST_TRY, sa.bindparam("now", now, own.type)), else_=own)).subquery()
    place = sa.func.rank().over(order_by=(turn.c.last, turn.c.oldest)).label("place")
    come = sa.select(turn, place).where(turn.c.at <= now)
    if only is not None:
        come = come.where(turn.c.id.in_(only))
    chosen = come.subquery()
    wanted = (
        _select(chosen.c.own)
        .join(chosen, chosen.c.id == outbox.c.id)
        .where(chosen.c.place <= limit)
        .order_by(chosen.c.place, outbox.c.id)
    )
    return [replace(_message(row), next_attempt=row.own) for row in connection.execute(wanted)]


def _turns(time: sa.ColumnElement[datetime]) -> sa.Select[Any]:
    """When each queued message will be tried (at), by id: as soon as any to the same reader.

    time: when each may be tried by itself (own). last: the latest own of the reader's; oldest: the id of their first.
    """
    theirs = outbox.c.recipient
    at, last = (of(time).over(partition_by=theirs) for of in (sa.func.min, sa.func.max))
    oldest = sa.func.min(outbox.c.id).over(partition_by=theirs)
    columns = (time.label("own"), at.label("at"), last.label("last"), oldest.label("oldest"))
    return sa.select(outbox.c.id, *columns).where(outbox.c.state == MessageState.QUEUED.value)


def messages(
    connection: sa.Connection, states: Sequence[MessageState] | None, limit: int | None, offset: int = 0
) -> list[QueuedMessage]:
    """Messages, newest first; next_attempt is when they will be tried."""
    turn = _turns(outbox.c.next_attempt).subquery()
    wanted = (
        _select(turn.c.at)
        .join(turn, turn.c.id == outbox.c.id, isouter=True)
        .order_by(outbox.c.id.desc())
        .limit(limit)
        .offset(offset)
    )
    if states is not None:
        wanted = wanted.where(outbox.c.state.in_([each.value for each in states]))
    return [replace(_message(row), next_attempt=row.at) for row in connection.execute(wanted)]


def was_told(connection: sa.Connection, recipient: str, since: datetime) -> bool:
    """Whether a change was written to them after that time."""
    told = sa.select(outbox.c.id).where(
        outbox.c.recipient == recipient, outbox.c.kind.in_(_NEWS), outbox.c.created_at > since
    )
    return connection.execute(told.limit(1)).first() is not None


def sent(connection: sa.Connection, message_id: int, at: datetime) -> None:
    """A server took it."""
    state = MessageState.SENT.value
    _mark(connection, message_id, state=state, attempts=_ONE_MORE, sent_at=at, next_attempt=None, last_error=None)


def failed(connection: sa.Connection, message_id: int, error: str, next_attempt: datetime) -> None:
    """A server did not take it this time."""
    _mark(connection, message_id, attempts=_ONE_MORE, last_error=error, next_attempt=next_attempt)


def undeliverable(connection: sa.Connection, message_id: int, error: str) -> datetime:
    """No server will ever take it; when it was written."""
    state = MessageState.UNDELIVERABLE.value
    _mark(connection, message_id, state=state, attempts=_ONE_MORE, last_error=error, next_attempt=None)
    written = sa.select(outbox.c.created_at).where(outbox.c.id == message_id)
    moment: datetime = connection.execute(written).scalar_one()
    return moment


_ONE_MORE = outbox.c.attempts + 1


def _mark(connection: sa.Connection, message_id: int, **values: Any) -> None:
    """Change one message's row; UnknownName where there is none."""
    done = connection.execute(sa.update(outbox).where(outbox.c.id == message_id).values(**values))
    if not done.rowcount:
        raise UnknownName(f"there is no message {message_id}; bevaka alerts lists them")


def retry(connection: sa.Connection, ids: Sequence[int] | None, now: datetime) -> list[int]:
    """Make messages due now: those named, or all that are queued or undeliverable; their ids."""
    queued: dict[str, Any] = {"state": MessageState.QUEUED.value, "next_attempt": now}
    if ids is None:
        unsent = sa.update(outbox).where(outbox.c.state != MessageState.SENT.value)
        return sorted(connection.execute(unsent.values(**queued).returning(outbox.c.id)).scalars())
    for each in ids:
        state = connection.execute(sa.select(outbox.c.state).where(outbox.c.id == each)).scalar_one_or_none()
        if state == MessageState.SENT.value:
            raise UsageError(f"message {each} has been sent already; bevaka alerts lists what has not")
        _mark(connection, each, **queued)
    return list(ids)
