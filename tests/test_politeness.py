"""What a site asks of us, through the whole check: robots.txt, crawl-delay, Retry-After, and our own delay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from storage.store import Store
from tests.clock import Clock
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED, TODAY, Watch


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox)


def and_another_page(watch: Watch) -> None:
    """A second page of the same site."""
    text = watch.config.read_text("utf-8")
    watch.config.write_text(f'{text}\n[[page]]\nname = "annan"\nurl = "{watch.site.root}/annan"\n', "utf-8")


def paths(watch: Watch) -> list[str]:
    return [each.path for each in watch.site.requests]


def test_robots_txt_is_asked_once_a_day_by_all_processes_together(watch: Watch) -> None:
    """Every check is a new process; the copy outlives it."""
    for _ in range(3):
        watch.looks(TODAY)
    assert paths(watch).count("/robots.txt") == 1
    watch.clock.later(days=1)
    watch.looks()
    assert paths(watch).count("/robots.txt") == 2


def test_a_forbidden_page_is_not_asked_for(watch: Watch) -> None:
    """It is a page that we cannot see: the operator hears it, the readers do not."""
    watch.site.shows("User-agent: *\nDisallow: /sida", "text/plain", path="/robots.txt")
    answer = watch.looks(TODAY)
    assert (answer["outcome"], answer["reason"]) == ("cannot-tell", "robots")
    assert paths(watch) == ["/robots.txt"]


def test_a_site_that_fails_altogether_keeps_its_own_reason(watch: Watch) -> None:
    """robots.txt is only where the failure was met first."""
    watch.site.fails(503, path="/robots.txt")
    watch.site.fails(503)
    answer = watch.looks()
    assert (answer["outcome"], answer["reason"]) == ("cannot-tell", "http-status")


def test_two_looks_at_one_host_are_ten_seconds_apart(watch: Watch) -> None:
    """Two pages, each looked at once: one wait between them."""
    and_another_page(watch)
    watch.site.shows(TODAY)
    watch.check()
    assert watch.clock.slept == [10.0]


def test_a_crawl_delay_longer_than_ours_is_kept(watch: Watch) -> None:
    """As robots.txt says."""
    and_another_page(watch)
    watch.site.shows("User-agent: *\nCrawl-delay: 45", "text/plain", path="/robots.txt")
    watch.site.shows(TODAY)
    watch.check()
    assert watch.clock.slept == [45.0]


def test_a_short_retry_after_is_waited_for(watch: Watch) -> None:
    """The other pages of that host come after it."""
    and_another_page(watch)
    watch.site.answers(503, "", {"Retry-After": "30"}, path="/sida")
    watch.site.shows(TODAY)
    assert [each["outcome"] for each in watch.check()["pages"]] == ["cannot-tell", "baseline"]
    assert sum(watch.clock.slept) == 30.0


def test_a_long_retry_after_holds_for_every_page_of_the_host(watch: Watch) -> None:
    """In this check the others are not asked; later ones are not due before the host's time has come."""
    and_another_page(watch)
    watch.site.shows(TODAY)
    watch.check()
    watch.clock.later(hours=1)
    watch.site.answers(429, "", {"Retry-After": "7200"}, path="/sida")
    before = len(watch.site.requests)
    assert {(each["outcome"], each["reason"]) for each in watch.check()["pages"]} == {("cannot-tell", "blocked")}
    assert paths(watch)[before:] == ["/sida"]
    watch.clock.later(minutes=119)
    assert due(watch) == []
    watch.clock.later(minutes=2)
    assert sorted(due(watch)) == ["annan", "kronoberg"]


def due(watch: Watch) -> list[str]:
    with watch.app() as app:
        return [page.name for page in app.agenda.due(watch.clock.now())]


def test_an_explicit_check_looks_though_the_host_asked_to_wait(watch: Watch) -> None:
    """A person who says "now" means now."""
    watch.site.answers(503, "", {"Retry-After": "7200"})
    watch.looks()
    assert watch.looks(TODAY)["outcome"] == "baseline"


def test_processes_share_the_turns_at_a_host(database_url: str) -> None:
    """Each is given a moment of its own, ten seconds after the one before."""
    clock, delay = Clock(), timedelta(seconds=10)
    with Store.open(database_url) as one, Store.open(database_url) as other:
        turns = [store.reserve("example.org", delay, clock.now()) for store in (one, other, one)]
        assert turns == [clock.now() + timedelta(seconds=each) for each in (0, 10, 20)]
        assert one.reserve("example.com", delay, clock.now()) == clock.now()
        clock.later(days=-30)  # set back: nobody waits for a month
        assert other.reserve("example.org", delay, clock.now()) == clock.now()


def test_a_confirmation_waits_for_its_turn(watch: Watch) -> None:
    """The second look at a change is a look like any other."""
    watch.site.shows("User-agent: *\nCrawl-delay: 60", "text/plain", path="/robots.txt")
    watch.looks(TODAY)
    watch.looks(REPLACED)
    assert sum(watch.clock.slept) >= 60


def test_two_processes_that_both_saw_a_page_due_look_once(watch: Watch) -> None:
    """The second finds, once the page is its own, that the look has been made."""
    watch.site.shows(TODAY)
    with watch.app() as one, watch.app() as other:
        seen = other.agenda.due(watch.clock.now())
        assert len(one.check(due=True).checked) == 1
        checked: list[Any] = other.checker().check(seen, other.still_due)
        assert checked == []
    assert paths(watch).count("/sida") == 1
