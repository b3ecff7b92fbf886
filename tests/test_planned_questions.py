"""What is asked most is planned once: to PostgreSQL a plan can cost more than the answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from records.changes import Group
from storage.history import History
from storage.store import Store
from tests.looks import PAGE, URL, baseline, changed, hours, page_of, replaced

PLANNED = (
    "SELECT custom_plans, generic_plans FROM pg_prepared_statements"
    " WHERE statement LIKE 'SELECT change_sets.id%%' ORDER BY generic_plans DESC"
)
TIMES = 10


@pytest.fixture
def store(postgres_url: str) -> Iterator[Store]:
    with Store.open(postgres_url) as opened:
        opened.watch([(PAGE, URL)])
        opened.record(baseline(page_of("Testa Testsson"), hours(0)))
        news = replaced("Testa Testsson", "Ylva Provsson")
        opened.record(changed(page_of("Ylva Provsson"), news, hours(1), body="second"))
        yield opened


@pytest.mark.parametrize("kinds", [(), (Group.REPRESENTATIVES,)])
def test_the_newest_changes_are_planned_once(store: Store, kinds: tuple[Group, ...]) -> None:
    """The statement holds all that decides its plan, and nothing is left for each time."""
    for _ in range(TIMES):
        assert len(History(store.database).changes(kinds=kinds, limit=50)) == 1
    with store.database.read() as connection:
        ((anew, once),) = connection.exec_driver_sql(PLANNED).all()
    assert anew == 0
    assert once >= TIMES / 2  # the driver prepares what it has seen some times


def test_later_sheets_share_one_statement(store: Store) -> None:
    """Otherwise whoever turns the sheets would have one made for each."""
    for offset in range(1, TIMES):
        assert History(store.database).changes(limit=50, offset=offset) == []
    with store.database.read() as connection:
        assert len(connection.exec_driver_sql(PLANNED).all()) == 1
