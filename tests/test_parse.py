"""A sequence of blocks becomes a record: texts, members, documents, links, tables and dates find their places."""

from datetime import date

from records.page import Collaboration, Contact, Document, Link, Official, Organisation, PageRecord, Representative
from scraper.content import Heading, Item, LinkLine, Paragraph, Row
from tests.parsed import ADDRESS, names, only, read, record


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


def test_the_title_is_found_without_a_first_heading() -> None:
    """The heading that the document's title names, else the document's title without the site."""
    named = read("## Internationella samarbeten", "En text.", title="Internationella samarbeten | Region Prov")
    bare = read("En text.", title="Internationella samarbeten - Region Prov")
    assert named.record.title == bare.record.title == "Internationella samarbeten"
    assert read("En text.", title=None).record.title is None


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


def test_what_a_link_says_is_not_the_date_line() -> None:
    """A document may be revised on a day of its own; a link behind the date line takes nothing from it."""
    plan = Link("Handlingsplan, reviderad 2021-03-01, pdf", "https://www.example.org/plan.pdf")
    page = record("# Samarbeten", Item(plan.label, (plan,)), LinkLine(plan))
    assert page.last_updated is None
    assert {each.label for each in page.documents} == {"Handlingsplan, reviderad 2021-03-01"}
    views = Link("Lämna synpunkter", "https://www.example.org/synpunkter")
    dated = record("# Samarbeten", Paragraph("Uppdaterad 10 september 2021 Lämna synpunkter", (views,)))
    assert dated.last_updated == date(2021, 9, 10)


def test_a_bold_line_that_begins_as_the_document_does_is_the_title() -> None:
    """On a page without any heading, where the line says more than the document's title."""
    page = read(Heading(2, "Rådet i Prov", soft=True), "Text om rådet.", "Testa Testsson (M)", title="Rådet").record
    assert (page.title, page.intro) == ("Rådet i Prov", ("Text om rådet.",))
    assert [organ.name for organ in page.collaborations] == ["Rådet i Prov"]


def test_bold_lines_that_are_set_alike_are_parts_of_the_organ_before_them() -> None:
    """Nothing but its words shows that "Styrelse" or "Webbplats" is a part of what the bold line before it names."""
    home = LinkLine(Link("Provbolagets webbplats", "https://bolaget.example/"))
    bold = [Heading(2, text, soft=True) for text in ("Provbolaget AB", "Styrelse", "Webbplats", "Testbolaget AB")]
    found = record("# Bolag", bold[0], "Om det.", bold[1], "Testa Testsson (M)", bold[2], home, bold[3], "Bo Ek (S)")
    assert [(each.name, names(each), each.homepage is not None) for each in found.collaborations] == [
        ("Provbolaget AB", ["Testa Testsson"], True),
        ("Testbolaget AB", ["Bo Ek"], False),
    ]


def test_a_title_may_stand_on_the_line_above_the_name() -> None:
    """In one paragraph the two lines are about one civil servant."""
    lines = (Paragraph("Förbundschef"), Paragraph("Eva Provsson", gap=False), Paragraph("070-123 45 67", gap=False))
    organ = only("# Samverkan", "## Provrådet", "Testa Testsson (M)", "### Kansli", *lines)
    assert organ.officials == (Official("Eva Provsson", "Förbundschef", None),)
    assert organ.description == ()


def test_a_line_that_names_the_organ_and_its_years_is_no_text() -> None:
    """Above its people it says what the heading says."""
    page = record("# Direktionen", "Om direktionen.", "Direktionen 2023-2026:", "Testa Testsson (M)")
    assert page.intro == ("Om direktionen.",)


def test_cards_that_are_links_in_one_line_are_a_person_each() -> None:
    """A style sets them apart, and the line is nothing but them."""
    labels = ("Testa Testsson Moderaterna Ordförande", "Eva Provsson Centerpartiet Ledamot")
    links = tuple(Link(label, f"https://example.org/{at}") for at, label in enumerate(labels))
    organ = only("# Provnämnden", Paragraph(" ".join(labels), links))
    assert organ.representatives == (
        Representative("Testa Testsson", "Moderaterna", "ordförande"),
        Representative("Eva Provsson", "Centerpartiet", "ledamot"),
    )


def test_a_label_says_what_kind_of_contact_somebody_is() -> None:
    """ "Administrativ kontakt:" is a contact's label, and no part of the name."""
    said = "Administrativ kontakt: Eva Provsson, sekreterare, eva@example.org."
    organ = only("# Samverkan", "## Provrådet", "Testa Testsson (M)", said)
    assert [(each.name, each.email) for each in organ.contacts] == [("Eva Provsson", "eva@example.org")]


