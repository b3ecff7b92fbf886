"""The timeline claims no more than was seen: faded edges, one row a seat, nothing beyond the last look."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.web.timeline import LEFT, WIDTH, Timeline, draw, years_of
from records.outcome import Reason
from storage.answers import Between, Gap, Mandate

SEEN = datetime(2022, 1, 1, tzinfo=UTC)


def at(month: float) -> datetime:
    """So many months into 2021."""
    start = datetime(2021, 1, 1, tzinfo=UTC)
    return start + (SEEN - start) * month / 12


def mandate(
    name: str, began: tuple[float | None, float], ended: tuple[float, float] | None = None,
    role: str | None = "ledamot", party: str | None = "M", organ: str = "ERB",
) -> Mandate:  # fmt: skip
    after, by = began
    until = Between(at(ended[0]), at(ended[1])) if ended else None
    return Mandate("sida", organ, name, party, role, Between(None if after is None else at(after), at(by)), until)


def rows(drawn: Timeline) -> list[list[str]]:
    return [[bar.mandate.name for bar in row.bars] for lane in drawn.lanes for row in lane.rows]


def test_a_beginning_is_as_faded_as_it_is_unknown() -> None:
    """The certain part begins at the look that saw it; the faded part at the look before."""
    first = mandate("Testa Testsson", (None, 0))
    drawn = draw([first, mandate("Ylva Provsson", (3, 6))], seen=SEEN)
    bar = drawn.lanes[0].rows[1].bars[0]
    half = LEFT + (WIDTH - LEFT) / 2
    assert bar.x == pytest.approx(half, abs=1)
    assert bar.fade_in == pytest.approx((WIDTH - LEFT) / 4, abs=1)
    assert bar.x + bar.width == pytest.approx(WIDTH, abs=1)
    assert bar.starts
    assert not drawn.lanes[0].rows[0].bars[0].starts


def test_who_followed_whom_shares_a_row() -> None:
    """Who came as another left, best of the same party; a new role begins a row of its own."""
    drawn = draw(
        [
            mandate("Testa Testsson", (None, 0), (3, 4)),
            mandate("Stina Provsson", (None, 0), (3, 4), party="S"),
            mandate("Ylva Provsson", (3, 4), party="S"),
            mandate("Prova Nysson", (3, 4), party="M"),
            mandate("Kim Kansson", (3, 4), role="ersättare"),
        ],
        seen=SEEN,
    )
    assert rows(drawn) == [
        ["Testa Testsson", "Prova Nysson"],
        ["Stina Provsson", "Ylva Provsson"],
        ["Kim Kansson"],
    ]


def test_who_changes_party_stays_in_the_row() -> None:
    """The same person is the same seat, whoever else came at the same time."""
    drawn = draw(
        [
            mandate("Testa Testsson", (None, 0), (3, 4), party="S"),
            mandate("Kim Kansson", (None, 0), (3, 4), party="M"),
            mandate("Ylva Provsson", (3, 4), party="S"),
            mandate("Testa Testsson", (3, 4), party="X"),
        ],
        seen=SEEN,
    )
    assert rows(drawn) == [["Testa Testsson", "Testa Testsson"], ["Kim Kansson", "Ylva Provsson"]]


def test_two_who_sat_at_once_have_two_rows() -> None:
    drawn = draw([mandate("Testa Testsson", (None, 0), (6, 7)), mandate("Ylva Provsson", (4, 5))], seen=SEEN)
    assert rows(drawn) == [["Testa Testsson"], ["Ylva Provsson"]]


def test_lanes_stand_in_the_pages_order() -> None:
    """Those that the page no longer has come last."""
    held = [mandate("A", (None, 0), organ=organ) for organ in ("Gammal", "Andra", "Första")]
    assert [lane.heading for lane in draw(held, seen=SEEN, order=["Första", "Andra"]).lanes] == [
        "Första",
        "Andra",
        "Gammal",
    ]


def test_a_year_shows_that_year_alone() -> None:
    """Who had left or not come is not drawn; edges outside are cut, not moved."""
    early = mandate("Testa Testsson", (None, -20), (-10, -9))
    long = mandate("Ylva Provsson", (None, -20))
    drawn = draw([early, long], seen=SEEN, year=2021)
    assert rows(drawn) == [["Ylva Provsson"]]
    (bar,) = drawn.lanes[0].rows[0].bars
    assert (bar.fade_in, bar.starts) == (0, False)
    assert years_of([early, long], SEEN) == (2019, 2020, 2021, 2022)
    assert drawn.ticks[0].text == "2021-01"


def test_a_persons_bars_say_the_seat_and_not_the_name() -> None:
    """It stands above; where several people are meant each bar says whose it is."""
    one = mandate("Testa Testsson", (None, 0))
    alone = draw([one], seen=SEEN, by_page=True).lanes[0].rows[0].bars[0]
    assert alone.text == "M, ledamot"
    among = draw([one, mandate("Testa Testman", (None, 0))], seen=SEEN, by_page=True).lanes[0].rows[0].bars[0]
    assert among.text == "Testa Testsson (M), ledamot"


def test_a_bars_text_is_one_line_of_visible_letters() -> None:
    """Like every name that is shown: what turns the direction of reading is left out."""
    (bar,) = draw([mandate("Testa\u202e\x00 Tests\nson", (None, 0))], seen=SEEN).lanes[0].rows[0].bars
    assert bar.text == "Testa Tests son (M), ledamot"


def test_unread_times_are_hatched_until_now_where_they_last() -> None:
    """And no bar reaches further than the last good look."""
    gaps = [Gap(at(12.1), None, Reason.BLOCKED), Gap(at(3), at(6), Reason.UNREACHABLE)]
    drawn = draw([mandate("A", (None, 0))], seen=SEEN, now=at(15), gaps=gaps)
    lasting, past = drawn.hatches
    (bar,) = drawn.lanes[0].rows[0].bars
    assert bar.x + bar.width == pytest.approx(LEFT + (WIDTH - LEFT) * 12 / 15, abs=1)
    assert lasting.x > bar.x + bar.width
    assert lasting.x + lasting.width == pytest.approx(WIDTH, abs=1)
    assert past.width == pytest.approx((WIDTH - LEFT) / 5, abs=1)


moments = st.floats(-60, 12)


@st.composite
def any_mandate(pick: st.DrawFn) -> Mandate:
    """Any four times in order; the first and the last two may be unknown."""
    after, by, left, gone = sorted(pick(st.tuples(moments, moments, moments, moments)))
    role, party = pick(st.sampled_from(["ledamot", "ordförande", None])), pick(st.sampled_from(["M", "S", None, "X"]))
    began = (None if pick(st.booleans()) else after, by)
    return mandate("Testa Testsson", began, (left, gone) if pick(st.booleans()) else None, role, party)


@given(st.lists(any_mandate(), max_size=12), st.sampled_from([None, 2016, 2020, 2021, 2100]))
def test_any_history_can_be_drawn(held: list[Mandate], year: int | None) -> None:
    """Every mandate once, nothing outside the drawing, no two bars of one row certain at once."""
    drawn = draw(held, seen=SEEN, year=year)
    bars = [bar for lane in drawn.lanes for row in lane.rows for bar in row.bars]
    assert len(bars) == len(drawn.mandates) == (len(held) if year is None else len(bars))
    for lane in drawn.lanes:
        for row in lane.rows:
            for bar in row.bars:
                assert 0 <= bar.x - bar.fade_in <= bar.x
                assert bar.x + bar.width + bar.fade_out <= WIDTH + 3
                assert row.y + 26 <= drawn.height
            for one, other in zip(row.bars, row.bars[1:], strict=False):
                assert one.x + one.width <= other.x + 3
