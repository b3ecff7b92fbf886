"""Every kind of change is one natural sentence, in Swedish and in English."""

from __future__ import annotations

import pytest

from notifier.wording import Language, flags, headline, sentence
from records.changes import Change, ChangeKind, ChangeSet, Group
from tests.alerts import (
    CHAIR,
    COORDINATOR,
    DATE,
    ENERGY,
    ERB,
    GUSTBEE,
    KALININGRAD,
    NAMES,
    PLAN,
    REPLACED,
    SBHSS,
    TESTSSON,
    TEXT,
    change,
    contact,
    document,
    official,
    seat,
)

PLAN_2022 = document("Handlingsplan 2022")
NAMED = {"name": SBHSS, "abbreviation": None}
SHORTENED = {"name": SBHSS, "abbreviation": "SBHSS"}
LINK = {"label": "ERB:s hemsida", "url": "http://www.eurobalt.org/"}

SENTENCES = [
    (
        change("representative_added", ERB, None, TESTSSON),
        "Testa Testsson (M) är ny ledamot i ERB",
        "Testa Testsson (M) is a new member of ERB",
    ),
    (
        change("representative_added", ERB, None, seat("Testa Testsson", "S", "förste vice ordförande")),
        "Testa Testsson (S) är ny förste vice ordförande i ERB",
        "Testa Testsson (S) is the new first vice chair of ERB",
    ),
    (
        change("representative_added", ERB, None, seat("Testa Testsson", None, "regionråd")),
        "Testa Testsson är nytt regionråd i ERB",
        "Testa Testsson is a new regional commissioner in ERB",
    ),
    (
        change("representative_added", ERB, None, seat("Testa Testsson", "V", "insynsplats")),
        "Testa Testsson (V) har fått insynsplats i ERB",
        "Testa Testsson (V) is a new observer in ERB",
    ),
    (
        change("representative_removed", ERB, seat("Testa Testsson", "V", "insynsplats"), None),
        "Testa Testsson (V) har inte längre insynsplats i ERB",
        "Testa Testsson (V) is no longer an observer in ERB",
    ),
    (
        change(
            "representative_replaced",
            ERB,
            seat("Testa Testsson", "V", "insynsplats"),
            seat("Ylva Provsson", "V", "insynsplats"),
        ),
        "Ylva Provsson (V) ersätter Testa Testsson (V) på insynsplats i ERB",
        "Ylva Provsson (V) replaces Testa Testsson (V) as an observer in ERB",
    ),
    (
        change(
            "role_changed",
            ERB,
            seat("Testa Testsson", "V", "insynsplats"),
            seat("Testa Testsson", "V", "1:e ersättare"),
        ),
        "Testa Testsson (V) är nu 1:e ersättare i ERB, tidigare med insynsplats",
        "Testa Testsson (V) is now first substitute in ERB, formerly an observer",
    ),
    (
        change("representative_added", ERB, None, seat("Testa Testsson", "V", "personlig ersättare")),
        "Testa Testsson (V) är ny personlig ersättare i ERB",
        "Testa Testsson (V) is a new personal substitute in ERB",
    ),
    (
        change("representative_added", ERB, None, seat("Testa Testsson", "V", "adjungerad")),
        "Testa Testsson (V) är ny som adjungerad i ERB",
        "Testa Testsson (V) is new in ERB as “adjungerad”",
    ),
    (
        change("representative_added", ERB, None, seat("Testa Testsson", "V", "ledamot i arbetsutskottet")),
        "Testa Testsson (V) är ny ledamot i arbetsutskottet i ERB",
        "Testa Testsson (V) is new in ERB as “ledamot i arbetsutskottet”",
    ),
    (
        change("representative_added", ERB, None, seat("Testa Testsson", "V", "kommunstyrelsens ordförande")),
        "Testa Testsson (V) är ny som kommunstyrelsens ordförande i ERB",
        "Testa Testsson (V) is new in ERB as “kommunstyrelsens ordförande”",
    ),
    (
        change("representative_added", ERB, None, seat("Testa Testsson", "V", "ordförande, ledamot")),
        "Testa Testsson (V) är ny ordförande, ledamot i ERB",
        "Testa Testsson (V) is the new chair and member of ERB",
    ),
    (
        change("representative_removed", ERB, seat("Testa Testsson", "V", "ledamot/ersättare"), None),
        "Testa Testsson (V) är inte längre ledamot/ersättare i ERB",
        "Testa Testsson (V) is no longer a member/substitute in ERB",
    ),
    (
        change("representative_added", ERB, None, seat("Testa Testsson", None, None)),
        "Testa Testsson är ny i ERB",
        "Testa Testsson is new in ERB",
    ),
    (
        change("representative_added", None, None, seat("Testa Testsson", None, None)),
        "Testa Testsson är ny på sidan",
        "Testa Testsson is new on the page",
    ),
    (
        change("representative_removed", ERB, GUSTBEE, None),
        "Roland Gustbée (M) är inte längre ledamot i ERB",
        "Roland Gustbée (M) is no longer a member of ERB",
    ),
    (
        change("representative_removed", ERB, seat("Roland Gustbée", "M", None), None),
        "Roland Gustbée (M) finns inte längre med i ERB",
        "Roland Gustbée (M) is no longer listed in ERB",
    ),
    (
        REPLACED,
        "Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB",
        "Testa Testsson (M) replaces Roland Gustbée (M) as a member of ERB",
    ),
    (
        change("representative_replaced", ERB, seat("Roland Gustbée", "M", None), seat("Testa Testsson", "S", None)),
        "Testa Testsson (S) ersätter Roland Gustbée (M) i ERB",
        "Testa Testsson (S) replaces Roland Gustbée (M) in ERB",
    ),
    (
        change(
            "representative_moved",
            SBHSS,
            seat("Roland Gustbée", collaboration=ERB),
            seat("Roland Gustbée", role="ersättare", collaboration=SBHSS),
        ),
        "Roland Gustbée (M) lämnar ERB och blir ersättare i SBHSS",
        "Roland Gustbée (M) leaves ERB and becomes a substitute in SBHSS",
    ),
    (
        change(
            "representative_moved",
            SBHSS,
            seat("Roland Gustbée", role=None, collaboration=ERB),
            seat("Roland Gustbée", role=None, collaboration=SBHSS),
        ),
        "Roland Gustbée (M) lämnar ERB och går till SBHSS",
        "Roland Gustbée (M) leaves ERB and joins SBHSS",
    ),
    (
        change("role_changed", ERB, GUSTBEE, seat("Roland Gustbée", role="1:e vice ordförande")),
        "Roland Gustbée (M) är nu 1:e vice ordförande i ERB, tidigare ledamot",
        "Roland Gustbée (M) is now first vice chair of ERB, formerly a member",
    ),
    (
        change("role_changed", ERB, seat("Roland Gustbée", role=None), GUSTBEE),
        "Roland Gustbée (M) är nu ledamot i ERB",
        "Roland Gustbée (M) is now a member of ERB",
    ),
    (
        change("role_changed", ERB, GUSTBEE, seat("Roland Gustbée", role=None)),
        "Roland Gustbée (M) är inte längre ledamot i ERB, men står kvar",
        "Roland Gustbée (M) is no longer a member of ERB, but is still listed",
    ),
    (
        change("party_changed", ERB, GUSTBEE, seat("Roland Gustbée", "C")),
        "Roland Gustbée, ledamot i ERB, har nu partibeteckningen (C), tidigare (M)",
        "Roland Gustbée, member of ERB, is now listed as (C), formerly (M)",
    ),
    (
        change("party_changed", ERB, GUSTBEE, seat("Roland Gustbée", None)),
        "Roland Gustbée, ledamot i ERB, står nu utan partibeteckning, tidigare (M)",
        "Roland Gustbée, member of ERB, is now listed without a party, formerly (M)",
    ),
    (
        change("name_respelled", ERB, GUSTBEE, seat("Roland Gustbee")),
        "Gustbée skrivs nu Gustbee",
        "Gustbée is now spelled Gustbee",
    ),
    (
        change("name_respelled", ERB, seat("Britt-Louise Berndtsson"), seat("Britt Louise Berndtsson")),
        "Britt-Louise Berndtsson skrivs nu Britt Louise Berndtsson",
        "Britt-Louise Berndtsson is now spelled Britt Louise Berndtsson",
    ),
    (
        change("official_added", SBHSS, None, official("Christel Gustafsson")),
        "Christel Gustafsson, regional utvecklingsdirektör, är ny i chefsgruppen i SBHSS",
        "Christel Gustafsson, regional utvecklingsdirektör, is new in chefsgruppen of SBHSS",
    ),
    (
        change("official_removed", SBHSS, official("Christel Gustafsson", body=None), None),
        "Christel Gustafsson, regional utvecklingsdirektör, finns inte längre med i SBHSS",
        "Christel Gustafsson, regional utvecklingsdirektör, is no longer listed in SBHSS",
    ),
    (
        change("official_changed", SBHSS, official("Ylva Provsson"), official("Ylva Provsson", "EU-samordnare")),
        "Ylva Provsson i chefsgruppen i SBHSS har nu titeln EU-samordnare, tidigare regional utvecklingsdirektör",
        "Ylva Provsson in chefsgruppen of SBHSS now has the title EU-samordnare, formerly regional utvecklingsdirektör",
    ),
    (
        change("official_changed", SBHSS, official("Christel Gustafsson"), official("Kristel Gustafsson")),
        "Christel Gustafsson, regional utvecklingsdirektör, skrivs nu Kristel Gustafsson",
        "Christel Gustafsson, regional utvecklingsdirektör, is now spelled Kristel Gustafsson",
    ),
    (
        change(
            "official_changed", SBHSS, official("Ylva Provson", None), official("Ylva Provsson", "Chef", "styrelsen")
        ),
        "Ylva Provsson (tidigare skriven Ylva Provson), chef, finns nu i styrelsen i SBHSS, tidigare i chefsgruppen",
        "Ylva Provsson (formerly spelled Ylva Provson), chef, is now in styrelsen of SBHSS, formerly in chefsgruppen",
    ),
    (
        change("official_changed", SBHSS, official("Ylva Provsson", "Strateg"), official("Ylva Provsson", None)),
        "Ylva Provsson i chefsgruppen i SBHSS står nu utan titel, tidigare strateg",
        "Ylva Provsson in chefsgruppen of SBHSS is now listed without a title, formerly strateg",
    ),
    (
        change(
            "official_changed", SBHSS, official("Ylva Provsson", None), official("Ylva Provsson", None, "styrelsen")
        ),
        "Ylva Provsson finns nu i styrelsen i SBHSS, tidigare i chefsgruppen",
        "Ylva Provsson is now in styrelsen of SBHSS, formerly in chefsgruppen",
    ),
    (
        change("contact_added", None, None, contact("Ylva Provsson")),
        "Ylva Provsson, samordnare för internationella frågor, är ny kontaktperson för sidan",
        "Ylva Provsson, samordnare för internationella frågor, is a new contact for the page",
    ),
    (
        change("contact_removed", ERB, contact("Ylva Provsson", None), None),
        "Ylva Provsson är inte längre kontaktperson för ERB",
        "Ylva Provsson is no longer a contact for ERB",
    ),
    (
        change(
            "contact_changed",
            ERB,
            contact("Ylva Provsson"),
            contact("Ylva Provsson", phone="0470-1", email="y@x.se"),
        ),
        "Kontaktuppgifterna till Ylva Provsson för ERB har ändrats: telefonnummer och e-postadress",
        "The contact details of Ylva Provsson for ERB have changed: telephone number and e-mail address",
    ),
    (
        change(
            "contact_changed",
            ERB,
            contact("Ylva Provsson", None),
            contact("Ylva Provsson", phone="0470-1", email="y@x.se"),
        ),
        "Kontaktuppgifterna till Ylva Provsson för ERB har ändrats: titel, telefonnummer och e-postadress",
        "The contact details of Ylva Provsson for ERB have changed: title, telephone number and e-mail address",
    ),
    (
        change("contact_changed", None, contact("Ylva Provson"), contact("Ylva Provsson")),
        "Ylva Provson, kontaktperson för sidan, skrivs nu Ylva Provsson",
        "Ylva Provson, contact for the page, is now spelled Ylva Provsson",
    ),
    (
        change("contact_changed", ERB, contact("Ylva Provson"), contact("Ylva Provsson", phone="0470-1")),
        "Kontaktuppgifterna till Ylva Provsson (tidigare skriven Ylva Provson) för ERB har ändrats: telefonnummer",
        "The contact details of Ylva Provsson (formerly spelled Ylva Provson) for ERB have changed: telephone number",
    ),
    (
        change("contact_changed", ERB, contact("Ylva Provsson", None), contact("Ylva Provsson")),
        "Ylva Provsson är nu samordnare för internationella frågor (kontaktperson för ERB)",
        "Ylva Provsson is now samordnare för internationella frågor (contact for ERB)",
    ),
    (
        change("collaboration_added", ENERGY, None, {"name": ENERGY, "abbreviation": None}),
        "Energy Cities har tillkommit på sidan",
        "Energy Cities is new on the page",
    ),
    (
        change("collaboration_removed", ERB, {"name": ERB, "abbreviation": "ERB"}, None),
        "Euroregion Baltic (ERB) redovisas inte längre på sidan",
        "Euroregion Baltic (ERB) is no longer listed on the page",
    ),
    (
        change("collaboration_renamed", SBHSS, NAMED, SHORTENED),
        "Småland Blekinge Halland South Sweden förkortas nu SBHSS",
        "Småland Blekinge Halland South Sweden is now abbreviated SBHSS",
    ),
    (
        change("collaboration_renamed", SBHSS, SHORTENED, NAMED),
        "Småland Blekinge Halland South Sweden förkortas inte längre SBHSS",
        "Småland Blekinge Halland South Sweden is no longer abbreviated SBHSS",
    ),
    (
        change("collaboration_renamed", "South Sweden", NAMED, {"name": "South Sweden", "abbreviation": None}),
        "Småland Blekinge Halland South Sweden heter nu South Sweden",
        "Småland Blekinge Halland South Sweden is now called South Sweden",
    ),
    (
        change("member_organisation_added", ERB, None, {"name": "Region Pommern", "country": "PL"}),
        "Region Pommern (PL) är ny medlem i ERB",
        "Region Pommern (PL) is a new member of ERB",
    ),
    (
        KALININGRAD,
        "Kaliningrad län (RU) är inte längre medlem i ERB",
        "Kaliningrad län (RU) is no longer a member of ERB",
    ),
    (
        change("document_added", None, None, PLAN_2022),
        "Dokumentet ”Handlingsplan 2022” har tillkommit",
        "The document “Handlingsplan 2022” has been added",
    ),
    (
        change("document_removed", ERB, PLAN_2022, None),
        "Dokumentet ”Handlingsplan 2022” under ERB har tagits bort",
        "The document “Handlingsplan 2022” under ERB has been removed",
    ),
    (
        change("document_changed", None, PLAN_2022, document("Handlingsplan 2023")),
        "Dokumentet ”Handlingsplan 2022” heter nu ”Handlingsplan 2023”",
        "The document “Handlingsplan 2022” is now called “Handlingsplan 2023”",
    ),
    (
        change("document_changed", None, PLAN_2022, document('Plan för ”grön” omställning ("2023")')),
        "Dokumentet ”Handlingsplan 2022” heter nu ”Plan för ’grön’ omställning (’2023’)”",
        "The document “Handlingsplan 2022” is now called “Plan för ‘grön’ omställning (‘2023’)”",
    ),
    (
        change("document_changed", None, PLAN_2022, document("Handlingsplan 2022", "https://example.org/ny.pdf")),
        "Dokumentet ”Handlingsplan 2022” har fått en ny adress",
        "The document “Handlingsplan 2022” has a new address",
    ),
    (
        change("document_changed", None, PLAN_2022, PLAN_2022),
        "Innehållet i dokumentet ”Handlingsplan 2022” har ändrats",
        "The content of the document “Handlingsplan 2022” has changed",
    ),
    (TEXT, "Texten om ERB har ändrats", "The text about ERB has changed"),
    (
        change("text_changed", None, {"text": "Gammalt."}, {"text": "Nytt."}),
        "Sidans inledande text har ändrats",
        "The page's introduction has changed",
    ),
    (
        change("homepage_changed", ERB, None, LINK),
        "En länk till webbplatsen för ERB har tillkommit",
        "A link to the website of ERB has been added",
    ),
    (
        change("homepage_changed", ERB, LINK, {**LINK, "url": "https://www.eurobalt.org/"}),
        "Länken till webbplatsen för ERB har ändrats",
        "The link to the website of ERB has changed",
    ),
    (
        change("title_changed", None, {"text": "Internationella samarbeten"}, {"text": "Samarbeten"}),
        "Sidan heter nu ”Samarbeten”, tidigare ”Internationella samarbeten”",
        "The page is now called “Samarbeten”, formerly “Internationella samarbeten”",
    ),
    (
        DATE,
        "Sidans datum är nu 4 oktober 2022, tidigare 9 september 2022",
        "The page's date is now 4 October 2022, formerly 9 September 2022",
    ),
    (
        change("last_updated_changed", None, None, "2022-10-04"),
        "Sidans datum är nu 4 oktober 2022",
        "The page's date is now 4 October 2022",
    ),
    (
        change("last_updated_changed", None, "2022-09-09", None),
        "Sidan anger inte längre när den uppdaterades (tidigare 9 september 2022)",
        "The page no longer says when it was updated (formerly 9 September 2022)",
    ),
]

