"""What mail servers do to a change's message, through the whole application: it arrives once, or somebody hears why."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.app import App
from monitor.clock import StoppableClock, Stopping
from monitor.config import load
from notifier.smtp import Smtp
from notifier.smtp_settings import Security
from tests.mailbox import Mailbox, Stage
from tests.site import Site
from tests.watch import INVENTED_PAGE, REPLACED, TODAY, Watch

READER, OTHER, OPERATOR = "lasare@example.org", "annan@example.org", "drift@example.org"
ANOTHER = f'[[subscriber]]\nemail = "{OTHER}"\n'
SUBJECT = "Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with Mailbox() as mailbox:
        yield mailbox


@pytest.fixture
def watch(tmp_path: Path, site: Site, mailbox: Mailbox) -> Watch:
    """Two readers, and a baseline."""
    watch = Watch(tmp_path, site, mailbox, ANOTHER)
    watch.looks(TODAY)
    return watch


def change(watch: Watch) -> dict[str, Any]:
    """The page changes, and is checked."""
    watch.site.shows(REPLACED)
    watch.clock.later(hours=1)
    return watch.check()


def later(watch: Watch, **amount: float) -> dict[str, Any]:
    watch.clock.later(**amount)
    return watch.check()


def counts(answer: dict[str, Any]) -> tuple[int, int]:
    return answer["delivered"], answer["undelivered"]


def states(watch: Watch) -> dict[str, str]:
    with watch.app() as app:
        return {each["recipient"]: each["state"] for each in app.alerts()}


def test_greylisting_only_delays(watch: Watch) -> None:
    """Put off twice, taken the third time; once."""
    watch.mailbox.greylists(2)
    assert counts(change(watch)) == (0, 2)
    assert counts(later(watch, minutes=3)) == (0, 2)
    assert counts(later(watch, minutes=10)) == (2, 0)
    assert (watch.subjects(READER), watch.subjects(OTHER)) == ([SUBJECT], [SUBJECT])


def test_retries_come_at_growing_intervals(watch: Watch) -> None:
    """A minute later nothing is tried; the error and the next try can be seen."""
    watch.mailbox.refuses(450, "4.2.1 Busy", for_recipient=READER)
    change(watch)
    assert counts(later(watch, minutes=1)) == (0, 1)
    with watch.app() as app:
        (waiting,) = [each for each in app.alerts() if each["state"] == "queued"]
    assert (waiting["attempts"], waiting["recipient"]) == (1, READER)
    assert "450 4.2.1 Busy" in waiting["last_error"]
    tries = []
    for _ in range(60):
        later(watch, minutes=10)
        with watch.app() as app:
            tries.append(app.alerts()[-1]["attempts"] if app.alerts()[-1]["recipient"] == READER else 0)
    assert 5 <= max(tries) <= 9


def test_one_readers_refusal_is_never_anothers(watch: Watch) -> None:
    """The other mail goes out; the operator hears of the refused one."""
    watch.mailbox.refuses(550, "5.1.1 No such user", for_recipient=READER)
    assert counts(change(watch)) == (2, 0)
    assert watch.subjects(OTHER) == [SUBJECT]
    assert watch.subjects(OPERATOR) == [f"Ett brev till {READER} kunde inte levereras"]
    assert states(watch) == {READER: "undeliverable", OTHER: "sent", OPERATOR: "sent"}


def test_the_operators_own_refused_mail_is_no_loop(watch: Watch) -> None:
    """Nobody is told of it by the mail that cannot arrive; status says so."""
    watch.mailbox.refuses(550, "5.1.1 No such user")
    change(watch)
    later(watch, hours=1)
    with watch.app() as app:
        assert {each["state"] for each in app.alerts()} == {"undeliverable"}
        assert len(app.alerts()) == 4
        assert app.sight.status()["alerts"]["undeliverable"] == 4
        assert app.sight.status()["ok"] is False


STAGES: list[Stage] = ["connect", "EHLO", "MAIL", "RCPT", "DATA", "body", "answer", "QUIT"]


@pytest.mark.parametrize("stage", STAGES)
def test_a_server_that_dies_loses_and_doubles_nothing(watch: Watch, stage: Stage) -> None:
    """Each mail arrives; twice, under one Message-ID, only where the server had taken it and died before it said so."""
    watch.mailbox.dies_at(stage)
    change(watch)
    later(watch, hours=1)
    arrived = {who: [each for each in watch.mailbox.messages if each.recipient == who] for who in (READER, OTHER)}
    assert sorted(len(each) for each in arrived.values()) == ([1, 2] if stage == "answer" else [1, 1])
    for each in arrived.values():
        assert len({mail.message["Message-ID"] for mail in each}) == 1
        assert len({mail.content for mail in each}) == 1


def test_a_silent_server_is_left_and_tried_again(tmp_path: Path, site: Site, mailbox: Mailbox) -> None:
    """It costs its timeout, and no message."""
    watch = Watch(tmp_path, site, mailbox)
    watch.looks(TODAY)
    patient = watch.config.read_text("utf-8")
    watch.config.write_text(patient.replace("[mail]", '[mail]\ntimeout = "200ms"'), "utf-8")
    mailbox.falls_silent_at("RCPT")
    assert counts(change(watch)) == (0, 1)
    with watch.app() as app:
        assert "no answer within 0.2 s" in app.alerts()[0]["last_error"]
    mailbox.accepts_everything()
    watch.config.write_text(patient, "utf-8")
    assert counts(later(watch, hours=1)) == (1, 0)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_wrong_certificate_gets_no_mail(tmp_path: Path, site: Site, security: Security) -> None:
    """Not one word of it; the reason is there to be read, and a right certificate gets everything."""
    with Mailbox(security, certificate_for="annan.example.org") as wrong, Mailbox(security) as right:
        watch = Watch(tmp_path, site, wrong)

        def checked(server: Mailbox) -> tuple[int, int]:
            connect = lambda: Smtp(server.settings, ssl_context=server.trust)  # noqa: E731
            with App(load(str(watch.config), {}), clock=watch.clock, smtp=connect) as app:
                watch.clock.later(hours=1)
                return counts(app.check().to_json())

        site.shows(TODAY)
        checked(wrong)
        site.shows(REPLACED)
        assert checked(wrong) == (0, 1)
        with watch.app() as app:
            assert "certificate" in app.alerts()[0]["last_error"].lower()
            assert app.sight.status()["ok"] is False
        assert checked(right) == (1, 0)
        assert (wrong.messages, len(right.messages)) == ([], 1)


def test_a_closed_road_is_tried_once_for_all(watch: Watch) -> None:
    """A server that takes no connection is not asked anew for every message; all of them wait as long."""
    watch.mailbox.dies_at("connect", times=99)
    before = watch.mailbox.connections
    assert counts(change(watch)) == (0, 2)
    assert watch.mailbox.connections - before == 1
    with watch.app() as app:
        assert [each["attempts"] for each in app.alerts()] == [1, 1]
        assert all(each["last_error"] for each in app.alerts())


def test_a_road_closed_for_weeks_loses_nothing(watch: Watch) -> None:
    """Only a recipient's own refusals come to an end."""
    watch.mailbox.is_down()
    change(watch)
    for _ in range(20):
        assert counts(later(watch, days=1))[0] == 0
    watch.mailbox.is_up()
    later(watch, hours=7)
    assert (watch.subjects(READER), watch.subjects(OTHER)) == ([SUBJECT], [SUBJECT])


