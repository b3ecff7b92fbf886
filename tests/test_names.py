"""Two written names of one seat: a respelling, or another person."""

import pytest

from records.names import is_respelling, letters_apart, spelling_forms


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Roland Gustbée", "Roland Gustbee"),
        ("Åsa Öberg", "Asa Oberg"),
        ("Åsa Öberg Ärlig", "Asa Oberg Arlig"),
        ("Ylva Provsson", "Ylva Provson"),
        ("Ylva Provsson", "Ylva Porvsson"),
        ("Britt-Louise Provsson", "Britt Louise Provsson"),
        ("Annalena Provsson", "Anna-Lena Provsson"),
        ("Ylva Gustafsson", "Ylva Gustavson"),
        ("Ylva K Provsson", "Ylva Provsson"),
        ("Ylva K. Provsson", "Ylva Provsson"),
        ("Ylva K. Provsson", "Ylva K Provsson"),
        ("Elizabeth Provsson", "Elisabeth Provsson"),
        ("Bo Ek", "Bo Ekh"),
        ("Ylva Provsson Olesen", "Ylva Provsson Olsson"),
    ],
)
def test_a_respelling(before: str, after: str) -> None:
    """One letter, accents alone, or two letters in a name that is still known again; in both directions."""
    assert is_respelling(before, after)
    assert is_respelling(after, before)
    assert spelling_forms(before) & spelling_forms(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Testa Testsson", "Ylva Provsson"),
        ("Testa Provsson", "Ylva Provsson"),
        ("Anna Provsson", "Anne-Li Provsson"),
        ("Ulla Provsson", "Ulf Provsson"),
        ("Ylva Olsson", "Ylva Nilsson"),
        ("Ylva Persson", "Ylva Larsson"),
        ("Ylva Ek", "Ylva Eng"),
        ("Ylva Provsson", "Ylva Provander"),
        ("Ylva Provsson", "Ylva Provsson Lind"),
        ("Ylva Provsson", "Provsson Ylva"),
    ],
)
def test_another_person(before: str, after: str) -> None:
    """Another first name, another initial, a short name half changed, or more than two letters."""
    assert not is_respelling(before, after)
    assert not is_respelling(after, before)


def test_letters_apart_counts_up_to_two() -> None:
    """Neighbours that changed places are one letter; three stands for any more."""
    assert letters_apart("Ylva", "ylva ") == 0
    assert letters_apart("Ylva", "Yvla") == letters_apart("Ylva", "Elva") == 1
    assert letters_apart("Ylva", "Eva") == 2
    assert letters_apart("Ylva", "Testa") == letters_apart("Ylva", "Hittepåsson") == 3


def test_a_name_of_any_length_has_few_forms() -> None:
    """A page that gives a name of ten thousand letters costs nothing."""
    assert spelling_forms("a" * 10_000) == {("", "a" * 10_000)}
    assert len(spelling_forms("Anna " + "bcdefghij" * 6)) < 2_000


def test_a_name_of_sixty_signs_is_still_found() -> None:
    """A letter less in it is a respelling; from sixty-one on nobody looks so closely."""
    name = "Ylva " + "bcdefghijk" * 5 + "lmnop"
    assert spelling_forms(name) & spelling_forms(name[:-1])
    assert not spelling_forms(name + "q") & spelling_forms(name)
