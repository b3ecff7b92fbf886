"""A history that one may read and not write: another's file, a folder or a medium that cannot be written."""

from __future__ import annotations

import contextlib
import ctypes
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.store import Store
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED, TODAY, Watch

ASKED = [
    ["who"],
    ["person", "gustbee"],
    ["history"],
    ["snapshots"],
    ["snapshots", "--gaps"],
    ["show", "1", "--raw"],
    ["compare", "1", "2"],
    ["alerts"],
    ["export", "--format", "json", "-"],
    ["verify"],
]
CHANGING = [["check"], ["reparse"], ["alerts", "retry", "--all"], ["accept", "kronoberg"]]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Of an installation whose files and folder nobody may write, for the time of the test."""
    place = tmp_path / "shared"
    place.mkdir()
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(place, site, mailbox)
        for html in (TODAY, REPLACED):
            watch.looks(html)
    with shut(place):
        yield place


@contextlib.contextmanager
def shut(place: Path) -> Iterator[None]:
    for each in (*place.iterdir(), place):
        each.chmod(each.stat().st_mode & 0o555)
    try:
        yield
    finally:
        place.chmod(0o755)


def _without_privileges() -> None:
    """Root may write everywhere, but for this child: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH are not for it."""
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


def bevaka(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "monitor.cli", *words, "--config", str(folder / "bevaka.toml")]
    return subprocess.run(command, capture_output=True, check=False, preexec_fn=_without_privileges)


def test_every_question_is_answered(folder: Path) -> None:
    """SQLite itself would want to write beside the file."""
    for words in ASKED:
        answer = bevaka(folder, *words)
        assert (answer.returncode, answer.stderr) == (0, b""), words
        assert answer.stdout, words
    assert bevaka(folder, "status").stdout
    assert sorted(each.name for each in folder.iterdir()) == ["bevaka.db", "bevaka.db-claims", "bevaka.toml"]


def test_what_would_change_it_says_so_in_one_line(folder: Path) -> None:
    """And is wrong use, not a crash."""
    for words in CHANGING:
        answer = bevaka(folder, *words)
        assert answer.returncode == 2, words
        assert answer.stderr.count(b"\n") == 1, words
        assert b"cannot be written" in answer.stderr, words


def test_a_backup_is_taken_from_it(folder: Path, tmp_path: Path) -> None:
    """Into a folder of one's own."""
    copy = tmp_path / "copy.db"
    assert bevaka(folder, "backup", str(copy)).returncode == 0
    with Store.open(f"sqlite:///{copy}") as store:
        assert store.states()["kronoberg"].accepted is not None


def test_what_another_is_writing_is_seen(folder: Path) -> None:
    """The newest commits are in the writer's log, and not in the file yet."""
    folder.chmod(0o755)
    (folder / "bevaka.db").chmod(0o644)
    with contextlib.closing(sqlite3.connect(folder / "bevaka.db")) as writer:
        writer.execute("UPDATE pages SET name = 'annan'")
        writer.commit()
        with shut(folder):
            assert b"annan" in bevaka(folder, "snapshots").stdout
            (folder / "bevaka.db").chmod(0o644)


def test_a_log_that_cannot_be_read_where_it_lies_is_told(folder: Path, tmp_path: Path) -> None:
    """After a crash on a medium that was made read-only: its last commits must not be silently passed over."""
    other = tmp_path / "crashed"
    other.mkdir()
    shutil.copy(folder / "bevaka.toml", other)
    shutil.copy(folder / "bevaka.db", other)
    (other / "bevaka.db").chmod(0o644)
    with contextlib.closing(sqlite3.connect(other / "bevaka.db")) as writer:
        writer.execute("UPDATE pages SET name = 'annan'")
        writer.commit()
        saved = [shutil.copy(other / f"bevaka.db{end}", tmp_path / f"kept{end}") for end in ("", "-wal")]
    for each, end in zip(saved, ("", "-wal"), strict=True):
        shutil.copy(each, other / f"bevaka.db{end}")
    with shut(other):
        answer = bevaka(other, "who")
    assert answer.returncode == 2
    assert answer.stderr.count(b"\n") == 1
    assert b"bevaka.db-wal" in answer.stderr


def test_an_older_schema_is_not_half_read(tmp_path: Path) -> None:
    """It cannot be brought up to date where it lies."""
    old = tmp_path / "old"
    old.mkdir()
    with contextlib.closing(sqlite3.connect(old / "bevaka.db")) as database:
        database.executescript((Path(__file__).parent / "schemas" / "0001.sql").read_text())
    (old / "bevaka.toml").write_text(
        '[storage]\nurl = "sqlite:///bevaka.db"\n[[page]]\nname = "a"\nurl = "https://example.org/a"\n'
    )
    with shut(old):
        answer = bevaka(old, "who")
    assert answer.returncode == 2
    assert answer.stderr.count(b"\n") == 1
    assert b"copy it" in answer.stderr
