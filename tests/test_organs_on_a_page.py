"""Which headings, titles, labels and columns name a collaboration, and what belongs to it."""

import pytest

from records.page import Contact, Link, Official, Organisation, Representative
from scraper.blocks import read_content
from scraper.content import Heading, Item, Paragraph, Row
from scraper.parse import parse
from tests.parsed import ADDRESS, names, only, read, record

TEST, YLVA = Representative("Testa Testsson", "S", "ledamot"), Representative("Ylva Provsson", "C", "ledamot")


def test_a_heading_without_evidence_is_no_collaboration() -> None:
    """Its text belongs to the collaboration around it, else to the intro."""
    page = record(
        "# Samarbeten",
        "## Så väljer vi",
        "Fullmäktige väljer.",
        "## Hälsoforum",
        "* Testa Testsson (M), ledamot",
        "### Bakgrund",
        "Forumet bildades på våren.",
        "## Dokument",
        "Här finns protokollen.",
    )
    assert page.intro == ("Fullmäktige väljer.", "Här finns protokollen.")
    assert [organ.description for organ in page.collaborations] == [("Forumet bildades på våren.",)]


def test_members_alone_make_the_title_the_collaboration_of_a_page_that_has_no_other() -> None:
    """A page about one network tells who is in it; where headings name organs, the title is the page's."""
    members = "Medlemsorganisationer är Region Prov, Region Test och Region Hitte."
    (network,) = record("# Provska nätverket (PN)", "PN är ett nätverk.", members).collaborations
    assert (network.name, network.abbreviation, len(network.members)) == ("Provska nätverket", "PN", 3)
    (council,) = record("# Provska nätverket (PN)", members, "## Hittepårådet", "* Testa Testsson (M)").collaborations
    assert council.name == "Hittepårådet"
    assert record("# Samarbeten", members).collaborations == ()


def test_headings_of_roles_and_parties_belong_to_the_organ_before() -> None:
    """Whatever their level; they give the role and the party to those who have none."""
    organ = only(
        "## Hälsonämnden",
        "## Ledamöter",
        "* Testa Testsson (M), ordförande",
        "* Ylva Provsson (S)",
        "## Ersättare",
        "### Moderaterna",
        "* Pelle Låtsas",
        "### Kommunens Väl",
        "* Frida Fiktiv",
    )
    assert organ.name == "Hälsonämnden"
    assert organ.representatives == (
        Representative("Testa Testsson", "M", "ordförande"),
        Representative("Ylva Provsson", "S", "ledamot"),
        Representative("Pelle Låtsas", "Moderaterna", "ersättare"),
        Representative("Frida Fiktiv", "Kommunens Väl", "ersättare"),
    )


def test_a_heading_can_name_the_organ_behind_the_role() -> None:
    """ "Ledamöter i X" names X; "Ledamöter i ERB" means the organ of that abbreviation."""
    page = record(
        "# Samarbeten",
        "## Ledamöter i Provlands kommunförbund",
        "* Testa Testsson (M)",
        "## Euroregion Baltic (ERB)",
        "### Ledamöter i ERB",
        "* Ylva Provsson (S)",
    )
    assert [organ.name for organ in page.collaborations] == ["Provlands kommunförbund", "Euroregion Baltic"]
    assert page.collaborations[1].representatives == (Representative("Ylva Provsson", "S", "ledamot"),)


def test_people_under_the_title_make_it_the_collaboration() -> None:
    """Then its text is the page's intro."""
    page = record("# Regionstyrelsen (RS)", "Styrelsen leder.", "## Ledamöter", "* Testa Testsson (M)")
    assert page.title == "Regionstyrelsen (RS)"
    assert page.intro == ("Styrelsen leder.",)
    (organ,) = page.collaborations
    assert (organ.name, organ.abbreviation, organ.description) == ("Regionstyrelsen", "RS", ())


def test_the_nearest_organ_wins() -> None:
    """A heading within an organ makes another only if it names one."""
    page = record(
        "# Bolag",
        "## Provby Bostäder AB",
        "### Så här är vi representerade",
        "* Testa Testsson (M), ledamot",
        "### Arbetsgruppen för klimat",
        "* Ylva Provsson (S), ledamot",
    )
    assert [organ.name for organ in page.collaborations] == ["Provby Bostäder AB", "Arbetsgruppen för klimat"]


def test_where_no_heading_names_an_organ_a_table_or_a_list_may() -> None:
    """A column of organs, a table's caption, a term, and an item around a list."""
    heads = ("Bolag", "Namn", "Parti", "Roll")
    energy, museum = "Provbygdens Energi AB", "Stiftelsen Provmuseet"
    column = record(
        "# Uppdrag",
        Row((energy, "Testa Testsson", "S", "Ledamot"), heads, starts=True),
        Row((museum, "Ylva Provsson", "C", "Ledamot"), heads),
    )
    captions = record(
        "# Uppdrag",
        Row(("Testa Testsson", "S", "Ledamot"), heads[1:], starts=True, caption=energy),
        Row(("Ylva Provsson", "C", "Ledamot"), heads[1:], starts=True, caption=museum),
    )
    terms = record(
        "# Uppdrag", Row((energy, "Testa Testsson (S), ledamot")), Row((museum, "Ylva Provsson (C), ledamot"))
    )
    items = record(
        "# Uppdrag",
        *(Item(energy), Item("Testa Testsson (S), ledamot", depth=2)),
        *(Item(museum), Item("Ylva Provsson (C), ledamot", depth=2)),
    )
    for page in (column, captions, terms, items):
        assert [(organ.name, organ.representatives) for organ in page.collaborations] == [
            (energy, (TEST,)),
            (museum, (YLVA,)),
        ]


