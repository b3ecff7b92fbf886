"""What a page says is data, all the way: from its markup to a mail's head and body, a terminal, a spreadsheet."""

from __future__ import annotations

import contextlib
import csv
import html
import io
import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from monitor.cli import main
from tests.mailbox import Mailbox, Received
from tests.site import Site
from tests.watch import TODAY, Watch

READER = "lasare@example.org"
HEADERS = [
    "To", "Message-ID", "From", "Subject", "Date", "In-Reply-To", "References", "Reply-To", "List-Id",
    "List-Unsubscribe", "Auto-Submitted", "Content-Language", "MIME-Version", "Content-Type",
]  # fmt: skip
TAGS = {
    "a", "body", "br", "dd", "del", "div", "dl", "dt", "h1", "h2", "h3", "head", "html", "ins", "li", "meta", "p",
    "pre", "span", "style", "table", "tbody", "td", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
NAMES = {
    "line breaks": "Testa\r\nBcc: alla@example.org\r\n\r\nTestsson",
    "markup": 'Testa <script>alert(1)</script><img src=x onerror="alert(1)"> Testsson',
    "an attribute": 'Testa" onmouseover="alert(1)" x=" Testsson',
    "a link": "Testa https://ond.example.org/ Testsson",
    "right to left": "Testa \u202enossteT\u202c Testsson",
    "isolates": "Testa \u2067Testsson",
    "a terminal's": "Testa \x1b[2J\x1b]0;ägd\x07 Testsson",
    "controls": "Testa \x00\x08\x7f\x9b31m Testsson",
    "line separators": "Testa\u2028Subject: nytt\u2029Testsson",
    "invisible": "Testa \u200b\u2060\ufeff\u00adTestsson",
    "a template's": "Testa {{ 7 * 7 }} {page} %s Testsson",
    "a formula": '=HYPERLINK("https://ond.example.org/","Testa") Testsson',
    "another formula": "+46 Testa Testsson",
    "very long": "Testa " + "testsson" * 1250,
    "many words": "Testa " + "testsson " * 1250,
    "combining": "Testa " + "Z\u0351\u036b\u0343" * 500 + " Testsson",
    "a lone surrogate": "Testa &#xD800; Testsson",
    "an encoded word": "Testa =?utf-8?b?PGI+?= Testsson",
    "an end of body": "Testa\r\n.\r\nQUIT\r\nTestsson",
}


class Page(HTMLParser):
    """The tags, addresses and attributes of a mail's HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}
        self.links |= {str(value) for name, value in attributes if name in ("href", "src")}


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox)


def written(text: str) -> str:
    """As markup says it: a reference for what is not plain text already."""
    return text if "&#x" in text else html.escape(text).replace("\r", "&#13;").replace("\n", "&#10;")


def harm(text: str) -> set[str]:
    """What moves the cursor, turns the direction, or is not there."""
    shown = text.replace("\r\n", "").replace("\n", "")
    return {each for each in shown if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp")}


def bevaka(watch: Watch, *words: str) -> str:
    """What the command line prints."""
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    with contextlib.redirect_stdout(printed):
        main(["--config", str(watch.config), "--lang", "sv", *words])
    printed.flush()
    printed.seek(0)
    return printed.read()


def assert_only_ours(mail: Received, watch: Watch) -> None:
    """A mail with the headers, the tags and the links that we make, and no other."""
    assert mail.recipient == READER
    message = mail.message
    assert message.keys() == HEADERS
    assert len(mail.subject) <= 200
    assert harm(mail.subject) == set()
    assert harm(mail.text) == set()
    shown = Page(mail.html)
    assert harm(mail.html) == set()
    assert shown.tags <= TAGS
    assert not any(each.startswith("on") for each in shown.attributes)
    assert all(re.match(r"https?://(127\.0\.0\.1|www\.regionkronoberg\.se|[a-z.]*)/?", each) for each in shown.links)
    assert not any("ond.example.org" in each for each in shown.links)
    assert all(len(line) <= 72 or "://" in line for line in mail.text.splitlines())
    assert all(len(line) <= 998 for line in mail.content.split(b"\r\n"))


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_hostile_name_stays_a_name(watch: Watch, name: str) -> None:
    """In a seat, in a heading, a title and a document's label at once."""
    watch.looks(TODAY)
    hostile = TODAY.replace("Roland Gustbée (M), ledamot", f"{written(name)} (M), ledamot", 1)
    hostile = hostile.replace("Internationell strategi för samarbeten", written(name), 1)
    assert hostile.count("Testa") >= 2
    watch.looks(hostile)
    mails = [each for each in watch.mailbox.messages if each.recipient == READER]
    assert [each.recipient for each in watch.mailbox.messages if each not in mails] in ([], ["drift@example.org"])
    assert watch.mailbox.messages != []
    for mail in mails:
        assert_only_ours(mail, watch)
    for words in (("history",), ("who",), ("snapshots",), ("alerts",), ("person", "Testa Testsson")):
        printed = bevaka(watch, *words)
        assert printed != ""
        assert harm(printed) == set()
    for words in (("history",), ("who",), ("alerts",)):
        rows = csv.reader(io.StringIO(bevaka(watch, *words, "--format", "csv")))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd"]
)
def test_a_hostile_address_is_no_link(watch: Watch, address: str) -> None:
    """Only http and https lead anywhere."""
    watch.looks(TODAY)
    new = f'<p><a href="{html.escape(address)}">Ny handlingsplan, pdf, öppnas i nytt fönster</a></p>'
    watch.looks(TODAY.replace("</h1>", f"</h1>{new}", 1))
    for mail in watch.mailbox.messages:
        assert all(each.startswith(("http://", "https://")) for each in Page(mail.html).links)


