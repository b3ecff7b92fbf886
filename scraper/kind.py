"""Is a body a web page at all? What its first bytes say of its kind."""

from __future__ import annotations

import re

# Beginnings that are no page whatever the header says: PDF, zip (and Office), PNG, JPEG, GIF, gzip, OLE (old Office).
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
# Patterns here are compiled when first used: most answers are called pages, and are some.
_MARKUP = (
    rb"(?is)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|h[1-6]|main|table|ul)\b"
)
_FEED = rb"(?i)\s*<\?xml[^>]*>\s*(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:rdf|urlset|sitemapindex|svg)\b"
_XML = rb"(?i)\s*<\?xml[^>]*>\s*(?:<[?!][^>]*>\s*)*<([a-z][\w:.-]*)"
_DATA = rb"\s*(?:\{\s*[\"}]|\[\s*[\[\]{\"])"
_FIRST = 4096  # bytes that are looked at
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # the marks of UTF-16, whose letters have zero bytes
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\f\r\x1b"))
_TAG = r"(?i)<[a-z!/?]"


def is_binary(body: bytes) -> bool:
    """Whether the bytes begin as a file of another kind does."""
    return body.startswith(_BINARY)


def begins_as_page(body: bytes) -> bool:
    """Whether the first tag is one that pages begin with."""
    return re.match(_MARKUP, body[:_FIRST]) is not None


def has_markup(text: str) -> bool:
    """Whether there is any tag at all: without one it is plain text, and no page."""
    return re.search(_TAG, text) is not None


def _is_noise(first: bytes) -> bool:
    """Whether more than one byte in twenty is a control character, which no text has."""
    return 20 * (len(first) - len(first.translate(None, _CONTROLS))) > len(first)


def other_kind(body: bytes) -> str | None:
    """What a body is if it certainly is no page: "a file of another kind", "data", "a feed"; else None."""
    first = body[:_FIRST].removeprefix(b"\xef\xbb\xbf")
    if is_binary(body) or (not body.startswith(_WIDE) and _is_noise(first)):
        return "a file of another kind"
    if re.match(_FEED, first):
        return "a feed"
    other = re.match(_XML, first) is not None and not begins_as_page(first)
    return "data" if other or re.match(_DATA, first) else None
