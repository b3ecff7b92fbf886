"""Where on a page does a block stand? In the content, in a menu, a footer, a banner, a share tool?

Known by what all pages have in common: elements, roles, and the words by which every CMS names such places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scraper.blocks.text import named, unescaped

# A wrapper that is only said to have such a thing ("has-sidebar") is not one.
_BEFORE = r"(?<![\w-])(?!(?:has|with|no|is|without|js|show|hide)-)(?:[\w-]*[-_])?"
_BEHIND = r"(?:[-_]+[\w-]*)?(?![\w-])"
_OUTSIDE_NAMES = re.compile(
    _BEFORE + r"(?:cookies?(?:banner|bar|consent|notice)?|consent|gdpr|breadcrumbs?|brodsmulor|smulor|sitemap|megamenu|"
    r"(?:main|top|side|sub|left|nav|site|mobile|mega|huvud|sido|vanster)?-?(?:menu|meny)|navbar|nav|navigation|navigering|"
    r"sidebar|sidfot|(?:site|page)?-?foot(?:er)?|"
    r"(?:right|hoger|höger|side|sido|secondary)-?(?:col(?:umn)?|kolumn|spalt|rail|area|yta|zone)|"
    r"relaterat|relaterade|related(?:-\w+)?|comments(?:-?(?:area|list|section))?|comment-?(?:list|form)|respond|skip-?links?|skip-to-\w+|search-?(?:form|box|bar)|sokform)"
    + _BEHIND
)
_SIDE_NAMES = re.compile(
    _BEFORE + r"(?:sidebar|sidfot|(?:site|page)?-?foot(?:er)?|(?:right|hoger|höger|side|sido|secondary)-?"
    r"(?:col(?:umn)?|kolumn|spalt|rail|area|yta|zone)|relaterat|relaterade|related(?:-\w+)?|"
    r"comments(?:-?(?:area|list|section))?|comment-?(?:list|form)|respond)" + _BEHIND
)
_TOOL_NAMES = re.compile(
    _BEFORE + r"(?:share|sharing|social(?:-media)?|addtoany|addthis|readspeaker|rs_addtools|rsbtn|rs_skip|lyssna|dela|"
    r"feedback|page-?tools?|page-?functions?|print-?(?:button|link|page)|to-top|back-?to-?top)" + _BEHIND
)
# Widths in twelfths ("col-md-4"), in parts ("1of3") and in percent, as the common grids write them.
_NARROW = re.compile(
    r"(?<![\w-])(?:sv-)?(?:col|cols|column|span|grid|unit|size|large|medium|small|is|w)(?:-(?:xs|sm|md|lg|xl|xxl))?[-_]?"
    r"(?:[1-4]|1of[34]|1-[34]|2[05]|3[03])(?![\w-])",
    re.I,
)
_NARROW_STYLE = re.compile(r"(?<![\w-])width:\s*(?:[12]?\d|3[0-5])(?:\.\d+)?%", re.I)
_SIDE = re.compile(  # of the page, by the name of a box
    r"(?<![\w-])(?:right|left|h[oö]ger|v[aä]nster)[_-]?(?:col(?:umn)?|body|bar|side|area|pane|panel|spalt)(?![a-z])",
    re.I,
)
CHOSEN = "data-bevaka-main"  # marks what a configured selector chose
_OUTSIDE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar"}
)
_TABLE_ROLES = {
    "table": "table",
    "grid": "table",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "rowheader": "td",
    "columnheader": "th",
}
_OUTSIDE_TAGS = {"nav": "navigation", "menu": "navigation", "search": "search", "dialog": "dialog"}


_LONGEST_KEPT = 300  # letters of attributes that are worth remembering
_LEVELS = ("1", "2", "3", "4", "5", "6")


@lru_cache(maxsize=1024)
def names_outside(name: str) -> bool:
    """Whether a name is one of a place that is no content: a menu, a footer, a banner."""
    return bool(_OUTSIDE_NAMES.fullmatch(name))


@dataclass(frozen=True, slots=True)
class Traits:
    """What an element's tag and attributes say about the place that it makes.

    main: 2 for main, 1 for an article. kind: of what is no content ("navigation", "tool", …). sure: tag or role says
    so. edge: a header or footer, which is its own section's where it stands in one.
    """

    main: int = 0
    chosen: bool = False
    section: bool = False
    kind: str = ""
    sure: bool = False
    edge: bool = False
    heading: int = 0  # the level of a role=heading
    expands: bool = False  # it opens something: an accordion's button
    stands_for: str = ""  # the element of a table that it is by its role
    narrow: bool = False  # a column of at most a third of the width
    panel: tuple[str, str] | None = None  # of a tab: its id, and its label's


def traits(tag: str, attributes: str) -> Traits | None:
    """The traits of an element, from its attributes as serialised; None where it has none."""
    if len(attributes) > _LONGEST_KEPT:
        return _traits(tag, attributes)
    return _kept_traits(tag, attributes)


def _traits(tag: str, attributes: str) -> Traits | None:
    given = {name.lower(): unescaped(value) for name, value in named(attributes).items()} if attributes else {}
    role = given.get("role", "").strip().lower()
    kind, sure = kind_of(tag, role, given.get("class", "").lower(), given.get("id", "").lower())
    level = given.get("aria-level", "2")
    found = Traits(
        main=2 if tag == "main" or role == "main" else 1 if tag == "article" else 0,
        chosen=CHOSEN in given,
        section=tag == "section",
        kind=kind,
        sure=sure,
        edge=tag in ("header", "footer") and role not in _OUTSIDE_ROLES,
        heading=(int(level) if level in _LEVELS else 2) if role == "heading" else 0,
        expands=tag in ("div", "p", "label")
        and ("aria-expanded" in given or (role == "button" and "aria-controls" in given)),
        stands_for=_TABLE_ROLES.get(role, "") if tag in ("div", "p", "section") else "",
        narrow=_is_narrow(given),
        panel=(given.get("id", ""), given.get("aria-labelledby", "")) if role == "tabpanel" else None,
    )
    return None if found == _NONE else found


def _is_narrow(given: dict[str, str]) -> bool:
    named_so = f"{given.get('class', '')} {given.get('id', '')}"
    return bool(
        _NARROW.search(given.get("class", "")) or _NARROW_STYLE.search(given.get("style", "")) or _SIDE.search(named_so)
    )


_NONE = Traits()
_kept_traits = lru_cache(maxsize=8192)(_traits)


def kind_of(tag: str, role: str, classes: str, name: str) -> tuple[str, bool]:
    """What of a page an element is that is no content ("" for content), and whether its tag or role says so.

    role, classes and name (its id) in lower case.
    """
    if tag in ("main", "body") or role == "main":
        return "", False
    if tag in _OUTSIDE_TAGS or role in _OUTSIDE_ROLES:
        return _OUTSIDE_TAGS.get(tag, role), True
    if tag == "aside" or role == "complementary":
        return "aside", True
    if tag in ("header", "footer"):
        return tag, True
    names = f"{classes} {name} {tag if '-' in tag else ''}"
    if tag == "form" or _TOOL_NAMES.search(names):
        return "tool", False
    if not _OUTSIDE_NAMES.search(names):
        return "", False
    return ("aside" if _SIDE_NAMES.search(names) else "named"), False


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One place; compared by identity, since each element that makes one makes its own.

    main: 2 within main, 1 within an article, 0 elsewhere. outside: the kind of the outermost element that is no
    content ("navigation", "banner", …), "" for none; origin is the place that this element made. sure: its tag or role
    says so, not only its name.
    """

    main: int = 0
    outside: str = ""
    sure: bool = False
    chosen: bool = False
    sectioned: bool = False  # within an article, section or main, whose header and footer are its own
    narrow: bool = False  # within a narrow column
    origin: Place | None = None

    @property
    def tool(self) -> bool:
        return self.outside == "tool"


def place_within(around: Place, found: Traits) -> Place:
    """The place that an element with these traits makes; around itself where it makes none."""
    chosen = around.chosen or found.chosen
    main = max(around.main, found.main)
    sectioned = around.sectioned or main > around.main or found.section
    kind = "" if found.edge and around.sectioned else found.kind
    inner = around.tool and kind != "tool"  # a form may be around a whole page
    menu = kind == "navigation" and around.outside in ("header", "banner", "aside", "named")
    enters = kind and (not around.outside or inner or menu)
    narrow = around.narrow or found.narrow
    own = (chosen, main, sectioned, narrow)
    if not enters and own == (around.chosen, around.main, around.sectioned, around.narrow):
        return around
    if not enters:
        return Place(main, around.outside, around.sure, chosen, sectioned, narrow, around.origin)
    made = Place(main, kind, found.sure, chosen, sectioned, narrow)
    object.__setattr__(made, "origin", made)
    return made
