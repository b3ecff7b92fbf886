"""The history answers as of a date, by person, by change and by snapshot, and never pretends to more than it saw."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

from records.changes import Change, ChangeKind, ChangeSet, Group
from records.diff import diff
from records.errors import UnknownName
from records.outcome import Reason
from records.page import Collaboration, PageRecord, Representative
from storage.history import History
from storage.store import Store
from storage.tables import pages
from tests.looks import (
    PAGE,
    URL,
    baseline,
    capture,
    changed,
    hours,
    page_of,
    parsed,
    replaced,
    unchanged,
    unreachable,
)

OLD = page_of("Testa Testsson", "Ylva Prövsson")
NEW = page_of("Prova Nysson", "Ylva Prövsson")
NEWS = replaced("Testa Testsson", "Prova Nysson")


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    """Old at 0 and 1 h, unreachable at 2 and 3 h, old at 4 h, new at 5 and 6 h."""
    with Store.open(database_url) as opened:
        opened.watch([(PAGE, URL), ("other", "https://example.org/other")])
        opened.record(baseline(OLD, hours(0)))
        opened.record(unchanged(hours(1)))
        opened.record(unreachable(hours(2)))
        opened.record(unreachable(hours(3)))
        opened.record_unchanged([unchanged(hours(4))])
        opened.record(changed(NEW, NEWS, hours(5), body="second"))
        opened.record(unchanged(hours(6)))
        yield opened


@pytest.fixture
def history(store: Store) -> History:
    return History(store.database)


def names(history: History, at: float, **where: str) -> list[str]:
    return [seat.name for seat in history.who(hours(at), **where).representatives]


def test_who_sat_is_answered_as_observed_then(history: History) -> None:
    """The state in force, as written then, and when it was seen."""
    answer = history.who(hours(5.5), page=PAGE)
    assert answer.to_json() == {
        "on": "2022-10-03T11:30:00Z",
        "pages": [
            {"page": PAGE, "observed": {"first": "2022-10-03T11:00:00Z", "last": "2022-10-03T12:00:00Z"}},
        ],
        "representatives": [
            {
                "page": PAGE,
                "collaboration": "Euroregion Baltic",
                "name": name,
                "party": "M",
                "role": "ledamot",
            }
            for name in ("Prova Nysson", "Ylva Prövsson")
        ],
    }


def test_before_the_first_look_nobody_is_known(history: History) -> None:
    """Nobody, observed null; a page that was never looked at likewise."""
    answer = history.who(hours(-1))
    assert [each.to_json() for each in answer.pages] == [
        {"page": PAGE, "observed": None},
        {"page": "other", "observed": None},
    ]
    assert answer.representatives == ()


def test_a_time_has_four_digits_of_a_year(history: History) -> None:
    """Also one that somebody gave by mistake: scripts read them as ISO 8601."""
    assert history.who(datetime(1, 1, 1, tzinfo=UTC)).to_json()["on"] == "0001-01-01T00:00:00Z"


def test_a_gap_is_named(history: History) -> None:
    """While the page could not be read, the last sight before it is what is known."""
    [then] = history.who(hours(2.5), page=PAGE).pages
    assert then.observed is not None
    assert then.observed.last == hours(1)
    assert then.unread is not None
    assert (then.unread.since, then.unread.until, then.unread.reason) == (hours(2), hours(4), Reason.UNREACHABLE)
    assert names(history, 2.5) == ["Testa Testsson", "Ylva Prövsson"]


def test_between_two_looks_there_is_no_gap(history: History) -> None:
    """The state before is the one that is known; it was last seen before the question's time."""
    [then] = history.who(hours(4.5), page=PAGE).pages
    assert then.unread is None
    assert then.observed is not None
    assert (then.observed.first, then.observed.last) == (hours(0), hours(4))


