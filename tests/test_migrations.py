"""Every earlier schema is brought up to date with its data, and models and migrations agree."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from storage.engine import Database, alembic_config
from storage.revision import HEAD, REVISIONS
from storage.store import Store
from storage.verifying import verify
from tests.looks import PAGE, URL
from tests.test_archive import AB, ABC, Reads, live


def test_models_and_migrations_agree(database_url: str) -> None:
    """What alembic check asks, on both databases."""
    from alembic import command

    with Store.open(database_url) as store, store.database.engine.connect() as connection:
        command.check(alembic_config(connection))


def test_the_newest_revision_is_the_one_that_is_named() -> None:
    """The constants that save us importing Alembic are those of the files."""
    from alembic.script import ScriptDirectory

    with sa.create_engine("sqlite://").connect() as connection:
        scripts = ScriptDirectory.from_config(alembic_config(connection))
    assert scripts.get_current_head() == HEAD
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == REVISIONS


SCHEMAS = Path(__file__).parent / "schemas"


@pytest.mark.parametrize("dump", sorted(SCHEMAS.glob("*.sql")), ids=lambda path: path.stem)
def test_an_earlier_schema_is_upgraded_with_its_data(dump: Path, tmp_path: Path) -> None:
    """A dump of every released schema, with a history in it, opens and verifies."""
    file = tmp_path / "bevaka.db"
    with sqlite3.connect(file) as old:
        old.executescript(dump.read_text())
    old.close()
    with Store.open(f"sqlite:///{file}") as store:
        assert verify(store, Reads()).faults == ()
        accepted = store.states()[PAGE].accepted
        assert accepted is not None
        assert [each.name for each in accepted.record.collaborations[0].representatives] == ABC.split(",")


def test_every_released_schema_has_its_dump() -> None:
    """A new revision comes with a dump of what it leaves behind."""
    assert [path.stem for path in sorted(SCHEMAS.glob("*.sql"))] == list(REVISIONS)


def test_an_up_to_date_database_opens_without_alembic(tmp_path: Path) -> None:
    """A cron run does not pay for what it does not need; nor for zstd."""
    url = f"sqlite:///{tmp_path / 'bevaka.db'}"
    with Store.open(url) as store:
        store.watch([(PAGE, URL)])
        live(store, (0, AB))
    code = (
        "import sys; from storage.store import Store\n"
        f"with Store.open({url!r}) as store: assert store.states()\n"
        "assert not {'alembic', 'zstandard', 'psycopg'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_all_that_open_a_new_database_at_once_succeed(database_url: str) -> None:
    """One makes the schema, the others wait for it: a daemon and its workers may be started together."""
    code = f"from storage.store import Store; Store.open({database_url!r}).close()"
    running = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(3)]
    assert [each.wait(timeout=60) for each in running] == [0, 0, 0]
    database = Database(database_url)
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == HEAD
    database.close()


@pytest.mark.parametrize("dump", sorted(SCHEMAS.glob("*.sql")), ids=lambda path: path.stem)
def test_an_earlier_schema_on_a_server_is_upgraded_with_its_data(dump: Path, tmp_path: Path, postgres_url: str) -> None:
    """The same history as the dump's, in the schema of its time, on the other kind of database."""
    from alembic import command

    file = tmp_path / "old.db"
    with sqlite3.connect(file) as old:
        old.executescript(dump.read_text())
    old.close()
    server = Database(postgres_url)
    with server.engine.begin() as connection:
        command.upgrade(alembic_config(connection), dump.stem)
    with sa.create_engine(f"sqlite:///{file}").connect() as source, server.engine.begin() as target:
        then = sa.MetaData()
        then.reflect(target)
        for table in then.sorted_tables:
            rows = [_as_of_utc(dict(row._mapping)) for row in source.execute(sa.select(table))]
            if rows and table.name != "alembic_version":
                target.execute(sa.insert(table), rows)
    server.close()
    with Store.open(postgres_url) as store:
        assert verify(store, Reads()).faults == ()
        accepted = store.states()[PAGE].accepted
        assert accepted is not None
        assert [each.name for each in accepted.record.collaborations[0].representatives] == ABC.split(",")


def _as_of_utc(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: each.replace(tzinfo=UTC) if isinstance(each, datetime) else each for name, each in row.items()}
