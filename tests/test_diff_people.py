"""Representatives: the same person first, then the seat."""

from dataclasses import replace

from records.changes import Change, ChangeKind
from records.diff import diff
from records.page import Collaboration, PageRecord, Representative

K = ChangeKind
ERB = "Euroregion Baltic"
CITIES = "Energy Cities"


def person(line: str) -> Representative:
    """ "Testa Testsson (M), ledamot" as a record; party and role may be left out."""
    name, _, role = line.partition(", ")
    name, _, party = name.partition(" (")
    return Representative(name, party.rstrip(")") or None, role or None)


def page(erb: str = "", cities: str | None = None) -> PageRecord:
    """A page with these people, one a line, in one or two collaborations."""

    def organ(name: str, abbreviation: str | None, people: str) -> Collaboration:
        lines = [line.strip() for line in people.split(";") if line.strip()]
        return Collaboration(name, abbreviation, representatives=tuple(map(person, lines)))

    organs = [organ(ERB, "ERB", erb)] + ([] if cities is None else [organ(CITIES, None, cities)])
    return PageRecord("Sida", collaborations=tuple(organs))


def told(before: PageRecord, after: PageRecord) -> list[Change]:
    return list(diff(before, after).changes)


def shape(line: str, collaboration: str | None = None) -> dict[str, str | None]:
    """The value of a person in a change."""
    holder = person(line)
    value: dict[str, str | None] = {"name": holder.name, "party": holder.party, "role": holder.role}
    return value if collaboration is None else {**value, "collaboration": collaboration}


def test_added_and_removed() -> None:
    """Who is new has only an after; who is gone only a before."""
    one, two = page("Testa Testsson (M), ledamot"), page("Testa Testsson (M), ledamot; Ylva Provsson (S), ersättare")
    new = shape("Ylva Provsson (S), ersättare")
    assert told(one, two) == [Change(K.REPRESENTATIVE_ADDED, ERB, "Ylva Provsson", None, new)]
    assert told(two, one) == [Change(K.REPRESENTATIVE_REMOVED, ERB, "Ylva Provsson", new, None)]


def test_replaced_in_the_same_role_and_party() -> None:
    """One seat, another holder: one change, named after the new one."""
    before = page("Roland Gustbée (M), ledamot; Bo Provsson (S), ledamot")
    after = page("Testa Testsson (M), ledamot; Bo Provsson (S), ledamot")
    assert told(before, after) == [
        Change(
            K.REPRESENTATIVE_REPLACED,
            ERB,
            "Testa Testsson",
            shape("Roland Gustbée (M), ledamot"),
            shape("Testa Testsson (M), ledamot"),
        )
    ]


def test_the_only_one_left_in_a_role_is_replaced_by_another_party_too() -> None:
    """A seat that changed party at an election."""
    before = page("Roland Gustbée (M), ledamot; Bo Provsson (S), ersättare")
    after = page("Testa Testsson (S), ledamot; Bo Provsson (S), ersättare")
    assert [(change.kind, change.subject) for change in told(before, after)] == [
        (K.REPRESENTATIVE_REPLACED, "Testa Testsson")
    ]


def test_another_role_is_another_seat() -> None:
    """Who left as a member and who came as a deputy did not share a seat."""
    found = told(page("Roland Gustbée (M), ledamot"), page("Testa Testsson (M), ersättare"))
    assert [(change.kind, change.subject) for change in found] == [
        (K.REPRESENTATIVE_REMOVED, "Roland Gustbée"),
        (K.REPRESENTATIVE_ADDED, "Testa Testsson"),
    ]


def test_two_left_of_other_parties_are_not_paired() -> None:
    """With two candidates for a seat nobody knows who took whose."""
    before = page("Testa Testsson (M), ledamot; Bo Provsson (S), ledamot")
    after = page("Ylva Hittepå (C), ledamot; Karin Exempelsson (V), ledamot")
    assert [change.kind for change in told(before, after)] == [
        K.REPRESENTATIVE_REMOVED,
        K.REPRESENTATIVE_ADDED,
        K.REPRESENTATIVE_REMOVED,
        K.REPRESENTATIVE_ADDED,
    ]


