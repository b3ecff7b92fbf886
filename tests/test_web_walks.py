"""Walks through long lists, sheet by sheet: nothing is lost, even where something is committed between two of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from monitor.app import App
from monitor.config import Config, PageConfig
from monitor.schedule import Schedule
from records.diff import diff
from records.page import PageRecord
from storage.store import Store
from tests.clock import Clock
from tests.looks import PAGE, URL, baseline, changed, hours, page_of, unreachable
from tests.web import client_of

CHANGES = 70


def page_after(number: int) -> PageRecord:
    """Two seats; one of them is another's after each change."""
    return page_of(f"Testa {chr(97 + number % 26)}{number}sson", "Ylva Provsson")


def news(number: int) -> Any:
    before, after = page_after(number - 1), page_after(number)
    return changed(after, diff(before, after), hours(number), body=str(number))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    url = f"sqlite:///{tmp_path_factory.mktemp('walks') / 'bevaka.db'}"
    pages = (PageConfig(PAGE, URL, Schedule(every=3600.0)), PageConfig("other", URL, Schedule(every=3600.0)))
    with App(Config(None, url, pages), clock=Clock()) as app:
        app.store.watch([(each.name, each.url) for each in pages])
        app.store.record(baseline(page_after(0), hours(0)))
        app.store.record(baseline(page_of("Ylva Provssonsson"), hours(0), page="other", body="other"))
        for number in range(1, CHANGES + 1):
            app.store.record(unreachable(hours(number - 0.5)))
            app.store.record(news(number))
        yield app


def walk(client: Any, path: str, between: Callable[[], object] = lambda: None) -> list[Any]:
    """Everything that the sheets hold, by their links."""
    found: list[Any] = []
    following: str | None = path
    while following:
        answer = client.get(following)
        assert answer.status_code == 200, following
        found += answer.json()
        following = answer.links["next"]["url"] if "next" in answer.links else None
        between()
    return found


LISTS = (
    "history?", f"history?page={PAGE}&", "history?kind=representatives&", "history?in=ERB&",
    "history?person=ylva&", "history?person=testa&", "history?since=2022-10-04&until=2022-10-05&",
    "snapshots?", f"snapshots?page={PAGE}&", "person?name=testa&", "person?name=Ylva+Provsson&", "person?name=ylva&",
)  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_the_sheets_together_are_the_list(app: App, path: str, limit: int) -> None:
    """Whatever the filter and the size of a sheet."""
    client = client_of(app)
    whole = client.get(f"/api/v1/{path}limit=1000").json()
    assert walk(client, f"/api/v1/{path}limit={limit}") == whole


@pytest.mark.parametrize("path", ["history?limit=9", f"history?page={PAGE}&limit=9", "snapshots?limit=9"])
def test_a_commit_between_two_sheets_loses_nothing(app: App, tmp_path: Path, path: str) -> None:
    """What is new may push something onto the next sheet once more, never past it."""
    from storage.copying import backup

    backup(app.store, tmp_path / "copy.db")
    with App(Config(None, f"sqlite:///{tmp_path / 'copy.db'}", app.config.pages), clock=Clock()) as own:
        client = client_of(own)
        with Store.open(own.config.storage_url) as another:
            known = {each["id"] for each in client.get(f"/api/v1/{path.replace('limit=9', 'limit=1000')}").json()}
            number = iter(range(CHANGES + 1, 1000))
            met = walk(client, f"/api/v1/{path}", lambda: another.record(news(next(number))))
        assert known <= {each["id"] for each in met}


def test_the_pages_lead_through_all_changes_and_looks(app: App) -> None:
    """By their own links; after the last sheet there is none, and no sheet."""
    client = client_of(app)
    for path, one in (("/changes", r'href="/changes/(\d+)"'), (f"/looks?of={PAGE}", r"<tr><td>([^<]+)")):
        met: list[str] = []
        following: list[str] = [path]
        last = path
        while following:
            last = following[0]
            html = client.get(last, headers={"accept": "text/html"}).text
            met += re.findall(one, html)
            following = [each.replace("&amp;", "&") for each in re.findall(r'rel="next" href="([^"]+)"', html)]
        assert len(set(met)) == len(met) >= CHANGES
        number = int(last.rpartition("=")[2])
        beyond = client.get(last.replace(f"sheet={number}", f"sheet={number + 1}"))
        assert beyond.status_code == 404


@pytest.mark.parametrize("number", ["01", "+1", "%201", "1_0", "-1", "1.0", "1e1", "0x1", "%D9%A1", "true", ""])
def test_a_number_has_one_form(app: App, number: str) -> None:
    """In a path it is nothing that there is, in a question it cannot be understood."""
    client = client_of(app)
    for path in ("/changes/", "/snapshots/", "/api/v1/snapshots/"):
        assert client.get(f"{path}{number}").status_code == 404
    for question in ("/changes?sheet=", f"/pages/{PAGE}?year=", "/api/v1/history?limit=", "/api/v1/history?offset="):
        assert client.get(f"{question}{number}").status_code == 400, question
