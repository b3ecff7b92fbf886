"""The mail of a change: its subject, its headers, its text and its HTML."""

from __future__ import annotations

import dataclasses
import email
import email.policy
import subprocess
import sys
from email.message import EmailMessage
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from notifier.letter import WIDTH
from notifier.mail import Mail, Sender
from notifier.message import Alert, change_messages
from notifier.subscription import Subscriber
from records.changes import Change, ChangeSet
from tests.alerts import (
    CHAIR,
    COORDINATOR,
    DATE,
    ERB,
    GUSTBEE,
    KALININGRAD,
    PLAN,
    REPLACED,
    SBHSS,
    SENDER,
    TEXT,
    URL,
    alert,
    change,
    document,
    mail_of,
    official,
    seat,
)

READER = Subscriber("lasare@example.org")
EVERYTHING = alert(REPLACED, CHAIR, KALININGRAD, PLAN, TEXT, COORDINATOR, DATE, date_regressed=True)


def told(what: Alert, reader: Subscriber = READER) -> Mail:
    mail = mail_of(what, reader)
    assert mail is not None
    return mail


def parsed(mail: Mail) -> EmailMessage:
    message = email.message_from_bytes(mail.content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def part(mail: Mail, kind: str) -> str:
    found = parsed(mail).get_body((kind,))
    assert found is not None
    return str(found.get_content()).replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("changes", "subject"),
    [
        ([REPLACED], "Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB"),
        ([CHAIR, REPLACED, PLAN], "Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB (+2)"),
        (
            [REPLACED, TEXT, DATE, COORDINATOR],
            "Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB",
        ),
        ([change("name_respelled", ERB, GUSTBEE, seat("Roland Gustbee"))], "Kronoberg: Gustbée skrivs nu Gustbee"),
        ([KALININGRAD, TEXT], "Kronoberg: Kaliningrad län (RU) är inte längre medlem i ERB"),
        ([DATE], "Kronoberg: Sidans datum är nu 4 oktober 2022, tidigare 9 september 2022"),
    ],
)
def test_the_subject_is_the_weightiest_sentence(changes: list[Change], subject: str) -> None:
    """The inbox alone tells what happened, and how much more of weight there is."""
    mail = told(alert(*changes))
    assert mail.subject == subject
    assert parsed(mail)["Subject"] == subject


def test_a_long_subject_keeps_its_count() -> None:
    """A subject ends within 200 characters; the sentence is cut, the count of others is not."""
    long = change("document_added", None, None, document("Långnamn-" * 30, "https://example.org/a.pdf"))
    subject = told(alert(long, PLAN)).subject
    assert len(subject) <= 200
    assert subject.endswith("… (+1)")


def test_a_long_subject_is_cut_between_two_words() -> None:
    """Half a word is read as another word."""
    title = "regional utvecklingsdirektör med ansvar för internationella samarbeten"
    old, new = (official("Disa Exempelsson", f"{each}{title}") for each in ("", "t.f. "))
    subject = told(alert(change("official_changed", SBHSS, old, new))).subject
    assert subject.endswith(f" har nu titeln t.f. {title}, tidigare regional utvecklingsdirektör med ansvar för…")


def test_the_headers_are_those_of_a_polite_machine() -> None:
    """Who, when, which thread, which list, how to leave, and that no machine should answer."""
    message = parsed(told(EVERYTHING))
    assert {name: str(message[name]) for name in message} == {
        "From": "Bevaka <bevaka@example.org>",
        "To": "lasare@example.org",
        "Subject": "Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB (+3)",
        "Date": "Tue, 04 Oct 2022 08:00:20 +0200",
        "Message-ID": str(message["Message-ID"]),
        "In-Reply-To": str(message["References"]),
        "References": str(message["References"]),
        "Reply-To": "drift@example.org",
        "List-Id": "<kronoberg.bevaka.example.org>",
        "List-Unsubscribe": "<mailto:drift@example.org?subject=Avregistrera%20kronoberg>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": "sv",
        "MIME-Version": "1.0",
        "Content-Type": message["Content-Type"],
    }
    assert message.get_content_type() == "multipart/alternative"