def test_an_election_pairs_by_party_then_by_the_only_one_left() -> None:
    """M for M, S for S, and the last seat went from C to V."""
    before = page("Bo Provsson (S), ledamot; Testa Testsson (M), ledamot; Ove Exempelsson (C), ledamot")
    after = page("Ylva Hittepå (M), ledamot; Karin Hittepå (V), ledamot; Nils Hittepå (S), ledamot")
    found = told(before, after)
    assert {(change.before["name"], change.after["name"]) for change in found} == {  # type: ignore[index]
        ("Testa Testsson", "Ylva Hittepå"),
        ("Bo Provsson", "Nils Hittepå"),
        ("Ove Exempelsson", "Karin Hittepå"),
    }
    assert {change.kind for change in found} == {K.REPRESENTATIVE_REPLACED}


def test_of_two_seats_alike_the_one_in_the_same_place_was_filled() -> None:
    """Two left, one came: the neighbours in the list tell whose place was taken."""
    before = page("Testa Testsson (M), ledamot; Bo Provsson (S), ledamot; Ove Exempelsson (M), ledamot")
    after = page("Bo Provsson (S), ledamot; Ylva Hittepå (M), ledamot")
    assert [(change.kind, change.before, change.after) for change in told(before, after)] == [
        (K.REPRESENTATIVE_REMOVED, shape("Testa Testsson (M), ledamot"), None),
        (K.REPRESENTATIVE_REPLACED, shape("Ove Exempelsson (M), ledamot"), shape("Ylva Hittepå (M), ledamot")),
    ]


def test_a_seat_of_a_party_is_filled_wherever_the_new_name_stands() -> None:
    """A list that was sorted anew at the same time; then the only one left."""
    before = page("Testa Testsson (M), ledamot; Bo Provsson (S), ledamot; Ove Exempelsson (C), ledamot")
    after = page("Bo Provsson (S), ledamot; Karin Hittepå (V), ledamot; Ylva Hittepå (M), ledamot")
    assert [(change.kind, change.before["name"], change.after["name"]) for change in told(before, after)] == [  # type: ignore[index]
        (K.REPRESENTATIVE_REPLACED, "Ove Exempelsson", "Karin Hittepå"),
        (K.REPRESENTATIVE_REPLACED, "Testa Testsson", "Ylva Hittepå"),
    ]


def test_role_and_party_of_the_same_person() -> None:
    """One change each, and both where both changed."""
    one, two = "Testa Testsson (M), ledamot", "Testa Testsson (S), ordförande"
    values = (shape(one), shape(two))
    assert told(page(one), page(two)) == [
        Change(K.PARTY_CHANGED, ERB, "Testa Testsson", *values),
        Change(K.ROLE_CHANGED, ERB, "Testa Testsson", *values),
    ]
    assert [change.kind for change in told(page(one), page("Testa Testsson (M)"))] == [K.ROLE_CHANGED]
    assert [change.kind for change in told(page(one), page("Testa Testsson, ledamot"))] == [K.PARTY_CHANGED]


def test_two_who_swap_roles_are_two_role_changes() -> None:
    """By person first: nobody was replaced."""
    before = page("Testa Testsson (M), ordförande; Ylva Provsson (M), ledamot")
    after = page("Ylva Provsson (M), ordförande; Testa Testsson (M), ledamot")
    assert [(change.kind, change.subject) for change in told(before, after)] == [
        (K.ROLE_CHANGED, "Ylva Provsson"),
        (K.ROLE_CHANGED, "Testa Testsson"),
    ]


def test_a_promotion_leaves_its_seat_to_be_filled() -> None:
    """The deputy became a member: her change, the member who left, the deputy who came."""
    before = page("Testa Testsson (M), ledamot; Ylva Provsson (M), ersättare")
    after = page("Ylva Provsson (M), ledamot; Karin Hittepå (M), ersättare")
    assert [(change.kind, change.subject) for change in told(before, after)] == [
        (K.REPRESENTATIVE_REMOVED, "Testa Testsson"),
        (K.ROLE_CHANGED, "Ylva Provsson"),
        (K.REPRESENTATIVE_ADDED, "Karin Hittepå"),
    ]


