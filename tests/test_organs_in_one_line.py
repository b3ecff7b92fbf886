"""Pages that give each organ one line, with its people: whatever stands between them, and whatever holds the lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import scraper
from records.outcome import CannotTell

ORGANS = ("Sydprov AB", "Stiftelsen Provparken", "Europakorridoren", "Provsjöprovet", "Energiprov i Sydost")
PEOPLE = ("Cia Testhav (S)", "Dan Provå (V)", "Eva Testdal (M)", "Bo Provgren (C)", "Ylva Exempel (KD)",
          "Finn Provik (SD)", "Gun Testé (L)", "Hans Provlind (MP)", "Ida Testmark (S)", "Jan Provås (M)")  # fmt: skip
MANNERS = {
    "{organ}: {a}": (None,),
    "{organ}: {a} och {b}": (None, None),
    "{organ} – {a}": (None,),
    "{organ} – {a}, ledamot, {b}, ersättare": ("ledamot", "ersättare"),
    "{organ} – ledamot {a}, ersättare {b}": ("ledamot", "ersättare"),
    "{organ}, ordinarie: {a}, ersättare: {b}": ("ordinarie", "ersättare"),
    "{organ}, ombud: {a}": ("ombud",),
    "{organ}. Ombud: {a}. Ersättare: {b}.": ("ombud", "ersättare"),
    "{organ}: {a}, ordförande, {b}, ledamot": ("ordförande", "ledamot"),
    "{organ}: {a} (ordf.), {b}": ("ordf.", None),
    "{organ}: Ledamot: {a}. Ersättare: {b}": ("ledamot", "ersättare"),
    "{organ} (ledamot): {a}": ("ledamot",),
}
HOLDERS: dict[str, Callable[[list[str]], str]] = {
    "paragraphs": lambda lines: "".join(f"<p>{line}</p>" for line in lines),
    "items": lambda lines: f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>",
    "lines": lambda lines: f"<p>{'<br>'.join(lines)}</p>",
}


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("manner", MANNERS)
def test_each_line_is_an_organ_with_its_people(manner: str, holder: str, bold: bool) -> None:
    """No line's people are lost, nor given to the line before."""
    pairs = list(zip(PEOPLE[::2], PEOPLE[1::2], strict=True))
    shown = [f"<strong>{organ}</strong>" if bold else organ for organ in ORGANS]
    lines = [manner.format(organ=organ, a=a, b=b) for organ, (a, b) in zip(shown, pairs, strict=True)]
    html = (
        f"<title>Externa uppdrag</title><main><h1>Externa uppdrag</h1><p>Här är kommunen representerad.</p>"
        f"{HOLDERS[holder](lines)}<p>Senast uppdaterad: 3 maj 2024</p></main>"
    )
    page = scraper.read(html.encode(), url="https://prov.example/")
    assert not isinstance(page, CannotTell)
    expected = [
        (organ, [(*_person(each), role) for each, role in zip(pair, MANNERS[manner], strict=False)])
        for organ, pair in zip(ORGANS, pairs, strict=True)
    ]
    assert [
        (organ.name, [(each.name, each.party, each.role) for each in organ.representatives])
        for organ in page.record.collaborations
    ] == expected


def _person(written: str) -> tuple[str, str]:
    name, _, party = written.partition(" (")
    return name, party.rstrip(")")
