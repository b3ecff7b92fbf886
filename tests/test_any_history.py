"""Whatever a site and a mail server do, in whatever order: every change is kept once and told once, and it verifies."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.keeping.maintenance import verify_history
from tests.mailbox import Mailbox
from tests.site import Site
from tests.test_check import READER, without_leads, without_people
from tests.watch import EARLIER, INVENTED_PAGE, REPLACED, TODAY, Watch

STATES = (TODAY, REPLACED, INVENTED_PAGE, EARLIER, TODAY.replace("9 september 2022", "1 oktober 2022"))
DOUBTFUL = (without_people(TODAY, keep=None), without_people(without_leads(TODAY), keep="Mikael Johansson"))


def happenings(watch: Watch, chance: random.Random) -> list[Callable[[], None]]:
    """What may happen to the site before a look."""
    site = watch.site

    def flickers() -> None:
        first, second = chance.sample(STATES, 2)
        site.shows(first)
        watch.clock.sleep_does(lambda: site.shows(second))

    return [
        lambda: site.shows(chance.choice(STATES)),
        lambda: site.shows(chance.choice(STATES)),
        lambda: site.shows(chance.choice(DOUBTFUL)),
        lambda: site.validates(TODAY, '"today"'),
        lambda: site.fails(chance.choice([404, 503])),
        lambda: site.cuts_after(900, TODAY),
        lambda: site.shows(""),
        flickers,
        lambda: None,
    ]


@pytest.mark.parametrize("seed", range(3))
def test_every_change_is_kept_and_told_once(tmp_path: Path, seed: int) -> None:
    """Failures, holds, acceptances, flickering pages and a mail server that comes and goes."""
    chance = random.Random(seed)
    with Site() as site, Mailbox() as mailbox:
        watch = Watch(tmp_path, site, mailbox)
        changed = sum(_step(watch, chance) for _ in range(25))
        mailbox.is_up()
        watch.clock.later(days=1)
        with watch.app() as app:
            changed += app.check().something_changed
            app.retry(None)
            assert len(app.ask.changes()) == changed
            assert {each["state"] for each in app.alerts()} <= {"sent"}
            assert verify_history(app).faults == ()
        told = [each.message["Message-ID"] for each in mailbox.messages if each.recipient == READER]
        assert len(told) == len(set(told)) == changed


def _step(watch: Watch, chance: random.Random) -> int:
    """One look at whatever happened; how many changes it and an acceptance brought."""
    chance.choice(happenings(watch, chance))()
    (watch.mailbox.is_down if chance.random() < 0.2 else watch.mailbox.is_up)()
    watch.clock.later(hours=chance.choice([1, 1, 4, 24, 72]))
    with watch.app() as app:
        changed = int(app.check().something_changed)
        if app.store.states()["kronoberg"].hold and chance.random() < 0.3:
            app.accept("kronoberg")
            changed += 1
        (page,) = app.sight.status()["pages"]
        assert (page["outcome"] == "cannot-tell") == (page["failures"] > 0)
    watch.clock.sleep_does(lambda: None)
    return changed
