"""All the markup that a reading is made from, by the parser alone, so that most looks need not read a page.

Apart from blocks/, of which it needs next to nothing: a look that finds nothing new loads neither blocks nor parse.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

# Where fresh tokens stand: elements and attributes that no reading looks at.
_UNREAD = ["script", "style", "noscript", "input", "meta"]
_UNREAD_ATTRIBUTE = re.compile(r' data-(?!bs-target|target|bevaka)[\w.:-]*="[^"]*"(?=[^<>]*>)')
_FEW_TAGS = 4000
_END = b"</html"


def markup(html: bytes, *, main: str | None = None) -> str | None:
    """Equal markup gives equal content; unequal markup may still do.

    html: the page in UTF-8, as the parser takes it. main: as for read_content. None without </html>: such a page must
    be judged. A fifth of the cost of read_content.
    """
    if _END not in html[-4096:].lower() and _END not in html.lower():
        return None
    tree = LexborHTMLParser(html if html.count(b"<") <= _FEW_TAGS else _tamed(html))
    if main is not None:
        from scraper.blocks import mark

        mark(tree, main)
    tree.strip_tags(_UNREAD)
    found = _without_comments(tree.html or "")
    return _UNREAD_ATTRIBUTE.sub("", found) if " data-" in found else found


def _tamed(html: bytes) -> bytes:
    """So few tags as most pages have cannot cost much, however they are nested; more may."""
    from scraper.blocks.tame import tame

    return tame(html.decode("utf-8", "replace")).encode()


def _without_comments(html: str) -> str:
    """By two words that are looked for: a pattern would try its luck at every tag."""
    kept: list[str] = []
    at = 0
    while (begin := html.find("<!--", at)) >= 0 and (end := html.find("-->", begin + 4)) >= 0:
        kept.append(html[at:begin])
        at = end + 3
    return "".join([*kept, html[at:]])
