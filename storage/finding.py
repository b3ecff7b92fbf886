"""From what a person typed to the rows that are meant: names folded, pages and collaborations by their ids."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from records.changes import CALLED_OTHERWISE, ChangeKind
from records.errors import UnknownName
from records.forms import search_key
from storage.rows import Row
from storage.tables import change_sets, changes, collaborations, pages

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


def written(kind: str) -> sa.ColumnElement[str]:
    """One of our own names, written into the SQL: the plan is made for this kind, and made once."""
    return sa.literal_column(f"'{ChangeKind(kind).value}'", changes.c.kind.type)


_RENAMED = (
    sa.select(change_sets.c.page_id, changes.c.before, changes.c.after)
    .join(changes, changes.c.change_set_id == change_sets.c.id)
    .where(changes.c.kind == written(ChangeKind.COLLABORATION_RENAMED))
)
_ON_PAGES = collaborations.c.page_id.in_(sa.bindparam("pages", expanding=True))
_RENAMED_ON_PAGES = _RENAMED.where(change_sets.c.page_id.in_(sa.bindparam("pages", expanding=True)))


def _with_renamings(named: sa.Select[Any] | sa.CompoundSelect[Any]) -> sa.CompoundSelect[Any]:
    """The organs, and the renamings on their pages (whose id is null), at the price of one question."""
    organs = named.cte()
    nothing = sa.cast(sa.null(), changes.c.before.type)
    renamed = _RENAMED.where(change_sets.c.page_id.in_(sa.select(organs.c.page_id))).subquery()
    return sa.union_all(
        sa.select(organs.c.id, organs.c.page_id, nothing.label("before"), nothing.label("after")),
        sa.select(sa.cast(sa.null(), sa.Integer), renamed.c.page_id, renamed.c.before, renamed.c.after),
    )


_ORGANS_NAMED_AND_RENAMED = _with_renamings(_ORGANS_NAMED)
_ORGANS_LIKE_AND_RENAMED = _with_renamings(_ORGANS_WITH_A_NAME_LIKE)


def collaboration_ids(connection: sa.Connection, written: str) -> tuple[int, ...]:
    """Those that have or have had this name or abbreviation, on every page, under every name that they have had.

    Where none has exactly this, those that have it as a part of their name.
    """
    rows = _named(connection, written, _ORGANS_NAMED_AND_RENAMED, _ORGANS_LIKE_AND_RENAMED)
    organs = [(row.id, row.page_id) for row in rows if row.id is not None]
    renamed = [(row.page_id, row.before, row.after) for row in rows if row.id is None]
    return tuple(organ for organ, _ in _linked(connection, organs, renamed))


def organs_named(connection: sa.Connection, written: str) -> list[tuple[int, int]]:
    """Those of this name, or that have had this abbreviation, each with its page: (collaboration id, page id)."""
    rows = _named(connection, written, _ORGANS_NAMED, _ORGANS_WITH_A_NAME_LIKE)
    return [(row.id, row.page_id) for row in rows]


def under_every_name(connection: sa.Connection, organs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same organs under the names that they had before and after they were renamed, too."""
    pages_of = sorted({page for _, page in organs})
    renamed = connection.execute(_RENAMED_ON_PAGES, {"pages": pages_of}) if organs else ()
    return _linked(connection, organs, [(row.page_id, row.before, row.after) for row in renamed])


def names_had(connection: sa.Connection, page: int) -> tuple[tuple[str, str], ...]:
    """Each name with each other that the same has had: collaborations with their abbreviations, people as spelled."""
    return (*_organs_names(connection, page), *_peoples_names(connection, page))


_RESPELLED = (
    sa.select(changes.c.before, changes.c.after)
    .join(change_sets, change_sets.c.id == changes.c.change_set_id)
    .where(
        change_sets.c.page_id == sa.bindparam("page"),
        changes.c.kind.in_([written(each) for each in sorted(CALLED_OTHERWISE - {ChangeKind.COLLABORATION_RENAMED})]),
    )
)


def _peoples_names(connection: sa.Connection, page: int) -> Iterator[tuple[str, str]]:
    same: dict[str, set[str]] = {}
    for row in connection.execute(_RESPELLED, {"page": page}):
        old, new = (json.loads(value)["name"] for value in row)
        if old != new:
            joined = same.get(old, {old}) | same.get(new, {new})
            same |= dict.fromkeys(joined, joined)
    for name in sorted(same):
        yield from ((name, once) for once in sorted(same[name]) if once != name)


def _organs_names(connection: sa.Connection, page: int) -> tuple[tuple[str, str], ...]:
    renamed = [(row.page_id, row.before, row.after) for row in connection.execute(_RENAMED_ON_PAGES, {"pages": [page]})]
    if not renamed:
        return ()
    wanted = sa.select(collaborations.c.id, collaborations.c.name, collaborations.c.abbreviation)
    called = {
        row.id: (row.name, row.abbreviation) for row in connection.execute(wanted.where(_ON_PAGES), {"pages": [page]})
    }
    found: dict[tuple[str, str], None] = {}
    for number, (name, _) in called.items():
        for organ, _ in _linked(connection, [(number, page)], renamed):
            found |= {(name, each): None for each in called[organ] if each and each != name}
    return tuple(found)


def _named(connection: sa.Connection, written: str, exactly: sa.Executable, like: sa.Executable) -> Sequence[Row]:
    key = search_key(written)  # letters, digits and spaces alone: nothing in it means more in a LIKE
    if not key:
        return []
    return connection.execute(exactly, {"key": key}).all() or connection.execute(like, {"key": key}).all()


def _linked(
    connection: sa.Connection, organs: Sequence[tuple[int, int]], renamed: Sequence[tuple[int, str, str]]
) -> list[tuple[int, int]]:
    """The organs and those that renamings lead to; renamed: (page id, before, after), as changes keep them."""
    if not renamed:
        return list(organs)
    beside: dict[tuple[int, str], set[tuple[int, str]]] = {}
    for page, before, after in renamed:
        old, new = ((page, search_key(json.loads(value)["name"])) for value in (before, after))
        beside.setdefault(old, set()).add(new)
        beside.setdefault(new, set()).add(old)
    wanted = sa.select(*_ORGAN, collaborations.c.name_key).where(_ON_PAGES)
    rows = connection.execute(wanted, {"pages": sorted({page for _, page in organs})}).all()
    asked = {organ for organ, _ in organs}
    same = {(row.page_id, row.name_key) for row in rows if row.id in asked}
    to_follow = list(same)
    while to_follow:
        others = beside.get(to_follow.pop(), set()) - same
        same |= others
        to_follow += others
    return [(row.id, row.page_id) for row in rows if (row.page_id, row.name_key) in same]


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


def has_all(name: str, words: Sequence[Word]) -> bool:
    """Whether a name as written has every one of these words."""
    own = search_key(name).split()
    return all(any(one == word.text if word.whole else one.startswith(word.text) for one in own) for word in words)


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
