"""Tables that lay people against organs: whatever the column of organs is called, and wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

import scraper
from records.outcome import CannotTell

ORGANS = ("Sydprov AB", "Stiftelsen Provparken", "Europakorridoren", "Energy Cities Prov")
SEATS = (
    ("Cia Testhav", "S"), ("Dan Provå", "V"), ("Eva Testdal", "M"), ("Bo Provgren", "C"), ("Ylva Exempel", "KD"),
    ("Finn Provik", "SD"), ("Gun Testé", "L"), ("Hans Provlind", "MP"),
)  # fmt: skip
ROLES = ("Ledamot", "Ersättare")
OF_ORGANS = (
    "Organ", "Organisation", "Uppdrag i", "Bolag/organ", "Nämnd/styrelse", "Samarbete", "Nätverk", "Namn på organ",
    "Organets namn", "Bolag, förbund m.m.", "Externt organ", "Råd och kommittéer",
)  # fmt: skip
Row = tuple[str, ...]


def _seats() -> list[tuple[str, str, str, str]]:
    """Organ, name, party, role of each seat, an ordinary one and a substitute in each organ."""
    return [(organ, *SEATS[2 * at + nth], ROLES[nth]) for at, organ in enumerate(ORGANS) for nth in (0, 1)]


SHAPES: dict[str, tuple[Row, Callable[[], list[Row]]]] = {
    "in front": (("{}", "Namn", "Parti", "Uppdrag"), lambda: [(o, n, p, r) for o, n, p, r in _seats()]),
    "once, then empty": (
        ("{}", "Representant", "Parti", "Roll"),
        lambda: [(o if at % 2 == 0 else "", n, p, r) for at, (o, n, p, r) in enumerate(_seats())],
    ),
    "at the end": (("Namn", "Parti", "Uppdrag", "{}"), lambda: [(n, p, r, o) for o, n, p, r in _seats()]),
    "in the middle": (("Politiker", "{}", "Roll"), lambda: [(f"{n} ({p})", o, r) for o, n, p, r in _seats()]),
    "a column for each role": (
        ("{}", "Ledamot", "Ersättare"),
        lambda: [
            (a[0], f"{a[1]} ({a[2]})", f"{b[1]} ({b[2]})") for a, b in zip(_seats()[::2], _seats()[1::2], strict=True)
        ],
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("head", OF_ORGANS)
def test_each_organ_has_its_own_people(head: str, shape: str) -> None:
    """Also where its name says by no word that it is one."""
    heads, rows = SHAPES[shape]
    found = _read("Externa uppdrag", [each.format(head) for each in heads], rows())
    expected: dict[str, list[tuple[str, str | None]]] = {organ: [] for organ in ORGANS}
    for organ, name, _, role in _seats():
        expected[organ].append((name, role.casefold()))
    assert found == expected


@pytest.mark.parametrize(
    ("title", "heads", "whence"),
    [
        ("Pensionärsrådet", ("Namn", "Förening"), ("PRO Provstad", "SPF Seniorerna")),
        ("Folkhälsorådet", ("Namn", "Nämnd"), ("Socialnämnden", "Kulturnämnden")),
        ("Euroregion Prov", ("Namn", "Organisation"), ("Region Prov", "Testby kommun")),
        ("Board", ("Name", "Organisation"), ("Region Prov", "Testby kommun")),
    ],
)
def test_on_the_page_of_one_body_such_a_column_says_whence(title: str, heads: Row, whence: Row) -> None:
    """Whom its people stand for is no organ of theirs."""
    rows = [(f"{name} ({party})", each) for (name, party), each in zip(SEATS[:2], whence, strict=True)]
    assert _read(title, heads, rows) == {title: [("Cia Testhav", None), ("Dan Provå", None)]}


def _read(title: str, heads: Sequence[str], rows: Sequence[Row]) -> dict[str, list[tuple[str, str | None]]]:
    """Each organ's people and roles."""
    lines = ["".join(f"<th>{each}</th>" for each in heads), *("".join(f"<td>{c}</td>" for c in row) for row in rows)]
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    html = f"<title>{title}</title><main><h1>{title}</h1><table>{table}</table><p>Uppdaterad 2024-05-03</p></main>"
    page = scraper.read(html.encode(), url="https://prov.example/")
    assert not isinstance(page, CannotTell)
    return {each.name: [(one.name, one.role) for one in each.representatives] for each in page.record.collaborations}
