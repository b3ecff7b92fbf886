"""Text as a reader sees it: the one place where white space and invisible characters are settled."""

from __future__ import annotations

import re
import unicodedata

# Soft hyphen, zero-width and direction marks, the object and replacement characters, variation selectors, controls.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff"
    "\ud800-\udfff\ue000-\uf8ff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
_ATTRIBUTE = re.compile(r'([^\s="]+)="([^"]*)"')

# The bytes of ASCII's visible letters, of the space and of "À" to "ÿ": a text of these alone has nothing to settle.
_SETTLED = bytes([*range(0x20, 0x7F), *range(0x80, 0xC0), 0xC3])

FULL_NAME = re.compile(r"[A-ZÅÄÖÉ][\w.'’-]*(?: (?:von|af|de|di|van))?(?: [A-ZÅÄÖÉ][\w'’-]+){1,3}(?: \(\S{1,6}\))?")
"""A text that has the shape of one person's name, perhaps with a party."""


def normalised(text: str) -> str:
    """NFC, white space (no-break too) folded to single spaces and stripped, nothing invisible, U+2011 as "-"."""
    if not text.encode("utf-8", "surrogatepass").translate(None, _SETTLED) and "  " not in text:
        return text.strip(" ")
    if not text.isascii():
        text = _INVISIBLE.sub("", text.replace("\u2011", "-"))
        text = unicodedata.normalize("NFC", text)
    elif not text.isprintable():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def unescaped(text: str) -> str:
    """Undoes the four escapes that the parser's own serialisation makes, and no others."""
    if "&" not in text:
        return text
    text = text.replace("&nbsp;", "\xa0").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    return text.replace("&amp;", "&")


def attribute(attributes: str, name: str) -> str | None:
    """The value of one of an element's attributes, as the parser serialised them (quotes in values are escaped)."""
    begin = attributes.find(f' {name}="')
    if begin < 0:
        return None
    begin += len(name) + 3
    return unescaped(attributes[begin : attributes.index('"', begin)])


def named(attributes: str) -> dict[str, str]:
    """An element's attributes, as the parser serialised them, by name; values still escaped."""
    return dict(_ATTRIBUTE.findall(attributes))
