"""What a client says that it takes is read as it is meant: weights, wildcards, "not this", in any letter case."""

from __future__ import annotations

import pytest

from monitor.web.accepting import prefers, weights
from monitor.web.tongue import choose


@pytest.mark.parametrize(
    ("header", "csv"),
    [
        ("text/csv", True),
        ("TEXT/CSV; header=absent", True),
        ("text/*", True),
        ("text/csv, */*", True),
        ("text/csv, application/json", True),
        ("text/csv;q=0.9,application/json;q=0.1", True),
        ("application/json, text/csv", False),
        ("text/csv;q=0.5, application/json", False),
        ("application/json, text/csv; q=0.1", False),
        ("text/csv;q=0", False),
        ("text/csv;q=x", False),
        ("text/csv;q=nan", False),
        ("*/*", False),
        ("application/xml", False),
        ("text/html;q=0, application/json", False),
        (",;, ;q=1", False),
        ("", False),
    ],
)
def test_csv_is_given_to_those_who_would_rather_have_it(header: str, csv: bool) -> None:
    assert prefers(header, "text/csv", "application/json") is csv


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("en; q=0.9, sv; q=0.1", "en"),
        ("sv; q=0.1, en ;q=0.9", "en"),
        ("sv;q=0, *", "en"),
        ("nb, en;q=0.3, *;q=0.1", "en"),
        ("EN-us", "en"),
        ("en;q=0", "sv"),
        ("en;q=0, sv;q=0", "sv"),
        ("*", "sv"),
        ("fr", "sv"),
        ("en;q=2", "sv"),
        ("x" * 5000, "sv"),
        ("", "sv"),
    ],
)
def test_the_language_is_the_one_liked_best(header: str, lang: str) -> None:
    assert choose(None, "", header) == lang


def test_the_first_word_about_a_name_counts_and_a_header_has_an_end() -> None:
    assert weights("gzip;q=0, gzip") == {"gzip": 0.0}
    assert len(weights(",".join(f"a{n}" for n in range(1000)))) == 50
