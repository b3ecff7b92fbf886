"""A relay on loopback between a program and a site, which counts what passes."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

_COUNTING = threading.Lock()


@dataclass(slots=True)
class Wire:
    """root: the address that stands for the site's. sent and received: bytes from and to the program."""

    root: str
    sent: int = 0
    received: int = 0

    @property
    def bytes(self) -> int:
        return self.sent + self.received


@contextlib.contextmanager
def counted(site: str) -> Iterator[Wire]:
    """A Wire to this site. Headers and bodies count, what TCP and IP add does not."""
    parts = urlsplit(site)
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        wire = Wire(f"http://127.0.0.1:{listener.getsockname()[1]}")
        serving = threading.Thread(target=_serve, args=(listener, (parts.hostname, parts.port), wire), daemon=True)
        serving.start()
        yield wire
        listener.shutdown(socket.SHUT_RDWR)
        serving.join()


def _serve(listener: socket.socket, site: tuple[str | None, int | None], wire: Wire) -> None:
    while True:
        try:
            program, _ = listener.accept()
        except OSError:  # shut down
            return
        threading.Thread(target=_relay, args=(program, site, wire), daemon=True).start()


def _relay(program: socket.socket, site: tuple[str | None, int | None], wire: Wire) -> None:
    """One connection, both ways, until both are at an end."""
    with program, socket.create_connection((site[0] or "", site[1] or 80)) as server:
        asking = threading.Thread(target=_pass_on, args=(wire, "sent", program, server), daemon=True)
        asking.start()
        _pass_on(wire, "received", server, program)
        asking.join()


def _pass_on(wire: Wire, name: str, source: socket.socket, target: socket.socket) -> None:
    """Until one side ends. There are as many threads of a name as connections: they count in turns."""
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            with _COUNTING:
                setattr(wire, name, getattr(wire, name) + len(data))
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)
