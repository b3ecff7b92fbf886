"""From HTML to blocks: the text as a reader sees it, in the shapes that a reader sees."""

from __future__ import annotations

import pytest

from records.page import Link
from scraper.blocks import read_content
from scraper.content import Block, Heading, Item, LinkLine, Paragraph, Row


def blocks(html: str) -> tuple[Block, ...]:
    return read_content(f"<title>T</title><main>{html}</main>", url="https://kommun.example/a/").main


def texts(html: str) -> list[str]:
    return [block.text for block in blocks(html)]


def test_inline_markup_joins_and_lines_separate() -> None:
    """<b>Å</b>sa is one word, and a br ends a line."""
    assert texts("<p><b>Å</b>sa&nbsp;<i>Prov</i>\n  Testsson<br>rad&shy;två<wbr>!</p>") == [
        "Åsa Prov Testsson",
        "radtvå!",
    ]
    first, second = blocks("<p>ett<br>två</p>")
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.gap, second.gap) == (True, False)


def test_text_is_normalised() -> None:
    """NFC, no soft hyphens, no zero-width characters, U+2011 as "-"."""
    assert texts("<p>A\u030asa&#8203; Prov&#8209;Testsson\u00ad\ufeff &amp; c&#xFFFD;o</p>") == [
        "Åsa Prov-Testsson & co"
    ]


def test_what_no_reader_sees_is_left_out() -> None:
    """Scripts, hidden parts, comments and visually hidden words."""
    html = """<script>a("<p>x</p>")</script><style>p{}</style><template><p>x</p></template><noscript>x</noscript>
    <p hidden>x</p><p aria-hidden="true">x</p><p style="display: none">x</p><!-- <p>x</p> --><p class="sr-only">x</p>
    <p>Syns<span class="visually-hidden">, pdf</span></p><svg><title>x</title></svg>"""
    assert texts(html) == ["Syns"]


def test_a_button_beside_a_headings_text_is_a_tool() -> None:
    """One that is all of a heading is its text."""
    heads = "<h1>Samarbeten <button>Lyssna</button></h1><h2><button>Rådet</button></h2>"
    assert texts(heads) == ["Samarbeten", "Rådet"]


def test_a_panel_that_a_button_opens_is_seen() -> None:
    """An accordion's button is a heading, and what it opens is content though it is hidden now."""
    html = """<h2>Organ</h2><button aria-expanded="false" aria-controls="p">Styrelsen</button>
    <div id="p" hidden><p>Text</p></div><details><summary>Nämnden</summary><p>Mer</p></details>"""
    assert blocks(html) == (
        Heading(2, "Organ"),
        Heading(3, "Styrelsen", soft=True),
        Paragraph("Text"),
        Heading(3, "Nämnden", soft=True),
        Paragraph("Mer"),
    )


@pytest.mark.parametrize(
    ("before", "button"),
    [
        ("", "<button class='accordion'>{}</button>"),
        ("", "<div><button>{}</button></div>"),
        ("<h2>Organ</h2><p>Välj.</p>", "<button class='accordion'>{}</button>"),
    ],
)
def test_buttons_that_take_turns_with_panels_are_headings(before: str, button: str) -> None:
    """By their places alone, as in accordions that only a script and a class make."""
    panels = "".join(f"{button.format(name)}<div class='panel'><p>Om {name}</p></div>" for name in ("Rådet", "Nämnden"))
    found = [(type(each), each.text) for each in blocks(f"<div>{before}{panels}</div>")]
    assert found[-4:] == [(Heading, "Rådet"), (Paragraph, "Om Rådet"), (Heading, "Nämnden"), (Paragraph, "Om Nämnden")]


def test_a_page_that_waits_for_its_script_is_seen() -> None:
    """What holds the main heading is the page itself, hidden until a script or a dialog uncovers it."""
    html = "<body style='visibility:hidden'><div aria-hidden='true'><main><h1>T</h1><p>Text</p></main></div></body>"
    assert [block.text for block in read_content(html).main] == ["T", "Text"]


def test_styles_that_hold_words_apart_or_make_them_bold_are_seen() -> None:
    """Spans side by side are words where the letters say so; bold by style is bold."""
    html = """<p><span class="n">Testa Testsson</span><span class="p">(S)</span></p>
    <p>E<span>r</span><span>satt</span></p><p><span style="font-weight: bold">Styrelsen</span></p>"""
    assert texts(html) == ["Testa Testsson (S)", "Ersatt", "Styrelsen"]
    assert isinstance(blocks(html)[2], Heading)


