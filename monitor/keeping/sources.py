"""What was given to be imported: saved pages, folders of them, WARC files, whole databases. Finds and describes them.

Nothing is kept in memory but the descriptions: bodies are read again, file by file, when they are stored.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from monitor.keeping.crawls import find_in_warcs
from monitor.keeping.found import Findings, Found
from monitor.keeping.originals import Original, body_of, original_of
from monitor.keeping.warc import Response, read_warc
from monitor.keeping.when import shown, time_in_path
from monitor.keeping.which import Whose
from monitor.moments import read_moment
from records.errors import UsageError
from scraper.kind import begins_as_page, other_kind
from storage.values import Capture

_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_TAG = re.compile(rb"<[a-zA-Z!]")
_FIRST = 4096


def is_database(source: str) -> bool:
    """A Bevaka database: its address, or an SQLite file."""
    return "://" in source or _beginning(Path(source)).startswith(b"SQLite format 3\x00")


def find(sources: Sequence[str], whose: Whose, at: datetime | None, now: datetime) -> Findings:
    """Describe every capture in these files and folders. at: the time of the one page that was given."""
    findings = Findings()
    pages: list[tuple[Path, bool]] = []
    warcs: list[Path] = []
    for path, named in _files(sources):
        kind = _kind(path)
        if kind == "warc":
            if at is not None:
                raise UsageError(f"--at is for one saved page; {path} has its own times")
            warcs.append(path)
        elif kind == "page" or named:
            pages.append((path, named))
    if at is not None and len(pages) != 1:
        raise UsageError(f"--at is the time of one saved page, and {len(pages)} were found; give them one by one")
    find_in_warcs(warcs, whose, findings)
    for path, named in pages:
        _find_page(path, whose, at, findings, named=named)
    _refuse_the_future(findings, now)
    return findings


def _files(sources: Sequence[str]) -> Iterator[tuple[Path, bool]]:
    """Every file, folders opened up; whether it was named itself."""
    for source in sources:
        path = Path(source)
        if path.is_dir():
            inside = sorted(each for each in path.rglob("*") if each.is_file())
            yield from ((each, False) for each in inside if not each.name.startswith("."))
        elif path.is_file():
            yield path, True
        else:
            raise UsageError(f"there is no file {source}; name saved pages, folders, WARC files or one database")


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_FIRST)
    except OSError:
        return b""


def _kind(path: Path) -> str | None:
    """ "warc" or "page"; None for what is neither, by name or beginning."""
    begins = _beginning(path)
    if begins.startswith(b"WARC/") or (begins.startswith(b"\x1f\x8b") and _packed_warc(path)):
        return "warc"
    if path.suffix.lower() in _PAGES or (path.suffix.lower() in ("", ".php", ".aspx") and begins_as_page(begins)):
        return "page"
    return "page" if _numbers_only(path) and begins_as_page(begins) else None


def _numbers_only(path: Path) -> bool:
    """ "page.20221004" and the like: the suffix is a part of a time."""
    return path.suffix[1:].isdigit()


def _packed_warc(path: Path) -> bool:
    if path.name.lower().endswith((".warc.gz", ".warc")):
        return True
    try:
        with gzip.open(path) as file:
            return file.read(5) == b"WARC/"
    except (OSError, EOFError):
        return False


# --- saved pages


def _find_page(path: Path, whose: Whose, at: datetime | None, findings: Findings, *, named: bool) -> None:
    try:
        saved = path.read_bytes()
    except OSError as problem:
        findings.problems.append(f"{path} cannot be read ({problem.strerror})")
        return
    if why := _no_page(path, saved):
        findings.problems.append(f"{path} is no page: {why}")
        return
    original = original_of(saved)
    beside = _sidecar(path)
    addresses = ([beside["url"]] if "url" in beside else []) + list(original.addresses)
    page = whose.page(addresses)
    if page is None and (page := whose.only_page(addresses)):
        findings.notes.append(f"{path}: its address is {addresses[0]}; it is taken for {page}, the only page")
    if page is None:
        if named or not addresses:
            findings.problems.append(f"{path}: {whose.why_not(addresses)}")
        else:
            findings.elsewhere += 1
        return
    moment, supposed = _time_of(path, at, beside, original)
    if supposed:
        findings.notes.append(f"{path}: the time is the file's own, {shown(moment)}; --at TIME knows better")
    url = addresses[0] if addresses and whose.is_of(addresses[0], page) else whose.address(page)
    findings.found.append(Found(path, 0, page, url, moment, beside.get("status", 200), beside.get("headers", {})))


def _no_page(path: Path, saved: bytes) -> str | None:
    if not saved.strip():
        return "it is empty"
    if kind := other_kind(saved):
        return f"it is {kind}"
    if not begins_as_page(saved) and not (path.suffix.lower() in _PAGES and _TAG.search(saved[:_FIRST])):
        return "it does not begin as HTML does"
    return None


def _time_of(path: Path, at: datetime | None, beside: Mapping[str, Any], original: Original) -> tuple[datetime, bool]:
    """When it was captured; True where only the file's own time is known, which copying may have changed."""
    known = at or beside.get("at") or time_in_path(path) or original.at
    if known is not None:
        return known, False
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0), True


def _sidecar(path: Path) -> dict[str, Any]:
    """NAME.html.json or NAME.json beside a page: {"at", "url", "status", "headers"}, each of them optional."""
    for place in (path.with_name(path.name + ".json"), path.with_suffix(".json")):
        if place.is_file():
            return _sidecar_values(place)
    return {}


def _sidecar_values(place: Path) -> dict[str, Any]:
    try:
        said = json.loads(place.read_text("utf-8"))
        values: dict[str, Any] = {}
        if said.get("at") is not None:
            values["at"] = read_moment(str(said["at"]))
        if said.get("url") is not None:
            values["url"] = str(said["url"])
        if said.get("status") is not None:
            values["status"] = int(said["status"])
        if said.get("headers") is not None:
            values["headers"] = {str(name): str(value) for name, value in said["headers"].items()}
    except (OSError, ValueError, AttributeError, TypeError, UsageError) as problem:
        raise UsageError(f'{place} cannot be understood ({problem}); write {{"at": …, "url": …}}') from problem
    return values


def _refuse_the_future(findings: Findings, now: datetime) -> None:
    late = [each for each in findings.found if each.at > now]
    for each in late:
        findings.problems.append(f"{each.file}: {shown(each.at)} has not been yet; say when it was captured with --at")
    findings.found = [each for each in findings.found if each.at <= now]


# --- reading them again


def captures(found: Sequence[Found]) -> Iterator[Capture]:
    """The captures themselves, each file read once."""
    by_file: dict[Path, dict[int, list[Found]]] = {}
    for each in found:
        by_file.setdefault(each.file, {}).setdefault(each.record, []).append(each)
    for file, wanted in by_file.items():
        for body, mine in _bodies(file, wanted):
            yield from (each.capture(body) for each in mine)


def _bodies(file: Path, wanted: Mapping[int, list[Found]]) -> Iterator[tuple[bytes, list[Found]]]:
    if 0 in wanted:
        yield body_of(file.read_bytes()), wanted[0]
        return
    for record in read_warc(file):
        if isinstance(record, Response) and record.body is not None and record.number in wanted:
            yield record.body, wanted[record.number]
