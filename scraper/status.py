"""What an answer's status and headers say before its body is read, for a live answer and for a saved one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from records.outcome import CannotTell, Reason

_BLOCKED = frozenset({401, 403, 407, 429, 451})
_LONGEST = 31 * 86400.0
"""Seconds: nobody waits longer for a site, and a number without end would leave the calendar."""


def refused_by_status(status: int, headers: Mapping[str, str]) -> CannotTell | None:
    """Why an answer of this status is not the page; None where it may be. headers: names in lower case."""
    after = retry_after(headers.get("retry-after"))
    if status in _BLOCKED or headers.get("cf-mitigated") or headers.get("x-amzn-waf-action"):
        return CannotTell(Reason.BLOCKED, f"the server answered {status}", retry_after=after)
    if status == 206:
        return CannotTell(
            Reason.TRUNCATED, "the server answered 206: a part of the page, though all of it was asked for"
        )
    if status not in (200, 203):
        return CannotTell(Reason.HTTP_STATUS, f"the server answered {status}", retry_after=after)
    return None


def retry_after(value: str | None) -> float | None:
    """Seconds that the header asks for, 31 days at most: a number, or a time from now on."""
    if not value:
        return None
    if value.strip().isdecimal():
        return min(float(value), _LONGEST)
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, OverflowError):  # a year of twenty digits
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max(0.0, (at - datetime.now(UTC)).total_seconds()), _LONGEST)
