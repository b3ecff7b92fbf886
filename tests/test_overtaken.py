"""An import or a reparse in the middle of a look: the look is not measured with a yardstick that is gone."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.app import App
from monitor.decide import LOOKS_TO_ALARM
from monitor.keeping.importing import import_copies
from monitor.keeping.maintenance import verify_history
from monitor.rereading import make_reader
from records.errors import Overtaken
from storage.archive import reparse
from storage.store import Store
from tests.looks import PAGE, URL, baseline, changed, hours, page_of, parsed, replaced, unchanged
from tests.mailbox import Mailbox
from tests.site import Site
from tests.test_check import without_people
from tests.test_what_a_look_keeps import ANOTHER, PEOPLE, shown
from tests.watch import INVENTED_PAGE, REPLACED, TODAY, Watch

OLD = page_of("Testa Testsson", "Ylva Provsson")
NEW = page_of("Prova Nysson", "Ylva Provsson")
NEWS = replaced("Testa Testsson", "Prova Nysson")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with Store.open(database_url) as opened:
        opened.watch([(PAGE, URL)])
        yield opened


def test_a_change_from_a_state_that_is_gone_is_refused(store: Store) -> None:
    """And leaves no trace."""
    store.record(baseline(OLD, hours(0)))
    seen = store.states()[PAGE]
    store.record(changed(NEW, NEWS, hours(1), body="second"))
    before = store.states()[PAGE]
    late = changed(OLD, replaced("Prova Nysson", "Testa Testsson"), hours(2), body="third")
    with pytest.raises(Overtaken):
        store.record(dataclasses.replace(late, seen=seen))
    assert store.states()[PAGE] == before
    assert store.record(dataclasses.replace(late, seen=before)).change_set_id is not None


def test_an_unchanged_look_at_a_state_that_is_gone_is_given_back(store: Store) -> None:
    """The others of the run are kept."""
    store.watch([("annan", URL)])
    for page in (PAGE, "annan"):
        store.record(baseline(OLD, hours(0), page=page))
    seen = store.states()
    store.record(changed(NEW, NEWS, hours(1), body="second"))
    batch = [dataclasses.replace(unchanged(hours(2), page=page), seen=seen[page]) for page in (PAGE, "annan")]
    assert [each.page for each in store.record_unchanged(batch)] == [PAGE]
    assert store.standings()[PAGE].last_look_at == hours(1)
    assert store.standings()["annan"].last_look_at == hours(2)


def test_a_state_that_was_read_again_is_another(store: Store) -> None:
    """The number of the snapshot may be the same."""
    store.record(baseline(OLD, hours(0)))
    seen = store.states()[PAGE]
    newer = dataclasses.replace(parsed(OLD, "first"), parser_version=2)
    store.record(dataclasses.replace(unchanged(hours(1)), parsed=newer))
    with pytest.raises(Overtaken):
        store.record(dataclasses.replace(unchanged(hours(2)), seen=seen))


def test_an_import_during_a_check_loses_and_invents_nothing(tmp_path: Path) -> None:
    """The look says that it cannot tell, and the next one tells the change against what is the latest state now."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        watch.looks(TODAY)
        between = watch.clock.later(hours=1)
        copy = tmp_path / f"{between:%Y%m%d%H%M%S}.html"
        copy.write_text(INVENTED_PAGE, "utf-8")

        def somebody_imports() -> None:
            watch.clock.sleep_does(lambda: None)
            with watch.app() as other:
                import_copies(other, [str(copy)], "kronoberg", None, lambda _: lambda: None)

        watch.clock.sleep_does(somebody_imports)
        answer = watch.looks(REPLACED)
        assert (answer["outcome"], answer["reason"]) == ("cannot-tell", "unsettled")
        assert "has changed while" in answer["detail"]
        assert watch.subjects("lasare@example.org") == []
        assert watch.looks()["outcome"] == "changed"
        assert len(watch.subjects("lasare@example.org")) == 1
        with watch.app() as app:
            assert _kinds_of_states(app) == [False, True, False]
            assert verify_history(app).faults == ()


def test_an_import_while_a_page_is_seen_unchanged_is_not_taken_for_what_was_seen(tmp_path: Path) -> None:
    """The copy is the latest state now, and the look saw another: it cannot tell."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox, more=f'[[page]]\nname = "annan"\nurl = "{site.root}/annan"')
        watch.looks(TODAY)
        copy = tmp_path / f"{watch.clock.later(hours=1):%Y%m%d%H%M%S}.html"
        copy.write_text(INVENTED_PAGE, "utf-8")

        def somebody_imports() -> None:
            watch.clock.sleep_does(lambda: None)
            with watch.app() as other:
                import_copies(other, [str(copy)], "kronoberg", None, lambda _: lambda: None)

        watch.clock.later(hours=1)
        watch.clock.sleep_does(somebody_imports)  # between the two pages
        answers = [(each["outcome"], each["reason"]) for each in watch.check()["pages"]]
        assert answers == [("cannot-tell", "unsettled"), ("unchanged", None)]
        with watch.app() as app:
            assert app.ask.snapshots("kronoberg")[0]["looks"] == 1


def test_what_is_held_is_still_held_when_a_look_was_overtaken(tmp_path: Path) -> None:
    """A person can accept it all the same."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        watch.looks(TODAY)
        copy = tmp_path / f"{watch.clock.later(hours=1):%Y%m%d%H%M%S}.html"
        copy.write_text(INVENTED_PAGE, "utf-8")
        assert watch.looks(without_people(TODAY, keep=None))["held"] is True

        def somebody_imports() -> None:
            watch.clock.sleep_does(lambda: None)
            with watch.app() as other:
                import_copies(other, [str(copy)], "kronoberg", None, lambda _: lambda: None)

        watch.clock.sleep_does(somebody_imports)
        assert watch.looks(REPLACED)["reason"] == "unsettled"
        with watch.app() as app:
            assert app.accept("kronoberg").something_changed


def test_what_a_reparse_ended_is_not_counted_by_the_look_that_it_overtook(tmp_path: Path) -> None:
    """A copy from before makes what is held a step of the history: the outage after that is over, and alarms nobody."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        watch.looks(shown(*PEOPLE))
        copy = tmp_path / f"{watch.clock.later(hours=1):%Y%m%d%H%M%S}.html"
        copy.write_text(shown(*PEOPLE[:2]), "utf-8")
        assert watch.looks(shown(PEOPLE[0]))["held"] is True
        site.fails(503)
        assert [watch.looks()["reason"] for _ in range(LOOKS_TO_ALARM - 1)] == ["http-status", "http-status"]
        told = watch.subjects("drift@example.org")

        def somebody_reads_again() -> None:
            watch.clock.sleep_does(lambda: None)
            with watch.app() as other:
                import_copies(other, [str(copy)], "kronoberg", None, lambda _: lambda: None)
                reparse(other.store, make_reader(other.config.pages))

        watch.clock.sleep_does(somebody_reads_again)
        assert watch.looks(ANOTHER)["reason"] == "unsettled"
        assert watch.subjects("drift@example.org") == told
        with watch.app() as app:
            state = app.store.states()["kronoberg"]
        assert (state.hold, state.standing.failures) == (None, 1)


def _kinds_of_states(app: App) -> list[bool]:
    """Oldest first, whether each state came by import: the look, the copy, the look."""
    imported = {each["detected_at"]: each["imported"] for each in app.ask.changes()}
    return [imported.get(each["first_seen"], False) for each in reversed(app.ask.snapshots(None))]
