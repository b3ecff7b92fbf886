"""Config: everything that a settings file and the environment say, read once, frozen (DESIGN §7).

This is the only reader of settings files and of os.environ. Whatever is wrong is one ConfigurationError that names
the file, the key and the cure. Relative paths in a file are relative to that file, so that cron finds the same
database as the person who wrote it.

    values.py    what a configuration holds     section.py   one table of keys, and what may be wrong with it
    pages.py     [[page]] and [fetch]           readers.py   [mail], [operator], [[subscriber]] and [web]
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.config.pages import (
    KRONOBERG,
    WORKING_HOURS,
    read_fetch,
    read_page,
    read_timezone,
    refuse_haste,
    refuse_twins,
)
from monitor.config.readers import read_mail, read_operator, read_subscriber, read_web
from monitor.config.section import Section
from monitor.config.values import Config, FetchConfig, Operator, PageConfig, WebConfig
from monitor.nearest import nearest
from monitor.schedule import Schedule
from records.errors import ConfigurationError

if TYPE_CHECKING:
    from notifier.wording import Language

__all__ = (
    "KRONOBERG",
    "WORKING_HOURS",
    "Config",
    "FetchConfig",
    "Operator",
    "PageConfig",
    "WebConfig",
    "defaults",
    "load",
    "locale_language",
)

_VARIABLES = ("BEVAKA_CONFIG", "BEVAKA_MAIL_PASSWORD", "BEVAKA_PYTHON")


def load(path: str | None, env: Mapping[str, str] | None = None) -> Config:
    """The configuration of --config, else BEVAKA_CONFIG, else ./bevaka.toml, else the user's, else the defaults."""
    env = os.environ if env is None else env
    _refuse_misspelt(env)
    found = _find(path, env)
    if found is None:
        return defaults(env)
    try:
        data = tomllib.loads(found.read_text("utf-8-sig"))
    except OSError as problem:
        why = problem.strerror
        raise ConfigurationError(f"{found} cannot be read ({why}); name another file with --config") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ConfigurationError(f"{found} is not valid TOML: {problem}; mend that line") from None
    return _read(Section(str(found), data), found, env)


def defaults(env: Mapping[str, str]) -> Config:
    """With no file at all: the Kronoberg page, into an SQLite file in the user's data directory."""
    return Config(
        path=None,
        storage_url=f"sqlite:///{_user_folder(env, 'XDG_DATA_HOME', '.local/share') / 'bevaka.db'}",
        pages=(PageConfig("kronoberg", KRONOBERG, Schedule(cron=WORKING_HOURS)),),
    )


def _refuse_misspelt(env: Mapping[str, str]) -> None:
    for name in env:
        if name.startswith("BEVAKA_") and name not in _VARIABLES:
            near = nearest(name, _VARIABLES, least=0.85)
            if near:
                raise ConfigurationError(f"the variable {name} is not read; did you mean {near}?")


def _find(path: str | None, env: Mapping[str, str]) -> Path | None:
    named = path or env.get("BEVAKA_CONFIG")
    if named:
        return Path(named).absolute()
    places = (Path("bevaka.toml").absolute(), _user_folder(env, "XDG_CONFIG_HOME", ".config") / "bevaka.toml")
    return next((place for place in places if place.exists()), None)


def _user_folder(env: Mapping[str, str], variable: str, below_home: str) -> Path:
    base = env.get(variable) or Path(env.get("HOME") or "~").expanduser() / below_home
    return Path(base) / "bevaka"


def _read(root: Section, path: Path, env: Mapping[str, str]) -> Config:
    storage = root.table("storage")
    storage_url, aliases = _storage_url(storage, path), _aliases(storage, path)
    storage.close()
    zone = read_timezone(root)
    pages = tuple(read_page(section, zone) for section in root.tables("page"))
    if not pages:
        raise ConfigurationError(f"{path}: no [[page]] is given; `bevaka init URL` writes one")
    refuse_twins(path, [page.name for page in pages])
    fetch = read_fetch(root.table("fetch"))
    refuse_haste(path, pages, fetch.delay)
    mail, sender = read_mail(root.table("mail"), path, env)
    operator = read_operator(root.table("operator"))
    subscribers = tuple(read_subscriber(section, pages) for section in root.tables("subscriber"))
    if mail is None and any(subscriber.email for subscriber in subscribers):
        raise ConfigurationError(f'{path}: a [[subscriber]] has an email, but [mail] names no server; add host = "…"')
    if mail is None and operator.email:
        raise ConfigurationError(f'{path}: [operator] has an email, but [mail] names no server; add host = "…"')
    web = read_web(root.table("web"), path, env)
    root.close()
    return Config(path, storage_url, pages, fetch, mail, sender, operator, subscribers, web, aliases)


def _storage_url(section: Section, path: Path) -> str:
    url = section.text("url", "sqlite:///bevaka.db")
    scheme, _, rest = url.partition("://")
    if scheme == "sqlite":
        if not rest.startswith("/") or rest in ("/", "/:memory:"):
            section.fail("url", f'= "{url}" names no file; write it like "sqlite:///bevaka.db"')
        return f"sqlite:///{path.parent / rest[1:]}"
    if scheme in ("postgresql", "postgresql+psycopg"):
        return f"postgresql+psycopg://{rest}"
    return section.fail(
        "url", f'= "{scheme}://…" is no database that Bevaka knows; use sqlite:/// or postgresql+psycopg://'
    )


def _aliases(section: Section, path: Path) -> tuple[tuple[str, str], ...]:
    """The operator's rulings on who is who: a file of lines like "R. Gustbee" = "Roland Gustbée"."""
    file = section.text("aliases")
    if not file:
        return ()
    try:
        rulings = tomllib.loads((path.parent / file).read_text("utf-8"))
    except OSError as problem:
        section.fail("aliases", f'= "{file}" cannot be read ({problem.strerror}); make the file, or drop the key')
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        section.fail("aliases", f'= "{file}" is not valid TOML: {problem}; mend that line')
    for written, name in rulings.items():
        if not isinstance(name, str) or not name.strip() or not written.strip():
            section.fail("aliases", f'= "{file}": "{written}" must be a name; write "R. Gustbee" = "Roland Gustbée"')
    return tuple(rulings.items())


def locale_language(env: Mapping[str, str] | None = None) -> Language:
    """ "sv" or "en" as the locale says; Swedish where it says neither."""
    env = os.environ if env is None else env
    locale = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "en" if locale.lower().startswith("en") else "sv"
