"""From the parser's serialisation to blocks, in one pass without recursion: the text walker.

The serialisation is well formed and escapes "<" and ">" wherever they are no markup, so one regular expression splits
it into (tag, attributes, text behind it). Most inline tags do nothing; those of a box end the line before them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from scraper.blocks import boxes, inline, tabular
from scraper.blocks.places import names_outside
from scraper.blocks.writer import Writer

_TOKEN = re.compile(r"<([^\s>]+)([^>]*)>([^<]*)")
_PLAIN = frozenset(
    [
        "address",
        "blockquote",
        "body",
        "center",
        "dir",
        "div",
        "fieldset",
        "figure",
        "hgroup",
        "label",
        "p",
        "section",
        "article",
        "aside",
        "footer",
        "form",
        "header",
        "main",
        "menu",
        "nav",
        "search",
    ]
)
_PART = 2**16


def write(html: str, writer: Writer) -> None:
    """Read a serialised page to its end, and give the writer what stands on it."""
    at = html.find("<")
    while 0 <= at < len(html):  # in parts, so that the tokens of a huge page are never all in memory
        end = html.find("<", at + _PART)
        end = end if end >= 0 else len(html)
        _write_part(html, at, end, writer)
        at = end
    writer.border()
    while writer.stack:
        writer.end()


def _write_part(html: str, at: int, end: int, writer: Writer) -> None:
    pieces = writer.pieces
    for tag, attributes, text in _TOKEN.findall(html, at, end):
        box = _BOXES.get(tag)
        if box is None and "-" in tag and names_outside(tag.lstrip("/")):  # a system's own element: "site-footer"
            box = Writer.end if tag[0] == "/" else boxes.open_plain
        if box is not None:
            if pieces or writer.heading:
                writer.border()
            else:
                writer.gap = True
            box(writer, tag, attributes)
        elif (act := _INLINE.get(tag)) is not None:
            act(writer, tag, attributes)
        if text and (pieces or not text.isspace() or writer.pre):
            pieces.append(text)


_Act = Callable[[Writer, str, str], None]
_BEGIN: dict[str, _Act] = {
    **dict.fromkeys(_PLAIN, boxes.open_plain),
    **dict.fromkeys(boxes.HEADINGS, boxes.open_h),
    **dict.fromkeys(("ul", "ol", "dir"), boxes.open_list),
    **dict.fromkeys(("td", "th"), tabular.open_cell),
    **dict.fromkeys(("dt", "dd"), tabular.open_term),
    **dict.fromkeys(("caption", "figcaption"), tabular.open_caption),
    **dict.fromkeys(("tbody", "tfoot"), boxes.open_plain),
    "p": boxes.open_p,
    "li": boxes.open_li,
    "details": boxes.open_details,
    "summary": boxes.open_summary,
    "legend": boxes.open_legend,
    "table": tabular.open_table,
    "thead": tabular.open_thead,
    "tr": tabular.open_tr,
    "dl": tabular.open_dl,
    "pre": boxes.open_pre,
}
_INLINE: dict[str, _Act] = {
    "a": inline.open_a,
    "/a": inline.close_a,
    "b": inline.open_bold,
    "strong": inline.open_bold,
    "/b": inline.close_bold,
    "/strong": inline.close_bold,
    "u": inline.open_bold,  # a line that is underlined from end to end heads what follows, as a bold one does
    "/u": inline.close_bold,
    "button": inline.open_button,
    "/button": inline.close_button,
    "br": inline.br,
    "hr": inline.hr,
    "img": inline.img,
    "time": inline.time,
}
_BOXES = {**_BEGIN, **dict.fromkeys(["/" + tag for tag in _BEGIN], Writer.end)}
