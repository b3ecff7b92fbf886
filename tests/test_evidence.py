"""What came in the page's place is kept with the first look that could not tell: shown, exported, read back."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from monitor.app import App
from monitor.cli import main
from monitor.config import Config, PageConfig
from monitor.keeping.bringing import bring
from monitor.keeping.exports import export, whole_file
from monitor.keeping.tending import prove, read_again
from monitor.schedule import Schedule
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED, TODAY, Watch

DOWN = "<html><title>Fel</title><h1>503 Tjänsten är nere</h1></html>"


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        limits = '[fetch]\ndeadline = "1s"\nmax_bytes = "1MB"'
        watch.config.write_text(watch.config.read_text("utf-8") + "\n" + limits, "utf-8")
        watch.looks(TODAY)
        yield watch


def gaps(watch: Watch) -> list[dict[str, Any]]:
    with watch.app() as app:
        return app.gaps(None)


def raw(watch: Watch, number: int) -> bytes:
    with watch.app() as app:
        return app.raw_of_gap(number)


def test_the_first_error_page_of_a_run_is_kept(watch: Watch) -> None:
    """The later ones only extend the interval."""
    for body in (DOWN, DOWN, "<html>another text</html>"):
        watch.site.answers(503, body, {"Content-Type": "text/html"})
        watch.looks()
    [gap] = gaps(watch)
    assert (gap["reason"], gap["status"], gap["looks"], gap["cut"]) == ("http-status", 503, 3, None)
    assert raw(watch, gap["id"]).decode() == DOWN


@pytest.mark.parametrize(("status", "reason"), [(403, "blocked"), (404, "http-status"), (500, "http-status")])
def test_walls_and_errors_are_kept_with_their_status(watch: Watch, status: int, reason: str) -> None:
    """Whatever the server said instead of the page is evidence."""
    watch.site.answers(status, DOWN, {"Content-Type": "text/html"})
    watch.looks()
    [gap] = gaps(watch)
    assert (gap["reason"], gap["status"], gap["bytes"]) == (reason, status, len(DOWN.encode()))


def test_a_cut_body_is_kept_as_far_as_it_came(watch: Watch) -> None:
    """And marked so: read again, it never becomes a page."""
    watch.site.cuts_after(len(TODAY.encode()) - 20, TODAY)
    watch.looks()
    [gap] = gaps(watch)
    assert (gap["reason"], gap["cut"]) == ("truncated", "disconnect")
    assert TODAY.encode().startswith(raw(watch, gap["id"]))
    assert gap["bytes"] > 1000
    with watch.app() as app:
        assert read_again(app, lambda: None) == []
        assert prove(app).faults == ()


def test_a_flood_is_kept_to_the_limit_and_a_redirect_without_a_body(watch: Watch) -> None:
    """Evidence never costs more than a page may."""
    watch.site.floods()
    watch.looks()
    watch.site.redirects("http://localhost.example.invalid/")
    watch.looks()
    away, flood = gaps(watch)
    assert (flood["reason"], flood["cut"]) == ("too-large", "length")
    assert flood["bytes"] <= 10**6 + 2**16
    assert (away["reason"], away["status"], away["bytes"]) == ("redirected-away", 302, 0)


def test_where_nothing_came_there_is_nothing_to_show(watch: Watch, capsys: pytest.CaptureFixture[str]) -> None:
    """A gap all the same, with its reason; asking for the body says so in one line."""
    watch.site.hangs_up()
    watch.looks()
    [gap] = gaps(watch)
    assert (gap["reason"], gap["status"], gap["sha256"]) == ("unreachable", None, None)
    assert main(["show", str(gap["id"]), "--gap", "--raw", "--config", str(watch.config)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_command_line_shows_them(watch: Watch, capsys: pytest.CaptureFixture[str]) -> None:
    """As a table, JSON and CSV; one alone; its body."""
    watch.site.answers(503, DOWN, {"Content-Type": "text/html"})
    watch.looks()

    def said(*words: str) -> str:
        assert main([*words, "--config", str(watch.config)]) == 0
        return capsys.readouterr().out

    [gap] = json.loads(said("snapshots", "--gaps", "--format", "json"))
    assert "503" in said("snapshots", "--gaps")
    assert said("snapshots", "--gaps", "--format", "csv").splitlines()[1].startswith(f"{gap['id']},kronoberg,")
    assert json.loads(said("show", str(gap["id"]), "--gap", "--format", "json")) == gap
    assert "503" in said("show", str(gap["id"]), "--gap")
    assert len(json.loads(said("snapshots", "--format", "json"))) == 1  # a gap is no snapshot


def _everything(watch: Watch) -> None:
    """A gap of each kind that leaves something, between good looks."""
    faults = (
        lambda site: site.answers(503, DOWN, {"Content-Type": "text/html"}),
        lambda site: site.answers(403, "<html>Nej</html>", {"Content-Type": "text/html"}),
        lambda site: site.cuts_after(len(TODAY.encode()) - 20, TODAY),
        lambda site: site.redirects("http://localhost.example.invalid/"),
        lambda site: site.bombs(100),
        lambda site: site.shows(b"%PDF-1.7 and so on", "application/pdf"),
        lambda site: site.drips(),
    )
    for nth, fault in enumerate(faults):
        fault(watch.site)
        watch.looks()
        watch.looks()
        watch.looks(REPLACED if nth % 2 else TODAY)


@contextlib.contextmanager
def _another(watch: Watch, url: str) -> Iterator[App]:
    page = PageConfig("kronoberg", watch.site.url, Schedule(every=3600))
    with App(Config(None, url, (page,)), clock=watch.clock) as app:
        yield app


def _intervals(app: App) -> list[tuple[Any, ...]]:
    runs = reversed(app.history.runs(page="kronoberg"))
    return [(each.first_seen, each.last_seen, each.looks, each.reason) for each in runs]


def test_a_warc_file_carries_the_gaps_there_and_back(watch: Watch, tmp_path: Path) -> None:
    """With their real status and WARC's own mark of a cut; imported, they are gaps again and never pages."""
    _everything(watch)
    file = tmp_path / "all.warc.gz"
    with watch.app() as app, whole_file(file) as out:
        export(app, "warc", out)
        before, told = _intervals(app), app.changes()
    with file.open("rb") as packed:
        records = [
            (each.http_headers.get_statuscode(), each.rec_headers.get_header("WARC-Truncated"))
            for each in ArchiveIterator(packed, check_digests="raise")
            if each.rec_type == "response"
        ]
    assert {("503", None), ("403", None), ("200", "disconnect"), ("200", "length"), ("200", "time")} <= set(records)
    with _another(watch, f"sqlite:///{tmp_path / 'again.db'}") as again:
        bring(again, [str(file)], None, None, lambda _: lambda: None)
        assert _intervals(again) == before
        assert [each["changes"] for each in again.changes()] == [each["changes"] for each in told]
        assert prove(again).faults == ()
        assert read_again(again, lambda: None) == []
        with watch.app() as app:
            for one, other in zip(again.gaps(None), app.gaps(None), strict=True):
                assert {**one, "id": 0, "detail": ""} == {**other, "id": 0, "detail": ""}


def test_an_error_page_is_no_base_for_the_next_good_body(watch: Watch) -> None:
    """Between two nearly equal pages it would cost a whole page's room."""
    for nth in range(3):
        watch.site.answers(503, f"{DOWN}{nth}", {"Content-Type": "text/html"})
        watch.looks()
        watch.looks(TODAY.replace("Roland Gustbée", f"Testa Provsson{nth}"))
    packed = "SELECT length(data) FROM bodies JOIN captures ON body_id = bodies.id WHERE status = 200 AND depth > 0"
    with watch.app() as app, app.store.database.read() as connection:
        sizes = connection.exec_driver_sql(packed).scalars().all()
    assert len(sizes) == 3
    assert max(sizes) < 200
