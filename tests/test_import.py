"""A past comes in from saved copies: any form, any order, nothing announced; what cannot be used gets one line."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import Connection, event
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from monitor.app import App
from monitor.config import KRONOBERG, Config, PageConfig
from monitor.keeping.importing import ImportReport, import_copies, import_database
from monitor.keeping.maintenance import verify_history
from monitor.schedule import Schedule
from records.errors import DatabaseBusy, StorageError, UsageError
from records.outcome import Reason
from storage.engine import Database
from tests.archived import as_archived
from tests.clock import Clock
from tests.watch import EARLIER, REPLACED, TODAY

PAGE = PageConfig("kronoberg", KRONOBERG, Schedule(every=3600))
OTHER = PageConfig("annan", "https://example.org/annan", Schedule(every=3600))


@pytest.fixture
def app(database_url: str) -> Iterator[App]:
    with App(Config(None, database_url, (PAGE, OTHER)), clock=Clock(datetime(2024, 1, 1, tzinfo=UTC))) as app:
        yield app


def brought(app: App, *paths: Path, page: str | None = "kronoberg", at: str | None = None) -> ImportReport:
    return import_copies(app, [str(path) for path in paths], page, at, lambda _steps: lambda: None)


def save(folder: Path, name: str, page: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, "utf-8")
    return path


def erb(app: App, on: str) -> list[str]:
    return [each.name for each in app.ask.who(on, "ERB", None).representatives]


def test_a_folder_of_archived_captures_answers_for_the_past(app: App, tmp_path: Path) -> None:
    """Times from the names, the archive's own things taken off, and everything verifies."""
    save(tmp_path, "20180501060000.html", as_archived(EARLIER, "20180501060000", KRONOBERG))
    save(tmp_path, "20221004060000.html", as_archived(TODAY, "20221004060000", KRONOBERG))
    save(tmp_path, "20230201060000.html", as_archived(REPLACED, "20230201060000", KRONOBERG))
    save(tmp_path, "style.css", "body {}")
    done = brought(app, tmp_path, page=None)
    assert (done.problems, done.notes, done.elsewhere) == ((), (), 0)
    assert (done.pages["kronoberg"].new, done.pages["kronoberg"].changes) == (3, 2)
    assert "Roland Gustbée" in erb(app, "2022-10-05")
    assert "Testa Testsson" in erb(app, "2023-03-01")
    assert all(each["imported"] for each in app.ask.changes())
    assert app.ask.names()["Euroregion Baltic"] == "ERB"  # also of a page that was never looked at
    assert app.alerts() == []
    assert verify_history(app).faults == ()
    again = brought(app, tmp_path, page=None)
    assert (again.pages["kronoberg"].new, again.pages["kronoberg"].known) == (0, 3)


def test_the_time_is_looked_for_where_it_is_surest(app: App, tmp_path: Path) -> None:
    """--at, a sidecar, the name, what the saver wrote, and last, with a note, the file's own."""
    page = save(tmp_path, "20221004060000.html", TODAY)
    assert app_time(app, page, at="2022-09-30T08:00") == "2022-09-30T06:00:00Z"
    save(tmp_path, "20221004060000.html.json", json.dumps({"at": "2022-10-01T06:00:00Z", "url": KRONOBERG}))
    assert app_time(app, page) == "2022-10-01T06:00:00Z"
    (tmp_path / "20221004060000.html.json").unlink()
    assert app_time(app, page) == "2022-10-04T06:00:00Z"
    saved = save(tmp_path, "sida.html", as_archived(TODAY, "20221005060000", KRONOBERG))
    assert app_time(app, saved) == "2022-10-05T06:00:00Z"
    bare = save(tmp_path, "bare.html", TODAY)
    os.utime(bare, (0, datetime(2022, 10, 6, 6, tzinfo=UTC).timestamp()))
    done = brought(app, bare)
    assert "--at" in done.notes[0]
    assert app.ask.snapshots(None)[0]["last_seen"] == "2022-10-06T06:00:00Z"


def app_time(app: App, path: Path, at: str | None = None) -> str:
    """When the last state was last seen, after one more import."""
    brought(app, path, at=at)
    last: str = app.ask.snapshots(None)[0]["last_seen"]
    return last


