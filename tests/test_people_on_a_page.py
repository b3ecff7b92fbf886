"""Who stands on a page: people in lists, cards and tables, with the roles that stand around them."""

import pytest

from records.page import Link, Official, Representative
from scraper.blocks import read_content
from scraper.content import Heading, LinkLine, Paragraph, Row
from scraper.parse import parse
from tests.parsed import names, only, record


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


@pytest.mark.parametrize(
    ("heading", "own", "role"),
    [
        ("Ersättare", "kommunalråd", "ersättare"),
        ("Ordförande", "regionråd", "ordförande"),
        ("Externa ledamöter", "regionråd", "extern ledamot"),
        ("Suppleanter", "kommunalråd i opposition", "suppleant"),
        ("Ledamöter", "kommunalråd", "kommunalråd"),  # says more than that somebody sits there
        ("Representanter", "kommunalråd", "kommunalråd"),
        ("Ersättare", "gruppledare", "gruppledare"),
        ("Kommunalråd", "oppositionsråd", "oppositionsråd"),
    ],
)
def test_an_office_elsewhere_takes_no_seat_from_whom_a_heading_gave_one(heading: str, own: str, role: str) -> None:
    """A councillor under "Ersättare" sits there as a substitute, whether that stands on the line or below the name."""
    on_one_line = only("# Provnämnden", f"## {heading}", f"* Testa Testsson (M), {own}", "* Ylva Provsson (S)")
    assert on_one_line.representatives[0].role == role
    cards = "### Testa Testsson (M)", own.capitalize(), "### Ylva Provsson (S)", "Läkare"
    below = only("# Provnämnden", f"## {heading}", *cards)
    assert below.representatives[0] == Representative("Testa Testsson", "M", role)


def test_an_office_on_the_line_below_a_substitute_is_not_the_next_ones() -> None:
    """It is passed over with the one whom it is about."""
    organ = only("# Provnämnden", "## Ersättare", "Testa Testsson (M)", "Kommunalråd", "Ylva Provsson (S)", "Regionråd")
    assert [each.role for each in organ.representatives] == ["ersättare", "ersättare"]


def test_what_stands_below_a_vacant_seat_says_whose_it_is() -> None:
    """A card that nobody's name heads makes no section, and its role is not the next one's."""
    organ = only(
        *("## Provrådet", "### Ersättare", "#### Vakant", "Provs kommun", "#### Testa Testsson", "Region Prov (M)"),
    )
    assert [(each.name, each.role) for each in organ.representatives] == [("Testa Testsson", "ersättare")]
    lines = (Paragraph("Vakant", gap=True), Paragraph("Ledamot"), Paragraph("Bo Provsson (S)", gap=True))
    organ = only("## Provrådet", *lines, Paragraph("Ersättare"))
    assert [(each.name, each.role) for each in organ.representatives] == [("Bo Provsson", "ersättare")]


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


def test_a_lead_sentence_may_be_set_as_a_heading() -> None:
    """Then it announces the people of the organ before it, and names none."""
    organ = only("## Euroregion Baltic (ERB)", "### Regionens företrädare i ERB är:", "* Testa Testsson (M), ledamot")
    assert organ.name == "Euroregion Baltic"
    assert names(organ) == ["Testa Testsson"]


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


def test_members_of_a_body_can_be_people() -> None:
    """Under "I rådet ingår:" names are people, and all who follow them; organisations are members."""
    people = record(
        "# Organ", "## Trygghetsrådet", "I rådet ingår:", "* Anna Testsson, Provell Energi", "* Cia Prov, polis"
    )
    assert names(people.collaborations[0]) == ["Anna Testsson", "Cia Prov"]
    assert people.collaborations[0].members == ()
    bodies = record("# Organ", "## Trygghetsrådet", "I rådet ingår:", "* Exempels kommun", "* Provpolisen")
    assert [member.name for member in bodies.collaborations[0].members] == ["Exempels kommun", "Provpolisen"]


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


def test_a_term_in_a_paragraph_before_people_is_text() -> None:
    """It announces those below as a caption does, and is told of: the next term's is a change."""
    organ = only("# Nätverk", "## Provnätverket", "Vi är med.", "Mandatperiod 2023–2026", "* Testa Testsson (M)")
    assert (organ.description, names(organ)) == (("Vi är med.", "Mandatperiod 2023–2026"), ["Testa Testsson"])


