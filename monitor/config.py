"""Config: everything that a settings file and the environment say, read once, frozen (DESIGN §7).

This is the only reader of settings files and of os.environ. Whatever is wrong is one ConfigurationError that names
the file, the key and the cure. Relative paths in a file are relative to that file, so that cron finds the same
database as the person who wrote it.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from monitor.schedule import NeverRuns, Schedule, validate
from monitor.settings import Section
from records.changes import ChangeKind, Group
from records.errors import ConfigurationError, UsageError

if TYPE_CHECKING:  # imported where a setting needs them: most checks send nothing
    from notifier.smtp import SmtpSettings
    from notifier.subscription import Subscriber
    from notifier.wording import Language

KRONOBERG = "https://www.regionkronoberg.se/om-region-kronoberg/internationella-samarbeten/"
STOCKHOLM = "Europe/Stockholm"
WORKING_HOURS = "0 6-18 * * mon-fri"
_CHANNEL = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)
_VARIABLES = ("BEVAKA_CONFIG", "BEVAKA_MAIL_PASSWORD", "BEVAKA_PYTHON")


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

    def page(self, name: str) -> PageConfig | None:
        return next((page for page in self.pages if page.name == name), None)


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
            near = difflib.get_close_matches(name, _VARIABLES, 1, 0.85)
            if near:
                raise ConfigurationError(f"the variable {name} is not read; did you mean {near[0]}?")


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
    zone = _timezone(root)
    pages = tuple(_page(section, zone) for section in root.tables("page"))
    if not pages:
        raise ConfigurationError(f"{path}: no [[page]] is given; `bevaka init URL` writes one")
    _refuse_twins(path, [page.name for page in pages])
    fetch = _fetch(root.table("fetch"))
    _refuse_haste(path, pages, fetch.delay)
    mail, sender = _mail(root.table("mail"), path, env)
    operator = _operator(root.table("operator"))
    subscribers = tuple(_subscriber(section, pages) for section in root.tables("subscriber"))
    if mail is None and any(subscriber.email for subscriber in subscribers):
        raise ConfigurationError(f'{path}: a [[subscriber]] has an email, but [mail] names no server; add host = "…"')
    web = _web(root.table("web"), path, env)
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
    """A person's rulings on who is who: a file of lines like "R. Gustbee" = "Roland Gustbée"."""
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


def _timezone(root: Section) -> str:
    name = root.text("timezone", STOCKHOLM)
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        root.fail("timezone", f'= "{name}" is not a time zone; write it like "{STOCKHOLM}"')
    return name


def _page(section: Section, zone: str) -> PageConfig:
    name = section.required("name", "kronoberg").strip()
    section.where = section.where.partition(" number ")[0] + f' "{name}"'
    url = section.web_address("url", section.required("url", KRONOBERG))
    page = PageConfig(name, url, _schedule(section, zone), _selector(section), section.flag("documents"))
    section.close()
    return page


def _selector(section: Section) -> str | None:
    main = section.text("main").strip() or None
    if main is None:
        return None
    from scraper.blocks import check_selector

    try:
        check_selector(main)
    except UsageError:
        section.fail("main", f'= "{main}" is no CSS selector; give one such as "main" or "#content"')
    return main


def _schedule(section: Section, zone: str) -> Schedule:
    every = section.duration("every", 0.0, low=60.0)
    cron = section.text("schedule")
    if every and cron:
        section.fail("every", "and schedule are both given; keep one of them")
    schedule = Schedule(every=every, timezone=zone) if every else Schedule(cron=cron or WORKING_HOURS, timezone=zone)
    try:
        validate(schedule)
    except NeverRuns as problem:
        section.fail("schedule", f'= "{cron}" {problem}; write it like "{WORKING_HOURS}"')
    return schedule


def _refuse_twins(path: Path, names: list[str]) -> None:
    for name, times in Counter(names).items():
        if times > 1:
            raise ConfigurationError(f'{path}: two pages are named "{name}"; give one of them another name')


def _refuse_haste(path: Path, pages: tuple[PageConfig, ...], delay: float) -> None:
    """Looks at one host, each delay seconds after the one before, must fit into the time that there is for them."""
    share: dict[str, float] = defaultdict(float)
    for page in pages:
        if page.schedule.every:
            share[urlsplit(page.url).netloc.lower()] += delay / page.schedule.every
    for host, used in share.items():
        if used > 1:
            raise ConfigurationError(
                f"{path}: the pages of {host} are to be looked at {used:.1f} times as often as [fetch] delay allows "
                f"({delay:g}s between two looks at one host); give them a longer every"
            )


def _fetch(section: Section) -> FetchConfig:
    usual = FetchConfig()
    fetch = FetchConfig(
        contact=section.text("contact") or None,
        delay=section.duration("delay", usual.delay, high=3600),
        confirm_after=section.duration("confirm_after", usual.confirm_after, high=3600),
        deadline=section.duration("deadline", usual.deadline, low=0.1, high=3600),
        max_bytes=section.size("max_bytes", usual.max_bytes),
    )
    section.close()
    return fetch


