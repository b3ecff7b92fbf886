"""The sentences that list member organisations: where in one the list stands, and what must show that it is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from scraper.swedish.needs import Needing

NOUN = (
    r"(?i:medlems(?:organisationer(?:na)?|städer(?:na)?|kommuner(?:na)?|regioner(?:na)?|länder(?:na)?|parter(?:na)?)|"
    r"medlemmar(?:na)?|huvudmän(?:nen)?|(?:samarbets|samverkans)partner(?:s|na)?|"
    r"samarbetsparter(?:na)?|samverkansparter(?:na)?|parter(?:na)?|partners?|partner(?:na)?|delägare(?:na)?|"
    r"ägare(?:na)?|(?:deltagande|medverkande|samverkande|ingående) \w+)"
)
KINDS = (
    r"(?:(?:medlems)?(?:kommunerna|regionerna|organisationerna)|landstingen|länen|städerna|kommuner|regioner|städer)"
)
_LISTED = rf"(?:(?:(?:de|följande|alla) )?(?:\w+ )?{KINDS}:?\s+)?[A-ZÅÄÖ].*"  # "kommunerna Ett, Två och Tre"
OWNED = r"(?:ägs|drivs|bildas|har\s+bildats)(?:\s+(?:idag|gemensamt|tillsammans|till\s+lika\s+delar))*\s+av"
_TAKES_PART = r"(?:ingår|deltar|medverkar|är\s+(?:med|medlem|medlemmar|anslutna))"


class Needs(StrEnum):
    """What a list must show besides the words in front of it, since other things are said in those words, too."""

    NOTHING = "nothing"
    A_BODY = "a body"  # the first is one by its name, or "regionerna" stands before it
    BODIES = "bodies"  # each is one by its name or has a country, or "regionerna" stands before them


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of members in a sentence, as written, and the words that it stands behind (or before)."""

    text: str
    needs: Needs
    words: str


SIDE = re.compile(r"\b(?:på|från)\s(?:den\s)?\w+\ssida(?:n)?,?\s")  # "… på svensk sida A, och på norsk sida B"


