"""The titles of those whom running text names, and the bodies that they sit in."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from scraper.swedish.named import SINCE, Named
from scraper.swedish.names import is_common_given
from scraper.swedish.needs import Needing
from scraper.swedish.parties import is_party
from scraper.swedish.title_words import TITLE_ENDINGS
from scraper.swedish.titles import is_title, is_title_before, is_title_word, singular_title
from scraper.swedish.vocabulary import BODIES

_OWNERS = re.compile(
    r"\b(?:regionens|kommunens|landstingets|stadens|förbundets|nätverkets|kontorets|bolagets|"
    r"stiftelsens|föreningens|rådets|vår|dess|region \w+s)\s+",
    re.IGNORECASE,
)
_ONLY_CIVIL = re.compile(r"(?:ansvariga?\s+)?(?:tjänste(?:man|person)|kontaktperson)", re.IGNORECASE)
_CIVIL = re.compile(r"(?:ansvarig\s+)?(?:tjänste(?:man|person)|handläggare|kontaktperson)\s+", re.IGNORECASE)
_OWNER = re.compile(r"^[a-zåäö]{4,}(?:en|et)s\s(?=\w)")  # "hamnbolagets vd"
_LONGEST_TITLE = 60  # letters
_NEAR = 400  # letters from a name within which its title and its body are named
_IN_BODY = re.compile(
    rf"\b(?:bemannar|i|för|till|inom|på)\s+(?!(?:\w+\s)?(?:samråd|samarbete|samverkan)\smed\b)"
    rf"(?P<body>(?:(?!(?:har|är|sin|sitt|sina|hjälp|i)\b)[\w:&-]+\s+){{0,5}}?[\w:-]*(?:{'|'.join(BODIES)}))\b",
    re.IGNORECASE,
)
_MANNED = Needing(
    rf"(?P<body>[\w:-]*(?:{'|'.join(BODIES)}))\s+"
    r"(?:bemannas|består\s+(?:(?:bland annat|bl\.? ?a\.?)\s+)?av|utgörs\s+av)\b",
    needs="bemannas|består|utgörs",
    flags=re.IGNORECASE,
)
_SITS = re.compile(
    r"\b(?:bemannar|bemannas|sitter|ingår|deltar|representerar|representeras|företräder|företräds|är med|"
    r"medverkar|är (?:\w+ ){0,2}(?:representant|tjänsteman|kontakt\w*)|arbetar)\b",
    re.IGNORECASE,
)
_TITLE_IS = re.compile(
    r"^(?:\s*,?\s*(?:och|samt|medan)\s+)?(?:(?:ny|nya|nuvarande|\w{3,}(?:en|et|an)s)\s+)?(?P<title>[^,.;:()]+?)"
    r"(?:\s+(?:är|heter)(?:\s+" + SINCE + r")?\s*|:\s*)$",
    re.IGNORECASE,
)


_IN_CAPACITY = re.compile(r"\bi\s(?:egenskap\sav|sin\sroll\ssom)\s(?P<title>[^,.;()]+?)(?=[,.;]|\s(?:och|samt)\s|\s*$)")
_GOES_ON = Needing(  # "samordnare för internationella frågor Testa Testsson"
    rf"(?:^|\s)(?P<title>(?:[a-zåäö-]+(?:ell|al|ande|isk|ig)\s)?[\w-]*(?:{'|'.join(TITLE_ENDINGS)})\s"
    r"(?:för|inom|i)(?:\s(?!det\b|den\b)[a-zåäö-]+){1,5})\s$",
    needs=" för | inom | i ",
    flags=re.IGNORECASE,
)
_PLURAL = re.compile(r"(?P<title>[a-zåäö-]{5,}(?:na|er))\s+(?:är\s+)?$", re.IGNORECASE)
_BOTH = re.compile(r"^\s*,\s*(?:båda|bägge|samtliga|alla)\s+(?P<title>[a-zåäö-]{5,})")
_AND = re.compile(r"\s*(?:,|,?\s(?:och|samt))\s+")


def titles_of(sentence: str, named: Sequence[Named], others: Sequence[bool] = ()) -> list[str | None]:
    """The title of each of those whom a sentence names; others: who of them has none for being somebody else.

    A title before names that "och" and commas join, or behind "båda", counts for each of them.
    """
    others = others or [False] * len(named)
    titles: list[str | None] = []
    shared: str | None = None
    first = person_end = 0  # the first of those joined, and where the last name ended that is surely a person's
    for at, each in enumerate(named):
        end = named[at + 1].start if at + 1 < len(named) else len(sentence)
        start, person_end = person_end, each.end if _is_person(each) else person_end
        before, after = sentence[max(start, each.start - _NEAR) : each.start], sentence[each.end : end]
        if at and not _AND.fullmatch(sentence, named[at - 1].end, each.start):
            first, shared = at, None
        own = title_of(each, before, after)
        if own and before.endswith(" är "):
            person_end = each.end
        shared = _of_several(before, own) or shared
        next_one = is_common_given(each.name.split()[0]) or sentence[start : each.start].strip() in ("och", "samt")
        both = _both(after)
        if both:
            titles[first:] = [had or (None if others[i] else both) for i, had in enumerate(titles[first:], first)]
        found = both or own or (shared if at == first or next_one else None)
        titles.append(None if others[at] else found)
    return titles


def _of_several(before: str, own: str | None) -> str | None:
    """The title before a name where it can be that of the next ones too: "projektledarna", "Handläggare är"."""
    found = _PLURAL.search(before, max(0, len(before) - _LONGEST_TITLE))
    if found and (one := singular_title(found["title"])):
        return one
    stands_before = own and own.casefold() in before.casefold()
    return own if own and stands_before and (own.endswith("are") or before.endswith("är ")) else None


def _both(after: str) -> str | None:
    found = _BOTH.match(after)
    return (singular_title(found["title"]) or found["title"]) if found and is_title(found["title"]) else None


def _is_person(named: Named) -> bool:
    """Whether a name before another is surely a person's; "Arc Nord" in "Samordnare för Arc Nord är …" may be none."""
    return bool(named.parens or named.party) or is_common_given(named.name.split()[0])


