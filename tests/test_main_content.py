"""Which part of a page is its content? Found without configuration, and never by losing people."""

from __future__ import annotations

import pytest

from records.errors import UsageError
from scraper.blocks import read_content
from scraper.content import Heading

PEOPLE = "<ul><li>Testa Testsson (M), ledamot</li><li>Ylva Provsson (S), ersättare</li></ul>"
MENU = "<ul><li><a href='/a'>Start</a></li><li><a href='/b'>Politik</a></li></ul>"
AROUND = f"<nav>{MENU}</nav>", "<footer><p>Box 1, 111 11 Prov</p></footer>"
TEXT = "<h1>Samarbeten</h1><p>Text om samarbeten.</p>" + PEOPLE


def main(body: str, selector: str | None = None) -> list[str]:
    content = read_content(f"<title>Samarbeten - Kommunen</title><body>{body}</body></html>", main=selector)
    return [block.text for block in content.main]


ALL = ["Samarbeten", "Text om samarbeten.", "Testa Testsson (M), ledamot", "Ylva Provsson (S), ersättare"]


@pytest.mark.parametrize(
    "body",
    [
        f"{AROUND[0]}<main>{TEXT}</main>{AROUND[1]}",
        f"{AROUND[0]}<div role='main'>{TEXT}</div>{AROUND[1]}",
        f"{AROUND[0]}<article>{TEXT}</article>{AROUND[1]}",
        f"<div class='site-nav'>{MENU}</div><div>{TEXT}</div><div id='footer'>Adress</div>",
        f"<form id='aspnetForm'><div class='menu'>{MENU}</div><div>{TEXT}</div><div class='footer'>Adress</div></form>",
        f"<div class='site-nav'>{MENU}</div><div>{TEXT}</div><div id='foot'>Landstinget Prov</div>",
        f"<table><tr><td>{MENU}</td><td>{TEXT}</td></tr></table>",
        f"<div><div><b>Nyheter</b><p>Bron är klar</p></div><div>{TEXT}</div><div>Kalender</div></div>",
        f"<header><h1>Samarbeten</h1></header><main>{TEXT.partition('</h1>')[2]}</main><footer>Adress</footer>",
        f"<main><div class='breadcrumb'><a href='/'>Start</a></div>{TEXT}<aside>Mer</aside></main>",
        f"<main>{TEXT}<p>Dela sidan</p><ul class='share'><li><a href='/f'>Facebook</a></li></ul></main>",
        f"<main>{TEXT}<form><h2>Hjälpte informationen dig?</h2><label>Skriv</label><textarea></textarea></form></main>",
        f"<main>{TEXT}<h2>Hjälpte informationen dig?</h2><p>Ja</p><p>Nej</p></main>",
        f"<main>{TEXT}<div><label>Sök namn <input></label></div><p>Visar 1 till 2 av 2 poster</p></main>",
        f"<main>{TEXT}<p>Visar 1–2 av 2 träffar</p><p>Sida 1 av 1</p><a href='#'>Visa fler</a></main>",
        f"<main>{TEXT}<div id='comments'><h2>2 kommentarer</h2><p>Bo skriver: Bra, ny ordförande</p></div></main>",
        f"<main>{TEXT.replace('</h1>', ' <a href=#s>#</a></h1>')}</main>",
        f"<div class='cookie-banner'><p>Vi använder kakor.</p></div>{TEXT}<p>© Kommunen 2022</p>",
    ],
)
def test_the_content_is_found_in_any_layout(body: str) -> None:
    """Menus, footers, banners, tools, columns beside it and the way to it are outside."""
    assert main(body) == ALL