def test_who_is_put_off_for_five_days_is_given_up_and_told(watch: Watch) -> None:
    """As mail servers do; the operator hears, and can send it after all."""
    watch.mailbox.refuses(452, "4.2.2 Mailbox full", for_recipient=READER)
    change(watch)
    for _ in range(6):
        later(watch, days=1)
    assert states(watch)[READER] == "undeliverable"
    assert f"Ett brev till {READER} kunde inte levereras" in watch.subjects(OPERATOR)
    watch.mailbox.accepts_everything()
    with watch.app() as app:
        assert app.retry(None).sent == 1
    assert watch.subjects(READER) == [SUBJECT]


def test_retry_sends_only_what_is_named_and_now(watch: Watch) -> None:
    """Whatever its next attempt says, and however many others wait."""
    watch.mailbox.refuses(451, "4.3.0 Later")
    change(watch)
    watch.looks(INVENTED_PAGE)
    watch.mailbox.accepts_everything()
    with watch.app() as app:
        waiting = [each["id"] for each in app.alerts() if each["state"] == "queued"]
        assert len(waiting) == 4
        assert app.retry(waiting[:1]).sent == 1
        assert sum(each["state"] == "queued" for each in app.alerts()) == 3
        assert app.retry(None).sent == 3


RETURNED = "Kronoberg: Roland Gustbée (M) ersätter Testa Testsson (M) som ledamot i ERB"