def test_a_column_of_organs_holds_organs_whatever_they_are_called() -> None:
    """ "Klimatkommunerna" is one where the column says so, though its first seat is vacant."""
    heads = ("Organ", "Ordinarie", "Ersättare")
    page = record(
        "# Samverkan",
        Row(("Provnätet, (medlem sedan 1995)", "Testa Testsson (S)", "Bo Provsson (M)"), heads, starts=True),
        Row(("Klimatkommunerna", "vakant", "Ylva Provsson (C)"), heads),
    )
    assert [(organ.name, str(organ.member_since), len(organ.representatives)) for organ in page.collaborations] == [
        ("Provnätet", "1995", 2),
        ("Klimatkommunerna", "None", 1),
    ]


def test_a_cell_that_is_somebody_names_no_organ() -> None:
    """Two people in a row, each with a role."""
    page = record(
        "# Samarbeten",
        Row(("Testa de Testsson (M), Ledamot", "Bo Provsson (S), Ersättare"), starts=True),
        Row(("Ylva Provsson (C), Ledamot", "Moa Prov (L), Ersättare")),
    )
    assert [(organ.name, len(organ.representatives)) for organ in page.collaborations] == [("Samarbeten", 4)]


def test_a_term_that_names_no_body_names_no_organ() -> None:
    """A municipality beside its people is where they come from."""
    page = record(
        "# Rådet",
        Row(("Testby kommun", "Testa Testsson (S), ledamot")),
        Row(("Region Prov", "Ylva Provsson (C), ledamot")),
    )
    assert [organ.name for organ in page.collaborations] == ["Rådet"]


def test_labels_under_a_heading_of_several_organs_name_them() -> None:
    """ "Övriga organ" names none; what stands in front of each colon does, whatever it is called."""
    lines = ("Provtrafiken, stämma: Testa Testsson (M), ombud", "Provrådet: Eva Provsson (S)")
    found = record("# Externa uppdrag", "## Provbolaget AB", "Ylva Mall (C)", "## Övriga organ", *lines)
    assert [(each.name, names(each)) for each in found.collaborations] == [
        ("Provbolaget AB", ["Ylva Mall"]),
        ("Provtrafiken, stämma", ["Testa Testsson"]),
        ("Provrådet", ["Eva Provsson"]),
    ]


def test_sectors_of_a_local_action_group_are_no_organs() -> None:
    """Those of the public, the voluntary and the private sector sit in the group that the title names."""
    public = ("## Offentlig sektor", "Testa Testsson (M)")
    organ = only("# LAG Provbygden", *public, "## Ideell sektor", "Eva Provsson, LRF")
    assert (organ.name, names(organ)) == ("LAG Provbygden", ["Testa Testsson", "Eva Provsson"])


def test_a_title_of_several_networks_is_none_of_them() -> None:
    """ "Representation i EU-nätverk" stands over networks that headings name, by letters alone, too."""
    first = ("## ERRIN", "Medlem sedan: 1 mars 2018", "Politisk representant: Testa Testsson (M)")
    found = record("# Representation i EU-nätverk", *first, "## NetTour", "Politisk representant: Eva Provsson (S)")
    assert [(each.name, each.member_since, names(each)) for each in found.collaborations] == [
        ("ERRIN", "2018-03-01", ["Testa Testsson"]),
        ("NetTour", None, ["Eva Provsson"]),
    ]


def test_what_a_title_announces_it_announces_of_every_organ() -> None:
    """ "Kongressombud" and "Styrelsen" say that whoever is listed on the page is somebody."""
    delegates = record("# Kongressombud", "## Avdelning Väst", "* Pålle Provborg", "Ersättare: Eva Provsson")
    assert [(each.name, each.role) for each in delegates.collaborations[0].representatives] == [
        ("Pålle Provborg", "kongressombud"),
        ("Eva Provsson", "ersättare"),
    ]
    terms = Row(("Detaljer", "Träffar"), starts=True), "Senast Läst"
    board = record("# Styrelsen", *terms, "## Lantbruket", "* Östa Malldamm, LRF")
    assert [organ.name for organ in board.collaborations] == ["Lantbruket"]
    assert names(board.collaborations[0]) == ["Östa Malldamm"]


def test_a_label_may_name_the_organ_of_those_behind_it() -> None:
    """On a page of several organs' people; a text below is about none of them, and elsewhere it is only a label."""
    lines = "Fiskeområde Prov: Testa Testsson (M), ledamot", "Energirådet: Eva Provsson (S)", "Mer om uppdragen."
    page = record("# Representanter", *lines)
    assert [organ.name for organ in page.collaborations] == ["Fiskeområde Prov", "Energirådet"]
    assert page.intro == ("Mer om uppdragen.",)
    assert [organ.name for organ in record("# Hamnrådet", *lines).collaborations] == ["Hamnrådet"]


