"""`bevaka run` as a real process: signals, kills, two of them, and what systemd is told."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED, TODAY, Watch


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox, '[fetch]\nconfirm_after = "1h"\ndelay = "0s"\n')


class Process:
    """A daemon of its own, with verbs. Its log is read line by line: nobody waits longer than for what he waits for."""

    def __init__(self, config: Path, **env: str) -> None:
        words = [sys.executable, "-m", "monitor.cli", "--config", str(config), "run"]
        self._process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env={**os.environ, **env})

    def says(self, words: str) -> str:
        """The first line from here on with these words in it."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if words in line:
                return line
        raise AssertionError(f"it ended without saying {words!r}")

    def gets(self, number: int) -> None:
        self._process.send_signal(number)

    def ends(self) -> tuple[int, float, str]:
        """The exit code, how many seconds it took, and what it said meanwhile."""
        began = time.monotonic()
        said, _ = self._process.communicate(timeout=60)
        return self._process.returncode, time.monotonic() - began, said


@contextlib.contextmanager
def daemon(config: Path, **env: str) -> Iterator[Process]:
    process = Process(config, **env)
    try:
        yield process
    finally:
        process._process.kill()
        process._process.communicate()


def asked(site: Site, path: str = "/sida") -> int:
    return sum(each.path == path for each in site.requests)


def until_asked(site: Site, times: int) -> None:
    """Wait for the site to have been asked so often."""
    site.waits_for(lambda requests: sum(each.path == "/sida" for each in requests) >= times)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_before_the_confirmation_ends_at_once_and_loses_nothing(watch: Watch, number: int) -> None:
    """The change is seen again at the next start, confirmed, and told once."""
    watch.looks(TODAY)
    watch.site.shows(REPLACED)
    with daemon(watch.config) as process:
        until_asked(watch.site, 2)
        process.gets(number)
        code, seconds, said = process.ends()
    assert (code, "stopped" in said) == (0, True)
    assert seconds < 20
    assert watch.subjects("lasare@example.org") == []
    assert watch.looks()["outcome"] == "changed"
    assert len(watch.subjects("lasare@example.org")) == 1


def test_a_look_that_hangs_does_not_hold_up_the_stop(watch: Watch) -> None:
    """Its own deadline of a minute is not waited for."""
    watch.looks(TODAY)
    watch.site.hangs()
    with daemon(watch.config) as process:
        until_asked(watch.site, 2)
        process.gets(signal.SIGTERM)
        code, seconds, _ = process.ends()
    assert code == 0
    assert seconds < 20


def test_a_killed_daemon_leaves_nothing_locked(watch: Watch) -> None:
    """Its claims died with it: the next check looks at once."""
    watch.looks(TODAY)
    watch.site.shows(REPLACED)
    with daemon(watch.config) as process:
        until_asked(watch.site, 2)
        assert watch.check()["pages"] == []
        process.gets(signal.SIGKILL)
        process.ends()
    assert watch.looks()["outcome"] == "changed"


def test_settings_are_re_read_on_sighup(watch: Watch) -> None:
    """A wrong file is told and changes nothing; a right one counts."""
    watch.site.shows(TODAY)
    good = watch.config.read_text("utf-8")
    with daemon(watch.config) as process:
        process.says("kronoberg: baseline")
        watch.config.write_text(good.replace("[operator]", "[operater]"), "utf-8")
        process.gets(signal.SIGHUP)
        assert 'did you mean "operator"' in process.says("the settings were not re-read")
        watch.config.write_text(good.replace('"kronoberg"', '"annan"'), "utf-8")
        process.gets(signal.SIGHUP)
        process.says("annan: baseline")
        process.gets(signal.SIGTERM)
        assert process.ends()[0] == 0


def test_two_daemons_on_one_database_look_once(watch: Watch) -> None:
    """They share the pages, by claims and by asking again whether a page is still due."""
    with Site() as other:
        pages = "".join(f'[[page]]\nname = "p{n}"\nurl = "{other.root}/p{n}"\nevery = "1h"\n' for n in range(40))
        watch.config.write_text(watch.config.read_text("utf-8") + pages, "utf-8")
        watch.site.shows(TODAY)
        other.shows(TODAY)
        with daemon(watch.config) as one, daemon(watch.config) as two:
            other.waits_for(lambda requests: len({each.path for each in requests}) == 41)
            for process in (one, two):
                process.gets(signal.SIGTERM)
                assert process.ends()[0] == 0
        paths = [each.path for each in other.requests if each.path != "/robots.txt"]
        assert sorted(paths) == sorted(set(paths))
    assert asked(watch.site) == 1


def test_systemd_is_told_when_it_is_ready_alive_and_stopping(watch: Watch, tmp_path: Path) -> None:
    """READY after the first round, WATCHDOG after every round that came to its end."""
    watch.site.shows(TODAY)
    address = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as door:
        door.bind(str(address))
        door.settimeout(60)
        with daemon(watch.config, NOTIFY_SOCKET=str(address)) as process:
            assert door.recv(200).decode().split("\n") == ["READY=1", "WATCHDOG=1"]
            process.gets(signal.SIGTERM)
            assert process.ends()[0] == 0
        assert door.recv(200) == b"STOPPING=1"


def test_wrong_settings_at_the_start_are_one_line_and_exit_2(watch: Watch) -> None:
    """There are no old ones to go on with."""
    watch.config.write_text("[page", "utf-8")
    with daemon(watch.config) as process:
        assert process.ends()[0] == 2