def changes_back(watch: Watch, **later: float) -> dict[str, Any]:
    """The old state stands there again, and is checked."""
    watch.site.shows(TODAY)
    watch.clock.later(**later)
    return watch.check()


def long_ago(watch: Watch) -> None:
    """A change whose mails have been put off for days: their next try is hours away."""
    change(watch)
    for _ in range(8):
        later(watch, hours=7)


def waiting(watch: Watch) -> list[tuple[int, str]]:
    """Attempts and next attempt of what is queued for the reader, the older one first."""
    with watch.app() as app:
        mails = [each for each in app.alerts() if (each["recipient"], each["state"]) == (READER, "queued")]
    return [(each["attempts"], each["next_attempt"]) for each in reversed(mails)]


def test_after_an_outage_a_new_alert_takes_the_backlog_with_it(watch: Watch) -> None:
    """At once, and each reader's in the order in which they were written."""
    watch.mailbox.is_down()
    long_ago(watch)
    watch.mailbox.is_up()
    assert counts(changes_back(watch, hours=1)) == (4, 0)
    assert (watch.subjects(READER), watch.subjects(OTHER)) == ([SUBJECT, RETURNED], [SUBJECT, RETURNED])


def test_a_closed_route_puts_a_new_alert_off_by_its_own_backoff(watch: Watch) -> None:
    """The next try is minutes away, for the older ones too; that costs them none of their own tries."""
    watch.mailbox.is_down()
    long_ago(watch)
    [(tries, planned)] = waiting(watch)
    assert counts(changes_back(watch, hours=1)) == (0, 4)
    older, newer = waiting(watch)
    assert (older[0], newer[0]) == (tries, 1)
    assert older[1] == newer[1] < planned
    watch.mailbox.is_up()
    assert counts(later(watch, minutes=3)) == (4, 0)
    assert (watch.subjects(READER), watch.subjects(OTHER)) == ([SUBJECT, RETURNED], [SUBJECT, RETURNED])


def test_a_mail_that_is_refused_for_itself_holds_nobody_up(watch: Watch) -> None:
    """A newer one is sent at once; trying the older one before its time neither counts nor moves it."""
    watch.mailbox.refuses_mails_about(SUBJECT, 451, "4.3.0 Later")
    long_ago(watch)
    before = waiting(watch)
    assert counts(changes_back(watch, hours=1)) == (2, 2)
    assert (watch.subjects(READER), watch.subjects(OTHER)) == ([RETURNED], [RETURNED])
    assert waiting(watch) == before
    watch.mailbox.accepts_everything()
    assert counts(later(watch, hours=7)) == (2, 0)


def test_a_try_before_its_time_gives_no_mail_up(watch: Watch) -> None:
    """However old it is, and however often newer ones take it with them."""
    watch.mailbox.refuses_mails_about(SUBJECT, 451, "4.3.0 Later")
    change(watch)
    with watch.app() as app:
        for message in app.store.due(app.clock.now() + timedelta(hours=1)):
            for _ in range(8):
                app.store.failed([message.id], "451", app.clock.now() + timedelta(days=5, hours=7))
    watch.clock.later(days=5)
    assert counts(changes_back(watch, hours=1)) == (2, 2)
    assert set(states(watch).values()) == {"queued"}
    assert counts(later(watch, hours=7))[1] == 0


