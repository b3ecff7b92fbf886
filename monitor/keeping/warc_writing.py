"""Writing WARC files (ISO 28500): what was received, in a form that any archive can read and replay.

A look that received a new body is a response record, one that received an earlier body again a revisit record. How long
that went on (first and last look, how many) is a metadata record, which Bevaka reads back and other programs ignore.
"""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from typing import IO

from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from monitor.keeping.warc import PAGE
from storage.answers import Sighting

_SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_NAMESPACE = uuid.UUID("6f1b1f0c-1f0e-4d53-9a57-0b6f8f2f5c11")


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


_OF_THE_PACKING = ("content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive")


def _http_headers(status: int, headers: Mapping[str, str], length: int) -> StatusAndHeaders:
    """The headers as received, without those that describe the packing: the body is kept unpacked."""
    kept = [
        (name, re.sub(r"[\r\n]+", " ", value)) for name, value in headers.items() if name.lower() not in _OF_THE_PACKING
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
