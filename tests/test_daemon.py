"""The daemon over a clock that we move: what is handed out, and what it does when the world fails it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import psycopg
import pytest
import time_machine

from monitor.app import App
from monitor.clock import Clock as AnyClock
from monitor.config import load
from monitor.daemon import Daemon
from monitor.schedule import Ticker
from tests.clock import Clock
from tests.faulty import Faulty
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED, TODAY, Watch


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox)


@contextlib.contextmanager
def running(config: Path, clock: Clock, transport: httpx.BaseTransport | None = None) -> Iterator[Daemon]:
    """A daemon whose rounds are ours to make."""

    def open_app(clock: AnyClock) -> App:
        app = App(load(str(config), {}), clock=clock, transport=transport)
        _ = app.agenda, app.robots, app.composer
        return app

    daemon = Daemon(open_app, clock)
    try:
        yield daemon
    finally:
        assert daemon.close()


def round_of(daemon: Daemon) -> None:
    """One tick, and everything that it started."""
    daemon.tick()
    assert daemon.settle(60)


def looks(site: Site) -> int:
    return sum(each.path == "/sida" for each in site.requests)


def test_it_looks_when_it_is_time_and_mails_what_changed(watch: Watch) -> None:
    """A baseline, an hour, a change, a mail: in the next round at the latest."""
    watch.site.shows(TODAY)
    with running(watch.config, watch.clock) as daemon:
        for _ in range(3):
            round_of(daemon)
        assert looks(watch.site) == 1
        watch.site.shows(REPLACED)
        watch.clock.later(hours=1, minutes=1)
        round_of(daemon)
        round_of(daemon)
    assert watch.subjects("lasare@example.org") == [
        "Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB"
    ]


def test_a_week_asleep_is_one_catch_up_look(watch: Watch) -> None:
    """Not one for every hour that was missed."""
    watch.site.shows(TODAY)
    with running(watch.config, watch.clock) as daemon:
        round_of(daemon)
        watch.clock.later(days=7)
        for _ in range(3):
            round_of(daemon)
    assert looks(watch.site) == 2


def test_a_backlog_is_spread_over_minutes(watch: Watch) -> None:
    """Sixty hosts that all wait are not asked in one burst, and each is asked once."""
    pages = [
        f'[[page]]\nname = "p{number}"\nurl = "http://p{number}.invalid/sida"\nevery = "1h"\n' for number in range(60)
    ]
    watch.config.write_text('[storage]\nurl = "sqlite:///bevaka.db"\n' + "\n".join(pages), "utf-8")
    with running(watch.config, watch.clock) as daemon:
        daemon.tick()
        assert len(daemon._under_way) == 16


def test_a_page_that_hangs_holds_its_own_thread_and_no_other(watch: Watch) -> None:
    """Another host is looked at, and mail goes out, while one says nothing."""
    with Site() as other:
        other.shows(TODAY)
        watch.site.hangs()
        text = watch.config.read_text("utf-8")
        more = f'[[page]]\nname = "annan"\nurl = "{other.url}"\n'
        watch.config.write_text(text + more, "utf-8")
        with running(watch.config, watch.clock) as daemon:
            daemon.tick()
            daemon._under_way[other.root.removeprefix("http://")].result(60)
            assert not daemon._under_way[watch.site.root.removeprefix("http://")].done()
            assert looks(other) == 1
            watch.site.lets_go()


def test_new_settings_count_after_a_reload_and_wrong_ones_do_not(watch: Watch) -> None:
    """A wrong file is an error in the log, and the old settings go on; a page taken out keeps its history."""
    watch.site.shows(TODAY)
    good = watch.config.read_text("utf-8")
    with running(watch.config, watch.clock) as daemon:
        round_of(daemon)
        watch.config.write_text(good.replace('"kronoberg"', '"annan"').replace("/sida", "/annan"), "utf-8")
        daemon.reload.set()
        round_of(daemon)
        assert watch.site.requests[-1].path == "/annan"
        watch.config.write_text("[page", "utf-8")
        daemon.reload.set()
        round_of(daemon)
        assert daemon.pages == 1
    watch.config.write_text(good, "utf-8")
    with watch.app() as app:
        assert [each["page"] for each in app.ask.snapshots("kronoberg")] == ["kronoberg"]


def test_a_fault_of_ours_is_loud_and_keeps_no_other_page_from_being_looked_at(watch: Watch) -> None:
    """The page is left alone for a while then, and not asked for every five seconds."""
    watch.site.shows(TODAY)
    other = f'[[page]]\nname = "annan"\nurl = "{watch.site.root}/annan"\n'
    watch.config.write_text(watch.config.read_text("utf-8") + other, "utf-8")
    faulty = Faulty()
    with running(watch.config, watch.clock, faulty) as daemon:
        for _ in range(3):
            round_of(daemon)
    assert sorted(faulty.asked) == ["/annan", "/robots.txt", "/sida"]
    app = App(load(str(watch.config), {}), clock=watch.clock, transport=faulty)
    with app, pytest.raises(ExceptionGroup, match="annan"):
        app.check()


def test_a_database_that_goes_away_is_waited_for(watch: Watch, postgres: str, postgres_url: str) -> None:
    """A real server that takes no connections for a while; the daemon carries on when it does again."""
    text = watch.config.read_text("utf-8").replace("sqlite:///bevaka.db", postgres_url)
    watch.config.write_text(text, "utf-8")
    watch.site.shows(TODAY)
    name = postgres_url.split("@/")[1].partition("?")[0]
    admin = psycopg.connect(postgres.replace("+psycopg", ""), autocommit=True)
    with admin, running(watch.config, watch.clock) as daemon:
        round_of(daemon)
        admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false".encode())
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        watch.clock.later(hours=1, minutes=1)
        for _ in range(3):
            round_of(daemon)
        assert looks(watch.site) == 1
        admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true".encode())
        for _ in range(3):
            round_of(daemon)
        assert looks(watch.site) == 2


def test_a_machine_clock_set_back_by_a_day_does_not_stop_the_ticks() -> None:
    """APScheduler alone would wait for a day."""
    ticks = threading.Semaphore(0)
    with time_machine.travel(datetime(2026, 11, 24, tzinfo=UTC)) as machine:
        ticker = Ticker(ticks.release, 0.05)
        try:
            assert ticks.acquire(timeout=30)
            machine.shift(-timedelta(days=1))
            while ticks.acquire(timeout=0.2):  # what was on its way
                pass
            ticker.nudge()
            assert all(ticks.acquire(timeout=30) for _ in range(2))
        finally:
            ticker.stop()
