"""One line of text to the blocks that it is: a bulleted item, a link alone, a bold line that stands as a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from records.page import Link
from scraper.blocks.signs import KNOWN_LETTERS
from scraper.content import Block, Heading, Item, LinkLine, Paragraph
from scraper.swedish.columns import names_column

_BULLETS = frozenset("•·●▪■◦‣⁃∙○□►▸➢➤✓-–—*")
_BULLET = re.compile(r"(?:[•·●▪■◦‣⁃∙○□►▸➢➤✓]\s*|[-–—*]\s+)(?=\S)")
_INNER_BULLET = re.compile(r"\s+[•●▪■◦‣∙]\s*(?=\S)")
# A bold line with one of these is no heading: a sentence, a lead, a person with a party, an address, a date, a list.
_NO_HEADING = re.compile(
    rf"[.!:;,]$|\((?:{KNOWN_LETTERS})\)|@|\d{{5,}}|(?<!\b19\d)(?<!\b20\d)\d[ -]\d\d|uppdaterad|updated", re.I
)
_PARTY = re.compile(r"\((?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}|[a-zåäö]{1,3}|-)\)")
_EDITS = ("redigera", "redigera wikitext", "ändra", "edit", "edit source", "rediger", "muokkaa")
_PERMALINKS = ("#", "¶", "§", "🔗", "∞")
_SEAT = re.compile(
    r"(?:ordinarie|personlig|vice|ledam[oö]t|ersätt|ombud|ordförande|suppleant|representant|revisor)\w*(?:\s\w+)?:\s",
    re.I,
)
_HEADING_LENGTH = 90
_FIELD_LABEL = re.compile(r"(?!kontakt)[\w-]+:$", re.I)  # "Parti:" is a label of what follows
# A whole line that tells a date: it goes on with nothing.
DATED = re.compile(r"(?:sidan |senast |last )*(?:uppdatera|ändra|publicera|granska|update|publishe|modifie)", re.I)
_CREDIT = re.compile(r"(?:^|(?<=[\s.,(/]))(?:foto(?:graf)?|bild(?:en)?|photo)\s*(?::|av\b|©).*$", re.I)


class Line(NamedTuple):
    """A normalised line with what stands in it. bold: nothing in it is not. gap: a paragraph's border is before it."""

    text: str
    links: tuple[Link, ...] = ()
    times: tuple[str, ...] = ()
    bold: bool = False
    gap: bool = True


def without_permalink(line: Line | None) -> Line | None:
    """A heading's line without the sign that links to the heading itself ("Skogsrådet #"), or to where it is edited
    ("Skogsrådet [redigera]"); None for nothing else.
    """
    if line is None or not line.links:
        return line
    label = line.links[-1].label
    if label in _EDITS and line.text.endswith(f"[{label}]"):
        return line._replace(text=line.text.removesuffix(f"[{label}]").rstrip(), links=line.links[:-1])
    if label not in _PERMALINKS:
        return line
    text = line.text.removesuffix(label).rstrip()
    return line._replace(text=text, links=line.links[:-1]) if text else None


def line_blocks(line: Line, level: int, *, after_bullet: bool) -> list[Block]:
    """The blocks of a line outside a list. level: that of a heading made of bold text; after_bullet: a list goes on."""
    if line.text[0] in _BULLETS and (bullet := _BULLET.match(line.text)):
        texts = _INNER_BULLET.split(line.text[bullet.end() :])
        return [
            Item(text, _links_in(text, line.links, len(texts)), starts=not after_bullet and at == 0, times=line.times)
            for at, text in enumerate(texts)
        ]
    if len(line.links) == 1 and line.links[0].label == line.text:
        return [LinkLine(line.links[0])]
    if line.bold and len(line.text) <= _HEADING_LENGTH and _may_head(line):
        return [Heading(level, line.text, line.links, soft=True)]
    return [Paragraph(line.text, line.links, line.times, line.gap)]


def _may_head(line: Line) -> bool:
    label = _FIELD_LABEL.match(line.text) and names_column(line.text)
    titled = line.text.rstrip(":") if line.gap and not label else line.text
    return not _NO_HEADING.search(titled)


def _links_in(text: str, links: tuple[Link, ...], parts: int) -> tuple[Link, ...]:
    return links if parts == 1 else tuple(link for link in links if link.label in text)


def item_blocks(lines: Sequence[Line], depth: int, *, starts: bool) -> list[Block]:
    """The items of one list item that has several lines.

    A person's role, phone and address often stand on lines of their own: such lines are one item. Several lines with
    a person each are several items, and so are paragraphs.
    """
    if len(lines) == 1:
        return [Item(lines[0].text, lines[0].links, depth, starts, lines[0].times)]
    if DATED.match(lines[-1].text) and not lines[-2].text.endswith(":"):  # the list's end tag was left out
        *lines, last = lines
        return [*item_blocks(lines, depth, starts=starts), Paragraph(last.text, last.links, last.times)]
    if _heads_seats(lines):
        head = Item(lines[0].text, lines[0].links, depth, starts)
        return [head, *(Item(line.text, line.links, depth + 1, at == 0) for at, line in enumerate(lines[1:]))]
    return _items(lines, depth, starts=starts)


def _heads_seats(lines: Sequence[Line]) -> bool:
    """Whether the first line, in bold, is no person's, and those below say who has which role in it."""
    first = lines[0]
    return first.bold and ":" not in first.text and not _PARTY.search(first.text) and bool(_SEAT.match(lines[1].text))


def _items(lines: Sequence[Line], depth: int, *, starts: bool) -> list[Block]:
    people = sum(1 for line in lines if _PARTY.search(line.text))
    first = lines[0].text
    together = first.endswith(":") or (
        people < 2 and not re.search(r"[.!?]$", first) and all(len(i.text) <= 120 for i in lines)
    )
    groups = [lines] if together else [[line] for line in lines]
    return [
        Item(
            joined([line.text for line in group]),
            tuple(link for line in group for link in line.links),
            depth,
            starts and at == 0,
            tuple(time for line in group for time in line.times),
        )
        for at, group in enumerate(groups)
    ]


def caption_block(lines: Sequence[Line]) -> Paragraph | None:
    """What stands under a picture, without who took it; None where that is all."""
    text = _CREDIT.sub("", joined([line.text for line in lines])).rstrip(" ,(/")
    return Paragraph(text, tuple(link for line in lines for link in line.links), caption=True) if text else None


def joined(texts: Sequence[str]) -> str:
    """Lines as one text: with commas, where the lines have no marks of their own at their ends."""
    whole = ""
    for text in texts:
        whole += ("" if not whole else " " if whole[-1] in ".,:;!?-–/(" else ", ") + text
    return whole
