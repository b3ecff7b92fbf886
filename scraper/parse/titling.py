"""Names: which line is the page's title, and which headings name an organ rather than a subject."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from records.forms import fold
from scraper.content import Content, Heading, Paragraph
from scraper.parse.links import only_links
from scraper.swedish.headings import HeadingKind, heading, organ_name
from scraper.swedish.people import entries
from scraper.swedish.remembered import remembered
from scraper.swedish.vocabulary import COUNTRIES, KINDS_OF_BODY, SHORT_PLACES, words

_SEPARATORS = re.compile(r"\s+[|–—•·»«:-]\s+|\s*\|\s*")
_DEFINITE = tuple(
    words(
        "nämnden styrelsen utskottet kommittén rådet beredningen gruppen förbundet nätverket samarbetet universitetet"
        " direktionen delegationen föreningen stiftelsen bolaget kommissionen parlamentet forumet fullmäktige kansliet"
        " organisationen plattformen unionen myndigheten partnerskapet sekretariatet kontoret stämman samverkan"
        " museet sällskapet fonden"
    )
)
_ENTITLES = (HeadingKind.ORGAN, HeadingKind.PEOPLE, HeadingKind.ROLE)
_SENT = re.compile(r"\w+s\s+(?:ombud|delegater)(?:na)?$", re.IGNORECASE)  # whom somebody sends, to whatever organ
_COMPOUND = re.compile(  # one word that is a name by itself; "Kommunalförbund" is only a kind
    r"\w{3,}(?:nämnd|styrelse|forum|råd|kommitté|utskott|kontor|nätverk|fullmäktige)$", re.IGNORECASE
)
_BODY_WORD = re.compile(rf"(?:{'|'.join(KINDS_OF_BODY)})(?:en|et|n)?$", re.IGNORECASE)
_SEATS_PEOPLE = re.compile(
    r"(?:styrelse|utskott|beredning|styrgrupp|nämnd|råd|kommitté|direktion|delegation|fullmäktige|jury|board|committee)"
    r"(?:n|en|et)?$",
    re.IGNORECASE,
)
_LONGEST_NAME = 8  # words
_PRESIDIUM = re.compile(r"presidi(?:um|et)\b", re.IGNORECASE)
_GENERIC = words(
    "styrelsen styrgruppen gruppen nämnden rådet direktionen arbetsgruppen förbundet samarbetet nätverket"
    " organisationen föreningen bolaget kommittén utskottet presidiet arbetsutskottet delegationen forumet"
    " juryn panelen kommissionen stiftelsen beredningen board committee council"
    " stämman bolagsstämman föreningsstämman årsstämman årsmötet kongressen"
)
_SEVERAL_OF_A_KIND = re.compile(r"\w+(?:arna|erna|orna)")
_TERM = re.compile(r"\s+\(?(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)?\d\d)?)?\)?$")
_BOARDS = words("styrelse styrelsen styrgrupp styrgruppen direktion direktionen styrelseledamöter board")
_SEVERAL_ORGANS = words(
    "organ nämnder styrelser bolag stiftelser föreningar organisationer förbund kommuner kommunalförbund utskott"
    " delegationer beredningar kommittéer råd nätverk samarbeten samarbetsorgan samverkansorgan grupper arbetsgrupper"
    " styrgrupper samverkansråd intresseorganisationer"
)
_AND_WHOSE = words(
    "och samt övriga andra kommunala kommunens regionala regionens externa interna gemensamma helägda delägda samägda"
    " hel politiska våra olika internationella nationella europeiska nordiska lokala"
    " universitetets högskolans förbundets stadens"
)
_THEIR_PEOPLE = re.compile(  # "Kommunens representanter i föreningar", "Ombud i externa organ"
    r"^(?:\w+s\s)?(?:representanter|ombud|ledamöter|företrädare|förtroendevalda|politiker|uppdrag|representation)\s(?:i|till|vid|inom|för)\s",
    re.I,
)
_COINED = re.compile(r"[A-ZÅÄÖ]\w*[A-ZÅÄÖ]\w*")
_NO_ORGANS = words("faq gdpr pdf rss")
_ASKS = words(
    "så hur vad varför vilka vem när om vår våra vårt här detta din ditt"
    " från för i inom till hos med av på vid bland mellan utanför"
)


_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Title:
    """The page's title as written, the organ it would be, and its block (-1: it stands in no block)."""

    text: str | None
    name: str
    abbreviation: str | None
    block: int
    rule: str
    role: str | None = None  # of the people right under it, where the title is one of a role
    announces: bool = False  # it says that people stand here, of whatever organ: "Styrelsen", "Ombud"
    lists_people: bool = False  # it says that the people of the organ stand on the page: "Förtroendevalda i X"


