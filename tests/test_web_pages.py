"""The pages: what is true now, who sat then, what changed, where it comes from; in two languages, nothing executed."""

from __future__ import annotations

import dataclasses
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from monitor.app import App
from monitor.config import Config, PageConfig
from monitor.schedule import Schedule
from records.diff import diff
from storage.archive import import_captures
from storage.derivation.chain import Reread
from storage.values import Capture
from tests.clock import Clock
from tests.looks import PAGE, URL, baseline, capture, changed, hours, page_of, parsed, unreachable
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import EARLIER, INVENTED_PAGE, TODAY, Watch
from tests.web import browsing, client_of

HTML = {"accept": "text/html"}


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    """Three looks: an older page, the page of 2022, and one with an invented change."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path_factory.mktemp("web"), site, mailbox)
        for html in (EARLIER, TODAY, INVENTED_PAGE):
            watch.looks(html)
        yield watch


@pytest.fixture
def browser(watch: Watch) -> Iterator[TestClient]:
    with browsing(watch) as client:
        client.headers.update(HTML)
        yield client


def text(html: str) -> str:
    """What a reader reads: without tags, white space as single spaces."""
    bare = re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<(title|defs)>.*?</\1>", " ", html))
    return re.sub(r" (?=[,.)])", "", " ".join(bare.split()))


def test_the_start_page_says_who_sits_and_what_changed_last(browser: TestClient) -> None:
    """Every page with its people, its state in words, and the last change as a sentence."""
    shown = text(browser.get("/").text)
    assert "Internationella samarbeten" in shown
    assert "● läses" in shown
    assert "Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB och 1 till" in shown
    assert "Senast läst 3 oktober 2022 kl. 11.00" in shown


def test_a_page_answers_who_sat_on_a_date(browser: TestClient) -> None:
    """As observed: before the first look nobody is known; between looks it is who was seen then."""
    then = text(browser.get("/pages/kronoberg", params={"on": "2022-10-03T10:30"}).text)
    assert "Roland Gustbée M ledamot" in then
    assert "Så som sidan lästes 3 oktober 2022 kl. 10.00." in then
    before = text(browser.get("/pages/kronoberg", params={"on": "2020-01-01"}).text)
    assert "Sidan hade inte lästs då" in before
    wrong = browser.get("/pages/kronoberg", params={"on": "2022-13-45"})
    assert wrong.status_code == 400
    assert "är inget datum" in wrong.text


def test_every_year_of_a_long_history_can_be_chosen(tmp_path: Path) -> None:
    """Also those of which nothing is drawn, because much has happened since."""
    page = PageConfig(PAGE, URL, Schedule(every=3600.0))
    clock = Clock()
    clock.later(hours=4 * 365 * 24)
    with App(Config(None, f"sqlite:///{tmp_path / 'bevaka.db'}", (page,)), clock=clock) as app:
        app.store.watch([(PAGE, URL)])
        names = [[f"{first} Prov{seat}sson" for seat in range(80)] for first in ("Testa", "Ylva", "Kim")]
        old = page_of(*names[0])
        app.store.record(baseline(old, hours(0)))
        for nth, years in ((1, 2), (2, 3)):
            new = page_of(*names[nth])
            app.store.record(changed(new, diff(old, new), hours(years * 365 * 24), body=str(nth)))
            old = new
        html = client_of(app).get(f"/pages/{PAGE}", headers=HTML).text
        assert "de 150 senaste av 240 mandat" in html
        assert re.findall(r"year=(\d+)#timeline", html) == ["2022", "2023", "2024", "2025"]
        assert "Testa Prov0sson" in client_of(app).get(f"/pages/{PAGE}?year=2022", headers=HTML).text


def test_a_change_shows_old_and_new_with_the_words_marked(browser: TestClient) -> None:
    """The sentences, the comparison, and the way to both snapshots."""
    html = browser.get("/changes/2").text
    assert "Britt-Louise Berndtsson (C) är nu ledamot i ERB, tidigare ersättare." in text(html)
    assert "<del>ersättare</del>" in html
    assert "<ins>ledamot</ins>" in html
    assert browser.get("/snapshots/2").status_code == browser.get("/snapshots/3").status_code == 200
    assert 'href="/snapshots/2"' in html
    assert 'href="/snapshots/3"' in html


def test_a_snapshot_says_which_block_gave_which_record(browser: TestClient) -> None:
    """The record, its provenance, and the raw page in a frame that may do nothing."""
    html = browser.get("/snapshots/2").text
    assert "Roland Gustbée (M), ledamot" in text(html)
    record = text(html.partition('id="record"')[2].partition('id="provenance"')[0])
    for told in ("Medlem sedan 1998-02", "Region Pommern (PL)", "ERB:s hemsida", "Christel Gustafsson"):
        assert told in record
    assert '<iframe sandbox title="Sidan som den togs emot" src="/snapshots/2/frame"' in html
    frame = browser.get("/snapshots/2/frame")
    assert frame.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
    assert "Roland Gustbée" in frame.text
    assert not re.search(r"<(link|meta)\b", frame.text)


def test_a_person_has_every_seat_over_time(browser: TestClient) -> None:
    """Found by a folded name, with honest intervals in the table and in every bar's label."""
    html = browser.get("/person", params={"name": "gustbee"}).text
    assert "<h1>Roland Gustbée</h1>" in html
    assert "3 oktober 2022 mellan kl. 10 och 11" in text(html)
    assert re.search(r"<title>Roland Gustbée \(M\), ledamot: före 3 oktober", html)
    assert browser.get("/person", params={"name": "Ingen Alls"}).status_code == 404


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("gustbee", "Roland Gustbée"),
        ("erb", "Euroregion Baltic (ERB)"),
        ("strategi", "Internationell strategi för samarbeten"),
        ("demkowicz", "Slawomir Demkowicz Dobrzanski"),
        ("gustbeee", "Menade du: gustbee"),
        ("xyzzyx", "Ingenting hittades för ”xyzzyx”."),
        ("", "gustbee hittar Gustbée"),
    ],
)
def test_the_search_is_folded_and_suggests(browser: TestClient, asked: str, found: str) -> None:
    """People, collaborations and texts; what is misspelt gets a suggestion."""
    assert found in text(browser.get("/search", params={"q": asked}).text)