def test_an_owner_in_the_plural_is_no_organ() -> None:
    """ "Föreningarnas ledamöter" sit in the organ that the page is about."""
    page = record(
        "# Skärgårdsrådet",
        "## Kommunernas ledamöter",
        "* Testa Testsson (M)",
        "## Föreningarnas ledamöter",
        "* Eva Provsson, Provs byalag",
    )
    assert [organ.name for organ in page.collaborations] == ["Skärgårdsrådet"]
    assert names(page.collaborations[0]) == ["Testa Testsson", "Eva Provsson"]


def test_a_column_of_organs_needs_no_words_to_name_them() -> None:
    """Under the head "Organ" stands one, whatever it is called."""
    heads = ("Organ", "Namn", "Parti")
    page = record(
        "# Representation",
        Row(("Provlands museum", "Testa Testsson", "M"), heads, starts=True),
        Row(("Skogen", "Eva Provsson", "S"), heads),
    )
    assert [organ.name for organ in page.collaborations] == ["Provlands museum", "Skogen"]


def test_a_line_with_a_colon_may_name_the_organ_of_those_below_it() -> None:
    """On a page of several organs' people; a place there says only where they come from."""
    lines = "Hembygdsrådet:", "Testa Testsson (S)", "Trafikrådet:", "Eva Provsson (C)"
    assert [organ.name for organ in record("# Uppdrag", *lines).collaborations] == ["Hembygdsrådet", "Trafikrådet"]
    whence = record("# Uppdrag", "Region Provland:", "Testa Testsson (S)")
    assert [organ.name for organ in whence.collaborations] == ["Uppdrag"]


def test_a_board_is_its_organs_own() -> None:
    """ "Styrelsen" within a named organ is that organ's; under the page's title it is one of its own."""
    page = record("# Bolag", "## Provby Bostäder AB", "### Styrelsen", "* Testa Testsson (M), ledamot")
    assert [organ.name for organ in page.collaborations] == ["Provby Bostäder AB"]
    page = record("# Styrelse och revision", "## Styrelsen", "* Testa Testsson (M), ledamot")
    assert [organ.name for organ in page.collaborations] == ["Styrelsen"]


@pytest.mark.parametrize("board", ["Styrelse", "Styrelse 2023", "Board"])
def test_a_board_without_a_name_is_that_of_the_body_in_the_title(board: str) -> None:
    """ "Styrelse" says what its people are, as "Presidium" does; "Styrelsen" names an organ."""
    page = record("# Provby Bostäder AB", "Bolaget äger hus.", f"## {board}", "* Testa Testsson", "* Ylva Provsson")
    assert [(organ.name, len(organ.representatives)) for organ in page.collaborations] == [("Provby Bostäder AB", 2)]
    assert page.intro == ("Bolaget äger hus.",)


def test_members_of_an_english_board_are_its_people() -> None:
    """ "Members of the board", "Representatives of the teachers" announce people and name no organ."""
    organ = only(
        "# The University Board",
        "## Members of the board",
        "Chair: Testa Testsson",
        "### Representatives of the teachers",
        "* Ylva Provsson",
    )
    assert organ.name == "The University Board"
    assert organ.representatives == (
        Representative("Testa Testsson", None, "chair"),
        Representative("Ylva Provsson", None, "member"),
    )


def test_a_heading_within_an_organ_may_still_name_another() -> None:
    """A body in front of "i TU" is one of its own, as long as it is no board."""
    page = read("## Testunionen (TU)", "* Testa Testsson (M)", "### Ungdomsrådet i TU", "* Ylva Provsson (S)").record
    assert [each.name for each in page.collaborations] == ["Testunionen", "Ungdomsrådet i TU"]


@pytest.mark.parametrize("name", ["Testrådet (TR)", "Test Cities (TC)"])
def test_a_heading_may_name_a_part_of_the_organ_before_it(name: str) -> None:
    """ "… i TR:s styrelse" are people of TR, and so are the civil servants in its groups or from an employer."""
    full, short = name.removesuffix(")").split(" (")
    genitive = full if full.endswith("s") else f"{full}s"
    organ = only(
        f"## {name}",
        f"### Politiska företrädare i {short}:s styrelse",
        "* Testa Testsson (M)",
        f"### Representanter i {genitive} arbetsutskott är:",
        "* Ylva Provsson (S)",
        f"### Tjänstepersoner i {short}:s sekretariat",
        "* Kaj Nymann, planerare",
        "### Tjänstemän i chefsgruppen",
        "* Siv Nytest, strateg",
        "### Tjänstepersoner från Provstads kommun",
        "* Gun Demosson, samordnare",
    )
    assert organ.name == full
    assert names(organ) == ["Testa Testsson", "Ylva Provsson"]
    assert [each.name for each in organ.officials] == ["Kaj Nymann", "Siv Nytest", "Gun Demosson"]


@pytest.mark.parametrize(
    "heading",
    [
        "Politiska företrädare – TR",
        "Region Provland i TR",
        "Styrgrupp för Testrådet",
        "Representanter i TR från Region Provland",
        "Valda av regionfullmäktige",
    ],
)
def test_a_heading_within_an_organ_may_end_in_its_name(heading: str) -> None:
    """Then it says whose people follow, and names no other organ."""
    organ = only("## Testrådet (TR)", f"### {heading}", "* Testa Testsson (M), ledamot")
    assert (organ.name, names(organ)) == ("Testrådet", ["Testa Testsson"])


