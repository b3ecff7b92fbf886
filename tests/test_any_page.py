"""Whatever stands in a page: blocks or none, in time that grows with its length, and never an exception."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.blocks import read_content
from scraper.blocks.tame import tame

TAGS = [
    "p",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "dl",
    "dt",
    "dd",
    "h2",
    "a href='x'",
    "b",
    "br",
    "button",
    "details",
]
TAGS += [
    "summary",
    "main",
    "nav",
    "form",
    "pre",
    "caption",
    "div role='heading'",
    "div role='tabpanel' id='x'",
    "thead",
]
PIECES = (
    [f"<{tag}>" for tag in TAGS] + [f"</{tag.split()[0]}>" for tag in TAGS] + ["Å (S)", "• ", "&amp;", "<!--", "<", ":"]
)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_markup_is_some_blocks(html: str) -> None:
    """Every block has text, and its text is normalised."""
    content = read_content(html)
    for block in (*content.main, *content.rest):
        assert block.text == " ".join(block.text.split())
        assert block.text


@given(st.text(max_size=200))
def test_any_text_is_some_blocks(text: str) -> None:
    """U+FFFD never comes out."""
    content = read_content("<p>" + text)
    assert not any("\ufffd" in block.text for block in (*content.main, *content.rest))


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<ul><li>",
        "<table><tr><td>x",
        "<b>",
        "<p><b><i>",
        "<dl><dd>",
        "<!--",
        "<script>",
        "<",
        "<a ",
        "<p>x",
        "&",
        "<div></p>",
        "<div></x>",
        "<font></x><p>",
    ],
)
def test_hostile_pages_end_soon(unit: str) -> None:
    """A generous bound, hundreds of times below what nesting squared would cost."""
    begun = time.process_time()
    read_content(unit * (400_000 // len(unit)))
    assert time.process_time() - begun < 10


def test_other_hostile_pages_end_soon() -> None:
    """Formatting that is never closed, ten thousand attributes, endless spans."""
    begun = time.process_time()
    read_content("".join(f"<p><font color={n}>" for n in range(20_000)))
    read_content("<p " + " ".join(f"a{n}" for n in range(60_000)) + ">x")
    read_content("<table>" + "<tr><td rowspan=60000 colspan=1000>x<td>y" * 5_000)
    read_content("<div>" * 40_000 + "x" + "</div>" * 40_000)
    assert time.process_time() - begun < 20


def test_formatting_that_is_left_open_is_not_made_again_in_each_paragraph() -> None:
    """390 such elements before 100,000 paragraphs are 39 million; those that end, or are few, stay as they are."""
    paragraphs = "<p>Testa</p>" * 100_000
    assert "font" not in tame("".join(f"<p><font color={n}></p>" for n in range(390)) + paragraphs)
    assert "font" not in tame("".join(f"<FONT color={n}></i>" for n in range(390)) + paragraphs)
    for kept in ("<p><font color=1><i>Testa</i></font></p>" * 390, "<p><font>Testa</p>" + paragraphs):
        assert tame(kept) == kept


@pytest.mark.parametrize(
    ("end", "evidence"),
    [
        ("<p>Text <a hre", "a half tag"),
        ("<ul><li>Testa", "an open list"),
        ("<table><tr><td>Testa", "an open table"),
        ("<h2>Euro", "an open heading"),
        ("<!-- a", "an open comment"),
        ("<p>Sm&ar", "a half character reference"),
        ("<p>Text</p>", None),
        ("<p>Text<p>Text", None),
        ("<p>1 < 2", None),
        ("<ul><li>Testa</html>", None),
        ("<script>if (a<b) '<ul>'</script><!-- <ul> -->", None),
    ],
)
def test_an_end_within_the_content_is_evidence(end: str, evidence: str | None) -> None:
    """A missing </html> alone is none."""
    assert read_content("<html><body><h1>T</h1>" + end).cut == evidence


def test_signs_for_the_judge_are_counted() -> None:
    """Scripts, password fields, frames, and the end tag in any case."""
    content = read_content("<script></script><script></script><input type=PASSWORD><iframe></iframe></HTML>")
    assert (content.scripts, content.password_field, content.frames, content.has_end_tag) == (2, True, 1, True)
    assert read_content("").main == ()
