"""Who is announced and does not come: only where the section that announced them has ended."""

from __future__ import annotations

import pytest

from records.outcome import CannotTell
from scraper import read

SEATS = "<ul><li>Testa Testsson (M), ledamot</li><li>Ylva Provsson (S), ersättare</li></ul>"


def over_nobody(inner: str) -> tuple[str, ...]:
    page = f"<html><title>Samarbeten</title><main><h1>Samarbeten</h1>{inner}<h2>Rådet</h2>{SEATS}</main></html>"
    found = read(page.encode())
    assert not isinstance(found, CannotTell)
    return found.leads_over_nobody


@pytest.mark.parametrize("between", ["<h3>Om samarbetet</h3>", "<h3>Medlemmar</h3>", "<h3>Bakgrund</h3>"])
def test_a_heading_within_a_section_does_not_end_what_announced_its_people(between: str) -> None:
    """They may stand after a part of their own about the organ; where the whole section ends, they are missing."""
    text = "<p>Nätverket bildades 1994.</p>"
    section = f"<h2>Representanter i Provnätverket</h2>{between}{text}"
    assert over_nobody(section + SEATS) == ()
    assert over_nobody(section) == ("Provnätverket",)


def test_a_heading_ends_what_a_sentence_announced() -> None:
    """A lead sentence speaks of what follows it, not of the next part."""
    lead = "<h2>Provnätverket</h2><p>Regionens företrädare i Provnätverket är:</p>"
    assert over_nobody(f"{lead}<h3>Bakgrund</h3><p>Nätverket bildades 1994.</p>") == ("Provnätverket",)


@pytest.mark.parametrize("line", ["Presidiet", "Presidium 2023–2024", "Presidiet (2023)", "Presidium (2023–2024)"])
def test_a_line_that_is_a_presidium_and_its_years_announces_people_and_is_no_text(line: str) -> None:
    """The years may stand in parentheses."""
    found = read(f"<title>Rådet</title><main><h1>Rådet</h1><h2>Provrådet</h2><p>{line}</p>{SEATS}</main>".encode())
    assert not isinstance(found, CannotTell)
    assert [each.description for each in found.record.collaborations] == [()]
    assert "line: board" in [claim.rule for claim in found.claims]
