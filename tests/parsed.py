"""A page that is read from blocks, written briefly, for the tests of what is found on it."""

from records.page import Collaboration, PageRecord
from scraper.content import Block, Content, Heading, Item, Paragraph
from scraper.parse import parse
from scraper.reading import Reading

ADDRESS = "https://www.example.org/samarbeten/"


def read(*blocks: Block | str, title: str | None = "Samarbeten - Region Prov", rest: tuple[Block, ...] = ()) -> Reading:
    """A page read; texts are items where they begin with "* ", headings with "# ", "## " …, else paragraphs."""
    return parse(Content(ADDRESS, title, main=tuple(_block(each) for each in blocks), rest=rest))


def _block(block: Block | str) -> Block:
    if not isinstance(block, str):
        return block
    mark, _, text = block.partition(" ")
    if mark == "*":
        return Item(text)
    return Heading(len(mark), text) if set(mark) == {"#"} else Paragraph(block)


def record(*blocks: Block | str, rest: tuple[Block, ...] = ()) -> PageRecord:
    return read(*blocks, rest=rest).record


def only(*blocks: Block | str) -> Collaboration:
    """The page's one collaboration."""
    (organ,) = record("# Samarbeten", *blocks).collaborations
    return organ


def names(organ: Collaboration) -> list[str]:
    return [each.name for each in organ.representatives]
