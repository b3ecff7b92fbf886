"""Which letters do the bytes mean? Never U+FFFD, never a garbled Swedish name."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.charset import decode

TEXT = "<p>Åsa Öberg – ledamot</p>"
LATIN = "text/html; charset=iso-8859-1"


@pytest.mark.parametrize("header", [None, "text/html", LATIN, "text/html; charset=utf-8", "text/html; charset=x-odd"])
def test_valid_utf_8_is_utf_8_whatever_the_header_says(header: str | None) -> None:
    """Letters beyond ASCII do not come out valid by chance."""
    assert decode(TEXT.encode(), header) == TEXT


@pytest.mark.parametrize("header", [None, LATIN, "text/html; charset=utf-8", "text/html; charset=us-ascii"])
def test_what_is_not_valid_is_windows_1252(header: str | None) -> None:
    """Dashes and quotes of windows-1252 included, though the header says iso-8859-1."""
    assert decode(TEXT.encode("windows-1252"), header) == TEXT


def test_other_charsets_are_read_from_header_then_meta() -> None:
    """The header stands before the meta element."""
    body = '<meta charset="iso-8859-2"><p>Elbląg</p>'
    assert decode(body.encode("iso-8859-2")) == body
    assert decode("<meta charset='utf-8'>Łódź".encode("iso-8859-2"), "text/html; charset=ISO-8859-2")[-4:] == "Łódź"


def test_byte_order_marks_stand_first() -> None:
    """UTF-8, and UTF-16 in both orders; the mark is no part of the text."""
    assert decode(codecs.BOM_UTF8 + TEXT.encode(), LATIN) == TEXT
    assert decode(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), LATIN) == TEXT
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT
    assert decode(TEXT.encode("utf-16-le"), "text/html; charset=utf-16le") == TEXT


def test_a_few_bad_bytes_do_not_garble_a_page_of_utf_8() -> None:
    """A teaser cut within a letter, and a body cut within its last one."""
    body = (TEXT * 5).encode() + b"f\xe5" + b"<br>"
    assert decode(body, "text/html; charset=utf-8") == TEXT * 5 + "få<br>"
    assert decode((TEXT + "Å").encode()[:-1]) == TEXT


HEADERS = [None, LATIN, "charset=hex", "charset=utf-16", "charset=utf-7", "charset="]


@given(st.binary(max_size=300), st.sampled_from(HEADERS))
def test_any_bytes_are_some_text_without_replacement_characters(body: bytes, header: str | None) -> None:
    """Unless the bytes themselves spell U+FFFD."""
    assert ("\ufffd" in decode(body, header)) <= (b"\xef\xbf\xbd" in body or b"\xfd" in body)