def test_a_hostile_title_and_heading_change_nothing_but_words(watch: Watch) -> None:
    """The subject is one line, whatever the page calls itself and its collaborations."""
    watch.looks(TODAY)
    evil = "Nytt\r\nBcc: alla@example.org\r\n<script>alert(1)</script>\u202e"
    changed = TODAY.replace("Energy Cities", written(evil)).replace("Internationella samarbeten", written(evil))
    watch.looks(changed)
    for mail in watch.mailbox.messages:
        assert mail.recipient in (READER, "drift@example.org")
        assert set(mail.message.keys()) <= set(HEADERS)
        assert "script" not in Page(mail.html).tags
        assert harm(mail.subject) == set()
        assert harm(mail.text) == set()


def test_a_server_that_answers_in_controls_is_quoted_in_letters(watch: Watch) -> None:
    """What a mail server says stands in the operator's mail, in `alerts`, and in the log."""
    watch.looks(TODAY)
    watch.mailbox.refuses(550, "5.1.1 <b>no</b> \x1b[31m such \u202e user", for_recipient=READER)
    watch.looks(TODAY.replace("Roland Gustbée", "Testa Testsson"))
    (mail,) = watch.mailbox.messages
    assert harm(mail.text) == set()
    assert "b" not in Page(mail.html).tags
    assert harm(bevaka(watch, "alerts")) == set()


def test_the_password_is_nowhere(tmp_path: Path) -> None:
    """Not in the database, not in what is printed, not in an error about it."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        secret = "hemligt-losenord-42"
        (tmp_path / "losenord").write_text(secret)
        text = watch.config.read_text("utf-8").replace(
            "[mail]", '[mail]\nusername = "bevaka"\npassword_file = "losenord"'
        )
        watch.config.write_text(text, "utf-8")
        watch.looks(TODAY)
        watch.looks(TODAY.replace("Roland Gustbée", "Testa Testsson"))
        said = bevaka(watch, "alerts") + bevaka(watch, "status", "--format", "json")
        with watch.app() as app:
            assert app.alerts()[0]["last_error"]
            assert secret not in repr(app.config)
    assert secret not in said
    for file in tmp_path.glob("bevaka.db*"):
        assert secret.encode() not in file.read_bytes()
