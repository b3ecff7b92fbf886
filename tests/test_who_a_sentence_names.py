"""Sentences and lines by which pages say who sits where: their wording is one editor's, what they say is the same."""

from collections.abc import Sequence

import pytest

from records.page import Link
from scraper.content import Paragraph
from tests.parsed import only, record

A, B, C = "Ylva Provsson (S)", "Testa Testsson (M)", "Bo Provik (C)"

SEATS: list[tuple[str, Sequence[str | None]]] = [
    (f"Till ledamöter valdes {A} och {B}, till ersättare {C}.", ["ledamot", "ledamot", "ersättare"]),
    (f"Ledamöter från kommunen är {A} och {B}, suppleanter {C} och Åsa Ek (V).", ["ledamot"] * 2 + ["suppleant"] * 2),
    (f"Representanter: {A} och {B}, båda ordinarie, samt {C}, ersättare", ["ordinarie", "ordinarie", "ersättare"]),
    (f"{A} och {B} (båda ledamöter)", ["ledamot", "ledamot"]),
    (f"Ordförande är sedan årsmötet {A}.", ["ordförande"]),
    (f"Ledamot fram till årsskiftet var {B}; ny ledamot är {A}.", ["ledamot"]),
    (f"Ledamot: {A} (t.o.m. 30 juni), därefter {B}", ["ledamot", "ledamot"]),
    (f"Ledamot: {A}, fr.o.m. 1 juli {B}", ["ledamot", "ledamot"]),
    (f"Ersättare (i turordning): {A}, {B}", ["ersättare", "ersättare"]),
    (f"{A} (även ledamot i arbetsutskottet)", ["ledamot"]),
    (f"{A}, som också är ordförande i presidiet", ["ordförande"]),
    (f"{A}, kommunalråd i opposition", ["kommunalråd i opposition"]),
    (f"Ersättare för ombud: {A}", ["ersättare för ombud"]),
    (f"Ersättare för ombud {A}", ["ersättare för ombud"]),
    (f"Regionens övriga ombud är {A} och {B}.", ["övrigt ombud", "övrigt ombud"]),
    (f"Medlem i styrelsen: {A}, personlig ersättare {B}", ["medlem", "personlig ersättare"]),
    (f"Utsågs {A} till ledamot och {B} till ersättare.", ["ledamot", "ersättare"]),
    (f"Styrelseledamöter är {A}, ordförande i bolaget, och {B}.", ["ordförande", "styrelseledamot"]),
    (f"Övriga tre är {A}, Åsa Provman (-) och {B}.", [None, None, None]),
    ("Delegat: Dr. Åsa Provman. Ställföreträdande delegat: Dr. Bo Ek.", ["delegat", "ställföreträdande delegat"]),
    ("Konsulent Åsa Provman är av styrelsen utsedd ledamot.", ["utsedd ledamot"]),
    ("Svenska delegater är Åsa Provman (Prov) och professor Bo Ek (Test).", ["svensk delegat"] * 2),
    (f"{A} är, tillsammans med {B}, regionens ombud.", ["ombud", None]),
    (f"{A}, med {B} som personlig ersättare, är kommunens ledamot.", ["ledamot", "personlig ersättare"]),
    (f"Kommunens ledamöter är tre: {A}, {B} och {C}.", ["ledamot"] * 3),
    (f"Bland ledamöterna finns {A} och {B}.", ["ledamot"] * 2),
    (f"Kommunen har tre ledamöter – {A}, {B} och {C} – samt en ersättare.", ["ledamot"] * 3),
    (f"Ny ledamot från och med 1 januari är {A}.", ["ledamot"]),
    (f"{A} tog över som ordförande efter {B} den 1 mars 2023.", ["ordförande"]),
    (f"{A}, som tidigare var ersättare, är sedan i våras ordinarie ledamot.", ["ordinarie ledamot"]),
    (f"{A} är ledamot (ersättare: {B}).", ["ledamot", "ersättare"]),
    (f"Regionen har en ordinarie ledamot ({A}) och en ersättare ({B}).", ["ordinarie ledamot", "ersättare"]),
    (f"Ledamöter är {A}, som också är dess ordförande, samt {B}.", ["ordförande", "ledamot"]),
    (f"{A} har av fullmäktige utsetts till ombud vid bolagsstämman.", ["ombud"]),
    (f"Fullmäktige har till ombud utsett {A} och till ersättare {B}.", ["ombud", "ersättare"]),
    (f"Vid årsmötet företräddes kommunen av {B}. Kommunens ledamot är {A}.", ["ledamot"]),
    (f"Nätverket bildades på initiativ av {B}. Ledamot är {A}.", ["ledamot"]),
    (f"Representant är {A}, som valdes till vice ordförande i nätverket.", ["vice ordförande"]),
    (f"Ersättare för dem är i nämnd ordning {A} och {B}.", ["ersättare"] * 2),
    ("Rådet utser två ledamöter. För 2022–2025 är det Ruth Provander och Anna Testbo.", ["ledamot"] * 2),
    (
        f"Kommunen utser ordförande och två ledamöter. Ordförande är Åsa Provman (C). Övriga två är {A} och {B}.",
        ["ordförande", "ledamot", "ledamot"],
    ),
    (f"{A} är ledamot i styrelsen och ordförande i arbetsutskottet.", ["ledamot och ordförande"]),
    (f"{A} är ledamot i styrelsen och ledamot i arbetsutskottet.", ["ledamot"]),
    (f"{A} är ledamot i styrelsen och ersättare i styrelsen är {B}.", ["ledamot", "ersättare"]),
    ("I gruppen ingår sju förbund. Nordisk ledamot 2022–2024: Åsa Provman.", ["nordisk ledamot"]),
    ("Intendent Åsa Provman är museets röstberättigade ombud.", ["röstberättigat ombud"]),
    (f"Det leds av de två kommunstyrelseordförandena {A} och {B}.", ["kommunstyrelseordförande"] * 2),
    (f"Kommunen företräds av {A} och {B}, som båda är ordinarie ledamöter.", ["ordinarie ledamot"] * 2),
    ("Styrelseledamot: Åsa Provman, förbundsordförande", ["styrelseledamot"]),
    ("Ledamöter är Anna Provman, Bo Ek och Aylinda Testoglu.", ["ledamot"] * 3),
    (f"Nominerade ledamöter: {A}, {B}", ["nominerad ledamot", "nominerad ledamot"]),
]