def test_the_head_of_a_table_that_is_one_box_is_a_heading() -> None:
    """Over several lines; over one in each row it is a column's."""
    box = "<table><tr><th>Rådet</th></tr><tr><td><p>Text</p><ul><li>A</li></ul></td></tr></table>"
    assert blocks(box)[:2] == (Heading(2, "Rådet", soft=True), Paragraph("Text"))
    column = "<table><tr><th>Rådet</th></tr><tr><td>A</td></tr><tr><td>B</td></tr></table>"
    assert [each.heads for each in blocks(column) if isinstance(each, Row)] == [("Rådet",), ("Rådet",)]


def test_spans_that_are_the_lines_of_a_card_are_parted() -> None:
    """Where they are all that a box holds and begin with a person; what goes on in lower case is a sentence."""
    html = """<ul><li><a href="/p"><img src="p.jpg" alt=""><span>Testa Testsson</span>
    <span>Provnämndens ordförande</span><span>Moderaterna</span></a></li></ul>
    <p><span>Energy Cities</span> <span>är ett nätverk.</span></p><p><span>Testa</span> <span>Testsson</span></p>
    <div><span>Ylva Provsson (S)</span><span>Ledamot</span></div>
    <p><span>Region Prov</span> <span>ERB:s första medlem</span></p><div><span>Läs Mer</span><span>ERB</span></div>"""
    assert texts(html) == [
        "Testa Testsson, Provnämndens ordförande, Moderaterna",
        "Energy Cities är ett nätverk.",
        "Testa Testsson",
        "Ylva Provsson (S), Ledamot",
        "Region Prov ERB:s första medlem",
        "Läs Mer ERB",
    ]


def test_parts_side_by_side_are_words_however_deep_their_letters_stand() -> None:
    """Names within spans within links, as components write them; a word within another markup stays one."""
    html = """<p><a href="/x"><span>Testa Testsson</span></a><span><b>Moderaterna</b></span><span>Ledamot</span></p>
    <p><b><i>Er</i></b><span>satt</span></p>"""
    assert texts(html) == ["Testa Testsson Moderaterna Ledamot", "Ersatt"]


def test_a_bold_line_with_a_term_of_office_is_a_heading() -> None:
    """Whatever dash stands between the years; a number to call is none."""
    html = "".join(f"<p><b>Ledamöter 2023{dash}2026</b></p>" for dash in ("–", "-", " - ", "/"))
    assert all(isinstance(block, Heading) for block in blocks(html))
    assert isinstance(blocks("<p><b>Ring 0470-58 80 00</b></p>")[0], Paragraph)


def test_an_underlined_line_heads_what_follows() -> None:
    """As old pages write headings; underlined words in a line are words."""
    assert blocks("<p><u>Rådet</u><br>Testa Testsson</p>")[0] == Heading(2, "Rådet", soft=True)
    assert texts("<p>Rådet <u>möts</u> ofta.</p>") == ["Rådet möts ofta."]


def test_a_hidden_title_is_the_page_only_where_there_is_no_other() -> None:
    """What is said again to print is no second title; a page's only title is, though no reader sees it."""
    again = "<h1>Rådet</h1><p>Text</p><h1 aria-hidden='true'>Rådet på papper</h1>"
    assert texts(again) == ["Rådet", "Text"]
    assert texts("<h1 class='sr-only'>Rådet</h1><p>Text</p>") == ["Rådet", "Text"]


def test_two_links_side_by_side_are_two_words() -> None:
    """A number to call and an address, which only styles hold apart."""
    body = "<p><b>Testa</b><a href='tel:1'>012-34 56</a><a href='mailto:t@x.org'>t@x.org</a></p>"
    assert texts(body) == ["Testa 012-34 56 t@x.org"]


def test_tabs_head_their_panels() -> None:
    """The row of tabs itself is no text."""
    html = """<ul role="tablist"><li><a role="tab" href="#a" id="t1" aria-controls="a">Ett</a></li>
    <li><a role="tab" href="#b" aria-controls="b">Två</a></li></ul>
    <div role="tabpanel" id="a"><p>1</p></div><div role="tabpanel" id="b" hidden><h2>Två</h2><p>2</p></div>"""
    assert texts(html) == ["Ett", "1", "Två", "2"]


