"""Representatives named in running text: by party, by elected role, or in a sentence that says who sits there."""

from __future__ import annotations

import re
from dataclasses import replace

from scraper.swedish.entitled import title_of, titles_of
from scraper.swedish.named import SENTENCE, SINCE, TWO_CAPITALS, Named, is_former, names_in
from scraper.swedish.names import HONORIFIC, is_common_given, is_name
from scraper.swedish.parties import InParentheses, in_parentheses, is_party_name, with_finland_written_out
from scraper.swedish.people import Entry
from scraper.swedish.remembered import remembered
from scraper.swedish.role_words import PEOPLE_WORDS
from scraper.swedish.roles import held, read_role, read_roles, role_ahead
from scraper.swedish.shared_roles import IS_NOW, ROLE_WORDS, SEVERAL, shared_roles
from scraper.swedish.titles import is_title
from scraper.swedish.vocabulary import BODIES

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
_IN_PLACE = re.compile(  # what follows is a place or a body, not a person: "i Prov", "i Nätverket Hållbara Prov"
    rf"\b(?:i|inom|på)\s+(?:(?=(?-i:[A-ZÅÄÖ]))\w*(?:{'|'.join(sorted(BODIES))})\s+)?$", re.IGNORECASE
)
_ANYBODY = ("övrig företrädare", "övrig representant")  # only one of those who sit there
_SAY_NOTHING = ("politiker", "deltagare", "person")  # "Regionens politiker i rådet är Testa Testsson (M)"
_ROLE_THEN_PARTY = re.compile(r"\s*,\s+(?P<role>[^,.;()]{3,40}?)\s*\((?P<in>[^()]{1,20})\)")
_HERE = re.compile(
    r"(?:i|för|av)\s(?:bolaget|föreningen|förbundet|kommittén|nätverket|organisationen|rådet|stiftelsen|styrelsen|"
    r"styrgruppen|direktionen|gruppen)"
)
_BY_WHOM = re.compile(  # "är av styrelsen utsedd ledamot"
    r"av\s(?:[\w-]+\s){1,3}?(?=(?:förordnad|utsedd|vald|nominerad)\s)"
)
_IN_ORDER = re.compile(r"\s(?:för\s(?:dem|dessa|ledamöterna)|i\s(?:nu\s)?nämnd\sordning|i\stur\soch\sordning)\b")
_ACADEMIC = re.compile(r"\b(?:Dr|Prof)\.\s")
_AS_SUCH = re.compile(r"\s*(?:och|samt|med),?\s+som\s+(?P<role>[^,]+),\s")  # "och, som suppleant, regionrådet …"
_IS_SOMETHING = re.compile(r"\s+är\s+(?:ett|en)\s")
_AT_PRESENT = re.compile(
    r",\s(?:för närvarande|just nu|i\s?dag|nu)\s+$"
)  # "… ordförande, för närvarande Testa Testsson"
_FOR_A_TIME = re.compile(  # "Ordförande till och med 2026 är"
    r"\s+(?:till\s+och\s+med|från\s+och\s+med|fram\s+till|t\.?\s?o\.?\s?m\.?|fr\.?\s?o\.?\s?m\.?)\s[^,;()]{1,40}?(?=\s(?:är|heter|blir)\s*$)"
)
_AS_WHAT = re.compile(r"\s*(?:och|samt|med),?\s+som\s|,?\s*(?:och|samt)\s+en\s")
_ALSO_A_TITLE = PEOPLE_WORDS | {"sekreterare"}  # whoever has a title beside one of these is a civil servant
_OTHER_CLAUSE = re.compile(r"\bär\b|(?:^|\s)(?:i|för|av|på|inom|till|från|hos|vid)$")
_CLAUSE = re.compile(r"[,.;()]|:(?=\s|$)|\s+(?:och|samt|men|medan|vilken|som)\s+")  # "1:e" goes on
_OFFICE_BEHIND = (
    re.compile(  # ", regionråd", ", som också är vice ordförande i nämnden", ", till vardags oppositionsråd"
        r"\s*,\s+(?:(?:tillika|även|också|till\s+vardags|som\s+(?:också\s+|även\s+|till\s+vardags\s+)?är)\s+)?"
        r"(?P<what>[^,.;()]+)"
    )
)
_STANDS_IN = re.compile(r"\s*(?:under\s[^,.;]{0,40}\s)?är\s*")  # behind "Ersättare för Testa Testsson"
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
_SITS = re.compile(r"\s+(?:sitter|ingår)\s+(?:också\s|även\s|nu\s)?i\s")
_SHORT = 4  # letters of "inte" and "även"
_WHERE = re.compile(  # "… företräder kommunen i nätverket, där hon är vice ordförande"
    r",\s(?:där|vari|i\s(?:vilket|vilken))\s(?:hon|han|hen)\s(?:också\s|även\s)?(?:är|sitter\s+som)\s(?P<role>[^,.;()]+)"
)
_AS_ROLE = re.compile(r"^(?:till|som)\s")
_WITHIN_PARENS = re.compile(
    r"(?P<gap>\s?)\((?P<role>(?:personlig\s+)?(?:ersättare|suppleant)\s*:?\s+)?(?P<name>[A-ZÅÄÖ][^(),]{4,40})"
    r"(?:,\s(?P<party>[A-ZÅÄÖ]{1,3}))?\)"
)
_PERSON_IN_PARENS = re.compile(
    r"\s?\((?P<role>(?:personlig\s+)?(?:ersättare|suppleant)\s*:?\s+)?(?P<person>[A-ZÅÄÖ][^(),]{4,40}\s\([^()]{1,30}\))\)"
)
_TOGETHER = re.compile(  # "A, med B som ersättare, är ledamot", "A är, tillsammans med B, ledamot"
    r"(?P<comma>\s(?P<first>är|sitter|ingår))?,\s(?P<with>(?:tillsammans\s)?med\s[A-ZÅÄÖ][^,()]{3,40}"
    r"(?:\s\([^()]{1,30}\))?(?:\ssom\s[^,()]{3,40})?),\s(?P<is>)(?P<what>(?(comma)|(?:är|sitter|ingår)\s)[^.,;]{3,80})"
)
_THOSE_ARE = re.compile(  # "Det är", "Dessa är för närvarande", "För 2022–2025 är det"
    r"(?:För\s[\w\s–-]{4,30}\s)?(?:De|Dessa|De två|Det|det|är)\s(?:är|det|utgörs av)\s"
)
_COUNTED = re.compile(
    r"\b(?:två|tre|fyra|fem|sex|sju|åtta|\d)\s(?P<role>(?:ordinarie\s)?(?:\w*ledamöter|ombud|ersättare))\b"
)
_SUCCEEDED = re.compile(  # by whom the one of the sentence before was: "Hon efterträddes 2023 av"
    r"(?:Hon|Han|Hen|Denn[ae])\s(?:har\s(?:nu\s)?)?(?:efterträddes|efterträtts|ersattes|ersatts|avlöstes|avlösts)"
    r"(?:\s[\w.]+){0,4}?\sav\s"
)
_SITS_IN = re.compile(  # what names people right before the first of them
    r"(?:^Från\s[^,.:()]{3,40}:|\b(?:ingår(?:\s+gör)?|deltar\s+gör|medverkar\s+gör|sitter|"
    r"består\s+av|utgörs\s+av|(?:representera|företräd|företräde)[rs]\b[^,.;:()]{0,60}\sav|"
    r"(?:representanter|företrädare|deltagare)\b[^,.;()]{0,60}\sär))\s+"
    r"(?:(?:även|också|dessutom|för\s+närvarande|just\s+nu|i\s?dag|nu)\s+)?$",
    re.IGNORECASE,
)
_ONE_MORE = re.compile(
    r"\s*(?:(?:,|\s?(?:för|inom|på))\s[^,.;:()]{1,40}?)?(?:,|,?\s(?:och|samt))\s+(?:[a-zåäö-]+\s+){0,2}"
)
_LINKS = re.compile(
    r"^\s*,?\s*(?:(?:som (?:också |även |samtidigt )?är|(?:är )?(?:vald|utsedd|förordnad) (?:till|som)|tillika|"
    r"har (?:av [\w-]+ )?(?:utsetts|valts) (?:till|som)|(?:har tagit|tog|tar) över som|"
    r"är|var|blir|har|sitter som|att vara|deltar som|ingår som|"
    r"(?:som (?:har )?)?(?:utsågs|valdes|valts|utsetts)(?:\s(?:år\s)?(?:19|20)\d\d)? till|till ny|till|"
    r"som|tjänstgör som|är regionens|är kommunens)\s+)?"
    r"(?:(?:ny|nuvarande|vår|dess|deras)\s+(?=\w))?"
)