def find_title(content: Content) -> Title:
    """The first heading of level 1; else a heading that the document's title names, in whole or, at the page's very
    beginning, in part; else the document's title.
    """
    headings = [(at, block) for at, block in enumerate(content.main) if isinstance(block, Heading) and block.text]
    for at, block in headings:
        if block.level == 1:
            return _of_several(_title(block.text, at, "title: heading of level 1"), headings, content)
    parts = {fold(part) for part in (content.title or "", *_SEPARATORS.split(content.title or "")) if part}
    for at, block in headings:
        if fold(block.text) in parts:
            return _title(block.text, at, "title: the heading that the document's title names")
    if headings and _heads_them_all(content, headings):
        return _title(headings[0][1].text, headings[0][0], "title: the bold line over the other bold lines")
    if headings and headings[0][1].soft and _is_like(fold(headings[0][1].text), parts):
        first, line = headings[0]
        if all(only_links(block.text, block.links) for block in content.main[:first]):  # a menu
            return _title(line.text, first, "title: the bold line that begins or ends as the document's title")
    outside = [block.text for block in content.rest if isinstance(block, Heading) and fold(block.text) in parts]
    if outside:
        return _title(outside[0], -1, "title: heading outside the main content")
    if content.title:
        return _title(_SEPARATORS.split(content.title)[0], -1, "title: the document's")
    return Title(None, "", None, -1, "no title")


def _of_several(title: Title, headings: list[tuple[int, Heading]], content: Content) -> Title:
    """The title as written, where "Representanter i Provland" names a place: the headings below it, with texts of their
    own, name the organs that people sit in.
    """
    if not title.lists_people or title.abbreviation or names_body(title.name) or is_coined(title.name):
        return title
    main = content.main
    described = [
        at
        for at, block in headings
        if at > title.block and at + 1 < len(main) and heading(block.text).kind is HeadingKind.ORGAN
        if isinstance(main[at + 1], Paragraph) and main[at + 1].text.endswith(".") and not entries(main[at + 1].text)
    ]
    if len(described) < _SEVERAL:
        return title
    name, short = organ_name(title.text or "")
    return replace(title, name=name, abbreviation=short, lists_people=False, announces=True)


def _heads_them_all(content: Content, headings: list[tuple[int, Heading]]) -> bool:
    """Whether the first of a page's bold lines, which has no other headings, is its title: it names no organ, and what
    stands between it and the first organ's is text.
    """
    first, others = headings[0][0], headings[1:]
    if not others or first or not all(block.soft for _, block in headings):
        return False
    between = content.main[1 : others[0][0]]
    kinds = [heading(block.text).kind for _, block in headings[:2]]
    text = bool(between) and all(isinstance(block, Paragraph) and not block.links for block in between)
    people = any(entries(block.text) for block in between)
    return (
        text
        and not people
        and kinds[0] in _ENTITLES
        and kinds[1] is HeadingKind.ORGAN
        and not names_organ(organ_name(headings[0][1].text)[0])
    )


def _is_like(line: str, parts: set[str]) -> bool:
    return any(
        line.startswith(f"{part} ") or line.endswith(f" {part}") or part.startswith(f"{line} ") for part in parts
    )


def _any_organs(name: str) -> bool:
    """Whether "Ombud i …" goes on with an organ by its kind alone ("förbundet") or with several ("externa organ")."""
    if name.casefold() in COUNTRIES | SHORT_PLACES | {"europa", "norden"}:
        return True  # "Våra politiker i Europa"
    if is_generic(name) or name.split()[-1].casefold().rpartition("-")[2] in _SEVERAL_ORGANS:
        return True
    return not name[0].isupper() and not names_organ(name)


