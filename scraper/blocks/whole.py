"""Did the page come to its end? What in the bytes says that it was cut."""

from __future__ import annotations

import re

_END_TAG = re.compile(r"</html\s*>?", re.I)
_UNSEEN = re.compile(r"<!--|<(script|style|textarea|title|noscript|template)\b[^<>]*>", re.I)
_UNSEEN_NAMES = ("script", "style", "textarea", "title", "noscript", "template")
_ENDS = {name: re.compile(f"</{name}", re.I) for name in _UNSEEN_NAMES}
_COMMENT_END = re.compile("-->")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")
_SEVERAL = 2
_HALF_TAG = re.compile(r"<(?:[a-zA-Z/!][^<>]*)?\Z")
_NAMES = {
    "ul": "list",
    "ol": "list",
    "dl": "list",
    "table": "table",
    "main": "main part",
    "article": "article",
    "aside": "box",
    "details": "box",
    "figure": "picture",
    "fieldset": "box",
    "header": "head",
    "nav": "menu",
    "footer": "foot",
    "section": "section",
    "div": "box",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "script": "script",
    "style": "style sheet",
    "textarea": "text field",
    "title": "title",
}


def has_end_tag(html: str) -> bool:
    """</html> stands in the body."""
    if html[-20:].rstrip().endswith("</html>"):
        return True
    return _END_TAG.search(html, max(0, len(html) - 4096)) is not None or _END_TAG.search(html) is not None


def cut_evidence(html: str) -> str | None:
    """What is half at the end of a page that has no </html>, or None. A missing </html> alone is no evidence."""
    text = _seen(html)
    if text.rfind("<!--") > text.rfind("-->"):
        return "an open comment"
    if _HALF_TAG.search(text, max(0, len(text) - 4096)):
        return "a half tag"
    if re.search(r"&#?\w{1,8}\Z", text):
        return "a half character reference"
    opened: dict[str, int] = {}
    paragraphs, last = 0, ""
    for end, name in _TAG.findall(text):
        if (name := name.lower()) in _NAMES or "-" in name:
            opened[name] = max(0, opened.get(name, 0) + (-1 if end else 1))
        elif name == "p":
            paragraphs, last = paragraphs + (-1 if end else 1), end
    found = next((name for name in opened if opened[name]), None)
    if found:
        return f"an open {_NAMES.get(found, 'box')}"
    closes = text.lower().count("</p>") >= _SEVERAL  # where a page closes its paragraphs, an open one is cut
    return "an open paragraph" if closes and paragraphs == 1 and not last else None


def _seen(html: str) -> str:
    """Without comments, scripts and the like that come to their end; each part of the page is looked at once."""
    kept: list[str] = []
    endless: set[re.Pattern[str]] = set()
    at = looked = 0
    while (begin := _UNSEEN.search(html, looked)) is not None:
        end_mark = _ENDS[begin[1].lower()] if begin[1] else _COMMENT_END
        end = None if end_mark in endless else end_mark.search(html, begin.end())
        if end is None:
            endless.add(end_mark)
            looked = begin.end()
            continue
        kept.append(html[at : begin.start()])
        close = html.find(">", end.start())
        at = looked = close + 1 if close >= 0 else len(html)
    return "".join([*kept, html[at:]])
