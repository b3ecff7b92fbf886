"""Headings and lead sentences say whose people follow, in which role."""

from __future__ import annotations

import pytest

from scraper.swedish.headings import HeadingKind, heading
from scraper.swedish.leads import lead

ORGANS = [
    ("2. Landsbygdsrådet", "Landsbygdsrådet", None),
    ("Euroregion Baltic (ERB)", "Euroregion Baltic", "ERB"),
    ("Provrådet (Prov Regional Council, PRC)", "Provrådet (Prov Regional Council)", "PRC"),
    ("Småland Blekinge Halland South Sweden (SBHSS)", "Småland Blekinge Halland South Sweden", "SBHSS"),
    ("Energy Cities", "Energy Cities", None),
    ("Energy Cities ", "Energy Cities", None),
    ("Kommunstyrelsen", "Kommunstyrelsen", None),
    ("Kommunstyrelsen (KS)", "Kommunstyrelsen", "KS"),
    ("Kommunstyrelsens arbetsutskott", "Kommunstyrelsens arbetsutskott", None),
    ("Samordningsförbundet Provland", "Samordningsförbundet Provland", None),
    ("Baltic Sea Commission – BSC", "Baltic Sea Commission", "BSC"),
    ("AER – Assembly of European Regions", "Assembly of European Regions", "AER"),
    ("UBC, Union of the Baltic Cities", "Union of the Baltic Cities", "UBC"),
    ("Euroregion Baltic / ERB", "Euroregion Baltic", "ERB"),
    ("SBHSS – Brysselkontoret", "SBHSS – Brysselkontoret", None),
    ("CPMR (Conference of Peripheral Maritime Regions)", "CPMR (Conference of Peripheral Maritime Regions)", None),
    ("Regionkommittén", "Regionkommittén", None),
    ("Provnämnden (2023)", "Provnämnden (2023)", None),
    ("Provbolaget AB", "Provbolaget AB", None),
]


@pytest.mark.parametrize(("text", "name", "short"), ORGANS)
def test_a_heading_that_can_name_a_collaboration(text: str, name: str, short: str | None) -> None:
    """The name never holds the abbreviation in parentheses; other parentheses stay."""
    found = heading(text)
    assert (found.kind, found.name, found.abbreviation) == (HeadingKind.ORGAN, name, short)


ROLE_HEADINGS = [
    ("Norska ledamöter", "norsk ledamot", None),
    ("Kyrkliga ledamöter", "kyrklig ledamot", None),
    ("Kontaktpolitiker", "kontaktpolitiker", None),
    ("Ledamöter", "ledamot", None),
    ("Ledamöter:", "ledamot", None),
    ("Ordinarie ledamöter", "ordinarie ledamot", None),
    ("Ersättare", "ersättare", None),
    ("Ordförande under mandatperioden 2018-2022", "ordförande", None),
    ("Ledamöter mandatperioden 2019–2022", "ledamot", None),
    ("Ersättare i Provnämnden för perioden 2019-2022", "ersättare", "Provnämnden"),
    ("Personliga ersättare", "personlig ersättare", None),
    ("Suppleanter", "suppleant", None),
    ("Revisorer", "revisor", None),
    ("Lekmannarevisorer", "lekmannarevisor", None),
    ("Ordförande", "ordförande", None),
    ("Vice ordförande", "vice ordförande", None),
    ("1:e vice ordförande", "1:e vice ordförande", None),
    ("Insynsplatser", "insynsplats", None),
    ("Adjungerade", "adjungerad", None),
    ("Adjungerade ledamöter", "adjungerad ledamot", None),
    ("Styrelseledamöter", "styrelseledamot", None),
    ("Gruppledare", "gruppledare", None),
    ("Regionråd", "regionråd", None),
    ("Kommunalråd", "kommunalråd", None),
    ("Ombud", "ombud", None),
    ("Rapportörer", "rapportör", None),
    ("Observatörer", "observatör", None),
    ("Delegater", "delegat", None),
    ("Ledamöter (13)", "ledamot", None),
    ("Nuvarande ledamöter", "ledamot", None),
    ("Våra ledamöter", "ledamot", None),
    ("Ersättare (personliga)", "ersättare", None),
    ("Ledamöter 2022-2026", "ledamot", None),
    ("Ledamöter i Energy Cities", "ledamot", "Energy Cities"),
    ("Ledamöter i Provnämnden", "ledamot", "Provnämnden"),
    ("Ersättare i styrelsen för Provbolaget", "ersättare", "styrelsen för Provbolaget"),
    ("Provnämndens ledamöter", "ledamot", "Provnämnden"),
    ("Ordförande i kommunstyrelsen", "ordförande", "kommunstyrelsen"),
]


@pytest.mark.parametrize(("text", "role", "organ"), ROLE_HEADINGS)
def test_a_heading_that_gives_a_role(text: str, role: str, organ: str | None) -> None:
    """Plurals are given in the singular; "Ledamöter i X" names X."""
    found = heading(text)
    assert (found.kind, found.role, found.name) == (HeadingKind.ROLE, role, organ)


