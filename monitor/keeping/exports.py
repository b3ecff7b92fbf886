"""Export: the whole history as one document, in a format that other programs can read."""

from __future__ import annotations

import contextlib
import io
import json
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

from monitor.keeping.popolo import PagePast, popolo
from monitor.keeping.whole import whole_history
from monitor.telling.tables import write_csv
from monitor.version import VERSION
from records.errors import UsageError
from records.forms import swedish_sort_key
from records.tenure import Observation, official_tenures, tenures

if TYPE_CHECKING:
    from monitor.app import App

Form = Literal["json", "csv", "popolo", "warc"]


def export(app: App, form: Form, out: IO[bytes]) -> None:
    """Write everything to out. csv: one line for each seat that anybody has held, as `person` answers.

    The same history always gives the same bytes.
    """
    if form == "warc":
        from monitor.keeping.warc_writing import write_warc

        every = chain.from_iterable(app.history.sightings(page) for page in _pages(app))
        write_warc(out, every, f"Bevaka/{VERSION}")
        return
    text = io.StringIO(newline="")
    if form == "csv":
        held = chain.from_iterable(app.history.mandates(page) for page in _pages(app))
        write_csv(text, "person", [each.to_json() for each in held])
    else:
        answer = whole_history(app.history, _pages(app)) if form == "json" else popolo(_pasts(app))
        json.dump(answer, text, ensure_ascii=False, indent=2)
        text.write("\n")
    out.write(text.getvalue().encode())


def _pages(app: App) -> dict[str, str]:
    """The address of every page that the database knows, by name, in Swedish order."""
    known = {name: state.url for name, state in app.store.states().items()}
    return {name: known[name] for name in sorted(known, key=swedish_sort_key)}


def _pasts(app: App) -> Iterator[PagePast]:
    rulings = app.history.rulings()
    for name, url in _pages(app).items():
        states = [
            Observation(each.line.first_seen, each.line.last_seen, each.record) for each in app.history.states(name)
        ]
        yield PagePast(name, url, states, tenures(states, rulings), official_tenures(states, rulings))


@contextlib.contextmanager
def whole_file(target: Path) -> Iterator[IO[bytes]]:
    """A file that appears only when it is complete; an older one of the name stays until then."""
    try:
        with tempfile.NamedTemporaryFile(dir=target.absolute().parent, prefix=".bevaka-", delete=False) as out:
            unfinished = Path(out.name)
            try:
                yield out
                out.flush()
                unfinished.chmod(0o644)
                unfinished.replace(target)
            finally:
                unfinished.unlink(missing_ok=True)
    except OSError as problem:
        raise UsageError(f"{target} cannot be written ({problem.strerror}); choose another file") from problem
