"""Whatever the site does to us, through the whole check: the right reason, the old state untouched, no reader told."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import TODAY, Watch

PDF = b"%PDF-1.7 and so on"
OTHER = "<html><title>Snöröjning</title><main><h1>Snöröjning</h1><p>Vi plogar gatorna.</p></main></html>"
LOGIN = '<html><title>Logga in</title><main><h1>Logga in</h1><form><input type="password"></form></main></html>'
GONE = (
    "<html><title>Sidan hittades inte</title><main><h1>Sidan kunde inte hittas</h1><p>Den är borta.</p></main></html>"
)
CLOSED = "<html><title>Underhåll</title><main><h1>Vi underhåller webbplatsen</h1><p>Vi är snart åter.</p></main></html>"
SCRIPT = '<html><head><script src="app.js"></script></head><body><div id="root"></div></body></html>'

FAULTS: list[tuple[str, Callable[[Site], None], str]] = [
    ("404", lambda site: site.fails(404), "http-status"),
    ("410", lambda site: site.fails(410), "http-status"),
    ("500", lambda site: site.fails(500), "http-status"),
    ("403", lambda site: site.fails(403), "blocked"),
    ("429", lambda site: site.answers(429, "", {"Retry-After": "7200"}), "blocked"),
    ("a login page", lambda site: site.shows(LOGIN), "blocked"),
    ("nobody answers", lambda site: site.hangs_up(), "unreachable"),
    ("a PDF", lambda site: site.shows(PDF, "application/pdf"), "not-html"),
    ("a PDF that says it is HTML", lambda site: site.shows(PDF), "not-html"),
    ("a bomb", lambda site: site.bombs(100), "too-large"),
    ("a flood", lambda site: site.floods(), "too-large"),
    ("fewer bytes than declared", lambda site: site.cuts_after(2000, TODAY), "truncated"),
    ("an unfinished stream", lambda site: site.chunks(TODAY.encode()[:3000], finished=False), "truncated"),
    ("a body cut in the middle", lambda site: site.shows(TODAY[: len(TODAY) // 2]), "truncated"),
    ("nothing", lambda site: site.shows(""), "truncated"),
    ("an end without </html>", lambda site: site.shows(TODAY.replace("</html>", "")), "truncated"),
    ("a polite 404", lambda site: site.shows(GONE), "soft-404"),
    ("maintenance", lambda site: site.shows(CLOSED), "soft-404"),
    ("only a script", lambda site: site.shows(SCRIPT), "unrecognised"),
    ("a redirect to another site", lambda site: site.redirects("http://localhost.example.invalid/"), "redirected-away"),
    ("redirects without end", lambda site: site.redirects("/sida"), "redirected-away"),
]


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox, '[fetch]\ndeadline = "60s"\nmax_bytes = "1MB"\n')


@pytest.mark.parametrize(
    ("fault", "reason"), [(fault, reason) for _, fault, reason in FAULTS], ids=[n for n, _, _ in FAULTS]
)
def test_a_fault_is_cannot_tell_with_its_reason(watch: Watch, fault: Callable[[Site], None], reason: str) -> None:
    """Never a change, never silence: and what was known stays known."""
    watch.looks(TODAY)
    fault(watch.site)
    answer = watch.looks()
    assert (answer["outcome"], answer["reason"]) == ("cannot-tell", reason), answer["detail"]
    assert answer["detail"]
    assert watch.subjects("lasare@example.org") == []
    with watch.app() as app:
        assert len(app.ask.snapshots(None)) == 1
        assert len(app.ask.who(None, None, None).representatives) == 8
    assert watch.looks(TODAY)["outcome"] == "unchanged"


def test_a_page_that_never_ends_is_unreachable(watch: Watch) -> None:
    """A byte now and then: the look ends at its deadline."""
    watch.looks(TODAY)
    watch.site.drips()
    watch.config.write_text(watch.config.read_text("utf-8").replace('"60s"', '"1s"'), "utf-8")
    assert watch.looks()["reason"] == "unreachable"


def test_another_page_of_the_site_is_no_change(watch: Watch) -> None:
    """Nothing of what we know stands on it: it is held, not told."""
    watch.looks(TODAY)
    answer = watch.looks(OTHER)
    assert answer["outcome"] == "cannot-tell"
    assert watch.subjects("lasare@example.org") == []


def test_a_moved_page_on_the_same_site_is_still_the_page(watch: Watch) -> None:
    """http to https, a slash, or a new address on the site do not matter as long as it is the page that we know."""
    watch.looks(TODAY)
    watch.site.redirects("/ny-adress", 301)
    watch.site.shows(TODAY, path="/ny-adress")
    assert watch.looks()["outcome"] == "unchanged"


def test_retry_after_is_obeyed(watch: Watch) -> None:
    """Two hours were asked for; nothing is due before."""
    watch.looks(TODAY)
    watch.site.answers(429, "", {"Retry-After": "7200"})
    watch.looks()
    watch.site.shows(TODAY)
    watch.clock.later(minutes=110)
    with watch.app() as app:
        assert app.check(due=True).checked == []
    watch.clock.later(minutes=11)
    with watch.app() as app:
        assert len(app.check(due=True).checked) == 1
