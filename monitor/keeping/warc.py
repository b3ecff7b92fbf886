"""Reading WARC files (ISO 28500), those of crawlers and our own, damaged ones as far as they go."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders

from storage.values import Span

PAGE = "Bevaka-Page"
"""Our own header field: the name of the page that a record belongs to."""
_BEGINS = re.compile(rb"\x1f\x8b\x08|WARC/\d\.\d\r?\n")
_WINDOW = 2**20
_PIECE = 2**16
_LARGEST = 50 * 2**20
"""The largest body that is read, in bytes after unpacking: nothing larger is a page, and a zip bomb ends here."""


@dataclass(frozen=True, slots=True)
class Response:
    """One response or revisit record, without its body where it is a revisit. digest: of the payload, as written.

    refers: what a revisit stands for, by digest or by (address, time). number: of its place in the file. cut: why the
    body is not whole, as WARC-Truncated says.
    """

    number: int
    record_id: str
    url: str
    at: datetime
    status: int
    headers: Mapping[str, str]
    body: bytes | None
    digest: str | None
    has_body: bool
    refers: tuple[str, str] | None = None
    page: str | None = None
    cut: str | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """A metadata record of ours: how long looks went on to see what the record record_id holds."""

    record_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Broken:
    """A part of the file that could not be read, and why; what follows is read on."""

    why: str


Record = Response | Interval | Broken


def read_warc(path: Path) -> Iterator[Record]:
    """Every record that is of use, in the order of the file; OSError where the file itself cannot be read."""
    number = 0
    with path.open("rb") as file:
        offset: int | None = 0
        while offset is not None:
            file.seek(offset)
            records = _from_here(file)
            while True:
                try:
                    found = next(records)
                except StopIteration:
                    return
                except (ArchiveLoadFailed, ValueError, EOFError, KeyError, AttributeError, IndexError) as problem:
                    # what warcio raises at damaged records, besides its own error
                    yield Broken(f"after record {number}: {_one_line(problem)}")
                    break
                number += 1
                if isinstance(found, Broken):
                    yield Broken(f"record {number}: {found.why}")
                elif isinstance(found, Response):
                    yield replace(found, number=number)
                elif found is not None:
                    yield found
            offset = _next_beginning(file, _position(records, offset))


class _from_here:  # noqa: N801 (an iterator that remembers where its record began)
    """Records from the file's present position on; None for those that are of no use."""

    def __init__(self, file: IO[bytes]) -> None:
        self.at = file.tell()
        self._archive = ArchiveIterator(file, check_digests=True)

    def __iter__(self) -> _from_here:
        return self

    def __next__(self) -> Record | None:
        self.at = self._archive.offset
        record = next(self._archive)
        with contextlib.redirect_stderr(io.StringIO()):  # warcio tells people directly
            found = _understood(record)
            self._archive.read_to_end(record)
        return found


def _position(records: _from_here, fallback: int) -> int:
    return max(records.at, fallback)


def _next_beginning(file: IO[bytes], behind: int) -> int | None:
    """Where the next record may begin after a broken one that began at behind; None at the end of the file."""
    at = behind + 1
    while True:
        file.seek(at)
        window = file.read(_WINDOW)
        if found := _BEGINS.search(window):
            return at + found.start()
        if len(window) < _WINDOW:
            return None
        at += _WINDOW - 16


def _understood(record: Any) -> Record | None:
    kind = record.rec_type
    if kind == "metadata":
        return _interval(record)
    if kind not in ("response", "revisit", "resource"):
        return None
    names = record.rec_headers.get_header
    body = None
    if kind != "revisit":
        body = _body(record.content_stream())
        if body is None:
            return None
        if record.digest_checker.passed is False:
            return Broken(f"{names('WARC-Target-URI')} is not what its digest says")
        if _is_short(record):
            return Broken(f"{names('WARC-Target-URI')} ends before its end")
    http = record.http_headers
    return Response(
        number=0,
        record_id=names("WARC-Record-ID") or "",
        url=(names("WARC-Target-URI") or "").strip("<>"),
        at=_date(names("WARC-Date")),
        status=_status(http),
        headers=dict(http.headers) if http else {"Content-Type": names("Content-Type") or ""},
        body=body,
        digest=names("WARC-Payload-Digest"),
        has_body=body is not None,
        refers=_refers(names) if kind == "revisit" else None,
        page=names(PAGE),
        cut=names("WARC-Truncated"),
    )


def _body(stream: Any) -> bytes | None:
    """All of it, unpacked; None where it is larger than any page."""
    body = bytearray()
    while piece := stream.read(_PIECE):
        body += piece
        if len(body) > _LARGEST:
            return None
    return bytes(body)


def _is_short(record: Any) -> bool:
    """Whether the file ended inside the record."""
    return int(getattr(record.raw_stream, "limit", 0) or 0) > 0


def _status(http: StatusAndHeaders | None) -> int:
    code = http.get_statuscode() if http else "200"
    return int(code) if code and code.isdigit() else 0


def _refers(names: Any) -> tuple[str, str]:
    return (names("WARC-Refers-To-Target-URI") or names("WARC-Target-URI") or "", names("WARC-Refers-To-Date") or "")


def _interval(record: Any) -> Interval | None:
    about = record.rec_headers.get_header("WARC-Refers-To")
    lines = record.content_stream().read().decode("utf-8", "replace").splitlines()
    said = dict(line.split(": ", 1) for line in lines if ": " in line)
    if not about or not said.keys() >= {"bevaka-first-seen", "bevaka-last-seen", "bevaka-looks"}:
        return None
    first, last = _date(said["bevaka-first-seen"]), _date(said["bevaka-last-seen"])
    return Interval(about, Span(first, last, int(said["bevaka-looks"])))


def _date(text: str | None) -> datetime:
    moment = datetime.fromisoformat(text or "")
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)


def _one_line(problem: Exception) -> str:
    return " ".join(str(problem).split())[:120] or type(problem).__name__
