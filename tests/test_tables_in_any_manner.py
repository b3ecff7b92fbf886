"""Those who sit in a body are read from tables of any manner: their columns, heads, spans and orders."""

from __future__ import annotations

from itertools import permutations

import pytest

import scraper
from records.outcome import CannotTell

PEOPLE = (
    ("Roland Gustbée", "M", "ordförande"),
    ("Carl von Prov", "KD", "ledamot"),
    ("Testa Provsson", "S", "ersättare"),
    ("Åke Testman", "V", "ersättare"),
)
Seat = tuple[str, str | None, str | None]


def seats(table: str) -> list[Seat]:
    other_organ = "<h2>Energy Cities</h2><p>Företrädare:</p><p>Bo Provsson (L)</p>"
    page = f"<h1>Nämnder</h1><h2>Kulturnämnden</h2>{table}{other_organ}"
    reading = scraper.read(f"<title>Nämnder</title><main>{page}</main>".encode(), url="https://prov.example/")
    assert not isinstance(reading, CannotTell)
    organ, other = reading.record.collaborations
    assert (organ.name, other.name) == ("Kulturnämnden", "Energy Cities")
    assert not organ.officials
    return [(each.name, each.party, each.role) for each in organ.representatives]


def rows(*lines: tuple[str, ...], cell: str = "td") -> str:
    return "".join(f"<tr>{''.join(f'<{cell}>{each}</{cell}>' for each in line)}</tr>" for line in lines)


def turned(name: str) -> str:
    *given, surname = name.split()
    return f"{surname}, {' '.join(given)}"


NAMES = ("Namn", "", "Invald", "Ledamot/ersättare", "Name")
PARTIES = ("Parti", "Politiskt parti", "Political party")
ROLES = ("Uppdrag", "Post", "Position")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("party", PARTIES)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_columns_stand_in_any_order_under_any_heads(
    name: str, party: str, role: str, order: tuple[int, int, int]
) -> None:
    """A column whose head is empty or odd is told by the names in it; "-" is no party."""
    heads, people = (name, party, role), [("Eva Johnsson", "-", "ledamot"), *PEOPLE]
    lines = [tuple((turned(each[0]), *each[1:])[at] for at in order) for each in people]
    table = f"<table>{rows(tuple(heads[at] for at in order), cell='th')}{rows(*lines)}</table>"
    assert seats(table) == [("Eva Johnsson", None, "ledamot"), *PEOPLE]


def test_a_column_of_names_needs_no_head_where_parties_stand_in_parentheses() -> None:
    """Beside columns that say nothing of who sits where, too."""
    lines = [(f"{name} ({party})", "Regionfullmäktige") for name, party, _ in PEOPLE]
    table = f"<table>{rows(('', 'Utsedd av'), cell='th')}{rows(*lines)}</table>"
    assert seats(table) == [(name, party, None) for name, party, _ in PEOPLE]


def test_an_occupation_makes_nobody_an_official_whose_party_is_said_to_be_none() -> None:
    """ "-" in a column of parties is said of those who were elected."""
    table = f"<table>{rows(('Namn', 'Parti', 'Yrke'), cell='th')}{rows(('Eva Johnsson', '-', 'lärare'))}</table>"
    assert seats(table) == [("Eva Johnsson", None, None)]


def test_the_sex_of_people_is_no_party() -> None:
    """ "M" under "Kön" says nothing of a party where a column of parties stands."""
    lines = [(name, "M", party) for name, party, _ in PEOPLE]
    table = f"<table>{rows(('Förtroendevalda', 'Kön', 'Parti'), cell='th')}{rows(*lines)}</table>"
    assert seats(table) == [(name, party, None) for name, party, _ in PEOPLE]


def test_two_people_stand_in_one_row_with_their_parties() -> None:
    """Name, party, name, party; with no head, or one head over both."""
    (one, its, _), (two, of_two, _), (three, of_three, _), (four, of_four, _) = PEOPLE
    body = rows((one, its, two, of_two), (three, of_three, four, of_four))
    assert sorted(seats(f"<table>{body}</table>")) == sorted((name, party, None) for name, party, _ in PEOPLE)
    heads = '<tr><th colspan="2">Ordinarie ledamöter</th><th colspan="2">Ersättare</th></tr>'
    assert seats(f"<table>{heads}{body}</table>") == [
        (one, its, "ordinarie ledamot"),
        (two, of_two, "ersättare"),
        (three, of_three, "ordinarie ledamot"),
        (four, of_four, "ersättare"),
    ]


