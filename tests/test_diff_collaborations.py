"""Collaborations: added, removed, renamed, and what they hold when they come or go."""

from dataclasses import replace

import pytest

from records.changes import Change, ChangeKind
from records.diff import diff
from records.page import Collaboration, Contact, Link, Official, Organisation, PageRecord, Representative

K = ChangeKind
TESTA = Representative("Testa Testsson", "M", "ledamot")
YLVA = Representative("Ylva Provsson", "S", "ledamot")
KARIN = Representative("Karin Hittepå", "C", "ledamot")
ERB = Collaboration("Euroregion Baltic", "ERB", representatives=(TESTA, YLVA))
CITIES = Collaboration(
    "Energy Cities",
    description=("Energy Cities bildades 1990. Nätverket är europeiskt.",),
    homepage=Link("Energy cities hemsida", "https://energy-cities.example/"),
    members=(Organisation("Region Provköping"),),
    representatives=(KARIN,),
    officials=(Official("Bo Exempelsson", "utvecklare"),),
    contacts=(Contact("Ove Exempelsson"),),
)


def told(before: tuple[Collaboration, ...], after: tuple[Collaboration, ...]) -> list[Change]:
    found = diff(PageRecord("Sida", collaborations=before), PageRecord("Sida", collaborations=after))
    return list(found.changes)


def kinds(before: tuple[Collaboration, ...], after: tuple[Collaboration, ...]) -> list[tuple[ChangeKind, str | None]]:
    return [(change.kind, change.subject) for change in told(before, after)]


def test_a_collaboration_that_comes_or_goes_is_one_change_with_all_that_it_holds() -> None:
    """Its people, members and texts are not told again."""
    called = {"name": "Energy Cities", "abbreviation": None}
    assert told((ERB,), (ERB, CITIES)) == [
        Change(K.COLLABORATION_ADDED, "Energy Cities", "Energy Cities", None, called)
    ]
    assert told((ERB, CITIES), (ERB,)) == [
        Change(K.COLLABORATION_REMOVED, "Energy Cities", "Energy Cities", called, None)
    ]


def test_who_moved_out_of_one_that_went_or_into_one_that_came_is_told_as_moved() -> None:
    """Nobody is told as removed who still sits somewhere on the page."""
    without_ylva = Collaboration("Euroregion Baltic", "ERB", representatives=(TESTA,))
    office = Collaboration("Brysselkontoret", representatives=(YLVA, KARIN))
    assert kinds((ERB,), (without_ylva, office)) == [
        (K.REPRESENTATIVE_MOVED, "Ylva Provsson"),
        (K.COLLABORATION_ADDED, "Brysselkontoret"),
    ]
    assert kinds((without_ylva, office), (ERB,)) == [
        (K.REPRESENTATIVE_MOVED, "Ylva Provsson"),
        (K.COLLABORATION_REMOVED, "Brysselkontoret"),
    ]


def test_an_abbreviation_gained_lost_or_changed_is_a_new_name() -> None:
    """Before and after say how it is called."""
    bare = Collaboration("Euroregion Baltic", representatives=(TESTA, YLVA))
    values = (
        {"name": "Euroregion Baltic", "abbreviation": None},
        {"name": "Euroregion Baltic", "abbreviation": "ERB"},
    )
    assert told((bare,), (ERB,)) == [Change(K.COLLABORATION_RENAMED, "Euroregion Baltic", "Euroregion Baltic", *values)]
    assert told((ERB,), (bare,)) == [
        Change(K.COLLABORATION_RENAMED, "Euroregion Baltic", "Euroregion Baltic", *reversed(values))
    ]
    other = Collaboration("Euroregion Baltic", "EB", representatives=(TESTA, YLVA))
    assert [kind for kind, _ in kinds((ERB,), (other,))] == [K.COLLABORATION_RENAMED]


def test_a_new_name_is_told_once_and_the_changes_within_it_under_the_new_name() -> None:
    """The abbreviation carries it over."""
    after = Collaboration("Euroregion Östersjön", "ERB", representatives=(TESTA, KARIN))
    assert [(change.kind, change.collaboration, change.subject) for change in told((ERB,), (after,))] == [
        (K.REPRESENTATIVE_REPLACED, "Euroregion Östersjön", "Karin Hittepå"),
        (K.COLLABORATION_RENAMED, "Euroregion Östersjön", "Euroregion Östersjön"),
    ]


def organ(
    name: str,
    *people: Representative,
    text: str | None = None,
    home: str | None = None,
    abbreviation: str | None = None,
) -> Collaboration:
    return Collaboration(
        name,
        abbreviation,
        description=(text,) if text else (),
        homepage=Link("Hemsida", home) if home else None,
        representatives=people,
    )


