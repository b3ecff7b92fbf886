"""What is refused is said: to people in their language, to programs as problem details; by the server itself, too."""

from __future__ import annotations

import contextlib
import http.client
import json
import logging
import select
import socket
import sqlite3
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from monitor.web import Exposure, Limits, exposure_of, make_site
from monitor.web.guard import HEADERS
from monitor.web.problems import told
from monitor.web.server import CONNECTIONS
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import TODAY, Watch
from tests.web import LOCAL, UNBOUNDED, browsing, serving

HTML = {"accept": "text/html"}
TOKEN = exposure_of("0.0.0.0", None, "hemlig-nyckel", unguarded=False)
ONE_LOOK = replace(UNBOUNDED, rate=0.001, burst=0)
PROBLEM = "application/problem+json"
REFUSED: list[tuple[str, Exposure, Limits, dict[str, str], int, str, str]] = [
    ("/nowhere", LOCAL, UNBOUNDED, {}, 404, "Här finns ingenting", "There is nothing"),
    ("/changes/x", LOCAL, UNBOUNDED, {}, 404, "Här finns ingenting", "There is nothing"),
    ("/changes?sheet=x", LOCAL, UNBOUNDED, {}, 400, "”sheet” i adressen", "“sheet” in the address"),
    ("/pages/kronoberg?year=1", LOCAL, UNBOUNDED, {}, 400, "”year” i adressen", "“year” in the address"),
    (f"/search?q={'a' * 300}", LOCAL, UNBOUNDED, {}, 400, "högst 200 tecken", "at most 200 letters"),
    ("/person", LOCAL, UNBOUNDED, {}, 400, "”name” i adressen", "“name” in the address"),
    (f"/?{'a' * 17_000}", LOCAL, UNBOUNDED, {}, 414, "längre än 16000", "longer than 16000"),
    ("/", LOCAL, UNBOUNDED, {"x": "a" * 40_000}, 431, "längre än 32000", "longer than 32000"),
    ("/", LOCAL, UNBOUNDED, {"host": "evil.example.org"}, 400, "ett namn", "by a name"),
    ("/", TOKEN, UNBOUNDED, {}, 401, "nyckel", "token"),
    ("/", LOCAL, ONE_LOOK, {}, 429, "Vänta", "Wait"),
]


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path_factory.mktemp("refusals"), site, mailbox)
        watch.looks(TODAY)
        yield watch


@pytest.mark.parametrize(("path", "exposure", "limits", "headers", "status", "swedish", "english"), REFUSED)
def test_people_are_refused_in_their_language(
    watch: Watch,
    path: str,
    exposure: Exposure,
    limits: Limits,
    headers: dict[str, str],
    status: int,
    swedish: str,
    english: str,
) -> None:
    """A whole page of it; no half of it in the other's."""
    with browsing(watch, exposure, limits) as client:
        for lang, says in (("sv", swedish), ("en", english)):
            answer = client.get(path, headers={**HTML, **headers, "accept-language": lang})
            assert answer.status_code == status
            assert says in answer.text, (lang, answer.text)
            assert 'lang="en"' not in answer.text.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize(("path", "exposure", "limits", "headers", "status", "_sv", "english"), REFUSED)
def test_programs_are_refused_in_english(
    watch: Watch,
    path: str,
    exposure: Exposure,
    limits: Limits,
    headers: dict[str, str],
    status: int,
    _sv: str,
    english: str,
) -> None:
    """As problem details, whatever language is asked for: as the command line's errors are."""
    with browsing(watch, exposure, limits) as client:
        answer = client.get(path, headers={"accept": "application/json", **headers, "accept-language": "sv"})
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    assert english in answer.json()["detail"]


def test_words_in_another_language_say_that_they_are() -> None:
    """What is known in English only, on a Swedish page."""
    request = Request({"type": "http", "path": "/", "query_string": b"", "headers": [(b"accept-language", b"sv")]})
    assert b'<p lang="en">it is so</p>' in told(request, 400, "it is so").body


