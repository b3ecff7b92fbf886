"""People named in running text: representatives (by party or elected role), rapporteurs, and officials by title."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace

from records.page import Official
from scraper.swedish.names import is_common_given, is_name, is_name_word
from scraper.swedish.parties import InParentheses, in_parentheses, is_party
from scraper.swedish.people import Entry
from scraper.swedish.remembered import remembered
from scraper.swedish.roles import heading_role, held, read_role, read_roles
from scraper.swedish.titles import is_title, is_title_before, is_title_word
from scraper.swedish.vocabulary import BODIES, PARTICLES, PEOPLE_WORDS

_SENTENCE = re.compile(r"[.!?](?:(?<=[\wåäö)]{3}[.!?])\s+(?=[A-ZÅÄÖ])|(?<=\)\.)\s+)")
_OWNERS = re.compile(
    r"\b(?:regionens|kommunens|landstingets|stadens|förbundets|nätverkets|vår|dess|region \w+s)\s+", re.IGNORECASE
)
_PHRASE = 100  # letters before a name that can belong to the same phrase
_NEAR = 400  # letters from a name within which its body is named
_SEVERAL = (
    r"(?P<role>\b(?:ordinarie\s+|personliga\s+|övriga\s+)?(?:\w*ledamöter(?:na)?|ersättar(?:e|na)|rapportörer(?:na)?|"
    r"suppleanter(?:na)?|ombud(?:en)?|\w*revisorer(?:na)?|\w*delegater(?:na)?|insynsplats(?:er)?))\b"
)
_SEVERAL_BEFORE = re.compile(
    _SEVERAL
    + r"[^.,;]{0,80}?\s(?:är|:|blir|valdes|utsågs)\s*$|"
    + _SEVERAL.replace("role", "near")
    + r"\s*[:,]?\s*(?:(?<=:\s)ordförande\s+)?$",
    re.IGNORECASE,
)
_SEVERAL_BEHIND = re.compile(
    r"\s*,?\s*(?:(?:är|som|blir|har|sitter som|till)\s+)?(?:\w+s\s+)?" + _SEVERAL, re.IGNORECASE
)
_ONE_OF = re.compile(rf"\s*är\s+en\s+av\s+[^,.;()]*?{_SEVERAL}", re.IGNORECASE)  # "är en av Sveriges tolv ledamöter"
_JOINED = re.compile(r"(?:,\s+(?:som\s+är\s+[\w:]+|[A-ZÅÄÖ][\w-]+)(?:\s+\w+)?(?=,|\s+och))?\s*(?:,|och|samt|, och)\s*")
_PASSIVE = re.compile(r"\b[a-zåäö]+[adet]s\s+(?:[A-ZÅÄÖ]\w+\s+)?$")  # "representeras Region Kronoberg" av …
_APPOSITION = re.compile(  # ", Region Provland, är", ", regionstyrelsens ordförande, är"
    r"^\s*,\s(?P<what>[^,.;()]{2,60}?)(?P<closed>,?)(?=\s(?:är|som|blir|sitter|ingår)\s)"
)
_PREDICATE = re.compile(r"^(?P<role>.+?)\s+(?:är|blir)\s+(?P<as>[^,]+)$")  # "Ordförande är kommunalrådet"
_NEXT_ONES = re.compile(  # ", och hennes ersättare är", ", personlig ersättare är"
    r"\s*,?\s*(?:och|samt|men|medan)\s.*(?:\bär|\bblir|:)\s*$|\s*,\s[^,]*\s(?:är|blir)\s*$"
)
_CHOSEN = re.compile(  # "Till ledamot i styrgruppen har fullmäktige utsett"
    r"^(?:till|som)\s+(?P<role>.+?)\s+(?:har|utsåg|utsågs|utses|valde|valdes|väljs|är)\b", re.IGNORECASE
)
_ROLE_WORDS = 14  # before a name, within which its role begins
_IN_PLACE = re.compile(r"\b(?:i|inom|på)\s+$", re.IGNORECASE)  # what follows is a place or a body, not a person
_SAY_NOTHING = ("politiker", "deltagare", "person")  # "Regionens politiker i rådet är Testa Testsson (M)"
_IS_NOW = re.compile(r"\s*(?::|\b(?:är|blir|har varit)(?:\s+(?:för närvarande|just nu|idag|i dag|nu|numera))?)\s*$")
_AS_WHAT = re.compile(r"\s*(?:och|samt|med),?\s+som\s")
_ALSO_A_TITLE = PEOPLE_WORDS | {"sekreterare"}  # whoever has a title beside one of these is a civil servant
_OTHER_CLAUSE = re.compile(r"\bär\b|(?:^|\s)(?:i|för|av|på|inom|till|från|hos|vid)$")
_PAREN = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_TWO_CAPITALS = re.compile(r"(?<![\w'’.:-])[^\W\d_a-zåäöéü][\w'’.:-]*\s+(?:[a-z]{1,3}\s+){0,3}[^\W\d_a-zåäöéü]")
_WORD = re.compile(r"[^\s,;()]+")
_FORMER = re.compile(
    r"(?:\b(?:tidigare|förre|förra|f\.?\s?d\.?|föregående|dåvarande|avgångne|efter|efterträder|efterträdde|"
    r"ersätter|ersatte|avlöser|avlöste|istället för|i stället för|"
    r"[a-zåäö]+(?:ades|ddes|ndes|ttes|ktes|revs|ogs)\s+av)"  # "undertecknades av": what happened once
    r"(?:\s+[\w:-]+){0,3}\s*)$",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"^(?:\s*\([^)]*\))*\s*,?\s*(?:som\s+)?(?:har\s+)?(?:avgick|avgått|lämnade|lämnat|avsade|avsagt|ersattes|efterträddes|efterträds|var\b|"
    r"satt\b|avled|avlidit|slutade|slutat)",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"^\s*,?\s*(?:(?:som är|tillika|har (?:utsetts|valts) till|har utsetts som|"
    r"är|var|blir|har|sitter som|deltar som|ingår som|utsågs till|valdes till|till ny|till|"
    r"är utsedd till|"
    r"är vald till|är utsedd som|som|tjänstgör som|är regionens|är kommunens)\s+)?"
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A personal name in a text: where it stands, and the parentheses right behind it."""

    name: str
    start: int
    end: int
    parens: tuple[str, ...] = ()
    phrase: str = ""  # the name and the words before it