# Tried in this order. LIST: names behind "regionerna" or a capital. NAMES: from a capital. ANY: whatever follows.
# The words that they need stand at _BEHIND.
_SHAPES: tuple[tuple[str, Needs], ...] = (
    # "Medlemsorganisationer är …", "Huvudmännen för förbundet utgörs av …"
    (
        rf"\b{NOUN}\b(?:\s+(?!är\b|utgörs\b|består\b)[\w:-]+){{0,6}}?\s+"
        r"(?:är(?:\s+(?:idag|nu|för närvarande|bland annat|bland andra|följande))?|utgörs av|består av)\s*:?\s*ANY",
        Needs.NOTHING,
    ),
    # "Medlemmar i nätverket: …"
    (rf"\b{NOUN}\b(?:\s+[\w:-]+){{0,6}}?\s*:\s*ANY", Needs.NOTHING),
    # "Rådet har följande medlemmar: …"
    (r"\b(?:är|har)\s+(?:följande\s+)?medlemmar\w*(?:\s+i\s+[\w: -]+?)?\s*:\s*ANY", Needs.NOTHING),
    # "I samarbetet ingår …"
    (
        r"^(?:I|Inom)\s+[\w:\s-]{3,60}?\s+(?:ingår|deltar|medverkar|samverkar|samarbetar)"
        r"(?:,\s+förutom\s+[^,]+,)?\s*:?\s+LIST",
        Needs.NOTHING,
    ),
    # "I samarbetet ingår förutom kommunen även …"
    (
        r"^(?:I|Inom)\s+[\w:\s-]{3,60}?\s+(?:ingår|deltar|medverkar)\s+(?P<list>(?:förutom|utöver)\s+[A-ZÅÄÖ][^,.]*?\s+"
        r"(?:även|också|dessutom)\s+[A-ZÅÄÖ].*)$",
        Needs.NOTHING,
    ),
    # "Förbundet, som bildades 1998, består av …", "ERB samlar tio regioner: …"
    (
        r"\b(?:(?i:samarbetet|samverkan|nätverket|förbundet|organisationen|föreningen|euroregionen|bolaget|alliansen|"
        r"unionen|partnerskapet|konsortiet|plattformen)|[A-ZÅÄÖ]{2,8})(?:,\s+som\s+[^,:.]{3,60},)?\s+"
        rf"(?:består(?:\s+(?:i\s?dag|nu|för\s+närvarande))?\s+av|utgörs av|{OWNED}|omfattar|samlar|förenar)"
        r"(?:[a-zåäö\d ]{0,40}:)?\s+(?:medlemmarna\s+)?LIST",
        Needs.NOTHING,
    ),
    # "Provhuset ägs gemensamt av …"
    (
        rf"\b(?:\w{{2,}}(?:en|et|AB)(?:\s+i\s+[A-ZÅÄÖ]\w+)?|och|som)\s+(?:består av|utgörs av|{OWNED})\s+LIST",
        Needs.A_BODY,
    ),
    # "ett samarbete om kultur mellan …"
    (
        r"(?:samarbete|samverkan|nätverk)(?:\s+(?:om|för|kring|inom)(?:\s+[\w-]+){1,4}?)?\s+mellan\s+LIST",
        Needs.BODIES,
    ),
    # "är ett förbund för tre kommuner: …"
    (
        r"\bär\s+e(?:n|tt?)\s+[\w\s-]{3,40}?\s+(?:för|av|mellan)\s+(?:\w+\s+)?"
        r"(?:kommuner|regioner|städer|län):\s+LIST",
        Needs.NOTHING,
    ),
    # "har tre medlemmar, …"
    (r"\bhar\s+(?:[a-zåäö]+\s+){0,3}medlemmar,\s+NAMES", Needs.A_BODY),
    # "Bakom satsningen står …"
    (r"^Bakom\s+[\w:\s-]{3,60}?\s+står\s*:?\s+LIST", Needs.NOTHING),
    # "De regioner som ingår är …", "Följande kommuner deltar: …"
    (
        rf"^(?:De|Dessa|Följande)\s+[\w\s-]{{3,60}}?\b{_TAKES_PART}\b[^:.]{{0,60}}?"
        r"(?::|\bär(?:\s+bland\s+an(?:dra|nat))?)\s+LIST",
        Needs.NOTHING,
    ),
    # "Regionen deltar tillsammans med …"
    (rf"\b{_TAKES_PART}\b[\w:\s-]{{0,60}}?\stillsammans\s+med\s+LIST", Needs.NOTHING),
    (r"\b[Hh]uvudman\b(?:\s+(?:för|i)\s+\w+)?\s+är\s+NAMES", Needs.NOTHING),
    (r"^(?:Ä|Samä)gs(?:\s+gemensamt)?\s+av\s+LIST", Needs.NOTHING),
    (r"^(?:Deltar|Medverkar|Ingår)\s+gör\s+LIST", Needs.NOTHING),
    (r"^Med\s+i\s+\w+\s+är\s+LIST", Needs.NOTHING),
    # "Euroregion Baltic omfattar …"
    (
        r"^[A-ZÅÄÖ][\w:-]*(?:\s[A-ZÅÄÖ][\w-]*){0,3}\s+(?:består av|utgörs av|ägs av|omfattar|samlar)\s+LIST",
        Needs.A_BODY,
    ),
    # "en gemensam nämnd för Ett, Två och Tre kommuner"
    (r"\bgemensam\w*(?:\s[a-zåäö]+)?\s+för\s+(?P<list>[A-ZÅÄÖ].*\skommuner|Region\s.*)$", Needs.NOTHING),
    (
        rf"^(?:Dessutom|Även|Därutöver|Vidare)\s+(?:ingår|deltar|medverkar)\s+(?P<list>{_LISTED[:-2]}.*?)(?:\s+i\s+\w+)?$",
        Needs.NOTHING,
    ),
    (
        r"\b(?i:members|member\s(?:organi[sz]ation|region|citie|municipalitie)s|partners)(?:\s+are:?|:)\s+NAMES",
        Needs.NOTHING,
    ),
    (r"^Medlem\s+i\s+[\w: -]{2,60}?\s+är\s+NAMES", Needs.NOTHING),
    (rf"^Till(?:\s+\w+)?\s+{NOUN}\s+hör\s+LIST", Needs.NOTHING),
    (rf"^Bland\s+(?:de\s+)?(?:övriga\s+|andra\s+)?{NOUN}\s+finns\s+LIST", Needs.NOTHING),
)
_WHATEVER = {"LIST": rf"(?P<list>{_LISTED})$", "NAMES": r"(?P<list>[A-ZÅÄÖ].*)$", "ANY": r"(?P<list>\S.*)$"}