@pytest.mark.parametrize("heads", [(), ("Parti", "Namn")])
@pytest.mark.parametrize("between", ["<br>", ", "])
@pytest.mark.parametrize("party", ["Moderaterna", "M"])
def test_a_party_stands_beside_all_of_its_people(heads: tuple[str, ...], between: str, party: str) -> None:
    """In one cell, divided by breaks or commas: two names around a comma are no surname and given name."""
    names = ("Anna Testsson", "Eva Johnsson")
    lines = ((party, between.join(names)), ("Socialdemokraterna", "Testa Provsson"))
    assert seats(f"<table>{rows(heads, cell='th') if heads else ''}{rows(*lines)}</table>") == [
        *((name, party, None) for name in names),
        ("Testa Provsson", "Socialdemokraterna", None),
    ]


def test_a_place_before_a_name_is_no_surname() -> None:
    """A column of municipalities in front of a table without heads."""
    lines = [("Alvesta", name, party, role) for name, party, role in PEOPLE]
    assert seats(f"<table>{rows(*lines)}</table>") == list(PEOPLE)


@pytest.mark.parametrize("mark", ["*", " *", "<sup>1</sup>", "<sup>1)</sup>", "¹"])
def test_a_footnote_leaves_a_table_as_it_is(mark: str) -> None:
    """Its mark is no part of a name, and what stands below the table tells of nobody in the last row."""
    lines = [(name + (mark if name == "Roland Gustbée" else ""), party, "ledamot") for name, party, _ in PEOPLE]
    note = "<p>* Avgår vid årsskiftet.</p>"
    table = f"<table>{rows(('Namn', 'Parti', 'Roll'), cell='th')}{rows(*lines)}</table>{note}"
    assert seats(table) == [(name, party, "ledamot") for name, party, _ in PEOPLE]


def test_rows_of_roles_stand_over_those_who_have_them() -> None:
    """The first of them is no head of a column for the whole table."""
    table = rows(
        ("Ordförande", ""),
        PEOPLE[0][:2],
        ("Ledamöter", ""),
        PEOPLE[1][:2],
        ("Ersättare", ""),
        *(each[:2] for each in PEOPLE[2:]),
    )
    assert seats(f"<table>{table}</table>") == list(PEOPLE)


@pytest.mark.parametrize("behind", ["", " (KD)"])
def test_a_particle_stands_behind_the_given_name(behind: str) -> None:
    """ "Prov, Carl von" is Carl von Prov, whether a party follows or not."""
    cells = ("Prov, Carl von (KD)",) if behind else ("Prov, Carl von", "KD")
    assert seats(f"<table>{rows(cells, ('Testa Provsson (S)',) if behind else ('Testa Provsson', 'S'))}</table>") == [
        ("Carl von Prov", "KD", None),
        ("Testa Provsson", "S", None),
    ]


def test_a_country_is_no_party() -> None:
    """ "FI" in a column of countries is Finland, and no party's letters."""
    heads = rows(("Name", "Position", "Organisation", "Country"), cell="th")
    people = rows(("Jukka Testonen", "Spokesperson", "Region Prov", "FI"), ("Testa Provsson", "Member", "Provs", "SE"))
    assert seats(f"<table>{heads}{people}</table>") == [
        ("Jukka Testonen", None, "spokesperson"),
        ("Testa Provsson", None, "member"),
    ]


def test_a_role_between_people_is_of_the_one_before_it() -> None:
    """ "Ledamot", "Parti", "Uppdrag", "Ersättare", "Parti"."""
    heads = rows(("Ledamot", "Parti", "Uppdrag", "Ersättare", "Parti"), cell="th")
    people = rows(
        ("Roland Gustbée", "M", "Ordförande", "Testa Provsson", "S"),
        ("Carl von Prov", "KD", "Ledamot", "Åke Testman", "V"),
    )
    assert sorted(seats(f"<table>{heads}{people}</table>"), key=str) == sorted(PEOPLE, key=str)


def test_a_label_within_a_cell_gives_the_role_of_whoever_stands_behind_it() -> None:
    """And the row's first cell that of the other one."""
    table = rows(
        ("Ordförande", "Jukka Testonen (SFP)", "Ersättare: Kaj Provqvist (SFP)"),
        ("Medlem", "Stig Provlax (Saml)", "Ersättare: Åsa Testnäs (Saml)"),
    )
    assert seats(f"<table>{table}</table>") == [
        ("Jukka Testonen", "SFP", "ordförande"),
        ("Kaj Provqvist", "SFP", "ersättare"),
        ("Stig Provlax", "Saml", "medlem"),
        ("Åsa Testnäs", "Saml", "ersättare"),
    ]
