"""Cosmetic changes: what happens to a page's bytes while it says the same (DESIGN §5, never a change)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from benchmarks.detection.layouts import DATES, Style, any_style, render
from benchmarks.detection.people_markup import PEOPLE
from records.page import PageRecord


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page, how it was written, and the HTML that came of it."""

    page: PageRecord
    owner: str
    style: Style
    html: str


KINDS: dict[str, Callable[[Random, Rendered], str | bytes]] = {}

REWRITES = frozenset({"parties_in_lower_case", "parties_in_full", "dash_twins", "order_of_collaborations"})
"""Those after which a record is written otherwise, so that a real change beside them would be labelled otherwise."""


def kind(function: Callable[[Random, Rendered], str | bytes]) -> Callable[[Random, Rendered], str | bytes]:
    KINDS[function.__name__] = function
    return function


def _names(shown: Rendered) -> list[str]:
    return [seat.name for organ in shown.page.collaborations for seat in organ.representatives]


def _in_text(html: str, old: str, new: str) -> str:
    """Every old as new in running text: never inside a tag, a script or the title."""
    parts = re.split(
        r"(<(?:script|title|style)\b.*?</(?:script|title|style)>|<[^>]*>)", html, flags=re.DOTALL | re.IGNORECASE
    )
    return "".join(part if at % 2 else part.replace(old, new) for at, part in enumerate(parts))


def _after_title(html: str, markup: str) -> str:
    return re.sub(r"(</h1>)", lambda found: found[1] + markup, html, count=1, flags=re.IGNORECASE)


def _before_end(html: str, markup: str) -> str:
    return re.sub(r"(</body>)", lambda found: markup + found[1], html, count=1, flags=re.IGNORECASE)


def _in_head(html: str, markup: str) -> str:
    return re.sub(r"(</head>)", lambda found: markup + found[1], html, count=1, flags=re.IGNORECASE)


# --- letters and spaces


@kind
def hard_spaces(random: Random, shown: Rendered) -> str:
    return _in_text(shown.html, " (", "\u00a0(")


@kind
def hard_space_entities_in_names(random: Random, shown: Rendered) -> str:
    name = random.choice(_names(shown))
    return _in_text(shown.html, name, name.replace(" ", "&nbsp;"))


@kind
def soft_hyphens(random: Random, shown: Rendered) -> str:
    return _in_text(_in_text(shown.html, "lemsorg", "lems\u00adorg"), "beten", "be&shy;ten")


@kind
def soft_hyphen_in_a_name(random: Random, shown: Rendered) -> str:
    name = random.choice(_names(shown))
    return _in_text(shown.html, name, name[:-3] + "\u00ad" + name[-3:])


@kind
def zero_width_spaces(random: Random, shown: Rendered) -> str:
    return _in_text(shown.html, "medlem", "\u200bmedlem")


@kind
def decomposed_letters(random: Random, shown: Rendered) -> str:
    return unicodedata.normalize("NFD", shown.html)


@kind
def letters_as_entities(random: Random, shown: Rendered) -> str:
    return _in_text(_in_text(_in_text(shown.html, "å", "&aring;"), "ä", "&#228;"), "ö", "&#xF6;")


@kind
def doubled_spaces(random: Random, shown: Rendered) -> str:
    return _in_text(shown.html, " ", "  ")


@kind
def lines_broken_in_the_source(random: Random, shown: Rendered) -> str:
    """But where lines are shown as they are typed: there a reader would see the breaks."""
    parts = re.split(r"(<pre>.*?</pre>)", shown.html, flags=re.DOTALL)
    return "".join(part if part.startswith("<pre>") else _in_text(part, " ", "\n      ") for part in parts)


@kind
def carriage_returns(random: Random, shown: Rendered) -> str:
    return shown.html.replace("\n", "\r\n")


@kind
def source_in_one_line(random: Random, shown: Rendered) -> str:
    return shown.html.replace(">\n<", "><")


@kind
def dash_twins(random: Random, shown: Rendered) -> str:
    return _in_text(shown.html, "–", "-")


@kind
def hyphens_that_do_not_break(random: Random, shown: Rendered) -> str:
    parts = [name for name in _names(shown) if "-" in name]
    return _in_text(shown.html, parts[0], parts[0].replace("-", "\u2011")) if parts else shown.html + "\n"


