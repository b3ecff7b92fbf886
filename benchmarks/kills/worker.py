"""A process that has everything imported and forks for each order, so that a kill meets work and not imports.

    python -m benchmarks.kills.worker SETTINGS

An order is a line of JSON, [what, *words]; the answers are two lines: the child's process id, then its exit code.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from monitor import compose, deliver, rounds  # noqa: F401 (a child should find them loaded)
from monitor.app import App
from monitor.config import Config, load
from monitor.rereading import make_reader
from notifier import letter, smtp  # noqa: F401
from storage import history  # noqa: F401
from storage.archive import reparse
from storage.copying import backup
from storage.store import Store


def _check(config: Config) -> None:
    with App(config) as app:
        app.check()


def _deliver(config: Config) -> None:
    with App(config) as app:
        app.retry(None)


def _backup(config: Config, file: str) -> None:
    with App(config) as app:
        backup(app.store, Path(file))


def _reparse(config: Config) -> None:
    with App(config) as app:
        reparse(app.store, make_reader(config.pages))


def _migrate(config: Config, url: str) -> None:
    with Store.open(url):
        pass


ORDERS: dict[str, Callable[..., None]] = {
    "check": _check,
    "deliver": _deliver,
    "backup": _backup,
    "reparse": _reparse,
    "migrate": _migrate,
}


def _obey(settings: str, what: str, words: list[str]) -> NoReturn:
    """In the child: does it and ends, without what a fork inherited to tidy up."""
    code = 1
    try:
        ORDERS[what](load(settings, {}), *words)
        code = 0
    finally:
        if code:
            traceback.print_exc()
        os._exit(code)


def main(settings: str) -> None:
    for line in sys.stdin:
        what, *words = json.loads(line)
        child = os.fork()
        if child == 0:
            _obey(settings, what, words)
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
