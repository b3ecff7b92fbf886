"""Where on a page does a block stand? In the content, in a menu, a footer, a banner, a share tool?

Only what any page has in common is used: elements, roles, and the words that every CMS calls such places by.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

# A wrapper that is only said to have such a thing ("has-sidebar") is not one.
_BEFORE = r"(?<![\w-])(?!(?:has|with|no|is|without|js|show|hide)-)(?:[\w-]*[-_])?"
_BEHIND = r"(?:[-_]+[\w-]*)?(?![\w-])"
_OUTSIDE_NAMES = re.compile(
    _BEFORE + r"(?:cookies?(?:banner|bar|consent|notice)?|consent|gdpr|breadcrumbs?|brodsmulor|smulor|sitemap|megamenu|"
    r"(?:main|top|side|sub|left|nav|site|mobile|huvud|sido|sub|vanster)?-?(?:menu|meny)|navbar|nav|navigation|navigering|"
    r"sidebar|sidfot|(?:site|page)?-?footer|skip-?links?|skip-to-\w+|search-?(?:form|box|bar)|sokform)" + _BEHIND,
    re.I,
)
_TOOL_NAMES = re.compile(
    _BEFORE + r"(?:share|sharing|social(?:-media)?|addtoany|addthis|readspeaker|rs_addtools|rsbtn|rs_skip|lyssna|dela|"
    r"feedback|page-?tools?|page-?functions?|print-?(?:button|link|page)|to-top|back-?to-?top)" + _BEHIND,
    re.I,
)
_HINT = re.compile(
    "cook|cons|gdpr|cru|smul|map|men|nav|sid|foot|skip|sear|sok|sha|soc|add|rs|lys|dela|fee|pa|pri|top", re.I
)
_OUTSIDE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar"}
)
_OUTSIDE_TAGS = {"nav": "navigation", "menu": "navigation", "search": "search", "dialog": "dialog"}


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One place; compared by identity, since each element that makes one makes its own.

    main: 2 within main, 1 within an article, 0 elsewhere. outside: the kind of the outermost element that is no
    content ("navigation", "banner", …), "" for none. sure: its element or role says so, not only its name.
    origin: the place that the outermost such element made.
    """

    main: int = 0
    outside: str = ""
    sure: bool = False
    tool: bool = False
    chosen: bool = False
    sectioned: bool = False  # within an article, section or main, whose header and footer are its own
    origin: Place | None = None


def place_within(around: Place, tag: str, named: Mapping[str, str]) -> Place:
    """The place that an element makes; around itself where it makes none. named: its attributes."""
    chosen = around.chosen or "data-bevaka-main" in named
    role = named.get("role", "").strip().lower()
    main = max(around.main, 2 if tag == "main" or role == "main" else 1 if tag == "article" else 0)
    sectioned = around.sectioned or main > around.main or tag == "section"
    kind, sure = _kind(around, tag, role, f"{named.get('class', '')} {named.get('id', '')}")
    enters = kind and (not around.outside or (around.tool and kind != "tool"))  # a form may be around a whole page
    if enters or (chosen, main, sectioned) != (around.chosen, around.main, around.sectioned):
        made = replace(around, main=main, chosen=chosen, sectioned=sectioned)
        if enters:
            made = replace(made, outside=kind, sure=sure, tool=kind == "tool")
            object.__setattr__(made, "origin", made)
        return made
    return around


def _kind(around: Place, tag: str, role: str, names: str) -> tuple[str, bool]:
    if tag == "main" or role == "main" or tag == "body":
        return "", False
    if tag in _OUTSIDE_TAGS or role in _OUTSIDE_ROLES:
        return _OUTSIDE_TAGS.get(tag, role), True
    if tag == "aside" or role == "complementary":
        return "aside", True
    if tag in ("header", "footer") and not around.sectioned:
        return tag, True
    if tag == "form":
        return "tool", False
    if _HINT.search(names):
        if _TOOL_NAMES.search(names):
            return "tool", False
        if _OUTSIDE_NAMES.search(names):
            return "named", False
    return "", False
