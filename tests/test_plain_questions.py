"""The questions of every look, asked of a file without SQLAlchemy: the same answers, the same words for trouble."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from records.errors import DatabaseBusy, StorageError
from storage.engine import Database
from storage.look_store import LookStore
from storage.plain import Plain, Through
from storage.store import Store
from storage.writes import agenda
from tests.looks import PAGE, URL, baseline, hours, page_of, unchanged


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with Store.open(database_url) as opened:
        opened.watch([(PAGE, URL), ("other", URL)])
        opened.record(baseline(page_of("Testa Testsson"), hours(0)))
        opened.set_note("odd", "nul\x00 and \udc00".encode("utf-8", "replace").decode())
        yield opened


def test_both_ways_to_ask_give_the_same(store: Store) -> None:
    """Straight to the file, and within a transaction of SQLAlchemy's."""

    def answers(plain: Plain) -> tuple[object, ...]:
        notes = [agenda.get_note(plain, key) for key in ("odd", "nothing")]
        return agenda.due(plain, hours(2)), agenda.standings(plain, None), agenda.backlog(plain), notes

    with store.database.plain() as plain:
        asked = answers(plain)
    with store.database.read() as connection:
        assert answers(Through(connection)) == asked
    assert asked[3] == ["nul and ?", None]


def test_what_a_transaction_did_before_it_failed_leaves_no_trace(store: Store) -> None:
    """And the next one finds the database free."""

    def fail() -> None:
        with store.database.plain(writing=True) as plain:
            agenda.set_note(plain, "half", "done")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.note("half") is None
    store.set_note("half", "whole")
    assert store.note("half") == "whole"


def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    """As by the tables."""
    with pytest.raises(ValueError, match="without a zone"):
        store.due_pages(datetime(2022, 10, 3))  # noqa: DTZ001


def test_many_threads_share_a_store(store: Store) -> None:
    """Every turn at a host is another's."""
    turns = range(24)
    delay = timedelta(seconds=1)
    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(lambda _: store.reserve("example.org", delay, hours(1)), turns))
    assert sorted(each for each in given if each) == [hours(1) + nth * delay for nth in turns]


def test_a_file_that_another_holds_is_named_in_one_line(tmp_path: Path) -> None:
    """Also where a look has nothing to keep but one more look."""
    url = f"sqlite:///{tmp_path / 'bevaka.db'}"
    with Store.open(url) as store, LookStore.open(url, wait=0) as looks:
        store.watch([(PAGE, URL)])
        store.record(baseline(page_of("Testa Testsson"), hours(0)))
        with store.database.write(), pytest.raises(DatabaseBusy, match="another process"):
            looks.record_unchanged([unchanged(hours(1))])
        assert looks.record_unchanged([unchanged(hours(1))]) == []
        assert looks.states()[PAGE].standing.last_look_at == hours(1)


def test_a_file_that_is_no_database_is_named_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "bevaka.db").write_text("no database, and long enough for that to be seen by who reads it " * 40)
    with pytest.raises(StorageError, match="SQLite database; choose"):
        LookStore.open(f"sqlite:///{tmp_path / 'bevaka.db'}")


def test_a_file_without_our_tables_is_made_ours_only_when_it_is_empty(tmp_path: Path) -> None:
    """Another program's is left alone."""
    with sqlite3.connect(tmp_path / "theirs.db") as theirs:
        theirs.execute("CREATE TABLE theirs (id INTEGER)")
    theirs.close()
    with pytest.raises(StorageError, match="another"):
        LookStore.open(f"sqlite:///{tmp_path / 'theirs.db'}")
    with LookStore.open(f"sqlite:///{tmp_path / 'new.db'}") as looks:
        assert looks.states() == {}


@pytest.mark.parametrize("name", ["bevaka.db", "/var/lib/å ä/b%20c.db", "a/b#c.db", "x.db?timeout=3", "../b:1.db"])
def test_the_file_is_the_one_that_sqlalchemy_opens(tmp_path: Path, name: str) -> None:
    """Whatever the address holds."""
    url = f"sqlite:///{tmp_path}/{name}"
    database = Database(url)
    assert database.path == Path(make_url(url).database or "")
    database.close()
