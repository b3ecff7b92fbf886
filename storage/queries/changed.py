"""Questions about changes, as statements: one for each shape of question, made once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from records.changes import ChangeKind, Group
from storage.finding import Word, meets, word_values, written
from storage.tables import change_sets, change_words, changes, pages


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question about changes asks for; None (kinds: empty) for no restriction."""

    since: datetime | None = None
    until: datetime | None = None
    page_id: int | None = None
    words: Sequence[Word] | None = None
    organs: Sequence[int] | None = None
    kinds: frozenset[ChangeKind] = frozenset()
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class _Shape:
    """The parts of a question that decide its SQL statement. driver: index of the longest word, which narrows most.

    first: how many, of the first sheet, which is asked for most. Written into the SQL: for a limit that comes as a
    parameter PostgreSQL makes its plan anew each time, which takes longer than the answer.
    """

    since: bool
    until: bool
    page: bool
    words: tuple[bool, ...] | None
    driver: int
    organs: int | None
    kinds: tuple[str, ...]
    first: int | None
    sheet: bool


def kinds_of(kinds: Sequence[Group | ChangeKind]) -> frozenset[ChangeKind]:
    """Groups spelled out; empty for no restriction."""
    return frozenset(kind for kind in ChangeKind if kind in kinds or kind.group in kinds)


def change_rows(connection: sa.Connection, wanted: Wanted) -> sa.CursorResult[Any]:
    """The changes that are let through, with their sets' columns; sets newest first, changes in their order."""
    values: dict[str, Any] = {
        name: getattr(wanted, name) for name in ("since", "until", "page_id") if getattr(wanted, name) is not None
    }
    if wanted.limit is not None and wanted.offset:
        values |= {"limit": wanted.limit, "offset": wanted.offset, "reach": wanted.limit + wanted.offset}
    values |= {f"organ_{nth}": organ for nth, organ in enumerate(wanted.organs or ())}
    values |= word_values(wanted.words or ())
    return connection.execute(_statement(_shape(wanted)), values)


def _shape(wanted: Wanted) -> _Shape:
    lengths = [len(word.text) for word in wanted.words or ()]
    return _Shape(
        since=wanted.since is not None,
        until=wanted.until is not None,
        page=wanted.page_id is not None,
        words=None if wanted.words is None else tuple(word.whole for word in wanted.words),
        driver=lengths.index(max(lengths)) if lengths else 0,
        organs=None if wanted.organs is None else len(wanted.organs),
        kinds=tuple(sorted(wanted.kinds)),
        first=None if wanted.offset else wanted.limit,
        sheet=wanted.limit is not None and wanted.offset > 0,
    )


SETS_AND_CHANGES = (
    sa.select(
        change_sets.c.id,
        pages.c.name,
        change_sets.c.detected_at,
        change_sets.c.imported,
        change_sets.c.snapshot_id,
        change_sets.c.silent_edit,
        change_sets.c.date_only,
        change_sets.c.date_regressed,
        change_sets.c.of_documents,
        changes.c.kind,
        changes.c.collaboration,
        changes.c.subject,
        changes.c.before,
        changes.c.after,
    )
    .join(changes, changes.c.change_set_id == change_sets.c.id)
    .join(pages, pages.c.id == change_sets.c.page_id)
    .order_by(change_sets.c.detected_at.desc(), change_sets.c.id.desc(), changes.c.position)
)


_own = change_sets.alias()
_NEWEST = (
    sa.select(_own.c.id)
    .where(_own.c.page_id == pages.c.id)
    .order_by(_own.c.detected_at.desc(), _own.c.id.desc())
    .limit(1)
    .correlate(pages)
    .scalar_subquery()
)
_OF_EACH = sa.select(_NEWEST).select_from(pages).where(pages.c.name.in_(sa.bindparam("names", expanding=True)))
_LATEST = SETS_AND_CHANGES.where(change_sets.c.id.in_(_OF_EACH))


def latest_rows(connection: sa.Connection, names: Sequence[str]) -> sa.CursorResult[Any]:
    """The newest change set of each of these pages, as change_rows gives them."""
    return connection.execute(_LATEST, {"names": list(names)})


@lru_cache(maxsize=256)
def _statement(shape: _Shape) -> sa.Select[Any]:
    chosen = _chosen_sets(shape)
    return SETS_AND_CHANGES.where(change_sets.c.id.in_(sa.select(chosen.c.id)), *_change_conditions(shape))


