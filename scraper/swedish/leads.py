"""Which sentences and lines announce people, and what they say of them: "Region Kronobergs företrädare i ERB är:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scraper.swedish.headings import CHOSEN_BY, organ_of
from scraper.swedish.needs import Needing
from scraper.swedish.people import entries
from scraper.swedish.remembered import remembered
from scraper.swedish.role_forms import qualifier
from scraper.swedish.role_words import PEOPLE_WORDS, PLURALS
from scraper.swedish.roles import heading_role, read_role, read_roles


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence that announces people. organ: as written ("ERB", "SBHSS:s styrgrupp", "styrelsen"), or None.

    rest: the people that follow the colon in the same line, "" where they follow in the next block.
    """

    organ: str | None = None
    role: str | None = None
    rest: str = ""
    rule: str = "lead sentence"


_WHO = (
    r"(?P<who>styrelsemedlemmar(?:na)?|företrädare|företrädarna|representanter(?:na)?|representant|"
    r"(?:styrelse|direktions|nämnd)?ledamöter(?:na)?|ledamot|ersättare|"
    r"ersättarna|förtroendevalda|"
    r"delegater(?:na)?|ombud(?:en)?|politiker(?:na)?|personer(?:na)?|suppleanter(?:na)?|revisorer(?:na)?|huvudmän|nämndemän(?:nen)?|"
    r"deltagare|observatörer(?:na)?|ordförande|members|representatives|delegates|substitutes|deputies)"
)
_ANNOUNCES = Needing(
    rf"(?P<before>^.*?)\b{_WHO}\b(?P<between>(?:[^:]|:(?=\S))*?)(?::(?:\s+|$)|\s+(?:är|utgörs av|består av|"
    rf"har utsetts|är utsedda|har valts|är valda)\s*:?\s*)(?P<rest>.*)$",
    needs="styrelsemed|företrädar|representa|ledam|ersättar|förtroendev|delegat|ombud|politiker|person|suppleant|revisor|"
    "huvudm|nämndem|deltagar|observatör|ordförand|members|substitut|deputies",
    flags=re.IGNORECASE,
)
_ROLE_NAMED = re.compile(r"\b(?:ledamöter|ersättare|ombud|suppleanter|delegater|rapportörer)\b", re.IGNORECASE)
_AND_OTHERS = re.compile(  # "Två ledamöter och en ersättare utses av kommunen:"
    rf"\s*(?:,|och|samt)\s+(?:\w+\s+)?{_WHO.replace('?P<who>', '?:')}\b", re.IGNORECASE
)
_REPRESENTED = Needing(
    r"(?:^|[.!?]\s+)(?P<between>(?:[^.:!?]|:(?=\S))*\b(?:representeras|företräds|representerar|företräder|"
    r"deltar|sitter|ingår|hör|medverkar|utsågs|utsetts|utsedda|valts|valda|bemannas)\b(?:[^:]|:(?=\S))*?)"
    r"(?::(?:\s+|$)|\s+av\s*$|\s+är\s*$)(?P<rest>.*)$",
    needs="representera|företräd|deltar|sitter|ingår|hör|medverkar|utsågs|utsett|utsedd|valts|valda|bemannas",
    flags=re.IGNORECASE,
)
_IN_ORGAN = re.compile(
    r"\b(?i:i|inom|för|till|hos)\s+(?P<organ>(?!form\b)[^,:.]+?)(?=\s+(?:är|av|från|hör|representeras|företräds|"
    r"sitter|ingår|deltar|har|under|för|med)\b|\s*$|[,:])"
)
_NO_LEAD = Needing(
    r"\b(?:medlemsorganisation\w*|medlemmar(?:na)? (?:är|i)|(?<!kommunens )(?<!regionens )huvudmän\w*|"
    r"kontakt\w*|följande (?:områden|frågor|"
    r"mål)|prioriter\w*|uppgift\w*)\b",
    needs="medlem|huvudm|kontakt|följande|prioriter|uppgift",
    flags=re.IGNORECASE,
)


@remembered
def lead(text: str) -> Lead | None:
    """The announcement that a line is ("Region Kronobergs politiska företrädare i ERB är:"), or None.

    It ends in a colon, in "är" or in "av", or has people behind its colon; a short line of people words alone
    ("Politiska företrädare") is one too. Members, contacts and themes are announced by others.
    """
    text = text.strip()
    if len(text) > 400 or _NO_LEAD.search(_colon(text)[0]):
        return None
    if "följande" in text and _FOLLOWING.search(text):
        text = f"{text}:"  # "Rådet består av följande ledamöter"
    found = _role_colon(text) or _announcement(text) or _represented(text) or _short_lead(text)
    return found if found and (not found.rest or entries(found.rest, announced=True)) else None


_FOLLOWING = re.compile(
    rf"\bföljande\s+(?:\w+\s+)?{_WHO.replace('?P<who>', '?:')}(?:\s[^.:;,]{{0,40}})?$", re.IGNORECASE
)
_ROLE_TAIL = re.compile(r"\s+är(?:\s+följande)?$|\s*\(?\d+\s*(?:st|platser|personer)?\.?\)?$")  # "Ledamöter (3 st):"