@kind
def colon_twins(random: Random, shown: Rendered) -> str:
    return _in_text(shown.html, ":s hemsida", "&#58;s hemsida")


# --- bytes


@kind
def byte_order_mark(random: Random, shown: Rendered) -> bytes:
    return b"\xef\xbb\xbf" + shown.html.encode()


@kind
def sixteen_bits(random: Random, shown: Rendered) -> bytes:
    return shown.html.encode("utf-16")


@kind
def old_code_page(random: Random, shown: Rendered) -> bytes:
    html = re.sub("utf-8", "windows-1252", shown.html, flags=re.IGNORECASE)
    return html.encode("cp1252", "xmlcharrefreplace")


@kind
def declared_latin_but_utf8(random: Random, shown: Rendered) -> bytes:
    return re.sub("utf-8", "iso-8859-1", shown.html, flags=re.IGNORECASE).encode()


# --- markup


@kind
def other_classes_and_ids(random: Random, shown: Rendered) -> str:
    return re.sub(r'(class|id)="([^"]*)"', lambda m: f'{m[1]}="{m[2]}{random.randint(1, 99)}"', shown.html)


@kind
def fresh_tokens(random: Random, shown: Rendered) -> str:
    token = f"{random.getrandbits(64):x}"
    html = _in_head(
        shown.html, f'<meta name="csrf-token" content="{token}"><script nonce="{token}">var t="{token}";</script>'
    )
    return _before_end(html, f'<input type="hidden" name="__VIEWSTATE" value="{token}">')


@kind
def comments(random: Random, shown: Rendered) -> str:
    return _after_title(
        _before_end(shown.html, "<!-- 0.031 s, web03 -->"), "<!-- Innehåll: Namn Namnsson (M), ledamot -->"
    )


@kind
def style_element(random: Random, shown: Rendered) -> str:
    return _after_title(shown.html, "<style>.x::after{content:'Nytt';color:#333}</style>")


@kind
def names_in_spans(random: Random, shown: Rendered) -> str:
    html = shown.html
    for name in set(_names(shown)):
        first, _, last = name.partition(" ")
        html = _in_text(html, name, f'<span class="fn">{first}</span> <span>{last}</span>')
    return html


@kind
def one_name_in_bold(random: Random, shown: Rendered) -> str:
    name = random.choice(_names(shown))
    return _in_text(shown.html, f"{name} (", f"<strong>{name}</strong> (")


@kind
def parties_in_italics(random: Random, shown: Rendered) -> str:
    return _in_text(shown.html, "(S)", "<em>(S)</em>")


@kind
def inline_markup_inside_a_word(random: Random, shown: Rendered) -> str:
    name = random.choice(_names(shown))
    return _in_text(shown.html, name, f"<span>{name[:2]}</span>{name[2:]}")


@kind
def a_link_on_a_name(random: Random, shown: Rendered) -> str:
    name = random.choice(_names(shown))
    return _in_text(shown.html, name, f'<a href="/person/{random.randint(1, 999)}">{name}</a>')


@kind
def wrapped_in_more_boxes(random: Random, shown: Rendered) -> str:
    html = re.sub(r"<(ul|table|dl)\b", r'<div class="box"><div class="inner"><\1', shown.html)
    return re.sub(r"</(ul|table|dl)>", r"</\1></div></div>", html)


@kind
def numbered_lists(random: Random, shown: Rendered) -> str:
    return re.sub(r"<ul>(<li>.*?)</ul>", r'<ol class="plain">\1</ol>', shown.html, flags=re.DOTALL)


@kind
def empty_paragraphs(random: Random, shown: Rendered) -> str:
    return shown.html.replace("</p>\n", "</p>\n<p>&nbsp;</p>\n")


@kind
def trailing_breaks(random: Random, shown: Rendered) -> str:
    return shown.html.replace("</li>", "<br></li>")


@kind
def attributes_on_links(random: Random, shown: Rendered) -> str:
    return shown.html.replace("<a href=", '<a rel="noopener" target="_blank" data-track="1" href=')


@kind
def upper_case_tags(random: Random, shown: Rendered) -> str:
    return re.sub(r"(</?)(p|li|ul|table|tr|td|th|h2|h3|h4|strong|a)\b", lambda m: m[1] + m[2].upper(), shown.html)