def test_a_collaboration_is_found_by_name_or_abbreviation(history: History) -> None:
    """Folded, or as a part of the name; an unknown one gives nobody."""
    for written in ("erb", "ERB", "euroregion baltic", "Baltic"):
        assert names(history, 6, collaboration=written) == ["Prova Nysson", "Ylva Prövsson"]
    assert names(history, 6, collaboration="Energy Cities") == []


def test_an_unknown_page_is_refused(history: History) -> None:
    """In one line."""
    for ask in (partial(history.who, hours(0)), history.snapshots, history.changes):
        with pytest.raises(UnknownName, match="okänd"):
            ask(page="okänd")


def test_changes_come_newest_first_as_documented(history: History, store: Store) -> None:
    """One object for each change set, with its flags."""
    store.record(changed(OLD, replaced("Prova Nysson", "Testa Testsson"), hours(7), body="third"))
    newest, first = history.changes()
    assert (newest.detected_at, first.detected_at) == (hours(7), hours(5))
    assert first.to_json() == {
        "id": first.id,
        "page": PAGE,
        "detected_at": "2022-10-03T11:00:00Z",
        "imported": False,
        "silent_edit": True,
        "date_only": False,
        "date_regressed": False,
        "changes": [
            {
                "kind": "representative_replaced",
                "collaboration": "Euroregion Baltic",
                "subject": "Prova Nysson",
                "before": {"name": "Testa Testsson", "party": "M", "role": "ledamot"},
                "after": {"name": "Prova Nysson", "party": "M", "role": "ledamot"},
            }
        ],
    }
    assert history.change(first.id) == first
    with pytest.raises(UnknownName):
        history.change(999)


def test_changes_are_filtered(history: History, store: Store) -> None:
    """By time, page, person, collaboration, kind or group, and number; only what passes is shown."""
    title = Change(ChangeKind.TITLE_CHANGED, None, None, {"text": "A"}, {"text": "B"})
    both = ChangeSet((*replaced("Prova Nysson", "Ännu Enson").changes, title))
    store.record(changed(page_of("Ännu Enson"), both, hours(7), body="third"))

    def found(**filters: object) -> list[tuple[float, int]]:
        events = history.changes(**filters)  # type: ignore[arg-type]
        return [((each.detected_at - hours(0)).total_seconds() / 3600, len(each.changes.changes)) for each in events]

    assert found() == [(7, 2), (5, 1)]
    assert found(limit=1) == [(7, 2)]
    assert found(since=hours(6)) == [(7, 2)]
    assert found(until=hours(5)) == [(5, 1)]
    assert found(page=PAGE) == [(7, 2), (5, 1)]
    assert found(page="other") == []
    assert found(kinds=[ChangeKind.TITLE_CHANGED]) == [(7, 1)]
    assert found(kinds=[ChangeKind.TITLE_CHANGED], page=PAGE) == [(7, 1)]
    assert found(kinds=[Group.REPRESENTATIVES]) == [(7, 1), (5, 1)]
    assert found(kinds=[Group.REPRESENTATIVES, Group.TEXTS], limit=1) == [(7, 2)]
    assert found(kinds=[Group.DOCUMENTS]) == []
    assert found(person="testa testsson") == [(5, 1)]
    assert found(person="Nysson") == [(7, 1), (5, 1)]
    assert found(person="nyss", until=hours(5)) == [(5, 1)]
    assert found(person="annu") == [(7, 1)]
    assert found(person="nobody") == []
    assert found(person="") == []
    assert found(collaboration="ERB") == [(7, 1), (5, 1)]
    assert found(collaboration="ERB", kinds=[Group.TEXTS]) == []
    assert found(collaboration="ERB", person="enson", page=PAGE) == [(7, 1)]
    assert found(collaboration="nowhere") == []


