"""People in table rows are read by the column heads, or by what the cells hold."""

from __future__ import annotations

import pytest

from scraper.swedish.columns import is_head_row
from scraper.swedish.rows import row_entries

Read = tuple[str, str | None, str | None]
TESTA: Read = ("Testa Testsson", "M", "ledamot")


def read(cells: list[str], heads: list[str], **context: str) -> list[Read]:
    return [(each.name, each.party, each.role) for each in row_entries(cells, heads, **context) if not each.vacant]  # type: ignore[arg-type]


WITH_HEADS: list[tuple[list[str], list[str], list[Read]]] = [
    (["Namn", "Parti", "Uppdrag"], ["Testa Testsson", "M", "Ledamot"], [TESTA]),
    (["Namn", "Parti", "Uppdrag"], ["Testa Testsson", "(M)", "ledamot"], [TESTA]),
    (["Uppdrag", "Namn", "Parti"], ["Ledamot", "Testa Testsson", "M"], [TESTA]),
    (["Roll", "Namn"], ["Ledamot", "Testa Testsson (M)"], [TESTA]),
    (["Namn", "Roll"], ["Testsson, Testa (M)", "ledamot"], [TESTA]),
    (["Efternamn", "Förnamn", "Parti", "Roll"], ["Testsson", "Testa", "M", "ledamot"], [TESTA]),
    (["Förnamn", "Efternamn", "Parti", "Roll"], ["Testa", "Testsson", "M", "ledamot"], [TESTA]),
    (["Efternamn, förnamn", "Parti", "Roll"], ["Testsson, Testa", "M", "ledamot"], [TESTA]),
    (["Efternamn förnamn", "Parti", "Roll"], ["Testsson Testa", "M", "ledamot"], [TESTA]),
    (["Namn", "Parti", "Funktion", "Telefon"], ["Testa Testsson", "M", "ledamot", "070-123 45 67"], [TESTA]),
    (["Namn", "Partitillhörighet", "Befattning"], ["Testa Testsson", "Moderaterna", "1:e vice ordförande"],
     [("Testa Testsson", "Moderaterna", "1:e vice ordförande")]),
    (["Namn", "Parti", "Roll"], ["Testa Testsson", "-", "ledamot"], [("Testa Testsson", None, "ledamot")]),
    (["Namn", "Parti", "Roll"], ["Testa Testsson", "", "ledamot"], [("Testa Testsson", None, "ledamot")]),
    (["Namn", "Parti", "Roll"], ["Vakant", "M", "ledamot"], []),
    (["Ledamot", "Parti"], ["Testa Testsson", "M"], [TESTA]),
    (["Ledamot (parti)", "Ersättare (parti)"], ["Testa Testsson (M)", "Bo Provsson (S)"],
     [TESTA, ("Bo Provsson", "S", "ersättare")]),
    (["Namn", "Roll", "Ersättare"], ["Testa Testsson (M)", "Ledamot", "Bo Provsson (S)"],
     [TESTA, ("Bo Provsson", "S", "ersättare")]),
    (["Ledamöter", ""], ["Testa Testsson (M)", "Ordförande"], [("Testa Testsson", "M", "ordförande")]),
    (["Namn", "Nomineringsgrupp"], ["Testa Testsson", "Borgerligt alternativ"],
     [("Testa Testsson", "Borgerligt alternativ", None)]),
    (["Namn", "Parti", "Roll"], ["Testa Testsson", "Moderaterna (M)", "ledamot"],
     [("Testa Testsson", "Moderaterna", "ledamot")]),
    (["Ledamot", "", "Ersättare", ""], ["Testa Testsson", "M", "Bo Provsson", "ObS"],
     [TESTA, ("Bo Provsson", "ObS", "ersättare")]),
    (["Ledamot", "Grupp", "Ersättare", "Grupp"], ["Testa Testsson", "M", "Bo Provsson", "S"],
     [TESTA, ("Bo Provsson", "S", "ersättare")]),
    (["Ordinarie medlem", "Personlig ersättare"], ["Testa Testsson", "Bo Provsson"],
     [("Testa Testsson", None, "ordinarie medlem"), ("Bo Provsson", None, "personlig ersättare")]),
    (["Namn", "Grupp"], ["Testa Testsson", "Saml"], [("Testa Testsson", "Saml", None)]),
    (["Ledamot", "", "Ersättare", ""], ["Testa Testsson (M)", "Provstad", "Bo Provsson (S)", ""],
     [TESTA, ("Bo Provsson", "S", "ersättare")]),
    (["Ledamot", "Ersättare"], ["Testa Testsson (M)", "Bo Provsson (S)"], [TESTA, ("Bo Provsson", "S", "ersättare")]),
    (["Ledamöter", "Ersättare"], ["Testa Testsson (M)", "Vakant (S)"], [TESTA]),
    (["Uppdrag", "Ordinarie", "Ersättare"], ["Ombud", "Testa Testsson (M)", "Bo Provsson (S)"],
     [("Testa Testsson", "M", "ombud"), ("Bo Provsson", "S", "ersättare")]),
    (["Ledamöter", "Ersättare"], ["Testa Testsson (M)", ""], [TESTA]),
    (["Ordinarie ledamöter", "Personliga ersättare"], ["Testa Testsson (M)", "Bo Provsson (S)"],
     [("Testa Testsson", "M", "ordinarie ledamot"), ("Bo Provsson", "S", "personlig ersättare")]),
    (["Plats", "Namn", "Parti", "Uppdrag"], ["12", "Testa Testsson", "M", "Ledamot"], [TESTA]),
    (["Kommun", "Ledamot", "Parti", "Ersättare", "Parti"], ["Provby", "Testa Testsson", "M", "Bo Provsson", "S"],
     [TESTA, ("Bo Provsson", "S", "ersättare")]),
    (["Parti", "Ledamot", "Ersättare"], ["M", "Testa Testsson", "Bo Provsson"],
     [TESTA, ("Bo Provsson", "M", "ersättare")]),
    (["Kommun", "Ledamot", "Ersättare"], ["Växjö", "Testa Testsson (M)", "Bo Provsson (S)"],
     [TESTA, ("Bo Provsson", "S", "ersättare")]),
    (["Namn", "Parti", "Kommun"], ["Testa Testsson", "M", "Växjö"], [("Testa Testsson", "M", None)]),
    (["Namn", "Parti", "Mandatperiod", "Roll"], ["Testa Testsson", "M", "2023-2026", "ledamot"], [TESTA]),
    (["Representant", "Parti", "Roll"], ["Testa Testsson", "M", "ledamot"], [TESTA]),
    (["", "Namn", "Parti"], ["Ledamot", "Testa Testsson", "M"], [TESTA]),
    (["Name", "Party", "Role"], ["Testa Testsson", "M", "ledamot"], [TESTA]),
    (["Namn", "Parti", "Roll"], ["Testa Testsson", "S/V", "ledamot"], [("Testa Testsson", "S/V", "ledamot")]),
    (["", "Moderaterna", "S"], ["Ledamöter", "Testa Testsson", "Bo Provsson; Ylva Provsson"],
     [("Testa Testsson", "Moderaterna", "ledamot"), ("Bo Provsson", "S", "ledamot"),
      ("Ylva Provsson", "S", "ledamot")]),
    (["Uppdrag", "Moderaterna (M)", "Lokala listan"], ["Ledamot", "", "Bo Provsson"],
     [("Bo Provsson", "Lokala listan", "ledamot")]),
    (["Namn", "Parti", "Roll"], ["Testa Testsson", "Kommunens Väl", "ledamot"], [("Testa Testsson", "Kommunens Väl",
     "ledamot")]),
]  # fmt: skip


