"""init: read a page, show what was understood, and write its block into the settings (DESIGN §6)."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from monitor.config import KRONOBERG, WORKING_HOURS, Config, defaults, load
from monitor.config.section import Section
from records.errors import ConfigurationError, UsageError
from records.outcome import CannotTell

_BLOCK = """
[[page]]
name = "{name}"
url = "{url}"
schedule = "{schedule}"                 # cron, Stockholm time; or every = "1h"
# main = "main article"                         # optional CSS selector, where the guess is wrong
# documents = true                              # once a day: has a linked document's content changed?
"""

_FILE = """# Bevaka's settings. Check them with: bevaka status
# Relative paths are relative to this file.

[storage]
url = "sqlite:///bevaka.db"                     # or postgresql+psycopg://user@host/name
# aliases = "aliases.toml"                      # who is who: lines like "R. Gustbee" = "Roland Gustbée"
{block}
[fetch]
# contact = "drift@example.org"                 # goes into the User-Agent, so that the site can reach you
delay = "10s"                                   # between two looks at one host
confirm_after = "20s"                           # the second look at a change

# Where mail goes out. Without it, changes are only printed and kept.
# [mail]
# host = "smtp.example.org"
# port = 587
# security = "starttls"                         # starttls | tls | none
# username = "bevaka"
# password_file = "smtp-password"               # or the variable BEVAKA_MAIL_PASSWORD
# sender = "Bevaka <bevaka@example.org>"

# Who hears that something is failing.
# [operator]
# email = "drift@example.org"

# Who hears of changes; one block for each reader.
# [[subscriber]]
# email = "lasare@example.org"
# language = "sv"                               # sv | en
# pages = ["{name}"]                         # default: all
# kinds = ["representatives", "last_updated"]   # groups or kinds; default: all
# when = "at once"                              # at once | daily | weekly
"""


def init(url: str | None, name: str | None, config: str | None, lang: str) -> int:
    """Reads url (else the Kronoberg page), prints what was understood, writes or extends the settings file.

    Exit 1 and nothing written where the page cannot be read; UsageError for an address or a name that cannot be.
    """
    from monitor.app import App
    from monitor.telling.records import record_lines

    url = Section("init", {}).web_address("URL", url or KRONOBERG)
    path = Path(config or "bevaka.toml").absolute()
    present = load(str(path)) if path.exists() else None
    name = _free_name(name, url, present)
    with App(present or defaults(os.environ)) as app:
        reading = app.read_address(url, None)
    if isinstance(reading, CannotTell):
        print(
            f"bevaka: {url} cannot be read ({reading.reason}): {reading.detail}; nothing was written", file=sys.stderr
        )
        return 1
    print("\n".join(record_lines(reading.record, lang)))
    _write(path, name, url, present)
    words = {"sv": "skriven i", "en": "written to"}[lang]
    print(f'\n[[page]] "{name}" {words} {path}. bevaka --config {path} check')
    return 0


def _free_name(name: str | None, url: str, present: Config | None) -> str:
    taken = {page.name for page in present.pages} if present else set()
    if present and any(page.url == url for page in present.pages):
        raise UsageError(f"{url} is watched already in {present.path}; run `bevaka check`")
    if name is not None:
        if name in taken or not re.fullmatch(r"[\w.-]+", name):
            raise UsageError(f'--name "{name}" is taken or not one word; choose another')
        return name
    host = (urlsplit(url).hostname or "page").removeprefix("www.")
    base = host.split(".")[0] if "." in host and not host.replace(".", "").isdigit() else host
    return next(each for each in (base, *(f"{base}-{n}" for n in range(2, 1000))) if each not in taken)


def _write(path: Path, name: str, url: str, present: Config | None) -> None:
    """The whole file anew or with one block more, put in place in one step."""
    block = _BLOCK.format(name=name, url=url.replace('"', "%22"), schedule=WORKING_HOURS)
    try:
        text = path.read_text("utf-8").rstrip("\n") + "\n" + block if present else _FILE.format(block=block, name=name)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(draft).chmod(path.stat().st_mode & 0o777 if present else 0o644)
        Path(draft).replace(path)
    except OSError as problem:
        raise ConfigurationError(f"{path} cannot be written ({problem.strerror}); choose another folder") from None