@kind
def end_tags_left_out(random: Random, shown: Rendered) -> str:
    return shown.html.replace("</li>", "").replace("</td>", "").replace("</dd>", "")


@kind
def pasted_from_a_word_processor(random: Random, shown: Rendered) -> str:
    html = re.sub(
        r"<p>(.*?)</p>",
        r'<p class="MsoNormal"><span lang="SV" style="color:black">\1<o:p></o:p></span></p>',
        shown.html,
    )
    return html.replace("<li>", '<li class="MsoListParagraph"><font face="Arial">').replace("</li>", "</font></li>")


@kind
def places_to_break_names(random: Random, shown: Rendered) -> str:
    name = random.choice(_names(shown))
    return _in_text(shown.html, name, name[:4] + "<wbr>" + name[4:])


@kind
def empty_inline_elements(random: Random, shown: Rendered) -> str:
    return shown.html.replace("<li>", "<li><strong></strong><span> </span>").replace("</p>", "<em></em></p>")


@kind
def words_explained(random: Random, shown: Rendered) -> str:
    return _in_text(shown.html, "(S)", '(<abbr title="Socialdemokraterna">S</abbr>)')


# --- what stands around and between


@kind
def table_of_contents(random: Random, shown: Rendered) -> str:
    links = "".join(f'<li><a href="#a{at}">{o.name}</a></li>' for at, o in enumerate(shown.page.collaborations))
    return _after_title(shown.html, f'<nav class="toc"><h2>På den här sidan</h2><ul>{links}</ul></nav>')


@kind
def a_film_and_a_map(random: Random, shown: Rendered) -> str:
    return _after_title(
        shown.html, '<div class="embed"><iframe src="https://film.example/1" title="Film"></iframe></div>'
    )


@kind
def links_beside(random: Random, shown: Rendered) -> str:
    links = '<li><a href="/namnder">Nämnder och styrelser</a></li><li><a href="/protokoll">Protokoll</a></li>'
    return _before_end(shown.html, f'<aside class="related"><h2>Relaterad information</h2><ul>{links}</ul></aside>')


@kind
def other_menu(random: Random, shown: Rendered) -> str:
    return shown.html.replace("Om oss", "Om organisationen")


@kind
def other_footer(random: Random, shown: Rendered) -> str:
    return shown.html.replace("2024 Provlandet", "2025 Provlandet").replace("0470-58 80 00", "0470-11 22 33")


@kind
def other_news_beside(random: Random, shown: Rendered) -> str:
    return shown.html.replace("Provia Nyhetsson (M) ny ordförande i nämnden", "Nyhild Tidning (S), ledamot, avgår")


@kind
def cookie_banner(random: Random, shown: Rendered) -> str:
    text = "Vi använder kakor för att förbättra webbplatsen. Du kan godkänna alla eller bara nödvändiga."
    markup = f'<div id="cookie-consent" role="dialog"><h2>Kakor</h2><p>{text}</p><button>Godkänn</button></div>'
    return _before_end(shown.html, markup)


@kind
def share_buttons(random: Random, shown: Rendered) -> str:
    links = "".join(
        f'<li><a href="https://{site}.example/share?u=1">{site}</a></li>' for site in ("Facebook", "LinkedIn")
    )
    return _after_title(shown.html, f'<div class="share"><span>Dela sidan</span><ul>{links}</ul></div>')


@kind
def listen_button(random: Random, shown: Rendered) -> str:
    return _after_title(
        shown.html, '<div class="rs_skip"><a href="https://app.readspeaker.example/?r=1">Lyssna</a></div>'
    )


@kind
def print_button(random: Random, shown: Rendered) -> str:
    return _after_title(shown.html, '<button type="button" onclick="print()">Skriv ut</button>')


@kind
def feedback_form(random: Random, shown: Rendered) -> str:
    form = "<form><h2>Hjälpte informationen dig?</h2><button>Ja</button><button>Nej</button></form>"
    return re.sub(r"(</main>|</article>|<HR>\n<P>|</body>)", lambda m: form + m[1], shown.html, count=1)