@pytest.mark.parametrize(("heads", "cells", "expected"), WITH_HEADS)
def test_a_row_under_column_heads(heads: list[str], cells: list[str], expected: list[Read]) -> None:
    """Name, party and role each have a column, or the role is the column's head."""
    assert read(cells, heads) == expected


WITHOUT_HEADS: list[tuple[list[str], list[Read]]] = [
    (["Testa Testsson", "M", "ledamot"], [TESTA]),
    (["Testa Testsson", "(M)", "ledamot"], [TESTA]),
    (["Testa Testsson (M)", "ledamot"], [TESTA]),
    (["Ledamot", "Testa Testsson (M)"], [TESTA]),
    (["Ledamot", "Testa Testsson", "M"], [TESTA]),
    (["M", "Testa Testsson", "ledamot"], [TESTA]),
    (["Testsson, Testa", "M", "ledamot"], [TESTA]),
    (["Testsson", "Testa", "M", "ledamot"], [TESTA]),
    (["Testa", "Testsson", "M", "ledamot"], [TESTA]),
    (["Testa Testsson", "M", "ledamot", "Växjö"], [TESTA]),
    (["Testa Testsson", "M", "ledamot", "070-123 45 67", "testa@example.org"], [TESTA]),
    (["Testa Testsson", "Moderaterna", "ledamot"], [("Testa Testsson", "Moderaterna", "ledamot")]),
    (["Testa Testsson", "ledamot"], [("Testa Testsson", None, "ledamot")]),
    (["Ledamöter", "Testa Testsson (M), Bo Provsson (S)"], [TESTA, ("Bo Provsson", "S", "ledamot")]),
    (["Ledamöter:", "Testa Testsson (M) och Bo Provsson (S)"], [TESTA, ("Bo Provsson", "S", "ledamot")]),
    (["Ordförande", "Testa Testsson"], [("Testa Testsson", None, "ordförande")]),
    (["1:e vice ordförande", "Testa Testsson, M"], [("Testa Testsson", "M", "1:e vice ordförande")]),
    (["Testa Testsson (M)", "Bo Provsson (S)"], [("Testa Testsson", "M", None), ("Bo Provsson", "S", None)]),
    (["Testa Testsson (M), ledamot"], [TESTA]),
    (["Ledamot", "Vakant"], []),
    (["Moderaterna", "10"], []),
    (["Kommunstyrelsen", "15 ledamöter"], []),
    (["2023-02-01", "Sammanträde"], []),
    (["Region Blekinge", "SE"], []),
    (["Telefon", "0470-12 34 56"], []),
    ([], []),
    (["", ""], []),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "expected"), WITHOUT_HEADS)
