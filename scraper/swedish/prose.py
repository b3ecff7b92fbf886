"""People named in running text: representatives (by party or elected role), rapporteurs, and officials by title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from records.page import Official
from scraper.swedish.entitled import body_of, title_of
from scraper.swedish.named import SENTENCE, TWO_CAPITALS, Named, is_former, names_in
from scraper.swedish.names import is_common_given, is_name
from scraper.swedish.parties import InParentheses, beside_countries, in_parentheses
from scraper.swedish.people import Entry
from scraper.swedish.remembered import remembered
from scraper.swedish.role_words import PEOPLE_WORDS
from scraper.swedish.roles import Role, heading_role, held, read_role, read_roles
from scraper.swedish.titles import is_title

_SEVERAL = (
    r"(?P<role>\b(?:ordinarie\s+|personliga\s+|övriga\s+)?(?:\w*ledamöter(?:na)?|ersättar(?:e|na)|rapportörer(?:na)?|"
    r"suppleanter(?:na)?|ombud(?:en)?|\w*(?:kommunal|region|oppositions)råd(?:en)?|kontaktpolitiker|gruppledar(?:e|na)|"
    r"reserver(?:na)?|observatörer(?:na)?|\w*revisorer(?:na)?|\w*delegater(?:na)?|insynsplats(?:er)?))\b"
)
_AN_OFFICE = (  # "kommunalrådet", "regionstyrelsens andre vice ordförande"
    r"(?:[a-zåäö]{4,}(?:et|en|n)|[a-zåäö]{4,}s\s+(?:(?:förste|andre|tredje|\d:[ea])\s+)?(?:vice\s+)?ordförande)\s+"
)
_SEVERAL_BEFORE = re.compile(
    _SEVERAL + r"[^.,;]{0,80}?\s(?:är(?:\s+sedan(?:\s+[\w.]+){0,3}?\s+\d{4})?|:|blir|valdes|utsågs|utsetts|valts|har|"
    r"tjänstgör|ingår|deltar)\s*"
    + rf"(?:{_AN_OFFICE})?$|"
    + _SEVERAL.replace("role", "apposed")
    + r"\s+(?:i|inom|från|för|till)\s[^.,;:]{2,60},\s*$|"  # "Våra ledamöter i rådet, Testa Testsson och …"
    + _SEVERAL.replace("role", "near")
    + r"\s*[:,]?\s*(?:(?<=:\s)ordförande\s+)?$",
    re.IGNORECASE,
)
_SEVERAL_BEHIND = re.compile(
    r"\s*,?\s*(?:(?:är|som|blir|har|sitter som|till)\s+)?(?:(?:båda|samtliga|alla)\s+)?(?:\w+s\s+)?" + _SEVERAL,
    re.IGNORECASE,
)
_ONE_OF = re.compile(rf"\s*är\s+en\s+av\s+[^,.;()]*?{_SEVERAL}", re.IGNORECASE)  # "är en av Sveriges tolv ledamöter"
_JOINED = re.compile(
    r"(?:,\s+(?:som\s+är\s+[\w:]+|[A-ZÅÄÖ][\w-]+)(?:\s+\w+)?(?=,|\s+och))?\s*(?:,|och|samt|, och|, samt|respektive)\s*"
    rf"(?:{_AN_OFFICE})?"  # "… och kommunalrådet Testa Testsson"
)
_APPOSITION = re.compile(  # ", Region Provland, är", ", regionstyrelsens ordförande, är"
    r"^\s*,\s(?P<what>[^,.;()]{2,60}?)(?P<closed>,?)(?=\s(?:är|som|blir|sitter|ingår)\s)"
)
_PREDICATE = re.compile(
    r"^(?P<role>.+?)\s+(?:är|blir)\s+(?:för närvarande\s+|nu\s+)?(?!den\s)(?P<as>[^,]+)$"
)  # "Ordförande är kommunalrådet"
_NEXT_ONES = re.compile(  # ", och hennes ersättare är", ", personlig ersättare är"
    r"\s*,?\s*(?:och|samt|men|medan)\s.*(?:\bär|\bblir|:)\s*$|\s*,\s[^,]*\s(?:är|blir)\s*$"
)
_CHOSEN = re.compile(  # "Till ledamot i styrgruppen har fullmäktige utsett"
    r"^(?:till|som)\s+(?:ny\s+)?(?P<role>.+?)\s+(?:har|utsåg|utsågs|utses|valde|valdes|väljs|är)\b", re.IGNORECASE
)
_ROLE_WORDS = 14  # before a name, within which its role begins
_IN_PLACE = re.compile(r"\b(?:i|inom|på)\s+$", re.IGNORECASE)  # what follows is a place or a body, not a person
_SAY_NOTHING = ("politiker", "deltagare", "person")  # "Regionens politiker i rådet är Testa Testsson (M)"
_IS_NOW = re.compile(
    r"\s*(?::|\b(?:är|heter|blir|har varit)"
    r"(?:\s+(?:för närvarande|just nu|idag|i dag|nu|numera|sedan(?:\s+[\w.]+){0,3}?\s+\d{4}))?)\s*$"
)
_ROLE_THEN_PARTY = re.compile(r"\s*,\s+(?P<role>[^,.;()]{3,40}?)\s*\((?P<in>[^()]{1,20})\)")
_AS_SUCH = re.compile(r"\s*(?:och|samt|med),?\s+som\s+(?P<role>[^,]+),\s")  # "och, som suppleant, regionrådet …"
_AS_WHAT = re.compile(r"\s*(?:och|samt|med),?\s+som\s")
_ALSO_A_TITLE = PEOPLE_WORDS | {"sekreterare"}  # whoever has a title beside one of these is a civil servant
_OTHER_CLAUSE = re.compile(r"\bär\b|(?:^|\s)(?:i|för|av|på|inom|till|från|hos|vid)$")
_CLAUSE = re.compile(r"[,.;()]|:(?=\s|$)|\s+(?:och|samt|men|medan|vilken|som)\s+")  # "1:e" goes on
_STANDS_IN = re.compile(r"\s*(?:under\s[^,.;]{0,40}\s)?är\s*")  # behind "Ersättare för Testa Testsson"
_AND_ALSO = re.compile(r"\s*(?:och|samt|men|medan)\s")
_WHEN = re.compile(  # "är sedan 2019 ledamot", "är för närvarande ordförande"
    r"(?:för närvarande|just nu|i\s?dag|nu|numera|också|även|fortsatt|åter|"
    r"sedan(?:\s+[\w.]+){0,3}?\s+(?:(?:19|20)\d\d|årsskiftet))\s+"
)
_ENDS_IN_PAREN = re.compile(  # "… - utskottet för miljö och energi (ledamot)"; with a dash more may follow a comma
    r"\(([^()]*)\)\s*\.?\s*$|^\s[–—-]\s[^()]{3,160}\(([^()]*)\),"
)
_OFFICE = re.compile(rf"\b{_AN_OFFICE}$")
_PLURAL_OFFICE = re.compile(r"\b[a-zåäö]+(?:råden|erna|orna|arna)\s+$")
_LONGEST_OFFICE = 60  # letters
_WHENCE = re.compile(  # "Testa Testsson från Testby kommun är ordförande"
    r"^\s+från\s+(?:[A-ZÅÄÖ][\w-]+\s+){1,3}(?:(?:kommun|stad|län)\s+)?(?=(?:är|blir|sitter|som)\s)"
)
_AS_ROLE = re.compile(r"^(?:till|som)\s")
_WITHIN_PARENS = re.compile(r"\((?P<name>[A-ZÅÄÖ][^(),]{4,40}),\s(?P<party>[A-ZÅÄÖ]{1,3})\)")
_RESPECTIVE = " respektive "
_CLAUSE_END = re.compile(r"[.;:()]")
_AND = re.compile(r"\s*,\s*|\s+(?:och|samt)\s+")
_AND_RESPECTIVE = re.compile(r"\s*,\s*|\s+(?:och|samt|respektive)\s+")
_CHOOSES = re.compile(r"\s+(?:utsågs|utses|valdes|väljs|har\s.*(?:utsett|valt))\s*$")
_LINKS = re.compile(
    r"^\s*,?\s*(?:(?:som (?:också |även |samtidigt )?är|(?:är )?(?:vald|utsedd|förordnad) (?:till|som)|tillika|"
    r"har (?:utsetts|valts) till|har utsetts som|"
    r"är|var|blir|har|sitter som|att vara|deltar som|ingår som|utsågs till|valdes till|till ny|till|"
    r"som|tjänstgör som|är regionens|är kommunens)\s+)?"
    r"(?:(?:ny|nuvarande|vår|dess|deras)\s+(?=\w))?"
)


@remembered
def prose_people(text: str) -> tuple[Entry, ...]:
    """The representatives that running text names: each with a party or an elected role; former ones are left out."""
    if not TWO_CAPITALS.search(text):
        return ()
    text = text.replace("(FI)", "(Finland)") if beside_countries(text) else text
    text = _WITHIN_PARENS.sub(_out_of_parens, text) if "(" in text else text
    return tuple(each for sentence in SENTENCE.split(text) for each in _in_sentence(sentence))


def _out_of_parens(found: re.Match[str]) -> str:
    """ "(Testa Testsson, M)" as elsewhere: "Testa Testsson (M)"."""
    return f"{found['name']} ({found['party']})" if is_name(found["name"]) else found[0]


@remembered
def _in_sentence(sentence: str) -> tuple[Entry, ...]:
    named = [each for each in names_in(sentence) if not is_former(sentence, each)]
    read = []
    for at, each in enumerate(named):
        end = named[at + 1].start if at + 1 < len(named) else len(sentence)
        start = named[at - 1].end if at else 0
        if at and _STANDS_IN.fullmatch(sentence, start, each.start):  # "Ersättare för Testa Testsson är"
            start = named[at - 2].end if at > 1 else 0
        before, after = sentence[start : each.start], sentence[each.end : end]
        if at + 1 < len(named) and _is_role_of_next(after):
            after = ""
        party, role = (
            _party(each) or _party_behind_role(after),
            _role_in_parens(each) or _asserted(before, after) or _role_behind(after) or _role_before(before),
        )
        if such := _AS_SUCH.match(before):
            said = read_role(such["role"])
            role = held(said) if said else role
        if party and role is None and before.endswith(", ") and (at == 0 or _AS_WHAT.match(before)):
            # "Rådets ordförande, Testa Testsson (M), …", "… och, som ersättare, Ylva Provsson (S)"
            role = _role_before(before[:-2])
        if role == "medlem" and not party and not is_common_given(each.name.split()[0]):
            continue  # "Provbergens Geopark är medlem": an organisation
        role = None if role and role.split()[-1] in _SAY_NOTHING else role
        if party or not (_IN_PLACE.search(before) or (role in _ALSO_A_TITLE and title_of(each, before, after))):
            read.append((each, party, role))
    return tuple(
        Entry(each.name, party, role, rule="prose: name and party" if party else "prose: name and role")
        for each, party, role in _shared(read, sentence)
        if party or role
    )


def _asserted(before: str, after: str) -> str | None:
    """The role that "är" gives, where the one behind is an office elsewhere: "Ersättare är Testa (S), regionråd"."""
    office = re.match(r"\s*,\s+(?P<what>[^,.;()]+)", after) if before.endswith("är ") else None
    elsewhere = read_roles(office["what"].strip()) if office else None
    if elsewhere and (elsewhere.body or elsewhere.text.endswith("råd")):
        return _role_before(before)
    return None


def _is_role_of_next(between: str) -> bool:
    """Whether what stands between two names is the second's role: "…, vice ordförande Ylva Provsson"."""
    if between[:1] != "," or between[-1:] != " " or between[-2:-1] == ",":
        return False
    role = read_role(_AS_ROLE.sub("", between.strip(" ,")))
    return role is not None and not role.body


