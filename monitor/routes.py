"""Every way out: mail over SMTP, and each channel by its own address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from typing import Protocol, Self

from records.errors import DeliveryError

MAIL = "mail"


class Transport(Protocol):
    """An open connection to a mail server. send raises DeliveryError."""

    def send(self, recipient: str, content: bytes) -> str: ...


class Routes:
    """Sends each message by its recipient's route. The mail connection is opened by the first mail.

    connect: opens that connection; None where the settings name no mail server. channels: the name of each channel, as
    the outbox has it, to its address, which holds secrets.
    """

    def __init__(
        self, connect: Callable[[], AbstractContextManager[Transport]] | None, channels: Mapping[str, str]
    ) -> None:
        self._connect = connect
        self._channels = channels
        self._mail: Transport | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def of(self, recipient: str) -> str:
        """The name of a recipient's route: recipients with the same one fail together when it is closed."""
        return MAIL if "@" in recipient else recipient

    def send(self, recipient: str, content: bytes) -> str:
        """Hand one message over; gives the server's answer. DeliveryError where it was not taken."""
        if self.of(recipient) == MAIL:
            return self._mail_route().send(recipient, content)
        if recipient not in self._channels:
            raise DeliveryError(f"no [[subscriber]] has the channel {recipient} any more", permanent=True)
        from notifier import channels

        return channels.send(self._channels[recipient], content)

    def _mail_route(self) -> Transport:
        if self._mail is None:
            if self._connect is None:
                raise DeliveryError("the settings name no mail server; add [mail] host = …", route=True)
            self._mail = self._open.enter_context(self._connect())
        return self._mail
