"""[mail], [operator], [[subscriber]] and [web]: who is told, on which route, and who may ask."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from monitor.config.section import Section
from monitor.config.values import Operator, PageConfig, WebConfig
from monitor.nearest import nearest
from records.changes import ChangeKind, Group

if TYPE_CHECKING:  # imported where a setting needs them: most checks send nothing
    from notifier.smtp_settings import SmtpSettings
    from notifier.subscription import Subscriber

_CHANNEL = r"(?i)[a-z][a-z0-9+.-]*://\S+"


def read_mail(section: Section, path: Path, env: Mapping[str, str]) -> tuple[SmtpSettings | None, str]:
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
    from notifier.smtp_settings import SmtpSettings, travels_openly

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


def read_operator(section: Section) -> Operator:
    """[operator]; nobody where it names no address."""
    email = section.text("email") or None
    if email:
        section.email("email", email)
    ping = section.text("ping") or None
    if ping:
        section.web_address("ping", ping)
    operator = Operator(email, section.choice("language", ("sv", "en"), "sv"), ping)
    section.close()
    return operator


def read_subscriber(section: Section, pages: tuple[PageConfig, ...]) -> Subscriber:
    """One [[subscriber]], of pages that there are."""
    from notifier.subscription import Subscriber

    email, url = section.text("email"), section.text("url")
    if bool(email) == bool(url):
        section.fail(
            "email",
            'is missing; add email = "lasare@example.org"' if not email else "and url are both given; keep one of them",
        )
    if email:
        section.email("email", email)
    if url and not re.fullmatch(_CHANNEL, url):  # never shown: it holds secrets
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
    section.close()
    return subscriber


def _refuse_unknown(section: Section, key: str, given: tuple[str, ...], known: list[str]) -> None:
    for each in given:
        if each not in known:
            near = nearest(each, known)
            cure = f'did you mean "{near}"?' if near else f"choose from {', '.join(known)}"
            section.fail(key, f'names "{each}", which is not known; {cure}')


def read_web(section: Section, path: Path, env: Mapping[str, str]) -> WebConfig:
    """[web]; a token is a secret in a file of its own."""
    address = section.text("address") or None
    if address:
        address = section.web_address("address", address).rstrip("/")
    token_file = section.text("token_file")
    token = _secret(section, "token_file", token_file, path, env) if token_file else None
    section.close()
    return WebConfig(address, token)


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
