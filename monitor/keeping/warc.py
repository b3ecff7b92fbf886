"""WARC files (ISO 28500): the only warcio import. What was received, in a form that any archive can read and replay.

A look that received a new body is a response record, one that received an earlier body again a revisit record. How long
that went on (first and last look, how many) is a metadata record, which Bevaka reads back and other programs ignore.
"""

from __future__ import annotations

import contextlib
import io
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from storage.answers import Sighting
from storage.memory import Span

PAGE = "Bevaka-Page"
"""Our own header field: the name of the page that a record belongs to."""
_SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_NAMESPACE = uuid.UUID("6f1b1f0c-1f0e-4d53-9a57-0b6f8f2f5c11")
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


# --- writing


@dataclass(slots=True)
class _Written:
    """What a file holds so far: the record that first held each body, by the body's SHA-256."""

    first: dict[str, tuple[str, str, str]] = field(default_factory=dict)  # record id, address, date


def write_warc(out: IO[bytes], seen: Iterable[Sighting], software: str) -> int:
    """Write everything that was received, each record a gzip member; how many looks with a body there were.

    The same history always gives the same bytes.
    """
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    done = _Written()
    count = 0
    for count, each in enumerate(seen, 1):
        if count == 1:
            _write_info(writer, each.first, software)
        record_id = _write_sighting(writer, done, each)
        if each.looks > 1 or each.last != each.first or (each.is_capture and each.received.at != each.first):
            _write_interval(writer, each, record_id)
    return count


def _id(*parts: object) -> str:
    return f"<urn:uuid:{uuid.uuid5(_NAMESPACE, ' '.join(map(str, parts)))}>"


def _when(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _write_info(writer: WARCWriter, at: datetime, software: str) -> None:
    headers = StatusAndHeaders(
        "",
        [("WARC-Type", "warcinfo"), ("WARC-Record-ID", _id("info", software, at)), ("WARC-Date", _when(at))],
        protocol="WARC/1.1",
    )
    text = f"software: {software}\r\nformat: WARC File Format 1.1\r\n".encode()
    record = writer.create_warc_record("", "warcinfo", warc_headers=headers, payload=io.BytesIO(text), length=len(text))
    writer.write_record(record)


def _write_sighting(writer: WARCWriter, done: _Written, each: Sighting) -> str:
    """A response, or a revisit where the file has the body already; its record id."""
    received = each.received
    at = _when(received.at if each.is_capture else each.first)
    record_id = _id("seen", received.page, at, each.number, received.sha256)
    headers = {"WARC-Record-ID": record_id, "WARC-Date": at, PAGE: received.page}
    if received.cut is not None:
        headers["WARC-Truncated"] = received.cut
    http = _http_headers(received.status, received.headers, len(received.body))
    digest = Digester("sha1")
    digest.update(received.body)
    before = done.first.get(received.sha256)
    if before is None:
        done.first[received.sha256] = (record_id, received.url, at)
        headers["WARC-Payload-Digest"] = str(digest)
        record = writer.create_warc_record(
            received.url,
            "response",
            payload=io.BytesIO(received.body),
            length=len(received.body),
            http_headers=http,
            warc_headers_dict=headers,
        )
    else:
        refers_to, url, date = before
        headers |= {
            "WARC-Profile": _SAME_PAYLOAD if each.is_capture else _NOT_MODIFIED,
            "WARC-Refers-To": refers_to,
            "WARC-Refers-To-Target-URI": url,
            "WARC-Refers-To-Date": date,
            "WARC-Payload-Digest": str(digest),
        }
        record = writer.create_warc_record(received.url, "revisit", http_headers=http, warc_headers_dict=headers)
    writer.write_record(record)
    return record_id


_OF_THE_JOURNEY = ("content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive")


def _http_headers(status: int, headers: Mapping[str, str], length: int) -> StatusAndHeaders:
    """The headers as received, without those that describe the packing: the body is kept unpacked."""
    kept = [
        (name, re.sub(r"[\r\n]+", " ", value)) for name, value in headers.items() if name.lower() not in _OF_THE_JOURNEY
    ]
    return StatusAndHeaders(f"{status} {_phrase(status)}", [*kept, ("Content-Length", str(length))], "HTTP/1.1")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def _write_interval(writer: WARCWriter, each: Sighting, about: str) -> None:
    text = (
        f"bevaka-first-seen: {_when(each.first)}\r\nbevaka-last-seen: {_when(each.last)}\r\n"
        f"bevaka-looks: {each.looks}\r\n"
    ).encode()
    headers = {
        "WARC-Record-ID": _id("interval", about),
        "WARC-Date": _when(each.last),
        "WARC-Refers-To": about,
        PAGE: each.received.page,
    }
    record = writer.create_warc_record(
        each.received.url, "metadata", payload=io.BytesIO(text), length=len(text), warc_headers_dict=headers
    )
    writer.write_record(record)
