"""What a cheap question refuses, the pattern behind it could not have matched, on any line of any page that we have."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import scraper
from scraper.blocks import signs
from scraper.parse import heading_blocks, titling
from scraper.reading import Reading
from scraper.swedish import asides, headings, leads, memberships, reach
from scraper.swedish.needs import Needing

PAGES = Path(__file__).parent.parent / "fixtures"


def lines() -> list[str]:
    """Every line of every page, and its last sentence alone."""
    read = [scraper.read(page.read_bytes()) for page in sorted(PAGES.glob("*/*/*.html"))]
    texts = {text for each in read if isinstance(each, Reading) for text in each.blocks}
    return sorted(texts | {text.rpartition(". ")[2].removesuffix(".") for text in texts})


LINES = lines()
QUESTIONS: dict[str, tuple[Callable[[str], object], Callable[[str], object]]] = {
    "a seat": (signs._names_seat, signs._SEAT.search),
    "news": (heading_blocks._names_news, heading_blocks._NEWS.fullmatch),
    "years behind a board": (lambda text: text[-1:] in "0123456789-–/)", titling._TERM.search),
    "members announced": (lambda text: text.lower().endswith(memberships._OWN_ENDS), memberships._OWN.search),
    "a lead": (lambda text: ":" in text or text[-2:].lower() in ("av", "är"), leads._REPRESENTED.pattern.search),
    "a period": (headings._DIGIT.search, headings._PERIOD_OR_COUNT.search),
    "a place": (asides.has_place_word, asides._PLACE_WORD.search),
    "a phone": (lambda text: "0" in text or "+" in text, reach._PHONE.search),
    "an invitation to write": (
        lambda text: any(word in text.lower() for word in ("post", "mejl", "mail")),
        reach._ASKS.search,
    ),
}


@pytest.mark.parametrize("asked", QUESTIONS)
def test_the_question_is_wider_than_its_pattern(asked: str) -> None:
    """Else a rule that somebody adds to the pattern would never be reached."""
    question, pattern = QUESTIONS[asked]
    assert [text for text in LINES if pattern(text) and not question(text)] == []


def test_what_a_pattern_needs_is_in_whatever_it_matches() -> None:
    """Else a rule that somebody adds to such a pattern would never be reached."""
    modules = [import_module(each.name) for each in walk_packages(scraper.__path__, "scraper.")]
    needing = {name: each for module in modules for name, each in vars(module).items() if isinstance(each, Needing)}
    assert len(needing) > 1
    assert [
        (name, text)
        for name, each in needing.items()
        for text in LINES
        if not each.may_match(text) and each.pattern.search(text)
    ] == []


def test_a_pattern_is_tried_where_a_word_that_it_needs_stands() -> None:
    """In whatever case, and nowhere else."""
    ends = Needing(r"\w+$", needs="styrelse|utsedd av", flags=re.IGNORECASE)
    texts = ("I STYRELSEN", "Utsedd av oss", "Utsedd", "")
    assert [bool(ends.search(text)) for text in texts] == [True, True, False, False]
    assert [bool(ends.match(text)) for text in ("styrelsen", "i styrelsen", "utsedd")] == [True, False, False]
    found = ends.search("styrelsen", 3, 5)
    assert found is not None
    assert found[0] == "re"
