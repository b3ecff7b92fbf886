"""From an address to a PageRecord, or a reason why not.

body | decode | read_content | parse | judge = Reading or CannotTell

What reads is imported when something is read: most looks find the very bytes that were read before.
"""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from dataclasses import replace

from records.outcome import CannotTell, Reason
from scraper.charset import decode, utf_8
from scraper.content import Block, Content, Heading, Item, Paragraph, Row
from scraper.kind import has_markup, other_kind
from scraper.reading import Claim, Reading

__all__ = ["PARSER_VERSION", "Claim", "Reading", "content_digest", "markup_digest", "read"]

PARSER_VERSION = 1
"""Rises whenever the same body may give another record: what was read by an older one is read again."""


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
    from scraper.judge import judge
    from scraper.parse import parse

    content = _content(body, url, content_type, main)
    reading = parse(content)
    doubt = judge(content, reading, requested=requested, final=url or None, had_end_tag=had_end_tag)
    if doubt is None and not content.has_end_tag and not has_markup(decode(body, content_type)):
        doubt = CannotTell(Reason.NOT_HTML, "the body is plain text, without any markup")
    return doubt or replace(reading, content_digest=_digest(content) or "")


def content_digest(
    body: bytes, *, url: str = "", content_type: str | None = None, main: str | None = None
) -> str | None:
    """A digest (hex) of what can decide a record: the main content, the date line, whether the body is whole.

    Equal digests of one page at one address (url) are equal readings, whatever stands around the content; a Reading
    carries that of its own body. None where a body is empty or cut, and must be judged.
    """
    if not body.removeprefix(BOM_UTF8).strip():
        return None
    return _digest(_content(body, url, content_type, main))


def markup_digest(body: bytes, *, content_type: str | None = None, main: str | None = None) -> str | None:
    """A digest (hex) of all the markup that a reading looks at; much cheaper than content_digest, and stricter.

    Equal digests of one page at one address are equal readings, whatever scripts, comments, hidden fields and unread
    attributes hold. None where a body has no end tag.
    """
    from scraper.blocks import markup

    text = markup(utf_8(body, content_type), main=main)
    return None if text is None else _sha256(text)


def _content(body: bytes, url: str, content_type: str | None, main: str | None) -> Content:
    """What a reader sees; where that says little by itself, with everything that stands around it."""
    from scraper.blocks import read_content

    content = read_content(decode(body, content_type), url=url, main=main)
    if content.is_bare and main is None:
        content = read_content(decode(body, content_type), url=url, whole=True)
    return content


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _digest(content: Content) -> str | None:
    from scraper.parse.datelines import is_date_line

    if content.cut or not content.main:
        return None
    parts = [content.url, content.title or "", str(content.has_end_tag)]
    for block in content.main:
        parts += _fingerprint(block)
    for block, following in _pairs(content):
        if is_date_line(block):
            parts += [*_fingerprint(block), *(_fingerprint(following) if following else ())]
    return _sha256("\x1f".join(parts))


def _pairs(content: Content) -> zip[tuple[Block, Block | None]]:
    """The blocks outside the main content, each with the one behind it: a date may follow its label."""
    return zip(content.rest, (*content.rest[1:], None), strict=False)


def _fingerprint(block: Block) -> list[str]:
    parts = [type(block).__name__, block.text, *(f"{link.label}\x1e{link.url}" for link in block.links)]
    match block:
        case Heading(level=level, soft=soft):
            parts += [str(level), str(soft)]
        case Item(times=times, depth=depth, starts=starts):
            parts += [*times, str(depth), str(starts)]
        case Paragraph(times=times, gap=gap):
            parts += [*times, str(gap)]
        case Row():
            parts += [*block.cells, *block.heads, *block.times, block.caption or "", str(block.starts)]
    return parts