def test_the_way_out_is_in_the_readers_language() -> None:
    """The word that a reader sends to leave."""
    (mail,) = change_messages(EVERYTHING, [Subscriber("reader@example.org", language="en")], SENDER)
    assert parsed(mail)["List-Unsubscribe"] == "<mailto:drift@example.org?subject=Unsubscribe%20kronoberg>"


def test_all_mails_about_a_page_are_one_thread() -> None:
    """Two alerts of a page share their references and not their ids; another page is another thread."""
    first, second = parsed(told(alert(REPLACED))), parsed(told(alert(CHAIR, number=8)))
    other = parsed(told(alert(REPLACED, page="blekinge")))
    assert first["References"] == second["References"] != other["References"]
    assert len({first["Message-ID"], second["Message-ID"], other["Message-ID"]}) == 3


def test_a_message_id_belongs_to_an_alert_and_a_recipient() -> None:
    """The same alert to the same reader is the same message, however often it is written; to another it is another."""
    assert told(EVERYTHING) == told(EVERYTHING)
    assert told(EVERYTHING).message_id != told(EVERYTHING, Subscriber("annan@example.org")).message_id


def test_the_bytes_are_the_same_in_every_process() -> None:
    """Nothing in a message comes from a clock, a random number or the order of a set."""
    code = (
        "import sys; from tests.test_change_mail import EVERYTHING, told;"
        "sys.stdout.buffer.write(told(EVERYTHING).content)"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {told(EVERYTHING).content}


def test_the_wire_form_is_clean() -> None:
    """CRLF only, seven bits, short lines, and no line that a relay would have to change."""
    content = told(EVERYTHING).content
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert max(map(len, content.split(b"\r\n"))) <= 200
    assert not any(line.endswith(b" ") for line in content.split(b"\r\n") if not line.startswith(b"--"))


SWEDISH = st.text("abcåäöÅÄÖé –”“(),.:;=?_", max_size=150)


@given(SWEDISH)
def test_swedish_subjects_survive(name: str) -> None:
    """Whatever letters, signs and spaces a subject has, it is read as it was written."""
    mail = told(alert(change("representative_added", ERB, None, seat(f"Testa {name}"))))
    assert parsed(mail)["Subject"] == mail.subject
    head = mail.content.split(b"\r\n\r\n")[0]
    assert max(map(len, head.split(b"\r\n"))) <= 130


def test_the_text_stands_alone() -> None:
    """Sentences grouped with people first, then the date, documents and texts; then old and new; then the facts."""
    assert (
        part(told(EVERYTHING), "plain")
        == """\
Sidan ”Internationella samarbeten” (Kronoberg) har ändrats

Euroregion Baltic (ERB)
  * Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB.
  * Kaliningrad län (RU) är inte längre medlem i ERB.

Småland Blekinge Halland South Sweden (SBHSS)
  * Bo Frank (M) är nu ordförande i SBHSS, tidigare ledamot.

Sidan
  * Ylva Provsson, samordnare för internationella frågor, är ny
    kontaktperson för sidan.

Sidans datum
  * Sidans datum är nu 4 oktober 2022, tidigare 9 september 2022.

Dokument
  * Dokumentet ”Handlingsplan för internationellt arbete 2022” heter nu
    ”Handlingsplan för internationellt arbete 2023”.

Texter
  * Texten om ERB har ändrats.

Sidans datum har flyttats bakåt.

FÖRUT OCH NU
------------

[-borttaget-]  {+tillagt+}

Euroregion Baltic (ERB)
  Förut                              Nu
  - Roland Gustbée (M), ledamot      + Testa Testsson (M), ledamot
  - Kaliningrad län (RU)

Småland Blekinge Halland South Sweden (SBHSS)
  Förut                              Nu
  - Bo Frank (M), ledamot            + Bo Frank (M), ordförande

Sidan
  Förut                              Nu
                                     + Ylva Provsson, Samordnare för
                                       internationella frågor, 0470-58
                                       80 00, ylva@example.org

Sidans datum
  Förut                              Nu
  - 9 september 2022                 + 4 oktober 2022

Dokument
  Förut: Handlingsplan för internationellt arbete 2022 (pdf)
    https://www.regionkronoberg.se/contentassets/plan.pdf
  Nu: Handlingsplan för internationellt arbete 2023 (pdf)
    https://www.regionkronoberg.se/contentassets/plan.pdf

Texter
  Förut: Organisationen leds av en styrelse och sammanträder [-tre-]
    gånger per år.
  Nu: Organisationen leds av en styrelse och sammanträder {+fyra+}
    gånger per år.

Sidans eget datum: 9 september 2022
Det gamla sågs senast: 3 oktober 2022 kl. 18.00
Ändringen upptäcktes: 4 oktober 2022 kl. 08.00
Sidan kontrollerades senast: 4 oktober 2022 kl. 08.00
Sidan:
  https://www.regionkronoberg.se/om-region-kronoberg/internationella-samarbeten/
Sidans historik:
  https://bevaka.example.org/pages/kronoberg

--\x20
Du får det här brevet för att du följer Kronoberg med Bevaka, som
bevakar offentliga webbsidor.
Har du frågor, eller vill du inte ha fler brev? Svara på det här brevet
eller skriv till drift@example.org.
"""
    )


def test_an_english_reader_gets_english() -> None:
    """The language is the reader's own, in the subject, the body and the header."""
    mail = told(EVERYTHING, Subscriber("reader@example.org", language="en"))
    assert mail.subject == "Kronoberg: Testa Testsson (M) replaces Roland Gustbée (M) as a member of ERB (+3)"
    assert parsed(mail)["Content-Language"] == "en"
    text = part(mail, "plain")
    assert "The page was last verified: 4 October 2022 at 08:00" in text
    assert "Sidan" not in text
    assert '<html lang="en"' in part(mail, "html")


def test_lines_end_at_72_columns() -> None:
    """Only addresses, which must stay whole, are longer."""
    lines = part(told(EVERYTHING), "plain").splitlines()
    assert all(len(line) <= WIDTH or line.strip().startswith("https://") for line in lines)


def test_the_html_says_the_same_and_loads_nothing() -> None:
    """Every sentence is there, removed and added are told apart by signs, and nothing is fetched or run."""
    html = part(told(EVERYTHING), "html")
    assert "Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB." in html
    assert ">tre</del>" in html
    assert ">fyra</ins>" in html
    assert "−" in html
    assert "+" in html
    assert f'href="{URL}"' in html
    assert "prefers-color-scheme: dark" in html
    for loaded in ("<img", "<script", "<link", "src=", "url(", "@import", "<iframe"):
        assert loaded not in html


def test_readers_with_the_same_rules_share_a_body() -> None:
    """Two hundred readers cost one rendering; each has their own headers around the same bytes."""
    readers = [Subscriber(f"lasare{number}@example.org") for number in range(200)]
    mails = change_messages(EVERYTHING, readers, SENDER)
    assert [mail.recipient for mail in mails] == [reader.email for reader in readers]
    assert len({mail.message_id for mail in mails}) == 200
    assert len({mail.content.split(b"\r\n\r\n", 1)[1] for mail in mails}) == 1


def test_without_an_operator_answers_go_to_the_sender() -> None:
    """Reply-To is left out, and leaving the list goes to the sender's own address."""
    mail = mail_of(EVERYTHING, READER, Sender("bevaka@example.org"))
    assert mail is not None
    message = parsed(mail)
    assert message["Reply-To"] is None
    assert message["From"] == "bevaka@example.org"
    assert "mailto:bevaka@example.org" in message["List-Unsubscribe"]


def test_a_page_without_title_date_or_past_is_still_told() -> None:
    """What is not known is said to be unknown, or left out."""
    bare = dataclasses.replace(
        alert(REPLACED), after=dataclasses.replace(EVERYTHING.after, title=None, last_updated=None), before=None,
        last_seen_before=None, history_url=None,
    )  # fmt: skip
    text = part(told(bare), "plain")
    assert text.startswith("Sidan Kronoberg har ändrats\n")
    assert "Sidans eget datum: anges inte" in text
    assert "Det gamla sågs senast" not in text
    assert "historik" not in text


HOSTILE = [
    "Testa\r\nBcc: ond@example.org\r\n\r\nTestsson",
    "Testa\nTestsson",
    "Testa\u2028Testsson\u2029",
    "Testa\u202eTestsson\u202c\u2066",
    "Testa\x00\x07\x1b[31mTestsson\x7f\x85",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    '"><a href="https://ond.example">Testa</a>',
    "{{ 7 * 7 }} {% raw %} {0} {page}",
    "Testa " + "T" * 10_000,
    "Testa Z\u0301" + "\u0301" * 500,
    "=?utf-8?q?Bcc:_ond@example.org?=",
    "\ud800\udfff Testsson",
    "\u05d0\u05d1 Testsson",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_a_page_says_cannot_leave_its_place(name: str) -> None:
    """No header, recipient, tag, link or line is added by a name, a role, a label, a title or a text."""
    link = {"label": name, "url": f"javascript:{name}", "format": name}
    hostile = alert(
        change("representative_replaced", name, seat("Roland Gustbée"), seat(name, name, name)),
        change("representative_moved", name, seat(name, collaboration=name), seat(name, collaboration=name)),
        change("document_added", None, None, link),
        change("document_added", None, None, document(name, f"https://example.org/{name}")),
        change("homepage_changed", name, link, None),
        change("text_changed", name, {"text": name}, {"text": f"{name} {name}"}),
        change("title_changed", None, {"text": name}, None),
    )
    hostile = dataclasses.replace(hostile, after=dataclasses.replace(hostile.after, title=name))
    mail = told(hostile)
    message = parsed(mail)
    assert set(message.keys()) == set(parsed(told(EVERYTHING)).keys())
    assert message["To"] == "lasare@example.org"
    assert message["Bcc"] is None
    assert len(mail.subject) <= 200
    assert [each.get_content_type() for each in message.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    text, html = part(mail, "plain"), part(mail, "html")
    assert not any(letter in text + html for letter in "\u202e\u2066\u2028\u2029\x00\x07\x1b\x7f\x85\r")
    assert all(len(line) <= WIDTH or line.strip().startswith(("https://", "javascript:")) for line in text.splitlines())
    tree = LexborHTMLParser(html)
    assert tree.css("script, img, iframe, [onerror]") == []
    addresses = [urlsplit(link.attributes["href"] or "") for link in tree.css("a")]
    assert {address.scheme for address in addresses} == {"https"}
    assert not any("ond.example" in address.netloc for address in addresses)
    assert len(mail.content) < 200_000
    assert "\nBcc:" not in text
    assert "49 " not in text


def test_a_sentence_has_one_full_stop() -> None:
    """An abbreviation's own is enough."""
    before, after = seat("Ylva Provsson", "S", "1:e v ordf."), seat("Ylva Provsson", "S", "ledamot")
    mail = told(alert(change("role_changed", ERB, before, after)))
    said = "är nu ledamot i ERB, tidigare 1:e v ordf."
    for kind in ("plain", "html"):
        text = " ".join(part(mail, kind).split())
        assert said in text
        assert f"{said}." not in text


def test_an_empty_set_of_changes_is_no_mail() -> None:
    """Nothing to say is nothing to send."""
    assert mail_of(dataclasses.replace(EVERYTHING, changes=ChangeSet()), READER) is None


@pytest.mark.parametrize("address", ["läsare@example.org", "lasare", "a@b\r\nBcc: ond@example.org", "a b@example.org"])
def test_what_is_no_address_fails_alone(address: str) -> None:
    """A wrong address adds no header and stops nobody else's mail: only sending it will fail."""
    mails = change_messages(EVERYTHING, [Subscriber(address), READER], SENDER)
    assert [mail.recipient for mail in mails] == [address, "lasare@example.org"]
    assert set(parsed(mails[0]).keys()) <= set(parsed(mails[1]).keys())
