"""The fleet on a real PostgreSQL: real workers, of which one is killed."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from monitor.agenda import host_of
from monitor.app import App
from monitor.config import PageConfig, load
from monitor.fleet import Dispatcher, Share, Worker, shares
from monitor.schedule import Schedule
from storage.store import Store
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED, TODAY

PAGES = 24
NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
POLL = threading.Event()  # never set: between two questions to other processes
WORK = "from monitor.fleet import work; work({config!r}, 'text', heartbeat=0.5)"


def page(number: int) -> PageConfig:
    return PageConfig(f"p{number}", f"http://h{number}.example/sida", Schedule(every=3600.0))


@pytest.fixture
def store(postgres_url: str) -> Iterator[Store]:
    with Store.open(postgres_url) as store:
        yield store


def test_a_page_waits_in_the_queue_at_most_once(store: Store) -> None:
    """However often it is handed out, and by however many."""
    with contextlib.closing(Dispatcher(store)) as one, contextlib.closing(Dispatcher(store)) as two:
        assert one.hand_out([page(1), page(2)], delay=10.0, now=NOW) == 3  # and a delivery
        assert two.hand_out([page(2), page(3)], delay=10.0, now=NOW) == 1
        assert one.hand_out([page(1), page(2), page(3)], delay=10.0, now=NOW) == 0


def test_the_pages_of_one_host_wait_for_their_turns_in_the_queue(store: Store) -> None:
    """No worker sleeps through the ten seconds between two looks at one host."""
    same = [PageConfig(f"s{number}", f"http://same.example/{number}", Schedule(every=3600.0)) for number in range(3)]
    with contextlib.closing(Dispatcher(store)) as dispatcher:
        dispatcher.hand_out([*same, page(1)], delay=10.0, now=NOW)
    turns = sa.text("SELECT args->'pages', extract(epoch from scheduled_at - :now) FROM procrastinate_jobs ORDER BY id")
    with store.database.read() as connection:
        found = {name: seconds for names, seconds in connection.execute(turns, {"now": NOW}) for name in names or ()}
    assert found == {"s0": None, "s1": 10, "s2": 20, "p1": None}


def test_a_backlog_is_cut_into_shares_and_a_trickle_is_not() -> None:
    """Few pages are spread over all that work; many are kept together, fifty at a time."""
    few, many = ([page(number) for number in range(count)] for count in (30, 20_000))
    assert [len(each.pages) for each in shares(few, (), (), delay=10.0)] == [1] * 30
    assert [len(each.pages) for each in shares(many, (), (), delay=10.0)] == [50] * 400


def test_a_page_that_fails_has_a_share_of_its_own() -> None:
    """It may hang: the others of its share would wait."""
    many = [page(number) for number in range(1_000)]
    found = shares(many, (), {"p3"}, delay=10.0)
    assert Share(("p3",)) in found
    assert max(len(each.pages) for each in found) == 16


def test_turns_at_a_host_are_handed_out_for_a_minute_at_a_time() -> None:
    """What was given already counts; the rest is still due, and comes later."""
    same = [PageConfig(f"s{number}", f"http://same.example/{number}", Schedule(every=3600.0)) for number in range(9)]
    assert [each.after for each in shares(same, (), (), delay=10.0)] == [0, 10, 20, 30, 40, 50]
    assert shares(same, {"s0", "s1"}, (), delay=10.0)[0] == Share(("s2",), 20.0)


def test_two_that_prepare_a_new_database_at_once_both_succeed(store: Store) -> None:
    """One makes the tables of the queue, the other finds them."""
    code = (
        "import sys; from storage.store import Store; from monitor.fleet import Dispatcher\n"
        "with Store.open(sys.argv[1]) as store: Dispatcher(store).close()"
    )
    address = store.database.url.render_as_string(hide_password=False)
    running = [subprocess.Popen([sys.executable, "-c", code, address]) for _ in range(2)]
    assert [each.wait(timeout=60) for each in running] == [0, 0]


def test_sqlite_says_that_a_fleet_needs_postgresql(tmp_path: Path) -> None:
    """In one line."""
    (tmp_path / "bevaka.toml").write_text('[[page]]\nname = "a"\nurl = "http://a.example/"\n', "utf-8")
    words = [sys.executable, "-m", "monitor.cli", "work"]
    said = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True)
    assert (said.returncode, said.stderr.count("\n")) == (2, 1)
    assert "a fleet needs PostgreSQL" in said.stderr


class Fleet:
    """One dispatcher of ours, and workers in processes of their own."""

    def __init__(self, config: Path) -> None:
        self.config = config
        self.workers: list[subprocess.Popen[str]] = []

    def hires(self, count: int) -> None:
        for _ in range(count):
            words = [sys.executable, "-c", WORK.format(config=str(self.config))]
            self.workers.append(subprocess.Popen(words, stdout=subprocess.PIPE, text=True))

    def dismiss(self) -> None:
        for worker in self.workers:
            worker.kill()
            worker.communicate()


def test_a_killed_workers_pages_are_taken_up_by_others(postgres_url: str, tmp_path: Path) -> None:
    """Three workers; one is killed in the middle of a look. Every page is seen, every change is told once."""
    config = tmp_path / "bevaka.toml"
    with Site() as site, Mailbox() as mailbox:
        pages = "".join(f'[[page]]\nname = "p{n}"\nurl = "{site.root}/p{n}"\nevery = "1h"\n' for n in range(PAGES))
        config.write_text(
            f"""[storage]\nurl = "{postgres_url}"\n{pages}
            [fetch]\ndelay = "0s"\nconfirm_after = "1s"
            [mail]\nhost = "{mailbox.host}"\nport = {mailbox.port}\nsecurity = "none"\nsender = "b@example.org"
            [[subscriber]]\nemail = "lasare@example.org"
            """,
            "utf-8",
        )
        site.shows(TODAY)
        with App(load(str(config), {})) as app:
            app.check()  # the baselines
        site.shows(REPLACED)
        fleet = Fleet(config)
        with App(load(str(config), {})) as app, contextlib.closing(Dispatcher(app.store, dead_after=1.5)) as dispatcher:
            before = len(site.requests)
            assert dispatcher.hand_out(app.config.pages, delay=0.0, now=app.clock.now()) == PAGES + 1
            make_due(app)
            fleet.hires(1)
            rescued = 0
            try:
                site.waits_for(lambda asked: len(asked) >= before + 3)  # it has seen changes, and not confirmed them
                fleet.hires(2)
                os.kill(fleet.workers[0].pid, signal.SIGKILL)
                while len(app.ask.changes()) < PAGES or app.store.backlog().queued:
                    rescued += dispatcher.rescue()
                    dispatcher.hand_out(app.agenda.due(app.clock.now()), delay=0.0, now=app.clock.now())
                    POLL.wait(0.1)
            finally:
                fleet.dismiss()
            assert rescued >= 1
            assert len(app.ask.changes()) == PAGES
        told = [each.subject for each in mailbox.messages if each.recipient == "lasare@example.org"]
        assert len(told) == PAGES
        assert len({each.message["Message-ID"] for each in mailbox.messages}) == len(mailbox.messages)


def make_due(app: App) -> None:
    """As if an hour had passed."""
    with app.store.database.write() as connection:
        connection.execute(sa.text("UPDATE pages SET last_look_at = last_look_at - interval '2 hours'"))
        connection.execute(sa.text("UPDATE pages SET next_check_at = NULL"))


def test_a_worker_looks_only_at_what_is_still_due(postgres_url: str, tmp_path: Path) -> None:
    """A job that comes late, or twice, asks nothing of the site."""
    config = tmp_path / "bevaka.toml"
    with Site() as site:
        config.write_text(
            f'[storage]\nurl = "{postgres_url}"\n[[page]]\nname = "p"\nurl = "{site.url}"\nevery = "1h"\n', "utf-8"
        )
        site.shows(TODAY)
        with App(load(str(config), {})) as app:
            worker = Worker(app, threading.Event())
            for _ in range(3):
                worker.look(["p"])
            worker.look(["not configured any more"])
        assert [each.path for each in site.requests] == ["/robots.txt", "/sida"]


def test_no_two_workers_are_at_one_host(postgres_url: str, tmp_path: Path) -> None:
    """A worker leaves the pages of a host that another is at; they stay due."""
    config = tmp_path / "bevaka.toml"
    with Site() as site:
        config.write_text(
            f'[storage]\nurl = "{postgres_url}"\n[[page]]\nname = "p"\nurl = "{site.url}"\nevery = "1h"\n', "utf-8"
        )
        site.shows(TODAY)
        with App(load(str(config), {})) as app, Store.open(postgres_url) as another:
            worker = Worker(app, threading.Event())
            with another.claim_hosts({host_of(site.url)}) as theirs:
                assert theirs
                worker.look(["p"])
            assert not site.requests
            worker.look(["p"])
        assert [each.path for each in site.requests] == ["/robots.txt", "/sida"]


def test_a_worker_does_not_sleep_through_a_sites_own_delay(postgres_url: str, tmp_path: Path) -> None:
    """The page stays due, and the worker looks at others meanwhile."""
    config = tmp_path / "bevaka.toml"
    with Site() as site:
        pages = "".join(f'[[page]]\nname = "p{n}"\nurl = "{site.root}/p{n}"\nevery = "1h"\n' for n in range(2))
        config.write_text(f'[storage]\nurl = "{postgres_url}"\n{pages}', "utf-8")
        site.shows("User-agent: *\nCrawl-delay: 300", "text/plain", path="/robots.txt")
        site.shows(TODAY)
        with App(load(str(config), {})) as app:
            Worker(app, threading.Event()).look(["p0", "p1"])
            assert [each.name for each in app.agenda.due(app.clock.now())] == ["p1"]
        assert [each.path for each in site.requests] == ["/robots.txt", "/p0"]


def test_an_unchanged_look_of_a_worker_says_when_the_next_one_is_due(postgres_url: str, tmp_path: Path) -> None:
    """Whoever hands out does not have to work it out for every page."""
    config = tmp_path / "bevaka.toml"
    with Site() as site:
        config.write_text(
            f'[storage]\nurl = "{postgres_url}"\n[[page]]\nname = "p"\nurl = "{site.url}"\nevery = "1h"\n', "utf-8"
        )
        site.shows(TODAY)
        with App(load(str(config), {})) as app:
            app.check()
            make_due(app)
            Worker(app, threading.Event()).look(["p"])
            standing = app.store.standings()["p"]
        assert standing.next_check_at is not None
        assert standing.last_look_at is not None
        assert timedelta(hours=1) <= standing.next_check_at - standing.last_look_at < timedelta(hours=1, minutes=1)