def _change_conditions(shape: _Shape) -> list[sa.ColumnElement[bool]]:
    """What a single change must meet."""
    met: list[sa.ColumnElement[bool]] = []
    if shape.words is not None:
        met += [_names(nth, whole) for nth, whole in enumerate(shape.words)] or [sa.false()]
    if shape.organs is not None:
        met.append(changes.c.collaboration_id.in_([sa.bindparam(f"organ_{nth}") for nth in range(shape.organs)]))
    if shape.kinds:
        met.append(changes.c.kind.in_([written(kind) for kind in shape.kinds]))
    return met


def _names(nth: int, whole: bool) -> sa.ColumnElement[bool]:
    own = change_words.alias()
    return sa.exists().where(own.c.change_id == changes.c.id, meets(own.c.word, nth, whole=whole))


def _chosen_sets(shape: _Shape) -> sa.Subquery:
    """The ids of the newest change sets that are wanted, read in the order of the index that narrows most."""
    if shape.words:
        drives = [_by_word(shape)]
    elif shape.organs is not None:
        rest = replace(shape, organs=None)
        drives = [
            _matching(rest, changes.c.collaboration_id == sa.bindparam(f"organ_{n}")) for n in range(shape.organs)
        ]
    elif shape.kinds and not shape.page:
        rest = replace(shape, kinds=())
        drives = [_matching(rest, changes.c.kind == written(kind)) for kind in shape.kinds]
    else:
        return _by_set(shape)
    if not drives:
        return sa.select(change_sets.c.id).where(sa.false()).subquery()
    newest = [_ordered(each, changes.c.detected_at, changes.c.change_set_id) for each in drives]
    if (reach := _reach(shape)) is not None:
        newest = [each.limit(reach) for each in newest]
    merged = sa.union(*(sa.select(each.subquery()) for each in newest)).subquery()
    return _newest(sa.select(merged.c.id), merged.c.detected_at, merged.c.id, shape).subquery()


def _newest(
    found: sa.Select[Any], moment: sa.ColumnElement[Any], number: sa.ColumnElement[Any], shape: _Shape
) -> sa.Select[Any]:
    ordered = _ordered(found, moment, number)
    if shape.sheet:
        return ordered.limit(sa.bindparam("limit")).offset(sa.bindparam("offset"))
    return ordered.limit(_reach(shape))


def _reach(shape: _Shape) -> sa.ColumnElement[int] | None:
    """How many of the newest hold all that are wanted; None for all."""
    if shape.sheet:
        return sa.bindparam("reach", type_=sa.Integer)
    return None if shape.first is None else sa.literal_column(str(shape.first), sa.Integer)


def _ordered(found: sa.Select[Any], moment: sa.ColumnElement[Any], number: sa.ColumnElement[Any]) -> sa.Select[Any]:
    return found.order_by(moment.desc(), number.desc())


def _matching(shape: _Shape, driving: sa.ColumnElement[bool]) -> sa.Select[Any]:
    found = sa.select(changes.c.change_set_id.label("id"), changes.c.detected_at).distinct().where(driving)
    if shape.page:
        own = change_sets.alias()
        on_the_page = (own.c.id == changes.c.change_set_id, own.c.page_id == sa.bindparam("page_id"))
        found = found.where(sa.exists().where(*on_the_page))
    return _within(found, shape, changes.c.detected_at).where(*_change_conditions(shape))


def _by_word(shape: _Shape) -> sa.Select[Any]:
    assert shape.words
    driving = meets(change_words.c.word, shape.driver, whole=shape.words[shape.driver])
    return _matching(shape, driving).join(change_words, change_words.c.change_id == changes.c.id)


def _by_set(shape: _Shape) -> sa.Subquery:
    found = sa.select(change_sets.c.id)
    if shape.page:
        found = found.where(change_sets.c.page_id == sa.bindparam("page_id"))
    if met := _change_conditions(shape):
        found = found.where(sa.exists().where(changes.c.change_set_id == change_sets.c.id, *met))
    found = _within(found, shape, change_sets.c.detected_at)
    return _newest(found, change_sets.c.detected_at, change_sets.c.id, shape).subquery()


def _within(found: sa.Select[Any], shape: _Shape, moment: sa.Column[Any]) -> sa.Select[Any]:
    if shape.since:
        found = found.where(moment >= sa.bindparam("since"))
    if shape.until:
        found = found.where(moment <= sa.bindparam("until"))
    return found


_IS_A_WORD = sa.select(change_words.c.word).where(change_words.c.word == sa.bindparam("word")).limit(1)


def is_named(connection: sa.Connection, words: Sequence[Word]) -> bool:
    """Whether every one of these is a word of somebody whom a change names."""
    return all(connection.execute(_IS_A_WORD, {"word": word.text}).first() for word in words)
