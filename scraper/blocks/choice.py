"""Which of a page's blocks are its main content? Found without configuration, and without losing people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from scraper.blocks.column import column, ends_with_its_date
from scraper.blocks.contents import contents
from scraper.blocks.news import news
from scraper.blocks.places import Place
from scraper.blocks.side_contacts import contacts_before, contacts_in_asides, of_the_page
from scraper.blocks.signs import goes_on, is_link, is_links, names_people
from scraper.blocks.tools import is_answer, is_tool
from scraper.content import Block, Heading, Paragraph
from scraper.swedish.date_lines import may_tell_date
from scraper.swedish.remembered import remembered

_FACTS = re.compile(r"(?:kort(?:a)? )?fakta(?:ruta)?(?: om .+)?|snabbfakta|i korthet|kort om .+", re.I)
_COPYRIGHT = re.compile(r"©|\bcopyright\b|\bupphovsrätt\b", re.I)
_POSTAL = re.compile(r"\b\d{3} ?\d{2}\s+[A-ZÅÄÖ]|\b[Bb]ox \d|\b[Oo]rg\.? ?nr\b|\b[Ww]ebb(?:master|ansvarig|redaktör)\b")
_DATE_LABEL = re.compile(r"\b(?:uppdatera[dt]|ändra[dt]|last (?:updated|modified))\b", re.I)
_MAIN = 2  # of Place.main: within a main element
_LARGEST_TOOL = 1500  # letters
_TITLE_PARTS = re.compile(r"\s+[|–—-]\s+|\s*[|»]\s*|\s+::\s+")


@dataclass(frozen=True, slots=True)
class Choice:
    """main and rest, each in page order."""

    main: tuple[Block, ...]
    rest: tuple[Block, ...]


def choose(
    blocks: Sequence[Block], places: Sequence[Place], borders: Sequence[int], title: str | None, *, selected: bool
) -> Choice:
    """selected: a selector was configured, and only what it chose is main content. borders: see Writer."""
    blocks = _with_title(blocks, places, title)
    shown = [at for at, block in enumerate(blocks) if not is_tool(block) and not is_answer(blocks, at)]
    beside = set() if selected else news(blocks, borders, shown, _names_of_title(title) if title else ())
    people = {at for at in shown if at not in beside and names_people(blocks[at].text)}
    groups = _groups(places, shown)
    if dropped := {at for key in _tools(blocks, places, groups, people) for at in groups.pop(key)}:
        shown = [at for at in shown if at not in dropped]
    if selected:
        inside = {at for at in shown if places[at].chosen}
    else:
        inside = _guess(blocks, places, borders, [at for at in shown if at not in beside], title, groups, people)
    if named := contents(blocks, [at for at in shown if at in inside]):
        shown, inside = [at for at in shown if at not in named], inside - named
    blocks = of_the_page(blocks, borders, [at for at in shown if at in inside])
    main = tuple(blocks[at] for at in shown if at in inside)
    return Choice(main, tuple(blocks[at] for at in shown if at not in inside))


def _with_title(blocks: Sequence[Block], places: Sequence[Place], title: str | None) -> Sequence[Block]:
    """The blocks; above several headings of level 1, the line that equals the document's title is a heading too."""
    ones = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
    if len(ones) < 2 or not title:
        return blocks
    names = _names_of_title(title)
    if any(blocks[at].text.casefold() in names for at in ones):
        return blocks
    for at, block in enumerate(blocks[: ones[0]]):
        if isinstance(block, Paragraph) and block.text.casefold() in names and not places[at].outside:
            return [*blocks[:at], Heading(1, block.text), *blocks[at + 1 :]]
    return blocks


def _groups(places: Sequence[Place], shown: Sequence[int]) -> dict[int, list[int]]:
    """The blocks within each outermost element that is no content, by the identity of its place."""
    groups: dict[int, list[int]] = {}
    for at in shown:
        if (origin := places[at].origin) is not None:
            groups.setdefault(id(origin), []).append(at)
    return groups


