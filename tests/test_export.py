"""The whole history leaves in forms that others read, comes back equal, and moves between databases and back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from monitor.app import App
from monitor.config import KRONOBERG, Config, PageConfig
from monitor.keeping.exports import Form, export, whole_file
from monitor.keeping.importing import import_copies, import_database
from monitor.keeping.maintenance import back_up_history, reparse_history, verify_history
from monitor.schedule import Schedule
from records.errors import UsageError
from storage.messages import Outgoing
from tests.clock import Clock
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import EARLIER, REPLACED, TODAY, Watch

PAGE = PageConfig("kronoberg", KRONOBERG, Schedule(every=3600))
FORMS: list[Form] = ["json", "csv", "popolo", "warc"]


def live(folder: Path, database: str) -> str:
    """A history with an imported past, live looks, a gap, and a return to an earlier state; its database."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(folder, site, mailbox)
        watch.config.write_text(watch.config.read_text("utf-8").replace("sqlite:///bevaka.db", database), "utf-8")
        copy = folder / "20180501060000.html"
        copy.write_text(EARLIER, "utf-8")
        with watch.app() as app:
            import_copies(app, [str(copy)], "kronoberg", None, lambda _: lambda: None)
        for html in (TODAY, TODAY, REPLACED, REPLACED, TODAY):
            watch.looks(html)
        site.fails(503)
        watch.looks()
        watch.looks(TODAY)
    return database


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[App]:
    with opened(live(tmp_path, database_url)) as app:
        yield app


def opened(url: str) -> App:
    return App(Config(None, url, (PAGE,)), clock=Clock(datetime(2024, 1, 1, tzinfo=UTC)))


def exported(app: App, form: Form) -> bytes:
    out = io.BytesIO()
    export(app, form, out)
    return out.getvalue()


def told(app: App) -> dict[str, Any]:
    """Every answer of the history but for ids, which page's address it was, and whether it was imported."""
    return {
        "history": [{k: v for k, v in each.items() if k not in ("id", "imported")} for each in app.ask.changes()],
        "snapshots": [{k: v for k, v in each.items() if k != "id"} for each in app.ask.snapshots(None)],
        "tenures": [each.to_json() for each in app.history.mandates("kronoberg")],
        "who": [
            app.ask.who(on, None, None).to_json()
            for on in ("2017-01-01", "2020-01-01", "2022-10-03T11:30", "2023-01-01")
        ],
    }


def test_json_holds_what_every_question_would_answer(app: App) -> None:
    """States with their records, changes, tenures, and how the looks went."""
    [page] = json.loads(exported(app, "json"))["pages"]
    assert [each["sha256"] for each in reversed(page["snapshots"])] == [
        each["sha256"] for each in app.ask.snapshots(None)
    ]
    assert list(reversed(page["history"])) == app.ask.changes()
    assert {each["name"] for each in page["tenures"]} >= {"Roland Gustbée", "Testa Testsson"}
    assert [each["reason"] for each in page["looks"] if each["reason"]] == ["http-status"]
    assert page["snapshots"][0]["record"]["title"] == "Internationella samarbeten"


def test_csv_is_a_line_for_each_seat_and_harmless(app: App) -> None:
    """What begins as a formula does not in a spreadsheet."""
    rows = list(csv.DictReader(io.StringIO(exported(app, "csv").decode())))
    assert len(rows) == len(app.history.mandates("kronoberg"))
    [testa] = [row for row in rows if row["name"] == "Testa Testsson"]
    assert testa["from_by"]
    assert testa["until_by"]


def test_popolo_has_sources_and_no_start_dates(app: App) -> None:
    """What was observed is never passed off as when somebody was elected; every reference leads somewhere."""
    answer = json.loads(exported(app, "popolo"))
    assert set(answer) == {"persons", "organizations", "memberships"}
    people = {each["id"]: each for each in answer["persons"]}
    organs = {each["id"]: each for each in answer["organizations"]}
    assert len(people) == len(answer["persons"])
    for each in answer["memberships"]:
        assert not {"start_date", "end_date"} & set(each)
        assert each["sources"][0]["url"]
        assert each["person_id"] in people
        if each["on_behalf_of_id"] is not None:
            assert organs[each["organization_id"]]["classification"] == "collaboration"
            assert organs[each["on_behalf_of_id"]]["classification"] == "party"
    roland = [each for each in answer["memberships"] if people[each["person_id"]]["name"] == "Roland Gustbée"]
    assert len(roland) == 2  # he left and came back: one person, two seats in time
    assert len({each["person_id"] for each in roland}) == 1
    assert roland[0]["bevaka:observed"]["from"]["by"]
    names = [each["name"] for each in answer["persons"]]
    assert names.index("Britt-Louise Berndtsson") < names.index("Roland Gustbée") < names.index("Testa Testsson")


