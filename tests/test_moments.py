"""Times on the command line: a date is its end, or its start; without a zone it is Stockholm's."""

import pytest

from monitor.moments import read_moment, write_moment
from records.errors import UsageError


@pytest.mark.parametrize(
    ("text", "end", "start"),
    [
        ("2022-10-04", "2022-10-04T21:59:59Z", "2022-10-03T22:00:00Z"),
        ("2022-12-04", "2022-12-04T22:59:59Z", "2022-12-03T23:00:00Z"),
        ("20221004", "2022-10-04T21:59:59Z", "2022-10-03T22:00:00Z"),
        ("9999-12-31", "9999-12-31T22:59:59Z", "9999-12-30T23:00:00Z"),
        ("2022-10-30", "2022-10-30T22:59:59Z", "2022-10-29T22:00:00Z"),
        ("2022-10-04T08:00", "2022-10-04T06:00:00Z", "2022-10-04T06:00:00Z"),
        ("2022-10-04 08:00:30", "2022-10-04T06:00:30Z", "2022-10-04T06:00:30Z"),
        ("2022-10-04T08:00Z", "2022-10-04T08:00:00Z", "2022-10-04T08:00:00Z"),
        ("2022-10-04T08:00+03:00", "2022-10-04T05:00:00Z", "2022-10-04T05:00:00Z"),
        (" 2022-10-04 ", "2022-10-04T21:59:59Z", "2022-10-03T22:00:00Z"),
    ],
)
def test_a_date_is_its_end_or_its_start_and_a_time_is_itself(text: str, end: str, start: str) -> None:
    """Summer and winter, with a zone and without."""
    assert write_moment(read_moment(text)) == end
    assert write_moment(read_moment(text, start=True)) == start


@pytest.mark.parametrize("text", ["", "igår", "2022-13-01", "2022-02-30", "4/10/2022", "2022", "99999-01-01", "08:00"])
def test_what_is_no_date_is_said_in_one_line(text: str) -> None:
    """With the way to write one."""
    with pytest.raises(UsageError, match="write it like 2022-10-04"):
        read_moment(text)
