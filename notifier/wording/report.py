"""A set of changes as a person reads it: grouped, people first, then the date, then documents and texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from notifier.wording import Language, Names, day, flags, sentence
from notifier.wording.marks import Spans, marked, marked_prose
from notifier.wording.parts import (
    PROSE_LIMIT,
    as_date,
    called,
    field,
    full_name,
    listed,
    person,
    with_parenthesis,
)
from records.changes import Change, ChangeKind, ChangeSet, Group, Value

_PEOPLE_FIRST = (Group.REPRESENTATIVES, Group.OFFICIALS, Group.CONTACTS, Group.COLLABORATIONS, Group.MEMBERS)
_HEADING = 200  # letters of a name that stands by itself
_HEADINGS = {
    "sv": {"page": "Sidan", "date": "Sidans datum", "documents": "Dokument", "texts": "Texter", "intro": "Inledningen"},
    "en": {
        "page": "The page",
        "date": "The page's date",
        "documents": "Documents",
        "texts": "Texts",
        "intro": "The introduction",
    },
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a comparison: its words, and the address behind them where there is one."""

    spans: Spans
    url: str = ""

    @property
    def text(self) -> str:
        return " ".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Row:
    """Old and new, side by side; None where nothing stood. prose: running text, with the words that differ marked.

    about: whose text it is, where several stand after one another; else "".
    """

    before: Cell | None
    after: Cell | None
    prose: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What changed in one collaboration, or in the page's date, documents or texts."""

    heading: str
    sentences: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """flags are sentences about the whole. No sentence has its full stop."""

    flags: tuple[str, ...]
    sections: tuple[Section, ...]


def changes_report(changes: ChangeSet, language: Language, names: Names, *, compared: bool = True) -> Report:
    """Everything that changed, in the order of reading. compared: with old and new side by side, the dear part."""
    headings = _HEADINGS[language]

    def heading(change: Change) -> str:
        group = change.kind.group
        if group in _PEOPLE_FIRST:
            return full_name(change.collaboration, names, _HEADING) if change.collaboration else headings["page"]
        if group is Group.LAST_UPDATED:
            return headings["date"]
        return headings["documents" if group is Group.DOCUMENTS else "texts"]

    seen: dict[str, int] = {}
    for change in changes.changes:
        if change.kind.group in _PEOPLE_FIRST:
            seen.setdefault(heading(change), len(seen))
    order = {**seen, headings["date"]: len(seen), headings["documents"]: len(seen) + 1}

    def place(change: Change) -> tuple[int, int]:
        group = change.kind.group
        inside = _PEOPLE_FIRST.index(group) if group in _PEOPLE_FIRST else 0
        # A collaboration that came or went is the reason for what is said of its people.
        whole = change.kind in (ChangeKind.COLLABORATION_ADDED, ChangeKind.COLLABORATION_REMOVED)
        return order.get(heading(change), len(order)), -1 if whole else inside

    return Report(
        flags(changes, language),
        tuple(
            _section(title, tuple(of_one), language, names, compared)
            for title, of_one in groupby(sorted(changes.changes, key=place), key=heading)
        ),
    )


def _section(heading: str, changes: tuple[Change, ...], language: Language, names: Names, compared: bool) -> Section:
    return Section(
        heading,
        tuple(dict.fromkeys(sentence(each, language, names) for each in changes)),
        tuple(_row(each, language, names, alone=len(changes) == 1) for each in changes) if compared else (),
    )


def report_lines(report: Report) -> Iterable[str]:
    """The sentences alone, for the command line: headings with what belongs to them, then the flags."""
    for section in report.sections:
        yield section.heading
        yield from (f"  • {each}" for each in section.sentences)
    yield from report.flags


def _row(change: Change, language: Language, names: Names, *, alone: bool) -> Row:
    prose = change.kind in (ChangeKind.TEXT_CHANGED, ChangeKind.TITLE_CHANGED)
    old, new = (_shown(change, value, language, names) for value in (change.before, change.after))
    before, after = (marked_prose if prose else marked)(old, new)
    about = "" if alone or change.kind is not ChangeKind.TEXT_CHANGED else _whose(change, language, names)
    return Row(_cell(before, change.before), _cell(after, change.after), prose, about)


def _whose(text: Change, language: Language, names: Names) -> str:
    return called(text.collaboration, names) or _HEADINGS[language]["intro"]


def _cell(spans: Spans, value: Value | None) -> Cell | None:
    return Cell(spans, field(value, "url", 2000)) if spans else None


def _shown(change: Change, value: Value | None, language: Language, names: Names) -> str:
    """One side of a change in a few words; "" where nothing stood."""
    if value is None:
        return ""
    match change.kind.group:
        case Group.REPRESENTATIVES:
            elsewhere = value.get("collaboration") if isinstance(value, dict) else None
            return listed(person(value), field(value, "role"), called(elsewhere, names))
        case Group.OFFICIALS:
            return listed(field(value, "name"), field(value, "title"), field(value, "body"))
        case Group.CONTACTS:
            return listed(*(field(value, each) for each in ("name", "title", "phone", "email")))
        case Group.COLLABORATIONS:
            return with_parenthesis(field(value, "name"), field(value, "abbreviation"))
        case Group.MEMBERS:
            return with_parenthesis(field(value, "name"), field(value, "country"))
        case Group.DOCUMENTS:
            return with_parenthesis(field(value, "label", 200), field(value, "format", 10))
        case Group.LAST_UPDATED:
            stood = as_date(value)
            return day(stood, language) if stood else ""
        case Group.TEXTS:
            return field(value, "text", PROSE_LIMIT) or field(value, "label", 200)


def ended(text: str) -> str:
    """A sentence with its full stop; one that ends in an abbreviation's, or was cut, has it already."""
    return text if text.endswith((".", "…")) else f"{text}."
