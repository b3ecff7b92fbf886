"""Roles that several people share in a sentence: "Ledamöter är A och B", "A och B är ordförande respektive ledamot"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scraper.swedish.named import SINCE, Named
from scraper.swedish.names import is_common_given
from scraper.swedish.needs import Needing
from scraper.swedish.roles import Role, held, read_role
from scraper.swedish.title_words import TITLE_ENDINGS

SEVERAL = (
    r"(?P<role>\b(?:(?:ordinarie|personliga|övriga|politiska|valda|extra)\s+)?(?:\w*ledamöter(?:na)?|ersättar(?:e|na)|företrädar(?:e|na)|"
    r"rapportörer(?:na)?|suppleanter(?:na)?|ombud(?:en)?|\w*(?:kommunal|region|oppositions)råd(?:en)?|kontaktpolitiker|gruppledar(?:e|na)|"
    r"reserver(?:na)?|observatörer(?:na)?|\w*revisorer(?:na)?|\w*ordförandena|\w*delegater(?:na)?|insynsplats(?:er)?|adjungerade))\b"
)
_AN_OFFICE = (  # "kommunalrådet", "regionstyrelsens andre vice ordförande"
    r"(?:[a-zåäö]{4,}(?:et|en|n)|(?:[a-zåäö]+-\s+och\s+)?[a-zåäö]{4,}s\s+(?:(?:förste|andre|tredje|\d:[ea])\s+)?(?:vice\s+)?ordförande)\s+"
)
_A_TITLE = rf"(?:[Dd]r\.?|[a-zåäö-]*(?:{'|'.join(TITLE_ENDINGS)}))\s+"
_SEVERAL_BEFORE = Needing(
    SEVERAL + r"[^.,;]{0,80}?\s(?:är(?:\s+(?:även|också|nu|numera|för närvarande))?(?:\s+" + SINCE + r")?"
    r"(?:\s[a-zåäö]+:|:)?|:|blir|finns|valdes|utsågs|utsetts|valts|har|tjänstgör|ingår|deltar)\s*"
    + rf"(?:{_AN_OFFICE}|{_A_TITLE})?$|"
    + SEVERAL.replace("role", "now")
    + r"[^.,;]{0,40},\s(?:för närvarande|just nu|i dag|idag|nu)\s+$|"
    + SEVERAL.replace("role", "apposed")
    + r"\s+(?:i|inom|från|för|till)\s[^.,;:]{2,60},\s*$|"  # "Våra ledamöter i rådet, Testa Testsson och …"
    + SEVERAL.replace("role", "dashed")
    + r"[^.,;:]{0,60}\s[–—-]\s$|"
    + SEVERAL.replace("role", "near")
    + r"\s*[:,]?\s*(?:(?<=:\s)ordförande\s+)?$",
    needs="ledamöter|ersättar|företrädar|rapportör|suppleant|ombud|råd|kontaktpoliti|gruppledar|reserver|observatör|revisor|"
    "ordförandena|delegater|insynsplats|adjungerade",
    flags=re.IGNORECASE,
)
_SEVERAL_BEHIND = re.compile(
    r"\s*,?\s*(?:(?:är|som|blir|har|sitter som|till)\s+)?(?:(?:båda|samtliga|alla)\s+(?:är\s+)?)?(?:\w+s\s+)?"
    + SEVERAL
    # … unless a verb makes it the next ones'
    + r"(?!\s*:|(?:\s+(?:i|för|till|inom|från)\s[^,.;:()]{2,60})?\s+(?:är|har|blir|heter|valdes|utsågs)\b)"
    r"|\s*,?\s*(?:som|båda|bägge|samtliga|alla)\s+(?P<plain>ordinarie)(?=[,.]|\s(?:och|samt|med)\s|\s*$)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:\s+för\s+[A-ZÅÄÖÉ][\w-]+(?:\s+[A-ZÅÄÖÉ][\w-]+){1,2}(?:\s\([^()]{1,5}\))?)?"  # whose substitute that is
    r"(?:,\s+(?:som\s+(?:också\s+|även\s+)?är\s+[\w:]+(?:\s+\w+){0,2}|[A-ZÅÄÖ][\w-]+(?:\s+\w+)?|[a-zåäö][\w-]+(?:\s+[\w-]+){0,3})(?=,|\s+och))?"
    r"\s*(?:,|och|samt|eller|alternativt|&|, och|, samt|respektive)\s*"
    rf"(?:{_AN_OFFICE})?"  # "… och kommunalrådet Testa Testsson"
)
_TITLED = re.compile(rf"{_A_TITLE}$", re.IGNORECASE)
_BESIDE = re.compile(rf"{_JOINED.pattern}(?:{_A_TITLE})?")  # "… och docent Testa Testsson"
ROLE_WORDS = 14  # before a name, within which its role begins
IS_NOW = re.compile(  # the verb behind a role and before a name
    r"\s*(?::|\b(?:är|heter|blir|har varit|is|are|innehas av)"
    r"(?:\s+(?:för närvarande|just nu|idag|i dag|nu|numera|alltjämt|fortfarande|fortsatt|även|också|åter|"
    + SINCE
    + r"))?)\s*$"
)
_OFFICE = re.compile(rf"\b{_AN_OFFICE}$")
_PLURAL_OFFICE = re.compile(r"\b[a-zåäö]+(?:råden|erna|orna|arna)\s+$")
_LONGEST_OFFICE = 60  # letters
_ALL_OF_THEM = re.compile(r"\b(?:båda|bägge|samtliga|alla)\s")
_THEIRS = re.compile(rf",\s+{SEVERAL},?\s+(?:och|samt)\s", re.IGNORECASE)
_RESPECTIVE = " respektive "
_CLAUSE_END = re.compile(r"[.;:()]")
_AND = re.compile(r"\s*,\s*|\s+(?:och|samt)\s+")
_AND_RESPECTIVE = re.compile(r"\s*,\s*|\s+(?:och|samt|respektive)\s+")
_CHOOSES = re.compile(r"\s+(?:utsågs|utses|valdes|väljs|har\s[^,.;]{0,80}(?:utsett|valt))\s*$")
Read = tuple[Named, str | None, str | None]
"""Somebody named in a sentence, with the party and the role that are said of this one alone."""


def shared_roles(read: list[Read], sentence: str) -> list[Read]:
    """A plural role right before or behind names that "och" and commas join counts for each of them."""
    result: list[Read] = []
    at = 0
    while at < len(read):
        end = at + 1
        before = sentence[read[at - 1][0].end if at else 0 : read[at][0].start]
        asserted = _SEVERAL_BEFORE.search(before)
        joined = _BESIDE if asserted and asserted["role"] else _JOINED
        while end < len(read) and joined.fullmatch(sentence, read[end - 1][0].end, read[end][0].start):
            if _PLURAL_OFFICE.search(sentence, read[end - 1][0].end, read[end][0].start) and not (
                asserted and asserted["role"]
            ):
                break  # "… av regionråden A och B samt oppositionsråden C och D"
            if _ALL_OF_THEM.search(sentence, read[end - 1][0].end, read[end][0].start):
                break  # "A och B, båda ledamöter, samt C, ersättare"
            if _THEIRS.match(sentence, read[end - 1][0].end, read[end][0].start):
                break  # "A och B, ordinarie ledamöter, samt C och D, ersättare"
            end += 1
        after = sentence[read[end - 1][0].end : read[end][0].start if end < len(read) else len(sentence)]
        behind = _SEVERAL_BEHIND.match(after)
        if behind and end < len(read) and after[behind.end() :] == " " and after[0] == ",":
            behind = None  # "A och B, suppleanter C och D"
        found = behind or asserted
        role = read_role(next(each for each in found.groups() if each)) if found and end - at > 1 else None
        whole = role.singular if role else ""
        if role and found is asserted and (read[at][2] or "").endswith(f" {role.singular}"):
            whole = read[at][2] or ""  # "Svenska delegater är …": the first has it with its adjective
        between = sentence[read[at][0].end : read[end - 1][0].start]
        each_its_own: Sequence[str | None] = _respectively(before, between, after, end - at) or [None] * (end - at)
        known = sum(_is_known(sentence, each) for each in read[at:end]) if role else 0
        people = 2 * known >= end - at  # whoever stands among people is one, however rare the name
        for (each, party, own), its_own in zip(read[at:end], each_its_own, strict=True):
            shared = whole if role and people else None
            if shared and _OFFICE.search(sentence, max(0, each.start - _LONGEST_OFFICE), each.start):
                own = None  # "Delegater är kommunalrådet Testa Testsson (S) och …"
            result.append((each, party, its_own or own or shared))
        at = end
    return result


def _is_known(sentence: str, read: Read) -> bool:
    """Whether somebody named is a person beyond doubt: by party, role or title, or by a common given name."""
    each, party, own = read
    if party or own or is_common_given(each.name.split()[0]):
        return True
    return _TITLED.search(sentence, max(0, each.start - _LONGEST_OFFICE), each.start) is not None


def _respectively(before: str, between: str, after: str, people: int) -> list[str] | None:
    """A role for each of the names that stand together: "… är ordförande respektive ledamot", also before them."""
    if people < 2:
        return None
    behind = _CLAUSE_END.split(after)[0]
    if _RESPECTIVE in behind:
        left, right = behind.split(_RESPECTIVE, 1)
        pieces = [*_AND.split(left.strip(" ,"))[-(people - 1) :], right]
    elif _RESPECTIVE in between or _RESPECTIVE in before:
        pieces = _AND_RESPECTIVE.split(_CHOOSES.sub("", IS_NOW.sub("", before)).strip(" ,"))[-people:]
    elif IS_NOW.search(before):  # "Ordförande och vice ordförande är Testa Testsson (M) och Bo Provsson (S)"
        pieces = _AND.split(IS_NOW.sub("", before).strip(" ,"))[-people:]
    else:
        return None
    roles = [role for piece in pieces if (role := _role_within(piece)) and not role.several]
    return [held(role) for role in roles] if len(roles) == people else None


def _role_within(piece: str) -> Role | None:
    """The role that a piece of a sentence ends or begins with: "från kommunen är ledamot", "ersättare är följande"."""
    words = piece.split()[:ROLE_WORDS]
    spans = [words[start:] for start in range(len(words))] + [words[:end] for end in range(len(words) - 1, 0, -1)]
    return next((role for span in spans if (role := read_role(" ".join(span)))), None)
