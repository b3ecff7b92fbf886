"""Every way out: mail over SMTP, and each channel by its own address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from typing import Protocol, Self

from records.errors import DeliveryError

MAIL = "mail"


class Transport(Protocol):
    """One open way to recipients. Raises DeliveryError."""

    def send(self, recipient: str, content: bytes) -> str: ...


class Roads:
    """Sends each message on the road of its recipient; the mail connection opens with the first mail.

    connect: opens the mail road, None where no server is named. channels: the address of each channel by its name,
    as the outbox knows it; the address holds secrets.
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
        """The road that leads to a recipient: what stops one message on it stops the others."""
        return MAIL if "@" in recipient else recipient

    def send(self, recipient: str, content: bytes) -> str:
        """Hands one message over; the other side's words."""
        if self.of(recipient) == MAIL:
            return self._mail_road().send(recipient, content)
        if recipient not in self._channels:
            raise DeliveryError(f"no [[subscriber]] has the channel {recipient} any more", permanent=True)
        from notifier import channels

        return channels.send(self._channels[recipient], content)

    def _mail_road(self) -> Transport:
        if self._mail is None:
            if self._connect is None:
                raise DeliveryError("the settings name no mail server; add [mail] host = …", road=True)
            self._mail = self._open.enter_context(self._connect())
        return self._mail
