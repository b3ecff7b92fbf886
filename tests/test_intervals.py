"""A seat's beginning is told as an honest interval, in as few words as it can be."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitor.telling.answers import bounds
from monitor.telling.intervals import between
from notifier.wording import Language


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "by", "swedish", "english"),
    [
        (
            "2022-10-03T04:00",
            "2022-10-04T04:00",
            "mellan 3 och 4 oktober 2022 kl. 06",
            "between 3 and 4 October 2022 at 06:00",
        ),
        (
            "2022-10-04T04:00",
            "2022-10-04T05:00",
            "4 oktober 2022 mellan kl. 06 och 07",
            "4 October 2022 between 06:00 and 07:00",
        ),
        (
            "2022-10-03T16:00",
            "2022-10-04T04:15",
            "mellan 3 oktober kl. 18.00 och 4 oktober 2022 kl. 06.15",
            "between 3 October at 18:00 and 4 October 2022 at 06:15",
        ),
        (
            "2022-09-30T04:00",
            "2022-10-03T04:00",
            "mellan 30 september och 3 oktober 2022 kl. 06",
            "between 30 September and 3 October 2022 at 06:00",
        ),
        (
            "2018-05-01T06:00",
            "2022-09-09T06:00",
            "mellan 1 maj 2018 och 9 september 2022 kl. 08",
            "between 1 May 2018 and 9 September 2022 at 08:00",
        ),
        (  # the clocks went back in between: the same time on the clock
            "2022-10-28T04:00",
            "2022-10-31T05:00",
            "mellan 28 och 31 oktober 2022 kl. 06",
            "between 28 and 31 October 2022 at 06:00",
        ),
        ("2022-10-04T04:00:05", "2022-10-04T04:00:25", "4 oktober 2022 kl. 06", "4 October 2022 at 06:00"),
    ],
)
def test_what_both_ends_share_is_said_once(after: str, by: str, swedish: str, english: str) -> None:
    """Day, month, year, time of day; in Stockholm's time."""
    told: dict[Language, str] = {"sv": swedish, "en": english}
    assert {lang: between(at(after), at(by), lang) for lang in told} == told


def test_who_sat_there_at_the_first_look_came_before_it() -> None:
    """Nothing is known of when."""
    assert bounds({"after": None, "by": "2022-10-04T04:00:00Z"}, "sv") == "före 4 oktober 2022 kl. 06.00"
