"""One check over several pages: who is claimed for how long, what a stop leaves behind, in which order answers come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.clock import Stopping
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED, TODAY, Watch


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    """Two pages of one site, kronoberg (/sida) before annan (/annan), both as they were an hour ago."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        other = f'[[page]]\nname = "annan"\nurl = "{site.root}/annan"\n'
        watch.config.write_text(watch.config.read_text("utf-8").replace("[mail]", f"{other}[mail]", 1), "utf-8")
        watch.looks(TODAY)
        watch.clock.later(hours=1)
        yield watch


def looked(watch: Watch) -> dict[str, str]:
    """When each page was last seen well."""
    with watch.app() as app:
        return {each["page"]: each["last_good"] for each in app.sight.status()["pages"]}


def test_answers_come_in_the_order_of_the_pages(watch: Watch) -> None:
    """Though the first of them is confirmed after the second was looked at."""
    watch.site.shows(REPLACED, path="/sida")
    answers = [(each["page"], each["outcome"]) for each in watch.check()["pages"]]
    assert answers == [("kronoberg", "changed"), ("annan", "unchanged")]


def test_a_page_is_free_as_soon_as_it_has_been_looked_at(watch: Watch) -> None:
    """One that is still to be confirmed is not."""
    free: list[tuple[bool, bool]] = []

    def try_both() -> None:
        with (
            watch.app() as app,
            app.store.claim("kronoberg") as one,
            app.store.claim("annan") as other,
        ):
            free.append((one, other))

    watch.site.shows(REPLACED, path="/sida")
    watch.clock.sleep_does(try_both)
    assert [each["outcome"] for each in watch.check()["pages"]] == ["changed", "unchanged"]
    while_both_wait, while_one_is_confirmed = free[0], free[-1]
    assert while_both_wait == (False, False)
    assert while_one_is_confirmed == (False, True)
    with watch.app() as app, app.store.claim("kronoberg") as mine:
        assert mine


def test_a_page_that_another_is_at_keeps_no_other_from_being_looked_at(watch: Watch) -> None:
    """Nor does one that is no longer due when its turn comes."""
    with watch.app() as app:
        with app.store.claim("kronoberg"):
            assert [each["page"] for each in watch.check()["pages"]] == ["annan"]
        checker = app.checker()
        answers = checker.check(app.config.pages, lambda page, _: page.name == "annan")
    assert [each.page for each in answers] == ["annan"]


def test_what_was_seen_before_a_stop_is_kept(watch: Watch) -> None:
    """The daemon is told to stop while it waits for its turn at the host."""

    def stop() -> None:
        raise Stopping

    before = looked(watch)
    watch.clock.sleep_does(stop)
    with pytest.raises(Stopping):
        watch.check()
    after = looked(watch)
    assert after["kronoberg"] > before["kronoberg"]
    assert after["annan"] == before["annan"]
    watch.clock.sleep_does(lambda: None)
    assert [each["outcome"] for each in watch.check()["pages"]] == ["unchanged", "unchanged"]
