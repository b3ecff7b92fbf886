"""Nothing is lost: verify finds every fault, a backup can stand in, and a history moves between databases and back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from records.diff import diff
from records.errors import StorageError, UsageError
from storage.archive import import_captures, reparse
from storage.copying import backup, copy_history, restore
from storage.engine import Database
from storage.history import History
from storage.messages import Outgoing
from storage.store import Store
from storage.tables import (
    accepted,
    bodies,
    change_sets,
    change_words,
    changes,
    collaborations,
    looks,
    metadata,
    seats,
    snapshots,
    tenure_words,
    tenures,
)
from storage.verifying import verify
from tests.looks import PAGE, URL, capture, changed, held, hours, page_of, unreachable
from tests.test_archive import AB, ABC, A, Reads, live


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """A history with changes, a gap, an imported past, a held look and a queued message."""
    with Store.open(database_url) as opened:
        opened.watch([(PAGE, URL), ("other", "https://example.org/other")])
        live(opened, (0, AB), (1, AB), (2, ABC), (3, AB))
        opened.record(unreachable(hours(4), body="Tjänsten är nere"))
        import_captures(opened, PAGE, [capture(A, hours(-24)), capture("cut", hours(-12))], Reads())
        news = diff(page_of(*AB.split(",")), page_of("Anna Provsson"))
        opened.record(held(page_of("Anna Provsson"), news, hours(5), body=A))
        opened.enqueue([Outgoing("<1@bevaka>", "lasare@example.org", "digest", "Ämne", b"\x00bytes", PAGE)], hours(6))
        opened.set_note("sign-of-life", "2022-10-03")
        yield opened


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with database.read() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
        }


def test_a_good_history_verifies(store: Store) -> None:
    """Everything is looked at; nothing is found."""
    found = verify(store, Reads())
    assert found.faults == ()
    assert (found.bodies, found.snapshots, found.older) == (5, 4, 0)


@pytest.mark.parametrize("body", ["Anna Provsson", "Anna Provsson,"], ids=["same blocks", "other blocks"])
@pytest.mark.parametrize("gap", [False, True], ids=["", "with a gap"])
def test_an_accepted_hold_verifies(store: Store, body: str, gap: bool) -> None:
    """Its looks saw the new state; a gap between them stays one, and reading again changes nothing."""
    hold = store.states()[PAGE].hold
    assert hold is not None
    if gap:
        store.record(replace(unreachable(hours(20)), hold=hold))
    store.record(replace(changed(page_of("Anna Provsson"), hold.changes, hours(40), body=body), observed_at=hold.since))
    assert verify(store, Reads()).faults == ()
    history = History(store.database)
    line = history.snapshots()[0]
    assert (line.first_seen, line.last_seen, line.looks) == (hours(5), hours(40), 2)
    [then] = history.who(hours(30), page=PAGE).pages
    assert (then.unread is not None) == gap
    before = history.changes()
    assert reparse(store, Reads()) == []
    assert history.changes() == before


def test_an_older_parser_is_no_fault(store: Store) -> None:
    """Its snapshots are counted, and wait for a reparse."""
    assert verify(store, Reads(2)).older == 4
    assert verify(store, Reads(2)).faults == ()


def test_a_flipped_bit_is_found(store: Store) -> None:
    """In any body."""
    with store.database.read() as connection:
        rows = connection.execute(sa.select(bodies.c.id, bodies.c.data)).all()
    for row in rows:
        bent = bytearray(row.data)
        bent[len(bent) // 2] ^= 1
        with store.database.write() as connection:
            connection.execute(sa.update(bodies).where(bodies.c.id == row.id).values(data=bytes(bent)))
        assert any(f"body {row.id} " in fault for fault in verify(store, Reads()).faults)
        with store.database.write() as connection:
            connection.execute(sa.update(bodies).where(bodies.c.id == row.id).values(data=row.data))
    assert verify(store, Reads()).faults == ()


@pytest.mark.parametrize(
    ("bend", "said"),
    [
        (sa.update(snapshots).where(snapshots.c.id == 1).values(record='{"x": 1}'), "is not what its digest says"),
        (sa.update(snapshots).where(snapshots.c.id == 1).values(record_digest="0"), "is not what its digest says"),
        (sa.update(seats).where(seats.c.name == "Cia Nysson").values(party="S"), "are not those of its record"),
        (sa.update(changes).where(changes.c.subject == "Cia Nysson").values(subject="X"), "not what its snapshots say"),
        (sa.delete(looks).where(looks.c.reason == "truncated"), "belongs to no look"),
        (sa.update(looks).where(looks.c.reason == "truncated").values(reason=None), "neither a snapshot nor a reason"),
        (sa.update(looks).where(looks.c.snapshot_id == 1).values(snapshot_id=2), "was seen by no look"),
        (
            sa.update(looks).where(looks.c.reason == "truncated").values(last_seen=hours(9)),
            "begins before the one before",
        ),
        (sa.update(looks).where(looks.c.reason == "truncated").values(looks=0), "ends before it begins"),
        (sa.update(snapshots).where(snapshots.c.id == 1).values(first_seen=hours(0.5)), "begin with its first look"),
        (
            sa.update(snapshots).where(snapshots.c.id == 1).values(last_updated=date(2022, 1, 1)),
            "the date of snapshot 1",
        ),
        (sa.update(accepted).values(snapshot_id=1), "not its latest snapshot"),
        (sa.update(snapshots).where(snapshots.c.id == 1).values(provenance=b"bent"), "the explanation of snapshot 1"),
        (sa.update(bodies).where(bodies.c.id == 1).values(base_id=2), "not there before it"),
        (sa.update(tenures).where(tenures.c.name == "Cia Nysson").values(until_by=None), "not what the snapshots say"),
        (sa.delete(tenure_words).where(tenure_words.c.word == "cia"), "the seat of Cia Nysson"),
        (sa.delete(change_words).where(change_words.c.word == "cia"), "is not found by what it says"),
        (sa.update(changes).where(changes.c.subject == "Cia Nysson").values(kind="who knows"), "cannot be read"),
        (sa.update(changes).where(changes.c.subject == "Cia Nysson").values(detected_at=hours(9)), "what it says"),
        (
            sa.update(changes).where(changes.c.subject == "Cia Nysson").values(after="{} and more"),
            "what its snapshots say",
        ),
        (sa.update(change_sets).values(detected_at=hours(9)), "not of the time of its snapshot"),
        (sa.update(collaborations).values(name_key="x"), "is not found by its name"),
        (sa.update(collaborations).values(name="X"), "are not those of its record"),
    ],
)
def test_a_bent_row_is_found(store: Store, bend: sa.Update | sa.Delete, said: str) -> None:
    """And named."""
    with store.database.write() as connection:
        connection.execute(bend)
    assert any(said in fault for fault in verify(store, Reads()).faults)


def test_a_file_with_a_broken_page_is_found(tmp_path: Path) -> None:
    """Where the file itself cannot be read on, that is the fault."""
    file = tmp_path / "bevaka.db"
    with Store.open(f"sqlite:///{file}") as store:
        store.watch([(PAGE, URL)])
        live(store, (0, AB), (1, ABC))
        with store.database.read() as connection:
            root = sa.text("SELECT rootpage FROM sqlite_master WHERE name = 'seats'")
            start = (connection.execute(root).scalar_one() - 1) * 4096
    content = bytearray(file.read_bytes())
    content[start : start + 64] = bytes(64)
    file.write_bytes(content)
    with Store.open(f"sqlite:///{file}") as store:
        assert verify(store, Reads()).faults


def test_a_parser_that_reads_otherwise_under_one_version_is_found(store: Store) -> None:
    """A snapshot is a function of its body and the parser's version."""
    faults = verify(store, Reads(ignores="Cia Nysson")).faults
    assert any("is not what its body says" in fault for fault in faults)


