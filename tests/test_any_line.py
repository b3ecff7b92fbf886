"""No line of text, however odd, makes a reader raise; what they give holds only what the line says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scraper.swedish.columns import is_head_row
from scraper.swedish.contacts import contact
from scraper.swedish.headings import heading
from scraper.swedish.labels import document_format, document_label, is_homepage_label, link_label
from scraper.swedish.leads import lead
from scraper.swedish.memberships import announces_members, member_item, members
from scraper.swedish.officials import officials
from scraper.swedish.people import entries
from scraper.swedish.prose import prose_people
from scraper.swedish.rows import row_entries

WORDS = (
    "Testa Testsson|(M)|(|)|,|:|;|.| och | – |ledamot|ordförande|Ersättare:|i styrelsen|Växjö|vakant|är|"
    "medlemmar|Region Ett|(PL)|070-123 45 67|a@b.se|Kontakt|Moderaterna|strateg|chefsgruppen|"
    "2022|1:e vice|v. ordf.|som|av|\u00a0|💥|[|]"
)
LINES = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS.split("|")), max_size=14).map(" ".join))


@given(LINES)
def test_any_line_ends_in_a_value(line: str) -> None:
    """Every reader of one line answers."""
    for read in (heading, lead, officials, members, announces_members, member_item, document_label, document_format):
        read(line)
    is_homepage_label(line, (line,))
    link_label(line)


@given(LINES)
def test_people_are_named_by_the_line(line: str) -> None:
    """Every word of a person's name, and a party, stand in the line that it was read from."""
    for each in (*entries(line), *entries(line, announced=True), *prose_people(line)):
        assert each.vacant == (each.name == "")
        assert all(word in line for word in each.name.split())
        assert each.party is None or each.party in line or each.party in " ".join(line.split())


@given(st.lists(LINES, max_size=5))
def test_any_cells_and_lines_end_in_a_value(lines: list[str]) -> None:
    """Rows and contact sections answer too."""
    is_head_row(lines)
    row_entries(lines)
    row_entries(lines, lines)
    contact(lines)
