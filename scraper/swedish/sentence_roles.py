"""The role that a sentence gives somebody whom it names: what stands before, behind or in parentheses says it."""

from __future__ import annotations

import re

from scraper.swedish.named import SINCE, Named
from scraper.swedish.parties import InParentheses, in_parentheses
from scraper.swedish.roles import held, read_role, read_roles, role_ahead
from scraper.swedish.shared_roles import IS_NOW, ROLE_WORDS, SEVERAL
from scraper.swedish.titles import is_title

_ONE_OF = re.compile(rf"\s*är\s+en\s+av\s+[^,.;()]*?{SEVERAL}", re.IGNORECASE)  # "är en av Sveriges tolv ledamöter"
_APPOSITION = re.compile(  # ", Region Provland, är", ", regionstyrelsens ordförande, är"
    r"^\s*,\s(?P<what>[^,.;()]{2,60}?)(?P<closed>,?)(?=\s(?:är|som|blir|sitter|ingår)\s)"
)
_PREDICATE = re.compile(
    r"^(?P<role>.+?)\s+(?:är|blir)\s+(?:för närvarande\s+|nu\s+)?(?!den\s)(?P<as>[^,]+)$"
)  # "Ordförande är kommunalrådet"
_NEXT_ONES = re.compile(  # ", och hennes ersättare är", ", personlig ersättare är"
    r"\s*,?\s*(?:och|samt|men|medan)\s.*(?:\bär|\bblir|:)\s*$|\s*,\s[^,]*\s(?:är|blir)(?:\s[a-zåäö]+){0,3}\s*$|"
    r"[^.;:]{0,60}(?:\s(?:är|står|saknas)|:)\s(?:[a-zåäö]+\s){0,2}vakan"  # "…, ersättaren är för närvarande vakant"
)
_CHOSEN = re.compile(  # "Till ledamot i styrgruppen har fullmäktige utsett"
    r"^(?:till|som)\s+(?:ny\s+)?(?P<role>.+?)\s+(?:har|utsåg|utsågs|utses|valde|valdes|väljs|är|omvaldes|nyvaldes|återvaldes|"
    r"omvalts|fungerar|verkar|tjänstgör)\b",
    re.IGNORECASE,
)
_HAS_CHOSEN = re.compile(r"\bhar\s+till\s+(?:ny\s+)?(?P<role>\w+(?:\s\w+){0,3}?)\s+(?:utsett|valt|utnämnt)$")
_HERE = re.compile(
    r"(?:i|för|av)\s(?:bolaget|föreningen|förbundet|kommittén|nätverket|organisationen|rådet|stiftelsen|styrelsen|"
    r"styrgruppen|direktionen|gruppen)"
)
_BY_WHOM = re.compile(  # "är av styrelsen utsedd ledamot"
    r"av\s(?:[\w-]+\s){1,3}?(?=(?:förordnad|utsedd|vald|nominerad)\s)"
)
_AND_ANOTHER = re.compile(  # "är ledamot i styrelsen och ordförande i kommittén", and nobody is named after that
    r"\s+(?:och|samt)\s+(?P<role>[a-zåäö][^,.;:()]*)\.?\s*$"
)
_ACADEMIC = re.compile(r"\b(?:Dr|Prof)\.\s")
_AT_PRESENT = re.compile(
    r",\s(?:för närvarande|just nu|i\s?dag|nu)\s+$"
)  # "… ordförande, för närvarande Testa Testsson"
_FOR_A_TIME = re.compile(  # "Ordförande till och med 2026 är"
    r"\s+(?:till\s+och\s+med|från\s+och\s+med|fram\s+till|t\.?\s?o\.?\s?m\.?|fr\.?\s?o\.?\s?m\.?)\s[^,;()]{1,40}?(?=\s(?:är|heter|blir)\s*$)"
)
_OTHER_CLAUSE = re.compile(r"\bär\b|(?:^|\s)(?:i|för|av|på|inom|till|från|hos|vid)$")
_CLAUSE = re.compile(r"[,.;()]|:(?=\s|$)|\s+(?:och|samt|men|medan|vilken|som)\s+")  # "1:e" goes on
_OFFICE_BEHIND = (
    re.compile(  # ", regionråd", ", som också är vice ordförande i nämnden", ", till vardags oppositionsråd"
        r"\s*,\s+(?:(?:tillika|även|också|till\s+vardags|som\s+(?:också\s+|även\s+|till\s+vardags\s+)?är)\s+)?"
        r"(?P<what>[^,.;()]+)"
    )
)
_AFTER_SOMEBODY = re.compile(r"\sefter\s[A-ZÅÄÖ].*$")  # "Ny ledamot efter Testa Testsson (M) är"
_AND_ALSO = re.compile(r"\s*(?:och|samt|men|medan)\s")
_WHEN = re.compile(  # "är sedan 2019 ledamot", "är för närvarande ordförande"
    r"(?:för närvarande|just nu|i\s?dag|nu|numera|också|även|fortsatt|åter|"
    r"" + SINCE + r")\s+"
)
_ENDS_IN_PAREN = re.compile(  # "… - utskottet för miljö och energi (ledamot)"; with a dash more may follow a comma
    r"\(([^()]*)\)\s*\.?\s*$|^\s[–—-]\s[^()]{3,160}\(([^()]*)\),"
)
_WHENCE = re.compile(  # "Testa Testsson från Testby kommun är ordförande"
    r"^\s+från\s+(?:[A-ZÅÄÖ][\w-]+\s+){1,3}(?:(?:kommun|stad|län)\s+)?(?=(?:är|blir|sitter|som)\s)"
)
_SHORT = 4  # letters of "inte" and "även"
_WHERE = re.compile(  # "… företräder kommunen i nätverket, där hon är vice ordförande"
    r",\s(?:där|vari|i\s(?:vilket|vilken))\s(?:hon|han|hen)\s(?:också\s|även\s)?(?:är|sitter\s+som)\s(?P<role>[^,.;()]+)"
)
_AS_ROLE = re.compile(r"^(?:till|som)\s")
_LINKS = re.compile(
    r"^\s*,?\s*(?:(?:som (?:också |även |samtidigt )?är|(?:är )?(?:vald|utsedd|förordnad) (?:till|som)|tillika|"
    r"har (?:av [\w-]+ )?(?:utsetts|valts) (?:till|som)|(?:har tagit|tog|tar) över som|"
    r"är|var|blir|har|sitter som|att vara|deltar som|ingår som|"
    r"(?:som (?:har )?)?(?:utsågs|valdes|valts|utsetts)(?:\s(?:år\s)?(?:19|20)\d\d)? till|till ny|till|"
    r"som|tjänstgör som|är regionens|är kommunens)\s+)?"
    r"(?:(?:ny|nuvarande|vår|dess|deras)\s+(?=\w))?"
)


