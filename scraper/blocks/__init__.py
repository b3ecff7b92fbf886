"""Any HTML to one flat sequence of blocks: the only door to selectolax.

tame | parse | leave out what no reader sees | serialise | flow (blocks with their places) | choose the main content
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from records.errors import UsageError
from scraper.blocks.addresses import Addresses, joined
from scraper.blocks.choice import choose
from scraper.blocks.flow import write
from scraper.blocks.places import CHOSEN
from scraper.blocks.seen import Head, leave_out_unseen, take_head
from scraper.blocks.tame import tame
from scraper.blocks.whole import cut_evidence, has_end_tag
from scraper.blocks.writer import Writer
from scraper.content import Content, Paragraph

_MARKED_ITSELF = frozenset(["html", "body", "main", "article", "section", "div", "aside", "ul", "ol"])
_COMMENT = re.compile("<!--.*?-->|<[!?][^>]*>", re.S)
_INLINE = "(?:a|span|strong|b|em|i)"
_WITHIN = "(?:a|span|strong|b|em|i|u|font|small|mark)"  # what may part a letter from the end of its inline part
_SIDE_BY_SIDE = re.compile(
    rf"</{_INLINE}><{_INLINE}(?=(?:\s[^>]*)?>(?:<{_WITHIN}(?:\s[^>]*)?>)?([A-ZÅÄÖ(]|[0-9]|[a-zåäö]))"
)
_INLINE_END = re.compile(rf"</{_WITHIN}>")
_LONGEST_END = len("</strong>")
_ENDS_BEFORE_CAPITAL = frozenset("abcdefghijklmnopqrstuvwxyzåäöé0123456789).")
_ENDS_BEFORE_NUMBER = frozenset("abcdefghijklmnopqrstuvwxyzåäöé:)")
_BOLD_STYLE = re.compile(r'<(span|p) [^>]*style="[^">]*font-weight:\s*(?:bold|[6-9]00)[^>]*>([^<]*)</\1>')
_SPAN = re.compile(r"<(/?)span\b([^>]*)>")
# Spans that a reader sees as boxes: rows and cells by their role, and what a style gives a line of its own.
_BOX_SPAN = re.compile(
    r'<span\b[^>]* (?:role="(?:row|cell|gridcell|columnheader|rowheader|heading)"|'
    r'style="(?:[^"]*;)?\s*display:\s*(?:block|flex|grid|table|list-item)\b|class="(?:[^"]*\s)?d-block[\s"])',
    re.I,
)
# Told only to browsers without scripts: a paragraph in it would end an open one around it, and the element too.
_NOSCRIPT = re.compile(r"<(/?)noscript\b", re.I)
# Two of a system's own elements one after the other ("</x-person><x-person>"): a reader sees two boxes.
# One around another ("<x-list><x-person>") is a box too, but for an icon in a link.
_OWN_WITHIN_OWN = re.compile(r"<[a-z][a-z0-9]*-[^>]*>\s*(?=<[a-z][a-z0-9]*-[^>]*>(?!</))")
_OWN_ELEMENTS = re.compile(r"</[a-z][a-z0-9]*-[^\s>]*>\s*(?=<[a-z][a-z0-9]*-)")


def read_content(html: str, *, url: str = "", main: str | None = None, whole: bool = False) -> Content:
    """A page as a reader sees it. url: the page's own address; main: a CSS selector, where the guess is wrong.

    whole: with the menus and footers that decide nothing, unless the main content is bare.
    Never raises for anything that a page can hold. Raises UsageError for a selector that is none. A selector that
    matches nothing gives an empty main: an answer to be judged.
    """
    ended = has_end_tag(html)
    cut = None if ended else cut_evidence(html)
    tree = LexborHTMLParser(_NOSCRIPT.sub(_as_template, tame(html)))
    del html  # a large page has room for one text of it at a time
    if main is not None:
        mark(tree, main)
    beside = main is None and not whole
    head = take_head(tree, beside=beside)
    address = _address(head, url)
    writer = Writer(Addresses(address).__getitem__, leave_out_unseen(tree, beside=beside))
    text = _cleared((tree.body.html if tree.body is not None else "") or "")
    del tree  # the parser's memory, before the blocks take theirs
    write(text, writer)
    del text
    if head.framed and not writer.blocks:
        writer.add(Paragraph(head.framed))  # what a frame says where it cannot be shown is all that this page says
    chosen = choose(writer.blocks, writer.places, writer.borders, head.title, selected=main is not None)
    return Content(
        url=address,
        title=head.title or None,
        main=chosen.main,
        rest=chosen.rest,
        images=tuple(writer.images),
        has_end_tag=ended,
        cut=cut,
        scripts=head.scripts,
        password_field=head.password,
        frames=head.frames,
    )


def _cleared(html: str) -> str:
    """Without comments. Spans that only styles hold apart ("30</span><span>Uppdaterad") get a space."""
    html = _COMMENT.sub("", html) if "<!" in html or "<?" in html else html
    if "font-weight" in html:
        html = _BOLD_STYLE.sub(r"<\1><b>\2</b></\1>", html)
    if "</span>" in html and _BOX_SPAN.search(html):
        html = _with_box_spans(html)
    html = _OWN_ELEMENTS.sub(_with_a_box, html)
    html = _OWN_WITHIN_OWN.sub(_behind_a_box, html)
    return _SIDE_BY_SIDE.sub(_apart, html)


def _as_template(found: re.Match[str]) -> str:
    return f"<{found[1]}template"


def _with_a_box(found: re.Match[str]) -> str:
    return f"{found[0]}<div></div>"


def _behind_a_box(found: re.Match[str]) -> str:
    return f"<div></div>{found[0]}"


def _apart(found: re.Match[str]) -> str:
    """What stands before is looked at here: a pattern that began with it would be tried at each letter of a page."""
    before, behind = _letter_before(found.string, found.start()), found[1]
    if behind.isdigit():
        apart = before in _ENDS_BEFORE_NUMBER
    else:
        two_links = found[0].startswith("</a><a")
        apart = (before == ")" or before.isdigit() or two_links) if behind.islower() else before in _ENDS_BEFORE_CAPITAL
    return found[0].replace("><", "> <", 1) if apart else found[0]


def _letter_before(html: str, at: int) -> str:
    """The last letter before a place, over the ends of inline parts: "M" in "M</b></span>"."""
    while html[at - 1 : at] == ">":
        end = html.rfind("</", max(0, at - _LONGEST_END), at)
        if end < 0 or not _INLINE_END.fullmatch(html, end, at):
            break
        at = end
    return html[at - 1 : at]


def _with_box_spans(html: str) -> str:
    """Spans that a reader sees as boxes become such."""
    open_spans: list[str] = []

    def replaced(found: re.Match[str]) -> str:
        if found[1]:
            return f"</{open_spans.pop() if open_spans else 'span'}>"
        open_spans.append("div" if _BOX_SPAN.match(found[0]) else "span")
        return f"<{open_spans[-1]}{found[2]}>"

    return _SPAN.sub(replaced, html)


def check_selector(main: str) -> None:
    """UsageError for what is no CSS selector, before there is a page to use it on."""
    mark(LexborHTMLParser(""), main)


def mark(tree: LexborHTMLParser, selector: str) -> None:
    """What a selector chooses gets an attribute that says so. UsageError for what is no selector."""
    try:
        nodes = tree.css(selector)
    except SelectolaxError:
        raise UsageError(f'main = {selector!r} is not a CSS selector; give one such as "main" or "#content"') from None
    for node in nodes:
        if node.tag == "html" and tree.body is not None:
            tree.body.attrs[CHOSEN] = ""
        elif node.tag in _MARKED_ITSELF:
            node.attrs[CHOSEN] = ""
        else:  # an item, a paragraph or a cell: a box around it
            box = LexborHTMLParser(f'<div {CHOSEN}="">{node.html}</div>').css_first("div")
            node.replace_with(box or "")


def _address(head: Head, url: str) -> str:
    """What links are resolved against: base, then canonical, then the page's own address."""
    own = joined(url, head.canonical) or url
    return joined(own, head.base) or own
