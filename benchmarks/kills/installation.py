"""An installation under trial: a page whose first person changes when told, two readers, and what is found wrong."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.detection.invent import World
from monitor.app import App
from monitor.config import load
from monitor.demo import page
from monitor.rereading import make_reader
from storage.verifying import verify
from tests.mailbox import Mailbox
from tests.site import Site

READERS = ("forsta@example.org", "andra@example.org")


class Installation:
    """Settings in a folder, a site, a mail server, and the people who have sat in the page's first seat."""

    def __init__(self, folder: Path, url: str, site: Site, mailbox: Mailbox, random: Random) -> None:
        self.folder, self.url, self.site, self.mailbox, self.random = folder, url, site, mailbox, random
        self.settings = folder / "bevaka.toml"
        self.settings.write_text(settings(url, site, mailbox), "utf-8")
        self.config = load(str(self.settings), {})
        self.people: list[str] = []
        self._world = World(random, set())
        self.html = page("2022")
        site.shows(self.html)

    def page_changes(self) -> None:
        """Somebody new in the first seat."""
        name = self._world.person()
        self.people.append(name)
        self.html = page("2022").replace("Roland Gustbée", name)
        self.site.shows(self.html)

    def app(self) -> App:
        return App(self.config)

    def told(self) -> list[Any]:
        """The history of changes."""
        with self.app() as app:
            return [{key: each[key] for key in ("page", "detected_at", "changes")} for each in app.ask.changes()]

    def faults(self) -> list[str]:
        """What is wrong in the database, in the outbox and with who was told of whom."""
        with self.app() as app:
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


def settings(url: str, site: Site, mailbox: Mailbox, *, host: str | None = None) -> str:
    """Those of an installation. host: of the mail server, where it is not the mailbox's."""
    told = "\n".join(f'[[subscriber]]\nemail = "{reader}"' for reader in READERS)
    return f"""
        {told}
        [storage]
        url = "{url}"
        [[page]]
        name = "kronoberg"
        url = "{site.url}"
        every = "1h"
        [fetch]
        delay = "0s"
        confirm_after = "0s"
        [mail]
        host = "{host or mailbox.host}"
        port = {mailbox.port}
        security = "none"
        timeout = "1s"
        sender = "Bevaka <bevaka@example.org>"
        [operator]
        email = "drift@example.org"
        """
