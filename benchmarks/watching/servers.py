"""How servers fail and how they fidget: each a function that makes a site do so at one path, by name."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.detection.shells import SHELLS
from benchmarks.watching.acts import Shows
from tests.site import HTML, Site

Makes = Callable[[str], Shows]
"""From a page's HTML to a server that does something with it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """reasons: those that are right. alone: it concerns the whole host, or takes a moment."""

    makes: Makes
    reasons: tuple[str, ...]
    alone: bool = False


def answers(status: int, body: str | bytes = "<html><body>Fel</body></html>", **headers: str) -> Makes:
    named = {"Content-Type": HTML, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return lambda html: lambda site, path: site.answers(status, body, named, path)


def redirects(to: str, status: int = 302) -> Makes:
    return lambda html: lambda site, path: site.redirects(to.format(path=path), status, path)


def _to_a_page(html: str, to: str) -> Shows:
    """A redirect to another path of the site, where a page of it stands."""

    def shows(site: Site, path: str) -> None:
        site.shows(SHELLS["sitevision"]("Provlandet", "<p>Välkommen till Provlandet.</p>", ""), path=to)
        site.redirects(to, path=path)

    return shows


def _gzip(html: str) -> bytes:
    packer = zlib.compressobj(wbits=31)
    return packer.compress(html.encode()) + packer.flush()


def _half(html: str) -> int:
    return len(html.encode()) // 2


def _robots(text: str) -> Makes:
    def makes(html: str) -> Shows:
        def shows(site: Site, path: str) -> None:
            site.shows(html, path=path)
            site.answers(200, text, {"Content-Type": "text/plain"}, path="/robots.txt")

        return shows

    return makes


FAULTS: dict[str, Fault] = {
    "the connection is reset": Fault(lambda html: lambda site, path: site.hangs_up(path=path), ("unreachable",)),
    "no answer": Fault(lambda html: lambda site, path: site.hangs(path=path), ("unreachable",), alone=True),
    "a body that drips": Fault(lambda html: lambda site, path: site.drips(path=path), ("unreachable",), alone=True),
    "headers that drip": Fault(
        lambda html: lambda site, path: site.drips_headers(path=path), ("unreachable",), alone=True
    ),
    "fewer bytes than declared": Fault(
        lambda html: lambda site, path: site.cuts_after(_half(html), html, path), ("truncated",)
    ),
    "no last chunk": Fault(
        lambda html: lambda site, path: site.chunks(html.encode(), finished=False, path=path), ("truncated",)
    ),
    "half a gzip": Fault(
        lambda html: lambda site, path: site.zips(html, cut=len(_gzip(html)) // 2, path=path), ("truncated",)
    ),
    "a coding that was not asked for": Fault(
        lambda html: lambda site, path: site.shows(html, headers={"Content-Encoding": "br"}, path=path), ("not-html",)
    ),
    "206, a part": Fault(answers(206), ("truncated",)),
    "an empty 200": Fault(answers(200, ""), ("truncated",)),
    "500": Fault(answers(500), ("http-status",)),
    "502": Fault(answers(502), ("http-status",)),
    "503 with a time to come back": Fault(answers(503, Retry_After="600"), ("http-status",), alone=True),
    "504": Fault(answers(504), ("http-status",)),
    "404": Fault(answers(404), ("http-status",)),
    "410": Fault(answers(410), ("http-status",)),
    "204": Fault(answers(204, b""), ("http-status", "truncated")),
    "304 to a look without conditions": Fault(answers(304, b""), ("http-status",)),
    "401": Fault(answers(401), ("blocked",)),
    "403": Fault(answers(403), ("blocked",)),
    "429 with a time to come back": Fault(answers(429, Retry_After="600"), ("blocked",), alone=True),
    "a challenge of a shield": Fault(answers(503, cf_mitigated="challenge"), ("blocked",)),
    "a bomb": Fault(lambda html: lambda site, path: site.bombs(12, path), ("too-large",)),
    "more bytes than allowed": Fault(
        lambda html: lambda site, path: site.shows(html + " " * 11 * 2**20, path=path), ("too-large",)
    ),
    "a PDF": Fault(answers(200, b"%PDF-1.7\n", Content_Type="application/pdf"), ("not-html",)),
    "a PDF that is called a page": Fault(answers(200, b"%PDF-1.7\n\x00\x01\x02" + b"\x00" * 500), ("not-html",)),
    "a picture": Fault(answers(200, b"\x89PNG\r\n\x1a\n", Content_Type="image/png"), ("not-html",)),
    "JSON": Fault(answers(200, json.dumps({"error": 1}), Content_Type="application/json"), ("not-html",)),
    "redirected to the start page": Fault(lambda html: _to_a_page(html, "/"), ("redirected-away",)),
    "redirected to another site": Fault(redirects("http://localhost:9/sida"), ("redirected-away",)),
    "redirected in a circle": Fault(redirects("{path}"), ("redirected-away",)),
    "redirected to a login page": Fault(lambda html: _to_a_page(html, "/logga-in"), ("blocked",)),
    "redirected to an error page": Fault(lambda html: _to_a_page(html, "/sidan-hittades-inte"), ("soft-404",)),
    "redirected to no address": Fault(redirects("javascript:history.back()"), ("redirected-away",)),
    "robots.txt says no": Fault(_robots("User-agent: *\nDisallow: /\n"), ("robots",), alone=True),
}
"""Each leaves the page itself untouched: the look must not be taken for a change, nor for a quiet one."""


def _with(**headers: str) -> Makes:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda html: lambda site, path: site.shows(html, headers=named, path=path)


def _moved(html: str) -> Shows:
    def shows(site: Site, path: str) -> None:
        site.shows(html, path=f"{path}-ny")
        site.redirects(f"{path}-ny", 301, path)

    return shows


NOISE: dict[str, Makes] = {
    "no charset in the header": lambda html: lambda site, path: site.shows(html, "text/html", path=path),
    "a wrong charset in the header": lambda html: (
        lambda site, path: site.shows(html, "text/html; charset=iso-8859-1", path=path)
    ),
    "no type in the header": lambda html: lambda site, path: site.shows(html, None, path=path),
    "gzip": lambda html: lambda site, path: site.zips(html, path=path),
    "gzip that is none": _with(Content_Encoding="gzip"),
    "chunks": lambda html: (
        lambda site, path: site.chunks(html.encode()[: _half(html)], html.encode()[_half(html) :], path=path)
    ),
    "one reset, then the page": lambda html: lambda site, path: site.hangs_up(1, html, path),
    "moved within the site": _moved,
    "cookies and a policy": _with(Set_Cookie="s=1", Content_Security_Policy="default-src 'self'"),
    "another server": _with(Server="IIS/1.0", Via="1.1 cache", Age="100"),
    "spaces after the end": lambda html: lambda site, path: site.shows(html + "\n   \n", path=path),
    "a comment of the cache after the end": lambda html: (
        lambda site, path: site.shows(html + "<!-- cached 12:03 -->", path=path)
    ),
}
"""What a server may do with the same page: never a change, never a fault."""