def _party(named: Named) -> str | None:
    for paren in named.parens:
        for part in re.split(r"\s*[,;]\s+", paren):
            if in_parentheses(part, named.name) is InParentheses.PARTY and not _abbreviates(part, named):
                return part.strip()
    return named.party


def _party_behind_role(after: str) -> str | None:
    """ ", ordförande (KD)": the party that stands behind the role, where none stands behind the name."""
    found = _ROLE_THEN_PARTY.match(after)
    if found is None or not read_roles(found["role"]) or in_parentheses(found["in"]) is not InParentheses.PARTY:
        return None
    return found["in"]


def _abbreviates(letters: str, named: Named) -> bool:
    """Whether letters are a longer phrase's, which the name ends: "Conference of … Maritime Regions (CPMR)"."""
    capitals = "".join(word[0] for word in re.findall(r"\b[A-ZÅÄÖ]\w+", named.phrase))
    return letters.isupper() and len(letters) > len(named.name.split()) and capitals.endswith(letters)


def _role_in_parens(named: Named) -> str | None:
    for paren in named.parens:
        for part in re.split(r"\s*[,;]\s+", paren):
            role = read_roles(part) if in_parentheses(part, named.name) is InParentheses.ROLE else None
            if role:
                return role.text
    return None


def _role_behind(after: str) -> str | None:
    """The role behind a name: ", ledamot", " är ledamot i styrelsen", " som ordförande"; up to the clause's end."""
    after = _WHENCE.sub(" ", after)
    if (apposition := _APPOSITION.match(after)) and (apposition["closed"] or is_title(apposition["what"])):
        return _role_behind(f" {after[apposition.end() :].strip()}") or _role_behind(apposition[0].rstrip(","))
    if _NEXT_ONES.match(after):
        return None
    if one_of := _ONE_OF.match(after):
        return held(role) if (role := read_role(one_of["role"])) else None
    links = _LINKS.match(after)
    rest = after[links.end() :] if links else after
    if _AND_ALSO.match(rest):
        return None  # what follows is said of somebody else: "… och som ersättare"
    if links and links[0].strip() and (since := _WHEN.match(rest)):
        rest = rest[since.end() :]
    clause = _CLAUSE.split(rest)[0].strip()
    words = clause.split()
    for cut in range(min(len(words), 12), 0, -1):
        role = read_roles(" ".join(words[:cut]))
        if role and ((links and links[0].strip()) or after[:1] in ", "):
            return held(role)
    if ends := _ENDS_IN_PAREN.search(after):
        role = read_roles(ends[1] or ends[2] or "")
        return held(role) if role else None
    as_what = re.search(r"\bsom\s+([^,.;()]+)$", re.split(r"[,.;]|\s+(?:och|samt|men|medan)\s+", rest)[0].strip())
    role = read_roles(as_what[1]) if as_what else None
    return held(role) if role else None