ABOUT_A_VALUE = {ChangeKind.ROLE_CHANGED, ChangeKind.PARTY_CHANGED, ChangeKind.LAST_UPDATED_CHANGED}


@pytest.mark.parametrize(("changed", "swedish", "english"), SENTENCES)
def test_a_change_is_a_sentence(changed: Change, swedish: str, english: str) -> None:
    """The sentence says who, what and where, with the words that people use."""
    assert sentence(changed, "sv", NAMES) == swedish
    assert sentence(changed, "en", NAMES) == english


def test_no_kind_is_forgotten() -> None:
    """A new kind of change needs its sentence here before it can be told to anybody."""
    assert {changed.kind for changed, _, _ in SENTENCES} == set(ChangeKind)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kind", sorted(set(ChangeKind) - ABOUT_A_VALUE))
def test_a_change_with_nothing_known_is_still_a_sentence(kind: ChangeKind, language: Language) -> None:
    """Absent roles, parties, titles and collaborations never show as None, a stray comma or an empty parenthesis."""
    old, new = ({"name": name, "label": name, "text": name} for name in ("Testa Testsson", "Ylva Provsson"))
    sides: list[tuple[dict[str, str] | None, dict[str, str] | None]] = [(old, new), (None, new), (old, None)]
    if kind.group is not Group.TEXTS:
        sides = {"added": sides[1:2], "removed": sides[2:]}.get(kind.rpartition("_")[2], sides[:1])
    for before, after in sides:
        said = sentence(Change(kind, None, None, before, after), language, {})
        assert said == " ".join(said.split())
        for flaw in ("None", "()", ",,", " ,", "“”", "””"):
            assert flaw not in said
        assert not said.endswith((",", ":", ".", " i", " of"))


