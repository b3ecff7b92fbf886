"""Cases in which the page is read in another way than before: other settings, another parser, another address.

What only the way of reading changed is told to nobody; what the page changed is told alone, whenever it happens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape
from random import Random

from benchmarks.detection.invent import World
from benchmarks.detection.layouts import HEADINGS, render
from benchmarks.watching.acts import PLAIN, Act, Case, Meanwhile, Settings, Shows, fault, first, page, same
from benchmarks.watching.drawn import Drawn
from monitor.app import App
from monitor.rereading import make_reader
from records.changes import ChangeKind
from records.page import Collaboration, PageRecord, Representative
from storage.archive import reparse, reread
from storage.derivation.chain import Past, Reader, Reread
from storage.values import Capture
from tests.site import Site

# --- settings

CORE = Settings(main="#karna")
"""The page without what stands beside its core; see _beside."""


def other_settings(seed: int, random: Random, drawn: Drawn) -> Case | None:
    """The operator says which part of the page counts, or takes it back, now and then, also as the page changes."""
    if any(change.kind is ChangeKind.TITLE_CHANGED for change in drawn.changes):
        return None  # the title stands outside the core
    if len(drawn.before.collaborations) == 1 or len(drawn.after.collaborations) == 1:
        return None  # where people stand under it, too
    beside = _beside(random, drawn)
    html, later = (page(render(each, drawn.owner, drawn.style, beside)) for each in (drawn.before, drawn.after))
    one, other = random.choice(((PLAIN, CORE), (CORE, PLAIN)))
    kind = random.choice(sorted(_SETTINGS))
    acts = _SETTINGS[kind](html, later, drawn, one, other)
    return Case("other settings", kind, seed, acts)


def _beside(random: Random, drawn: Drawn) -> Callable[[str], str]:
    """An organ after the core, or a paragraph before it where contacts would end among the organ's."""
    world = World(Random(random.random()), set())
    if drawn.before.contacts or drawn.after.contacts:
        text = f"<p>{escape(world.sentence('Nätverket'))} {escape(world.sentence('Nätverket'))}</p>"
        return lambda core: f'{text}\n<div id="karna">\n{core}\n</div>'
    people = "".join(f"<li>{escape(seat.name)} ({seat.party}), {seat.role}</li>" for seat in world.seats(3))
    organ = HEADINGS[drawn.style.heading](f"Sidoordnade {world.place()}rådet", f"<ul>{people}</ul>")
    return lambda core: f'<div id="karna">\n{core}\n</div>\n{organ}'


Acts = Callable[[Shows, Shows, Drawn, Settings, Settings], tuple[Act, ...]]


def _alone(html: Shows, later: Shows, drawn: Drawn, one: Settings, other: Settings) -> tuple[Act, ...]:
    return (
        replace(first(html), settings=one),
        replace(same(html), settings=other),
        replace(same(html), settings=other),
        replace(drawn.edited(later), settings=other),
        replace(same(later), settings=other),
    )


def _with_a_change(html: Shows, later: Shows, drawn: Drawn, one: Settings, other: Settings) -> tuple[Act, ...]:
    return (
        replace(first(html), settings=one),
        replace(drawn.edited(later), settings=other),
        replace(same(later), settings=other),
    )


def _after_a_change(html: Shows, later: Shows, drawn: Drawn, one: Settings, other: Settings) -> tuple[Act, ...]:
    back = Act(html, "changed", settings=other)
    return (
        replace(first(html), settings=one),
        replace(drawn.edited(later), settings=one),
        replace(same(later), settings=other),
        back,
    )


def _there_and_back(html: Shows, later: Shows, drawn: Drawn, one: Settings, other: Settings) -> tuple[Act, ...]:
    return (
        replace(first(html), settings=one),
        replace(same(html), settings=other),
        replace(same(html), settings=one),
        replace(drawn.edited(later), settings=one),
    )


def _with_a_reparse(html: Shows, later: Shows, drawn: Drawn, one: Settings, other: Settings) -> tuple[Act, ...]:
    return (
        replace(first(html), settings=one),
        replace(same(html), settings=other, meanwhile=_reparse),
        replace(drawn.edited(later), settings=other),
    )


def _in_an_outage(html: Shows, later: Shows, drawn: Drawn, one: Settings, other: Settings) -> tuple[Act, ...]:
    return (
        replace(first(html), settings=one),
        replace(fault(lambda site, path: site.fails(503, path), "http-status"), settings=other),
        replace(drawn.edited(later, hours=2), settings=other),
        replace(same(later), settings=other),
    )


def _of_a_part_that_is_not_there(
    html: Shows, later: Shows, drawn: Drawn, one: Settings, other: Settings
) -> tuple[Act, ...]:
    mistaken = Settings(main="#finns-inte")
    return (
        replace(first(html), settings=one),
        replace(fault(html, "unrecognised"), settings=mistaken),
        replace(drawn.edited(later, hours=2), settings=one),
        replace(same(later), settings=other),
    )


_SETTINGS: dict[str, Acts] = {
    "alone": _alone,
    "with a change": _with_a_change,
    "after a change": _after_a_change,
    "there and back": _there_and_back,
    "with a reparse": _with_a_reparse,
    "in an outage": _in_an_outage,
    "of a part that is not there": _of_a_part_that_is_not_there,
}


