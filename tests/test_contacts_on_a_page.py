"""Contacts and officials: who is one, and whose."""

from datetime import date

import pytest

from records.page import Contact, Link, Official, Representative
from scraper.content import Heading, LinkLine, Paragraph
from tests.parsed import names, only, record


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


def test_who_answers_questions_and_how_they_are_reached_is_a_contact() -> None:
    """A sentence with a title and a number; without a number it is about an official."""
    said = "Frågor om samverkan besvaras av kanslichef Eva Provsson, 0123-400 00, eva@example.org."
    organ = only("# Samverkan", "## Provrådet", "Testa Testsson (M)", said)
    assert organ.contacts == (Contact("Eva Provsson", "kanslichef", "0123-400 00", "eva@example.org"),)
    assert organ.officials == ()


def test_an_official_may_take_several_lines() -> None:
    """Name, title and number, a line each, under no contact heading."""
    organ = only("## Energirådet", "* Testa Testsson (M), ledamot", "Anna Etta", "Förbundschef", "070-123 45 67")
    assert organ.officials == (Official("Anna Etta", "Förbundschef"),)
    assert organ.description == ()


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


def test_what_stands_behind_the_date_line_belongs_to_no_contact() -> None:
    """The switchboard's number in the page's foot is not the last contact's."""
    date_line, foot = "Senast uppdaterad: 9 september 2022", "Växel: 0123-45 60 00"
    read = record("# Samarbeten", "## Kontakt", "Testa Testsson", date_line, foot)
    assert read.contacts == (Contact("Testa Testsson", None, None, None),)
    assert read.last_updated == date(2022, 9, 9)


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


@pytest.mark.parametrize("keeper", ["Sidansvarig", "Webbredaktör", "Ansvarig utgivare", "Kontakt för denna sida"])
def test_whoever_keeps_the_page_is_no_contact(keeper: str) -> None:
    """Neither under a heading nor behind a label."""
    for lines in ((f"## {keeper}", "Anna Etta, 0470-11 22 33"), (f"{keeper}: Anna Etta",)):
        page = record("# Hälsoforum", "* Testa Testsson (M), ledamot", *lines)
        organ = page.collaborations[0]
        assert (page.contacts, organ.contacts, organ.officials, organ.description) == ((), (), (), ())


@pytest.mark.parametrize(
    "head",
    [
        "Mer information",
        "Tilläggsuppgifter",
        "Mera information",
        "Vem vet mer?",
        "Frågor och svar",
        "Hör av dig!",
        "Så når du oss",
    ],
)
def test_civil_servants_who_can_be_reached_are_contacts_wherever_one_is_told_more(head: str) -> None:
    """Under a heading that only leads on; the text behind them is text."""
    people = ("Ylva Provsson", "Strateg", "Tfn 0470-12 34 56", "Bo Testlund, controller", "T: 0470-12 34 57")
    page = record("# Samarbeten", "Vi samverkar.", "## Rådet", "* Testa Testsson (M)", f"## {head}", *people)
    assert [(each.name, each.title, each.phone) for each in page.contacts] == [
        ("Ylva Provsson", "Strateg", "0470-12 34 56"),
        ("Bo Testlund", "controller", "0470-12 34 57"),
    ]
    assert ([each.name for each in page.collaborations], page.intro) == (["Rådet"], ("Vi samverkar.",))


def test_an_organ_below_a_contact_heading_of_higher_rank_is_no_contact() -> None:
    """Where people of parties are listed under its name; what else stands under such a heading is the contact's."""
    lines = ("## Kontakt", "Bo Provsson", "Strateg", "0470-12 34 56")
    page = record("# Samarbeten", *lines, "### Rådet", "Företrädare:", "* Testa Testsson (M)")
    assert [each.name for each in page.contacts] == ["Bo Provsson"]
    assert [(each.name, len(each.representatives)) for each in page.collaborations] == [("Rådet", 1)]


def test_the_answers_to_a_question_and_the_day_of_some_news_are_nobody_and_no_text() -> None:
    """ "Ja Nej" below "Hjälpte informationen dig?" is no name."""
    contact = ("## Kontakt", "Bo Provsson", "Strateg", "### Hjälpte informationen dig?", "Ja Nej")
    news = ("## Nyheter", "3 mars 2024")
    page = record("# Samarbeten", "Vi samverkar.", "## Rådet", "* Testa Testsson (M)", *contact, *news)
    assert ([each.name for each in page.contacts], page.intro) == (["Bo Provsson"], ("Vi samverkar.",))