def test_a_line_with_a_colon_right_before_people_announces_them() -> None:
    """Whatever its words, bare names count behind it."""
    page = record(
        "# Priset", "## Juryn", "Juryn består av:", "* Testa Testsson, ordförande", "* Bo Provsson, författare"
    )
    assert names(page.collaborations[0]) == ["Testa Testsson", "Bo Provsson"]


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


def test_a_table_may_have_its_heads_in_its_first_row() -> None:
    """Until the next table begins."""
    organ = only(
        "## Rådet",
        Row(("Efternamn", "Förnamn", "Parti"), starts=True),
        Row(("Testsson", "Testa", "M")),
        Row(("Provsson", "Ylva", "-")),
    )
    assert organ.representatives == (Representative("Testa Testsson", "M"), Representative("Ylva Provsson"))


def test_a_table_may_write_the_surname_first() -> None:
    """Told by its rows together, where neither a comma nor a head says so."""
    heads = ("Namn", "Parti")
    turned = only("## Rådet", Row(("Testsson Anna", "M"), heads, starts=True), Row(("von Prov Lars", "S"), heads))
    straight = only("## Rådet", Row(("Anna Testsson", "M"), heads, starts=True), Row(("Prova Karl", "S"), heads))
    assert names(turned) == ["Anna Testsson", "Lars von Prov"]
    assert names(straight) == ["Anna Testsson", "Prova Karl"]
    both = only(
        "## Rådet",
        Row(("Testsson Anna, ordf. (S)", "Provell Ulla (S)"), ("Ledamot", "Ersättare"), starts=True),
        Row(("Provsson Lars (M)", "Låtsas Kalevi (M)"), ("Ledamot", "Ersättare")),
    )
    assert names(both) == ["Anna Testsson", "Ulla Provell", "Lars Provsson", "Kalevi Låtsas"]


def test_each_of_a_line_may_stand_behind_a_label_of_its_own() -> None:
    """Where people are announced; the label says for whom, and the announcement in what role."""
    organ = only("## Provrådet", "### Ersättare", "PRO: Testa Testsson. SPF Seniorerna: Bo Provsson. RPG: vakant.")
    assert [(each.name, each.role) for each in organ.representatives] == [
        ("Testa Testsson", "ersättare"),
        ("Bo Provsson", "ersättare"),
    ]
    assert organ.description == ()
    listed = only(
        "## Provrådet", "* PRO: Testa Testsson, Moa Prov", "* SPF: Bo Provsson, ordförande", "* RPG: Ylva Prov"
    )
    assert names(listed) == ["Testa Testsson", "Moa Prov", "Bo Provsson", "Ylva Prov"]


def test_an_item_may_say_before_a_dash_where_its_people_sit() -> None:
    """Whatever the words before the dash are, the item is no text; and what is no person behind it leaves it one."""
    organ = only(
        "## Provrådet",
        *("* Kommitté 1 – Testa Testsson (L), ledamot", "* Kommitté 2 – vakant", "* Projekt Prov – ett projekt"),
    )
    assert (names(organ), organ.description) == (["Testa Testsson"], ("Projekt Prov – ett projekt",))


def test_lines_of_roles_stand_above_whom_they_are_of_where_the_last_line_is_a_person() -> None:
    """What is said above has given the first person a role: the next such line is the next person's, unless the lines
    end with a role.
    """
    lead, people = "Ombud vid bolagsstämman", ("Testa Testsson (L)", "Ylva Provsson (S)", "Pelle Låtsas (M)")
    above = only(lead, people[0], "Ersättare för ombudet", people[1], "Lekmannarevisor", people[2])
    assert [each.role for each in above.representatives] == ["ombud", "ersättare för ombudet", "lekmannarevisor"]
    below = only("Kommunens ledamöter är:", people[0], "Ordförande", people[1], "Vice ordförande", people[2], "Ledamot")
    assert [each.role for each in below.representatives] == ["ordförande", "vice ordförande", "ledamot"]


def test_a_footnote_says_nothing_of_the_last_person() -> None:
    """Below a list it explains a mark beside a name."""
    organ = only("## Styrelsen", "* Testa Testsson¹, suppleant", "¹ Arbetstagarrepresentant")
    assert organ.representatives == (Representative("Testa Testsson", None, "suppleant"),)


