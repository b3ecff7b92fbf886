"""Tabs that nothing marks as such: links in a row, each to a box of the page that has no heading but the link."""

from __future__ import annotations

import re

from scraper.blocks.text import normalised, unescaped

_LINK = re.compile(r'<a\b[^>]*\shref="#([^"\s]+)"[^>]*>((?:[^<]|<(?!/a>))*)</a>')
_BOX = re.compile(r'<(?:div|section|article)\b[^>]*?\sid="([^"]+)"[^>]*')
_HEADING = re.compile(r'<(?:h[1-6]|summary)\b|\srole="(?:heading|tabpanel)"')
_TAG = re.compile(r"<[^>]*>")
_TITLE = re.compile(r"<h1\b")
_SHORTEST_LABEL, _LONGEST_LABEL = 3, 80  # letters


def mark_tabs(html: str) -> tuple[str, dict[str, str]]:
    """The page with the panels of such tabs marked, and the tabs' labels by the panels' ids.

    html: as the parser serialises it. A table of contents leads to headings, or to boxes that have their own.
    """
    if html.count('href="#') < 2:
        return html, {}
    boxes: dict[str, re.Match[str]] = {}
    for box in _BOX.finditer(html):
        boxes.setdefault(box[1], box)
    labels: dict[str, str] = {}
    for row in _rows(html):
        panels = [(boxes.get(link[1]), normalised(unescaped(_TAG.sub(" ", link[2])))) for link in row]
        if _are_panels(html, row[-1].end(), panels):
            labels.update({box[1]: label for box, label in panels if box is not None})
    ends = sorted(boxes[name].end() for name in labels)
    parts = [html[start:end] for start, end in zip([0, *ends], [*ends, len(html)], strict=True)]
    return ' role="tabpanel"'.join(parts), labels


def _rows(html: str) -> list[list[re.Match[str]]]:
    """The links to places on the page that stand side by side, with nothing but tags between them."""
    rows: list[list[re.Match[str]]] = []
    for link in _LINK.finditer(html):
        beside = rows and not _TAG.sub("", html[rows[-1][-1].end() : link.start()]).strip()
        if beside:
            rows[-1].append(link)
        else:
            rows.append([link])
    return [row for row in rows if len(row) > 1]


def _are_panels(html: str, behind: int, panels: list[tuple[re.Match[str] | None, str]]) -> bool:
    """Whether the boxes stand one behind the other, in the order of the links, and none but the last can be seen to
    have a heading.
    """
    if _TITLE.search(html, behind):
        return False  # they lead past the menu, to the content
    at = behind
    for box, label in panels:
        if box is None or box.start() < at or not _SHORTEST_LABEL <= len(label) <= _LONGEST_LABEL:
            return False
        if at > behind and _HEADING.search(html, at, box.start()):
            return False
        at = box.end()
    return True
