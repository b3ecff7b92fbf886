"""One body goes in, a reading or a reason comes out; what cannot change a record does not change the digest."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from records.errors import UsageError
from records.outcome import CannotTell, Reason
from scraper import content_digest, markup_digest, read
from scraper.reading import Reading

PAGE = """<!doctype html><html><head><title>Samarbeten</title></head><body>
<nav><a href="/">Start</a></nav><main><h1>Samarbeten</h1><p>Ett samarbete.</p>
<h2>Hälsoforum (HF)</h2><ul><li>Testa Testsson (M), ledamot</li></ul>
<p><a href="plan.pdf">Plan</a></p></main>
<footer><p>Senast uppdaterad: 9 september 2022</p></footer></body></html>"""
ADDRESS = "https://www.example.org/om/samarbeten"


def reading(body: str, **more: str) -> Reading:
    found = read(body.encode(), url=ADDRESS, **more)  # type: ignore[arg-type]
    assert isinstance(found, Reading)
    return found


def reason(body: bytes, **more: object) -> Reason:
    found = read(body, **more)  # type: ignore[arg-type]
    assert isinstance(found, CannotTell)
    return found.reason


def test_a_body_becomes_a_record() -> None:
    """People, documents with absolute addresses, and the date outside the main content."""
    record = reading(PAGE).record
    assert [each.name for each in record.collaborations[0].representatives] == ["Testa Testsson"]
    assert record.documents[0].url == "https://www.example.org/om/plan.pdf"
    assert str(record.last_updated) == "2022-09-09"


def test_a_body_that_is_not_the_page_has_a_reason() -> None:
    """Empty, only a script, cut, another page."""
    assert reason(b"") is reason(b" \n") is Reason.TRUNCATED
    assert reason(b"<html><body><script>go()</script></body></html>") is Reason.UNRECOGNISED
    assert reason(PAGE.encode()[: PAGE.index("Testsson (M)")]) is Reason.TRUNCATED
    assert reason(PAGE.replace("</html>", "").encode(), had_end_tag=True) is Reason.TRUNCATED
    assert reason(PAGE.encode(), url="https://www.example.org/", requested=ADDRESS) is Reason.REDIRECTED_AWAY
    error = "<title>404</title><h1>Sidan kunde inte hittas</h1><p>Kontrollera adressen.</p>"
    assert reason(error.encode()) is Reason.SOFT_404


def test_a_body_that_is_no_page_is_refused() -> None:
    """A file of another kind, data, a feed; an XHTML page and a page that begins with text are pages."""
    assert reason(b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj") is Reason.NOT_HTML
    assert reason(b'{"people": ["Testa Testsson (M)"]}') is Reason.NOT_HTML
    assert reason(b'<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>') is Reason.NOT_HTML
    assert reading('<?xml version="1.0"?>' + PAGE)
    assert reading("Samarbeten" + PAGE)


def test_a_selector_overrides_the_guess() -> None:
    """One that matches nothing is an answer to be judged; one that is none is wrong use."""
    assert reason(PAGE.encode(), main=".innehall") is Reason.UNRECOGNISED
    assert not reading(PAGE, main="nav").record.collaborations
    with pytest.raises(UsageError):
        read(PAGE.encode(), main=":::")


def test_the_digest_is_of_the_content_alone() -> None:
    """Tokens, menus and markup do not move it; a person, an address, the date and a missing end do."""
    same = content_digest(PAGE.encode())
    assert same is not None
    for old, new in (("<nav>", "<nav data-token='7'><a>Ny</a>"), ("<p>Ett", "<p class='x'>Ett"), ("<ul>", "<ul >")):
        assert content_digest(PAGE.replace(old, new).encode()) == same
    for old, new in (("Testsson", "Testson"), ("plan.pdf", "plan2.pdf"), ("9 sept", "8 sept"), ("</html>", "")):
        assert content_digest(PAGE.replace(old, new).encode()) != same
    assert content_digest(b"") is None
    assert content_digest(PAGE.encode()[: PAGE.index("Testsson (M)")]) is None


def test_the_markup_digest_sees_all_that_a_reading_looks_at() -> None:
    """Fresh tokens do not move it; whatever could move a reading does, and so may more."""
    same = markup_digest(PAGE.encode())
    assert same is not None
    tokens = '<meta name="csrf" content="7"><script nonce="8">var a = "9";</script><style>b{}</style>'
    hidden = '<!-- 10 --><input type="hidden" value="11"><noscript><img src="12"></noscript>'
    for old, new in (("<head>", "<head>" + tokens), ("<nav>", hidden + "<nav data-token='13'>"), ("<ul>", "<ul >")):
        assert old in PAGE
        assert markup_digest(PAGE.replace(old, new).encode()) == same
    for old, new in (("Testsson", "Testson"), ("plan.pdf", "plan2.pdf"), ("9 sept", "8 sept"), ("<ul>", "<ol>")):
        assert markup_digest(PAGE.replace(old, new).encode()) != same
    assert markup_digest(PAGE.replace("</html>", "").encode()) is None


def test_the_markup_digest_knows_what_a_selector_chose() -> None:
    """An attribute that no reading looks at may be what a selector goes by."""
    chosen = PAGE.replace("<nav>", '<nav data-part="a">').encode()
    other = PAGE.replace("<nav>", '<nav data-part="b">').encode()
    assert markup_digest(chosen) == markup_digest(other)
    selector = '[data-part="a"]'
    assert markup_digest(chosen, main=selector) != markup_digest(other, main=selector)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=300).map(str.encode))
@example(b"\xff\xfe<\x00h\x001\x00>\x00")
@example(b"<li>" * 500)
@example(b'<base href="http://[x"><h1>A</h1><a href="/b">C</a>')
@example("<h1>\ud800</h1>".encode("utf-8", "surrogatepass"))
def test_any_bytes_give_a_reading_or_a_reason(body: bytes) -> None:
    """Nothing raises, alone or in the middle of a page; the digest neither."""
    for whole in (body, PAGE.encode().replace(b"Ett samarbete", body)):
        assert isinstance(read(whole), Reading | CannotTell)
        content_digest(whole)
        markup_digest(whole)


def test_no_replacement_character_reaches_a_record() -> None:
    """A zero byte or an entity of one, in text or in an address, is left out."""
    record = reading(PAGE.replace("plan.pdf", "pl\0an&#0;&#xFFFD;.pdf").replace("Testa", "Tes\0ta&#xFFFD;")).record
    assert record.documents[0].url == "https://www.example.org/om/plan.pdf"
    assert record.collaborations[0].representatives[0].name == "Testa Testsson"


@pytest.mark.parametrize("own", ['<link rel="canonical" href="{}">', '<base href="{}">'])
def test_nor_through_the_address_that_links_are_resolved_against(own: str) -> None:
    """The page's own address, as it says it, is an address like any other."""
    head = own.format("https://www.exa&#0;mple.org/\x00an&#xFFFD;nan/")
    record = reading(PAGE.replace("<head>", f"<head>{head}")).record
    assert record.documents[0].url == "https://www.example.org/annan/plan.pdf"


@pytest.mark.parametrize(
    "body",
    [
        bytes(range(256)) * 20,
        random.Random(1).randbytes(3000),
        "Bara text, på två rader\noch utan en enda tagg".encode(),
        b"\x7fELF\x02\x01\x01" + b"\0" * 60,
    ],
    ids=["every byte", "noise", "plain text", "a program"],
)
def test_what_is_no_page_at_all_is_not_html(body: bytes) -> None:
    """Bytes without sense, and text without any markup, are no record of anything."""
    answer = read(body)
    assert isinstance(answer, CannotTell)
    assert answer.reason is Reason.NOT_HTML


def test_a_page_in_sixteen_bits_and_a_mere_fragment_are_read() -> None:
    """Zero bytes are letters' halves there; one tag is markup."""
    for body in (PAGE.encode("utf-16"), b"<p>Bara ett stycke"):
        assert isinstance(read(body), Reading)
