"""The operator hears of trouble in words that say what, why and what to do; readers hear that nothing has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.samples import sample_mails
from notifier.digest import Watched, digest_message, quiet_message
from notifier.mail import Mail
from notifier.operator import (
    Blindness,
    HeldBack,
    Life,
    Operator,
    Sight,
    Undelivered,
    failing_message,
    held_message,
    life_message,
    recovered_message,
    still_failing_message,
    undeliverable_message,
)
from notifier.operator_phrases import OPERATOR_PHRASES
from notifier.smtp import Smtp
from notifier.subscription import Subscriber
from notifier.wording import Language
from records.changes import ChangeSet
from records.outcome import Reason
from records.page import Collaboration, Representative
from tests.alerts import CHAIR, DATE, ERB, GUSTBEE, RECORD, REPLACED, SENDER, URL, alert, change
from tests.mailbox import Mailbox, Received

AT = alert().detected_at
OPERATOR = Operator("drift@example.org")
DAY = timedelta(days=1)
READER = Subscriber("lasare@example.org", when="weekly")
BLIND = Blindness(
    "kronoberg",
    URL,
    Reason.HTTP_STATUS,
    "503 Service Unavailable",
    3,
    AT - timedelta(days=2),
    AT - timedelta(days=3),
    AT,
)
LIFE = Life(AT - 7 * DAY, AT, 340, 2, 1, AT - DAY, 12, 1, 0, AT, (Sight("kronoberg", URL, AT),))


def text(mail: Mail) -> str:
    return Received("", mail.recipient, mail.content).text


def test_failing_names_the_reason_and_the_evidence() -> None:
    """The subject says that a page cannot be read and why; the body since when, and how to look for oneself."""
    mail = failing_message(BLIND, OPERATOR, SENDER)
    assert (mail.kind, mail.page, mail.recipient) == ("failing", "kronoberg", "drift@example.org")
    assert mail.subject == "Kronoberg: kan inte läsas (servern svarade med ett fel)"
    for said in (
        "3 kontroller",
        "    bevaka check kronoberg\n",
        "Orsak: servern svarade med ett fel (http-status)\n",
        "Iakttagelse: 503 Service Unavailable\n",
        "Sedan: 2 oktober 2022 kl. 08.00\n",
        "Senast läst: 1 oktober 2022 kl. 08.00\n",
        URL,
    ):
        assert said in text(mail)


def test_a_page_that_was_never_read_says_so() -> None:
    """Without a good look there is no time to name."""
    assert "Senast läst: aldrig" in text(failing_message(replace(BLIND, last_good_at=None), OPERATOR, SENDER))


def test_still_failing_counts_the_days() -> None:
    """The weekly word is another message, and says how long it has lasted."""
    later = replace(BLIND, failures=90, at=AT + 7 * DAY)
    mail = still_failing_message(later, OPERATOR, SENDER)
    assert mail.subject == "Kronoberg: kan fortfarande inte läsas (servern svarade med ett fel)"
    assert "på 9 dagar (90 kontroller)" in text(mail)
    assert mail.message_id != still_failing_message(replace(later, at=AT), OPERATOR, SENDER).message_id


def test_recovered_says_how_long_it_was_blind() -> None:
    """The end of a failure is told as well, with what had been wrong."""
    mail = recovered_message(BLIND, OPERATOR, SENDER)
    assert mail.subject == "Kronoberg: kan läsas igen"
    assert "sedan 2 oktober\n2022 kl. 08.00" in text(mail)


def test_held_says_what_would_be_told_and_how_to_accept_it() -> None:
    """The operator can judge from the mail alone, and copy the command."""
    gone = ChangeSet((change("representative_removed", ERB, GUSTBEE, None),))
    held = HeldBack("kronoberg", URL, Reason.IMPLAUSIBLE, "8 av 8 personer är borta", gone, RECORD, RECORD, AT, AT)
    mail = held_message(held, OPERATOR, SENDER)
    assert mail.subject == "Kronoberg: en ändring hålls inne (orimligt många personer är borta)"
    for said in (
        "    bevaka accept kronoberg\n",
        "Roland Gustbée (M) är inte längre ledamot i ERB.",
        "8 av 8 personer",
    ):
        assert said in text(mail)


def test_a_command_to_copy_keeps_a_name_of_several_words_together() -> None:
    """A page may be called anything; a name of one word stands as it is."""
    said = {name: text(failing_message(replace(BLIND, page=name), OPERATOR, SENDER)) for name in ("växjö", "Växjö S:t")}
    assert "    bevaka check växjö\n" in said["växjö"]
    assert "    bevaka check 'Växjö S:t'\n" in said["Växjö S:t"]


@pytest.mark.parametrize(
    ("left", "said"),
    [((Representative("Ylva Provsson", "S"),), "tre kontroller under minst ett dygn"), ((), "aldrig av sig själv")],
)
def test_held_says_whether_it_may_pass_by_itself(left: tuple[Representative, ...], said: str) -> None:
    """A page that still names somebody is taken at its word in the end; one that names nobody waits for a person."""
    gone = ChangeSet((change("representative_removed", ERB, GUSTBEE, None),))
    before, after = (
        replace(RECORD, collaborations=(Collaboration(ERB, "ERB", representatives=some),))
        for some in ((Representative("Roland Gustbée", "M"),), left)
    )
    held = HeldBack("kronoberg", URL, Reason.IMPLAUSIBLE, "", gone, before, after, AT, AT)
    assert said in " ".join(text(held_message(held, OPERATOR, SENDER)).split())


def test_undeliverable_gives_the_servers_words() -> None:
    """Who did not get what, what the server said, and the command that tries again."""
    failed = Undelivered(12, "borta@example.org", "Kronoberg: Något har hänt", 1, "550 5.1.1 No such user", AT)
    mail = undeliverable_message(failed, OPERATOR, SENDER)
    assert mail.subject == "Ett brev till borta@example.org kunde inte levereras"
    for said in ("550 5.1.1 No such user", "Kronoberg: Något har hänt", "    bevaka alerts retry 12\n"):
        assert said in text(mail)


def test_the_sign_of_life_counts_everything() -> None:
    """Looks by outcome, the last change, messages by fate, and how each page stands."""
    blind = Sight("blekinge", URL, AT, Reason.UNREACHABLE)
    mail = life_message(replace(LIFE, pages=(*LIFE.pages, blind, Sight("ny", URL, None))), OPERATOR, SENDER)
    assert mail.subject == "Bevaka lever: 343 kontroller, 2 ändringar sedan 27 september 2022"
    for said in (
        "Kontroller: 343, varav 340 utan ändring, 2 med ändring, 1 utan besked\n",
        "Senaste ändringen: 3 oktober 2022 kl. 08.00",
        "Brev: 12 har levererats, 1 ligger i kö, 0 kan inte levereras\n",
        "Äldsta osända brev: 4 oktober 2022 kl. 08.00",
        "Kronoberg: lästes senast 4 oktober 2022 kl. 08.00",
        "Blekinge: kan inte läsas (servern kunde inte nås)",
        "Ny: har ännu inte lästs",
    ):
        assert said in text(mail)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_reason_has_its_words(language: Language) -> None:
    """A new reason needs its clause before the operator can hear of it."""
    assert set(OPERATOR_PHRASES[language].reasons) == set(Reason)


def test_operators_mail_is_no_list() -> None:
    """The operator cannot leave; but the mails of a page are in its thread."""
    message = Received("", "", failing_message(BLIND, OPERATOR, SENDER).content).message
    assert message["List-Unsubscribe"] is None
    assert message["References"]
    assert message["Auto-Submitted"] == "auto-generated"


def test_a_digest_tells_everything_since_the_last_one() -> None:
    """Each alert under its own time, the subject from the weightiest of all, and when the page was last verified."""
    alerts = [alert(DATE, number=6, day=3), alert(REPLACED, CHAIR)]
    mail = digest_message(alerts, [Watched("kronoberg", URL, AT + timedelta(hours=9))], READER, SENDER, at=AT)
    assert mail is not None
    assert mail.kind == "digest"
    assert mail.subject == "Kronoberg: Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB (+1)"
    for said in (
        "Bevaka: 3 ändringar på Kronoberg\n",
        "Kronoberg, 3 oktober 2022 kl. 08.00\n",
        "Kronoberg, 4 oktober 2022 kl. 08.00\n",
        "Kronoberg: kontrollerades senast 4 oktober 2022 kl. 17.00\n",
    ):
        assert said in text(mail)


@pytest.mark.parametrize(
    ("pages", "english", "swedish"),
    [
        (("blekinge",), "Kronoberg and Blekinge", "Kronoberg och Blekinge"),
        (("blekinge", "växjö"), "Kronoberg, Blekinge and Växjö", "Kronoberg, Blekinge och Växjö"),
        (("a", "b", "c"), "Kronoberg, A, B and C", "Kronoberg, A, B och C"),
        (("b" * 39, "c" * 39), f"Kronoberg, B{'b' * 38} and one more page", f"Kronoberg, B{'b' * 38} och en sida till"),
        (
            ("b" * 39, "c" * 39, "d"),
            f"Kronoberg, B{'b' * 38} and 2 more pages",
            f"Kronoberg, B{'b' * 38} och 2 sidor till",
        ),
    ],
)
def test_a_digest_of_several_pages_names_them(pages: tuple[str, ...], english: str, swedish: str) -> None:
    """No page's sentence can stand for the others; where there are many, the first ones are named."""
    alerts = [alert(REPLACED), *(alert(CHAIR, page=each) for each in pages)]
    readers = ((replace(READER, language="en"), f"changes on {english}"), (READER, f"ändringar på {swedish}"))
    for reader, said in readers:
        mail = digest_message(alerts, [], reader, SENDER, at=AT)
        assert mail is not None
        assert mail.subject == f"Bevaka: {len(alerts)} {said}"
        assert mail.page is None


