"""kill -9 at every step between fetch and mark: after a restart each change is told once to each reader.

Or twice under one Message-ID, where the server had taken it and nobody could know. The table of docs/kill-points.md is
what these tests see; `./run test tests/test_kill_points.py -s` prints it.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest

from tests.mailbox import Mailbox, Stage
from tests.site import Site
from tests.watch import REPLACED, TODAY, Watch

pytestmark = pytest.mark.slow
READERS = ("lasare@example.org", "annan@example.org")
OPERATOR = "drift@example.org"
DOCUMENT = Path(__file__).parent.parent / "docs" / "kill-points.md"

Set = Callable[[Watch, int], None]
When = Literal["at once", "daily"]


@dataclass(frozen=True)
class Point:
    """Where the process dies: a statement of its own, or what the other side does to it.

    arrived: how many mails each reader has in the end. changed_before: the change was seen a day earlier; what dies is
    the writing of the daily mails.
    """

    what: str
    arrived: tuple[int, int]
    statement: tuple[str, ...] = ()
    sets: Set = lambda watch, process: None
    when: When = "at once"
    changed_before: bool = False


def at_request(request: int, sent: int) -> Set:
    return lambda watch, process: watch.site.kills(process, REPLACED, request=request, sent=sent, path="/sida")


def at_stage(stage: Stage) -> Set:
    return lambda watch, process: watch.mailbox.kills(process, at=stage)


def refused(watch: Watch, process: int) -> None:
    watch.mailbox.refuses(550, "5.1.1 No such user", for_recipient=READERS[0])


MARKED, KEPT = ("after", "UPDATE outbox SET state"), ("commit", "INSERT INTO digest_items")
DAILY: dict[str, Any] = {"when": "daily", "changed_before": True}
POINTS = [
    Point("the page is asked for", (1, 1), sets=at_request(1, 0)),
    Point("half of the page has come", (1, 1), sets=at_request(1, 2000)),
    Point("the confirming look is asked for", (1, 1), sets=at_request(2, 0)),
    Point("half of the confirming look has come", (1, 1), sets=at_request(2, 2000)),
    Point("what was received is to be kept", (1, 1), ("before", "INSERT INTO captures")),
    Point("the new state is kept, the change is not", (1, 1), ("after", "INSERT INTO snapshots")),
    Point("the change is kept, its mails are not", (1, 1), ("after", "INSERT INTO change_sets")),
    Point("one mail is queued, the other is not", (1, 1), ("after", "INSERT INTO outbox")),
    Point("everything is written, nothing is committed", (1, 1), ("commit", "INSERT INTO outbox")),
    Point("committed, nothing is taken out of the outbox", (1, 1), ("before", "SELECT outbox.id")),
    Point("the mail server takes the connection", (1, 1), sets=at_stage("connect")),
    Point("EHLO", (1, 1), sets=at_stage("EHLO")),
    Point("MAIL", (1, 1), sets=at_stage("MAIL")),
    Point("RCPT", (1, 1), sets=at_stage("RCPT")),
    Point("DATA", (1, 1), sets=at_stage("DATA")),
    Point("the message is on its way", (1, 1), sets=at_stage("body")),
    Point("the server has the message and has not answered", (2, 1), sets=at_stage("answer")),
    Point("the server has answered, nothing is marked", (2, 1), ("before", "UPDATE outbox SET state")),
    Point("it is marked, and not committed", (2, 1), ("commit", "UPDATE outbox SET state")),
    Point("all is sent and marked: QUIT", (1, 1), sets=at_stage("QUIT")),
    Point("a refused mail is marked, the operator's is not queued", (0, 1), MARKED, refused),
    Point("a change is kept for the daily mail, not committed", (1, 1), KEPT, when="daily"),
    Point("its waiting is ended, the daily mail is not queued", (1, 1), ("after", "DELETE FROM digest_items"), **DAILY),
    Point("the daily mail is queued, not committed", (1, 1), ("commit", "INSERT INTO outbox"), **DAILY),
    Point("daily mails are written, their round is not noted", (1, 1), ("before", "UPDATE notes SET value"), **DAILY),
]  # fmt: skip


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox)


def with_readers(watch: Watch, when: When) -> None:
    first, _, _ = watch.config.read_text("utf-8").partition("[[subscriber]]")
    readers = "".join(f'[[subscriber]]\nemail = "{who}"\nwhen = "{when}"\n' for who in READERS)
    watch.config.write_text(f'{first}\n[fetch]\ndelay = "0s"\nconfirm_after = "0s"\n{readers}', "utf-8")


def killed(watch: Watch, point: Point) -> bool:
    """A check in a process of its own, in which the page has changed; whether it died as it should."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.dying", str(watch.config), watch.clock.now().isoformat(), *point.statement],
        stdin=subprocess.PIPE,
        cwd=Path(__file__).parent.parent,
    ) as process:
        watch.site.shows(REPLACED, path="/sida")
        point.sets(watch, process.pid)
        process.communicate(b"go\n", timeout=60)
    return process.returncode == -signal.SIGKILL