def test_a_box_that_only_a_link_names_is_headed_by_it() -> None:
    """Tabs that nothing marks as such; a box with a heading of its own needs none."""
    row = "<ul><li><a href='#a'>Provrådet</a></li><li><a href='#b'>Testrådet</a></li></ul>"
    boxes = "<div id='a'><p>Testa Testsson</p></div><div id='b'><p>Bo Prov</p></div>"
    assert main(f"<main><h1>Samarbeten</h1>{row}{boxes}</main>")[-4:] == [
        "Provrådet", "Testa Testsson", "Testrådet", "Bo Prov",
    ]  # fmt: skip
    buttons = "<div><button aria-controls='a'>Provrådet</button><button aria-controls='b'>Testrådet</button></div>"
    assert main(f"<main><h1>Samarbeten</h1>{buttons}{boxes}</main>") == [
        "Samarbeten", "Provrådet", "Testa Testsson", "Testrådet", "Bo Prov",
    ]  # fmt: skip
    headed = boxes.replace("<p>Testa", "<h2>Provrådets folk</h2><p>Testa")
    assert main(f"<main><h1>Samarbeten</h1>{row}{headed}</main>")[-3:] == [
        "Provrådets folk",
        "Testa Testsson",
        "Bo Prov",
    ]


def test_links_past_the_menu_and_letters_name_no_box() -> None:
    """They stand before the title, or say nothing."""
    skips = "<a href='#m'>Till menyn</a> <a href='#c'>Till innehållet</a>"
    assert main(f"{skips}<div id='m'>{MENU}</div><div id='c'>{TEXT}</div>") == ALL
    letters = "<a href='#a'>A</a> <a href='#b'>B</a><div id='a'><p>Anna Prov (M)</p></div><div id='b'>Bo Prov (S)</div>"
    assert "A" not in main(f"<main><h1>Samarbeten</h1>{letters}</main>")


def test_what_opens_a_panel_heads_it() -> None:
    """A link that leads nowhere right before a box, or what says that it is a button and controls one."""
    link = "<ul><li><a href='#'>Provrådet</a><div><p>Testa Testsson</p></div></li></ul>"
    content = read_content(f"<body><main><h1>Samarbeten</h1>{link}</main></body>")
    assert [block.text for block in content.main if isinstance(block, Heading)] == ["Samarbeten", "Provrådet"]
    button = "<div role='button' aria-controls='p'>Provrådet</div><div id='p'><p>Testa Testsson</p></div>"
    content = read_content(f"<body><main><h1>Samarbeten</h1>{button}</main></body>")
    assert [block.text for block in content.main if isinstance(block, Heading)] == ["Samarbeten", "Provrådet"]
    wrapped = "<div><button>Provrådet</button></div><div><p>Testa Testsson</p></div>"
    content = read_content(f"<body><main><h1>Samarbeten</h1><div>{wrapped}</div></main></body>")
    assert [block.text for block in content.main if isinstance(block, Heading)] == ["Samarbeten", "Provrådet"]
    menu = "<p><a href='#'>Provrådet</a> bjuder in.</p><div><p>Testa Testsson</p></div>"
    content = read_content(f"<body><main><h1>Samarbeten</h1>{menu}</main></body>")
    assert [block.text for block in content.main if isinstance(block, Heading)] == ["Samarbeten"]


def test_the_slides_that_come_next_are_seen() -> None:
    """Those who hear the page are spared them until a click; other hidden parts stay hidden."""
    slides = "".join(f"<div class='slick-slide' aria-hidden='{each > 0}'><p>Bild {each}</p></div>" for each in range(3))
    assert main(f"<main><h1>Samarbeten</h1>{slides.lower()}</main>")[1:] == ["bild 0", "bild 1", "bild 2"]
    assert main("<main><h1>Samarbeten</h1><div aria-hidden='true'><p>Bild</p></div></main>") == ["Samarbeten"]


def test_what_opens_a_filter_or_a_menu_heads_nothing() -> None:
    """A panel that asks for something, or tells nothing."""
    asks = "<div><button>Urval</button><div><p>Visa</p><label>Namn <input></label></div></div>"
    links = "<div><a href='#'>Kanaler</a><div><a href='/f'>Facebook</a></div></div>"
    content = read_content(f"<body><main><h1>Samarbeten</h1>{asks}{links}</main></body>")
    assert [block.text for block in content.main if isinstance(block, Heading)] == ["Samarbeten"]


