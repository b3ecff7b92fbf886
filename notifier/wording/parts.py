"""The pieces that sentences are made of, the same in every language. Scraped text is made harmless here."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from records.changes import Change, Value
from records.page import PageRecord

Names = Mapping[str, str]
"""A collaboration's full name to how it is called in a sentence: its abbreviation, where it has one."""

NAME_LIMIT = 100
PROSE_LIMIT = 4000
_MARKS_IN_A_ROW = re.compile(
    r"([\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]{2})[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+"
)

_ONE_WORD = re.compile(r"[\w.@%+=:,/-]+")

_QUOTE = re.compile('[”“„"]')
_QUOTE_BEFORE_A_WORD = re.compile(r'(?<![^\s(–-])[”“„"]')


def plain(text: str, limit: int = NAME_LIMIT) -> str:
    """One line of visible text: no control characters, no direction overrides, no towers of accents; cut at limit."""
    shown = text[: 4 * limit]
    if not shown.isprintable():  # else every letter is visible, as in nearly all texts
        shown = "".join(_visible(letter) for letter in shown)
    shown = " ".join(shown.split())
    shown = _MARKS_IN_A_ROW.sub(r"\1", unicodedata.normalize("NFC", shown))
    return shown if len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def _visible(letter: str) -> str:
    if letter.isspace():
        return " "
    category = unicodedata.category(letter)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "" if category[0] == "C" else letter


def nested(text: str, opening: str, closing: str) -> str:
    """A text to be quoted, its own double quotation marks made single."""
    return _QUOTE.sub(closing, _QUOTE_BEFORE_A_WORD.sub(opening, text))


def field(value: Value | None, name: str, limit: int = NAME_LIMIT) -> str:
    """One field of a change's before or after as plain text; "" where it is absent."""
    return plain(str(value.get(name) or ""), limit) if isinstance(value, dict) else ""


def argument(name: str) -> str:
    """A name as one word of a command to copy: "kronoberg", "'region skåne'"."""
    shown = plain(name, PROSE_LIMIT)
    return shown if _ONE_WORD.fullmatch(shown) else shlex.quote(shown)


def called(collaboration: str | None, names: Names) -> str:
    """What a sentence calls a collaboration; "" for the page itself."""
    return plain(names.get(collaboration, collaboration)) if collaboration else ""


def full_name(collaboration: str, names: Names, limit: int = NAME_LIMIT) -> str:
    """What a heading calls a collaboration: "Euroregion Baltic (ERB)"."""
    short = names.get(collaboration, collaboration)
    full = plain(collaboration, limit)
    return full if short == collaboration else f"{full} ({plain(short)})"


def names_of(*records: PageRecord | None) -> dict[str, str]:
    """How each collaboration of these records is called; the later record decides."""
    return {
        each.name: each.abbreviation or each.name
        for record in records
        if record is not None
        for each in record.collaborations
    }


def person(value: Value | None) -> str:
    """ "Roland Gustbée (M)"."""
    return with_parenthesis(field(value, "name"), field(value, "party", 40))


def with_parenthesis(text: str, inside: str) -> str:
    """ "Region Pommern (PL)", or the text alone."""
    return f"{text} ({inside})" if inside else text


def listed(*words: str) -> str:
    """The words that there are, with commas."""
    return ", ".join(word for word in words if word)


def enumerated(words: Sequence[str], last: str) -> str:
    """ "titel, telefonnummer och e-postadress": commas, and the word given before the last."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def apposed(value: Value | None) -> str:
    """A name and its title as a sentence's subject: "Testa Testsson, samordnare,"."""
    title = field(value, "title")
    return f"{field(value, 'name')}, {mid_sentence(title)}," if title else field(value, "name")


def mid_sentence(title: str) -> str:
    """A title as it stands inside a sentence: "samordnare för …", but "EU-samordnare"."""
    return title[0].lower() + title[1:] if title[:1].isupper() and title[1:2].islower() else title


def respelling(before: str, after: str) -> tuple[str, str]:
    """Old and new spelling: of the last name where nothing else differs, else of the whole name."""
    old, new = before.split(), after.split()
    if len(old) == len(new) > 1 and old[:-1] == new[:-1]:
        return old[-1], new[-1]
    return before, after


def differing(before: Value | None, after: Value | None, fields: Iterable[str]) -> list[str]:
    """The fields whose values differ."""
    return [each for each in fields if field(before, each) != field(after, each)]


def as_date(value: Value | None) -> date | None:
    """The date of a last_updated change; None where none stood."""
    return date.fromisoformat(value[:10]) if isinstance(value, str) and value else None


def either(change: Change) -> Value | None:
    """What stands after, or what stood before where nothing does."""
    return change.after if change.after is not None else change.before
