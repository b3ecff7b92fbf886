"""Kept answers: never older than what they were made of, and not thrown away for what happened elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from monitor.app import App
from monitor.config import Config, PageConfig
from monitor.schedule import Schedule
from storage.store import Store
from tests.clock import Clock
from tests.looks import PAGE, URL, baseline, changed, hours, page_of, replaced, unchanged, unreachable
from tests.test_freshness import COMMITS
from tests.web import UNBOUNDED, client_of

OLD, NEW = page_of("Testa Testsson"), page_of("Prova Nysson")
PATHS = (
    "/", f"/pages/{PAGE}", f"/pages/{PAGE}?on=2022-10-03", f"/pages/{PAGE}?year=2022", "/pages/other",
    "/person?name=testa", "/changes", f"/changes?of={PAGE}", "/changes/1", "/snapshots/1", "/snapshots/2",
    "/snapshots/1/frame", "/search?q=test", "/search?q=prova", "/search?q=samarbeten", f"/looks?of={PAGE}", "/status",
    "/feed.atom", f"/feed.atom?page={PAGE}", "/feed.atom?person=testa", "/feed.atom?in=ERB",
    "/api/v1/who", f"/api/v1/who?page={PAGE}", "/api/v1/who?in=ERB", "/api/v1/person?name=testa", "/api/v1/history",
    f"/api/v1/history?page={PAGE}", "/api/v1/snapshots", f"/api/v1/snapshots?page={PAGE}", "/api/v1/snapshots/1",
    "/api/v1/snapshots/1/explanation", "/api/v1/snapshots/1/raw", "/api/v1/compare?before=1&after=2",
    "/api/v1/search?q=prova", "/api/v1/status", "/api/v1/alerts",
)  # fmt: skip
OF_ALL = {"/api/v1/who", "/api/v1/who?in=ERB", "/api/v1/snapshots", "/api/v1/alerts", "/status", "/api/v1/status"}
"""Say how every page was last seen, or what is sent."""


@pytest.fixture
def app(database_url: str) -> Iterator[App]:
    """Two pages, one with a change and a time in which it could not be read."""
    schedule = Schedule(every=3600.0)
    watched = (PageConfig(PAGE, URL, schedule), PageConfig("other", "https://example.org/other", schedule))
    with App(Config(None, database_url, watched), clock=Clock()) as app:
        store = app.store
        store.watch([(each.name, each.url) for each in watched])
        store.record(baseline(page_of("Ylva Provsson"), hours(-9)))
        store.record(unreachable(hours(-8)))
        news = replaced("Ylva Provsson", "Testa Testsson")
        store.record(changed(OLD, news, hours(-7), body="second"))
        store.record(baseline(page_of("Kim Kansson"), hours(0), page="other", body="another"))
        yield app


def answers(client: Any) -> dict[str, tuple[int, bytes]]:
    found = {path: client.get(path) for path in PATHS}
    return {path: (answer.status_code, answer.content) for path, answer in found.items()}


@pytest.mark.parametrize("commit", COMMITS)
def test_what_is_kept_is_what_would_be_made_now(app: App, commit: str) -> None:
    """Whatever was committed: each answer is the one that a server gives that keeps nothing."""
    client = client_of(app)
    answers(client)
    with Store.open(app.config.storage_url) as another:
        COMMITS[commit][0](another)
    kept, made = answers(client), answers(client_of(app))
    for path in PATHS:
        assert kept[path] == made[path], path


def test_a_look_at_one_page_leaves_the_answers_about_others(app: App) -> None:
    """They are given again without a question to the history."""
    client = client_of(app)
    answers(client)
    with Store.open(app.config.storage_url) as another:
        another.record(unchanged(hours(1), page="other"))
    asked: list[str] = []
    sa.event.listen(app.store.database.readers, "before_cursor_execute", lambda *words: asked.append(words[2]))
    for path in sorted(set(PATHS) - OF_ALL - {"/", "/pages/other"}):
        client.get(path)
        assert asked == [], path
    client.get("/pages/other")
    assert asked != []


def test_the_operators_page_is_kept_for_the_minute(app: App) -> None:
    """Whether anything has waited for too long depends on the time."""
    clock = Clock(hours(100))
    with App(app.config, clock=clock) as later:
        client = client_of(later)
        first = client.get("/status").text
        asked: list[str] = []
        sa.event.listen(later.store.database.readers, "before_cursor_execute", lambda *words: asked.append(words[2]))
        assert client.get("/status").text == first
        assert asked == []
        clock.later(minutes=1)
        client.get("/status")
        assert asked != []


def test_what_was_asked_for_counts_as_kept(app: App) -> None:
    """A stranger's long headers leave less room for answers, and no more memory is taken."""
    client = client_of(app, limits=replace(UNBOUNDED, kept=200_000))
    asked: list[str] = []
    sa.event.listen(app.store.database.readers, "before_cursor_execute", lambda *words: asked.append(words[2]))

    def ask(number: int) -> int:
        asked.clear()
        client.get("/api/v1/person?name=testa", headers={"accept": f"text/{'x' * 20_000}{number}"})
        return len(asked)

    assert ask(1) > 0
    assert ask(1) == 0
    for number in range(2, 20):
        ask(number)
    assert ask(1) > 0
