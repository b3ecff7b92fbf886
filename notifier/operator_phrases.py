"""The fixed words of the operator's mails, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from notifier.wording import Language
from records.outcome import Reason


class HoldEnd(StrEnum):
    """How a hold ended: readers were told of what was held, the old state came back, or a third state came."""

    ACCEPTED = "accepted"
    UNDONE = "undone"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class OperatorPhrases:
    """Fields in braces are filled by str.format. reasons: each reason as a clause of its own."""

    reasons: dict[Reason, str]
    failing_title: str
    failing_lead: str
    failing_next: str
    still_failing_title: str
    still_failing_lead: str
    recovered_title: str
    recovered_lead: str
    released_title: str
    released: dict[HoldEnd, str]
    held_title: str
    still_held_title: str
    held_lead: str
    held_chapter: str
    held_accept: str
    held_settles: str
    held_waits: str
    undeliverable_title: str
    undeliverable_lead: str
    undeliverable_retry: str
    life_title: str
    life_lead: str
    reason: str
    detail: str
    since: str
    last_good: str
    never: str
    page: str
    message: str
    recipient: str
    attempts: str
    answer: str
    looks: str
    look_counts: str
    last_change: str
    no_change: str
    mails: str
    mail_counts: str
    oldest_unsent: str
    no_mail: str
    seen: str
    unseen: str
    unseen_yet: str
    closing: str


OPERATOR_PHRASES: dict[Language, OperatorPhrases] = {
    "sv": OperatorPhrases(
        reasons={
            Reason.UNREACHABLE: "servern kunde inte nås",
            Reason.HTTP_STATUS: "servern svarade med ett fel",
            Reason.BLOCKED: "servern släppte inte in oss",
            Reason.ROBOTS: "webbplatsens robots.txt säger nej",
            Reason.REDIRECTED_AWAY: "adressen leder nu någon annanstans",
            Reason.NOT_HTML: "svaret var ingen webbsida",
            Reason.TOO_LARGE: "svaret var för stort",
            Reason.TRUNCATED: "svaret var avhugget",
            Reason.SOFT_404: "en felsida eller underhållssida visas",
            Reason.UNRECOGNISED: "innehållet känns inte igen",
            Reason.INCOMPLETE: "en del av sidan är borta, utan något i dess ställe",
            Reason.IMPLAUSIBLE: "orimligt många personer är borta",
            Reason.UNSETTLED: "två kontroller i rad gav olika besked",
        },
        failing_title="{page}: kan inte läsas ({reason})",
        failing_lead="Bevaka har inte kunnat avgöra om sidan har ändrats ({looks}). Läsarna har inte fått veta något.",
        failing_next="Du hör av Bevaka igen om en vecka, eller när sidan kan läsas. Så ser du efter själv:",
        still_failing_title="{page}: kan fortfarande inte läsas ({reason})",
        still_failing_lead="Sidan har inte kunnat läsas på {days} ({looks}). Läsarna har inte fått veta något.",
        recovered_title="{page}: kan läsas igen",
        recovered_lead="Sidan har lästs på nytt, efter att inte ha kunnat läsas sedan {since}.",
        released_title="{page}: ändringen hålls inte längre inne",
        released={
            HoldEnd.ACCEPTED: "Ändringen, som har hållits inne sedan {since}, är godtagen. Läsarna har fått veta.",
            HoldEnd.UNDONE: "Ändringen har hållits inne sedan {since}. Nu står det gamla på sidan igen, och läsarna "
            "har inte fått veta något.",
            HoldEnd.OVERTAKEN: "Ändringen har hållits inne sedan {since}. Nu står det något annat på sidan, och det är "
            "vad läsarna har fått veta.",
        },
        held_title="{page}: en ändring hålls inne ({reason})",
        still_held_title="{page}: en ändring hålls fortfarande inne ({reason})",
        held_lead="Sidan har lästs, men ändringen är så ovanlig att läsarna inte har fått veta något.",
        held_chapter="Det här skulle sägas",
        held_accept="Stämmer det? Se efter på sidan, och godta i så fall ändringen med:",
        held_settles="Om tre kontroller under minst ett dygn säger samma sak godtas ändringen av sig själv, och "
        "läsarna får veta. Om det gamla står där igen får läsarna inte veta något.",
        held_waits="Sidan namnger ingen. Därför godtas ändringen aldrig av sig själv, hur länge den än står kvar.",
        undeliverable_title="Ett brev till {recipient} kunde inte levereras",
        undeliverable_lead="Mottagarens server har sagt nej för gott, eller bett oss vänta alltför länge.",
        undeliverable_retry="När felet är avhjälpt skickas brevet med:",
        life_title="Bevaka lever: {looks}, {changed} sedan {since}",
        life_lead="Det här brevet kommer varje vecka. Om det uteblir är något fel med Bevaka eller med e-posten.",
        reason="Orsak",
        detail="Iakttagelse",
        since="Sedan",
        last_good="Senast läst",
        never="aldrig",
        page="Sidan",
        message="Brevet",
        recipient="Mottagare",
        attempts="Försök",
        answer="Serverns svar",
        looks="Kontroller",
        look_counts="{looks}, varav {unchanged} utan ändring, {changed} med ändring, {cannot_tell} utan besked",
        last_change="Senaste ändringen",
        no_change="ingen",
        mails="Brev",
        mail_counts="{delivered} har levererats, {queued} ligger i kö, {undeliverable} kan inte levereras",
        oldest_unsent="Äldsta osända brev",
        no_mail="inget",
        seen="lästes senast {when}",
        unseen="kan inte läsas ({reason}), lästes senast {when}",
        unseen_yet="har ännu inte lästs",
        closing="Det här brevet går bara till den som sköter Bevaka, inte till läsarna.",
    ),
    "en": OperatorPhrases(
        reasons={
            Reason.UNREACHABLE: "the server could not be reached",
            Reason.HTTP_STATUS: "the server answered with an error",
            Reason.BLOCKED: "the server did not let us in",
            Reason.ROBOTS: "the site's robots.txt says no",
            Reason.REDIRECTED_AWAY: "the address now leads somewhere else",
            Reason.NOT_HTML: "the answer was no web page",
            Reason.TOO_LARGE: "the answer was too large",
            Reason.TRUNCATED: "the answer was cut short",
            Reason.SOFT_404: "an error page or a maintenance page is shown",
            Reason.UNRECOGNISED: "the content is not recognised",
            Reason.INCOMPLETE: "a part of the page is gone, with nothing in its place",
            Reason.IMPLAUSIBLE: "implausibly many people are gone",
            Reason.UNSETTLED: "two looks in a row gave different answers",
        },
        failing_title="{page}: cannot be read ({reason})",
        failing_lead="Bevaka has not been able to tell whether the page has changed ({looks}). "
        "Readers have not been told anything.",
        failing_next="Bevaka writes again in a week, or when the page can be read. To look for yourself:",
        still_failing_title="{page}: still cannot be read ({reason})",
        still_failing_lead="The page has not been readable for {days} ({looks}). Readers have not been told anything.",
        recovered_title="{page}: can be read again",
        recovered_lead="The page has been read again. It had not been readable since {since}.",
        released_title="{page}: the change is no longer held back",
        released={
            HoldEnd.ACCEPTED: "The change, held back since {since}, has been accepted. Readers have been told.",
            HoldEnd.UNDONE: "The change was held back since {since}. The old state is on the page again, and readers "
            "have not been told anything.",
            HoldEnd.OVERTAKEN: "The change was held back since {since}. The page now says something else, and that is "
            "what readers have been told.",
        },
        held_title="{page}: a change is held back ({reason})",
        still_held_title="{page}: a change is still held back ({reason})",
        held_lead="The page was read, but the change is so unusual that readers have not been told anything.",
        held_chapter="This would be said",
        held_accept="Is it right? Look at the page, and if it is, accept the change with:",
        held_settles="If three looks over at least a day say the same, the change is accepted by itself, and readers "
        "are told. If the old state comes back, readers are told nothing.",
        held_waits="The page names nobody. So the change is never accepted by itself, however long it stands.",
        undeliverable_title="A mail to {recipient} could not be delivered",
        undeliverable_lead="The recipient's server has refused it for good, or has put it off for too long.",
        undeliverable_retry="Once the fault is mended, this sends the mail:",
        life_title="Bevaka is alive: {looks}, {changed} since {since}",
        life_lead="This mail comes every week. If it does not, something is wrong with Bevaka or with the mail.",
        reason="Reason",
        detail="Evidence",
        since="Since",
        last_good="Last read",
        never="never",
        page="The page",
        message="The mail",
        recipient="Recipient",
        attempts="Tries",
        answer="The server's answer",
        looks="Looks",
        look_counts="{looks}, of which {unchanged} unchanged, {changed} changed, {cannot_tell} inconclusive",
        last_change="Last change",
        no_change="none",
        mails="Mails",
        mail_counts="{delivered} delivered, {queued} queued, {undeliverable} undeliverable",
        oldest_unsent="Oldest unsent mail",
        no_mail="none",
        seen="last read {when}",
        unseen="cannot be read ({reason}), last read {when}",
        unseen_yet="not read yet",
        closing="This mail goes only to whoever runs Bevaka, not to readers.",
    ),
}

_COUNTED: dict[Language, dict[str, tuple[str, str]]] = {
    "sv": {
        "look": ("en kontroll", "{} kontroller"),
        "change": ("en ändring", "{} ändringar"),
        "day": ("en dag", "{} dagar"),
    },
    "en": {"look": ("one look", "{} looks"), "change": ("one change", "{} changes"), "day": ("one day", "{} days")},
}


def counted(count: int, what: str, language: Language) -> str:
    """ "en kontroll", "3 kontroller"; what is "look", "change" or "day"."""
    one, many = _COUNTED[language][what]
    return one if count == 1 else many.format(count)
