"""One installation that is killed again and again, and what is found of it afterwards."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.kills.installation import Installation
from monitor.rereading import make_reader
from storage.store import Store
from storage.verifying import verify
from tests.mailbox import Mailbox
from tests.site import Site
from tests.test_archive import Reads

SCHEMA = Path(__file__).parent.parent.parent / "tests" / "schemas" / "0001.sql"
LOST_CLAIM = 10.0
"""Seconds in which a server must have noticed that a client is dead."""


class Scene(Installation):
    """Ends a process somewhere in its work, and looks."""

    def __init__(self, folder: Path, url: str, site: Site, mailbox: Mailbox, random: Random) -> None:
        super().__init__(folder, url, site, mailbox, random)
        self.taken: dict[str, float] = {}
        self.killed = 0

    def __enter__(self) -> Scene:
        words = [sys.executable, "-m", "benchmarks.kills.worker", str(self.settings)]
        self._worker = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._order("check")
        return self

    def __exit__(self, *_: object) -> None:
        assert self._worker.stdin is not None
        assert self._worker.stdout is not None
        self._worker.stdin.close()
        self._worker.wait()
        self._worker.stdout.close()

    # --- what is killed

    def round(self, what: str) -> list[str]:
        """Does it, kills it somewhere, carries on; every fault found afterwards."""
        words: list[str] = []
        copy = self.folder / "copy.db"
        if what == "deliver":
            self.page_changes()
            self.mailbox.is_down()
            self._carries_on()
            self.mailbox.is_up()
        elif what == "check":
            self.page_changes()
        elif what == "backup":
            words = [str(copy)]
        elif what == "migrate":
            words = [f"sqlite:///{_old_database(copy)}"]
        before = self.told()
        self._kills(what, *words)
        if what == "deliver":
            with self.app() as app:
                app.retry(None)
        faults = [*self._carries_on(), *self.faults()]
        if copy.exists():
            faults += _faults_of(copy, self.config, old=what == "migrate")
            copy.unlink()
        if what in ("backup", "reparse", "migrate") and self.told() != before:
            faults.append("the history of changes is another one")
        return [f"{what}: {fault}" for fault in faults]

    def _kills(self, what: str, *words: str) -> None:
        """At a moment drawn from what the same took before."""
        if what not in self.taken:
            began = time.monotonic()
            self._order(what, *words)
            self.taken[what] = time.monotonic() - began
            return
        self._order(what, *words, kill_after=self.random.uniform(0, 1.1 * self.taken[what]))

    def _order(self, what: str, *words: str, kill_after: float | None = None) -> None:
        assert self._worker.stdin is not None
        assert self._worker.stdout is not None
        self._worker.stdin.write(json.dumps([what, *words]) + "\n")
        self._worker.stdin.flush()
        child = int(self._worker.stdout.readline())
        if kill_after is not None:
            time.sleep(kill_after)
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        code = int(self._worker.stdout.readline())
        self.killed += code == -signal.SIGKILL
        assert code in (0, -signal.SIGKILL), f"{what} ended with {code}"

    def _carries_on(self) -> list[str]:
        """The next check, as cron would start it: it finds nothing locked."""
        until = time.monotonic() + LOST_CLAIM
        while time.monotonic() < until:
            with self.app() as app:
                checked = app.check().checked
            if checked:
                return []
        return [f"the page was still claimed {LOST_CLAIM:g} s after the kill"]


def _old_database(file: Path) -> Path:
    with contextlib.closing(sqlite3.connect(file)) as old:
        old.executescript(SCHEMA.read_text())
    return file


def _faults_of(file: Path, config: Any, *, old: bool) -> Iterator[str]:
    """A file that a kill left behind must be whole, and able to stand in."""
    with Store.open(f"sqlite:///{file}") as store:
        yield from verify(store, Reads() if old else make_reader(config.pages)).faults