KINDS = [
    ("Presidium", HeadingKind.PEOPLE),
    ("Presidiet", HeadingKind.PEOPLE),
    ("Företrädare", HeadingKind.PEOPLE),
    ("Politiska företrädare", HeadingKind.PEOPLE),
    ("Region Provlands företrädare", HeadingKind.PEOPLE),
    ("Kommunens representanter", HeadingKind.PEOPLE),
    ("Representanter", HeadingKind.PEOPLE),
    ("Förtroendevalda", HeadingKind.PEOPLE),
    ("Ledamöter och ersättare", HeadingKind.PEOPLE),
    ("Vilka är ledamöter?", HeadingKind.PEOPLE),
    ("Vem sitter i nämnden?", HeadingKind.PEOPLE),
    ("Kontakta nämnden", HeadingKind.CONTACT),
    ("Mandatfördelning", HeadingKind.TOPIC),
    ("Direktionens uppdrag", HeadingKind.TOPIC),
    ("Nämndens viktigaste uppgifter", HeadingKind.TOPIC),
    ("Sammanträdestider 2023", HeadingKind.TOPIC),
    ("Moderaterna", HeadingKind.PARTY),
    ("Moderaterna (M)", HeadingKind.PARTY),
    ("Moderaterna, 8 mandat", HeadingKind.PARTY),
    ("Moderaterna (8)", HeadingKind.PARTY),
    ("Centerpartiet", HeadingKind.PARTY),
    ("Kommunens Väl", HeadingKind.PARTY),
    ("SFP", HeadingKind.PARTY),
    ("POSK – Partipolitiskt obundna i Svenska kyrkan", HeadingKind.PARTY),
    ("Partipolitiskt obundna i Svenska kyrkan (POSK)", HeadingKind.PARTY),
    ("Social Democrats", HeadingKind.PARTY),
    ("Nomineringsgrupper", HeadingKind.PEOPLE),
    ("Majoritet (S, C och L)", HeadingKind.PEOPLE),
    ("KD", HeadingKind.PARTY),
    ("ERB", HeadingKind.ORGAN),
    ("Mandatperiod 2022-2026", HeadingKind.YEARS),
    ("Valperiod 2022–2026", HeadingKind.YEARS),
    ("Mandatperioden 2022–2026", HeadingKind.YEARS),
    ("2022-2026", HeadingKind.YEARS),
    ("2023", HeadingKind.YEARS),
    ("Kontakt", HeadingKind.CONTACT),
    ("Kontaktperson", HeadingKind.CONTACT),
    ("Övergripande kontakt", HeadingKind.CONTACT),
    ("Kontaktpersoner", HeadingKind.CONTACT),
    ("Kontakta oss", HeadingKind.CONTACT),
    ("Kontaktuppgifter", HeadingKind.CONTACT),
    ("Kontaktinformation", HeadingKind.CONTACT),
    ("Kontakter", HeadingKind.CONTACT),
    ("Har du frågor?", HeadingKind.CONTACT),
    ("Contact", HeadingKind.CONTACT),
    ("Medlemmar", HeadingKind.MEMBERS),
    ("Medlemsorganisationer", HeadingKind.MEMBERS),
    ("Dokument", HeadingKind.TOPIC),
    ("Bakgrund", HeadingKind.TOPIC),
    ("Läs mer", HeadingKind.TOPIC),
    ("Relaterad information", HeadingKind.TOPIC),
    ("Nyheter", HeadingKind.TOPIC),
    ("Möten och handlingar", HeadingKind.TOPIC),
    ("Bakgrund, syfte och mål", HeadingKind.TOPIC),
    ("Kultur och fritid", HeadingKind.ORGAN),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_heading_that_names_no_collaboration(text: str, kind: HeadingKind) -> None:
    """People, parties, years, contacts, members and topics belong to the organ before them."""
    assert heading(text).kind is kind


def test_a_presidium_is_of_the_organ_that_its_heading_names() -> None:
    """The organ is named as itself, without the genitive."""
    assert heading("Regionfullmäktiges presidium").name == "Regionfullmäktige"
    assert heading("Kommunstyrelsens presidium").name == "Kommunstyrelsen"
    assert heading("Regionens presidium").name is None


def test_a_people_heading_can_name_its_organ() -> None:
    """ "Företrädare i X" names X and gives no role."""
    found = heading("Region Provlands företrädare i Euroregion Baltic (ERB)")
    assert (found.kind, found.name, found.abbreviation, found.role) == (
        HeadingKind.PEOPLE,
        "Euroregion Baltic",
        "ERB",
        None,
    )


LEADS = [
    ("Ledamöter utsedda av Region Prov", None, "ledamot"),
    ("The committee currently comprises three members:", None, "member"),
    ("Samrådet består av följande ledamöter under 2019", None, "ledamot"),
    ("Till den nya styrelsen hör:", "den nya styrelsen", None),
    ("Ledamöter (3 st):", None, "ledamot"),
    ("Följande personer är valda till Provrådet:", "Provrådet", None),
    ("Region Kronobergs politiska företrädare i ERB är:", "ERB", None),
    ("Region Kronobergs politiska företrädare i SBHSS:s styrgrupp är:", "SBHSS:s styrgrupp", None),
    ("Region Kronobergs politiska företrädare i Energy Cities är", "Energy Cities", None),
    ("Regionens representanter i styrelsen:", "styrelsen", None),
    ("Regionens representanter:", None, None),
    ("Ledamöter:", None, "ledamot"),
    ("Ersättare:", None, "ersättare"),
    ("Ordinarie ledamöter:", None, "ordinarie ledamot"),
    ("Ledamöter och ersättare:", None, None),
    ("Ledamöter i ERB:", "ERB", "ledamot"),
    ("Kommunens ledamöter i förbundsdirektionen är:", "förbundsdirektionen", "ledamot"),
    ("Följande personer representerar kommunen i nätverket:", "nätverket", None),
    ("Följande förtroendevalda representerar Region Provland:", None, None),
    ("Från Region Provland deltar:", None, None),
    ("I styrgruppen sitter:", "styrgruppen", None),
    ("Region Provland representeras i styrelsen av:", "styrelsen", None),
    ("Region Provland representeras av:", None, None),
    ("Representanter från Region Provland:", None, None),
    ("Som ledamöter har utsetts:", None, "ledamot"),
    ("Till ombud har utsetts:", None, "ombud"),
    ("Politiska företrädare", None, None),
    ("Politiska företrädare i ERB", "ERB", None),
    ("Region Provlands representanter", None, None),
    ("Nämnden har följande ledamöter:", None, "ledamot"),
    ("Ersättare för dessa är:", None, "ersättare"),
    ("Utsedda representanter 2023-2026:", None, None),
    ("Från och med 2023 är följande personer ledamöter:", None, "ledamot"),
    ("Följande ledamöter ingår i nämnden:", "nämnden", "ledamot"),
    ("Styrelsen består av följande ledamöter:", None, "ledamot"),
    ("Våra representanter är:", None, None),
    ("Kommunens huvudmän i stiftelsen är:", "stiftelsen", "huvudman"),
    ("Kommunens representanter i Provbolaget AB är följande:", "Provbolaget AB", None),
    ("Vi representeras i nätverket av följande politiker:", "nätverket", None),
]


@pytest.mark.parametrize(("text", "organ", "role"), LEADS)
def test_a_sentence_that_announces_people(text: str, organ: str | None, role: str | None) -> None:
    """It says in which organ and, where it names one, in which role; "företrädare" is no role."""
    found = lead(text)
    assert found is not None
    assert (found.organ, found.role, found.rest) == (organ, role, "")


LEADS_WITH_PEOPLE = [
    ("Region Provlands företrädare i ERB är: Testa Testsson (M), ledamot, och Bo Provsson (S), ersättare", "ERB"),
    ("Regionens representanter i styrelsen: Testa Testsson (M) och Bo Provsson (S)", "styrelsen"),
    ("Ledamöter: Testa Testsson (M) och Bo Provsson (S)", None),
]


@pytest.mark.parametrize(("text", "organ"), LEADS_WITH_PEOPLE)
def test_people_that_follow_in_the_same_line(text: str, organ: str | None) -> None:
    """The rest of the line is given back for the reader of entries."""
    found = lead(text)
    assert found is not None
    assert found.organ == organ
    assert found.rest.startswith("Testa Testsson (M)")


NO_LEADS = [
    "Ledamöterna utses av fullmäktige för fyra år i taget. En översyn av stadgarna pågår sedan 1992.",
    "Naturvård: Testa Testsson, ersättare: Bo Provsson",
    "Rådet har fem ledamöter. Testa Testsson (M) representerar kommunen. Ersättare: Bo Provsson (S).",
    "Kommunens ledamöter i styrelsen är Testa Testsson (M) och Bo Provsson (S).",
    "Rådet arbetar för rena stränder. Ordförande är Testa Testsson (M).",
    "Idag deltar Region Kronoberg i tre samarbeten: Småland Blekinge, Euroregion Baltic och Energy Cities.",
    "Under verksamhetsåret 2022 prioriteras följande områden: grön omställning, hälsa och kompetensförsörjning.",
    "Medlemsorganisationer är:",
    "Medlemmarna är:",
    "De andra huvudmännen är: Region Blekinge, Region Halland",
    "Kontakt:",
    "Kontaktperson:",
    "Nämnden består av nio ledamöter och nio ersättare.",
    "Ledamöterna utses av fullmäktige.",
    "Naturvård: Testa Testsson, ersättare: Bo Provsson",
    "Organisationen leds av en styrelse med regionala politiska ledare.",
    "Nämndens uppgifter:",
    "Läs mer om ledamöterna på webbplatsen.",
    "Sammanträdestider:",
    "Telefon: 0470-12 34 56",
    "Testa Testsson (M), ledamot",
    "ERB:s hemsida",
    "Energy Cities",
    "",
]


@pytest.mark.parametrize("text", NO_LEADS)
def test_a_sentence_that_announces_no_people(text: str) -> None:
    """Members, contacts, themes and prose about ledamöter announce nobody."""
    assert lead(text) is None
