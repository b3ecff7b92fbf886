"""A collaboration's facts are read in whatever manner labels and values are set, whatever other facts stand between."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

import scraper
from records.outcome import CannotTell
from records.page import Contact, Link, Official, Organisation, Representative

Facts = list[tuple[str, str]]
HOME = Link("ERB:s hemsida", "https://erb.example/")
FACTS: Facts = [
    ("Medlem sedan", "februari 1998"),
    ("Hemsida", f'<a href="{HOME.url}">{HOME.label}</a>'),
    ("Medlemmar", "Provs kommun, Testby kommun"),
    ("Kontaktperson", "Bo Provberg, strateg, 0470-58 30 00"),
    ("Ledamot", "Testa Testsson (S)"),
    ("Tjänsteperson", "Ylva Provsson, miljöchef"),
    ("Säte", "Provstad"),
]


def _each(form: str, around: str = "{}", between: str = "") -> Callable[[Facts], str]:
    return lambda facts: around.format(between.join(form.format(*fact) for fact in facts))


MANNERS = (
    _each("<dt>{}</dt><dd>{}</dd>", "<dl>{}</dl>"),
    _each("<div><dt>{}:</dt><dd>{}</dd></div>", "<dl>{}</dl>"),
    _each("<tr><th>{}</th><td>{}</td></tr>", "<table>{}</table>"),
    _each("<tr><td>{}:</td><td>{}</td></tr>", "<table>{}</table>"),
    _each("<p>{}: {}</p>"),
    _each("{}: {}", "<p>{}</p>", "<br>"),
    _each("<strong>{}</strong>: {}", "<p>{}</p>", "<br>"),
    _each("<p><b>{}</b><br>{}</p>"),
    _each("<p><strong>{}</strong></p><p>{}</p>"),
    _each("<li>{}: {}</li>", "<h3>Fakta</h3><ul>{}</ul>"),
    _each("<h3>{}</h3><p>{}</p>"),
)


@pytest.mark.parametrize("manner", MANNERS)
def test_facts_are_read_in_any_manner_and_order(manner: Callable[[Facts], str]) -> None:
    """Each beside each: none is taken for a part of the one before it."""
    for first in permutations(FACTS, 3):
        facts = [*first, *(each for each in FACTS if each not in first)]
        page = (
            "<main><h1>Samarbeten</h1><p>Vi samverkar.</p><h2>Euroregion Baltic (ERB)</h2><p>Ett samarbete.</p>"
            f"{manner(facts)}<h2>Rådet</h2><p>Ett råd.</p><ul><li>Eva Testlund (C), ledamot</li></ul></main>"
        )
        reading = scraper.read(f"<title>S</title>{page}".encode(), url="https://prov.example/")
        assert not isinstance(reading, CannotTell)
        organ, council = reading.record.collaborations
        assert (organ.member_since, organ.homepage) == ("1998-02", HOME)
        assert organ.members == (Organisation("Provs kommun", None), Organisation("Testby kommun", None))
        assert organ.contacts == (Contact("Bo Provberg", "strateg", "0470-58 30 00", None),)
        assert organ.representatives == (Representative("Testa Testsson", "S", "ledamot"),)
        assert organ.officials == (Official("Ylva Provsson", "miljöchef", None),)
        assert (council.name, reading.record.contacts, reading.record.intro) == ("Rådet", (), ("Vi samverkar.",))
