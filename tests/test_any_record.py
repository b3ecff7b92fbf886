"""For any record, written in any layout and any manner, reading the page gives the record back."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

import scraper
from benchmarks.detection.invent import invent_page
from benchmarks.detection.layouts import any_style, render
from records.diff import diff
from records.outcome import CannotTell


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**31), st.integers(0, 2**31))
def test_a_rendered_record_is_read_back(page_seed: int, style_seed: int) -> None:
    """Every person, member, document, contact and date; what is never a change may differ."""
    _, owner, page = invent_page(page_seed)
    html = render(page, owner, any_style(Random(style_seed)))
    reading = scraper.read(html.encode())
    assert not isinstance(reading, CannotTell), reading
    assert diff(page, reading.record).changes == ()
