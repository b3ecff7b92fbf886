"""The second look: what makes a change certain, what makes it doubtful, and what is kept of the two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from records.errors import UsageError
from tests.mailbox import Mailbox
from tests.site import Site
from tests.test_check import READER, without_people
from tests.watch import REPLACED, TODAY, Watch


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox)


def test_a_change_is_dated_to_the_first_look_and_seen_at_the_second(watch: Watch) -> None:
    """Twenty seconds lie between them."""
    watch.looks(TODAY)
    watch.looks(REPLACED)
    with watch.app() as app:
        assert app.ask.changes()[0]["detected_at"] == "2022-10-03T08:00:00Z"
        assert app.sight.status()["pages"][0]["last_good"] == "2022-10-03T08:00:20Z"


def test_the_second_look_waits_only_for_what_is_left(watch: Watch) -> None:
    """Ten seconds went by while another page of the host was looked at."""
    more = f'\n[[page]]\nname = "annan"\nurl = "{watch.site.root}/annan"\n'
    watch.config.write_text(watch.config.read_text("utf-8") + more, "utf-8")
    watch.looks(TODAY)
    watch.site.shows(REPLACED, path="/sida")
    watch.clock.slept.clear()
    assert watch.looks()["outcome"] == "changed"
    assert watch.clock.slept == [10, 10]


def test_what_is_kept_is_what_confirmed_the_change(watch: Watch) -> None:
    """The body and the record are those of one look."""
    watch.looks(TODAY)
    bodies = [REPLACED.replace("</head>", f'<meta name="token" content="{nth}"></head>') for nth in ("ett", "två")]
    watch.site.shows_in_turns(bodies)
    assert watch.looks()["outcome"] == "changed"
    with watch.app() as app:
        assert app.ask.raw(app.ask.snapshots(None)[0]["id"]).decode() == bodies[1]


@pytest.mark.parametrize(
    ("then", "detail"),
    [
        (lambda site: site.answers(304), "http-status: the server answered 304"),
        (lambda site: site.fails(503), "http-status: the server answered 503"),
        (lambda site: site.hangs_up(), "unreachable: "),
        (lambda site: site.shows(REPLACED.replace("</html>", "")), "truncated: the body ends without </html>"),
        (lambda site: site.shows(TODAY), "two looks soon after each other read differently"),
    ],
)
def test_a_second_look_that_does_not_agree_leaves_the_change_unsettled(
    watch: Watch, then: Callable[[Site], None], detail: str
) -> None:
    """Nobody is told; the operator can read what kept it from being certain."""
    watch.looks(TODAY)
    watch.site.shows(REPLACED)
    watch.clock.sleep_does(lambda: then(watch.site))
    answer = watch.looks()
    assert (answer["outcome"], answer["reason"], answer["changes"]) == ("cannot-tell", "unsettled", [])
    assert detail in answer["detail"]
    assert watch.mailbox.messages == []
    with watch.app() as app:
        assert len(app.ask.snapshots(None)) == 1


def test_a_page_that_moved_is_read_again_at_its_new_address(watch: Watch) -> None:
    """The same bytes, but a link without a host leads elsewhere now."""
    page = TODAY.replace('<link rel="canonical"', "<link").replace("/globalassets/", "globalassets/")
    watch.looks(page)
    watch.site.shows(page, path="/nytt/sida")
    watch.site.redirects("/nytt/sida", 301, path="/sida")
    answer = watch.looks()
    assert answer["outcome"] == "changed"
    assert {each["kind"] for each in answer["changes"]} == {"document_changed"}


def test_what_a_person_accepts_is_told_with_what_was_there_before(watch: Watch) -> None:
    """A collaboration that went is called as it was called, and who sat in it is said."""
    watch.looks(TODAY)
    start = TODAY.index('<h2 class="subheading" id="h-SBHSS">')
    without_sbhss = TODAY[:start] + TODAY[TODAY.index('<h2 class="subheading" id="h-EnergyCities">') :]
    assert watch.looks(without_people(without_sbhss, keep=None))["held"] is True
    with watch.app() as app:
        app.accept("kronoberg")
    (mail,) = [each for each in watch.mailbox.messages if each.recipient == READER]
    assert "Småland Blekinge Halland South Sweden (SBHSS)" in mail.text
    assert "Henrietta Serrate" in mail.text


def test_there_must_be_something_to_accept(watch: Watch) -> None:
    """And nobody else at it."""
    watch.looks(TODAY)
    with watch.app() as app:
        with pytest.raises(UsageError, match=r"nothing is held for kronoberg; `bevaka status` shows how it stands"):
            app.accept("kronoberg")
        watch.looks(without_people(TODAY, keep=None))
        with app.store.claim("kronoberg"), pytest.raises(UsageError, match=r"kronoberg is being looked at right now"):
            app.accept("kronoberg")
