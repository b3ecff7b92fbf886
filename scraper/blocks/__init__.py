"""Any HTML to one flat sequence of blocks: the only door to selectolax.

tame | parse | leave out what no reader sees | serialise | flow (blocks with their places) | choose the main content
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from records.errors import UsageError
from scraper.blocks.choice import choose
from scraper.blocks.flow import write
from scraper.blocks.places import CHOSEN
from scraper.blocks.tame import tame
from scraper.blocks.text import normalised
from scraper.blocks.whole import cut_evidence, has_end_tag
from scraper.blocks.writer import Writer
from scraper.content import Content, Paragraph

_UNSEEN = {"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select", "textarea"}
_UNSEEN |= {"datalist", "noembed", "noframes", "canvas", "audio", "video", "progress", "meter"}
_MAY_BE_HIDDEN = (
    '[hidden],[aria-hidden="true" i],[style*="display" i],[style*="visibility" i],dialog:not([open]),'
    '[class*="hidden" i],[class*="sr-only" i],[class*="screen-reader" i],[class*="element-invisible" i],'
    '[class*="assistive-text" i],[class*="show-for-sr" i],'
    '[class*="material-icons" i],[class*="material-symbols" i]'  # words that a font shows as pictures
)
_HIDING_STYLE = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_HIDING_CLASS = re.compile(
    r"(?:^|\s)(?:[\w-]*visually-?hidden|sr-only(?:-focusable)?|screen-reader(?:-text|-only)?|element-invisible|"
    r"[\w-]*assistive-text|show-for-sr|a11y-hidden|material-(?:icons|symbols)[\w-]*)(?:\s|$)",
    re.I,
)
_COMMENT = re.compile("<!--.*?-->|<[!?][^>]*>", re.S)
_NO_PART = re.compile(r"[\t\r\n\ufffd]")  # of an address
# Where fresh tokens stand: elements and attributes that no reading looks at.
_UNREAD = ["script", "style", "noscript", "input", "meta"]
_UNREAD_COMMENT = re.compile("<!--.*?-->", re.S)
_UNREAD_ATTRIBUTE = re.compile(r' data-(?!bs-target|target|bevaka)[\w.:-]*="[^"]*"(?=[^<>]*>)')
_FEW_TAGS = 4000
_INLINE = "(?:a|span|strong|b|em|i)"
_SIDE_BY_SIDE = re.compile(rf"</{_INLINE}><{_INLINE}(?=(?:\s[^>]*)?>([A-ZÅÄÖ(]|[0-9]|[a-zåäö]))")
_ENDS_BEFORE_CAPITAL = frozenset("abcdefghijklmnopqrstuvwxyzåäöé0123456789).")
_ENDS_BEFORE_NUMBER = frozenset("abcdefghijklmnopqrstuvwxyzåäöé:)")
_BOLD_STYLE = re.compile(r'<(span|p) [^>]*style="[^">]*font-weight:\s*(?:bold|[6-9]00)[^>]*>([^<]*)</\1>')
_SPAN = re.compile(r"<(/?)span\b([^>]*)>")
# Spans that a reader sees as boxes: rows and cells by their role, and what a style gives a line of its own.
_BOX_SPAN = re.compile(
    r'<span\b[^>]* (?:role="(?:row|cell|gridcell|columnheader|rowheader)"|'
    r'style="(?:[^"]*;)?\s*display:\s*(?:block|flex|grid|table|list-item)\b|class="(?:[^"]*\s)?d-block[\s"])',
    re.I,
)
# Told only to browsers without scripts: a paragraph in it would end an open one around it, and the element too.
_NOSCRIPT = re.compile(r"<(/?)noscript\b", re.I)
# Two of a system's own elements one after the other ("</x-person><x-person>"): a reader sees two boxes.
_OWN_ELEMENTS = re.compile(r"</[a-z][a-z0-9]*-[^\s>]*>\s*(?=<[a-z][a-z0-9]*-)")
_TABLE_HEADS = frozenset({"thead", "tr", "th", "caption"})
_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})


def read_content(html: str, *, url: str = "", main: str | None = None) -> Content:
    """A page as a reader sees it. url: the page's own address; main: a CSS selector, where the guess is wrong.

    Never raises for anything that a page can hold. Raises UsageError for a selector that is none. A selector that
    matches nothing gives an empty main: an answer to be judged.
    """
    ended, cut = has_end_tag(html), cut_evidence(html)
    tree = LexborHTMLParser(_NOSCRIPT.sub(r"<\1template", tame(html)))
    del html  # a large page has room for one text of it at a time
    if main is not None:
        _mark(tree, main)
    tags = {node.tag for node in tree.root.traverse()} if tree.root is not None else set()
    title = normalised(node.text()) if "title" in tags and (node := tree.css_first("title")) else ""
    address = _address(tree, url, tags)
    scripts = len(tree.css("script")) if "script" in tags else 0
    frames = len(tree.css("iframe, frame")) if tags & {"iframe", "frame"} else 0
    password = "input" in tags and tree.css_first('input[type="password" i]') is not None
    framed = normalised(" ".join(node.text() for node in tree.css("iframe"))) if frames else ""
    tree.strip_tags([tag for tag in _UNSEEN if tag in tags])
    writer = Writer(_resolver(address), _tabs(tree))
    _leave_out_hidden(tree)
    if "button" in tags:
        _leave_out_buttons(tree)
    text = _cleared((tree.body.html if tree.body is not None else "") or "")
    del tree  # the parser's memory, before the blocks take theirs
    write(text, writer)
    del text
    if framed and not writer.blocks:
        writer.add(Paragraph(framed))  # what a frame says where it cannot be shown is all that this page says
    chosen = choose(writer.blocks, writer.places, writer.borders, title, selected=main is not None)
    return Content(
        url=address,
        title=title or None,
        main=chosen.main,
        rest=chosen.rest,
        images=tuple(writer.images),
        has_end_tag=ended,
        cut=cut,
        scripts=scripts,
        password_field=password,
        frames=frames,
    )


def markup(html: bytes, *, main: str | None = None) -> str | None:
    """All that a reading of a page is made from, by the parser alone: equal markup gives equal content.

    html: the page in UTF-8, as the parser takes it. Unequal markup may still give equal content. None without </html>:
    such a page must be judged. A fifth of the cost of read_content.
    """
    if not (has_end_tag(html[-4096:].decode("utf-8", "ignore")) or has_end_tag(html.decode("utf-8", "ignore"))):
        return None
    few = html.count(b"<") <= _FEW_TAGS  # so few cannot cost much, however they are nested
    tree = LexborHTMLParser(html if few else tame(html.decode("utf-8", "replace")).encode())
    if main is not None:
        _mark(tree, main)
    tree.strip_tags(_UNREAD)
    return _UNREAD_ATTRIBUTE.sub("", _UNREAD_COMMENT.sub("", tree.html or ""))


def _cleared(html: str) -> str:
    """Without comments. Spans that only styles hold apart ("30</span><span>Uppdaterad") get a space."""
    html = _COMMENT.sub("", html) if "<!" in html or "<?" in html else html
    if "font-weight" in html:
        html = _BOLD_STYLE.sub(r"<\1><b>\2</b></\1>", html)
    if "</span>" in html and _BOX_SPAN.search(html):
        html = _with_box_spans(html)
    html = _OWN_ELEMENTS.sub(r"\g<0><div></div>", html)
    return _SIDE_BY_SIDE.sub(_apart, html)


def _apart(found: re.Match[str]) -> str:
    """What stands before is looked at here: a pattern that began with it would be tried at each letter of a page."""
    before, behind = found.string[found.start() - 1 : found.start()], found[1]
    if behind.isdigit():
        apart = before in _ENDS_BEFORE_NUMBER
    else:
        apart = before == ")" if behind.islower() else before in _ENDS_BEFORE_CAPITAL
    return found[0].replace("><", "> <", 1) if apart else found[0]


def _with_box_spans(html: str) -> str:
    """Spans that a reader sees as boxes become such."""
    open_spans: list[str] = []

    def replaced(found: re.Match[str]) -> str:
        if found[1]:
            return f"</{open_spans.pop() if open_spans else 'span'}>"
        open_spans.append("div" if _BOX_SPAN.match(found[0]) else "span")
        return f"<{open_spans[-1]}{found[2]}>"

    return _SPAN.sub(replaced, html)


def check_selector(main: str) -> None:
    """UsageError for what is no CSS selector, before there is a page to use it on."""
    _mark(LexborHTMLParser(""), main)


def _mark(tree: LexborHTMLParser, selector: str) -> None:
    try:
        nodes = tree.css(selector)
    except SelectolaxError:
        raise UsageError(f'main = {selector!r} is no CSS selector; give one such as "main" or "#content"') from None
    for node in nodes:
        node.attrs[CHOSEN] = ""


def _address(tree: LexborHTMLParser, url: str, tags: set[str | None]) -> str:
    """What links are resolved against: base, then canonical, then the page's own address."""
    canonical = tree.css_first('link[rel="canonical" i][href]') if "link" in tags else None
    own = _joined(url, (canonical.attributes.get("href") or "") if canonical else "") or url
    base = tree.css_first("base[href]") if "base" in tags else None
    return _joined(own, (base.attributes.get("href") or "") if base else "") or own


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, _bare(address))
    except ValueError:
        return ""