def test_a_heading_over_the_homepage_is_no_collaboration() -> None:
    """ "Webbplats" is a part of what stands above."""
    home = Link("Testrådets hemsida", "https://testradet.example")
    organ = only("## Testrådet", "* Testa Testsson (M)", "### Webbplats", Paragraph(home.label, (home,)))
    assert (organ.name, organ.homepage) == ("Testrådet", home)


@pytest.mark.parametrize("lead", ["### Medlemmar", "### Medlemmar i ERB", "Medlemsorganisationer är:"])
@pytest.mark.parametrize("line", ["Malmö stad, Rostock (DE) och Region Prov.", "Malmö stad, Rostock (DE), Region Prov"])
def test_members_may_stand_in_one_line_below_their_lead(lead: str, line: str) -> None:
    """As a sentence without a verb, or without a full stop."""
    organ = only("## Euroregion Baltic (ERB)", lead, line, "### Ledamöter", "* Testa Testsson (M)")
    assert organ.members == (
        Organisation("Malmö stad", None),
        Organisation("Rostock", "DE"),
        Organisation("Region Prov", None),
    )


def test_the_beginning_of_a_members_name_is_nobody() -> None:
    """ "Huvudmän är Egentliga Finlands förbund": no man of that name is one."""
    owners = "Huvudmän är Egentliga Finlands förbund (FI) och Åbo stad."
    organ = only("## Euroregion Baltic", owners, "* Bo Provsson (S)")
    assert (len(organ.members), names(organ)) == (2, ["Bo Provsson"])


def test_the_way_to_a_site_outside_is_the_homepage_where_no_link_says_so() -> None:
    """ "Läs mer om Testrådet" leads there from another site, and to a page of the page's own site within it."""
    out, home = Link("Läs mer om Testrådet", "https://testradet.se/om"), Link("Hemsida", "https://tr.se")
    within = Link("Läs mer om Testrådet", "https://demokrati.example.org/testradet")
    for links, expected in (((within,), None), ((within, out), out), ((out, home), home)):
        lines = [Paragraph(link.label, (link,)) for link in links]
        assert only("## Testrådet", "* Testa Testsson (M)", *lines).homepage == expected


def test_a_title_may_give_the_role_and_name_the_organ() -> None:
    """ "Ledamöter i X" as the page's title; what it says ends with the next organ."""
    page = record("# Ledamöter i Regionfullmäktige", "* Testa Testsson (M)", "## Valberedningen", "* Ylva Provsson (S)")
    assert page.title == "Ledamöter i Regionfullmäktige"
    assert [organ.name for organ in page.collaborations] == ["Regionfullmäktige", "Valberedningen"]
    assert [organ.representatives[0].role for organ in page.collaborations] == ["ledamot", None]


def test_a_part_of_an_organ_is_none_of_its_own() -> None:
    """Who comes from where, and its staff, belong to the organ around them."""
    page = record(
        "# Organ",
        "## Hjälpmedelsnämnden",
        "### Från Region Prov",
        "* Testa Testsson (M)",
        "### Från kommunerna",
        "* Ylva Provsson (S)",
        "### Personal",
        "* Anna Etta, kanslichef",
    )
    (organ,) = page.collaborations
    assert names(organ) == ["Testa Testsson", "Ylva Provsson"]
    assert organ.officials == (Official("Anna Etta", "kanslichef"),)


def test_a_title_of_a_role_in_no_certain_organ_names_none() -> None:
    """ "Ombud i förbundet" and "Representanter i externa organ" are titles; their people are the title's."""
    for title in ("Ombud i förbundet", "Ledamöter i externa organ", "Ombud vid stämmor"):
        assert [organ.name for organ in record(f"# {title}", "* Testa Testsson (M)").collaborations] == [title]


def test_places_within_a_board_are_no_organs() -> None:
    """Under "Styrelsen" headings of municipalities group its people."""
    page = record(
        "# Förbundet", "## Styrelsen", "### Exempelstad", "* Testa Testsson (M)", "### Testby", "* Bo Provsson (S)"
    )
    assert [organ.name for organ in page.collaborations] == ["Styrelsen"]
    assert names(page.collaborations[0]) == ["Testa Testsson", "Bo Provsson"]


def test_headlines_of_news_are_no_organs_and_list_nobody() -> None:
    """Under "Aktuellt från rådet" a linked heading is a teaser, and so is what stands under it."""
    headline = Heading(
        3, "Testa Testsson (S): Så blir sommaren", (Link("Testa Testsson (S): Så blir sommaren", ADDRESS),)
    )
    page = record(
        "# Skärgårdsrådet",
        "## Rådets ledamöter",
        "* Testa Testsson (S), ordförande",
        "## Aktuellt från rådet",
        headline,
        "Publicerad 3 april 2023",
        "Ylva Provsson (C) invigde i går de nya bryggorna.",
        "## Kontakt",
        "Anna Etta, sekreterare",
    )
    assert [organ.name for organ in page.collaborations] == ["Skärgårdsrådet"]
    assert names(page.collaborations[0]) == ["Testa Testsson"]
    assert [contact.name for contact in page.collaborations[0].contacts] == ["Anna Etta"]


