"""Menus, footers and dialogs that decide nothing leave the page too: they are most of what sites send.

Only what is no content wherever it stands, by its tag or role, and only where it holds neither the title nor the date.
"""

from __future__ import annotations

from itertools import takewhile

from selectolax.lexbor import LexborNode

from scraper.blocks.nodes import around
from scraper.blocks.places import kind_of
from scraper.blocks.text import normalised
from scraper.swedish.date_lines import may_tell_date

TAGS_BESIDE = frozenset({"nav", "menu", "search", "footer"})
ROLES_BESIDE = frozenset({"navigation", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar"})
_BOXES = frozenset({"div", "section", "form", "header", "aside", "ul", "ol", *TAGS_BESIDE})
_AROUND = frozenset({"main", "article", "center", *_BOXES} - {"ul", "ol"})
_SECTIONS = frozenset({"main", "article", "section"})  # whose footers are their own
_OPENERS = "[aria-controls], [aria-expanded], [data-toggle], [data-bs-toggle], [data-target]"
_TITLES_AND_OPENERS = f"h1, main, {_OPENERS}, [data-bs-target], [role^=tab i]"
_TITLES = frozenset({"h1", "main"})
_UNSEEN = ("\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")  # soft hyphens, marks of no width
_KEPT_WHERE_PEOPLE_ARE = frozenset({"header", "banner", "aside", "named"})


def leave_out_beside(nodes: list[LexborNode], *, openers: bool) -> None:
    """Empties those of the nodes that can decide nothing; their borders stay. nodes: with such a tag or role, in order.

    openers: what can open a part of the page elsewhere decides something, too. What stands within another is emptied
    before it, so that no node outlives its element.
    """
    for node in reversed(nodes):
        if node.child is None or not _is_out(node) or may_tell_date(_visible(node.text())):
            continue
        if not (_holds_title_or_opener(node) if openers else _holds_title(node)):
            node.inner_html = ""


def _holds_title(node: LexborNode) -> bool:
    return any(each.tag in _TITLES for each in node.traverse())


def _holds_title_or_opener(node: LexborNode) -> bool:
    return node.css_first(_TITLES_AND_OPENERS) is not None


def _visible(text: str) -> str:
    """The text as its words are looked for; most hold none of the signs that may part a word unseen."""
    return normalised(text) if any(sign in text for sign in _UNSEEN) else text


def _is_out(node: LexborNode) -> bool:
    """Whether it is no content where it stands: a footer may be its section's, a dialog a part of what is kept."""
    kind = _kind(node)
    if (kind != "footer" and kind not in ROLES_BESIDE) or node.tag not in _BOXES:
        return False
    for outer in takewhile(lambda each: each.tag != "body", around(node)):
        if outer.tag not in _AROUND or (kind == "footer" and outer.tag in _SECTIONS):
            return False
        if kind != "navigation" and _kind(outer) in _KEPT_WHERE_PEOPLE_ARE:
            return False
    return True


def _kind(node: LexborNode) -> str:
    named = node.attributes
    role = (named.get("role") or "").strip().lower()
    return kind_of(node.tag or "", role, (named.get("class") or "").lower(), (named.get("id") or "").lower())[0]
