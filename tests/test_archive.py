"""A better parser re-reads the whole history, and captures of any time join it; nobody is told of either."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from records.changes import Change, ChangeKind, ChangeSet
from records.diff import diff
from records.errors import UnknownName
from records.outcome import CannotTell, Reason
from storage.answers import Between
from storage.archive import import_captures, reparse
from storage.derivation.chain import Past, Reread
from storage.history import History
from storage.messages import Outgoing
from storage.store import Store
from storage.values import Capture, DocumentSeen, Parsed
from tests.looks import PAGE, URL, baseline, capture, changed, held, hours, page_of, parsed, unchanged, unreachable


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with Store.open(database_url) as opened:
        opened.watch([(PAGE, URL)])
        yield opened


class Reads:
    """Reads a body as the comma-separated names of those who sit; words in front say how it went."""

    def __init__(self, version: int = 1, *, ignores: str = "nothing") -> None:
        self.version = version
        self.ignores = ignores

    def __call__(self, page: str, capture: Capture, *, past: Past | None, settled: bool) -> Reread:
        text = capture.body.decode()
        if text.startswith("cut"):
            return Reread(None, CannotTell(Reason.TRUNCATED, "the body ends inside a list"))
        names = [name for name in text.split(",") if name and name != self.ignores]
        record = page_of(*names)
        read = dataclasses.replace(parsed(record, text), parser_version=self.version)
        if past and not settled and len(names) * 2 < len(past.record.collaborations[0].representatives):
            changes = diff(past.record, record)
            return Reread(read, CannotTell(Reason.IMPLAUSIBLE, "people fell", held=True, changes=changes))
        return Reread(read)


def look(names: str, at: float) -> Parsed:
    return parsed(page_of(*names.split(",")), names)


def live(store: Store, *looks: tuple[float, str]) -> None:
    """Good looks as a check would record them."""
    before = None
    for at, names in looks:
        record = page_of(*names.split(","))
        if before is None:
            store.record(baseline(record, hours(at), body=names))
        elif names == before[1]:
            store.record(unchanged(hours(at)))
        else:
            store.record(changed(record, diff(before[0], record), hours(at), body=names))
        before = (record, names)


def told(store: Store) -> list[tuple[float, bool, list[str]]]:
    """The changes in the order of time: hour, imported, kinds with subjects."""
    return [
        (
            (each.detected_at - hours(0)).total_seconds() / 3600,
            each.imported,
            [f"{change.kind.value} {change.subject}" for change in each.changes.changes],
        )
        for each in reversed(History(store.database).changes())
    ]


def spans(store: Store) -> list[tuple[float, float, int]]:
    """Snapshots in the order of time: first and last hour, looks."""
    return [
        (
            (each.first_seen - hours(0)).total_seconds() / 3600,
            (each.last_seen - hours(0)).total_seconds() / 3600,
            each.looks,
        )
        for each in reversed(History(store.database).snapshots())
    ]


A, B, AB, ABC = "Anna Provsson", "Bo Testsson", "Anna Provsson,Bo Testsson", "Anna Provsson,Bo Testsson,Cia Nysson"


def test_reading_again_with_the_same_parser_changes_nothing(store: Store) -> None:
    """Derived rows are a function of what was received: ids, times and all."""
    live(store, (0, AB), (1, AB), (2, ABC), (3, AB))
    history = History(store.database)
    before = (history.changes(), history.snapshots(), history.mandates(PAGE), store.states())
    assert reparse(store, Reads()) == []
    assert (history.changes(), history.snapshots(), history.mandates(PAGE), store.states()) == before


def test_a_better_parser_changes_the_past_and_tells_nobody(store: Store) -> None:
    """What is now read otherwise is reported; change sets keep their ids; no message is queued."""
    live(store, (0, AB), (1, ABC), (2, A))
    first, second = reversed(History(store.database).changes())
    differences = reparse(store, Reads(2, ignores="Cia Nysson"))
    [difference] = differences
    assert (difference.at, difference.page) == (hours(1), PAGE)
    assert [change.subject for change in difference.changes.changes] == ["Cia Nysson"]
    [only] = History(store.database).changes()
    assert only.id == second.id != first.id
    assert told(store) == [(2, False, ["representative_removed Bo Testsson"])]
    assert spans(store) == [(0, 1, 2), (2, 2, 1)]
    assert store.messages() == []
    accepted = store.states()[PAGE].accepted
    assert accepted is not None
    assert accepted.parser_version == 2


def test_what_could_not_be_read_then_may_be_now(store: Store) -> None:
    """And the other way round."""
    live(store, (0, AB))
    store.record(unreachable(hours(1), reason=Reason.UNRECOGNISED, body=ABC))
    store.record(unreachable(hours(2)))
    [difference] = reparse(store, Reads())
    assert (difference.before, difference.after) == (None, page_of(*ABC.split(",")))
    assert spans(store) == [(0, 0, 1), (1, 1, 1)]
    [back] = reparse(store, _Refuses(ABC))
    assert (back.after, back.reason) == (None, Reason.UNRECOGNISED)
    assert spans(store) == [(0, 0, 1)]
    assert told(store) == []


class _Refuses(Reads):
    def __init__(self, body: str) -> None:
        super().__init__()
        self.body = body

    def __call__(self, page: str, capture: Capture, *, past: Past | None, settled: bool) -> Reread:
        if capture.body.decode() == self.body:
            return Reread(None, CannotTell(Reason.UNRECOGNISED, "not today"))
        return super().__call__(page, capture, past=past, settled=settled)


def test_what_is_held_stays_held(store: Store) -> None:
    """Until the parser finds nothing wrong with it."""
    live(store, (0, ABC))
    news = diff(page_of(*ABC.split(",")), page_of("Anna Provsson"))
    store.record(held(page_of("Anna Provsson"), news, hours(1), body=A))
    reparse(store, Reads())
    hold = store.states()[PAGE].hold
    assert hold is not None
    assert hold.changes == news

    def trusts(page: str, capture: Capture, *, past: Past | None, settled: bool) -> Reread:
        return Reread(Reads()(page, capture, past=past, settled=settled).parsed)

    reparse(store, trusts)
    state = store.states()[PAGE]
    assert (state.hold, state.standing.held) == (None, False)
    assert state.accepted is not None
    assert state.accepted.record == page_of("Anna Provsson")


def captures_of(*looks: tuple[float, str]) -> list[Capture]:
    return [capture(names, hours(at)) for at, names in looks]


def test_a_past_is_imported_in_any_order(store: Store) -> None:
    """Before the first look, backwards; the first look's own state becomes a change from it."""
    live(store, (0, AB), (1, AB))
    brought = import_captures(store, PAGE, captures_of((-24, A), (-48, B), (-72, B)), Reads())
    assert (brought.new, brought.known, brought.snapshots, brought.changes, brought.refused) == (3, 0, 2, 2, ())
    assert spans(store) == [(-72, -48, 2), (-24, -24, 1), (0, 1, 2)]
    assert told(store) == [
        (-24, True, ["representative_replaced Anna Provsson"]),
        (0, True, ["representative_added Bo Testsson"]),
    ]
    assert store.messages() == []
    [seat] = History(store.database).who(hours(-30)).representatives
    assert seat.name == "Bo Testsson"
    assert [(each.began.after, each.began.by, each.ended) for each in History(store.database).person("anna")] == [
        (hours(-48), hours(-24), None)
    ]


