"""A web server in a process of its own, so that what it costs is not counted: many pages, fresh tokens every time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from monitor.demo import page

MENU = "".join(f'<li class="meny__rad"><a href="/meny/{n}">Menyrad nummer {n}</a></li>' for n in range(250))
SCRIPT = "window.site = window.site || {}; site.ready(function () { return 1; });\n" * 300

SERVER = r"""
import secrets, selectors, socket, sys

page = sys.stdin.buffer.read().split(b"@@")
listener = socket.create_server(("127.0.0.1", 0), backlog=512)
print(listener.getsockname()[1], flush=True)
waiting = selectors.DefaultSelector()
waiting.register(listener, selectors.EVENT_READ)
while True:
    for key, _ in waiting.select():
        if key.fileobj is listener:
            client, _ = listener.accept()
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            waiting.register(client, selectors.EVENT_READ)
            continue
        asked = key.fileobj.recv(65536)
        if not asked:
            waiting.unregister(key.fileobj)
            key.fileobj.close()
            continue
        if asked.startswith(b"GET /robots.txt"):
            key.fileobj.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            continue
        body = secrets.token_hex(16).encode().join(page)
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
        key.fileobj.sendall(head + body)
"""


def whole_page() -> str:
    """The page of 2022 with a menu and scripts around it, as long as the real one; "@@" where a token is fresh."""
    html = page("2022")
    before, _, after = html.partition("<main")
    head = '<meta name="csrf" content="@@"><script nonce="@@">' + SCRIPT + "</script></head>"
    before = before.replace("</head>", head)
    form = '<form action="/sok"><input type="hidden" name="token" value="@@"><input name="q"></form>'
    return f'{before}<!-- made @@ --><nav class="meny"><ul>{MENU}</ul></nav>{form}<main{after}'


@contextmanager
def pages_with_tokens(html: str | None = None) -> Iterator[str]:
    """The root of a server that shows the same page at every address; robots.txt is missing."""
    with subprocess.Popen([sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write((html or whole_page()).encode())
        process.stdin.close()
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.kill()