@kind
def hidden_parts(random: Random, shown: Rendered) -> str:
    return _after_title(
        shown.html,
        "<div hidden><p>Dold Doldsson (M), ledamot</p></div>"
        '<div style="display:none">Gömd Gömdsson (S), ersättare</div>'
        "<template><li>Mall Mallsson (C), ledamot</li></template>",
    )


@kind
def noscript_and_pixel(random: Random, shown: Rendered) -> str:
    pixel = f'<img src="https://stat.example/p.gif?{random.random()}" alt="">'
    return _after_title(shown.html, f"<noscript>{pixel}<p>Aktivera JavaScript</p></noscript>")


@kind
def picture_with_alt_text(random: Random, shown: Rendered) -> str:
    return _after_title(
        shown.html, '<figure><img src="/bild.jpg" alt="Bildia Altsson (M), ledamot, vid ett bord"></figure>'
    )


@kind
def top_link(random: Random, shown: Rendered) -> str:
    return _before_end(shown.html, '<a href="#top" class="to-top">Till toppen</a>')


# --- the manner of writing


@kind
def order_of_people(random: Random, shown: Rendered) -> str:
    organs = tuple(
        replace(organ, representatives=tuple(random.sample(organ.representatives, len(organ.representatives))))
        for organ in shown.page.collaborations
    )
    return render(replace(shown.page, collaborations=organs), shown.owner, shown.style)


@kind
def order_of_collaborations(random: Random, shown: Rendered) -> str:
    organs = tuple(random.sample(shown.page.collaborations, len(shown.page.collaborations)))
    return render(replace(shown.page, collaborations=organs), shown.owner, shown.style)


@kind
def order_of_documents(random: Random, shown: Rendered) -> str:
    return render(replace(shown.page, documents=shown.page.documents[::-1]), shown.owner, shown.style)


@kind
def parties_in_lower_case(random: Random, shown: Rendered) -> str:
    return re.sub(r"\((M|S|C|L|V|MP|KD|SD)\)", lambda found: found[0].lower(), shown.html)


@kind
def parties_in_full(random: Random, shown: Rendered) -> str:
    full = {
        "M": "Moderaterna",
        "S": "Socialdemokraterna",
        "C": "Centerpartiet",
        "V": "Vänsterpartiet",
        "L": "Liberalerna",
    }
    html = re.sub(r"\((M|S|C|V|L)\)", lambda found: f"({full[found[1]]})", shown.html)
    return re.sub(r"<td>(M|S|C|V|L)</td>", lambda found: f"<td>{full[found[1]]}</td>", html)


@kind
def roles_with_a_capital(random: Random, shown: Rendered) -> str:
    return _in_text(_in_text(shown.html, ", ledamot", ", Ledamot"), ", ersättare", ", Ersättare")


def _restyled(shown: Rendered, **manner: Any) -> str:
    return render(shown.page, shown.owner, replace(shown.style, **manner))


@kind
def other_form_of_date(random: Random, shown: Rendered) -> str:
    return _restyled(shown, dated=random.choice(sorted(DATES)))


@kind
def date_with_a_time(random: Random, shown: Rendered) -> str:
    day = shown.page.last_updated
    return _restyled(shown, dated="iso").replace(f"{day}</p>", f"{day} 08:31</p>")


@kind
def other_heading_level(random: Random, shown: Rendered) -> str:
    return _restyled(shown, heading="h3" if shown.style.heading == "h2" else "h2")


@kind
def other_document_tails(random: Random, shown: Rendered) -> str:
    return _restyled(shown, document=random.choice(("new window", "size", "plain")))


@kind
def other_lead(random: Random, shown: Rendered) -> str:
    return _restyled(shown, lead=random.choice(("politiska företrädare", "representeras av", "representanter")))


@kind
def other_form_of_entries(random: Random, shown: Rendered) -> str:
    heading = "h2" if shown.style.heading == "bold" else shown.style.heading
    return _restyled(shown, people=random.choice(sorted(PEOPLE)), heading=heading)


@kind
def other_form_of_contacts(random: Random, shown: Rendered) -> str:
    return _restyled(shown, contact=random.choice(("lines", "bold name", "paragraphs")))


@kind
def other_system(random: Random, shown: Rendered) -> str:
    return render(shown.page, shown.owner, any_style(random))