def test_what_was_told_keeps_its_number_beside_an_imported_past(store: Store) -> None:
    """Also where the past reaches into the first state, so that the change from it is derived anew."""
    live(store, (0, A), (1, AB))
    [[number]] = [[each.id for each in History(store.database).changes()]]
    import_captures(store, PAGE, captures_of((-48, B), (-24, A)), Reads())
    assert told(store) == [
        (-24, True, ["representative_replaced Anna Provsson"]),
        (1, False, ["representative_added Bo Testsson"]),
    ]
    assert History(store.database).changes()[0].id == number


def test_an_import_is_idempotent(store: Store) -> None:
    """The same captures again change nothing."""
    live(store, (0, AB))
    import_captures(store, PAGE, captures_of((-24, A)), Reads())
    before = (told(store), spans(store), store.states())
    again = import_captures(store, PAGE, captures_of((-24, A)), Reads())
    assert (again.new, again.known) == (0, 1)
    assert (told(store), spans(store), store.states()) == before


def test_order_of_import_does_not_matter(store: Store) -> None:
    """All at once or one by one, in any order."""
    looks = ((-4, A), (-3, AB), (-2, AB), (-1, ABC), (0, AB))
    for at, names in (looks[2], looks[0], looks[4], looks[1], looks[3]):
        import_captures(store, PAGE, captures_of((at, names)), Reads())
    assert spans(store) == [(-4, -4, 1), (-3, -2, 2), (-1, -1, 1), (0, 0, 1)]
    one_by_one = [(each.detected_at, each.changes) for each in History(store.database).changes()]
    store.watch([("other", URL)])
    import_captures(store, "other", captures_of(*looks), Reads())
    at_once = [(each.detected_at, each.changes) for each in History(store.database).changes(page="other")]
    assert at_once == one_by_one
    assert len(at_once) == 3


