"""What import, reparse and verify did, as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from monitor.telling.news import change_lines
from monitor.telling.words import evidence, say

if TYPE_CHECKING:
    from monitor.keeping.importing import ImportReport
    from notifier.wording import Language, Names
    from storage.derivation.states import Difference
    from storage.verifying import Verified


def import_lines(report: ImportReport, lang: Language) -> Iterator[str]:
    """One line a page, and how many of other addresses were passed over."""
    for page, each in report.pages.items():
        counts = {"new": each.new, "known": each.known, "snapshots": each.snapshots, "changes": each.changes}
        yield f"{page}: {say('brought', lang, **counts)}"
    if report.elsewhere:
        yield say("elsewhere", lang, count=report.elsewhere)


def refused_lines(report: ImportReport, lang: Language) -> Iterator[str]:
    """Captures that are kept, but in which the page could not be read."""
    from notifier.wording import moment

    for page, each in report.pages.items():
        for at, reason, detail in each.refused:
            yield f"{page}, {moment(at, lang)}: {say('cannot-tell', lang)} ({reason}): {evidence(detail, lang)}"


def difference_lines(differences: Sequence[Difference], lang: Language, names: Names) -> Iterator[str]:
    """What is now read otherwise, look by look."""
    from notifier.wording import moment

    for each in differences:
        head = f"{each.page}, {moment(each.at, lang)}"
        if each.before is None:
            yield f"{head}: {say('readable_now', lang)}"
        elif each.after is None:
            yield f"{head}: {say('unreadable_now', lang)} ({each.reason or '?'})"
        else:
            yield f"{head}: {say('read_otherwise', lang)}"
            yield from (f"  {line}" for line in change_lines(each.changes, lang, names))
    yield say("reparsed" if differences else "reparsed_alike", lang, count=len(differences))


def verified_lines(verified: Verified, lang: Language) -> Iterator[str]:
    """Every fault, then what was looked at."""
    yield from verified.faults
    yield say("verified", lang, bodies=verified.bodies, snapshots=verified.snapshots, faults=len(verified.faults))
    if verified.older:
        yield say("older_parser", lang, count=verified.older)