@remembered
def prose_people(text: str) -> tuple[Entry, ...]:
    """The representatives that running text names: each with a party or an elected role; former ones are left out."""
    if not _TWO_CAPITALS.search(text):
        return ()
    return tuple(each for sentence in _SENTENCE.split(text) for each in _in_sentence(sentence))


@remembered
def _in_sentence(sentence: str) -> tuple[Entry, ...]:
    named = [each for each in _names(sentence) if not _is_former(sentence, each)]
    read = []
    for at, each in enumerate(named):
        end = named[at + 1].start if at + 1 < len(named) else len(sentence)
        start = named[at - 1].end if at else 0
        if at and sentence[start : each.start].strip() == "är":  # "Ersättare för Testa Testsson är"
            start = named[at - 2].end if at > 1 else 0
        before, after = sentence[start : each.start], sentence[each.end : end]
        if at + 1 < len(named) and _is_role_of_next(after):
            after = ""
        party, role = _party(each), _role_in_parens(each) or _role_behind(after) or _role_before(before)
        if party and role is None and before.endswith(", ") and (at == 0 or _AS_WHAT.match(before)):
            # "Rådets ordförande, Testa Testsson (M), …", "… och, som ersättare, Ylva Provsson (S)"
            role = _role_before(before[:-2])
        if role == "medlem" and not party and not is_common_given(each.name.split()[0]):
            continue  # "Provbergens Geopark är medlem": an organisation
        role = None if role in _SAY_NOTHING else role
        if party or not (_IN_PLACE.search(before) or (role in _ALSO_A_TITLE and _title(each, before, after))):
            read.append((each, party, role))
    return tuple(
        Entry(each.name, party, role, rule="prose: name and party" if party else "prose: name and role")
        for each, party, role in _shared(read, sentence)
        if party or role
    )


