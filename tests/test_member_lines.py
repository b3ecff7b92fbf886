"""Member organisations are read from sentences and lists, with the countries that count for them."""

from __future__ import annotations

import pytest

from scraper.swedish.memberships import announces_members, member_item, members

Read = list[tuple[str, str | None]]

SENTENCES: list[tuple[str, Read]] = [
    ("The members are Region Ett, Testby kommun and Provfjord (NO).",
     [("Region Ett", None), ("Testby kommun", None), ("Provfjord", "NO")]),
    ("Medlemmar är Region Ett, Provmark fylke (NO) och landskapet Nyprov (FI).",
     [("Region Ett", None), ("Provmark fylke", "NO"), ("landskapet Nyprov", "FI")]),
    ("Medlemsregioner är förutom Region Ett: Region Två och Testby kommun (DK).",
     [("Region Ett", None), ("Region Två", "DK"), ("Testby kommun", "DK")]),
    ("Dessutom ingår Provuniversitetet och Prov University i samarbetet.",
     [("Provuniversitetet", None), ("Prov University", None)]),
    ("Regionsamverkan Prov består av Region Ett, Region Två och Region Tre.",
     [("Region Ett", None), ("Region Två", None), ("Region Tre", None)]),
    ("Nämnden är gemensam för Provby, Testby och Gammalby kommuner.",
     [("Provby", None), ("Testby", None), ("Gammalby", None)]),
    ("Provnätet är ett nätverk mellan kommunerna Ås, Ed, Vik samt Røros (NO).",
     [("Ås", None), ("Ed", None), ("Vik", None), ("Røros", "NO")]),
    ("Samarbetet, som bildades 1995, omfattar Ettby, Tvåby och Treby.",
     [("Ettby", None), ("Tvåby", None), ("Treby", None)]),
    ("Partner i projektet är Region Prov (koordinator), Testala stad (FI) och Pomorprov (PL).",
     [("Region Prov", None), ("Testala stad", "FI"), ("Pomorprov", "PL")]),
    ("Nätverket består i dag av Provköping (SE), Testborg (DK) och Prøveby (NO).",
     [("Provköping", "SE"), ("Testborg", "DK"), ("Prøveby", "NO")]),
    ("Organet har bildats av Region Prov och Egentliga Provs förbund (FI).",
     [("Region Prov", "FI"), ("Egentliga Provs förbund", "FI")]),
    ("Industrinätet Prov ägs av kommunerna Åprov, Testborg och Provlösa.",
     [("Åprov", None), ("Testborg", None), ("Provlösa", None)]),
    ("Sydöstra Provkommunerna är en samarbetsorganisation för tre kommuner: Provby, Testköping och Mallås.",
     [("Provby", None), ("Testköping", None), ("Mallås", None)]),
    ("Provnätet är ett samarbete mellan Provstad, Testby och Gammalprovs kommuner.",
     [("Provstad", None), ("Testby", None), ("Gammalprov", None)]),
    ("I förbundet ingår Provstads, Testbys och Torsås kommuner.",
     [("Provstad", None), ("Testby", None), ("Torsås", None)]),
    ("Räddningstjänsten är ett kommunalförbund som bildades 2004 och ägs av Provstads, Testbys och Torsås kommuner.",
     [("Provstad", None), ("Testby", None), ("Torsås", None)]),
    ("Deltagande kommuner: Testvik (SE) samt Prøvevik og Fjellprøve (NO).",
     [("Testvik", "SE"), ("Prøvevik", None), ("Fjellprøve", "NO")]),
    ("Deltar gör Region Ett, Region Två och Testby kommun (DK).",
     [("Region Ett", None), ("Region Två", "DK"), ("Testby kommun", "DK")]),
    ("Med i nätverket är Region Ett och Region Två.", [("Region Ett", None), ("Region Två", None)]),
    ("Kontoret ägs av Region Noll tillsammans med Region Ett och länets kommuner.",
     [("Region Noll", None), ("Region Ett", None)]),
    ("Rådet är ett samarbete mellan Norra Testland, Provs fylke i Norge och Lapprov i Finland.",
     [("Norra Testland", None), ("Provs fylke", "Norge"), ("Lapprov", "Finland")]),
    ("Region Noll är medlem tillsammans med Region Ett och Region Två.", [("Region Ett", None), ("Region Två", None)]),
    ("Organisationen samlar Region Ett, Region Två och Testby kommun.",
     [("Region Ett", None), ("Region Två", None), ("Testby kommun", None)]),
    ("I nätverket ingår Region Ett, Region Två (ordförande) samt Provfjord fylkeskommune, Norge.",
     [("Region Ett", None), ("Region Två", None), ("Provfjord fylkeskommune", "Norge")]),
    ("Kontoret bevakar EU. Bakom kontoret står Region Ett, Region Två och Provuniversitetet.",
     [("Region Ett", None), ("Region Två", None), ("Provuniversitetet", None)]),
    ("Medlemsorganisationer är förutom Region Ett även Provstads kommun, Region Två och Testby kommun (DK).",
     [("Region Ett", None), ("Provstads kommun", None), ("Region Två", "DK"), ("Testby kommun", "DK")]),
    ("Förutom Region Ett är Region Två och Testby kommun medlemmar i nätverket.",
     [("Region Ett", None), ("Region Två", None), ("Testby kommun", None)]),
    ("Tillsammans med Provstad, Testby och Gammalprov driver kommunen en räddningstjänst.",
     [("Provstad", None), ("Testby", None), ("Gammalprov", None)]),
    ("Kommunen ingår i förbundet tillsammans med Testby kommun och Gammalprovs kommun.",
     [("Testby kommun", None), ("Gammalprovs kommun", None)]),
    ("Prov Vatten AB ägs gemensamt av Provstads kommun och Testby kommun.",
     [("Provstads kommun", None), ("Testby kommun", None)]),
    ("Kontoret drivs av Region Ett och Region Två.", [("Region Ett", None), ("Region Två", None)]),
    ("Museet drivs gemensamt av kommunerna Provstad och Testby.", [("Provstad", None), ("Testby", None)]),
    ("Elva stater är medlemmar.", []),
    ("Fullvärdiga medlemmar är Region Ett och Region Två. Associerade medlemmar är Provuniversitetet och Prov AB (FI).",
     [("Region Ett", None), ("Region Två", None), ("Provuniversitetet", "FI"), ("Prov AB", "FI")]),
    ("Av länets kommuner är Provstad, Testby och Gammalprov medlemmar.",
     [("Provstad", None), ("Testby", None), ("Gammalprov", None)]),
    ("Det är ett samarbete om storregional planering mellan Region Ett och Region Två.",
     [("Region Ett", None), ("Region Två", None)]),
    ("I nätverket ingår, förutom vår region, Region Ett och Testby kommun.",
     [("Region Ett", None), ("Testby kommun", None)]),
    ("Medlemsstäder i Sverige är bland annat Provstad och Testby.", [("Provstad", None), ("Testby", None)]),
    ("Kontoret startade 1997 och ägs gemensamt av Region Ett och Testby kommun.",
     [("Region Ett", None), ("Testby kommun", None)]),
    ("Förbundet är ett kommunalförbund för tre kommuner: Provstad, Testby och Gammalprov.",
     [("Provstad", None), ("Testby", None), ("Gammalprov", None)]),
    ("Ingående kommuner: Provstad och Testby.", [("Provstad", None), ("Testby", None)]),
    ("Länets tolv kommuner, regionen och länsstyrelsen är medlemmar.", []),
    ("I samarbetet medverkar Region Ett och Testby kommun.", [("Region Ett", None), ("Testby kommun", None)]),
    ("Nätverket har två svenska medlemmar, Region Ett och Region Två.", [("Region Ett", None), ("Region Två", None)]),
    ("Förbundet är en ideell förening. 112 kommuner är medlemmar.", []),
    ("Samverkan omfattar kommunerna Provstad och Testby.", [("Provstad", None), ("Testby", None)]),
    ("Huvudman för kontoret är Region Ett.", [("Region Ett", None)]),
    ("Följande kommuner och landskap är med i samarbetet: Provstad, Testby (FI) och Provöns landskap (AX).",
     [("Provstad", None), ("Testby", "FI"), ("Provöns landskap", "AX")]),
    ("De kommuner som ingår är Provstad, Testby och Gammalprov.",
     [("Provstad", None), ("Testby", None), ("Gammalprov", None)]),
    ("Till medlemmarna hör Region Ett och Region Två.", [("Region Ett", None), ("Region Två", None)]),
    ("Även Region Ett och Region Två är medlemmar.", [("Region Ett", None), ("Region Två", None)]),
    ("Samarbetet omfattar kommunerna Provstad och Testby i Sverige samt Halden i Norge.",
     [("Provstad", "Sverige"), ("Testby", "Sverige"), ("Halden", "Norge")]),
    ("Samtliga regioner är medlemmar i kommunalförbundet.", []),
    ("Sveriges alla kommuner är medlemmar.", []),
    ("Tillsammans med Testa Testsson och Ylva Provsson driver kommunen ett projekt.", []),
    ("Rådet ägs av Region Prov och Testby kommun.", [("Region Prov", None), ("Testby kommun", None)]),
    ("Förbundets medlemmar är Provkassan, Region Prov samt kommunerna Provstad och Testby.",
     [("Provkassan", None), ("Region Prov", None), ("Provstad", None), ("Testby", None)]),
    ("Alliansen består av Region Prov och Testlands landskap (FI).",
     [("Region Prov", "FI"), ("Testlands landskap", "FI")]),
    ("Rådet möts varje år. I samarbetet ingår Region Prov, Testby kommun och Malmovo län. Émile Test leder arbetet.",
     [("Region Prov", None), ("Testby kommun", None), ("Malmovo län", None)]),
    ("I förbundet ingår kommunerna Provstad, Testby och Gammalprov.",
     [("Provstad", None), ("Testby", None), ("Gammalprov", None)]),
    ("Nätverket består av medlemskommunerna Provstad och Testby.", [("Provstad", None), ("Testby", None)]),
    ("Det är ett samarbete mellan kommunerna Provstads kommun och Testby kommun.",
     [("Provstads kommun", None), ("Testby kommun", None)]),
    ("Euroregion Baltic (ERB) är en plattform. Medlemsorganisationer är Region Kronoberg, Region Blekinge, "
     "Region Kalmar län, Bornholms regionkommun (DK), "
     "Region Pommern och Region Warmia-Mazurien (PL) och Klaipeda län (LT).",
     [("Region Kronoberg", None), ("Region Blekinge", None), ("Region Kalmar län", None), ("Bornholms regionkommun",
      "DK"),
      ("Region Pommern", "PL"), ("Region Warmia-Mazurien", "PL"), ("Klaipeda län", "LT")]),
    ("Medlemsorganisationer är Region Kronoberg Region Blekinge, Region Kalmar län, "
     "Kommunförbundet Skåne (SE) och Kaliningrad län (RU).",
     [("Region Kronoberg", None), ("Region Blekinge", None), ("Region Kalmar län", None), ("Kommunförbundet Skåne",
      "SE"),
      ("Kaliningrad län", "RU")]),
    ("De andra huvudmännen är: Region Blekinge, Region Halland och Jönköping University.",
     [("Region Blekinge", None), ("Region Halland", None), ("Jönköping University", None)]),
    ("Medlemmar är Växjö kommun, Alvesta kommun och Region Kronoberg.",
     [("Växjö kommun", None), ("Alvesta kommun", None), ("Region Kronoberg", None)]),
    ("Nätverkets medlemmar är Region Ett och Region Två.", [("Region Ett", None), ("Region Två", None)]),
    *((lead + "Region Ett, Region Två (DK) och Region Tre (NO)", [("Region Ett", None), ("Region Två", "DK"),
      ("Region Tre", "NO")]) for lead in ("Medlem i ERB är ", "Samarbetspartner är ")),
    ("Region Ett, Region Två och Region Tre ingår i ERB.", [("Region Ett", None), ("Region Två", None),
     ("Region Tre", None)]),
    ("Medlemmar: Region Ett, Region Två", [("Region Ett", None), ("Region Två", None)]),
    ("I samarbetet ingår Region Ett, Region Två och Provuniversitetet.",
     [("Region Ett", None), ("Region Två", None), ("Provuniversitetet", None)]),
    ("I nätverket deltar Region Ett (NO) och Region Två (FI).", [("Region Ett", "NO"), ("Region Två", "FI")]),
    ("Följande regioner är medlemmar: Region Ett, Region Två (DK).", [("Region Ett", None), ("Region Två", "DK")]),
    ("Samarbetet består av Region Ett, Region Två samt Provstad.", [("Region Ett", None), ("Region Två", None),
     ("Provstad", None)]),
    ("Bolaget ägs av Region Ett och Växjö kommun.", [("Region Ett", None), ("Växjö kommun", None)]),
    ("Region Ett, Region Två och Region Tre är medlemmar i nätverket.",
     [("Region Ett", None), ("Region Två", None), ("Region Tre", None)]),
    ("Parter är Region Ett, Region Två, och Region Tre.", [("Region Ett", None), ("Region Två", None),
     ("Region Tre", None)]),
    ("Medlemmar är Region Ett; Region Två; Region Tre.", [("Region Ett", None), ("Region Två", None),
     ("Region Tre", None)]),
    ("Medlemsorganisationer är Region Ett (Danmark), Region Två och Region Tre (Polen).",
     [("Region Ett", "Danmark"), ("Region Två", "Polen"), ("Region Tre", "Polen")]),
    ("Medlemmar är Sveriges Kommuner och Regioner och Region Ett.", [("Sveriges Kommuner och Regioner", None),
     ("Region Ett", None)]),
    ("Medlemskommuner är Lessebo, Tingsryd, Uppvidinge och Växjö.",
     [("Lessebo", None), ("Tingsryd", None), ("Uppvidinge", None), ("Växjö", None)]),
    ("Förbundets medlemmar är kommunerna Växjö, Alvesta och Ljungby.",
     [("Växjö", None), ("Alvesta", None), ("Ljungby", None)]),
    ("Region Ett och Region Två är huvudmän för förbundet.", [("Region Ett", None), ("Region Två", None)]),
    ("Ägare är Region Ett (51 %) och Region Två (49 %).", [("Region Ett", None), ("Region Två", None)]),
    ("Deltagande regioner är Region Ett, Region Två", [("Region Ett", None), ("Region Två", None)]),
    ("Medlemsorganisationer är följande: Region Ett, Region Två.", [("Region Ett", None), ("Region Två", None)]),
    ("Nätverket består av tre regioner: Region Ett, Region Två och Region Tre.",
     [("Region Ett", None), ("Region Två", None), ("Region Tre", None)]),
    ("Det är ett samarbete mellan Region Ett och Region Två om kollektivtrafik.",
     [("Region Ett", None), ("Region Två", None)]),
    ("Medlemmarna är Region Ett, Region Två och Region Tre. De träffas två gånger per år.",
     [("Region Ett", None), ("Region Två", None), ("Region Tre", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_members_in_a_sentence(text: str, expected: Read) -> None:
    """Names in order; a country counts for the names that "och" joins right before it."""
    assert [(each.name, each.country) for each in members(text)] == expected


NO_MEMBERS = [
    "CAR samlar Europas fjällregioner.",
    "Styrelsen består av Testa Testsson och Prova Karlsson.",
    "Arbetet består av Grön Omställning och Hälsa.",
    "I beredningsgruppen ingår Testa Testsson, EU-strateg.",
    "I styrelsen ingår Anna Testsson och Bo Provsson.",
    "I nätverket deltar Testa Testsson (M).",
    "Nätverkets medlemmar arbetar med aktiviteter och projekt som gör energieffektiviseringar.",
    "Idag ingår mer än 1000 städer från 30 olika länder i nätverket.",
    "Idag deltar Region Kronoberg i tre samarbeten: Småland, Blekinge & Hallands Brysselkontor och Energy Cities.",
    "Region Kronoberg blev medlem år 2016.",
    "Organisationen leds av en styrelse med regionala politiska ledare från medlemsorganisationerna.",
    "Det är ett samarbete mellan Sverige, Norge och Danmark.",
    "Medlemmarna är aktiva i flera nätverk.",
    "Nätverket består av 30 städer.",
    "",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_MEMBERS)
def test_a_sentence_that_lists_no_members(text: str) -> None:
    """Talk about members names none."""
    assert members(text) == ()


MEMBER_LEADS = [
    "Medlemsorganisationer är:", "Medlemmar:", "I samarbetet ingår:", "Följande regioner är medlemmar:",
    "Nätverkets medlemmar är:",
    "Övriga huvudmän är:", "Nätverket bildades 1990. Medlemmar är:", "Medlemmarna är",
    "Följande kommuner ingår i samarbetet:",
]  # fmt: skip


@pytest.mark.parametrize("text", MEMBER_LEADS)
def test_a_lead_over_a_list_of_members(text: str) -> None:
    """The bullets that follow are organisations."""
    assert announces_members(text)


@pytest.mark.parametrize(
    "text", ["Ledamöter:", "Region Kronobergs företrädare i ERB är:", "Medlemmar är Region Ett.", "Kontakt:", ""]
)
def test_a_lead_over_something_else(text: str) -> None:
    """People and other lists are announced otherwise."""
    assert not announces_members(text)


def test_a_bullet_is_a_member() -> None:
    """One organisation per bullet, with its country."""
    assert [(each.name, each.country) for each in member_item("Bornholms regionkommun (DK)")] == [
        ("Bornholms regionkommun", "DK")
    ]
    assert [(each.name, each.country) for each in member_item("Region Blekinge")] == [("Region Blekinge", None)]
    assert [(each.name, each.country) for each in member_item("Estland: länen Dagö och Ösel.")] == [
        ("Dagö", "Estland"),
        ("Ösel", "Estland"),
    ]
    assert [(each.name, each.country) for each in member_item("Region Pommern och Region Två (PL)")] == [
        ("Region Pommern", "PL"),
        ("Region Två", "PL"),
    ]


@pytest.mark.parametrize(
    "text", ["I gruppen ingår Zebulon Provman, strateg.", "I rådet ingår Zebulon Provman och rektor Ylva Provsson."]
)
def test_somebody_with_a_title_is_no_member_organisation(text: str) -> None:
    """However rare the given name: the title says that it is a person."""
    assert members(text) == ()


def test_a_list_with_a_chair_in_it_is_one_of_people() -> None:
    """ "I gruppen ingår …" lists members, and a member organisation's chair is no person."""
    assert members("I gruppen ingår Amadeus Provklang (ordförande), Cecil Testton och Elvo Mallsson.") == ()
    assert len(members("I nätverket ingår Region Prov (ordförande), Region Test och Region Mall.")) == len("PTM")


def test_a_member_with_a_country_of_its_own_is_no_country() -> None:
    """Åland is a member in Finland, whoever stands before it."""
    listed = members("Medlemmar är Region Prov, Region Test, Åland (FI) och Pomorskie (PL).")
    assert [each.name for each in listed] == ["Region Prov", "Region Test", "Åland", "Pomorskie"]
    assert [each.country for each in listed] == [None, None, "FI", "PL"]


def test_who_is_not_named_is_no_member() -> None:
    """ "Kommunen är delägare" says no more than that the page's own municipality is."""
    assert members("Energikontoret stöder kommunerna. Kommunen är delägare.") == ()
