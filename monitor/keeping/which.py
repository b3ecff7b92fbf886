"""Which watched page a saved copy is of: the one that was named, or the one of its address. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from monitor.config import PageConfig
from records.forms import url_key


class Whose:
    """Finds the page of a copy among the configured ones. named: the page of all copies, whatever their address."""

    def __init__(self, pages: Sequence[PageConfig], named: str | None = None) -> None:
        self._pages = {page.name: page for page in pages}
        self._named = named

    def page(self, addresses: Sequence[str], said: str | None = None) -> str | None:
        """The page's name; None where no address is that of a page. said: a page's name in the copy itself.

        A copy without any address belongs to the only page, where there is only one.
        """
        if self._named is not None:
            return self._named
        if said in self._pages:
            return said
        if not addresses:
            return next(iter(self._pages)) if len(self._pages) == 1 else None
        return next((name for url in addresses for name in self._pages if self.is_of(url, name)), None)

    def is_named(self, addresses: Sequence[str]) -> bool:
        """Whether a page was named, and one of these is its address: then the others are not."""
        return self._named is not None and any(self.is_of(url, self._named) for url in addresses)

    def by_address(self) -> Whose:
        """The same pages, by their addresses alone."""
        named = self._pages if self._named is None else {self._named: self._pages[self._named]}
        return Whose(list(named.values()))

    def only_page(self, addresses: Sequence[str]) -> str | None:
        """The only page, where there is one and the copy is of another host: a site moves, and pages are served
        elsewhere to be tried. On its own host another address is another page.
        """
        if len(self._pages) != 1:
            return None
        (name,) = self._pages
        host = _host(self._pages[name].url)
        return name if all(_host(url) != host for url in addresses) else None

    def is_of(self, url: str, name: str) -> bool:
        return _key(url) == _key(self._pages[name].url)

    def address(self, name: str) -> str:
        return self._pages[name].url

    def why_not(self, addresses: Sequence[str]) -> str:
        """What to do about a copy that belongs to no watched page."""
        names = ", ".join(self._pages)
        if addresses:
            return f"its address {addresses[0]} is that of no page; say --page with one of {names}"
        return f"it does not say which page it is; say --page with one of {names}"


def _host(url: str) -> str:
    return _key(url).partition("/")[0].partition("?")[0]


def _key(url: str) -> str:
    """An address without its scheme, "www.", final slash or index file, and fragment."""
    key = url_key(url).partition("#")[0]
    parts = urlsplit(key)
    host = parts.netloc.removeprefix("www.").removesuffix(":80").removesuffix(":443")
    path = parts.path
    for index in ("/index.html", "/index.htm"):
        path = path.removesuffix(index)
    return f"{host}{path.rstrip('/')}?{parts.query}"
