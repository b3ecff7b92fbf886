"""Addresses: our own, made of what is stored, and those of others that a page may link to."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, urlencode


def url(path: str, name: object = None, /, **query: object) -> str:
    """An address of our own; parameters that are None are left out."""
    tail = f"/{quote(str(name), safe='')}" if name is not None else ""
    asked = urlencode({key.rstrip("_"): value for key, value in query.items() if value is not None})
    return f"{path}{tail}" + (f"?{asked}" if asked else "")


@lru_cache(maxsize=10_000)
def person_url(name: str) -> str:
    """Where a person's seats are shown. Remembered: the same few names come again and again."""
    return url("/person", name=name)


def link(address: str) -> str:
    """The address, if a page may link to it: nothing that runs."""
    return address if address.startswith(("https://", "http://", "mailto:")) else ""


def switch(path: str, asked: list[tuple[str, str]], lang: str) -> str:
    """The page that is shown, in another language."""
    return f"{quote(path)}?{urlencode([*asked, ('lang', lang)])}"