@pytest.mark.parametrize(("text", "roles"), SEATS)
def test_each_has_the_role_that_the_sentence_gives(text: str, roles: Sequence[str | None]) -> None:
    """Whether it stands before or behind, for one or several, today or from some day on."""
    organ = only("## Provnätverket Nord", "Nätverket samlar parter från hela landet.", text)
    assert [each.role for each in organ.representatives] == list(roles)


def test_a_lead_that_ends_in_its_verb_announces_the_list() -> None:
    """As it does with a colon."""
    organ = only("## Provnätverket Nord", "Till ombud har valts", f"* {A}", f"* {B}")
    assert [each.role for each in organ.representatives] == ["ombud", "ombud"]
    assert organ.description == ()


CONTACTS = [
    "Kontakta Li Provell, EU-strateg, om du har frågor.",
    "Vill du veta mer? Kontakta Li Provell, EU-strateg, tfn 0499-101 01.",
    "Har du frågor om nätverket? Hör av dig till Li Provell, EU-strateg.",
    "För mer information: Li Provell, EU-strateg, 0499-101 01",
    "Frågor: Li Provell, EU-strateg, 0499-101 01",
    "Frågor om nätverket besvaras av Li Provell, EU-strateg.",
    "Kontaktperson ägarstyrning: Li Provell, EU-strateg",
    "Frågor om uppdragen? Ring eller mejla Li Provell, EU-strateg, 0499-101 01, li@prov.example.",
]


@pytest.mark.parametrize("text", CONTACTS)
def test_whoever_may_be_asked_is_a_contact(text: str) -> None:
    """Whatever words say so, under no contact heading too; and nobody's official."""
    page = record("# Samarbeten", "## Provnätverket Nord", f"* {A}, ledamot", text, "## Testrådet", f"* {B}, ledamot")
    organ = page.collaborations[0]
    assert [(each.name, each.title) for each in organ.contacts] == [("Li Provell", "EU-strateg")]
    assert organ.officials == ()