def test_a_respelling_by_the_seat() -> None:
    """One letter in the same seat is the same person, as written before and after."""
    assert told(page("Roland Gustbée (M), ledamot"), page("Roland Gustbee (M), ledamot")) == [
        Change(
            K.NAME_RESPELLED,
            ERB,
            "Roland Gustbee",
            shape("Roland Gustbée (M), ledamot"),
            shape("Roland Gustbee (M), ledamot"),
        )
    ]


def test_capitals_alone_are_a_respelling() -> None:
    """The same person without doubt, whatever else changed, but another spelling."""
    found = told(page("Helen Von Provsson (M), ledamot"), page("Helen von Provsson (M), ordförande"))
    assert [change.kind for change in found] == [K.NAME_RESPELLED, K.ROLE_CHANGED]


def test_the_same_letters_are_the_same_person_in_another_seat_too() -> None:
    """Accents, hyphens and stops alone: the spelling changed, and so did the role or the party."""
    before = page("Britt-Louise Idé (M), ersättare; Testa Testsson (S), ledamot")
    found = told(before, page("Britt Louise Ide (M), ledamot; Testa Testsson (S), ledamot"))
    assert [change.kind for change in found] == [K.NAME_RESPELLED, K.ROLE_CHANGED]
    found = told(before, page("Britt-Louise Ide (L), ersättare; Testa Testsson (S), ledamot"))
    assert [change.kind for change in found] == [K.NAME_RESPELLED, K.PARTY_CHANGED]
    here, there = "Testa Testsson (S), ledamot", "Bo Provsson (C), ledamot"
    found = told(page(f"Idé Prov-Test (M), ledamot; {here}", there), page(here, f"{there}; Ide Prov Test (M), ledamot"))
    assert [change.kind for change in found] == [K.REPRESENTATIVE_MOVED]


def test_near_names_in_other_seats_are_two_people() -> None:
    """Likeness alone never decides: another role or another party is another seat."""
    before = page("Anna Provsson (M), ledamot; Testa Testsson (S), ledamot")
    other_role = page("Anna Provson (M), ersättare; Testa Testsson (S), ledamot")
    assert [change.kind for change in told(before, other_role)] == [
        K.REPRESENTATIVE_REMOVED,
        K.REPRESENTATIVE_ADDED,
    ]
    other_party = page("Anna Provson (S), ledamot; Testa Testsson (S), ledamot")
    assert [change.kind for change in told(before, other_party)] == [K.REPRESENTATIVE_REPLACED]


def test_a_respelling_with_a_party_that_was_not_given_before() -> None:
    """A party that only one page gives contradicts nothing, and is told."""
    found = told(page("Anna Provsson, ledamot"), page("Anna Provson (M), ledamot"))
    assert [change.kind for change in found] == [K.NAME_RESPELLED, K.PARTY_CHANGED]


def test_the_nearest_spelling_wins() -> None:
    """Two names in one list that could each be the other's respelling."""
    before = page("Ylva Gustafsson (M), ledamot; Ylva Gustavsson (M), ledamot")
    after = page("Ylva Gustafson (M), ledamot; Ylva Gustavson (M), ledamot")
    assert [(change.kind, change.before["name"], change.after["name"]) for change in told(before, after)] == [  # type: ignore[index]
        (K.NAME_RESPELLED, "Ylva Gustafsson", "Ylva Gustafson"),
        (K.NAME_RESPELLED, "Ylva Gustavsson", "Ylva Gustavson"),
    ]