# --- the parser


def another_parser(seed: int, random: Random, drawn: Drawn) -> Case:
    """The history is an older parser's, which read less, or the same: what is read now was there all along."""
    misses = random.choice(sorted(OLDER))
    html, later = page(drawn.html), page(drawn.later)
    once = random.choice((page(drawn.html), lambda site, path: site.validates(drawn.html, '"a"', path)))
    upgraded = _as_read_by(OLDER[misses])
    kind = random.choice(("stays", "changes", "had changed", "with a reparse", "twice"))
    acts: dict[str, tuple[Act, ...]] = {
        "stays": (replace(same(once), meanwhile=upgraded), same(once), drawn.edited(later)),
        "changes": (replace(drawn.edited(later), meanwhile=upgraded), same(later)),
        "had changed": (drawn.edited(later), replace(same(later), meanwhile=upgraded), Act(html, "changed")),
        "with a reparse": (replace(same(once), meanwhile=_and_then(upgraded, _reparse)), drawn.edited(later)),
        "twice": (
            replace(same(once), meanwhile=upgraded),
            replace(same(html), meanwhile=_as_read_by(random.choice(sorted(OLDER.items()))[1])),
            drawn.edited(later),
        ),
    }
    return Case("another parser", f"{misses}, {kind}", seed, (first(once), *acts[kind]))


def _organs(page: PageRecord, read: Callable[[Collaboration], Collaboration]) -> PageRecord:
    return replace(page, collaborations=tuple(read(organ) for organ in page.collaborations))


def _people(page: PageRecord, read: Callable[[Representative], Representative]) -> PageRecord:
    return _organs(page, lambda o: replace(o, representatives=tuple(read(seat) for seat in o.representatives)))


OLDER: dict[str, Callable[[PageRecord], PageRecord]] = {
    "as now": lambda page: page,
    "no parties": lambda page: _people(page, lambda seat: replace(seat, party=None)),
    "no roles": lambda page: _people(page, lambda seat: replace(seat, role=None)),
    "first names": lambda page: _people(page, lambda seat: replace(seat, name=seat.name.split()[0])),
    "one organ fewer": lambda page: replace(page, collaborations=page.collaborations[:-1]),
    "nobody": lambda page: _organs(page, lambda organ: replace(organ, representatives=())),
    "every other one": lambda page: _organs(page, lambda o: replace(o, representatives=o.representatives[::2])),
    "no officials": lambda page: _organs(page, lambda organ: replace(organ, officials=())),
    "no members": lambda page: _organs(page, lambda organ: replace(organ, members=(), member_since=None)),
    "no texts": lambda page: replace(_organs(page, lambda o: replace(o, description=(), homepage=None)), intro=()),
    "no date": lambda page: replace(page, last_updated=None),
    "no contacts": lambda page: replace(page, contacts=(), documents=()),
}
"""What an older parser made of a page."""


def _as_read_by(older: Callable[[PageRecord], PageRecord]) -> Meanwhile:
    """The page's history as if it had been read by that parser all along."""

    def upgraded(app: App, name: str) -> None:
        reread(app.store, name, _reader_of(make_reader(app.config.pages), older))

    return upgraded


def _reader_of(ours: Reader, older: Callable[[PageRecord], PageRecord]) -> Reader:
    def read(page: str, capture: Capture, *, past: Past | None, settled: bool) -> Reread:
        now = ours(page, capture, past=past, settled=settled)
        assert now.parsed is not None
        record, content = older(now.parsed.record), f"older {now.parsed.content_digest}"
        return replace(now, parsed=replace(now.parsed, record=record, content_digest=content, parser_version=0))

    return read


def _reparse(app: App, name: str) -> None:
    reparse(app.store, make_reader(app.config.pages), only=[name])


def _and_then(one: Meanwhile, other: Meanwhile) -> Meanwhile:
    def both(app: App, name: str) -> None:
        one(app, name)
        other(app, name)

    return both


# --- the address

ELSEWHERE = Settings(beside="-ny")


def another_address(seed: int, random: Random, drawn: Drawn) -> Case:
    """The operator gives the page another address: its old one's server has nothing to say of it."""
    tag = random.choice(('"a"', '"b"'))

    def shown(html: str, tag: str | None, beside: str) -> Shows:
        def shows(site: Site, path: str) -> None:
            if tag is None:
                site.shows(html, path=path + beside)
            else:
                site.validates(html, tag, path + beside)
            site.fails(404, path if beside else path + ELSEWHERE.beside)

        return shows

    tagged = random.choice((tag, None))
    here = first(shown(drawn.html, '"a"', ""))
    there = replace(same(shown(drawn.html, tagged, "-ny")), settings=ELSEWHERE)
    edited = replace(drawn.edited(shown(drawn.later, tagged, "-ny")), settings=ELSEWHERE)
    kind = random.choice(("stays", "changes", "and back"))
    acts = {
        "stays": (there, there, replace(edited, shows=shown(drawn.later, '"c"', "-ny"))),
        "changes": (edited, replace(there, shows=edited.shows)),
        "and back": (there, drawn.edited(shown(drawn.later, '"a"', ""))),
    }
    return Case("another address", kind, seed, (here, *acts[kind]))