def title_of(named: Named, before: str, after: str) -> str | None:
    """The title in parentheses, behind ("Testa Testsson, utvecklingschef") or before it ("regiondirektör Testa …")."""
    for paren in named.parens:
        if is_title(paren) and not is_party(paren):
            return paren.strip()
    behind = re.match(
        r"^\s*(?:,(?:\s+som\s+är\b)?|\b(?:som\s+är|är|arbetar\s+som|är\s+anställd\s+som)(?:\s\w+(?:en|et|n)s\b)?)\s*"
        r"(?P<title>[^,.;()]+?)(?=\s+(?:som|sedan|"
        r"och (?:är|sitter|ingår|"
        r"deltar|bemannar|representerar)|är|sitter|ingår|deltar|bemannar|representerar|företräder|samt)\b|"
        r"[,.;(]|\s*$|\s+och\s*$)",
        after,
    )
    behind = behind or _IN_CAPACITY.search(after)
    next_ones = behind and after.endswith(" ") and not after[behind.end() :].strip()  # "…, chefen Ylva Provsson"
    if behind and not next_ones and is_title(behind["title"]):
        said = behind["title"].strip()
        return (_title_before(before, after) or said) if _ONLY_CIVIL.fullmatch(said) else said
    return _title_before(before, after)


def _title_before(before: str, after: str) -> str | None:
    if named_by := _TITLE_IS.match(_OWNERS.sub("", before)):
        title = named_by["title"]
        return _uncapped(title) if is_title(title) else None
    if before.endswith(", ") and after[:1] == ",":  # "… och kulturchefen, Testa Testsson, är kontaktperson"
        before = before[:-2]
    if (goes_on := _GOES_ON.search(before, max(0, len(before) - _LONGEST_TITLE))) and is_title(goes_on["title"]):
        return _uncapped(goes_on["title"]) if before.strip() == goes_on["title"] else goes_on["title"]
    words = re.split(
        r"[,.;:()]|(?<!-)\s+(?:och|samt|av|är(?:\s+det)?|genom|med|från|det|som)\s+", _OWNERS.sub("", before)
    )[-1].split()
    for start in range(max(0, len(words) - 4), len(words)):
        if start and words[start - 1] in ("den", "det"):
            return None  # "den spanske borgmästaren": somebody else's
        if is_title_word(words[-1]) and is_title_before(words[start:]) and _may_begin(words, start):
            title = " ".join(words[start:])
            title = _CIVIL.sub("", title) if is_title(_CIVIL.sub("", title)) else title
            uncapped = _uncapped(title) if before.strip() == title else title
            return _OWNER.sub("", uncapped)
    return None


def _may_begin(words: list[str], start: int) -> bool:
    """Whether a title may begin with a word within a sentence: in lower case, or as in "EU-strateg"."""
    return start == 0 or words[start][0].islower() or words[start][:2].isupper()


def body_in_label(label: str) -> str | None:
    """The body that a label in front of civil servants names: "Ledningsgruppen", "Vår tjänsteman i styrgruppen"."""
    if found := _IN_BODY.search(label):
        return found["body"]
    return _uncapped(label) if len(label.split()) == 1 and label.casefold().endswith(tuple(BODIES)) else None


def _uncapped(title: str) -> str:
    """A title without the capital of its sentence's first word; "VD" and "EU-strateg" keep theirs."""
    return title if title[1:2].isupper() else f"{title[0].lower()}{title[1:]}"


def body_of(sentence: str, named: Named, end: int) -> str | None:
    """The body that the sentence names: behind the name's verb first ("bemannar chefsgruppen"), else before it.

    end: where the next name begins. A body right before that is the next one's: "… och i beredningsgruppen Testa".
    """
    near = min(end, named.end + _NEAR)
    sits = _SITS.search(sentence, named.end, near)
    behind = _IN_BODY.search(sentence, sits.start() if sits else named.end, near)
    if behind and end < len(sentence) and sentence[behind.end() : end].strip(" ,") in ("", "av"):
        behind = None
    before = deque(_IN_BODY.finditer(sentence, max(0, named.start - _NEAR), named.start), maxlen=1)
    found = behind or next(iter(before), None)
    if found is None and (subject := _MANNED.search(sentence, max(0, named.start - _NEAR), named.start)):
        return subject["body"][0].lower() + subject["body"][1:]
    return found["body"] if found else None
