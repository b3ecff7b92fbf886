"""Who sat when: intervals between looks that never claim more than was seen."""

from datetime import UTC, datetime, timedelta

from records.page import Collaboration, Official, PageRecord, Representative
from records.tenure import Observation, Tenure, official_tenures, tenures

START = datetime(2022, 10, 3, 6, 0, tzinfo=UTC)
TESTA = Representative("Testa Testsson", "M", "ledamot")
YLVA = Representative("Ylva Provsson", "M", "ledamot")


def first(day: int) -> datetime:
    """The first look of a day."""
    return START + timedelta(days=day)


def last(day: int) -> datetime:
    """The last look of a day."""
    return first(day) + timedelta(hours=12)


def seen(day: int, *people: Representative, name: str = "Euroregion Baltic", to: int | None = None) -> Observation:
    """One collaboration with these people, from the first look of one day to the last look of another."""
    organ = Collaboration(name, "ERB", representatives=people)
    return Observation(first(day), last(day if to is None else to), PageRecord("Sida", collaborations=(organ,)))


def test_nothing_seen_is_no_tenure() -> None:
    """No look, no claim."""
    assert tenures([]) == ()


def test_who_stands_at_the_first_and_the_last_look_has_an_open_beginning_and_no_end() -> None:
    """Nothing is known of the time before the first look."""
    assert tenures([seen(0, TESTA)]) == (
        Tenure("Euroregion Baltic", "Testa Testsson", "M", "ledamot", None, first(0), None, None, ("Testa Testsson",)),
    )


def test_a_replacement_ends_one_tenure_and_begins_another_between_the_same_looks() -> None:
    """After the last look without, at or before the first look with."""
    old, new = tenures([seen(0, TESTA, to=4), seen(7, YLVA)])
    assert (old.name, old.from_after, old.from_by, old.until_after, old.until_by) == (
        "Testa Testsson",
        None,
        first(0),
        last(4),
        first(7),
    )
    assert (new.name, new.from_after, new.from_by, new.until_after, new.until_by) == (
        "Ylva Provsson",
        last(4),
        first(7),
        None,
        None,
    )


def test_coming_back_is_a_second_tenure() -> None:
    """A → B → A gives two tenures for A, in the order in which they began."""
    found = tenures([seen(0, TESTA), seen(1, YLVA), seen(2, TESTA)])
    assert [(each.name, each.from_after, each.until_by) for each in found] == [
        ("Testa Testsson", None, first(1)),
        ("Ylva Provsson", last(0), first(2)),
        ("Testa Testsson", last(1), None),
    ]


def test_a_respelling_a_new_name_of_the_organ_and_new_words_for_the_same_continue() -> None:
    """The tenure carries its latest words, and every spelling it was seen under."""
    respelled = Representative("Testa Testson", "Moderaterna", "Ledamot")
    found = tenures([seen(0, TESTA), seen(1, respelled, name="Euroregion Östersjön"), seen(2, respelled)])
    assert found == (
        Tenure(
            "Euroregion Baltic",
            "Testa Testson",
            "Moderaterna",
            "Ledamot",
            None,
            first(0),
            None,
            None,
            ("Testa Testsson", "Testa Testson"),
        ),
    )


def test_a_page_that_changed_elsewhere_continues_every_tenure() -> None:
    """A new title is nobody's beginning or end."""
    organs = seen(0, TESTA, YLVA).record.collaborations
    looks = [Observation(first(day), last(day), PageRecord(f"Sida {day}", collaborations=organs)) for day in range(3)]
    assert [(each.name, each.from_by, each.until_by) for each in tenures(looks)] == [
        ("Testa Testsson", first(0), None),
        ("Ylva Provsson", first(0), None),
    ]


def test_another_role_or_party_begins_a_new_tenure() -> None:
    """The same person, another seat."""
    chair = Representative("Testa Testsson", "M", "ordförande")
    other_party = Representative("Testa Testsson", "S", "ordförande")
    found = tenures([seen(0, TESTA), seen(1, chair), seen(2, other_party)])
    assert [(each.party, each.role, each.from_by, each.until_by) for each in found] == [
        ("M", "ledamot", first(0), first(1)),
        ("M", "ordförande", first(1), first(2)),
        ("S", "ordförande", first(2), None),
    ]


