"""When a saved page was captured, as names of files and folders say it. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import PurePath

from monitor.moments import STOCKHOLM, read_moment
from records.errors import UsageError

_DIGITS = re.compile(r"(?<!\d)(\d{14})(?!\d)")
_MOMENT = re.compile(
    r"(?<!\d)(\d{4})-?([01]\d)-?([0-3]\d)[T _.-]{1,2}([0-2]\d)[:._-]?([0-5]\d)(?:[:._-]?([0-5]\d))?"
    r"(Z|[+-]\d\d:?\d\d)?(?!\d)"
)
_DAY = re.compile(r"(?<!\d)(\d{4})-([01]\d)-([0-3]\d)(?!\d)")


def time_in_path(path: PurePath) -> datetime | None:
    """The time that a file's name gives, else the nearest folder's 14 digits; None where there is none."""
    found = time_in_name(path.name)
    if found is not None:
        return found
    return next((stamp for folder in path.parents if (stamp := _stamp(folder.name))), None)


def time_in_name(name: str) -> datetime | None:
    """From "20221004060000" (UTC, as archives write), "2022-10-04T06:00:00Z", "2022-10-04_0600" and the like.

    Without a zone a time with hyphens is Stockholm's, and a date alone means its end, as on the command line.
    """
    if found := _stamp(name):
        return found
    for moment in _MOMENT.finditer(name):
        year, month, day, hour, minute, second, zone = moment.groups()
        zone = "+00:00" if zone == "Z" else zone or ""
        text = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}"
        if at := _read(text):
            return at
    return next((at for day in _DAY.finditer(name) if (at := _read(day[0]))), None)


def _stamp(name: str) -> datetime | None:
    for digits in _DIGITS.findall(name):
        try:
            return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def _read(text: str) -> datetime | None:
    try:
        return read_moment(text)
    except UsageError:
        return None


def shown(moment: datetime) -> str:
    """For messages about files: in Stockholm, to the second."""
    return f"{moment.astimezone(STOCKHOLM):%Y-%m-%d %H:%M:%S}"