def _is_role_of_next(between: str) -> bool:
    """Whether what stands between two names is the second's role: "…, vice ordförande Ylva Provsson"."""
    if between[:1] != "," or between[-1:] != " " or between[-2:-1] == ",":
        return False
    role = read_role(between.strip(" ,"))
    return role is not None and not role.body


def _is_former(sentence: str, named: _Named) -> bool:
    """Whether the text says that the seat was this person's before: "tidigare ordförande Testa", "Testa avgick"."""
    return bool(
        _FORMER.search(sentence[max(0, named.start - 60) : named.start])
        or _LEFT.match(sentence[named.end : named.end + 60])
    )


def _names(sentence: str) -> list[_Named]:
    """Every personal name in the text: the longest runs of name words, not across commas or parentheses."""
    words = [(found[0], found.start(), found.end()) for found in _WORD.finditer(sentence)]
    result, at = [], 0
    while at < len(words):
        run = _run(sentence, words, at)
        name = _as_name(sentence, words[at:run]) if run > at else None
        if name:
            result.append(_with_parens(sentence, *name))
            at = run
        else:
            at = max(at + 1, run if run > at and not name else at + 1)
    return result


def _run(sentence: str, words: list[tuple[str, int, int]], at: int) -> int:
    """Where the run of name words that begins here ends; a genitive or a mark ends it."""
    end = at
    while end < len(words):
        word, start, _ = words[end]
        if end > at and sentence[words[end - 1][2] : start] != " ":
            break
        if not (is_name_word(word.rstrip(".:")) or (end > at and word in PARTICLES)):
            break
        if word == "av" and end + 1 < len(words) and is_common_given(words[end + 1][0]):
            break  # "och Kiruna av Testa Testsson"
        if word == "av" and _PASSIVE.search(sentence, max(0, words[at][1] - 40), words[at][1]):
            break
        end += 1
        if word[-1] in ".:" and len(word) > 2:
            break
    while end > at and words[end - 1][0] in PARTICLES:
        end -= 1
    return end


def _as_name(sentence: str, words: list[tuple[str, int, int]]) -> tuple[str, int, int] | None:
    """The run as a name; its first word may be the sentence's own ("Ledamot", "Som") and is then not in it."""
    start, end = words[0][1], words[-1][2]
    text = sentence[start:end].rstrip(".:")
    return (text, start, start + len(text)) if is_name(text) and len(text.split()) <= 5 else None


def _with_parens(sentence: str, name: str, start: int, end: int) -> _Named:
    parens = []
    while found := _PAREN.match(sentence, end):
        parens.append(found[1])
        end = found.end()
    return _Named(name, start, end, tuple(parens), sentence[max(0, start - _PHRASE) : start] + name)


def _party(named: _Named) -> str | None:
    for paren in named.parens:
        for part in re.split(r"\s*[,;]\s+", paren):
            if in_parentheses(part, named.name) is InParentheses.PARTY and not _abbreviates(part, named):
                return part.strip()
    return None


def _abbreviates(letters: str, named: _Named) -> bool:
    """Whether letters are a longer phrase's, which the name ends: "Conference of … Maritime Regions (CPMR)"."""
    capitals = "".join(word[0] for word in re.findall(r"\b[A-ZÅÄÖ]\w+", named.phrase))
    return letters.isupper() and len(letters) > len(named.name.split()) and capitals.endswith(letters)


