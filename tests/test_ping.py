"""A dead man's switch: called after every good round, by a check and by the daemon; its silence alarms others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.daemon import Daemon
from tests.mailbox import Mailbox
from tests.site import Site
from tests.test_daemon import round_of, running
from tests.watch import REPLACED, TODAY, Watch


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox)


def test_a_good_round_pings_and_a_bad_one_does_not(watch: Watch) -> None:
    """Silence alarms somebody else: when a page cannot be read, and when mail does not get out."""
    watch.config.write_text(
        watch.config.read_text().replace("[operator]", f'[operator]\nping = "{watch.site.root}/ping"')
    )
    watch.site.shows("OK", path="/ping")

    def pings() -> int:
        return sum(each.path == "/ping" for each in watch.site.requests)

    watch.looks(TODAY)
    assert pings() == 1
    watch.site.fails(503, path="/sida")
    watch.looks()
    assert pings() == 1
    watch.mailbox.is_down()
    watch.site.shows(REPLACED, path="/sida")
    watch.looks()
    assert pings() == 1
    watch.mailbox.is_up()
    watch.clock.later(hours=1)
    watch.check()
    assert pings() == 2


def test_a_ping_that_fails_is_logged_without_its_address(watch: Watch, caplog: pytest.LogCaptureFixture) -> None:
    """Its path is a secret, and the round was good all the same."""
    watch.config.write_text(
        watch.config.read_text().replace("[operator]", f'[operator]\nping = "{watch.site.root}/hemlig"')
    )
    watch.site.fails(500, path="/hemlig")
    assert watch.looks(TODAY)["outcome"] == "baseline"
    assert "the ping to 127.0.0.1 failed: the server answered 500" in caplog.text
    assert "hemlig" not in caplog.text


def test_it_pings_after_rounds_in_which_all_was_seen_and_told(watch: Watch) -> None:
    """Once for each round of looks, never for a mere tick; a page that fails and a mail that waits are silence."""
    text = watch.config.read_text("utf-8")
    watch.config.write_text(text.replace("[operator]", f'[operator]\nping = "{watch.site.root}/ping"'), "utf-8")
    watch.site.shows(TODAY)

    def pings_in(daemon: Daemon, rounds: int) -> int:
        before = sum(each.path == "/ping" for each in watch.site.requests)
        for _ in range(rounds):
            round_of(daemon)
        return sum(each.path == "/ping" for each in watch.site.requests) - before

    with running(watch.config, watch.clock) as daemon:
        assert pings_in(daemon, 4) == 1
        watch.clock.later(hours=2)
        watch.site.fails(503, path="/sida")
        assert pings_in(daemon, 3) == 0
        watch.clock.later(hours=2)
        watch.mailbox.is_down()
        watch.site.shows(REPLACED, path="/sida")
        assert pings_in(daemon, 3) == 0
        watch.mailbox.is_up()
        watch.clock.later(minutes=10)
        assert pings_in(daemon, 3) == 1