def test_flags_are_sentences() -> None:
    """What no single change can say is said as well."""
    everything = ChangeSet((REPLACED,), silent_edit=True, date_only=True, date_regressed=True)
    assert flags(everything, "sv") == (
        "Innehållet har ändrats utan att sidans datum har flyttats",
        "Sidans datum har flyttats, men inget annat har ändrats",
        "Sidans datum har flyttats bakåt",
    )
    assert flags(everything, "en") == (
        "The content has changed, but the page's own date has not",
        "The page's date has moved, but nothing else has changed",
        "The page's date has moved backwards",
    )
    assert flags(ChangeSet((REPLACED,)), "sv") == ()


def test_the_headline_is_the_weightiest_change() -> None:
    """People come before members and documents; the date, texts and contacts never count among the others."""
    changes = ChangeSet((TEXT, DATE, COORDINATOR, PLAN, KALININGRAD, REPLACED))
    assert headline(changes, "sv", NAMES) == ("Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB", 2)


def test_a_seat_weighs_more_than_a_role_or_a_spelling() -> None:
    """Who sits there is the news, wherever on the page it stands."""
    respelled = change("name_respelled", ERB, GUSTBEE, seat("Roland Gustbee"))
    added = change("representative_added", SBHSS, None, TESTSSON)
    assert headline(ChangeSet((respelled, CHAIR, added)), "sv", NAMES) == (
        "Testa Testsson (M) är ny ledamot i SBHSS",
        2,
    )


def test_light_changes_have_a_headline_and_no_others() -> None:
    """Where nothing of weight changed, the content speaks before the date, and nothing is counted."""
    about_a_text = ("Texten om ERB har ändrats", 0)
    assert headline(ChangeSet((DATE, TEXT)), "sv", NAMES) == about_a_text
    assert headline(ChangeSet((DATE,)), "sv", NAMES) == (sentence(DATE, "sv", NAMES), 0)
    assert headline(ChangeSet(), "sv", NAMES) == ("", 0)
