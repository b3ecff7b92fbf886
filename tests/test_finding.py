"""Finding people and collaborations by what one begins to type, and knowing whether anything has happened since."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.freshness import Freshness
from storage.history import History
from storage.store import Store
from tests.looks import PAGE, URL, baseline, changed, hours, page_of, replaced, unchanged

OLD = page_of("Testa Testsson", "Ylva Prövsson")
NEW = page_of("Prova Nysson", "Ylva Prövsson")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """Two states of one page."""
    with Store.open(database_url) as opened:
        opened.watch([(PAGE, URL)])
        opened.record(baseline(OLD, hours(0)))
        opened.record(changed(NEW, replaced("Testa Testsson", "Prova Nysson"), hours(5), body="second"))
        yield opened


@pytest.fixture
def history(store: Store) -> History:
    return History(store.database)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("provsson", ("Ylva Prövsson",)),
        ("YL PRÖ", ("Ylva Prövsson",)),
        ("pro", ("Prova Nysson", "Ylva Prövsson")),
        ("testsson testa", ("Testa Testsson",)),
        ("ingen", ()),
        ("%", ()),
        ("", ()),
    ],
)
def test_people_are_found_by_the_beginnings_of_their_names(
    history: History, text: str, people: tuple[str, ...]
) -> None:
    """Folded, in any order, those who have left included, sorted by name."""
    assert history.find(text, limit=10).people == people
    assert history.find(text, limit=1).people == people[:1]


def test_collaborations_are_found_by_a_part_of_their_name(history: History) -> None:
    (name,) = {each.collaboration for each in history.who(hours(1)).representatives}
    found = history.find(name[2:].upper(), limit=10).collaborations
    assert [(each.page, each.name) for each in found] == [(PAGE, name)]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("baltic euroregion", True),
        ("regi balt", True),
        ("erb baltic", True),
        ("baltic energy", False),
        ("erx baltic", False),
    ],
)
def test_collaborations_are_found_by_some_of_their_words(history: History, text: str, is_found: bool) -> None:
    """In any order, each word a part of the name or the abbreviation: nobody types a long name whole."""
    assert bool(history.find(text, limit=10).collaborations) is is_found


def test_a_misspelt_word_gets_suggestions(history: History) -> None:
    """Known words that begin with the same letter."""
    assert history.find("tetsson", limit=10).near == ("testsson",)
    assert history.find("xyz", limit=10).near == ()
    assert history.find("testsson", limit=10).near == ()


def test_a_snapshot_knows_its_neighbours(history: History) -> None:
    second, first = (each.id for each in history.snapshots())
    assert history.beside(first) == (None, second)
    assert history.beside(second) == (first, None)


def test_the_mark_moves_with_every_commit_and_with_nothing_else(store: Store, history: History) -> None:
    """Reading leaves it as it is."""
    freshness = Freshness(store.database)
    try:
        before = freshness.mark()
        history.snapshots()
        assert freshness.mark() == before
        store.record_unchanged([unchanged(hours(6))])
        after = freshness.mark()
        assert after != before
        assert freshness.mark() == after
    finally:
        freshness.close()
