"""Which thing before is which after: everything once, in page order."""

from records.matching import match


def test_an_anchor_is_the_last_paired_thing_before() -> None:
    """By its place after; what stands before every paired thing has none."""
    found = match("xbyde", "zbuvd", lambda letter: letter)
    assert found.anchors() == ([-1, -1, 1, 1, 4], [-1, -1, 1, 1, 1])


def test_pairs_come_in_page_order() -> None:
    """What is gone stands where it stood, before what took its place."""
    found = match("abc", "axc", lambda letter: letter)
    assert found.pairs() == [("a", "a"), ("b", None), (None, "x"), ("c", "c")]
    assert found.index_pairs() == [(0, 0), (1, None), (None, 1), (2, 2)]


def test_equal_things_are_paired_once_each_in_their_order() -> None:
    """Nothing is counted twice, and what has no key waits."""
    found = match("aab", "aaab", lambda letter: letter if letter == "a" else None)
    assert found.index_pairs() == [(0, 0), (1, 1), (2, None), (None, 2), (None, 3)]


def test_a_surer_key_decides_first() -> None:
    """A later key pairs only what is left."""
    found = match(["Ab", "ab"], ["ab"], lambda word: word, str.casefold)
    assert found.index_pairs() == [(0, None), (1, 0)]
