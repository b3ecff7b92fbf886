"""People are read from one line in every shape in which Swedish public pages write them."""

from __future__ import annotations

import pytest

from scraper.people import entries

Read = tuple[str, str | None, str | None]
TESTA: Read = ("Testa Testsson", "M", "ledamot")

LINES: list[tuple[str, list[Read]]] = [
    ("Testa Testsson (M), ledamot", [TESTA]),
    ("Testa Testsson (M) ledamot", [TESTA]),
    ("Testa Testsson, M, ledamot", [TESTA]),
    ("Testa Testsson M, ledamot", [TESTA]),
    ("Ledamot: Testa Testsson (M)", [TESTA]),
    ("Ledamot Testa Testsson (M)", [TESTA]),
    ("Testsson, Testa (M), ledamot", [TESTA]),
    (
        "Ledamot: Testa Testsson (s) och Bo Provsson (sd)",
        [("Testa Testsson", "s", "ledamot"), ("Bo Provsson", "sd", "ledamot")],
    ),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_line_of_people(line: str, expected: list[Read]) -> None:
    """Name, party and role are given back as written."""
    assert [(each.name, each.party, each.role) for each in entries(line)] == expected
