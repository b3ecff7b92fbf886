"""Web addresses: is it one, and is it on the same site?"""

from __future__ import annotations

from urllib.parse import urlsplit

from records.errors import UsageError


def check_address(url: str) -> None:
    """Raises UsageError unless url is an http or https address with a host."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good:
        raise UsageError(f"{url!r} is not a web address; give one that begins with http:// or https://")


def is_same_site(one: str, other: str) -> bool:
    """The same host but for "www.", and never from https back to http."""
    a, b = urlsplit(one), urlsplit(other)
    hosts = [(parts.hostname or "").removeprefix("www.").rstrip(".") for parts in (a, b)]
    ports = [parts.port if parts.port != {"http": 80, "https": 443}.get(parts.scheme) else None for parts in (a, b)]
    return hosts[0] == hosts[1] and ports[0] == ports[1] and not (a.scheme == "https" and b.scheme == "http")