def test_the_operator_sees_looks_and_the_outbox(browser: TestClient) -> None:
    """What the command line's status and alerts say."""
    shown = text(browser.get("/status").text)
    assert "Allt ses och levereras." in shown
    assert "lasare@example.org" in shown
    assert "Läge 3" in text(browser.get("/looks", params={"of": "kronoberg"}).text)


def test_of_very_many_pages_the_troubled_come_first(tmp_path: Path) -> None:
    """A sheet at a time, every page on one of them."""
    pages = tuple(PageConfig(f"sida-{n:03}", URL, Schedule(every=3600.0)) for n in range(120))
    with App(Config(None, f"sqlite:///{tmp_path / 'bevaka.db'}", pages), clock=Clock()) as app:
        app.store.watch([(each.name, each.url) for each in pages])
        for each in pages:
            app.store.record(baseline(page_of("Testa Testsson"), hours(0), page=each.name, body=each.name))
        app.store.record(dataclasses.replace(unreachable(hours(1)), page="sida-117"))
        client = client_of(app)
        sheets = [client.get(f"/status?sheet={n}", headers=HTML) for n in (1, 2, 3, 4)]
    assert [each.status_code for each in sheets] == [200, 200, 200, 404]
    named = [re.findall(r'<th scope="row"><a[^>]+>(sida-\d+)', each.text) for each in sheets]
    assert named[0][0] == "sida-117"
    assert sorted(name for some in named for name in some) == sorted(each.name for each in pages)
    assert 'rel="next" href="/status?sheet=2">2 →' in sheets[0].text


def test_the_language_is_the_browsers_until_it_is_switched(browser: TestClient) -> None:
    """By Accept-Language, then by the switch, which sets the only cookie."""
    assert '<html lang="sv">' in browser.get("/").text
    english = browser.get("/", headers={"accept-language": "en-GB,sv;q=0.4"})
    assert '<html lang="en">' in english.text
    assert not browser.cookies
    switched = browser.get("/changes/1?lang=en")
    assert "bevaka_language=en" in switched.headers["set-cookie"]
    assert '<html lang="en">' in browser.get("/").text


def test_swedish_words_on_an_english_page_are_marked(browser: TestClient) -> None:
    """So that a screen reader says them right; on a Swedish page nothing needs to be said."""
    english = browser.get("/pages/kronoberg", headers={"accept-language": "en"}).text
    assert '<h1 lang="sv">Internationella samarbeten</h1>' in english
    assert '<span class="role" lang="sv">ledamot</span>' in english
    assert 'lang="sv">' not in browser.get("/pages/kronoberg").text.partition("<main")[2]


