"""What a look leaves behind for the next one, and which page it is about, by what the next look and the status do."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

import scraper
from monitor.app import App
from monitor.config import load
from monitor.keeping.exports import export
from monitor.rereading import make_reader
from monitor.schedule import retry_while_held
from storage.archive import reparse
from storage.verifying import verify
from tests.faulty import Faulty
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import Watch

PEOPLE = ("Łucja Provska", "Ylva Provsson", "Låtsas Provberg", "Tjelvar Skissdal")
HTML, POLISH = "text/html; charset=utf-8", "text/html; charset=iso-8859-2"


def shown(*people: str, more: str = "") -> str:
    listed = "".join(f"<li>{name} (S), ersättare</li>" for name in people)
    content = f'<div id="a"><h1>Samarbeten</h1><h2>Provrådet</h2><ul>{listed}</ul>{more}</div>'
    return f"<!DOCTYPE html><html><head><title>Samarbeten</title></head><body>{content}<p>En sidfot.</p></body></html>"


CLOSED = "<html><title>Underhåll</title><main><h1>Vi underhåller webbplatsen</h1><p>Strax åter.</p></main></html>"
FULL, ANOTHER = shown(*PEOPLE), shown("Alva Nysson", *PEOPLE[1:])


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox)


def has_pages(watch: Watch, **addresses: str) -> None:
    """More pages, by name."""
    written = watch.config.read_text("utf-8")
    more = "".join(f'[[page]]\nname = "{name}"\nurl = "{address}"\n' for name, address in addresses.items())
    watch.config.write_text(written + more, "utf-8")


def test_the_record_and_the_body_of_a_change_are_those_of_the_look_that_confirmed_it(watch: Watch) -> None:
    """The first of the two had the people in another order, which is no difference."""
    watch.looks(FULL)
    watch.site.shows_in_turns([ANOTHER, shown(*PEOPLE[1:], "Alva Nysson")])
    assert watch.looks()["outcome"] == "changed"
    with watch.app() as app:
        assert verify(app.store, make_reader(app.config.pages)).faults == ()


def test_a_body_that_was_cut_is_never_read_again(watch: Watch) -> None:
    """However whole it looks: what is missing may have been anything."""
    watch.looks(FULL)
    watch.site.cuts_after(len(ANOTHER.encode()), ANOTHER + " " * 100)
    assert watch.looks()["reason"] == "truncated"
    with watch.app() as app:
        reparse(app.store, make_reader(app.config.pages))
        assert len(app.ask.snapshots(None)) == 1


@pytest.mark.parametrize(("status", "reason"), [(503, "http-status"), (200, "soft-404")])
def test_an_error_page_is_kept_as_it_came(watch: Watch, status: int, reason: str) -> None:
    """It is what there was to see then."""
    watch.site.answers(status, CLOSED, {"Content-Type": HTML})
    assert watch.looks()["reason"] == reason
    out = io.BytesIO()
    with watch.app() as app:
        export(app, "warc", out)
    out.seek(0)
    kept = [each.content_stream().read() for each in ArchiveIterator(out) if each.rec_type == "response"]
    assert kept == [CLOSED.encode()]


@pytest.mark.parametrize("content_type", [HTML, POLISH])
def test_the_markup_is_known_from_the_first_look_on(watch: Watch, content_type: str) -> None:
    """That of the part which the settings name, in the letters that the header declares."""
    written = watch.config.read_text("utf-8").replace('name = "kronoberg"', 'name = "kronoberg"\nmain = "#a"')
    watch.config.write_text(written, "utf-8")
    body = FULL.replace("å", "a").encode(content_type.partition("=")[2])
    watch.site.shows(body, content_type)
    watch.looks()
    with watch.app() as app:
        accepted = app.store.states()["kronoberg"].accepted
    assert accepted is not None
    assert accepted.markup_digest == scraper.markup_digest(body, content_type=content_type, main="#a") is not None


def test_a_full_look_counts_for_a_day(watch: Watch) -> None:
    """Also one that found nothing new: the looks after it ask whether anything is, until a day after it."""
    watch.site.validates(FULL, '"v1"')
    watch.looks()
    for _ in range(2):
        watch.clock.later(hours=23)
        watch.looks()  # an hour later
        assert "if-none-match" not in watch.site.requests[-1].headers
        watch.looks()
        assert "if-none-match" in watch.site.requests[-1].headers


def test_a_new_tag_of_the_same_page_is_sent_from_then_on(watch: Watch) -> None:
    """The body was known; what the server calls it was not."""
    for tag in ('"v1"', '"v2"'):
        watch.site.validates(FULL, tag)
        watch.looks()
        watch.looks()
        assert watch.site.requests[-1].headers["if-none-match"] == tag


def test_a_server_that_knows_only_when_is_asked_whether_anything_came_since(watch: Watch) -> None:
    """By the date that it gave."""
    date = "Mon, 03 Oct 2022 06:30:00 GMT"
    watch.site.shows(FULL, headers={"Last-Modified": date})
    watch.looks()
    watch.looks()
    assert watch.site.requests[-1].headers["if-modified-since"] == date


def test_how_a_quiet_look_went_is_said(watch: Watch) -> None:
    """By the status, and when a plan is asked for, with the next look."""
    watch.looks(FULL)
    with watch.app() as app:
        checker = app.checker(following=lambda page, at: at + timedelta(hours={"kronoberg": 7}[page.name]))
        checker.check(app.config.pages)
        standing = app.store.states()["kronoberg"].standing
    assert (standing.outcome, standing.next_check_at) == ("unchanged", watch.clock.now() + timedelta(hours=7))


def test_the_next_look_at_what_is_held_comes_as_the_hold_says(watch: Watch) -> None:
    """Not as after a failure."""
    watch.looks(FULL)
    for looks in (1, 2, 3):
        assert watch.looks(shown(PEOPLE[0]))["held"]
        with watch.app() as app:
            standing = app.store.states()["kronoberg"].standing
        assert standing.next_check_at == retry_while_held(watch.clock.now(), looks)


def test_a_page_whose_turn_is_too_far_away_is_passed_over_and_no_other(watch: Watch) -> None:
    """The second at a host that was just asked; the third is another host's."""
    elsewhere = watch.site.root.replace("127.0.0.1", "localhost")
    has_pages(watch, annan=f"{watch.site.root}/annan", tredje=f"{elsewhere}/tredje")
    watch.site.shows(FULL)
    with watch.app() as app:
        checked = app.checker(patience=1.0).check(app.config.pages)
    assert [each.page for each in checked] == ["kronoberg", "tredje"]