def _role_in_parens(named: _Named) -> str | None:
    for paren in named.parens:
        for part in re.split(r"\s*[,;]\s+", paren):
            role = read_roles(part) if in_parentheses(part, named.name) is InParentheses.ROLE else None
            if role:
                return role.text
    return None


def _role_behind(after: str) -> str | None:
    """The role behind a name: ", ledamot", " är ledamot i styrelsen", " som ordförande"; up to the clause's end."""
    if (apposition := _APPOSITION.match(after)) and (apposition["closed"] or is_title(apposition["what"])):
        return _role_behind(f" {after[apposition.end() :].strip()}") or _role_behind(apposition[0].rstrip(","))
    if _NEXT_ONES.match(after):
        return None
    if one_of := _ONE_OF.match(after):
        return held(role) if (role := read_role(one_of["role"])) else None
    links = _LINKS.match(after)
    rest = after[links.end() :] if links else after
    clause = re.split(r"[,.;:()]|\s+(?:och|samt|men|medan|vilken|som)\s+", rest)[0].strip()
    words = clause.split()
    for cut in range(min(len(words), 12), 0, -1):
        role = read_roles(" ".join(words[:cut]))
        if role and ((links and links[0].strip()) or after[:1] in ", "):
            return held(role)
    as_what = re.search(r"\bsom\s+([^,.;()]+)$", re.split(r"[,.;]|\s+(?:och|samt|men|medan)\s+", rest)[0].strip())
    role = read_roles(as_what[1]) if as_what else None
    return held(role) if role else None


def _role_before(before: str) -> str | None:
    """The role before a name: "ordförande Testa", "Ordförande är Testa", "Rapportör för yttrandet är Testa"."""
    clause = re.split(r"[,.;]|\s+(?:och|samt)\s+", before)[-1].strip()
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


_Read = tuple[_Named, str | None, str | None]


def _shared(read: list[_Read], sentence: str) -> list[_Read]:
    """A plural role right before or behind names that "och" and commas join counts for each of them."""
    result: list[_Read] = []
    at = 0
    while at < len(read):
        end = at + 1
        while end < len(read) and _JOINED.fullmatch(sentence, read[end - 1][0].end, read[end][0].start):
            end += 1
        before = sentence[read[at - 1][0].end if at else 0 : read[at][0].start]
        after = sentence[read[end - 1][0].end : read[end][0].start if end < len(read) else len(sentence)]
        found = _SEVERAL_BEHIND.match(after) or _SEVERAL_BEFORE.search(before)
        role = read_role(next(each for each in found.groups() if each)) if found and end - at > 1 else None
        result += [
            (each, party, own or (role.singular if role and (party or is_common_given(each.name.split()[0])) else None))
            for each, party, own in read[at:end]
        ]
        at = end
    return result


_IN_BODY = re.compile(
    rf"\b(?:bemannar|i|för|till|inom|på)\s+(?P<body>(?:[\w:&-]+\s+){{0,5}}?[\w:-]*(?:{'|'.join(BODIES)}))\b",
    re.IGNORECASE,
)
_MANNED = re.compile(rf"(?P<body>[\w:-]*(?:{'|'.join(BODIES)}))\s+bemannas\b", re.IGNORECASE)
_SITS = re.compile(
    r"\b(?:bemannar|bemannas|sitter|ingår|deltar|representerar|representeras|företräder|företräds|är med|"
    r"medverkar|är (?:\w+ ){0,2}(?:representant|tjänsteman|kontakt\w*)|arbetar)\b",
    re.IGNORECASE,
)


_TITLE_IS = re.compile(
    r"^(?:(?:ny|nya|nuvarande|\w{3,}(?:en|et|an)s)\s+)?(?P<title>[^,.;:()]+?)\s+(?:är|heter)\s*$", re.IGNORECASE
)


_ONLY_JOINS = re.compile(r"[\s,]*(?:och|samt|,)\s*")


