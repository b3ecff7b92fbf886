"""What stands under contact headings, kept until the whole section is known."""

from __future__ import annotations

import re

from records.page import Link
from scraper.parse.announcements import LINE
from scraper.parse.assemble import Findings
from scraper.parse.organs import ContactSection, Found, Organ
from scraper.swedish.contacts import contact
from scraper.swedish.reach import without_reach
from scraper.swedish.remembered import remembered

_LABEL = re.compile(
    r"^(?:(?:(?:administrativ|operativ|praktisk|vår|\w+s)\s+)?kontakt(?:person(?:er)?)?(?:\s+(?:hos|på|i|för|från|vid|inom)(?:\s+[\w-]+){1,4}?)?|kontaktperson(?:er)?\s+[\w-]+(?:\s[\w-]+)?|contact(?:\s+persons?)?)\s*:\s+(?=\S)",
    re.IGNORECASE,
)


_IS = re.compile(
    r"^(?:[\w:]+s\s+)?kontaktperson(?:er)?(?:\s+(?:hos|på|i|för|från|vid|inom)(?:\s+[\w-]+){1,4}?)?\s+är\s+", re.I
)
_ASKED = re.compile(  # "Frågor om samverkan besvaras av", "Vill du veta mer? Kontakta gärna", "För mer information:"
    r"^(?:[^.:!?]{3,80}\?\s+)?(?:frågor\b[^:.]{0,60}?\b(?:besvaras|tas\s+emot)\s+av"
    r"|(?:(?:vid|för|har\s+du)\s+(?:frågor|(?:mer|ytterligare)\s+information)\b[^:.]{0,60}?)?"
    r"\b(?:kontakta|(?:hör\s+av|vänd)\s+dig|ring(?:\s+eller\s+(?:mejla|maila))?|mejla|maila)(?:\s+gärna)?(?:\s+till)?)\s+(?=\w)",
    re.I,
)
_TOLD_BY = re.compile(  # "För mer information:", "Frågor:": somebody may be reached, or something else is told
    r"^(?:(?:för\s+)?(?:mer|ytterligare)\s+(?:information|upplysningar)|(?:vid\s+)?frågor)\b[^:.?]{0,40}:\s+(?=\w)",
    re.I,
)
_SENTENCE_END = re.compile(r"(?<=[a-zåäö)\d]{2}[.!?])\s+(?=[A-ZÅÄÖ])")
_LONGEST = 300  # letters of a line that are read


class ContactLines:
    """The contact section that is open, if one is, and its lines."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._section: ContactSection | None = None
        self._lines: list[tuple[int, str, tuple[Link, ...]]] = []
        self._dated = False  # the date line stood behind the section's lines: the page's foot follows
        self._until: int | None = None  # the section's last block, where that is known

    @property
    def is_open(self) -> bool:
        return self._section is not None

    def open(self, at: int, level: int, after: Organ, *, until: int | None = None) -> None:
        """until: the section's last block, where something else than the next heading ends it."""
        self._section, self._dated, self._until = ContactSection(level, at, after), False, until
        self._findings.organs.sections.append(self._section)
        self._findings.claim(at, "heading: contact", "contacts")

    def reaches(self, at: int) -> None:
        """The walk has come to this block: a section that ended before it is closed."""
        if self._until is not None and at > self._until:
            self.close()

    def holds(self, level: int) -> bool:
        """Whether a heading of this level stands within the open section."""
        return self._section is not None and level > self._section.level

    def add(self, at: int, text: str, links: tuple[Link, ...]) -> None:
        if self._dated:
            self._findings.claim(at, "contact section: behind the date line", "masthead")
        else:
            self._lines.append((at, text[:_LONGEST], links))

    def ignore(self) -> None:
        """What stands in the open section is about the page itself, as whoever keeps it."""
        self._dated = True

    def dated(self) -> None:
        """The page's date line stands here: what follows the section's lines speaks of nobody in them."""
        self._dated = bool(self._lines)

    def close(self) -> None:
        """Read the lines; all that stands under a contact heading belongs to it."""
        if self._section is None:
            return
        links = tuple(link for _, _, line_links in self._lines for link in line_links)
        for each in contact([text for _, text, _ in self._lines], links):
            at = next((at for at, text, _ in self._lines if each.name in text), self._section.block)
            self._section.contacts.append(Found(each, at, "contact section"))
        for at, _, _ in self._lines:
            self._findings.claim(at, "contact section", "contacts")
        self._section, self._lines, self._until = None, [], None

    def told(self, at: int, text: str, links: tuple[Link, ...], organ: Organ) -> str:
        """A contact in a paragraph's last sentence is taken; the sentences before it, which may tell of more."""
        if "ontakt" not in text:
            return text
        *before, last = _SENTENCE_END.split(text)
        if not before or "ontakt" not in last:
            return text
        return " ".join(before) if self.labelled(at, last, links, organ) else text

    def labelled(self, at: int, text: str, links: tuple[Link, ...], organ: Organ) -> bool:
        """ "Kontaktperson: Testa Testsson, samordnare" in one line, under no heading of its own."""
        behind, sure = _label(text)
        if behind and not sure:  # a sentence that says how to reach somebody is a contact too
            reach = without_reach(text, links)[1]
            sure = bool(reach.phones or reach.emails)
        found = contact([text[behind:]], links) if sure else ()
        if found:
            section = ContactSection(LINE, at, organ, [Found(each, at, "line: contact") for each in found])
            self._findings.organs.sections.append(section)
        return bool(found)


@remembered
def _label(text: str) -> tuple[int, bool]:
    """Where the label of a contact ends, 0 where there is none, and whether it is sure without a number or address."""
    if label := _LABEL.match(text) or _ASKED.match(text):
        return label.end(), True
    said = _IS.match(text) or _TOLD_BY.match(text)
    return (said.end() if said else 0), False
