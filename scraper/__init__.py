"""From an address to a PageRecord, or a reason why not.

body | decode | read_content | parse | judge = Reading or CannotTell

The readers are imported only when something is read: most looks find the same bytes as before.
"""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from dataclasses import replace
from typing import TYPE_CHECKING

from records.outcome import CannotTell, Reason
from scraper.charset import decode, utf_8
from scraper.kind import has_markup, other_kind

if TYPE_CHECKING:
    from scraper.content import Content
    from scraper.reading import Reading

__all__ = ["PARSER_VERSION", "content_digest", "markup_digest", "read"]

PARSER_VERSION = 2
"""Raise it whenever the same body may give another record: what an older version read is then read again."""


def read(
    body: bytes,
    *,
    url: str = "",
    content_type: str | None = None,
    main: str | None = None,
    requested: str | None = None,
    had_end_tag: bool | None = None,
) -> Reading | CannotTell:
    """One body read and judged by absolute evidence; never raises, whatever the bytes.

    url: the address that answered, for links without a base; requested: the one asked for. content_type: the header's
    value. main: a CSS selector for the main content (UsageError if it is none). had_end_tag: the page's earlier bodies
    ended with </html>.
    """
    if not body.removeprefix(BOM_UTF8).strip():
        return CannotTell(Reason.TRUNCATED, "the body is empty")
    if kind := other_kind(body):
        return CannotTell(Reason.NOT_HTML, f"the body is {kind}")
    from scraper.fingerprint import fingerprint
    from scraper.judge import judge
    from scraper.parse import parse

    content = _content(body, url, content_type, main)
    reading = parse(content)
    doubt = judge(content, reading, requested=requested, final=url or None, had_end_tag=had_end_tag)
    plain = doubt is None or doubt.reason is Reason.TRUNCATED
    if plain and not content.has_end_tag and not has_markup(decode(body, content_type)):
        doubt = CannotTell(Reason.NOT_HTML, "the body is plain text, without any markup")
    return doubt or replace(reading, content_digest=_sha256(fingerprint(content)) or "")


def content_digest(
    body: bytes, *, url: str = "", content_type: str | None = None, main: str | None = None
) -> str | None:
    """A digest (hex) of what can decide a record: the main content, the date line, whether the body is whole.

    For one page at one address (url), equal digests mean equal readings, whatever stands around the content. A Reading
    carries the digest of its own body. None where a body is empty or cut, and must be judged.
    """
    if not body.removeprefix(BOM_UTF8).strip():
        return None
    from scraper.fingerprint import fingerprint

    return _sha256(fingerprint(_content(body, url, content_type, main)))


def markup_digest(body: bytes, *, content_type: str | None = None, main: str | None = None) -> str | None:
    """A digest (hex) of all the markup that a reading looks at; much cheaper than content_digest, and stricter.

    For one page at one address, equal digests mean equal readings, whatever scripts, comments, hidden fields and unread
    attributes hold. None where a body has no end tag.
    """
    from scraper.markup import markup

    return _sha256(markup(utf_8(body, content_type), main=main))


def _content(body: bytes, url: str, content_type: str | None, main: str | None) -> Content:
    """What a reader sees; where that says little by itself, with everything that stands around it."""
    from scraper.blocks import read_content

    content = read_content(decode(body, content_type), url=url, main=main)
    if content.is_bare and main is None:
        content = read_content(decode(body, content_type), url=url, whole=True)
    return content


def _sha256(text: str | None) -> str | None:
    return None if text is None else hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