def test_a_menu_may_stand_before_the_bold_line_that_is_the_title() -> None:
    """Lines of nothing but links are no beginning of a page."""
    menu = LinkLine(Link("Hem", "https://example.org/"))
    found = read(menu, Heading(2, "Styrelse 2024", soft=True), "Testa Testsson (M)", title="Styrelse - Provrådet")
    assert found.record.title == "Styrelse 2024"
    assert [each.name for each in found.record.collaborations] == ["Styrelse 2024"]


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


def test_a_table_of_members_may_have_their_countries() -> None:
    """In a column beside their names."""
    rows = (
        Row(("Region Prov", "SE"), ("Region", "Land"), starts=True),
        Row(("Testmark fylke", "Norge"), ("Region", "Land")),
    )
    organ = only("## Rådet", "* Testa Testsson (M)", "### Medlemmar", *rows)
    assert organ.members == (Organisation("Region Prov", "SE"), Organisation("Testmark fylke", "Norge"))


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


def test_places_under_a_board_are_where_its_people_come_from() -> None:
    """Towns by their names' ends, under a title that is a body for something."""
    page = record("# Gemensam nämnd för räddning", "## Havsby", "* Testa Testsson (S)", "## Skärvik", "* Li Prov (M)")
    assert [organ.name for organ in page.collaborations] == ["Gemensam nämnd för räddning"]


def test_a_group_of_civil_servants_is_no_organ() -> None:
    """ "Tjänstemannagrupp" beside "Politisk styrgrupp"."""
    page = record(
        "# Logistikforum",
        "## Politisk styrgrupp",
        "* Testa Testsson (S)",
        "## Tjänstemannagrupp",
        "* Li Prov, hamnchef",
    )
    assert [organ.name for organ in page.collaborations] == ["Logistikforum"]
    assert page.collaborations[0].officials == (Official("Li Prov", "hamnchef", None),)


def test_how_long_a_page_takes_to_read_is_no_text() -> None:
    """A blog's line above its text."""
    assert record("# Samarbeten", "1 maj 2020 · 1 min läsning", "En text.").intro == ("En text.",)


def test_a_party_may_stand_before_a_name() -> None:
    """ "(C)" there is the Centre's, and no copyright."""
    organ = only("## Rådet", "### Ledamöter", "(M) Testa Testsson", "(C) Bo Ek", "(c) 2024 Kommunen")
    assert [(each.name, each.party) for each in organ.representatives] == [("Testa Testsson", "M"), ("Bo Ek", "C")]


def test_how_many_they_are_is_no_part_of_a_role() -> None:
    """A badge behind a heading."""
    organ = only(
        "## Rådet", "### Ledamöter 2", "* Testa Testsson (M)", "* Bo Ek (C)", "### Ersättare 1", "* Li Prov (S)"
    )
    assert [each.role for each in organ.representatives] == ["ledamot", "ledamot", "ersättare"]


def test_a_title_may_head_a_name_with_a_number() -> None:
    """ "Förbundschef", and below it who that is and how to reach her."""
    organ = only("## Direktionen", "* Testa Testsson (M)", "## Förbundschef", "Eva Provsson, telefon 012-34 56 78")
    assert organ.officials == (Official("Eva Provsson", "Förbundschef", None),)


def test_organisations_of_a_table_are_organs_in_every_row() -> None:
    """Also below one that has a body's name."""
    heads = ("Organisation", "Representant", "Ersättare")
    page = record(
        "# Föreningar",
        Row(("Stiftelsen Länsmuseet", "Testa Testsson (S)", ""), heads, starts=True),
        Row(("Föreningen Arkivet", "Bo Ek (V)", "Li Prov (C)"), heads),
    )
    assert [organ.name for organ in page.collaborations] == ["Stiftelsen Länsmuseet", "Föreningen Arkivet"]


def test_an_item_that_says_what_somebody_is_is_no_text() -> None:
    """A bullet that is claimed by its person, though it is written as a sentence."""
    organ = only("## Rådet", "* Testa Testsson (S) är ledamot.", "* Bo Ek (M) är ersättare.")
    assert [(each.name, each.role) for each in organ.representatives] == [
        ("Testa Testsson", "ledamot"),
        ("Bo Ek", "ersättare"),
    ]
    assert organ.description == ()


