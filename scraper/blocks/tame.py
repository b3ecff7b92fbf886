"""Pages that would cost the parser far more than their length are simplified before they reach it.

The parser compares each attribute with all others of its element, and walks its stack of open elements at each tag: the
cost of both grows with the square. And it makes every unclosed font, i or other formatting element again in each
paragraph that follows. No reader sees any of that.
"""

from __future__ import annotations

import re

_CHUNK = 4096
_SURPLUS = 400
_DEEPEST = 256
_LONGEST_TAG = 50_000
_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9]*)\s[^<>]{{{_LONGEST_TAG},}}>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_EMPTY = re.compile(r"<(?:!--|(?:br|img|input|link|meta)[\s/>])", re.I)  # of what begins and never ends
_FORMATTING = frozenset(
    ["font", "big", "code", "em", "i", "s", "small", "strike", "tt", "u", "nobr", "b", "strong", "a"]
)
_FORMATTING_TAG = re.compile(
    r"</?(?:font|big|code|em|i|s|small|strike|tt|u|nobr)\b[^<>]*>|(?<=<b)\s[^<>]*|(?<=<strong)\s[^<>]*", re.I
)
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
    if not _may_be_deep(html):
        return html
    deepest = formatted = depth = formatting = 0
    for end, name in _TAG.findall(html):
        name = name.lower()
        if name in _FORMATTING:
            formatting = max(0, formatting + (-1 if end else 1))
            formatted = max(formatted, formatting)
        elif name not in _UNCOUNTED:
            depth = max(0, depth + (-1 if end else 1))
            deepest = max(deepest, depth)
    if formatted > _DEEPEST // 8:
        html = _FORMATTING_TAG.sub("", html)
    return _flattened(html) if max(deepest, formatted) > _DEEPEST else html


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
    depth = 0

    def keep(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _UNCOUNTED:
            return tag[0]
        if tag[1]:
            depth = max(0, depth - 1)
            return tag[0] if depth < _DEEPEST else " "
        depth += 1
        return tag[0] if depth <= _DEEPEST else " "

    return _TAG.sub(keep, html)
