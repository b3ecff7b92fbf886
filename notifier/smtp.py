"""Hands a finished message to a mail server. The only module that imports smtplib."""

from __future__ import annotations

import contextlib
import smtplib
import socket
import ssl
from types import TracebackType
from typing import Any, Self

from notifier.address import wire_address
from notifier.deadline import Deadline
from notifier.smtp_settings import SmtpSettings
from records.errors import DeliveryError

_NOT_THE_MESSAGE = {530, 534, 535, 538}  # RFC 4954: our login is wrong or missing, whoever the recipient is
_CLOSING = 421  # the server is about to close the connection
_LOSSES = 3  # dialogues in a row without an answer that show that it is the server, not the messages
_ANSWERS = 4  # how many times as long as a single answer one whole dialogue may take


class Smtp:
    """One connection to the server, opened by the first send, kept for the next ones, closed at the end.

    Raises DeliveryError: permanent where the server refused this sender, recipient or message for good (5xx). Trouble
    with the connection, its encryption or our login is temporary and concerns the route; so does the third dialogue in
    a row that ended without an answer.
    """

    def __init__(self, settings: SmtpSettings, *, ssl_context: ssl.SSLContext | None = None) -> None:
        self._settings = settings
        self._ssl_context = ssl_context
        self._client: smtplib.SMTP | None = None
        self._deadline = Deadline(_ANSWERS * settings.timeout, self._hang_up)
        self._losses = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            with contextlib.suppress(OSError), self._deadline:
                self._client.quit()
        self._drop()
        self._deadline.close()

    def send(self, recipient: str, content: bytes) -> str:
        """Sends content, unaltered, to one recipient; gives the server's words ("250 2.0.0 Ok: queued as …")."""
        address = wire_address(recipient)
        with self._deadline:
            try:
                client = self._begin(len(content))
                words = self._hand_over(client, address, content)
            except smtplib.SMTPResponseException as problem:
                self._losses = 0
                self._start_over(problem.smtp_code)
                raise self._refusal(problem) from problem
        self._losses = 0
        return words

    def _hand_over(self, client: smtplib.SMTP, address: str, content: bytes) -> str:
        try:
            self._expect(client.rcpt(address), 250, 251)
            answer = client.data(content)
            self._expect(answer, 250)
            return _words(*answer)
        except smtplib.SMTPResponseException:
            raise
        except OSError as problem:  # smtplib's own errors too
            self._drop()
            self._losses += 1
            raise self._trouble(problem, route=self._losses >= _LOSSES) from problem

    def _begin(self, size: int) -> smtplib.SMTP:
        """A connection on which the server has accepted our MAIL command.

        Servers close idle connections, and some take only a number of messages on each. Nothing was sent then, so we
        connect once more; that does not count as a second try.
        """
        if self._client is not None:
            try:
                return self._open_envelope(self._client, size)
            except smtplib.SMTPServerDisconnected:
                self._drop()
            except smtplib.SMTPResponseException as problem:
                if problem.smtp_code != _CLOSING:
                    raise
                self._drop()
        try:
            return self._open_envelope(self._connect(), size)
        except smtplib.SMTPResponseException:
            raise
        except OSError as problem:
            self._drop()
            raise self._trouble(problem, route=True) from problem

    def _open_envelope(self, client: smtplib.SMTP, size: int) -> smtplib.SMTP:
        options = [f"SIZE={size}"] if client.has_extn("size") else []
        self._expect(client.mail(self._settings.sender, options), 250)
        return client

    def _connect(self) -> smtplib.SMTP:
        """A greeted, encrypted and logged-in connection; whatever goes wrong here is temporary."""
        settings = self._settings
        try:
            client = self._greeted()
            if settings.security == "starttls":
                client.ehlo_or_helo_if_needed()
                self._expect(client.starttls(context=self._verified()), 220)
            client.ehlo_or_helo_if_needed()
            if settings.username is not None:
                client.login(settings.username, settings.password or "")
        except (OSError, UnicodeEncodeError) as problem:
            self._drop()
            raise self._trouble(problem, route=True) from problem
        return client

    def _greeted(self) -> smtplib.SMTP:
        """A new connection. smtplib connects in __init__, so the object is kept first: the deadline can then end it."""
        settings = self._settings
        to: dict[str, Any] = {"host": settings.host, "port": settings.port, "timeout": settings.timeout}
        kind: type[smtplib.SMTP] = smtplib.SMTP
        if settings.security == "tls":
            kind, to["context"] = smtplib.SMTP_SSL, self._verified()
        client = self._client = kind.__new__(kind)
        client.__init__(**to)  # type: ignore[misc]
        return client

    def _verified(self) -> ssl.SSLContext:
        # Without a context smtplib accepts any certificate.
        if self._ssl_context is None:
            self._ssl_context = ssl.create_default_context()
        return self._ssl_context

    def _start_over(self, code: int) -> None:
        """After a refusal the connection stays usable for the next recipient, unless the server is going away."""
        if self._client is None or code == _CLOSING:
            self._drop()
            return
        try:
            out_of_step = self._client.rset()[0] != 250
        except OSError:
            out_of_step = True
        if out_of_step:  # the answers of one message would be taken for those of the next
            self._drop()

    def _expect(self, answer: tuple[int, bytes], *codes: int) -> None:
        if self._deadline.passed:  # what was read until then may look like an answer
            raise smtplib.SMTPServerDisconnected
        if answer[0] not in codes:
            raise smtplib.SMTPResponseException(*answer)

    def _hang_up(self) -> None:
        """End whatever the sending thread waits for."""
        if self._client is not None and (held := self._client.sock) is not None:
            with contextlib.suppress(OSError):
                held.shutdown(socket.SHUT_RDWR)

    def _drop(self) -> None:
        if self._client is not None:
            self._client.close()
        self._client = None

    def _refusal(self, problem: smtplib.SMTPResponseException) -> DeliveryError:
        said_so = isinstance(problem.smtp_error, bytes)  # smtplib's own words are text: a line was too long to read
        permanent = said_so and 500 <= problem.smtp_code < 600 and problem.smtp_code not in _NOT_THE_MESSAGE
        closing = problem.smtp_code == _CLOSING
        words = _words(problem.smtp_code, problem.smtp_error)
        return DeliveryError(f"{self._server}: {words}", permanent=permanent, route=closing)

    def _trouble(self, problem: Exception, *, route: bool) -> DeliveryError:
        if self._deadline.passed:
            why = f"the dialogue was not over within {self._deadline.seconds:g} s"
        elif isinstance(problem, smtplib.SMTPResponseException):
            why = _words(problem.smtp_code, problem.smtp_error)
        elif isinstance(problem, UnicodeEncodeError):
            why = "SMTP logins can only hold ASCII; choose a user name and a password without other letters"
        elif isinstance(problem, TimeoutError) or isinstance(problem.__context__, TimeoutError):
            why = f"no answer within {self._settings.timeout:g} s"
        else:
            why = _one_line(str(problem)) or type(problem).__name__
        return DeliveryError(f"{self._server}: {why}", route=route)

    @property
    def _server(self) -> str:
        return f"{self._settings.host}:{self._settings.port}"


def _words(code: int, text: bytes | str) -> str:
    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return _one_line(f"{code} {said}")


def _one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
