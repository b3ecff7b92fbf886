"""From bytes to text. We decide the encoding ourselves: neither httpx nor the parser gets Swedish pages right.

In this order: a byte order mark; UTF-8 wherever the bytes are valid UTF-8 with letters beyond ASCII, whatever is
declared; the charset of the header; that of a meta element in the first 1,024 bytes; windows-1252 for everything else
(iso-8859-1 means windows-1252 on the web). A few bad bytes in a page of UTF-8, as where a teaser was cut within a
letter, are read as windows-1252 by themselves, so that they do not garble every name on the page.
"""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Compiled when first used: most pages are valid UTF-8 with letters beyond ASCII, whatever they declare.
_CHARSET = r"(?i)charset\s*=\s*[\"']?\s*([\w.:-]+)"
_META = rb"(?i)<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)"
_MULTI = r"[^\x00-\x7f]"
# Bytes that windows-1252 leaves undefined are, as in browsers, the control of the same number (dropped from text).
_TABLE = [bytes([byte]).decode("windows-1252", "ignore") or chr(byte) for byte in range(256)]


def decode(body: bytes, content_type: str | None = None) -> str:
    """The text of a page; content_type is the header's value. Never raises, and makes no U+FFFD."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _mended(body[len(mark) :], name)
    if not body.isascii() and (text := _strictly(body, "utf-8")) is not None:
        return text
    for name in _declared(body, content_type):
        if (text := _strictly(body, name)) is not None:
            return text
    return _mended(body, "utf-8")


def utf_8(body: bytes, content_type: str | None = None) -> bytes:
    """What decode reads, in UTF-8: mostly the very bytes."""
    marked = any(body.startswith(mark) for mark, _ in _MARKS)
    if not marked and not body.isascii() and _strictly(body, "utf-8") is not None:
        return body
    return decode(body, content_type).encode("utf-8", "replace")


def _declared(body: bytes, content_type: str | None) -> list[str]:
    """The charsets that header and meta name. UTF-16 is believed only where the bytes have its zeros."""
    names = [header[1]] if (header := re.search(_CHARSET, content_type or "")) else []
    names += [meta[1].decode("ascii", "ignore")] if (meta := re.search(_META, body[:1024])) else []
    return [name for name in names if _is_charset(name) and (b"\0" in body or not name.lower().startswith("utf-16"))]


def _is_charset(name: str) -> bool:
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return False
    return found not in ("iso8859-1", "ascii", "cp1252", "utf-7", "idna", "punycode", "unicode_escape")


def _strictly(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeError, LookupError):  # LookupError: "hex" and its like are codecs, but not of text
        return None


def _mended(body: bytes, name: str) -> str:
    """Where most is good UTF-8, only the bad bytes are read as windows-1252; else the whole body is."""
    if name != "utf-8":
        return body.decode(name, "ignore")
    bad = 0

    def as_windows_1252(error: UnicodeError) -> tuple[str, int]:
        nonlocal bad
        assert isinstance(error, UnicodeDecodeError)
        if error.reason == "unexpected end of data" and error.end >= len(body):
            return "", len(body)  # a body cut within its last letter
        bad += 1
        return _TABLE[body[error.start]], error.start + 1

    codecs.register_error("bevaka-windows-1252", as_windows_1252)
    text = body.decode("utf-8", "bevaka-windows-1252")
    if bad and len(re.findall(_MULTI, text)) < 3 * bad:
        return body.decode("latin-1").translate(dict(enumerate(_TABLE)))
    return text