def test_a_label_of_an_organ_may_stand_before_bare_names() -> None:
    """Where the title announces people; whoever stands in for them may stand in parentheses."""
    page = record(
        "# Våra representanter i nämnderna", "Kommunstyrelsen: Anna Prov (Ersättare Eva Test)", "Miljönämnden: Bo Ek"
    )
    assert [(organ.name, names(organ)) for organ in page.collaborations] == [
        ("Kommunstyrelsen", ["Anna Prov", "Eva Test"]),
        ("Miljönämnden", ["Bo Ek"]),
    ]


def test_a_field_may_say_again_what_the_title_gave() -> None:
    """ "Uppdrag: Revisor" on a page of auditors is no text."""
    page = record(
        "# Revisorer",
        "Testa Testsson",
        "Parti: S",
        "Uppdrag: Ordförande",
        "Eva Provsson",
        "Parti: M",
        "Uppdrag: Revisor",
    )
    assert page.intro == ()


def test_a_heading_of_people_over_organs_announces_theirs() -> None:
    """ "Politiker", and below it organs with their people: it misses nobody, and makes no organ of the title."""
    reading = read(
        "# Nordost", "## Politiker", "### Styrgruppen", "* Testa Testsson (S)", "### Beredningen", "* Li Ek (C)"
    )
    assert [organ.name for organ in reading.record.collaborations] == ["Styrgruppen", "Beredningen"]
    assert reading.leads_over_nobody == ()


def test_a_jury_by_its_kind_alone_is_that_of_the_page() -> None:
    """ "Juryns ledamöter" under the title that names it."""
    page = record("# Kulturprisjuryn", "## Juryns ledamöter", "* Testa Testsson (S)", "Juryn är utsedd för 2023–2026.")
    assert [organ.name for organ in page.collaborations] == ["Kulturprisjuryn"]


def test_whence_may_stand_below_a_name_under_its_role() -> None:
    """A heading for each role, a name, and where the person comes from."""
    page = record(
        "# Funktioner", "## Ordförande", "Olof Prov", "Provby kommun", "## Kassör", "Petra Test", "Testeby kommun"
    )
    assert page.intro == ()
    assert names(page.collaborations[0]) == ["Olof Prov", "Petra Test"]


def test_a_role_that_ends_the_paragraph_of_a_name_is_that_persons() -> None:
    """Though a heading gave a role, and the last of them has none of his own."""
    organ = only(
        "## Direktionen",
        "### Ledamöter",
        "Testa Testsson (S)",
        Paragraph("Ordförande", gap=False),
        "Eva Provsson (M)",
        Paragraph("Vice ordförande", gap=False),
        "Bo Ek (C)",
    )
    assert [each.role for each in organ.representatives] == ["ordförande", "vice ordförande", "ledamot"]


def test_a_list_may_begin_with_a_bare_name() -> None:
    """Where the item below it is somebody for sure; behind a place, too."""
    items = Item("Provby: Pia Prov", starts=True), Item("Testeby: Rolf Test, sammankallande")
    assert names(only("## Arbetsgruppen", *items)) == ["Pia Prov", "Rolf Test"]
    lines = "Carl Prov (sammankallande)", Paragraph("Eva Test", gap=False)
    assert names(only("## Valberedning", *lines)) == ["Carl Prov", "Eva Test"]


def test_a_place_in_a_title_is_no_organ() -> None:
    """ "Våra politiker i Europa" sit in no Europe."""
    page = record("# Våra politiker i Europa", "* Testa Testsson (S)")
    assert [organ.name for organ in page.collaborations] == ["Våra politiker i Europa"]


def test_a_board_before_a_colon_is_that_of_the_page() -> None:
    """ "Styrelsen för 2014:" announces its people, and is no organ beside the title; "Sekr." is a role of theirs."""
    page = record("# Styrelse", "Styrelsen för 2014:", "Ordf. Roland Prov", Paragraph("Sekr. Tage Test", gap=False))
    assert [(organ.name, names(organ)) for organ in page.collaborations] == [("Styrelse", ["Roland Prov", "Tage Test"])]


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


def test_a_labelled_link_is_a_line_of_links() -> None:
    """ "Länk:" before it makes it no text."""
    home = Link("Eurocities webbplats", "https://eurocities.example")
    organ = only("## Eurocities", Paragraph("Länk: Eurocities webbplats", (home,)), "* Testa Testsson (L), ledamot")
    assert (organ.homepage, organ.description) == (home, ())


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


def test_the_label_of_another_date_is_no_text() -> None:
    """ "Publiceringsdatum:" whose value comes from a script."""
    assert record("# Rådet", "Rådet möts.", "Publiceringsdatum:", "Senast uppdaterad:").intro == ("Rådet möts.",)


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
