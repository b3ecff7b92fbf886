"""Member organisations in running text and in lists."""

from __future__ import annotations

import re
from dataclasses import replace

from records.page import Organisation
from scraper.swedish.member_sentences import KINDS, NOUN, OWNED, Listing, Needs, listing
from scraper.swedish.names import is_name, is_surely_somebody
from scraper.swedish.needs import holds_any
from scraper.swedish.people import entries
from scraper.swedish.remembered import remembered
from scraper.swedish.titles import is_title
from scraper.swedish.vocabulary import COUNTRIES, words

_BESIDES = re.compile(r"^(?:förutom|utöver)\s+(?P<own>\S.*?)\s+(?:även|också|dessutom)\s+(?=\S)", re.IGNORECASE)
_OWN = re.compile(
    rf"(?:\b{NOUN}\b(?:\s+[\w:-]+){{0,8}}?\s*(?::|\s(?:är|utgörs av|består av)\s*:?)|\bär medlemmar\b[\w\s:-]*:|"
    r"^(?:I|Inom)\s+[\w:\s-]{3,60}?\s+(?:ingår|deltar)\s*:?|^följande\s+[\w\s-]+\s+(?:är medlemmar|ingår|deltar|"
    rf"är med)[\w\s:-]*:|^Bakom\s+[\w:\s-]{{3,60}}?\s+står\s*:?|\b{OWNED}(?:\s+följande)?(?:\s+\w+)?\s*:)\s*$",
    re.IGNORECASE,
)
_OWN_ENDS = (":", "är", "av", "ingår", "deltar", "står")  # what the pattern can end in
_MAY_LIST = words(
    "medlem huvudm part deltagande ingående kommuner äga ägs ingår deltar samverka samarbeta består utgörs bildas"
    " bildats members member partners omfattar samlar förenar mellan bakom drivs medverka anslut gemensam tillsammans"
    " förutom utöver"
) | {"är med", "med i"}
_MANY = re.compile(  # "Samtliga regioner": how many, and not who
    r"^(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\w+ton|tjugo\w*|\d+|samtliga|alla|flera|många|några|båda|både|fler|över|omkring|cirka|ca|drygt|ett|en|de|det|den|vi|här|idag|landets|"
    r"sveriges\s+(?:alla|samtliga)|\w+(?:ets|ens)\s+(?:alla|samtliga|\d+|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|"
    r"\w+ton|kommuner|regioner))\b",
    re.IGNORECASE,
)
_KIND = re.compile(rf"^(?:(?:de|följande|alla)\s+)?(?:\w+\s+)?{KINDS}:?\s+(?=[A-ZÅÄÖ])|\s+kommuner$")
_GENITIVE = re.compile(r"(?<=\w[^\W\d])(?<!å)(?<!for)(?<!nä)(?<!um)s(?=,|\s(?:och|samt)\s|\skommuner$)")
_SHARE = re.compile(r"\s*\(\s*(?:\d|ordförande|värd|samordn|koordin|lead|huvudpart)[^()]*\)", re.IGNORECASE)  # "(51 %)"
_HAS_CHAIR = re.compile(r"\b\w+ \w+ \((?:vice )?ordförande\)")  # behind two words: a person's
_ALL_OF = re.compile(r"^\w+s\s[a-zåäö]*(?:regioner|kommuner|städer|länder|organisationer)$")  # "Europas fjällregioner"
_KIND_BEFORE = re.compile(  # "landskapet Prov (FI)"
    r"(?:landskapet|länet|staden|kommunen|regionen|distriktet|vojvodskapet|förbundslandet)\s[A-ZÅÄÖ]"
)
_UNNAMED = words("kommunen regionen landstinget staden")  # "Kommunen är delägare" names nobody
_GOES_ON = re.compile(
    r"\s+(?:som|om|för att|inom|kring|vilka|vars|med (?:syfte|målet))\s|"
    r"\s+i\s+(?:samarbetet|nätverket|föreningen|förbundet|projektet)\b"
)
_BODY = re.compile(
    r"\b(?:Region|Landstinget|Länsstyrelsen|Försäkringskassan|Arbetsförmedlingen|Högskolan)\b|"
    r"(?:kommune?|stad|län|landsting|förbundet|universitet\w*|university|högskolan|region(?:en)?|AB)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"(?:\s*,)?\s+tillsammans\s+med\s+(?=[A-ZÅÄÖ])|\s*[,;]\s+(?:och\s+|samt\s+)?|\s+(?:och|samt|og|&|and)\s+"
)
_WHOLE = re.compile(
    r"\b(Kommuner|kommuner|Landsting|landsting|Kultur|Näringsliv|Forskning)(\s+och\s+)(Landsting|landsting|"
    r"Regioner|regioner|Fritid|\w+sliv)\b"
)
_BEGINS_ANEW = re.compile(
    r"(?<=[\wåäö)])\s+(?=(?:Region|Landstinget|Kommunförbundet|Regionförbundet|Länsstyrelsen)\s+[A-ZÅÄÖ])"
)
_SENTENCE_END = re.compile(  # not behind an initial, "t.ex." or "nr"
    r"[.!?](?<![.\s]\w[.!?])(?<!\.\w\w[.!?])(?<!\b(?:ca|nr|kl|st|dr)[.!?])\s+(?=[A-ZÅÄÖÉÈÜØÆÁ]|\d{2,}\s\w)"
)
_IN_COUNTRY = re.compile(r"^(?P<name>\S.*?)\s+i\s+(?P<in>[A-ZÅÄÖ][a-zåäö]{3,})$")  # "Halden i Norge"
_PAREN = re.compile(r"^(?P<name>.*?)\s*\((?P<in>[^()]*)\)\s*\.?$")