def test_a_digest_says_also_of_a_page_that_is_watched_no_more_when_it_was_verified() -> None:
    """By the look that confirmed what is told of it last."""
    alerts = [alert(REPLACED), alert(CHAIR, page="blekinge"), alert(DATE, page="blekinge", number=9, day=5)]
    mail = digest_message(alerts, [Watched("kronoberg", URL, AT + timedelta(hours=9))], READER, SENDER, at=AT)
    assert mail is not None
    assert "Kronoberg: kontrollerades senast 4 oktober 2022 kl. 17.00\n" in text(mail)
    assert "Blekinge: kontrollerades senast 5 oktober 2022 kl. 08.00\n" in text(mail)


def test_a_digest_of_nothing_is_no_mail() -> None:
    """Alerts of other pages and other kinds leave nothing to say."""
    picky = replace(READER, kinds=("documents",))
    assert digest_message([alert(REPLACED)], [], picky, SENDER, at=AT) is None
    assert digest_message([], [], READER, SENDER, at=AT) is None


def test_the_quiet_word_tells_peace_from_a_dead_monitor() -> None:
    """It names each page that the reader follows, and when it was last verified."""
    watched = [Watched("kronoberg", URL, AT), Watched("ny", URL, None), Watched("annan", URL, AT)]
    mail = quiet_message(watched, replace(READER, pages=("kronoberg", "ny")), SENDER, since=AT - 7 * DAY, at=AT)
    assert mail.subject == "Bevaka: ingen ändring har setts sedan 27 september 2022 kl. 08.00"  # one was never verified
    assert "Kronoberg: kontrollerades senast 4 oktober 2022 kl. 08.00" in text(mail)
    assert "Ny: har ännu inte kunnat kontrolleras" in text(mail)
    assert "Annan" not in text(mail)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_sample_of_every_mail_arrives(language: Language) -> None:
    """Ten kinds of mail, each through a real server, each as it was written."""
    mails = sample_mails("drift@example.org", language, SENDER, AT)
    with Mailbox("starttls") as mailbox, Smtp(mailbox.settings, ssl_context=mailbox.trust) as smtp:
        for mail in mails:
            smtp.send(mail.recipient, mail.content)
    assert [each.content for each in mailbox.messages] == [mail.content for mail in mails]
    assert [each.subject for each in mailbox.messages] == [mail.subject for mail in mails]
    assert [mail.kind for mail in mails] == [
        "alert", "digest", "quiet", "failing", "still-failing", "recovered", "held", "released", "undeliverable",
        "sign-of-life",
    ]  # fmt: skip
    assert len({mail.message_id for mail in mails}) == len(mails)
