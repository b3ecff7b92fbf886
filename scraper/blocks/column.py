"""The main content of a page without a main element: the box around its title, without the columns beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scraper.blocks.places import Place
from scraper.blocks.signs import goes_on, is_contact, is_entry, is_link, is_links, is_listed
from scraper.content import Block, Heading

_DATE_LINE = re.compile(
    r"(?:(?:den här |denna )?(?:webb)?sidan? (?:är |blev |har |senast )?)?(?:senast |publicera.{0,30})?"
    r"(?:uppdatera(?:[dt]|de?s|ts)|ändra(?:[dt]|de?s|ts)).{0,8}\d",
    re.I,
)
# Under such a heading stands what a page has beside its content.
_BESIDE = re.compile(
    r"(?:genvägar|snabblänkar|relatera|aktuellt|nyheter|senaste nytt|på gång|kalender|självservice|e-tjänster|"
    r"öppettider|läs mer|mer om|se även|följ oss|hitta (?:snabbt|direkt)|mest (?:lästa|besökta)|[\w-]+ har ordet\b)",
    re.I,
)
_ENOUGH = 2  # signs that a box stands beside the content


def column(
    blocks: Sequence[Block], places: Sequence[Place], borders: Sequence[int], content: list[int], heading: int
) -> list[int]:
    """The smallest box around the title's heading that has every person who is listed and half of the text.

    Who is named in a column beside it is not listed. borders: see Writer.
    """
    needed = _before_the_date(blocks, content, heading, [at for at in content if is_listed(blocks, at)])
    listed = frozenset(needed)
    sizes = {at: 0 if is_links(blocks[at]) else len(blocks[at].text) for at in content}
    half = sum(sizes.values()) / 2
    size, first, end = sizes[heading], heading, heading + 1
    others: set[int] = set()
    while True:
        around = max(borders[first] if first > 0 else -1, borders[end] if end < len(blocks) else -1)
        enough = size >= half and end - first > 1  # never the heading alone
        if around < 0 or (enough and all(first <= at < end for at in (*needed[:1], *needed[-1:]))):
            inside = content if around < 0 else [at for at in content if first <= at < end]
            return [at for at in inside if at not in others]
        old = range(first, end)
        while end < len(blocks) and borders[end] >= around:
            size += sizes.get(end, 0)
            end += 1
        while first > 0 and borders[first] >= around:
            first -= 1
            size += sizes.get(first, 0)
        new = [*_boxes(borders, first, old.start, around), *_boxes(borders, old.stop, end, around)]
        named = [shown for box in new if listed.intersection(shown := [at for at in box if at in sizes])]
        if len(named) == 1 and _is_beside(blocks, places, named[0], [at for at in old if at in sizes], listed):
            others.update(_without_contacts(blocks, named[0]))
            needed = [at for at in needed if at not in others]


def ends_with_its_date(blocks: Sequence[Block], content: list[int], heading: int) -> bool:
    """Whether a date line ends the title's text, and fewer people stand behind it than before."""
    listed = [at for at in content if is_listed(blocks, at)]
    return len(_before_the_date(blocks, content, heading, listed)) < len(listed)


def _boxes(borders: Sequence[int], first: int, end: int, around: int) -> Iterator[range]:
    """The elements side by side, as ranges of blocks, that an element at this depth holds."""
    at = first
    for next_one in range(first + 1, end + 1):
        if next_one == end or borders[next_one] == around:
            yield range(at, next_one)
            at = next_one


def _is_beside(
    blocks: Sequence[Block], places: Sequence[Place], box: list[int], titled: list[int], listed: frozenset[int]
) -> bool:
    """Whether a box beside the one with the title names others: no more people, and under headings of its own."""

    def people(inside: list[int]) -> int:
        return sum(max(1, blocks[at].text.count("(")) for at in inside if at in listed)

    head = blocks[box[0]]
    if not isinstance(head, Heading) or people(box) > people(titled):
        return False
    heads = [block for at in box if isinstance(block := blocks[at], Heading)]
    levels = [block.level for at in titled if isinstance(block := blocks[at], Heading) and block.level > 1]
    other = any(_BESIDE.match(each.text) for each in heads)
    if goes_on(blocks, box) and not other:
        return False
    signs = (
        all(places[at].narrow for at in box),
        other,
        head.level > min(levels, default=2),
        box[0] > titled[-1] and _DATE_LINE.match(blocks[titled[-1]].text) is not None,
        box[-1] < titled[0],
        box[-1] < titled[0] and sum(is_link(blocks[at]) for at in box) * 2 >= len(box),
        (other or not any(is_entry(blocks[at].text) for at in box)) and _has_sections(blocks, titled, listed),
    )
    return sum(signs) >= _ENOUGH + (people(box) == people(titled))


def _has_sections(blocks: Sequence[Block], titled: list[int], listed: frozenset[int]) -> bool:
    """Whether people are listed under several headings: a box that holds as much leaves no section to the next."""
    heads: set[int] = set()
    head = -1
    for at in titled:
        block = blocks[at]
        if isinstance(block, Heading):
            head = at if block.level > 1 else -1
        elif head >= 0 and at in listed:
            heads.add(head)
    return len(heads) > 1


def _without_contacts(blocks: Sequence[Block], box: list[int]) -> Iterator[int]:
    """A box without its sections of contacts, who are the page's."""
    level = 0
    for at in box:
        block = blocks[at]
        if isinstance(block, Heading) and (not level or block.level <= level):
            level = block.level if is_contact(blocks, at) else 0
        if not level:
            yield at


def _before_the_date(blocks: Sequence[Block], content: list[int], heading: int, listed: list[int]) -> list[int]:
    dated = next((at for at in reversed(content) if _DATE_LINE.match(blocks[at].text)), -1)
    before = [at for at in listed if heading < at < dated]
    behind = [at for at in listed if at > dated]
    if len(before) <= len(behind) or any(is_contact(blocks, at) for at in behind):
        return listed
    return [at for at in listed if at < dated]
