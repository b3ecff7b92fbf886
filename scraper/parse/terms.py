"""Terms with their descriptions that say one thing of a person: "Namn", "Parti", "Uppdrag"."""

from __future__ import annotations

from scraper.content import Row
from scraper.swedish.columns import Column, column

NAMED_FACTS = (Column.NAME, Column.TITLE, Column.ROLE)
_FIELDS = (Column.NAME, Column.PARTY, Column.ROLE)


def is_field(block: Row) -> bool:
    """Whether a row is such a term with its description."""
    return len(block.cells) == 2 and not any(block.heads) and column(block.cells[0]) in _FIELDS and bool(block.cells[1])


def field(block: Row) -> str:
    """The row as a line."""
    label, value = block.cells
    return value if column(label) is Column.NAME else f"{label.rstrip(': ')}: {value}"
