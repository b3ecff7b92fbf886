"""What stands over people says of them what it says of several: one role, none, or no more than that they sit there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

import scraper
from records.outcome import CannotTell

Person = tuple[str, str]
FIRST: Sequence[Person] = (("Roland Gustbée", "M"), ("Eva Johnsson", "KD"))
SECOND: Sequence[Person] = (("Testa Provsson", "S"), ("Åke Testman", "V"))


def lines(people: Sequence[Person]) -> list[str]:
    return [f"{name} ({party})" for name, party in people]


def items(people: Sequence[Person]) -> str:
    return "<ul>" + "".join(f"<li>{each}</li>" for each in lines(people)) + "</ul>"


def cards(people: Sequence[Person]) -> str:
    return "".join(f'<div><img src="a.jpg" alt="{name}"><h5>{name} ({party})</h5></div>' for name, party in people)


MANNERS: dict[str, Callable[[str, Sequence[Person]], str]] = {
    "heading": lambda said, people: f"<h3>{said}</h3>{items(people)}",
    "bold": lambda said, people: f"<p><strong>{said}</strong></p>{items(people)}",
    "bold over cards": lambda said, people: f"<p><strong>{said}</strong></p>{cards(people)}",
    "line": lambda said, people: f"<p>{said}</p>{items(people)}",
    "label": lambda said, people: f"<p>{said}:</p>{items(people)}",
    "first line": lambda said, people: f"<p>{said}<br>{'<br>'.join(lines(people))}</p>",
    "one line": lambda said, people: f"<p>{said}: {', '.join(lines(people))}</p>",
    "terms": lambda said, people: (
        f"<dl><dt>{said}</dt>{''.join(f'<dd>{name}, {party}</dd>' for name, party in people)}</dl>"
    ),
    "rows": lambda said, people: (
        f'<table><tr><th colspan="2">{said}</th></tr>'
        f"{''.join(f'<tr><td>{name}</td><td>{party}</td></tr>' for name, party in people)}</table>"
    ),
}
SAID = {
    "Ledamöter och ersättare": None,
    "Våra ledamöter": "ledamot",
    "Ersättare (2 st)": "ersättare",
    "Personliga ersättare": "personlig ersättare",
    "Vice chairs": "vice chair",
    "Co-Chairs": "co-chair",
    "Presidency": None,
    "Board members": "board member",
    "Permanent members": "permanent member",
    "Student representatives": "student representative",
    "Presidium": None,
}


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("before", ["Auktoriserade revisorer", "Kassör"])
def test_what_stands_over_people_is_theirs_alone(manner: str, said: str, before: str) -> None:
    """It begins anew, with whatever it says; two roles together are nobody's in particular."""
    first = FIRST[:1] if before == "Kassör" else FIRST
    page = (
        "<h1>Organ</h1><p>Vi samverkar.</p><h2>Kulturnämnden</h2>"
        f"{MANNERS[manner](before, first)}{MANNERS[manner](said, SECOND)}"
        "<h2>Energy Cities</h2><p>Företrädare:</p><p>Bo Provsson (L)</p>"
    )
    reading = scraper.read(f"<title>Organ</title><main>{page}</main>".encode(), url="https://prov.example/")
    assert not isinstance(reading, CannotTell)
    organ, _ = reading.record.collaborations
    role = "kassör" if before == "Kassör" else "auktoriserad revisor"
    assert [(each.name, each.party, each.role) for each in organ.representatives] == [
        *((*each, role) for each in first),
        *((*each, SAID[said]) for each in SECOND),
    ]
