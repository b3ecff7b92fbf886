"""What the benchmark of the peers counts: every byte between a program and a site, both ways."""

from __future__ import annotations

import socket
from functools import partial
from urllib.parse import urlsplit

from benchmarks.peers.wire import counted
from tests.site import Site


def test_every_byte_is_counted_once() -> None:
    """A request and its answer, over two connections."""
    passed = 0
    with Site() as site, counted(site.root) as wire:
        site.shows("<h1>Hej</h1>")
        for _ in range(2):
            with socket.create_connection((urlsplit(wire.root).hostname, urlsplit(wire.root).port)) as program:
                asked = b"GET /sida HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                program.sendall(asked)
                answer = b"".join(iter(partial(program.recv, 4096), b""))
            assert answer.endswith(b"<h1>Hej</h1>")
            passed += len(asked) + len(answer)
            assert wire.bytes == passed
