"""The sections of contacts beside a page's text: in an aside, in a column before its title, in a box behind its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate

from scraper.blocks.places import Place
from scraper.blocks.signs import is_contact
from scraper.content import Block, Heading

_OF_THE_PAGE = 2  # the level of a heading that stands beside the sections of a page


def contacts_in_asides(blocks: Sequence[Block], places: Sequence[Place], beside: Sequence[int], least: int) -> set[int]:
    """The sections of contacts in the side columns of what holds the title: a heading, and the person under it.

    beside: the blocks that stand outside the content. least: how main a place the title has.
    """

    def is_kin(at: int) -> bool:
        return places[at].outside == "aside" and places[at].main >= least and is_contact(blocks, at)

    return _sections(blocks, beside, is_kin)


def contacts_before(blocks: Sequence[Block], before: Sequence[int]) -> set[int]:
    """The sections of contacts among what stands before the title."""
    return _sections(blocks, before, lambda at: is_contact(blocks, at))


def _sections(blocks: Sequence[Block], among: Sequence[int], begins: Callable[[int], bool]) -> set[int]:
    found: set[int] = set()
    level = 0
    for at in among:
        block = blocks[at]
        if isinstance(block, Heading) and (not level or block.level <= level):
            level = block.level if begins(at) else 0
        elif level and at - 1 not in found:
            level = 0  # another column
        if level:
            found.add(at)
    return found


def of_the_page(blocks: Sequence[Block], borders: Sequence[int], inside: Sequence[int]) -> Sequence[Block]:
    """The blocks; a contact's heading that stands in a box behind the one that held everything from the title on is
    the page's own, however deep it is said to be. borders: see Writer.
    """
    title = next((at for at in inside if _is_title(blocks[at])), None)
    if title is None:
        return blocks
    heads = [at for at in inside if at > title and _is_deep(blocks[at]) and is_contact(blocks, at)]
    so_far = [0, *accumulate(borders[title + 1 : heads[-1]], min)] if heads else []
    raised = {at: _raised(blocks[at]) for at in heads if borders[at] < so_far[at - title - 1]}
    return [raised.get(at, block) for at, block in enumerate(blocks)] if raised else blocks


def _is_deep(block: Block) -> bool:
    return isinstance(block, Heading) and block.level > _OF_THE_PAGE


def _is_title(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _raised(block: Block) -> Block:
    return Heading(_OF_THE_PAGE, block.text, block.links)
