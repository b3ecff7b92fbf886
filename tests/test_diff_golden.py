"""The first real before and after: the older capture of the page, and the page of September 2022."""

from collections import Counter
from datetime import date

from records.changes import Change, ChangeKind
from records.diff import diff
from records.page import (
    Collaboration,
    Contact,
    Document,
    Link,
    Official,
    Organisation,
    PageRecord,
    Representative,
)

ERB_PEOPLE = (
    Representative("Roland Gustbée", "M", "ledamot"),
    Representative("Robert Olesen", "S", "ledamot"),
    Representative("Britt-Louise Berndtsson", "C", "ersättare"),
    Representative("Helen Bengtsson", "S", "ersättare"),
)
ERB_HOMEPAGE = Link("ERB:s hemsida", "http://www.balticeuroregion.eu/")
ERB = "Euroregion Baltic"
SBHSS = "Småland Blekinge Halland South Sweden"
OFFICE = f"{SBHSS} är regionens och lärosätenas gemensamma EU-kontor i Bryssel."

OLDER = PageRecord(
    title="Internationella samarbeten",
    intro=("Region Kronoberg deltar i Brysselkontoret, Smålands Shanghaikontor och Euroregion Baltic.",),
    collaborations=(
        Collaboration(
            ERB,
            "ERB",
            description=(
                "Euroregion Baltic (ERB) är en plattform för regionalt politiskt samarbete. Medlemsorganisationer är "
                "Region Kronoberg Region Blekinge, Region Kalmar län, Kommunförbundet Skåne (SE), Bornholms "
                "regionkommun (DK), Region Pommern och Region Warmia-Mazurien (PL), Klaipeda län (LT) och Kaliningrad "
                "län (RU).",
            ),
            homepage=ERB_HOMEPAGE,
            members=(
                Organisation("Region Kronoberg"),
                Organisation("Region Blekinge"),
                Organisation("Region Kalmar län"),
                Organisation("Kommunförbundet Skåne", "SE"),
                Organisation("Bornholms regionkommun", "DK"),
                Organisation("Region Pommern", "PL"),
                Organisation("Region Warmia-Mazurien", "PL"),
                Organisation("Klaipeda län", "LT"),
                Organisation("Kaliningrad län", "RU"),
            ),
            representatives=ERB_PEOPLE,
            contacts=(Contact("Slawomir Demkowicz-Dobrzanski"),),
        ),
        Collaboration(
            SBHSS,
            description=(f"{OFFICE} De andra huvudmännen är: Region Blekinge och Region Halland.",),
            members=(Organisation("Region Blekinge"), Organisation("Region Halland")),
        ),
    ),
)

PAGE_2022 = PageRecord(
    title="Internationella samarbeten",
    last_updated=date(2022, 9, 9),
    intro=(
        "Syftet med Region Kronobergs internationella arbete är att bidra till Region Kronobergs vision.",
        "Idag deltar Region Kronoberg i Brysselkontoret, Euroregion Baltic och Energy Cities.",
    ),
    documents=(
        Document("Internationell strategi för samarbeten", "https://www.example.org/strategi.pdf", "pdf"),
        Document("Handlingsplan för internationellt arbete 2022", "https://www.example.org/plan.pdf", "pdf"),
    ),
    collaborations=(
        Collaboration(
            ERB,
            "ERB",
            description=(
                "Euroregion Baltic (ERB) är en plattform för regionalt politiskt samarbete. Medlemsorganisationer är "
                "Region Kronoberg, Region Blekinge, Region Kalmar län, Bornholms regionkommun (DK), Region Pommern "
                "och Region Warmia-Mazurien (PL) och Klaipeda län (LT).",
            ),
            homepage=ERB_HOMEPAGE,
            members=(
                Organisation("Region Kronoberg"),
                Organisation("Region Blekinge"),
                Organisation("Region Kalmar län"),
                Organisation("Bornholms regionkommun", "DK"),
                Organisation("Region Pommern", "PL"),
                Organisation("Region Warmia-Mazurien", "PL"),
                Organisation("Klaipeda län", "LT"),
            ),
            representatives=ERB_PEOPLE,
        ),
        Collaboration(
            SBHSS,
            "SBHSS",
            description=(
                f"{OFFICE} Medlemsorganisationer är Region Kronoberg, Region Blekinge och Region Halland. Från Region "
                "Kronobergs sida är det Christel Gustafsson, regional utvecklingsdirektör som bemannar chefsgruppen.",
            ),
            members=(
                Organisation("Region Kronoberg"),
                Organisation("Region Blekinge"),
                Organisation("Region Halland"),
            ),
            representatives=(
                Representative("Henrietta Serrate", "S", "ledamot"),
                Representative("Bo Frank", "M", "ledamot"),
                Representative("Elizabeth Peltola", "C", "ledamot"),
            ),
            officials=(Official("Christel Gustafsson", "regional utvecklingsdirektör", "chefsgruppen"),),
        ),
        Collaboration(
            "Energy Cities",
            description=("Energy Cities bildades 1990.",),
            member_since="2016",
            homepage=Link("Energy cities hemsida", "https://energy-cities.eu/"),
            representatives=(Representative("Mikael Johansson", "M", "ledamot"),),
        ),
    ),
    contacts=(Contact("Slawomir Demkowicz Dobrzanski", "Samordnare för internationella frågor"),),
)


