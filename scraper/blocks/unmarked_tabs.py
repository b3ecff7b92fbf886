"""Tabs that nothing marks as such: links or buttons in a row, each for a box of the page that has no other heading."""

from __future__ import annotations

import re
from bisect import bisect_left

from scraper.blocks.text import normalised, unescaped

_LINK = re.compile(
    r'<(?P<tag>a|button)\b[^>]*\s(?:href="#|aria-controls=")(?P<box>[^"\s]+)"[^>]*>(?P<label>(?:[^<]|<(?!/(?P=tag)>))*)'
    r"</(?P=tag)>"
)
_BOX = re.compile(r'<(?:div|section|article)\b[^>]*?\sid="([^"]+)"[^>]*')
_HEADING = re.compile(r'<(?:h[1-6]|summary)\b|\srole="(?:heading|tabpanel)"')
_TAG = re.compile(r"<[^>]*>")
_SHORTEST_LABEL, _LONGEST_LABEL = 3, 80  # letters


def mark_tabs(html: str) -> tuple[str, dict[str, str]]:
    """The page with the panels of such tabs marked, and the tabs' labels by the panels' ids.

    html: as the parser serialises it. A table of contents leads to headings, or to boxes that have their own.
    """
    if html.count('href="#') + html.count('aria-controls="') < 2:
        return html, {}
    boxes: dict[str, re.Match[str]] = {}
    for box in _BOX.finditer(html):
        boxes.setdefault(box[1], box)
    title = html.rfind("<h1")  # links before it lead past the menu, to the content
    headings = [each.start() for each in _HEADING.finditer(html)]
    labels: dict[str, str] = {}
    buttons: list[re.Match[str]] = []
    for row in _rows(html):
        panels = [(boxes.get(link["box"]), normalised(unescaped(_TAG.sub(" ", link["label"])))) for link in row]
        if row[-1].end() > title and _are_panels(headings, row[-1].end(), panels):
            labels.update({box[1]: label for box, label in panels if box is not None})
            buttons += [link for link in row if link["tag"] == "button"]
    changes = sorted(
        [(boxes[name].end(), boxes[name].end(), ' role="tabpanel"') for name in labels]
        + [(each.start(), each.end(), "") for each in buttons]  # each would head what stands behind the row
    )
    parts, at = [], 0
    for start, end, instead in changes:
        if start >= at:  # a box within a button is of no page that a person wrote
            parts += [html[at:start], instead]
            at = end
    return "".join([*parts, html[at:]]), labels


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


def _are_panels(headings: list[int], behind: int, panels: list[tuple[re.Match[str] | None, str]]) -> bool:
    """Whether the boxes stand one behind the other, in the order of the links, and none but the last can be seen to
    have a heading.
    """
    at = behind
    for box, label in panels:
        if box is None or box.start() < at or not _SHORTEST_LABEL <= len(label) <= _LONGEST_LABEL:
            return False
        if at > behind and bisect_left(headings, at) < bisect_left(headings, box.start()):
            return False
        at = box.end()
    return True
