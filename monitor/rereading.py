"""How the history is read again: the scraper behind storage's Reader, for reparse, import and verify."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import scraper
from monitor.config import PageConfig
from records.diff import diff
from records.outcome import CannotTell, Reason
from scraper.judge import judge_against
from scraper.reading import Reading
from scraper.status import refused_by_status
from storage.derivation.chain import Past, Reader, Reread
from storage.values import Capture, Parsed


def make_reader(pages: Iterable[PageConfig]) -> Reader:
    """A reader that knows each page's own settings; a page that is no longer configured is read without any."""
    known = {page.name: page for page in pages}

    def read(page: str, capture: Capture, *, past: Past | None, settled: bool) -> Reread:
        if refusal := _refused(capture):
            return Reread(None, refusal)
        reading = _read(capture, known.get(page), past=None if settled else past)
        if isinstance(reading, CannotTell):
            return Reread(None, reading, misfit=_fits_another_design(capture, known.get(page)))
        parsed = parsed_of(reading, known.get(page))
        if settled or past is None:
            return Reread(parsed)
        changes = diff(past.record, reading.record)
        return Reread(parsed, judge_against(past.record, reading, changes) if changes else None)

    return read


_CUT = {
    "length": (Reason.TOO_LARGE, "the body was cut at a limit of size"),
    "time": (Reason.UNREACHABLE, "timeout: the body stopped coming"),
    "disconnect": (Reason.TRUNCATED, "the connection ended within the body"),
}


def _refused(capture: Capture) -> CannotTell | None:
    """Why an answer cannot be the page, by its status, headers and completeness, in the words of a live look."""
    headers = _lower(capture.headers)
    if 300 <= capture.status < 400 and (to := headers.get("location")):
        return CannotTell(Reason.REDIRECTED_AWAY, f"redirected to {to}")
    if refusal := refused_by_status(capture.status, headers):
        return refusal
    if capture.cut is None:
        return None
    kind = headers.get("content-type", "nothing")
    return CannotTell(*_CUT.get(capture.cut, (Reason.NOT_HTML, f"the content was not read; it is called {kind}")))


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _read(capture: Capture, page: PageConfig | None, *, past: Past | None) -> Reading | CannotTell:
    """Read and judge by absolute evidence in the body. The address that was asked for is not known any more."""
    headers = _lower(capture.headers)
    return scraper.read(
        capture.body,
        url=capture.url,
        content_type=headers.get("content-type"),
        main=page.main if page else None,
        had_end_tag=past.complete if past else None,
    )


def _fits_another_design(capture: Capture, page: PageConfig | None) -> bool:
    """Whether a refused capture is a page but for the part that the settings name, which it does not have."""
    whole = _read(capture, replace(page, main=None), past=None) if page and page.main else None
    return isinstance(whole, Reading)


def parsed_of(reading: Reading, page: PageConfig | None, markup_digest: str | None = None) -> Parsed:
    """A reading as it is kept. Without a markup_digest the next look compares the content, and keeps its own digest."""
    return Parsed(
        record=reading.record,
        content_digest=reading.content_digest,
        markup_digest=markup_digest,
        complete=reading.complete,
        parser_version=scraper.PARSER_VERSION,
        settings_digest=page.settings_digest if page else "",
        provenance=reading.provenance(),
    )