def test_every_page_of_more_than_one_batch_is_answered_for(watch: Watch) -> None:
    """A hundred are claimed together."""
    written = watch.config.read_text("utf-8")
    watch.config.write_text(written + '[fetch]\ndelay = "0s"\n', "utf-8")
    has_pages(watch, **{f"sida-{nth}": f"{watch.site.root}/{nth}" for nth in range(100)})
    watch.site.shows(FULL)
    assert len(watch.check()["pages"]) == 101


def test_a_fault_at_the_second_look_is_that_pages(watch: Watch) -> None:
    """As one at the first is."""
    watch.looks(FULL)
    watch.site.shows(ANOTHER)
    watch.clock.later(hours=1)
    watch.clock.sleep_does(lambda: [][0])
    with pytest.raises(ExceptionGroup, match=r"foresaw: kronoberg"):
        watch.check()


def test_a_fault_at_a_document_is_its_pages(watch: Watch) -> None:
    """Where documents are watched; where they are not, nobody asks for them."""
    watch.site.shows(shown(*PEOPLE, more='<p><a href="/annan">Handlingsplan, pdf</a></p>'))
    watch.looks()
    assert "/annan" not in [each.path for each in watch.site.requests]
    written = watch.config.read_text("utf-8").replace('name = "kronoberg"', 'name = "kronoberg"\ndocuments = true')
    watch.config.write_text(written, "utf-8")
    with (
        App(load(str(watch.config), {}), clock=watch.clock, transport=Faulty()) as app,
        pytest.raises(ExceptionGroup, match=r"foresaw: kronoberg"),
    ):
        app.check()
