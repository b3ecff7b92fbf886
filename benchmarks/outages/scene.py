"""One installation whose surroundings fail again and again, and what is found of it afterwards."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.kills.installation import Installation
from monitor.app import App
from storage.store import Store
from storage.verifying import faults_of_copy
from tests.clock import Clock
from tests.mailbox import Mailbox
from tests.postgres import Server
from tests.site import Site

HOURS = 8
"""After an outage, until the next check: longer than any message or page waits for its next try."""
PATIENCE = 4
"""Due checks after an outage, within which everything must be as if it had not been."""
RIGHT = {"room": None, "unprivileged": False, "nameless": False, "hours": 0.0}
"""Surroundings in which nothing is wrong."""


class Scene(Installation):
    """server: where the database is, None for a file. mount: whether its folder is a small disk of its own."""

    def __init__(
        self, folder: Path, url: str, site: Site, mailbox: Mailbox, random: Random, server: Server | None, mount: bool
    ) -> None:
        super().__init__(folder, url, site, mailbox, random)
        self.server, self.mount = server, mount
        self.now = datetime(2022, 10, 3, 6, tzinfo=UTC)
        self.met = 0

    def __enter__(self) -> Scene:
        words = [sys.executable, "-m", "benchmarks.outages.worker"]
        self._worker = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.begin("check", RIGHT)
        assert self.end() == []
        return self

    def __exit__(self, *_: object) -> None:
        assert self._worker.stdin is not None
        assert self._worker.stdout is not None
        self._worker.stdin.close()
        self._worker.wait()
        self._worker.stdout.close()

    def app(self) -> App:
        return App(self.config, clock=Clock(self.now))

    def shows(self) -> None:
        """The page as it is now."""
        self.site.shows(self.html)

    @contextlib.contextmanager
    def other_settings(self, text: str) -> Iterator[Path]:
        """A second settings file, for the time of a trouble; elsewhere, since the disk may be full."""
        with tempfile.TemporaryDirectory() as elsewhere:
            file = Path(elsewhere) / "other.toml"
            file.write_text(text, "utf-8")
            yield file

    # --- a process in trouble

    def begin(self, what: str, around: Mapping[str, Any]) -> None:
        """A process of ours begins to do this. around: what is wrong about its surroundings."""
        assert self._worker.stdin is not None
        copy = self.folder / "copy.db"
        order = {
            **around,
            "what": what,
            "words": [str(copy)] if what == "backup" else [],
            "now": (self.now + timedelta(hours=around["hours"])).isoformat(),
            "settings": around.get("settings", str(self.settings)),
        }
        self._worker.stdin.write(json.dumps(order) + "\n")
        self._worker.stdin.flush()

    def end(self) -> list[str]:
        """It has ended: what was wrong with how."""
        assert self._worker.stdout is not None
        answer = json.loads(self._worker.stdout.readline())
        self.met += answer["code"] != 0
        if answer["code"] == 70:
            return [f"it crashed: {answer['said']}"]
        return [f"it said more than a line: {answer['said']}"] if "\n" in answer["said"] else []

    # --- afterwards

    def prepares(self, what: str) -> None:
        """A page that has changed, where it is to be looked at; a mail that waits, where it is to be sent."""
        self.now += timedelta(hours=1)
        if what in ("check", "due check"):
            self.now += timedelta(hours=HOURS)
            self.page_changes()
        elif what == "deliver":
            self.page_changes()
            self.mailbox.is_down()
            with self.app() as app:
                app.check()
            self.mailbox.is_up()

    def carries_on(self) -> list[str]:
        """Cron goes on calling; hours later everything has been seen and told, and is whole."""
        faults: list[str] = []
        for _ in range(PATIENCE):
            self.now += timedelta(hours=HOURS)
            with self.app() as app:
                looked = app.check(due=True).checked
            faults = [] if looked else ["nobody looked at the page again"]
            faults += self.faults() + self.copy_faults()
            if not faults:
                break
        return faults

    def copy_faults(self) -> list[str]:
        """A copy that stands under its name is whole."""
        copy = self.folder / "copy.db"
        if not copy.exists():
            return []
        with Store.open(f"sqlite:///{copy}") as store:
            found = faults_of_copy(store)
        copy.unlink()
        return [f"the copy: {fault}" for fault in found]