def test_moving_to_another_organ_begins_a_new_tenure_there() -> None:
    """One person, two organs, two tenures."""

    def page(day: int, erb: tuple[Representative, ...], energy: tuple[Representative, ...]) -> Observation:
        organs = (
            Collaboration("Energy Cities", representatives=energy),
            Collaboration("Euroregion Baltic", representatives=erb),
        )
        return Observation(first(day), last(day), PageRecord("Sida", collaborations=organs))

    found = tenures([page(0, (TESTA,), (YLVA,)), page(1, (), (YLVA, TESTA))])
    assert [(each.collaboration, each.name, each.until_by) for each in found] == [
        ("Energy Cities", "Ylva Provsson", None),
        ("Euroregion Baltic", "Testa Testsson", first(1)),
        ("Energy Cities", "Testa Testsson", None),
    ]


def test_a_shuffled_list_changes_nothing_and_two_of_one_name_stay_two() -> None:
    """Seats are followed by who sits in them, not by the line they stand on."""
    twin = Representative("Testa Testsson", "S", "ersättare")
    found = tenures([seen(0, TESTA, twin, YLVA), seen(1, YLVA, twin, TESTA), seen(2, twin, YLVA)])
    assert [(each.name, each.party, each.until_by) for each in found] == [
        ("Testa Testsson", "M", first(2)),
        ("Testa Testsson", "S", None),
        ("Ylva Provsson", "M", None),
    ]


def test_a_ruling_makes_two_names_one_person() -> None:
    """A new surname is no respelling until a person says that it is the same person."""
    married = Representative("Testa Hittepå", "M", "ledamot")
    looks = [seen(0, TESTA), seen(1, married)]
    assert [each.name for each in tenures(looks)] == ["Testa Testsson", "Testa Hittepå"]
    (one,) = tenures(looks, {"testa testsson": "Testa Hittepå"})
    assert (one.name, one.from_by, one.until_by, one.spellings) == (
        "Testa Hittepå",
        first(0),
        None,
        ("Testa Testsson", "Testa Hittepå"),
    )


def test_a_ruling_keeps_two_near_names_two_people() -> None:
    """One letter in one seat is a respelling, unless a person says that they are two."""
    near = Representative("Testa Testson", "M", "ledamot")
    looks = [seen(0, TESTA), seen(1, near)]
    themselves = {"Testa Testsson": "Testa Testsson", "Testa Testson": "Testa Testson"}
    assert len(tenures(looks)) == 1
    assert [each.until_by for each in tenures(looks, themselves)] == [first(1), None]


def test_a_ruled_name_may_still_be_respelled() -> None:
    """Only two ruled names are kept apart."""
    looks = [seen(0, TESTA), seen(1, Representative("Testa Testson", "M", "ledamot"))]
    assert len(tenures(looks, {"Testa Testsson": "Testa Testsson"})) == 1


def look(day: int, *officials: Official) -> Observation:
    organ = Collaboration("Euroregion Baltic", "ERB", representatives=(TESTA,), officials=officials)
    return Observation(first(day), last(day), PageRecord("Sida", collaborations=(organ,)))


def test_an_official_of_another_title_has_another_post() -> None:
    """Whether the body is named or not."""
    for body in ("chefsgruppen", None):
        found = official_tenures([look(day, Official("Bo Nysson", title, body)) for day, title in ((0, "a"), (1, "b"))])
        assert [(each.role, in_body) for each, in_body in found] == [("a", body), ("b", body)]


def test_a_ruling_says_who_an_official_is() -> None:
    """Two ways to write one person are one tenure."""
    looks = [look(0, Official("Cia Chefsdotter", "chef")), look(1, Official("C. Berg", "chef"))]
    assert len(official_tenures(looks)) == 2
    assert len(official_tenures(looks, {"Cia Chefsdotter": "Cia Berg", "C. Berg": "Cia Berg"})) == 1


def test_officials_have_tenures_with_their_title_and_body() -> None:
    """Another body is another post; a respelling goes on."""
    found = official_tenures(
        [
            look(0, Official("Cia Chefsdotter", "direktör", "chefsgruppen")),
            look(1, Official("Cia Chefsdottir", "direktör", "chefsgruppen"), Official("Bo Nysson")),
            look(2, Official("Cia Chefsdottir", "direktör", "styrgruppen")),
        ]
    )
    told = [(each.name, each.party, each.role, body, each.from_by, each.until_by) for each, body in found]
    assert told == [
        ("Cia Chefsdottir", None, "direktör", "chefsgruppen", first(0), first(2)),
        ("Bo Nysson", None, None, None, first(1), first(2)),
        ("Cia Chefsdottir", None, "direktör", "styrgruppen", first(2), None),
    ]
    assert found[0][0].spellings == ("Cia Chefsdotter", "Cia Chefsdottir")
