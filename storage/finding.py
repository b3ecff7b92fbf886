"""From what a person typed to the rows that are meant: names folded, kinds and groups spelled out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from records.changes import ChangeKind, Group
from records.errors import UnknownName
from records.forms import search_key
from storage.tables import change_sets, change_words, changes, collaborations, pages, tenure_words, tenures


def page_id(connection: sa.Connection, name: str) -> int:
    """UnknownName for a page that was never watched."""
    found = connection.execute(sa.select(pages.c.id).where(pages.c.name == name)).scalar_one_or_none()
    if found is None:
        raise UnknownName(f"there is no page {name!r} in the database; bevaka status lists them")
    return int(found)


def collaboration_ids(connection: sa.Connection, written: str) -> list[int]:
    """Those of this name or abbreviation, on every page and under every abbreviation that they have had.

    Where none has exactly this, those that have it as a part of their name.
    """
    key = search_key(written)
    if not key:
        return []
    exactly = sa.or_(collaborations.c.name_key == key, collaborations.c.abbreviation_key == key)
    return _same_organs(connection, exactly) or _same_organs(
        connection, collaborations.c.name_key.contains(key, autoescape=True)
    )


def _same_organs(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> list[int]:
    met = sa.select(collaborations.c.page_id, collaborations.c.name_key).where(condition).distinct().subquery()
    same = sa.and_(collaborations.c.page_id == met.c.page_id, collaborations.c.name_key == met.c.name_key)
    return list(connection.execute(sa.select(collaborations.c.id).join(met, same)).scalars())


def page_scope(connection: sa.Connection, page: str | None, organs: Sequence[int] | None) -> sa.Select[Any]:
    """The pages to answer for: the one named, else those that have had one of these collaborations, else all."""
    scope = sa.select(pages.c.id, pages.c.name).order_by(pages.c.name)
    if page:
        return scope.where(pages.c.id == page_id(connection, page))
    if organs:
        having = sa.select(collaborations.c.page_id).where(collaborations.c.id.in_(organs))
        return scope.where(pages.c.id.in_(having))
    return scope


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word of a name: the whole word, or what it begins with."""

    text: str
    whole: bool = True

    def met_by(self, column: sa.ColumnElement[str]) -> sa.ColumnElement[bool]:
        """A beginning is a range, which an index serves on every database."""
        return column == self.text if self.whole else sa.and_(column >= self.text, column < self.text + "\U0010ffff")


def tenure_ids(connection: sa.Connection, name: str) -> sa.Select[Any] | None:
    """The tenures of a person: of the whole name, else with all its words, else with words that begin so."""
    key = search_key(name)
    if not key:
        return None
    whole, begun = ([Word(each, kind) for each in key.split()] for kind in (True, False))
    for condition in (tenures.c.name_key == key, _has_all(whole), _has_all(begun)):
        chosen = sa.select(tenures.c.id).where(condition)
        if connection.execute(chosen.limit(1)).first():
            return chosen
    return None


def _has_all(words: Sequence[Word]) -> sa.ColumnElement[bool]:
    with_each = (sa.select(tenure_words.c.tenure_id).where(each.met_by(tenure_words.c.word)) for each in words)
    return sa.and_(*(tenures.c.id.in_(chosen) for chosen in with_each))


def change_words_of(connection: sa.Connection, person: str) -> list[Word]:
    """The words of a name: whole where all of them are known, else what words begin with."""
    words = [Word(each) for each in search_key(person).split()]
    column = change_words.c.word
    known = all(connection.execute(sa.select(column).where(each.met_by(column)).limit(1)).first() for each in words)
    return words if known else [Word(each.text, whole=False) for each in words]


def kinds_of(kinds: Sequence[Group | ChangeKind]) -> frozenset[ChangeKind]:
    """Groups spelled out; empty for no restriction."""
    return frozenset(kind for kind in ChangeKind if kind in kinds or kind.group in kinds)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question about changes asks for; None or empty: everything."""

    since: datetime | None = None
    until: datetime | None = None
    page_id: int | None = None
    words: Sequence[Word] | None = None
    collaboration_ids: Sequence[int] | None = None
    kinds: frozenset[ChangeKind] = frozenset()


def change_conditions(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    """What a single change must meet."""
    met: list[sa.ColumnElement[bool]] = []
    if wanted.words is not None:
        met += [_names(each) for each in wanted.words] or [sa.false()]
    if wanted.collaboration_ids is not None:
        met.append(changes.c.collaboration_id.in_(wanted.collaboration_ids))
    if wanted.kinds:
        met.append(changes.c.kind.in_([kind.value for kind in wanted.kinds]))
    return met


def _names(word: Word) -> sa.ColumnElement[bool]:
    own = change_words.alias()
    return sa.exists().where(own.c.change_id == changes.c.id, word.met_by(own.c.word))


def change_set_ids(wanted: Wanted, limit: int | None) -> sa.Subquery:
    """The ids of the newest change sets that are wanted, read in the order of the index that narrows most."""
    moment, ids = changes.c.detected_at, changes.c.change_set_id
    if wanted.words:
        drives = [_by_word(wanted, max(wanted.words, key=lambda word: len(word.text)))]
    elif wanted.collaboration_ids is not None:
        drives = [_matching(wanted, changes.c.collaboration_id == each) for each in wanted.collaboration_ids]
    elif wanted.kinds and wanted.page_id is None:
        drives = [_matching(wanted, changes.c.kind == each.value) for each in sorted(wanted.kinds)]
    else:
        return _by_set(wanted, limit)
    if not drives:
        return sa.select(ids.label("id")).where(sa.false()).subquery()
    newest = [each.order_by(moment.desc(), ids.desc()).limit(limit).subquery() for each in drives]
    merged = sa.union(*(sa.select(each) for each in newest)).subquery()
    return sa.select(merged.c.id).order_by(merged.c.detected_at.desc(), merged.c.id.desc()).limit(limit).subquery()


def _matching(wanted: Wanted, driving: sa.ColumnElement[bool]) -> sa.Select[Any]:
    found = sa.select(changes.c.change_set_id.label("id"), changes.c.detected_at).distinct().where(driving)
    return _within(found, wanted, changes.c.detected_at).where(*change_conditions(wanted), *_on_the_page(wanted))


def _on_the_page(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    if wanted.page_id is None:
        return []
    return [sa.exists().where(change_sets.c.id == changes.c.change_set_id, change_sets.c.page_id == wanted.page_id)]


def _by_word(wanted: Wanted, word: Word) -> sa.Select[Any]:
    found = _matching(wanted, word.met_by(change_words.c.word))
    return found.join(change_words, change_words.c.change_id == changes.c.id)


def _by_set(wanted: Wanted, limit: int | None) -> sa.Subquery:
    found = sa.select(change_sets.c.id)
    if wanted.page_id is not None:
        found = found.where(change_sets.c.page_id == wanted.page_id)
    if met := change_conditions(wanted):
        found = found.where(sa.exists().where(changes.c.change_set_id == change_sets.c.id, *met))
    found = _within(found, wanted, change_sets.c.detected_at)
    return found.order_by(change_sets.c.detected_at.desc(), change_sets.c.id.desc()).limit(limit).subquery()


def _within(found: sa.Select[Any], wanted: Wanted, moment: sa.Column[Any]) -> sa.Select[Any]:
    if wanted.since is not None:
        found = found.where(moment >= wanted.since)
    if wanted.until is not None:
        found = found.where(moment <= wanted.until)
    return found
