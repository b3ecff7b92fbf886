"""People are read from one line in every shape in which Swedish public pages write them."""

from __future__ import annotations

import pytest

from records.page import Link
from scraper.swedish.people import entries

Read = tuple[str, str | None, str | None]
TESTA: Read = ("Testa Testsson", "M", "ledamot")
BO: Read = ("Bo Provsson", "S", "ersättare")


def read(line: str, **context: object) -> list[Read]:
    return [(each.name, each.party, each.role) for each in entries(line, **context) if not each.vacant]  # type: ignore[arg-type]


SHAPES: list[tuple[str, list[Read]]] = [
    ("Ordförande Testa Testsson Socialdemokraterna", [("Testa Testsson", "Socialdemokraterna", "ordförande")]),
    ("Kommunens ombud: Testa Testsson, ersättare Ebon Provsson",
     [("Testa Testsson", None, "ombud"), ("Ebon Provsson", None, "ersättare")]),
    ("Testa Testsson (M), Vice-Chair", [("Testa Testsson", "M", "vice-chair")]),
    ("Bo Provsson (S), 2nd deputy member of the board", [("Bo Provsson", "S", "2nd deputy member")]),
    ("Testa Testsson, Jakt- och fiskesamerna, ledamot", [("Testa Testsson", "Jakt- och fiskesamerna", "ledamot")]),
    ("Testa Testsson, Unga i provbygden med omnejd, ledamot", [("Testa Testsson", None, "ledamot")]),
    ("Ledamot: Testa Testsson (M) (ersättare: Bo Provsson, S)", [TESTA, BO]),
    ("Ledamot: Testa Testsson (M) (ersättare: Bo Provsson, kommundirektör)",
     [TESTA, ("Bo Provsson", None, "ersättare")]),
    ("Testa Testsson (M), ersättare för ägarombudet", [("Testa Testsson", "M", "ersättare för ägarombudet")]),
    ("Anna Maria Lovisa Karolina von Testberg af Provby (M), ledamot",
     [("Anna Maria Lovisa Karolina von Testberg af Provby", "M", "ledamot")]),
    ("Testa Testsson (M) – pers. ersättare Bo Provsson (S)",
     [("Testa Testsson", "M", None), ("Bo Provsson", "S", "pers. ersättare")]),
    ("Sammankallande: Kommunalrådet Testa Testsson (M), 0500-12 34 56", [("Testa Testsson", "M", "sammankallande")]),
    ("Ledamöter: Testa Testsson (M), Bo Provsson (LRF)",
     [("Testa Testsson", "M", "ledamot"), ("Bo Provsson", None, "ledamot")]),
    ("Personliga ersättare: Testa Testsson (M) för Ylva Provsson, Bo Provsson (S) för Åke Test",
     [("Testa Testsson", "M", "personlig ersättare"), ("Bo Provsson", "S", "personlig ersättare")]),
    ("Ledamot/ersättare: Testa Testsson (M)/Bo Provsson (S)", [TESTA, BO]),
    ("Anna- Lena Testsson (S), ledamot", [("Anna-Lena Testsson", "S", "ledamot")]),
    ("Ada Prov–Test (S), ledamot", [("Ada Prov–Test", "S", "ledamot")]),
    ("Förbundskassör Testa Testsson", [("Testa Testsson", None, "förbundskassör")]),
    ("Ombud: Testa Testsson och Bo Provsson. Reserv: Ylva Provsson",
     [("Testa Testsson", None, "ombud"), ("Bo Provsson", None, "ombud"), ("Ylva Provsson", None, "reserv")]),
    ("Ledamot: Testa Testsson (M) (ersättare: Bo Provsson (S))", [TESTA, BO]),
    ("Ledamot respektive ersättare: Testa Testsson (M) och Bo Provsson (S)", [TESTA, BO]),
    ("Ledamot: Testa Testsson (M), med Bo Provsson (S) som ersättare.", [TESTA, BO]),
    ("Testa Testsson, ordförandens personliga ersättare",
     [("Testa Testsson", None, "ordförandens personliga ersättare")]),
    ("Testa Testsson (M), ledamot, föräldraledig till maj. Vikarierande ordförande: Bo Provsson (S)",
     [TESTA, ("Bo Provsson", "S", "vikarierande ordförande")]),
    ("Sammankallande: Testa Testsson, testa@example.org. Övriga: Bo Provsson och Moa Prov.",
     [("Testa Testsson", None, "sammankallande"), ("Bo Provsson", None, None), ("Moa Prov", None, None)]),
    ("Auktoriserad revisor: Testa Testsson, Revisionsbyrån AB. Förtroendevald revisor: Bo Provsson.",
     [("Testa Testsson", None, "auktoriserad revisor"), ("Bo Provsson", None, "förtroendevald revisor")]),
    ("Förtroendevalda revisorer: Testa Testsson (M) och Bo Provsson (S)",
     [("Testa Testsson", "M", "förtroendevald revisor"), ("Bo Provsson", "S", "förtroendevald revisor")]),
    ("Testa Testsson, Provalternativet, med Bo Provsson (S) som ersättare",
     [("Testa Testsson", "Provalternativet", None), BO]),
    ("Ledamöter: Testa Testsson, docent; Bo Provsson, skribent; Moa Prov, doktorand",
     [("Testa Testsson", None, "ledamot"), ("Bo Provsson", None, "ledamot"), ("Moa Prov", None, "ledamot")]),
    ("Testa Testsson, I vice ordf. (SFP)", [("Testa Testsson", "SFP", "i vice ordf.")]),
    ("II vice ordförande: Testa Testsson (Saml.)", [("Testa Testsson", "Saml.", "ii vice ordförande")]),
    ("Region Provs ombud är: Testa Testsson (M) och Bo Provsson (S)",
     [("Testa Testsson", "M", "ombud"), ("Bo Provsson", "S", "ombud")]),
    ("1 vice ordförande: Testa Testsson (M)", [("Testa Testsson", "M", "1 vice ordförande")]),
    ("Ledamot och kassör: Testa Testsson (M)", [("Testa Testsson", "M", "ledamot och kassör")]),
    ("Ledamot/kassör Testa Testsson (M)", [("Testa Testsson", "M", "ledamot/kassör")]),
    ("Testa Testsson (M), inkallad ersättare", [("Testa Testsson", "M", "inkallad ersättare")]),
    ("1 suppleant: Testa Testsson (M)", [("Testa Testsson", "M", "suppleant")]),
    ("Revisor: Testa Testsson, Revisionsfirman Siffror", [("Testa Testsson", None, "revisor")]),
    ("Revisorer: Testa Testsson (M) och Bo Provsson (S), med Moa Prov (C) och Kim Prov (L) som suppleanter",
     [("Testa Testsson", "M", "revisor"), ("Bo Provsson", "S", "revisor"), ("Moa Prov", "C", "suppleant"),
      ("Kim Prov", "L", "suppleant")]),
    ("Testa Testsson (M), Bo Provsson (S) och representanter för näringslivet",
     [("Testa Testsson", "M", None), ("Bo Provsson", "S", None)]),
    ("Vice ordf: Testa Testsson (M), oppositionsregionråd", [("Testa Testsson", "M", "vice ordf")]),
    ("Ersättare: 1:e vice KSO Bo Provsson (S)", [BO]),
    ("1:e vice KSO Bo Provsson (S)", [("Bo Provsson", "S", "1:e vice kso")]),
    ("Ordinarie: Testa Testsson, ordf. provnämnden (M). Ersättare: Bo Provsson, v.ordf. provnämnden (S).",
     [("Testa Testsson", "M", "ordinarie"), BO]),
    ("Testa Trafik (KD), ledamot", [("Testa Trafik", "KD", "ledamot")]),
    ("Kyrkvärdar: Testa Testsson, Bo Provsson",
     [("Testa Testsson", None, "kyrkvärd"), ("Bo Provsson", None, "kyrkvärd")]),
    ("Ersättare 1: Bo Provsson (S)", [("Bo Provsson", "S", "ersättare 1")]),
    ("Testa Testsson (M), Provstad Municipality, member", [("Testa Testsson", "M", "member")]),
    ("Testa Testsson (M), viceordf., pers. ers. Bo Provsson (S)",
     [("Testa Testsson", "M", "viceordf."), ("Bo Provsson", "S", "pers. ers.")]),
    ("Testa Testsson (suppl.Bo Provsson)", [("Testa Testsson", None, None), ("Bo Provsson", None, "suppl.")]),
    ("Gruppledare för Moderaterna: Testa Testsson", [("Testa Testsson", "Moderaterna", "gruppledare")]),
    ("Testa Testsson, ledamot, nyval 2 år", [("Testa Testsson", None, "ledamot")]),
    ("Ledamot: Testa Testsson, f. 1965, lärare", [("Testa Testsson", None, "ledamot")]),
    ("Ledamot: Testa Testsson, OFR/S", [("Testa Testsson", None, "ledamot")]),
    ("Testa Testsson (Saco-S), personalföreträdare", [("Testa Testsson", None, "personalföreträdare")]),
    ("Självskriven ledamot: församlingsherde Anna Testsson", [("Anna Testsson", None, "självskriven ledamot")]),
    ("Ms. Testa Testsson, Chair", [("Testa Testsson", None, "chair")]),
    ("Lantråd Testa Testsson (Lib)", [("Testa Testsson", "Lib", "lantråd")]),
    ("Testa Testsson (Vi i Prov), ledamot", [("Testa Testsson", "Vi i Prov", "ledamot")]),
    ("Testa Testsson (Provstad), ledamot", [("Testa Testsson", None, "ledamot")]),
    ("Testa Testsson (Södra Provstad), ledamot", [("Testa Testsson", None, "ledamot")]),
    ("Ledamöter: Testa Testsson (M) ordförande, Bo Provsson (S) vice ordförande, Ylva Mall (C)",
     [("Testa Testsson", "M", "ordförande"), ("Bo Provsson", "S", "vice ordförande"), ("Ylva Mall", "C", "ledamot")]),
    ("Ledamöter: Testa Testsson (M), ordförande, Bo Provsson (S), vice ordförande, Ylva Mall (C)",
     [("Testa Testsson", "M", "ordförande"), ("Bo Provsson", "S", "vice ordförande"), ("Ylva Mall", "C", "ledamot")]),
    ("Ledamöter: Testa Testsson (M), ersättare, Bo Provsson (S)", [TESTA, BO]),
    ("Testa Testsson (opol.), ledamot", [("Testa Testsson", "opol.", "ledamot")]),
    ("Inga Testsson (M), ledamot", [("Inga Testsson", "M", "ledamot")]),
    ("Anna Ring (M), ledamot", [("Anna Ring", "M", "ledamot")]),
    ("Jan West (M), ledamot", [("Jan West", "M", "ledamot")]),
    ("Testa Testsson (M), ledamot", [TESTA]),
    ("Testa Testsson (M) ledamot Region Prov", [TESTA]),
    ("Ledamot: Testa Testsson (M), Provska Handelskammaren", [TESTA]),
    ("Ledamot: Testa Testsson (M), överste och chef för Militärregion Prov", [TESTA]),
    ("Testa Testsson (M) ledamot Provby kommun", [TESTA]),
    ("Testa Testsson Kd – ledamot", [("Testa Testsson", "Kd", "ledamot")]),
    ("Testa Testsson (M), 2: vice ordförande", [("Testa Testsson", "M", "2: vice ordförande")]),
    ("Testa Testsson, ledamot (M) §33-37", [TESTA]),
    ("Testa Testsson (M) ledamot", [TESTA]),
    ("Testa Testsson (M) - ledamot", [TESTA]),
    ("Testa Testsson (M) – ledamot", [TESTA]),
    ("Testa Testsson (M): ledamot", [TESTA]),
    ("Testa Testsson(M), ledamot", [TESTA]),
    ("Testa Testsson ( M ), ledamot", [TESTA]),
    ("Testa Testsson [M], ledamot", [TESTA]),
    ("Testa Testsson (M, ledamot)", [TESTA]),
    ("Testa Testsson (M) (ledamot)", [TESTA]),
    ("Testa Testsson, (M), ledamot", [TESTA]),
    ("Testa Testsson, M, ledamot", [TESTA]),
    ("Testa Testsson M, ledamot", [TESTA]),
    ("Testa Testsson, ledamot (M)", [TESTA]),
    ("Testa Testsson, Ledamot (M)", [TESTA]),
    ("Testa Testsson (M). Ledamot.", [TESTA]),
    ("Testa Testsson (M), ledamot.", [TESTA]),
    ("Testa Testsson (M); ledamot", [TESTA]),
    ("Testa Testsson (M) | ledamot", [TESTA]),
    ("Testa Testsson (M) / ledamot", [TESTA]),
    ("Testa Testsson M Ledamot", [TESTA]),
    ("Testa Testsson MP Ordförande", [("Testa Testsson", "MP", "ordförande")]),
    ("Ledamot: Testa Testsson (M)", [TESTA]),
    ("Ledamot - Testa Testsson (M)", [TESTA]),
    ("Ledamot Testa Testsson (M)", [TESTA]),
    ("Ledamot, Testa Testsson (M)", [TESTA]),
    ("(M) Testa Testsson, ledamot", [TESTA]),
    ("M: Testa Testsson, ledamot", [TESTA]),
    ("Testsson, Testa (M), ledamot", [TESTA]),
    ("Testsson, Testa (M) ledamot", [TESTA]),
    ("TESTSSON Testa (M), ledamot", [("Testa TESTSSON", "M", "ledamot")]),
    ("Ledamot: PROV TESTSSON Testa (M)", [("Testa PROV TESTSSON", "M", "ledamot")]),
    ("• Testa Testsson (M), ledamot", [TESTA]),
    ("- Testa Testsson (M), ledamot", [TESTA]),
    ("1. Testa Testsson (M), ledamot", [TESTA]),
    ("12) Testa Testsson (M), ledamot", [TESTA]),
    ("Testa Testsson (M), Växjö, ledamot", [TESTA]),
    ("Testa Testsson, Växjö (M), ledamot", [TESTA]),
    ("Testa Testsson (M), Växjö kommun, ledamot", [TESTA]),
    ("Testa Testsson (M), Region Kronoberg, ledamot", [TESTA]),
    ("Testa Testsson (M, Växjö), ledamot", [TESTA]),
    ("Testa Testsson (M) (Växjö), ledamot", [TESTA]),
    ("Testa Testsson (M), Östra Göinge, ledamot", [TESTA]),
    ("Växjö: Testa Testsson (M), ledamot", [TESTA]),
    ("Växjö kommun: Testa Testsson (M), ledamot", [TESTA]),
    ("Region Provland: Testa Testsson (M), ledamot", [TESTA]),
    ("Testa Testsson (M), ledamot i ERB:s styrelse", [TESTA]),
    ("Testa Testsson (M), ledamot i styrelsen för Provbolaget", [TESTA]),
    ("Testa Testsson (M), ledamot kommunstyrelsen", [TESTA]),
    ("Testa Testsson (M), ledamot från och med 1 januari 2023", [TESTA]),
    ("Testa Testsson (M), ledamot, tjänstledig", [TESTA]),
    ("Testa Testsson (M), ledamot (tjänstledig till 1 maj)", [TESTA]),
    ("Testa Testsson (M), ledamot (t.o.m. 2024-12-31)", [TESTA]),
    ("Testa Testsson (M), ledamot, 070-123 45 67", [TESTA]),
    ("Testa Testsson (M), ledamot, tel. 0470-12 34 56", [TESTA]),
    ("Testa Testsson (M), ledamot, Telefon: 0470-12 34 56, E-post: testa@example.org", [TESTA]),
    ("Testa Testsson (M), ledamot, testa.testsson@example.org", [TESTA]),
    ("Testa Testsson (M), ledamot Telefon: 070-123 45 67", [TESTA]),
    ("Testa Testsson (M), 070-123 45 67, ledamot", [TESTA]),
    ("Testa Testsson (M), ledamot och Bo Provsson (S), ersättare", [TESTA, BO]),
    ("M Testa Testsson, ledamot", [TESTA]),
    ("Testa Testsson (M), ledamot1, Bo Provsson (S), ersättare2", [TESTA, BO]),
    ("Ersättare Bo Provsson (S), Ylva Provsson (S)", [BO, ("Ylva Provsson", "S", "ersättare")]),
    ("Testa Testsson (M), ledamot, Bo Provsson (S), ersättare", [TESTA, BO]),
    ("Testa Testsson (M), ledamot; Bo Provsson (S), ersättare", [TESTA, BO]),
    ("Testa Testsson (M), ledamot samt Bo Provsson (S), ersättare.", [TESTA, BO]),
    ("Testa Testsson (M) ledamot, Bo Provsson (S) ersättare", [TESTA, BO]),
    ("Ledamot: Testa Testsson (M), Ersättare: Bo Provsson (S)", [TESTA, BO]),
    ("Ledamot: Testa Testsson (M). Ersättare: Bo Provsson (S).", [TESTA, BO]),
    ("Ledamot: Testa Testsson (M) Ersättare: Bo Provsson (S)", [TESTA, BO]),
    ("Ledamot Testa Testsson (M), ersättare Bo Provsson (S)", [TESTA, BO]),
    ("Ledamot Testa Testsson (M) och ersättare Bo Provsson (S)", [TESTA, BO]),
    ("Ledamot: Testa Testsson (M) | Ersättare: Bo Provsson (S)", [TESTA, BO]),
    ("Testsson, Testa (M), ledamot; Provsson, Bo (S), ersättare", [TESTA, BO]),
    ("Ordinarie: Testa Testsson (M), ersättare: Bo Provsson (S)", [("Testa Testsson", "M", "ordinarie"), BO]),
    ("Ledamot: Testa Testsson (s) och Bo Provsson (sd)",
     [("Testa Testsson", "s", "ledamot"), ("Bo Provsson", "sd", "ledamot")]),
    ("Ledamöter: Testa Testsson (M), Ylva Provsson (C) och Bo Provsson (S)",
     [TESTA, ("Ylva Provsson", "C", "ledamot"), ("Bo Provsson", "S", "ledamot")]),
    ("Ledamöter Testa Testsson (M) och Ylva Provsson (C)", [TESTA, ("Ylva Provsson", "C", "ledamot")]),
    ("Testa Testsson (M) och Ylva Provsson (C), ledamöter", [TESTA, ("Ylva Provsson", "C", "ledamot")]),
    ("Ersättare: Bo Provsson (S)", [BO]),
    ("Ersättare: Bo Provsson, S", [BO]),
    ("Moderaterna: Testa Testsson, ledamot", [("Testa Testsson", "Moderaterna", "ledamot")]),
    ("Moderaterna: Testa Testsson, Bo Provsson",
     [("Testa Testsson", "Moderaterna", None), ("Bo Provsson", "Moderaterna", None)]),
    ("Testa Testsson, Moderaterna, ledamot", [("Testa Testsson", "Moderaterna", "ledamot")]),
    ("Testa Testsson (Moderaterna), ledamot", [("Testa Testsson", "Moderaterna", "ledamot")]),
    ("Testa Testsson (M)", [("Testa Testsson", "M", None)]),
    ("Testa Testsson, ledamot", [("Testa Testsson", None, "ledamot")]),
    ("Testa Testsson ledamot", [("Testa Testsson", None, "ledamot")]),
    ("Testa Testsson (ledamot)", [("Testa Testsson", None, "ledamot")]),
    ("Testa Testsson (ledamot, M)", [TESTA]),
    ("Testa Testsson (Moderaterna, M), ledamot", [("Testa Testsson", "Moderaterna", "ledamot")]),
    ("Ledamot:Testa Testsson (M)", [TESTA]),
    ("Testa Testsson (M), ledamot*", [TESTA]),
    ("Testa Testsson* (M)1, ledamot", [TESTA]),
    ("Namn: Testa Testsson, Parti: M, Roll: ledamot", [TESTA]),
    ("Testa Testsson Moderaterna Ledamot", [("Testa Testsson", "Moderaterna", "ledamot")]),
    ("Testa Testsson Miljöpartiet de gröna", [("Testa Testsson", "Miljöpartiet de gröna", None)]),
    ("Testa Testsson (M) Ledamot Växjö", [TESTA]),
    ("Testa Testsson (M), ledamot, Linnéuniversitetet", [TESTA]),
    ("Regionrådet Testa Testsson (M)", [("Testa Testsson", "M", "regionråd")]),
    ("Testa Testsson (M), ledamot; samt Bo Provsson (S), ersättare", [TESTA, BO]),
    ("Revisor: Testa Testsson, auktoriserad revisor", [("Testa Testsson", None, "auktoriserad revisor")]),
    ("Ledamot (M) Testa Testsson", [TESTA]),
    ("Testa Testsson (M), ledamot, Kommunstyrelsen", [TESTA]),
    ("Testa Testsson (M), ledamot 2023–2026", [TESTA]),
    ("Testa Testsson (M), ledamot, mandattid 2023–2026", [TESTA]),
    ("Testa Testsson (M), ledamot Skicka e-post", [TESTA]),
    ("Testa Testsson (M), ledamot, testa.testsson(at)example.org", [TESTA]),
    ("Gruppledare Moderaterna: Testa Testsson", [("Testa Testsson", "Moderaterna", "gruppledare")]),
    ("Testa Testsson (M), ordförande i kommunstyrelsen, ledamot i regionstyrelsen",
     [("Testa Testsson", "M", "ordförande, ledamot")]),
    ("Testa Testsson (M) (ordf.), Bo Provsson (S) (v. ordf.), Ylva Provsson (C)",
     [("Testa Testsson", "M", "ordf."), ("Bo Provsson", "S", "v. ordf."), ("Ylva Provsson", "C", None)]),
    ("Ordf. Testa Testsson (M), v. ordf. Bo Provsson (S)",
     [("Testa Testsson", "M", "ordf."), ("Bo Provsson", "S", "v. ordf.")]),
    ("1:e vice ordförande Testa Testsson, M", [("Testa Testsson", "M", "1:e vice ordförande")]),
    ("Testa Testsson (M), ersättare Bo Provsson (S)", [("Testa Testsson", "M", None), BO]),
    ("Testa Testsson (M), personlig ersättare: Bo Provsson (S)",
     [("Testa Testsson", "M", None), ("Bo Provsson", "S", "personlig ersättare")]),
    ("Testa Testsson (M), ordförande, Bo Provsson (S), vice ordförande, Ylva Provsson (C)",
     [("Testa Testsson", "M", "ordförande"), ("Bo Provsson", "S", "vice ordförande"), ("Ylva Provsson", "C", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), SHAPES)
def test_every_shape_of_an_entry(line: str, expected: list[Read]) -> None:
    """Name, party and role are found wherever they stand in the line."""
    assert read(line) == expected


ROLES = [
    ("ledamot", "ledamot"),
    ("Ledamot", "ledamot"),
    ("ersättare", "ersättare"),
    ("ordförande", "ordförande"),
    ("1:e vice ordförande", "1:e vice ordförande"),
    ("1:a vice ordförande", "1:a vice ordförande"),
    ("1 vice ordförande", "1 vice ordförande"),
    ("1. vice ordförande", "1. vice ordförande"),
    ("Förste vice ordförande", "förste vice ordförande"),
    ("facklig representant", "facklig representant"),
    ("ersättare nr 1", "ersättare nr 1"),
    ("ersättare 2", "ersättare 2"),
    ("ledamot utan rösträtt", "ledamot utan rösträtt"),
    ("ledamot med insynsplats", "ledamot med insynsplats"),
    ("ständigt adjungerad", "ständigt adjungerad"),
    ("avgående ledamot", "avgående ledamot"),
    ("inträdande ersättare", "inträdande ersättare"),
    ("kyrkvärd", "kyrkvärd"),
    ("talesperson", "talesperson"),
    ("språkrör", "språkrör"),
    ("EU-parlamentariker", "eu-parlamentariker"),
    ("kassaförvaltare", "kassaförvaltare"),
    ("ledam.", "ledam."),
    ("vice chair", "vice chair"),
    ("ledamot tillika vice ordförande", "ledamot tillika vice ordförande"),
    ("regionråd med ansvar för hälso- och sjukvård", "regionråd med ansvar för hälso- och sjukvård"),
    ("första vice ordförande", "första vice ordförande"),
    ("2:e vice ordförande", "2:e vice ordförande"),
    ("andre vice ordförande", "andre vice ordförande"),
    ("3:e vice ordförande", "3:e vice ordförande"),
    ("vice ordf.", "vice ordf."),
    ("v ordf.", "v ordf."),
    ("v. ordf", "v. ordf"),
    ("v.ordf.", "v.ordf."),
    ("1:e v. ordf.", "1:e v. ordf."),
    ("ordf.", "ordf."),
    ("ers.", "ers."),
    ("led.", "led."),
    ("sammankallande", "sammankallande"),
    ("adjungerad", "adjungerad"),
    ("adjungerad ledamot", "adjungerad ledamot"),
    ("insynsplats", "insynsplats"),
    ("regionråd", "regionråd"),
    ("kommunalråd", "kommunalråd"),
    ("oppositionsråd", "oppositionsråd"),
    ("revisor", "revisor"),
    ("lekmannarevisor", "lekmannarevisor"),
    ("suppleant", "suppleant"),
    ("ombud", "ombud"),
    ("ordinarie ombud", "ordinarie ombud"),
    ("personlig ersättare", "personlig ersättare"),
    ("personlig ersättare för Bo Provsson (S)", "personlig ersättare"),
    ("tjänstgörande ersättare", "tjänstgörande ersättare"),
    ("ej tjänstgörande ersättare", "ej tjänstgörande ersättare"),
    ("styrelseledamot", "styrelseledamot"),
    ("styrelseordförande", "styrelseordförande"),
    ("gruppledare", "gruppledare"),
    ("rapportör", "rapportör"),
    ("rapportör för klimatfrågor", "rapportör för klimatfrågor"),
    ("observatör", "observatör"),
    ("delegat", "delegat"),
    ("tf ordförande", "tf ordförande"),
    ("ledamot och gruppledare", "ledamot och gruppledare"),
    ("ledamot, gruppledare", "ledamot, gruppledare"),
    ("ledamot/gruppledare", "ledamot/gruppledare"),
    ("ordförande och regionråd", "ordförande och regionråd"),
    ("kommunstyrelsens ordförande", "ordförande"),
    ("regionstyrelsens 1:e vice ordförande", "1:e vice ordförande"),
    ("ordförande i regionstyrelsen", "ordförande"),
    ("ordförande regionstyrelsen", "ordförande"),
    ("ledamot i ERB:s styrelse", "ledamot"),
    ("ERB:s ordförande", "ordförande"),
    ("ordförande för nätverket", "ordförande"),
    ("ersättare för Bo Provsson", "ersättare"),
    ("ledamot för Moderaterna", "ledamot"),
    ("ledamot i Regionkommittén och utskottet COTER", "ledamot"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "role"), ROLES)
@pytest.mark.parametrize("shape", ["Testa Testsson (M), {}", "Testa Testsson (M) {}"])
def test_a_role_is_given_back_as_written_without_its_body(written: str, role: str, shape: str) -> None:
    """Roles keep their qualifiers and their short forms, in lower case; the body that they are held in is left out."""
    assert read(shape.format(written)) == [("Testa Testsson", "M", role)]


LETTERS = (
    "M S C V KD L MP SD m s kd mp fp FP NYD Fi FI F! PP VPK SPI SJVP ALT SRD HEL VägV LPo KV BP opol Opol MED M/KD"
)
FULL_NAMES = [
    "Moderaterna",
    "Miljöpartiet de gröna",
    "Kommunens Väl",
    "Bygdepartiet",
    "Sjukvårdspartiet i Prov",
    "Bygdens Framtid",
    "Lokalpartiet Bygdens Bästa",
    "Vox Humana",
    "Hela Prov",
    "Trygga Provköping",
    "partilös",
    "politisk vilde",
]
PARTIES = [*LETTERS.split(" "), *FULL_NAMES]


@pytest.mark.parametrize("party", PARTIES)
def test_what_is_a_party_in_parentheses(party: str) -> None:
    """Riksdag parties in any case, local, regional and historical ones, full names and none are as written."""
    assert read(f"Testa Testsson ({party}), ledamot") == [("Testa Testsson", party, "ledamot")]


NO_PARTIES = [
    "-", "–", " ", "DK", "PL", "LT", "RU", "Danmark", "Växjö", "Lund", "Kil", "Östra Göinge", "Växjö kommun",
    "Region Provland", "ledamot",
    "2017:725", "Bo Provsson", "tjänstledig", "föräldraledig", "ledig t.o.m. 2024-05-01", "ersätter Bo Provsson",
    "f. 1960", "född 1960",
    "Dals Tested", "Tanums Provhamn",
    "Handelskammaren Prov", "Provs Teater", "Västra Provköping", "Svenskt Näringsliv",
    "TT", "t.o.m. 31 december 2024", "fr.o.m. 2023", "vikarie för Bo Provsson", "avgått",
]  # fmt: skip


@pytest.mark.parametrize("inside", NO_PARTIES)
def test_what_is_no_party_in_parentheses(inside: str) -> None:
    """A country, a place, an abbreviation of the name, a role, another person, a law, a leave note are no party."""
    assert read(f"Testa Testsson ({inside}), ledamot") == [("Testa Testsson", None, "ledamot")]


NAMES = [
    "Testa Testsson", "Britt-Louise Provsson", "Testa Provsson Ek", "Testa Provsson-Ek", "Testa von Prov",
    "Testa af Provhjelm", "Testa de Prov",
    "Testa di Prova", "Testa van der Prov", "Testa von und zu Prov", "Testa d'Esai", "K-G Provsson",
    "Lars J:son Prov", "A. B. Testsson", "Testa B Provsson",
    "Testa B. Provsson", "TESTA TESTSSON", "Testa O'Prov", "Sławomir Próbny", "Testa Õppija", "Žaneta Provaitė",
    "Testa Ibn Provi", "Testa al Provi", "Testa al-Provi", "Testa el-Provi",
    "Åke Östprov", "Élodie Provençale", "Testa Anna-Karin Provsson Testberg", "Hans Provsson", "April Testsson",
    "Testa McProv", "Testa Konrad", "Jan-Åke Test",
    "Nguyen Thi Prov", "Testa Provsson Bergsten", "Li Prov", "Bo Ek",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("shape", ["{} (M), ledamot", "Ledamot: {} (M)", "ledamot {} (M)", "{}, ledamot (M)"])
def test_names_are_given_back_as_written(name: str, shape: str) -> None:
    """Hyphens, two surnames, particles, initials, capitals and foreign letters stay as they are."""
    assert read(shape.format(name)) == [(name, "M", "ledamot")]


TURNED = [
    ("Testsson, Testa (M)", "Testa Testsson"),
    ("Provsson, Britt-Louise (M)", "Britt-Louise Provsson"),
    ("von Prov, Testa (M)", "Testa von Prov"),
    ("Provsson Ek, Anna (M)", "Anna Provsson Ek"),
    ("Provsson, Anna Karin (M)", "Anna Karin Provsson"),
    ("PROVSSON, Testa (M)", "Testa PROVSSON"),
    ("Ledamot: Testsson, Testa (M)", "Testa Testsson"),
]


@pytest.mark.parametrize(("line", "name"), TURNED)
def test_a_surname_that_stands_first_is_turned(line: str, name: str) -> None:
    """A comma between surname and given name is no border between two people."""
    assert [each.name for each in entries(line)] == [name]


def test_a_country_and_a_picture_beside_a_name_are_neither() -> None:
    """Whence somebody comes, also from Sweden, and a sign of a person in front."""
    assert read("Testa Testsson (M), Sverige, ledamot") == [("Testa Testsson", "M", "ledamot")]
    assert read("👤 Testa Testsson (M), ledamot") == [("Testa Testsson", "M", "ledamot")]


def test_a_place_that_begins_as_a_note_does_is_a_place() -> None:
    """ "Tomelilla" is no "t.o.m."."""
    assert [each.place for each in entries("Testa Testsson (Tomelilla), ledamot")] == ["Tomelilla"]
    assert [each.place for each in entries("Testa Testsson (t.o.m. 2024), ledamot")] == [None]


def test_who_stands_in_may_stand_in_parentheses() -> None:
    """A role and names there are other people's; a role alone, or whom somebody stands in for, is the person's own."""
    two = [("Testa Testsson", "M", "ledamot"), ("Bo Provsson", None, "ersättare")]
    assert read("Testa Testsson (M), ledamot (ersättare: Bo Provsson)") == two
    assert read("Testa Testsson (M) (ersättare för Bo Provsson)") == [("Testa Testsson", "M", "ersättare")]


def test_an_organisation_may_stand_before_the_role() -> None:
    """Whom somebody comes from, between the name and the role; without any role it is anything."""
    assert read("Testa Testsson, Prov AB, vice ordförande") == [("Testa Testsson", None, "vice ordförande")]
    assert read("Testa Testsson, Prov AB") == []


def test_a_label_of_two_words_is_no_person() -> None:
    """What stands before a colon and a name."""
    assert read("Fiskeområde Prov: Testa Testsson (M), ledamot") == []


@pytest.mark.parametrize("line", ["Ordförande väljs vid årsmötet.", "Ordförande och vice ordförande väljs på stämman."])
def test_how_a_seat_is_always_filled_makes_it_no_empty_one(line: str) -> None:
    """A sentence about elections is text."""
    assert entries(line) == ()


VACANT = [
    "Plats ej tillsatt",
    "Ersättare utses på nästa sammanträde",
    "Vakant", "vakant", "Vakant (M)", "Vakant (M), ledamot", "Ledamot: vakant", "Ersättare: Vakant (S)", "Vakans",
    "Vakant plats", "Ingen ersättare utsedd", "Ingen representant för närvarande.", "Ersättare saknas",
    "Ny ledamot utses", "Utses vid fullmäktige i mars", "Inväntar val",
    "Ej utsedd", "N.N. (M), ersättare", "NN (S)", "Ersättare vakant", "Ledamot – vakant",
    "Ersättare: ingen utsedd", "Vakant ersättare (M)",
    "Platsen är vakant", "Plats vakant, ersättare", "Ersättare: ej utsedd ännu",
]  # fmt: skip


@pytest.mark.parametrize("line", VACANT)
def test_an_empty_seat_is_nobody(line: str) -> None:
    """A vacant seat is recognised, and is no person."""
    found = entries(line)
    assert [each.vacant for each in found] == [True]
    assert found[0].name == ""


def test_an_empty_seat_beside_a_person() -> None:
    """One person and one empty seat in a line are one person."""
    assert read("Ledamot: Testa Testsson (M), ersättare: vakant") == [TESTA]
    assert read("Vakant (S), Testa Testsson (M), ledamot") == [TESTA]


NOT_PEOPLE = [
    "I ledningsgruppen ingår kommundirektör Testa Testsson.",
    "Regionens representant i gruppen är miljöchef Testa Testsson.",
    "Foto: Testa Testsson", "Porträtt: Testa Testsson", "Text: Testa Testsson",
    "Provtrafiken Mitt (PTM)", "Räddningstjänsten Öst", "Samfälligheten Utsikten",
    "Kultur- och fritidsnämnden", "Kommunstyrelsen (KS)", "Moderaterna (M) 10", "Moderaterna 10 mandat",
    "Socialdemokraterna (S), 15", "Elblag (PL)",
    "Energy Cities (EC)", "Euroregion Baltic (ERB)", "Bornholms regionkommun (DK)", "Region Pommern",
    "Klaipeda län (LT)", "Läs mer om nämnden",
    "Protokoll 2023", "Internationell strategi, pdf", "Grön omställning", "Hälsa och sjukvård",
    "Södra Småland (SS)", "Baltic Sea Commission (BSC)",
    "Ny ordförande vald i nämnden", "Ledamöter", "Ordförande", "Ersättare utses av fullmäktige", "Valnämnden",
    "Ledamöter i styrelsen", "2022-09-09",
    "Nämnden består av nio ledamöter och nio ersättare.", "Förvaltningslagen (2017:900)",
    "Senast uppdaterad: 9 september 2022", "Växjö (S)",
    "Central Baltic (CB)", "Interreg South Baltic", "Linnéuniversitetet", "Jönköping University", "Kontakta oss",
    "0470-12 34 56", "testa@example.org", "",
    "Verksamhetsplan EWC (PDF)", "Dela på Facebook", "Mandatperioden 2023-2026", "Centerpartiet (C)",
    "Utskottet för kultur (KU)", "Styrelsen (7 ledamöter)",
    "Testa Testsson skriver om energi i en debattartikel.", "Testa Testsson", "Ordförande har ordet",
    "Ledamot i styrelsen", "Östra Göinge (M)",
]  # fmt: skip


@pytest.mark.parametrize("line", NOT_PEOPLE)
def test_what_looks_like_people_and_is_not(line: str) -> None:
    """Committees, seats per party, places, organisations, themes, links and sentences are nobody."""
    assert entries(line) == ()


GIVEN = [
    ("Testa Testsson", {"announced": True}, [("Testa Testsson", None, None)]),
    ("Testa Testsson, Bo Provsson och Ylva Provsson", {"announced": True},
     [("Testa Testsson", None, None), ("Bo Provsson", None, None), ("Ylva Provsson", None, None)]),
    ("Testa Testsson (M)", {"role": "ledamot"}, [TESTA]),
    ("Testa Testsson", {"role": "ledamot"}, [("Testa Testsson", None, "ledamot")]),
    ("Testa Testsson", {"party": "Moderaterna"}, [("Testa Testsson", "Moderaterna", None)]),
    ("Testa Testsson, ledamot", {"party": "Moderaterna"}, [("Testa Testsson", "Moderaterna", "ledamot")]),
    ("Testa Testsson (M), ordförande", {"role": "ledamot"}, [("Testa Testsson", "M", "ordförande")]),
    ("Testa Testsson (-)", {"party": "Moderaterna"}, [("Testa Testsson", None, None)]),
    ("Läs mer om partiet", {"party": "Moderaterna"}, []),
    ("Kommunstyrelsen", {"announced": True}, []),
    ("Testsson, Testa", {"announced": True}, [("Testa Testsson", None, None)]),
    ("Testa Testsson, Växjö", {"role": "ledamot"}, [("Testa Testsson", None, "ledamot")]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "context", "expected"), GIVEN)
def test_what_stands_above_gives_role_and_party(line: str, context: dict[str, object], expected: list[Read]) -> None:
    """A heading or lead counts for those who have none of their own, and lets bare names be people."""
    assert read(line, **context) == expected


def test_phone_address_and_place_belong_to_the_person() -> None:
    """A phone and an address in the entry are kept; a link's address counts where the line shows none."""
    (entry,) = entries("Testa Testsson (M), Växjö, ledamot, 070-123 45 67, testa@example.org")
    assert (entry.phone, entry.email, entry.place) == ("070-123 45 67", "testa@example.org", "Växjö")
    (entry,) = entries(
        "Testa Testsson (M), ledamot, e-post", links=(Link("e-post", "mailto:testa@example.org?subject=x"),)
    )
    assert (entry.name, entry.role, entry.email) == ("Testa Testsson", "ledamot", "testa@example.org")
    (entry,) = entries("Testa Testsson (M), ledamot", links=(Link("Testa Testsson", "mailto:testa@example.org"),))
    assert (entry.name, entry.email) == ("Testa Testsson", "testa@example.org")
    (entry,) = entries(
        "Testa Testsson (M) Skicka e-post till Testa",
        links=(Link("Skicka e-post till Testa", "mailto:testa@example.org"),),
    )
    assert (entry.name, entry.party, entry.email) == ("Testa Testsson", "M", "testa@example.org")


def test_a_title_makes_an_official_not_a_representative() -> None:
    """With a title and neither party nor elected role the person is an official."""
    (entry,) = entries("Testa Testsson, regional utvecklingsdirektör")
    assert (entry.title, entry.elected) == ("regional utvecklingsdirektör", False)
    (entry,) = entries("Regiondirektör Testa Testsson")
    assert (entry.name, entry.title, entry.elected) == ("Testa Testsson", "Regiondirektör", False)
    (entry,) = entries("Chef för kansliet: Testa Testsson")
    assert (entry.name, entry.title, entry.elected) == ("Testa Testsson", "Chef för kansliet", False)
    (entry,) = entries("Testa Testsson, chef för kultur och fritid")
    assert (entry.title, entry.elected) == ("chef för kultur och fritid", False)


def test_every_entry_names_its_rule() -> None:
    """The explanation says how a line was read."""
    assert entries("Testa Testsson (M), ledamot")[0].rule == "entry: name, (party), role"
    assert (
        entries("Testa Testsson", role="ledamot", party="M")[0].rule
        == "entry: name, role given above, party given above"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Testa Testsson, Lärarna i Provstad",
        "Testa Testsson, Provell Energi",
        "Testa Testsson, Hela Sverige ska leva Prov",
        "Docent Testa Testsson, Provhögskolan",
        "Testa Testsson, tidigare lantbrukare",
        "Testa Testsson, avdelning 3 Södra",
    ],
)
def test_whence_a_listed_person_comes(line: str) -> None:
    """Under a lead the words behind a name may say where the person comes from; elsewhere the line is text."""
    assert read(line, role="ledamot") == [("Testa Testsson", None, "ledamot")]
    assert read(line) == [] or line.startswith("Docent")


@pytest.mark.parametrize("line", ["Bo Provsson (S) för M", "Bo Provsson (S) på Moderaternas mandat"])
def test_a_few_words_behind_a_listed_persons_party_take_nothing_from_the_person(line: str) -> None:
    """Under "Ersättare" the line is one of its people, whatever else it says of them."""
    assert read(line, role="ersättare") == [BO]


def test_finland_among_countries_is_no_party() -> None:
    """Towns with their countries are no people, though "FI" is a party's letters elsewhere."""
    assert read("Lillevik (NO), Storby (FI), Altstadt (DE), Stare Miasto (PL) och Vecpils (LV)") == []
    assert read("Testa Testsson (FI), ledamot") == [("Testa Testsson", "FI", "ledamot")]


def test_a_pair_of_which_the_second_begins_with_a_place_is_a_person_and_whence() -> None:
    """ "Testby Camping" reads as a name, and stands where the others of its list say whom they come from."""
    assert read("Anna Testsson, Testby Camping", announced=True) == [("Anna Testsson", None, None)]
    assert len(read("Anna Testsson, Bo Provsson", announced=True)) == 2
    assert len(read("Anna Testsson, Ghazal Provpour", announced=True)) == 2


def test_fi_behind_an_english_city_is_finland() -> None:
    """And no party, though one is called so."""
    line = "Testa Testsson, City of Provlahti (FI), Chair"
    assert read(line, announced=True) == [("Testa Testsson", None, "chair")]
