"""A process that has everything imported and forks for each order, so that an outage meets work and not imports.

    python -m benchmarks.outages.worker

An order is a line of JSON, {what, settings, now, room, unprivileged, nameless, words}; the answer another,
{code, said}: 0 done, 2 an expected error and what it said, 70 a fault of ours and its traceback.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import resource
import signal
import socket
import sys
import traceback
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import httpx

from monitor import compose, deliver, rounds  # noqa: F401 (a child should find them loaded)
from monitor.app import App
from monitor.config import load
from monitor.rereading import make_reader
from notifier import letter, smtp  # noqa: F401
from records.errors import BevakaError
from storage import history  # noqa: F401
from storage.archive import reparse
from storage.copying import backup
from tests.clock import Clock

LONGEST = 60
"""Seconds that a child may take, of whatever surroundings."""

ORDERS: dict[str, Callable[..., object]] = {
    "check": lambda app: app.check(),
    "due check": lambda app: app.check(due=True),
    "deliver": lambda app: app.retry(None),
    "backup": lambda app, file: backup(app.store, Path(file)),
    "reparse": lambda app: reparse(app.store, make_reader(app.config.pages)),
}


class Nameless(httpx.BaseTransport):
    """A road on which no name is known."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("[Errno -2] Name or service not known") from socket.gaierror(-2, "not known")


def _surrounded(order: Mapping[str, Any]) -> None:
    if order["room"] is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["room"], order["room"]))
    if order["unprivileged"]:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: root may write everywhere
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)
    signal.alarm(LONGEST)


def _done(order: Mapping[str, Any]) -> tuple[int, str]:
    """As the command line ends: its code, and what it says."""
    try:
        road = Nameless() if order["nameless"] else None
        clock = Clock(datetime.fromisoformat(order["now"]))
        with App(load(order["settings"], {}), clock=clock, transport=road) as app:
            ORDERS[order["what"]](app, *order["words"])
    except BevakaError as problem:
        return 2, str(problem)
    except OSError as problem:
        if problem.errno == errno.ENOSPC:
            return 1, "no space is left"
        return 70, traceback.format_exc()
    except Exception:  # noqa: BLE001 (the top of a child: told to the parent)
        return 70, traceback.format_exc()
    return 0, ""


def _obey(order: Mapping[str, Any], answer: int) -> NoReturn:
    """In the child: does it and ends, without what a fork inherited to tidy up."""
    _surrounded(order)
    code, said = _done(order)
    os.write(answer, json.dumps({"code": code, "said": said[-3000:]}).encode())
    os._exit(0)


def main() -> None:
    for line in sys.stdin:
        reads, writes = os.pipe()
        child = os.fork()
        if child == 0:
            _obey(json.loads(line), writes)
        os.close(writes)
        with os.fdopen(reads) as answer:
            said = answer.read()
        os.waitpid(child, 0)
        print(said or json.dumps({"code": 70, "said": f"it did not end within {LONGEST} s"}), flush=True)


if __name__ == "__main__":
    main()
