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
        ("Mötet börjar kl. 13.00. Fika bjuds.", ["Mötet börjar kl. 13.00.", "Fika bjuds."]),
        (
            "Platserna är 5. Läs mer på prov.se. Där finns allt.",
            ["Platserna är 5.", "Läs mer på prov.se.", "Där finns allt."],
        ),
        ("1. Inledning. 2. Rådet, dvs. Region Prov.", ["1. Inledning.", "2. Rådet, dvs. Region Prov."]),
    ],
)
def test_where_sentences_end(paragraph: str, expected: list[str]) -> None:
    """At a stop before a capital, a digit or a quote; not after an initial, an ordinal or an abbreviation."""
    assert sentences([paragraph]) == expected


def test_many_stops_cost_no_time() -> None:
    """A paragraph of a hundred thousand initials is one sentence, found at once."""
    assert sentences(["A. " * 100_000]) == [("A. " * 100_000).strip()]


def test_a_paragraph_ends_a_sentence() -> None:
    """Also without a stop."""
    assert sentences(["Ett", "Två. Tre"]) == ["Ett", "Två.", "Tre"]


def test_only_the_sentences_that_changed_are_told() -> None:
    """An edited one as it was and as it is; the others not at all."""
    before = ["Ett gott liv i ett livskraftigt län. Arbetet leds av en styrelse.", "Sist."]
    after = ["Ett gott liv i ett livskraftigt län. Arbetet leds av en ny styrelse.", "Sist."]
    assert changed_sentences(before, after) == (["Arbetet leds av en styrelse."], ["Arbetet leds av en ny styrelse."])


def test_sentences_come_and_go() -> None:
    """In page order."""
    assert changed_sentences(["Ett. Två."], ["Noll. Ett. Två. Tre."]) == ([], ["Noll.", "Tre."])
    assert changed_sentences(["Noll. Ett. Två. Tre."], ["Ett. Två."]) == (["Noll.", "Tre."], [])
    assert changed_sentences([], []) == ([], [])


def test_order_and_paragraphs_do_not_count() -> None:
    """Bullets that changed places, a paragraph that became two."""
    assert changed_sentences(["Ett. Två.", "Tre."], ["Tre.", "Ett.", "Två."]) == ([], [])


def test_how_a_party_is_written_in_a_sentence_does_not_count() -> None:
    """(s) is (S) and (Socialdemokraterna); another party is another sentence, and so is another country."""
    before = ["Ordförande är Testa Testsson (S), Prov. Länet (DK) är med."]
    assert changed_sentences(before, [before[0].replace("(S)", "(s)")]) == ([], [])
    assert changed_sentences(before, [before[0].replace("(S)", "(Socialdemokraterna)")]) == ([], [])
    assert changed_sentences(before, [before[0].replace("(S)", "(M)")]) != ([], [])
    assert changed_sentences(before, [before[0].replace("(DK)", "(NO)")]) != ([], [])


def test_a_repeated_sentence_counts_each_time() -> None:
    """Two became one."""
    assert changed_sentences(["Ett. Ett."], ["Ett."]) == (["Ett."], [])


def test_order_within_a_list_in_a_sentence_does_not_count() -> None:
    """Three things or more; the words around them do count."""
    before = "Medlemmar är Region Blekinge, Region Halland och Klaipeda län (LT)."
    assert changed_sentences([before], ["Medlemmar är Klaipeda län (LT), Region Blekinge och Region Halland."]) == (
        [],
        [],
    )
    bare = ["Alfa, Beta, Gamma.", "Gamma; Beta; Alfa"]
    assert changed_sentences([bare[0]], ["Gamma, Alfa, Beta."]) == ([], [])
    assert changed_sentences([bare[0]], [bare[1]]) == ([bare[0]], [bare[1]])
    added = "Medlemmar är Region Blekinge, Region Halland, Region Skåne och Klaipeda län (LT)."
    assert changed_sentences([before], [added]) == ([before], [added])
    chair = "Ordförande är Testa Testsson, vice ordförande Ylva Provsson och ledamot Bo Ek."
    swapped = "Ordförande är Ylva Provsson, vice ordförande Testa Testsson och ledamot Bo Ek."
    assert changed_sentences([chair], [swapped]) == ([chair], [swapped])
    assert changed_sentences(["Testa och Ylva."], ["Ylva och Testa."]) == (["Testa och Ylva."], ["Ylva och Testa."])


def test_the_intro_is_the_pages_own_and_a_description_its_collaborations() -> None:
    """One change for each text, of all its sentences that changed, the page's first."""
    before = PageRecord(
        "Sida", intro=("Ett.",), collaborations=(Collaboration("Alfa", description=("Två. Tre.", "Fyra.")),)
    )
    after = PageRecord("Sida", intro=("Noll.",), collaborations=(Collaboration("Alfa", description=("Två.",)),))
    assert list(diff(before, after).changes) == [
        Change(ChangeKind.TEXT_CHANGED, None, None, {"text": "Ett."}, {"text": "Noll."}),
        Change(ChangeKind.TEXT_CHANGED, "Alfa", None, {"text": "Tre. Fyra."}, None),
    ]