def _role_before(before: str) -> str | None:
    """The role before a name: "ordförande Testa", "Ordförande är Testa", "Rapportör för yttrandet är Testa"."""
    clause = re.split(r"[,.;]|(?<!-)\s+(?:och|samt)\s+", before)[-1].strip()
    clause = re.sub(
        r"^(?:dess|nuvarande|ny|nya|region\w*s|kommunens|nätverkets|\w+s)\s+", "", clause, flags=re.IGNORECASE
    )
    if chosen := _CHOSEN.match(clause):
        role = read_roles(chosen["role"])
        return held(role) if role else None
    if predicate := _PREDICATE.match(clause):
        role = read_roles(predicate["role"])
        if role and (read_roles(predicate["as"]) or is_title(predicate["as"])):
            return held(role)
    bare = _IS_NOW.sub("", clause)
    words = bare.split()[-_ROLE_WORDS:]
    for start in range(len(words)):
        role = read_roles(" ".join(words[start:]))
        if role and role.body and _OTHER_CLAUSE.search(role.body):
            return None
        if role and (start == 0 or bare != clause or len(words) - start <= 4):
            return heading_role(role.singular) if role.several else held(role)
    return None


_Read = tuple[Named, str | None, str | None]


def _shared(read: list[_Read], sentence: str) -> list[_Read]:
    """A plural role right before or behind names that "och" and commas join counts for each of them."""
    result: list[_Read] = []
    at = 0
    while at < len(read):
        end = at + 1
        before = sentence[read[at - 1][0].end if at else 0 : read[at][0].start]
        asserted = _SEVERAL_BEFORE.search(before)
        while end < len(read) and _JOINED.fullmatch(sentence, read[end - 1][0].end, read[end][0].start):
            if _PLURAL_OFFICE.search(sentence, read[end - 1][0].end, read[end][0].start) and not (
                asserted and asserted["role"]
            ):
                break  # "… av regionråden A och B samt oppositionsråden C och D"
            end += 1
        after = sentence[read[end - 1][0].end : read[end][0].start if end < len(read) else len(sentence)]
        found = _SEVERAL_BEHIND.match(after) or asserted
        role = read_role(next(each for each in found.groups() if each)) if found and end - at > 1 else None
        between = sentence[read[at][0].end : read[end - 1][0].start]
        each_its_own: Sequence[str | None] = _respectively(before, between, after, end - at) or [None] * (end - at)
        for (each, party, own), its_own in zip(read[at:end], each_its_own, strict=True):
            shared = role.singular if role and (party or own or is_common_given(each.name.split()[0])) else None
            if shared and _OFFICE.search(sentence, max(0, each.start - _LONGEST_OFFICE), each.start):
                own = None  # "Delegater är kommunalrådet Testa Testsson (S) och …"
            result.append((each, party, its_own or own or shared))
        at = end
    return result


