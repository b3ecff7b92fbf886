"""What holds for the diff of any two pages."""

import random
import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from records.changes import ChangeKind, ChangeSet, Group
from records.codec import change_set_from_json, change_set_to_json
from records.diff import diff
from records.organs import pair_collaborations
from records.page import Collaboration, Contact, Document, Link, Official, Organisation, PageRecord, Representative
from records.seats import pair_seats
from records.tenure import Observation, tenures

# Few words, so that names meet again, stand near each other, and stand twice.
NAMES = ("Åsa Provsson", "Asa Provsson", "Åsa Provson", "Testa Testsson", "Bo Ek", "Bo Ekh", "Anna-Lena Hittepå")
PARTIES = (None, "M", "S", "Vägens Väl")
ROLES = (None, "ledamot", "ersättare", "1:e vice ordförande")
ORGANS = ("Alfa", "Alfas nätverk", "Euroregion Baltic", "Euroregion Baltik", "Styrelsen")
TEXTS = ("Ett gott liv.", "”Två” – tre.", "Medlemmar är Alfa, Beta och Gamma.", "Bo Ek, chef. Mer.", "Punkt")
URLS = ("https://a.example/", "https://b.example/plan.pdf")


def some(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


people = st.builds(Representative, st.sampled_from(NAMES), st.sampled_from(PARTIES), st.sampled_from(ROLES))
contacts = st.builds(Contact, st.sampled_from(NAMES), st.sampled_from((None, "chef")))
collaborations = st.builds(
    Collaboration,
    name=st.sampled_from(ORGANS),
    abbreviation=st.sampled_from((None, "ERB", "A")),
    description=some(st.sampled_from(TEXTS)),
    member_since=st.sampled_from((None, "1998-02", "2016")),
    homepage=st.none() | st.builds(Link, st.sampled_from(("Hemsida", "Mer")), st.sampled_from(URLS)),
    members=some(st.builds(Organisation, st.sampled_from(("Alfa", "Beta")), st.sampled_from((None, "DK")))),
    representatives=some(people, 5),
    officials=some(st.builds(Official, st.sampled_from(NAMES), st.sampled_from((None, "chef"))), 2),
    contacts=some(contacts, 2),
)
pages = st.builds(
    PageRecord,
    title=st.sampled_from((None, "Sida", "”Sida”")),
    last_updated=st.sampled_from((None, date(2022, 9, 9), date(2022, 10, 1))),
    last_updated_time=st.sampled_from((None, "08:31")),
    intro=some(st.sampled_from(TEXTS)),
    documents=some(st.builds(Document, st.sampled_from(("Plan", "Strategi")), st.sampled_from(URLS), st.just("pdf"))),
    collaborations=some(collaborations),
    contacts=some(contacts, 2),
)


def has_one_organ_of_each_name(page: PageRecord) -> bool:
    return len({organ.name for organ in page.collaborations}) == len(page.collaborations)


@given(pages)
def test_a_page_does_not_differ_from_itself(page: PageRecord) -> None:
    """Not a change, not a flag."""
    assert diff(page, page) == diff(page, replace(page, title=page.title)) == ChangeSet()


@given(pages, pages)
def test_both_directions_agree_on_whether_anything_changed(one: PageRecord, other: PageRecord) -> None:
    """Nothing can be seen from one side only."""
    assert bool(diff(one, other)) == bool(diff(other, one))


@given(pages, pages)
def test_a_diff_is_ordered_by_weight_and_survives_its_json(one: PageRecord, other: PageRecord) -> None:
    """The weightiest group first; the flags never contradict each other or the changes."""
    found = diff(one, other)
    weights = [list(Group).index(change.kind.group) for change in found.changes]
    assert weights == sorted(weights)
    assert change_set_from_json(change_set_to_json(found)) == found
    moved = any(change.kind is ChangeKind.LAST_UPDATED_CHANGED for change in found.changes)
    assert found.date_only == (moved and len(found.changes) == 1 and other.last_updated is not None)
    assert not (found.silent_edit and moved)
    assert moved or not found.date_regressed
    stayed = [change for change in found.changes if change.kind is not ChangeKind.REPRESENTATIVE_MOVED]
    assert all(change.before != change.after for change in stayed)


@given(pages, pages)
def test_every_seat_is_accounted_for_exactly_once(one: PageRecord, other: PageRecord) -> None:
    """Nobody is lost or counted twice, however often a name stands."""
    pairs = pair_seats(pair_collaborations(one.collaborations, other.collaborations))
    for page, seats in ((one, [pair.before for pair in pairs]), (other, [pair.after for pair in pairs])):
        told = Counter((seat.nth, seat.place, seat.holder) for seat in seats if seat)
        stood = Counter(
            (nth, place, holder)
            for nth, organ in enumerate(page.collaborations)
            for place, holder in enumerate(organ.representatives)
        )
        assert told == stood


@given(pages.filter(has_one_organ_of_each_name), pages.filter(has_one_organ_of_each_name))
def test_the_changes_explain_how_many_people_each_page_has(one: PageRecord, other: PageRecord) -> None:
    """In collaborations that stand on both pages, what came less what went is the difference."""
    pairs = pair_collaborations(one.collaborations, other.collaborations).pairs()
    grown = sum(len(new.representatives) - len(old.representatives) for old, new in pairs if old and new)
    standing_before = {old.name for old, new in pairs if old and new}
    standing_after = {new.name for old, new in pairs if old and new}
    for change in diff(one, other).changes:
        match change.kind:
            case ChangeKind.REPRESENTATIVE_ADDED:
                grown -= 1
            case ChangeKind.REPRESENTATIVE_REMOVED:
                grown += 1
            case ChangeKind.REPRESENTATIVE_MOVED:
                grown -= change.after["collaboration"] in standing_after  # type: ignore[index]
                grown += change.before["collaboration"] in standing_before  # type: ignore[index]
    assert grown == 0


TWINS = {
    "M": "moderaterna",
    "S": "(s)",
    "Vägens Väl": "vägens väl",
    "1:e vice ordförande": "förste vice ordf.",
    "ledamot": "Ledamot",
    "ersättare": "ers.",
}


def twin(text: str | None) -> str | None:
    """The same text to a reader: decomposed, spaced, with other quotes and dashes."""
    if text is None:
        return None
    spaced = text.replace(" ", " \u00a0").replace("”", '"').replace("–", "-").replace("-", "\u2011")
    return unicodedata.normalize("NFD", f" {spaced}\u00ad ")


def shuffled(chance: random.Random, items: tuple) -> tuple:  # type: ignore[type-arg]
    return tuple(chance.sample(items, len(items)))


def cosmetic(page: PageRecord, chance: random.Random) -> PageRecord:
    """The same page, written otherwise."""

    def person(each: Representative) -> Representative:
        return Representative(twin(each.name) or "", TWINS.get(each.party or ""), TWINS.get(each.role or ""))

    def contact(each: Contact) -> Contact:
        return Contact(twin(each.name) or "", twin(each.title))

    def organ(each: Collaboration) -> Collaboration:
        return Collaboration(
            twin(each.name) or "",
            twin(each.abbreviation),
            tuple(twin(text) or "" for text in shuffled(chance, each.description)),
            each.member_since,
            each.homepage
            and Link(twin(each.homepage.label) or "", each.homepage.url.upper().replace("PLAN.PDF", "plan.pdf")),
            shuffled(chance, tuple(Organisation(twin(m.name) or "", twin(m.country)) for m in each.members)),
            shuffled(chance, tuple(map(person, each.representatives))),
            shuffled(chance, tuple(Official(twin(o.name) or "", twin(o.title)) for o in each.officials)),
            shuffled(chance, tuple(map(contact, each.contacts))),
        )

    return replace(
        page,
        title=twin(page.title),
        intro=tuple(twin(text) or "" for text in page.intro),
        documents=shuffled(chance, tuple(Document(twin(d.label) or "", d.url, None) for d in page.documents)),
        collaborations=shuffled(chance, tuple(map(organ, page.collaborations))),
        contacts=shuffled(chance, tuple(map(contact, page.contacts))),
    )


@given(pages.filter(has_one_organ_of_each_name), st.randoms(use_true_random=False))
def test_the_same_page_written_otherwise_is_unchanged(page: PageRecord, chance: random.Random) -> None:
    """Spaces, decomposed letters, quotes, dashes, order within lists, and the twins of parties and roles."""
    written_otherwise = cosmetic(page, chance)
    assert diff(page, written_otherwise) == diff(written_otherwise, page) == ChangeSet()


START = datetime(2022, 10, 3, 6, 0, tzinfo=UTC)


@given(st.lists(pages, min_size=1, max_size=5))
def test_every_seat_of_every_look_is_in_exactly_one_tenure(seen: list[PageRecord]) -> None:
    """Tenures claim whoever stood there and nobody else, and their ends never cross."""
    looks = [
        Observation(START + timedelta(days=day), START + timedelta(days=day, hours=12), page)
        for day, page in enumerate(seen)
    ]
    found = tenures(looks)
    for look in looks:
        standing = [
            each
            for each in found
            if each.from_by <= look.first and (each.until_by is None or each.until_by > look.first)
        ]
        assert len(standing) == sum(len(organ.representatives) for organ in look.record.collaborations)
    for each in found:
        assert each.from_after is None or each.from_after < each.from_by
        assert (each.until_by is None) == (each.until_after is None)
        assert each.until_after is None or each.from_by <= each.until_after
        assert each.name in each.spellings
