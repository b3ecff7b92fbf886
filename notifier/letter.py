"""One mail's content, and how it looks as text and as HTML. Every kind of mail is a Letter. Pure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from notifier.wording import Language
from notifier.wording.report import Cell, Report, Row, Section, ended

if TYPE_CHECKING:
    from css_inline import CSSInliner
    from jinja2 import Template

WIDTH = 72
_COLUMN = (WIDTH - 6) // 2
_LABELS = {
    "sv": {"before": "Förut", "after": "Nu", "comparison": "Förut och nu", "legend": "[-borttaget-]  {+tillagt+}"},
    "en": {"before": "Before", "after": "Now", "comparison": "Before and now", "legend": "[-removed-]  {+added+}"},
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled line at the end: a time, the page's own date, a link. url: an address of our own or the page's."""

    label: str
    value: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What is told of one page at one time. heading is "" where a letter has only one."""

    report: Report
    heading: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """lead: paragraphs before everything; commands: lines to copy; closing: why this was sent, and how to stop it."""

    title: str
    language: Language
    lead: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    facts: tuple[Fact, ...] = ()
    closing: tuple[str, ...] = ()


def as_text(letter: Letter) -> str:
    """Plain text that stands alone, in lines of at most 72 columns but for addresses, which are never broken."""
    labels = _LABELS[letter.language]
    blocks = [_wrapped(letter.title)]
    blocks += [_wrapped(each) for each in letter.lead]
    blocks += ["\n".join(f"    {each}" for each in letter.commands)] if letter.commands else []
    for chapter in letter.chapters:
        blocks += _chapter(chapter, labels)
    blocks += ["\n".join(_fact(each) for each in letter.facts)] if letter.facts else []
    blocks += ["-- \n" + "\n".join(_wrapped(each) for each in letter.closing)] if letter.closing else []
    return "\n\n".join(blocks) + "\n"


def _chapter(chapter: Chapter, labels: dict[str, str]) -> Iterable[str]:
    if chapter.heading:
        yield f"{_wrapped(chapter.heading)}\n{'=' * min(WIDTH, len(chapter.heading))}"
    for section in chapter.report.sections:
        yield "\n".join(
            [_wrapped(section.heading), *(_wrapped(ended(each), "  * ", "    ") for each in section.sentences)]
        )
    for flag in chapter.report.flags:
        yield _wrapped(ended(flag))
    if chapter.report.sections:
        yield f"{labels['comparison'].upper()}\n{'-' * len(labels['comparison'])}"
        if any(_marks_words(row) for section in chapter.report.sections for row in section.rows):
            yield labels["legend"]
    for section in chapter.report.sections:
        yield _comparison(section, labels)
    if chapter.facts:
        yield "\n".join(_fact(each) for each in chapter.facts)


def _comparison(section: Section, labels: dict[str, str]) -> str:
    lines = [_wrapped(section.heading)]
    short = [row for row in section.rows if not _is_long(row)]
    if short:
        lines.append(f"  {labels['before']:<{_COLUMN}}  {labels['after']}")
        lines += [line for row in short for line in _side_by_side(row)]
    for row in section.rows:
        if _is_long(row):
            lines += ["", *_stacked(row, labels)] if len(lines) > 1 else _stacked(row, labels)
    return "\n".join(lines)


def _is_long(row: Row) -> bool:
    cells = [each for each in (row.before, row.after) if each is not None]
    return row.prose or any(each.url for each in cells)


def _marks_words(row: Row) -> bool:
    cells = [each for each in (row.before, row.after) if each is not None]
    return row.prose and any(span.marked for each in cells for span in each.spans)


def _side_by_side(row: Row) -> Iterable[str]:
    old = _in_column(row.before, "- ")
    new = _in_column(row.after, "+ ")
    for number in range(max(len(old), len(new))):
        left = old[number] if number < len(old) else ""
        right = new[number] if number < len(new) else ""
        yield f"  {left:<{_COLUMN}}  {right}".rstrip()


def _in_column(cell: Cell | None, sign: str) -> list[str]:
    if cell is None:
        return []
    return textwrap.wrap(cell.text, _COLUMN, initial_indent=sign, subsequent_indent="  ", break_on_hyphens=False)


def _stacked(row: Row, labels: dict[str, str]) -> Iterable[str]:
    if row.about:
        yield _wrapped(f"{row.about}:", "  ", "    ")
    for cell, label, marks in ((row.before, labels["before"], "[-{}-]"), (row.after, labels["after"], "{{+{}+}}")):
        if cell is None:
            continue
        words = " ".join(marks.format(span.text) if row.prose and span.marked else span.text for span in cell.spans)
        yield _wrapped(f"{label}: {words}", "  ", "    ")
        if cell.url:
            yield f"    {cell.url}"


def _fact(fact: Fact) -> str:
    if fact.url and fact.url == fact.value:
        return f"{fact.label}:\n  {fact.url}"
    return _wrapped(f"{fact.label}: {fact.value}", "", "  ") + (f"\n  {fact.url}" if fact.url else "")


def _wrapped(text: str, first: str = "", later: str = "") -> str:
    return "\n".join(textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False))


def as_html(letter: Letter) -> str:
    """A whole HTML document with its style inlined; loads nothing from anywhere."""
    page = _template().render(letter=letter, labels=_LABELS[letter.language], link=_link)
    return _inliner().inline(page)


def _link(url: str) -> str:
    """The address, if a mail may link to it: nothing that runs."""
    return url if url.startswith(("https://", "http://")) else ""


@cache
def _template() -> Template:
    from jinja2 import Environment, FileSystemLoader

    folder = Path(__file__).parent / "templates"
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["ended"] = ended
    return environment.get_template("letter.html")


@cache
def _inliner() -> CSSInliner:
    from css_inline import CSSInliner

    options: dict[str, Any] = {"keep_at_rules": True, "load_remote_stylesheets": False}
    return CSSInliner(**options)
