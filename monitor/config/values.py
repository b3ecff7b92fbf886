"""What a configuration holds, frozen: everything that the commands need to know (DESIGN §7)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.schedule import Schedule
from records.errors import UnknownName

if TYPE_CHECKING:  # imported where a setting needs them: most checks send nothing
    from notifier.smtp_settings import SmtpSettings
    from notifier.subscription import Subscriber
    from notifier.wording import Language


@dataclass(frozen=True, slots=True)
class PageConfig:
    """One watched page. main is a CSS selector, or None for the guess; documents: watch what is linked, too."""

    name: str
    url: str
    schedule: Schedule
    main: str | None = None
    documents: bool = False

    @property
    def settings_digest(self) -> str:
        """Changes when the same body could be read differently."""
        return hashlib.sha256(json.dumps([self.main]).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Operator:
    """The one person who hears that something is failing. ping: called after every good round, or None."""

    email: str | None = None
    language: Language = "sv"
    ping: str | None = None


@dataclass(frozen=True, slots=True)
class WebConfig:
    """address: where readers find `bevaka web` ("https://bevaka.example.org"), for links in mails, or None."""

    address: str | None = None
    token: str | None = None


@dataclass(frozen=True, slots=True)
class FetchConfig:
    """How pages are asked for. contact goes into the User-Agent; times are seconds, max_bytes counts after unpacking.

    delay: between two looks at one host. confirm_after: from a look that saw a change to the one that confirms it.
    """

    contact: str | None = None
    delay: float = 10.0
    confirm_after: float = 20.0
    deadline: float = 60.0
    max_bytes: int = 10_000_000


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that the commands need to know. path is the file that it came from, None for the built-in defaults.

    mail is None where no mail server is named; sender is then "". aliases: who is who, as (written name, name).
    """

    path: Path | None
    storage_url: str
    pages: tuple[PageConfig, ...]
    fetch: FetchConfig = FetchConfig()
    mail: SmtpSettings | None = None
    sender: str = ""
    operator: Operator = Operator()
    subscribers: tuple[Subscriber, ...] = ()
    web: WebConfig = WebConfig()
    aliases: tuple[tuple[str, str], ...] = ()

    @property
    def rulings(self) -> dict[str, str]:
        return dict(self.aliases)

    def known_page(self, name: str) -> PageConfig:
        """The page of this name; UnknownName, with the names that there are, for any other."""
        page = self.page(name)
        if page is None:
            known = ", ".join(each.name for each in self.pages)
            raise UnknownName(f'no page is named "{name}"; the configuration has: {known}')
        return page

    def page(self, name: str) -> PageConfig | None:
        return next((page for page in self.pages if page.name == name), None)