def _tools(
    blocks: Sequence[Block], places: Sequence[Place], groups: dict[int, list[int]], people: set[int]
) -> list[int]:
    """The groups of tools that hold no content: a form around a whole page, as some systems write it, is none."""
    found = []
    for key, inside in groups.items():
        around = places[inside[0]].origin
        if around is None or not around.tool:
            continue
        wraps = any(places[at].main > around.main for at in inside)
        titled = any(isinstance(block := blocks[at], Heading) and block.level == 1 for at in inside)
        size = sum(len(blocks[at].text) for at in inside)
        if size < _LARGEST_TOOL and not titled and not wraps and people.isdisjoint(inside):
            found.append(key)
    return found


def _guess(
    blocks: Sequence[Block],
    places: Sequence[Place],
    borders: Sequence[int],
    shown: Sequence[int],
    title: str | None,
    groups: dict[int, list[int]],
    people: set[int],
) -> set[int]:
    heading = _title_heading(blocks, places, shown, title)
    out = _outside(blocks, places, shown, heading, groups, people)
    beside = [at for at in shown if id(places[at].origin) in out]
    contacts = contacts_in_asides(blocks, places, beside, places[heading].main if heading is not None else _MAIN)
    content = [at for at in shown if id(places[at].origin) not in out or at in contacts]
    inside = content
    for least in (2, 1):
        if least == 1 and heading in content and not places[heading].main:
            continue  # articles below the title are its parts, or something else
        candidates = [at for at in content if places[at].main >= least]
        titled = least == _MAIN and heading in candidates and not people.isdisjoint(candidates)
        if candidates and (titled or _is_enough(blocks, candidates, content, people)):
            inside = candidates
            if least == 1 and heading in candidates and ends_with_its_date(blocks, candidates, heading):
                inside = column(blocks, places, borders, candidates, heading)  # the other articles are something else
            break
    else:
        if heading in content:
            inside = column(blocks, places, borders, content, heading)
    if heading is not None:
        inside = _from_heading(blocks, _with_preamble(blocks, content, inside, heading), heading, people)
    return set(_to_imprint(blocks, inside, people))


def _has_sure_main(places: Sequence[Place], shown: Sequence[int], heading: int | None) -> bool:
    """Whether a main element holds the title and something under it: then who stands beside it is somebody else's."""
    if heading is None or places[heading].main < _MAIN:
        return False
    return any(places[at].main == _MAIN and at != heading for at in shown)


def _outside(
    blocks: Sequence[Block],
    places: Sequence[Place],
    shown: Sequence[int],
    heading: int | None,
    groups: dict[int, list[int]],
    people: set[int],
) -> set[int]:
    """The places that are no content. Where only a name says so, or an aside, people or the title keep it in."""
    out = set()
    sure_main = bool(groups) and _has_sure_main(places, shown, heading)
    listed = any(not places[at].outside for at in people)
    for key, inside in groups.items():
        place = places[inside[0]]
        aside = place.outside == "aside" and (place.sure or not goes_on(blocks, inside))
        above = place.outside == "named" and heading is not None and inside[-1] < heading
        others = (sure_main and place.main < _MAIN) or ((aside or above) and listed)
        named = not others and not people.isdisjoint(inside)
        if place.tool or (not place.sure and (named or heading in inside)):
            continue
        if place.outside == "header" and heading is not None and _heads_section(blocks, inside, heading):
            continue
        if place.outside == "aside" and place.main == _MAIN and _is_fact_box(blocks[inside[0]]):
            continue
        if (
            place.outside in ("aside", "header", "banner")
            and (named or heading in inside)
            and not _is_menu(blocks, inside)
        ):
            continue
        out.add(key)
    return out


def _heads_section(blocks: Sequence[Block], inside: Sequence[int], heading: int) -> bool:
    """Whether a header below the title is a section's own, whatever element that is: it holds only its heading."""
    found = [block for at in inside if isinstance(block := blocks[at], Heading) and block.level > 1]
    return inside[0] > heading and len(found) == len(inside) == 1


