"""Addresses as a page writes them, made absolute as a browser does."""

from __future__ import annotations

import re
from functools import cached_property
from urllib.parse import urljoin

_NO_PART = re.compile(r"[\t\r\n\ufffd]")  # of an address
_HOST = re.compile(r"https?://[^/?#]*")
_BELOW = re.compile(r"[\w%~-][\w.%~-]*(?:/[\w%~-][\w.%~-]*)*/?")  # names alone, none of which leads upwards


class Addresses(dict[str, str | None]):
    """The absolute form of each address that a page writes; None for one that leads nowhere.

    base: what they are resolved against. Most are seen to be whole, from the root or below the page's own folder, which
    costs a tenth of taking them apart.
    """

    def __init__(self, base: str) -> None:
        self._base = base
        host = _HOST.match(base)
        self._root = host[0] if host else ""

    def __missing__(self, written: str) -> str | None:
        self[written] = found = self._resolved(_bare(written))
        return found

    def _resolved(self, address: str) -> str | None:
        if address.startswith(("http://", "https://", "mailto:", "tel:")):
            return address
        if self._root and address.startswith("/") and not address.startswith("//") and "/." not in address:
            return self._root + address
        if self._root and _BELOW.fullmatch(address):
            return self._folder + address
        if address.lower().startswith(("javascript:", "data:", "vbscript:")):
            return None
        return joined(self._base, address) or None

    @cached_property
    def _folder(self) -> str:
        return joined(self._base, "-")[:-1]


def joined(base: str, address: str) -> str:
    """An address resolved against another; "" where that cannot be."""
    try:
        return urljoin(base, _bare(address))
    except ValueError:
        return ""


def _bare(address: str) -> str:
    """As a browser takes it (URL Standard §4.4), without U+FFFD, the parser's word for a zero byte."""
    plain = address.isprintable() and "\ufffd" not in address
    return (address if plain else _NO_PART.sub("", address)).strip()