def test_a_headline_of_news_may_have_its_day_instead_of_a_link() -> None:
    """As where a system makes the whole box a link by a script."""
    page = record(
        "# EU",
        "## Euroregion Prov",
        "* Testa Testsson (M), ledamot",
        "## Nyheter",
        "### Testa Testsson leder Euroregion Prov",
        "2024-03-01",
        "Vid årsmötet valdes Ylva Provsson (S) till ordförande.",
    )
    assert [(organ.name, names(organ)) for organ in page.collaborations] == [("Euroregion Prov", ["Testa Testsson"])]


def test_an_office_that_a_region_names_is_no_place_in_a_page_of_networks() -> None:
    """A title that speaks of several ("Samarbeten och nätverk") is no body whose people come from places."""
    page = record(
        "# Samarbeten och nätverk",
        "## Provkorridoren",
        "* Testa Testsson (M), ledamot",
        "## Region Prov EU-kontor",
        "Kontoret ligger i Bryssel.",
        "### Styrgrupp",
        "* Ylva Provsson (S)",
    )
    assert [organ.name for organ in page.collaborations] == ["Provkorridoren", "Region Prov EU-kontor"]


def test_the_municipalities_of_a_joint_committee_are_no_organs() -> None:
    """Under its roles they only say whence its people come: the role is theirs still."""
    page = record(
        "# Gemensamma nämnden för prov",
        "## Ledamöter",
        "### Testala kommun",
        "* Testa Testsson (M), ordförande",
        "* Bo Provsson (C)",
        "## Ersättare",
        "### Testala kommun",
        "* Ylva Provsson (S)",
    )
    (organ,) = page.collaborations
    assert [each.role for each in organ.representatives] == ["ordförande", "ledamot", "ersättare"]


def test_a_sentence_may_name_one_and_say_that_the_others_seat_is_empty() -> None:
    """The one is not lost."""
    page = record("# Råd", "## Vattenrådet", "Platsen innehas av Testa Testsson (C). Ersättarplatsen är vakant.")
    assert names(page.collaborations[0]) == ["Testa Testsson"]


@pytest.mark.parametrize("said", ["Gäller från januari 2023", "Ny mandatperiod", "Regionens platser", "Se nedan"])
def test_one_line_above_seats_that_is_no_name_is_no_organ(said: str) -> None:
    """Several words that are spelt as a sentence's, in one place of the page, say something of those who follow."""
    page = record("# Samarbeten", Paragraph(said), Paragraph("Ledamot: Testa Testsson (M)"))
    assert [organ.name for organ in page.collaborations] == ["Samarbeten"]


def test_a_few_words_above_seats_are_their_organ() -> None:
    """Where only a style tells headings from text: above "Ledamot: …", or above a list behind one that stood so."""
    page = record(
        "# Samarbeten",
        Paragraph("Energiprov"),
        Paragraph("Ledamot: Testa Testsson (M)"),
        Paragraph("Ersättare: Bo Provsson (S)"),
        Paragraph("Euroregion Prov"),
        Paragraph("Ledamot: Ylva Provsson (C)"),
        Paragraph("Testkorridoren"),
        Item("Åke Test (V), ledamot", starts=True),
    )
    assert [(organ.name, len(organ.representatives)) for organ in page.collaborations] == [
        ("Energiprov", 2),
        ("Euroregion Prov", 1),
        ("Testkorridoren", 1),
    ]


def test_the_board_below_a_name_of_one_word_is_that_ones() -> None:
    """Though no word says that it is an organ; below "Politik" the board is one itself."""
    page = record(
        "# Uppdrag",
        "## Eurocities",
        "### Styrelsen",
        "* Testa Testsson (M), ledamot",
        "## Politik",
        "### Styrelsen",
        "* Bo Provsson (S), ledamot",
    )
    assert [(organ.name, names(organ)) for organ in page.collaborations] == [
        ("Eurocities", ["Testa Testsson"]),
        ("Styrelsen", ["Bo Provsson"]),
    ]


def test_what_a_term_describes_in_a_sentence_is_text() -> None:
    """As it would be in a paragraph, so that a change of it is seen; the term goes with it unless it says only that."""
    organ = only(
        "## Energiprov",
        Row(("Beskrivning", "Ett nätverk för städer som sparar energi."), ()),
        Row(("Möten", "Styrelsen möts fyra gånger om året i Bryssel."), ()),
        "Ledamot: Testa Testsson (M)",
    )
    assert organ.description == (
        "Ett nätverk för städer som sparar energi.",
        "Möten: Styrelsen möts fyra gånger om året i Bryssel.",
    )


def test_a_heading_of_organs_where_somebody_sits_names_none() -> None:
    """However many capitals its clause has; headings within it are organs by what stands under them."""
    page = record(
        "# Uppdrag",
        "## Samverkansorgan där Provköpings kommun är representerad",
        "### ARKO-nätet",
        "* Testa Testsson (M), ledamot",
    )
    assert [organ.name for organ in page.collaborations] == ["ARKO-nätet"]


def test_headings_of_people_do_not_push_the_next_bold_organ_down() -> None:
    """Bold lines are one below the last real heading; one that is a person or a role is none to count from."""
    html = (
        "<h1>Samarbeten</h1><p><b>Provrådet (PR)</b></p><h4>Testa Testsson</h4><p>Ledamot (M)</p>"
        "<p><b>Testalliansen</b></p><h4>Ersättare</h4><p>Ylva Provsson (S)</p>"
        "<p><b>Skisslandet</b></p><p>Bo Provsson (C), ledamot</p>"
    )
    page = parse(read_content(f"<main>{html}</main>")).record
    assert [(organ.name, names(organ)) for organ in page.collaborations] == [
        ("Provrådet", ["Testa Testsson"]),
        ("Testalliansen", ["Ylva Provsson"]),
        ("Skisslandet", ["Bo Provsson"]),
    ]


