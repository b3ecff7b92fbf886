"""What a cheap question refuses, the pattern behind it could not have matched, on any line of any page that we have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import scraper
from scraper.blocks import signs
from scraper.parse import heading_blocks, titling
from scraper.reading import Reading
from scraper.swedish import asides, headings, leads, memberships, reach

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
    "years behind a board": (lambda text: text[-1:] in "0123456789-–/)", titling.TERM.search),
    "members announced": (lambda text: text.lower().endswith(memberships._OWN_ENDS), memberships._OWN.search),
    "a lead": (lambda text: ":" in text or text[-2:].lower() in ("av", "är"), leads._REPRESENTED.search),
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
