"""A sequence of blocks becomes a record: sections, people, contacts, texts, documents and dates find their places."""

from datetime import date

import pytest

from records.page import Collaboration, Contact, Document, Link, Official, Organisation, PageRecord, Representative
from scraper.blocks import read_content
from scraper.content import Block, Content, Heading, Item, LinkLine, Paragraph, Row
from scraper.parse import parse
from scraper.reading import Reading

ADDRESS = "https://www.example.org/samarbeten/"


def read(*blocks: Block | str, title: str | None = "Samarbeten - Region Prov", rest: tuple[Block, ...] = ()) -> Reading:
    """A page read; texts are items where they begin with "* ", headings with "# ", "## " …, else paragraphs."""
    return parse(Content(ADDRESS, title, main=tuple(_block(each) for each in blocks), rest=rest))


def _block(block: Block | str) -> Block:
    if not isinstance(block, str):
        return block
    mark, _, text = block.partition(" ")
    if mark == "*":
        return Item(text)
    return Heading(len(mark), text) if set(mark) == {"#"} else Paragraph(block)


def record(*blocks: Block | str, rest: tuple[Block, ...] = ()) -> PageRecord:
    return read(*blocks, rest=rest).record


def only(*blocks: Block | str) -> Collaboration:
    """The page's one collaboration."""
    (organ,) = record("# Samarbeten", *blocks).collaborations
    return organ


def names(organ: Collaboration) -> list[str]:
    return [each.name for each in organ.representatives]


def test_a_whole_page() -> None:
    """Title, intro, documents, a collaboration with all its parts, a contact and the date."""
    plan = Link("Handlingsplan 2022, pdf, öppnas i nytt fönster", "https://www.example.org/plan.pdf")
    home = Link("ERB:s hemsida", "http://erb.example.org/")
    page = record(
        "# Internationella samarbeten",
        "Regionen deltar i ett samarbete.",
        LinkLine(plan),
        "## Euroregion Baltic (ERB)",
        "ERB är en plattform. Medlemsorganisationer är Region Prov, Region Pommern och Region Warmia (PL).",
        "Region Prov har varit medlem sedan organisationen bildades februari 1998.",
        "Från Region Provs sida är det Ylva Provsson, utvecklingsdirektör som bemannar chefsgruppen.",
        LinkLine(home),
        "Region Provs politiska företrädare i ERB är:",
        "* Testa Testsson (M), ledamot",
        "* Pelle Låtsas (S), ersättare",
        "## Kontakt",
        "Frida Fiktiv",
        "Samordnare för internationella frågor",
        "Senast uppdaterad: 9 september 2022",
    )
    assert page == PageRecord(
        title="Internationella samarbeten",
        last_updated=date(2022, 9, 9),
        intro=("Regionen deltar i ett samarbete.",),
        documents=(Document("Handlingsplan 2022", plan.url, "pdf"),),
        collaborations=(
            Collaboration(
                name="Euroregion Baltic",
                abbreviation="ERB",
                description=(
                    "ERB är en plattform. Medlemsorganisationer är Region Prov, Region Pommern och Region Warmia (PL).",
                    "Region Prov har varit medlem sedan organisationen bildades februari 1998.",
                    "Från Region Provs sida är det Ylva Provsson, utvecklingsdirektör som bemannar chefsgruppen.",
                ),
                member_since="1998-02",
                homepage=home,
                members=(
                    Organisation("Region Prov"),
                    Organisation("Region Pommern", "PL"),
                    Organisation("Region Warmia", "PL"),
                ),
                representatives=(
                    Representative("Testa Testsson", "M", "ledamot"),
                    Representative("Pelle Låtsas", "S", "ersättare"),
                ),
                officials=(Official("Ylva Provsson", "utvecklingsdirektör", "chefsgruppen"),),
            ),
        ),
        contacts=(Contact("Frida Fiktiv", "Samordnare för internationella frågor"),),
    )


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


def test_the_title_is_found_without_a_first_heading() -> None:
    """The heading that the document's title names, else the document's title without the site."""
    named = read("## Internationella samarbeten", "En text.", title="Internationella samarbeten | Region Prov")
    bare = read("En text.", title="Internationella samarbeten - Region Prov")
    assert named.record.title == bare.record.title == "Internationella samarbeten"
    assert read("En text.", title=None).record.title is None


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


def test_contacts_belong_to_the_collaboration_or_to_the_page() -> None:
    """Deeper than the collaboration's heading, or followed by another one: the collaboration's; else the page's."""
    page = record(
        "# Samarbeten",
        "## Hälsoforum",
        "* Testa Testsson (M), ledamot",
        "### Kontaktperson",
        "Anna Etta",
        "## Klimatforum",
        "* Ylva Provsson (S), ledamot",
        "## Kontakt",
        "Berit Tvåa, samordnare, 0470-11 22 33",
        "## Kulturforum",
        "* Pelle Låtsas (V), ledamot",
        "## Kontakt",
        "Cecilia Trea",
    )
    assert [[each.name for each in organ.contacts] for organ in page.collaborations] == [
        ["Anna Etta"],
        ["Berit Tvåa"],
        [],
    ]
    assert page.collaborations[1].contacts == (Contact("Berit Tvåa", "samordnare", "0470-11 22 33"),)
    assert [each.name for each in page.contacts] == ["Cecilia Trea"]


