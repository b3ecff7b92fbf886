"""What a reader sees of a parsed page: everything else is removed from its tree.

By walks over the nodes: setting up the parser's selectors costs as much as parsing a small page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.blocks.beside import ROLES_BESIDE, TAGS_BESIDE, leave_out_beside, opens_nothing
from scraper.blocks.text import normalised

_UNSEEN = {"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select", "textarea"}
_UNSEEN |= {"datalist", "noembed", "noframes", "canvas", "audio", "video", "progress", "meter"}
_TELLING = frozenset({"title", "base", "link", "script", "iframe", "frame", "input"})
_HIDING_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_HIDING_CLASS = re.compile(
    r"(?:^|\s)(?:[\w-]*visually-?hidden|sr-only(?:-focusable)?|screen-reader(?:-text|-only)?|element-invisible|"
    r"[\w-]*assistive-text|show-for-sr|a11y-hidden|material-(?:icons|symbols)[\w-]*)(?:\s|$)",
    re.I,
)
_TABLE_HEADS = frozenset({"thead", "tr", "th", "caption"})
_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
_HIDING = frozenset({"hidden", "aria-hidden", "style"})
_COUNTED = frozenset({"dialog", "button", "input", "label", *TAGS_BESIDE})
_OPENING = frozenset(
    {"data-toggle", "data-bs-toggle", "aria-expanded", "aria-controls", "data-bs-target", "data-target"}
)
_COUNTING = _HIDING | _OPENING | {"role"}
_MANY = 300  # elements of a page
_OPENS = ("aria-expanded", "aria-controls", "data-bs-target", "data-target")

Named = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says beside its text. base and canonical: addresses as written. framed: the text within frames."""

    title: str
    base: str
    canonical: str
    scripts: int
    frames: int
    framed: str
    password: bool


def take_head(tree: LexborHTMLParser, *, beside: bool) -> Head:
    """Reads what stands beside the text; then scripts, pictures and the like leave the page.

    beside: of a large page most menus and footers that decide nothing do so too, before their elements are looked at;
    on a small one the question costs more than it saves.
    """
    tags: set[str | None] = set()
    told: dict[str, list[LexborNode]] = {}
    others: list[LexborNode] = []
    nodes = list(_nodes(tree))
    for node in nodes:
        tag = node.tag
        tags.add(tag)
        if tag in _TELLING:
            told.setdefault(str(tag), []).append(node)
        elif tag in TAGS_BESIDE:
            others.append(node)
    bases = [named["href"] or "" for node in told.get("base", ()) if "href" in (named := node.attributes)]
    head = Head(
        title=normalised(told["title"][0].text()) if "title" in told else "",
        base=bases[0] if bases else "",
        canonical=_canonical(told.get("link", ())),
        scripts=len(told.get("script", ())),
        frames=len(told.get("iframe", ())) + len(told.get("frame", ())),
        framed=normalised(" ".join(node.text() for node in told.get("iframe", ()))),
        password=any(_is(node.attributes, "type", "password") for node in told.get("input", ())),
    )
    if beside and len(nodes) > _MANY:
        leave_out_beside([node for node in others if opens_nothing(node)])
    tree.strip_tags([tag for tag in _UNSEEN if tag in tags])
    return head


def _canonical(links: list[LexborNode] | tuple[()]) -> str:
    for node in links:
        named = node.attributes
        if _is(named, "rel", "canonical") and "href" in named:
            return named["href"] or ""
    return ""


def _is(named: Named, name: str, value: str) -> bool:
    return (named.get(name) or "").lower() == value


@dataclass(slots=True)
class _Census:
    hidden: list[LexborNode] = field(default_factory=list)
    tabs: list[LexborNode] = field(default_factory=list)
    rows_of_tabs: list[LexborNode] = field(default_factory=list)
    buttons: list[LexborNode] = field(default_factory=list)
    switches: list[LexborNode] = field(default_factory=list)  # boxes to tick and to choose between
    labels: list[LexborNode] = field(default_factory=list)
    beside: list[LexborNode] = field(default_factory=list)
    openers: list[LexborNode] = field(default_factory=list)  # of what may be hidden

    def count(self, node: LexborNode, tag: str | None, named: Named) -> None:
        role = (named.get("role") or "").lower()
        if _is_hidden(tag, named):
            self.hidden.append(node)
        if tag == "button":
            self.buttons.append(node)
        elif tag == "input" and (named.get("type") or "").lower() in ("checkbox", "radio"):
            self.switches.append(node)
        elif tag == "label" and "for" in named:
            self.labels.append(node)
        elif tag in TAGS_BESIDE or role in ROLES_BESIDE:
            self.beside.append(node)
        if not _OPENING.isdisjoint(named):
            self.openers.append(node)
        if role == "tab":
            self.tabs.append(node)
        elif role == "tablist":
            self.rows_of_tabs.append(node)


def leave_out_unseen(tree: LexborHTMLParser, *, beside: bool) -> dict[str, str]:
    """Rows of tabs, what is hidden, and buttons leave the page; gives the tabs' labels, by their and their panels' ids.

    beside: what stands beside the content and decides nothing leaves it too. No node outlives its element: those
    within what has gone are never looked at again.
    """
    census = _census(tree)
    tabs = _labels(census.tabs)
    if tabs and census.rows_of_tabs:
        for node in census.rows_of_tabs:
            if not any(_is(named, "role", "tabpanel") for named in _within(node)):
                node.decompose()
        census = _census(tree)
    gone = _leave_out_hidden(census)
    switches = {node.attributes.get("id") or "" for node in _left(census.switches, gone)} if census.labels else set()
    for node in _left(census.labels, gone):
        if (node.attributes["for"] or "") in switches and _has_panel(node):
            node.attrs["aria-expanded"] = "false"
    _leave_out_buttons(_left(census.buttons, gone))
    if beside:
        leave_out_beside(_left(census.beside, gone))
    return tabs


