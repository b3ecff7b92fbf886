"""Representatives, rapporteurs and officials are read from running text."""

from __future__ import annotations

import pytest

from scraper.swedish.prose import officials, prose_people

Read = list[tuple[str, str | None, str | None]]

PROSE: list[tuple[str, Read]] = [
    ("Region Provland representeras av Testa Testsson (M).", [("Testa Testsson", "M", None)]),
    ("Testa Testsson (M) är ledamot i styrelsen och Bo Provsson (S) är ersättare.",
     [("Testa Testsson", "M", "ledamot"), ("Bo Provsson", "S", "ersättare")]),
    ("Testa Testsson (M) är ledamot i styrelsen och Bo Provsson (S) ersättare.",
     [("Testa Testsson", "M", "ledamot"), ("Bo Provsson", "S", "ersättare")]),
    ("Ordförande är Testa Testsson (M).", [("Testa Testsson", "M", "ordförande")]),
    ("Ordförande i nätverket är Testa Testsson (M) och vice ordförande är Bo Provsson (S).",
     [("Testa Testsson", "M", "ordförande"), ("Bo Provsson", "S", "vice ordförande")]),
    ("Regionen företräds av regionrådet Testa Testsson (M).", [("Testa Testsson", "M", "regionråd")]),
    ("Regionen företräds av ordförande Testa Testsson (M).", [("Testa Testsson", "M", "ordförande")]),
    ("I styrelsen sitter Testa Testsson (M) som ordinarie ledamot.", [("Testa Testsson", "M", "ordinarie ledamot")]),
    ("I styrelsen sitter Testa Testsson (M), ordinarie ledamot, och Bo Provsson (S), ersättare.",
     [("Testa Testsson", "M", "ordinarie ledamot"), ("Bo Provsson", "S", "ersättare")]),
    ("Ledamöter är Testa Testsson (M) och Bo Provsson (S).",
     [("Testa Testsson", "M", "ledamot"), ("Bo Provsson", "S", "ledamot")]),
    ("Testa Testsson (M) och Bo Provsson (S) är ledamöter i styrelsen.",
     [("Testa Testsson", "M", "ledamot"), ("Bo Provsson", "S", "ledamot")]),
    ("Ledamöter är Testa Testsson (M), Ylva Provsson (C) och Bo Provsson (S) och ersättare är Åke Test (V).",
     [("Testa Testsson", "M", "ledamot"), ("Ylva Provsson", "C", "ledamot"), ("Bo Provsson", "S", "ledamot"),
      ("Åke Test", "V", "ersättare")]),
    ("Testa Testsson är ordförande i nätverket.", [("Testa Testsson", None, "ordförande")]),
    ("Nätverkets ordförande är Testa Testsson.", [("Testa Testsson", None, "ordförande")]),
    ("Rapportör för yttrandet är Testa Testsson (C).", [("Testa Testsson", "C", "rapportör")]),
    ("I den tematiska gruppen för transporter är Testa Testsson (M) rapportör.", [("Testa Testsson", "M",
     "rapportör")]),
    ("Testa Testsson (C) är rapportör för ett yttrande om vatten.", [("Testa Testsson", "C", "rapportör")]),
    ("Testa Testsson (Moderaterna) är ledamot.", [("Testa Testsson", "Moderaterna", "ledamot")]),
    ("Regionens representant är Testa Testsson (M).", [("Testa Testsson", "M", "representant")]),
    ("Testa Testsson (M), ordförande i regionstyrelsen, är regionens ledamot i CPMR.", [("Testa Testsson", "M",
     "ledamot")]),
    ("Testa Testsson (M), regionstyrelsens ordförande, är vice ordförande i kommissionen.",
     [("Testa Testsson", "M", "vice ordförande")]),
    ("Testa Testsson (M), ordförande i nämnden, är med i gruppen.", [("Testa Testsson", "M", "ordförande")]),
    ("Ledamot i ERB:s generalförsamling är landstingsrådet Testa Testsson (m).", [("Testa Testsson", "m", "ledamot")]),
    ("Ordförande är kommunalrådet Testa Testsson (S).", [("Testa Testsson", "S", "ordförande")]),
    ("Regionens styrelseledamöter är Testa Testsson (S) och Bo Provsson (M).",
     [("Testa Testsson", "S", "styrelseledamot"), ("Bo Provsson", "M", "styrelseledamot")]),
    ("Sekreterare i kommittén är Testa Testsson, internationell handläggare.", []),
    ("Näringslivschef Testa Testsson är rådets sekreterare.", []),
    ("Region Provlands ledamot i styrelsen är Testa Testsson (M), med Bo Provsson (S) som ersättare.",
     [("Testa Testsson", "M", "ledamot"), ("Bo Provsson", "S", "ersättare")]),
    ("Styrelsen leds av Testa Testsson (M). Bo Provsson (S) är vice ordförande.",
     [("Testa Testsson", "M", None), ("Bo Provsson", "S", "vice ordförande")]),
    ("Testa Testsson (M) efterträder Bo Provsson (S) som ordförande.", [("Testa Testsson", "M", "ordförande")]),
    ("Testa Testsson (S), Region Blekinge, är ordförande och Bo Provsson (M), Region Kronoberg, är vice ordförande.",
     [("Testa Testsson", "S", "ordförande"), ("Bo Provsson", "M", "vice ordförande")]),
    ("Kommunens representanter är Testa Testsson (S) och Bo Provsson (M), med Ylva Provsson (C) och Åke Test (V) som "
     "ersättare.",
     [("Testa Testsson", "S", None), ("Bo Provsson", "M", None), ("Ylva Provsson", "C", "ersättare"),
      ("Åke Test", "V", "ersättare")]),
    ("Vid mötet den 3 maj valdes Testa Testsson (M) till ny ordförande efter Bo Provsson (S).",
     [("Testa Testsson", "M", "ordförande")]),
    ("Tidigare ordförande Bo Provsson (S) lämnade uppdraget 2020.", []),
    ("Nätverket Council of Provish Inland Waters (CPIW) grundades 1973.", []),
    ("Mer om Euroregion Baltic (ERB) finns hos Region Pommern (PL).", []),
    ("Det operativa arbetet sköts av ett sekretariat i Elblag (PL) i samverkan med tjänstemän.", []),
    ("Från Region Kronobergs sida är det Testa Testsson, regional utvecklingsdirektör som bemannar chefsgruppen.", []),
    ("Nätverket leds av en ordförande och två vice ordförande.", []),
    ("Ordförande väljs av årsmötet. Energy Cities bildades 1990.", []),
    ("Rådets ordförande, Testa Testsson (M), valdes 2021.", [("Testa Testsson", "M", "ordförande")]),
    ("Rådet har fem ledamöter. Testa Testsson (M) representerar kommunen. Ersättare: Bo Provsson (S).",
     [("Testa Testsson", "M", None), ("Bo Provsson", "S", "ersättare")]),
    ("Platsen innehas av Testa Testsson (M). Ersättare för Testa Testsson är Bo Provsson (S).",
     [("Testa Testsson", "M", None), ("Bo Provsson", "S", "ersättare")]),
    ("Regionens tjänstemannarepresentant i styrgruppen är Testa Testsson, utvecklingschef.", []),
    ("Regionens ledamot i styrelsen är Testa Testsson (M), och hennes ersättare är Bo Provsson (S).",
     [("Testa Testsson", "M", "ledamot"), ("Bo Provsson", "S", "ersättare")]),
    ("Till ledamot i styrgruppen har fullmäktige utsett Testa Testsson (M), med Bo Provsson (S) som ersättare.",
     [("Testa Testsson", "M", "ledamot"), ("Bo Provsson", "S", "ersättare")]),
    ("Regionens representant i beredningsgruppen är miljöchef Testa Testsson.", []),
    ("Regionens representant i gruppen är Testa Testsson, miljöchef.", []),
    ("Kommunens representant i Provtrafiken Mitt:", []),
    ("Kommunen har en ledamot i Nordens Provtunga.", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_representatives_in_running_text(text: str, expected: Read) -> None:
    """With a party or an elected role a person is a representative, in prose too; former ones are not."""
    assert [(each.name, each.party, each.role) for each in prose_people(text)] == expected


OFFICIALS: list[tuple[str, Read]] = [
    ("I chefsgruppen sitter Testa Testsson (regiondirektör) och i beredningsgruppen Bo Provsson (EU-strateg).",
     [("Testa Testsson", "regiondirektör", "chefsgruppen"), ("Bo Provsson", "EU-strateg", "beredningsgruppen")]),
    ("Regionens tjänstemannarepresentant i styrgruppen är Testa Testsson, utvecklingschef.",
     [("Testa Testsson", "utvecklingschef", "styrgruppen")]),
    ("Chefsgruppen bemannas av Testa Testsson, regiondirektör.",
     [("Testa Testsson", "regiondirektör", "chefsgruppen")]),
    ("I chefsgruppen representeras Region Provland av Testa Testsson, utvecklingschef, och Ylva Provsson, strateg.",
     [("Testa Testsson", "utvecklingschef", "chefsgruppen"), ("Ylva Provsson", "strateg", "chefsgruppen")]),
    ("I gruppen företräds Provstad av Testa Testsson, miljöchef.", [("Testa Testsson", "miljöchef", "gruppen")]),
    ("Regionen representeras av regiondirektör Testa Testsson i tjänstemannaledningen.",
     [("Testa Testsson", "regiondirektör", "tjänstemannaledningen")]),
    ("Regionens hälsostrateg Testa Testsson ingår i arbetsgruppen.", [("Testa Testsson", "hälsostrateg",
     "arbetsgruppen")]),
    ("I ledningsgruppen ingår kommundirektör Testa Testsson.", [("Testa Testsson", "kommundirektör",
     "ledningsgruppen")]),
    ("Från Region Kronobergs sida är det Christel Gustafsson, regional utvecklingsdirektör som bemannar chefsgruppen.",
     [("Christel Gustafsson", "regional utvecklingsdirektör", "chefsgruppen")]),
    ("Från Region Fiktlands sida är det Testa Testsson, näringslivschef, som bemannar ledningsgruppen.",
     [("Testa Testsson", "näringslivschef", "ledningsgruppen")]),
    ("Region Fiktland representeras i chefsgruppen av Testa Testsson, regionutvecklingsdirektör.",
     [("Testa Testsson", "regionutvecklingsdirektör", "chefsgruppen")]),
    ("I chefsgruppen sitter Testa Testsson, regiondirektör, och Bo Provsson, utvecklingschef.",
     [("Testa Testsson", "regiondirektör", "chefsgruppen"), ("Bo Provsson", "utvecklingschef", "chefsgruppen")]),
    ("Regiondirektör Testa Testsson ingår i chefsgruppen.", [("Testa Testsson", "regiondirektör", "chefsgruppen")]),
    ("Kommunens tjänsteman i arbetsgruppen är Testa Testsson, miljöstrateg.",
     [("Testa Testsson", "miljöstrateg", "arbetsgruppen")]),
    ("Testa Testsson (utvecklingschef) deltar i styrgruppen.", [("Testa Testsson", "utvecklingschef", "styrgruppen")]),
    ("Testa Testsson, chef för regional utveckling, sitter i nätverkets ledningsgrupp.",
     [("Testa Testsson", "chef för regional utveckling", "nätverkets ledningsgrupp")]),
    ("Testa Testsson är EU-samordnare och ingår i arbetsgruppen.", [("Testa Testsson", "EU-samordnare",
     "arbetsgruppen")]),
    ("Testa Testsson (M), ledamot, och Bo Provsson, utvecklingschef, sitter i styrgruppen.",
     [("Bo Provsson", "utvecklingschef", "styrgruppen")]),
    ("Regionens representant i beredningsgruppen är miljöchef Testa Testsson.",
     [("Testa Testsson", "miljöchef", "beredningsgruppen")]),
    ("Testa Testsson (M) är ordförande.", []),
    ("Arbetet leds av en projektledare.", []),
    ("Linnéuniversitetet och Jönköping University representeras av sina rektorer.", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OFFICIALS)
def test_officials_in_running_text(text: str, expected: Read) -> None:
    """An official has a title, sits in a body, and has neither party nor elected role."""
    assert [(each.name, each.title, each.body) for each in officials(text)] == expected
