"""Link labels lose the tails that tools add, and say which link is a document or a home page."""

from __future__ import annotations

import pytest

from scraper.swedish.labels import document_format, document_label, is_homepage_label, is_way_label, link_label

DOCUMENTS = [
    ("Mall för reserapport, word", "Mall för reserapport", "docx"),
    ("Budget, Excel", "Budget", "xlsx"),
    ("Internationell strategi för samarbeten, pdf, öppnas i nytt fönster", "Internationell strategi för samarbeten",
     "pdf"),
    ("Handlingsplan för internationellt arbete 2022, pdf, öppnas i nytt fönster",
     "Handlingsplan för internationellt arbete 2022", "pdf"),
    ("Strategi (pdf, 234 kB)", "Strategi", "pdf"),
    ("Strategi (PDF, 1,2 MB, öppnas i nytt fönster)", "Strategi", "pdf"),
    ("Strategi (PDF)", "Strategi", "pdf"),
    ("Strategi [PDF]", "Strategi", "pdf"),
    ("Strategi.pdf", "Strategi", "pdf"),
    ("Strategi PDF", "Strategi", "pdf"),
    ("Strategi, pdf", "Strategi", "pdf"),
    ("Strategi Pdf, 234 kB.", "Strategi", "pdf"),
    ("Strategi Pdf, 234 kB, öppnas i nytt fönster.", "Strategi", "pdf"),
    ("Strategi, PDF-dokument, 1,2 MB", "Strategi", "pdf"),
    ("Strategi (PDF-dokument, 1,2 MB)", "Strategi", "pdf"),
    ("Strategi (pdf-fil)", "Strategi", "pdf"),
    ("Strategi pdf öppnas i nytt fönster", "Strategi", "pdf"),
    ("Strategi (docx)", "Strategi", "docx"),
    ("Strategi (Word)", "Strategi", "docx"),
    ("Strategi (xlsx, 20 kB)", "Strategi", "xlsx"),
    ("Strategi 2022", "Strategi 2022", None),
    ("Strategi (2022)", "Strategi (2022)", None),
    ("Strategi (SBHSS)", "Strategi (SBHSS)", None),
    ("Strategi, länk till annan webbplats", "Strategi", None),
    ("Strategi Länk till annan webbplats, öppnas i nytt fönster.", "Strategi", None),
    ("Strategi (öppnas i nytt fönster)", "Strategi", None),
    ("Strategi, öppnas i ny flik", "Strategi", None),
    ("Protokoll 2022-09-09 (pdf)", "Protokoll 2022-09-09", "pdf"),
    ("Strategi för 2022-2026, pdf, 12 sidor", "Strategi för 2022-2026", "pdf"),
    ("Strategi (PDF: 245 kB)", "Strategi", "pdf"),
    ("Strategi (PDF, öppnas i ny flik)", "Strategi", "pdf"),
    ("Strategi (245 kB; pdf; 12 sidor)", "Strategi", "pdf"),
    ("Strategi | PDF", "Strategi", "pdf"),
    ("Strategi (pdf, länk till annan webbplats)", "Strategi", "pdf"),
    ("Nätverket (länk till annan webbplats)", "Nätverket", None),
    ("Strategi (antagen 2021).pdf", "Strategi (antagen 2021)", "pdf"),
    ("pdf", "pdf", None),
]  # fmt: skip


@pytest.mark.parametrize(("label", "kept", "kind"), DOCUMENTS)
def test_a_label_without_its_tail(label: str, kept: str, kind: str | None) -> None:
    """Format, size and "öppnas i nytt fönster" are no part of the label."""
    assert document_label(label) == (kept, kind)


FORMATS = [
    ("https://example.org/a/strategi.pdf", "pdf"),
    ("https://example.org/a/strategi.PDF?v=2#x", "pdf"),
    ("/download/18.1/1600/Strategi%202022.docx", "docx"),
    ("https://example.org/a/strategi", None),
    ("https://example.org/pdf/", None),
    ("https://example.org/", None),
    ("mailto:a@example.org", None),
]


@pytest.mark.parametrize(("url", "kind"), FORMATS)
def test_the_format_in_an_address(url: str, kind: str | None) -> None:
    """The end of the path, without query, says the format."""
    assert document_format(url) == kind


@pytest.mark.parametrize(
    "label",
    ["ERB:s hemsida", "Energy cities hemsida", "Småland Blekinge Halland South Swedens hemsida",
     "Till SBHSS webbplats", "ERB",
     "Läs mer på ERB:s webbplats", "Besök Energy Cities webbplats", "ERB:s webbsida", "Hemsida", "Webbplats",
      "www.eurobalt.org",
     "Energy Cities website", "ERB:s hemsida, länk till annan webbplats", "Euroregion Baltic (öppnas i nytt fönster)",
     "Euroregion Baltic (nytt fönster)",
     "Euroregion Baltic Länk till annan webbplats, öppnas i nytt fönster.", "Länk till ERB:s hemsida",
      "www.eurobalt.org/projects"],
)  # fmt: skip
def test_a_label_of_a_home_page(label: str) -> None:
    """A word for a site, the address itself, or the collaboration's own name."""
    assert is_homepage_label(label, ("Euroregion Baltic", "ERB"))


@pytest.mark.parametrize(
    "label", ["Läs mer", "Strategi", "Kontakt", "Protokoll, länk till annan webbplats", "Region Provland", ""]
)
def test_a_label_of_another_link(label: str) -> None:
    """The tool's note "länk till annan webbplats" makes no home page."""
    assert not is_homepage_label(label, ("Euroregion Baltic", "ERB"))


def test_a_label_without_the_tools_note() -> None:
    """A home page's label is kept as a reader would say it."""
    assert link_label("ERB:s hemsida (nytt fönster)") == "ERB:s hemsida"
    assert link_label("ERB:s hemsida, öppnas i nytt fönster") == "ERB:s hemsida"
    assert link_label("ERB:s hemsida Länk till annan webbplats.") == "ERB:s hemsida"
    assert link_label("ERB website, external link") == "ERB website"
    assert link_label("ERB:s hemsida") == "ERB:s hemsida"


@pytest.mark.parametrize(
    "label",
    ["Läs mer om ERB", "Till Euroregion Baltic, öppnas i nytt fönster", "Besök eurobaltic.example", "Mer om ERB",
     "Läs mer på www.eurobaltic.example", "Euroregion Baltic (ERB)", "Läs om ERB här", "Visit www.erb.example"],
)  # fmt: skip
def test_a_label_that_leads_to_a_site_by_its_name(label: str) -> None:
    """The collaboration's name or an address, with no more than the way there."""
    assert is_way_label(label, ("Euroregion Baltic", "ERB"))


@pytest.mark.parametrize("label", ["Läs mer", "Läs mer om ERB:s strategi", "Till Region Prov", "Om oss", ""])
def test_a_label_that_leads_elsewhere(label: str) -> None:
    """What is told of something else, or of nothing."""
    assert not is_way_label(label, ("Euroregion Baltic", "ERB"))
