"""The composition root: the only place where the rooms meet. One App serves one configuration."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from monitor.agenda import Agenda
from monitor.answers import CheckReport, alert_json
from monitor.check import Checked, Checker, Following
from monitor.clock import Clock, SystemClock
from monitor.config import Config, PageConfig, load
from monitor.visit import StoredRobots, Visitor
from records.errors import UsageError
from records.outcome import CannotTell
from scraper.fetch import Fetcher, FetchSettings, user_agent
from scraper.fetch.robots import Robots
from storage.look_store import LookStore
from storage.values import Standing

if TYPE_CHECKING:
    import httpx

    from monitor.compose import Composer
    from monitor.deliver import Delivered, Deliverer
    from monitor.fleet import Dispatcher
    from monitor.questions import Questions
    from monitor.routes import Routes, Transport
    from monitor.sight import Sight
    from notifier.wording import Language
    from scraper.reading import Reading
    from storage.history import History
    from storage.store import Store


class App:
    """Every capability of the command line, the daemon and the web pages. The database opens when first needed."""

    def __init__(
        self,
        config: Config,
        *,
        transport: httpx.BaseTransport | None = None,
        smtp: Callable[[], AbstractContextManager[Transport]] | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.config = config
        self.clock = clock or SystemClock()
        self._transport = transport
        self._smtp = smtp
        self._of_thread = threading.local()
        self._fetchers: list[Fetcher] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if (fleet := self.__dict__.get("fleet")) is not None:
            fleet.close()
        for fetcher in self._fetchers:
            fetcher.__exit__(None, None, None)
        if "look_store" in self.__dict__:
            self.look_store.close()

    @cached_property
    def look_store(self) -> LookStore:
        """What every look needs of the store."""
        return LookStore.open(self.config.storage_url)

    @cached_property
    def store(self) -> Store:
        """All of it: imports much."""
        return self.look_store.whole

    @cached_property
    def history(self) -> History:
        from storage.history import History

        return History(self.store.database)

    @property
    def fetcher(self) -> Fetcher:
        """Each thread has its own: connections are not shared."""
        if not hasattr(self._of_thread, "fetcher"):
            self._of_thread.fetcher = self._new_fetcher()
            self._fetchers.append(self._of_thread.fetcher)
        fetcher: Fetcher = self._of_thread.fetcher
        return fetcher

    def _new_fetcher(self) -> Fetcher:
        from monitor.version import VERSION

        fetch = self.config.fetch
        settings = FetchSettings(user_agent(VERSION, fetch.contact), fetch.deadline, max_bytes=fetch.max_bytes)
        return Fetcher(settings, transport=self._transport)

    @cached_property
    def robots(self) -> Robots:
        return Robots(lambda url: self.fetcher.text(url), self.clock.now, copies=StoredRobots(self.look_store))

    @cached_property
    def fleet(self) -> Dispatcher | None:
        """The dispatcher where looks are left to workers; None where we look ourselves."""
        from monitor.fleet import Dispatcher, is_fleet

        return Dispatcher(self.store) if is_fleet(self.store) else None

    @cached_property
    def agenda(self) -> Agenda:
        return Agenda(self.look_store, self.config.pages)

    @cached_property
    def sight(self) -> Sight:
        from monitor.sight import Sight

        return Sight(self.store, self.config.pages, self.clock)

    @cached_property
    def ask(self) -> Questions:
        from monitor.questions import Questions

        return Questions(self.config, self.store, self.history, self.clock)

    @cached_property
    def composer(self) -> Composer:
        from monitor.compose import Composer

        return Composer(self.config, lambda page: self.history.names_had(page))

    # --- looking

    def check(self, names: Sequence[str] = (), *, due: bool = False) -> CheckReport:
        """Look at all pages or those named (only those due), store, deliver."""
        pages = [self.config.known_page(name) for name in dict.fromkeys(names)] or list(self.config.pages)
        checker = self.checker()
        if due:
            chosen = {page.name for page in pages}
            pages = [page for page in self.agenda.due(self.clock.now()) if page.name in chosen]
            report = self._report(checker.check(pages, self.still_due))
        else:
            report = self._report(checker.check(pages))
        checker.raise_faults()
        if not names and not report.is_failing:
            self.ping()
        return report

    def still_due(self, page: PageConfig, standing: Standing) -> bool:
        """Whether nobody else has looked since the page was found to be due."""
        return self.agenda.is_due(page, standing, self.clock.now())

    def accept(self, name: str) -> CheckReport:
        """Accept what is held for a page, and tell its readers."""
        return self._report([self.checker().accept(self.config.known_page(name))])

    def checker(self, *, following: Following | None = None, patience: float | None = None) -> Checker:
        """A Checker for one thread and one round; the arguments are those of Checker."""
        fetch = self.config.fetch
        visitor = Visitor(self.look_store, lambda: self.fetcher, self.robots, self.clock, delay=fetch.delay)
        return Checker(
            self.look_store,
            visitor,
            self.clock,
            lambda news: self.composer.compose(news),
            confirm_after=fetch.confirm_after,
            following=following,
            patience=patience,
        )

    # --- delivering

    def _report(self, checked: list[Checked]) -> CheckReport:
        sent = self.deliver().sent if self._anything_to_tell() else 0
        return CheckReport(checked, sent, self.look_store.backlog().queued)

    def deliver(self) -> Delivered:
        """Send what is unsent, then write what is due at set times, and send that."""
        delivered = self._deliverer().deliver()
        if not self._is_a_round_due():
            return delivered
        from monitor.rounds import Rounds

        pages = {page.name: page.url for page in self.config.pages}
        Rounds(self.store, lambda: self.history, self.clock, self.composer, pages).write()
        return delivered + self._deliverer().deliver()

    def _anything_to_tell(self) -> bool:
        return self.look_store.anything_to_send(self.clock.now()) or self._is_a_round_due()

    def _is_a_round_due(self) -> bool:
        from monitor.rounds import due_slots

        return any(due_slots(self.look_store, self.clock.now()))

    def ping(self) -> None:
        """Tell the dead man's switch, if there is one, that a round went well."""
        if self.config.operator.ping is not None:
            from monitor.ping import ping

            ping(self.fetcher, self.config.operator.ping)

    def _deliverer(self) -> Deliverer:
        from monitor.deliver import Deliverer

        return Deliverer(self.store, self.clock, self._routes, self.composer.undeliverable)

    def _routes(self) -> Routes:
        from monitor.routes import Routes

        channels = {each.recipient: each.url for each in self.config.subscribers if each.url}
        return Routes(self._connect if self.config.mail or self._smtp else None, channels)

    def _connect(self) -> AbstractContextManager[Transport]:
        from notifier.smtp import Smtp

        if self._smtp is not None:
            return self._smtp()
        if self.config.mail is None:
            raise UsageError("the settings name no mail server; add [mail] host = …")
        return Smtp(self.config.mail)

    def retry(self, ids: Sequence[int] | None) -> Delivered:
        """Send these messages now, or everything queued or undeliverable."""
        chosen = self.store.retry(ids, self.clock.now())
        return self._deliverer().deliver(None if ids is None else chosen)

    def test_alerts(self, email: str, language: Language) -> list[tuple[str, bool, str]]:
        """Send a sample of every kind of mail, past the outbox: (kind, whether it was taken, the server's answer)."""
        from monitor.samples import sample_mails, send
        from notifier.mail import Sender

        sender = Sender(self.config.sender, self.config.operator.email)
        with self._connect() as transport:
            return send(sample_mails(email, language, sender, self.clock.now()), transport)

    def alerts(self, limit: int | None = None, offset: int = 0) -> list[dict[str, Any]]:
        """The alerts answer of DESIGN §6, newest first."""
        return [alert_json(each) for each in self.store.messages(limit=limit, offset=offset)]

    # --- reading

    def read_address(self, url: str, main: str | None) -> Reading | CannotTell:
        """What the parser sees at an address; stores nothing."""
        import scraper
        from scraper.fetch import NotModified, Refused

        answer = self.fetcher.get(url)
        if isinstance(answer, CannotTell):
            return answer
        if isinstance(answer, Refused):
            return answer.why
        assert not isinstance(answer, NotModified), "no validators were sent"
        content_type = answer.headers.get("content-type")
        return scraper.read(answer.body, url=answer.url, content_type=content_type, main=main, requested=url)


@contextmanager
def open_app(config: str | None) -> Iterator[App]:
    """The App of --config, closed at the end."""
    with App(load(config)) as app:
        yield app
