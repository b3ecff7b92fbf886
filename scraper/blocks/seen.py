"""What a reader sees of a parsed page: everything else is removed from its tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.blocks.beside import ROLES_BESIDE, TAGS_BESIDE, leave_out_beside
from scraper.blocks.hidden import HIDING, hides, is_hidden, leave_out_hidden
from scraper.blocks.nodes import HEADING_TAGS, Named, around, named_within, nodes_of, says
from scraper.blocks.rows_of_tabs import mark_rows_of_tabs
from scraper.blocks.text import normalised

_MAINS = frozenset({"main", "h1"})
_COUNTED = frozenset({"dialog", "button", "input", "label", *TAGS_BESIDE})
_OPENING = frozenset(
    {"data-toggle", "data-bs-toggle", "aria-expanded", "aria-controls", "data-bs-target", "data-target"}
)
_TELLING, _ASKING = frozenset({"p", "li", "tr", "dd"}), frozenset({"input", "label", "select", "form"})
_NOWHERE = ("#", "#!", "javascript:", "javascript:;", "javascript:void(0)", "javascript:void(0);")
_COUNTING = HIDING | _OPENING | {"role"}
_MOST_IN_HEADING = 3  # elements between a heading and a button in it
_OPENS = ("aria-expanded", "aria-controls", "data-bs-target", "data-target")


@dataclass(slots=True)
class _Census:
    hidden: list[LexborNode] = field(default_factory=list)
    mains: list[LexborNode] = field(default_factory=list)  # and headings of level 1
    tabs: list[LexborNode] = field(default_factory=list)
    rows_of_tabs: list[LexborNode] = field(default_factory=list)
    buttons: list[LexborNode] = field(default_factory=list)
    switches: list[LexborNode] = field(default_factory=list)  # boxes to tick and to choose between
    labels: list[LexborNode] = field(default_factory=list)
    beside: list[LexborNode] = field(default_factory=list)
    openers: list[LexborNode] = field(default_factory=list)  # of what may be hidden
    nowhere: list[LexborNode] = field(default_factory=list)  # links, and what acts as a button, that a script follows

    def count(self, node: LexborNode, tag: str | None, named: Named) -> None:
        role = (named.get("role") or "").lower()
        if is_hidden(tag, named):
            self.hidden.append(node)
        if role == "main" and tag not in _MAINS:
            self.mains.append(node)
        if tag == "button":
            self.buttons.append(node)
        elif tag == "input" and (named.get("type") or "").lower() in ("checkbox", "radio"):
            self.switches.append(node)
        elif tag == "label" and "for" in named:
            self.labels.append(node)
        elif tag in TAGS_BESIDE or role in ROLES_BESIDE:
            self.beside.append(node)
        elif tag == "a" or (role == "button" and tag == "div"):
            self.nowhere.append(node)
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
            if not any(says(named, "role", "tabpanel") for named in named_within(node)):
                node.decompose()
        census = _census(tree)
    if rows := mark_rows_of_tabs(census.nowhere):
        tabs = {**rows, **tabs}
        census = _census(tree)
    gone = leave_out_hidden(census.hidden, census.openers, census.mains)
    switches = {node.attributes.get("id") or "" for node in _left(census.switches, gone)} if census.labels else set()
    for node in _left(census.labels, gone):
        if (node.attributes["for"] or "") in switches and _has_panel(node):
            node.attrs["aria-expanded"] = "false"
    for node in _left(census.nowhere, gone):
        if "aria-expanded" not in node.attributes and _heads_panel(node):
            node.attrs["aria-expanded"] = "false"
    _leave_out_buttons(_left(census.buttons, gone))
    if beside:
        leave_out_beside(_left(census.beside, gone), openers=False)
    return tabs


def _left(nodes: list[LexborNode], gone: set[int]) -> list[LexborNode]:
    return [node for node in nodes if node.mem_id not in gone] if gone else nodes


def _heads_panel(link: LexborNode) -> bool:
    """Whether a link that leads nowhere begins its box, right before an element that it opens and that has content.

    Or another one stands behind that element, or before it with an element of its own, as in accordions without boxes.
    """
    if not _has_panel(link, told=True) or not (link.text() or "").strip():
        return False
    before = _before(link.prev)
    if before is None or _is_opener(_before(before.prev)):
        return True
    panel = _beside(link.next)
    following = _beside(panel.next) if panel is not None else None
    return following is not None and following.tag == link.tag == "button" and _has_panel(following, told=True)


def _is_opener(node: LexborNode | None) -> bool:
    """Whether a node, or what a box of its own holds, was found to open a panel."""
    if node is not None and node.tag == "div":
        node = _beside(node.child)
    return node is not None and "aria-expanded" in node.attributes


def _opens_by_place(button: LexborNode) -> bool:
    """Whether a button, with a box of its own around it or none, stands right before an element that it opens."""
    if _heads_panel(button):
        return True
    outer = button.parent
    alone = outer is not None and outer.tag == "div" and _is_first(button) and _beside(button.next) is None
    return alone and outer is not None and _heads_panel(outer)


def _is_first(node: LexborNode) -> bool:
    return _before(node.prev) is None


def _before(node: LexborNode | None) -> LexborNode | None:
    """The node, or the next before it that is not blank."""
    while node is not None and _is_blank(node):
        node = node.prev
    return node


def _beside(node: LexborNode | None) -> LexborNode | None:
    """The node, or the next behind it that is not blank."""
    while node is not None and _is_blank(node):
        node = node.next
    return node


def _is_blank(node: LexborNode) -> bool:
    return node.tag in ("-comment", "_comment") or (node.tag == "-text" and not (node.text() or "").strip())


def _has_panel(label: LexborNode, *, told: bool = False) -> bool:
    """Whether the label of a box to tick stands right before an element: what it opens, by styles alone.

    told: the element must tell something, and ask for nothing, as a filter does.
    """
    behind = _beside(label.next)
    if behind is None or behind.tag not in ("div", "section", "ul", "article"):
        return False
    tags = {node.tag for node in behind.traverse()} if told else set()
    return not told or (not tags.isdisjoint(_TELLING) and tags.isdisjoint(_ASKING))


def _census(tree: LexborHTMLParser) -> _Census:
    """Most nodes are none of these, which is seen before any of them is counted."""
    census = _Census()
    for node in nodes_of(tree):
        tag, named = node.tag, node.attributes
        if tag in _MAINS:
            census.mains.append(node)
        if (
            tag in _COUNTED
            or (tag == "a" and named.get("href") in _NOWHERE)
            or (named and (hides(named.get("class")) or not _COUNTING.isdisjoint(named)))
        ):
            census.count(node, tag, named)
    return census


def _labels(tabs: list[LexborNode]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for node in tabs:
        label = normalised(node.text())
        named = node.attributes
        for key in (named.get("id"), named.get("aria-controls"), (named.get("href") or "").removeprefix("#")):
            if key and label:
                labels[key] = label
    return labels


def _leave_out_buttons(buttons: list[LexborNode]) -> None:
    """Buttons leave the page, but for those that open a panel or are a heading's text: they are headings themselves."""
    heads = [_in_column_head(node) for node in buttons]
    for node in (node for node, head in zip(buttons, heads, strict=True) if head):
        node.unwrap()  # it sorts its column, and is the column's head
    for node in (node for node, head in zip(buttons, heads, strict=True) if not head):
        if any(name in node.attributes for name in _OPENS) or _opens_by_place(node):
            node.attrs["aria-expanded"] = node.attributes.get("aria-expanded") or "false"
            continue
        if not _is_heading(node):
            node.decompose()


def _is_heading(button: LexborNode) -> bool:
    """Whether a button is all that its heading says; beside the heading's own text it is a tool ("Lyssna")."""
    heads = (outer for outer in islice(around(button), _MOST_IN_HEADING) if outer.tag in HEADING_TAGS)
    head = next(heads, None)
    return head is not None and (head.text() or "").split() == (button.text() or "").split()


def _in_column_head(node: LexborNode) -> bool:
    """Whether a button stands in the head of a column."""
    return any(outer.tag == "th" or outer.attributes.get("role") == "columnheader" for outer in around(node))
