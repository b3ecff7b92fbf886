"""Tabs that only a script knows: a list of links that lead nowhere, right before as many boxes, one for each."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from scraper.blocks.nodes import HEADING_TAGS
from scraper.blocks.text import normalised

_PANELS = frozenset({"div", "section", "article"})
_LONGEST_LABEL = 80  # letters


def mark_rows_of_tabs(links: list[LexborNode]) -> dict[str, str]:
    """The boxes become panels, and their lists leave the page; the tabs' labels by their panels' ids.

    links: those that lead nowhere, in page order. No node outlives its list.
    """
    rows: dict[int, tuple[LexborNode, list[LexborNode]]] = {}
    for link in links:
        item = link.parent
        if item is not None and item.tag == "li" and item.parent is not None:
            rows.setdefault(item.parent.mem_id, (item.parent, []))[1].append(link)
    labels: dict[str, str] = {}
    for row, inside in rows.values():
        panels = _panels(row, inside) if len(inside) > 1 else []
        for link, panel in zip(inside, panels, strict=False):
            name = panel.attributes.get("id") or f"bevaka-panel-{len(labels)}"
            panel.attrs["role"], panel.attrs["id"] = "tabpanel", name
            labels[name] = normalised(link.text())
        if panels:
            row.decompose()
    return labels


def _panels(row: LexborNode, links: list[LexborNode]) -> list[LexborNode]:
    """The boxes behind a list, or within the one behind it; none where they are not as many as its links."""
    items = [node for node in row.iter() if node.tag == "li"]
    texts = [normalised(node.text()) for node in items]
    if texts != [normalised(link.text()) for link in links] or not all(
        0 < len(text) <= _LONGEST_LABEL for text in texts
    ):
        return []
    around = row.parent
    behind = _behind(row, len(links) + 1)
    boxes = [list(behind[0].iter())] if behind else []
    if around is not None and around.tag in _PANELS:
        boxes.append(behind)
    for each in boxes:
        whole = len(each) == len(links) and all(node.tag in _PANELS for node in each)
        if whole and not any(_is_headed(node) for node in each):
            return each
    return []


def _behind(row: LexborNode, most: int) -> list[LexborNode]:
    """The elements right behind a list, no more than that many: a page may have as many lists as it likes."""
    found: list[LexborNode] = []
    node = row.next
    while node is not None and len(found) < most:
        if node.tag is not None and not node.tag.startswith("-") and node.tag != "_comment":
            found.append(node)
        node = node.next
    return found


def _is_headed(panel: LexborNode) -> bool:
    """Whether a box begins with a heading of its own."""
    for node in panel.traverse():
        if node.tag in HEADING_TAGS:
            return True
        if node.tag in ("p", "ul", "ol", "table"):
            return False
    return False
