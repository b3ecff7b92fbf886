"""The JSON API: the command line's own answers, in sheets, as CSV, with ETags, and as its OpenAPI document says."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from monitor.app import App
from monitor.cli import main
from monitor.config import load
from monitor.web import Exposure, make_site
from records.changes import ChangeKind, Group
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import EARLIER, INVENTED_PAGE, TODAY, Watch
from tests.web import UNBOUNDED, browsing, client_of

ANYBODY = Exposure(None, None, operator=True)


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path_factory.mktemp("api"), site, mailbox)
        for html in (EARLIER, TODAY, INVENTED_PAGE):
            watch.looks(html)
        yield watch


@pytest.fixture(scope="module")
def client(watch: Watch) -> Iterator[TestClient]:
    with browsing(watch) as client:
        yield client


QUESTIONS = [
    ("/who?on=2022-10-03&in=ERB", ["who", "--on", "2022-10-03", "--in", "ERB"]),
    ("/person?name=gustbee", ["person", "gustbee"]),
    ("/history?kind=representatives", ["history", "--kind", "representatives"]),
    ("/history?person=testa&limit=1", ["history", "--person", "testa", "--limit", "1"]),
    ("/snapshots?page=kronoberg", ["snapshots", "--page", "kronoberg"]),
    ("/snapshots/2", ["show", "2"]),
    ("/compare?before=2&after=3", ["compare", "2", "3"]),
    ("/alerts", ["alerts"]),
]


@pytest.mark.parametrize(("path", "words"), QUESTIONS)
def test_it_answers_as_the_command_line_does(
    client: TestClient, watch: Watch, capsys: pytest.CaptureFixture[str], path: str, words: list[str]
) -> None:
    """One function each, no second truth."""
    assert main(["--config", str(watch.config), *words, "--format", "json"]) == 0
    assert client.get(f"/api/v1{path}").json() == json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("path", "words"), [each for each in QUESTIONS if each[1][0] not in ("show", "compare")])
def test_it_gives_the_same_csv(
    client: TestClient, watch: Watch, capsys: pytest.CaptureFixture[str], path: str, words: list[str]
) -> None:
    """Asked for by Accept; cells that look like formulas are disarmed."""
    main(["--config", str(watch.config), *words, "--format", "csv"])
    answer = client.get(f"/api/v1{path}", headers={"accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert rows == list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) > 1


@pytest.mark.parametrize(("lang", "between"), [("sv", ";"), ("en", ",")])
def test_a_spreadsheet_opens_the_files_that_the_pages_offer(client: TestClient, lang: str, between: str) -> None:
    """Å, ä and ö by the mark in front; cells by what stands between them where a comma is within numbers."""
    reader = {"accept-language": lang}
    for path, rows in (("/pages/kronoberg?on=2022-10-04", 8), ("/person?name=gustbee", 1), ("/changes", 20)):
        [link] = re.findall(r'href="(/api/v1/[^"]+format=csv)"', client.get(path, headers=reader).text)
        answer = client.get(html.unescape(link), headers=reader)
        assert re.fullmatch(r'attachment; filename="bevaka-\w+\.csv"', answer.headers["content-disposition"])
        assert answer.content.startswith(b"\xef\xbb\xbf")
        heads, *cells = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=between)
        assert "page" in heads
        assert len(cells) == rows
        assert {len(each) for each in cells} == {len(heads)}
    assert client.get("/api/v1/who?format=ods").status_code == 400


def test_it_says_how_all_is_as_the_command_line_does(watch: Watch, capsys: pytest.CaptureFixture[str]) -> None:
    """At the same time: what is late depends on it."""
    with App(load(str(watch.config), {})) as app:
        assert main(["--config", str(watch.config), "status", "--format", "json"]) == 1  # years went by
        status = client_of(app).get("/api/v1/status").json()
    assert status == json.loads(capsys.readouterr().out)
    assert status["ok"] is False


def test_lists_come_in_sheets(client: TestClient) -> None:
    """A Link header leads to the next one, until there is none."""
    path: str | None = "/api/v1/snapshots?limit=2"
    seen: list[int] = []
    while path:
        answer = client.get(path)
        seen += [each["id"] for each in answer.json()]
        path = answer.links["next"]["url"] if "next" in answer.links else None
    assert seen == [3, 2, 1]


def test_what_was_seen_already_is_not_sent_again(client: TestClient) -> None:
    """304 for the same ETag; another answer has another one."""
    first = client.get("/api/v1/history")
    assert client.get("/api/v1/history", headers={"if-none-match": first.headers["etag"]}).status_code == 304
    assert client.get("/api/v1/history?limit=1", headers={"if-none-match": first.headers["etag"]}).status_code == 200
    assert client.head("/api/v1/history").content == b""
    assert client.head("/api/v1/history").headers["etag"] == first.headers["etag"]


def test_the_raw_response_comes_byte_for_byte(client: TestClient) -> None:
    """As a file to keep, never as a page to open."""
    answer = client.get("/api/v1/snapshots/2/raw")
    assert answer.content == TODAY.encode()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/who?on=igar", 400, "2022-10-04"),
        ("/who?page=finns-inte", 404, "kronoberg"),
        ("/history?kind=representative", 400, "did you mean"),
        ("/history?kind=", 400, "choose from"),
        ("/history?limit=0", 400, "limit"),
        ("/history?offset=-1", 400, "offset"),
        ("/snapshots/99", 404, "99"),
        ("/compare?before=1", 400, "after"),
        ("/person", 400, "name"),
        ("/nothing", 404, "nothing at this address"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client: TestClient, path: str, status: int, says: str) -> None:
    """RFC 9457, with what to do instead."""
    answer = client.get(f"/api/v1{path}")
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, problem["status"], problem["type"]) == (status, status, "about:blank")
    assert says in problem["detail"]
    assert set(problem) == {"type", "title", "status", "detail", "instance"}


def test_the_search_finds_folded(client: TestClient) -> None:
    """People, collaborations and texts at once."""
    assert client.get("/api/v1/search?q=gustbee").json()["people"] == ["Roland Gustbée"]
    found = client.get("/api/v1/search?q=erb").json()
    assert found["collaborations"] == [{"page": "kronoberg", "name": "Euroregion Baltic", "abbreviation": "ERB"}]
    assert found["texts"][0]["collaboration"] == "Euroregion Baltic"


@pytest.mark.slow
def test_what_its_document_says_of_parameters_is_so(client: TestClient) -> None:
    """None of them is ever null; kinds and dates have the forms that are taken; refusals have one shape."""
    document = client.get("/api/v1/openapi.json").json()
    asked = {
        (path, each["name"]): each["schema"]
        for path, operations in document["paths"].items()
        for each in operations["get"].get("parameters", [])
    }
    assert "null" not in json.dumps([*asked.values()])
    assert asked["/api/v1/history", "kind"]["enum"] == [*Group, *ChangeKind]
    assert [each["format"] for each in asked["/api/v1/who", "on"]["anyOf"]] == ["date", "date-time"]
    assert set(document["components"]["schemas"]["Problem"]["required"]) == {
        "type", "title", "status", "detail", "instance",
    }  # fmt: skip


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
def test_it_does_what_its_document_says(watch: Watch, mode: schemathesis.GenerationMode) -> None:
    """Whatever is asked, rightly or wrongly: documented statuses, types and shapes, and never a 5xx."""
    with watch.app() as app:
        site = make_site(app, ANYBODY, UNBOUNDED)
        schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", site)
        operations = [each.ok() for each in schema.get_all_operations() if isinstance(each, Ok)]
        assert len(operations) == 11
        wrong = mode is schemathesis.GenerationMode.NEGATIVE
        for operation in operations:
            if wrong and not list(operation.iter_parameters()):
                continue  # nothing that could be wrong

            @settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: Any) -> None:
                # A time since when that is after the one until when is refused: no schema can say that.
                case.call_and_validate(excluded_checks=[positive_data_acceptance])

            ask()
