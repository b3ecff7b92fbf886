"""A message goes to the server as it is, and what the server does to it becomes the right kind of error."""

from __future__ import annotations

import dataclasses

import pytest

from notifier.deadline import Deadline
from notifier.smtp import Smtp
from notifier.smtp_settings import Security, SmtpSettings, is_loopback, travels_openly
from records.errors import DeliveryError
from tests.mailbox import Mailbox, Stage

CONTENT = b"Subject: Hej\r\nFrom: bevaka@example.org\r\n\r\nEn rad.\r\n.En rad med punkt.\r\n"


@pytest.mark.parametrize("security", ["none", "starttls", "tls"])
def test_arrives_byte_for_byte_over_each_security(security: Security) -> None:
    """The server gets the content unaltered, from the configured sender, and its own words come back."""
    with Mailbox(security) as mailbox, Smtp(mailbox.settings, ssl_context=mailbox.trust) as smtp:
        words = smtp.send("lasare@example.org", CONTENT)
    assert words == "250 2.0.0 Ok: queued as 1"
    [received] = mailbox.messages
    assert (received.sender, received.recipient) == ("bevaka@example.org", "lasare@example.org")
    assert received.content == CONTENT


def test_logs_in_where_a_login_is_configured() -> None:
    """A user name and a password open a server that asks for them."""
    with (
        Mailbox("starttls", login=("bevaka", "hemligt")) as mailbox,
        Smtp(mailbox.settings, ssl_context=mailbox.trust) as smtp,
    ):
        smtp.send("lasare@example.org", CONTENT)
    assert len(mailbox.messages) == 1


def test_many_messages_share_one_connection() -> None:
    """One connection carries everything, and a refusal in the middle does not end it."""
    with Mailbox() as mailbox, Smtp(mailbox.settings) as smtp:
        mailbox.refuses(550, "5.1.1 No such user", for_recipient="borta@example.org")
        smtp.send("en@example.org", CONTENT)
        with pytest.raises(DeliveryError):
            smtp.send("borta@example.org", CONTENT)
        smtp.send("tva@example.org", CONTENT)
    assert [each.recipient for each in mailbox.messages] == ["en@example.org", "tva@example.org"]
    assert mailbox.connections == 1


@pytest.mark.parametrize("at", ["MAIL", "RCPT", "body"])
@pytest.mark.parametrize(("code", "permanent"), [(450, False), (451, False), (550, True), (554, True)])
def test_a_refusal_is_permanent_when_the_server_says_so(at: str, code: int, permanent: bool) -> None:
    """4xx can be tried again, 5xx cannot; the error carries the server's words."""
    with Mailbox() as mailbox, Smtp(mailbox.settings) as smtp:
        mailbox.refuses(code, "5.7.1 Not today", at=at)  # type: ignore[arg-type]
        with pytest.raises(DeliveryError, match=f"{code} 5.7.1 Not today") as caught:
            smtp.send("lasare@example.org", CONTENT)
    assert caught.value.permanent is permanent
    assert mailbox.messages == []


def test_an_answer_too_long_to_read_is_no_refusal() -> None:
    """Nobody knows what the server said; another try may tell."""
    with Mailbox() as mailbox, Smtp(mailbox.settings) as smtp:
        mailbox.refuses(550, "x" * 20_000)
        with pytest.raises(DeliveryError) as caught:
            smtp.send("lasare@example.org", CONTENT)
        assert not caught.value.permanent
        mailbox.accepts_everything()
        smtp.send("lasare@example.org", CONTENT)
    assert len(mailbox.messages) == 1


def test_greylisting_is_temporary_and_passes() -> None:
    """A recipient put off twice gets the message at the third try."""
    with Mailbox() as mailbox, Smtp(mailbox.settings) as smtp:
        mailbox.greylists(2)
        for _ in range(2):
            with pytest.raises(DeliveryError) as caught:
                smtp.send("lasare@example.org", CONTENT)
            assert not caught.value.permanent
        smtp.send("lasare@example.org", CONTENT)
    assert len(mailbox.messages) == 1


def test_a_server_that_is_down_is_temporary() -> None:
    """A refused connection can be tried again, and the same sender works once the server is up."""
    with Mailbox() as mailbox, Smtp(mailbox.settings) as smtp:
        mailbox.is_down()
        with pytest.raises(DeliveryError) as caught:
            smtp.send("lasare@example.org", CONTENT)
        assert not caught.value.permanent
        mailbox.is_up()
        smtp.send("lasare@example.org", CONTENT)
    assert len(mailbox.messages) == 1


