"""How surroundings fail: each a context in which a process of ours works, by name."""

from __future__ import annotations

import contextlib
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

import psycopg

from benchmarks.kills.installation import settings
from benchmarks.outages.scene import RIGHT, Scene
from tests.mailbox import Stage

Trouble = Callable[[Scene], AbstractContextManager[Mapping[str, Any]]]
"""Gives what the process is to be told of it, and mends it."""

OF_A_FILE: dict[str, Trouble] = {}
OF_A_SERVER: dict[str, Trouble] = {}
OF_BOTH: dict[str, Trouble] = {}
A_WHILE = 0.25
"""Seconds within which something fails in the midst of a check."""


def _of(table: dict[str, Trouble], name: str) -> Callable[[Callable[[Scene], Iterator[Mapping[str, Any]]]], Trouble]:
    def named(function: Callable[[Scene], Iterator[Mapping[str, Any]]]) -> Trouble:
        table[name] = contextlib.contextmanager(function)
        return table[name]

    return named


@contextlib.contextmanager
def _in_the_midst(scene: Scene, fails: Callable[[], None]) -> Iterator[None]:
    """After a moment that is drawn, while the process works."""
    timer = threading.Timer(scene.random.uniform(0, A_WHILE), fails)
    timer.start()
    try:
        yield
    finally:
        timer.join()


# --- a file and its disk


@_of(OF_A_FILE, "a disk that is full")
def _full(scene: Scene) -> Iterator[Mapping[str, Any]]:
    with _filled(scene):
        yield RIGHT


@_of(OF_A_FILE, "a disk that fills in the midst")
def _fills(scene: Scene) -> Iterator[Mapping[str, Any]]:
    with contextlib.ExitStack() as stack, _in_the_midst(scene, lambda: stack.enter_context(_filled(scene))):
        yield RIGHT


@contextlib.contextmanager
def _filled(scene: Scene) -> Iterator[None]:
    """But for some bytes, from none to more than a look takes."""
    filler = scene.folder / "filler"
    try:
        left = scene.random.choice((0, 4096, 20_000, 40_000, 100_000, 300_000))
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while file.write(bytes(4096)):
                pass
        with filler.open("r+b") as file:
            file.truncate(max(0, filler.stat().st_size - left))
        yield
    finally:
        filler.unlink()


