"""In texts that changed, a reader sees at once which words did."""

from __future__ import annotations

from notifier.wording.marks import Span, marked, marked_prose


def plus(text: str) -> Span:
    return Span(text, marked=True)


def test_an_edited_sentence_marks_its_words() -> None:
    """Only the words that the other side does not have."""
    assert marked_prose("Styrelsen sammanträder tre gånger per år.", "Styrelsen sammanträder fyra gånger per år.") == (
        (Span("Styrelsen sammanträder"), plus("tre"), Span("gånger per år.")),
        (Span("Styrelsen sammanträder"), plus("fyra"), Span("gånger per år.")),
    )


def test_a_new_sentence_beside_an_edited_one_is_marked_as_a_whole() -> None:
    """Each sentence is compared with the one that it became, not with whatever stands at its place."""
    before = "Nämnden möts i Växjö varje månad."
    after = "Gruppen är ny. Nämnden möts i Alvesta varje månad."
    old, new = marked_prose(before, after)
    assert old == (Span("Nämnden möts i"), plus("Växjö"), Span("varje månad."))
    assert new == (plus("Gruppen är ny."), Span("Nämnden möts i"), plus("Alvesta"), Span("varje månad."))


def test_texts_with_nothing_in_common_are_not_marked() -> None:
    """Where everything is new, marks tell nothing."""
    old, new = marked_prose("Kontoret i Shanghai är öppet.", "Arbetet ska bidra till utveckling av länet.")
    assert (old, new) == (
        (Span("Kontoret i Shanghai är öppet."),),
        (Span("Arbetet ska bidra till utveckling av länet."),),
    )


def test_a_side_without_text_is_empty() -> None:
    """An addition or a removal has nothing beside it."""
    assert marked_prose("", "Ny text.") == ((), (Span("Ny text."),))
    assert marked("Gammal", "") == ((Span("Gammal"),), ())


def test_short_values_are_compared_as_they_are() -> None:
    """Of a person, the name, the party or the role that is another."""
    assert marked("Bo Frank (M), ledamot", "Bo Frank (M), ordförande") == (
        (Span("Bo Frank (M),"), plus("ledamot")),
        (Span("Bo Frank (M),"), plus("ordförande")),
    )
