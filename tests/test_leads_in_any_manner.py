"""Whatever sentence announces people, in whatever manner they are listed below it, they are read and it is no text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import scraper
from records.outcome import CannotTell

LEADS: dict[str | None, tuple[str, ...]] = {
    None: (
        "Region Provs politiska företrädare i ERB är:",
        "Politiska företrädare:",
        "Region Prov företräds av:",
        "Regionens representanter:",
        "Våra representanter i ERB:",
        "Representanter från Region Prov:",
        "Följande politiker representerar regionen:",
        "Följande personer företräder Region Prov i ERB:",
        "I ERB sitter följande politiker:",
        "I styrelsen för ERB sitter från Region Prov:",
        "Från Region Prov deltar:",
        "Region Prov representeras av följande förtroendevalda:",
        "Dessa personer representerar Region Prov:",
        "Utsedda av regionfullmäktige:",
        "Av regionfullmäktige valda:",
        "Regionfullmäktige har utsett följande personer:",
        "Regionfullmäktige har valt följande representanter för perioden 2023–2026:",
        "För perioden 2023-2026 är följande personer valda:",
        "Valda för mandatperioden 2022–2026:",
        "Representation:",
        "Representanter",
        "Politisk representation",
        "Region Prov i ERB:",
        "Politiker i ERB:",
        "Förtroendevalda från Region Prov",
        "Regionens förtroendevalda i ERB",
        "Våra politiker",
        "De som representerar Region Prov i ERB är:",
        "Här är våra representanter:",
        "Nedan ser du vilka som representerar regionen i ERB.",
        "Representanter för Region Prov under mandatperioden är:",
        "Region Provs representation i ERB",
        "Så här ser vår representation ut:",
        "Vi representeras av:",
        "Kommunens representanter i ERB är",
        "Deltagare från Region Prov:",
        "Regionala företrädare i ERB:",
        "Företrädare för regionen i styrelsen:",
        "Från Region Prov ingår:",
        "Från regionen sitter i styrelsen:",
        "Region Prov har följande representanter i ERB:",
        "Region Prov har tre representanter i ERB:",
        "Styrelsen består av:",
        "I styrelsen ingår:",
        "I ERB:s styrelse företräds regionen av:",
        "Politiskt utsedda:",
        "Våra utsedda:",
    ),
    "ledamot": (
        "Ledamöter:",
        "Ledamöter i ERB:",
        "Region Provs ledamöter i ERB är:",
        "Ledamöter från Region Prov:",
        "Följande är ledamöter i ERB:",
        "Våra ledamöter:",
        "Regionens ledamöter i styrelsen:",
        "Ledamöter utsedda av regionfullmäktige:",
        "Ledamöter 2023–2026",
        "Ledamöter för Region Prov i ERB:s styrelse är:",
        "Följande ledamöter har utsetts:",
        "Regionfullmäktige har utsett följande ledamöter:",
        "Till ledamöter i ERB har valts:",
        "Som ledamöter har utsetts:",
        "Nuvarande ledamöter:",
        "Ledamöter (3 st):",
        "Region Prov har tre ledamöter i ERB:",
    ),
    "ersättare": (
        "Ersättare:",
        "Ersättare i ERB:",
        "Ersättare från Region Prov:",
        "Region Provs ersättare i ERB är:",
        "Som ersättare har utsetts:",
        "Till ersättare har valts:",
        "Ersättare är:",
        "Våra ersättare är:",
    ),
    "ombud": (
        "Ombud:",
        "Ombud vid stämman:",
        "Region Provs ombud är:",
        "Kommunens ombud vid ERB:s årsmöte:",
        "Till ombud har utsetts:",
    ),
    "ordinarie ledamot": (
        "Ordinarie ledamöter:",
        "Ordinarie ledamöter från Region Prov är:",
    ),
}
PEOPLE = (("Roland Gustbée", "M"), ("Eva Johnsson", "KD"), ("Testa Provsson", "S"))
NAMED = [f"{name} ({party})" for name, party in PEOPLE]
LIST = "<ul>" + "".join(f"<li>{each}</li>" for each in NAMED) + "</ul>"
TABLE = "<table>" + "".join(f"<tr><td>{name}</td><td>{party}</td></tr>" for name, party in PEOPLE) + "</table>"

MANNERS: dict[str, Callable[[str], str]] = {
    "list": lambda lead: f"<p>{lead}</p>{LIST}",
    "lines": lambda lead: f"<p>{lead}<br>{'<br>'.join(NAMED)}</p>",
    "paragraphs": lambda lead: f"<p>{lead}</p>" + "".join(f"<p>{each}</p>" for each in NAMED),
    "bold": lambda lead: f"<p><strong>{lead}</strong></p>{LIST}",
    "heading": lambda lead: f"<h3>{lead}</h3>{LIST}",
    "table": lambda lead: f"<p>{lead}</p>{TABLE}",
    "behind a text": lambda lead: f"<p>ERB är ett samarbete. {lead}</p>{LIST}",
    "one line": lambda lead: f"<p>{lead} {NAMED[0]}, {NAMED[1]} och {NAMED[2]}</p>",
}
BEHIND_COLONS = ("behind a text", "one line")  # what announces without one is a text's end, or a line of its own


def manners_of(lead: str) -> list[str]:
    return [each for each in MANNERS if lead.endswith(":") or each not in BEHIND_COLONS]


@pytest.mark.parametrize(
    ("lead", "role", "manner"),
    [(lead, role, each) for role, leads in LEADS.items() for lead in leads for each in manners_of(lead)],
)
def test_those_whom_a_sentence_announces_are_read(lead: str, role: str | None, manner: str) -> None:
    """With the role that it gives; it is no text of the collaboration, and names no other."""
    text = "" if manner == "behind a text" else "<p>ERB är ett samarbete.</p>"
    page = (
        f"<h1>Samarbeten</h1><p>Vi samverkar.</p><h2>Euroregion Baltic (ERB)</h2>{text}{MANNERS[manner](lead)}"
        "<h2>Energy Cities</h2><p>Ett nätverk.</p><p>Företrädare:</p><p>Bo Provsson (L)</p>"
    )
    reading = scraper.read(f"<title>Samarbeten</title><main>{page}</main>".encode(), url="https://prov.example/")
    assert not isinstance(reading, CannotTell)
    organ, other = reading.record.collaborations
    assert (organ.name, other.name) == ("Euroregion Baltic", "Energy Cities")
    assert [(each.name, each.party, each.role) for each in organ.representatives] == [(*each, role) for each in PEOPLE]
    assert (organ.description, organ.officials) == (("ERB är ett samarbete.",), ())
