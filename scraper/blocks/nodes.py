"""The nodes of a parsed page, and what their attributes say.

By walks over the nodes: setting up the parser's selectors costs as much as parsing a small page.
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

Named = dict[str, str | None]
HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})


def nodes_of(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """The elements and comments of a page, in its order."""
    return tree.root.traverse() if tree.root is not None else iter(())


def around(node: LexborNode) -> Iterator[LexborNode]:
    """The elements around a node, from the innermost on."""
    outer = node.parent
    while outer is not None:
        yield outer
        outer = outer.parent


def named_within(node: LexborNode) -> Iterator[Named]:
    """The attributes of an element and of all within it."""
    return (each.attributes for each in node.traverse())


def says(named: Named, name: str, value: str) -> bool:
    """Whether an attribute has a value, in whatever case."""
    return (named.get(name) or "").lower() == value