def told(watch: Watch, who: str) -> list[bytes]:
    """The mails about the change that somebody got; the same bytes are the same Message-ID."""
    mine = [each for each in watch.mailbox.messages if each.recipient == who]
    assert all("Testa Testsson (M) ersätter Roland Gustbée (M)" in each.subject for each in mine)
    return [each.content for each in mine]


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.what)
def test_a_change_is_told_whatever_the_process_dies_of(watch: Watch, point: Point) -> None:
    """Killed there, started again: every reader has the mail, and nobody has two that are not one."""
    with_readers(watch, point.when)
    watch.looks(TODAY)
    watch.clock.later(hours=1)
    if point.changed_before:
        watch.looks(REPLACED)
        watch.clock.later(days=1)
    assert killed(watch, point)
    watch.site.shows(REPLACED)
    watch.site.shows(REPLACED, path="/sida")
    for _ in range(3):
        watch.clock.later(hours=13)
        watch.check()
    mails = [told(watch, who) for who in READERS]
    assert all(len(set(each)) <= 1 for each in mails)
    assert tuple(len(each) for each in mails) == point.arrived
    if 0 in point.arrived:
        assert watch.subjects(OPERATOR) == [f"Ett brev till {READERS[0]} kunde inte levereras"]


def test_the_table_in_the_documentation_is_this_one(capsys: pytest.CaptureFixture[str]) -> None:
    """Row by row."""
    rows = [
        f"| {number} | {point.what} | {point.arrived[0]} | {point.arrived[1]} |"
        for number, point in enumerate(POINTS, 1)
    ]
    print("\n".join(["", "| | killed when | first reader | second reader |", *rows]))
    assert "\n".join(rows) in DOCUMENT.read_text("utf-8")


def test_two_that_deliver_at_once_never_send_one_message_twice(watch: Watch) -> None:
    """Real processes, started together over one outbox with many messages: each arrives once."""
    many = "".join(f'[[subscriber]]\nemail = "lasare{number}@example.org"\n' for number in range(40))
    watch.config.write_text(watch.config.read_text("utf-8") + many, "utf-8")
    watch.looks(TODAY)
    watch.mailbox.is_down()
    watch.looks(REPLACED)
    watch.mailbox.is_up()
    watch.clock.later(hours=1)
    command = [sys.executable, "-m", "tests.dying", str(watch.config), watch.clock.now().isoformat()]
    running = [subprocess.Popen(command, stdin=subprocess.PIPE, cwd=Path(__file__).parent.parent) for _ in range(3)]
    for each in running:
        assert each.stdin is not None
        each.stdin.write(b"go\n")
        each.stdin.flush()
    for each in running:
        each.communicate(timeout=60)
    assert [each.returncode for each in running] == [0, 0, 0]
    assert len(watch.mailbox.messages) == 41
    assert len({(each.recipient, each.message["Message-ID"]) for each in watch.mailbox.messages}) == 41