@_of(OF_A_FILE, "files that may not grow")
def _limited(scene: Scene) -> Iterator[Mapping[str, Any]]:
    size = (scene.folder / "bevaka.db").stat().st_size
    yield {**RIGHT, "room": scene.random.choice((0, 4096, 50_000, size // 2, size, size + 20_000))}


@_of(OF_A_FILE, "a folder that may not be written")
def _shut(scene: Scene) -> Iterator[Mapping[str, Any]]:
    places = [each for each in (*scene.folder.iterdir(), scene.folder) if each != scene.settings]
    modes = {place: place.stat().st_mode for place in places}
    for place in scene.random.choice((places, [scene.folder], places[:-1])):
        place.chmod(modes[place] & 0o555)
    try:
        yield {**RIGHT, "unprivileged": True}
    finally:
        for place, mode in modes.items():
            if place.exists():
                place.chmod(mode)


@_of(OF_A_FILE, "a file system that turns read-only")
def _frozen(scene: Scene) -> Iterator[Mapping[str, Any]]:
    def remount(how: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{how}", scene.folder], check=False, capture_output=True)

    try:
        if scene.random.random() < 0.5:
            remount("ro")
            yield RIGHT
        else:
            with _in_the_midst(scene, lambda: remount("ro")):
                yield RIGHT
    finally:
        remount("rw")


NEED_A_MOUNT = frozenset(
    {"a disk that is full", "a disk that fills in the midst", "a file system that turns read-only"}
)


# --- a server


def _stopped(scene: Scene) -> None:
    assert scene.server is not None
    scene.server.stop(scene.random.choice(("immediate", "fast")))


@_of(OF_A_SERVER, "a database that is away")
def _away(scene: Scene) -> Iterator[Mapping[str, Any]]:
    assert scene.server is not None
    _stopped(scene)
    try:
        yield RIGHT
    finally:
        scene.server.start()


@_of(OF_A_SERVER, "a database that goes away")
def _goes(scene: Scene) -> Iterator[Mapping[str, Any]]:
    assert scene.server is not None
    with _in_the_midst(scene, lambda: _stopped(scene)):
        yield RIGHT
    scene.server.start()


@_of(OF_A_SERVER, "connections that are cut")
def _cut(scene: Scene) -> Iterator[Mapping[str, Any]]:
    address = scene.url.replace("+psycopg", "")

    def cut() -> None:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    with _in_the_midst(scene, cut):
        yield RIGHT


# --- names, mail, the page's own server


@_of(OF_BOTH, "no name of a site is known")
def _no_sites(scene: Scene) -> Iterator[Mapping[str, Any]]:
    yield {**RIGHT, "nameless": True}


@_of(OF_BOTH, "the mail server's name is not known")
def _no_mail_name(scene: Scene) -> Iterator[Mapping[str, Any]]:
    with scene.other_settings(settings(scene.url, scene.site, scene.mailbox, host="post.finns-inte.invalid")) as file:
        yield {**RIGHT, "settings": str(file)}


@_of(OF_BOTH, "the mail server is down")
def _down(scene: Scene) -> Iterator[Mapping[str, Any]]:
    scene.mailbox.is_down()
    try:
        yield RIGHT
    finally:
        scene.mailbox.is_up()


@_of(OF_BOTH, "the mail server goes down")
def _goes_down(scene: Scene) -> Iterator[Mapping[str, Any]]:
    with _in_the_midst(scene, scene.mailbox.is_down):
        yield RIGHT
    scene.mailbox.is_up()


def _mail(name: str, does: Callable[[Scene], None]) -> None:
    @_of(OF_BOTH, name)
    def _trouble(scene: Scene) -> Iterator[Mapping[str, Any]]:
        does(scene)
        try:
            yield RIGHT
        finally:
            scene.mailbox.accepts_everything()


_STAGES: tuple[Stage, ...] = ("connect", "EHLO", "MAIL", "RCPT", "DATA", "body")

_mail("the mail server puts us off", lambda scene: scene.mailbox.refuses(451, "4.3.0 Try again later"))
_mail("the mail server puts one reader off", lambda scene: scene.mailbox.greylists(1))
_mail("the mail server is silent", lambda scene: scene.mailbox.falls_silent_at(scene.random.choice(_STAGES)))
_mail("the mail server drips", lambda scene: scene.mailbox.drips_at(scene.random.choice(_STAGES[1:])))
_mail("the mail server hangs up", lambda scene: scene.mailbox.dies_at(scene.random.choice((*_STAGES, "answer"))))
_mail(
    "the mail server refuses a body", lambda scene: scene.mailbox.refuses(452, "4.3.1 Insufficient storage", at="body")
)


def _page(name: str, does: Callable[[Scene], None]) -> None:
    @_of(OF_BOTH, name)
    def _trouble(scene: Scene) -> Iterator[Mapping[str, Any]]:
        does(scene)
        try:
            yield RIGHT
        finally:
            scene.site.answers(404, "", path="/robots.txt")
            scene.shows()


_page("the page's server fails", lambda scene: scene.site.fails(scene.random.choice((500, 502, 503))))
_page("the page's server hangs up", lambda scene: scene.site.hangs_up())
_page(
    "the page's server asks us to wait",
    lambda scene: scene.site.answers(503, "<html></html>", {"Retry-After": "3600", "Content-Type": "text/html"}),
)
_page("robots.txt fails", lambda scene: scene.site.fails(503, "/robots.txt"))
_page(
    "robots.txt says no",
    lambda scene: scene.site.answers(
        200, "User-agent: *\nDisallow: /", {"Content-Type": "text/plain"}, path="/robots.txt"
    ),
)


# --- the clock

A_DAY, A_YEAR = 24.0, 24 * 365.0
JUMPS = (-10 * A_YEAR, -400 * 24.0, -A_DAY, -3.0, 3.0, A_DAY, 10 * A_DAY, 400 * 24.0, 10 * A_YEAR)
"""Hours by which the clock of a process is wrong."""


def names(scene: Scene) -> list[str]:
    """The troubles that can be made here."""
    own = OF_A_SERVER if scene.server else {n: t for n, t in OF_A_FILE.items() if scene.mount or n not in NEED_A_MOUNT}
    return sorted({**own, **OF_BOTH})


def trouble(name: str) -> Trouble:
    return {**OF_A_FILE, **OF_A_SERVER, **OF_BOTH}[name]