def test_a_line_behind_a_table_is_of_nobody_in_the_organ_that_the_table_named() -> None:
    """The table's organ ends with it, and so does what a line can say of its last person."""
    page = record(
        "# Kommunens representanter",
        Row(("Provvikens hamnråd", "Zelma Schablonsson (S), ledamot"), starts=True),
        Row(("Testvikens fiskenämnd", "Ängla Exempelsson (C), ledamot")),
        "Åkenamngeson (M), ersättare",
    )
    assert [(each.name, names(each)) for each in page.collaborations] == [
        ("Provvikens hamnråd", ["Zelma Schablonsson"]),
        ("Testvikens fiskenämnd", ["Ängla Exempelsson"]),
    ]


def test_members_may_stand_on_lines_of_their_own() -> None:
    """Right under their lead or heading, line by line, as under it in bullets; what tells of something is text."""
    lines, told = ("Region Ett", "Testby stad", "Prov (DE)"), ("Sekretariatet finns i Testby", "Rådet möts i maj.")
    whole = (Organisation("Region Ett"), Organisation("Testby stad"), Organisation("Prov", "DE"))
    for above in ("Medlemmar är:", "### Medlemmar"):
        organ = only("## Provrådet", above, *lines, *told, "* Testa Testsson (S), ledamot")
        assert (organ.members, organ.description) == (whole, told)
    other = only("## Provrådet", "Medlemmar är:", *told, "* Testa Testsson (S), ledamot")
    assert (other.members, other.description) == ((), told)


def test_who_wrote_the_page_is_nobody_on_it() -> None:
    """A by-line among the facts about an article is neither an official nor evidence for an organ."""
    facts = [Row(("Detaljer", "Skriven av Testa Testsson")), Row(("Detaljer", "Träffar: 12"))]
    page = record("# Nämnder", *facts, "## Provnämnden", "* Ylva Provsson (C), ledamot")
    assert [organ.name for organ in page.collaborations] == ["Provnämnden"]


def test_the_bold_line_that_ends_as_the_documents_title_is_the_title() -> None:
    """A page of tables has no heading of level 1, and its document's title begins with the site's name."""
    page = read(
        Heading(3, "Kommunens representation", soft=True),
        Heading(3, "Provrådet", soft=True),
        Item("Ylva Provsson (C), ledamot"),
        title="Provs kommun - Representation",
    ).record
    assert (page.title, [organ.name for organ in page.collaborations]) == ("Kommunens representation", ["Provrådet"])


def test_the_first_of_a_pages_bold_lines_is_its_title_where_text_stands_under_it() -> None:
    """A page without any heading of its own, whose document is called something else."""
    first = Heading(2, "Externa uppdrag", soft=True)
    organ, person = Heading(2, "Provmuseet", soft=True), Item("Ylva Provsson (C), ledamot")
    page = read(first, "Kommunen representeras i:", organ, person, title="Förtroendevalda").record
    assert (page.title, [each.name for each in page.collaborations]) == ("Externa uppdrag", ["Provmuseet"])
    page = read(Heading(2, "Provrådet", soft=True), "Rådet råder.", organ, person, title="Provs kommun").record
    assert page.title == "Provs kommun"


def test_whom_somebody_sends_sit_in_the_organs_that_the_headings_name() -> None:
    """ "Provförbundets ombud" sit in no Provförbundet."""
    page = record(
        "# Provförbundets ombud", "## Provsalen", "* Ylva Provsson, ledamot", "## Testsalen", "* Bo Prov, ombud"
    )
    assert [each.name for each in page.collaborations] == ["Provsalen", "Testsalen"]


def test_a_title_of_peoples_representatives_in_several_organs_is_none_of_them() -> None:
    """What stands in front of each colon is the organ, whatever it is called."""
    lines = ("Provbygdens hembygdsförening: Testa Testsson (S)", "Provåns fiskevård: Ylva Provsson (M)")
    page = record("# Kommunens representanter i föreningar", *lines)
    assert [organ.name for organ in page.collaborations] == ["Provbygdens hembygdsförening", "Provåns fiskevård"]


def test_terms_over_people_with_roles_are_organs_on_a_page_of_several() -> None:
    """Whatever they are called; a place is where somebody comes from, and on an organ's own page a term names none."""
    terms = [Row(("Provska Skogarna", "Ylva Provsson (C), ledamot")), Row(("Testby kommun", "Bo Prov (S), ersättare"))]
    assert [organ.name for organ in record("# Uppdrag i år", *terms[:1]).collaborations] == ["Provska Skogarna"]
    assert [organ.name for organ in record("# Provrådet", *terms).collaborations] == ["Provrådet"]


def test_an_item_behind_one_that_named_an_organ_names_another() -> None:
    """By whatever name, where people with roles stand in the list within it."""
    items = [
        Item("Provförbundet i Testlän", starts=True),
        Item("Ombud: Ylva Provsson", depth=2, starts=True),
        Item("Studietestens distrikt"),
        Item("Ledamot: Testa Testsson", depth=2, starts=True),
    ]
    page = record("# Uppdrag i år", *items)
    assert [organ.name for organ in page.collaborations] == ["Provförbundet i Testlän", "Studietestens distrikt"]


