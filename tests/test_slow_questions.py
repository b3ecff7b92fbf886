"""A question that takes too long is ended, on both kinds of database; what is written takes the time that it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import sqlalchemy as sa

from monitor.app import App
from monitor.config import Config
from records.errors import TooSlow
from storage.history import History
from storage.store import Store
from storage.tables import outbox
from tests.clock import Clock
from tests.looks import PAGE, URL, baseline, hours, page_of
from tests.web import UNBOUNDED, client_of

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with Store.open(database_url) as opened:
        opened.watch([(PAGE, URL)])
        opened.record(baseline(page_of("Testa Testsson"), hours(0)))
        yield opened


def test_a_question_without_an_end_is_ended(store: Store) -> None:
    """And the next one is answered as ever."""
    store.database.bound_reads(1.0)
    for _ in range(2):
        with pytest.raises(TooSlow, match="took too long"), store.database.read() as connection:
            connection.execute(sa.text(ENDLESS)).scalar_one()
        assert [each.id for each in History(store.database).snapshots()] == [1]


def test_what_is_written_is_not_bounded(store: Store) -> None:
    """A reading of everything again may take minutes."""
    store.database.bound_reads(0.001)
    many = ENDLESS.replace("FROM n)", "FROM n WHERE x < 200000)")
    with store.database.write() as connection:
        assert connection.execute(sa.text(many)).scalar_one() == 200000


def test_a_reader_is_told_to_ask_for_less(store: Store) -> None:
    """503, in words, and when to come again; the other pages are there."""
    others = ", ".join(f"was.{each.name}" for each in outbox.c if each.name != "id")
    numbers = "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
    with store.database.write() as connection:
        connection.execute(sa.text("ALTER TABLE outbox RENAME TO was"))
        connection.execute(
            sa.text(f"CREATE VIEW outbox AS {numbers} SELECT n.id, {others} FROM n LEFT JOIN was ON n.id = 0")
        )
    url = store.database.url.render_as_string(hide_password=False)
    with App(Config(None, url, ()), clock=Clock()) as app:
        client = client_of(app, limits=replace(UNBOUNDED, slowest=1.0))
        slow = client.get("/api/v1/alerts")
        assert (slow.status_code, slow.headers["retry-after"]) == (503, "5")
        assert "took too long" in slow.json()["detail"]
        assert client.get("/api/v1/snapshots").status_code == 200