def test_snapshots_count_their_looks(history: History) -> None:
    """Newest first; a gap does not end a snapshot, another state does."""
    new, old = history.snapshots()
    assert (old.first_seen, old.last_seen, old.looks) == (hours(0), hours(4), 3)
    assert (new.first_seen, new.last_seen, new.looks) == (hours(5), hours(6), 2)
    assert new.to_json()["first_seen"] == "2022-10-03T11:00:00Z"
    assert history.snapshots(page=PAGE, limit=1) == [new]
    assert history.snapshots(page="other") == []


def test_a_snapshot_shows_its_record_and_where_it_came_from(history: History) -> None:
    """The record as read, its provenance, and the raw response byte for byte."""
    new, old = history.snapshots()
    shown = history.snapshot(old.id)
    assert shown.record == OLD
    assert shown.provenance == {"claims": [], "blocks": [], "unclaimed": []}
    assert shown.to_json()["record"]["title"] == "Internationella samarbeten"
    raw = history.raw(new.id)
    assert (raw.body, raw.status, raw.url, raw.at, raw.sha256) == (b"second", 200, URL, hours(5), new.sha256)
    for ask in (history.snapshot, history.raw):
        with pytest.raises(UnknownName):
            ask(999)


def test_new_blocks_with_the_same_record_keep_their_body(history: History, store: Store) -> None:
    """The snapshot goes on; what was received is kept beside it."""
    look = dataclasses.replace(
        unchanged(hours(7)), capture=capture("other blocks", hours(7)), parsed=parsed(NEW, "other blocks")
    )
    store.record_unchanged([look])
    store.record_unchanged(
        [dataclasses.replace(look, at=hours(8), capture=capture("same blocks, new token", hours(8)))]
    )
    new, _ = history.snapshots()
    assert (new.last_seen, new.looks) == (hours(8), 4)
    assert [each.body for each in history.received(page=PAGE)] == [b"first", b"second", b"other blocks"]
    assert store.states()[PAGE].accepted.content_digest == "other blocks"  # type: ignore[union-attr]


def test_runs_tell_how_the_watch_went(history: History) -> None:
    """Good and bad looks in turn, newest first."""
    runs = [(each.first_seen, each.last_seen, each.looks, each.reason) for each in history.runs(page=PAGE)]
    assert runs == [
        (hours(5), hours(6), 2, None),
        (hours(4), hours(4), 1, None),
        (hours(2), hours(3), 2, Reason.UNREACHABLE),
        (hours(0), hours(1), 2, None),
    ]
    assert len(history.runs(page=PAGE, since=hours(4), limit=1)) == 1


def test_looks_are_counted(history: History) -> None:
    """For the sign of life. A page's first state is no change."""
    tally = history.tally()
    assert (tally.looks, tally.unchanged, tally.changed, tally.cannot_tell) == (7, 4, 1, 2)
    assert (tally.delivered, tally.last_change) == (0, hours(5))


def test_an_abbreviation_gained_later_finds_the_time_before(store: Store, history: History) -> None:
    """The same name on the same page is the same organ."""

    def organ(abbreviation: str | None) -> PageRecord:
        people = (Representative("Henrika Provsson", "S", "ledamot"),)
        return PageRecord(
            "Titel", collaborations=(Collaboration("South Sweden", abbreviation, representatives=people),)
        )

    renamed = Change(
        ChangeKind.COLLABORATION_RENAMED,
        "South Sweden",
        "South Sweden",
        {"name": "South Sweden", "abbreviation": None},
        {"name": "South Sweden", "abbreviation": "SBHSS"},
    )
    store.record(baseline(organ(None), hours(0), page="other"))
    look = changed(organ("SBHSS"), ChangeSet((renamed,)), hours(1), body="renamed")
    store.record(dataclasses.replace(look, page="other"))
    assert names(history, 0.5, collaboration="sbhss") == ["Henrika Provsson"]
    assert names(history, 1.5, collaboration="sbhss") == ["Henrika Provsson"]