def test_the_same_person_twice_is_one_seat() -> None:
    """With the most specific role, at the first place; in another collaboration it is another seat."""
    page = record(
        "# Nämnder",
        "## Hälsonämnden",
        "### Presidium",
        "* Testa Testsson (M), ordförande",
        "### Ledamöter",
        "* Testa Testsson (M)",
        "* Ylva Provsson (S)",
        "## Kulturnämnden",
        "* Testa Testsson (M), ledamot",
    )
    assert page.collaborations[0].representatives == (
        Representative("Testa Testsson", "M", "ordförande"),
        Representative("Ylva Provsson", "S", "ledamot"),
    )
    assert names(page.collaborations[1]) == ["Testa Testsson"]


def test_namesakes_of_two_parties_are_two_people() -> None:
    """One name and two parties are two seats."""
    assert len(only("## Rådet", "* Testa Testsson (M), ledamot", "* Testa Testsson (S), ledamot").representatives) == 2


def test_a_person_may_take_several_lines() -> None:
    """Name and party, then the role, then how to reach him; as a heading or as paragraphs."""
    organ = only(
        "## Arbetsutskottet",
        "### Testa Testsson (M)",
        "Ordförande",
        "0470-11 22 33",
        "### Ylva Provsson",
        "Ledamot (S)",
        "Pelle Låtsas",
        "Ersättare",
        "Moderaterna",
    )
    assert organ.representatives == (
        Representative("Testa Testsson", "M", "ordförande"),
        Representative("Ylva Provsson", "S", "ledamot"),
        Representative("Pelle Låtsas", "Moderaterna", "ersättare"),
    )
    assert organ.description == ()


def test_a_role_line_gives_its_role_to_those_below() -> None:
    """Until another role line, lead or heading."""
    organ = only("## Rådet", "Ordförande", "Testa Testsson (M)", "Ledamöter", "Ylva Provsson (S)", "Pelle Låtsas (C)")
    assert [each.role for each in organ.representatives] == ["ordförande", "ledamot", "ledamot"]


def test_leads_are_no_text() -> None:
    """Neither alone nor at the end of a paragraph; what stands before them there is."""
    organ = only(
        "## Rådet",
        "Rådet möts ofta. Regionens företrädare i rådet är:",
        "* Testa Testsson (M)",
        "Det möts i Provby.",
    )
    assert organ.description == ("Rådet möts ofta.", "Det möts i Provby.")
    assert organ.representatives == (Representative("Testa Testsson", "M"),)


def test_a_line_right_before_people_announces_them() -> None:
    """By its colon, whatever its words, or by its words; the sentences before it are text, as is any other colon."""
    name = "Provbygdens Energi AB Syd"
    long = only(f"## {name}", f"Testby kommuns representanter i {name}", "* Test Testsson (M)")
    assert long.description == ()
    organ = only("## Rådet", "Rådet möts ofta. Så här ser laget ut:", "* Testa Testsson (M)", "* Ylva Provsson (S)")
    assert organ.description == ("Rådet möts ofta.",)
    assert names(organ) == ["Testa Testsson", "Ylva Provsson"]
    other = only("## Rådet", "Vi arbetar med:", "* Klimat", "* Testa Testsson (M)")
    assert other.description == ("Vi arbetar med:", "Klimat")


def test_what_a_link_says_is_not_the_date_line() -> None:
    """A document may be revised on a day of its own; a link behind the date line takes nothing from it."""
    plan = Link("Handlingsplan, reviderad 2021-03-01, pdf", "https://www.example.org/plan.pdf")
    page = record("# Samarbeten", Item(plan.label, (plan,)), LinkLine(plan))
    assert page.last_updated is None
    assert {each.label for each in page.documents} == {"Handlingsplan, reviderad 2021-03-01"}
    views = Link("Lämna synpunkter", "https://www.example.org/synpunkter")
    dated = record("# Samarbeten", Paragraph("Uppdaterad 10 september 2021 Lämna synpunkter", (views,)))
    assert dated.last_updated == date(2021, 9, 10)


def test_an_address_among_contacts_that_holds_an_abbreviations_letters_is_the_contacts() -> None:
    """Only a link to a site that says by the collaboration's name whose it is leads home from there."""
    page = record(
        "# Samarbeten",
        "## Strategirådet Norr (STR)",
        "* Ylva Provsson (S)",
        "## Kontakt",
        "Testa Plåtström",
        LinkLine(Link("testa.platstrom@prov.example", "mailto:testa.platstrom@prov.example")),
        LinkLine(Link("STR:s hemsida", "https://str.example/")),
    )
    assert page.contacts == (Contact("Testa Plåtström", email="testa.platstrom@prov.example"),)
    assert page.collaborations[0].homepage == Link("STR:s hemsida", "https://str.example/")


