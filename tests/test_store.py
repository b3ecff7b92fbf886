"""What one look taught us is kept whole, in one transaction, on SQLite and on PostgreSQL."""

from __future__ import annotations

import dataclasses
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from records.errors import DatabaseBusy, DatabaseTooNew, StorageError, UnknownName
from records.outcome import Reason
from storage.history import History
from storage.messages import MessageState, Outgoing, Postponed
from storage.store import Store
from storage.writes import agenda
from tests.looks import (
    PAGE,
    URL,
    baseline,
    changed,
    held,
    hours,
    page_of,
    parsed,
    replaced,
    standing,
    unchanged,
    unreachable,
)

OLD = page_of("Testa Testsson", "Ylva Provsson")
NEW = page_of("Prova Nysson", "Ylva Provsson")
NEWS = replaced("Testa Testsson", "Prova Nysson")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with Store.open(database_url) as opened:
        opened.watch([(PAGE, URL)])
        yield opened


def letter(message_id: str = "<1@bevaka>", recipient: str = "lasare@example.org") -> Outgoing:
    return Outgoing(message_id, recipient, "alert", "Kronoberg: en ändring", b"bytes\r\n", PAGE)


def test_a_page_begins_with_nothing(store: Store) -> None:
    """A watched page is known at once, before any look."""
    state = store.states()[PAGE]
    assert (state.url, state.accepted, state.hold, state.standing.outcome) == (URL, None, None, None)


def test_a_new_address_keeps_the_history(store: Store) -> None:
    """The name is the page."""
    store.record(baseline(OLD, hours(0)))
    store.watch([(PAGE, "https://example.org/nytt")])
    state = store.states([PAGE])[PAGE]
    assert state.url == "https://example.org/nytt"
    assert state.accepted is not None


def test_a_baseline_is_what_later_looks_are_compared_with(store: Store) -> None:
    """Record, digests, validators and times come back as they went in."""
    recorded = store.record(baseline(OLD, hours(0)))
    state = store.states()[PAGE]
    assert state.accepted is not None
    assert state.accepted.record == OLD
    assert state.accepted.snapshot_id == recorded.snapshot_id
    assert (state.accepted.etag, state.accepted.url, state.accepted.content_digest) == ('"1"', URL, "first")
    assert (state.accepted.first_seen, state.accepted.last_seen) == (hours(0), hours(0))
    assert state.standing == standing("baseline", hours(0))
    assert recorded.change_set_id is None


def test_unchanged_looks_only_extend(store: Store) -> None:
    """Many looks of one run are one transaction; the state's last sight moves."""
    store.watch([("other", "https://example.org/other")])
    store.record(baseline(OLD, hours(0)))
    store.record(baseline(OLD, hours(0), page="other"))
    store.record_unchanged([unchanged(hours(1)), unchanged(hours(1), page="other")])
    store.record(unchanged(hours(2)))
    states = store.states()
    assert [states[name].accepted.last_seen for name in (PAGE, "other")] == [hours(2), hours(1)]  # type: ignore[union-attr]
    assert states["other"].standing.outcome == "unchanged"


def test_a_change_commits_with_its_messages(store: Store) -> None:
    """The messages are made with the id of their change set, in its transaction."""
    store.record(baseline(OLD, hours(0)))
    seen: list[int | None] = []

    def write(change_set: int | None) -> Sequence[Outgoing]:
        seen.append(change_set)
        return [letter(), letter(recipient="andra@example.org")]

    recorded = store.record(changed(NEW, NEWS, hours(1), body="second", messages=write))
    assert seen == [recorded.change_set_id]
    assert recorded.queued == 2
    assert [each.recipient for each in store.due(hours(1))] == ["lasare@example.org", "andra@example.org"]


