"""What a page hides from its reader, and what of that a click shows."""

from __future__ import annotations

import re
from functools import lru_cache

from selectolax.lexbor import LexborNode

from scraper.blocks.nodes import HEADING_TAGS, Named, named_within, says

_HIDING_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_HIDING_CLASS = re.compile(
    r"(?:^|\s)(?:[\w-]*visually-?hidden|sr-only(?:-focusable)?|screen-reader(?:-text|-only)?|element-invisible|"
    r"[\w-]*assistive-text|show-for-sr|a11y-hidden|material-(?:icons|symbols)[\w-]*)(?:\s|$)",
    re.I,
)
_SLIDE = re.compile(r"(?:^|[\s_-])(?:slide|carousel-item|owl-item)(?:$|[\s_-])", re.I)  # a click shows the next
_TABLE_HEADS = frozenset({"thead", "tr", "th", "caption"})
HIDING = frozenset({"hidden", "aria-hidden", "style"})
_CONTROLS = ("data-toggle", "data-bs-toggle", "aria-expanded")


def is_hidden(tag: str | None, named: Named) -> bool:
    if tag in _TABLE_HEADS and HIDING.isdisjoint(named):
        return False  # said to those who hear the page, and true for those who see it
    if "hidden" in named:
        return (named["hidden"] or "").lower() != "until-found"
    if (says(named, "aria-hidden", "true") and not _SLIDE.search(named.get("class") or "")) or (
        tag == "dialog" and "open" not in named
    ):
        return True
    return bool(_HIDING_STYLE.search(named.get("style") or "")) or hides(named.get("class"))


@lru_cache(maxsize=1024)
def hides(names: str | None) -> bool:
    """Whether one of an element's classes hides it."""
    return names is not None and _HIDING_CLASS.search(names) is not None


def leave_out_hidden(hidden: list[LexborNode], openers: list[LexborNode], mains: list[LexborNode]) -> set[int]:
    """What is hidden leaves the page, but for what a reader opens with a click: panels that something controls.

    hidden, openers, mains: the nodes that are hidden, those that may open something, and the main elements and headings
    of level 1, in the page's order. Gives the identities of all nodes that have gone.
    """
    opened = _controlled(openers) if hidden else set()
    gone: set[int] = set()
    around_mains = _around(mains) if hidden else set()
    titles = sum(node.tag == "h1" for node in mains)  # a hidden one among several is only said again
    for node in hidden:
        named = node.attributes
        if node.mem_id in gone or node.tag in ("body", "html", "main") or named.get("role") == "tabpanel":
            continue
        if (named.get("id") or "") in opened or _expands(node.prev):
            continue
        if node.tag == "h1":
            titles -= 1
        elif node.mem_id in around_mains:
            continue  # the page itself, which a script uncovers once it has loaded or a dialog is answered
        if node.tag != "h1" or titles > 0:
            gone.update(each.mem_id for each in node.traverse())
            node.decompose()
    return gone


def _around(nodes: list[LexborNode]) -> set[int]:
    """The identities of the nodes and of all elements around them, each of which is walked over once."""
    found: set[int] = set()
    for node in nodes:
        outer: LexborNode | None = node
        while outer is not None and outer.mem_id not in found:
            found.add(outer.mem_id)
            outer = outer.parent
    return found


def _expands(node: LexborNode | None) -> bool:
    """Whether what stands right before a hidden part says that it opens something: an accordion's heading."""
    while node is not None and node.tag in ("-text", "-comment", "_comment"):
        node = node.prev
    if node is None or not node.is_element_node:
        return False
    if "aria-expanded" in node.attributes:
        return True
    return node.tag in HEADING_TAGS and any("aria-expanded" in named for named in named_within(node))


def _controlled(openers: list[LexborNode]) -> set[str]:
    """The ids of panels that a button or link opens."""
    ids: set[str] = set()
    for node in openers:
        named = node.attributes
        address = named.get("href") or ""
        if address.startswith("#") and any(name in named for name in _CONTROLS):
            ids.add(address.removeprefix("#"))
        ids.update((named.get("aria-controls") or "").split())
        ids.update((named.get(key) or "").removeprefix("#") for key in ("data-bs-target", "data-target"))
    return ids - {""}