def _bare(address: str) -> str:
    """As a browser takes it (URL Standard §4.4), without U+FFFD, the parser's word for a zero byte."""
    plain = address.isprintable() and "\ufffd" not in address
    return (address if plain else _NO_PART.sub("", address)).strip()


def _resolver(base: str) -> Callable[[str], str | None]:
    host = re.match(r"https?://[^/?#]*", base)
    root = host[0] if host else ""

    @lru_cache(maxsize=4096)
    def resolve(address: str) -> str | None:
        address = _bare(address)
        if address.startswith(("http://", "https://", "mailto:", "tel:")):
            return address
        if root and address.startswith("/") and not address.startswith("//") and "/." not in address:
            return root + address
        if address.lower().startswith(("javascript:", "data:", "vbscript:")):
            return None
        return _joined(base, address) or None

    return resolve


def _tabs(tree: LexborHTMLParser) -> dict[str, str]:
    """The labels of tabs by their own id and by their panel's; the row of tabs itself leaves the page."""
    tabs: dict[str, str] = {}
    for node in tree.css('[role="tab" i]'):
        label = normalised(node.text())
        named = node.attributes
        for key in (named.get("id"), named.get("aria-controls"), (named.get("href") or "").removeprefix("#")):
            if key and label:
                tabs[key] = label
    for node in tree.css('[role="tablist" i]') if tabs else []:
        if node.css_first('[role="tabpanel" i]') is None:
            node.decompose()
    return tabs


