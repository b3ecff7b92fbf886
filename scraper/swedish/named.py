"""Personal names in running text: where each stands, and whether the text speaks of the past."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from scraper.swedish.names import is_common_given, is_name, is_name_word
from scraper.swedish.parties import is_party_name
from scraper.swedish.remembered import remembered
from scraper.swedish.role_words import PARTY_MEMBERS
from scraper.swedish.roles import read_roles
from scraper.swedish.vocabulary import MONTHS, PARTICLES

SENTENCE = re.compile(r"[.!?](?:(?<=[\wåäö)]{3}[.!?])\s+(?=[A-ZÅÄÖ])|(?<=\)\.)\s+)")
SINCE = (  # "sedan 2019", "sedan den 1 maj", "sedan i våras": beside a verb
    r"(?:sedan\s+i\s+(?:våras|höstas|somras|vintras|fjol)|"
    r"sedan(?:\s+[\w.]+){0,3}?\s+(?:(?:19|20)\d\d|årsskiftet|årsmötet|stämman|kongressen|valet|hösten|våren|sommaren|vintern|"
    rf"(?:{'|'.join(month for month in MONTHS if len(month) > 4 or month == 'maj')})))"
)
_PASSIVE = re.compile(r"\b[a-zåäö]+[adet]s\s+(?:[A-ZÅÄÖ]\w+\s+)?$")  # "representeras Region Kronoberg" av …
_PAREN = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
TWO_CAPITALS = re.compile(r"[^\W\d_a-zåäöéü](?<![\w'’.:-].)[\w'’.:-]*\s+(?:[a-z]{1,3}\s+){0,3}[^\W\d_a-zåäöéü]")
_PARTY_BEHIND = re.compile(r"(?:\s*,\s+|\s+(?:från|för)\s+)(?P<party>[A-ZÅÄÖ][\w-]+)(?![\w-])")
_IS = re.compile(r"\s+(?:är|heter|blir)\s*$")
_WHENCE = re.compile(r"\b(?:från|för|i)\s$", re.IGNORECASE)
_MOST_NAMES = 5  # that one has in running text
_PHRASE = 100  # letters before a name that can belong to the same phrase
_WORD = re.compile(r"[^\s,;()]+")
_FORMER = re.compile(
    r"(?:\b(?:tidigare|förre|förra|f\.?\s?d\.?|föregående|dåvarande|avgångne|efter|efterträder|efterträdde|"
    r"ersätter|ersatte|avlöser|avlöste|ersatt|efterträtt|avlöst|istället för|i stället för|"
    # "undertecknades av": what happened once; whoever somebody was replaced by sits there now
    r"(?!efterträd|ersatt|avlöst)[a-zåäö]+(?:ades|ddes|ndes|ttes|ktes|revs|ogs)\s+(?:[\w-]+\s+){0,2}av|på\s+(?:initiativ|förslag)\s+av)"
    r"(?:\s+[\w:-]+){0,3}\s*|\bvar\s)$",  # "Ledamot till årsskiftet var"
    re.IGNORECASE,
)
_GENITIVE = re.compile(  # "Under Testa Testssons (S) tjänstledighet", "Testa Testssons ersättare är"
    r"(?:\s*\([^)]*\))?\s+(?:personliga?\s)?(?:ersättare|efterträdare|suppleant|mandat|plats|\w*ledighet|\w*frånvaro)\b"
)
_LEFT = re.compile(
    r"^(?:\s*\([^)]*\))*\s*,?\s*(?:som\s+)?(?:har\s+)?(?:avgick|avgått|lämnade|lämnat|avsade|avsagt|ersattes|"
    r"efterträddes|efterträds|var\b|"
    r"satt\b|avled|avlidit|slutade|slutat)",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\s[a-zåäö]{3}")  # what belongs to whoever stands before it
_IN = re.compile(r"\b(?:i|vid|hos|inom|till)\s$")


@dataclass(frozen=True, slots=True)
class Named:
    """A personal name in a text: where it stands, and the parentheses right behind it.

    party: where it is written in words ("Testa Testsson från Moderaterna"); end is behind it.
    """

    name: str
    start: int
    end: int
    parens: tuple[str, ...] = ()
    phrase: str = ""  # the name and the words before it
    party: str | None = None


def is_former(sentence: str, named: Named) -> bool:
    """Whether the text says that the seat was this person's before: "tidigare ordförande Testa", "Testa avgick"."""
    return bool(
        _FORMER.search(sentence[max(0, named.start - 60) : named.start])
        or _LEFT.match(sentence[named.end : named.end + 60])
        or (named.name.endswith("s") and _GENITIVE.match(sentence, named.start + len(named.name)))
    )


