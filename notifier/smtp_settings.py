"""How the mail server is reached. Apart from smtp.py: every check reads it, and hardly any sends a mail."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from typing import Literal

Security = Literal["starttls", "tls", "none"]


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """How to reach the mail server. sender is the bare envelope address; timeout is seconds for each answer.

    One whole dialogue, however slowly its bytes drip in, may take four times as long.
    """

    host: str
    port: int = 587
    security: Security = "starttls"
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    sender: str = "bevaka@localhost"
    timeout: float = 30.0


def is_loopback(host: str) -> bool:
    """Whether what is sent to host stays on this machine."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def travels_openly(security: Security, host: str) -> bool:
    """Whether mails, and a password, would cross a network unencrypted: a configuration must say so twice."""
    return security == "none" and not is_loopback(host)
