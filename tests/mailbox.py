"""A mail server of our own on loopback, with verbs for everything that servers do to senders."""

# ruff: noqa: N802 (aiosmtpd finds its hooks by these names)
from __future__ import annotations

import asyncio
import collections
import email
import email.policy
import os
import signal
import socket
import ssl
import threading
from dataclasses import dataclass
from email.message import EmailMessage
from types import TracebackType
from typing import Any, Literal, Self

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from notifier.smtp_settings import Security, SmtpSettings

Stage = Literal["connect", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "body", "answer", "QUIT"]
"""Where in the dialogue: "body" is while the message is on its way, "answer" after all of it was taken."""


@dataclass(frozen=True)
class Received:
    """One message as it arrived: its envelope, and its bytes."""

    sender: str
    recipient: str
    content: bytes

    @property
    def message(self) -> EmailMessage:
        parsed = email.message_from_bytes(self.content, policy=email.policy.default)
        assert isinstance(parsed, EmailMessage)
        return parsed

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def text(self) -> str:
        part = self.message.get_body(("plain",))
        assert part is not None
        return str(part.get_content()).replace("\r\n", "\n")

    @property
    def html(self) -> str:
        part = self.message.get_body(("html",))
        assert part is not None
        return str(part.get_content())


class Mailbox:
    """A real SMTP server on 127.0.0.1 in a thread of its own, started up by `with`; `messages` is what arrived."""

    def __init__(
        self, security: Security = "none", *, login: tuple[str, str] | None = None, certificate_for: str = "127.0.0.1"
    ) -> None:
        self._security = security
        self._login = login
        self._authority = trustme.CA()
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._authority.issue_cert(certificate_for).configure_cert(self._tls)
        self.messages: list[Received] = []
        self.connections = 0
        self._silence: Stage | None = None
        self._dripping: Stage | None = None
        self.accepts_everything()
        # Bound and never listening: it keeps the port ours, and refuses, while the server is down.
        self._reservation = _bound(0)
        self.host, self.port = self._reservation.getsockname()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="mailbox")
        self._server: asyncio.Server | None = None
        self._sessions: set[_Session] = set()

    def __enter__(self) -> Self:
        self._thread.start()
        self.is_up()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.is_down()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._reservation.close()

    @property
    def settings(self) -> SmtpSettings:
        """What a sender needs to know."""
        username, password = self._login or (None, None)
        return SmtpSettings(self.host, self.port, self._security, username, password, sender="bevaka@example.org")

    @property
    def trust(self) -> ssl.SSLContext:
        """A client's context that trusts this server's authority, and verifies as the default one does."""
        context = ssl.create_default_context()
        self._authority.configure_trust(context)
        return context

    def write_authority(self, path: str) -> None:
        """Puts the authority's certificate in a file, for a process of its own (SSL_CERT_FILE)."""
        self._authority.cert_pem.write_to_path(path)

    def is_up(self) -> None:
        """Takes connections (again), on the same port."""
        if self._server is None:
            self._server = self._run(self._serve())

    def is_down(self) -> None:
        """Refuses every connection, and cuts those that are open."""
        if self._server is not None:
            self._run(self._stop(self._server))
            self._server = None

    def refuses(
        self, code: int, text: str, *, for_recipient: str | None = None, at: Literal["MAIL", "RCPT", "body"] = "RCPT"
    ) -> None:
        """Answers so to that recipient, or to everybody, until accepts_everything()."""
        self._refusals[at, for_recipient] = f"{code} {text}"

    def refuses_mails_about(self, subject: str, code: int, text: str) -> None:
        """Answers so, after DATA, to every mail with that subject, whoever is to get it."""
        self._unwanted[subject] = f"{code} {text}"

    def greylists(self, times: int) -> None:
        """Puts each recipient off so many times before taking the message."""
        self._greylisting = times

    def dies_at(self, stage: Stage, *, times: int = 1) -> None:
        """Cuts the connection there, so many times. At "answer" the message has arrived and nobody says so."""
        self._deaths[stage] = times

    def falls_silent_at(self, stage: Stage) -> None:
        """Never answers there, and keeps the connection open."""
        self._silence = stage

    def kills(self, process: int, *, at: Stage) -> None:
        """Ends the sender there with SIGKILL, once; its connection ends with it."""
        self._victims[at] = process

    def drips_at(self, stage: Stage) -> None:
        """Answers there with one byte after another, and never comes to the end of the line."""
        self._dripping = stage

    def accepts_everything(self) -> None:
        """Forgets every fault asked for."""
        self._refusals: dict[tuple[str, str | None], str] = {}
        self._unwanted: dict[str, str] = {}
        self._greylisting = 0
        self._put_off: collections.Counter[str] = collections.Counter()
        self._deaths: dict[str, int] = {}
        self._victims: dict[str, int] = {}
        self._silence = None
        self._dripping = None

    # What the sessions ask, on the server's thread.

    def authenticate(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        assert self._login is not None
        expected = LoginPassword(*(word.encode() for word in self._login))
        return AuthResult(success=data == expected, handled=False)

    def answer_to(self, stage: str, recipient: str | None = None) -> str | None:
        """A refusal to give, or None to go on."""
        refusal = self._refusals.get((stage, recipient)) or self._refusals.get((stage, None))
        if refusal is None and stage == "RCPT" and recipient and self._put_off[recipient] < self._greylisting:
            self._put_off[recipient] += 1
            return "450 4.2.0 Greylisted, try again later"
        return refusal

    async def meet(self, stage: str, session: _Session) -> None:
        """Comes back unless this is where the connection was to be cut or to fall silent."""
        if stage in self._victims:
            os.kill(self._victims.pop(stage), signal.SIGKILL)
        elif self._deaths.get(stage, 0) > 0:
            self._deaths[stage] -= 1
            _wire(session).abort()
        elif self._dripping == stage:
            while True:  # cancelled, as below
                _wire(session).write(b"2")
                await asyncio.sleep(0.02)
        elif self._silence != stage:
            return
        await asyncio.get_running_loop().create_future()  # cancelled when the connection is gone

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        refusal = self.answer_to("MAIL")
        if refusal is None:
            envelope.mail_from = address
        return refusal or "250 2.1.0 Ok"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        refusal = self.answer_to("RCPT", address)
        if refusal is None:
            envelope.rcpt_tos.append(address)
        return refusal or "250 2.1.5 Ok"

    async def handle_DATA(self, server: _Session, session: Any, envelope: Any) -> str:
        mails = [Received(envelope.mail_from, each, envelope.original_content) for each in envelope.rcpt_tos]
        refusal = self.answer_to("body", envelope.rcpt_tos[0])
        if self._unwanted:
            refusal = refusal or self._unwanted.get(mails[0].subject)
        if refusal is not None:
            return refusal
        self.messages += mails
        await self.meet("answer", server)
        return f"250 2.0.0 Ok: queued as {len(self.messages)}"

    def joined(self, session: _Session) -> None:
        self.connections += 1
        self._sessions.add(session)

    def left(self, session: _Session) -> None:
        self._sessions.discard(session)

    def _session(self) -> _Session:
        return _Session(
            self,
            hostname="mailbox.example.org",
            ident="Mailbox",
            loop=self._loop,
            tls_context=self._tls if self._security == "starttls" else None,
            require_starttls=self._security == "starttls",
            auth_required=self._login is not None,
            auth_require_tls=self._security == "starttls",
            authenticator=self.authenticate,
        )

    async def _serve(self) -> asyncio.Server:
        tls = self._tls if self._security == "tls" else None
        return await self._loop.create_server(self._session, sock=_bound(self.port), ssl=tls)

    async def _stop(self, server: asyncio.Server) -> None:
        server.close()
        for session in list(self._sessions):
            _wire(session).abort()
        while self._sessions:
            await asyncio.sleep(0)

    def _run(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)


class _Session(SMTP):
    """aiosmtpd's session, which asks the mailbox at each command whether to go on."""

    def __init__(self, mailbox: Mailbox, **options: Any) -> None:
        super().__init__(mailbox, **options)
        self._mailbox = mailbox

    def connection_made(self, transport: Any) -> None:
        if self.transport is None:
            self._mailbox.joined(self)
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        self._mailbox.left(self)
        super().connection_lost(error)

    async def _handle_client(self) -> None:
        await self._mailbox.meet("connect", self)
        await super()._handle_client()

    async def smtp_EHLO(self, arg: str) -> None:
        await self._mailbox.meet("EHLO", self)
        await super().smtp_EHLO(arg)

    async def smtp_STARTTLS(self, arg: str) -> None:
        await self._mailbox.meet("STARTTLS", self)
        await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg: str) -> None:
        await self._mailbox.meet("AUTH", self)
        await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg: str | None) -> None:
        await self._mailbox.meet("MAIL", self)
        await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str | None) -> None:
        await self._mailbox.meet("RCPT", self)
        await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:
        await self._mailbox.meet("DATA", self)
        await super().smtp_DATA(arg)

    async def smtp_QUIT(self, arg: str) -> None:
        await self._mailbox.meet("QUIT", self)
        await super().smtp_QUIT(arg)

    async def push(self, status: Any) -> None:
        await super().push(status)
        if str(status).startswith("354"):
            await self._mailbox.meet("body", self)


def _bound(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    made.bind(("127.0.0.1", port))
    return made


def _wire(session: _Session) -> asyncio.Transport:
    assert isinstance(session.transport, asyncio.Transport)
    return session.transport
