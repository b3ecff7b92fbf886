"""Real pages imported, read again and verified: the second capture is the change from the first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.config import PageConfig
from monitor.rereading import make_reader
from monitor.schedule import Schedule
from records.changes import ChangeKind
from records.outcome import Reason
from storage.archive import import_captures, reparse
from storage.history import History
from storage.store import Store
from storage.values import Capture
from storage.verifying import verify

CASES = Path(__file__).parent.parent / "fixtures/pages"
URL = "https://www.regionkronoberg.se/om-region-kronoberg/internationella-samarbeten/"
PAGE = PageConfig("kronoberg", URL, Schedule(every=None))
READER = make_reader([PAGE])


def received(case: str, at: datetime, *, status: int = 200, upto: int | None = None) -> Capture:
    body = (CASES / case / "page.html").read_bytes()[:upto]
    return Capture(URL, status, {"Content-Type": "text/html; charset=utf-8"}, body, at)


THEN, NOW = datetime(2018, 5, 1, tzinfo=UTC), datetime(2022, 9, 9, tzinfo=UTC)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with Store.open(database_url) as opened:
        opened.watch([(PAGE.name, PAGE.url)])
        yield opened


def test_two_captures_of_the_real_page_give_its_history(store: Store) -> None:
    """Imported backwards; nobody in ERB changed, Energy Cities came, and everything verifies."""
    brought = import_captures(store, PAGE.name, [received("kronoberg-2022", NOW)], READER)
    brought = import_captures(store, PAGE.name, [received("kronoberg-older", THEN)], READER)
    assert (brought.new, brought.changes, brought.refused) == (1, 1, ())
    history = History(store.database)
    [event] = history.changes()
    kinds = {change.kind for change in event.changes.changes}
    assert ChangeKind.COLLABORATION_ADDED in kinds
    assert ChangeKind.REPRESENTATIVE_REMOVED not in kinds
    erb = history.who(datetime(2020, 1, 1, tzinfo=UTC), collaboration="ERB").representatives
    assert [seat.name for seat in erb] == [
        "Roland Gustbée",
        "Robert Olesen",
        "Britt-Louise Berndtsson",
        "Helen Bengtsson",
    ]
    [mandate] = history.person("gustbee")
    assert (mandate.began.after, mandate.began.by, mandate.ended) == (None, THEN, None)
    assert history.snapshot(event.snapshot_id).provenance["claims"]
    assert verify(store, READER).faults == ()
    before = history.changes()
    assert reparse(store, READER) == []
    assert history.changes() == before


def test_what_cannot_be_read_is_kept_and_named(store: Store) -> None:
    """A cut body and a server's error are no states of the page."""
    captures = [
        received("kronoberg-2022", THEN),
        received("kronoberg-2022", NOW, status=503),
        received("kronoberg-2022", datetime(2023, 1, 1, tzinfo=UTC), upto=6000),
    ]
    brought = import_captures(store, PAGE.name, captures, READER)
    assert [reason for _, reason, _ in brought.refused] == [Reason.HTTP_STATUS, Reason.TRUNCATED]
    assert brought.snapshots == 1
    assert verify(store, READER).faults == ()


def test_a_page_that_is_no_longer_configured_stays_as_it_was_read(store: Store) -> None:
    """Its own settings are not known any more."""
    import_captures(store, PAGE.name, [received("kronoberg-2022", NOW)], READER)
    before = History(store.database).snapshots()
    assert reparse(store, make_reader([]), only=[]) == []
    assert History(store.database).snapshots() == before
    assert verify(store, READER).older == 0
