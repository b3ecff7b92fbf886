"""A whole installation for a test: settings on disk, a real database, a real site and mail server, a clock we move."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from monitor.app import App
from monitor.config import load
from monitor.demo import INVENTED, page
from tests.clock import Clock
from tests.mailbox import Mailbox
from tests.site import Site

TODAY, EARLIER, INVENTED_PAGE = page("2022"), page("older"), page("invented")
REPLACED = TODAY.replace(*INVENTED[0])


class Watch:
    """One watched page ("kronoberg"), one reader, one operator. Every app() is a fresh process, as under cron."""

    def __init__(self, folder: Path, site: Site, mailbox: Mailbox, more: str = "") -> None:
        self.site, self.mailbox, self.clock = site, mailbox, Clock()
        self.config = folder / "bevaka.toml"
        self.config.write_text(
            f"""
            [storage]
            url = "sqlite:///bevaka.db"
            [[page]]
            name = "kronoberg"
            url = "{site.url}"
            [mail]
            host = "{mailbox.host}"
            port = {mailbox.port}
            security = "none"
            sender = "Bevaka <bevaka@example.org>"
            [operator]
            email = "drift@example.org"
            [[subscriber]]
            email = "lasare@example.org"
            {more}
            """,
            "utf-8",
        )

    @contextlib.contextmanager
    def app(self) -> Iterator[App]:
        with App(load(str(self.config), {}), clock=self.clock) as app:
            yield app

    def check(self) -> dict[str, Any]:
        """`bevaka check --format json`."""
        with self.app() as app:
            return app.check().to_json()

    def looks(self, html: str | None = None) -> dict[str, Any]:
        """An hour later, the page shows html, and a check: the answer for the page."""
        if html is not None:
            self.site.shows(html)
        self.clock.later(hours=1)
        answer: dict[str, Any] = self.check()["pages"][0]
        return answer

    def subjects(self, recipient: str) -> list[str]:
        """What somebody got, by subject."""
        return [each.subject for each in self.mailbox.messages if each.recipient == recipient]