def test_a_backup_stands_in_for_the_database(store: Store, tmp_path: Path) -> None:
    """One complete SQLite file, whatever the database was."""
    target = tmp_path / "copies" / "bevaka-backup.db"
    target.parent.mkdir()
    backup(store, target)
    backup(store, target)
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    with Store.open(f"sqlite:///{target}") as copy:
        assert everything(copy.database) == everything(store.database)
        assert verify(copy, Reads()).faults == ()


def test_a_backup_that_cannot_be_written_says_so(store: Store, tmp_path: Path) -> None:
    """In one line; nothing is left behind."""
    with pytest.raises(StorageError, match="cannot be written"):
        backup(store, tmp_path / "nowhere" / "copy.db")


def test_a_restore_refuses_to_overwrite_unless_told(store: Store, database_url: str, tmp_path: Path) -> None:
    """And then gives back exactly what was there."""
    copy = tmp_path / "copy.db"
    backup(store, copy)
    before = everything(store.database)
    store.record(changed(page_of("Ny Nysson"), diff(page_of(), page_of("Ny Nysson")), hours(9), body="later"))
    with pytest.raises(UsageError, match="--force"):
        restore(copy, database_url)
    restore(copy, database_url, overwrite=True)
    assert everything(store.database) == before
    assert copy.is_file()


