"""Who may ask, how often and how much; what every answer carries; and when the server refuses to start."""

from __future__ import annotations

import base64
import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from monitor.cli import main
from monitor.web import Exposure, exposure_of, make_site
from monitor.web.guard import Buckets
from monitor.web.render import STATIC
from records.errors import UsageError
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import EARLIER, REPLACED, TODAY, Watch
from tests.web import LOCAL, UNBOUNDED, browsing, serving

OPEN = exposure_of("0.0.0.0", None, None, unguarded=True)
TOKEN = exposure_of("0.0.0.0", None, "hemlig-nyckel", unguarded=False)


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path_factory.mktemp("guard"), site, mailbox)
        watch.looks(EARLIER)
        watch.looks(TODAY)
        yield watch


@pytest.mark.parametrize("path", ["/", "/changes/1", "/api/v1/who", "/feed.atom", "/nowhere", "/api/v1/nowhere"])
def test_every_answer_is_strict(watch: Watch, path: str) -> None:
    """No script, no framing, no sniffing, no referrer, no cookie; refusals included."""
    with browsing(watch) as client:
        headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in headers


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.9.1"])
def test_this_machine_needs_no_token(host: str) -> None:
    """And its operator's pages are open."""
    assert exposure_of(host, None, None, unguarded=False).operator


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "bevaka.example.org", ""])
def test_anything_wider_is_refused_without_a_token(host: str) -> None:
    """Unless a person says so; then the operator's pages stay closed."""
    with pytest.raises(UsageError, match="token_file"):
        exposure_of(host, None, None, unguarded=False)
    assert not exposure_of(host, None, None, unguarded=True).operator


def test_a_public_address_before_loopback_closes_the_operators_pages(watch: Watch) -> None:
    """Behind a proxy everybody comes from this machine."""
    behind = exposure_of("127.0.0.1", "https://bevaka.example.org", None, unguarded=False)
    with browsing(watch, behind) as client:
        client.base_url = "http://bevaka.example.org"
        assert client.get("/").status_code == 200
        for path in ("/status", "/looks?of=kronoberg", "/api/v1/alerts"):
            assert client.get(path).status_code == 403


@pytest.mark.parametrize("host", ["evil.example.org", "127.0.0.1.example.org", "", "[", "127.0.0.1@evil"])
def test_another_name_for_this_machine_is_refused(watch: Watch, host: str) -> None:
    """A page elsewhere cannot reach a loopback server by a name of its own."""
    with browsing(watch) as client:
        assert client.get("/", headers={"host": host}).status_code == 400
        assert client.get("/", headers={"host": "localhost:8722"}).status_code == 200


@pytest.mark.parametrize(
    ("header", "status"),
    [
        ("", 401),
        ("Bearer hemlig-nyckel", 200),
        ("Bearer hemlig", 401),
        ("Basic " + base64.b64encode(b"vem:hemlig-nyckel").decode(), 200),
        ("Basic " + base64.b64encode(b"hemlig-nyckel").decode(), 401),
        ("Basic ***", 401),
        ("Bearer hemlig-nycke\u00e5", 401),
    ],
)
def test_a_token_guards_everything(watch: Watch, header: str, status: int) -> None:
    """As a Bearer token or as a password; without it not even the style sheet."""
    with browsing(watch, TOKEN) as client:
        for path in ("/", "/api/v1/who", "/feed.atom"):
            answer = client.get(path, headers=[(b"authorization", header.encode())])
            assert answer.status_code == status, path
            assert ("www-authenticate" in answer.headers) == (status == 401)


@pytest.mark.parametrize(
    "header", ["Bearer nyckel å: 7", "Basic " + base64.b64encode("vem:nyckel å: 7".encode()).decode()]
)
def test_a_token_may_hold_any_letters(header: str) -> None:
    """In UTF-8, as browsers send it, whichever way it comes."""
    exposure = exposure_of("0.0.0.0", None, "nyckel å: 7", unguarded=False)
    assert exposure.lets_in(header.encode().decode("latin-1"))
    assert not exposure.lets_in(header.encode().decode("latin-1") + "8")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_nothing_can_be_written(watch: Watch, method: str) -> None:
    with browsing(watch) as client:
        answer = client.request(method, "/pages/kronoberg")
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD"


def test_what_is_too_large_is_refused(watch: Watch) -> None:
    """A long address, or a question with a body."""
    with browsing(watch) as client:
        assert client.get("/search?q=" + "a" * 50_000).status_code == 414
        assert client.get("/" + "a" * 50_000).status_code == 414
        assert client.request("GET", "/", content=b"x").status_code == 413


@pytest.mark.parametrize("path", ["/search?q=" + "a" * 1_000_000, "/?" + "&" * 1_000_000, "/" + "a/" * 500_000])
def test_a_million_letters_are_refused_in_words(watch: Watch, path: str) -> None:
    """By a real server, to a client that sends them all; and the next one is answered as ever."""
    with watch.app() as app, serving(make_site(app, LOCAL, UNBOUNDED)) as address:
        line = http.client.HTTPConnection(address.removeprefix("http://"), timeout=20)
        line.request("GET", path)
        answer = line.getresponse()
        assert (answer.status, "content-security-policy" in answer.headers) == (414, True)
        assert "är längre än 16000 tecken" in answer.read().decode()
        line.close()
        with urllib.request.urlopen(f"{address}/search?q=erb", timeout=20) as following:
            assert following.status == 200