A, B, OTHER = "Alfa bildades 1990.", "Beta är nytt.", organ("Styrelsen", KARIN)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # by abbreviation, also where one page has only that
        ((organ("Alfanätverket", abbreviation="AN"),), (organ("Betagruppen", abbreviation="AN"),)),
        ((organ("Alfanätverket", TESTA, abbreviation="AN"),), (organ("AN", YLVA),)),
        # by likeness with shared people, wherever it stands
        ((organ("Alfanätverket", TESTA), OTHER), (OTHER, organ("Alfas nätverk", TESTA))),
        # by most of its people
        ((organ("Alfa", TESTA, YLVA), OTHER), (OTHER, organ("Brysselkontoret", TESTA, YLVA))),
        # in its old place, with its people, and nothing that contradicts
        ((organ("Alfa", TESTA), OTHER), (organ("Brysselkontoret", TESTA), OTHER)),
        # in its old place, with its text
        ((organ("Alfa", TESTA, text=A), OTHER), (organ("Brysselkontoret", YLVA, text=A), OTHER)),
        # in its old place, alike, with nobody to compare
        ((organ("Alfanätverket"), OTHER), (organ("Alfas nätverk"), OTHER)),
        ((organ("Alfanätverket", TESTA), OTHER), (organ("Alfas nätverk"), OTHER)),
        # by its homepage, in its old place, alike or with somebody shared
        ((organ("Alfa", home="https://a.example"), OTHER), (organ("Omega", home="https://A.example/"), OTHER)),
        (
            (organ("Alfanätverket", home="https://a.example"), OTHER),
            (OTHER, organ("Alfas nätverk", home="https://a.example")),
        ),
        (
            (organ("Alfa", TESTA, home="https://a.example"), OTHER),
            (OTHER, organ("Omega", TESTA, home="https://a.example")),
        ),
        # by one letter in a long name, wherever it stands and whoever sits there
        ((organ("Euroregion Baltic", TESTA), OTHER), (OTHER, organ("Euroregion Baltik", YLVA))),
    ],
)
def test_one_collaboration_under_two_names(before: tuple[Collaboration, ...], after: tuple[Collaboration, ...]) -> None:
    """Evidence that the two are one, in both directions."""
    for one, other in ((before, after), (after, before)):
        found = [change.kind for change in told(one, other)]
        assert K.COLLABORATION_RENAMED in found
        assert not {K.COLLABORATION_ADDED, K.COLLABORATION_REMOVED} & set(found)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # nothing in common but the place
        ((organ("Alfa", TESTA), OTHER), (organ("Brysselkontoret", YLVA), OTHER)),
        # alike, in the same place, other people
        ((organ("Nämnd nummer 1", TESTA), OTHER), (organ("Nämnd nummer 2", YLVA), OTHER)),
        # alike, elsewhere, nobody
        ((organ("Alfanätverket"), OTHER), (OTHER, organ("Alfas nätverk"))),
        # one shared person, not alike, elsewhere
        ((organ("Alfa", TESTA), OTHER), (OTHER, organ("Brysselkontoret", TESTA))),
        # one shared person in the same place, but other texts, or another homepage: the person moved
        ((organ("Alfa", TESTA, text=A), OTHER), (organ("Brysselkontoret", TESTA, text=B), OTHER)),
        (
            (organ("Alfa", TESTA, home="https://a.example"), OTHER),
            (organ("Brysselkontoret", TESTA, home="https://b.example"), OTHER),
        ),
        # few shared people among many
        (
            (organ("Alfa", TESTA, *(Representative(f"Prov {i}") for i in "abcde")), OTHER),
            (organ("Brysselkontoret", TESTA, *(Representative(f"Test {i}") for i in "abcde")), OTHER),
        ),
        # one letter in a short name, or in a number
        ((organ("Alfa", TESTA), OTHER), (organ("Alba", YLVA), OTHER)),
        # the same homepage, but elsewhere, not alike, with nobody shared
        ((organ("Alfa", home="https://a.example"), OTHER), (OTHER, organ("Omegan", home="https://a.example"))),
    ],
)
def test_two_collaborations(before: tuple[Collaboration, ...], after: tuple[Collaboration, ...]) -> None:
    """One went and one came."""
    for one, other in ((before, after), (after, before)):
        found = [change.kind for change in told(one, other)]
        assert K.COLLABORATION_RENAMED not in found
        assert {K.COLLABORATION_ADDED, K.COLLABORATION_REMOVED} <= set(found)