def test_a_contact_in_bold_stands_under_a_bold_contact_heading() -> None:
    """A name that goes on in its own paragraph is no section; an organ that sounds like a name is."""
    page = record(
        "# Samarbeten",
        Heading(2, "Kontakt"),
        Heading(2, "Testa Testsson"),
        Paragraph("Strateg", gap=False),
        Heading(2, "Provlandet Science Park"),
        "Parken bildades 1996.",
        "* Ylva Provsson (S)",
    )
    assert [organ.name for organ in page.collaborations] == ["Provlandet Science Park"]
    assert page.collaborations[0].contacts == ()
    assert page.contacts == (Contact("Testa Testsson", "Strateg"),)


TEST, YLVA = Representative("Testa Testsson", "S", "ledamot"), Representative("Ylva Provsson", "C", "ledamot")


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


def test_a_term_that_names_no_body_names_no_organ() -> None:
    """A municipality beside its people is where they come from."""
    page = record(
        "# Rådet",
        Row(("Testby kommun", "Testa Testsson (S), ledamot")),
        Row(("Region Prov", "Ylva Provsson (C), ledamot")),
    )
    assert [organ.name for organ in page.collaborations] == ["Rådet"]


def test_a_role_on_a_line_says_nothing_of_the_next_heading() -> None:
    """A collaboration that sounds like a person is no further deputy."""
    page = record(
        "# Samarbeten",
        "## Rådet",
        "Ersättare",
        "Testa Testsson (M)",
        "## Provlandet Science Park",
        "Läs mer.",
        "Ersättare",
        "Ylva Provsson (S)",
    )
    assert [names(organ) for organ in page.collaborations] == [["Testa Testsson"], ["Ylva Provsson"]]


def test_a_teaser_lists_nobody() -> None:
    """A link under "Aktuellt" tells of people who sit elsewhere."""
    teaser = LinkLine(Link("Ylva Provsson (S), ledamot, avgår", "https://www.example.org/nyheter/1"))
    page = record("# Samarbeten", "## Rådet", "* Testa Testsson (M)", "## Aktuellt", teaser)
    assert [names(organ) for organ in page.collaborations] == [["Testa Testsson"]]


def test_a_name_without_party_may_head_a_card() -> None:
    """ "(-)" says that a person has no party, and a copyright line says nothing."""
    organ = only("## Rådet", "#### Testa Testsson (-)", "Ledamot", "#### Ylva Provsson (S)", "Ersättare", "© 2024 Prov")
    assert organ.description == ()
    assert organ.representatives == (
        Representative("Testa Testsson", None, "ledamot"),
        Representative("Ylva Provsson", "S", "ersättare"),
    )


def test_a_card_says_more_of_its_person_than_a_role() -> None:
    """Short lines under a person's own heading are that person's, wherever the role stands; a sentence is text."""
    organ = only(
        "## Rådet",
        "#### Testa Testsson (S)",
        "Ordförande",
        "Provlands universitet",
        "Född: 1970",
        "#### Anna Provsson",
        "Egen företagare",
        "Ledamot",
        "#### Eva Provsson (M)",
        "Ersättare",
        "Utsedd av studenterna",
        "Rådet möts varje år.",
    )
    assert organ.description == ("Rådet möts varje år.",)
    assert organ.representatives == (
        Representative("Testa Testsson", "S", "ordförande"),
        Representative("Anna Provsson", None, "ledamot"),
        Representative("Eva Provsson", "M", "ersättare"),
    )


def test_the_last_of_several_names_says_whence_as_the_others_do() -> None:
    """Names in boxes of their own, and below each a title or who has sent the person."""
    organ = only(
        "## Rådet", "### Ledamöter", "Testa Testsson", "Professor", "### Revisorer", "Eva Provsson", "Provs studentkår"
    )
    assert organ.description == ()
    assert names(organ) == ["Testa Testsson", "Eva Provsson"]


def test_a_card_may_say_again_what_a_heading_gave() -> None:
    """The role of the title on one card is no announcement of the next card's."""
    organ = record(
        "# Regionråd", "Testa Testsson (M)", "Regionråd", "Eva Provsson (S)", "Oppositionsråd"
    ).collaborations[0]
    assert [each.role for each in organ.representatives] == ["regionråd", "oppositionsråd"]


def test_a_bold_line_that_begins_as_the_document_does_is_the_title() -> None:
    """On a page without any heading, where the line says more than the document's title."""
    page = read(Heading(2, "Rådet i Prov", soft=True), "Text om rådet.", "Testa Testsson (M)", title="Rådet").record
    assert (page.title, page.intro) == ("Rådet i Prov", ("Text om rådet.",))
    assert [organ.name for organ in page.collaborations] == ["Rådet i Prov"]


