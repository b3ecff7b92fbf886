"""Parts of a page that only styles, or a system's own elements, hold apart: a reader sees them so, and so shall we."""

from __future__ import annotations

import re

from scraper.blocks.text import FULL_NAME
from scraper.swedish.names import is_name

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
    r'style="(?:[^"]*;)?\s*display:\s*(?:block|flex|grid|table|list-item)\b|slot="|class="(?:[^"]*\s)?d-block[\s"])',
    re.I,
)
# A card whose lines are spans: all that a box holds, the first is somebody's name, and none goes on in lower case.
_SPANS = re.compile(
    r"<span\b[^<>]*>([^<>]*)</span>(?:\s*<span\b[^<>]*>\s*[A-ZÅÄÖÉ\d][^<>]*</span>){1,5}(?=\s*</(?:li|a|div|td|dd|p)>)"
)
_BOX_BEFORE = re.compile(r"<(?:li|a|div|td|dd|p)\b[^<>]*>(?:\s*<(?:img|svg)\b[^<>]*>)?\s*$")
_LONGEST_BOX = 400  # letters of its tags
_NEXT_SPAN = re.compile(r"</span>\s*(<span\b[^<>]*>)\s*(?=\w)")
# Two of a system's own elements one after the other ("</x-person><x-person>"): a reader sees two boxes.
# One around another ("<x-list><x-person>") is a box too, but for an icon in a link.
_OWN_WITHIN_OWN = re.compile(r"<[a-z][a-z0-9]*-[^>]*>\s*(?=<[a-z][a-z0-9]*-[^>]*>(?!</))")
_OWN_ELEMENTS = re.compile(r"</[a-z][a-z0-9]*-[^\s>]*>\s*(?=<[a-z][a-z0-9]*-)")


def held_apart(html: str, *, own_elements: bool) -> str:
    """Without comments. Spans that only styles hold apart ("30</span><span>Uppdaterad") get a space.

    own_elements: elements of a system's own may stand in it.
    """
    html = _COMMENT.sub("", html) if "<!" in html or "<?" in html else html
    if "font-weight" in html:
        html = _BOLD_STYLE.sub(r"<\1><b>\2</b></\1>", html)
    if "</span>" in html and _BOX_SPAN.search(html):
        html = _with_box_spans(html)
    if "</span>" in html:
        html = _SPANS.sub(_with_commas, html)
    if own_elements:
        html = _OWN_WITHIN_OWN.sub(_behind_a_box, _OWN_ELEMENTS.sub(_with_a_box, html))
    return _SIDE_BY_SIDE.sub(_apart, html)


def _with_commas(found: re.Match[str]) -> str:
    """ "Testa Testsson", "Moderaterna", "Ledamot", each in a span: what the lines of a card say of one person."""
    first = found[1].strip()
    if not FULL_NAME.fullmatch(first) or not is_name(first.partition(" (")[0]):
        return found[0]
    before = found.string[max(0, found.start() - _LONGEST_BOX) : found.start()]
    return _NEXT_SPAN.sub(r"</span>, \1", found[0]) if _BOX_BEFORE.search(before) else found[0]


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
