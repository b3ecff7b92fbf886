"""What a block's links are: documents, a collaboration's own site, or a line that is nothing but links."""

from __future__ import annotations

import re
from collections.abc import Iterable

from records.page import Document, Link
from scraper.swedish.labels import document_format, document_label, is_homepage_label, is_way_label, link_label

_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:]*)", re.IGNORECASE)
_LABEL = re.compile(r"^\s*\w+(?:\s\w+){0,2}:\s*$")  # "Länk:", "Webbplats:", "Läs mer:"
_JOINS = re.compile(r"\b(?:och|samt|eller)\b")
_MARKS = " ,;|•·–—-()/:.&>»"
_FRONT = 10  # letters: a bullet or another mark before a line's first link
_TAIL = 60  # letters behind a link that may tell its document's format
_LONGEST_LABELLED = 100  # letters of a line "Hemsida: …"
_MANY = 50  # above it a line's links are weighed by length alone


def documents(text: str, links: Iterable[Link]) -> tuple[Document, ...]:
    """The documents that a block links to; the format may stand in the address, the label, or behind the only link."""
    found = []
    links = tuple(links)
    for link, following in zip(links, (*links[1:], None), strict=False):
        if link.url.startswith(("mailto:", "tel:")):
            continue
        label, named = document_label(link.label)
        kind = document_format(link.url) or named or _behind(text, link.label, following)
        if kind and label:
            found.append(Document(label, link.url, kind))
    return tuple(found)


def _behind(text: str, label: str, following: Link | None) -> str | None:
    """The format in a tail behind the line's first link, before the next: "Strategi" and " (pdf, 234 kB)"."""
    at = text.find(label, 0, len(label) + _FRONT) if label else -1
    if at < 0 or text[:at].strip(_MARKS):
        return None
    end = at + len(label)
    stop = text.find(following.label, end, end + _TAIL + len(following.label)) if following and following.label else -1
    stop = len(text) if stop < 0 else stop
    return document_label(f"x{text[end:stop]}")[1] if stop - end < _TAIL else None


def homepage(links: Iterable[Link], names: tuple[str, ...], text: str = "") -> Link | None:
    """The first link that leads to the site of the collaboration of these names; its label without tools' notes.

    text: the line that holds them; "Hemsida:" in front of one says what it is, too.
    """
    called = is_homepage_label(text.partition(": ")[0]) if links and ": " in text else False
    for link in links:
        is_page = link.url.startswith(("http:", "https:")) and not document_format(link.url)
        behind = called and len(text) < _LONGEST_LABELLED and text.endswith(link.label)
        if is_page and (behind or is_homepage_label(link.label, names)):
            return Link(link_label(link.label), link.url)
    return None


def way_out(links: Iterable[Link], names: tuple[str, ...], own: str) -> Link | None:
    """The first link to another site than the page's own (its address) that says by name where it leads."""
    for link in links:
        is_page = link.url.startswith(("http:", "https:")) and not document_format(link.url)
        if is_page and is_way_label(link.label, names) and _site(link.url) != _site(own):
            return Link(link_label(link.label), link.url)
    return None


def _site(url: str) -> tuple[str, ...]:
    """The end of an address's host, which its parts share: ("prov", "se")."""
    host = _HOST.match(url)
    return tuple(host[1].casefold().split(".")[-2:]) if host else ()


def only_links(text: str, links: tuple[Link, ...]) -> bool:
    """Whether a line is nothing but its links, their marks and the tails of documents."""
    if not links:
        return False
    if len(links) > _MANY:
        return 10 * sum(len(link.label) for link in links) > 9 * len(text)
    left = text
    for link in links:
        left = left.replace(link.label, "", 1) if link.label else left
    left = document_label(f"x{left}")[0][1:]
    return not _JOINS.sub("", _LABEL.sub("", left)).strip(_MARKS)


def mostly_links(text: str, links: tuple[Link, ...]) -> bool:
    """Whether links are more than half of a line, as in a list of news: a headline, and the day that it is of."""
    return 2 * sum(len(link.label) for link in links) > len(text)
