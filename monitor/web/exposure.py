"""Who may see what: decided once, before the first request. Pure."""

from __future__ import annotations

import base64
import hmac
import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from records.errors import UsageError

_LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Exposure:
    """hosts: the names that a request may be for, None for any. token: what a request must carry, None for nothing.

    operator: whether the pages with recipients' addresses are shown. address: where links in feeds lead, or None.
    """

    hosts: frozenset[str] | None
    token: str | None
    operator: bool
    address: str | None = None

    def lets_in(self, authorization: str) -> bool:
        """Whether a request with this Authorization header may see anything."""
        return self.token is None or hmac.compare_digest(_credential(authorization), self.token.encode())

    def is_for_us(self, host: str) -> bool:
        """Whether the Host header names us. Else any web page could reach a loopback server by a name of its own."""
        try:
            named = urlsplit(f"//{host}").hostname or ""
        except ValueError:  # no host at all
            return False
        return self.hosts is None or named in self.hosts


@dataclass(frozen=True, slots=True)
class Limits:
    """rate: requests a second and client in the long run, burst: at once. fresh: seconds that a kept answer holds
    before the database is asked whether anything happened. target: letters of an address. headers: bytes of all of
    them. kept: bytes of answers, with what was asked for. slowest: seconds that one question to the database may take.
    """

    rate: float = 30.0
    burst: int = 300
    fresh: float = 1.0
    target: int = 16_000
    headers: int = 32_000
    kept: int = 32_000_000
    slowest: float = 5.0


def exposure_of(host: str, address: str | None, token: str | None, *, unguarded: bool) -> Exposure:
    """What a server bound to host may show; UsageError where anybody could read it and nobody said that they may.

    address: where readers find the site, as in [web] address. unguarded: a person said that anybody may read.
    """
    if not is_loopback(host) and token is None and not unguarded:
        raise UsageError(
            f"{host or 'every address'} can be reached from outside and no token is set; "
            "add [web] token_file, or say --unguarded"
        )
    if token is not None or not is_loopback(host):
        return Exposure(None, token, operator=token is not None, address=address)
    named = urlsplit(address).hostname if address else None
    hosts = frozenset((*_LOCAL_NAMES, host.casefold(), *([named] if named else [])))
    return Exposure(hosts, None, operator=named is None or named in _LOCAL_NAMES, address=address)


def is_loopback(host: str) -> bool:
    """Whether an address to bind to can be reached from this machine only."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def _credential(authorization: str) -> bytes:
    """The token of "Bearer TOKEN", or the password of "Basic …"; any user name will do. A header is Latin-1."""
    scheme, _, value = authorization.partition(" ")
    if scheme.casefold() == "bearer":
        return value.strip().encode("latin-1", "replace")
    if scheme.casefold() != "basic":
        return b""
    try:
        return base64.b64decode(value, validate=True).partition(b":")[2]
    except ValueError:
        return b""