def test_headings_of_every_make() -> None:
    """h1 to h6, role=heading, and a bold paragraph one level below the last real heading."""
    html = """<h2>Organ</h2><p><strong>Styrelsen</strong></p><div role="heading" aria-level="4">Presidium</div>
    <p><b>Ersättare</b><br>Testa Testsson</p><p><b>Det här är en hel mening.</b></p><p><b>Ylva Provsson (S)</b></p>"""
    assert blocks(html) == (
        Heading(2, "Organ"),
        Heading(3, "Styrelsen", soft=True),
        Heading(4, "Presidium"),
        Heading(5, "Ersättare", soft=True),
        Paragraph("Testa Testsson", gap=False),
        Paragraph("Det här är en hel mening."),
        Paragraph("Ylva Provsson (S)"),
    )


def test_lists_nest_and_tell_where_they_start() -> None:
    """A nested list has depth 2."""
    html = "<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul><ol><li>D</li></ol>"
    assert blocks(html) == (Item("A", starts=True), Item("B", depth=2, starts=True), Item("C"), Item("D", starts=True))


def test_the_lines_of_an_item_are_one_item_unless_each_has_a_person() -> None:
    """A role or a telephone number often stands on its own line."""
    html = "<ul><li>Testa Testsson (M)<br>ordförande<br>070-1</li><li>A Bo (S)<br>C Do (M)</li><li><p>X</p></li></ul>"
    assert texts(html) == ["Testa Testsson (M), ordförande, 070-1", "A Bo (S)", "C Do (M)", "X"]


def test_a_bold_line_in_an_item_heads_those_who_sit_there() -> None:
    """A list of organs, and in each item the lines of who has which role; a person's bold name heads nothing."""
    organ = "<ul><li><b>Rådet</b><br>Ledamot: Testa Testsson (M)<br>Ersättare: Eva Provsson (S)</li></ul>"
    assert [(each.text, each.depth) for each in blocks(organ) if isinstance(each, Item)] == [
        ("Rådet", 1),
        ("Ledamot: Testa Testsson (M)", 2),
        ("Ersättare: Eva Provsson (S)", 2),
    ]
    assert texts("<ul><li><b>Testa Testsson</b><br>Ledamot<br>Testby</li></ul>") == ["Testa Testsson, Ledamot, Testby"]


def test_typed_bullets_are_items() -> None:
    """At the beginning of a paragraph, or between br."""
    html = "<p>Ledamöter:<br>• Testa<br>- Ylva</p><p>– Siv</p><p>• A • B</p>"
    assert blocks(html) == (
        Paragraph("Ledamöter:"),
        Item("Testa", starts=True),
        Item("Ylva"),
        Item("Siv"),
        Item("A"),
        Item("B"),
    )


def test_links_have_their_label_and_absolute_address() -> None:
    """A link alone in its line is a line of its own kind."""
    html = """<p>Se <a href="/plan.pdf">planen</a>.</p><p><a href="b">ERB:s hemsida</a></p>
    <p><a href="mailto:a@b.se">a@b.se</a>"""
    first, second, third = blocks(html)
    assert first.links == (Link("planen", "https://kommun.example/plan.pdf"),)
    assert second == LinkLine(Link("ERB:s hemsida", "https://kommun.example/a/b"))
    assert third.links == (Link("a@b.se", "mailto:a@b.se"),)


def test_addresses_follow_base_then_canonical_then_the_page() -> None:
    """In this order."""
    page = '<link rel="canonical" href="https://c.example/x/"><a href="y">Länk</a>'
    assert read_content(page, url="https://a.example/").main[0].links[0].url == "https://c.example/x/y"
    assert read_content('<base href="https://b.example/">' + page).main[0].links[0].url == "https://b.example/y"
    assert read_content("<a href='y'>L</a>", url="https://a.example/").main[0].links[0].url == "https://a.example/y"


def test_tables_of_data_are_rows_with_heads() -> None:
    """Spans are undone, a caption is kept, and a row over all columns is a heading."""
    html = """<h2>N</h2><table><caption>Nämnd</caption><thead><tr><th>Namn</th><th colspan="2">Parti</th></tr></thead>
    <tr><td rowspan="2">Testa</td><td>S</td><td>x</td></tr><tr><td>M</td><td>y</td></tr>
    <tr><th colspan="3">Ersättare</th></tr><tr><td>Ylva<br>Provsson</td><td colspan="2">C</td></tr></table>"""
    heads = ("Namn", "Parti", "Parti")
    assert blocks(html) == (
        Heading(2, "N"),
        Row(("Testa", "S", "x"), heads, (), True, "Nämnd"),
        Row(("Testa", "M", "y"), heads, (), False, "Nämnd"),
        Heading(3, "Ersättare", soft=True),
        Row(("Ylva, Provsson", "C", ""), heads, (), False, "Nämnd"),
    )


