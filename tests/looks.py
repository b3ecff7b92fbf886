"""Looks at an invented page, as the storage tests tell them: values in, no page read, no clock."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from records.changes import Change, ChangeKind, ChangeSet
from records.outcome import Baseline, CannotTell, Changed, Reason, Unchanged
from records.page import Collaboration, PageRecord, Representative
from storage.messages import Told
from storage.values import Capture, Hold, Learned, Parsed, Standing

START = datetime(2022, 10, 3, 6, tzinfo=UTC)
URL = "https://example.org/samarbeten"
PAGE = "kronoberg"


def hours(count: float) -> datetime:
    return START + timedelta(hours=count)


def page_of(*names: str, collaboration: str = "Euroregion Baltic", abbreviation: str | None = "ERB") -> PageRecord:
    """A page whose one collaboration has these members."""
    people = tuple(Representative(name, "M", "ledamot") for name in names)
    organ = Collaboration(collaboration, abbreviation=abbreviation, representatives=people)
    return PageRecord(title="Internationella samarbeten", collaborations=(organ,))


def capture(text: str, at: datetime, *, status: int = 200, etag: str | None = None) -> Capture:
    headers = {"Content-Type": "text/html"} | ({"ETag": etag} if etag else {})
    return Capture(URL, status, headers, text.encode(), at)


def parsed(record: PageRecord, digest: str) -> Parsed:
    return Parsed(
        record,
        content_digest=digest,
        complete=True,
        parser_version=1,
        provenance={"claims": [], "blocks": [], "unclaimed": []},
    )


def standing(outcome: str, at: datetime) -> Standing:
    return Standing(outcome=outcome, last_look_at=at, next_check_at=at + timedelta(hours=1))


def baseline(record: PageRecord, at: datetime, *, body: str = "first", page: str = PAGE) -> Learned:
    return Learned(
        page, at, Baseline(record), standing("baseline", at), capture(body, at, etag='"1"'), parsed(record, body)
    )


def unchanged(at: datetime, *, page: str = PAGE) -> Learned:
    """A 304."""
    return Learned(page, at, Unchanged(), standing("unchanged", at))


def replaced(before: str, after: str) -> ChangeSet:
    """One seat in ERB that another person took."""
    old, new = ({"name": name, "party": "M", "role": "ledamot"} for name in (before, after))
    change = Change(ChangeKind.REPRESENTATIVE_REPLACED, "Euroregion Baltic", after, old, new)
    return ChangeSet((change,), silent_edit=True)


def changed(
    record: PageRecord,
    changes: ChangeSet,
    at: datetime,
    *,
    body: str,
    messages: Callable[[int | None], Told] = lambda _: (),
) -> Learned:
    return Learned(
        PAGE,
        at,
        Changed(record, changes),
        standing("changed", at),
        capture(body, at),
        parsed(record, body),
        messages=messages,
    )


def unreachable(at: datetime, *, reason: Reason = Reason.UNREACHABLE, body: str | None = None) -> Learned:
    received = capture(body, at, status=503) if body else None
    return Learned(PAGE, at, CannotTell(reason, "no answer"), standing("cannot-tell", at), received)


def held(record: PageRecord, changes: ChangeSet, at: datetime, *, body: str, before: Hold | None = None) -> Learned:
    """A look that is held, or agrees with one that is."""
    read = parsed(record, body)
    answer = CannotTell(Reason.IMPLAUSIBLE, "everybody is gone", held=True, changes=changes)
    hold = Hold(
        read,
        "",
        before.since if before else at,
        at,
        before.looks + 1 if before else 1,
        changes,
        answer.reason,
        answer.detail,
    )
    state = dataclasses.replace(standing("cannot-tell", at), held=True, reason=answer.reason)
    return Learned(PAGE, at, answer, state, capture(body, at), read, hold)