def _mail(section: Section, path: Path, env: Mapping[str, str]) -> tuple[SmtpSettings | None, str]:
    """The server and the sender as written, display name included; (None, "") where no host is given."""
    host = section.text("host")
    security: Literal["starttls", "tls", "none"] = section.choice("security", ("starttls", "tls", "none"), "starttls")
    port = section.number("port", {"starttls": 587, "tls": 465, "none": 25}[security], 1, 65535)
    username, password_file = section.text("username") or None, section.text("password_file")
    sender, openly = section.text("sender"), section.flag("allow_plain_text")
    timeout = section.duration("timeout", 30.0, low=0.1, high=600)
    section.close()
    if not host:
        return None, ""
    from notifier.smtp import SmtpSettings, travels_openly

    if travels_openly(security, host) and not openly:
        section.fail("security", '= "none" would send mail readably; use "starttls", or add allow_plain_text = true')
    if not sender:
        section.fail("sender", 'is missing; add sender = "Bevaka <bevaka@example.org>"')
    bare = section.email("sender", parseaddr(sender)[1])
    password = _password(section, password_file, path, env) if username else None
    return SmtpSettings(host, port, security, username, password, bare, timeout), sender


def _password(section: Section, file: str, path: Path, env: Mapping[str, str]) -> str:
    """From the variable, else the file: one of systemd's credentials by that name, else relative to the settings."""
    password = env.get("BEVAKA_MAIL_PASSWORD")
    if password is None:
        if not file:
            section.fail("username", "needs a password; add password_file, or set BEVAKA_MAIL_PASSWORD")
        password = _secret(section, "password_file", file, path, env)
    if not password.isascii():
        section.fail("password_file", "holds letters beyond ASCII, which SMTP cannot carry; choose another password")
    return password


def _secret(section: Section, key: str, file: str, path: Path, env: Mapping[str, str]) -> str:
    credential = Path(env.get("CREDENTIALS_DIRECTORY", "")) / file
    place = credential if env.get("CREDENTIALS_DIRECTORY") and credential.is_file() else path.parent / file
    try:
        secret = place.read_text("utf-8").strip("\r\n")
    except OSError as problem:
        section.fail(key, f'= "{file}" cannot be read ({problem.strerror}); see that it exists and is yours to read')
    except UnicodeDecodeError:
        section.fail(key, f'= "{file}" is not a text file; keep the secret alone on one line')
    if not secret:
        section.fail(key, f'= "{file}" is empty; keep the secret alone on one line')
    return secret


def _operator(section: Section) -> Operator:
    email = section.text("email") or None
    if email:
        section.email("email", email)
    ping = section.text("ping") or None
    if ping:
        section.web_address("ping", ping)
    operator = Operator(email, section.choice("language", ("sv", "en"), "sv"), ping)
    section.close()
    return operator


def _subscriber(section: Section, pages: tuple[PageConfig, ...]) -> Subscriber:
    from notifier.subscription import Subscriber

    email, url = section.text("email"), section.text("url")
    if bool(email) == bool(url):
        section.fail("email", 'is missing; add email = "lasare@example.org"' if not email else "and url are both given")
    if email:
        section.email("email", email)
    if url and not _CHANNEL.fullmatch(url):  # never shown: it holds secrets
        section.fail("url", 'is not the address of a channel; write it like "ntfys://topic"')
    named, kinds = section.texts("pages"), section.texts("kinds")
    _refuse_unknown(section, "pages", named, [page.name for page in pages])
    _refuse_unknown(section, "kinds", kinds, [*Group, *ChangeKind])
    subscriber = Subscriber(
        email=email or None,
        url=url or None,
        language=section.choice("language", ("sv", "en"), "sv"),
        pages=named,
        kinds=kinds,
        collaborations=section.texts("collaborations"),
        people=section.texts("people"),
        when=section.choice("when", ("at once", "daily", "weekly"), "at once"),
        even_if_quiet=section.flag("even_if_quiet"),
    )
    if subscriber.even_if_quiet and subscriber.when != "weekly":
        section.fail("even_if_quiet", 'works with when = "weekly" only; change one of them')
    section.close()
    return subscriber


def _refuse_unknown(section: Section, key: str, given: tuple[str, ...], known: list[str]) -> None:
    for each in given:
        if each not in known:
            near = difflib.get_close_matches(each, known, 1)
            cure = f'did you mean "{near[0]}"?' if near else f"choose from {', '.join(known)}"
            section.fail(key, f'names "{each}", which is not known; {cure}')


def _web(section: Section, path: Path, env: Mapping[str, str]) -> WebConfig:
    address = section.text("address") or None
    if address:
        address = section.web_address("address", address).rstrip("/")
    token_file = section.text("token_file")
    token = _secret(section, "token_file", token_file, path, env) if token_file else None
    section.close()
    return WebConfig(address, token)


def locale_language(env: Mapping[str, str] | None = None) -> Language:
    """ "sv" or "en" as the locale says; Swedish where it says neither."""
    env = os.environ if env is None else env
    locale = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "en" if locale.lower().startswith("en") else "sv"