def test_of_two_candidates_the_one_that_shares_more_is_the_renamed_one() -> None:
    """The others are new."""
    before = (organ("Alfanätverket", TESTA, YLVA),)
    after = (organ("Alfas nätverk", TESTA), organ("Alfas nätverk Syd", TESTA, YLVA))
    assert kinds(before, after) == [
        (K.COLLABORATION_ADDED, "Alfas nätverk"),
        (K.COLLABORATION_RENAMED, "Alfas nätverk Syd"),
    ]


def test_two_organs_of_one_name_are_told_apart_by_their_people() -> None:
    """ "Styrelsen" may stand twice on a page."""
    one, two = organ("Styrelsen", TESTA), organ("Styrelsen", YLVA)
    assert kinds((one, two), (two, one)) == []
    assert kinds((one, two), (two,)) == [(K.COLLABORATION_REMOVED, "Styrelsen")]
    changed = organ("Styrelsen", YLVA, text="Ny text.")
    assert kinds((one, two), (changed, one)) == [(K.TEXT_CHANGED, None)]


def test_removed_ones_are_told_where_they_stood() -> None:
    """Page order: what is gone before what took its place."""
    a, b, c = organ("Alfa", TESTA, text=A), organ("Mitten", YLVA), organ("Brysselkontoret", KARIN, text=B)
    assert kinds((a, b), (c, b)) == [(K.COLLABORATION_REMOVED, "Alfa"), (K.COLLABORATION_ADDED, "Brysselkontoret")]


def test_the_homepage_of_a_collaboration() -> None:
    """Label or address; also where none stood, or none stands."""
    plain, linked = organ("Alfa", TESTA), organ("Alfa", TESTA, home="https://a.example/")
    link = {"label": "Hemsida", "url": "https://a.example/"}
    assert told((plain,), (linked,)) == [Change(K.HOMEPAGE_CHANGED, "Alfa", None, None, link)]
    assert told((linked,), (plain,)) == [Change(K.HOMEPAGE_CHANGED, "Alfa", None, link, None)]
    elsewhere = organ("Alfa", TESTA, home="https://b.example/")
    assert told((linked,), (elsewhere,)) == [
        Change(K.HOMEPAGE_CHANGED, "Alfa", None, link, {"label": "Hemsida", "url": "https://b.example/"})
    ]
    relabelled = Collaboration("Alfa", homepage=Link("Till Alfa", "https://a.example/"), representatives=(TESTA,))
    assert [kind for kind, _ in kinds((linked,), (relabelled,))] == [K.HOMEPAGE_CHANGED]


def test_the_order_of_collaborations_never_counts() -> None:
    """Also where two share a name, an abbreviation, or all but their text."""
    for one, other in (
        (organ("Styrelsen", text=A), organ("Styrelsen", text=B)),
        (organ("Styrelsen", abbreviation="A"), organ("Styrelsen", abbreviation="B")),
        (organ("Styrelsen", abbreviation="A"), organ("Nämnden", abbreviation="A")),
        (organ("AN"), organ("Alfanätverket", abbreviation="AN")),
    ):
        assert kinds((one, other), (other, one)) == []


def test_each_of_two_organs_of_one_name_keeps_what_is_its_own() -> None:
    """By its people or else its abbreviation, when a text in it changes and they change places."""
    for one, other in (
        (organ("Styrelsen", TESTA), organ("Styrelsen", YLVA)),
        (organ("Styrelsen", abbreviation="A"), organ("Styrelsen", abbreviation="B")),
        (organ("Styrelsen", abbreviation="A"), organ("Nämnden", abbreviation="A")),
    ):
        one_now, other_now = (replace(each, description=(text,)) for each, text in ((one, A), (other, B)))
        assert [kind for kind, _ in kinds((one, other), (other_now, one_now))] == [K.TEXT_CHANGED] * 2


def test_an_abbreviation_goes_before_a_name_that_is_one() -> None:
    """Who keeps the abbreviation keeps the place; an organ named like it is another."""
    before = (organ("Alfanätverket", abbreviation="AN"),)
    after = (organ("AN", KARIN), organ("Betagruppen", abbreviation="AN"))
    assert kinds(before, after) == [(K.COLLABORATION_ADDED, "AN"), (K.COLLABORATION_RENAMED, "Betagruppen")]


def test_half_of_the_people_in_the_old_place_are_enough() -> None:
    """Where nothing contradicts, and a homepage that is gone contradicts nothing."""
    before = (organ("Alfa", TESTA, YLVA, home="https://a.example"), OTHER)
    after = (organ("Brysselkontoret", TESTA, Representative("Bo Exempelsson", "C", "ledamot")), OTHER)
    assert (K.COLLABORATION_RENAMED, "Brysselkontoret") in kinds(before, after)