def test_which_page_a_copy_is_of(app: App, tmp_path: Path) -> None:
    """--page, else its address in whatever form; else one line that says what to do."""
    with_www = TODAY.replace(
        "<head>",
        '<head><link rel="canonical" href="HTTP://REGIONKRONOBERG.SE/om-region-kronoberg/internationella-samarbeten">',
    )
    save(tmp_path / "a", "20221004060000.html", with_www)
    assert list(brought(app, tmp_path / "a", page=None).pages) == ["kronoberg"]
    foreign = '<html><head><link rel="canonical" href="https://example.org/x"></head><body><p>Hej</p></body></html>'
    mine = save(tmp_path / "b", "20221004060000.html", foreign)
    [problem] = brought(app, mine, page=None).problems
    assert "--page" in problem
    with pytest.raises(UsageError, match="1 of other addresses"):
        brought(app, tmp_path / "b", page=None)
    nameless = save(tmp_path, "20221004060000.html", "<html><body><p>Hej</p></body></html>")
    [problem] = brought(app, nameless, page=None).problems
    assert "kronoberg, annan" in problem
    with pytest.raises(UsageError, match="no page is named"):
        brought(app, nameless, page="ingen")


def test_a_copy_from_another_host_is_the_only_pages(database_url: str, tmp_path: Path) -> None:
    """With a note. Another address at the page's own host is another page, and so is any where there are several."""
    config = Config(None, database_url, (OTHER,))
    with App(config, clock=Clock(datetime(2024, 1, 1, tzinfo=UTC))) as app:
        save(tmp_path, "20221004060000.html", TODAY)
        save(tmp_path, "20221004060001.html", TODAY.replace(KRONOBERG, "https://example.org/en-annan"))
        done = brought(app, tmp_path, page=None)
        assert (done.pages["annan"].new, done.elsewhere, done.problems) == (1, 1, ())
        assert "it is taken for annan, the only page" in done.notes[0]


def test_what_is_no_page_gets_a_line_and_the_rest_goes_in(app: App, tmp_path: Path) -> None:
    """An empty file, a picture, data, plain words, tomorrow."""
    save(tmp_path, "20221004060000.html", TODAY)
    for nth, content in enumerate([b"", b"\x89PNG\r\n", b'{"a": 1}', b"hej", b"%PDF-1.7"]):
        (tmp_path / f"2022100506000{nth}.html").write_bytes(content)
    save(tmp_path, "20991004060000.html", TODAY)
    done = brought(app, tmp_path)
    assert len(done.problems) == 6
    assert done.pages["kronoberg"].new == 1
    assert all("\n" not in problem for problem in done.problems)


def test_a_copy_in_which_nothing_can_be_read_is_a_gap(app: App, tmp_path: Path) -> None:
    """Kept and named, never a change."""
    save(tmp_path, "20221004060000.html", TODAY)
    save(
        tmp_path,
        "20221005060000.html",
        "<html><head><title>404</title></head><body><h1>Sidan finns inte</h1></body></html>",
    )
    done = brought(app, tmp_path).pages["kronoberg"]
    assert [reason for _, reason, _ in done.refused] == [Reason.SOFT_404]
    assert app.ask.changes() == []
    [then] = app.history.who(datetime(2022, 10, 6, tzinfo=UTC), page="kronoberg").pages
    assert then.unread is not None


def test_wrong_use_is_told_in_one_line(app: App, tmp_path: Path) -> None:
    """--at for several pages, a file that is not there, a wrong time, a wrong sidecar."""
    one, _ = save(tmp_path, "1.html", TODAY), save(tmp_path, "2.html", TODAY)
    for source, at in ((tmp_path, "2022-10-04"), (tmp_path / "none.html", None), (one, "igår")):
        with pytest.raises(UsageError) as told:
            brought(app, source, at=at)
        assert "\n" not in str(told.value)
    save(tmp_path, "1.html.json", "[]")
    with pytest.raises(UsageError, match=r"1\.html\.json"):
        brought(app, one)


def test_two_copies_of_one_second_are_both_kept(app: App, tmp_path: Path) -> None:
    """Both say what was received then."""
    save(tmp_path / "a", "20221004060000.html", TODAY)
    save(tmp_path / "b", "20221004060000.html", REPLACED)
    assert brought(app, tmp_path).pages["kronoberg"].new == 2
    assert verify_history(app).faults == ()


def test_a_locked_database_is_waited_for_then_told_in_one_line(tmp_path: Path) -> None:
    """Nothing half written."""
    url = f"sqlite:///{tmp_path / 'bevaka.db'}"
    copy = save(tmp_path, "20221004060000.html", TODAY)
    with App(Config(None, url, (PAGE,))) as app:
        app.store.watch([(PAGE.name, PAGE.url)])
        app.store.database.wait = 0.2
        app.store.database.engine = app.store.database._make_engine()
        other = Database(url)
        with other.write(), pytest.raises(DatabaseBusy, match="another process"):
            brought(app, copy)
        assert app.ask.snapshots(None) == []
        other.close()


# --- WARC


