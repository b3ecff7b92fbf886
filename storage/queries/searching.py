"""Finding people and collaborations by what a person begins to type. Everything is folded and bounded."""

from __future__ import annotations

import difflib
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from records.forms import search_key
from storage.answers import Found, Organ
from storage.finding import as_beginnings, meets, word_values, words_of
from storage.tables import collaborations, pages, tenure_words, tenures

_CANDIDATES = 4000  # seats that a search looks through at most, before it names people
_NEAR = 2000  # known words that a misspelt one is compared with

_KNOWN_WORDS = sa.select(tenure_words.c.word).distinct().where(meets(tenure_words.c.word, 0, whole=False)).limit(_NEAR)


@lru_cache(maxsize=32)
def _organs(count: int) -> sa.Select[Any]:
    """Those with every word somewhere in the name, or as the abbreviation."""
    words: list[sa.BindParameter[str]] = [sa.bindparam(f"word_{nth}") for nth in range(count)]
    known = (
        sa.or_(collaborations.c.abbreviation_key == word, collaborations.c.name_key.contains(word, autoescape=False))
        for word in words
    )
    return (
        sa.select(
            pages.c.name, sa.func.min(collaborations.c.name), sa.func.max(collaborations.c.abbreviation).label("short")
        )
        .join(pages, pages.c.id == collaborations.c.page_id)
        .where(sa.or_(collaborations.c.abbreviation_key == sa.bindparam("key"), sa.and_(*known)))
        .group_by(pages.c.name, collaborations.c.name_key)
        .order_by(pages.c.name, collaborations.c.name_key)
        .limit(sa.bindparam("limit"))
    )


@lru_cache(maxsize=32)
def _people(count: int) -> sa.Select[Any]:
    having = (
        sa.select(tenure_words.c.tenure_id).where(meets(tenure_words.c.word, nth, whole=False)) for nth in range(count)
    )
    met = sa.select(tenures.c.name_key, tenures.c.sort_key, tenures.c.name)
    met = met.where(*(tenures.c.id.in_(chosen) for chosen in having)).limit(_CANDIDATES)
    some = met.subquery()
    return (
        sa.select(sa.func.max(some.c.name))
        .group_by(some.c.name_key)
        .order_by(sa.func.min(some.c.sort_key))
        .limit(sa.bindparam("limit"))
    )


def find(connection: sa.Connection, text: str, limit: int) -> Found:
    """People and collaborations; where nobody is found, words that people do have and that are near those asked for."""
    words = words_of(text)[:6]
    if not words:
        return Found((), ())
    values: dict[str, Any] = {**word_values(as_beginnings(words)), "key": search_key(text), "limit": limit}
    people = tuple(connection.execute(_people(len(words)), values).scalars())
    found = connection.execute(_organs(len(words)), values)
    organs = tuple(Organ(page, name, short or None) for page, name, short in found)
    return Found(people, organs, () if people or organs else _near(connection, [word.text for word in words]))


def _near(connection: sa.Connection, words: list[str]) -> tuple[str, ...]:
    """The known words most like one of these that begin with the same letter."""
    found: list[str] = []
    for word in words:
        values = {"word_0": word[:1], "word_0_end": word[:1] + "\U0010ffff"}
        known = connection.execute(_KNOWN_WORDS, values).scalars().all()
        found += difflib.get_close_matches(word, known, 3, 0.7)
    return tuple(dict.fromkeys(found))
