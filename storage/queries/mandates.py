"""Who held which seat, as statements made once for each number of words."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from records.forms import search_key
from storage.answers import Between, Mandate
from storage.finding import as_beginnings, meets, word_values, words_of
from storage.tables import collaborations, pages, tenure_words, tenures

_MANDATES = (
    sa.select(
        pages.c.name,
        collaborations.c.name,
        tenures.c.name,
        tenures.c.party,
        tenures.c.role,
        tenures.c.from_after,
        tenures.c.from_by,
        tenures.c.until_after,
        tenures.c.until_by,
    )
    .select_from(tenures)
    .join(pages, pages.c.id == tenures.c.page_id)
    .join(collaborations, collaborations.c.id == tenures.c.collaboration_id)
    .order_by(tenures.c.sort_key, tenures.c.from_by, pages.c.name, tenures.c.id)
)
_OF_PAGE = _MANDATES.where(tenures.c.page_id == sa.bindparam("page_id"))
_OF_NAME = _MANDATES.where(tenures.c.name_key == sa.bindparam("key"))


@lru_cache(maxsize=32)
def _with_words(count: int, *, whole: bool) -> sa.Select[Any]:
    having = (
        sa.select(tenure_words.c.tenure_id).where(meets(tenure_words.c.word, nth, whole=whole)) for nth in range(count)
    )
    return _MANDATES.where(*(tenures.c.id.in_(chosen) for chosen in having))


_named = tenures.alias("named")
_NOBODYS_NAME = ~sa.exists().where(_named.c.name_key == sa.bindparam("key"))
# Of one word both ways in one question, since it is hardly anybody's whole name.
_WITH_ONE_WORD = _with_words(1, whole=True).where(sa.or_(tenures.c.name_key == sa.bindparam("key"), _NOBODYS_NAME))


def of_page(connection: sa.Connection, page_id: int) -> list[Mandate]:
    """Every seat that anybody has held on one page."""
    return _mandates(connection, _OF_PAGE, {"page_id": page_id})


def of_person(connection: sa.Connection, name: str, limit: int | None = None, offset: int = 0) -> list[Mandate]:
    """The seats of people of the whole name; else of those with all its words; else with words that begin so."""
    words = words_of(name)
    if not words:
        return []
    key, whole = {"key": search_key(name)}, word_values(words)
    ways: list[tuple[sa.Select[Any], dict[str, Any]]] = [(_WITH_ONE_WORD, key | whole)]
    if len(words) > 1:
        ways = [(_OF_NAME, key), (_with_words(len(words), whole=True), whole)]
    for statement, values in (*ways, (_with_words(len(words), whole=False), word_values(as_beginnings(words)))):
        found = _mandates(connection, statement.limit(limit).offset(offset), values)
        if found or (offset and connection.execute(statement.limit(1), values).first() is not None):
            return found
    return []


def _mandates(connection: sa.Connection, statement: sa.Select[Any], values: dict[str, Any]) -> list[Mandate]:
    return [_mandate(*row) for row in connection.execute(statement, values)]


def _mandate(
    page: str,
    collaboration: str,
    name: str,
    party: str | None,
    role: str | None,
    from_after: datetime | None,
    from_by: datetime,
    until_after: datetime | None,
    until_by: datetime | None,
) -> Mandate:
    ended = Between(until_after, until_by) if until_by is not None else None
    return Mandate(page, collaboration, name, party, role, Between(from_after, from_by), ended)