@remembered
def prose_people(text: str) -> tuple[Entry, ...]:
    """The representatives that running text names: each with a party or an elected role; former ones are left out."""
    if not TWO_CAPITALS.search(text):
        return ()
    text = with_finland_written_out(text)
    if "Mr" in text or "Ms" in text:
        text = HONORIFIC.sub("", text)
    text = _rearranged(text)
    read: tuple[Entry, ...] = ()
    before = ""
    for sentence in SENTENCE.split(text):
        named = in_sentence(sentence)
        if _THOSE_ARE.match(sentence):
            named = _those(before, sentence, named)
        if _SUCCEEDED.match(sentence):
            read, named = _succeeded(read, before, named)
        read, before = (*read, *named), sentence
    return read


def _those(before: str, sentence: str, named: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Who they are whom the sentence before counts: "Kyrkorådet utser två ledamöter. Det är Testa Testsson och …"."""
    counted = _COUNTED.search(before)
    role = read_role(counted["role"]) if counted else None
    if role is None:
        return named
    told = {each.name: each for each in named}
    people = [told.get(each.name) or Entry(each.name, rule="prose: name and who sits") for each in names_in(sentence)]
    return tuple(replace(each, role=each.role or role.given) for each in people)


def _rearranged(text: str) -> str:
    """The text with people out of parentheses, and what is said of somebody right behind the name."""
    if "ordning" in text or "för de" in text:
        text = _IN_ORDER.sub("", text)
    if "))" in text:
        text = _PERSON_IN_PARENS.sub(_of_nested, text)
    if "(" in text:
        text = _WITHIN_PARENS.sub(_out_of_parens, text)
    return _TOGETHER.sub(r" \g<is>\g<what>, \g<with>", text) if " med " in text else text


def _of_nested(found: re.Match[str]) -> str:
    """ "ledamot (ersättare: Bo Provsson (M))" and "en ersättare (Bo Provsson (M))" as they are written elsewhere."""
    said = found["role"] or ""
    return f", {said.strip(' :')} {found['person']}" if said else f" {found['person']}"


def _succeeded(read: tuple[Entry, ...], before: str, named: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], ...]:
    """Who was succeeded by those of the next sentence sits there no more, and leaves the role to them."""
    gone = in_sentence(before, former=True)[-1:]
    role = gone[0].role if gone else None
    left = read[:-1] if read[-1:] == gone else read
    return left, tuple(replace(each, role=each.role or role) for each in named)


def _out_of_parens(found: re.Match[str]) -> str:
    """ "(Testa Testsson, M)" as elsewhere: "Testa Testsson (M)"; "(ersättare: Bo Provsson)" as behind a comma."""
    if not is_name(found["name"]) or not (found["role"] or found["party"]):
        return found[0]
    person = f"{found['name']} ({found['party']})" if found["party"] else found["name"]
    return f", {found['role'].strip(' :')} {person}" if found["role"] else f"{found['gap']}{person}"


@remembered
def in_sentence(sentence: str, *, former: bool = False) -> tuple[Entry, ...]:
    """The representatives of one sentence; former: those of the past, too."""
    named = [each for each in names_in(sentence) if former or not is_former(sentence, each)]
    read = []
    for at, each in enumerate(named):
        end = named[at + 1].start if at + 1 < len(named) else len(sentence)
        start = named[at - 1].end if at else 0
        if at and _STANDS_IN.fullmatch(sentence, start, each.start):  # "Ersättare för Testa Testsson är"
            start = named[at - 2].end if at > 1 else 0
        before, after = sentence[start : each.start], sentence[each.end : end]
        if at and before == " för ":
            continue  # "Ersättare är Ylva Provsson (C) för Testa Testsson och …"
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
        if role and (role.split()[-1] in _SAY_NOTHING or role in _ANYBODY):
            office = read_role(before.rstrip().rpartition(" ")[2])
            role = held(office) if office else None  # "Ansvarig politiker är kommunalrådet Testa Testsson (M)"
        if party and _IS_SOMETHING.match(after) and not (is_party_name(party) or is_common_given(each.name.split()[0])):
            continue  # "Prov Test Land (PTL) är ett gemensamt kontor"
        if party or not (_IN_PLACE.search(before) or (role in _ALSO_A_TITLE and title_of(each, before, after))):
            read.append((each, party, role))
    beside = _listed(named, sentence)
    return tuple(
        Entry(each.name, party, role, rule="prose: name and " + ("party" if party else "role" if role else "who sits"))
        for each, party, role in shared_roles(read, sentence)
        if party or role or each in beside or _is_of_no_party(each)
    )


def _is_of_no_party(named: Named) -> bool:
    """Whether "(-)" stands behind a name."""
    return any(in_parentheses(paren, named.name) is InParentheses.NO_PARTY for paren in named.parens)


def _listed(named: list[Named], sentence: str) -> set[Named]:
    """Those who have neither party, role nor title, in a list behind "I styrelsen sitter" or "består av"."""
    found = False
    listed: set[Named] = set()
    for at, each in enumerate(named):
        start = named[at - 1].end if at else 0
        found = bool(
            (found and _ONE_MORE.fullmatch(sentence, start, each.start)) or _SITS_IN.search(sentence, start, each.start)
        )
        if _SITS.match(sentence, each.end) and is_common_given(each.name.split()[0]):
            listed.add(each)
        one_more = bool(listed) and sentence[start : each.start].strip(" ,") in ("och", "samt")
        if found and (one_more or is_common_given(each.name.split()[0])):
            listed.add(each)
    titles = titles_of(sentence, named) if listed else []
    return {each for each, title in zip(named, titles, strict=bool(titles)) if each in listed and not title}


def _asserted(before: str, after: str) -> str | None:
    """The role that "är" gives, where the one behind is an office elsewhere: "Ersättare är Testa (S), regionråd"."""
    office = _OFFICE_BEHIND.match(after) if before.endswith("är ") else None
    if office and office["what"].startswith("dess "):
        return None  # "…, som också är dess ordförande"
    elsewhere = read_roles(office["what"].strip()) if office else None
    if elsewhere and elsewhere.body and _HERE.fullmatch(elsewhere.body):
        return None  # "Styrelseledamöter är Testa Testsson (M), ordförande i bolaget, och …"
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
    if links and links[0].strip() and (by_whom := _BY_WHOM.match(rest)):
        rest = rest[by_whom.end() :]
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
    if where := _WHERE.search(after):
        return held(role) if (role := read_roles(where["role"])) else None
    as_what = re.search(r"\bsom\s+([^,.;()]+)$", re.split(r"[,.;]|\s+(?:och|samt|men|medan)\s+", rest)[0].strip())
    role = read_roles(as_what[1]) if as_what else None
    return held(role) if role else None


def _role_before(before: str) -> str | None:
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
