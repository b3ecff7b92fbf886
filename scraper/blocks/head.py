"""What a page says beside its text: its title, its addresses, how much of it is scripts and frames."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scraper.blocks.beside import TAGS_BESIDE, leave_out_beside
from scraper.blocks.nodes import nodes_of, says
from scraper.blocks.text import normalised

_UNSEEN = {"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select", "textarea"}
_UNSEEN |= {"datalist", "noembed", "noframes", "canvas", "audio", "video", "progress", "meter"}
_TELLING = frozenset({"title", "base", "link", "script", "iframe", "frame", "input"})
_COMMENTS = frozenset({"-comment", "_comment"})  # as the parser calls them
_MANY = 300  # elements of a page


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says beside its text. base and canonical: addresses as written. framed: the text within frames.

    own_elements: some have names of the system's own ("site-footer").
    """

    title: str
    base: str
    canonical: str
    scripts: int
    frames: int
    framed: str
    password: bool
    own_elements: bool


def take_head(tree: LexborHTMLParser, *, beside: bool) -> Head:
    """Reads what stands beside the text; then scripts, pictures and the like leave the page.

    beside: of a large page most menus and footers that decide nothing do so too, before their elements are looked at;
    on a small one the question costs more than it saves.
    """
    tags: set[str] = set()
    told: dict[str, list[LexborNode]] = {}
    others: list[LexborNode] = []
    nodes = list(nodes_of(tree))
    for node in nodes:
        tag = node.tag or ""
        tags.add(tag)
        if tag in _TELLING:
            told.setdefault(tag, []).append(node)
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
        password=any(says(node.attributes, "type", "password") for node in told.get("input", ())),
        own_elements="-" in "".join(tags - _COMMENTS),
    )
    if beside and len(nodes) > _MANY:
        leave_out_beside(others, openers=True)
    tree.strip_tags([tag for tag in _UNSEEN if tag in tags])
    return head


def _canonical(links: list[LexborNode] | tuple[()]) -> str:
    for node in links:
        named = node.attributes
        if says(named, "rel", "canonical") and "href" in named:
            return named["href"] or ""
    return ""