def test_a_reader_sees_one_state_whatever_is_written_meanwhile(database_url: str) -> None:
    """So that a backup, an export and verify are of one moment, with the daemon at work."""
    with Store.open(database_url) as store:
        store.watch([(PAGE, URL)])
        with store.database.read() as connection:
            count = sa.select(sa.func.count()).select_from(pages)
            assert connection.execute(count).scalar_one() == 1
            store.watch([("annan", "https://example.org/annan")])
            assert connection.execute(count).scalar_one() == 1
        with store.database.read() as connection:
            assert connection.execute(count).scalar_one() == 2


def test_a_name_of_one_word_is_found_before_those_that_have_the_word(store: Store) -> None:
    """Else everybody with the word; else everybody with a word that begins so."""
    alone = page_of("Testa", "Testa Nysson", "Testander Provsson")
    history = History(store.database)
    assert [each.name for each in history.person("testa")] == ["Testa Testsson"]
    before = store.states()[PAGE].accepted
    assert before is not None
    store.record(changed(alone, diff(before.record, alone), hours(7), body="third"))
    assert [each.name for each in history.person("Testa")] == ["Testa"]
    assert [each.name for each in history.person("nysson")] == ["Prova Nysson", "Testa Nysson"]
    assert [each.name for each in history.person("testan")] == ["Testander Provsson"]
    assert [each.name for each in history.person("testa", limit=1)] == ["Testa"]
    assert history.person("nobody") == []


def test_a_renamed_collaboration_is_found_by_the_names_that_it_had(store: Store, history: History) -> None:
    """Then and now, by any of them; what bears the name at the time comes first."""
    council = page_of("Prova Nysson", "Ylva Prövsson", collaboration="Baltiska rådet", abbreviation="BR")
    store.record(changed(council, diff(NEW, council), hours(7), body="renamed"))
    both = names(history, 7)
    for name in ("Euroregion Baltic", "ERB", "Baltiska rådet", "BR"):
        assert names(history, 7, collaboration=name) == names(history, 6, collaboration=name) == both
        kinds = [change.kind for event in history.changes(collaboration=name) for change in event.changes.changes]
        assert kinds == [ChangeKind.COLLABORATION_RENAMED, ChangeKind.REPRESENTATIVE_REPLACED]
    other = page_of("Testa Testsson", collaboration="Euroregion Baltic", abbreviation="ERB").collaborations
    reused = dataclasses.replace(council, collaborations=(*council.collaborations, *other))
    store.record(changed(reused, diff(council, reused), hours(8), body="reused"))
    assert names(history, 8, collaboration="ERB") == ["Testa Testsson"]
    assert names(history, 8, collaboration="BR") == both


def test_a_change_between_two_people_is_not_of_one_who_shares_a_name_with_each(store: Store, history: History) -> None:
    """Anna Svensson for Karl Andersson is no news of Anna Andersson; sheets count only what is."""
    states = [
        page_of("Karl Andersson", "Prova Provsson"),
        page_of("Anna Svensson", "Prova Provsson"),
        page_of("Anna Svensson", "Anna Andersson"),
        page_of("Karl Andersson", "Anna Andersson"),
        page_of("Karl Andersson", "Prova Provsson"),
    ]
    store.record(baseline(states[0], hours(10), page="other", body="0"))
    for nth, (before, after) in enumerate(itertools.pairwise(states), 1):
        news = changed(after, diff(before, after), hours(10 + nth), body=str(nth))
        store.record(dataclasses.replace(news, page="other"))

    def found(person: str, **sheet: Any) -> list[int]:
        events = history.changes(person=person, **sheet)
        return [round((each.detected_at - hours(10)).total_seconds() / 3600) for each in events]

    assert found("Anna Andersson") == found("andersson anna") == [4, 2]
    assert found("Anna Anders") == [4, 2]
    assert [found("Anna Andersson", limit=1, offset=nth) for nth in range(3)] == [[4], [2], []]
    assert found("Anna") == [4, 3, 2, 1]
    assert found("Anna Provsson") == []