def test_half_of_the_text_in_the_old_place_is_enough() -> None:
    """Whoever sits there now."""
    before = (organ("Alfa", TESTA, text=f"{A} Alfa är fritt."), OTHER)
    after = (organ("Brysselkontoret", YLVA, text=f"{A} Kontoret är fritt."), OTHER)
    assert (K.COLLABORATION_RENAMED, "Brysselkontoret") in kinds(before, after)


@pytest.mark.parametrize(
    ("old", "likely", "unlikely"),
    [
        # text in common outweighs a name a little more alike
        (
            organ("Alfas nätverk", TESTA, text=A),
            organ("Alfas nätverk Nordost", TESTA, text=A),
            organ("Alfas nätverk Syd", TESTA, text=B),
        ),
        # so does a homepage
        (
            organ("Alfas nätverk", TESTA, home="https://a.example"),
            organ("Alfas nätverk Nordost", TESTA, home="https://a.example"),
            organ("Alfas nätverk Syd", TESTA, home="https://b.example"),
        ),
    ],
)
def test_of_two_candidates_the_one_with_more_in_common_is_the_renamed_one(
    old: Collaboration, likely: Collaboration, unlikely: Collaboration
) -> None:
    """In whichever order they stand."""
    for after in ((likely, unlikely), (unlikely, likely)):
        assert set(kinds((old,), after)) >= {
            (K.COLLABORATION_RENAMED, likely.name),
            (K.COLLABORATION_ADDED, unlikely.name),
        }


def test_the_old_place_speaks_for_a_candidate() -> None:
    """Of two that are as like, the one that stands where the old one stood."""
    after = (organ("Kommittén Beta"), OTHER, organ("Kommittén Zeta"))
    assert kinds((OTHER, organ("Kommittén Feta")), after) == [
        (K.COLLABORATION_ADDED, "Kommittén Beta"),
        (K.COLLABORATION_RENAMED, "Kommittén Zeta"),
    ]


def test_of_two_that_are_as_like_the_nearest_is_the_renamed_one() -> None:
    """In the order of the page."""
    after = (organ("Kommittén Beta"), organ("Kommittén Zeta"), OTHER)
    assert kinds((OTHER, organ("Kommittén Feta")), after) == [
        (K.COLLABORATION_ADDED, "Kommittén Beta"),
        (K.COLLABORATION_RENAMED, "Kommittén Zeta"),
    ]


def test_a_new_term_is_no_new_collaboration() -> None:
    """The years in a name changed with everybody in it; in an archive of several years each stays its own."""
    old, new = replace(ERB, name="Styrelsen 2019–2022"), replace(ERB, name="Styrelsen (2023-2026)", abbreviation=None)
    elected = (replace(new, representatives=(KARIN, Representative("Bo Nyvald", "V", "ledamot"))),)
    found = told((replace(old, abbreviation=None), CITIES), (CITIES, *elected))
    assert (K.COLLABORATION_RENAMED, "Styrelsen (2023-2026)") in [(change.kind, change.subject) for change in found]
    assert not {K.COLLABORATION_ADDED, K.COLLABORATION_REMOVED} & {change.kind for change in found}
    years = [Collaboration(f"Styrelsen {year}", representatives=(Representative(f"{year}", "S", None),)) for year in (
        2020, 2021, 2022)]  # fmt: skip
    assert kinds(tuple(years[:2]), tuple(years[1:])) == [
        (K.COLLABORATION_REMOVED, "Styrelsen 2020"),
        (K.COLLABORATION_ADDED, "Styrelsen 2022"),
    ]


def test_an_abbreviation_tells_two_organs_of_one_name_apart_whoever_sits_there() -> None:
    """Two people came, and the two changed places."""
    bo = Representative("Bo Exempelsson", "C", "ledamot")
    before = (organ("Styrelsen", TESTA, abbreviation="A"), organ("Styrelsen", YLVA, abbreviation="B"))
    after = (organ("Styrelsen", bo, abbreviation="B"), organ("Styrelsen", KARIN, abbreviation="A"))
    found = [change.kind for change in told(before, after)]
    assert K.COLLABORATION_RENAMED not in found


def test_a_name_goes_before_an_abbreviation() -> None:
    """Two that exchanged their abbreviations are still themselves."""
    before = (organ("Alfanätverket", TESTA, abbreviation="A"), organ("Betagruppen", YLVA, abbreviation="B"))
    after = (organ("Alfanätverket", TESTA, abbreviation="B"), organ("Betagruppen", YLVA, abbreviation="A"))
    assert kinds(before, after) == [
        (K.COLLABORATION_RENAMED, "Alfanätverket"),
        (K.COLLABORATION_RENAMED, "Betagruppen"),
    ]
    sides = [(change.before, change.after) for change in told(before, after)]
    assert all(isinstance(old, dict) and isinstance(new, dict) and old["name"] == new["name"] for old, new in sides)