def _is_fact_box(first: Block) -> bool:
    """Whether a box within the main content begins as one that tells its facts in short."""
    return isinstance(first, Heading) and _FACTS.fullmatch(first.text.strip(" :")) is not None


def _is_menu(blocks: Sequence[Block], inside: Sequence[int]) -> bool:
    links = sum(1 for at in inside if is_link(blocks[at]))
    return len(inside) > 6 and links > 0.6 * len(inside)


def _is_enough(blocks: Sequence[Block], candidates: Sequence[int], content: Sequence[int], people: set[int]) -> bool:
    """Neither most of the people nor nearly all of the text stand outside what calls itself the main content."""
    inside = set(candidates)
    others = [at for at in content if at not in inside]
    named = [len(people.intersection(part)) for part in (candidates, others)]
    size = [sum(len(blocks[at].text) for at in part) for part in (candidates, others)]
    return named[1] <= named[0] and (named[0] > 0 or size[0] > 200 or size[0] * 4 >= size[1])


@remembered
def _names_of_title(title: str) -> tuple[str, ...]:
    """In whole and by its first part."""
    return tuple(name.casefold() for name in (title, *_TITLE_PARTS.split(title)[:1]) if name)


def _title_heading(
    blocks: Sequence[Block], places: Sequence[Place], shown: Sequence[int], title: str | None
) -> int | None:
    """The heading that equals the document's title or its first part, else the first of level 1 in the content."""
    names = _names_of_title(title) if title else ()
    headings = [(at, block) for at in shown if isinstance(block := blocks[at], Heading) and not block.soft]
    ones = [at for at, block in headings if block.level == 1]
    in_main = next((at for at in ones if places[at].main == _MAIN), len(blocks))
    for at, block in headings:
        if block.text.casefold() in names and not places[at].outside.startswith("navig"):
            return min(at, in_main)  # "Styrelse" below "Styrelse och revision" is a part of it, whatever the title says
    return next(
        (at for at in ones if places[at].main == _MAIN),
        next((at for at in ones if not places[at].outside), ones[0] if ones else None),
    )


def _with_preamble(blocks: Sequence[Block], content: list[int], inside: list[int], heading: int) -> list[int]:
    """With the text right below a title that stands before the main content, as in a header with a picture; links to
    print or share the page may stand between them."""
    if heading in inside or not inside or heading > inside[0]:
        return inside
    between = dropwhile(lambda at: is_links(blocks[at]), (at for at in content if heading < at < inside[0]))
    text = takewhile(lambda at: isinstance(blocks[at], Paragraph) and not is_links(blocks[at]), between)
    return [*text, *inside]


def _from_heading(blocks: Sequence[Block], inside: list[int], heading: int, people: set[int]) -> list[int]:
    """From the title's heading on: before it stand breadcrumbs and menus, unless people do."""
    before = [at for at in inside if at < heading]
    after = [at for at in inside if at > heading]
    if not after:
        return inside if heading in inside else [heading, *inside] if not before else inside
    if any(at in people and not is_link(blocks[at]) for at in before) or any(
        len(blocks[at].text) > 200 for at in before
    ):
        return sorted({*inside, heading})
    return [*sorted(contacts_before(blocks, before)), heading, *after]


def _says_date(text: str) -> bool:
    return may_tell_date(text) and _DATE_LABEL.search(text) is not None


def _to_imprint(blocks: Sequence[Block], inside: list[int], people: set[int]) -> list[int]:
    """Up to the owner's line ("© …", a postal address behind the date line), which pages without a footer end with."""

    def dated(before: list[int]) -> bool:
        return any(_says_date(blocks[at].text) for at in before)

    end = len(inside)
    while end > 1 and inside[end - 1] not in people:
        text, before = blocks[inside[end - 1]].text, inside[: end - 1]
        if _says_date(text) or not (_COPYRIGHT.search(text) or (_POSTAL.search(text) and dated(before))):
            break
        end -= 1
    return inside[:end]