def test_a_capture_between_two_looks_parts_them(store: Store) -> None:
    """What was certain at both ends is not certain between them."""
    live(store, (0, AB), (1, AB), (2, AB))
    import_captures(store, PAGE, captures_of((1.5, ABC)), Reads())
    assert spans(store) == [(0, 0, 2), (1.5, 1.5, 1), (2, 2, 1)]
    assert [(at, imported) for at, imported, _ in told(store)] == [(1.5, True), (2, True)]
    store.record(unchanged(hours(3)))
    assert spans(store)[-1] == (2, 3, 2)


def test_a_page_that_was_only_imported_begins_with_a_baseline(store: Store) -> None:
    """Its first look is compared with nothing, and joins the imported chain silently."""
    import_captures(store, PAGE, captures_of((-24, AB)), Reads())
    assert store.states()[PAGE].accepted is None
    recorded = store.record(baseline(page_of(*ABC.split(",")), hours(0), body=ABC))
    assert recorded.change_set_id is None
    assert told(store) == [(0, True, ["representative_added Cia Nysson"])]
    assert store.states()[PAGE].accepted.snapshot_id == recorded.snapshot_id  # type: ignore[union-attr]


def test_a_first_look_that_agrees_with_the_imported_past_continues_it(store: Store) -> None:
    """One state, one snapshot."""
    import_captures(store, PAGE, captures_of((-24, AB)), Reads())
    recorded = store.record(baseline(page_of(*AB.split(",")), hours(0), body=AB))
    assert spans(store) == [(-24, 0, 2)]
    accepted = store.states()[PAGE].accepted
    assert accepted is not None
    assert (accepted.snapshot_id, accepted.content_digest) == (recorded.snapshot_id, AB)


def test_imported_captures_that_agree_settle_what_is_implausible(store: Store) -> None:
    """As three looks over a day would have; what did not settle is kept and named."""
    few = import_captures(store, PAGE, captures_of((0, ABC), (24, A), (36, A)), Reads())
    assert [reason for _, reason, _ in few.refused] == [Reason.IMPLAUSIBLE, Reason.IMPLAUSIBLE]
    store.watch([("other", URL)])
    enough = import_captures(store, "other", captures_of((0, ABC), (24, A), (36, A), (60, A), (61, "cut")), Reads())
    assert [reason for _, reason, _ in enough.refused] == [Reason.TRUNCATED]
    assert (enough.snapshots, enough.changes) == (2, 1)


def test_two_captures_of_one_second_are_both_kept(store: Store) -> None:
    """In the order in which they came."""
    brought = import_captures(store, PAGE, captures_of((0, AB), (0, ABC)), Reads())
    assert (brought.new, brought.snapshots) == (2, 2)


def test_a_disaster_in_the_middle_leaves_no_trace(store: Store) -> None:
    """One transaction."""

    def captures() -> Iterator[Capture]:
        yield capture(AB, hours(0))
        raise OSError("the disk went away")

    with pytest.raises(OSError, match="went away"):
        import_captures(store, PAGE, captures(), Reads())
    assert spans(store) == []