def test_an_unknown_line_does_not_end_the_list_that_it_stands_in() -> None:
    """Those below it in the same paragraph still have the role that the label gave."""
    lines = "<b>Ledamöter:</b><br>Tre platser i tur<br>Anna Testsson<br>Jur. kand. Ylva Provsson"
    html = f"<main><h1>Rådet</h1><p>{lines}</p></main>"
    (organ,) = parse(read_content(html)).record.collaborations
    assert [(each.name, each.role) for each in organ.representatives] == [
        ("Anna Testsson", "ledamot"),
        ("Ylva Provsson", "ledamot"),
    ]


@pytest.mark.parametrize(
    ("line", "officials"),
    [
        ("Sakkunnig tjänsteman: Ylva Provsson", [Official("Ylva Provsson", "Sakkunnig tjänsteman")]),
        ("Tjänsteman i styrgruppen: Ylva Provsson", [Official("Ylva Provsson", "Tjänsteman", "styrgruppen")]),
        ("Tjänstemannastöd: Ylva Provsson och Bo Testsson", [Official("Ylva Provsson"), Official("Bo Testsson")]),
        ("Stöd från förvaltningen: Ylva Provsson", [Official("Ylva Provsson")]),
    ],
)
def test_bare_names_behind_a_civil_servants_label_are_no_representatives(line: str, officials: list[Official]) -> None:
    """Whatever role the lines above had."""
    organ = only("## Rådet", "Ledamot: Testa Testsson (M)", "Ersättare: Pelle Låtsas (S)", line)
    assert (names(organ), [*organ.officials]) == (["Testa Testsson", "Pelle Låtsas"], officials)


def test_a_party_may_stand_with_what_else_somebody_is() -> None:
    """A card's role is the one in the body; the post below it says the party alone."""
    organ = only(
        "## Styrelsen",
        "### Testa Testsson",
        "Ordförande",
        "Kommunalråd (M), Provstads kommun",
        "### Ylva Provsson",
        "Vice ordförande",
        "Oppositionsråd (S)",
    )
    assert organ.representatives == (
        Representative("Testa Testsson", "M", "ordförande"),
        Representative("Ylva Provsson", "S", "vice ordförande"),
    )


def test_a_civil_servants_title_may_stand_in_parentheses() -> None:
    """Then the line is that official, whom a lead need not announce, and no text."""
    for line in ("Ylva Provsson (miljöstrateg)", "Ylva Provsson, miljöstrateg"):
        organ = only("## Rådet", "* Testa Testsson (M)", "Tjänstepersoner:", line)
        assert (organ.officials, organ.description) == ((Official("Ylva Provsson", "miljöstrateg", None),), ())


@pytest.mark.parametrize("verb", ["bemannar", "ingår i", "representerar Region Prov i"])
def test_a_sentence_behind_a_list_is_no_line_of_it(verb: str) -> None:
    """It says for what body an official is, and is text."""
    sentence = f"Ylva Provsson, miljöstrateg, {verb} chefsgruppen."
    organ = only("## Rådet", "Våra företrädare är:", "* Testa Testsson (M)", sentence)
    assert organ.officials == (Official("Ylva Provsson", "miljöstrateg", "chefsgruppen"),)
    assert organ.description == (sentence,)


def test_a_paragraph_that_begins_with_a_label_is_text_where_no_line_of_people_is_read() -> None:
    """Nothing of it is lost right behind a list."""
    text = "Ansvarig tjänsteperson: Ylva Provsson, miljöstrateg. Arbetet utgår från en plan."
    organ = only("## Rådet", "Våra företrädare är:", "* Testa Testsson (M)", text)
    assert (organ.description, [each.name for each in organ.officials]) == ((text,), ["Ylva Provsson"])


@pytest.mark.parametrize(
    "lines",
    [
        ["Fotograf: Ylva Provsson"],
        ["Illustration: Ylva Provsson"],
        ["Tidigare företrädare: Ylva Provsson (S)."],
        ["Tidigare ledamöter i rådet:", "* Ylva Provsson (S)", "* Bo Testlund (M), ledamot 2006–2010"],
        ["– Rådet är viktigt, säger Ylva Provsson, forskare vid Provs universitet."],
        ["### Frågor och svar", "### Vem väljer ledamöterna?", "Regionfullmäktige väljer dem."],
    ],
)
def test_who_made_something_was_quoted_or_sat_here_before_sits_nowhere(lines: list[str]) -> None:
    """Neither beside the people of a collaboration nor in the intro, which makes no collaboration of the title."""
    (organ,) = record("# Samarbeten", *lines, "## Rådet", "* Testa Testsson (M)", *lines).collaborations
    assert (organ.name, names(organ), organ.officials) == ("Rådet", ["Testa Testsson"], ())
