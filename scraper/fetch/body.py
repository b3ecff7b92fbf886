"""The body of one answer, read within its limits."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx

from records.outcome import Reason
from scraper.fetch.answers import Download, EndOfFetch, Reply
from scraper.fetch.media import media_type
from scraper.fetch.unpack import BrokenPacking, UnknownPacking, Unpacker
from scraper.kind import begins_as_page

_WEB_PAGES = ("text/html", "application/xhtml+xml")
_FILE_TIMES = 50
"""How many times larger than a page a linked file may be: it is hashed, not kept."""
_FIRST = 4096


@dataclass(frozen=True, slots=True)
class Limits:
    """until: when the look must end, in seconds of the clock; deadline: how long it may take in all."""

    until: float
    deadline: float
    max_bytes: int
    clock: Callable[[], float]


def read_body(head: Reply, response: httpx.Response, limits: Limits) -> tuple[bytes, EndOfFetch | None]:
    """A body as long as it comes, and what ended it too early. head: the answer without it."""
    pieces: list[bytes] = []
    try:
        for piece in _unpacked(head, response, limits, limits.max_bytes):
            pieces.append(piece)
    except EndOfFetch as end:
        return b"".join(pieces), end
    return b"".join(pieces), None


def download(head: Reply, response: httpx.Response, limits: Limits) -> Download:
    """A file, hashed as it comes, so that one too large to keep can still be recognised. EndOfFetch for a web page."""
    digest, size, kept = hashlib.sha256(), 0, bytearray()
    for piece in _unpacked(head, response, limits, _FILE_TIMES * limits.max_bytes):
        digest.update(piece)
        size += len(piece)
        if size <= limits.max_bytes:
            kept += piece
    if media_type(head.headers) in _WEB_PAGES or begins_as_page(bytes(kept[:_FIRST])):
        raise EndOfFetch(Reason.NOT_HTML, "a web page came in the file's place")
    body = bytes(kept) if size <= limits.max_bytes else None
    return Download(head.requested, head.url, head.headers, digest.hexdigest(), size, body)


def _unpacked(head: Reply, response: httpx.Response, limits: Limits, most: int) -> Iterator[bytes]:
    if int(head.headers.get("content-length", "0").strip() or "0") > most:
        raise _too_large(most)
    size = 0
    try:
        unpack = Unpacker(head.headers.get("content-encoding", ""))
        for chunk in _raw(response, limits):
            for piece in unpack.feed(chunk):
                size += len(piece)
                if size > most:
                    raise _too_large(most)
                yield piece
    except UnknownPacking as error:
        raise EndOfFetch(Reason.NOT_HTML, str(error)) from error
    except BrokenPacking as error:
        raise EndOfFetch(Reason.TRUNCATED, str(error)) from error
    if not unpack.finished:
        raise EndOfFetch(Reason.TRUNCATED, "the compressed body ends before its end", "disconnect")


def _raw(response: httpx.Response, limits: Limits) -> Iterator[bytes]:
    try:
        for chunk in response.iter_raw():
            if limits.clock() >= limits.until:
                raise _late(limits)
            yield chunk
    except httpx.TimeoutException as error:
        raise EndOfFetch(Reason.UNREACHABLE, "timeout: the body stopped coming", "time") from error
    except httpx.TransportError as error:
        if limits.clock() >= limits.until:
            raise _late(limits) from error
        ended = f"the connection ended within the body ({error})"
        raise EndOfFetch(Reason.TRUNCATED, ended, "disconnect") from error


def _too_large(most: int) -> EndOfFetch:
    return EndOfFetch(Reason.TOO_LARGE, f"more than {most} bytes", "length")


def _late(limits: Limits) -> EndOfFetch:
    return EndOfFetch(Reason.UNREACHABLE, f"timeout: the body took longer than {limits.deadline:g} s", "time")