def test_of_equally_near_spellings_the_one_in_the_same_place_wins() -> None:
    """A list that only lost a letter on its second line."""
    before = page("Bo Provsson (M), ledamot; Bo Provssen (M), ledamot")
    after = page("Testa Testsson (M), ledamot; Bo Provssn (M), ledamot")
    assert [(change.kind, change.before["name"], change.after["name"]) for change in told(before, after)] == [  # type: ignore[index]
        (K.REPRESENTATIVE_REPLACED, "Bo Provsson", "Testa Testsson"),
        (K.NAME_RESPELLED, "Bo Provssen", "Bo Provssn"),
    ]


def test_moved_to_another_collaboration() -> None:
    """One change, under the collaboration that was joined; both values say where."""
    before, after = page("Testa Testsson (M), ledamot", ""), page("", "Testa Testsson (M), ersättare")
    assert told(before, after) == [
        Change(
            K.REPRESENTATIVE_MOVED,
            CITIES,
            "Testa Testsson",
            shape("Testa Testsson (M), ledamot", ERB),
            shape("Testa Testsson (M), ersättare", CITIES),
        )
    ]


def test_of_two_places_that_somebody_may_have_moved_to_the_same_party_is_taken() -> None:
    """The other one is somebody of whom only the name is known."""
    office = Collaboration("Brysselkontoret", representatives=(person("Testa Testsson, ersättare"),))
    before = page("Testa Testsson (M), ledamot", "")
    after = page("", "Testa Testsson (M), ersättare")
    before = PageRecord("Sida", collaborations=(Collaboration("Brysselkontoret"), *before.collaborations))
    after = PageRecord("Sida", collaborations=(office, *after.collaborations))
    assert [(change.kind, change.collaboration) for change in told(before, after)] == [
        (K.REPRESENTATIVE_ADDED, "Brysselkontoret"),
        (K.REPRESENTATIVE_MOVED, CITIES),
    ]


def test_swapped_lists_are_moves() -> None:
    """Everybody is where the other was."""
    before = page("Testa Testsson (M), ledamot", "Ylva Provsson (M), ledamot")
    after = page("Ylva Provsson (M), ledamot", "Testa Testsson (M), ledamot")
    assert [(change.kind, change.collaboration, change.subject) for change in told(before, after)] == [
        (K.REPRESENTATIVE_MOVED, ERB, "Ylva Provsson"),
        (K.REPRESENTATIVE_MOVED, CITIES, "Testa Testsson"),
    ]


def test_who_joins_another_and_stays_is_added_there() -> None:
    """Two seats are two seats: the same name in two collaborations."""
    one, two = (
        page("Testa Testsson (M), ledamot", ""),
        page("Testa Testsson (M), ledamot", "Testa Testsson (M), ledamot"),
    )
    assert [(change.kind, change.collaboration) for change in told(one, two)] == [(K.REPRESENTATIVE_ADDED, CITIES)]
    assert [(change.kind, change.collaboration) for change in told(two, one)] == [(K.REPRESENTATIVE_REMOVED, CITIES)]


def test_the_same_name_in_another_party_elsewhere_is_somebody_else() -> None:
    """A name that left here and one that came there, in two known parties, are two people."""
    found = told(page("Testa Testsson (M), ledamot", ""), page("", "Testa Testsson (S), ledamot"))
    assert [change.kind for change in found] == [K.REPRESENTATIVE_REMOVED, K.REPRESENTATIVE_ADDED]
    without = told(page("Testa Testsson (M), ledamot", ""), page("", "Testa Testsson, ledamot"))
    assert [change.kind for change in without] == [K.REPRESENTATIVE_MOVED]
    appeared = told(page("Testa Testsson, ledamot", ""), page("", "Testa Testsson (M), ledamot"))
    assert [change.kind for change in appeared] == [K.REPRESENTATIVE_MOVED]


def test_who_moves_leaves_a_seat_and_takes_one() -> None:
    """The mover is told first by person; what is left on either side is filled or empty by itself."""
    before = page("Testa Testsson (M), ledamot", "Ylva Provsson (M), ledamot")
    after = page("Karin Hittepå (M), ledamot", "Testa Testsson (M), ledamot")
    assert [(change.kind, change.collaboration, change.subject) for change in told(before, after)] == [
        (K.REPRESENTATIVE_ADDED, ERB, "Karin Hittepå"),
        (K.REPRESENTATIVE_REMOVED, CITIES, "Ylva Provsson"),
        (K.REPRESENTATIVE_MOVED, CITIES, "Testa Testsson"),
    ]


