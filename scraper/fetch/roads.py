"""The ways to the sites: httpx's transports, straight or through the proxy that the surroundings name.

httpx's client would choose among them, follow redirects, keep cookies and log. A look does all that itself or must not
have it, and it was a tenth of what an unchanged page costs.
"""

from __future__ import annotations

import ssl
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
import truststore

from records.errors import UsageError


class Roads:
    """Kept open until close(), with their connections. given: the one road to every site, where there is one."""

    def __init__(self, given: httpx.BaseTransport | None) -> None:
        self._given = given
        self._by_proxy: dict[str | None, httpx.BaseTransport] = {}
        self._by_origin: dict[str, httpx.BaseTransport] = {}

    def to(self, origin: str) -> httpx.BaseTransport:
        """The road to an origin ("https://example.org:444"). UsageError where its proxy is none that can be used."""
        if origin not in self._by_origin:
            self._by_origin[origin] = self._given or self._through(_proxy_of(origin))
        return self._by_origin[origin]

    def _through(self, proxy: str | None) -> httpx.BaseTransport:
        if proxy not in self._by_proxy:
            trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # what the system trusts
            try:
                self._by_proxy[proxy] = httpx.HTTPTransport(verify=trust, proxy=proxy)
            except (ValueError, ImportError, httpx.InvalidURL) as problem:  # its message shows no password
                why = str(problem).partition(". ")[0]
                raise UsageError(
                    f"the proxy of the surroundings cannot be used ({why}); mend http_proxy and its like"
                ) from None
        return self._by_proxy[proxy]

    def close(self) -> None:
        for road in {*self._by_origin.values()}:
            road.close()
        self._by_origin.clear()
        self._by_proxy.clear()


def _proxy_of(origin: str) -> str | None:
    """The proxy that the surroundings name for it (http_proxy, no_proxy and their like); None for none."""
    parts, named = urlsplit(origin), getproxies()
    proxy = named.get(parts.scheme) or named.get("all")
    if not proxy or proxy_bypass(parts.hostname or ""):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