@pytest.mark.parametrize("title", ["Våra representanter i Västprov", "Samarbeten och representation i Norra Provland"])
def test_a_place_in_the_title_is_no_organ_where_headings_with_texts_name_them(title: str) -> None:
    """ "Representanter i Västprov" could name an organ; what the headings below tell of their own says otherwise."""
    page = record(
        f"# {title}",
        "## Hansaprov",
        "Hansaprov träffas två gånger om året.",
        "Våra ledamöter är:",
        "* Testa Testsson (M)",
        "## Provpilgrim",
        "Provpilgrim träffas tre gånger om året.",
        "Två ledamöter och en ersättare utses av kommunen:",
        "* Ylva Provsson (S)",
    )
    assert [organ.name for organ in page.collaborations] == ["Hansaprov", "Provpilgrim"]
    assert [each.role for organ in page.collaborations for each in organ.representatives] == ["ledamot", None]


def test_a_body_may_be_called_by_the_end_of_its_name() -> None:
    """ "Rådets ledamöter" under "Pensionärsrådet" are its own; groups by whom they stand for are none."""
    lines = ("## Rådets ledamöter", "### För kommunen", "* Testa Testsson", "### För föreningarna", "* Ylva Provsson")
    organ = only("# Pensionärsrådet", *lines)
    assert organ.name == "Pensionärsrådet"
    assert [(each.name, each.role) for each in organ.representatives] == [
        ("Testa Testsson", "ledamot"),
        ("Ylva Provsson", "ledamot"),
    ]


def test_bare_names_under_a_body_that_people_sit_in_are_its_people() -> None:
    """The page says nothing more of them; under a network's name a list holds anything."""
    listed = "<ul><li>Anna Testsson</li><li>Ylva Provsson</li></ul>"
    html = f"<main><h1>Om oss</h1><h2>Valberedning</h2>{listed}<h2>Nätverket Provnät</h2>{listed}</main>"
    page = parse(read_content(html)).record
    assert [(organ.name, names(organ)) for organ in page.collaborations] == [
        ("Valberedning", ["Anna Testsson", "Ylva Provsson"])
    ]


def test_a_title_that_is_said_again_makes_no_organ() -> None:
    """One for the screen and one for print: what stands below is the intro."""
    page = record("# Provnämnden", "# Provnämnden", "Nämnden prövar.", "* Ylva Provsson (C), ledamot")
    assert (page.intro, [organ.name for organ in page.collaborations]) == (("Nämnden prövar.",), ["Provnämnden"])


def test_a_bare_name_behind_somebody_of_a_body_that_people_sit_in_is_somebody() -> None:
    """Also in a paragraph of its own."""
    organ = only("## Valberedningen", "Testa Testsson, sammankallande", "Anna Provsson")
    assert names(organ) == ["Testa Testsson", "Anna Provsson"]


@pytest.mark.parametrize("heading", ["Tidigare ledamöter", "Avgångna styrelseledamöter 2022", "Former members"])
def test_whoever_sat_there_before_sits_there_no_more(heading: str) -> None:
    """A heading of former members stands over nobody who represents anybody."""
    former = (f"## {heading}", "* Bo Provsson (M), ordförande", "* Ylva Provsson (S)")
    page = record("# Provrådet", "## Ledamöter", "* Testa Testsson (M)", *former, "## Ersättare", "* Li Ek (C)")
    assert [(organ.name, names(organ)) for organ in page.collaborations] == [("Provrådet", ["Testa Testsson", "Li Ek"])]


@pytest.mark.parametrize("heading", ["I rådet sitter", "Följande ingår i rådet", "Ledning"])
def test_a_heading_that_says_who_sits_here_names_no_organ(heading: str) -> None:
    """As a sentence it would be a lead."""
    assert only("# Provrådet", f"## {heading}", "* Testa Testsson (M)", "* Ylva Provsson (S)").name == "Provrådet"


@pytest.mark.parametrize("body", ["Styrelsen", "Provlandets räddningstjänstförbund", "Kommunala pensionärsrådet"])
@pytest.mark.parametrize(
    "sent_by", ["Provs kommun", "Region Prov", "Försäkringskassan", "PRO Provstad", "SPF Seniorerna"]
)
def test_whoever_sends_people_to_a_body_is_no_body_of_theirs(body: str, sent_by: str) -> None:
    """Under the title or under a heading: the municipality, the authority or the association they come from."""
    lists = (f"### {sent_by}", "* Testa Testsson (S), ledamot", "### Testby kommun", "* Ylva Provsson (C), ledamot")
    assert only(f"# {body}", "Text.", *lists).representatives == (TEST, YLVA)
    assert only("# Om oss", f"## {body}", "Text.", *lists).representatives == (TEST, YLVA)


def test_a_heading_of_several_organs_says_of_all_below_it_who_their_people_are() -> None:
    """Of those deeper than it, and of no others."""
    first, second, third = record(
        "# Kåren",
        "## Studentrepresentanter i universitetets organ",
        "### Disciplinnämnden",
        "Testa Testsson och Ylva Provsson",
        "### Universitetsstyrelsen",
        "Pelle Låtsas",
        "## Valberedningen",
        "Bo Provsson (M)",
    ).collaborations
    assert [each.role for each in (*first.representatives, *second.representatives)] == ["studentrepresentant"] * 3
    assert third.representatives == (Representative("Bo Provsson", "M", None),)


