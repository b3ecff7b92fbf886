"""What a look takes along to the reading: the page's own settings, its declared letters, the address asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.rereading import make_reader
from storage.archive import reparse
from storage.verifying import verify
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
        return [each.name for each in app.ask.who(None, None, None).representatives]


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


def reads_only(watch: Watch, main: str) -> None:
    """The operator says which part of the page is its content."""
    written = watch.config.read_text("utf-8").replace('name = "kronoberg"', f'name = "kronoberg"\nmain = "{main}"')
    watch.config.write_text(written, "utf-8")


def test_what_is_now_read_otherwise_is_kept_so_in_silence(watch: Watch) -> None:
    """Nobody is told, the history is that of the present settings, and the next look is as cheap as any."""
    watch.site.validates(PAGE, '"v1"')
    assert watch.looks()["outcome"] == "baseline"
    reads_only(watch, "#a")
    assert watch.looks()["outcome"] == "unchanged"
    assert people(watch) == ["Łucja Provska"]
    with watch.app() as app:
        assert (app.ask.changes(), app.alerts(), verify(app.store, make_reader(app.config.pages)).older) == ([], [], 0)
    assert watch.looks()["outcome"] == "unchanged"
    assert "if-none-match" in watch.site.requests[-1].headers


def test_the_past_is_read_again_with_the_present(watch: Watch) -> None:
    """Else a seat that the settings leave out would have ended with the first change after them."""
    watch.looks(PAGE)
    watch.looks(PAGE.replace("Łucja Provska", "Testa Testsson"))
    reads_only(watch, "#a")
    assert watch.looks()["outcome"] == "unchanged"
    with watch.app() as app:
        assert [each["name"] for each in app.ask.person("Provsson")] == []
        assert [each["name"] for each in app.ask.person("Łucja Provska")] == ["Łucja Provska"]
        assert len(app.ask.changes()) == 1


def test_a_part_that_no_kept_body_has_leaves_the_history_as_it_was(watch: Watch) -> None:
    """A page was made anew, and its settings: what stood before is known by the old ones, and the change told."""
    watch.looks(PAGE)
    anew = PAGE.replace('id="a"', 'id="nytt"').replace("Łucja Provska", "Testa Testsson").replace("Ylva", "Testina")
    reads_only(watch, "body:has(#nytt)")
    answer = watch.looks(anew)
    assert [each["kind"] for each in answer["changes"]] == ["representative_replaced"] * 2
    with watch.app() as app:
        assert len(app.ask.snapshots(None)) == 2
        found = verify(app.store, make_reader(app.config.pages))
        assert (found.older, found.faults) == (1, ())


def test_a_reparse_under_settings_that_fit_only_the_new_page_keeps_the_old_states(watch: Watch) -> None:
    """Their bodies say what they said: only the part that the settings name is not in them."""
    watch.looks(PAGE)
    reads_only(watch, "body:has(#nytt)")
    with watch.app() as app:
        assert verify(app.store, make_reader(app.config.pages)).faults == ()
    watch.looks(PAGE.replace('id="a"', 'id="nytt"').replace("Łucja Provska", "Testa Testsson"))
    with watch.app() as app:
        assert reparse(app.store, make_reader(app.config.pages)) == []
        assert [each["until"] is None for each in app.ask.person("Łucja Provska")] == [False]
        found = verify(app.store, make_reader(app.config.pages))
        assert (len(app.ask.snapshots(None)), found.older, found.faults) == (2, 1, ())


CROWD = "".join(f"<li>Provine Testsson{letter} (S), ersättare</li>" for letter in "abcdef")


def test_a_body_that_was_never_kept_is_read_again_under_other_settings(watch: Watch) -> None:
    """It agreed with what was read of it then; of what is read now it says something else."""
    reads_only(watch, "#a")
    watch.looks(PAGE.replace("</ul></div></body>", f"{CROWD}</ul></div></body>"))
    assert watch.looks(PAGE)["outcome"] == "unchanged"
    watch.config.write_text(watch.config.read_text("utf-8").replace('"#a"', '"#b"'), "utf-8")
    assert watch.looks()["reason"] == "implausible"
    assert watch.looks()["reason"] == "implausible"


def test_a_body_that_was_never_kept_is_read_after_a_reparse(watch: Watch) -> None:
    """The same where the history was read again before the look."""
    reads_only(watch, "#a")
    watch.looks(PAGE.replace("</ul></div></body>", f"{CROWD}</ul></div></body>"))
    assert watch.looks(PAGE)["outcome"] == "unchanged"
    watch.config.write_text(watch.config.read_text("utf-8").replace('"#a"', '"#b"'), "utf-8")
    with watch.app() as app:
        reparse(app.store, make_reader(app.config.pages))
    assert watch.looks()["reason"] == "implausible"