def _leave_out_hidden(tree: LexborHTMLParser) -> None:
    """What is hidden leaves the page, but for what a reader opens with a click: panels that something controls."""
    nodes = [node for node in tree.css(_MAY_BE_HIDDEN) if _is_hidden(node)]
    if not nodes:
        return
    opened = _controlled(tree) if any(node.attributes.get("id") for node in nodes) else set()
    for node in nodes:
        named = node.attributes
        if node.tag in ("body", "html", "main") or named.get("role") == "tabpanel" or (named.get("id") or "") in opened:
            continue
        if _expands(node.prev):
            continue
        if node.css_first("main, h1, [role=main]") is not None:
            continue  # the page itself, which a script uncovers once it has loaded or a dialog is answered
        node.decompose()


def _expands(node: LexborNode | None) -> bool:
    """Whether what stands right before a hidden part says that it opens something: an accordion's heading."""
    while node is not None and node.tag in ("-text", "-comment", "_comment"):
        node = node.prev
    if node is None or not node.is_element_node:
        return False
    if "aria-expanded" in node.attributes:
        return True
    return node.tag in _HEADING_TAGS and node.css_first("[aria-expanded]") is not None


def _is_hidden(node: LexborNode) -> bool:
    named = node.attributes
    if node.tag in _TABLE_HEADS and not {"hidden", "aria-hidden", "style"} & named.keys():
        return False  # said to those who hear the page, and true for those who see it
    if "hidden" in named:
        return (named["hidden"] or "").lower() != "until-found"
    if (named.get("aria-hidden") or "").lower() == "true" or node.tag == "dialog":
        return True
    return bool(_HIDING_STYLE.search(named.get("style") or "") or _HIDING_CLASS.search(named.get("class") or ""))


def _controlled(tree: LexborHTMLParser) -> set[str]:
    """The ids of panels that a button or link in the content opens."""
    ids: set[str] = set()
    for node in tree.css('[data-toggle][href^="#"],[data-bs-toggle][href^="#"],[aria-expanded][href^="#"]'):
        ids.add((node.attributes.get("href") or "").removeprefix("#"))
    for node in tree.css("[aria-controls],[data-bs-target],[data-target]"):
        named = node.attributes
        ids.update((named.get("aria-controls") or "").split())
        ids.update((named.get(key) or "").removeprefix("#") for key in ("data-bs-target", "data-target"))
    return ids - {""}


def _leave_out_buttons(tree: LexborHTMLParser) -> None:
    """Buttons leave the page, but for those that open a panel or stand in a heading: they are headings themselves."""
    for node in tree.css("th button, [role=columnheader] button"):
        node.unwrap()  # it sorts its column, and is the column's head
    for node in tree.css("button"):
        named = node.attributes
        if "aria-expanded" in named or "aria-controls" in named or "data-bs-target" in named or "data-target" in named:
            continue
        around = node.parent
        for _ in range(3):
            if around is None or around.tag in _HEADING_TAGS:
                break
            around = around.parent
        if around is None or around.tag not in _HEADING_TAGS:
            node.decompose()