def test_a_failure_on_the_way_leaves_no_trace(store: Store) -> None:
    """Where a message cannot be made, the change is not stored either: the next look finds it again."""
    store.record(baseline(OLD, hours(0)))

    def breaks(_: int | None) -> Sequence[Outgoing]:
        raise RuntimeError("the wording broke")

    with pytest.raises(RuntimeError):
        store.record(changed(NEW, NEWS, hours(1), body="second", messages=breaks))
    state = store.states()[PAGE]
    assert state.accepted is not None
    assert state.accepted.record == OLD
    assert state.standing.outcome == "baseline"


def test_a_look_that_could_not_tell_leaves_the_old_state(store: Store) -> None:
    """And the look after it that agrees with the old state begins a new run."""
    store.record(baseline(OLD, hours(0)))
    store.record(unreachable(hours(1)))
    assert store.states()[PAGE].accepted.last_seen == hours(0)  # type: ignore[union-attr]
    store.record_unchanged([unchanged(hours(2))])
    assert store.states()[PAGE].accepted.last_seen == hours(2)  # type: ignore[union-attr]


def test_a_held_look_waits_and_is_accepted_with_its_first_time(store: Store) -> None:
    """The times of an accepted hold are those of its first look."""
    empty = page_of()
    store.record(baseline(OLD, hours(0)))
    store.record(held(empty, NEWS, hours(1), body="empty"))
    hold = store.states()[PAGE].hold
    assert hold is not None
    assert (hold.since, hold.looks, hold.changes, hold.parsed.record) == (hours(1), 1, NEWS, empty)
    store.record(held(empty, NEWS, hours(9), body="empty", before=hold))
    accepts = dataclasses.replace(
        changed(empty, NEWS, hours(30), body="empty"), observed_at=hold.since, parsed=parsed(empty, "empty")
    )
    store.record(accepts)
    state = store.states()[PAGE]
    assert state.hold is None
    assert state.accepted is not None
    assert (state.accepted.first_seen, state.accepted.last_seen) == (hours(1), hours(30))


def test_a_person_accepts_what_was_held_without_another_look(store: Store) -> None:
    """The held look's own body becomes the snapshot's."""
    store.record(baseline(OLD, hours(0)))
    store.record(held(page_of(), NEWS, hours(1), body="empty"))
    hold = store.states()[PAGE].hold
    assert hold is not None
    accepts = dataclasses.replace(
        changed(page_of(), NEWS, hours(5), body=""), capture=None, parsed=hold.parsed, observed_at=hold.since
    )
    store.record(accepts)
    state = store.states()[PAGE]
    assert state.accepted is not None
    assert state.accepted.record == page_of()
    assert state.accepted.last_seen == hours(1)


def test_a_message_is_queued_once(store: Store) -> None:
    """The same Message-ID to the same recipient is the same message."""
    assert store.enqueue([letter()], hours(0)) == 1
    assert store.enqueue([letter(), letter("<2@bevaka>")], hours(1)) == 1


def test_a_message_lives_from_queued_to_sent(store: Store) -> None:
    """Failures count and wait; what was sent is never due again."""
    store.enqueue([letter()], hours(0))
    [message] = store.due(hours(0))
    assert message.content == b"bytes\r\n"
    store.failed([message.id], "451 later", hours(1))
    assert store.due(hours(0.5)) == []
    [again] = store.due(hours(1))
    assert (again.attempts, again.last_error) == (1, "451 later")
    store.sent(message.id, hours(1))
    assert store.due(hours(9)) == []
    assert store.messages()[0].state is MessageState.SENT
    assert store.backlog().queued == 0


def test_a_readers_mails_are_due_together(store: Store) -> None:
    """As written, once any of them is; after those of readers for whom nothing is put off."""
    store.enqueue([letter()], hours(0))
    [put_off] = store.due(hours(0))
    store.failed([put_off.id], "451 later", hours(6))
    store.enqueue([letter("<2@bevaka>"), letter("<3@bevaka>", recipient="andra@example.org")], hours(1))
    newest, newer, older = store.messages()
    assert [each.next_attempt for each in (newest, newer, older)] == [hours(1)] * 3
    assert [each.id for each in store.due(hours(1))] == [newest.id, older.id, newer.id]
    assert [each.next_attempt for each in store.due(hours(1))] == [hours(1), hours(6), hours(1)]
    assert [each.id for each in store.due(hours(1), limit=1)] == [newest.id]
    assert [each.id for each in store.due(hours(1), limit=2)] == [newest.id, older.id, newer.id]
    assert [each.id for each in store.due(hours(1), only=[newer.id])] == [newer.id]
    assert store.due(hours(0.5)) == []
    with store.database.plain() as plain:
        assert [agenda.anything_to_send(plain, hours(each)) for each in (0.5, 1)] == [False, True]