def test_a_committee_may_stand_before_the_people_of_the_body_that_the_page_is_about() -> None:
    """Headings of roles beside it go on about the body, unless the body's people stood before it."""
    own = ("## Ledamöter", "* Testa Testsson (S)", "## Ersättare", "* Bo Provsson (M)")
    body, committee = record("# Kulturnämnden", "## Arbetsutskott", "* Ylva Provsson (C)", *own).collaborations
    assert (names(body), names(committee)) == (["Testa Testsson", "Bo Provsson"], ["Ylva Provsson"])
    behind = ("## Arbetsutskott", "* Ylva Provsson (C)", "## Ersättare", "* Pelle Provsson (V)")
    body, committee = record("# Kulturnämnden", *own, *behind).collaborations
    assert (names(body), names(committee)) == (["Testa Testsson", "Bo Provsson"], ["Ylva Provsson", "Pelle Provsson"])


def test_an_overview_of_organs_tells_their_facts_in_columns() -> None:
    """Whom to turn to, the site and since when one is a member: each of the row's own organ, and nobody a member."""
    home = Link("erb.example.org", "https://erb.example.org")
    heads = ("Samarbete", "Region Provs representant", "Kontaktperson", "Webbplats", "Medlem sedan")
    cells = ("Euroregion Baltic (ERB)", "Testa Testsson (M)", "Bo Provsson, strateg", home.label, "1998")
    page = record("# Samarbeten", Row(cells, heads, links=(home,), starts=True))
    (organ,) = page.collaborations
    assert (organ.name, organ.abbreviation, organ.member_since) == ("Euroregion Baltic", "ERB", "1998")
    assert organ.representatives == (Representative("Testa Testsson", "M", None),)
    assert organ.contacts == (Contact("Bo Provsson", "strateg", None, None),)
    assert (organ.homepage, organ.officials) == (home, ())


def test_what_stands_under_a_topics_own_headings_is_of_what_the_topic_is() -> None:
    """A topic beside an organ is of the page, with all its questions; one within the organ is the organ's."""
    questions = ("### Vad kostar det?", "Ingenting.")
    page = record("# Samarbeten", "## Rådet", "* Testa Testsson (M)", "## Frågor och svar", *questions)
    assert (page.intro, page.collaborations[0].description) == (("Ingenting.",), ())
    inner = ("### Frågor och svar", "#### Vad kostar det?", "Inget.")
    page = record("# Samarbeten", "## Rådet", "* Testa Testsson (M)", *inner)
    assert (page.intro, page.collaborations[0].description) == ((), ("Inget.",))


def test_a_cell_under_a_head_of_organs_is_no_person_however_it_looks() -> None:
    """ "Skogsriket Prov (SRP)" is a name and letters in parentheses, as a person of a party."""
    row = Row(("Skogsriket Prov (SRP)", "Testa Testsson (M)"), ("Samarbete", "Ombud"), starts=True)
    (organ,) = record("# Samarbeten", row).collaborations
    assert (organ.name, organ.abbreviation, names(organ)) == ("Skogsriket Prov", "SRP", ["Testa Testsson"])


def test_a_role_in_two_languages_is_one_role_and_two_roles_are_none() -> None:
    """ "Ledamöter / Members" says the same twice; "Ledamöter / Ersättare" and "Members / Substitutes" do not."""
    organ = only(
        "## Havsrådet",
        "### Ledamöter / Members",
        "* Testa Testsson (M)",
        "### Ersättare / Substitutes",
        "* Bo Provik (C)",
        "### Ledamöter / Ersättare",
        "* Åke Test (V)",
        "### Members / Substitutes",
        "* Ylva Provsson (S)",
    )
    assert [each.role for each in organ.representatives] == ["ledamot", "ersättare", None, None]


def test_a_heading_of_members_names_their_body() -> None:
    """ "Medlemmar i Havsrådet" does, over people as over organisations; a country among members is no body."""
    page = record(
        "# Samarbeten",
        "## Medlemmar i Havsrådet",
        "* Testa Testsson (M)",
        "## Medlemmar i Energirådet (ER)",
        "* Provregionen",
        "### Medlemmar i Norge",
        "* Testlag fylkeskommune",
    )
    assert [(organ.name, names(organ), len(organ.members)) for organ in page.collaborations] == [
        ("Havsrådet", ["Testa Testsson"], 0),
        ("Energirådet", [], 2),
    ]


def test_members_of_a_council_are_its_organisations_and_the_regions_own_people_are_no_organ() -> None:
    """ "Medlemmar i rådet" over organisations; "Provregionens ledamöter" are the region's in the council."""
    members = ("### Medlemmar i rådet", "* Provregionen", "* Testlag fylkeskommune (NO)")
    organ = only("## Fjällrådet", *members, "### Provregionens ledamöter", "* Testa Testsson, S")
    assert organ.members == (Organisation("Provregionen", None), Organisation("Testlag fylkeskommune", "NO"))
    assert (organ.name, names(organ)) == ("Fjällrådet", ["Testa Testsson"])
