"""People in table rows (and in terms with descriptions): by the column heads, or by what the cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, pairwise

from records.page import Link
from scraper.swedish.columns import role_head
from scraper.swedish.headed_rows import HeadedRow
from scraper.swedish.names import is_common_given, is_name, is_surely_somebody, is_vacant, straight, turned
from scraper.swedish.parties import is_party, strip_party
from scraper.swedish.people import Entry, entries, read_by
from scraper.swedish.roles import heading_role, read_roles, role_ahead
from scraper.swedish.titles import is_contact_word

_NO_PERSON = re.compile(
    r"\d{4}-\d\d-\d\d(?:\s?[–-]\s?\d{4}-\d\d-\d\d)?|\d{1,3}[.)]?|\S+(?:\s+\S+){3,}[.!?]"
)  # a row's number, a sentence
_GROUPED = re.compile(r"(?P<role>.+) (?:namn|förnamn|efternamn|parti|kommun|roll|uppdrag|telefon|e-?post)", re.I)


def row_entries(
    cells: Sequence[str],
    heads: Sequence[str] = (),
    *,
    role: str | None = None,
    party: str | None = None,
    links: tuple[Link, ...] = (),
    announced: bool = False,
) -> tuple[Entry, ...]:
    """The people of one row; () where it is none of people. heads: the column head above each cell, "" where none."""
    return _row_entries(tuple(cells), tuple(heads), role, party, links, announced)


@lru_cache(maxsize=1024)
def _row_entries(
    cells: tuple[str, ...],
    heads: tuple[str, ...],
    role: str | None,
    party: str | None,
    links: tuple[Link, ...],
    announced: bool,
) -> tuple[Entry, ...]:
    if any(heads):
        cells = _without_labels(cells, heads)
    if any(heads) and (groups := _groups(heads)):
        return _by_groups(cells, heads, groups, party, links)
    if any(heads) and (found := HeadedRow(cells, heads, links).people(role, party)):
        return found
    return _by_content(cells, role, party, links, announced)


def _without_labels(cells: tuple[str, ...], heads: tuple[str, ...]) -> tuple[str, ...]:
    """The cells without their heads, which a page for small screens says again in front of each."""
    pairs = [(cell, head) for cell, head in zip(cells, heads, strict=False) if cell and head]
    if len(pairs) < 2 or not all(cell.startswith(head) for cell, head in pairs):
        return cells
    return tuple(
        cell.removeprefix(head).strip(" :") if head else cell for cell, head in zip(cells, heads, strict=False)
    )


def _groups(heads: Sequence[str]) -> dict[str, str]:
    """The roles that stand over several columns ("Ersättare" over "Namn" and "Parti"), by the words they stand in."""
    found = {}
    for head in heads:
        grouped = _GROUPED.fullmatch(head)
        role = read_roles(grouped["role"]) if grouped else None
        if grouped and role:
            found[grouped["role"]] = heading_role(role.singular) or role.singular
    return found


def _by_groups(
    cells: Sequence[str], heads: Sequence[str], groups: dict[str, str], party: str | None, links: tuple[Link, ...]
) -> tuple[Entry, ...]:
    """The people of each group of columns; a column of no group says the same of all of them."""
    people: tuple[Entry, ...] = ()
    for group, role in groups.items():
        own = [at for at, head in enumerate(heads) if head.startswith(f"{group} ")]
        shared = [at for at, head in enumerate(heads) if not any(head.startswith(f"{each} ") for each in groups)]
        at_once = [at for at in sorted([*own, *shared]) if at < len(cells)]
        part = [heads[at].removeprefix(f"{group} ") for at in at_once]
        people += row_entries([cells[at] for at in at_once], part, role=role, party=party, links=links)
    return people


def _by_content(
    cells: Sequence[str], role: str | None, party: str | None, links: tuple[Link, ...], announced: bool
) -> tuple[Entry, ...]:
    """A row without useful heads: each cell says by itself what it is; surname and given name may have a cell each."""
    full = [cell.strip() for cell in cells if cell.strip() and not _NO_PERSON.fullmatch(cell.strip())]
    if not full:
        return ()
    if is_contact_word(full[0]):
        return ()
    full = _joined_names(full)
    first = role_head(full[0])
    if first and len(full) == 2 and not is_party(full[1]):
        found = entries(full[1], role=role_ahead(first), party=party, links=links, announced=True)
        if found:
            return read_by("row", found)
    if first and len(full) > 2 and not any(is_party(cell) or _is_role(cell) for cell in full[1:]):
        each = [entries(cell, role=role_ahead(first), party=party, announced=True) for cell in full[1:]]
        if all(each):  # a role, and a column for each place that they come from
            return read_by("row", chain.from_iterable(each))
    if (groups := _beside_each_other(full)) is not None:
        return tuple(chain.from_iterable(_by_content(each, role, party, links, announced) for each in groups))
    if len(full) == 2 and is_party(full[0]) and not is_name(full[1]):  # a party, and its people
        found = entries(full[1], role=role, party=strip_party(full[0]), links=links, announced=True)
        if len(found) > 1:
            return read_by("row", found)
    several = [entries(cell, role=role, party=party, announced=announced) for cell in full]
    if sum(bool(found) for found in several) > 1 and all(several):
        return read_by("row", chain.from_iterable(several))
    ordered = sorted(
        full, key=lambda cell: not (is_name(straight(cell)) or is_vacant(cell) or bool(entries(cell, announced=True)))
    )
    line = ", ".join(
        [straight(ordered[0]), *[cell for cell in ordered[1:] if strip_party(cell) or cell not in ("-", "–", "(-)")]]
    )
    found = entries(line, role=role, party=party, links=links, announced=announced)
    return read_by("row", found)


def _is_role(cell: str) -> bool:
    """Whether a cell is a role, and no label of somebody behind it ("Ersättare: Testa Testsson")."""
    return read_roles(cell) is not None and not (":" in cell and entries(cell))


def _beside_each_other(cells: list[str]) -> list[list[str]] | None:
    """The cells of each of several people who stand in one row, each name with a party behind it; None otherwise."""
    starts = [at for at, cell in enumerate(cells) if is_name(straight(cell)) and not is_party(cell)]
    if len(starts) < 2 or starts[0]:
        return None
    groups = [cells[start:end] for start, end in pairwise([*starts, len(cells)])]
    return groups if all(any(is_party(cell.strip("()")) for cell in group[1:]) for group in groups) else None


def _joined_names(cells: list[str]) -> list[str]:
    """["Testsson", "Testa", "M"] → ["Testa Testsson", "M"]: two cells that are a name only together."""
    if len(cells) < 3 or is_name(cells[0]) or is_party(cells[1]) or len(cells[0].split()) > 2:
        return cells
    if not is_name(turned(cells[0], cells[1])) or read_roles(cells[0]) or _is_whole_name(cells[1]):
        return cells
    if is_common_given(cells[0]) and not is_common_given(cells[1]):
        return [f"{cells[0]} {cells[1]}", *cells[2:]]
    return [turned(cells[0], cells[1]), *cells[2:]]


def _is_whole_name(cell: str) -> bool:
    """Whether a cell is a full name and no two given names ("Anna Karin")."""
    return is_surely_somebody(cell) and not is_common_given(cell.split()[-1])
