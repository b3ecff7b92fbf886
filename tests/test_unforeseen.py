"""A fault that nobody foresaw: loud at the end, and the other pages are looked at all the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.app import App
from monitor.config import load
from records.errors import DatabaseDamaged, UsageError
from tests.faulty import Faulty
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED, TODAY, Watch


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    """Two pages, /annan before /sida."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        other = f'[[page]]\nname = "annan"\nurl = "{site.root}/annan"\n'
        watch.config.write_text(watch.config.read_text("utf-8").replace("[[page]]", f"{other}[[page]]", 1), "utf-8")
        site.shows(TODAY)
        yield watch


def checked(watch: Watch, fault: Exception) -> None:
    with App(load(str(watch.config), {}), clock=watch.clock, transport=Faulty(fault)) as app:
        app.check()


def outcomes(watch: Watch) -> dict[str, str | None]:
    with watch.app() as app:
        return {each["page"]: each["outcome"] for each in app.sight.status()["pages"]}


def test_it_is_raised_when_the_others_have_been_looked_at(watch: Watch) -> None:
    """With the name of its page, and itself within."""
    with pytest.raises(ExceptionGroup, match=r"^looks failed in a way that nobody foresaw: annan") as raised:
        checked(watch, ZeroDivisionError("nobody foresaw this"))
    (fault,) = raised.value.exceptions
    assert isinstance(fault, ZeroDivisionError)
    assert fault.__notes__ == ["while looking at annan"]
    assert outcomes(watch) == {"annan": None, "kronoberg": "baseline"}


def test_every_page_that_it_met_is_named(watch: Watch) -> None:
    """One fault each."""
    written = watch.config.read_text("utf-8")
    watch.config.write_text(written.replace(watch.site.url, f"{watch.site.root}/annan?2"), "utf-8")
    with pytest.raises(ExceptionGroup, match=r"foresaw: annan, kronoberg$"):
        checked(watch, ZeroDivisionError("nobody foresaw this"))


def test_one_of_our_own_kind_is_raised_as_it_is(watch: Watch) -> None:
    """Its sentence is for the operator; the others have been looked at."""
    with pytest.raises(UsageError, match=r"^use it otherwise"):
        checked(watch, UsageError("use it otherwise"))
    assert outcomes(watch) == {"annan": None, "kronoberg": "baseline"}


def test_a_database_that_fails_ends_the_round(watch: Watch) -> None:
    """Whatever else is looked at could not be kept."""
    with pytest.raises(DatabaseDamaged):
        checked(watch, DatabaseDamaged("it does not agree with its hash"))
    assert outcomes(watch) == {"annan": None, "kronoberg": None}


def test_it_keeps_no_change_of_another_page_from_being_told(watch: Watch) -> None:
    """Also where that page is to be confirmed after it."""
    watch.looks()
    watch.site.shows(REPLACED)
    watch.clock.later(hours=1)
    with pytest.raises(ExceptionGroup):
        checked(watch, ZeroDivisionError("nobody foresaw this"))
    assert len(watch.subjects("lasare@example.org")) == 1
    assert outcomes(watch) == {"annan": "baseline", "kronoberg": "changed"}
