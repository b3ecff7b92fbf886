"""What rendering and sending a change to many readers costs beside smtplib alone sending the same bytes.

    ./run bench mail_throughput [RECIPIENTS]

10,000 recipients, one connection, a loopback server that only answers. "Through the outbox" is all that a check does:
each mail is kept in SQLite with what it tells, and marked in a transaction of its own as soon as it was taken.
"""

from __future__ import annotations

import smtplib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from benchmarks.figures import Figure, publish
from monitor.compose import outgoing
from monitor.deliver import Deliverer
from monitor.routes import Routes
from notifier.mail import Mail, Sender
from notifier.message import Alert, change_messages
from notifier.smtp import Smtp
from notifier.smtp_settings import SmtpSettings
from notifier.subscription import Subscriber
from records.diff import diff
from records.page import Collaboration, PageRecord, Representative
from storage.store import Store

ROUNDS = 10
SENDER = Sender("Bevaka <bevaka@example.org>", "drift@example.org")
AT = datetime(2022, 10, 4, 6, tzinfo=UTC)

SERVER = r"""
import socket

listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
while True:
    client, _ = listener.accept()
    lines = client.makefile("rb")
    client.sendall(b"220 benchmark\r\n")
    for line in lines:
        command = line[:4].upper()
        if command == b"EHLO":
            client.sendall(b"250-benchmark\r\n250 SIZE\r\n")
        elif command == b"DATA":
            client.sendall(b"354 go on\r\n")
            for line in lines:
                if line == b".\r\n":
                    break
            client.sendall(b"250 taken\r\n")
        elif command == b"QUIT":
            client.sendall(b"221 bye\r\n")
            break
        else:
            client.sendall(b"250 ok\r\n")
    client.close()
"""


@contextmanager
def server() -> Iterator[int]:
    """The port of a server in a process of its own, which takes everything and keeps nothing."""
    with subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.kill()


def page(*names: str) -> PageRecord:
    seats = tuple(Representative(name, "M", "ledamot") for name in names)
    return PageRecord("Samarbeten", collaborations=(Collaboration("Euroregion Baltic", "ERB", representatives=seats),))


def written(recipients: int) -> list[Mail]:
    """The same change, written to each of them."""
    before, after = page("Roland Exempelsson", "Ylva Provsson"), page("Testa Testsson", "Ylva Provsson")
    alert = Alert("sida", "https://www.example.org/", diff(before, after), before, after, AT, AT, AT, 1)
    return change_messages(alert, [Subscriber(f"lasare{n}@example.org") for n in range(recipients)], SENDER)


def ours(port: int, recipients: int) -> None:
    with Smtp(SmtpSettings("127.0.0.1", port, "none", sender=SENDER.bare)) as smtp:
        for mail in written(recipients):
            smtp.send(mail.recipient, mail.content)


class NoOne:
    """The outbox's clock, standing still."""

    def now(self) -> datetime:
        return AT

    def sleep(self, seconds: float) -> None:
        raise NotImplementedError


def through_the_outbox(port: int, recipients: int) -> float:
    """Seconds, without what making the database costs."""
    with tempfile.TemporaryDirectory() as folder, Store.open(f"sqlite:///{folder}/bevaka.db") as store:
        store.watch([("sida", "https://www.example.org/")])

        def work() -> None:
            store.enqueue(outgoing(written(recipients)), AT)
            settings = SmtpSettings("127.0.0.1", port, "none", sender=SENDER.bare)
            Deliverer(store, NoOne(), lambda: Routes(lambda: Smtp(settings), {}), lambda *_: ()).deliver()

        took = seconds(work)
        assert store.backlog().queued == 0
        return took


def smtplib_alone(port: int, mails: list[Mail]) -> None:
    with smtplib.SMTP("127.0.0.1", port) as client:
        for mail in mails:
            client.sendmail(SENDER.bare, [mail.recipient], mail.content)


def seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> int:
    """Ten rounds, the three in turn, so that whatever else the machine does meets all; the fastest round of each."""
    recipients = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    each = max(1, recipients // ROUNDS)
    mails = written(each)
    with server() as port:
        rounds = [
            (
                seconds(lambda: smtplib_alone(port, mails)),
                seconds(lambda: ours(port, each)),
                through_the_outbox(port, each),
            )
            for _ in range(ROUNDS)
        ]
    alone, sent, kept = (min(times) * ROUNDS for times in zip(*rounds, strict=True))
    mail = f"{each * ROUNDS} mails of {len(mails[0].content)} bytes"
    return publish(
        "mail_throughput",
        [
            Figure("rendered and sent", "smtplib alone", sent / alone, 2.0, f"{mail}, {sent:.2f} s"),
            Figure("through the outbox", "smtplib alone", kept / alone, None, f"{kept:.2f} s"),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