def test_every_page_is_well_formed_and_runs_nothing(browser: TestClient) -> None:
    """No script, no inline style, no address of another host but in links that a person follows."""
    for path in ("/", "/pages/kronoberg", "/changes", "/changes/1", "/snapshots/1", "/status", "/search?q=erb"):
        html = browser.get(path).text
        assert not re.search(r"<script|\sstyle=|\son\w+=", html), path
        assert not re.search(r'(src|srcset|data|poster)="https?:', html), path
        assert not re.search(r'<link[^>]+href="https?:', html), path
        svg = re.search(r"(?s)<svg.*?</svg>", html)
        assert svg is None or ET.fromstring(svg[0]) is not None


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/pages/finns-inte", 404),
        ("/changes/999", 404),
        ("/changes/0", 404),
        ("/changes/99999999999999999999999", 404),
        ("/changes/x", 404),
        ("/snapshots/999", 404),
        ("/snapshots/999/frame", 404),
        ("/looks?of=finns-inte", 404),
        ("/pages/kronoberg?year=99999", 400),
        ("/pages/kronoberg?on=0000-00-00", 400),
        ("/pages/kronoberg?on=9999-12-31T23:59Z", 400),
        ("/changes?sheet=0", 400),
        ("/?sheet=1000", 404),
        ("/static/0/pico.css", 404),
        ("/static/0/..%2f..%2fapp.py", 404),
        ("/nowhere", 404),
        ("/search?q=" + "a" * 201, 400),
    ],
)
def test_what_is_not_there_is_a_clear_answer(browser: TestClient, path: str, status: int) -> None:
    """A page in the reader's language, with a way on."""
    answer = browser.get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert 'href="/search"' in answer.text


def test_a_page_not_yet_looked_at_says_so(tmp_path: Path) -> None:
    """A fresh installation shows its pages, and invents nothing."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        with browsing(watch) as client:
            for path in ("/", "/pages/kronoberg", "/changes", "/status", "/search?q=x", "/feed.atom"):
                assert client.get(path, headers=HTML).status_code == 200, path
            assert "inte läst ännu" in client.get("/", headers=HTML).text


def test_a_page_whose_past_was_imported_shows_it(tmp_path: Path) -> None:
    """Before the first look of our own; as far as it was seen, and not until today."""
    page = PageConfig(PAGE, URL, Schedule(every=3600.0))
    records = {name: page_of(name, "Ylva Provsson") for name in ("Testa Testsson", "Prova Nysson")}
    bodies = {name: capture(name, hours(nth)) for nth, name in enumerate(records)}

    def reads(page: str, capture: Capture, **_: Any) -> Reread:
        name = capture.body.decode()
        return Reread(parsed(records[name], name))

    with App(Config(None, f"sqlite:///{tmp_path / 'bevaka.db'}", (page,)), clock=Clock(hours(9000))) as app:
        app.store.watch([(PAGE, URL)])
        import_captures(app.store, PAGE, bodies.values(), reads)
        client = client_of(app)
        shown = {
            path: text(client.get(path, headers=HTML).text) for path in ("/", f"/pages/{PAGE}", "/search?q=samarbeten")
        }
    assert "Prova Nysson (M) ersätter Testa Testsson (M)" in shown["/"]
    for told in (
        "○ bara importerad",
        "Senast läst 3 oktober 2022 kl. 09.00",
        "Prova Nysson M ledamot",
        "Mandat över tid",
    ):
        assert told in shown[f"/pages/{PAGE}"]
    assert "Internationella samarbeten" in shown["/search?q=samarbeten"]


EVIL = '<script>document.title="x"</script><b onclick=x>'


def test_markup_in_every_stored_field_is_text(tmp_path: Path) -> None:
    """A name, a title, a label, an address and the raw page may hold anything: it is shown, and does nothing."""
    written = EVIL.replace("&", "&amp;").replace("<", "&lt;")
    evil = (
        TODAY.replace("Roland Gustbée", f"Testa {written}Testsson")
        .replace("Internationella samarbeten</h1>", f"{written}Samarbeten</h1>")
        .replace("Handlingsplan för internationellt arbete 2022", f"{written}Handlingsplan")
        .replace("</body>", f"{EVIL}<img src=https://example.org/x.png></body>")
    )
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        watch.looks(TODAY)
        watch.looks(evil)
        with browsing(watch) as client:
            pages = ("/", "/pages/kronoberg", "/changes", "/changes/1", "/snapshots/2", "/status", "/search?q=script")
            for path in (*pages, "/person?name=Testa"):
                html = client.get(path, headers=HTML).text
                assert "<script" not in html, path
                assert "<b onclick" not in html, path
            assert "&lt;script&gt;" in client.get("/pages/kronoberg", headers=HTML).text
            frame = client.get("/snapshots/2/frame")
            assert "sandbox" in frame.headers["content-security-policy"]


def test_a_damaged_database_is_said_without_a_traceback(tmp_path: Path) -> None:
    """503, in words, and when to come again."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        watch.looks(TODAY)
        with browsing(watch) as client:
            with sqlite3.connect(tmp_path / "bevaka.db") as database:
                database.execute("ALTER TABLE looks RENAME TO elsewhere")
            database.close()
            for path in ("/pages/kronoberg", "/api/v1/snapshots"):
                answer = client.get(path, headers=HTML)
                assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
                assert "Traceback" not in answer.text