def asserted(before: str, after: str) -> str | None:
    """The role that "är" gives, where the one behind is an office elsewhere: "Ersättare är Testa (S), regionråd"."""
    office = _OFFICE_BEHIND.match(after) if before.endswith("är ") else None
    if office and office["what"].startswith("dess "):
        return None  # "…, som också är dess ordförande"
    elsewhere = read_roles(office["what"].strip()) if office else None
    if elsewhere and elsewhere.body and _HERE.fullmatch(elsewhere.body):
        return None  # "Styrelseledamöter är Testa Testsson (M), ordförande i bolaget, och …"
    if elsewhere and (elsewhere.body or elsewhere.text.endswith("råd")):
        return role_before(before)
    return None


def is_role_of_next(between: str) -> bool:
    """Whether what stands between two names is the second's role: "…, vice ordförande Ylva Provsson"."""
    if between[:1] != "," or between[-1:] != " " or between[-2:-1] == ",":
        return False
    role = read_role(_AS_ROLE.sub("", between.strip(" ,")))
    return role is not None and not role.body


def role_in_parens(named: Named) -> str | None:
    for paren in named.parens:
        for part in re.split(r"\s*[,;]\s+", paren):
            role = read_roles(part) if in_parentheses(part, named.name) is InParentheses.ROLE else None
            if role:
                return role.text
    return None


