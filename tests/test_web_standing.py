"""What the pages say of how a page is seen: never that it is being read while nobody looks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from monitor.app import App
from monitor.config import Config, PageConfig
from monitor.keeping.importing import import_copies
from monitor.schedule import Schedule
from storage.store import Store
from storage.values import Learned
from tests.clock import Clock
from tests.looks import PAGE, URL, baseline, hours, page_of, unreachable
from tests.test_web_pages import text
from tests.watch import TODAY
from tests.web import client_of

HTML = {"accept": "text/html"}


@pytest.fixture
def url(database_url: str) -> str:
    """One page with two people of one surname, one that names nobody, both looked at once."""
    with Store.open(database_url) as store:
        store.watch([(PAGE, URL), ("tom", "https://example.org/tom")])
        store.record(seen_well(baseline(page_of("Testa Testsson", "Prova Testsson"), hours(0))))
        store.record(seen_well(baseline(page_of(), hours(0), page="tom", body="nobody")))
    return database_url


def seen_well(look: Learned) -> Learned:
    return replace(look, standing=replace(look.standing, last_good_at=look.at))


def shown(url: str, path: str, *, after: float, watched: tuple[str, ...] = (PAGE, "tom", "ny")) -> str:
    """What a reader reads at an address, so many hours after the looks; every page is looked at hourly."""
    pages = tuple(PageConfig(name, f"https://example.org/{name}", Schedule(every=3600.0)) for name in watched)
    with App(Config(None, url, pages), clock=Clock(hours(after))) as app:
        return text(client_of(app).get(path, headers=HTML).text)


@pytest.mark.parametrize("path", ["/", f"/pages/{PAGE}", "/status"])
def test_a_page_that_nobody_looks_at_any_more_is_not_being_read(url: str, path: str) -> None:
    """After three of its intervals without a look; the operator's page says that something fails."""
    assert "● läses" in shown(url, path, after=2)
    late = shown(url, path, after=4)
    assert "▲ inte läst på länge" in late
    assert "● läses" not in late


def test_a_page_that_is_watched_no_longer_says_so(url: str) -> None:
    """It keeps its history, and nobody waits for its next look."""
    assert "○ bevakas inte längre" in shown(url, f"/pages/{PAGE}", after=2, watched=("tom",))


def test_a_page_that_was_never_looked_at_says_where_it_is(url: str) -> None:
    """Its address as configured; a date that is none is refused there too."""
    assert "https://example.org/ny" in shown(url, "/pages/ny", after=1)
    assert "är inget datum" in shown(url, "/pages/ny?on=i-dag", after=1)


def test_a_page_without_mandates_has_no_empty_drawing(url: str) -> None:
    """It says so instead."""
    page = shown(url, "/pages/tom", after=1)
    assert "Inga mandat har setts på sidan." in page
    assert "Alla år" not in page


def test_a_name_that_several_have_leads_to_each_of_them(url: str) -> None:
    """A whole name leads to one person alone."""
    several = shown(url, "/person?name=testsson", after=1)
    assert "Flera namn passar in." in several
    assert "Prova Testsson Testa Testsson Mandat över tid" in several
    assert "Alla platser som Testa Testsson har haft" in shown(url, "/person?name=Testa+Testsson", after=1)


def test_a_page_that_cannot_be_read_any_more_says_since_when(url: str) -> None:
    """Where it has no end yet, the sentence names none."""
    with Store.open(url) as store:
        store.record(unreachable(hours(1)))
    page = shown(url, f"/pages/{PAGE}", after=2)
    assert "Sidan har inte kunnat läsas sedan 3 oktober 2022 kl. 09.00 (" in page
    assert "Har inte kunnat läsas sedan 3 oktober 2022 kl. 09.00: " in page
    assert "ännu" not in page


def test_a_page_that_could_never_be_read_is_not_said_to_be_next(url: str) -> None:
    """It was looked at, in vain: the reason stands above."""
    with Store.open(url) as store:
        store.watch([("ny", "https://example.org/ny")])
        store.record(replace(unreachable(hours(1)), page="ny"))
    for path in ("/", "/pages/ny"):
        page = shown(url, path, after=2)
        assert "Sidan har aldrig kunnat läsas." in page
        assert "den läses vid nästa körning" not in page


def test_what_was_seen_once_has_one_time(url: str) -> None:
    """Not the same time twice, as if it were a span."""
    looks, snapshot = (shown(url, path, after=2) for path in (f"/looks?of={PAGE}", "/snapshots/1"))
    for page in (looks, snapshot):
        assert page.count("kl. 08.00") == 1


@pytest.mark.parametrize("path", ["/", f"/pages/{PAGE}", "/status"])
def test_a_page_with_an_imported_past_is_not_said_never_to_have_been_read(
    database_url: str, tmp_path: Path, path: str
) -> None:
    """The operator's page says of it what the others say."""
    (tmp_path / "20221003060000.html").write_text(TODAY, "utf-8")
    watched = (PageConfig(PAGE, URL, Schedule(every=3600.0)),)
    with App(Config(None, database_url, watched), clock=Clock(hours(1))) as app:
        import_copies(app, [str(tmp_path)], PAGE, None, lambda _steps: lambda: None)
    page = shown(database_url, path, after=2, watched=(PAGE,))
    assert "○ bara importerad" in page
    assert "3 oktober 2022 kl. 08.00" in page
    assert "inte läst ännu" not in page
    assert "Företrädare nu" not in page  # but as they were last seen