def test_a_table_by_its_roles_is_a_table() -> None:
    """Boxes that say that they are rows and cells."""
    html = """<div role="table"><div role="row"><div role="columnheader">Vem</div>
    <div role="columnheader">Vad</div></div><div role="row"><div role="cell">Testa</div>
    <div role="cell">S</div></div></div><p>Text</p>"""
    assert blocks(html) == (Row(("Testa", "S"), ("Vem", "Vad"), (), True), Paragraph("Text"))


def test_heads_are_known_without_th() -> None:
    """Bold cells, or words for columns."""
    bold = "<table><tr><td><b>Vem</b></td><td><b>Vad</b></td></tr><tr><td>Testa</td><td>S</td></tr></table>"
    plain = "<table><tr><td>Namn</td><td>Parti</td></tr><tr><td>Testa</td><td>S</td></tr></table>"
    assert blocks(bold) == (Row(("Testa", "S"), ("Vem", "Vad"), (), True),)
    assert blocks(plain) == (Row(("Testa", "S"), ("Namn", "Parti"), (), True),)
    until = plain.replace("<td>Parti", "<td>Sekreterare</td><td>T.o.m.").replace("S</td>", "Ylva</td><td>2026</td>")
    assert blocks(until) == (Row(("Testa", "Ylva", "2026"), ("Namn", "Sekreterare", "T.o.m."), (), True),)


def test_tables_for_layout_are_what_stands_in_them() -> None:
    """One column, headings or tables within cells."""
    html = """<table><tr><td><h2>Organ</h2><p>Text</p><ul><li>A</li></ul></td><td>Spalt</td></tr></table>
    <table><tr><td>En</td></tr><tr><td>Två</td></tr></table>"""
    assert blocks(html) == (
        Heading(2, "Organ"),
        Paragraph("Text"),
        Item("A", starts=True),
        Paragraph("Spalt"),
        Paragraph("En"),
        Paragraph("Två"),
    )


def test_definitions_are_pairs_or_headings_of_lists() -> None:
    """One row for each description."""
    html = "<dl><dt>Ordförande</dt><dd>A</dd><dd>B</dd><dt>Övriga</dt><dd><ul><li>C</li></ul></dd></dl>"
    assert blocks(html) == (
        Row(("Ordförande", "A"), (), (), True),
        Row(("Ordförande", "B")),
        Heading(2, "Övriga", soft=True),
        Item("C", starts=True),
    )


def test_images_and_captions_stand_apart() -> None:
    """Their words are no text of the page."""
    content = read_content(
        "<main><figure><img alt='Porträtt'><figcaption>Foto: X</figcaption></figure><p>Text</p></main>"
    )
    assert [block.text for block in content.main] == ["Text"]
    assert content.images == ("Porträtt", "Foto: X")


def test_a_caption_is_a_paragraph_of_its_own_kind() -> None:
    """Its lines are one, without who took the picture."""
    html = "<figure><img><figcaption><b>Testa Testsson (M)</b><br>ledamot<br>Foto: Bo X</figcaption></figure>"
    content = read_content(f"<main><h1>Rådet</h1>{html}</main>")
    assert content.main[1:] == (Paragraph("Testa Testsson (M), ledamot", caption=True),)


def test_times_and_preformatted_lines_are_kept() -> None:
    """The datetime of a time element; the lines of pre."""
    (first,) = blocks('<p>Uppdaterad <time datetime="2022-09-09T08:00">i går</time></p>')
    assert isinstance(first, Paragraph)
    assert first.times == ("2022-09-09T08:00",)
    assert texts("<pre>Ett\nTvå\n\nTre</pre>") == ["Ett", "Två", "Tre"]


def test_a_panel_right_behind_the_heading_that_opens_it_is_read() -> None:
    """Though it is hidden and nothing names it; what is hidden elsewhere stays out."""
    opener = "<h2 role='button' aria-expanded='false'>Rådet</h2>"
    assert texts(f"{opener}<div aria-hidden='true'><p>Text</p></div><div hidden><p>Dold</p></div>") == ["Rådet", "Text"]


