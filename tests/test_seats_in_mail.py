"""A collaboration that comes or goes brings its people into the mail, though they are no changes of their own."""

from __future__ import annotations

from dataclasses import replace

from notifier.message import Alert
from notifier.subscription import Subscriber
from records.came_or_went import with_seats
from records.changes import ChangeSet
from records.page import Collaboration, Official, Representative
from tests.alerts import ENERGY, ERB, RECORD, alert, change, mail_of, seat
from tests.mailbox import Received

SEATED = Collaboration(
    ENERGY,
    representatives=(
        Representative("Testa Testsson", "M", "ledamot"),
        Representative("Moa Flyttman", "S", "ersättare"),
    ),
    officials=(Official("Ylva Provsson", "energistrateg", None),),
)
WITH = replace(RECORD, collaborations=(*RECORD.collaborations[:2], SEATED))
WITHOUT = replace(RECORD, collaborations=RECORD.collaborations[:2])
CAME = change("collaboration_added", ENERGY, None, {"name": ENERGY, "abbreviation": None})
WENT = change("collaboration_removed", ENERGY, {"name": ENERGY, "abbreviation": None}, None)


def came() -> Alert:
    return replace(alert(CAME), before=WITHOUT, after=WITH)


def text(subscriber: Subscriber) -> str:
    mail = mail_of(came(), subscriber)
    assert mail is not None
    return Received("", "", mail.content).text


def test_a_new_collaboration_names_its_people() -> None:
    """The mail says who represents there, and the subject still counts one change."""
    mail = mail_of(came(), Subscriber("lasare@example.org"))
    assert mail is not None
    assert mail.subject == "Kronoberg: Energy Cities har tillkommit på sidan"
    assert (
        """
Energy Cities
  * Energy Cities har tillkommit på sidan.
  * Testa Testsson (M) är ny ledamot i Energy Cities.
  * Moa Flyttman (S) är ny ersättare i Energy Cities.
  * Ylva Provsson, energistrateg, är ny i Energy Cities.
"""
        in Received("", "", mail.content).text
    )


def test_a_collaboration_that_went_names_who_sat_there() -> None:
    """Those who stood there before are told of from the record before."""
    changes = with_seats(ChangeSet((WENT,)), WITH, WITHOUT).changes
    assert [each.kind for each in changes] == [
        "collaboration_removed", "representative_removed", "representative_removed", "official_removed",
    ]  # fmt: skip
    assert changes[1].before == seat("Testa Testsson")
    assert changes[1].after is None


def test_whoever_follows_people_hears_of_a_new_collaboration() -> None:
    """Rules about representatives or about a person find the people in it."""
    assert "Testa Testsson (M) är ny ledamot" in text(Subscriber("a@example.org", people=("Testa Testsson",)))
    followed = text(Subscriber("a@example.org", kinds=("representatives",)))
    assert "Moa Flyttman (S) är ny ersättare" in followed
    assert "har tillkommit" not in followed


def test_nobody_is_told_of_twice() -> None:
    """Who moved there has a sentence already."""
    here, there = (
        seat("Moa Flyttman", "S", "ersättare", collaboration=ENERGY),
        seat("Moa Flyttman", "S", collaboration=ERB),
    )
    moved = change("representative_moved", ENERGY, there, here)
    changes = with_seats(ChangeSet((CAME, moved)), WITHOUT, WITH).changes
    assert [each.subject for each in changes] == [ENERGY, "Testa Testsson", "Ylva Provsson", "Moa Flyttman"]
    left = change("representative_moved", ERB, here, there)
    changes = with_seats(ChangeSet((WENT, left)), WITH, WITHOUT).changes
    assert [each.subject for each in changes] == [ENERGY, "Testa Testsson", "Ylva Provsson", "Moa Flyttman"]