@pytest.mark.parametrize("stage", ["connect", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "body"])
def test_a_server_that_dies_is_temporary_and_takes_nothing(stage: Stage) -> None:
    """Wherever the connection is cut before the end, nothing has arrived, and the next try goes through."""
    with (
        Mailbox("starttls", login=("bevaka", "hemligt")) as mailbox,
        Smtp(mailbox.settings, ssl_context=mailbox.trust) as smtp,
    ):
        mailbox.dies_at(stage)
        with pytest.raises(DeliveryError) as caught:
            smtp.send("lasare@example.org", CONTENT)
        assert not caught.value.permanent
        assert mailbox.messages == []
        smtp.send("lasare@example.org", CONTENT)
    assert len(mailbox.messages) == 1


def test_a_lost_answer_is_temporary_though_the_message_arrived() -> None:
    """A connection cut after the whole message leaves no other choice than to send it again."""
    with Mailbox() as mailbox, Smtp(mailbox.settings) as smtp:
        mailbox.dies_at("answer")
        with pytest.raises(DeliveryError) as caught:
            smtp.send("lasare@example.org", CONTENT)
        assert not caught.value.permanent
        smtp.send("lasare@example.org", CONTENT)
    first, second = mailbox.messages
    assert first == second


def test_a_connection_closed_while_idle_is_opened_again() -> None:
    """Between two messages nothing is lost with the connection: the second goes over a new one, without an error."""
    with Mailbox() as mailbox, Smtp(mailbox.settings) as smtp:
        smtp.send("en@example.org", CONTENT)
        mailbox.dies_at("MAIL")
        smtp.send("tva@example.org", CONTENT)
    assert len(mailbox.messages) == 2


def test_death_at_the_goodbye_is_no_error() -> None:
    """What was sent is sent, however the connection ends."""
    with Mailbox() as mailbox:
        mailbox.dies_at("QUIT")
        with Smtp(mailbox.settings) as smtp:
            smtp.send("lasare@example.org", CONTENT)
    assert len(mailbox.messages) == 1


def test_a_silent_server_is_left_after_the_timeout() -> None:
    """No answer is a temporary error that says how long we waited."""
    with Mailbox() as mailbox:
        mailbox.falls_silent_at("DATA")
        with (
            Smtp(dataclasses.replace(mailbox.settings, timeout=0.1)) as smtp,
            pytest.raises(DeliveryError, match=r"no answer within 0\.1 s") as caught,
        ):
            smtp.send("lasare@example.org", CONTENT)
        assert not caught.value.permanent


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_an_unknown_authority_is_never_trusted(security: Security) -> None:
    """Without the server's authority among those that this machine trusts, nothing is sent."""
    with (
        Mailbox(security) as mailbox,
        Smtp(mailbox.settings) as smtp,
        pytest.raises(DeliveryError, match="certificate") as caught,
    ):
        smtp.send("lasare@example.org", CONTENT)
    assert not caught.value.permanent
    assert mailbox.messages == []


def test_a_certificate_for_another_name_is_never_trusted() -> None:
    """A good authority is not enough: the certificate must be this server's."""
    with (
        Mailbox("starttls", certificate_for="nagon.annan.example.org") as mailbox,
        Smtp(mailbox.settings, ssl_context=mailbox.trust) as smtp,
        pytest.raises(DeliveryError, match="certificate"),
    ):
        smtp.send("lasare@example.org", CONTENT)
    assert mailbox.messages == []


def test_starttls_is_never_given_up() -> None:
    """A server that offers no encryption gets no message when encryption is asked for."""
    with Mailbox("none") as mailbox:
        settings = dataclasses.replace(mailbox.settings, security="starttls")
        with Smtp(settings) as smtp, pytest.raises(DeliveryError, match="STARTTLS"):
            smtp.send("lasare@example.org", CONTENT)
    assert mailbox.messages == []


def test_a_wrong_password_is_nobodys_undeliverable_message() -> None:
    """A refused login is temporary, since the recipient has done nothing, and the error does not name the password."""
    with Mailbox("starttls", login=("bevaka", "hemligt")) as mailbox:
        settings = dataclasses.replace(mailbox.settings, password="fel-losenord")
        with Smtp(settings, ssl_context=mailbox.trust) as smtp, pytest.raises(DeliveryError, match="535") as caught:
            smtp.send("lasare@example.org", CONTENT)
    assert not caught.value.permanent
    assert "fel-losenord" not in str(caught.value)
    assert "fel-losenord" not in repr(settings)


