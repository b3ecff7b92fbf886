"""Surroundings that fail while we work: what is left is whole, and each change is told once to each reader."""

from __future__ import annotations

from random import Random

import psycopg
import pytest

from benchmarks.outages.__main__ import one_round, scene
from benchmarks.outages.troubles import OF_A_FILE, OF_BOTH, names
from records.errors import StorageError
from storage.store import Store


@pytest.mark.slow
def test_every_trouble_of_a_file_and_of_both_leaves_nothing_wrong() -> None:
    """One round each; ./run bench outages plays hundreds, two troubles at once and wrong clocks among them."""
    with scene(None, Random(3)) as of:
        kinds = names(of)
        assert set(OF_BOTH) <= set(kinds) <= {*OF_A_FILE, *OF_BOTH}
        assert [found for kind in kinds for found in one_round(of, "check", [kind], 0.0)] == []
        assert of.met > 0


def test_a_server_that_goes_away_while_pages_are_claimed_is_told_in_one_line(postgres_url: str) -> None:
    """The claims end with their connection; giving them up is no second fault."""
    with Store.open(postgres_url) as store:
        store.watch([("a", "https://example.org/a")])
        with pytest.raises(StorageError, match="cannot be used"):
            _claims_and_is_cut_off(store, postgres_url)


def _claims_and_is_cut_off(store: Store, url: str) -> None:
    with store.claims() as claims:
        assert store.take(claims, ["a"]) == {"a"}
        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as other:
            of_ours = "datname = current_database() AND pid <> pg_backend_pid()"
            other.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {of_ours}".encode())
        store.give_back(claims, ["a"])
