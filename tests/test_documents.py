"""A linked document that is swapped under the same address is found, confirmed and told, once a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.app import App
from monitor.config import load
from storage.copying import backup
from storage.store import Store
from tests.clock import Clock
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import TODAY, Watch

PLAN = "/plan.pdf"


class Linked(Watch):
    """A page whose only reachable document is the plan."""

    def __init__(self, folder: Path, site: Site, mailbox: Mailbox) -> None:
        super().__init__(folder, site, mailbox, '[fetch]\ndelay = "0s"\nconfirm_after = "0s"\nmax_bytes = "60kB"')
        text = self.config.read_text("utf-8").replace("[mail]", "documents = true\n[mail]", 1)
        self.config.write_text(text, "utf-8")
        site.shows(self.page())
        self.plan(b"%PDF-1.7 the plan")

    def page(self) -> str:
        html = TODAY.replace("</main>", f'<p><a href="{self.site.root}{PLAN}">Plan, pdf</a></p></main>')
        return html.replace("https://www.regionkronoberg.se/", f"{self.site.root}/")

    def plan(self, body: bytes, **headers: str) -> None:
        self.site.shows(
            body, "application/pdf", {name.replace("_", "-"): value for name, value in headers.items()}, PLAN
        )

    def asked(self) -> int:
        return sum(each.path == PLAN for each in self.site.requests)


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Linked]:
    with Site() as site, Mailbox() as mailbox:
        watch = Linked(tmp_path, site, mailbox)
        watch.check()
        yield watch


def test_a_swapped_plan_is_told(watch: Linked) -> None:
    """In check's answer, in the history and in a mail that names it."""
    watch.plan(b"%PDF-1.7 another plan")
    watch.clock.later(days=1)
    answer = watch.looks()
    assert answer["outcome"] == "changed"
    [change] = answer["changes"]
    assert (change["kind"], change["subject"]) == ("document_changed", "Plan")
    assert change["before"] == change["after"] == {"label": "Plan", "url": watch.site.root + PLAN, "format": "pdf"}
    assert answer["silent_edit"]
    [subject] = watch.subjects("lasare@example.org")
    assert "Plan" in subject
    with watch.app() as app:
        assert [each["changes"] for each in app.ask.changes()] == [[change]]
    assert watch.looks()["outcome"] == "unchanged"


def test_once_a_day_is_enough(watch: Linked) -> None:
    """Whatever the schedule; and then conditionally."""
    first = watch.asked()
    assert first == 1
    watch.plan(b"%PDF-1.7 another plan")
    assert watch.looks()["outcome"] == "unchanged"
    assert watch.asked() == first
    watch.clock.later(hours=22)
    assert watch.looks()["outcome"] == "changed"


def test_an_unchanged_plan_costs_a_304(watch: Linked) -> None:
    """The validators of the last answer are sent."""
    watch.plan(b"%PDF-1.7 the plan", ETag='"1"')
    watch.clock.later(days=1)
    watch.looks()
    watch.site.answers(304, path=PLAN)
    watch.clock.later(days=1)
    assert watch.looks()["outcome"] == "unchanged"
    assert [each for each in watch.site.requests if each.path == PLAN][-1].headers["if-none-match"] == '"1"'


def test_a_plan_that_never_agrees_with_itself_is_not_told(watch: Linked) -> None:
    """Made anew at every request."""
    turn = iter(range(100))
    watch.site.makes(lambda: f"%PDF-1.7 made {next(turn)}".encode(), "application/pdf", PLAN)
    watch.clock.later(days=1)
    assert watch.looks()["outcome"] == "unchanged"


@pytest.mark.parametrize("how", ["page", "503", "gone"])
def test_a_plan_that_cannot_be_seen_is_no_change(watch: Linked, how: str) -> None:
    """An error page in its place, a server in trouble: the page is well, and nothing is told."""
    if how == "page":
        watch.site.shows("<html><body><h1>Logga in</h1></body></html>", path=PLAN)
    else:
        watch.site.fails({"503": 503, "gone": 404}[how], path=PLAN)
    watch.clock.later(days=1)
    assert watch.looks()["outcome"] == "unchanged"
    watch.plan(b"%PDF-1.7 the plan")
    watch.clock.later(days=1)
    assert watch.looks()["outcome"] == "unchanged"


def test_of_a_large_plan_the_hash_is_kept(watch: Linked, tmp_path: Path) -> None:
    """And a change in its last byte is found."""
    large = b"%PDF-1.7" + bytes(100_000)
    watch.plan(large)
    watch.clock.later(days=1)
    assert watch.looks()["outcome"] == "changed"
    watch.plan(large[:-1] + b"x")
    watch.clock.later(days=1)
    assert watch.looks()["outcome"] == "changed"
    with watch.app() as app:
        seen = app.store.documents("kronoberg")[watch.site.root + PLAN]
        assert (seen.size, seen.body) == (len(large), None)
        backup(app.store, tmp_path / "copy.db")
    with Store.open(f"sqlite:///{tmp_path / 'copy.db'}") as copy:
        assert copy.documents("kronoberg")[watch.site.root + PLAN].sha256 == seen.sha256


def test_the_daemon_asks_as_well(watch: Linked) -> None:
    """The same story, at its own times."""
    from monitor.daemon import Daemon

    watch.plan(b"%PDF-1.7 another plan")
    clock = Clock(watch.clock.now() + timedelta(days=1))
    daemon = Daemon(lambda daemons: App(load(str(watch.config), {}), clock=daemons), clock)
    daemon.tick()
    assert daemon.settle(20)
    daemon.tick()
    assert daemon.settle(20)
    assert daemon.close()
    assert len(watch.subjects("lasare@example.org")) == 1