def test_titles_that_och_joins_are_each_their_own_ones() -> None:
    """ "Projektledare är … och ekonom är …": both are officials."""
    organ = only("## Provnätverket Nord", f"* {A}, ledamot", "Projektledare är Li Provell och ekonom är Åsa Testlund.")
    assert [(each.name, each.title) for each in organ.officials] == [
        ("Li Provell", "projektledare"),
        ("Åsa Testlund", "ekonom"),
    ]


def test_officials_whom_och_joins_sit_in_the_same_body() -> None:
    """Though a title stands between them."""
    organ = only("## Provnätverket Nord", "Från oss deltar samordnare Anna Ek och chef Tor Testberg i styrgruppen.")
    assert [(each.name, each.body) for each in organ.officials] == [
        ("Anna Ek", "styrgruppen"),
        ("Tor Testberg", "styrgruppen"),
    ]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("I samarbetet ingår förutom Prov kommun även Region Test.", ["Prov kommun", "Region Test"]),
        ("Förutom Prov kommun ingår Region Test.", ["Prov kommun", "Region Test"]),
        (
            "Medlemmar är på svensk sida Prov kommun, och på norsk sida Test kommune.",
            ["Prov kommun", "Test kommune"],
        ),
        ("Centret drivs gemensamt av Provmuseet och Vasa museum (FI).", ["Provmuseet", "Vasa museum"]),
        ("Members are Region Prov, Provby and Region Test.", ["Region Prov", "Provby", "Region Test"]),
        ("Members: Region Prov, Provby and Region Test", ["Region Prov", "Provby", "Region Test"]),
    ],
)
def test_members_stand_behind_other_words_too(text: str, members: list[str]) -> None:
    """Those of English pages, and "förutom" without commas."""
    organ = only("## Provnätverket Nord", text, f"* {A}, ledamot")
    assert [each.name for each in organ.members] == members


@pytest.mark.parametrize(
    "text",
    [
        "Nätverket bildades 1995. Kommunen har varit medlem sedan starten.",
        "Kommunen har varit med från starten 1995.",
        "Kommunen är sedan 1995 medlem i nätverkets styrgrupp, där Testa Testsson (M) är ledamot.",
        "Kommunen är medlem i styrgruppen sedan 1995, där Testa Testsson (M) är ledamot.",
    ],
)
def test_a_member_from_the_start_is_one_since_the_year_that_the_text_gives(text: str) -> None:
    """In the same sentence or in one before."""
    assert only("## Provnätverket Nord", text, f"* {A}, ledamot").member_since == "1995"


def test_behind_a_name_and_a_dash_stands_the_body_of_the_seat() -> None:
    """Where people are announced; a role elsewhere is no second one."""
    organ = only(
        "## Regionkommittén",
        "Från länet har följande personer valts in:",
        "Ylva Provsson - utskottet för miljö (ledamot), ledamot i kommunfullmäktige, Provby",
        "Bo Provik - utskottet för sammanhållning (ersättare), ledamot i regionfullmäktige",
    )
    assert [(each.name, each.role) for each in organ.representatives] == [
        ("Ylva Provsson", "ledamot"),
        ("Bo Provik", "ersättare"),
    ]
    assert organ.description == ()


def test_hemsida_in_front_of_a_link_says_where_it_leads() -> None:
    """Whatever the link itself is called."""
    line = Paragraph("Hemsida: Stigen", (Link("Stigen", "https://stigen.example/"),))
    assert only("## Provnätverket Nord", f"* {A}, ledamot", line).homepage == Link("Stigen", "https://stigen.example/")


def test_a_label_over_nobody_is_an_empty_seat() -> None:
    """Beside seats that have labels too."""
    organ = only("## Provnätverket Nord", f"Styrelsen: {A}, ledamot", "Beredningen för kultur: ingen")
    assert organ.description == ()


def test_a_contacts_title_may_hold_a_comma() -> None:
    """On a line of its own, where it goes on in lower case."""
    page = record("# Samarbeten", "## Kontakt", "Testa Testsson", "Senior adviser, international affairs")
    assert [each.title for each in page.contacts] == ["Senior adviser, international affairs"]