def test_a_role_may_stand_right_above_a_name_in_a_heading() -> None:
    """On cards, also where all of the card is one link."""
    plain = only("## Rådet", "Ordförande", "### Testa Testsson", "Vice ordförande", "### Eva Provsson")
    links = [(Link(text, f"https://x.org/{at}"),) for at, text in enumerate(("Ordförande", "Vice ordförande"))]
    linked = only(
        "## Rådet",
        LinkLine(links[0][0]),
        Heading(3, "Testa Testsson", links[0]),
        LinkLine(links[1][0]),
        Heading(3, "Eva Provsson", links[1]),
    )
    expected = (
        Representative("Testa Testsson", None, "ordförande"),
        Representative("Eva Provsson", None, "vice ordförande"),
    )
    assert plain.representatives == linked.representatives == expected


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


def test_who_answers_questions_and_how_they_are_reached_is_a_contact() -> None:
    """A sentence with a title and a number; without a number it is about an official."""
    said = "Frågor om samverkan besvaras av kanslichef Eva Provsson, 0123-400 00, eva@example.org."
    organ = only("# Samverkan", "## Provrådet", "Testa Testsson (M)", said)
    assert organ.contacts == (Contact("Eva Provsson", "kanslichef", "0123-400 00", "eva@example.org"),)
    assert organ.officials == ()


def test_a_title_of_several_networks_is_none_of_them() -> None:
    """ "Representation i EU-nätverk" stands over networks that headings name, by letters alone, too."""
    first = ("## ERRIN", "Medlem sedan: 1 mars 2018", "Politisk representant: Testa Testsson (M)")
    found = record("# Representation i EU-nätverk", *first, "## NetTour", "Politisk representant: Eva Provsson (S)")
    assert [(each.name, each.member_since, names(each)) for each in found.collaborations] == [
        ("ERRIN", "2018-03-01", ["Testa Testsson"]),
        ("NetTour", None, ["Eva Provsson"]),
    ]


def test_bold_lines_that_are_set_alike_are_parts_of_the_organ_before_them() -> None:
    """Nothing but its words shows that "Styrelse" or "Webbplats" is a part of what the bold line before it names."""
    home = LinkLine(Link("Provbolagets webbplats", "https://bolaget.example/"))
    bold = [Heading(2, text, soft=True) for text in ("Provbolaget AB", "Styrelse", "Webbplats", "Testbolaget AB")]
    found = record("# Bolag", bold[0], "Om det.", bold[1], "Testa Testsson (M)", bold[2], home, bold[3], "Bo Ek (S)")
    assert [(each.name, names(each), each.homepage is not None) for each in found.collaborations] == [
        ("Provbolaget AB", ["Testa Testsson"], True),
        ("Testbolaget AB", ["Bo Ek"], False),
    ]


def test_a_menu_may_stand_before_the_bold_line_that_is_the_title() -> None:
    """Lines of nothing but links are no beginning of a page."""
    menu = LinkLine(Link("Hem", "https://example.org/"))
    found = read(menu, Heading(2, "Styrelse 2024", soft=True), "Testa Testsson (M)", title="Styrelse - Provrådet")
    assert found.record.title == "Styrelse 2024"
    assert [each.name for each in found.record.collaborations] == ["Styrelse 2024"]


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


def test_a_label_of_a_link_is_no_text() -> None:
    """ "Webbplats" above the organ's site."""
    organ = only(
        "## Rådet", "* Testa Testsson (M)", "Webbplats", LinkLine(Link("Rådets webbplats", "https://rad.org/"))
    )
    assert organ.description == ()
    assert organ.homepage == Link("Rådets webbplats", "https://rad.org/")


def test_who_published_a_page_is_no_text() -> None:
    """A byline as blogs have it."""
    assert record("# Samarbeten", "Publicerad 1 mars 2021 av Ola Webbsson", "En text.").intro == ("En text.",)


def test_a_role_of_several_goes_on_in_its_paragraph() -> None:
    """ "Ledamöter: Testa Testsson", and below it in the same paragraph another name, up to the next label."""
    organ = only(
        "## Rådet",
        "Ledamöter: Testa Testsson",
        Paragraph("Eva Provsson", gap=False),
        Paragraph("Ersättare: Bo Ek (S)", gap=False),
        Paragraph("Li Prov (M)", gap=False),
        "Per Provsson (C)",
    )
    assert [(each.name, each.role) for each in organ.representatives] == [
        ("Testa Testsson", "ledamot"),
        ("Eva Provsson", "ledamot"),
        ("Bo Ek", "ersättare"),
        ("Li Prov", "ersättare"),
        ("Per Provsson", None),
    ]


def test_a_table_of_members_may_have_their_countries() -> None:
    """In a column beside their names."""
    rows = (
        Row(("Region Prov", "SE"), ("Region", "Land"), starts=True),
        Row(("Testmark fylke", "Norge"), ("Region", "Land")),
    )
    organ = only("## Rådet", "* Testa Testsson (M)", "### Medlemmar", *rows)
    assert organ.members == (Organisation("Region Prov", "SE"), Organisation("Testmark fylke", "Norge"))


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


