"""What keeps answers learns of every commit that could make one of them wrong, and is not misled by the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa

from records.changes import Change, ChangeKind, ChangeSet
from storage.archive import import_captures, reparse
from storage.derivation.chain import Reread
from storage.freshness import Freshness, Ground
from storage.store import Store
from storage.tables import notes
from storage.values import DocumentSeen
from tests.looks import PAGE, URL, baseline, capture, changed, hours, page_of, parsed, replaced, unchanged, unreachable

OLD, NEW = page_of("Testa Testsson"), page_of("Prova Nysson")
NEWS = replaced("Testa Testsson", "Prova Nysson")
HERE, ELSEWHERE, SAID = Ground((PAGE,)), Ground(("other",)), Ground(changes=True)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with Store.open(database_url) as opened:
        opened.watch([(PAGE, URL), ("other", "https://example.org/other")])
        opened.record(baseline(OLD, hours(0)))
        opened.record(baseline(OLD, hours(0), page="other", body="another"))
        yield opened


@pytest.fixture
def freshness(store: Store) -> Iterator[Freshness]:
    asked = Freshness(store.database)
    yield asked
    asked.close()


def _document(store: Store) -> None:
    change = Change(ChangeKind.DOCUMENT_CHANGED, None, "Strategi", {"label": "Strategi"}, {"label": "Strategi"})
    store.record_documents(PAGE, [DocumentSeen(URL, "0" * 64, 1)], hours(1), changes=ChangeSet((change,)))


def _read_again(store: Store) -> None:
    reparse(store, lambda *_, **__: Reread(parsed(NEW, "again")))


def _imported(store: Store) -> None:
    import_captures(store, PAGE, [capture("older", hours(-9))], lambda *_, **__: Reread(parsed(NEW, "older")))


COMMITS: dict[str, tuple[Callable[[Store], object], bool, bool, bool]] = {
    "an unchanged look": (lambda store: store.record(unchanged(hours(1))), True, False, False),
    "unchanged looks together": (lambda store: store.record_unchanged([unchanged(hours(1))]), True, False, False),
    "a look that could not tell": (lambda store: store.record(unreachable(hours(1))), True, False, False),
    "a change": (lambda store: store.record(changed(NEW, NEWS, hours(1), body="second")), True, False, True),
    "another address": (lambda store: store.watch([(PAGE, "https://example.org/moved")]), True, False, False),
    "a changed document": (_document, True, True, True),
    "everything read again": (_read_again, True, True, True),
    "an import": (_imported, True, True, True),
    "a note": (lambda store: store.set_note("slot:example.org", "x"), False, False, False),
}


@pytest.mark.parametrize("commit", COMMITS)
def test_a_stamp_is_another_when_its_ground_was_touched(store: Store, freshness: Freshness, commit: str) -> None:
    """The page's own after every look at it, what all have said only after news; rare works touch everything."""
    act, here, elsewhere, said = COMMITS[commit]
    before = [freshness.stamp(each) for each in (HERE, ELSEWHERE, SAID)]
    mark = freshness.mark()
    act(store)
    after = [freshness.stamp(each) for each in (HERE, ELSEWHERE, SAID)]
    assert [old != new for old, new in zip(before, after, strict=True)] == [here, elsewhere, said]
    assert freshness.mark() != mark


def test_a_mark_sees_commits_that_come_out_of_order(store: Store, freshness: Freshness) -> None:
    """On a server a transaction that began first may commit last."""
    if store.database.path:
        pytest.skip("SQLite has one writer at a time")
    row = {"key": "first", "value": ""}
    with store.database.write() as slow:
        slow.execute(sa.insert(notes).values(row))
        store.set_note("second", "")
        before = freshness.mark()
    assert freshness.mark() != before