_LONGEST_LINE = 200  # letters
_MOST_WORDS = 6
_TELLS = re.compile(r"\b(?:är|har|finns|ingår|består|leds|möts|kan|ska|sker|visar|läs|se)\b", re.IGNORECASE)


@remembered
def members(text: str) -> tuple[Organisation, ...]:
    """The member organisations that a paragraph names, in order; () where it names none.

    A country in parentheses counts for the names joined by "och" right before it.
    """
    if not holds_any(text.lower(), _MAY_LIST):
        return ()
    read: list[Organisation] = []
    for sentence in _sentences(text):
        found = listing(sentence)
        named = _organisations(_GOES_ON.split(_BESIDES.sub(r"\g<own>, ", found.text))[0]) if found else ()
        if found and named and not _are_people(named, found.text) and _are_members(found, named):
            read += named
    return tuple(dict.fromkeys(read))


@remembered
def announces_members(text: str) -> bool:
    """Whether a line announces that members follow as bullets: "Medlemsorganisationer är:", "I samarbetet ingår:"."""
    sentences = _sentences(text.strip())
    return (
        bool(sentences)
        and sentences[-1].rstrip().lower().endswith(_OWN_ENDS)
        and bool(_OWN.search(sentences[-1]))
        and not re.search(
            r"\b(?:företrädare|ledamöter|representanter|(?i:kommunens|regionens) huvudmän)\b", sentences[-1]
        )
    )


def member_item(text: str) -> tuple[Organisation, ...]:
    """The organisation (or, joined by commas, organisations) that one bullet under such a lead names.

    A country in front counts for all of them: "Danmark: regionerna Midtjylland och Syddanmark".
    """
    label, colon, listed = text.partition(":")
    if colon and _is_country(label.strip()):
        return tuple(replace(each, country=each.country or label.strip()) for each in _organisations(listed))
    return _organisations(text)


def member_line(text: str, *, first: bool) -> tuple[Organisation, ...]:
    """The organisations that a mere line under such a lead names: it tells nothing of them, and ends as no sentence.

    first: right under the lead, where the line itself must show that it names bodies.
    """
    if len(text) > _LONGEST_LINE or text[-1:] in ":!?" or _TELLS.search(text):
        return ()
    named = member_item(text)
    if text[-1:] == "." and len(named) < 2:
        return ()
    bodies = sum(bool(each.country) or _is_body(each) for each in named)
    if first and (2 * bodies <= len(named) or _are_people(named, text)):
        return ()
    return named if all(len(each.name.split()) <= _MOST_WORDS for each in named) else ()


def _sentences(text: str) -> list[str]:
    """Sentences without their full stop; abbreviations with inner stops and initials do not end one."""
    return [each.strip().removesuffix(".") for each in _SENTENCE_END.split(text) if each.strip()]