def test_an_import_needs_a_page(store: Store) -> None:
    """In one line."""
    with pytest.raises(UnknownName):
        import_captures(store, "okänd", [], Reads())


def test_a_person_is_followed_through_a_respelling(store: Store) -> None:
    """Every spelling finds the one tenure."""
    live(store, (0, "Roland Testée,Bo Testsson"), (1, "Roland Testee,Bo Testsson"), (2, "Bo Testsson"))
    history = History(store.database)
    for written in ("roland testee", "Testée", "testee"):
        [mandate] = history.person(written)
        assert (mandate.name, mandate.began.by) == ("Roland Testee", hours(0))
        assert mandate.ended == Between(hours(1), hours(2))
    assert history.person("testson") == []
    assert history.person("") == []


def test_whole_names_go_before_words_and_beginnings(store: Store) -> None:
    """Bo Ek is not Bo Ekh, unless nobody is called Bo Ek."""
    live(store, (0, "Bo Ek,Bo Ekh,Anna Ek Ros"))
    history = History(store.database)
    assert [each.name for each in history.person("bo ek")] == ["Bo Ek"]
    assert [each.name for each in history.person("ek")] == ["Anna Ek Ros", "Bo Ek"]
    assert [each.name for each in history.person("ekh")] == ["Bo Ekh"]
    assert [each.name for each in history.person("an ro")] == ["Anna Ek Ros"]


def test_rulings_are_applied_on_reparse(store: Store) -> None:
    """A person may say that two names are one person."""
    live(store, (0, "Anna Provsson"), (1, "Anna Provsson Ek"))
    history = History(store.database)
    before = len(history.mandates(PAGE))
    reparse(store, Reads(), rulings={"Anna Provsson": "Anna Provsson Ek"})
    [mandate] = history.mandates(PAGE)
    assert before == 2
    assert (mandate.began.by, mandate.ended) == (hours(0), None)
    married, before_that = page_of("Anna Provsson Ek"), page_of("Anna Provsson")
    store.record(changed(before_that, diff(married, before_that), hours(2), body="x"))
    assert len(history.mandates(PAGE)) == 1


def test_times_are_whole_seconds_in_utc(store: Store) -> None:
    """What is printed can be asked for again."""
    at = datetime(2022, 10, 3, 8, 0, 0, 900_000, tzinfo=UTC)
    store.record(baseline(page_of("Anna Provsson"), at))
    [line] = History(store.database).snapshots()
    assert line.first_seen == datetime(2022, 10, 3, 8, tzinfo=UTC)
    assert len(History(store.database).who(line.first_seen).representatives) == 1


def test_a_document_that_changed_in_silence_is_kept_and_told(store: Store) -> None:
    """Another content under the same address is an event of its own, which a reparse leaves alone."""
    live(store, (0, AB))
    plan = DocumentSeen("https://example.org/plan.pdf", "1" * 64, 5, etag='"a"', body=b"first")
    store.record_documents(PAGE, [plan], hours(1))
    assert store.documents(PAGE) == {plan.url: dataclasses.replace(plan, body=None)}
    store.record_documents(PAGE, [dataclasses.replace(plan, etag='"b"', body=None)], hours(2))
    swapped = dataclasses.replace(plan, sha256="2" * 64, size=99, body=None)
    value = {"label": "Plan", "url": plan.url, "format": "pdf"}
    changes = ChangeSet((Change(ChangeKind.DOCUMENT_CHANGED, None, "Plan", value, value),), silent_edit=True)
    letter = Outgoing("<plan@bevaka>", "lasare@example.org", "alert", "Planen", b"x", PAGE)
    recorded = store.record_documents(PAGE, [swapped], hours(3), changes=changes, messages=lambda _: [letter])
    assert recorded.queued == 1
    assert store.documents(PAGE)[plan.url].sha256 == "2" * 64
    store.record(changed(page_of(A), diff(page_of(A, B), page_of(A)), hours(4), body=A))
    before = told(store)
    assert [kinds for _, _, kinds in before] == [["document_changed Plan"], ["representative_removed Bo Testsson"]]
    reparse(store, Reads())
    assert told(store) == before