def response(
    url: str,
    at: str,
    page: str,
    *,
    kind: str = "response",
    digest: str | None = None,
    status: str = "200 OK",
    headers: list[tuple[str, str]] | None = None,
) -> bytes:
    """One record as a crawler writes it: a gzip member."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    said = [("Content-Type", "text/html; charset=utf-8"), *(headers or [])]
    http = StatusAndHeaders(status, said, protocol="HTTP/1.1")
    named = {"WARC-Date": at} | ({"WARC-Payload-Digest": digest} if digest else {})
    body = BytesIO(page.encode()) if kind == "response" else None
    length = len(page.encode()) if body else 0
    writer.write_record(
        writer.create_warc_record(url, kind, payload=body, length=length, http_headers=http, warc_headers_dict=named)
    )
    return out.getvalue()


def test_a_crawl_brings_the_page_and_passes_over_the_rest(app: App, tmp_path: Path) -> None:
    """Responses and revisits of the page; pictures and other pages are none of ours."""
    first = response(KRONOBERG, "2022-10-04T06:00:00Z", TODAY)
    digest = next(line for line in gzip.decompress(first).decode().splitlines() if "Payload-Digest" in line)
    again = response(KRONOBERG, "2022-10-05T06:00:00Z", "", kind="revisit", digest=digest.partition(": ")[2])
    other = response("https://example.org/bild", "2022-10-04T06:00:01Z", "<html></html>")
    (tmp_path / "crawl.warc.gz").write_bytes(again + other + first)
    done = brought(app, tmp_path / "crawl.warc.gz", page=None)
    assert (done.pages["kronoberg"].new, done.problems, done.elsewhere) == (2, (), 1)
    [line] = app.ask.snapshots(None)
    assert (line["first_seen"], line["last_seen"]) == ("2022-10-04T06:00:00Z", "2022-10-05T06:00:00Z")


def test_a_revisit_may_stand_for_a_response_in_another_file(app: App, tmp_path: Path) -> None:
    """A crawl of many days keeps what is equal once, in the file of the first; their order does not matter."""
    first = response(KRONOBERG, "2022-10-04T06:00:00Z", TODAY)
    digest = next(line for line in gzip.decompress(first).decode().splitlines() if "Payload-Digest" in line)
    again = response(KRONOBERG, "2022-10-05T06:00:00Z", "", kind="revisit", digest=digest.partition(": ")[2])
    (tmp_path / "b.warc.gz").write_bytes(first)
    (tmp_path / "a.warc.gz").write_bytes(again)
    done = brought(app, tmp_path, page=None)
    assert (done.pages["kronoberg"].new, done.problems) == (2, ())
    assert app.ask.snapshots(None)[0]["last_seen"] == "2022-10-05T06:00:00Z"


def test_a_crawl_finds_a_page_where_its_redirect_leads(app: App, tmp_path: Path) -> None:
    """Within the site and at once, as a look would; another day the same address is another page."""
    moved = KRONOBERG.replace("internationella-samarbeten", "samarbeten")
    records = [
        response(KRONOBERG, "2022-10-04T06:00:00Z", "", status="301 Moved", headers=[("Location", moved)]),
        response(moved, "2022-10-04T06:00:02Z", TODAY),
        response(moved, "2022-10-09T06:00:02Z", REPLACED),
        response(
            KRONOBERG, "2022-10-10T06:00:00Z", "", status="302 Found", headers=[("Location", "https://a.example/")]
        ),
        response("https://a.example/", "2022-10-10T06:00:01Z", REPLACED),
    ]
    (tmp_path / "crawl.warc.gz").write_bytes(b"".join(records))
    done = brought(app, tmp_path / "crawl.warc.gz", page=None)
    assert (done.pages["kronoberg"].new, done.elsewhere) == (1, 2)
    assert "Roland Gustbée" in erb(app, "2022-10-05")


def test_a_page_that_is_named_is_not_all_that_a_crawl_holds(app: App, tmp_path: Path) -> None:
    """Where the page's own address is among them; a crawl of other addresses is taken at the person's word."""
    picture = response("https://example.org/bild.svg", "2022-10-04T06:00:01Z", "<svg></svg>")
    (tmp_path / "own.warc.gz").write_bytes(response(KRONOBERG, "2022-10-04T06:00:00Z", TODAY) + picture)
    (tmp_path / "moved.warc.gz").write_bytes(response("https://example.org/a", "2022-10-05T06:00:00Z", REPLACED))
    assert brought(app, tmp_path / "own.warc.gz").pages["kronoberg"].new == 1
    assert brought(app, tmp_path / "moved.warc.gz").pages["kronoberg"].new == 1


def test_a_broken_member_costs_only_itself(app: App, tmp_path: Path) -> None:
    """Flipped bits in the middle one: the others are read, and the file and record are named."""
    members = [
        response(KRONOBERG, f"2022-10-0{day}T06:00:00Z", page)
        for day, page in ((4, EARLIER), (5, TODAY), (6, REPLACED))
    ]
    bent = bytearray(members[1])
    bent[200:260] = bytes(60)
    (tmp_path / "crawl.warc.gz").write_bytes(members[0] + bytes(bent) + members[2])
    done = brought(app, tmp_path / "crawl.warc.gz", page=None)
    assert done.pages["kronoberg"].new == 2
    assert len(done.problems) == 1
    assert "crawl.warc.gz" in done.problems[0]
    assert verify_history(app).faults == ()


def test_a_body_whose_hash_is_wrong_is_refused(app: App, tmp_path: Path) -> None:
    """A record that is not what its digest says proves nothing."""
    wrong = response(KRONOBERG, "2022-10-05T06:00:00Z", REPLACED, digest="sha1:" + "A" * 32)
    (tmp_path / "crawl.warc.gz").write_bytes(response(KRONOBERG, "2022-10-04T06:00:00Z", TODAY) + wrong)
    done = brought(app, tmp_path / "crawl.warc.gz", page=None)
    assert done.pages["kronoberg"].new == 1
    assert "digest" in done.problems[0]


@pytest.mark.parametrize("packed", [True, False])
def test_a_cut_file_gives_what_is_whole(app: App, tmp_path: Path, packed: bool) -> None:
    """And says that it ends too early."""
    members = [response(KRONOBERG, f"2022-10-0{day}T06:00:00Z", page) for day, page in ((4, TODAY), (5, REPLACED))]
    if not packed:
        members = [gzip.decompress(each) for each in members]
    (tmp_path / "crawl.warc").write_bytes(members[0] + members[1][: len(members[1]) // 2])
    done = brought(app, tmp_path / "crawl.warc", page=None)
    assert done.pages["kronoberg"].new == 1
    assert len(done.problems) == 1


def test_another_database_is_carried_whole(app: App, tmp_path: Path) -> None:
    """Into an empty one; not over a history, and not together with files."""
    save(tmp_path / "copies", "20221004060000.html", TODAY)
    with App(Config(None, f"sqlite:///{tmp_path / 'old.db'}", (PAGE,))) as old:
        brought(old, tmp_path / "copies")
    import_database(app, str(tmp_path / "old.db"))
    assert len(erb(app, "2022-10-05")) == 4
    assert verify_history(app).faults == ()
    with pytest.raises(UsageError, match="already"):
        import_database(app, str(tmp_path / "old.db"))
    with pytest.raises(UsageError, match="by itself"):
        brought(app, tmp_path / "old.db", tmp_path / "copies")


@pytest.mark.parametrize("coding", ["gzip", "chunked", "br"])
def test_bodies_are_unpacked(app: App, tmp_path: Path, coding: str) -> None:
    """As crawlers keep them, packed as they travelled; what nobody can unpack is no page."""
    body = {
        "gzip": gzip.compress(TODAY.encode()),
        "chunked": b"%x\r\n%s\r\n0\r\n\r\n" % (len(TODAY.encode()), TODAY.encode()),
        "br": b"\x1b\x03\x00",
    }[coding]
    field = "Transfer-Encoding" if coding == "chunked" else "Content-Encoding"
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), (field, coding)], protocol="HTTP/1.1")
    named = {"WARC-Date": "2022-10-04T06:00:00Z"}
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    record = writer.create_warc_record(
        KRONOBERG, "response", payload=BytesIO(body), length=len(body), http_headers=http, warc_headers_dict=named
    )
    writer.write_record(record)
    (tmp_path / "crawl.warc.gz").write_bytes(out.getvalue())
    done = brought(app, tmp_path / "crawl.warc.gz", page=None)
    assert done.pages["kronoberg"].snapshots == (coding != "br")


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    """One line, and the database is as it was."""
    url = f"sqlite:///{tmp_path / 'bevaka.db'}"
    for day in range(1, 29):
        save(tmp_path / "copies", f"202210{day:02}060000.html", TODAY.replace("Robert Olesen", f"Namn{day} Provsson"))
    with App(Config(None, url, (PAGE,))) as app:
        app.store.watch([(PAGE.name, PAGE.url)])
        with app.store.database.read() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()

        @event.listens_for(app.store.database.engine, "begin")
        def full(connection: Connection) -> None:
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 4}")

        with pytest.raises(StorageError, match="full"):
            brought(app, tmp_path / "copies")
        event.remove(app.store.database.engine, "begin", full)
        assert app.ask.snapshots(None) == []
        assert verify_history(app).faults == ()