def test_a_column_behind_the_date_line_is_beside_the_content() -> None:
    """By the name of its box, and since a date line ends the one with the title."""
    text = f"<div id='MainBodyArea'><div>{TEXT}</div><div>Senast uppdaterad: 2008-03-14</div></div>"
    puff = "<div id='RightBody'><h2>Fråga politikern</h2><p>Ställ din fråga till Bo Skissen (C), kommunalråd.</p></div>"
    assert main(text + puff)[-1] == "Senast uppdaterad: 2008-03-14"


def test_a_heading_is_without_the_link_to_where_it_is_edited() -> None:
    """Wikis have one in each."""
    edit = "<span>[<a href='/w?edit'>redigera</a>]</span>"
    assert main(f"<main><h1>Samarbeten</h1><h2>Provrådet{edit}</h2><p>Testa Testsson</p></main>")[1] == "Provrådet"


def test_a_contact_in_a_column_before_the_title_is_the_pages() -> None:
    """It stands on the right, and first in the source."""
    contact = "<div><h3>Kontakt</h3><p>Bo Prov<br>Samordnare<br><a href='mailto:bo@x.se'>E-post</a></p></div>"
    found = main(f"<div class=r>{contact}<h3>Läs mer</h3><p><a href='/x'>EU</a></p></div><div class=c>{TEXT}</div>")
    assert found == ["Kontakt", "Bo Prov", "Samordnare", "E-post", *ALL]


def test_a_contact_in_a_box_behind_the_contents_own_is_the_pages() -> None:
    """However deep its heading is said to be; within the box it belongs to the section that it stands in."""
    content = read_content(
        f"<body><table><tr><td>{TEXT}</td><td><h4>Kontakt</h4><p>Bo Prov</p></td></tr></table></body>"
    )
    assert [block.level for block in content.main if isinstance(block, Heading)] == [1, 2]
    content = read_content(f"<body><div>{TEXT}<h4>Kontakt</h4><p>Bo Prov</p></div></body>")
    assert [block.level for block in content.main if isinstance(block, Heading)] == [1, 4]


def test_a_table_of_contents_is_no_content() -> None:
    """Links to the page's own headings, and the heading above them; other links to places stay."""
    toc = "<h2>På den här sidan</h2><ul><li><a href='#l'>Ledamöter</a></li><li><a href='#e'>Ersättare</a></li></ul>"
    text = "<p>Så styrs det.</p><h2 id=l>Ledamöter</h2><p>Testa Testsson</p><h2 id=e>Ersättare</h2><p>Bo Prov</p>"
    assert main(f"<main><h1>Samarbeten</h1>{toc}{text}</main>")[:3] == ["Samarbeten", "Så styrs det.", "Ledamöter"]
    assert "Om kakor" in main(f"<main><h1>Samarbeten</h1>{text}<a href='#x'>Om kakor</a></main>")


def test_a_menu_of_links_in_a_line_weighs_nothing() -> None:
    """Whoever stands in a footer that is no footer element, behind the date line, is not of the page."""
    menu = "".join(f"<a href='/{each}'>Länk nummer {each}</a>" for each in range(40))
    box = f"<div>{TEXT}<div>Sidan är senast uppdaterad 2022-05-30</div></div>"
    body = f"<div>{menu}</div>{box}<div><div>Regionråd: Bo Skissen (C)</div></div>"
    assert main(body)[-1] == "Sidan är senast uppdaterad 2022-05-30"


def test_a_line_above_several_headings_of_level_1_that_the_document_names_is_the_title() -> None:
    """A word processor writes the title as a paragraph and each section as a heading of level 1."""
    text = "<p>Samarbeten</p><p>Vi utser.</p><h1>Provrådet</h1><p>Testa Testsson</p><h1>Testrådet</h1><p>Bo Prov</p>"
    content = read_content(f"<title>Samarbeten</title><body>{text}</body></html>")
    first = content.main[0]
    assert isinstance(first, Heading)
    assert (first.level, first.text, len(content.main)) == (1, "Samarbeten", 6)


