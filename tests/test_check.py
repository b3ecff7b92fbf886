"""Story one, end to end: a real site, a real SQLite file, a real mail server; only time is ours."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from monitor.decide import Notice
from monitor.telling.answers import status_lines, who_lines
from monitor.telling.news import news_lines
from records.errors import UsageError
from storage.answers import Who
from tests.mailbox import Mailbox
from tests.site import Site
from tests.watch import REPLACED, TODAY, Watch

READER, OPERATOR = "lasare@example.org", "drift@example.org"


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    with Site() as site, Mailbox() as mailbox:
        yield Watch(tmp_path, site, mailbox)


def test_the_first_look_is_a_baseline_told_to_nobody(watch: Watch) -> None:
    """It is stored, and it is no change."""
    answer = watch.looks(TODAY)
    assert (answer["outcome"], answer["changes"]) == ("baseline", [])
    assert watch.mailbox.messages == []
    with watch.app() as app:
        assert [each.name for each in app.ask.who(None, "ERB", None).representatives] == [
            "Roland Gustbée",
            "Robert Olesen",
            "Britt-Louise Berndtsson",
            "Helen Bengtsson",
        ]


def test_an_unchanged_page_says_nothing(watch: Watch) -> None:
    """However often it is looked at; the interval of what was seen grows."""
    watch.looks(TODAY)
    for _ in range(3):
        assert watch.looks()["outcome"] == "unchanged"
    with watch.app() as app:
        (snapshot,) = app.ask.snapshots(None)
        assert snapshot["looks"] == 4
        assert (snapshot["first_seen"], snapshot["last_seen"]) == ("2022-10-03T07:00:00Z", "2022-10-03T10:00:00Z")


def test_a_replacement_is_confirmed_and_told_once(watch: Watch) -> None:
    """Two looks saw it, twenty seconds apart; one mail says it."""
    watch.looks(TODAY)
    before = len(watch.site.requests)
    answer = watch.looks(REPLACED)
    assert answer["outcome"] == "changed"
    assert [each["kind"] for each in answer["changes"]] == ["representative_replaced"]
    assert answer["silent_edit"] is True
    assert sum(each.path == "/sida" for each in watch.site.requests[before:]) == 2
    assert sum(watch.clock.slept) >= 20
    assert watch.subjects(READER) == ["Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB"]
    watch.looks()
    assert len(watch.mailbox.messages) == 1


def test_a_change_that_does_not_last_is_unsettled(watch: Watch) -> None:
    """A page in the middle of being edited is looked at again soon, and nobody is told."""
    watch.looks(TODAY)
    watch.site.shows(REPLACED)
    watch.clock.sleep_does(lambda: watch.site.shows(TODAY))
    answer = watch.looks()
    assert (answer["outcome"], answer["reason"]) == ("cannot-tell", "unsettled")
    assert watch.mailbox.messages == []
    watch.clock.later(minutes=6)
    with watch.app() as app:
        assert [page["outcome"] for page in app.check(due=True).to_json()["pages"]] == ["unchanged"]


def test_a_failure_stores_no_snapshot_and_tells_the_operator_once(watch: Watch) -> None:
    """After three looks in a row; the readers hear nothing; the recovery is told."""
    watch.looks(TODAY)
    watch.site.fails(503)
    answers = [watch.looks() for _ in range(4)]
    assert {(each["outcome"], each["reason"]) for each in answers} == {("cannot-tell", "http-status")}
    assert len(watch.subjects(OPERATOR)) == 1
    assert watch.looks(TODAY)["outcome"] == "unchanged"
    assert len(watch.subjects(OPERATOR)) == 2
    assert watch.subjects(READER) == []
    with watch.app() as app:
        assert len(app.ask.snapshots(None)) == 1
        assert app.sight.status()["ok"] is True


def test_vanished_people_are_held_and_accepted_after_a_day(watch: Watch) -> None:
    """Three agreeing looks over a day; the change is dated to the first of them."""
    watch.looks(TODAY)
    emptied = without_people(without_leads(TODAY), keep="Mikael Johansson")
    answer = watch.looks(emptied)
    assert (answer["outcome"], answer["reason"], answer["held"]) == ("cannot-tell", "implausible", True)
    assert len(answer["changes"]) == 7
    assert len(watch.subjects(OPERATOR)) == 1
    held_at = watch.clock.now()
    watch.clock.later(hours=11)
    assert watch.looks()["held"] is True
    watch.clock.later(hours=12)
    assert watch.looks()["outcome"] == "changed"
    assert len(watch.subjects(READER)) == 1
    with watch.app() as app:
        (event,) = app.ask.changes()
        assert event["detected_at"] == held_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    (mail,) = [each for each in watch.mailbox.messages if each.recipient == READER]
    assert "Ändringen upptäcktes: 3 oktober 2022" in mail.text


def test_a_page_that_names_nobody_waits_for_accept(watch: Watch) -> None:
    """No number of looks accepts it; a person does, and the readers hear of it."""
    watch.looks(TODAY)
    emptied = without_people(TODAY, keep=None)
    for _ in range(5):
        assert watch.looks(emptied)["outcome"] == "cannot-tell"
        watch.clock.later(days=1)
    with watch.app() as app:
        report = app.accept("kronoberg").to_json()
    assert report["pages"][0]["outcome"] == "changed"
    assert len(watch.subjects(READER)) == 1
    assert watch.looks()["outcome"] == "unchanged"


@pytest.mark.parametrize(
    ("reason", "befalls"),
    [
        ("http-status", lambda site: site.fails(500)),
        ("unreachable", lambda site: site.hangs_up()),
        ("truncated", lambda site: site.shows("")),
    ],
)
def test_a_held_page_that_cannot_be_read_stays_held(watch: Watch, reason: str, befalls: Callable[[Site], None]) -> None:
    """The failure is told apart, whatever there was for an answer; what is held can still be accepted."""
    watch.looks(TODAY)
    watch.looks(without_people(TODAY, keep=None))
    befalls(watch.site)
    answer = watch.looks()
    assert (answer["reason"], answer["held"], answer["changes"]) == (reason, False, [])
    assert len(watch.subjects(OPERATOR)) == 1
    with watch.app() as app:
        assert app.accept("kronoberg").to_json()["pages"][0]["outcome"] == "changed"


def test_a_change_that_is_told_ends_what_was_held_before(watch: Watch) -> None:
    """There is nothing left to accept."""
    watch.looks(TODAY)
    assert watch.looks(without_people(TODAY, keep=None))["held"]
    assert watch.looks(REPLACED)["outcome"] == "changed"
    with watch.app() as app, pytest.raises(UsageError, match="nothing is held"):
        app.accept("kronoberg")


def without_leads(html: str) -> str:
    """The page without the sentences that announce people."""
    return re.sub(r"Region Kronobergs politiska företrädare i [^<]*är:", "", html)


def without_people(html: str, keep: str | None) -> str:
    """The page with its lead sentences and lists in place, but with nobody in them (or one)."""
    return re.sub(
        r"<li[^>]*>[^<]*\((?:M|S|C)\)[^<]*</li>", lambda found: found[0] if keep and keep in found[0] else "", html
    )


def test_a_page_that_comes_back_is_two_changes(watch: Watch) -> None:
    """A, then B, then A again: each compared with the latest accepted state only."""
    watch.looks(TODAY)
    assert watch.looks(REPLACED)["outcome"] == "changed"
    assert watch.looks(TODAY)["outcome"] == "changed"
    with watch.app() as app:
        assert len(app.ask.changes()) == 2
        seats = [(each["until"] is None) for each in app.ask.person("gustbee")]
        assert sorted(seats) == [False, True]


def test_validators_are_sent_and_a_full_get_is_made_daily(watch: Watch) -> None:
    """A 304 is unchanged; once a day the body is asked for whatever the server says."""
    watch.site.validates(TODAY, '"v1"')
    watch.looks()
    for _ in range(3):
        assert watch.looks()["outcome"] == "unchanged"
    asked = [each for each in watch.site.requests if each.path == "/sida"]
    assert ["if-none-match" in each.headers for each in asked] == [False, True, True, True]
    watch.clock.later(days=1)
    watch.looks()
    assert "if-none-match" not in watch.site.requests[-1].headers


def test_another_address_is_asked_for_without_the_old_ones_validators(watch: Watch) -> None:
    """Two pages may have the same tag; a 304 from the new one would say nothing."""
    watch.site.validates(TODAY, '"v1"')
    watch.looks()
    watch.site.validates(REPLACED, '"v1"', path="/ny")
    watch.config.write_text(watch.config.read_text("utf-8").replace("/sida", "/ny"), "utf-8")
    assert watch.looks()["outcome"] == "changed"
    assert watch.looks()["outcome"] == "unchanged"
    assert "if-none-match" in watch.site.requests[-1].headers


def test_a_page_that_is_to_be_read_otherwise_is_asked_for_in_full(watch: Watch) -> None:
    """What a 304 says is that the body is the same; under other settings it may hold something else."""
    watch.site.validates(TODAY, '"v1"')
    watch.looks()
    written = watch.config.read_text("utf-8").replace('name = "kronoberg"', 'name = "kronoberg"\nmain = "main"')
    watch.config.write_text(written, "utf-8")
    assert watch.looks()["outcome"] == "unchanged"
    assert "if-none-match" not in watch.site.requests[-1].headers


def test_a_check_while_another_looks_passes_over_in_silence(watch: Watch) -> None:
    """The page belongs to one process at a time."""
    watch.looks(TODAY)
    with watch.app() as app, app.store.claim("kronoberg") as mine:
        assert mine
        assert watch.check()["pages"] == []
    assert watch.looks()["outcome"] == "unchanged"


def test_fresh_tokens_around_the_content_are_unchanged(watch: Watch) -> None:
    """A nonce in the markup is no news, and costs no snapshot and no body."""
    watch.looks(TODAY)
    for number in range(3):
        fresh = TODAY.replace("</head>", f'<meta name="csrf" content="{number}"></head>')
        assert watch.looks(fresh)["outcome"] == "unchanged"
    with watch.app() as app:
        assert len(app.ask.snapshots(None)) == 1


def test_other_markup_around_the_same_content_is_read_once(watch: Watch) -> None:
    """It is unchanged, and the next look at it knows the markup again."""
    watch.looks(TODAY)
    with watch.app() as app:
        first = app.store.states()["kronoberg"].accepted
    other = TODAY.replace("</body>", "<footer><p>En ny sidfot.</p></footer></body>")
    assert watch.looks(other)["outcome"] == "unchanged"
    with watch.app() as app:
        second = app.store.states()["kronoberg"].accepted
        assert first is not None
        assert second is not None
        assert second.markup_digest not in (None, first.markup_digest)
        assert second.content_digest == first.content_digest
        assert len(app.ask.snapshots(None)) == 1


def test_due_asks_only_for_pages_whose_time_has_come(watch: Watch) -> None:
    """Six in the morning Stockholm time is past, the next look is at eight."""
    watch.looks(TODAY)
    with watch.app() as app:
        assert app.check(due=True).to_json()["pages"] == []
    watch.clock.later(minutes=61)
    with watch.app() as app:
        assert [each["outcome"] for each in app.check(due=True).to_json()["pages"]] == ["unchanged"]


def test_a_mail_server_that_is_down_loses_nothing(watch: Watch) -> None:
    """The change is kept with its message, and the message goes out when the server is back; once."""
    watch.looks(TODAY)
    watch.mailbox.is_down()
    watch.site.shows(REPLACED)
    watch.clock.later(hours=1)
    answer = watch.check()
    assert (answer["delivered"], answer["undelivered"]) == (0, 1)
    assert answer["pages"][0]["outcome"] == "changed"
    watch.mailbox.is_up()
    watch.clock.later(hours=1)
    answer = watch.check()
    assert (answer["delivered"], answer["undelivered"]) == (1, 0)
    watch.looks()
    assert len(watch.subjects(READER)) == 1


def test_a_refused_reader_is_told_to_the_operator(watch: Watch) -> None:
    """550 for good: that message is undeliverable, and the operator hears of it."""
    watch.looks(TODAY)
    watch.mailbox.refuses(550, "no such user", for_recipient=READER)
    watch.looks(REPLACED)
    assert watch.subjects(READER) == []
    assert len(watch.subjects(OPERATOR)) == 1
    with watch.app() as app:
        assert {each["recipient"]: each["state"] for each in app.alerts()} == {
            READER: "undeliverable",
            OPERATOR: "sent",
        }
        assert app.sight.status()["ok"] is False
    watch.mailbox.accepts_everything()
    with watch.app() as app:
        assert app.retry(None).sent == 1
    assert len(watch.subjects(READER)) == 1


def test_the_mail_says_when_it_was_verified(watch: Watch) -> None:
    """Verified is the look that confirmed the change; the old state was last seen an hour before."""
    watch.looks(TODAY)
    watch.looks(REPLACED)
    text = watch.mailbox.messages[0].text
    assert "3 oktober 2022 kl. 10.00" in text
    assert "3 oktober 2022 kl. 09.00" in text
    assert watch.mailbox.messages[0].message["Reply-To"] == OPERATOR


def test_check_names_who_sits_in_a_new_collaboration(watch: Watch) -> None:
    """The JSON keeps it as one change; people are told who."""
    watch.looks(TODAY)
    newcomer = "<h2>Nya nätverket (NN)</h2><ul><li>Testa Testsson (S), ledamot</li></ul>"
    watch.site.shows(TODAY.replace("</h1>", f"</h1>{newcomer}"))
    watch.clock.later(hours=1)
    with watch.app() as app:
        report = app.check()
    changes = report.to_json()["pages"][0]["changes"]
    assert changes[0]["kind"] == "collaboration_added"
    assert not any(each["subject"] == "Testa Testsson" for each in changes)
    lines = list(news_lines(report.checked[0], "sv"))
    assert "  Nya nätverket (NN)" in lines
    assert any("Testa Testsson (S)" in each and each.endswith(" i NN") for each in lines)


def lines_of_check(watch: Watch, html: str | None = None) -> list[str]:
    """An hour later, what `check` prints."""
    if html is not None:
        watch.site.shows(html)
    watch.clock.later(hours=1)
    with watch.app() as app:
        return [line for each in app.check().checked for line in news_lines(each, "sv")]


def test_check_names_who_sat_in_a_collaboration_that_went(watch: Watch) -> None:
    """And who would come with one that is held back."""
    watch.looks(TODAY)
    start = TODAY.index('<h2 class="subheading" id="h-SBHSS">')
    went = lines_of_check(watch, TODAY[:start] + TODAY[TODAY.index('<h2 class="subheading" id="h-EnergyCities">') :])
    assert "  Småland Blekinge Halland South Sweden (SBHSS)" in went
    assert "    • Bo Frank (M) är inte längre ledamot i SBHSS" in went
    newcomer = "</h1><h2>Nya nätverket</h2><ul><li>Testa Testsson (S), ledamot</li></ul>"
    held = lines_of_check(watch, without_people(TODAY, keep=None).replace("</h1>", newcomer))
    assert any("accept" in each for each in held)
    assert any("Testa Testsson (S)" in each for each in held)


def test_check_says_once_that_a_page_fails_and_again_when_the_operator_hears_of_it(watch: Watch) -> None:
    """Three looks in a row are a failure that is mailed."""
    watch.looks(TODAY)
    watch.site.fails(503)
    printed = [len(lines_of_check(watch)) for _ in range(4)]
    assert printed == [1, 0, 1, 0]


def test_who_says_when_the_page_could_not_be_read(watch: Watch) -> None:
    """In a gap, and while it lasts; the state before it is given as what it is."""
    watch.looks(TODAY)
    watch.site.fails(503)
    watch.looks()
    with watch.app() as app:
        assert "har inte kunnat läsas sedan 3 oktober 2022 kl. 10.00 (http-status)" in told(
            app.ask.who(None, "ERB", None)
        )
    watch.looks(TODAY)
    with watch.app() as app:
        gap = told(app.ask.who("2022-10-03T10:30", "ERB", None))
        assert "kunde inte läsas från 3 oktober 2022 kl. 10.00 till 3 oktober 2022 kl. 11.00" in gap
        assert "Roland Gustbée (M), ledamot" in gap
        assert "läsas" not in told(app.ask.who(None, "ERB", None))


def test_who_represents_today_is_asked_of_the_pages_that_are_watched(watch: Watch) -> None:
    """One that got another name answers once; what it said under the old one is not lost."""
    watch.looks(TODAY)
    watch.config.write_text(watch.config.read_text("utf-8").replace('"kronoberg"', '"region"'), "utf-8")
    watch.looks(TODAY)
    with watch.app() as app:
        now = app.ask.who(None, None, None)
        assert [each.page for each in now.pages] == ["region"]
        assert len(now.representatives) == 8
        assert told(now).endswith("inte med här: kronoberg. Fråga med --page eller --on.")
        assert [each.page for each in app.ask.who("2022-10-03", "ERB", None).pages] == ["kronoberg", "region"]
        assert len(app.ask.who(None, None, "kronoberg").representatives) == 8


def test_a_page_that_nobody_looks_at_any_more_is_no_good_sign(watch: Watch) -> None:
    """A watch that stopped must not say that all is well; its last word was good."""
    watch.looks(TODAY)
    with watch.app() as app:
        assert app.sight.status()["ok"] is True
    watch.clock.later(days=3)
    with watch.app() as app:
        status = app.sight.status()
    assert status["ok"] is False
    assert list(status_lines(status, "sv"))[-1].startswith("Sidorna läses inte när deras schema säger")


def told(answer: Who) -> str:
    return "\n".join(who_lines(answer, "sv"))


def test_check_prints_what_has_ended(watch: Watch) -> None:
    """A failure, a hold, and neither for the other: a hold over an outage has not ended with it."""
    can_be_read, no_longer_held = "kan läsas igen", "hålls inte längre inne"

    def printed(html: str | None = None) -> list[str]:
        said = lines_of_check(watch, html)
        return [words for words in (can_be_read, no_longer_held) if any(words in line for line in said)]

    assert printed(TODAY) == []
    assert printed() == []
    watch.site.fails(503)
    assert printed() == []
    assert printed(TODAY) == [can_be_read]
    emptied = without_people(TODAY, keep=None)
    assert printed(emptied) == []
    watch.site.fails(503)
    assert printed() == []
    assert no_longer_held not in printed(emptied)
    assert printed(TODAY) == [no_longer_held]


def test_what_is_held_as_something_else_has_not_ended(watch: Watch) -> None:
    """One hold after another is still a hold."""
    watch.looks(TODAY)
    assert watch.looks(without_people(TODAY, keep="Mikael Johansson"))["held"]
    watch.site.shows(without_people(TODAY, keep=None))
    watch.clock.later(hours=1)
    with watch.app() as app:
        (checked,) = app.check().checked
    assert (checked.notice, checked.ended) == (Notice.HELD, ())
