"""Any HTML to one flat sequence of blocks: the only door to selectolax.

tame | parse | leave out what no reader sees | serialise | flow (blocks with their places) | choose the main content
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from records.errors import UsageError
from scraper.blocks.addresses import Addresses, joined
from scraper.blocks.apart import held_apart
from scraper.blocks.choice import choose
from scraper.blocks.flow import write
from scraper.blocks.head import Head, take_head
from scraper.blocks.places import CHOSEN
from scraper.blocks.seen import leave_out_unseen
from scraper.blocks.tame import tame
from scraper.blocks.unmarked_tabs import mark_tabs
from scraper.blocks.whole import cut_evidence, has_end_tag
from scraper.blocks.writer import Writer
from scraper.content import Content, Paragraph

_MARKED_ITSELF = frozenset(["html", "body", "main", "article", "section", "div", "aside", "ul", "ol"])
# Told only to browsers without scripts: a paragraph in it would end an open one around it, and the element too.
_NOSCRIPT = re.compile(r"<(/?)noscript\b", re.I)


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
    tabs = leave_out_unseen(tree, beside=beside)
    text = held_apart((tree.body.html if tree.body is not None else "") or "", own_elements=head.own_elements)
    text, unmarked = mark_tabs(text)
    writer = Writer(Addresses(address).__getitem__, {**unmarked, **tabs})
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


def _as_template(found: re.Match[str]) -> str:
    return f"<{found[1]}template"


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