def _respectively(before: str, between: str, after: str, people: int) -> list[str] | None:
    """A role for each of the names that stand together: "… är ordförande respektive ledamot", also before them."""
    if people < 2:
        return None
    behind = _CLAUSE_END.split(after)[0]
    if _RESPECTIVE in behind:
        left, right = behind.split(_RESPECTIVE, 1)
        pieces = [*_AND.split(left.strip(" ,"))[-(people - 1) :], right]
    elif _RESPECTIVE in between or _RESPECTIVE in before:
        pieces = _AND_RESPECTIVE.split(_CHOOSES.sub("", _IS_NOW.sub("", before)).strip(" ,"))[-people:]
    elif _IS_NOW.search(before):  # "Ordförande och vice ordförande är Testa Testsson (M) och Bo Provsson (S)"
        pieces = _AND.split(_IS_NOW.sub("", before).strip(" ,"))[-people:]
    else:
        return None
    roles = [role for piece in pieces if (role := _role_within(piece)) and not role.several]
    return [held(role) for role in roles] if len(roles) == people else None


def _role_within(piece: str) -> Role | None:
    """The role that a piece of a sentence ends or begins with: "från kommunen är ledamot", "ersättare är följande"."""
    words = piece.split()[:_ROLE_WORDS]
    spans = [words[start:] for start in range(len(words))] + [words[:end] for end in range(len(words) - 1, 0, -1)]
    return next((role for span in spans if (role := read_role(" ".join(span)))), None)