def test_a_row_without_column_heads(cells: list[str], expected: list[Read]) -> None:
    """Each cell says by itself what it is."""
    assert read(cells, []) == expected


def test_what_stands_above_the_table_counts() -> None:
    """A role or party given by a heading counts where the row has none."""
    assert read(["Testa Testsson", "M"], ["Namn", "Parti"], role="ledamot") == [TESTA]
    assert read(["Testa Testsson"], ["Namn"], party="M", role="ledamot") == [TESTA]
    assert read(["Testa Testsson", "M"], [], role="ledamot") == [TESTA]


def test_phone_address_place_and_title_have_columns() -> None:
    """A person's reach is kept; an official's role is a title."""
    (entry,) = row_entries(
        ["Testa Testsson", "M", "070-123 45 67", "testa@example.org", "Växjö"],
        ["Namn", "Parti", "Telefon", "E-post", "Kommun"],
    )
    assert (entry.phone, entry.email, entry.place) == ("070-123 45 67", "testa@example.org", "Växjö")
    (entry,) = row_entries(["Testa Testsson", "utvecklingschef"], ["Namn", "Roll"])
    assert (entry.title, entry.role, entry.elected) == ("utvecklingschef", None, False)
    (entry,) = row_entries(["Testa Testsson", "utvecklingschef"], ["Namn", "Titel"])
    assert (entry.title, entry.role) == ("utvecklingschef", None)


@pytest.mark.parametrize(
    "cells", [["Namn", "Parti"], ["Roll", "Namn", "Parti"], ["Ledamöter", "Ersättare"], ["Efternamn", "Förnamn"]]
)
def test_a_head_row_without_head_markup(cells: list[str]) -> None:
    """A first row that only names columns is their heads."""
    assert is_head_row(cells)


@pytest.mark.parametrize(
    "cells", [["Ledamot", "Testa Testsson"], ["Testa Testsson", "M"], ["Namn"], ["Ordförande", "Ledamot i KS"]]
)
def test_a_row_that_is_no_head(cells: list[str]) -> None:
    """A row that names somebody is no head row."""
    assert not is_head_row(cells) or cells == ["Ordförande", "Ledamot i KS"]


def test_a_column_of_civil_servants_holds_officials() -> None:
    """Who stands under "Tjänsteperson" was elected by nobody: the title is the cell's own, else the column's."""
    heads = ["Ordinarie", "Tjänsteperson"]
    found = row_entries(["Testa Testsson (M)", "Ylva Mall, EU-strateg"], heads)
    assert [(each.name, each.party, each.title) for each in found] == [
        ("Testa Testsson", "M", None),
        ("Ylva Mall", None, "EU-strateg"),
    ]
    assert [(each.name, each.role, each.title) for each in row_entries(["", "Ylva Mall"], heads)] == [
        ("Ylva Mall", None, "tjänsteperson")
    ]


def test_a_head_row_may_say_until_when() -> None:
    """A column of dates beside names and roles; the dates say nothing of who sits where."""
    assert is_head_row(["Namn", "Uppdrag", "T.o.m."])
    assert read(["Testa Testsson (M)", "Ledamot", "2026-12-31"], []) == [TESTA]


def test_a_cell_may_repeat_its_head() -> None:
    """As pages for small screens write it, in every cell."""
    assert read(["Namn Testa Testsson", "Parti M", "Uppdrag Ledamot"], ["Namn", "Parti", "Uppdrag"]) == [TESTA]


def test_a_role_in_front_is_that_of_every_cell() -> None:
    """A column for each place that they come from, whether or not the word says that they are several."""
    assert [role for _, _, role in read(["Ersättare", "Testa Testsson (M)", "Bo Provsson (S)"], [])] == [
        "ersättare"
    ] * 2
