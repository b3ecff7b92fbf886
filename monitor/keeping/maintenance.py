"""Reading the whole history again, verifying it, copying it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitor.keeping.importing import Step
from monitor.moments import write_moment
from monitor.rereading import make_reader
from records.codec import change_set_to_json
from records.errors import StorageError
from storage.archive import reparse
from storage.copying import backup
from storage.derivation.states import Difference
from storage.store import Store
from storage.verifying import Verified, faults_of_copy, verify

if TYPE_CHECKING:
    from monitor.app import App


def reparse_history(app: App, step: Step) -> list[Difference]:
    """`bevaka reparse`: by the present parser, settings and rulings; what is now read otherwise. Nobody is told.

    A page that is no longer configured stays as it was read, since its settings are not known.
    """
    pages = app.config.pages
    names = [page.name for page in pages]
    return reparse(app.store, make_reader(pages), only=names, rulings=app.config.rulings, progress=step)


def difference_to_json(difference: Difference) -> dict[str, Any]:
    """{"page", "at", "read_before", "read_now", "reason", "changes", …}."""
    return {
        "page": difference.page,
        "at": write_moment(difference.at),
        "read_before": difference.before is not None,
        "read_now": difference.after is not None,
        "reason": difference.reason.value if difference.reason else None,
        **change_set_to_json(difference.changes),
    }


def verify_history(app: App) -> Verified:
    """`bevaka verify`."""
    return verify(app.store, make_reader(app.config.pages))


def verified_to_json(verified: Verified) -> dict[str, Any]:
    return {
        "ok": not verified.faults,
        "bodies": verified.bodies,
        "snapshots": verified.snapshots,
        "older": verified.older,
        "faults": list(verified.faults),
    }


def back_up_history(app: App, target: Path) -> None:
    """`bevaka backup`: a complete copy, its bodies held against their hashes; notes when it was found good."""
    from monitor.sight import VERIFIED_BACKUP

    backup(app.store, target)
    with Store.open(f"sqlite:///{target.absolute()}") as copy:
        faults = faults_of_copy(copy)
    if faults:
        raise StorageError(f"the backup was written, but {faults[0]}; `bevaka verify` shows what is wrong")
    if not app.store.database.is_unwritable:
        app.store.set_note(VERIFIED_BACKUP, app.clock.now().isoformat())