def _role_colon(text: str) -> Lead | None:
    """ "Ledamöter:" and "Ledamöter i ERB:", with or without people behind."""
    before, colon, rest = _colon(text)
    role = read_roles(_ROLE_TAIL.sub("", before)) if colon else None
    if role is None:
        return None
    if not role.several and rest.strip():
        return None
    mixed = bool(re.search(r",|/|&| och | samt ", role.text))
    rule = "lead sentence" if role.body or before.endswith(("är", "följande")) else "lead: role"
    return Lead(organ_of(role.body), None if mixed else heading_role(role.singular), rest.strip(), rule)


def _colon(text: str) -> tuple[str, str, str]:
    """The text before and behind its first colon that is one ("1:e" and "ERB:s" have none)."""
    found = _COLON.search(text)
    return (text[: found.start()], ":", text[found.end() :].strip()) if found else (text, "", "")


_OPEN_ENDS = (":", "är", "av", "har valts", "har utsetts")
_COLON = re.compile(r":(?=\s|$)")
_SENTENCE_END = re.compile(r"[a-zåäö)]{2}[.!?]\s+[A-ZÅÄÖ]")


def _announcement(text: str) -> Lead | None:
    found = _ANNOUNCES.match(text)
    if (
        found is None
        or ";" in found["before"]
        or len(found["before"].split()) > 14
        or len(found["between"].split()) > 16
    ):
        return None
    if found["between"].count("(") > found["between"].count(")"):
        return None  # "Testa Testsson (M) är ledamot (ersättare: Bo Provsson (M))"
    if ": " in found["before"]:
        return None  # "Naturvård: Testa Testsson, ersättare: Bo Provsson" is a label and people
    if not found["rest"] and not text.rstrip().endswith(_OPEN_ENDS):
        return None
    rest, between = found["rest"].strip(), found["between"]
    if rest.endswith(":"):  # "… är valda till ERB:" goes on to its own colon
        rest, between = "", f"{between} {rest[:-1]}"
    if _SENTENCE_END.search(between):
        return None  # who is announced stands in a sentence before
    if "?" in found["before"] + between or (rest.endswith(".") and ":" not in text[: found.start("rest")]):
        return None  # a question, or a sentence of running text
    role = read_role(_qualified(found["before"], found["who"]))
    given = _lead_role(role.singular if role else None)
    if given and _AND_OTHERS.match(between):
        return Lead(_organ(between) or _organ(found["before"]), None, rest)
    named = _ROLE_NAMED.findall(between) if given is None else []
    if len(named) == 1:  # "… är följande personer ledamöter", and not "… ledamöter och ersättare"
        given = PLURALS.get(named[0].casefold(), named[0].casefold())
    return Lead(_organ(between) or _organ(found["before"]), given, rest)


def _qualified(before: str, who: str) -> str:
    """ "… ordinarie" and "ledamöter" → "ordinarie ledamöter"; other words before it say nothing of the role."""
    last = before.split()[-1:] or [""]
    return f"{last[0]} {who}" if qualifier(last[0]) or last[0].casefold() == "vice" else who


def _lead_role(singular: str | None) -> str | None:
    if singular is None or singular.split()[-1] in PEOPLE_WORDS:
        return None
    return heading_role(singular)


def _represented(text: str) -> Lead | None:
    """ "Från Region Kronoberg deltar:", "I styrgruppen sitter:", "Kommunen representeras i X av"."""
    found = _REPRESENTED.search(text) if ":" in text or text.rstrip()[-2:].lower() in ("av", "är") else None
    if found is None or len(found["between"].split()) > 20 or _SENTENCE_END.search(found["between"]):
        return None
    role = re.search(r"\bsom\s+(\w+(?:\s+\w+)?)\b", found["between"])
    read = read_role(role[1]) or read_role(role[1].split()[0]) if role else None
    last = read_role(found["between"].split()[-1])  # "… medverkar med två observatörer:"
    read = read or (last if last and last.several else None)
    return Lead(
        _organ(found["between"]),
        _lead_role(read.singular if read else None),
        found["rest"].strip(),
        "lead: who takes part",
    )


_TERM = re.compile(r"\s+(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?$")  # "Rådets ledamöter 2023–2026"
_ANY_MARK = re.compile(r"[.,;:()!?\d]")
_SHORT_LEAD = re.compile(
    rf"^(?:(?!(?:till|för|om|av|från|med|mellan)\b)\w+\s+){{0,3}}?{_WHO}"
    r"(?P<between>(?:\s+(?:i|inom|från|för|till|vid|hos|på)\s+.+)?)$",
    re.IGNORECASE,
)


def _short_lead(text: str) -> Lead | None:
    """A short line without any mark, as a heading is: "Regionens representanter", "Politiska företrädare i ERB"."""
    sentence = text.endswith(".")
    text = _TERM.sub("", text) if text[-1:].isdigit() else text
    text = _ROLE_TAIL.sub("", text) if text[-1:] in ".)0123456789" else text
    text = CHOSEN_BY.sub("", text) if " av " in text and not sentence else text
    if len(text.split()) > 7 or _ANY_MARK.search(text):
        return None
    found = _SHORT_LEAD.match(text)
    if found is None or found["who"].casefold() in ("personer", "deltagare", "ordförande", "ledamot", "representant"):
        return None
    role = read_role(found["who"])
    return Lead(_organ(found["between"]), _lead_role(role.singular if role else None), "", "lead: short line")


def _organ(text: str) -> str | None:
    found = _IN_ORGAN.search(text.strip() + " ") or _IN_ORGAN.search(text.strip())
    if found is None:
        return None
    organ = found["organ"].strip()
    return organ if organ and len(organ.split()) <= 10 else None