OTHERS = "<h2>Regionråd</h2><p>Bo Skissen (C), ordförande</p><p>Eva Skissen (L), ledamot</p><p>Kim Ek (V), ledamot</p>"


@pytest.mark.parametrize(
    "body",
    [
        f"<main>{TEXT}</main><aside>{OTHERS}</aside>",
        f"<main>{TEXT}</main><div class='sidebar'>{OTHERS}</div>",
        f"<main>{TEXT}</main><div>{OTHERS}</div>",
        f"<div>{TEXT}</div><aside>{OTHERS}</aside>",
        f"<div>{TEXT}</div><div id='right-sidebar'>{OTHERS}</div>",
        f"<header><nav>{OTHERS}</nav></header><div>{TEXT}</div>",
        f"<header><ul role='menu'><li>Bo Skissen (C), ordförande</li></ul></header><main>{TEXT}</main>",
    ],
)
def test_who_stands_beside_the_content_is_somebody_elses(body: str) -> None:
    """However many they are: a news list, a box of councillors, a menu that names them."""
    assert main(body) == ALL


SECTIONS = f"<h1>Samarbeten</h1><p>Text om samarbeten.</p><h2>Skolrådet</h2>{PEOPLE}<h2>Naturrådet</h2>{PEOPLE}"


@pytest.mark.parametrize(
    "beside",
    [
        "<div id='RightArea'><div><h2>Visste du?</h2><p>Här möts varje ledamot.</p></div></div>",
        "<div id='sidoyta'><h2>Visste du?</h2><p>Här möts varje ledamot.</p></div>",
        "<div><h2>Sök förtroendevald</h2><p>Här finns varje ersättare.</p><h2>Kalender</h2><p>Inget</p></div>",
        "<div><div><h2>Nyheter</h2><p>Bo Skissen (C) ny ordförande i nämnden</p></div></div>",
        "<div><h2>Ordföranden har ordet</h2><p>Våren är här.</p><p>Bo Skissen (C), ordförande</p></div>",
    ],
)
def test_a_column_beside_whole_sections_is_none_of_them(beside: str) -> None:
    """Without a main element, and with headings of the content's own level; but a list of people is kept."""
    page = f"<div id='a'><div id='menu'>{MENU}</div><div id='b'>{SECTIONS}</div>{beside}</div>"
    assert main(page)[-1] == "Ylva Provsson (S), ersättare"
    page = page.replace(beside, f"<div><h2>Ungdomsrådet</h2><p>Bo Skissen, ombud</p>{PEOPLE}</div>")
    assert main(page).count("Testa Testsson (M), ledamot") == len(["Skolrådet", "Naturrådet", "Ungdomsrådet"])


@pytest.mark.parametrize(
    "beside", ["<aside>{}</aside>", "<div class='sidebar'>{}</div>", "<header><nav>{}</nav></header>"]
)
def test_a_page_without_people_gets_none_from_beside_it(beside: str) -> None:
    """A main element with the title and a text is the content, though it names nobody."""
    body = f"<main><h1>Samarbeten</h1><p>Sidan kunde inte hittas.</p></main>{beside.format(OTHERS)}"
    assert main(body) == ["Samarbeten", "Sidan kunde inte hittas."]


@pytest.mark.parametrize(
    "body",
    [
        f"<main><h1>Samarbeten</h1></main><div>{PEOPLE}</div>",
        f"<main><h1>Samarbeten</h1></main><div class='menu-page'>{PEOPLE}</div>",
        f"<article><h1>Samarbeten</h1></article><div class='sidebar'>{PEOPLE}</div>",
        f"<h1>Samarbeten</h1><form>{PEOPLE}</form>",
        f"<div><h1>Samarbeten</h1><p>{'Mycket text. ' * 50}</p></div><div>{PEOPLE}</div>",
        f"{PEOPLE}<h1>Samarbeten</h1>",
    ],
)
def test_people_are_never_lost_to_a_guess(body: str) -> None:
    """Where the people stand outside what calls itself the content, the guess gives way."""
    assert {"Testa Testsson (M), ledamot", "Ylva Provsson (S), ersättare"} <= set(main(body))


