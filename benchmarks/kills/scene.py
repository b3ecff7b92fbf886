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
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.detection.invent import World
from monitor.app import App
from monitor.config import load
from monitor.demo import page
from monitor.rereading import make_reader
from storage.store import Store
from storage.verifying import verify
from tests.mailbox import Mailbox
from tests.site import Site
from tests.test_archive import Reads

READERS = ("forsta@example.org", "andra@example.org")
SCHEMA = Path(__file__).parent.parent.parent / "tests" / "schemas" / "0001.sql"
LOST_CLAIM = 10.0
"""Seconds in which a server must have noticed that a client is dead."""


class Scene:
    """A page whose first person changes when told; two readers. Ends a process somewhere in its work, and looks."""

    def __init__(self, folder: Path, url: str, site: Site, mailbox: Mailbox, random: Random) -> None:
        self.folder, self.site, self.mailbox, self.random = folder, site, mailbox, random
        self.settings = _settings(folder, url, site, mailbox)
        self.config = load(str(self.settings), {})
        self.people: list[str] = []
        self._world = World(random, set())
        self.taken: dict[str, float] = {}
        self.killed = 0

    def __enter__(self) -> Scene:
        words = [sys.executable, "-m", "benchmarks.kills.worker", str(self.settings)]
        self._worker = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.site.shows(page("2022"))
        self._order("check")
        return self

    def __exit__(self, *_: object) -> None:
        assert self._worker.stdin is not None
        assert self._worker.stdout is not None
        self._worker.stdin.close()
        self._worker.wait()
        self._worker.stdout.close()

    # --- what happens in the world

    def page_changes(self) -> None:
        """Somebody new in the first seat."""
        name = self._world.person()
        self.people.append(name)
        self.site.shows(page("2022").replace("Roland Gustbée", name))

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
        before = self._told()
        self._kills(what, *words)
        if what == "deliver":
            with self._app() as app:
                app.retry(None)
        faults = [*self._carries_on(), *self._faults()]
        if copy.exists():
            faults += _faults_of(copy, self.config, old=what == "migrate")
            copy.unlink()
        if what in ("backup", "reparse", "migrate") and self._told() != before:
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

    def _app(self) -> App:
        return App(self.config)

    def _carries_on(self) -> list[str]:
        """The next check, as cron would start it: it finds nothing locked."""
        until = time.monotonic() + LOST_CLAIM
        while time.monotonic() < until:
            with self._app() as app:
                checked = app.check().checked
            if checked:
                return []
        return [f"the page was still claimed {LOST_CLAIM:g} s after the kill"]

    # --- what is found afterwards

    def _told(self) -> list[Any]:
        with self._app() as app:
            return [{key: each[key] for key in ("page", "detected_at", "changes")} for each in app.ask.changes()]

    def _faults(self) -> list[str]:
        with self._app() as app:
            found = [*verify(app.store, make_reader(self.config.pages)).faults]
            found += [f"a message is {each['state']}" for each in app.alerts() if each["state"] != "sent"]
        return found + self.mail_faults()

    def mail_faults(self) -> list[str]:
        """Each newcomer is told to each reader: once, or more often under one Message-ID."""
        ids: dict[tuple[str, str], set[str]] = defaultdict(set)
        for each in self.mailbox.messages:
            for name in self.people:
                if f": {name} (" in each.subject:
                    ids[each.recipient, name].add(str(each.message["Message-ID"]))
        return [
            f"{reader} was told of {name} in {len(ids[reader, name])} messages"
            for reader in READERS
            for name in self.people
            if len(ids[reader, name]) != 1
        ]


def _old_database(file: Path) -> Path:
    with contextlib.closing(sqlite3.connect(file)) as old:
        old.executescript(SCHEMA.read_text())
    return file


def _faults_of(file: Path, config: Any, *, old: bool) -> Iterator[str]:
    """A file that a kill left behind must be whole, and able to stand in."""
    with Store.open(f"sqlite:///{file}") as store:
        yield from verify(store, Reads() if old else make_reader(config.pages)).faults


def _settings(folder: Path, url: str, site: Site, mailbox: Mailbox) -> Path:
    readers = "\n".join(f'[[subscriber]]\nemail = "{reader}"' for reader in READERS)
    path = folder / "bevaka.toml"
    path.write_text(
        f"""
        {readers}
        [storage]
        url = "{url}"
        [[page]]
        name = "kronoberg"
        url = "{site.url}"
        [fetch]
        delay = "0s"
        confirm_after = "0s"
        [mail]
        host = "{mailbox.host}"
        port = {mailbox.port}
        security = "none"
        sender = "Bevaka <bevaka@example.org>"
        [operator]
        email = "drift@example.org"
        """,
        "utf-8",
    )
    return path
