"""A local party that no vocabulary knows is one where the page says so: by a label, or by the column it stands in."""

from __future__ import annotations

import pytest

import scraper
from records.outcome import CannotTell
from records.page import Collaboration

Seat = tuple[str, str | None, str | None]


def seats(content: str) -> list[Seat]:
    """Who sits in the one organ of a page with this content."""
    (organ,) = _read(content)
    return [(each.name, each.party, each.role) for each in organ.representatives]


def organs(content: str) -> list[str]:
    return [organ.name for organ in _read(content)]


def _read(content: str) -> tuple[Collaboration, ...]:
    page = f"<h1>Samarbeten</h1><h2>Provnätverket</h2><p>Representanter:</p>{content}"
    html = f"<!DOCTYPE html><html><head><title>Samarbeten</title></head><body><main>{page}</main></body></html>"
    read = scraper.read(html.encode(), url="https://www.prov.example/", content_type="text/html; charset=utf-8")
    assert not isinstance(read, CannotTell)
    return read.record.collaborations


@pytest.mark.parametrize("line", ["{name}, {party}, {role}", "{name} {party}, {role}", "{name}<br>{party}<br>{role}"])
def test_in_lines_a_local_party_stands_where_the_others_have_theirs(line: str) -> None:
    """Where most of the others are known; where they are not, the letters may be an organisation's."""
    people = [("Ylva Provsson", "M"), ("Bo Testsson", "S"), ("Testa Provsson", "SJVP")]
    told = "".join(f"<p>{line.format(name=name, party=party, role='ledamot')}</p>" for name, party in people)
    assert seats(told) == [(name, party, "ledamot") for name, party in people]
    alone = "".join(f"<p>{name}, {letters}, ledamot</p>" for name, letters in (people[0], ("Bo Testsson", "RTPX")))
    assert seats(alone)[1] == ("Bo Testsson", None, "ledamot")


def row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{each}</td>' for each in cells)}</tr>"


@pytest.mark.parametrize("label", ["Parti", "Partitillhörighet", "Partibeteckning"])
@pytest.mark.parametrize("party", ["FRP", "H", "Prov i centrum", "Bästa för Prov"])
def test_a_label_says_that_it_is_a_party(label: str, party: str) -> None:
    """Between the person's name and role."""
    content = f"<p>Namn: Testa Provsson<br>{label}: {party}<br>Uppdrag: Ledamot</p>"
    assert seats(content) == [("Testa Provsson", party, "ledamot")]


@pytest.mark.parametrize("before", ["", "<p>Namn: Bo Testsson<br>Parti: M<br>Uppdrag: Ledamot</p>"])
def test_a_label_says_that_there_is_no_party(before: str) -> None:
    """And the role behind it is the person's."""
    content = f"<h3>Styrelse</h3>{before}<p>Namn: Testa Provsson<br>Parti: –<br>Uppdrag: Ersättare</p>"
    assert seats(content)[-1] == ("Testa Provsson", None, "ersättare")


def test_a_column_of_parties_holds_parties() -> None:
    """In a table without heads, where others of the column are known."""
    head = '<tr><th colspan="2">{}</th></tr>'
    rows = head.format("Ordförande") + row("Testa Provsson", "FRP")
    rows += head.format("Ledamöter") + row("Ylva Provsson", "M") + row("Bo Testsson", "-")
    assert seats(f"<table>{rows}</table>") == [
        ("Testa Provsson", "FRP", "ordförande"),
        ("Ylva Provsson", "M", "ledamot"),
        ("Bo Testsson", None, "ledamot"),
    ]


def test_a_heading_that_could_be_a_name_is_nobody_of_the_role_before_it() -> None:
    """A heading of a higher level ends what a deeper one announced: the next organ is no "ombud"."""
    people = "<h4>Ombud</h4><ul><li>Testa Provsson (M)</li></ul>"
    second = "<h2>Exempeldalen Science Park</h2><p>Revisorerna granskar verksamheten varje år.</p>"
    assert organs(people + second + people) == ["Provnätverket", "Exempeldalen Science Park"]


@pytest.mark.parametrize("others", [("HR", "IT"), ("Provby kommun", "M")])
def test_a_column_of_other_things_holds_none(others: tuple[str, str]) -> None:
    """Departments, and whom one stands for."""
    rows = "".join(row(name, cell) for name, cell in zip(("Ylva Provsson", "Bo Testsson"), others, strict=True))
    found = seats(f"<table>{row('Testa Provsson', 'EU')}{rows}</table>")
    assert "EU" not in [party for _, party, _ in found]
