"""The web face over a Watch's history, for tests: a client without a network, or a real server on loopback."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Any

import uvicorn
from starlette.testclient import TestClient

from monitor.app import App
from monitor.web import Exposure, Limits, exposure_of, make_site
from monitor.web.server import PATIENCE, settings
from tests.watch import Watch

LOCAL = exposure_of("127.0.0.1", None, None, unguarded=False)
UNBOUNDED = Limits(rate=1e9, burst=1_000_000, fresh=0.0)


@contextlib.contextmanager
def browsing(watch: Watch, exposure: Exposure = LOCAL, limits: Limits = UNBOUNDED) -> Iterator[TestClient]:
    """A client of the site; it follows redirects and raises what the server did not expect."""
    with watch.app() as app:
        yield client_of(app, exposure, limits)


def client_of(app: App, exposure: Exposure = LOCAL, limits: Limits = UNBOUNDED) -> TestClient:
    return TestClient(make_site(app, exposure, limits), base_url="http://127.0.0.1")


@contextlib.contextmanager
def serving(site: Any, *, patience: int = PATIENCE) -> Iterator[str]:
    """A real server on loopback: its address, without a slash at the end."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(settings(site, patience))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)