def test_a_database_that_cannot_be_read_is_not_described_to_strangers(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Where it lies and what is wrong with it is for the log."""
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        watch.looks(TODAY)
        with browsing(watch) as client:
            with contextlib.closing(sqlite3.connect(tmp_path / "bevaka.db")) as database:
                database.execute("ALTER TABLE looks RENAME TO elsewhere")
            with caplog.at_level(logging.WARNING, "bevaka"):
                for accept in ("text/html", "application/json"):
                    answer = client.get("/pages/kronoberg", headers={"accept": accept})
                    assert answer.status_code == 503
                    assert str(tmp_path) not in answer.text
                    assert "no such table" not in answer.text
    assert "no such table" in caplog.text


def _answer_on(line: socket.socket) -> http.client.HTTPResponse:
    answer = http.client.HTTPResponse(line)
    answer.begin()
    return answer


def _is_a_problem(answer: http.client.HTTPResponse, status: int) -> None:
    assert (answer.status, answer.headers["content-type"]) == (status, PROBLEM)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    problem = json.loads(answer.read())
    assert set(problem) == {"type", "title", "status", "detail", "instance"}
    assert problem["status"] == status


@pytest.mark.parametrize("asked", [b"GET / HTTP/1.1\r\nHost: a b\r\nx y: z\r\n\r\n", b"\x16\x03\x01 no HTTP\r\n\r\n"])
def test_what_is_no_request_gets_a_problem_too(watch: Watch, asked: bytes) -> None:
    """From the server itself, with the headers of every answer: it never comes as far as the site."""
    with watch.app() as app, serving(make_site(app, LOCAL, UNBOUNDED)) as address:
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=20) as line:
            line.sendall(asked)
            _is_a_problem(_answer_on(line), 400)


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET /api/v1/who HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "])
def test_who_never_ends_a_question_is_not_waited_for(watch: Watch, sent: bytes) -> None:
    """Else a few hundred lines that say nothing would keep everybody out."""
    with watch.app() as app, serving(make_site(app, LOCAL, UNBOUNDED), patience=1) as address:
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=20) as line:
            line.sendall(sent)
            _is_a_problem(_answer_on(line), 408)
            assert line.recv(1) == b""


def test_who_begins_another_question_is_waited_for_as_long(watch: Watch) -> None:
    """On one line: the second is answered, the third is never ended."""
    asked = b"GET /api/v1/who HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with watch.app() as app, serving(make_site(app, LOCAL, UNBOUNDED), patience=1) as address:
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=20) as line:
            for part in (asked, asked):
                line.sendall(part)
                answer = _answer_on(line)
                assert answer.status == 200
                answer.read()
            line.sendall(asked[:20])
            _is_a_problem(_answer_on(line), 408)


def test_who_does_not_read_the_answer_is_hung_up_on() -> None:
    """It would hold its place for ever. Who reads on gets all of it."""
    large = b"x" * 30_000_000

    async def site(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(large)(scope, receive, send)

    with serving(site, patience=1) as address:
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=20) as line:
            line.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            ends = select.poll()
            ends.register(line, 0)  # an error or the end, and nothing else
            assert ends.poll(20_000)
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert answer.read() == large


def test_one_connection_too_many_is_told_to_come_again(watch: Watch) -> None:
    """In a problem, and is closed; once others have gone there is room again."""
    with (
        watch.app() as app,
        serving(make_site(app, LOCAL, UNBOUNDED)) as address,
        contextlib.ExitStack() as crowd,
    ):
        host, port = address.removeprefix("http://").split(":")
        asked = b"GET /api/v1/who HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        lines = [
            crowd.enter_context(socket.create_connection((host, int(port)), timeout=20)) for _ in range(CONNECTIONS)
        ]
        lines[-1].sendall(asked)
        assert _answer_on(lines[-1]).status == 200  # and all before it have been let in
        with socket.create_connection((host, int(port)), timeout=20) as late:
            late.sendall(asked)
            answer = _answer_on(late)
            assert (answer.headers["retry-after"], answer.headers["connection"]) == ("5", "close")
            _is_a_problem(answer, 503)
            assert late.recv(1) == b""
        crowd.close()
        with contextlib.closing(http.client.HTTPConnection(host, int(port), timeout=20)) as line:
            line.request("GET", "/api/v1/who")
            assert line.getresponse().status == 200
