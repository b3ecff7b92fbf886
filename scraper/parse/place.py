"""What the parts of a walk over a page share: its content, where the walk stands, and what was found so far."""

from __future__ import annotations

from scraper.content import Block, Content, Row
from scraper.parse.assemble import Findings
from scraper.parse.contact_sections import ContactLines
from scraper.parse.datelines import DateLines
from scraper.parse.seats import Seats
from scraper.parse.sections import Sections
from scraper.parse.terms import field, is_field
from scraper.parse.titling import find_title

SHORT = 200  # letters; a longer line is a list of people only where many of its words are names
LONGEST_LIST = 3000  # letters


class Place:
    """Where a walk over a page stands."""

    def __init__(self, content: Content) -> None:
        title = find_title(content)
        self.content = content
        self.sections = Sections(title)
        self.findings = Findings(title, self.sections.organs)
        self.dates = DateLines(self.findings)
        self.contacts = ContactLines(self.findings)
        self.seats = Seats(content, self.sections, self.findings)

    def below(self, at: int) -> Block | None:
        """The next block; None at the end of the page."""
        return self.content.main[at + 1] if at + 1 < len(self.content.main) else None

    def following(self, at: int) -> str:
        """The text of the next block, as a line."""
        block = self.below(at)
        if isinstance(block, Row):
            return field(block) if is_field(block) else ", ".join(cell for cell in block.cells if cell)
        return block.text if block is not None else ""
