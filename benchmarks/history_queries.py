"""What a question to a large history costs beside the one indexed statement that fetches the same rows.

    ./run bench history_queries

1,000 pages, 100,000 snapshots, 1,000,000 seats over time, on SQLite and, where there is one, on PostgreSQL. Promise:
a ratio of at most 3.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from benchmarks.figures import Figure, publish
from records.changes import ChangeKind, Group
from records.forms import search_key, swedish_sort_key
from storage.history import History
from storage.store import Store
from storage.tables import (
    bodies,
    captures,
    change_sets,
    change_words,
    changes,
    collaborations,
    looks,
    pages,
    seats,
    snapshots,
    tenure_words,
    tenures,
)
from tests.postgres import server

PAGES, STATES, SEATS = 1000, 100, 10
START = datetime(2015, 1, 1, tzinfo=UTC)
STEP = timedelta(days=36)
FIRST = [f"Förnamn{n}" for n in range(300)]
LAST = [f"Efternamn{n}sson" for n in range(3000)]
PERSON = "Testa Provsson"


def fill(store: Store) -> None:
    """Rows straight into the tables: this is about reading."""
    pick = random.Random(7)
    everybody = [f"{pick.choice(FIRST)} {pick.choice(LAST)}" for _ in range(20000)]
    with store.database.write() as connection:
        for table, rows in _rows(pick, everybody):
            connection.execute(sa.insert(table), rows)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("ANALYZE")
    if store.database.engine.dialect.name == "postgresql":
        with store.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")  # as a server does by itself within a minute


def _rows(pick: random.Random, everybody: list[str]) -> Iterator[tuple[sa.Table, list[dict[str, Any]]]]:
    yield bodies, [{"id": 1, "sha256": "0" * 64, "size": 0, "depth": 0, "data": b""}]
    for page in range(1, PAGES + 1):
        organs = [2 * page, 2 * page + 1]
        yield pages, [{"id": page, "name": f"page-{page:04}", "url": f"https://example.org/{page}"}]
        yield (
            collaborations,
            [
                {
                    "id": organ,
                    "page_id": page,
                    "name": f"Samarbete {organ}",
                    "abbreviation": f"S{organ}" if organ % 2 else "",
                    "name_key": f"samarbete {organ}",
                    "abbreviation_key": f"s{organ}" if organ % 2 else "",
                }
                for organ in organs
            ],
        )
        numbers = range((page - 1) * STATES + 1, page * STATES + 1)
        times = [START + STEP * nth + timedelta(seconds=page) for nth in range(STATES)]
        sitting = pick.sample(everybody, SEATS)
        if page % 100 == 0:
            sitting[0] = PERSON
        began = [times[0]] * SEATS
        batch: dict[str, list[dict[str, Any]]] = {
            name: [] for name in ("captures", "snapshots", "looks", "seats", "tenures", "sets", "changes", "words")
        }
        for at, number in zip(times, numbers, strict=True):
            fact = {"page_id": page, "capture_id": number, "first_seen": at}
            batch["captures"].append(
                {"id": number, "page_id": page, "body_id": 1, "at": at, "url": "", "status": 200, "headers": "{}"}
            )
            batch["snapshots"].append(
                {"id": number, **fact, "record": "{}", "record_digest": "", "parser_version": 1, "settings_digest": ""}
            )
            batch["looks"].append({**fact, "snapshot_id": number, "last_seen": at + STEP / 2, "looks": 400})
            if number != numbers[0]:
                seat = pick.randrange(1, SEATS)
                left, came = sitting[seat], pick.choice(everybody)
                organ = organs[seat % 2]
                batch["tenures"].append(_tenure(page, organ, left, began[seat], at))
                sitting[seat], began[seat] = came, at
                batch["sets"].append(_set(number, page, at))
                batch["changes"].append(_change(number, at, organ, left, came))
                words = sorted(set(search_key(f"{left} {came}").split()))
                batch["words"] += [{"word": word, "detected_at": at, "change_id": number} for word in words]
            batch["seats"] += [
                {
                    "snapshot_id": number,
                    "position": position,
                    "collaboration_id": organs[position % 2],
                    "name": name,
                    "party": "M",
                    "role": "ledamot",
                }
                for position, name in enumerate(sitting)
            ]
        batch["tenures"] += [_tenure(page, organs[nth % 2], name, began[nth], None) for nth, name in enumerate(sitting)]
        yield captures, batch["captures"]
        yield snapshots, batch["snapshots"]
        yield looks, batch["looks"]
        yield seats, batch["seats"]
        for nth, row in enumerate(batch["tenures"]):
            row["id"] = page * 1000 + nth
        yield tenures, batch["tenures"]
        yield (
            tenure_words,
            [
                {"word": word, "tenure_id": row["id"]}
                for row in batch["tenures"]
                for word in sorted(set(row["name_key"].split()))
            ],
        )
        yield change_sets, batch["sets"]
        yield changes, batch["changes"]
        yield change_words, batch["words"]


def _tenure(page: int, organ: int, name: str, began: datetime, ended: datetime | None) -> dict[str, Any]:
    return {
        "page_id": page,
        "collaboration_id": organ,
        "name": name,
        "name_key": search_key(name),
        "sort_key": swedish_sort_key(name),
        "party": "M",
        "role": "ledamot",
        "from_by": began,
        "until_after": ended,
        "until_by": ended,
    }


def _set(number: int, page: int, at: datetime) -> dict[str, Any]:
    flags = {"silent_edit": False, "date_only": False, "date_regressed": False}
    return {"id": number, "page_id": page, "snapshot_id": number, "detected_at": at, **flags}


def _change(number: int, at: datetime, organ: int, left: str, came: str) -> dict[str, Any]:
    value = '{{"name":"{}","party":"M","role":"ledamot"}}'
    return {
        "id": number,
        "change_set_id": number,
        "position": 0,
        "detected_at": at,
        "kind": ChangeKind.REPRESENTATIVE_REPLACED.value,
        "collaboration_id": organ,
        "collaboration": f"Samarbete {organ}",
        "subject": came,
        "before": value.format(left),
        "after": value.format(came),
    }


def questions(store: Store) -> dict[str, tuple[Callable[[], int], str]]:
    """Each question as the history answers it, and one statement for the same rows."""
    history = History(store.database)
    on = START + STEP * 50
    stamp = on.strftime("%Y-%m-%d %H:%M:%S")
    state = (
        "(SELECT snapshot_id FROM looks WHERE page_id = {} AND snapshot_id IS NOT NULL AND first_seen <= '{}'"
        " ORDER BY first_seen DESC, id DESC LIMIT 1)"
    )
    seat = (
        "SELECT p.name, c.name, s.name, s.party, s.role FROM pages p JOIN seats s ON s.snapshot_id = {}"
        " JOIN collaborations c ON c.id = s.collaboration_id {} ORDER BY p.name, s.position"
    )
    mandate = (
        "SELECT t.*, p.name, c.name FROM tenures t JOIN pages p ON p.id = t.page_id"
        " JOIN collaborations c ON c.id = t.collaboration_id WHERE {} ORDER BY t.sort_key"
    )
    told = (
        "SELECT s.*, c.*, p.name FROM change_sets s JOIN changes c ON c.change_set_id = s.id"
        " JOIN pages p ON p.id = s.page_id {} ORDER BY s.detected_at DESC LIMIT {}"
    )
    on_one, on_each = state.format(500, stamp), state.format("p.id", stamp)
    return {
        "who on a date, one page": (
            lambda: len(history.who(on, page="page-0500").representatives),
            seat.format(on_one, "WHERE p.id = 500"),
        ),
        "who on a date, one collaboration": (
            lambda: len(history.who(on, collaboration="Samarbete 1000").representatives),
            seat.format(on_one, "WHERE p.id = 500 AND c.id = 1000"),
        ),
        "who on a date, all pages": (lambda: len(history.who(on).representatives), seat.format(on_each, "")),
        "person, whole name": (lambda: len(history.person(PERSON)), mandate.format("t.name_key = 'testa provsson'")),
        "person, one word": (
            lambda: len(history.person("efternamn77sson")),
            mandate.format("t.id IN (SELECT tenure_id FROM tenure_words WHERE word = 'efternamn77sson')"),
        ),
        "history, newest 50": (lambda: len(history.changes(limit=50)), told.format("", 50)),
        "history of a page, 50": (
            lambda: len(history.changes(page="page-0500", limit=50)),
            told.format("WHERE s.page_id = 500", 50),
        ),
        "history of a collaboration, 50": (
            lambda: len(history.changes(collaboration="Samarbete 1000", limit=50)),
            told.format("WHERE c.collaboration_id = 1000", 50),
        ),
        "history of a person, 50": (
            lambda: len(history.changes(person="efternamn77sson", limit=50)),
            told.format("JOIN change_words w ON w.change_id = c.id AND w.word = 'efternamn77sson'", 50),
        ),
        "history of a group, 50": (
            lambda: len(history.changes(kinds=[Group.REPRESENTATIVES], limit=50)),
            told.format("WHERE c.kind = 'representative_replaced'", 50),
        ),
    }


def best(*runs: Callable[[], Any], times: int = 25) -> list[float]:
    """The least that each took of some rounds, in milliseconds."""
    taken: list[list[float]] = [[] for _ in runs]
    for _ in range(times):
        for run, each in zip(runs, taken, strict=True):
            start = time.perf_counter()
            run()
            each.append((time.perf_counter() - start) * 1000)
    return [min(each) for each in taken]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, server() as postgres:
        places = {"SQLite": f"sqlite:///{Path(folder) / 'large.db'}"} | ({"PostgreSQL": postgres} if postgres else {})
        figures = [figure for kind, url in places.items() for figure in _figures(kind, url)]
    return publish("history_queries", figures)


def _figures(kind: str, url: str) -> list[Figure]:
    with Store.open(url) as store:
        fill(store)
        return [_figure(store, f"{kind}: {name}", question) for name, question in questions(store).items()]


def _figure(store: Store, name: str, question: tuple[Callable[[], int], str]) -> Figure:
    """Both are taken in turns, so that a busy moment meets both."""
    ask, statement = question
    rows = ask()

    def bare() -> int:
        with store.database.read() as connection:
            return len(connection.exec_driver_sql(statement).all())

    answer, floor = best(ask, bare)
    detail = f"{rows} rows, {answer:.2f} ms"
    return Figure(name, "one SQL statement", answer / floor, 3.0, detail)


if __name__ == "__main__":
    raise SystemExit(main())
