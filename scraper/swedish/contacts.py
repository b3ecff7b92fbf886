"""The persons under a contact heading: name, title, phone and e-mail in any order, on one line or several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from records.page import Contact, Link
from scraper.swedish.names import HONORIFIC, is_name, straight
from scraper.swedish.parties import InParentheses, in_parentheses, is_party
from scraper.swedish.reach import Reach, without_reach
from scraper.swedish.remembered import remembered
from scraper.swedish.roles import read_roles
from scraper.swedish.titles import is_title, is_title_word
from scraper.swedish.vocabulary import BODY_ENDINGS

_LABEL = re.compile(
    r"^(?P<word>kontaktperson(?:er)?|kontakt|namn|titel|ansvarig|befattning|roll|frågor besvaras av|"
    r"kontakta)\s*:?\s+(?=\S)|^\w+:\s+(?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\d{3}\s?\d{2}\b|\bbox\s+\d|\b\w+(?:gatan|vägen|torget|stigen)\b|"
    r"\b\w+(?:gränd|plan|allén|backen)\s+\d|"
    r"^(?:besöks|post)?adress|^växel|^fax|"
    r"^(?:region|kommun)\b|\bkommun$|^öppettider|^www\.|^http",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[,;|]\s*|\s+[–—-]\s+|\s*:\s+")
_IS = re.compile(
    r"^(?P<name>[^,.:;()]{5,60}?)\s+är\s+(?P<title>[^.]{3,100})(?:\.|$)"
)  # "Testa Testsson är samordnare."
_TWO = re.compile(  # "Testa Testsson (samordnare) eller Bo Provsson (strateg)"
    r"^(?P<one>[^,.:;()]{5,60}?)(?P<title>\s\([^()]*\))?\s+(?:och|samt|eller)\s+(?P<other>[A-ZÅÄÖ].{3,160})$"
)
_NAME_THEN_PAREN = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<paren>[^()]+)\)$")


_ASKS = re.compile(  # "Vid frågor, hör av dig till"
    r"^(?:(?:vid|för|om|har|vill)\b[^:]{0,80}?|[^,:]{0,60}?)\b(?:kontakta|besvaras\s+av|(?:du|ni)\s+når|"
    r"kontaktperson(?:en)?(?:\s[\w-]+){0,4}?\sär|kontakt är|"
    r"(?:hör\s+av|vänd)\s+(?:dig|er)\s+(?:gärna\s+)?till|(?:ring|mejla|maila|skriv|prata|tala)(?:\s+(?:till|med))?)\s+"
    r"(?:gärna\s+)?(?=\w)",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\s(?:svarar|besvarar|berättar|hjälper|nås)\s.*$")  # "… svarar på frågor om nätverket."
_GOES_ON = re.compile(  # "… kultur, fritid och turism", "Strateg, internationellt arbete"; no unit that one works at
    r"[a-zåäö-]+(?:\s(?:och|samt|&)\s|$)|"
    r"(?!(?:på|via|eller)\b|\w*(?:avdelning|enhet|förvaltning|kontor|sektor|kansli|stab)\w*\b)"
    r"(?:[a-zåäö-]+\s){1,3}[a-zåäö-]+$"
)
_REACHED_BY = ("på", "via", "eller", "på telefon", "via e-post")  # what is left before a number or an address
_DANGLING = re.compile(r"\s+(?:på|via|eller)(?:\s+telefon|\s+e-post)?$")  # … behind a name
_LONGEST = 16  # words of a title and a name


class _Person:
    def __init__(self, name: str, *, title_first: bool) -> None:
        self.name = name
        self.title_first = title_first  # it stood above the name; so does the next one's
        self.title: str | None = None
        self.phone: str | None = None
        self.email: str | None = None

    def takes(self, reach: Reach) -> None:
        self.phone = self.phone or next(iter(reach.phones), None)
        self.email = self.email or next(iter(reach.emails), None)


def contact(lines: Sequence[str], links: Sequence[Link] = ()) -> tuple[Contact, ...]:
    """The persons in the lines under a contact heading; () where nobody is named. Addresses are no persons.

    links: those of the lines, in order; a mailto or tel link counts where its line shows no address or number.
    """
    people: list[_Person] = []
    title: str | None = None
    early = Reach()
    waiting = list(links)
    for line in lines:
        shown = _shown(line, waiting)
        rest, reach = without_reach(line, shown)
        before = len(people)
        title = _line(people, rest, title)
        named = people[before:]
        if len(named) > 1 and len(named) == max(len(reach.phones), len(reach.emails)):
            for number, person in enumerate(named):  # each with a number of its own
                person.takes(Reach(reach.phones[number : number + 1], reach.emails[number : number + 1]))
        elif people and (reach.phones or reach.emails):
            people[-1].takes(reach)
        elif not people and (reach.phones or reach.emails):
            early = Reach(early.phones + reach.phones, early.emails + reach.emails)
    if people:
        people[0].takes(early)  # what stands above everybody is the first's, who has no other
    return tuple(Contact(each.name, each.title, each.phone, each.email) for each in people)


def _shown(line: str, waiting: list[Link]) -> tuple[Link, ...]:
    """The links of a line, which wait no more: of those with one label, as "E-post" under everybody, only the first."""
    shown: dict[str, Link] = {}
    for link in waiting:
        if link.label and link.label in line:
            shown.setdefault(link.label, link)
    waiting[:] = [link for link in waiting if shown.get(link.label) is not link]
    return tuple(shown.values())


def _line(people: list[_Person], line: str, title: str | None) -> str | None:
    """Read one line into the people; gives back a title that still waits for its person."""
    for name, said in _names_and_titles(line):
        if name:
            people.append(_Person(name, title_first=bool(title)))
            people[-1].title, title = said or title, None
        elif people and people[-1].title_first:
            title = said if said and _may_come_first(said) else title
        elif people and (people[-1].title is None or (said and is_title(said) and not is_title(people[-1].title))):
            people[-1].title = said
        elif said and _may_come_first(said):
            title = said
    return title


def _may_come_first(said: str) -> bool:
    """Whether a line is a title or a role, which can stand above its person; a place or a unit stands below."""
    return is_title(said) or read_roles(said) is not None


@remembered
def _names_and_titles(line: str) -> tuple[tuple[str | None, str | None], ...]:
    """The parts of a line that are a name, with the title at it, or (None first) a title alone."""
    line = straight(HONORIFIC.sub("", line) if line[:1] == "M" else line)
    found: list[tuple[str | None, str | None]] = []
    for part in [line] if is_name(line) else _parts(line):
        part = _DANGLING.sub("", part.strip(" .")).removeprefix("och ")
        if (aside := _NAME_THEN_PAREN.match(part)) and is_party(aside["paren"]):
            part = aside["name"]  # "regionråd (S)"
        name, behind = _named(part) if part else (None, None)
        if name:
            found.append((name, behind))
        elif part and _is_title(part):
            found.append((None, part))
    return tuple(found)


def _parts(line: str) -> list[str]:
    if (said := _IS.match(line)) and is_name(said["name"]):
        return [said["name"], said["title"]]
    line = _ASKS.sub("", _ANSWERS.sub("", line))
    found = _LABEL.match(line)
    if found and (found["word"] or not _is_title(line.partition(":")[0])):
        line = line[found.end() :]
    if (two := _TWO.match(line)) and is_name(two["one"]) and is_name(two["other"].split(",")[0].split(" (")[0]):
        return [*_parts(two["one"] + (two["title"] or "")), *_parts(two["other"].strip(" ."))]
    found = _NAME_THEN_PAREN.match(line)
    if found and is_name(found["name"]):
        aside = is_party(found["paren"]) or in_parentheses(found["paren"]) is InParentheses.NOTE
        return [found["name"]] if aside else [found["name"], found["paren"]]
    parts = [part for part in _PARTS.split(line) if part.strip(" .").casefold() not in _REACHED_BY]
    return _titles_whole(parts)


def _titles_whole(parts: list[str]) -> list[str]:
    """A title that holds a comma ("chef för kultur, fritid och turism") is one part again."""
    whole: list[str] = []
    for part in parts:
        goes_on = _GOES_ON.match(part) and not is_title(part) and not read_roles(part)
        another = whole and read_roles(part) and read_roles(whole[-1])  # "nämndens ordförande, kommunalråd"
        if whole and (goes_on or another) and _is_title(whole[-1]) and not is_name(whole[-1]):
            whole[-1] = f"{whole[-1]}, {part}"
        else:
            whole.append(part)
    return whole


def _named(part: str) -> tuple[str | None, str | None]:
    """The name that a part is, with a title that stands right before or behind it: "Samordnare Testa Testsson"."""
    if is_name(part) and not _ADDRESS.search(part):
        return part, None
    words = part.split()
    for cut in range(1, len(words) if len(words) <= _LONGEST else 0):
        before, after = " ".join(words[:cut]), " ".join(words[cut:])
        if is_name(after) and (is_title(before) or read_roles(before)):
            return after, f" {before}".rpartition(" eller ")[2].strip()  # "… kansliet eller kommunsekreterare Testa …"
        if is_name(before) and is_title(after) and (after[0].islower() or after.isupper() or is_title_word(words[cut])):
            return before, after
    return None, None


def _is_title(part: str) -> bool:
    if _ADDRESS.search(part) or len(part) > 120 or "@" in part or part.rstrip().endswith("?"):
        return False
    return (
        is_title(part)
        or bool(read_roles(part))
        or (
            part[:1].isalpha()
            and 1 <= len(part.split()) <= 8
            and not part.casefold().endswith(BODY_ENDINGS)
            and not re.search(r"\d|[.!]$", part)
            and part.split()[0].casefold()
            not in ("telefon", "e-post", "kontakt", "skicka", "mejla", "ring", "läs", "du", "vi", "har", "se")
        )
    )
