"""Menus, footers and dialogs that decide nothing leave the page too: they are most of what sites send.

Only what is no content wherever it stands, by its tag or role, and only where it holds neither the title nor the date.
"""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from scraper.blocks.places import kind_of
from scraper.blocks.text import normalised
from scraper.swedish.date_lines import may_tell_date

TAGS_BESIDE = frozenset({"nav", "menu", "search", "footer"})
ROLES_BESIDE = frozenset({"navigation", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar"})
_BOXES = frozenset({"div", "section", "form", "header", "aside", "ul", "ol", *TAGS_BESIDE})
_AROUND = frozenset({"main", "article", "center", *_BOXES} - {"ul", "ol"})
_SECTIONS = frozenset({"main", "article", "section"})  # whose footers are their own
_OPENERS = (
    "[aria-controls], [aria-expanded], [data-toggle], [data-bs-toggle], [data-target], [data-bs-target], [role^=tab i]"
)
_TITLES = frozenset({"h1", "main"})
_UNSEEN = ("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")  # soft hyphens, marks of no width
_KEPT_WHERE_PEOPLE_ARE = frozenset({"header", "banner", "aside", "named"})


def leave_out_beside(nodes: list[LexborNode]) -> None:
    """Empties those of the nodes that can decide nothing; their borders stay. nodes: with such a tag or role, in order.

    What stands within another is emptied before it, so that no node outlives its element.
    """
    for node in reversed(nodes):
        if node.child is None or not _is_out(node) or may_tell_date(_visible(node.text())):
            continue
        if not any(each.tag in _TITLES for each in node.traverse()):
            node.inner_html = ""


def opens_nothing(node: LexborNode) -> bool:
    """Whether nothing in it can open a part of the page elsewhere, so that it may leave before those are looked for."""
    return node.css_first(_OPENERS) is None


def _visible(text: str) -> str:
    """The text as its words are looked for; most hold none of the signs that may part a word unseen."""
    return normalised(text) if any(sign in text for sign in _UNSEEN) else text


def _is_out(node: LexborNode) -> bool:
    """Whether it is no content where it stands: a footer may be its section's, a dialog a part of what is kept."""
    kind, around = _kind(node), node.parent
    if (kind != "footer" and kind not in ROLES_BESIDE) or node.tag not in _BOXES:
        return False
    while around is not None and around.tag != "body":
        if around.tag not in _AROUND or (kind == "footer" and around.tag in _SECTIONS):
            return False
        if kind != "navigation" and _kind(around) in _KEPT_WHERE_PEOPLE_ARE:
            return False
        around = around.parent
    return True


def _kind(node: LexborNode) -> str:
    named = node.attributes
    role = (named.get("role") or "").strip().lower()
    return kind_of(node.tag or "", role, (named.get("class") or "").lower(), (named.get("id") or "").lower())[0]
