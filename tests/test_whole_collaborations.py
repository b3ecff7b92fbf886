"""Whoever comes or goes with a whole collaboration is found and named in the history, as everybody else is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
import sqlalchemy as sa

from monitor.keeping.maintenance import verify_history
from records.forms import search_key
from storage.tables import change_words
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED, TODAY, Watch
from tests.web import browsing

CLOSED = re.sub(r'<h2 class="subheading" id="h-EnergyCities">.*?</ul>', "", TODAY, flags=re.DOTALL)
NAME = "Mikael Johansson"


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    """Energy Cities leaves with its heading, then comes back, then another seat is taken by somebody else."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path_factory.mktemp("whole"), site, mailbox)
        assert [watch.looks(html)["outcome"] for html in (TODAY, CLOSED, TODAY, REPLACED)] == [
            "baseline",
            "changed",
            "changed",
            "changed",
        ]
        yield watch


@pytest.mark.parametrize("name", [NAME, "johansson mikael", "mikael", "mikael johans"])
def test_a_person_who_came_and_went_with_a_collaboration_is_found(watch: Watch, name: str) -> None:
    """By all the words of the name or by their beginnings; the answer for scripts holds the changes as they are."""
    with watch.app() as app:
        found = app.ask.changes(person=name)
    kinds = [[each["kind"] for each in event["changes"]] for event in found]
    assert kinds == [["collaboration_added"], ["collaboration_removed"]]


def test_nobody_is_made_of_two_people_in_one_collaboration(tmp_path: Path) -> None:
    """One person's first name with another's surname is nobody who came or went."""
    one = '<li class="normal">Mikael Johansson (M), ledamot</li>'
    two = TODAY.replace(one, "<li>Testa Testsson (M), ledamot</li><li>Ylva Provsson (S), ersättare</li>")
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        for html in (two, CLOSED):
            watch.looks(html)
        with watch.app() as app:
            assert len(app.ask.changes(person="Testa Testsson")) == 1
            assert app.ask.changes(person="Testa Provsson") == []


def test_people_are_told_of_the_one_whom_they_asked_for(watch: Watch) -> None:
    """As text, the collaboration is followed by that person's seat; without a name, by everybody's."""
    with watch.app() as app:
        of_him = app.ask.changes(person=NAME, told=True)
        of_all = app.ask.changes(told=True)
    subjects = [[each["subject"] for each in event["changes"]] for event in of_him]
    assert subjects == [["Energy Cities", NAME], ["Energy Cities", NAME]]
    assert [each["subject"] for each in of_all[1]["changes"]] == ["Energy Cities", NAME]


def test_the_web_names_who_came_and_went(watch: Watch) -> None:
    """On the page of the change, on the person's page and in the feeds."""
    with browsing(watch) as client:
        went = client.get("/changes/1?lang=sv").text
        person = client.get("/person", params={"name": NAME, "lang": "sv"}).text
        feed = feedparser.parse(client.get("/feed.atom?lang=sv").content)
        of_him = feedparser.parse(client.get("/feed.atom", params={"person": NAME, "lang": "sv"}).content)
    sentence = "Mikael Johansson (M) är inte längre ledamot i Energy Cities"
    assert sentence in went
    assert sentence in person
    assert feed.entries[2].title == "kronoberg: Energy Cities redovisas inte längre på sidan"
    assert sentence in feed.entries[2].content[0].value
    assert len(of_him.entries) == 2
    assert of_him.entries[1].title.startswith(f"kronoberg: {sentence}")


def test_what_people_are_found_by_is_verified(watch: Watch) -> None:
    """A word that is missing is a fault; as it was written there is none."""
    with watch.app() as app:
        assert verify_history(app).faults == ()
        with app.store.database.write() as connection:
            connection.execute(sa.delete(change_words).where(change_words.c.word == search_key("Mikael")))
        assert all("is not found by what it says" in each for each in verify_history(app).faults)
        assert len(verify_history(app).faults) == 2