def test_a_party_may_be_known_by_the_headings_beside_it() -> None:
    """Written as they are, with its letters in parentheses."""
    party = "## Framtid för Prov (FP)", "* Eva Provsson, Provby"
    page = record("# Regionfullmäktige", "## Moderaterna (M)", "* Testa Testsson, Provby", *party)
    assert [organ.name for organ in page.collaborations] == ["Regionfullmäktige"]
    assert [each.party for each in page.collaborations[0].representatives] == ["Moderaterna", "Framtid för Prov"]


def test_where_somebody_lives_is_no_text() -> None:
    """An address and a number at home, on the card of a person."""
    card = "#### Testa Testsson (S)", "Ordförande", "Storgatan 3, 123 45 Provby", "Telefon hem: 012-30 30 30"
    assert only("## Rådet", *card).description == ()


def test_a_lead_over_nobody_is_told() -> None:
    """An announcement, as a sentence or a heading, that nobody follows; a vacant seat is somebody."""
    reading = read(
        "# Samarbeten",
        "## Hälsoforum",
        "Regionens företrädare i Hälsoforum är:",
        "## Klimatforum",
        "### Ledamöter",
        "* Vakant",
        "## Kulturforum",
        "### Ledamöter",
        "* Testa Testsson (M)",
        "### Ersättare",
    )
    assert reading.leads_over_nobody == ("Hälsoforum", "Kulturforum")
    assert [organ.name for organ in reading.record.collaborations] == ["Hälsoforum", "Klimatforum", "Kulturforum"]


def test_members_may_stand_in_a_list() -> None:
    """Under a sentence or a heading that announces them."""
    sentence = only(
        "## Rådet", "Medlemmar är:", "* Region Prov", "* Låtsby kommun", "Testa Testsson (M) är ordförande."
    )
    titled = only("## Rådet", "* Testa Testsson (M)", "### Medlemmar", "* Region Prov", "* Låtsby kommun")
    expected = (Organisation("Region Prov"), Organisation("Låtsby kommun"))
    assert sentence.members == titled.members == expected
    assert titled.description == ()


def test_tables_and_terms_are_read() -> None:
    """Rows by their heads; a term with its description says what a sentence would, and is no text."""
    heads = ("Namn", "Parti", "Uppdrag")
    organ = only(
        "## Rådet",
        Row(("Testa Testsson", "M", "Ordförande"), heads, starts=True),
        Row(("Ylva Provsson", "S", "Ledamot"), heads),
        Row(("Kontaktperson", "Frida Fiktiv")),
    )
    assert organ.representatives == (
        Representative("Testa Testsson", "M", "ordförande"),
        Representative("Ylva Provsson", "S", "ledamot"),
    )
    assert [each.name for each in organ.contacts] == ["Frida Fiktiv"]
    assert organ.description == ()


def test_prose_names_people() -> None:
    """With a party or a role they are representatives, and the paragraph stays text."""
    organ = only("## Rådet", "I rådet sitter Testa Testsson (M) som ledamot sedan 2019.")
    assert organ.representatives == (Representative("Testa Testsson", "M", "ledamot"),)
    assert organ.description == ("I rådet sitter Testa Testsson (M) som ledamot sedan 2019.",)


def test_lines_of_links_and_other_dates_are_no_text() -> None:
    """Bullets that are neither stay text."""
    more = Link("Läs mer om forumet", "https://www.example.org/mer")
    organ = only(
        "## Rådet",
        "* Testa Testsson (M), ledamot",
        LinkLine(more),
        Item("Läs mer om forumet", (more,)),
        "* Grön omställning",
        "Publicerad: 2019-01-02",
    )
    assert organ.description == ("Grön omställning",)


def test_documents_go_to_the_page() -> None:
    """From wherever they stand, once each, with the format that the address, the label or the text behind says."""
    strategy = Link("Strategi", "https://www.example.org/download/18.6f")
    plan = Link("Plan (Word, 1,2 MB)", "https://www.example.org/plan.docx")
    page = record(
        "# Samarbeten",
        "## Rådet",
        Paragraph("Strategi (pdf, 234 kB)", (strategy,)),
        Item("Plan (Word, 1,2 MB)", (plan,)),
        LinkLine(plan),
        "* Testa Testsson (M), ledamot",
    )
    assert page.documents == (Document("Strategi", strategy.url, "pdf"), Document("Plan", plan.url, "docx"))
    assert page.collaborations[0].description == ()


def test_the_date_is_looked_for_in_the_main_content_first() -> None:
    """Then in the rest of the page; a label without a date is told."""
    rest = (Paragraph("Senast uppdaterad: 1 maj 2020"),)
    inside = record("# Samarbeten", "Senast uppdaterad: 9 september 2022", rest=rest)
    outside = record("# Samarbeten", "Senast uppdaterad:", "En text.", rest=rest)
    apart = record("# Samarbeten", "Senast uppdaterad", "2022-09-09 08:31")
    assert inside.last_updated == date(2022, 9, 9)
    assert outside.last_updated == date(2020, 5, 1)
    assert (apart.last_updated, apart.last_updated_time, apart.intro) == (date(2022, 9, 9), "08:31", ())
    label = read("# Samarbeten", "Senast uppdaterad:")
    assert label.date_label
    assert label.record.last_updated is None