def test_the_older_page_and_2022_differ_in_exactly_this() -> None:
    """Every change of DESIGN's golden case, each once, the weightiest group first, and not one of ERB's people."""
    k = ChangeKind
    found = diff(OLDER, PAGE_2022)
    assert [(change.kind, change.collaboration, change.subject) for change in found.changes] == [
        (k.REPRESENTATIVE_ADDED, SBHSS, "Henrietta Serrate"),
        (k.REPRESENTATIVE_ADDED, SBHSS, "Bo Frank"),
        (k.REPRESENTATIVE_ADDED, SBHSS, "Elizabeth Peltola"),
        (k.OFFICIAL_ADDED, SBHSS, "Christel Gustafsson"),
        (k.COLLABORATION_RENAMED, SBHSS, SBHSS),
        (k.COLLABORATION_ADDED, "Energy Cities", "Energy Cities"),
        (k.MEMBER_ORGANISATION_REMOVED, ERB, "Kommunförbundet Skåne"),
        (k.MEMBER_ORGANISATION_REMOVED, ERB, "Kaliningrad län"),
        (k.MEMBER_ORGANISATION_ADDED, SBHSS, "Region Kronoberg"),
        (k.DOCUMENT_ADDED, None, "Internationell strategi för samarbeten"),
        (k.DOCUMENT_ADDED, None, "Handlingsplan för internationellt arbete 2022"),
        (k.LAST_UPDATED_CHANGED, None, None),
        (k.CONTACT_ADDED, None, "Slawomir Demkowicz Dobrzanski"),
        (k.CONTACT_REMOVED, ERB, "Slawomir Demkowicz-Dobrzanski"),
        (k.TEXT_CHANGED, None, None),
        (k.TEXT_CHANGED, ERB, None),
        (k.TEXT_CHANGED, SBHSS, None),
    ]
    assert (found.silent_edit, found.date_only, found.date_regressed) == (False, False, False)


def test_the_values_of_the_golden_changes_have_the_shapes_of_the_record() -> None:
    """One of each shape, exactly."""
    changes = {(change.kind, change.subject): change for change in diff(OLDER, PAGE_2022).changes}
    assert changes[ChangeKind.COLLABORATION_RENAMED, SBHSS] == Change(
        ChangeKind.COLLABORATION_RENAMED,
        SBHSS,
        SBHSS,
        {"name": SBHSS, "abbreviation": None},
        {"name": SBHSS, "abbreviation": "SBHSS"},
    )
    assert changes[ChangeKind.MEMBER_ORGANISATION_REMOVED, "Kaliningrad län"].before == {
        "name": "Kaliningrad län",
        "country": "RU",
    }
    assert changes[ChangeKind.LAST_UPDATED_CHANGED, None] == Change(
        ChangeKind.LAST_UPDATED_CHANGED, None, None, None, "2022-09-09"
    )
    assert changes[ChangeKind.OFFICIAL_ADDED, "Christel Gustafsson"].after == {
        "name": "Christel Gustafsson",
        "title": "regional utvecklingsdirektör",
        "body": "chefsgruppen",
    }


def test_backwards_each_change_is_its_opposite() -> None:
    """2022 → older has as many changes, added for removed."""
    opposite = {"added": "removed", "removed": "added"}

    def kinds(before: PageRecord, after: PageRecord) -> Counter[str]:
        return Counter(change.kind.value for change in diff(before, after).changes)

    forwards = Counter[str]()
    for kind, count in kinds(OLDER, PAGE_2022).items():
        stem, _, verb = kind.rpartition("_")
        forwards[f"{stem}_{opposite.get(verb, verb)}"] += count
    assert kinds(PAGE_2022, OLDER) == forwards