def _numbered(at: int, shape: str) -> str:
    """The shape with its list in a group of its own."""
    for word, pattern in _WHATEVER.items():
        shape = shape.removesuffix(word) + pattern if shape.endswith(word) else shape
    return shape.replace("(?P<list>", f"(?P<list{at}>")


_BEHIND = Needing(
    "|".join(_numbered(at, shape) for at, (shape, _) in enumerate(_SHAPES)),
    needs="medlem|member|huvudm|parter|partner|ägare|delta|medverka|samverka|samarbetar|ingå|består|utgörs|ägs|drivs|bilda|"
    "omfattar|samlar|förenar|mellan|kommuner:|regioner:|städer:|län:|står|är med|anslutna|gemensam|med i",
)
_TOGETHER = re.compile(  # "Tillsammans med … driver kommunen", "Förutom … är … medlemmar"
    rf"^Tillsammans\s+med\s+(?P<list>{_LISTED[:-2]}.*?)\s+(?:äger|driver|bildar|utgör|ingår|är|deltar)\b"
    r"|^Av\s+[\w\s-]{3,60}?\s+är\s+(?P<some>[A-ZÅÄÖ].*?)\s+(?:medlemmar|delägare)\b[\w\s]*$"
    rf"|^{NOUN}\s+är,?\s+(?:förutom|utöver)\s+(?P<ours>[A-ZÅÄÖ][^:,]*):\s+(?P<rest>[A-ZÅÄÖ].*)$"
    r"|^(?:Förutom|Utöver)\s+(?P<own>[A-ZÅÄÖ].*?)\s+(?:är|ingår|deltar)\s+(?:även\s+|också\s+)?"
    rf"(?P<others>[A-ZÅÄÖ].*?)(?:\s+(?:(?:också|även)\s+)?(?:{NOUN}|med|i\s+\w+)\b[\w\s]*)?$"
)
_LAST = re.compile(
    rf"^(?:Även\s+)?(?P<list>[A-ZÅÄÖ].*?)\s+är\s(?:också\s|även\s)?(?:medlemmar|{NOUN})(?:\s+(?:i|för)\s+[\w: -]+)?$"
    r"|^(?P<list2>[A-ZÅÄÖ].*?)\s+(?:ingår|deltar)\s+i\s+(?:samarbetet|nätverket|organisationen|[A-ZÅÄÖ]{2,8})$"
)


def listing(sentence: str) -> Listing | None:
    """The list of members that a sentence holds: behind words that announce it, between them, or before them."""
    if "sida" in sentence:
        sentence = SIDE.sub("", sentence)
    if found := _TOGETHER.search(sentence):
        return Listing(", ".join(filter(None, found.groups())), Needs.NOTHING, found[0])
    if found := _BEHIND.search(sentence):
        number = int((found.lastgroup or "").removeprefix("list"))
        return Listing(found[f"list{number}"], _SHAPES[number][1], found[0])
    if found := _LAST.search(sentence):
        return Listing(", ".join(filter(None, found.groups())), Needs.NOTHING, found[0])
    return None