def test_each_part_tells_where_it_came_from() -> None:
    """Every part has a claim with its block and rule; blocks that nothing claimed are known."""
    reading = read(
        "# Samarbeten", "## Rådet", "Om rådet.", "* Testa Testsson (M), ledamot", LinkLine(Link("Start", ADDRESS))
    )
    claims = {claim.what: claim.block for claim in reading.claims}
    assert claims == {
        "title": 0,
        "collaborations[0]": 1,
        "collaborations[0].description[0]": 2,
        "collaborations[0].representatives[0]": 3,
    }
    assert all(claim.rule for claim in reading.claims)
    assert reading.unclaimed == (4,)
    assert reading.blocks[3] == "Testa Testsson (M), ledamot"


def test_a_table_may_have_its_heads_in_its_first_row() -> None:
    """Until the next table begins."""
    organ = only(
        "## Rådet",
        Row(("Efternamn", "Förnamn", "Parti"), starts=True),
        Row(("Testsson", "Testa", "M")),
        Row(("Provsson", "Ylva", "-")),
    )
    assert organ.representatives == (Representative("Testa Testsson", "M"), Representative("Ylva Provsson"))


def test_a_board_is_its_organs_own() -> None:
    """ "Styrelsen" within a named organ is that organ's; under the page's title it is one of its own."""
    page = record("# Bolag", "## Provby Bostäder AB", "### Styrelsen", "* Testa Testsson (M), ledamot")
    assert [organ.name for organ in page.collaborations] == ["Provby Bostäder AB"]
    page = record("# Styrelse och revision", "## Styrelsen", "* Testa Testsson (M), ledamot")
    assert [organ.name for organ in page.collaborations] == ["Styrelsen"]


def test_a_lead_sentence_may_be_set_as_a_heading() -> None:
    """Then it announces the people of the organ before it, and names none."""
    organ = only("## Euroregion Baltic (ERB)", "### Regionens företrädare i ERB är:", "* Testa Testsson (M), ledamot")
    assert organ.name == "Euroregion Baltic"
    assert names(organ) == ["Testa Testsson"]


def test_an_official_may_take_several_lines() -> None:
    """Name, title and number, a line each, under no contact heading."""
    organ = only("## Energirådet", "* Testa Testsson (M), ledamot", "Anna Etta", "Förbundschef", "070-123 45 67")
    assert organ.officials == (Official("Anna Etta", "Förbundschef"),)
    assert organ.description == ()


def test_a_person_may_stand_behind_a_label() -> None:
    """Of any words, where a party, a role or a title leaves no doubt; without one the line is text."""
    organ = only(
        "## Eurocities",
        "* Kulturforum: Testa Testsson (L)",
        "Ansvarig tjänsteperson: Ylva Provsson, samordnare",
        "* Tema: Hållbara Städer",
    )
    assert organ.representatives == (Representative("Testa Testsson", "L"),)
    assert organ.officials == (Official("Ylva Provsson", "samordnare"),)
    assert organ.description == ("Tema: Hållbara Städer",)


@pytest.mark.parametrize("heading", ["### Tjänstepersoner", "Tjänstepersoner i chefsgruppen:"])
def test_civil_servants_are_officials(heading: str) -> None:
    """Whatever was said of the politicians above them; a name alone is one too, for nobody elected it."""
    organ = only(
        "## Testrådet",
        "Våra ledamöter i rådet är:",
        "* Testa Testsson (M)",
        heading,
        "* Ylva Provsson, strateg",
        "* Kaj Nymann",
    )
    assert names(organ) == ["Testa Testsson"]
    assert organ.officials == (Official("Ylva Provsson", "strateg"), Official("Kaj Nymann"))
    assert organ.contacts == ()


@pytest.mark.parametrize(
    "line",
    [
        "Tjänstemannastöd: Kaj Nymann, planerare",
        "Ansvarig tjänsteperson: Kaj Nymann, planerare",
        "Planerare: Kaj Nymann",
    ],
)
def test_a_label_behind_a_list_says_who_is_an_official(line: str) -> None:
    """The role that the list's lead gave is not theirs."""
    organ = only("## Testrådet", "Våra ledamöter i rådet är:", "* Testa Testsson (M)", line)
    assert organ.representatives == (Representative("Testa Testsson", "M", "ledamot"),)
    assert [each.name for each in organ.officials] == ["Kaj Nymann"]


@pytest.mark.parametrize("label", ["Kontakt", "Kontaktperson", "Kontaktperson hos kommunen", "Kontakt för frågor"])
def test_a_contact_behind_a_label_is_no_member_of_the_list_before(label: str) -> None:
    """A contact in a line of its own, whatever the lead above the list said."""
    organ = only(
        "## Testrådet", "Våra ledamöter i rådet är:", "* Testa Testsson (M)", f"{label}: Kaj Nymann, planerare"
    )
    assert names(organ) == ["Testa Testsson"]
    assert [(each.name, each.title) for each in organ.contacts] == [("Kaj Nymann", "planerare")]


