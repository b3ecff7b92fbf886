"""A subscriber on another channel gets a short note, through the same outbox."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from notifier import channels
from notifier.message import change_message
from notifier.subscription import Subscriber
from records.errors import DeliveryError
from tests.alerts import KALININGRAD, REPLACED, SENDER, TEXT, alert

# Apprise imports a module that Python deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")

NOTE = """\
Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB (+1)

Euroregion Baltic (ERB)
- Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB.
- Kaliningrad län (RU) är inte längre medlem i ERB.
Texter
- Texten om ERB har ändrats.
Innehållet har ändrats utan att sidans datum har flyttats.
https://www.regionkronoberg.se/om-region-kronoberg/internationella-samarbeten/
https://bevaka.example.org/pages/kronoberg"""


@contextmanager
def hook(status: int) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A web hook on loopback that answers with this status, and what it was given."""
    taken: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *words: object) -> None:
            """Says nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"json://bevaka:hemligt@127.0.0.1:{server.server_port}/", taken
        finally:
            server.shutdown()
            thread.join()


def test_a_note_is_short_and_whole() -> None:
    """The subject, the sentences and the links, without comparison and times."""
    mail = change_message(alert(REPLACED, KALININGRAD, TEXT, silent_edit=True), Subscriber(url="ntfys://amne"), SENDER)
    assert mail is not None
    assert mail.content.decode() == NOTE


def test_the_outbox_does_not_hold_a_channels_secrets() -> None:
    """An address with a token is known by a name that tells channels apart and tells nothing else."""
    one, other = Subscriber(url="json://bevaka:hemligt@127.0.0.1/"), Subscriber(url="json://annan@127.0.0.1/")
    assert one.recipient.startswith("json:")
    assert "hemligt" not in one.recipient
    assert one.recipient != other.recipient


def test_a_channel_gets_the_note() -> None:
    """Apprise hands it on: title and body apart."""
    with hook(200) as (url, taken):
        assert channels.send(url, NOTE.encode()) == "sent"
    [given] = taken
    assert given["title"] == NOTE.splitlines()[0]
    assert given["message"].startswith("Euroregion Baltic (ERB)\n- Testa Testsson")


def test_a_channel_that_refuses_can_be_tried_again() -> None:
    """The error says which kind of channel, and not where it is."""
    with hook(503) as (url, _), pytest.raises(DeliveryError, match="json") as caught:
        channels.send(url, NOTE.encode())
    assert not caught.value.permanent
    assert "hemligt" not in str(caught.value)


def test_what_is_no_channel_is_permanent() -> None:
    """An address that Apprise does not know will never work."""
    with pytest.raises(DeliveryError, match="okand") as caught:
        channels.send("okand://hemligt@example.org", NOTE.encode())
    assert caught.value.permanent
    assert "hemligt" not in str(caught.value)