@pytest.mark.parametrize("damage", ["another kind of file", "a broken page"])
def test_a_damaged_database_is_replaced_when_told(tmp_path: Path, damage: str) -> None:
    """What restore is for: the file that cannot be opened any more goes."""
    file, copy = tmp_path / "bevaka.db", tmp_path / "copy.db"
    with Store.open(f"sqlite:///{file}") as opened:
        opened.watch([(PAGE, URL)])
        live(opened, (0, AB), (2, ABC))
        before = everything(opened.database)
        backup(opened, copy)
    content = file.read_bytes()
    file.write_bytes(b"Inte en databas. " * 100 if damage == "another kind of file" else content[:4096] + bytes(40_000))
    with pytest.raises(StorageError):
        restore(copy, f"sqlite:///{file}")
    restore(copy, f"sqlite:///{file}", overwrite=True)
    with Store.open(f"sqlite:///{file}") as opened:
        assert everything(opened.database) == before
        assert verify(opened, Reads()).faults == ()


def test_a_restore_needs_a_backup(database_url: str, tmp_path: Path) -> None:
    """A missing file and a file of another kind are named."""
    with pytest.raises(UsageError, match="no file"):
        restore(tmp_path / "missing.db", database_url)
    (tmp_path / "text.txt").write_text("Inte en databas. " * 100)
    with pytest.raises(UsageError, match="no SQLite file"):
        restore(tmp_path / "text.txt", database_url)
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE cats (name)")
    other.close()
    with pytest.raises(StorageError, match="another program"):
        restore(tmp_path / "other.db", database_url)


def test_a_history_moves_to_postgresql_and_back(tmp_path: Path, postgres_url: str) -> None:
    """Equal in every row, clean on both sides, and numbering goes on."""
    with (
        Store.open(f"sqlite:///{tmp_path / 'first.db'}") as first,
        Store.open(postgres_url) as server,
        Store.open(f"sqlite:///{tmp_path / 'second.db'}") as second,
    ):
        first.watch([(PAGE, URL)])
        live(first, (0, AB), (1, ABC))
        copy_history(first, server)
        assert verify(server, Reads()).faults == ()
        copy_history(server, second)
        assert everything(first.database) == everything(server.database) == everything(second.database)
        with pytest.raises(UsageError):
            copy_history(first, server)
        news = diff(page_of(*ABC.split(",")), page_of("Anna Provsson"))
        server.record(changed(page_of("Anna Provsson"), news, hours(2), body=A))
        server.enqueue([Outgoing("<9@bevaka>", "lasare@example.org", "digest", "Ämne", b"x")], hours(2))
        assert len(History(server.database).changes()) == 2
