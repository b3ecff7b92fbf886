"""Menus, footers and dialogs are most of a page as sites send it: what decides nothing leaves before the reading."""

from __future__ import annotations

import pytest

import scraper
from records.outcome import CannotTell
from scraper.blocks import read_content
from scraper.reading import Reading

MAIN = "<main><h1>Samarbeten</h1><p>Testa Testsson (M), ledamot</p></main>"
MANY = f"<nav>{'<i></i>' * 400}</nav>"
LINK = "<a href='/b'>Bygga och bo</a>"


def rest(body: str, *, whole: bool = False) -> list[str]:
    """What stands outside the main content."""
    return [block.text for block in read_content(f"<body>{body}</body></html>", whole=whole).rest]


@pytest.mark.parametrize(
    "beside",
    [
        f"<nav><h2>Meny</h2><ul><li>{LINK}</li></ul></nav>",
        f"<header><nav>{LINK}</nav></header>",
        f"<div role='navigation'>{LINK}</div>",
        f"<footer><p>Box 1</p><nav>{LINK}</nav></footer>",
        f"<div role='dialog'><p>Vi använder kakor.</p>{LINK}</div>",
        f"<form role='search'>{LINK}</form>",
    ],
)
def test_what_can_decide_nothing_leaves_the_page(beside: str) -> None:
    """By its tag or role, wherever it stands; with the whole page asked for it is there."""
    assert rest(beside + MAIN) == []
    assert rest(beside + MAIN, whole=True) != []


@pytest.mark.parametrize(
    "beside",
    [
        "<footer><p>Box 1</p><p>Senast uppdaterad: 9 september 2022</p></footer>",
        "<nav><p>Sidan ändrad 2022-09-09</p></nav>",
        "<div class='sidebar'><div role='search'><p>Sök</p></div></div>",
        "<table><tr><td><nav>Sök</nav></td><td>Mer</td></tr></table>",
        "<div class='menu'><p>Sök</p></div>",
    ],
)
def test_what_may_decide_something_stays(beside: str) -> None:
    """A date, what stands in a place that people can keep in, and what only its name says is no content."""
    assert rest(beside + MAIN) != []


def test_a_sections_own_footer_is_content() -> None:
    """In it stands who signs a text."""
    article = "<article><h1>Samarbeten</h1><p>Text.</p><footer><p>Underskrift</p></footer></article>"
    page = read_content(f"<main>{article}</main>")
    assert [block.text for block in page.main] == ["Samarbeten", "Text.", "Underskrift"]


def test_the_title_is_kept_wherever_it_stands() -> None:
    """A menu with the page's only heading of level 1 is read."""
    page = read_content("<nav><h1>Samarbeten</h1></nav><main><p>Text.</p></main>")
    assert [block.text for block in page.main] == ["Samarbeten", "Text."]


def test_a_selector_chooses_among_everything() -> None:
    """What is configured may stand in a footer."""
    page = read_content(f"{MAIN}<footer><p>Box 1</p></footer>", main="footer")
    assert [block.text for block in page.main] == ["Box 1"]


def test_a_page_of_headings_alone_is_judged_with_everything_around_it() -> None:
    """Whether it is a wall is told by what stands beside its headline."""
    menu = f"<nav><ul>{''.join(f'<li>{LINK}</li>' for _ in range(40))}</ul></nav>"
    banner = "<div role='dialog'><p>Vi använder kakor. Godkänn kakor för att fortsätta.</p></div>"
    headline = "<main><h1>Samarbeten</h1></main>"
    assert isinstance(scraper.read(f"{banner}{headline}</html>".encode()), CannotTell)
    assert isinstance(scraper.read(f"{menu}{banner}{headline}</html>".encode()), Reading)


@pytest.mark.parametrize("others", ["", MANY])
def test_a_menu_still_opens_its_panels_elsewhere(others: str) -> None:
    """The tabs of a content may stand in a nav element, their panels outside it; on a large page too."""
    tabs = "<nav><div role='tablist'><button role='tab' id='t' aria-controls='p'>Ledamöter</button></div></nav>"
    panel = "<div role='tabpanel' id='p' aria-labelledby='t' hidden><p>Testa Testsson (M)</p></div>"
    page = read_content(f"{others}<main><h1>Rådet</h1>{tabs}{panel}</main>")
    assert [block.text for block in page.main] == ["Rådet", "Ledamöter", "Testa Testsson (M)"]


def test_menus_within_footers_leave_a_large_page_with_them() -> None:
    """Whichever is found first; a date in the footer keeps the footer alone."""
    footer = f"<footer><p>Box 1</p><nav>{LINK}<nav>{LINK}</nav></nav></footer>"
    dated = footer.replace("Box 1", "Senast uppdaterad: 9 september 2022")
    assert rest(MANY + MAIN + footer) == []
    assert rest(MANY + MAIN + dated) == ["Senast uppdaterad: 9 september 2022"]
