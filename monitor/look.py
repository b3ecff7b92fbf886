"""One look at one page: from the first answer to a proposal, and the second answer that confirms a change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import scraper
from monitor.clock import Clock
from monitor.config import PageConfig
from monitor.decide import Proposal, propose, settle
from monitor.schedule import DAY
from monitor.visit import Visitor
from records.outcome import CannotTell, Changed, Unchanged
from scraper.fetch import NotModified, Refused, Reply, Validators
from storage.look_store import LookStore
from storage.values import Accepted, Capture, PageState, Parsed

if TYPE_CHECKING:
    from records.page import PageRecord
    from scraper.reading import Reading


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a page, from the first answer to what is kept of it."""

    page: PageConfig
    state: PageState
    at: datetime
    proposal: Proposal
    full: bool = False
    capture: Capture | None = None
    parsed: Parsed | None = None
    before: PageRecord | None = None
    markup_digest: str | None = None

    @property
    def is_quiet(self) -> bool:
        """Nothing but one more look: no new body, nothing held before, nothing to tell."""
        quiet = isinstance(self.proposal.outcome, Unchanged) and self.parsed is None and self.state.hold is None
        return quiet and self.state.standing.failures == 0


class Looker:
    """Makes looks. confirm_after: seconds from a look to its confirmation; patience: as in Checker, for first looks."""

    def __init__(
        self, store: LookStore, visitor: Visitor, clock: Clock, *, confirm_after: float, patience: float | None = None
    ) -> None:
        self._store = store
        self._visitor = visitor
        self._clock = clock
        self._confirm_after = confirm_after
        self._patience = patience

    def first(self, page: PageConfig, state: PageState) -> Look:
        """The first look: fetch, read, judge and diff, to a proposal. Raises NotYet where our turn is too far away."""
        known = state.accepted if state.accepted and _is_current(state.accepted, page) else None
        since_full = self._since(state.standing.last_full_at)
        validators = None
        if known and since_full is not None and abs(since_full) < DAY:  # a clock may have been ahead
            validators = Validators(known.etag, known.last_modified)
        answer = self._visitor.get(page.url, validators, patience=self._patience)
        at = self._clock.now()
        if isinstance(answer, NotModified):
            return Look(page, state, at, Proposal(Unchanged()))
        if isinstance(answer, CannotTell):
            return Look(page, state, at, Proposal(answer, hold=state.hold))
        if isinstance(answer, Refused):
            return Look(page, state, at, Proposal(answer.why, hold=state.hold), capture=_capture(answer.reply, at))
        capture = _capture(answer, at)
        if known and (same := likeness(capture, page, known)).is_the_same:
            full = not validators
            return Look(page, state, at, Proposal(Unchanged()), full, capture, markup_digest=same.markup_digest)
        reading = _read(answer, page, state.accepted)
        if isinstance(reading, CannotTell):
            return Look(page, state, at, Proposal(reading, hold=state.hold), capture=capture)
        parsed = _parsed(reading, page, answer)
        state = self._as_read_now(page, state)
        before = state.accepted.record if state.accepted else None
        proposal = propose(before, reading, parsed, state.hold, at)
        return Look(page, state, at, proposal, True, capture, parsed, before)

    def _since(self, moment: datetime | None) -> timedelta | None:
        return None if moment is None else self._clock.now() - moment

    def _as_read_now(self, page: PageConfig, state: PageState) -> PageState:
        """The state after its history was read again with the present parser and settings, if those are others.

        Otherwise a new parser or setting would look like a change. The state stays as it is where its body cannot be
        read like that.
        """
        if state.accepted is None or _is_current(state.accepted, page):
            return state
        from monitor.rereading import make_reader

        store, reader = self._store.whole, make_reader([page])
        if reader(page.name, store.accepted_capture(page.name), past=None, settled=True).parsed is None:
            return state
        from storage.archive import reread  # for the looks that need it

        reread(store, page.name, reader)
        return self._store.states([page.name])[page.name]

    def confirm(self, look: Look) -> Look:
        """The second, unconditional look at a change."""
        proposed = look.proposal.outcome
        assert isinstance(proposed, Changed)
        waited = self._clock.now() - look.at
        if waited < timedelta(seconds=self._confirm_after):
            self._clock.sleep(self._confirm_after - waited.total_seconds())
        answer = self._visitor.get(look.page.url)
        at = self._clock.now()
        if isinstance(answer, Reply):
            reading = _read(answer, look.page, look.state.accepted)
            parsed = None if isinstance(reading, CannotTell) else _parsed(reading, look.page, answer)
            look = replace(look, capture=_capture(answer, at), parsed=parsed)
        else:
            assert not isinstance(answer, NotModified)  # no validators were sent
            reading = answer.why if isinstance(answer, Refused) else answer
        outcome = settle(proposed, reading)
        hold = look.state.hold if isinstance(outcome, CannotTell) else None  # what passed by ends no hold
        return replace(look, at=at, proposal=Proposal(outcome, hold=hold, observed_at=look.at))


def _is_current(accepted: Accepted, page: PageConfig) -> bool:
    """Whether the accepted body was read by this parser under the page's present settings and address."""
    return accepted.parser_version == scraper.PARSER_VERSION and accepted.settings_digest == page.settings_digest


@dataclass(frozen=True, slots=True)
class Likeness:
    """Whether a body says what the accepted one said. markup_digest: the body's own, where only its markup is new."""

    is_the_same: bool
    markup_digest: str | None = None


def likeness(capture: Capture, page: PageConfig, known: Accepted) -> Likeness:
    """Compare the bytes, else the markup that a reading looks at, else the content: each costs more than the last."""
    if capture.url != known.url:
        return Likeness(False)
    if capture.sha256 == known.body_sha256:
        return Likeness(True)
    body, content_type = capture.body, capture.headers.get("content-type")
    markup = scraper.markup_digest(body, content_type=content_type, main=page.main)
    if markup is not None and markup == known.markup_digest:
        return Likeness(True)
    content = scraper.content_digest(body, url=capture.url, content_type=content_type, main=page.main)
    return Likeness(content is not None and content == known.content_digest, markup)


def _read(reply: Reply, page: PageConfig, accepted: Accepted | None) -> Reading | CannotTell:
    return scraper.read(
        reply.body,
        url=reply.url,
        content_type=reply.headers.get("content-type"),
        main=page.main,
        requested=page.url,
        had_end_tag=accepted.complete if accepted else None,
    )


def _capture(reply: Reply, at: datetime) -> Capture:
    return Capture(reply.url, reply.status, reply.headers, reply.body, at, cut=reply.cut)


def _parsed(reading: Reading, page: PageConfig, reply: Reply) -> Parsed:
    """What is kept of a reading. Imported here: most looks read nothing."""
    from monitor.rereading import parsed_of

    return parsed_of(reading, page, scraper.markup_digest(reply.body, content_type=reply.content_type, main=page.main))