def test_a_password_beyond_ascii_is_explained() -> None:
    """SMTP cannot carry such a login; the error says so instead of failing in the middle."""
    with Mailbox("starttls", login=("bevaka", "x")) as mailbox:
        settings = dataclasses.replace(mailbox.settings, password="lösenord")
        with Smtp(settings, ssl_context=mailbox.trust) as smtp, pytest.raises(DeliveryError, match="ASCII"):
            smtp.send("lasare@example.org", CONTENT)


@pytest.mark.parametrize(
    "address",
    ["", "lasare", "a@b\r\nRCPT TO:<ond@example.org>", "a b@example.org", "<a@example.org>", "läsare@example.org"],
)
def test_what_is_no_address_never_reaches_the_server(address: str) -> None:
    """An address cannot add a command, and one that cannot be sent to is undeliverable at once."""
    with Mailbox() as mailbox, Smtp(mailbox.settings) as smtp, pytest.raises(DeliveryError) as caught:
        smtp.send(address, CONTENT)
    assert caught.value.permanent
    assert mailbox.connections == 0


def test_a_swedish_domain_travels_in_its_ascii_form() -> None:
    """Letters beyond ASCII in a domain have an agreed form on the wire."""
    with Mailbox() as mailbox, Smtp(mailbox.settings) as smtp:
        smtp.send("lasare@växjö.example", CONTENT)
    assert mailbox.messages[0].recipient == "lasare@xn--vxj-qla6g.example"


@pytest.mark.parametrize(
    ("host", "stays"),
    [
        ("localhost", True),
        ("LOCALHOST.", True),
        ("smtp.localhost", True),
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("[::1]", True),
        ("smtp.example.org", False),
        ("192.168.0.1", False),
        ("0.0.0.0", False),
        ("localhost.example.org", False),
    ],
)
def test_only_loopback_stays_on_this_machine(host: str, stays: bool) -> None:
    """Unencrypted mail is open to others on every host but this one."""
    assert is_loopback(host) is stays
    assert travels_openly("none", host) is not stays
    assert not travels_openly("starttls", host)


def test_settings_hide_the_password() -> None:
    """A settings object can be printed or logged."""
    assert "hemligt" not in repr(SmtpSettings("smtp.example.org", password="hemligt"))


DRIPS: list[tuple[Stage, Security]] = [
    ("connect", "none"), ("EHLO", "none"), ("RCPT", "none"), ("answer", "none"), ("RCPT", "starttls"), ("RCPT", "tls"),
]  # fmt: skip


@pytest.mark.parametrize(("stage", "security"), DRIPS)
def test_a_server_that_drips_is_left_after_a_while(stage: Stage, security: Security) -> None:
    """No single answer takes too long, byte by byte; the whole dialogue does."""
    with Mailbox(security) as mailbox:
        mailbox.drips_at(stage)
        with Smtp(mailbox.settings, ssl_context=mailbox.trust) as smtp:
            assert smtp._deadline.seconds == 4 * mailbox.settings.timeout
            smtp._deadline = Deadline(1.5, smtp._hang_up)
            with pytest.raises(DeliveryError, match=r"the dialogue was not over within 1\.5 s") as caught:
                smtp.send("lasare@example.org", CONTENT)
    assert not caught.value.permanent


@pytest.mark.parametrize("stage", ["connect", "EHLO", "MAIL", "RCPT", "body", "answer"])
def test_what_happens_before_the_recipient_is_named_is_the_roads_fault(stage: Stage) -> None:
    """Others on it would meet the same; a connection lost later may be this message's own fault."""
    with Mailbox() as mailbox, Smtp(mailbox.settings) as smtp:
        mailbox.dies_at(stage, times=9)
        with pytest.raises(DeliveryError) as caught:
            smtp.send("lasare@example.org", CONTENT)
    assert caught.value.route == (stage in ("connect", "EHLO", "MAIL"))


def test_the_third_loss_in_a_row_is_the_roads_fault() -> None:
    """A server that dies of everybody is not tried with everybody."""
    with Mailbox() as mailbox, Smtp(mailbox.settings) as smtp:
        mailbox.dies_at("body", times=9)
        faults = []
        for number in range(4):
            with pytest.raises(DeliveryError) as caught:
                smtp.send(f"lasare{number}@example.org", CONTENT)
            faults.append(caught.value.route)
    assert faults == [False, False, True, True]