_ONLY_JOINS = re.compile(r"[\s,]*(?:och|samt|,)\s*")


def _is_person(named: Named) -> bool:
    """Whether a name before another is surely a person's; "Arc Nord" in "Samordnare för Arc Nord är …" may be none."""
    return bool(named.parens or named.party) or is_common_given(named.name.split()[0])


@remembered
def officials(text: str) -> tuple[Official, ...]:
    """The officials that running text names for a body: a title beside the name, no party, no elected role."""
    if not TWO_CAPITALS.search(text):
        return ()
    found: list[Official] = []
    for sentence in SENTENCE.split(text):
        beside: int | None = None  # of the officials found, the one whom "och" or a comma joins to the next
        representatives = {each.name for each in _in_sentence(sentence)}
        named = names_in(sentence)
        for at, each in enumerate(named):
            end = named[at + 1].start if at + 1 < len(named) else len(sentence)
            start = max((one.end for one in named[:at] if _is_person(one)), default=0)
            title = (
                None
                if each.name in representatives or is_former(sentence, each)
                else title_of(each, sentence[start : each.start], sentence[each.end : end])
            )
            if title:
                found.append(Official(each.name, title, body_of(sentence, each, end)))
                if beside is not None and found[-1].body:
                    found[beside] = replace(found[beside], body=found[-1].body)
                between = sentence[each.end : end].replace(title, "", 1)
                joined = not found[-1].body and end < len(sentence) and _ONLY_JOINS.fullmatch(between)
                beside = len(found) - 1 if joined else None
    return tuple(found)