def role_behind(after: str) -> str | None:
    """The role behind a name: ", ledamot", " är ledamot i styrelsen", " som ordförande"; up to the clause's end."""
    after = _WHENCE.sub(" ", after)
    if (apposition := _APPOSITION.match(after)) and (apposition["closed"] or is_title(apposition["what"])):
        return role_behind(f" {after[apposition.end() :].strip()}") or role_behind(apposition[0].rstrip(","))
    if _NEXT_ONES.match(after):
        return None
    if one_of := _ONE_OF.match(after):
        return held(role) if (role := read_role(one_of["role"])) else None
    links = _LINKS.match(after)
    rest = after[links.end() :] if links else after
    if _AND_ALSO.match(rest):
        return None  # what follows is said of somebody else: "… och som ersättare"
    if links and links[0].strip() and (by_whom := _BY_WHOM.match(rest)):
        rest = rest[by_whom.end() :]
    if links and links[0].strip() and (since := _WHEN.match(rest)):
        rest = rest[since.end() :]
    clause = _CLAUSE.split(rest)[0].strip()
    words = clause.split()
    for cut in range(min(len(words), 12), 0, -1):
        role = read_roles(" ".join(words[:cut]))
        if role and ((links and links[0].strip()) or after[:1] in ", "):
            return _with_another(held(role), rest[len(clause) :]) if cut == len(words) else held(role)
    if ends := _ENDS_IN_PAREN.search(after):
        role = read_roles(ends[1] or ends[2] or "")
        return held(role) if role else None
    if where := _WHERE.search(after):
        return held(role) if (role := read_roles(where["role"])) else None
    as_what = re.search(r"\bsom\s+([^,.;()]+)$", re.split(r"[,.;]|\s+(?:och|samt|men|medan)\s+", rest)[0].strip())
    role = read_roles(as_what[1]) if as_what else None
    return held(role) if role else None


def _with_another(role: str, behind: str) -> str:
    """Two roles joined as written, where a second one ends the sentence that gives the first."""
    found = _AND_ANOTHER.match(behind)
    another = read_roles(found["role"]) if found else None
    second = held(another) if another and another.body else role
    return role if second == role else f"{role} och {second}"


def role_before(before: str) -> str | None:
    """The role before a name: "ordförande Testa", "Ordförande är Testa", "Rapportör för yttrandet är Testa"."""
    before = _FOR_A_TIME.sub("", _ACADEMIC.sub("", before))
    clause = re.split(r"[,.;]|(?<!-)\s+(?:och|samt)\s+", _AT_PRESENT.sub(" ", before))[-1].strip()
    if ")" not in clause:
        clause = clause.lstrip("(")  # "… är Testa Testsson (M) (ersättare Bo Provsson (S))"
    clause = re.sub(
        r"^(?:dess|nuvarande|ny|nya|region\w*s|kommunens|nätverkets|\w+s)\s+", "", clause, flags=re.IGNORECASE
    )
    chosen = _CHOSEN.match(clause) or (_CHOSEN.match(before.strip()) if "," not in before else None)
    if chosen := chosen or _HAS_CHOSEN.search(clause):
        role = read_roles(chosen["role"])
        return role_ahead(role) if role else None
    if predicate := _PREDICATE.match(clause):
        role = read_roles(predicate["role"])
        word = predicate["as"]  # an office, a title, or one word more: "Ordförande är ambassadör Testa Testsson"
        if role and (read_roles(word) or is_title(word) or (word.isalpha() and word.islower() and len(word) > _SHORT)):
            return held(role)
    bare = IS_NOW.sub("", clause)
    words = _AFTER_SOMEBODY.sub("", bare).split()[-ROLE_WORDS:]
    for start in range(len(words)):
        role = read_roles(" ".join(words[start:]))
        if role and role.body and _OTHER_CLAUSE.search(role.body):
            return None
        if role and (start == 0 or bare != clause or len(words) - start <= 4):
            return role_ahead(role)
    return None
