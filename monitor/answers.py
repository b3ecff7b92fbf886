"""What scripts get of what the house itself did and knows: the check, alerts and status answers of DESIGN §6."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from monitor.check import Checked
from monitor.moments import write_moment
from monitor.nearest import nearest
from records.changes import ChangeKind, ChangeSet, Group
from records.codec import change_set_to_json
from records.errors import UsageError
from records.outcome import CannotTell, Changed

if TYPE_CHECKING:
    from monitor.health import Watched
    from storage.messages import QueuedMessage
    from storage.values import Backlog


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What one `check` did. delivered: messages that it sent; undelivered: what is still queued."""

    checked: list[Checked]
    delivered: int
    undelivered: int

    @property
    def is_failing(self) -> bool:
        return self.undelivered > 0 or any(isinstance(each.outcome, CannotTell) for each in self.checked)

    @property
    def something_changed(self) -> bool:
        return any(isinstance(each.outcome, Changed) for each in self.checked)

    def to_json(self) -> dict[str, Any]:
        """The check answer of DESIGN §6."""
        pages = [_checked_json(each) for each in self.checked]
        return {"pages": pages, "delivered": self.delivered, "undelivered": self.undelivered}


def _checked_json(checked: Checked) -> dict[str, Any]:
    outcome = checked.outcome
    failed = outcome if isinstance(outcome, CannotTell) else None
    changes = outcome.changes if isinstance(outcome, Changed | CannotTell) else ChangeSet()
    return {
        "page": checked.page,
        "outcome": "cannot-tell" if failed else type(outcome).__name__.lower(),
        "reason": failed.reason.value if failed else None,
        "detail": failed.detail if failed else None,
        "held": failed.held if failed else False,
        **change_set_to_json(changes),
    }


def alert_json(message: QueuedMessage) -> dict[str, Any]:
    """One message of the alerts answer."""
    return {
        "id": message.id,
        "page": message.page,
        "recipient": message.recipient,
        "subject": message.subject,
        "state": message.state.value,
        "attempts": message.attempts,
        "next_attempt": write_moment(message.next_attempt),
        "last_error": message.last_error,
    }


def backlog_json(backlog: Backlog) -> dict[str, Any]:
    """The alerts of the status answer."""
    return {
        "queued": backlog.queued,
        "oldest": write_moment(backlog.oldest),
        "undeliverable": backlog.undeliverable,
    }


def page_status_json(watched: Watched) -> dict[str, Any]:
    """One page of the status answer."""
    return {
        "page": watched.page.name,
        "outcome": watched.standing.outcome,
        "reason": watched.standing.reason,
        "last_good": write_moment(watched.standing.last_good_at),
        "failures": watched.standing.failures,
        "next_look": write_moment(watched.next_look),
    }


def asked_kind(text: str) -> ChangeKind | Group:
    """A kind or a group by its JSON name; UsageError with the nearest one, or all."""
    known: list[ChangeKind | Group] = [*Group, *ChangeKind]
    for each in known:
        if each.value == text:
            return each
    near = nearest(text, [each.value for each in known])
    cure = f'did you mean "{near}"?' if near else f"choose from {', '.join(each.value for each in known)}"
    raise UsageError(f'no kind of change is called "{text}"; {cure}')
