"""What a system puts around and between the words of a page changes nothing of what is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from records.codec import cannot_tell_to_json, to_json
from records.outcome import CannotTell
from scraper import read

PAGES = sorted((Path(__file__).parent.parent / "fixtures/pages").glob("*/record.json"))
_HEAD = """<header><a href="/">Provstads kommun</a><nav><ul><li><a href="/bo">Bygga och bo</a></li>
<li><a href="/politik">Politik</a></li></ul></nav></header>
<div id="cookie-banner" role="dialog"><p>Vi använder kakor.</p><button>Godkänn alla</button></div>"""
_FOOT = """<footer><h2>Provstads kommun</h2><p>Besöksadress: Storgatan 1, 123 45 Provstad</p>
<ul><li><a href="/tillganglighet">Tillgänglighet</a></li></ul></footer>"""
_TOOLS = """<div class="tools"><button>Lyssna</button><a href="#" onclick="print()">Skriv ut</a>
<a href="https://share.example/">Dela på Facebook</a></div>"""


def _framed(page: str) -> str:
    page = re.sub(r"(<body[^>]*>)", lambda body: body[1] + _HEAD, page, count=1, flags=re.IGNORECASE)
    return re.sub(r"</body>", f"{_FOOT}</body>", page, count=1, flags=re.IGNORECASE)


def _with_tools(page: str) -> str:
    return re.sub(r"(</h1>)", rf"\1{_TOOLS}", page, count=1, flags=re.IGNORECASE)


def _in_body(change: Callable[[str], str]) -> Callable[[str], str]:
    def changed(page: str) -> str:
        head, body, rest = (
            re.split(r"(<body)", page, maxsplit=1, flags=re.IGNORECASE) if "<body" in page else ("", "", page)
        )
        return head + body + change(rest)

    return changed


def _unbroken(rest: str) -> str:
    return re.sub(r">([^<>]+)<", lambda text: ">" + re.sub(r"(?<=\w) (?=\w)", "&nbsp;", text[1]) + "<", rest)


def _indented(rest: str) -> str:
    return re.sub(r"<(/?)(p|li|ul|div|h[1-6]|table|tr|section|main|article)\b", r"\n    <\1\2", rest)


LAYOUTS = {
    "a menu, a banner and a foot around it": _framed,
    "tools under its heading": _with_tools,
    "no-break spaces between its words": _in_body(_unbroken),
    "indented": _in_body(_indented),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_laid_out_otherwise_gives_the_same_record(layout: str) -> None:
    """Every page of the fixtures that is read: the same titles, texts, people and dates."""
    different = []
    for golden in PAGES:
        raw = (golden.parent / "page.html").read_bytes()
        try:
            page = raw.decode()
        except UnicodeDecodeError:
            continue  # its charset is what the case is about
        other = LAYOUTS[layout](page)
        if other != page and _seen(other.encode()) != _seen(raw):
            different.append(golden.parent.name)
    assert different == []


def _seen(page: bytes) -> object:
    found = read(page)
    return cannot_tell_to_json(found) if isinstance(found, CannotTell) else to_json(found.record)
