"""Daily and weekly mails through the whole application: kept with the change, told at their time, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.deliver import Delivered
from monitor.rereading import make_reader
from storage.archive import reparse
from tests.mailbox import Mailbox
from tests.site import Site
from tests.test_check import without_leads, without_people
from tests.watch import INVENTED_PAGE, REPLACED, TODAY, Watch

READER, OPERATOR = "lasare@example.org", "drift@example.org"
TUESDAY = datetime(2022, 10, 4, 5, 30, tzinfo=UTC)  # 07:30 in Stockholm
NEXT_MONDAY = datetime(2022, 10, 10, 5, 0, tzinfo=UTC)  # 07:00


class Watches:
    """Makes one installation after another, each with its own reader, against one site and one mail server."""

    def __init__(self, folder: Path, site: Site, mailbox: Mailbox) -> None:
        self.folder, self.site, self.mailbox = folder, site, mailbox

    def with_reader(self, more: str) -> Watch:
        return Watch(self.folder, self.site, self.mailbox, more)


@pytest.fixture
def watches(tmp_path: Path) -> Iterator[Watches]:
    with Site() as site, Mailbox() as mailbox:
        yield Watches(tmp_path, site, mailbox)


def until(watch: Watch, moment: datetime) -> None:
    watch.clock.later(seconds=(moment - watch.clock.now()).total_seconds())


def test_a_daily_reader_hears_the_next_morning_of_everything_since(watches: Watches) -> None:
    """Two changes of one day are one mail, at the first check after seven; no second one comes of it."""
    watch = watches.with_reader('when = "daily"')
    watch.looks(TODAY)
    watch.looks(REPLACED)
    watch.looks(INVENTED_PAGE)
    assert watch.mailbox.messages == []
    until(watch, TUESDAY)
    watch.check()
    (mail,) = watch.mailbox.messages
    assert mail.subject == "Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB (+1)"
    assert "Britt-Louise Berndtsson (C) är nu ledamot i ERB, tidigare ersättare." in " ".join(mail.text.split())
    assert "kontrollerades senast 4 oktober 2022 kl. 07.30" in " ".join(mail.text.split())
    watch.clock.later(days=1)
    watch.check()
    assert len(watch.subjects(READER)) == 1


def test_a_digest_comes_also_when_nothing_is_looked_at(watches: Watches) -> None:
    """The daemon delivers between looks."""
    watch = watches.with_reader('when = "daily"')
    watch.looks(TODAY)
    watch.looks(REPLACED)
    until(watch, TUESDAY)
    with watch.app() as app:
        assert app.deliver() == Delivered(sent=1)


def test_a_new_reader_hears_nothing_old(watches: Watches) -> None:
    """What happened before they came is not theirs; the first word is of what comes after."""
    watch = watches.with_reader("")
    watch.looks(TODAY)
    watch.looks(REPLACED)
    watch.config.write_text(watch.config.read_text() + '[[subscriber]]\nemail = "ny@example.org"\nwhen = "daily"\n')
    until(watch, TUESDAY)
    watch.check()
    watch.looks(INVENTED_PAGE)
    watch.clock.later(days=1)
    watch.check()
    (subject,) = watch.subjects("ny@example.org")
    assert "Berndtsson" in subject


def test_a_held_change_that_is_accepted_later_is_in_the_digest(watches: Watches) -> None:
    """It is queued with its acceptance, whenever that is."""
    watch = watches.with_reader('when = "daily"')
    watch.looks(TODAY)
    watch.looks(without_people(without_leads(TODAY), keep=None))
    until(watch, TUESDAY)
    watch.check()
    assert watch.subjects(READER) == []
    with watch.app() as app:
        app.accept("kronoberg")
    assert watch.subjects(READER) == []
    watch.clock.later(days=1)
    watch.check()
    assert len(watch.subjects(READER)) == 1


def test_what_waits_survives_that_the_history_is_read_again(watches: Watches) -> None:
    """A reparse announces nothing, and takes nothing from anybody."""
    watch = watches.with_reader('when = "daily"')
    watch.looks(TODAY)
    watch.looks(REPLACED)
    with watch.app() as app:
        before = app.store.waiting()
        reparse(app.store, make_reader(app.config.pages))
        assert app.store.waiting() == before
    until(watch, TUESDAY)
    watch.check()
    assert len(watch.subjects(READER)) == 1


def test_a_weekly_reader_hears_on_monday(watches: Watches) -> None:
    """At seven, whatever the other days bring."""
    watch = watches.with_reader('when = "weekly"')
    watch.looks(TODAY)
    watch.looks(REPLACED)
    for _ in range(5):
        watch.clock.later(days=1)
        watch.check()
    assert watch.subjects(READER) == []
    until(watch, NEXT_MONDAY)
    watch.check()
    assert len(watch.subjects(READER)) == 1


def test_a_quiet_week_is_told_to_those_who_want_it(watches: Watches) -> None:
    """A reader must be able to tell peace from a dead monitor; a week with a change is not called quiet."""
    watch = watches.with_reader('when = "weekly"\neven_if_quiet = true')
    watch.looks(TODAY)
    until(watch, NEXT_MONDAY)
    watch.check()
    watch.looks(REPLACED)
    until(watch, datetime(2022, 10, 17, 6, tzinfo=UTC))
    watch.check()
    until(watch, datetime(2022, 10, 24, 6, tzinfo=UTC))
    watch.check()
    assert watch.subjects(READER) == [
        "Bevaka: inget har ändrats sedan 3 oktober 2022 kl. 09.00",
        "Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB",
        "Bevaka: inget har ändrats sedan 17 oktober 2022 kl. 08.00",
    ]


@pytest.mark.parametrize("when", ["at once", "daily"])
def test_a_quiet_week_is_told_to_whoever_hears_at_once_or_daily(watches: Watches, when: str) -> None:
    """A reader of these too must be able to tell peace from a dead monitor; told of a change, they can."""
    watch = watches.with_reader(f'when = "{when}"\neven_if_quiet = true')
    watch.looks(TODAY)
    for day in (10, 17, 24):
        until(watch, datetime(2022, 10, day, 6, tzinfo=UTC))
        watch.check()
        if day == 10:
            watch.looks(REPLACED)
            watch.clock.later(days=1)
            watch.check()
    assert watch.subjects(READER) == [
        "Bevaka: inget har ändrats sedan 3 oktober 2022 kl. 09.00",
        "Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB",
        "Bevaka: inget har ändrats sedan 17 oktober 2022 kl. 08.00",
    ]


def test_a_week_in_which_a_page_could_not_be_read_is_not_called_quiet(watches: Watches) -> None:
    """No more is said than what was seen, and until when."""
    watch = watches.with_reader('when = "weekly"\neven_if_quiet = true')
    watch.looks(TODAY)
    until(watch, NEXT_MONDAY)
    watch.check()
    watch.site.fails(500)
    until(watch, datetime(2022, 10, 17, 6, tzinfo=UTC))
    watch.check()
    quiet, mail = [each for each in watch.mailbox.messages if each.recipient == READER]
    assert "Sidan kontrolleras fortfarande:" in " ".join(quiet.text.split())
    assert "men sidan har inte kunnat kontrolleras sedan dess:" in " ".join(mail.text.split())
    assert mail.subject == "Bevaka: ingen ändring har setts sedan 10 oktober 2022 kl. 07.00"
    assert "kontrollerades senast 10 oktober 2022 kl. 07.00" in " ".join(mail.text.split())


@pytest.mark.parametrize("again", ["lasare@example.org", "Lasare@Example.org"])
def test_two_subscriptions_of_one_address_are_one_mail(watches: Watches, again: str) -> None:
    """It holds what either asks for, and each thing once. Capitals make no other address."""
    watch = watches.with_reader(
        f'kinds = ["representative_replaced"]\n[[subscriber]]\nemail = "{again}"\nkinds = ["role_changed"]'
    )
    watch.looks(TODAY)
    watch.looks(INVENTED_PAGE)
    (mail,) = watch.mailbox.messages
    assert "Testa Testsson (M) ersätter Roland Gustbée (M)" in mail.text
    assert "Britt-Louise Berndtsson (C) är nu ledamot i ERB" in mail.text


def test_the_operator_gets_a_sign_of_life_every_monday(watches: Watches) -> None:
    """With what was before the mails of the same minute; not on the first day, and not twice."""
    watch = watches.with_reader('\n[[subscriber]]\nemail = "vecka@example.org"\nwhen = "weekly"')
    watch.looks(TODAY)
    watch.looks(REPLACED)
    until(watch, NEXT_MONDAY)
    watch.check()
    assert len(watch.subjects("vecka@example.org")) == 1
    watch.looks()
    (mail,) = [each for each in watch.mailbox.messages if each.recipient == OPERATOR]
    assert "Brev: 1 har levererats, 0 ligger i kö, 0 kan inte levereras" in mail.text
    assert mail.subject == "Bevaka lever: 2 kontroller, en ändring sedan 3 oktober 2022"
    until(watch, datetime(2022, 10, 17, 5, tzinfo=UTC))
    watch.check()
    assert watch.subjects(OPERATOR)[1] == "Bevaka lever: 2 kontroller, 0 ändringar sedan 10 oktober 2022"
