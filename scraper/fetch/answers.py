"""What a fetch can answer, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from records.outcome import CannotTell, Reason


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave us to ask "has it changed since?" with."""

    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to ask with."""
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Reply:
    """A page's bytes, unpacked. requested and url are the first and the final address; header names in lower case.

    cut: why the body is not whole, in WARC's words ("length", "time", "disconnect", "unspecified"); None where it is.
    """

    requested: str
    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: str | None = None

    @property
    def content_type(self) -> str | None:
        return self.headers.get("content-type")

    @property
    def validators(self) -> Validators:
        return Validators(self.headers.get("etag"), self.headers.get("last-modified"))


@dataclass(frozen=True, slots=True)
class NotModified:
    """304, to validators that we sent."""

    requested: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is no page, by its SHA-256 (hex). body: None where it is larger than what is kept of a page."""

    requested: str
    url: str
    headers: Mapping[str, str]
    sha256: str
    size: int
    body: bytes | None

    @property
    def validators(self) -> Validators:
        return Validators(self.headers.get("etag"), self.headers.get("last-modified"))


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that cannot be the page, and why; the body as far as it came, for whoever keeps evidence."""

    why: CannotTell
    reply: Reply


Answer = Reply | NotModified | CannotTell | Refused
"""CannotTell alone: nothing came."""


def refusal_of(answer: object) -> CannotTell | None:
    """Why an answer cannot be used; None for one that can."""
    if isinstance(answer, Refused):
        return answer.why
    return answer if isinstance(answer, CannotTell) else None


class EndOfFetch(Exception):
    """Raised within a fetch to end it with this answer. cut: as in Reply, for what had come by then."""

    def __init__(self, reason: Reason, detail: str, cut: str = "unspecified") -> None:
        super().__init__(detail)
        self.why = CannotTell(reason, detail)
        self.cut = cut