def test_a_heading_may_be_the_title_of_the_official_below_it() -> None:
    """No collaboration, and the name no text; other headings end it."""
    organ = only(
        "## Testförbundet",
        "### Ledamöter",
        "* Testa Testsson (M)",
        "### Förbundschef",
        "Siv Nytest",
        "### Ersättare",
        "* Ylva Provsson (S)",
    )
    assert organ.officials == (Official("Siv Nytest", "Förbundschef"),)
    assert [(each.name, each.role) for each in organ.representatives] == [
        ("Testa Testsson", "ledamot"),
        ("Ylva Provsson", "ersättare"),
    ]
    assert organ.description == ()


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


def test_a_labelled_link_is_a_line_of_links() -> None:
    """ "Länk:" before it makes it no text."""
    home = Link("Eurocities webbplats", "https://eurocities.example")
    organ = only("## Eurocities", Paragraph("Länk: Eurocities webbplats", (home,)), "* Testa Testsson (L), ledamot")
    assert (organ.homepage, organ.description) == (home, ())


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


def test_a_table_may_write_the_surname_first() -> None:
    """Told by its rows together, where neither a comma nor a head says so."""
    heads = ("Namn", "Parti")
    turned = only("## Rådet", Row(("Testsson Anna", "M"), heads, starts=True), Row(("von Prov Lars", "S"), heads))
    straight = only("## Rådet", Row(("Anna Testsson", "M"), heads, starts=True), Row(("Prova Karl", "S"), heads))
    assert names(turned) == ["Anna Testsson", "Lars von Prov"]
    assert names(straight) == ["Anna Testsson", "Prova Karl"]


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


def test_what_stands_behind_the_date_line_belongs_to_no_contact() -> None:
    """The switchboard's number in the page's foot is not the last contact's."""
    date_line, foot = "Senast uppdaterad: 9 september 2022", "Växel: 0123-45 60 00"
    read = record("# Samarbeten", "## Kontakt", "Testa Testsson", date_line, foot)
    assert read.contacts == (Contact("Testa Testsson", None, None, None),)
    assert read.last_updated == date(2022, 9, 9)


def test_a_picture_says_who_is_in_it() -> None:
    """A caption that is people counts, also where no list repeats them; any other is no text."""
    page = record(
        "# Rådet",
        "## Presidiet",
        Paragraph("Testa Testsson (M), ordförande", caption=True),
        Paragraph("Bo Provsson (S)", caption=True),
        Paragraph("vice ordförande", caption=True),
        Paragraph("Rådets hus i Provstad", caption=True),
    )
    assert page.intro == ()
    assert page.collaborations[0].representatives == (
        Representative("Testa Testsson", "M", "ordförande"),
        Representative("Bo Provsson", "S", "vice ordförande"),
    )


def test_a_title_of_a_role_in_no_certain_organ_names_none() -> None:
    """ "Ombud i förbundet" and "Representanter i externa organ" are titles; their people are the title's."""
    for title in ("Ombud i förbundet", "Ledamöter i externa organ", "Ombud vid stämmor"):
        assert [organ.name for organ in record(f"# {title}", "* Testa Testsson (M)").collaborations] == [title]


def test_members_of_a_body_can_be_people() -> None:
    """Under "I rådet ingår:" names are people, and all who follow them; organisations are members."""
    people = record(
        "# Organ", "## Trygghetsrådet", "I rådet ingår:", "* Anna Testsson, Provell Energi", "* Cia Prov, polis"
    )
    assert names(people.collaborations[0]) == ["Anna Testsson", "Cia Prov"]
    assert people.collaborations[0].members == ()
    bodies = record("# Organ", "## Trygghetsrådet", "I rådet ingår:", "* Exempels kommun", "* Provpolisen")
    assert [member.name for member in bodies.collaborations[0].members] == ["Exempels kommun", "Provpolisen"]


def test_places_within_a_board_are_no_organs() -> None:
    """Under "Styrelse" headings of municipalities group its people."""
    page = record(
        "# Förbundet", "## Styrelse", "### Exempelstad", "* Testa Testsson (M)", "### Testby", "* Bo Provsson (S)"
    )
    assert [organ.name for organ in page.collaborations] == ["Styrelse"]
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


def test_the_label_of_another_date_is_no_text() -> None:
    """ "Publiceringsdatum:" whose value comes from a script."""
    assert record("# Rådet", "Rådet möts.", "Publiceringsdatum:", "Senast uppdaterad:").intro == ("Rådet möts.",)


def test_a_role_stands_behind_its_person_under_a_lead_sentence() -> None:
    """ "Våra ledamöter i X är:" announces; the role lines between the people are each the one's before it."""
    after = record(
        "# Organ",
        "## Vattenrådet",
        "Regionens ledamöter i rådet är:",
        *(Paragraph(text) for text in ("Testa Testsson (M)", "Ordinarie", "Bo Provsson (S)", "Ersättare")),
    )
    assert [each.role for each in after.collaborations[0].representatives] == ["ordinarie", "ersättare"]
    before = record("# Organ", "## Vattenrådet", "Ledamöter", "Testa Testsson (M)", "Ersättare", "Bo Provsson (S)")
    assert [each.role for each in before.collaborations[0].representatives] == ["ledamot", "ersättare"]


