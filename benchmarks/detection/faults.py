"""Faults: what a server gives instead of the page, and the reason that must be given."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from benchmarks.detection.cosmetic import Rendered
from benchmarks.detection.layouts import render
from benchmarks.detection.shells import SHELLS
from benchmarks.detection.stand_ins import STAND_INS

Fault = tuple[str | bytes, frozenset[str]]
"""What came, and the reasons that are right: mostly one, two where both are true of it."""

KINDS: dict[str, Callable[[Random, Rendered], Fault | None]] = {}


def kind(function: Callable[[Random, Rendered], Fault | None]) -> Callable[[Random, Rendered], Fault | None]:
    KINDS[function.__name__] = function
    return function


def _stands_in(reason: str, random: Random, shown: Rendered) -> Fault:
    title, content = random.choice(STAND_INS[reason])
    if random.random() < 0.5:
        return SHELLS[shown.style.shell](title, content, ""), frozenset({reason})
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    return f"<!DOCTYPE html><html>{head}<body><h1>{title}</h1>{content}</body></html>", frozenset({reason})


@kind
def error_page(random: Random, shown: Rendered) -> Fault:
    return _stands_in("soft-404", random, shown)


@kind
def wall(random: Random, shown: Rendered) -> Fault:
    return _stands_in("blocked", random, shown)


@kind
def another_page_of_the_site(random: Random, shown: Rendered) -> Fault:
    title, content = random.choice(STAND_INS["implausible"])
    return SHELLS[shown.style.shell](title, content, ""), frozenset({"implausible"})


# --- cut bodies


def _cut(shown: Rendered, at: int) -> Fault:
    return shown.html[:at], frozenset({"truncated"})


def _content(shown: Rendered) -> tuple[int, int]:
    start = shown.html.lower().index("</h1>") + 5
    return start, shown.html.index("2024 Provlandet", start)


@kind
def cut_anywhere(random: Random, shown: Rendered) -> Fault:
    return _cut(shown, random.randint(*_content(shown)))


@kind
def cut_between_entries(random: Random, shown: Rendered) -> Fault | None:
    entries = [found.start() for found in re.finditer("<li>|<tr>|<dt>", shown.html)]
    start, end = _content(shown)
    inside = [at for at in entries if start < at < end]
    return _cut(shown, random.choice(inside)) if inside else None


@kind
def cut_after_a_paragraph(random: Random, shown: Rendered) -> Fault:
    start, end = _content(shown)
    return _cut(
        shown, random.choice([found.end() for found in re.finditer("</p>", shown.html[:end]) if found.end() > start])
    )


@kind
def cut_in_a_tag(random: Random, shown: Rendered) -> Fault:
    start, end = _content(shown)
    return _cut(
        shown,
        random.choice([found.start() + 2 for found in re.finditer("<", shown.html[:end]) if found.start() > start]),
    )


@kind
def cut_before_the_end_tags(random: Random, shown: Rendered) -> Fault:
    return _cut(shown, re.search("</body>", shown.html, re.IGNORECASE).start())  # type: ignore[union-attr]


@kind
def empty_body(random: Random, shown: Rendered) -> Fault:
    return "", frozenset({"truncated"})


@kind
def only_a_script(random: Random, shown: Rendered) -> Fault:
    body = '<div id="app"></div><script src="/app.js"></script>'
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title></title></head><body>{body}</body></html>',
        frozenset({"unrecognised"}),
    )


# --- parts that are gone


@kind
def date_value_gone(random: Random, shown: Rendered) -> Fault:
    html = render(replace(shown.page, last_updated=None), shown.owner, shown.style)
    return re.sub(
        r"(</main>|</article>|<P><SMALL>|</body>)", r"<p>Senast uppdaterad: </p>\1", html, count=1
    ), frozenset({"incomplete"})


@kind
def date_line_gone(random: Random, shown: Rendered) -> Fault:
    return render(replace(shown.page, last_updated=None), shown.owner, shown.style), frozenset({"incomplete"})


@kind
def one_list_empty_under_its_lead(random: Random, shown: Rendered) -> Fault | None:
    style = replace(shown.style, people="list", lead="politiska företrädare", habits=frozenset())
    organ = random.choice(shown.page.collaborations)
    listed = re.escape(organ.representatives[0].name)
    html = re.sub(rf"<ul><li>{listed} \(.*?</ul>", "<ul></ul>", render(shown.page, shown.owner, style), count=1)
    return html, frozenset({"incomplete", "implausible"})


@kind
def all_lists_behind_a_script(random: Random, shown: Rendered) -> Fault:
    app = '<div class="people-app"></div><script src="/people.js"></script>'
    bare = tuple(replace(organ, representatives=(), officials=()) for organ in shown.page.collaborations)
    html = render(replace(shown.page, collaborations=bare), shown.owner, shown.style)
    return re.sub(r"(</main>|</article>|<P><SMALL>|</body>)", rf"{app}\1", html, count=1), frozenset(
        {"implausible", "incomplete"}
    )


ROLES_ABOVE = (
    "columns of roles",
    "table, rows under roles",
    "roles in bold above",
    "roles in italics above lists",
    "nested",
)
"""Forms of lists where roles head columns or rows: those that nobody has any more are missing, too."""


@kind
def most_people_gone(random: Random, shown: Rendered) -> Fault | None:
    organs = shown.page.collaborations
    had = sum(len(organ.representatives) + len(organ.officials) for organ in organs)
    kept = tuple(replace(organ, representatives=organ.representatives[:1]) for organ in organs)
    has = sum(len(organ.representatives) + len(organ.officials) for organ in kept)
    if 2 * has >= had:
        return None
    reasons = {"implausible", "incomplete"} if shown.style.people in ROLES_ABOVE else {"implausible"}
    return render(replace(shown.page, collaborations=kept), shown.owner, shown.style), frozenset(reasons)
