"""Several organs on a page, each named in one manner and its people listed in another: each has its own people."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

import scraper
from records.outcome import CannotTell

Person = tuple[str, str]
MEMBERS: Sequence[Sequence[Person]] = (
    (("Roland Gustbée", "M"), ("Eva Johnsson", "KD")),
    (("Testa Provsson", "S"),),
    (("Carl von Prov", "L"), ("Sven Testell", "C")),
)
DEPUTIES: Sequence[Sequence[Person]] = (
    (("Åke Testman", "V"),),
    (("Ylva Provsson", "C"), ("Bo Provsson", "M")),
    (("Gun Provell", "MP"),),
)
ORGANS = (
    ("Kulturnämnden", "Provbolaget AB", "Euroregion Baltic"),
    ("Föreningen Provs framtid", "Valberedningen", "Energy Cities"),
    ("Stiftelsen Provmuseet", "Barn- och utbildningsnämnden", "Provdalens vattenråd"),
    ("Kommunalförbundet Provkraft", "Beredningen för demokrati", "Sydsvenska provnätverket"),
)


def line(people: Sequence[Person], role: str = "") -> str:
    return ", ".join(f"{name} ({party}){role}" for name, party in people)


def items(people: Sequence[Person], role: str = "") -> str:
    return "".join(f"<li>{name} ({party}){role}</li>" for name, party in people)


def rows(people: Sequence[Person], *behind: str) -> str:
    cells = "".join(f"<td>{each}</td>" for each in behind)
    return "".join(f"<tr><td>{name}</td><td>{party}</td>{cells}</tr>" for name, party in people)


Manner = Callable[[str, Sequence[Person], Sequence[Person]], str]
MANNERS: dict[str, Manner] = {
    "headings": lambda organ, a, b: (
        f"<h2>{organ}</h2><h3>Ledamöter</h3><ul>{items(a)}</ul><h3>Ersättare</h3><p>{line(b)}</p>"
    ),
    "roles in it": lambda organ, a, b: (
        f"<h2>Ledamöter i {organ}</h2><p>{line(a)}</p><h2>Ersättare i {organ}</h2><p>{line(b)}</p>"
    ),
    "behind a dash": lambda organ, a, b: (
        f"<h2>{organ} – ledamöter</h2><p>{line(a)}</p><h2>{organ} – ersättare</h2><p>{line(b)}</p>"
    ),
    "behind a comma": lambda organ, a, b: (
        f"<h3>{organ}, ledamöter</h3><ul>{items(a)}</ul><h3>{organ}, ersättare</h3><ul>{items(b)}</ul>"
    ),
    "bold": lambda organ, a, b: (
        f"<p><strong>{organ}</strong></p><p>Ledamöter:</p><ul>{items(a)}</ul><p>Ersättare:</p><ul>{items(b)}</ul>"
    ),
    "bold line": lambda organ, a, b: f"<p><strong>{organ}</strong><br>Ledamöter: {line(a)}<br>Ersättare: {line(b)}</p>",
    "line over a list": lambda organ, a, b: f"<p>{organ}</p><ul>{items(a, ', ledamot')}{items(b, ', ersättare')}</ul>",
    "panel": lambda organ, a, b: (
        f"<details><summary>{organ}</summary><p><b>Ledamöter</b></p><ul>{items(a)}</ul>"
        f"<p><b>Ersättare</b></p><ul>{items(b)}</ul></details>"
    ),
    "caption": lambda organ, a, b: (
        f"<table><caption>{organ}</caption>{rows(a, 'Ledamot')}{rows(b, 'Ersättare')}</table>"
    ),
    "terms": lambda organ, a, b: f"<dl><dt>{organ}</dt>{items(a, ', ledamot')}{items(b, ', ersättare')}</dl>".replace(
        "li>", "dd>"
    ),
}
WHOLE: dict[str, tuple[str, Manner, str]] = {
    "nested list": (
        "<ul>",
        lambda organ, a, b: f"<li>{organ}<ul>{items(a, ', ledamot')}{items(b, ', ersättare')}</ul></li>",
        "</ul>",
    ),
    "column of organs": (
        "<table><tr><th>Organ</th><th>Ledamöter</th><th>Ersättare</th></tr>",
        lambda organ, a, b: f"<tr><td>{organ}</td><td>{line(a)}</td><td>{line(b)}</td></tr>",
        "</table>",
    ),
    "organs behind people": (
        "<table><tr><th>Namn</th><th>Parti</th><th>Organ</th><th>Uppdrag</th></tr>",
        lambda organ, a, b: rows(a, organ, "ledamot") + rows(b, organ, "ersättare"),
        "</table>",
    ),
    "rows over rows": (
        "<table>",
        lambda organ, a, b: f'<tr><th colspan="3">{organ}</th></tr>{rows(a, "Ledamot")}{rows(b, "Ersättare")}',
        "</table>",
    ),
}
ALL = {name: ("", manner, "") for name, manner in MANNERS.items()} | WHOLE


@pytest.mark.parametrize("manner", ALL)
@pytest.mark.parametrize("organs", ORGANS)
def test_each_organ_has_its_own_people(manner: str, organs: tuple[str, ...]) -> None:
    """In the order of the page, and nothing of it is text of theirs or of the page."""
    before, each, after = ALL[manner]
    lists = before + "".join(map(each, organs, MEMBERS, DEPUTIES)) + after
    page = f"<h1>Representation</h1><p>Här ser du vilka som företräder kommunen.</p>{lists}"
    reading = scraper.read(f"<title>Representation</title><main>{page}</main>".encode(), url="https://prov.example/")
    assert not isinstance(reading, CannotTell)
    read = reading.record
    assert [organ.name for organ in read.collaborations] == list(organs)
    for organ, members, deputies in zip(read.collaborations, MEMBERS, DEPUTIES, strict=True):
        assert [(person.name, person.party, person.role) for person in organ.representatives] == [
            *((*person, "ledamot") for person in members),
            *((*person, "ersättare") for person in deputies),
        ]
        assert (organ.description, organ.officials) == ((), ())
    assert read.intro == ("Här ser du vilka som företräder kommunen.",)
