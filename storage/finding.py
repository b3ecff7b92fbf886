"""From what a person typed to the rows that are meant: names folded, pages and collaborations by their ids."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from records.errors import UnknownName
from records.forms import search_key
from storage.tables import collaborations, pages

# Statements are made once, here and in the modules that use these: making one costs more than running it.
_PAGE_ID = sa.select(pages.c.id).where(pages.c.name == sa.bindparam("page"))


def page_id(connection: sa.Connection, name: str) -> int:
    """UnknownName for a page that was never watched."""
    found = connection.execute(_PAGE_ID, {"page": name}).scalar_one_or_none()
    if found is None:
        raise UnknownName(f"there is no page {name!r} in the database; bevaka status lists them")
    return int(found)


_LOCKED = (
    sa.select(pages.c.id)
    .where(pages.c.name.in_(sa.bindparam("names", expanding=True)))
    .order_by(pages.c.id)
    .with_for_update(key_share=True)
)


def lock(connection: sa.Connection, names: Collection[str]) -> None:
    """Make other writers of these pages wait for the end of this transaction. One that writes locks a whole file."""
    if connection.dialect.name != "sqlite":
        connection.execute(_LOCKED, {"names": list(names)})


# The same name on the same page is the same organ, whatever abbreviation it had at the time.
_KEY: sa.BindParameter[str] = sa.bindparam("key")
_met = collaborations.alias("met")
_SAME_ORGAN = sa.and_(collaborations.c.page_id == _met.c.page_id, collaborations.c.name_key == _met.c.name_key)
_ORGAN = (collaborations.c.id, collaborations.c.page_id)
_ORGANS_NAMED = sa.union(
    sa.select(*_ORGAN).where(collaborations.c.name_key == _KEY),
    sa.select(*_ORGAN).join(_met, _SAME_ORGAN).where(_met.c.abbreviation_key == _KEY),
)
_ORGANS_WITH_A_NAME_LIKE = sa.select(*_ORGAN).where(collaborations.c.name_key.contains(_KEY, autoescape=False))


def collaboration_ids(connection: sa.Connection, written: str) -> tuple[int, ...]:
    """Those of this name or abbreviation, on every page and under every abbreviation that they have had.

    Where none has exactly this, those that have it as a part of their name.
    """
    return tuple(organ for organ, _ in organs_named(connection, written))


def organs_named(connection: sa.Connection, written: str) -> list[tuple[int, int]]:
    """The same, each with its page: (collaboration id, page id)."""
    key = search_key(written)  # letters, digits and spaces alone: nothing in it means more in a LIKE
    if not key:
        return []
    found = connection.execute(_ORGANS_NAMED, {"key": key}).all()
    found = found or connection.execute(_ORGANS_WITH_A_NAME_LIKE, {"key": key}).all()
    return [(row.id, row.page_id) for row in found]


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word of a name: the whole word, or what it begins with."""

    text: str
    whole: bool = True


def words_of(name: str) -> tuple[Word, ...]:
    """The whole words of a name as typed."""
    return tuple(Word(each) for each in search_key(name).split())


def as_beginnings(words: Sequence[Word]) -> tuple[Word, ...]:
    """The same words, each as the beginning of one."""
    return tuple(Word(each.text, whole=False) for each in words)


def meets(column: sa.ColumnElement[Any], nth: int, *, whole: bool) -> sa.ColumnElement[bool]:
    """The nth word's condition; a beginning is a range, which an index serves on every database."""
    low: sa.BindParameter[str] = sa.bindparam(f"word_{nth}")
    high: sa.BindParameter[str] = sa.bindparam(f"word_{nth}_end")
    return column == low if whole else sa.and_(column >= low, column < high)


def word_values(words: Sequence[Word]) -> dict[str, str]:
    """The values of the parameters of meets."""
    values = {f"word_{nth}": word.text for nth, word in enumerate(words)}
    ends = {f"word_{nth}_end": word.text + "\U0010ffff" for nth, word in enumerate(words) if not word.whole}
    return values | ends
