"""What a heading says: an organ, a role, people, a party, years, contacts, members, a topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from scraper.swedish.needs import Needing
from scraper.swedish.parties import is_letters, is_party_name
from scraper.swedish.remembered import remembered
from scraper.swedish.roles import read_roles
from scraper.swedish.vocabulary import BODIES


class HeadingKind(StrEnum):
    """What a heading is. Only ORGAN may name a collaboration; TOPIC, MEMBERS and the rest belong to the one before."""

    ORGAN = "organ"  # may name a collaboration: name, abbreviation
    ROLE = "role"  # "Ledamöter": role; with organ where it names one ("Ledamöter i X")
    PEOPLE = "people"  # "Presidium", "Företrädare", "Styrelse": people, no role; organ where it names one
    PARTY = "party"  # "Moderaterna": party
    YEARS = "years"  # "Mandatperiod 2022-2026"
    CONTACT = "contact"
    MEMBERS = "members"  # "Medlemmar", "Medlemsorganisationer"
    TOPIC = "topic"  # "Bakgrund", "Dokument", "Läs mer": a part of what stands above


@dataclass(frozen=True, slots=True)
class HeadingText:
    """A heading read. name: the organ's, without the abbreviation in parentheses. role is in the singular.

    civil: the people under it are civil servants.
    """

    kind: HeadingKind
    name: str | None = None
    abbreviation: str | None = None
    role: str | None = None
    party: str | None = None
    civil: bool = False


_LONGEST = 300  # letters; a longer heading is a paragraph set as one
_ABBREVIATION = re.compile(r"^(?P<name>.*\S)\s*[(\[](?P<short>[^()\[\]]{1,20})[)\]]\s*$")
_DASH = re.compile(r"\s+[–—-]\s+")
_SEATS = re.compile(r"[\s,(–-]*\d+\s*(?:mandat|platser|ledamöter|st)?\)?$")
_CONTACT = re.compile(
    r"^(?:kontakt(?!politiker|m[aä]n|ombud)\w*|(?:\w+\s)?kontakt(?:er|person(?:er)?)?$|fler kontakter|"
    r"våra? kontakt\w*|har du frågor|frågor\?*(?! och svar)|vill du veta mer|"
    r"mer information lämnas av|"
    r"vem (?:kan|ska) (?:jag|man) (?:kontakta|vända)|"
    r"för mer information|contact\w*|ansvarig(?:a)? tjänste\w*|handläggare|"
    r"kontakta oss|kontakta|hör av (?:dig|er)|(?:här|så(?: här)?) når (?:du|ni)|nå oss|kom i kontakt|"
    r"(?:ring|mejla|skriv till) oss|get in touch)\b"
    r"(?!.*(?:nämnd|styrelse|utskott)\w*$)",
    re.IGNORECASE,
)
_ASKS = re.compile(r"kontakta\b", re.IGNORECASE)
_YEARS = re.compile(
    r"^(?:(?:mandat|val)period\w*|mandattid\w*|perioden|år|för(?: åren)?)?"
    r"\s*:?\s*(?:19|20)\d\d(?:\s*[-–—/]\s*(?:(?:19|20)?\d\d)?)?$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"^(?:(?:våra|region\w*|kommunens|politiska|förtroendevalda|valda|utsedda|beslutande|ansvariga|"
    r"lokala|\w+s)\s+){0,4}"
    r"(?:från\s.+|för\s\w*(?:kommun|region|förening|förbund|organisation|partern|byarn)\w*|(?:valda|utsedda)\s+av\s.+|"
    r"nomineringsgrupper(?:na)?|partigrupper(?:na)?|partier(?:na)?|"
    r"(?:the )?presidency|"
    r"presidi(?:um|et)|majoritet(?:en)?|opposition(?:en)?|ordförandeskap(?:et)?|företrädare|företrädarna|"
    r"representanter(?:na)?|representation|"
    r"förtroendevalda(?: politiker)?|(?:(?!kontakt)\w+)?politiker(?:na)?|deltagare|"
    r"tjänste(?:person|manna)(?:representanter|företrädare|representation)(?:na)?|tjänste(?:person(?:er(?:na)?)?|m[aä]n(?:nen)?)|"
    r"(?:personal(?:en)?|medarbetare)(?:\s+(?:i|på|vid|hos)\s.+)?|"
    r"\w+\svalkretsen|valkrets\s[\w\s]{1,30}|"
    r"(?:offentlig|ideell|privat)(?:a)?(?:\s+sektorn?)?|"  # of a local action group: whom its people stand for
    r"ledamöter och ersättare|ledamöter & ersättare|personer|bemanning|sammansättning|"
    r"tjänste(?:manna|persons?)(?:grupp|ledning|stöd)|"
    r"politisk (?:representation|ledning|styrgrupp)|ledning(?:en)?|vilka sitter i \w+)(?:\s+från\s.+)?$",
    re.IGNORECASE,
)
_WHO_SITS = Needing(
    r"^(?:vilka|vem|här|dessa)\b(?!\s(?:väljer|utser|bestämmer|beslutar|kan)\b).*"
    r"\b(?:ledamöter(?:na)?|sitter|ingår|representerar|företräder|representanter|politiker)\b"
    rf"|^\w*(?:{'|'.join(sorted(BODIES))})\s+(?:består|utgörs)\s+av(?:\s+följande\b.*)?$",
    needs="vilka|vem|här|dessa|består|utgörs",
    flags=re.IGNORECASE,
)
_SHOWS = re.compile(r"^(?:visa(?:/dölj)?|fäll ut)\s+(?=\w)", re.IGNORECASE)  # what opens a panel says so
_EARLIER_WORDS = re.compile(r"^(?:nuvarande|våra|aktuella|samtliga|alla|dagens|nya)\s+(?=\w)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]*\)$")
CHOSEN_BY = re.compile(  # "Ledamöter utsedda av regeringen": who chose them is no organ that they sit in
    r"\s+(?:som\s+)?(?:(?:är|har)\s+)?(?:utsedda|utsetts|utses|valda|valts|väljs|nominerade|förordnade)\s+(?:av|från|på)\s.*$",
    re.IGNORECASE,
)
_PEOPLE_IN = re.compile(
    r"^(?:\w+(?:s)?\s+){0,3}?(?P<who>presidi(?:um|et)|företrädare|representanter|förtroendevalda|politiker|deltagare|"
    r"ledamöter och ersättare|tjänste(?:person(?:er(?:na)?)?|m[aä]n(?:nen)?)|"
    r"representation|politisk representation)\s+(?:för\s+(?:regionen|kommunen|landstinget)\s+)?"
    r"(?:i|inom|hos|för|till)\s+(?P<organ>.+?)(?:\s+är)?$",
    re.IGNORECASE,
)
_PRESIDIUM_OF = re.compile(  # "Regionfullmäktiges presidium"; whose "förbundets" is, what stands around it says
    rf"^(?P<organ>[A-ZÅÄÖ]\w{{3,}}(?:{'|'.join(BODIES)}))s\s+presidium$"
)
_MEMBERS = re.compile(
    r"^(?:(?:våra|nuvarande|övriga|alla|\w+s)\s+){0,2}(?:medlemmar(?:na)?|medlems(?:organisationer|kommuner|"
    r"regioner|länder)(?:na)?|huvudmän(?:nen)?|parter(?:na)?|"
    r"partner(?:s|na)?|ägare|ägarna|deltagande (?:organisationer|regioner|kommuner)|"
    r"members|member (?:organisations|regions|cities|municipalities|countries))"
    r"(?:\s+i\s+(?P<organ>(?!.*(?:styrelse|nämnd|utskott|grupp|beredning|fullmäktige|presidi|ledning)\w*$)\S.*))?$",
    re.IGNORECASE,
)
_TOPICS = re.compile(
    r"^(?:bakgrund|syfte(?:t)?|mål(?:et|en)?|vision|uppdrag(?:et)?|historia|historik|organisation|"
    r"verksamhet(?:en)?|om\b.*|dokument|handlingar|länkar|"
    r"läs mer.*|läs också|se även|(?:mera?|ytterligare|närmare) info(?:rmation)?|tilläggsuppgifter|"
    r"(?:vanliga )?frågor.*|mer om.*|relatera\w*.*|relevanta.*|"
    r"(?:nyheter|aktuellt|nytt)(?: (?:från|om|i|inom|hos) .*)?|"
    r"mandatfördelning\w*|fakta.*|statistik|kallelser.*|"
    r"sammanträd\w*(?: \d{4})?|möten|mötes\w*(?: \d{4})?|bokslut|protokoll.*|"
    r"så (?:här )?\w+[rs]\b.*|vad (?:är|gör).*|hur .*|varför .*|genvägar|snabblänkar|"
    r"externa länkar|webb?plats(?:en)?|webb?sida|hemsida(?:n)?|hjälpte.*|hitta.*|filer|"
    r"styrdokument|strategi(?:er)?|arbetssätt|prioriterade? \w+|fokusområden|pågående projekt|projekt|kalender|"
    r"evenemang|dela|följ oss|(?:the )?secretariat|"
    r"utskott och beredningar|adress(?:er)?|besöksadress|postadress|telefon\w*|e-post|öppettider|publicerad.*|"
    r"senast.*|sidan.*|"
    r"beslut|ekonomi|budget|finansiering|medlemskap(?:et)?|samarbete(?:t)?|sekretariat(?:et)?|kansli(?:et)?|"
    r"tillgänglighet(?:sredogörelse\w*)?|cookies.*|kakor.*|meny|innehåll.*|"
    r"på (?:den här |denna )?sidan?|sidans innehåll|(?:hoppa|gå)(?: direkt)? till.*|snabbval|"
    r"\w+s (?:webb?plats|webb?sida|hemsida)|"
    r"\w+s (?:(?:viktigaste|huvudsakliga|olika) )?(?:uppdrag|uppgift(?:er)?|ansvar(?:sområden)?|arbete|roll|mål|syfte|"
    r"historia|möten|sammanträden))$",
    re.IGNORECASE,
)


_CIVIL = re.compile(
    r"\btjänste(?:m[aä]n|person)\w*|\b(?:från|inom|på) (?:\w+s )?(?:förvaltning(?:en|arna)|kansliet)\b", re.IGNORECASE
)
_ELECTED = re.compile(r"\b(?:politi\w+|förtroende\w+|(?<!tjänstemanna)ledamöter|ersättare)\b", re.IGNORECASE)


@remembered
def names_civil_servants(text: str) -> bool:
    """Whether a heading, a lead or a label announces civil servants, and no politicians beside them."""
    return _CIVIL.search(text) is not None and _ELECTED.search(text) is None


@remembered
def heading(text: str) -> HeadingText:
    """What a heading says. What is nothing else is an ORGAN: whether it is a collaboration, its section decides."""
    text = _SHOWS.sub("", text.strip().strip(":").strip())
    if " / " in text:
        text = _in_one_language(text)
    if len(text) > _LONGEST:
        return HeadingText(HeadingKind.ORGAN, text)
    if _CONTACT.match(text) or _ASKS.match(text):
        return HeadingText(HeadingKind.CONTACT)
    if _YEARS.match(text):
        return HeadingText(HeadingKind.YEARS)
    if text.endswith("?") and not _WHO_SITS.match(text):
        return HeadingText(HeadingKind.TOPIC)
    return _people_heading(text) or _plain(text)


_DIGIT = re.compile(r"\d")
_PERIOD_OR_COUNT = re.compile(  # "Ledamöter för mandatperioden 2019–2022", "Ersättare (5 st)"
    r"[\s(,–-]*(?:(?:under|för|i)\s+)?(?:(?:mandat|val)?period(?:en)?\s+)?(?:åren\s+)?"
    r"\b(?:19|20)\d\d\s*[-–—]\s*(?:(?:19|20)?\d\d)?\)?$|\s*(?:\(\d+\)|\(\d+ st\)|\d+ st|(?<=[a-zåäö])\s\d{1,3})$",
    re.IGNORECASE,
)


def _people_heading(text: str) -> HeadingText | None:
    bare = (_PERIOD_OR_COUNT.sub("", text) if _DIGIT.search(text) else text).strip()
    found = _PEOPLE_IN.match(bare)
    if found:
        name, short = organ_name(found["organ"])
        return HeadingText(HeadingKind.PEOPLE, name, short)
    if found := _MEMBERS.match(bare):
        body: tuple[str | None, str | None] = organ_name(found["organ"]) if found["organ"] else (None, None)
        sits = "member" if bare.casefold().endswith("members") else None  # of an English page they often sit there
        return HeadingText(HeadingKind.MEMBERS, *body, sits)
    if owned := _PRESIDIUM_OF.match(bare):
        return HeadingText(HeadingKind.PEOPLE, owned["organ"])
    if _PEOPLE.match(_ASIDE.sub("", bare)) or _WHO_SITS.match(bare):  # "Opposition (M, KD)"
        return HeadingText(HeadingKind.PEOPLE)
    bare = CHOSEN_BY.sub("", _EARLIER_WORDS.sub("", bare))
    role = read_roles(bare) or read_roles(_ASIDE.sub("", bare))
    if role is None and (of_organ := _behind_organ(bare)):
        return of_organ
    if role is None or (role.body and role.singular.endswith("råd") and not role.several):
        return _party_heading(bare)  # "Barents regionråd" is a council, and no role in Barents
    organ = organ_of(role.body)
    party = organ if organ and is_party_name(organ) else None
    named: tuple[str | None, str | None] = organ_name(organ) if organ and not party else (None, None)
    kind = HeadingKind.ROLE if role.given else HeadingKind.PEOPLE
    return HeadingText(kind, *named, role.given, party)


_BEHIND = re.compile(r"\s+[–—-]\s+|:\s+|,\s+")
_TWICE = re.compile(r"ledamöter / members|(?:ersättare|suppleanter) / (?:substitutes|deputies|alternates)", re.I)


def _in_one_language(text: str) -> str:
    """What a heading of two languages says in the one that is known: "Ledamöter / Jäsenet"; any other as it stands."""
    one, _, other = text.partition(" / ")
    return one if read_roles(one) and (not read_roles(other) or _TWICE.fullmatch(text)) else text


def _behind_organ(text: str) -> HeadingText | None:
    """ "Hamnrådet – ledamöter", "Hamnrådet, ersättare": whose people, and what they are."""
    *organ, last = _BEHIND.split(text)
    role = read_roles(last) if len(organ) == 1 and len(organ[0]) > 2 else None
    if role is None or role.body or read_roles(organ[0]) or is_party_name(organ[0]):
        return None
    if not (role.several or role.text == "ersättare"):
        return None
    return HeadingText(HeadingKind.ROLE if role.given else HeadingKind.PEOPLE, *organ_name(organ[0]), role.given)


def _party_heading(text: str) -> HeadingText | None:
    text = _SEATS.sub("", text)
    found = _ABBREVIATION.match(text)
    name = found["name"] if found else text
    if len(said := _DASH.split(name)) > 1 and any(is_letters(each) for each in said):
        name = next(each for each in said if is_party_name(each) or is_letters(each))  # "POSK – Partipolitiskt …"
    short = found["short"] if found else ""  # "Partipolitiskt obundna i Svenska kyrkan (POSK)"
    known = is_party_name(name) or is_letters(name) or (len(short) > len("SFP") and is_letters(short))
    return HeadingText(HeadingKind.PARTY, party=name) if known else None


_JOINS_TOPICS = re.compile(r",\s+(?:och\s+)?|\s+(?:och|&)\s+")


def _plain(text: str) -> HeadingText:
    if _TOPICS.match(text) or all(map(_TOPICS.match, _JOINS_TOPICS.split(text))):
        return HeadingText(HeadingKind.TOPIC)
    name, short = organ_name(text)
    return HeadingText(HeadingKind.ORGAN, name, short)


_LAST_WITHIN = re.compile(  # "Barentsrådet (Barents Regional Council, BRC)"
    r"^(?P<name>\S[^()]*\([^()]{3,}?)\s*[,;/–—-]\s*(?P<short>[A-ZÅÄÖ]{2,8})\)$"
)
_SHORT_FIRST = re.compile(  # "AER – Assembly of European Regions"
    r"^(?P<short>[A-ZÅÄÖ]{2,8})(?:\s+[–—/-]|[,:])\s+(?P<name>[A-ZÅÄÖ][^()]{5,})$"
)
_MARKED = re.compile(r"^(?P<name>.{6,}?\S)(?P<mark>\s+[–—/-]|,)\s+(?P<short>[A-ZÅÄÖ]{2,8})$")
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+(?=[A-ZÅÄÖ])")  # "2. Landsbygdsrådet": its place on the page, not its name


def organ_name(text: str) -> tuple[str, str | None]:
    """ "Euroregion Baltic (ERB)" → ("Euroregion Baltic", "ERB"); other parentheses stay in the name."""
    text = _NUMBER.sub("", " ".join(text.split()).strip(":").strip())
    found = _ABBREVIATION.match(text)
    if found and (_is_short(found["short"]) or _shortens(found["short"], found["name"])):
        return found["name"], found["short"].strip()
    if within := _LAST_WITHIN.match(text):
        return f"{within['name']})", within["short"]
    marked = _MARKED.match(text) if text[-1:].isupper() else None
    if marked and (marked["mark"][-1] not in ",/" or _shortens(marked["short"], marked["name"])):
        return marked["name"], marked["short"]
    if (first := _SHORT_FIRST.match(text)) and _shortens(first["short"], first["name"]):
        return first["name"], first["short"]
    return text, None


def _is_short(text: str) -> bool:
    return len(text.split()) <= 2 and sum(letter.isupper() for letter in text) >= 2 and not re.search(r"\d{3}", text)


def _shortens(short: str, name: str) -> bool:
    """Whether one word's letters stand in the name in their order, from its first ("Grönkom", "Gröna kommuner")."""
    letters = iter(name.casefold())
    return (
        short[:1].isupper() and short.isalpha() and short[0] == name[:1] and all(x in letters for x in short.casefold())
    )


def organ_of(body: str | None) -> str | None:
    """A role's body as the organ it names: "i ERB:s styrelse" → "ERB:s styrelse", "nämndens" → "nämnden"."""
    if not body or body[0].isdigit() or _OWN.match(body):
        return None
    found = re.match(r"^(?:i|för|av|på|inom|till|hos|vid|(?:of|in|on|at|to)(?:\s+the)?)\s+(?P<organ>.+)$", body)
    if found:
        return re.sub(r"\s+(?:är|följande)\b.*$", "", found["organ"]).strip(" :.")
    return re.sub(r"(?::s|(?<=n)s|s)$", "", body) if body.endswith("s") else body


_OWN = re.compile(
    r"^(?:(?:från|from)\b|for\b|(?:utsedda?|valda?)\b|under\b|sedan\b|(?:för|i|till|inom)\s+(?:(?:mandat|val)?perioden|tiden|åren)\b|"
    r"för (?:dessa|dem)$|(?:(?!euro)\w*regionens?|kommunens?|landstingets?|stadens?|våra?|region\s+\w+s?|"
    r"[\w-]+\s+kommuns?|"
    r"[\w-]+\s+stads)$)",
    re.IGNORECASE,
)
