"""What a look takes along to the reading: the page's own settings, its declared letters, the address asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import TODAY, Watch

PAGE = """<!DOCTYPE html><html><head><title>Samarbeten</title></head><body>
<div id="a"><h1>Samarbeten</h1><h2>Alfanätverket</h2><ul><li>Łucja Provska (M), ledamot</li></ul></div>
<div id="b"><h2>Betagruppen</h2><ul><li>Ylva Provsson (S), ledamot</li></ul></div></body></html>"""


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox)


def people(watch: Watch) -> list[str]:
    with watch.app() as app:
        return [each.name for each in app.who(None, None, None).representatives]


def test_another_main_content_by_the_settings_is_no_change_of_the_page(watch: Watch) -> None:
    """What was known is read again by the same settings; what changes after that is told."""
    watch.looks(PAGE)
    assert people(watch) == ["Łucja Provska", "Ylva Provsson"]
    written = watch.config.read_text("utf-8").replace('name = "kronoberg"', 'name = "kronoberg"\nmain = "#a"')
    watch.config.write_text(written, "utf-8")
    assert watch.looks()["outcome"] == "unchanged"
    answer = watch.looks(PAGE.replace("Łucja Provska", "Testa Testsson"))
    assert [each["kind"] for each in answer["changes"]] == ["representative_replaced"]


def test_the_declared_letters_are_those_of_the_page(watch: Watch) -> None:
    """Where only the header says what they are."""
    watch.site.shows(PAGE.encode("iso-8859-2"), "text/html; charset=iso-8859-2")
    assert watch.looks()["outcome"] == "baseline"
    assert people(watch) == ["Łucja Provska", "Ylva Provsson"]


def test_a_page_that_became_the_start_page_is_redirected_away(watch: Watch) -> None:
    """Whatever stands there: by the address that was asked for."""
    watch.looks(TODAY)
    watch.site.shows(TODAY, path="/start")
    watch.site.redirects("/start", 301, path="/sida")
    answer = watch.looks()
    assert (answer["outcome"], answer["reason"]) == ("cannot-tell", "redirected-away")
