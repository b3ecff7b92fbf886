"""Times as people and machines write them: Stockholm on the command line, UTC in JSON (DESIGN §6, §9)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import overload
from zoneinfo import ZoneInfo

from records.errors import UsageError

STOCKHOLM = ZoneInfo("Europe/Stockholm")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_moment(text: str, *, start: bool = False) -> datetime:
    """A date, or a date and time, as an aware UTC time; without zone it is Stockholm's.

    A date alone means its end (its start, where start is true). UsageError for what is no date.
    """
    text = text.strip()
    try:
        if _DATE.fullmatch(text):
            day = date.fromisoformat(text)
            if start:
                return datetime.combine(day, time(), STOCKHOLM).astimezone(UTC)
            return datetime.combine(day + timedelta(days=1), time(), STOCKHOLM).astimezone(UTC) - timedelta(seconds=1)
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=STOCKHOLM)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(f'"{text}" is not a date; write it like 2022-10-04 or 2022-10-04T08:00') from None


@overload
def write_moment(moment: datetime) -> str: ...
@overload
def write_moment(moment: None) -> None: ...
def write_moment(moment: datetime | None) -> str | None:
    """ "2022-10-04T06:00:00Z", as in all JSON."""
    return None if moment is None else moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