def test_what_was_given_up_can_be_tried_again(store: Store) -> None:
    """By id or all at once; a sent or unknown one is refused in words."""
    store.enqueue([letter(), letter("<2@bevaka>")], hours(0))
    first, second = store.due(hours(0))
    store.undeliverable(first.id, "550 unknown user")
    store.sent(second.id, hours(0))
    assert store.backlog().undeliverable == 1
    assert store.retry(None, hours(2)) == [first.id]
    assert [each.id for each in store.due(hours(2))] == [first.id]
    with pytest.raises(UnknownName):
        store.retry([999], hours(2))


def test_a_note_changes_with_the_messages_that_it_is_about(store: Store) -> None:
    """A digest is queued and its time moved together."""
    assert store.note("digest:lasare@example.org") is None
    store.enqueue([letter()], hours(0), notes={"digest:lasare@example.org": "2022-10-03"})
    assert store.note("digest:lasare@example.org") == "2022-10-03"
    store.set_note("digest:lasare@example.org", "2022-10-04")
    assert store.note("digest:lasare@example.org") == "2022-10-04"


def test_a_page_is_looked_at_by_one_at_a_time(store: Store, database_url: str) -> None:
    """Another store, or the same one again, is told no; the outbox is apart; the end of the claim frees it."""
    with Store.open(database_url) as other:
        with store.claim(PAGE) as ours:
            assert ours
            with other.claim(PAGE) as theirs, store.claim(PAGE) as again, other.claim_outbox() as outbox:
                assert (theirs, again, outbox) == (False, False, True)
        with other.claim(PAGE) as theirs:
            assert theirs


def test_an_unknown_page_is_named(store: Store) -> None:
    """In one line."""
    with pytest.raises(UnknownName, match="'okänd'"):
        store.record(unchanged(hours(0), page="okänd"))


def test_a_reason_comes_back_as_a_reason(store: Store) -> None:
    """Not as its text alone."""
    look = unreachable(hours(0), reason=Reason.HTTP_STATUS, body="Tjänsten är nere")
    store.record(dataclasses.replace(look, standing=dataclasses.replace(look.standing, reason=Reason.HTTP_STATUS)))
    assert store.states()[PAGE].standing.reason is Reason.HTTP_STATUS


def test_opening_again_finds_everything(store: Store, database_url: str) -> None:
    """A second opening changes nothing."""
    store.record(baseline(OLD, hours(0)))
    with Store.open(database_url) as again:
        assert again.states() == store.states()


def test_a_newer_database_is_refused(store: Store, database_url: str) -> None:
    """In one line that says what to do."""
    with store.database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNew, match="newer version"):
        Store.open(database_url)


def test_a_busy_database_is_waited_for_and_then_named(tmp_path: Path) -> None:
    """One line, no traceback of the driver's."""
    url = f"sqlite:///{tmp_path / 'bevaka.db'}"
    with Store.open(url, wait=0) as store, Store.open(url, wait=0) as other:
        store.watch([(PAGE, URL)])
        with store.database.write(), pytest.raises(DatabaseBusy, match="another process"):
            other.record(baseline(OLD, hours(0)))


def test_a_full_disk_leaves_no_trace(tmp_path: Path) -> None:
    """One line, and the state before."""
    with Store.open(f"sqlite:///{tmp_path / 'bevaka.db'}") as store:
        store.watch([(PAGE, URL)])
        store.record(baseline(OLD, hours(0)))
        before = store.states()
        with store.database.write() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        noise = "".join(str(hash(str(number))) for number in range(5000))
        with pytest.raises(StorageError, match="is full"):
            store.record(changed(NEW, NEWS, hours(1), body=noise))
        assert store.states() == before


