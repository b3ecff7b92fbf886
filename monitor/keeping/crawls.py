"""Captures in WARC files: which records are a look at which page, and where their bodies are.

The files of a crawl belong together: a revisit may refer to a response in a file of another day, and a page that has
moved is found where its redirect leads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urljoin

from monitor.keeping.found import Findings, Found
from monitor.keeping.warc import Broken, Interval, Response, read_warc
from monitor.keeping.which import Whose
from scraper.fetch.address import is_same_site
from storage.values import Span

_LED_WITHIN = timedelta(minutes=1)
"""The longest time from a redirect to the look at its target: a crawler follows at once, or for another reason."""


@dataclass(frozen=True, slots=True)
class _At:
    """A response or revisit record, without its body, and its file."""

    path: Path
    record: Response


def find_in_warcs(paths: Sequence[Path], whose: Whose, findings: Findings) -> None:
    """Two kinds of records give a capture: a response, and a revisit of a response in any of these files."""
    seen: list[_At] = []
    spans: dict[str, Span] = {}
    for path in paths:
        _describe(path, seen, spans, findings)
    if whose.is_named([each.record.url for each in seen]):
        whose = whose.by_address()
    holders = [each for each in seen if each.record.has_body]
    by_digest = {each.record.digest: each for each in holders if each.record.digest}
    by_place = {(each.record.url, f"{each.record.at:%Y-%m-%dT%H:%M:%SZ}"): each for each in holders}
    led: dict[str, tuple[str, datetime]] = {}
    for each in sorted(seen, key=lambda one: (one.record.at, str(one.path), one.record.number)):
        record = each.record
        page = whose.page([record.url], record.page) or _led_to(led, record)
        if page is None:
            findings.elsewhere += 1
            continue
        if 300 <= record.status < 400 and record.page is None:  # a redirect of ours is a look that could not tell
            _lead_on(led, record, page)
            continue
        refers = record.refers or ("", "")
        holder = each if record.has_body else by_digest.get(record.digest or "") or by_place.get(refers)
        if holder is None:
            findings.problems.append(f"{each.path}: record {record.number} stands for another that is not here")
            continue
        findings.found.append(_found(record, page, holder, spans.get(record.record_id)))


def _describe(path: Path, seen: list[_At], spans: dict[str, Span], findings: Findings) -> None:
    try:
        for record in read_warc(path):
            match record:
                case Broken(why=why):
                    findings.problems.append(f"{path}: {why}; the rest of it was read")
                case Interval(record_id=about, span=span):
                    spans[about] = span
                case Response():
                    seen.append(_At(path, replace(record, body=None)))
    except OSError as problem:
        findings.problems.append(f"{path} cannot be read ({problem.strerror or problem})")


def _lead_on(led: dict[str, tuple[str, datetime]], record: Response, page: str) -> None:
    """As a look does: within the site."""
    location = next((value for name, value in record.headers.items() if name.lower() == "location"), None)
    try:
        to = urljoin(record.url, location or "")
        if location and is_same_site(record.url, to):
            led[to] = page, record.at
    except ValueError:
        pass  # what leads to no address leads nowhere


def _led_to(led: dict[str, tuple[str, datetime]], record: Response) -> str | None:
    page, at = led.get(record.url, (None, record.at))
    return page if timedelta(0) <= record.at - at <= _LED_WITHIN else None


def _found(record: Response, page: str, holder: _At, span: Span | None) -> Found:
    held = holder.record
    status, headers = (record.status, record.headers) if record.status else (held.status, held.headers)
    cut = record.cut if record.page is not None else held.cut  # others say of a revisit that its own body is left out
    return Found(holder.path, held.number, page, record.url, record.at, status, headers, span, cut)
