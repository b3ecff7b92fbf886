"""Whatever the blocks, parse gives a record that survives its JSON form, and claims that lie within the page."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from records.codec import record_from_json, to_json
from records.page import Link
from scraper.content import Block, Content, Heading, Item, LinkLine, Paragraph, Row
from scraper.parse import parse

PIECES = (
    "Testa Testsson",
    "Ylva Provsson (M)",
    "Vakant",
    "ledamot",
    "Ersättare",
    "Ledamöter:",
    "Ordförande i ERB",
    "Moderaterna",
    "(S)",
    "Kontakt",
    "Kontaktperson:",
    "Euroregion Baltic (ERB)",
    "Kommunstyrelsen",
    "Medlemmar är",
    "Region Prov",
    "Region Pommern (PL)",
    "har varit medlem sedan februari 1998",
    "Senast uppdaterad:",
    "9 september 2022",
    "0470-11 22 33",
    "testa@example.org",
    "Regionens företrädare i styrelsen är:",
    "ERB:s hemsida",
    "Strategi, pdf, öppnas i nytt fönster",
    ",",
    "och",
    ":",
    "(",
    ".",
)
URLS = (
    "https://example.org/",
    "https://example.org/a.pdf",
    "mailto:a@b.se",
    "tel:0",
    "http://[",
    "",
    "javascript:void(0)",
)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=6).map(lambda parts: " ".join(parts).strip())
links = st.lists(st.builds(Link, texts, st.sampled_from(URLS)), max_size=2).map(tuple)
times = st.lists(st.sampled_from(("2022-09-09", "2022-09-09T23:30:00Z", "x", "")), max_size=1).map(tuple)
cells = st.lists(texts, max_size=4).map(tuple)
blocks = st.one_of(
    st.builds(Heading, st.integers(1, 6), texts, links),
    st.builds(Paragraph, texts, links, times, st.booleans()),
    st.builds(Item, texts, links, st.integers(1, 3), st.booleans(), times),
    st.builds(Row, cells, cells, links, st.booleans(), st.none() | texts),
    st.builds(LinkLine, st.builds(Link, texts, st.sampled_from(URLS))),
)
contents = st.lists(blocks, max_size=25).map(tuple)


@settings(max_examples=300, deadline=None)
@given(contents, st.lists(blocks, max_size=4).map(tuple), st.none() | texts)
@example((Paragraph("Vakant"), Paragraph("")), (), None)
@example((Row((), heads=("", "Ylva Provsson (M)")),), (), None)
def test_any_blocks_give_a_record(main: tuple[Block, ...], rest: tuple[Block, ...], title: str | None) -> None:
    """No order of headings, lines, rows and links makes it raise; names are never empty, nobody is listed twice."""
    reading = parse(Content("https://example.org/", title, main=main, rest=rest))
    record = reading.record
    assert record_from_json(to_json(record)) == record
    assert all(0 <= claim.block < len(main) + len(rest) and claim.rule for claim in reading.claims)
    assert set(reading.unclaimed) == set(range(len(main))) - {claim.block for claim in reading.claims}
    for organ in record.collaborations:
        people = [(each.name, each.party) for each in organ.representatives]
        assert len(people) == len(set(people))
        assert all(name for name, _ in people)
        for named in (organ.officials, organ.contacts, organ.members):
            assert all(each.name for each in named)
