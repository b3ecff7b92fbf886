"""What a look that could not tell has seen, in the reader's language. Pure.

The evidence is written once, in English, where it is found, and kept so: in the database and in every JSON answer. Here
stands what each such sentence is called in Swedish; a test holds this table against every sentence that can be written.
"""

from __future__ import annotations

import re
from functools import cache

from notifier.wording import Language

_PHRASES = frozenset({"kind", "detail", "part", "people", "where"})
"""Fields whose values are sentences or words of the table themselves; the others are names, numbers and quotations."""

_LONGEST = 2000  # letters; more is a page's own text, and no sentence of ours

_SWEDISH = {
    # the network
    "timeout: no answer within {seconds} s": "inget svar inom {seconds} s",
    "timeout: no connection in time": "ingen anslutning i tid",
    "timeout: no answer in time": "inget svar i tid",
    "timeout: the body took longer than {seconds} s": "svaret tog mer än {seconds} s",
    "timeout: the body stopped coming": "svaret slutade komma",
    "dns: the host name is not known ({error})": "servernamnet är okänt ({error})",
    "tls: {error}": "den säkra anslutningen kunde inte upprättas ({error})",
    "connect: {error}": "ingen anslutning ({error})",
    "the server answered {status}": "servern svarade {status}",
    "the server answered 206: a part of the page, though all of it was asked for": (
        "servern svarade 206: en del av sidan, fast hela begärdes"
    ),
    "304 to a request without conditions": "servern svarade 304 på en fråga utan villkor",
    "robots.txt asks us not to look at this address": "robots.txt ber oss att inte läsa den här adressen",
    "robots.txt, which must be asked first: {detail}": "robots.txt, som måste läsas först: {detail}",
    "{detail}; it asked us not to come back before {until} UTC": (
        "{detail}; servern bad oss att inte återkomma före {until} UTC"
    ),
    # addresses
    "redirected to what is no web address ({error})": "hänvisade till något som inte är en webbadress ({error})",
    "redirected to {address}, which is no web address": "hänvisade till {address}, som inte är någon webbadress",
    "redirected to another site: {address}": "hänvisade till en annan webbplats: {address}",
    "redirected to {address}": "hänvisade till {address}",
    "more than {count} redirects, the last to {address}": "mer än {count} hänvisningar, den sista till {address}",
    "the site redirected to {kind}, {address}": "webbplatsen hänvisade till {kind}, {address}",
    "the page redirected to another site, {address}": "sidan hänvisade till en annan webbplats, {address}",
    "the page redirected to the site's start page, {address}": (
        "sidan hänvisade till webbplatsens startsida, {address}"
    ),
    "the page redirected to a page above it, {address}": "sidan hänvisade till en sida ovanför den, {address}",
    # bodies
    "a web page came in the file's place": "en webbsida kom i filens ställe",
    "more than {count} bytes": "mer än {count} byte",
    "the body was cut at a limit of size": "svaret kapades vid en storleksgräns",
    "the connection ended within the body": "anslutningen bröts mitt i svaret",
    "the connection ended within the body ({error})": "anslutningen bröts mitt i svaret ({error})",
    "the body is packed as {coding}, which was not asked for": "svaret är packat som {coding}, vilket inte begärdes",
    "the compressed body is damaged ({error})": "det packade svaret är skadat ({error})",
    "the compressed body ends before its end": "det packade svaret slutar för tidigt",
    "the content is called {called} but is a file of another kind": (
        "innehållet kallas {called} men är en fil av annat slag"
    ),
    "the content was not read; it is called {called}": "innehållet lästes inte; det kallas {called}",
    "the content is {called}": "innehållet är {called}",
    "the body is empty": "svaret är tomt",
    "the body is plain text, without any markup": "svaret är ren text utan uppmärkning",
    "the body is {kind}": "svaret är {kind}",
    "the body ends inside the content, in {part}": "svaret slutar mitt i innehållet, i {part}",
    "the body ends without </html>, which it had before": "svaret slutar utan </html>, som fanns där förut",
    "a file of another kind": "en fil av annat slag",
    "data": "data",
    "a feed": "ett nyhetsflöde",
    "an open comment": "en öppen kommentar",
    "a half tag": "en halv tagg",
    "a half character reference": "en halv teckenreferens",
    "an open list": "en öppen lista",
    "an open table": "en öppen tabell",
    "an open main part": "en öppen huvuddel",
    "an open article": "en öppen artikel",
    "an open section": "ett öppet avsnitt",
    "an open box": "en öppen ruta",
    "an open heading": "en öppen rubrik",
    "an open script": "ett öppet skript",
    "an open style sheet": "en öppen stilmall",
    "an open text field": "ett öppet textfält",
    "an open title": "en öppen titel",
    # what stands in the page's place
    "{kind}: its headline says “{text}”": "{kind}: rubriken säger ”{text}”",
    "{kind}: its only text says “{text}”": "{kind}: den enda texten säger ”{text}”",
    "{kind}: a password field and hardly any text": "{kind}: ett lösenordsfält och knappt någon text",
    "a bot wall": "en spärr mot robotar",
    "a wall": "en spärr",
    "a consent wall": "en samtyckesruta",
    "a login page": "en inloggningssida",
    "an error page": "en felsida",
    "a maintenance page": "en underhållssida",
    "a page that a script must fill": "en sida som ett skript ska fylla",
    "the page is only a script, which has still to load its text": (
        "sidan är bara ett skript, som ännu inte har hämtat sin text"
    ),
    "the page is only a script, with no text of its own": "sidan är bara ett skript utan egen text",
    "the page is only a frame around another": "sidan är bara en ram kring en annan",
    "no main content was found on the page": "inget huvudinnehåll hittades på sidan",
    "the page has neither title nor text": "sidan har varken titel eller text",
    # against the past
    "another page, “{now}”, with nothing in common with “{before}”": (
        "en annan sida, ”{now}”, som inte har något gemensamt med ”{before}”"
    ),
    "the people of {organ} are announced, but nobody is listed": (
        "personerna i {organ} ska räknas upp, men ingen står där"
    ),
    "“{role}” of {organ} is announced, but nobody is listed": "”{role}” i {organ} ska räknas upp, men ingen står där",
    "“{line}” in {organ} announces people, but nobody is listed": (
        "”{line}” i {organ} ska följas av personer, men ingen står där"
    ),
    "the list of who sits in {organ} is gone, and {again} still stands there": (
        "listan över vilka som sitter i {organ} är borta, men {again} står kvar"
    ),
    "the heading {organ} still stands there, and nobody under it": "rubriken {organ} står kvar, men ingen under den",
    "none of the {count} {people} that it named is left": "ingen av de {count} {people} som nämndes är kvar",
    "the only person that it named is gone": "den enda person som nämndes är borta",
    "the {people} fell from {before} to {now}, with nobody in their places": (
        "antalet {people} föll från {before} till {now}, utan någon i deras ställe"
    ),
    "representatives": "företrädare",
    "people": "personer",
    "the date line stands without its date": "datumraden står kvar utan sitt datum",
    "the date line is gone, which said {date}": "datumraden är borta; där stod {date}",
    # two looks
    "a change was seen, but the look to confirm it could not tell ({reason}: {detail})": (
        "en ändring sågs, men kontrollen som skulle bekräfta den kunde inte avgöra saken ({reason}: {detail})"
    ),
    "two looks soon after each other read differently": "två kontroller strax efter varandra läste olika",
    "the history of {page} has changed while the page was looked at; look again": (
        "historiken för {page} ändrades medan sidan lästes; den läses igen"
    ),
}


def in_words(detail: str, language: Language) -> str:
    """The evidence in this language; as it stands where the table does not know it (another version's words)."""
    if language == "en" or len(detail) > _LONGEST:
        return detail
    if detail in _SWEDISH:
        return _SWEDISH[detail]
    for pattern, swedish in _patterns():
        if found := pattern.fullmatch(detail):
            values = found.groupdict()
            return swedish.format_map({n: in_words(v, language) if n in _PHRASES else v for n, v in values.items()})
    return detail


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """The sentences with fields, the most particular first: those with most words of their own."""
    own = {english: re.sub(r"{\w+}", "", english) for english in _SWEDISH}
    with_fields = sorted((each for each in _SWEDISH if own[each] != each), key=lambda each: -len(own[each]))
    return [
        (re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(each)), re.S), _SWEDISH[each])
        for each in with_fields
    ]