@remembered
def _title(text: str, block: int, rule: str) -> Title:
    """ "Ledamöter i X" names X as a title too."""
    meaning = heading(text)
    if (
        (meaning.kind in (HeadingKind.ROLE, HeadingKind.PEOPLE) or _PRESIDIUM.match(text))
        and meaning.name
        and not _any_organs(meaning.name)
        and not _SENT.match(text)
    ):
        return Title(text, meaning.name, meaning.abbreviation, block, rule, meaning.role, lists_people=True)
    name, short = organ_name(text)
    role = meaning.role if meaning.kind is HeadingKind.ROLE else None
    announces = meaning.kind in (HeadingKind.ROLE, HeadingKind.PEOPLE) or is_own_board(text)
    return Title(text, name, short, block, rule, role, announces=announces)


_WHICH = frozenset({"där", "som"})


@remembered
def names_organ(name: str, abbreviation: str | None = None) -> bool:
    """Whether a heading names an organ ("Kommunstyrelsen", "Energy Cities") rather than a subject or a kind of organs.

    It decides only what no evidence in the section does: to which heading a heading without a name belongs.
    """
    parts = name.split()
    if abbreviation:
        return True
    if not parts or parts[0].casefold() in _ASKS or name.endswith(("?", "!", ".")):
        return False
    named = takewhile(lambda word: word not in _WHICH, parts)  # "Nätverk där Region Prov deltar" names none
    if sum(word[:1].isupper() for word in named) >= 2:
        return True
    return names_body(name) or (len(name) > 2 and is_coined(name))


def is_coined(name: str) -> bool:
    """Whether a name is one word that is spelt as no other is: "ERB", "SmåKom"."""
    return _COINED.fullmatch(name) is not None and name.casefold() not in _NO_ORGANS


@remembered
def names_body(name: str) -> bool:
    """Whether a name says by its words that it is a body: "Kommunstyrelsen", "Rådet för hälsa", "Patientnämnd"."""
    parts = name.split()
    ends = {part.casefold() for part in (parts[0], parts[-1])} if parts else ()
    return any(end.endswith(_DEFINITE) for end in ends) or bool(len(parts) == 1 and _COMPOUND.match(parts[0]))


def without_term(name: str) -> str:
    """A name without the years that it is for: "Styrelsen 2023–2024"."""
    return _TERM.sub("", name) if name[-1:] in "0123456789-–/)" else name


@remembered
def ends_as_body(name: str) -> bool:
    """Whether a term or a caption is a body's name by its last word, definite or not ("Provvikens hamnråd")."""
    words_of = name.split()
    return 1 < len(words_of) <= _LONGEST_NAME and name[0].isupper() and bool(_BODY_WORD.search(words_of[-1]))


@remembered
def seats_people(name: str) -> bool:
    """Whether a name is that of a body which people sit in, by its last word: "Valberedning", "Styrelsen 2023"."""
    return _SEATS_PEOPLE.search(without_term(name)) is not None


@remembered
def is_own_board(name: str) -> bool:
    """Whether a heading within an organ is the board that leads it ("Styrelsen"), and no organ of its own."""
    return without_term(name).casefold().removeprefix("the ") in _BOARDS


@remembered
def names_board(text: str) -> bool:
    """Whether a line is only the name of those who stand below it: "Styrelsen", "Presidium", "Styrelsen 2023–2024"."""
    name = text.strip(" :")
    return is_own_board(name) or without_term(name).casefold() in ("presidium", "presidiet", "presidency")


def is_board_of(name: str) -> bool:
    """Whether a heading says only that whoever leads the body spoken of stands below ("Styrelse", not "Styrelsen")."""
    return without_term(name).casefold() in ("styrelse", "direktion", "styrgrupp", "board")


@remembered
def names_several(name: str) -> bool:
    """Whether a heading stands over several organs, each named below it: "Övriga organ", "Delegationer och råd"."""
    kinds = _THEIR_PEOPLE.sub("", name).casefold()
    parts = [part for part in re.split(r",|\s|&|-", kinds) if part and part not in _AND_WHOSE]
    return bool(parts) and all(part in _SEVERAL_ORGANS for part in parts)


def is_generic(name: str) -> bool:
    """Whether a phrase ("i styrelsen") means a body by its kind alone: that of the organ spoken of.

    So does one of several of a kind ("Föreningarnas ledamöter"), who sit in the organ spoken of.
    """
    return means_its_kind(name) or _SEVERAL_OF_A_KIND.fullmatch(name) is not None


def means_its_kind(name: str) -> bool:
    """Whether a word is that of a kind of body alone: "styrelsen", "nätverket"."""
    return name.casefold() in _GENERIC
