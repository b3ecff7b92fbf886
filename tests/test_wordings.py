"""Who sits where, in the words that Swedish pages have for it: sentences and lines that say it of several at once."""

from __future__ import annotations

import pytest

from scraper.swedish.memberships import members
from scraper.swedish.officials import officials
from scraper.swedish.people import entries
from scraper.swedish.prose import prose_people

Read = list[tuple[str, str | None, str | None]]

SENTENCES: list[tuple[str, Read]] = [
    ("Testa Testsson (S) representerar kommunen i nätverket Prov, där hon är vice ordförande.",
     [("Testa Testsson", "S", "vice ordförande")]),
    ("I direktionen sitter Testa Testsson (C) och Ylva Provsson (S) som ordinarie samt Bo Provsson (L) som ersättare.",
     [("Testa Testsson", "C", "ordinarie"), ("Ylva Provsson", "S", "ordinarie"), ("Bo Provsson", "L", "ersättare")]),
    ("I delegationen, som har sex platser, ingår från Provland Sofia Provsson (C).", [("Sofia Provsson", "C", None)]),
    ("Ersättare är dr Anton Provsson och docent Lena Provsson.",
     [("Anton Provsson", None, "ersättare"), ("Lena Provsson", None, "ersättare")]),
    ("Styrgruppsledamöter är hälso- och sjukvårdsnämndens ordförande Testa Testsson (M) och folkhälsochef Bo Provsson.",
     [("Testa Testsson", "M", "styrgruppsledamot"), ("Bo Provsson", None, "styrgruppsledamot")]),
    ("Kommunen utser två styrelseledamöter, för närvarande Testa Testsson (KD) och Bo Provsson (S).",
     [("Testa Testsson", "KD", "styrelseledamot"), ("Bo Provsson", "S", "styrelseledamot")]),
    ("Ansvarig politiker är kommunalrådet Testa Testsson (S).", [("Testa Testsson", "S", "kommunalråd")]),
    ("Våra representanter i sektionerna är Lisa Provsson för vård, Bo Provsson för skola och Siv Testsson för teknik.",
     [("Lisa Provsson", None, None), ("Bo Provsson", None, None), ("Siv Testsson", None, None)]),
    ("Småprov Blekprov Testland (SBTH) är ett gemensamt kontor.", []),
    ("Under Testa Testssons (S) tjänstledighet tjänstgör Bo Provsson (S) som ledamot.",
     [("Bo Provsson", "S", "ledamot")]),
    ("Testa Testssons (S) ersättare är Bo Provsson (M).", [("Bo Provsson", "M", "ersättare")]),
    ("Ombud är Rut Provsson (M) eller Sven Provsson (S).",
     [("Rut Provsson", "M", "ombud"), ("Sven Provsson", "S", "ombud")]),
    ("Ordinarie är andre vice ordförande Nora Provsson, ersättare är ombudsman Orvar Provsson.",
     [("Nora Provsson", None, "ordinarie"), ("Orvar Provsson", None, "ersättare")]),
    ("Ordförande är sedan den 1 maj Rune Provsson.", [("Rune Provsson", None, "ordförande")]),
    ("Ombud vid bolagsstämman är kommunstyrelsens ordförande, för närvarande Mona Provsson (S).",
     [("Mona Provsson", "S", "ombud")]),
    ("Testköpings ledamot i nämnden heter Dag Provsson (KD) och hans ersättare Ebbe Provsson (M).",
     [("Dag Provsson", "KD", "ledamot"), ("Ebbe Provsson", "M", "ersättare")]),
    ("Ingår gör också Stefan Provsson (Handelskammaren) och Eva Testsson (Företagarna).",
     [("Stefan Provsson", None, None), ("Eva Testsson", None, None)]),
    ("Från civilsamhället: Gabriel Provsson, Hilma Testsson.",
     [("Gabriel Provsson", None, None), ("Hilma Testsson", None, None)]),
    ("Ledamöter i rådet är även docent Petra Provsson och Dr. Wolfgang Müller.",
     [("Petra Provsson", None, "ledamot"), ("Wolfgang Müller", None, "ledamot")]),
    ("Kajsa Provsson sitter i förbundets styrelse för perioden 2023–2027.", [("Kajsa Provsson", None, None)]),
    ("Till ledamot omvaldes Arne Provsson (C) den 12 januari 2023.", [("Arne Provsson", "C", "ledamot")]),
    ("Svensk delegationsledare är ambassadör Frans Provsson.", [("Frans Provsson", None, "svensk delegationsledare")]),
    ("Ordförande är alltjämt Frans Provsson.", [("Frans Provsson", None, "ordförande")]),
    ("Som kommunens kontaktpolitiker fungerar Edit Provsson (S).", [("Edit Provsson", "S", "kontaktpolitiker")]),
]  # fmt: skip
OFFICIALS: list[tuple[str, Read]] = [
    ("Tidigare representant var intendent Bo Provsson; nu är det intendent Ylva Provsson som företräder oss.",
     [("Ylva Provsson", "intendent", None)]),
    ("Trafikstrateg Ebba Provsson är regionens ansvariga tjänsteperson.", [("Ebba Provsson", "trafikstrateg", None)]),
    ("Våra kontaktpersoner är bibliotekarierna Fia Provsson och Gry Testsson.",
     [("Fia Provsson", "bibliotekarie", None), ("Gry Testsson", "bibliotekarie", None)]),
    ("Verkställande direktör är sedan den 1 maj Rune Provsson.",
     [("Rune Provsson", "verkställande direktör", None)]),
    ("Hamnbolagets vd Agneta Provsson är invald i förbundets exekutivkommitté.",
     [("Agneta Provsson", "vd", "förbundets exekutivkommitté")]),
    ("Ansvarig tjänsteperson är hållbarhetsstrateg Bo Provsson.", [("Bo Provsson", "hållbarhetsstrateg", None)]),
    ("Kommunen representeras i styrgruppen av samhällsbyggnadschef Bo Provsson, och i rådet av Testa Testsson (V).",
     [("Bo Provsson", "samhällsbyggnadschef", "styrgruppen")]),
]  # fmt: skip
LINES: list[tuple[str, Read]] = [
    ("Testa Testsson (S), Malung Sälen, ledamot", [("Testa Testsson", "S", "ledamot")]),
    ("Testa Testsson, Sverok Prov, ersättare", [("Testa Testsson", None, "ersättare")]),
    ("Ombud: Rut Provsson (M) alternativt Sven Provsson (S)",
     [("Rut Provsson", "M", "ombud"), ("Sven Provsson", "S", "ombud")]),
    ("Testköpings ledamot i nämnden heter Dag Provsson (KD) och hans ersättare Ebbe Provsson (M).", []),
    ("Ersättande ombud: Frank Provsson (M)", [("Frank Provsson", "M", "ersättande ombud")]),
    ("Förtroendevald företrädare – Alma Provsson (C)", [("Alma Provsson", "C", None)]),
    ("regionråden Testa Testsson (S) och Bo Provsson (M) samt rektor Ylva Provsson",
     [("Testa Testsson", "S", "regionråd"), ("Bo Provsson", "M", "regionråd"), ("Ylva Provsson", None, None)]),
    ("Sekr. Bo Provsson, kanslist", [("Bo Provsson", None, "sekr.")]),
    ("Svensk huvuddelegat: överdirektör Testa Testsson", [("Testa Testsson", None, "svensk huvuddelegat")]),
    ("Ställföreträdande delegat: Bo Provsson, enhetschef", [("Bo Provsson", None, "ställföreträdande delegat")]),
    ("Dr Anton Provsson, ersättare", [("Anton Provsson", None, "ersättare")]),
    ("Prof. Anton Provsson (S), ersättare", [("Anton Provsson", "S", "ersättare")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_says_who_sits_there(text: str, expected: Read) -> None:
    """Each with the party and the role that the sentence gives, together or one by one."""
    assert [(each.name, each.party, each.role) for each in prose_people(text)] == expected


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_a_line_says_who_sits_there(text: str, expected: Read) -> None:
    """A role makes a representative, whatever title stands beside it."""
    assert [(each.name, each.party, each.role) for each in entries(text)] == expected


@pytest.mark.parametrize(("text", "expected"), OFFICIALS)
def test_a_sentence_says_which_official_sits_there(text: str, expected: Read) -> None:
    """By the title that says most, in the body that is named for this one."""
    assert [(each.name, each.title, each.body) for each in officials(text)] == expected


def test_a_title_of_several_begins_a_sentence() -> None:
    """ "Projektledarna" is no given name."""
    found = officials("Projektledarna Ida Provsson och Max Provsson bemannar arbetsgruppen.")
    assert [(each.name, each.title) for each in found] == [
        ("Ida Provsson", "projektledare"),
        ("Max Provsson", "projektledare"),
    ]


@pytest.mark.parametrize(
    ("label", "title"), [("Experter", "Expert"), ("Handläggare", "Handläggare"), ("Regionens ekonomer", "Ekonom")]
)
def test_a_label_is_the_title_of_all_behind_it(label: str, title: str) -> None:
    """As each of them has it, where the label speaks of several."""
    found = entries(f"{label}: Mia Provsson och Jon Provsson")
    assert [(each.name, each.title) for each in found] == [("Mia Provsson", title), ("Jon Provsson", title)]


def test_a_semicolon_between_people_leaves_the_comma_to_whence() -> None:
    """Two capitals behind the comma are an organisation there."""
    found = entries(
        "Ben Provsson, Svenska provkyrkan; Cleo Testsson, Coop Prov; Disa Prov, Rädda provbarnen", announced=True
    )
    assert [each.name for each in found] == ["Ben Provsson", "Cleo Testsson", "Disa Prov"]


def test_a_body_is_no_half_sentence() -> None:
    """What stands between a preposition and the word for a body may be a clause of its own."""
    found = officials("Till sin hjälp har styrgruppen Testa Testsson, kulturstrateg.")
    assert [(each.name, each.title, each.body) for each in found] == [("Testa Testsson", "kulturstrateg", None)]


def test_who_runs_a_network_is_no_member_of_it() -> None:
    """An office elsewhere may have owners, though."""
    assert members("Nätverket drivs av FN.") == ()
    owners = members("Kontoret i Bryssel ägs av Region Provland och Provs universitet.")
    assert [each.name for each in owners] == ["Region Provland", "Provs universitet"]


def test_neighbours_across_the_border_cooperate() -> None:
    """A country says as well as the word for a body that those who cooperate are members."""
    found = members("Kommittén är ett samarbete mellan Provby kommun, Testala kommun och Prøvestad (NO).")
    assert [each.name for each in found] == ["Provby kommun", "Testala kommun", "Prøvestad"]
