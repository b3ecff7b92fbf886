"""Times as people and machines write them: Stockholm on the command line, UTC in JSON (DESIGN §6, §9)."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import overload
from zoneinfo import ZoneInfo

from records.errors import UsageError

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_LONGEST_DATE = len("2022-10-04")
"""What is no longer is a date alone: ISO 8601 has shorter forms of one (2022-W40), and none of a date with a time."""


def read_moment(text: str, *, start: bool = False) -> datetime:
    """A date, or a date and time, as an aware UTC time; without zone it is Stockholm's.

    A date alone means its end (its start, where start is true). UsageError for what is no date.
    """
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text)
        if len(text) <= _LONGEST_DATE:
            moment = datetime.combine(moment, time() if start else time(23, 59, 59))
        return (moment if moment.tzinfo else moment.replace(tzinfo=STOCKHOLM)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(f'"{text}" is not a date; write it like 2022-10-04 or 2022-10-04T08:00') from None


@overload
def write_moment(moment: datetime) -> str: ...
@overload
def write_moment(moment: None) -> None: ...
def write_moment(moment: datetime | None) -> str | None:
    """ "2022-10-04T06:00:00Z", as in all JSON."""
    if moment is None:
        return None
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