def test_a_selector_overrides_the_guess() -> None:
    """Only what it chose is content; nothing chosen is an empty content; no selector at all is wrong use."""
    body = f"<main>{TEXT}</main><div id='x'><p>Annat</p></div>"
    assert main(body, "#x") == ["Annat"]
    assert main(body, "#y") == []
    with pytest.raises(UsageError):
        main(body, "##")


@pytest.mark.parametrize(
    ("body", "selector"),
    [
        ("<p>Annat</p><p id='x'>Texten</p>", "#x"),
        ("<table><tr><td>Meny</td><td class='content'><p>Texten</p></td></tr></table>", "td.content"),
        ("<ul><li>Annat</li><li id='x'>Texten</li></ul>", "#x"),
        ("<h1>Rubrik</h1><p>Texten</p>", "p"),
        ("<p>Texten</p>", "html"),
    ],
)
def test_a_selector_may_choose_what_is_no_box(body: str, selector: str) -> None:
    """A paragraph, a cell of a layout table, an item, the whole page."""
    assert main(body, selector) == ["Texten"]


def test_the_rest_keeps_the_date_line() -> None:
    """What is outside stands in the rest, in page order."""
    content = read_content(f"<main>{TEXT}</main><footer><p>Senast uppdaterad: 9 september 2022</p></footer>")
    assert [block.text for block in content.rest] == ["Senast uppdaterad: 9 september 2022"]


@pytest.mark.parametrize("sign", ["&shy;", "\u00ad", "\u200b", "&zwnj;", "&#8205;", "&#x2060;"])
def test_the_rest_keeps_a_date_line_whose_words_are_parted_unseen(sign: str) -> None:
    """Soft hyphens and marks of no width, as some systems put into every long word of a footer, too."""
    footer = f"<footer><p>Senast upp{sign}date{sign}rad: 9 september 2022</p></footer>"
    content = read_content(f"<main>{TEXT}</main>{footer}")
    assert [block.text for block in content.rest] == ["Senast uppdaterad: 9 september 2022"]


def test_a_part_that_is_called_as_the_document_does_not_cut_off_what_stands_above_it() -> None:
    """The heading of level 1 in the main element is where the content begins."""
    body = "<main><h1>Styrelse och revision</h1><p>Valda i maj.</p><h2>Styrelse</h2><p>Testa Testsson</p></main>"
    content = read_content(f"<title>Styrelse</title><body>{body}</body></html>")
    assert [block.text for block in content.main][:2] == ["Styrelse och revision", "Valda i maj."]


@pytest.mark.parametrize(
    "contact",
    [
        "<h2>Kontaktuppgifter</h2><p>Ylva Provsson<br>Strateg</p>",
        "<h2>Kontakt</h2><p>Internationella enheten</p><p>Ylva Provsson, strateg</p>",
        "<h2>Har du frågor?</h2><p>Strateg: Ylva Provsson</p>",
        "<h2>Kontakt</h2><p>Ylva Provsson (strateg)</p>",
    ],
)
def test_a_contact_in_an_aside_may_be_announced_and_written_in_any_way(contact: str) -> None:
    """Below the name of a unit, behind a title, under a question."""
    page = (
        "<title>Samarbeten</title><main><h1>Samarbeten</h1><p>Vi samverkar.</p><h2>Rådet</h2>"
        f"<ul><li>Testa Testsson (M), ledamot</li></ul><aside>{contact}</aside></main>"
    )
    assert "Ylva Provsson" in " ".join(block.text for block in read_content(page, url="https://prov.example/").main)