def test_what_has_no_end_is_cut_off(watch: Watch) -> None:
    """Before it is all read."""
    with watch.app() as app, serving(make_site(app, LOCAL, UNBOUNDED)) as address:
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=20) as line, contextlib.suppress(OSError):
            line.sendall(b"GET /search?q=" + b"a" * 9_000_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            assert line.recv(12).startswith(b"HTTP/1.1 4")
        with urllib.request.urlopen(f"{address}/search?q=erb", timeout=20) as answer:
            assert answer.status == 200


def test_who_asks_too_often_waits() -> None:
    """A burst, then as many as time gives; another client is not held up."""
    now = [0.0]
    buckets = Buckets(rate=2.0, burst=3, now=lambda: now[0])
    assert [buckets.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert buckets.wait("b") == 0
    now[0] = 0.5
    assert buckets.wait("a") == 0
    assert buckets.wait("a") > 0


def test_too_many_requests_are_told_when_to_come_again(watch: Watch) -> None:
    with browsing(watch, limits=replace(UNBOUNDED, rate=0.01, burst=2)) as client:
        answers = [client.get("/") for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert int(answers[2].headers["retry-after"]) > 1


def test_an_answer_is_given_again_until_something_happens(tmp_path: Path) -> None:
    """The database is asked, not a clock: a change shows at once."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        watch.looks(TODAY)
        with browsing(watch, LOCAL, UNBOUNDED) as client:
            first = client.get("/")
            assert client.get("/", headers={"if-none-match": first.headers["etag"]}).status_code == 304
            watch.looks(REPLACED)
            assert "Testa Testsson" in client.get("/", headers={"if-none-match": first.headers["etag"]}).text


@pytest.mark.parametrize("host", ["[", "[::1", "]"])
def test_a_host_that_is_none_is_refused_anywhere(watch: Watch, host: str) -> None:
    with browsing(watch, OPEN) as client:
        for path in ("/", "/feed.atom", "/api/v1/snapshots?limit=1"):
            assert client.get(path, headers={"host": host}).status_code == 400


def test_another_host_name_gets_an_answer_of_its_own(watch: Watch) -> None:
    """Nobody can put links to elsewhere into the feed that others read."""
    with browsing(watch, OPEN) as client:
        assert "evil.example.org" in client.get("/feed.atom", headers={"host": "evil.example.org"}).text
        assert "evil.example.org" not in client.get("/feed.atom").text


def test_health_follows_the_time_and_not_the_database(tmp_path: Path) -> None:
    """200 while the page is seen, 503 once it has not been for long; metrics for the operator alone."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        watch.looks(TODAY)
        with browsing(watch) as client:
            assert client.get("/healthz").text == "ok\n"
            assert "bevaka_outbox_queued" in client.get("/metrics").text
            watch.clock.later(days=9)
            answer = client.get("/healthz")
        assert answer.status_code == 503
        assert "kronoberg has not been seen since" in answer.text
        with browsing(watch, OPEN) as client:
            assert client.get("/metrics").status_code == 403


def test_the_bundled_files_are_what_was_vendored() -> None:
    """By their hashes, beside them."""
    import hashlib

    for folder in (Path("monitor/web/static"), Path("tests/vendor/axe")):
        root = Path(__file__).parent.parent / folder
        for line in (root / "SHA256SUMS").read_text().splitlines():
            digest, name = line.split()
            assert hashlib.sha256((root / name).read_bytes()).hexdigest() == digest, name
    assert set(STATIC) == {"pico.css", "bevaka.css", "icon.svg"}


def test_the_command_shows_the_history_until_it_is_interrupted(watch: Watch) -> None:
    """A real process: it says where, answers there, and stops with 0."""
    command = [sys.executable, "-m", "monitor.cli", "--config", str(watch.config), "--lang", "sv", "web", "--port", "0"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        said = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert said is not None
        with urllib.request.urlopen(f"{said[0]}pages/kronoberg", timeout=20) as answer:
            assert "Roland Gustbée" in answer.read().decode()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [(["--host", "0.0.0.0"], "token_file"), (["--host", "256.1.1.1"], "token_file"), (["--port", "70000"], "--port")],
)
def test_wrong_use_is_one_line(watch: Watch, capsys: pytest.CaptureFixture[str], words: list[str], says: str) -> None:
    """With what to do."""
    assert main(["--config", str(watch.config), "web", *words]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert says in said


def test_nobody_is_an_operator_without_being_told() -> None:
    assert Exposure(None, None, operator=False).lets_in("")
    assert not OPEN.operator


@pytest.mark.parametrize("name", ["cookie", "accept-language", "accept", "x-anything"])
def test_headers_without_end_are_refused_at_once(watch: Watch, name: str) -> None:
    """Nobody takes apart a million letters of them for a stranger: the refusal is made before any is read."""
    with browsing(watch) as client:
        before = time.process_time()
        answer = client.get("/", headers={name: "a=b; " * 200_000})
        assert time.process_time() - before < 0.5
        assert answer.status_code == 431
        assert client.get("/api/v1/who", headers={name: "a=b; " * 200_000}).json()["status"] == 431
        assert client.get("/", headers={name: "a=b; " * 1000}).status_code == 200