@remembered
def officials(text: str) -> tuple[Official, ...]:
    """The officials that running text names for a body: a title beside the name, no party, no elected role."""
    if not _TWO_CAPITALS.search(text):
        return ()
    found: list[Official] = []
    for sentence in _SENTENCE.split(text):
        beside: int | None = None  # of the officials found, the one whom "och" or a comma joins to the next
        representatives = {each.name for each in _in_sentence(sentence)}
        named = _names(sentence)
        for at, each in enumerate(named):
            end = named[at + 1].start if at + 1 < len(named) else len(sentence)
            start = named[at - 1].end if at else 0
            title = (
                None
                if each.name in representatives or _is_former(sentence, each)
                else _title(each, sentence[start : each.start], sentence[each.end : end])
            )
            if title:
                found.append(Official(each.name, title, _body(sentence, each, end)))
                if beside is not None and found[-1].body:
                    found[beside] = replace(found[beside], body=found[-1].body)
                between = sentence[each.end : end].replace(title, "", 1)
                joined = not found[-1].body and end < len(sentence) and _ONLY_JOINS.fullmatch(between)
                beside = len(found) - 1 if joined else None
    return tuple(found)


def _title(named: _Named, before: str, after: str) -> str | None:
    """The title in parentheses, behind ("Testa Testsson, utvecklingschef") or before it ("regiondirektör Testa …")."""
    for paren in named.parens:
        if is_title(paren) and not is_party(paren):
            return paren.strip()
    behind = re.match(
        r"^\s*(?:,(?:\s+som\s+är\b)?|\bär(?: region\w*s| kommunens)?\b)\s*(?P<title>[^,.;()]+?)(?=\s+(?:som|"
        r"och (?:sitter|ingår|"
        r"deltar|bemannar|representerar)|är|sitter|ingår|deltar|bemannar|representerar|företräder|samt)\b|"
        r"[,.;(]|\s*$|\s+och\s*$)",
        after,
    )
    if behind and is_title(behind["title"]):
        return behind["title"].strip()
    if named_by := _TITLE_IS.match(_OWNERS.sub("", before)):
        title = named_by["title"]
        return _uncapped(title) if is_title(title) else None
    if before.endswith(", ") and after[:1] == ",":  # "… och kulturchefen, Testa Testsson, är kontaktperson"
        before = before[:-2]
    words = re.split(r"[,.;:()]|\s+(?:och|samt|av|är|genom|med|från|det|som)\s+", _OWNERS.sub("", before))[-1].split()
    for start in range(max(0, len(words) - 4), len(words)):
        if is_title_word(words[-1]) and is_title_before(words[start:]) and (words[start][0].islower() or start == 0):
            title = " ".join(words[start:])
            return _uncapped(title) if before.strip() == title else title
    return None


def _uncapped(title: str) -> str:
    """A title without the capital of its sentence's first word; "VD" and "EU-strateg" keep theirs."""
    return title if title[1:2].isupper() else f"{title[0].lower()}{title[1:]}"


def _body(sentence: str, named: _Named, end: int) -> str | None:
    """The body that the sentence names: behind the name's verb first ("bemannar chefsgruppen"), else before it.

    end: where the next name begins. A body right before that is the next one's: "… och i beredningsgruppen Testa".
    """
    near = min(end, named.end + _NEAR)
    sits = _SITS.search(sentence, named.end, near)
    behind = _IN_BODY.search(sentence, sits.start() if sits else named.end, near)
    if behind and end < len(sentence) and not sentence[behind.end() : end].strip(" ,"):
        behind = None
    before = deque(_IN_BODY.finditer(sentence, max(0, named.start - _NEAR), named.start), maxlen=1)
    found = behind or next(iter(before), None)
    if found is None and (subject := _MANNED.search(sentence, max(0, named.start - _NEAR), named.start)):
        return subject["body"][0].lower() + subject["body"][1:]
    return found["body"] if found else None