def test_popolo_has_the_officials_in_their_bodies(app: App) -> None:
    """A person, a membership with the title as its role, and the body as a part of the collaboration."""
    answer = json.loads(exported(app, "popolo"))
    organs = {each["id"]: each for each in answer["organizations"]}
    [person] = [each for each in answer["persons"] if each["name"] == "Christel Gustafsson"]
    [held] = [each for each in answer["memberships"] if each["person_id"] == person["id"]]
    assert (held["role"], held["on_behalf_of_id"]) == ("regional utvecklingsdirektör", None)
    body = organs[held["organization_id"]]
    assert (body["name"], body["classification"]) == ("chefsgruppen", "body")
    assert organs[body["parent_id"]]["classification"] == "collaboration"
    assert held["bevaka:observed"]["until"] is None


@pytest.mark.parametrize("form", FORMS)
def test_the_same_history_gives_the_same_bytes(app: App, form: Form) -> None:
    """So that two exports can be compared."""
    assert exported(app, form) == exported(app, form)


def test_warc_is_read_by_others(app: App) -> None:
    """One response for each body, a revisit for each repeat, digests that agree, bodies as received."""
    data = exported(app, "warc")
    records = ArchiveIterator(io.BytesIO(data), check_digests="raise")
    seen = [
        (each.rec_type, each.http_headers and each.http_headers.get_statuscode(), each.content_stream().read())
        for each in records
    ]
    bodies = [(status, body) for kind, status, body in seen if kind == "response"]
    assert (b"200", EARLIER.encode()) in [(status.encode(), body) for status, body in bodies]
    assert len({body for _, body in bodies}) == len(bodies)
    assert [kind for kind, _, _ in seen].count("revisit") >= 2


def test_warc_comes_back_with_an_equal_history(app: App, tmp_path: Path) -> None:
    """Into an empty database: the same states, changes, tenures and intervals; once more changes nothing."""
    file = tmp_path / "all.warc.gz"
    with whole_file(file) as out:
        export(app, "warc", out)
    with opened(f"sqlite:///{tmp_path / 'again.db'}") as again:
        import_copies(again, [str(file)], None, None, lambda _: lambda: None)
        assert told(again) == told(app)
        assert exported(again, "popolo") == exported(app, "popolo").replace(
            app.store.states()["kronoberg"].url.encode(), KRONOBERG.encode()
        )
        assert verify_history(again).faults == ()
    before = app.ask.changes(), app.ask.snapshots(None)
    known = import_copies(app, [str(file)], None, None, lambda _: lambda: None)
    assert known.pages["kronoberg"].new == 0
    assert (app.ask.changes(), app.ask.snapshots(None)) == before


def test_from_one_database_to_the_other_and_back(postgres_url: str, tmp_path: Path) -> None:
    """SQLite → PostgreSQL → SQLite: equal exports in every form, verify clean on each side."""
    with opened(live(tmp_path, f"sqlite:///{tmp_path / 'own.db'}")) as first:
        first.store.enqueue(
            [Outgoing("<1@bevaka>", "lasare@example.org", "alert", "Ämne", b"x", "kronoberg")], first.clock.now()
        )
        back_up_history(first, tmp_path / "first.db")
        exports = {form: exported(first, form) for form in FORMS}
        messages = first.alerts()
    with opened(postgres_url) as second:
        import_database(second, str(tmp_path / "first.db"))
        assert verify_history(second).faults == ()
        assert {form: exported(second, form) for form in FORMS} == exports
    with opened(f"sqlite:///{tmp_path / 'third.db'}") as third:
        import_database(third, postgres_url.replace("+psycopg", ""))
        assert {form: exported(third, form) for form in FORMS} == exports
        assert third.alerts() == messages
        assert verify_history(third).faults == ()


def test_a_file_is_there_only_once_it_is_whole(tmp_path: Path) -> None:
    """An older export stays when a new one fails, and nothing is left beside it."""
    target = tmp_path / "export.json"
    target.write_bytes(b"old")
    with pytest.raises(TypeError), whole_file(target) as out:
        out.writelines([b"half", None])  # type: ignore[list-item]
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
    with pytest.raises(UsageError, match="choose another file"), whole_file(tmp_path / "none" / "x.json"):
        pass


def test_rulings_are_applied_on_reparse(app: App, tmp_path: Path) -> None:
    """A person says that two names are one: one tenure, one person; and takes it back."""
    assert reparse_history(app, lambda: None) == []
    before = exported(app, "popolo")
    ruled = Config(None, app.config.storage_url, (PAGE,), aliases=(("Testa Testsson", "Roland Gustbée"),))
    with App(ruled, clock=app.clock) as other:
        assert reparse_history(other, lambda: None) == []
        assert other.ask.person("Testa Testsson") == other.ask.person("Roland Gustbée")
        assert len(other.ask.person("Roland Gustbée")) == 1
        assert "Testa Testsson" in {
            name["name"] for each in json.loads(exported(other, "popolo"))["persons"] for name in each["other_names"]
        }
    assert reparse_history(app, lambda: None) == []
    assert exported(app, "popolo") == before
