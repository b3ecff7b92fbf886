"""Names that are also words of other things are names where they stand as names do."""

from __future__ import annotations

import pytest

from scraper.parse.titling import ends_as_body
from scraper.swedish.names import is_name


@pytest.mark.parametrize(
    "name",
    [
        "Inga Provsson",
        "Anna Green",
        "Anna West",
        "Anna De Provsson",
        "Maria Le Test",
        "Cecilia Näringsliv",
        "Daniel Landshövding",
        "Karin Förening",
    ],
)
def test_a_name_is_known_though_a_word_in_it_means_something_else(name: str) -> None:
    """A given name, a surname behind a common given name, a particle with a capital."""
    assert is_name(name)


@pytest.mark.parametrize(
    "text", ["Open House", "Energy West", "Ingen Provsson", "De Provsson", "Provsson De", "Hans Ordförande"]
)
def test_the_same_words_elsewhere_are_no_names(text: str) -> None:
    """Without a given name before them, or as the first or last word."""
    assert not is_name(text)


@pytest.mark.parametrize("text", ["Provvikens hamnråd", "Provdalens räddningstjänstförbund", "Gemensamma provnämnden"])
def test_a_term_or_caption_that_names_a_body(text: str) -> None:
    """By its last word, in whatever form."""
    assert ends_as_body(text)


@pytest.mark.parametrize(
    "text", ["Oppositionsråd", "Styrelsen", "Provköpings kommun", "Testa Provsson", "i nämnden", ""]
)
def test_a_term_that_names_no_body(text: str) -> None:
    """A role, a board without its name, a place, a person."""
    assert not ends_as_body(text)
