"""What an import has found, before any of it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from storage.values import Capture, Span


@dataclass(frozen=True, slots=True)
class Found:
    """One capture that can be stored: of which page, from when, and in which record of which file its body is."""

    file: Path
    record: int
    page: str
    url: str
    at: datetime
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    span: Span | None = None
    cut: str | None = None

    def capture(self, body: bytes) -> Capture:
        return Capture(self.url, self.status, self.headers, body, self.at, self.span, self.cut)


@dataclass(slots=True)
class Findings:
    """Everything found. problems: one line for each file or record that cannot be stored; notes: what was supposed.

    elsewhere: how many pages of other addresses were passed over.
    """

    found: list[Found] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    elsewhere: int = 0