@remembered
def names_in(sentence: str) -> tuple[Named, ...]:
    """Every personal name in the text: the longest runs of name words, not across commas or parentheses."""
    words = [(found[0], found.start(), found.end()) for found in _WORD.finditer(sentence)]
    result: list[Named] = []
    at = 0
    party: tuple[str, int, int] | None = None  # the last one that the words so far told of, and where its word stands
    while at < len(words):
        if told := _party_of(words[at][0]):
            party = told, words[at][1], words[at][2]
            at += 1
            continue
        run = _run(sentence, words, at)
        name = _as_name(sentence, words[at:run]) if run > at else None
        if name:
            found = _with_parens(sentence, *name)
            if party and not (between := sentence[party[2] : found.start]).strip():
                found = replace(found, party=party[0], start=party[1])  # "Moderaternas Testa Testsson"
            elif party and _leads_to_name(between):
                found = replace(found, party=party[0])
            result.append(_with_party_behind(sentence, found))
            at, party = run, None
        else:
            at = max(at + 1, run if run > at and not name else at + 1)
    return tuple(result)


def _run(sentence: str, words: list[tuple[str, int, int]], at: int) -> int:
    """Where the run of name words that begins here ends; a genitive or a mark ends it."""
    end = at
    while end < len(words):
        word, start, _ = words[end]
        if end > at and sentence[words[end - 1][2] : start] != " ":
            break
        if not (is_name_word(word.rstrip(".:")) or (end > at and word in PARTICLES)):
            break
        if word == "av" and _is_whole_name(words[end + 1 : end + 3]):
            break  # "och Kiruna av Testa Testsson"
        if word == "av" and _PASSIVE.search(sentence, max(0, words[at][1] - 40), words[at][1]):
            break
        end += 1
        if word[-1] in ".:" and len(word) > 2:
            break
    while end > at and words[end - 1][0] in PARTICLES:
        end -= 1
    return end


def _is_whole_name(words: list[tuple[str, int, int]]) -> bool:
    """Whether a given name, or two words of a name, begin here: behind "av" as part of a name one surname stands."""
    if words and is_common_given(words[0][0]):
        return True
    return len(words) == 2 and words[1][1] == words[0][2] + 1 and all(is_name_word(word) for word, _, _ in words)


def _as_name(sentence: str, words: list[tuple[str, int, int]]) -> tuple[str, int, int] | None:
    """The run as a name; its first word may be the sentence's own ("Ledamot", "Som") and is then not in it."""
    if len(words) > 2 and _is_whence(sentence, words):
        words = words[1:]
    start, end = words[0][1], words[-1][2]
    text = sentence[start:end].rstrip(".:")
    if text[-1] == "s" and _names_owner(sentence, start, end) and not is_common_given(words[0][0]):
        return None
    return (text, start, start + len(text)) if is_name(text) and _given(text) <= _MOST_NAMES else None


def _names_owner(sentence: str, start: int, end: int) -> bool:
    """Whether it is whose something is, behind a preposition: "vid Provlands Kommunförbunds stämma"."""
    owned = _OWNED.match(sentence, end) is not None
    return owned and _IN.search(sentence, max(0, start - 10), start) is not None


def _is_whence(sentence: str, words: list[tuple[str, int, int]]) -> bool:
    """Whether the first of the words is a place: "Från Provland Testa Testsson"."""
    before = _WHENCE.search(sentence, max(0, words[0][1] - 10), words[0][1])
    return before is not None and not is_common_given(words[0][0]) and is_common_given(words[1][0])


def _given(text: str) -> int:
    """How many names a name has, without "von" and "de la"."""
    return sum(word not in PARTICLES for word in text.split())


def _party_of(word: str) -> str | None:
    """The party that a word before a name tells of: "Moderaternas", "socialdemokraten", "Moderaterna"."""
    if not word[0].isupper():
        return PARTY_MEMBERS.get(word)
    known = PARTY_MEMBERS.get(word.casefold())
    if known or len(word) < 8:
        return known
    return word if is_party_name(word) else word[:-1] if word[-1] == "s" and is_party_name(word[:-1]) else None


def _leads_to_name(between: str) -> bool:
    """Whether nothing but a role or "är" stands between a party and a name: "Moderaternas ledamot är Testa …"."""
    words = _IS.sub("", between).strip()
    return not words or (not words.startswith(",") and read_roles(words) is not None)


def _with_party_behind(sentence: str, named: Named) -> Named:
    """The name with its party, where one is written in words right behind it."""
    behind = None if named.parens else _PARTY_BEHIND.match(sentence, named.end)
    if behind and is_party_name(behind["party"]):
        return replace(named, party=behind["party"], end=behind.end())
    return named


def _with_parens(sentence: str, name: str, start: int, end: int) -> Named:
    parens = []
    while found := _PAREN.match(sentence, end):
        parens.append(found[1])
        end = found.end()
    return Named(name, start, end, tuple(parens), sentence[max(0, start - _PHRASE) : start] + name)