def test_what_a_style_gives_a_line_of_its_own_is_a_line() -> None:
    """Spans shown as blocks, and a system's own elements one after the other; plain spans stay in their line."""
    assert texts('<p><a>Testa T</a><span style="display: block">1:a vice</span></p>') == ["Testa T", "1:a vice"]
    assert texts("<x-list><x-person>Testa T</x-person><x-person>Bo P</x-person></x-list>") == ["Testa T", "Bo P"]
    left_open = "<p>Rådet:<x-list> <x-person><x-name>Testa T</x-name> <x-role>Ledamot</x-role></x-person></x-list>"
    assert texts(left_open) == ["Rådet:", "Testa T", "Ledamot"]
    assert texts("<p>Se <x-link><x-icon></x-icon>rådet</x-link> här</p>") == ["Se rådet här"]
    assert texts("<p>Ett <x-mark>tvåd</x-mark>elat ord<span>s slut</span></p>") == ["Ett tvådelat ords slut"]


def test_what_only_browsers_without_scripts_are_told_is_left_out() -> None:
    """Though a paragraph in it ends an open paragraph around it."""
    assert texts("<p>Text<noscript><p>Slå på skript.</p></noscript><ul><li>Punkt</ul>") == ["Text", "Punkt"]


def test_the_lines_of_a_cell_that_are_full_names_are_several_people() -> None:
    """And no surname stands before its comma."""
    names = "<tr><th>Ledamöter</th><td>Ebba Prov<br>Olle von Test (M)</td></tr>"
    row = blocks(f"<table>{names}<tr><th>Plats</th><td>X</td></tr></table>")[0]
    assert isinstance(row, Row)
    assert row.cells[1] == "Ebba Prov; Olle von Test (M)"


def test_a_date_line_within_the_last_item_is_no_part_of_it() -> None:
    """The list's end tag was left out; a label in the item keeps its date."""
    assert texts("<ul><li>Bo Prov (M)<p>Senast uppdaterad 3 maj 2006") == [
        "Bo Prov (M)",
        "Senast uppdaterad 3 maj 2006",
    ]


def test_a_caption_stands_over_section_rows() -> None:
    """As a heading above theirs."""
    rows = "<tr><th colspan=2>Ledamöter</th></tr><tr><td>Bo Prov</td><td>M</td></tr>"
    heads = [(block.level, block.text) for block in blocks(f"<table><caption>Prov AB</caption>{rows}</table>")[:2]]  # type: ignore[union-attr]
    assert heads == [(2, "Prov AB"), (3, "Ledamöter")]


def test_a_paragraph_or_an_own_element_left_open_is_a_cut_where_the_page_closes_them() -> None:
    """And a lone "<" is half a tag; a page that never closes its paragraphs may end in one."""
    start = "<html><body><h1>Rådet</h1>"
    assert read_content(f"{start}<p>Ett.</p><p>Två.</p><p>Ylva Pro").cut == "an open paragraph"
    assert read_content(f"{start}<x-page><p>Ett.</p>").cut == "an open box"
    assert read_content(f"{start}<p>Ett.</p><").cut == "a half tag"
    assert read_content(f"{start}<p>Ett.<p>Två.<p>Ylva Provsson").cut is None


def test_the_label_of_a_box_to_tick_heads_what_it_opens() -> None:
    """Where an element stands right behind it; any other label is text."""
    html = "<input type=checkbox id=a><label for=a>Rådet</label><div><p>Text</p></div>"
    assert [type(block) for block in blocks(html)] == [Heading, Paragraph]
    assert texts("<input type=checkbox id=a><label for=a>Ja</label> tack<div>Text</div>") == ["Ja", "tack", "Text"]


def test_head_cells_over_cells_are_headings_where_there_are_several() -> None:
    """In a table of one column; a single head is its column's."""
    one = "<tr><th>Ledamöter</th></tr><tr><td>Bo Prov</td></tr>"
    two = "<tr><th>Ersättare</th></tr><tr><td>Ebba Test</td></tr>"
    assert [type(block) for block in blocks(f"<table>{one}{two}</table>")] == [Heading, Paragraph, Heading, Paragraph]
    assert [type(block) for block in blocks(f"<table>{one}</table>")] == [Row]
