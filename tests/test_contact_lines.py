"""Contacts are read from the lines under a contact heading, in any order."""

from __future__ import annotations

import pytest

from records.page import Contact, Link
from scraper.swedish.contacts import contact

PHONE, MAIL = "0470-12 34 56", "testa@example.org"

CONTACTS: list[tuple[list[str], list[Contact]]] = [
    (["Kontakta kansliet via kansli@example.org eller kommunsekreterare Testa Testsson, 0470-58 30 00."],
     [Contact("Testa Testsson", "kommunsekreterare", "0470-58 30 00", "kansli@example.org")]),
    (["För frågor kontakta Testa Testsson (samordnare) eller Bo Provsson (strateg)."],
     [Contact("Testa Testsson", "samordnare"), Contact("Bo Provsson", "strateg")]),
    (["Testa Testsson", "Enheten för regional utveckling", "Utvecklingsstrateg"],
     [Contact("Testa Testsson", "Utvecklingsstrateg")]),
    (["Kontaktperson för EU-frågor är Testa Testsson."], [Contact("Testa Testsson")]),
    (["Testa Testsson är samordnare för EU-frågor. Du når henne på 0470-58 80 00."],
     [Contact("Testa Testsson", "samordnare för EU-frågor", "0470-58 80 00")]),
    (["Kontakta gärna Testa Testsson, strateg, på " + PHONE + "."], [Contact("Testa Testsson", "strateg", PHONE)]),
    (["Testa Testsson, sekreterare"], [Contact("Testa Testsson", "sekreterare")]),
    (["Testa Testsson (M)", "Nämndens ordförande, kommunalråd"],
     [Contact("Testa Testsson", "Nämndens ordförande, kommunalråd")]),
    (["Testa Testsson, ordförande", MAIL], [Contact("Testa Testsson", "ordförande", None, MAIL)]),
    (["Slawomir Demkowicz Dobrzanski", "Samordnare för internationella frågor"],
     [Contact("Slawomir Demkowicz Dobrzanski", "Samordnare för internationella frågor")]),
    (["Slawomir Demkowicz-Dobrzanski"], [Contact("Slawomir Demkowicz-Dobrzanski")]),
    (["Testa Testsson", "Internationell strateg", PHONE, MAIL], [Contact("Testa Testsson",
     "Internationell strateg", PHONE, MAIL)]),
    (["Internationell strateg", "Testa Testsson", MAIL, PHONE], [Contact("Testa Testsson",
     "Internationell strateg", PHONE, MAIL)]),
    (["Testa Testsson", "Telefon: " + PHONE, "E-post: " + MAIL], [Contact("Testa Testsson", None, PHONE, MAIL)]),
    (["Testa Testsson, internationell strateg", "Tel. " + PHONE], [Contact("Testa Testsson",
     "internationell strateg", PHONE)]),
    (["Testa Testsson, internationell strateg, " + PHONE + ", " + MAIL],
     [Contact("Testa Testsson", "internationell strateg", PHONE, MAIL)]),
    (["Testa Testsson (internationell strateg)"], [Contact("Testa Testsson", "internationell strateg")]),
    (["Sekreterare", "Testa Testsson", PHONE, "Förvaltningschef", "Bo Provsson", MAIL],
     [Contact("Testa Testsson", "Sekreterare", PHONE), Contact("Bo Provsson", "Förvaltningschef", None, MAIL)]),
    (["Head of Secretariat: Testa Testsson", MAIL], [Contact("Testa Testsson", "Head of Secretariat", None, MAIL)]),
    (["Ms Testa Testsson", "Head of Unit", PHONE], [Contact("Testa Testsson", "Head of Unit", PHONE)]),
    (["Testa Testsson (tjänstledig t.o.m. maj)", "Strateg"], [Contact("Testa Testsson", "Strateg")]),
    (["Testa Testsson", "Strateg", "E-post: förnamn.efternamn@prov.se"], [Contact("Testa Testsson", "Strateg")]),
    (["MAS Kerstin Dal"], [Contact("Kerstin Dal", "MAS")]),
    (["Kontaktperson: Testa Testsson"], [Contact("Testa Testsson")]),
    (["Internationell strateg: Testa Testsson"], [Contact("Testa Testsson", "Internationell strateg")]),
    (["Internationell strateg Testa Testsson"], [Contact("Testa Testsson", "Internationell strateg")]),
    (["Testa Testsson – utvecklingschef – " + PHONE], [Contact("Testa Testsson", "utvecklingschef", PHONE)]),
    (["Testa Testsson", "Chef för kultur, fritid och turism"], [Contact("Testa Testsson",
     "Chef för kultur, fritid och turism")]),
    (["Testa Testsson", "Utvecklingschef", PHONE, "Bo Provsson", "Handläggare", "bo@example.org"],
     [Contact("Testa Testsson", "Utvecklingschef", PHONE), Contact("Bo Provsson", "Handläggare", None,
      "bo@example.org")]),
    (["Testa Testsson, strateg, " + PHONE, "Bo Provsson, handläggare, bo@example.org"],
     [Contact("Testa Testsson", "strateg", PHONE), Contact("Bo Provsson", "handläggare", None, "bo@example.org")]),
    (["Region Provland", "Testa Testsson", "Strateg", "Box 123", "351 12 Växjö", "Provgatan 1", PHONE],
     [Contact("Testa Testsson", "Strateg", PHONE)]),
    (["Testa Testsson", "Regional utveckling", PHONE], [Contact("Testa Testsson", "Regional utveckling", PHONE)]),
    (["Testsson, Testa", "Strateg"], [Contact("Testa Testsson", "Strateg")]),
    (["Testa Testsson", "Strateg", "+46 470 12 34 56"], [Contact("Testa Testsson", "Strateg", "+46 470 12 34 56")]),
    (["Testa Testsson", "Strateg", "Mobil: 070-123 45 67"], [Contact("Testa Testsson", "Strateg", "070-123 45 67")]),
    (["Telefon: " + PHONE, "Testa Testsson"], [Contact("Testa Testsson", None, PHONE)]),
    (["Testa Testsson VD " + PHONE], [Contact("Testa Testsson", "VD", PHONE)]),
    (["Testa Testsson (M)", "Ordförande i Provrådet", PHONE], [Contact("Testa Testsson",
     "Ordförande i Provrådet", PHONE)]),
    (["Kontakta Testa Testsson, samverkansstrateg, om du har frågor. Telefon: " + PHONE + "."],
     [Contact("Testa Testsson", "samverkansstrateg", PHONE)]),
    (["Vid frågor kontakta Testa Testsson, utvecklingsledare, telefon " + PHONE + "."],
     [Contact("Testa Testsson", "utvecklingsledare", PHONE)]),
    (["Testa Testsson Strateg Telefon: " + PHONE], [Contact("Testa Testsson", "Strateg", PHONE)]),
    (["Regional utveckling", "Testa Testsson", "Strateg"], [Contact("Testa Testsson", "Strateg")]),
    (["Provbolaget AB", "Provgatan 1", "351 12 Växjö", "info@example.org"], []),
    (["Testa Testsson", "Strateg", "(0470) 12 34 56"], [Contact("Testa Testsson", "Strateg", "(0470) 12 34 56")]),
    (["Testa Testsson", "testa [at] example [dot] org"], [Contact("Testa Testsson", None, None, "testa@example.org")]),
    (["Testa Testsson", "Strateg, internationellt arbete", PHONE],
     [Contact("Testa Testsson", "Strateg, internationellt arbete", PHONE)]),
    (["Testa Testsson", "Strateg, avdelningen för tillväxt"], [Contact("Testa Testsson", "Strateg")]),
    (["Kansliet, 0470-10 00 00", "Testa Testsson", PHONE], [Contact("Testa Testsson", None, PHONE)]),
    (["Enhetschef: Testa Testsson", "Handläggare: Bo Provsson"],
     [Contact("Testa Testsson", "Enhetschef"), Contact("Bo Provsson", "Handläggare")]),
    (["Testa Testsson, regionråd (S)", PHONE], [Contact("Testa Testsson", "regionråd", PHONE)]),
    (["Växel 0470-10 00 00"], []),
    (["Kontakta oss gärna om du har frågor."], []),
    ([], []),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), CONTACTS)
