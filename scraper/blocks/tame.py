"""Pages that would cost the parser far more than their length are simplified before they reach it.

The parser compares each attribute with all others of its element, and walks its stack of open elements at each tag: the
cost of both grows with the square. And it makes every unclosed font, i or other formatting element again in each
paragraph that follows. No reader sees any of that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_CHUNK = 4096
_SURPLUS = 400
_FEW_TAGS = 200  # they cost nothing, whatever they are
_MANY_TAGS = 5000  # with fewer no nesting costs much
_VERY_MANY_TAGS = 20_000  # to read such a page costs far more than to count them one by one
_STRAYS = 50
_NAMED = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*)")
_DEEPEST = 256
_LONGEST_TAG = 50_000
_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9]*)\s[^<>]{{{_LONGEST_TAG},}}>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
# What begins and never ends; in any case without a flag, which would cost as much again.
_EMPTY = re.compile(r"<(?:!--|(?:[bB][rR]|[iI][mM][gG]|[iI][nN][pP][uU][tT]|[lL][iI][nN][kK]|[mM][eE][tT][aA])[\s/>])")
_MOST_FORMATTING = 32  # elements that are open at once
_MADE_AGAIN = "font|big|code|em|i|s|small|strike|tt|u|nobr"
_FORMATTING = frozenset([*_MADE_AGAIN.split("|"), "b", "strong", "a"])
_FORMATTING_TAG = re.compile(rf"</?(?:{_MADE_AGAIN})\b[^<>]*>|(?<=<b)\s[^<>]*|(?<=<strong)\s[^<>]*", re.I)
# What it looks ahead for is what these names begin with: most tags begin otherwise.
_FORMATTING_NAME = re.compile(rf"<(?=/?[bcefinstuBCEFINSTU])(/?)(?i:({_MADE_AGAIN}|b|strong))[\s>]")
# What has no end tag, or may leave it out and is then closed by its next sibling.
_UNCOUNTED = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "html",
        "head",
        "body",
        "colgroup",
    ]
)


def tame(html: str) -> str:
    """The page itself, but for absurd nesting and absurdly many attributes."""
    if _may_have_a_long_tag(html):
        html = _LONG_TAG.sub(r"<\1>", html)
    tags = html.count("<")
    if tags >= _FEW_TAGS and _most_formatting(html) > _MOST_FORMATTING:
        html = _FORMATTING_TAG.sub("", html)
    if tags < _MANY_TAGS or not (_may_be_deep(html) or _may_hide_its_depth(html, tags)):
        return html
    deepest = max((max(depth, formatting) for _, depth, formatting in _opened(html)), default=0)
    return _flattened(html) if deepest > _DEEPEST else html


def _most_formatting(html: str) -> int:
    """How many formatting elements are open at once; an end of what is not open ends nothing."""
    is_open: Counter[str] = Counter()
    now = most = 0
    for end, name in _FORMATTING_NAME.findall(html):
        if not end:
            now += 1
            most = max(most, now)
        elif is_open[name.lower()]:
            now -= 1
        else:
            continue
        is_open[name.lower()] += -1 if end else 1
    return most


def _opened(html: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """Each tag that opens or closes an element, with how many elements, and formatting ones, are open behind it.

    An end of what is not open ends nothing.
    """
    is_open: Counter[str] = Counter()
    depth = formatting = 0
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if name in _UNCOUNTED or (tag[1] and not is_open[name]):
            continue
        step = -1 if tag[1] else 1
        is_open[name] += step
        if name in _FORMATTING:
            formatting += step
        else:
            depth += step
        yield tag, depth, formatting


def _may_hide_its_depth(html: str, tags: int) -> bool:
    """Whether ends of what never began make a page look shallow ("<div></x><div></x>")."""
    named: Counter[str] = Counter()
    for name, count in Counter(_NAMED.findall(html)).items():
        named[name.lower()] += count
    stray = sum(max(0, count - named[name[1:]]) for name, count in named.items() if name[0] == "/")
    return stray > _STRAYS or tags > _VERY_MANY_TAGS


def _may_have_a_long_tag(html: str) -> bool:
    """Whether a large page has a part of half a long tag's length without any "<"."""
    part = _LONGEST_TAG // 2
    parts = range(0, len(html) - part + 1, part)
    return len(html) > 2 * _LONGEST_TAG and any(html.find("<", at, at + part) < 0 for at in parts)


def _may_be_deep(html: str) -> bool:
    """A bound that needs no look at single tags: how many more begin than end, before any 4,096 characters.

    What ends, and what needs no end, is only counted where the bound would be passed without it.
    """
    surplus = ended = empty = 0
    for at in range(0, len(html), _CHUNK):
        end = at + _CHUNK
        surplus += html.count("<", at, end)
        if surplus > _SURPLUS:
            surplus -= 2 * html.count("</", ended, end)
            ended = end
        if surplus > _SURPLUS:
            surplus -= len(_EMPTY.findall(html, empty, end))
            empty = end
        if surplus > _SURPLUS:
            return True
    return False


def _flattened(html: str) -> str:
    """The page without the tags of what lies too deep."""
    kept, at = [], 0
    for tag, depth, formatting in _opened(html):
        around = depth + formatting - (not tag[1])
        if around >= _DEEPEST:
            kept.append(html[at : tag.start()])
            at = tag.end()
    return " ".join([*kept, html[at:]])
