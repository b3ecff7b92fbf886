"""What changed, as sentences, in Swedish and in English. Pure; the command line and the mails say the same.

    sentence(change, "sv", names)    "Testa Testsson (M) ersätter Roland Gustbée (M) som ledamot i ERB"
    flags(change_set, "sv")          ("Innehållet har ändrats utan att sidans datum har flyttats",)
    headline(changes, "sv", names)   the weightiest change's sentence, and how many more of weight there are

names maps a collaboration's full name to how it is called (see names_of). No sentence has its full stop.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from notifier.wording import en, sv
from notifier.wording.parts import Names, names_of, plain
from records.changes import Change, ChangeKind, ChangeSet, Group

__all__ = ["Language", "Names", "day", "flags", "headline", "moment", "names_of", "plain", "quoted", "sentence", "span"]

Language = Literal["sv", "en"]
ZONE = ZoneInfo("Europe/Stockholm")

_WEIGHTY = (Group.REPRESENTATIVES, Group.OFFICIALS, Group.COLLABORATIONS, Group.MEMBERS, Group.DOCUMENTS)
_LIGHT = (Group.CONTACTS, Group.TEXTS, Group.LAST_UPDATED)
_LESSER = {ChangeKind.ROLE_CHANGED: 1, ChangeKind.PARTY_CHANGED: 2, ChangeKind.NAME_RESPELLED: 3}


def sentence(change: Change, language: Language, names: Names) -> str:
    """One natural sentence, one line, without its full stop."""
    return _module(language).SENTENCES[change.kind](change, names)


def quoted(text: str, language: Language) -> str:
    """ "”Nätverk”", "“Nätverk”"; quotation marks within it become single ones."""
    return _module(language).quoted(text)


def flags(changes: ChangeSet, language: Language) -> tuple[str, ...]:
    """What a set of changes says as a whole, as sentences without full stops."""
    words = _module(language)
    said = (
        (changes.silent_edit, words.SILENT_EDIT),
        (changes.date_only, words.DATE_ONLY),
        (changes.date_regressed, words.DATE_REGRESSED),
    )
    return tuple(text for holds, text in said if holds)


def headline(changes: ChangeSet, language: Language, names: Names) -> tuple[str, int]:
    """The weightiest change's sentence and the number of other changes of weight; ("", 0) for no changes.

    Weight have people, officials, collaborations, members and documents, in that order. Contacts, texts, homepages and
    the date have none: they are the headline, in that order, only where nothing else changed. Among people a seat
    weighs more than a role, a party or a spelling.
    """
    by_weight = sorted(changes.changes, key=_weight)
    if not by_weight:
        return "", 0
    others = sum(each.kind.group in _WEIGHTY for each in by_weight[1:])
    return sentence(by_weight[0], language, names), others


def _weight(change: Change) -> tuple[int, int]:
    return (*_WEIGHTY, *_LIGHT).index(change.kind.group), _LESSER.get(change.kind, 0)


def day(when: date, language: Language) -> str:
    """ "9 september 2022", "9 September 2022"."""
    return _module(language).day(when)


def moment(when: datetime, language: Language) -> str:
    """An aware time as read on a clock in Stockholm: "9 september 2022 kl. 08.05", "9 September 2022 at 08:05"."""
    return _module(language).moment(when.astimezone(ZONE))


def span(first: datetime, last: datetime, language: Language) -> str:
    """From one look to another, as moments: "3 oktober 2022 kl. 12.00 – 3 oktober 2022 kl. 13.00"; one look is one."""
    ends = (moment(first, language), moment(last, language))
    return " – ".join(dict.fromkeys(ends))


def _module(language: Language) -> _Wording:
    return sv if language == "sv" else en


class _Wording(Protocol):
    """What each language's module holds."""

    SENTENCES: dict[ChangeKind, Callable[[Change, Names], str]]
    SILENT_EDIT: str
    DATE_ONLY: str
    DATE_REGRESSED: str

    def quoted(self, text: str) -> str: ...
    def day(self, when: date) -> str: ...
    def moment(self, when: datetime) -> str: ...