def test_contacts_in_any_order(lines: list[str], expected: list[Contact]) -> None:
    """Name, title, phone and e-mail on one line or several; several persons; addresses are nobody."""
    assert list(contact(lines)) == expected


def test_links_of_one_label_are_each_persons_own() -> None:
    """ "E-post" under everybody leads to each of them."""
    lines = ["Testa Testsson", "E-post", "Ylva Provsson", "E-post"]
    links = [Link("E-post", "mailto:testa@example.org"), Link("E-post", "mailto:ylva@example.org")]
    assert [each.email for each in contact(lines, links)] == ["testa@example.org", "ylva@example.org"]


@pytest.mark.parametrize("name", ["Eva Mallén", "Jan Provallén", "Ida Kaplan"])
def test_a_surname_that_ends_like_a_street_is_a_name(name: str) -> None:
    """An avenue or a square has a number."""
    assert contact([name, "Strateg"]) == (Contact(name, "Strateg"),)
    assert contact(["Provallén 3", "123 45 Testby"]) == ()


def test_a_mail_link_gives_the_address() -> None:
    """Where the line shows no address, the link's counts."""
    lines = ["Testa Testsson", "Strateg", "Skicka e-post till Testa"]
    links = [Link("Skicka e-post till Testa", "mailto:testa@example.org")]
    assert contact(lines, links) == (Contact("Testa Testsson", "Strateg", None, "testa@example.org"),)