def test_mails_arrive_in_order_within_a_round(watch: Watch) -> None:
    """Those that waited for a server."""
    watch.mailbox.is_down()
    change(watch)
    changes_back(watch, minutes=30)
    watch.mailbox.is_up()
    assert counts(later(watch, hours=7)) == (4, 0)
    assert (watch.subjects(READER), watch.subjects(OTHER)) == ([SUBJECT, RETURNED], [SUBJECT, RETURNED])


def test_a_mail_that_is_given_up_blocks_none(watch: Watch) -> None:
    """The next one is sent as if there had been no other."""
    watch.mailbox.refuses(554, "5.6.0 Not this one", for_recipient=READER, at="body")
    change(watch)
    watch.mailbox.accepts_everything()
    assert counts(changes_back(watch, hours=1)) == (2, 0)
    assert watch.subjects(READER) == [RETURNED]


def test_a_mail_that_is_named_goes_before_those_that_wait(watch: Watch) -> None:
    """`alerts retry ID` is a person's word."""
    watch.mailbox.refuses(451, "4.3.0 Later", for_recipient=READER)
    change(watch)
    changes_back(watch, seconds=30)
    watch.mailbox.accepts_everything()
    with watch.app() as app:
        newest, *_ = (each["id"] for each in app.alerts() if each["recipient"] == READER)
        assert app.retry([newest]).sent == 1
    assert watch.subjects(READER) == [RETURNED]


def test_undelivered_counts_what_is_still_queued_older_ones_included(watch: Watch) -> None:
    """And delivered what this command sent."""
    watch.mailbox.refuses(451, "4.3.0 Later", for_recipient=READER)
    assert counts(change(watch)) == (1, 1)
    watch.site.shows(INVENTED_PAGE)
    watch.clock.later(seconds=30)
    assert counts(watch.check()) == (1, 2)


def test_samples_of_every_mail_give_the_servers_words(watch: Watch) -> None:
    """Each by itself; a route that is closed is met once."""
    watch.mailbox.refuses(550, "5.7.1 Relaying denied")
    with watch.app() as app:
        results = app.test_alerts("namn@example.org", "sv")
        assert len(results) == 10
        assert not any(taken for _, taken, _ in results)
        assert all(words.endswith("550 5.7.1 Relaying denied") for _, _, words in results)
        watch.mailbox.is_down()
        assert [taken for _, taken, _ in app.test_alerts("namn@example.org", "sv")] == [False]
        watch.mailbox.is_up()
        watch.mailbox.accepts_everything()
        assert all(taken for _, taken, _ in app.test_alerts("namn@example.org", "sv"))
    assert len(watch.mailbox.messages) == 10


def test_a_stop_comes_between_two_messages(watch: Watch) -> None:
    """What was being sent is sent and marked; the others go out after the next start, once each."""
    stop = threading.Event()

    class StopsInTheMiddle(Smtp):
        def send(self, recipient: str, content: bytes) -> str:
            stop.set()
            return super().send(recipient, content)

    @contextlib.contextmanager
    def connect() -> Iterator[Smtp]:
        with StopsInTheMiddle(watch.mailbox.settings) as smtp:
            yield smtp

    watch.mailbox.is_down()
    change(watch)
    watch.mailbox.is_up()
    watch.clock.later(hours=1)
    clock = StoppableClock(watch.clock, stop)
    with App(load(str(watch.config), {}), clock=clock, smtp=connect) as app, pytest.raises(Stopping):
        app.deliver()
    assert len(watch.mailbox.messages) == 1
    assert sorted(states(watch).values()) == ["queued", "sent"]
    assert counts(later(watch, hours=1)) == (1, 0)
    assert sorted(each.recipient for each in watch.mailbox.messages) == [OTHER, READER]
