"""What crosses the border of this room, as frozen values. Rows never do.

All times are aware and in UTC, kept to the whole second.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from records.changes import ChangeSet
    from records.outcome import Outcome, Reason
    from records.page import PageRecord
    from storage.messages import Told


@dataclass(frozen=True, slots=True)
class Span:
    """Looks in a row that saw the same: the first, the last, and how many they were."""

    first: datetime
    last: datetime
    looks: int


@dataclass(frozen=True, slots=True)
class Capture:
    """One raw response as received: final address, status, headers, decoded-from-transfer body, time.

    span: of an imported capture, the looks that are known to have seen the same; None for itself alone. cut: why the
    body is not whole, in WARC's words ("length", "time", "disconnect", "unspecified"); None where it is. sha256: the
    body's address (hex).
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    at: datetime
    span: Span | None = None
    cut: str | None = None
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.body).hexdigest())

    @property
    def is_whole_page(self) -> bool:
        """Whether the page's other bodies are likely to resemble it: no error page, nothing cut."""
        return 200 <= self.status < 300 and self.cut is None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read from a capture, and by what.

    provenance: any JSON value that explains the record (claims and blocks). content_digest: equal for two bodies with
    the same main content, date line and completeness; markup_digest: equal for two with the same markup. complete: the
    body ended as a whole page does. settings_digest: of the page's own settings that steer the reading.
    """

    record: PageRecord
    content_digest: str
    complete: bool
    parser_version: int
    settings_digest: str = ""
    provenance: Any = None
    markup_digest: str | None = None


class Mark(NamedTuple):
    """Identifies an accepted state, and the parser and settings that its record was read with."""

    snapshot_id: int
    parser_version: int
    settings_digest: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """The latest accepted state of a page, and the facts of the latest look that agreed with it.

    first_seen and last_seen are those of the snapshot. etag and last_modified belong to the body of body_sha256.
    """

    snapshot_id: int
    record_json: str
    record_digest: str
    body_sha256: str
    content_digest: str
    url: str
    complete: bool
    parser_version: int
    settings_digest: str
    markup_digest: str | None
    etag: str | None
    last_modified: str | None
    first_seen: datetime
    last_seen: datetime

    @property
    def mark(self) -> Mark:
        """Differs whenever the record may differ."""
        return Mark(self.snapshot_id, self.parser_version, self.settings_digest)

    @property
    def record(self) -> PageRecord:
        """Decoded when asked for: most looks never need it."""
        from records.codec import record_from_json

        return record_from_json(json.loads(self.record_json))


@dataclass(frozen=True, slots=True)
class Hold:
    """A look that waits until others agree with it or the operator accepts it: what was read, and would be told."""

    parsed: Parsed
    record_digest: str
    since: datetime
    last_at: datetime
    looks: int
    changes: ChangeSet
    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a page stands. outcome: "baseline", "unchanged", "changed", "cannot-tell"; None before any look.

    last_good_at: the last look that could tell. last_full_at: the last unconditional answer with a body. failures:
    looks in a row that could not tell, the first of them at failing_since. told_failing_at: when the operator last
    heard of it.
    """

    next_check_at: datetime | None = None
    last_look_at: datetime | None = None
    last_good_at: datetime | None = None
    last_full_at: datetime | None = None
    outcome: str | None = None
    reason: Reason | None = None
    detail: str | None = None
    held: bool = False
    failures: int = 0
    failing_since: datetime | None = None
    told_failing_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PageState:
    """Everything that the next look at a page needs to know of the looks before it."""

    name: str
    url: str
    standing: Standing = Standing()
    accepted: Accepted | None = None
    hold: Hold | None = None


@dataclass(frozen=True, slots=True)
class Backlog:
    """The outbox at a glance; oldest: when the oldest queued message was written."""

    queued: int
    oldest: datetime | None
    undeliverable: int


def _no_messages(_change_set_id: int | None) -> Told:
    return ()


@dataclass(frozen=True, slots=True)
class Learned:
    """Everything that one look taught us, to be kept in one transaction.

    standing and hold are the page's own from now on (a hold that goes on must be passed on). capture: None after a
    304, or when nothing came. parsed: whenever the body was read; needed with Baseline, Changed, a held CannotTell.
    markup_digest: of a body that says the same in other markup, so that the next look at it need not read it.
    observed_at: of a change that was held, its first look; of a confirmed one, the look before the confirmation.
    seen: the page's state that the look was compared with; None where nobody else writes.
    messages: called inside the transaction with the id of the change set, None where there is none.
    """

    page: str
    at: datetime
    outcome: Outcome
    standing: Standing
    capture: Capture | None = None
    parsed: Parsed | None = None
    hold: Hold | None = None
    observed_at: datetime | None = None
    markup_digest: str | None = None
    seen: PageState | None = None
    messages: Callable[[int | None], Told] = field(default=_no_messages)


@dataclass(frozen=True, slots=True)
class DocumentSeen:
    """What a linked document held when it was asked for. body: None over the size limit, or after a 304."""

    url: str
    sha256: str
    size: int
    etag: str | None = None
    last_modified: str | None = None
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a look: ids of the new snapshot and change set, None where none was made; messages queued."""

    snapshot_id: int | None = None
    change_set_id: int | None = None
    queued: int = 0
