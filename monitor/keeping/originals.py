"""A saved page as it was before an archive or a browser wrapped it: pure functions on its bytes.

A public web archive puts its own banner and scripts around a page, and rewrites its links to lead to its own copies; a
browser's "save" adds a comment. All of that is removed from the bytes, in whatever encoding: the marks are ASCII. What
they say of the page's address and of the time of the capture is kept.
"""

from __future__ import annotations

import contextlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_HEAD, _TAIL = 65_536, 8_192  # bytes at both ends in which savers leave their marks

# A link through an archive: https://host/web/20221004060000im_/https://…, and the same without its scheme or host. The
# time is looked for first, since most links have none.
_STAMP = re.compile(rb"\d{14}(?:[a-z]{2}_)?/(?=https?:|//|mailto:|tel:|data:|javascript:)", re.I)
_AHEAD_OF_STAMP = re.compile(rb"""["'=(\s,]((?:(?:https?:)?//[^/\s"'<>]+)?/(?:[\w.-]+/){0,3})\Z""", re.I)
_LONGEST_AHEAD = 200
# What archives put in, from a first mark to a last one, with the line break that they put behind it. The group of the
# first mark is the page's own.
_INSERTED = tuple(
    (re.compile(first), re.compile(last + rb"(?:\r?\n)?"))
    for first, last in (
        (rb"(<(?:head|HEAD)\b[^>]*>)", rb"<!--\s*End Wayback Rewrite JS Include\s*-->"),
        (rb"()<!--\s*BEGIN WAYBACK TOOLBAR INSERT\s*-->", rb"<!--\s*END WAYBACK TOOLBAR INSERT\s*-->"),
        (rb"()<!--\s*WB Insert\s*-->", rb"<!--\s*End WB Insert\s*-->"),
        (rb"()<!--\s*FILE ARCHIVED ON", rb"-->"),
        (rb"()<!--\s*playback timings", rb"-->"),
    )
)
_ARCHIVED_ON = re.compile(rb"()<!--\s*FILE ARCHIVED ON (\d\d:\d\d:\d\d \w{3} \d{1,2}, \d{4})")
_INIT = re.compile(rb"""\.wombat\(\s*["']([^"']+)["']\s*,\s*["'](\d{14})["']""")
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_SINGLE_FILE = re.compile(rb"Page saved with SingleFile\s*url:\s*(\S+)\s*saved date:\s*([^\r\n(]+)")
_MIRRORED = re.compile(rb"<!--\s*Mirrored from (\S+) by HTTrack[^,]*(?:\[[^\]]*\])?,\s*([^>]*?)\s*-->")
_META = re.compile(rb"<(?:meta|link)\b[^>]*>", re.I)
_ATTRIBUTE = re.compile(rb"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


@dataclass(frozen=True, slots=True)
class Original:
    """The page's own bytes. addresses: where it was found or says that it lives, the likeliest first. at: when a saver
    says that it was captured, in UTC; None where none does. The page's own date is never used for it.
    """

    body: bytes
    addresses: tuple[str, ...]
    at: datetime | None


def original_of(saved: bytes) -> Original:
    """Remove whatever an archive or a browser added. A page to which nothing was added comes back as it was."""
    body, archived = _unwrapped(saved)
    ends = body[:_HEAD] + b"\n" + body[-_TAIL:]
    at = _archived_at(saved) if archived else _saved_at(ends)
    found = [*(_archived_from(saved) if archived else ()), *_saved_from(ends), *_own_address(ends)]
    return Original(body, tuple(dict.fromkeys(filter(None, map(_web_address, found)))), at)


def body_of(saved: bytes) -> bytes:
    """The page's own bytes alone."""
    return _unwrapped(saved)[0]


def _unwrapped(saved: bytes) -> tuple[bytes, bool]:
    """Without an archive's banner, scripts, comments and links; whether there were any."""
    body = saved
    for first, last in _INSERTED:
        body = b"".join(_outside(body, first, last))
    body = b"".join(_with_own_links(body))
    return body, body != saved


def _with_own_links(body: bytes) -> Iterator[bytes]:
    at = 0
    for stamp in _STAMP.finditer(body):
        if ahead := _AHEAD_OF_STAMP.search(body, max(at, stamp.start() - _LONGEST_AHEAD), stamp.start()):
            yield body[at : ahead.start(1)]
            at = stamp.end()
    yield body[at:]


def _outside(body: bytes, first: re.Pattern[bytes], last: re.Pattern[bytes]) -> Iterator[bytes]:
    """The parts that no pair of marks encloses; a first mark without its last encloses nothing."""
    at = 0
    while (begun := first.search(body, at)) and (ended := last.search(body, begun.end())):
        yield body[at : begun.end(1)]
        at = ended.end()
    yield body[at:]


def _archived_from(saved: bytes) -> Iterator[bytes]:
    yield from (found[1] for found in _INIT.finditer(saved[:_HEAD]))


def _archived_at(saved: bytes) -> datetime | None:
    """The archive's own word for the capture of this very page; its links may lead to captures of other times."""
    if found := _INIT.search(saved):
        return _stamp(found[2].decode())
    if found := _ARCHIVED_ON.search(saved):
        return _parsed(found[1].decode(), "%H:%M:%S %b %d, %Y")
    return None


def _stamp(digits: str) -> datetime | None:
    return _parsed(digits, "%Y%m%d%H%M%S")


def _parsed(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form).replace(tzinfo=UTC)
    except ValueError:
        return None


def _saved_from(ends: bytes) -> Iterator[bytes]:
    for pattern in (_SAVED_FROM, _SINGLE_FILE):
        yield from (found[1] for found in pattern.finditer(ends))
    for found in _MIRRORED.finditer(ends):
        yield found[1] if b"://" in found[1] else b"https://" + found[1]
    yield from _of_tags(ends, "name", "savepage-url", "content")


def _own_address(ends: bytes) -> Iterator[bytes]:
    yield from _of_tags(ends, "rel", "canonical", "href")
    yield from _of_tags(ends, "property", "og:url", "content")


def _saved_at(ends: bytes) -> datetime | None:
    said = [found[2] for pattern in (_SINGLE_FILE, _MIRRORED) for found in pattern.finditer(ends)]
    said += _of_tags(ends, "name", "savepage-date", "content")
    for text in said:
        if moment := _clock(text.decode("latin-1").strip()):
            return moment
    return None


def _clock(text: str) -> datetime | None:
    """As JavaScript ("Tue Oct 04 2022 08:00:00 GMT+0200 (CEST)") or mail ("Tue, 04 Oct 2022 06:00:00 GMT") write it."""
    text = re.sub(r"\s*\(.*", "", text)
    for read in (_javascripts, parsedate_to_datetime):
        with contextlib.suppress(ValueError, OverflowError):  # no such time, or a year of twenty digits
            moment = read(text)
            return moment.astimezone(UTC) if moment.tzinfo else None
    return None


def _javascripts(text: str) -> datetime:
    return datetime.strptime(text, "%a %b %d %Y %H:%M:%S GMT%z")


def _of_tags(markup: bytes, key: str, value: str, wanted: str) -> Iterator[bytes]:
    """The wanted attribute of every meta or link tag whose key is value."""
    for tag in _META.findall(markup):
        attributes = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(tag)}
        if attributes.get(key.encode(), b"").lower() == value.encode() and wanted.encode() in attributes:
            yield attributes[wanted.encode()]


def _web_address(found: bytes) -> str | None:
    """As written in the markup, out of any archive; None for what is no web address."""
    text = html.unescape(found.decode("utf-8", "replace")).strip()
    text = re.sub(r"^.*?/\d{14}(?:[a-z]{2}_)?/(?=https?:)", "", text)
    return text if text.startswith(("http://", "https://")) else None
