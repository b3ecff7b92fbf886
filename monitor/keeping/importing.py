"""Import: a page's past from saved copies, or a whole history from another database. Nothing is announced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitor.keeping.found import Found
from monitor.keeping.sources import captures, find, is_database
from monitor.keeping.which import Whose
from monitor.moments import read_moment, write_moment
from monitor.rereading import make_reader
from records.errors import UsageError
from storage.archive import Imported, import_captures
from storage.copying import copy_history, restore
from storage.derivation.chain import Past, Reader, Reread
from storage.store import Store
from storage.values import Capture

if TYPE_CHECKING:
    from monitor.app import App

Step = Callable[[], None]
Bar = Callable[[int], Step]
"""Begins a progress bar of so many steps; gives a function to be called once for each step."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, by page. problems: a line for each file or record that could not be stored; notes: what had
    to be supposed; elsewhere: pages of other addresses that were passed over.
    """

    pages: dict[str, Imported]
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    elsewhere: int = 0

    def to_json(self) -> dict[str, Any]:
        return {
            "pages": [_page_json(*each) for each in self.pages.items()],
            "problems": list(self.problems),
            "notes": list(self.notes),
            "elsewhere": self.elsewhere,
        }


def _page_json(page: str, imported: Imported) -> dict[str, Any]:
    return {
        "page": page,
        "new": imported.new,
        "known": imported.known,
        "snapshots": imported.snapshots,
        "changes": imported.changes,
        "refused": [
            {"at": write_moment(at), "reason": reason.value, "detail": detail}
            for at, reason, detail in imported.refused
        ],
    }


def import_copies(app: App, sources: Sequence[str], page: str | None, at: str | None, bar: Bar) -> ImportReport:
    """Import captures of any times in any order, each page in one transaction, and derive its history anew.

    find and describe | store | read | derive        for each page
    """
    if any(is_database(source) for source in sources):
        raise UsageError(
            "a database is imported by itself, into an empty one; leave out the other files, --page and --at"
        )
    if page is not None:
        app.config.known_page(page)
    whose = Whose(app.config.pages, page)
    findings = find(sources, whose, read_moment(at) if at else None, app.clock.now())
    by_page: dict[str, list[Found]] = {}
    for each in sorted(findings.found, key=lambda found: found.at):
        by_page.setdefault(each.page, []).append(each)
    if not by_page and not findings.problems:
        where = f"; {findings.elsewhere} of other addresses were passed over" if findings.elsewhere else ""
        raise UsageError(
            f"no copy of a configured page was found{where}; name the page with --page NAME if that is wrong"
        )
    step = bar(2 * len(findings.found))
    imported = {name: _import_page(app, name, found, step) for name, found in by_page.items()}
    return ImportReport(imported, tuple(findings.problems), tuple(findings.notes), findings.elsewhere)


def _import_page(app: App, name: str, found: Sequence[Found], step: Step) -> Imported:
    """One transaction: a file that changes or goes away meanwhile leaves nothing half done."""
    app.store.watch([(name, app.config.known_page(name).url)])
    try:
        return import_captures(app.store, name, captures(found), _counted(app, step), progress=step)
    except OSError as problem:
        lost = f"{problem.filename} cannot be read any more ({problem.strerror})"
        raise UsageError(f"{lost}; nothing of {name} was stored") from problem


def _counted(app: App, step: Step) -> Reader:
    """Each capture that is read moves the bar too, since reading is most of the work."""
    reader = make_reader(app.config.pages)

    def read(page: str, capture: Capture, *, past: Past | None, settled: bool) -> Reread:
        step()
        return reader(page, capture, past=past, settled=settled)

    return read


def import_database(app: App, source: str) -> None:
    """A whole history from another Bevaka database, which is left as it is; UsageError where there is one already."""
    if "://" not in source:
        restore(Path(source), app.config.storage_url)
        return
    scheme, _, rest = source.partition("://")
    url = f"postgresql+psycopg://{rest}" if scheme == "postgresql" else source
    with Store.open(url) as there:
        copy_history(there, app.store)
