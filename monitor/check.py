"""Look at pages, and keep what was learned: the first of the two stories (the other is deliver.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from monitor.clock import Clock, Stopping
from monitor.config import PageConfig
from monitor.decide import Notice, Proposal, follow, notice, stands_accepted
from monitor.look import Look, Looker
from monitor.visit import NotYet, Visitor
from records.changes import ChangeSet
from records.errors import BevakaError, Overtaken, StorageError, UsageError
from records.outcome import CannotTell, Changed, Outcome, Reason, Unchanged
from records.patience import AGREEING_TIME
from storage.look_store import LookStore
from storage.values import Hold, Learned, PageState, Standing

if TYPE_CHECKING:
    from notifier.wording import Names
    from records.page import PageRecord
    from storage.messages import Told


BATCH = 100
"""How many pages are claimed, looked at and kept together."""
Ending = Literal["released", "recovered"]
StillDue = Callable[[PageConfig, Standing], bool]
Following = Callable[[PageConfig, datetime], datetime]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check says of one page. before: how the page stood; notice: what the operator was told of it.

    names: what sentences call the collaborations. told: what changed, or what would be told of a held change, together
    with who sits in a collaboration that came or went. ended: what ended with this look, a hold or a failure.
    """

    page: str
    outcome: Outcome
    before: Standing
    notice: Notice | None = None
    names: Names = field(default_factory=dict)
    told: ChangeSet = field(default_factory=ChangeSet)
    ended: tuple[Ending, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """A page that is as it was, and was well before."""
        return isinstance(self.outcome, Unchanged) and self.before.failures == 0


@dataclass(frozen=True, slots=True)
class News:
    """What one look has to tell, for the writer of the messages. change_set_id is None for an operator's notice."""

    page: PageConfig
    state: PageState
    outcome: Outcome
    standing: Standing
    hold: Hold | None
    notice: Notice | None
    at: datetime
    detected_at: datetime
    before: PageRecord | None = None
    change_set_id: int | None = None


Compose = Callable[[News], "Told"]


class Checker:
    """Looks at pages through one polite visitor, one store, one clock. confirm_after: seconds.

    following: gives when a page is due again after an unchanged look, to be stored with it; None where that is worked
    out later. patience: seconds; a page whose turn at its host is further away is skipped, and stays due.
    """

    def __init__(
        self,
        store: LookStore,
        visitor: Visitor,
        clock: Clock,
        compose: Compose,
        *,
        confirm_after: float,
        following: Following | None = None,
        patience: float | None = None,
    ) -> None:
        self._store = store
        self._visitor = visitor
        self._clock = clock
        self._compose = compose
        self._confirm_after = confirm_after
        self._following = following
        self._looker = Looker(store, visitor, clock, confirm_after=confirm_after, patience=patience)
        self.faults: dict[str, Exception] = {}

    def raise_faults(self) -> None:
        """Raise the unforeseen faults, now that the other pages have been looked at."""
        faults = list(self.faults.values())
        for fault in faults:
            if isinstance(fault, BevakaError):
                raise fault
        if faults:
            raise ExceptionGroup(f"looks failed in a way that nobody foresaw: {', '.join(self.faults)}", faults)

    def check(self, pages: Sequence[PageConfig], still_due: StillDue = lambda *_: True) -> list[Checked]:
        """Look at every page once, confirm what seems changed, and keep everything.

            claim | fetch | read | judge | diff | save    first looks, batch by batch
                    fetch | read | compare     | save     confirmations, after all the first looks
                    fetch | hash | compare     | save     linked documents, where they are watched, once a day

        A page that another process is looking at is skipped; so is one that is no longer due (still_due), since another
        process may have looked before we had the claim. An unforeseen fault at one page does not stop the others: it is
        kept in faults, for raise_faults.
        """
        self._store.watch([(page.name, page.url) for page in pages])
        checked: dict[str, Checked] = {}
        doubtful: list[Look] = []
        with self._store.claims() as claims:
            for start in range(0, len(pages), BATCH):
                batch = pages[start : start + BATCH]
                mine = self._store.take(claims, [page.name for page in batch])
                states = self._store.states(mine)
                known = [(page, states[page.name]) for page in batch if page.name in mine]
                checked |= self._first_looks(known, still_due, doubtful)
                self._store.give_back(claims, mine - {look.page.name for look in doubtful})
            for look in doubtful:
                with self._keeping_faults(look.page):
                    checked[look.page.name] = self._save(self._looker.confirm(look))
        for page in pages:
            if page.documents and page.name in checked:
                with self._keeping_faults(page):
                    checked[page.name] = self._with_documents(page, checked[page.name])
        return [checked[page.name] for page in pages if page.name in checked]

    def _first_looks(
        self, pages: Sequence[tuple[PageConfig, PageState]], still_due: StillDue, doubtful: list[Look]
    ) -> dict[str, Checked]:
        """Look at claimed pages. Unchanged looks are kept together, even when the run is stopped in the middle."""
        checked: dict[str, Checked] = {}
        quiet: list[Look] = []
        try:
            for page, state in pages:
                if not still_due(page, state.standing):
                    continue
                with self._keeping_faults(page):
                    try:
                        look = self._looker.first(page, state)
                    except NotYet:
                        continue
                    if not look.proposal.confirmed:
                        doubtful.append(look)
                    elif look.is_quiet:
                        quiet.append(look)
                    else:
                        checked[page.name] = self._save(look)
        finally:
            checked |= self._save_quiet(quiet)
        return checked

    def _with_documents(self, page: PageConfig, checked: Checked) -> Checked:
        """Add what changed in a page's linked documents to its answer; not while the page itself cannot be read."""
        if isinstance(checked.outcome, CannotTell):
            return checked
        from monitor.documents import DocumentWatch  # for the pages that ask for it

        watch = DocumentWatch(
            self._store.whole, self._visitor, self._clock, self._compose, confirm_after=self._confirm_after
        )
        return watch.look(page, checked)

    @contextmanager
    def _keeping_faults(self, page: PageConfig) -> Iterator[None]:
        """Keep one page's unforeseen fault from the others. What concerns them too is raised: the database, a stop."""
        try:
            yield
        except (StorageError, Stopping):
            raise
        except Exception as fault:  # noqa: BLE001 (the top of one page's look: kept, and raised by raise_faults)
            fault.add_note(f"while looking at {page.name}")
            self.faults[page.name] = fault

    def _save(self, look: Look) -> Checked:
        """Keep everything that the look taught us, with the messages that it causes, in one transaction."""
        try:
            return self._keep(look)
        except Overtaken as why:
            return self._keep(self._in_doubt(look, str(why)))

    def _in_doubt(self, look: Look, why: str) -> Look:
        """The look after the history that it was compared with has changed: keep its body, and look again soon."""
        state = self._store.states([look.page.name])[look.page.name]
        proposal = Proposal(CannotTell(Reason.UNSETTLED, why), hold=state.hold)
        return replace(look, state=state, proposal=proposal)

    def _keep(self, look: Look, accepted: Hold | None = None) -> Checked:
        """accepted: what a person has accepted, where that is all there was to look at."""
        outcome, hold, observed = look.proposal.outcome, look.proposal.hold, look.proposal.observed_at
        if accepted is not None:
            standing: Standing = stands_accepted(look.state.standing, accepted)
            heard: Notice | None = Notice.RECOVERED
        else:
            again = self._is_held_again(look.page, hold) if isinstance(outcome, CannotTell) and outcome.held else False
            standing = follow(look.state.standing, outcome, hold, look.at, full=look.full, again=again)
            heard = notice(look.state.standing, standing, hold, look.at, again=again)
        before = look.state.standing
        news = News(look.page, look.state, outcome, standing, hold, heard, look.at, observed or look.at, look.before)
        self._store.whole.record(
            Learned(
                page=look.page.name,
                at=look.at,
                outcome=outcome,
                standing=standing,
                capture=look.capture,
                parsed=look.parsed,
                hold=hold,
                observed_at=observed,
                seen=look.state,
                messages=lambda change_set_id: self._messages(replace(news, change_set_id=change_set_id)),
            )
        )
        ended = _ended(look.state, hold, standing, heard)
        return Checked(look.page.name, outcome, before, heard, *_told(outcome, hold, look.before), ended)

    def _is_held_again(self, page: PageConfig, hold: Hold | None) -> bool:
        """Whether the same was held and let go within the day before this hold began."""
        return hold is not None and self._store.whole.was_held(page.name, hold, within=AGREEING_TIME)

    def _messages(self, news: News) -> Told:
        """Most looks have nothing to tell anybody."""
        return self._compose(news) if isinstance(news.outcome, Changed) or news.notice else ()

    def _save_quiet(self, looks: Sequence[Look]) -> dict[str, Checked]:
        """Keep unchanged looks with nothing to tell, all in one transaction."""
        checked: dict[str, Checked] = {}
        batch: list[Learned] = []
        for look in looks:
            page, outcome, before = look.page.name, look.proposal.outcome, look.state.standing
            standing = follow(before, outcome, None, look.at, full=look.full)
            if self._following is not None:
                standing = replace(standing, next_check_at=self._following(look.page, look.at))
            markup = look.markup_digest
            batch.append(Learned(page, look.at, outcome, standing, look.capture, markup_digest=markup, seen=look.state))
            checked[page] = Checked(page, outcome, before)
        overtaken = {each.page for each in self._store.record_unchanged(batch)}
        for look in looks:
            if look.page.name in overtaken:
                checked[look.page.name] = self._save(look)
        return checked

    def accept(self, page: PageConfig) -> Checked:
        """Accept what is held for a page, as the operator asked; UsageError where nothing is held."""
        with self._store.claim(page.name) as mine:
            if not mine:
                raise UsageError(f"{page.name} is being looked at right now; try again in a minute")
            state = self._store.states([page.name])[page.name]
            hold = state.hold
            if hold is None:
                raise UsageError(f"nothing is held for {page.name}; `bevaka status` shows how it stands")
            assert state.accepted is not None  # nothing is held back of a page that has no past
            proposal = Proposal(Changed(hold.parsed.record, hold.changes), observed_at=hold.since)
            before = state.accepted.record
            look = Look(page, state, self._clock.now(), proposal, parsed=hold.parsed, before=before)
            return self._keep(look, accepted=hold)


def _ended(state: PageState, hold: Hold | None, now: Standing, heard: Notice | None) -> tuple[Ending, ...]:
    """hold, now: what is held and how the page stands from this look on; a person's word may leave it blind.

    The end of a hold is as quiet as the hold was.
    """
    before, ended = state.standing, list[Ending]()
    if before.failures > 0 and not before.held and now.failures == 0:
        ended.append("recovered")
    if state.hold is not None and hold is None and heard is not None:
        ended.append("released")
    return tuple(ended)


def _told(outcome: Outcome, hold: Hold | None, before: PageRecord | None) -> tuple[Names, ChangeSet]:
    """How sentences about this outcome call the collaborations, and what they tell."""
    changes = outcome.changes if isinstance(outcome, Changed | CannotTell) else ChangeSet()
    if not changes:
        return {}, changes
    from notifier.wording import names_of
    from records.came_or_went import with_seats

    after = outcome.record if isinstance(outcome, Changed) else hold.parsed.record if hold else None
    return names_of(before, after), with_seats(changes, before, after)