def test_two_of_one_name_in_one_list_are_told_apart_by_party_and_role() -> None:
    """The one who left is the one with her party."""
    before = page("Anna Provsson (M), ledamot; Anna Provsson (S), ledamot; Anna Provsson (S), ersättare")
    after = page("Anna Provsson (S), ersättare; Anna Provsson (S), ledamot")
    assert told(before, after) == [
        Change(K.REPRESENTATIVE_REMOVED, ERB, "Anna Provsson", shape("Anna Provsson (M), ledamot"), None)
    ]


def test_of_two_with_one_name_the_one_in_the_same_party_or_role_is_the_same() -> None:
    """Party weighs before role."""
    before = page("Anna Provsson (M), ledamot; Anna Provsson (S), ersättare")
    after = page("Anna Provsson (S), ledamot; Anna Provsson (M), ersättare")
    assert [(change.kind, change.before) for change in told(before, after)] == [
        (K.ROLE_CHANGED, shape("Anna Provsson (S), ersättare")),
        (K.ROLE_CHANGED, shape("Anna Provsson (M), ledamot")),
    ]
    other = page("Anna Provsson (C), ersättare; Anna Provsson (V), ledamot")
    assert [(change.kind, change.before) for change in told(before, other)] == [
        (K.PARTY_CHANGED, shape("Anna Provsson (S), ersättare")),
        (K.PARTY_CHANGED, shape("Anna Provsson (M), ledamot")),
    ]


def test_the_last_one_left_is_one_removal() -> None:
    """An emptied list, told by the diff; whether to believe it is for the judge."""
    assert told(page("", "Testa Testsson (M), ledamot"), page("", "")) == [
        Change(K.REPRESENTATIVE_REMOVED, CITIES, "Testa Testsson", shape("Testa Testsson (M), ledamot"), None)
    ]


def test_two_of_one_name_are_told_apart_by_party_and_role() -> None:
    """However both are written now, and in whichever order."""
    before = page("Anna Provsson (M), ledamot; Anna Provsson (M), ersättare; Anna Provsson (S), ledamot")
    after = page("Anna Provsson (s), led.; Anna Provsson (m), ers.; Anna Provsson (m), led.")
    assert told(before, after) == []
    shouted = page("ANNA PROVSSON (M), ledamot; Anna Provsson (M), ledamot")
    assert told(shouted, page("Anna Provsson (M), ledamot; ANNA PROVSSON (M), ledamot")) == []


def test_two_of_one_name_who_both_moved_keep_their_roles() -> None:
    """Each goes where somebody of that name came in the same role."""
    alfa, beta, gamma = (Collaboration(name, representatives=(person("Bo Ek"),)) for name in ("Alfa", "Beta", "Gamma"))

    def with_anna(organ: Collaboration, *roles: str) -> Collaboration:
        annas = tuple(Representative("Anna Provsson", "M", role) for role in roles)
        return replace(organ, representatives=(*organ.representatives, *annas))

    before = PageRecord("Sida", collaborations=(with_anna(alfa, "ledamot"), with_anna(beta, "ersättare"), gamma))
    after = PageRecord("Sida", collaborations=(alfa, beta, with_anna(gamma, "ersättare", "ledamot")))
    as_member = {"name": "Anna Provsson", "party": "M", "role": "ledamot"}
    as_deputy = {**as_member, "role": "ersättare"}
    assert [(change.kind, change.before, change.after) for change in told(before, after)] == [
        (K.REPRESENTATIVE_MOVED, {**each, "collaboration": where}, {**each, "collaboration": "Gamma"})
        for each, where in ((as_deputy, "Beta"), (as_member, "Alfa"))
    ]