def _organisations(listed: str) -> tuple[Organisation, ...]:
    listed = _SHARE.sub("", listed.strip())
    if listed.endswith(" kommuner"):
        listed = _GENITIVE.sub("", listed)
    listed = _KIND.sub("", listed)
    listed = _WHOLE.sub(lambda found: found[0].replace(" ", "\x01"), listed.strip().removesuffix("."))
    names, joins, at = [], [], 0
    for found in _SEPARATOR.finditer(listed):
        if _inside(listed, found.start()):
            continue
        names.append(listed[at : found.start()])
        joins.append("och" if found[0].strip(" ").split()[-1:] == ["och"] and "," not in found[0] else ",")
        at = found.end()
    names.append(listed[at:])
    return _with_countries(names, joins)


def _inside(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _with_countries(names: list[str], joins: list[str]) -> tuple[Organisation, ...]:
    read: list[list[str | None]] = []
    for at, written in enumerate(names):
        pieces = [piece for piece in _BEGINS_ANEW.split(written.replace("\x01", " ").strip(" ,:")) if piece]
        country = None
        for number, piece in enumerate(pieces):
            name, own = _country(_KIND.sub("", piece))
            if _is_country(name) and not own and read and not read[-1][1] and not _is_country(read[-1][0] or ""):
                read[-1][1] = name  # "Provfjord fylkeskommune, Norge"
                continue
            country = own
            read.append([name, own, "," if number or not at else joins[at - 1]])
        if country:
            _give_back(read, country)
    if not read or any(not _is_organisation(name or "") for name, _, _ in read[:1]):
        return ()
    return tuple(Organisation(name, country) for name, country, _ in read if name and _is_organisation(name))


def _give_back(read: list[list[str | None]], country: str) -> None:
    """The country of the last counts for the names that "och" joins to it, back to the first comma or other country."""
    for at in range(len(read) - 1, 0, -1):
        if read[at][2] != "och" or read[at - 1][1]:
            return
        read[at - 1][1] = country


def _is_country(name: str) -> bool:
    return len(name) > 3 and name.casefold() in COUNTRIES


def _country(text: str) -> tuple[str, str | None]:
    found = _PAREN.match(text.strip()) or _IN_COUNTRY.match(text.strip(" ."))
    if found is None:
        return text.strip(" ."), None
    inside = found["in"].strip()
    if inside.casefold() in COUNTRIES or inside == "FI" or re.fullmatch(r"[A-Z]{2}", inside):
        return found["name"].strip(), inside
    return text.strip(" ."), None


def _are_members(found: Listing, named: tuple[Organisation, ...]) -> bool:
    """Whether the words of a list are enough; "mellan" and "Alliansen består av" need bodies behind them."""
    if len(named) == 1 and "drivs av" in found.words:
        return False  # by whom it is run
    if found.needs is Needs.NOTHING or _KIND.search(found.text):
        return True
    if found.needs is Needs.BODIES:
        return 2 * sum(bool(each.country) or _is_body(each) for each in named) > len(named)
    foreign = any(each.country and each.country.isupper() for each in named)  # "Provmuseet och Vasa museum (FI)"
    return found.text[0].islower() or _is_body(named[0]) or foreign


def _are_people(named: tuple[Organisation, ...], listed: str) -> bool:
    """Whether what is listed is people: a title among them, or a party, a role or a common given name at the first."""
    first = named[0].name
    return (
        any(is_title(each) for each in _SEPARATOR.split(listed)[1:])
        or bool(entries(first))
        or is_surely_somebody(first)
        or (is_name(first) and _HAS_CHAIR.search(listed) is not None and not _BODY.search(first))
    )


def _is_body(member: Organisation) -> bool:
    """Whether a member's name says that it is an organisation; countries may cooperate too, and are no members."""
    return bool(_BODY.search(member.name))


def _is_organisation(name: str) -> bool:
    named = name[:1].isupper() or _KIND_BEFORE.match(name) is not None
    return (
        named
        and name.casefold() not in _UNNAMED
        and len(name.split()) <= 12
        and not _MANY.match(name)
        and not _ALL_OF.search(name)
    )