def test_writers_wait_for_each_other(database_url: str) -> None:
    """Many threads with stores of their own: every look is kept, none is refused."""
    names = [f"page-{number}" for number in range(4)]
    with Store.open(database_url) as store:
        store.watch([(name, URL) for name in names])

    def look(name: str) -> None:
        with Store.open(database_url) as own:
            own.record(baseline(OLD, hours(0), page=name, body="the same body"))
            for hour in range(1, 15):
                own.record(unchanged(hours(hour), page=name))

    with ThreadPoolExecutor(len(names)) as pool:
        list(pool.map(look, names))
    with Store.open(database_url) as store:
        assert [line.looks for line in History(store.database).snapshots()] == [15] * len(names)


def test_a_killed_writer_leaves_no_trace_and_holds_nothing(tmp_path: Path) -> None:
    """Killed inside its transaction, with a page and the outbox claimed."""
    url = f"sqlite:///{tmp_path / 'bevaka.db'}"
    with Store.open(url) as store:
        store.watch([(PAGE, URL)])
        store.record(baseline(OLD, hours(0)))
        before = store.states()
        code = (
            "import os, signal; from storage.store import Store\n"
            "from tests.test_store import *\n"
            f"with Store.open({url!r}) as store, store.claim(PAGE) as page, store.claim_outbox() as outbox:\n"
            "    assert page and outbox\n"
            "    die = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
            "    store.record(changed(NEW, NEWS, hours(1), body='second', messages=die))\n"
        )
        done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parent.parent, check=False)
        assert done.returncode == -signal.SIGKILL
        assert store.states() == before
        with store.claim(PAGE) as page, store.claim_outbox() as outbox:
            assert page
            assert outbox
        store.record(changed(NEW, NEWS, hours(1), body="second"))


def test_what_is_no_database_is_named(tmp_path: Path) -> None:
    """A text file, a folder, another program's database, an address of another kind."""
    (tmp_path / "text.db").write_text("Inte en databas. " * 100)
    for wrong in (f"sqlite:///{tmp_path / 'text.db'}", f"sqlite:///{tmp_path}", "mysql://x/y", "nonsense", "sqlite://"):
        with pytest.raises(StorageError):
            Store.open(wrong)
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be made"):
        Store.open(f"sqlite:///{tmp_path / 'file' / 'bevaka.db'}")


def test_a_change_needs_a_past(store: Store) -> None:
    """A programming error is loud."""
    with pytest.raises(AssertionError):
        store.record(changed(NEW, NEWS, hours(0), body="x"))


def test_a_postponed_change_waits_for_each_of_its_readers(store: Store) -> None:
    """It is kept with the change, once for all, and goes with the mail that tells it."""
    later = Postponed(PAGE, '{"what": "changed"}', (("a@example.org", "daily"), ("b@example.org", "weekly")))
    store.record(baseline(OLD, hours(0)))
    store.record(changed(NEW, NEWS, hours(1), body="second", messages=lambda _: (later,)))
    first, second = store.waiting()
    assert [(each.recipient, each.slot) for each in (first, second)] == list(later.readers)
    assert store.postponed() == {first.change: later.content}
    store.enqueue((), hours(2), told=[first.id])
    assert store.waiting() == [second]
    assert store.postponed() == {first.change: later.content}
    store.enqueue((), hours(3), told=[second.id])
    assert (store.waiting(), store.postponed()) == ([], {})


def test_the_rounds_are_written_by_one_at_a_time(store: Store, database_url: str) -> None:
    """And neither the outbox nor a page is claimed by that."""
    with Store.open(database_url) as other, store.claim_rounds() as mine:
        assert mine
        with other.claim_rounds() as theirs, other.claim_outbox() as outbox, other.claim(PAGE) as page:
            assert (theirs, outbox, page) == (False, True, True)
