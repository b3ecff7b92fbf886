"""Running text, sentence by sentence."""

import pytest

from records.changes import Change, ChangeKind
from records.diff import diff
from records.page import Collaboration, PageRecord
from records.texts import changed_sentences, sentences


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Ett. Två! Tre? Fyra", ["Ett.", "Två!", "Tre?", "Fyra"]),
        ("Medlem sedan 1998. Region Kronoberg.", ["Medlem sedan 1998.", "Region Kronoberg."]),
        ("Ordförande är Anna K. Provsson. Hon valdes.", ["Ordförande är Anna K. Provsson.", "Hon valdes."]),
        ("Samarbeten, t.ex. Euroregion Baltic. Mer.", ["Samarbeten, t.ex. Euroregion Baltic.", "Mer."]),
        ("Möte kl. 10 den 1. Maj.", ["Möte kl. 10 den 1. Maj."]),
        ("Han sa ”nej.” Hon gick.", ["Han sa ”nej.”", "Hon gick."]),
        ("Se bl.a. nedan. 2017 klubbades den.", ["Se bl.a. nedan.", "2017 klubbades den."]),
        ("utan stor. bokstav", ["utan stor. bokstav"]),
        ("  ", []),
    ],
)
def test_where_sentences_end(paragraph: str, expected: list[str]) -> None:
    """At a stop before a capital, a digit or a quote; not after an initial, an ordinal or an abbreviation."""
    assert sentences([paragraph]) == expected


def test_a_paragraph_ends_a_sentence() -> None:
    """Also without a stop."""
    assert sentences(["Ett", "Två. Tre"]) == ["Ett", "Två.", "Tre"]


def test_an_edited_sentence_stands_beside_what_it_became() -> None:
    """The others are not told."""
    before = ["Ett gott liv i ett livskraftigt län. Arbetet leds av en styrelse.", "Sist."]
    after = ["Ett gott liv i ett livskraftigt län. Arbetet leds av en ny styrelse.", "Sist."]
    assert changed_sentences(before, after) == [("Arbetet leds av en styrelse.", "Arbetet leds av en ny styrelse.")]


def test_sentences_come_and_go() -> None:
    """In page order."""
    assert changed_sentences(["Ett. Två."], ["Noll. Ett. Två. Tre."]) == [(None, "Noll."), (None, "Tre.")]
    assert changed_sentences(["Noll. Ett. Två. Tre."], ["Ett. Två."]) == [("Noll.", None), ("Tre.", None)]
    assert changed_sentences([], []) == []


def test_a_sentence_written_anew_in_the_same_gap_is_paired() -> None:
    """Nothing alike, but one for one in the same place."""
    assert changed_sentences(["Ett. Gammalt stod här. Två."], ["Ett. Helt andra ord. Två."]) == [
        ("Gammalt stod här.", "Helt andra ord.")
    ]
    assert changed_sentences(["Gammalt stod här. Ett."], ["Ett. Helt andra ord."]) == [
        ("Gammalt stod här.", None),
        (None, "Helt andra ord."),
    ]


def test_an_edited_sentence_is_found_among_new_ones() -> None:
    """By likeness, not by position alone."""
    before = ["Under året 2022 prioriteras hälsa och omställning."]
    after = ["Helt ny mening först.", "Under året 2023 prioriteras hälsa och omställning."]
    assert changed_sentences(before, after) == [(None, after[0]), (before[0], after[1])]


def test_the_likest_is_chosen() -> None:
    """Two candidates for one sentence."""
    before = ["Region Kronoberg deltar i tre samarbeten."]
    after = ["Region Kronoberg deltar i två möten.", "Region Kronoberg deltar i fyra samarbeten."]
    assert changed_sentences(before, after) == [(None, after[0]), (before[0], after[1])]


def test_order_and_paragraphs_do_not_count() -> None:
    """Bullets that changed places, a paragraph that became two."""
    assert changed_sentences(["Ett. Två.", "Tre."], ["Tre.", "Ett.", "Två."]) == []


def test_a_repeated_sentence_counts_each_time() -> None:
    """Two became one."""
    assert changed_sentences(["Ett. Ett."], ["Ett."]) == [("Ett.", None)]


def test_order_within_a_list_in_a_sentence_does_not_count() -> None:
    """Three things or more; the words around them do count."""
    before = "Medlemmar är Region Blekinge, Region Halland och Klaipeda län (LT)."
    assert changed_sentences([before], ["Medlemmar är Klaipeda län (LT), Region Blekinge och Region Halland."]) == []
    added = "Medlemmar är Region Blekinge, Region Halland, Region Skåne och Klaipeda län (LT)."
    assert changed_sentences([before], [added]) == [(before, added)]
    chair = "Ordförande är Testa Testsson, vice ordförande Ylva Provsson och ledamot Bo Ek."
    swapped = "Ordförande är Ylva Provsson, vice ordförande Testa Testsson och ledamot Bo Ek."
    assert changed_sentences([chair], [swapped]) == [(chair, swapped)]
    assert changed_sentences(["Testa och Ylva."], ["Ylva och Testa."]) == [("Testa och Ylva.", "Ylva och Testa.")]


def test_many_new_sentences_are_paired_in_their_order() -> None:
    """A page written anew costs no time."""
    before = [f"Gammal mening nummer {number}." for number in range(1000)]
    after = [f"Ny rad {number}!" for number in range(1001)]
    found = changed_sentences(before, after)
    assert found[:2] == [(before[0], after[0]), (before[1], after[1])]
    assert found[-1] == (None, after[-1])
    assert len(found) == 1001


def test_the_intro_is_the_pages_own_and_a_description_its_collaborations() -> None:
    """One change for each sentence, the page's first."""
    before = PageRecord("Sida", intro=("Ett.",), collaborations=(Collaboration("Alfa", description=("Två. Tre.",)),))
    after = PageRecord("Sida", intro=("Noll.",), collaborations=(Collaboration("Alfa", description=("Två.",)),))
    assert list(diff(before, after).changes) == [
        Change(ChangeKind.TEXT_CHANGED, None, None, {"text": "Ett."}, {"text": "Noll."}),
        Change(ChangeKind.TEXT_CHANGED, "Alfa", None, {"text": "Tre."}, None),
    ]
