"""A subscriber hears of what they asked for, and of nothing else."""

from __future__ import annotations

import pytest

from notifier.message import change_messages
from notifier.subscription import SELECTORS, Subscriber, relevant
from records.changes import Change, ChangeSet
from tests.alerts import (
    CHAIR,
    COORDINATOR,
    DATE,
    ERB,
    GUSTBEE,
    KALININGRAD,
    NAMES,
    PLAN,
    REPLACED,
    SBHSS,
    SENDER,
    TEXT,
    alert,
    change,
    mail_of,
    seat,
)

MOVED = change(
    "representative_moved",
    SBHSS,
    seat("Roland Gustbée", collaboration=ERB),
    seat("Roland Gustbée", collaboration=SBHSS),
)
RENAMED = change(
    "collaboration_renamed",
    "South Sweden",
    {"name": SBHSS, "abbreviation": "SBHSS"},
    {"name": "South Sweden", "abbreviation": None},
)
ALL = (REPLACED, CHAIR, MOVED, KALININGRAD, RENAMED, PLAN, TEXT, COORDINATOR, DATE)


@pytest.mark.parametrize(
    ("rules", "kept"),
    [
        ({}, ALL),
        ({"kinds": ("representatives",)}, (REPLACED, CHAIR, MOVED)),
        ({"kinds": ("role_changed", "last_updated")}, (CHAIR, DATE)),
        ({"kinds": ("members", "documents", "texts", "contacts")}, (KALININGRAD, PLAN, TEXT, COORDINATOR)),
        ({"collaborations": ("ERB",)}, (REPLACED, MOVED, KALININGRAD, TEXT)),
        ({"collaborations": ("euroregion baltic",)}, (REPLACED, MOVED, KALININGRAD, TEXT)),
        ({"collaborations": ("sbhss",)}, (CHAIR, MOVED, RENAMED)),
        ({"collaborations": ("South Sweden",)}, (RENAMED,)),
        ({"people": ("Roland Gustbee",)}, (REPLACED, MOVED)),
        ({"people": ("gustbée", "provsson")}, (REPLACED, MOVED, COORDINATOR)),
        ({"people": ("Testa Testsson",)}, (REPLACED,)),
        ({"people": ("Testa Gustbée",)}, ()),
        ({"people": ("Gustbée",), "collaborations": ("SBHSS",)}, (MOVED,)),
        ({"kinds": ("representatives",), "collaborations": ("ERB",)}, (REPLACED, MOVED)),
    ],
)
def test_rules_narrow_what_is_told(rules: dict[str, tuple[str, ...]], kept: tuple[Change, ...]) -> None:
    """Groups and kinds, collaborations by either name, people by name or part of it; together they all hold."""
    assert relevant(ChangeSet(ALL), Subscriber("lasare@example.org", **rules), NAMES).changes == kept  # type: ignore[arg-type]


def test_flags_follow_what_is_told() -> None:
    """A silent edit matters to whoever hears of the edit; a date's flags to whoever follows the date."""
    silent = ChangeSet((REPLACED,), silent_edit=True)
    assert relevant(silent, Subscriber(kinds=("representatives",)), NAMES).silent_edit
    assert not relevant(silent, Subscriber(kinds=("documents",)), NAMES).silent_edit
    back = ChangeSet((REPLACED, DATE), date_regressed=True)
    assert relevant(back, Subscriber(), NAMES).date_regressed
    assert not relevant(back, Subscriber(kinds=("representatives",)), NAMES).date_regressed


def test_the_words_of_kinds_are_groups_and_kinds() -> None:
    """Configuration can check each word against one list."""
    assert {"representatives", "last_updated", "representative_replaced", "text_changed"} <= SELECTORS
    assert "representative" not in SELECTORS


def test_pages_that_are_not_followed_are_silent() -> None:
    """A subscriber without a list of pages follows all of them."""
    what = alert(REPLACED)
    assert mail_of(what, Subscriber("lasare@example.org", pages=("blekinge",))) is None
    assert mail_of(what, Subscriber("lasare@example.org", pages=("kronoberg", "blekinge"))) is not None


def test_each_subject_is_computed_from_the_readers_own_rules() -> None:
    """The same alert is another mail to another reader, and none to one who asked for something else."""
    readers = [
        Subscriber("allt@example.org"),
        Subscriber("medlemmar@example.org", kinds=("members",)),
        Subscriber("sbhss@example.org", collaborations=("SBHSS",), language="en"),
        Subscriber("titel@example.org", kinds=("title_changed",)),
    ]
    mails = change_messages(alert(REPLACED, CHAIR, KALININGRAD), readers, SENDER)
    assert {mail.recipient: mail.subject for mail in mails} == {
        "allt@example.org": "Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB (+2)",
        "medlemmar@example.org": "Kronoberg: Kaliningrad län (RU) är inte längre medlem i ERB",
        "sbhss@example.org": "Kronoberg: Bo Frank (M) is now chair of SBHSS, formerly a member",
    }


def test_a_removed_seat_is_found_by_the_name_that_stood_there() -> None:
    """Whoever follows a person hears when that person is gone."""
    gone = change("representative_removed", ERB, GUSTBEE, None)
    assert relevant(ChangeSet((gone,)), Subscriber(people=("Roland Gustbée",)), NAMES).changes == (gone,)
