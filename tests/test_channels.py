"""A subscriber on another channel gets a short note, through the same outbox."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from notifier import channels
from notifier.subscription import Subscriber
from records.errors import ConfigurationError, DeliveryError
from tests.alerts import KALININGRAD, REPLACED, TEXT, alert, mail_of
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED as REPLACED_PAGE
from tests.watch import TODAY, Watch

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
def hook(*statuses: int) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A web hook on loopback that answers with these statuses, the last for ever, and what it was given."""
    taken: list[dict[str, str]] = []
    left = list(statuses)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(left.pop(0) if len(left) > 1 else left[0])
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
    mail = mail_of(alert(REPLACED, KALININGRAD, TEXT, silent_edit=True), Subscriber(url="ntfys://amne"))
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


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


def test_a_channel_gets_a_change_through_the_outbox(tmp_path: Path, site: Site) -> None:
    """Refused at first, then taken; the mail beside it does not wait, and nothing shown holds the secret."""
    with Mailbox() as mailbox, hook(503, 200) as (url, taken):
        watch = Watch(tmp_path, site, mailbox, f'[[subscriber]]\nurl = "{url}"\n')
        watch.looks(TODAY)
        site.shows(REPLACED_PAGE)
        watch.clock.later(hours=1)
        answer = watch.check()
        assert (answer["delivered"], answer["undelivered"]) == (1, 1)
        with watch.app() as app:
            assert "hemligt" not in json.dumps(app.alerts())
            assert app.store.backlog().queued == 1
        watch.clock.later(hours=1)
        answer = watch.check()
        assert (answer["delivered"], answer["undelivered"]) == (1, 0)
        assert [each["title"] for each in taken][-1] == mailbox.messages[0].subject
        assert b"hemligt" not in (tmp_path / "bevaka.db").read_bytes()


def test_channels_need_no_mail_server(tmp_path: Path, site: Site) -> None:
    """Nor an operator; a daily note comes in the morning."""
    with Mailbox() as mailbox, hook(200) as (url, taken):
        watch = Watch(tmp_path, site, mailbox)
        alone, _, _ = watch.config.read_text("utf-8").partition("[mail]")
        watch.config.write_text(f'{alone}[[subscriber]]\nurl = "{url}"\nwhen = "daily"\n', "utf-8")
        watch.looks(TODAY)
        watch.looks(REPLACED_PAGE)
        assert taken == []
        watch.clock.later(days=1)
        assert watch.check()["delivered"] == 1
    assert "Testa Testsson (M) ersätter Roland Gustbée (M)" in taken[0]["title"]


def test_a_channel_that_left_the_settings_is_not_written_to(tmp_path: Path, site: Site) -> None:
    """Its address is gone with it; the operator hears that a note was given up."""
    with Mailbox() as mailbox, hook(503) as (url, _):
        watch = Watch(tmp_path, site, mailbox, f'[[subscriber]]\nurl = "{url}"\n')
        watch.looks(TODAY)
        watch.looks(REPLACED_PAGE)
        watch.config.write_text(
            watch.config.read_text("utf-8").replace(f'[[subscriber]]\nurl = "{url}"\n', ""), "utf-8"
        )
        watch.clock.later(hours=1)
        watch.check()
        (subject,) = watch.subjects("drift@example.org")
    assert subject.startswith("Ett brev till json:")


def test_an_address_that_is_none_is_refused_unseen(tmp_path: Path, site: Site) -> None:
    """It may hold a secret all the same."""
    with Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox, '[[subscriber]]\nurl = "hemligt"\n')
        with pytest.raises(ConfigurationError, match="ntfys://topic") as caught:
            watch.check()
    assert "hemligt" not in str(caught.value)