def _left(nodes: list[LexborNode], gone: set[int]) -> list[LexborNode]:
    return [node for node in nodes if node.mem_id not in gone] if gone else nodes


def _has_panel(label: LexborNode) -> bool:
    """Whether the label of a box to tick stands right before an element: what it opens, by styles alone."""
    behind = label.next
    while behind is not None and behind.tag in ("-text", "-comment", "_comment"):
        if behind.tag == "-text" and (behind.text() or "").strip():
            return False
        behind = behind.next
    return behind is not None and behind.tag in ("div", "section", "ul", "article")


def _nodes(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """The elements and comments of a page, in its order."""
    return tree.root.traverse() if tree.root is not None else iter(())


def _census(tree: LexborHTMLParser) -> _Census:
    """Most nodes are none of these, which is seen before any of them is counted."""
    census = _Census()
    for node in _nodes(tree):
        tag, named = node.tag, node.attributes
        if tag in _COUNTED or (named and (_hides(named.get("class")) or not _COUNTING.isdisjoint(named))):
            census.count(node, tag, named)
    return census


def _within(node: LexborNode) -> Iterator[Named]:
    """The attributes of an element and of all within it."""
    return (each.attributes for each in node.traverse())


def _labels(tabs: list[LexborNode]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for node in tabs:
        label = normalised(node.text())
        named = node.attributes
        for key in (named.get("id"), named.get("aria-controls"), (named.get("href") or "").removeprefix("#")):
            if key and label:
                labels[key] = label
    return labels


def _leave_out_hidden(census: _Census) -> set[int]:
    """What is hidden leaves the page, but for what a reader opens with a click: panels that something controls.

    Gives the identities of all nodes that have gone.
    """
    opened = _controlled(census.openers) if census.hidden else set()
    gone: set[int] = set()
    titles = -1  # headings of level 1, counted where one is hidden: such a one among several is only said again
    for node in census.hidden:
        named = node.attributes
        if node.mem_id in gone or node.tag in ("body", "html", "main") or named.get("role") == "tabpanel":
            continue
        if (named.get("id") or "") in opened or _expands(node.prev):
            continue
        within = list(node.traverse())
        if node.tag == "h1":
            titles = (_titles(node) if titles < 0 else titles) - 1
        elif any(each.tag in ("main", "h1") or each.attributes.get("role") == "main" for each in within):
            continue  # the page itself, which a script uncovers once it has loaded or a dialog is answered
        if node.tag != "h1" or titles > 0:
            gone.update(each.mem_id for each in within)
            node.decompose()
    return gone


def _titles(node: LexborNode) -> int:
    """How many headings of level 1 the page has that a node stands on."""
    root = node
    while root.parent is not None:
        root = root.parent
    return sum(each.tag == "h1" for each in root.traverse())


def _expands(node: LexborNode | None) -> bool:
    """Whether what stands right before a hidden part says that it opens something: an accordion's heading."""
    while node is not None and node.tag in ("-text", "-comment", "_comment"):
        node = node.prev
    if node is None or not node.is_element_node:
        return False
    if "aria-expanded" in node.attributes:
        return True
    return node.tag in _HEADING_TAGS and any("aria-expanded" in named for named in _within(node))


def _is_hidden(tag: str | None, named: Named) -> bool:
    if tag in _TABLE_HEADS and _HIDING.isdisjoint(named):
        return False  # said to those who hear the page, and true for those who see it
    if "hidden" in named:
        return (named["hidden"] or "").lower() != "until-found"
    if _is(named, "aria-hidden", "true") or (tag == "dialog" and "open" not in named):
        return True
    return bool(_HIDING_STYLE.search(named.get("style") or "")) or _hides(named.get("class"))


@lru_cache(maxsize=1024)
def _hides(names: str | None) -> bool:
    """Whether one of an element's classes hides it."""
    return names is not None and _HIDING_CLASS.search(names) is not None


def _controlled(openers: list[LexborNode]) -> set[str]:
    """The ids of panels that a button or link opens."""
    ids: set[str] = set()
    for node in openers:
        named = node.attributes
        address = named.get("href") or ""
        if address.startswith("#") and any(
            name in named for name in ("data-toggle", "data-bs-toggle", "aria-expanded")
        ):
            ids.add(address.removeprefix("#"))
        ids.update((named.get("aria-controls") or "").split())
        ids.update((named.get(key) or "").removeprefix("#") for key in ("data-bs-target", "data-target"))
    return ids - {""}


def _leave_out_buttons(buttons: list[LexborNode]) -> None:
    """Buttons leave the page, but for those that open a panel or stand in a heading: they are headings themselves."""
    heads = [_in_column_head(node) for node in buttons]
    for node in (node for node, head in zip(buttons, heads, strict=True) if head):
        node.unwrap()  # it sorts its column, and is the column's head
    for node in (node for node, head in zip(buttons, heads, strict=True) if not head):
        if any(name in node.attributes for name in _OPENS):
            continue
        around = node.parent
        for _ in range(3):
            if around is None or around.tag in _HEADING_TAGS:
                break
            around = around.parent
        if around is None or around.tag not in _HEADING_TAGS:
            node.decompose()


def _in_column_head(node: LexborNode) -> bool:
    around = node.parent
    while around is not None:
        if around.tag == "th" or around.attributes.get("role") == "columnheader":
            return True
        around = around.parent
    return False