def test_what_somebody_is_called_by_in_english_is_no_part_of_the_name() -> None:
    """Behind a label, and in a sentence."""
    organ = only("## Test Network", "Deputy: Mr Bo Provik (C)", "The region is represented by Ms Ylva Provsson (S).")
    assert [each.name for each in organ.representatives] == ["Bo Provik", "Ylva Provsson"]


def test_an_elected_contact_is_a_contact() -> None:
    """Behind the label of one, with the role for a title."""
    organ = only("## Provrådet", f"* {A}, ledamot", "Kontakt: Kårens ordförande Bo Ek, bo@prov.example")
    assert [(each.name, each.title) for each in organ.contacts] == [("Bo Ek", "Kårens ordförande")]


def test_a_membership_below_a_heading_makes_it_no_person() -> None:
    """Though the heading has two words, and a role stands in the line's parentheses."""
    organ = only("## Euroforest Prov", "* Medlem sedan: 2022 (observatör 2020–2021)", f"* Ledamot: {A}")
    assert (organ.name, organ.member_since) == ("Euroforest Prov", "2022")


def test_a_heading_over_a_site_is_no_collaboration() -> None:
    """ "Förbundets webbplats" says what stands below it, and of whom it is."""
    page = record("# Samarbeten", "## Provrådet", f"* {A}, ledamot", "### Förbundets webbplats", "www.prov.example")
    assert [each.name for each in page.collaborations] == ["Provrådet"]


def test_what_people_are_in_an_organ_is_no_part_of_its_name() -> None:
    """ "Provs Avfall AB – styrelse: …" names the company."""
    page = record("# Uppdrag utanför kommunen", f"* Provs Avfall AB – styrelse: {A}", f"* Testvind AB – styrelse: {B}")
    assert [each.name for each in page.collaborations] == ["Provs Avfall AB", "Testvind AB"]


def test_a_contact_in_a_paragraphs_last_sentence_is_a_contact() -> None:
    """And what the sentences before it say is read as well."""
    text = "Museet gick med år 2011. Kontaktperson är Åsa Provman, intendent, asa@prov.example."
    organ = only("## Testnätverket för museer", text)
    assert (organ.member_since, organ.description) == ("2011", (text,))
    assert [(each.name, each.title, each.email) for each in organ.contacts] == [
        ("Åsa Provman", "intendent", "asa@prov.example")
    ]


def test_a_question_over_somebody_who_can_be_reached_is_over_a_contact() -> None:
    """On a line of its own, without being a heading."""
    below = (Paragraph("Åsa Provman", gap=True), Paragraph("Strateg", gap=False), Paragraph("090-785 00 01", gap=False))
    page = record("# Samarbeten", "## Testrådet", f"* {A}, ledamot", "Frågor om regionens bolag?", *below)
    assert [(each.name, each.title) for each in page.collaborations[0].contacts] == [("Åsa Provman", "Strateg")]
    assert page.collaborations[0].description == ()


def test_contacts_in_one_sentence_have_a_number_each() -> None:
    """As many numbers as persons: each has the one behind the name."""
    text = "Kontaktpersoner för frågor är Åsa Provman, 08-555 00 01, och Bo Ek, 08-555 00 02."
    organ = only("## Provrådet", f"* {A}, ledamot", text)
    assert [(each.name, each.phone) for each in organ.contacts] == [
        ("Åsa Provman", "08-555 00 01"),
        ("Bo Ek", "08-555 00 02"),
    ]


def test_a_company_on_a_line_of_its_own_is_the_organ_of_those_below() -> None:
    """Where no heading names one: its form says that it is a company."""
    page = record(
        "# Bolag och föreningar",
        "Kommunen äger eller är medlem i följande.",
        "Provlanda Bostäder AB",
        f"Ombud vid bolagsstämman: {A}, ersättare {B}",
        "Testbanan Ekonomisk förening",
        f"Ombud vid föreningsstämman: {B}",
    )
    assert [each.name for each in page.collaborations] == ["Provlanda Bostäder AB", "Testbanan Ekonomisk förening"]
