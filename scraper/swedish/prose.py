"""Representatives named in running text: by party, by elected role, or in a sentence that says who sits there."""

from __future__ import annotations

import re
from dataclasses import replace

from scraper.swedish.entitled import title_of, titles_of
from scraper.swedish.named import SENTENCE, TWO_CAPITALS, Named, is_former, names_in
from scraper.swedish.names import HONORIFIC, is_common_given, is_name
from scraper.swedish.parties import InParentheses, in_parentheses, is_party_name, with_finland_written_out
from scraper.swedish.people import Entry
from scraper.swedish.remembered import remembered
from scraper.swedish.role_words import PEOPLE_WORDS
from scraper.swedish.roles import held, read_role, read_roles
from scraper.swedish.sentence_roles import asserted, is_role_of_next, role_before, role_behind, role_in_parens
from scraper.swedish.shared_roles import shared_roles
from scraper.swedish.vocabulary import BODIES

_IN_PLACE = re.compile(  # what follows is a place or a body, not a person: "i Prov", "i Nätverket Hållbara Prov"
    rf"\b(?:i|inom|på)\s+(?:(?=(?-i:[A-ZÅÄÖ]))\w*(?:{'|'.join(sorted(BODIES))})\s+)?$", re.IGNORECASE
)
_ANYBODY = ("övrig företrädare", "övrig representant")  # only one of those who sit there
_SAY_NOTHING = ("politiker", "deltagare", "person")  # "Regionens politiker i rådet är Testa Testsson (M)"
_ROLE_THEN_PARTY = re.compile(r"\s*,\s+(?P<role>[^,.;()]{3,40}?)\s*\((?P<in>[^()]{1,20})\)")
_IN_ORDER = re.compile(r"\s(?:för\s(?:dem|dessa|ledamöterna)|i\s(?:nu\s)?nämnd\sordning|i\stur\soch\sordning)\b")
_AS_SUCH = re.compile(r"\s*(?:och|samt|med),?\s+som\s+(?P<role>[^,]+),\s")  # "och, som suppleant, regionrådet …"
_IS_SOMETHING = re.compile(r"\s+är\s+(?:ett|en)\s")
_AS_WHAT = re.compile(r"\s*(?:och|samt|med),?\s+som\s|,?\s*(?:och|samt)\s+en\s")
_ALSO_A_TITLE = PEOPLE_WORDS | {"sekreterare"}  # whoever has a title beside one of these is a civil servant
_STANDS_IN = re.compile(r"\s*(?:under\s[^,.;]{0,40}\s)?är\s*")  # behind "Ersättare för Testa Testsson"
_SITS = re.compile(r"\s+(?:sitter|ingår)\s+(?:också\s|även\s|nu\s)?i\s")
_WITHIN_PARENS = re.compile(
    r"(?P<gap>\s?)\((?P<role>(?:personlig\s+)?(?:ersättare|suppleant)\s*:?\s+)?(?P<name>[A-ZÅÄÖ][^(),]{4,40})"
    r"(?:,\s(?P<party>[A-ZÅÄÖ]{1,3}))?\)"
)
_PERSON_IN_PARENS = re.compile(
    r"\s?\((?P<role>(?:personlig\s+)?(?:ersättare|suppleant)\s*:?\s+)?(?P<person>[A-ZÅÄÖ][^(),]{4,40}\s\([^()]{1,30}\))\)"
)
_TOGETHER = re.compile(  # "A, med B som ersättare, är ledamot", "A är, tillsammans med B, ledamot"
    r"(?P<comma>\s(?:är|sitter|ingår))?,\s(?P<with>(?:tillsammans\s)?med\s[A-ZÅÄÖ][^,()]{3,40}"
    r"(?:\s\([^()]{1,30}\))?(?:\ssom\s[^,()]{3,40})?),\s(?P<what>(?(comma)|(?:är|sitter|ingår)\s)[^.,;]{3,80})"
)
_THOSE_ARE = re.compile(  # "Det är", "Dessa är för närvarande", "För 2022–2025 är det"
    r"(?:För\s[\w\s–-]{4,30}\s)?(?:De|Dessa|De två|Det|det|är)\s(?:är|det|utgörs av)\s"
)
_THE_REST = re.compile(  # "Nuvarande ordförande är Testa Testsson (M). Övriga två är"
    r"(?:De\s)?[Öö]vriga\s(?:två|tre|fyra|fem|sex|sju|åtta|\d)\s(?:är|utgörs av)\s"
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
        elif _THE_REST.match(sentence):
            named = _those(text[: text.index(sentence)], sentence, named)
        if _SUCCEEDED.match(sentence):
            read, named = _succeeded(read, before, named)
        read, before = (*read, *named), sentence
    return read


def _those(before: str, sentence: str, named: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Who they are whom what stands before counts: "Kyrkorådet utser två ledamöter. Det är Testa Testsson och …"."""
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
    return _TOGETHER.sub(r" \g<what>, \g<with>", text) if " med " in text else text


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
        if at + 1 < len(named) and is_role_of_next(after):
            after = ""
        party, role = (
            _party(each) or _party_behind_role(after),
            role_in_parens(each) or asserted(before, after) or role_behind(after) or role_before(before),
        )
        if such := _AS_SUCH.match(before):
            said = read_role(such["role"])
            role = held(said) if said else role
        if party and role is None and before.endswith(", ") and (at == 0 or _AS_WHAT.match(before)):
            # "Rådets ordförande, Testa Testsson (M), …", "… och, som ersättare, Ylva Provsson (S)"
            role = role_before(before[:-2])
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