def test_a_line_of_members_lists_no_people() -> None:
    """ "Medlemmar: Provstad, Testby" is no name written surname first."""
    organ = record("# Organ", "## Provrådet", "* Testa Testsson (M)", "Medlemmar: Provstad, Testby.").collaborations[0]
    assert names(organ) == ["Testa Testsson"]
    assert [member.name for member in organ.members] == ["Provstad", "Testby"]


def test_a_line_with_a_colon_right_before_people_announces_them() -> None:
    """Whatever its words, bare names count behind it."""
    page = record(
        "# Priset", "## Juryn", "Juryn består av:", "* Testa Testsson, ordförande", "* Bo Provsson, författare"
    )
    assert names(page.collaborations[0]) == ["Testa Testsson", "Bo Provsson"]


def test_a_line_that_says_only_contact_gives_whoever_stands_below() -> None:
    """With the title and the number on the lines behind; the text after them is text."""
    page = record(
        "# Samarbeten",
        "## Rådet",
        "* Testa Testsson (M)",
        "Kontakt",
        "Ylva Provsson",
        "Strateg",
        "0470-12 34 56",
        "Rådet möts i mars.",
        "## Nämnden",
        "* Bo Provsson (S)",
    )
    (contact,) = page.collaborations[0].contacts
    assert (contact.name, contact.title, contact.phone) == ("Ylva Provsson", "Strateg", "0470-12 34 56")
    assert page.collaborations[0].description == ("Rådet möts i mars.",)


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


def test_a_sentence_below_a_person_is_text() -> None:
    """What it says of an official is read; it is no title of the person above."""
    organ = record(
        "# Organ", "## Provrådet", "Ledamot: Testa Testsson (M)", "Arbetet leds av verksamhetsledare Anna Etta."
    ).collaborations[0]
    assert organ.officials == (Official("Anna Etta", "verksamhetsledare"),)
    assert organ.description == ("Arbetet leds av verksamhetsledare Anna Etta.",)


def test_a_list_within_a_paragraph_leaves_its_other_sentences() -> None:
    """What stands before the announcement is text; a sentence behind the list is no note about its last person."""
    text = "Stiftelsen äger smedjan. Kommunen utser två ledamöter: Testa Testsson (C) och Bo Provsson (M)."
    organ = only("## Stiftelsen Provbruket", text)
    assert (names(organ), organ.description) == (["Testa Testsson", "Bo Provsson"], ("Stiftelsen äger smedjan.",))
    text = "Stiftelsen äger smedjan. Kommunen utser två: Testa Testsson (C) och Bo Provsson (M)."
    organ = only("## Stiftelsen Provbruket", text)
    assert (names(organ), organ.description) == (["Testa Testsson", "Bo Provsson"], (text,))
    text = (
        "Kommunen utser två ledamöter: Testa Testsson (C) och Bo Provsson (M). "
        "Från förvaltningen deltar Ylva Provén, kultursekreterare."
    )
    organ = only("## Stiftelsen Provbruket", text)
    assert names(organ) == ["Testa Testsson", "Bo Provsson"]
    assert [(each.name, each.title) for each in organ.officials] == [("Ylva Provén", "kultursekreterare")]
    assert organ.description == (text,)


@pytest.mark.parametrize("lead", ["Medlemmar:", "Medlemmar", "Nuvarande medlemmar:"])
def test_who_stands_under_members_says_what_they_are(lead: str) -> None:
    """Under a line that says only "Medlemmar" organisations are members, people are not."""
    organ = only(
        "## Klimatrådet (KR)", lead, "* Provköpings kommun", "* Region Mallbygden (PL)", "Våra ombud:", "* Bo Test (S)"
    )
    assert [(each.name, each.country) for each in organ.members] == [
        ("Provköpings kommun", None),
        ("Region Mallbygden", "PL"),
    ]
    assert (names(organ), organ.description) == (["Bo Test"], ())
    organ = only("## Klimatrådet (KR)", lead, "* Anna Provsson (S)", "* Bo Testsson (M)")
    assert (names(organ), organ.members) == (["Anna Provsson", "Bo Testsson"], ())


def test_a_role_of_several_is_never_that_of_the_person_before_it() -> None:
    """ "Revisorer" behind one person heads those below it, and so does a paragraph behind a list."""
    organ = only("## Nätverket Å", "Testa Testsson (C), ordförande", "Bo Provsson (M)", "Revisorer", "Ylva Provén (L)")
    assert [(each.name, each.role) for each in organ.representatives] == [
        ("Testa Testsson", "ordförande"),
        ("Bo Provsson", None),
        ("Ylva Provén", "revisor"),
    ]
    organ = only("## Provvatten AB", "Ombud vid stämman", "* Bo Provsson (M)", "Ersättare för ombudet", "## Kontakt")
    assert [(each.name, each.role) for each in organ.representatives] == [("Bo Provsson", "ombud")]
