"""Since when somebody is a member, as sentences say it: "medlem sedan februari 1998", "blev medlem 2016"."""

from __future__ import annotations

import re

from scraper.swedish.dates import MONTH, partial_date
from scraper.swedish.names import is_name
from scraper.swedish.needs import Needing
from scraper.swedish.parties import is_party
from scraper.swedish.remembered import remembered

_FROM_THE_START = (
    r"(?:först\s+med\s+att|med\s+(?:och|om|redan|från|vid|när|då)|"
    r"en\s+av\s+(?:grundarna|initiativtagarna|de\s+första))"
)
_BEGINNINGS = (  # what the date stands behind, tried in this order
    # "har varit medlem sedan", "är ansluten till nätverket från och med"
    r"(?:har\s+(?:varit|deltagit|ingått)|är|varit)\b[^.]{0,80}?\b(?:medlem\w*|part|partner|med|(?:del|aktie)ägare|"
    r"anslut(?:en|et|na)|deltagit|ingått)\b[^.]{0,60}?\b(?:(?:allt)?se(?:da)?n|från\s+och\s+med|från\s+starten)\b",
    r"\b(?:är|varit)\s+en\s+(?:del\s+av|av\s+(?:dem|medlemmarna))\b[^.]{0,40}?\bsedan\b",
    r"\bmedlem\w*[^.]{0,30}?\b(?:sedan|från\s+och\s+med|fr\.?\s?o\.?\s?m\.?)",
    # a label: "Medlemsår: 2014"
    r"^(?:medlem\s+(?:från|sen)|medlemsår|inträde(?:sår)?|anslut(?:en|ningsår)|med\s+sedan|medlem(?:skap)?(?=:)|"
    r"år\s+för\s+(?:medlemskap|inträde|anslutning))\b:?",
    # it became one: "antogs som medlem", "blev delägare", "gick med", "anslöt sig", "valdes in"
    r"\b(?:antogs|upptogs|togs\s+upp)\s+som\b[^.]{0,40}?\bmedlem\w*",
    r"\bblev\b[^.]{0,40}?\b(?:medlem\w*|part|partner|(?:del|aktie)ägare)\b",
    rf"\bvar\s+{_FROM_THE_START}\b",
    r"\b(?:gick|kom)\b[^.]{0,40}?\b(?:med|medlem\w*|(?:del|aktie)ägare|part)\b",
    r"\b(?:är|varit)\s+(?:sedan\s+dess\b[^.]{0,20}?\bmedlem|medlem\w*\s+sedan\s+dess)",
    r"\banslöt(?:s)?\b|\b(?:åter)?inträdde\b|\btillträdde\b|\bjoined\b|\bvaldes\s+in\b",
    r"\b(?:deltar|ingår|tillhör)\b[^.]{0,40}?\bsedan\b",
    r"\bhar\s+(?:deltagit|ingått|samarbetat)\b[^.]{0,60}?\bsedan\b",
    # in English
    r"\bmember\s+since\b|\bmembership\s+(?:dates\s+(?:back\s+to|from)|(?:began|started)\s+in)\b",
    r"\b(?:is|are|been)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:members?|partners?|part|signatory)\b[^.]{0,60}?\bsince\b",
    r"\bbecame\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:members?|partners?|part|signatory)\b[^.]{0,60}?\bin\b",
    # the membership began
    r"\bmedlemskap(?:et)?\b[^.]{0,40}?\b(?:inleddes|började|startade|tecknades|ingicks|trädde i kraft|"
    r"(?:är|gäller|löper)\s+(?:sedan|från)|går\s+tillbaka\s+till)\b",
    r"\bblev\b[^.]{0,20}?\binval(?:d|t|da)\b|\bfick\b[^.]{0,20}?\bmedlemskap\b|\bbeviljades\s+medlemskap\b",
    r"\b(?:har|är)\b[^.]{0,40}?\b(?:tillhört\b[^.]{0,60}?\bsedan|medlem\w*\s+från)\b",
)
_SINCE = Needing(
    "|".join(_BEGINNINGS),
    needs="sedan|sen|från|medlem|membership|anslut|anslöt|inträd|år för|togs|blev|var |gick|kom|tillträdde|joined|"
    "valdes in|since|became|fick|beviljades|tillhört",
    flags=re.IGNORECASE,
)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_SENTENCE_END = re.compile(r"[.!?](?<=[^.\s]{3}.)(?:\s|$)")
_ASIDE = re.compile(r"\([^)]*\)")
_FIRST = re.compile(
    r"\b(?:sedan|år|i|from|fr\.o\.m\.|den)\s+(?P<when>[^.,]{4,30}?)(?=\s+(?:är|har|varit|blev|gick|anslöt|"
    r"medlem|deltar|ingår)\b)[^.]*?"
    r"\b(?:medlem(?!mar)\w*|med i|anslöt\w*|partner|(?:del|aktie)ägare|deltar|ingår)\b",
    re.IGNORECASE,
)
_HAS_SINCE = re.compile(  # "Regionen har sedan 1 mars 2018 ingått i samarbetet"
    r"\bhar\s+(?:ända\s+)?sedan\s+(?P<when>[^.,]{4,30}?)\s+(?:ingått|deltagit|tillhört)\b", re.IGNORECASE
)
_YEAR_FIRST = re.compile(  # "2016 blev staden medlem", "Hösten 2009 gick kommunen med"
    rf"^(?:(?:redan|hösten|våren|sommaren|vintern)\s+)?(?P<when>(?:(?:{MONTH})\s+)?(?:19|20)\d\d)\s+(?:blev|gick|kom|anslöt|"
    r"inträdde|antogs|valdes)\b[^.]*?\b(?:medlem\w*|med|sig|partner|(?:del|aktie)ägare|in)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(  # "valde 2022 att gå med", "beslutade den 3 mars 2020 att kommunen ska bli medlem"
    r"\b(?:valde|beslutade|beslöt)\s+(?:(?:i|år|under|den|hösten|våren|sommaren)\s+)?"
    rf"(?P<when>(?:\d{{1,2}}\s+)?(?:(?:{MONTH})\s+)?(?:19|20)\d\d)\s+(?:om\s+)?att\s(?:(?!inte\b)[^.,])*?"
    r"\b(?:gå\s+med|ansluta\s+sig|inträda|bli\s[^.,]*?\b(?:medlem\w*|partner|(?:del|aktie)ägare))\b",
    re.IGNORECASE,
)
_TURN_OF_THE_YEAR = re.compile(r"\bårsskiftet\s+(\d\d)\d\d\s?[/–-]\s?(?:\d\d)?(\d\d)\b")  # "2019/20": the latter
_THEN = re.compile(rf"\b(?:(?:{MONTH})\s+)?(?:19|20)\d\d\b", re.IGNORECASE)
_FORMED = re.compile(
    r"\b(?:bildades|grundades|startades?|instiftades)\b[^.]{0,30}?"
    rf"\b(?P<when>(?:{MONTH}\s+)?(?:19|20)\d\d)\b",
    re.I,
)
_FROM_THEN = re.compile(  # "har varit medlem sedan starten", whose year a sentence before gives
    r"\b(?:medlem\w*|med|deltagit|ingått|anslut\w+)\b[^.\d]{0,40}?\bsedan\s+"
    r"(?:starten|början|bildandet|grundandet)\W*$",
    re.I,
)
_AGAIN = re.compile(r"\båter\s?(?:är\s+|igen\s+)?(?:medlem|inträd|anslöt|anslut)\w*", re.IGNORECASE)
_ENDED = re.compile(
    rf"\b(?:var(?!\s+(?:dessförinnan|{_FROM_THE_START})\b)|fram\s+till|till\s+och\s+med|t\.?o\.?m\b|"
    r"lämnade(?!\s+\w*(?:utskottet|gruppen|styrelsen|posten|uppdraget))|utträdde|gick\s+ur|"
    r"mellan\s+(?:år(?:en)?\s+)?\d{4}\s+och|avslutade\w*|tidigare\s+medlem)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?:blev|gick|kom)\s+(?:\w+\s+){0,4}?(?:(?:år|i|den)\s+)?(?P<when>(?:\d{1,2}\s+)?(?:[a-z]+\s+)?\d{4}(?:-\d\d-\d\d)?)\b",
    re.I,
)
_FOUNDED = re.compile(r",?\s+som\s+(?:\w+\s+)?(?:grundades|bildades|startade|instiftades)\b[^,]*", re.IGNORECASE)
_OUTSIDE = re.compile(  # the subject is the collaboration itself: "Nätverket är medlem i …"
    r"^(?:nätverket|skr|skl|sverige|sveriges\s+kommuner\s+och\s+(?:regioner|landsting)|euroregionen|samarbetet|"
    r"plattformen|alliansen|unionen|sekretariatet|kommittén|gruppen|rådet|föreningen|förbundet|organisationen|"
    r"stiftelsen|bolaget|[\w-]*kontoret)\s+(?:är|blev|har)\s+(?:\w+\s+){0,4}?medlem\w*\s+(?:i|av)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(  # and what is said of whom stands right behind
    r"(?P<name>[^\W\d_][\w-]+\s[^\W\d_][\w-]+)\s\((?P<party>[^()]{1,30})\)\s+(?:är|har|sitter|ingår|deltar|blev|is|has|sits|joined|became)\s"
)

_LABEL = re.compile(
    r"(?:medlem(?:skap)?\s+(?:sedan|från)|medlemsår|inträde(?:sår|sdatum)?|anslut(?:en\s+sedan|ningsår)|med\s+sedan|"
    r"member\s+since)",
    re.IGNORECASE,
)
_LONGEST_LABEL = 20  # letters


def labels_since(text: str) -> bool:
    """Whether a line or a heading is only the label of what stands below it: "Medlem sedan"."""
    label = text.strip(" :")
    return len(label) <= _LONGEST_LABEL and _LABEL.fullmatch(label) is not None


@remembered
def member_since(text: str, names: tuple[str, ...] = ()) -> str | None:
    """Since when the page's own organisation is a member, as a partial ISO date: "2016", "1998-02", "2016-03-01".

    names: the collaboration's own; a year in them ("Klubb 2050") is no date, and what it is a member of itself counts
    for nothing, nor does a membership that ended, nor the year in which the network itself was formed.
    """
    if not _YEAR.search(text):
        return None
    formed = ""
    for sentence in _SENTENCE_END.split(text):
        if _is_of_its_own(sentence, names) or _is_of_a_person(sentence):
            continue
        if formed and _FROM_THEN.search(sentence):
            return partial_date(formed)
        if told := _FORMED.search(sentence):
            formed = told["when"]
        if not _YEAR.search(sentence):
            continue
        if "sedan dess" in sentence:
            sentence = _since_then(sentence)
        if "årsskiftet" in sentence:
            sentence = _TURN_OF_THE_YEAR.sub(r"\1\2", sentence)
        when = _since(_without_years(sentence, names))
        if when:
            return when
    return None


def _since_then(sentence: str) -> str:
    """ "bildades 1957 och kommunen har varit medlem sedan dess" says since when by the year before it."""
    years = list(_THEN.finditer(sentence, 0, sentence.index("sedan dess")))
    return f"medlem sedan {years[-1][0]}" if years and "medlem" in sentence.lower() else sentence


def _since(sentence: str) -> str | None:
    plain = _ASIDE.sub("", sentence)
    since = _SINCE.search(sentence)
    if _ENDED.search(plain):
        again = _AGAIN.search(plain)
        return partial_date(plain[again.end() :]) if again else None
    when = (_when_within(since[0]) or partial_date(_FOUNDED.sub("", sentence[since.end() :]))) if since else None
    return when or _before(plain)


def _is_of_its_own(sentence: str, names: tuple[str, ...]) -> bool:
    """Whether a sentence tells what the collaboration is a member of itself."""
    for name in names:
        if name and sentence.startswith(f"{name} "):
            sentence = f"Nätverket {sentence[len(name) + 1 :]}"
    return _OUTSIDE.match(sentence) is not None


def _is_of_a_person(sentence: str) -> bool:
    """Whether a sentence tells since when somebody sits there: "Testa Testsson (M) ingår sedan 2023 som suppleant"."""
    found = _SOMEBODY.search(sentence) if "(" in sentence else None
    if found and "medlem" in sentence[: found.start()]:
        return False  # "Regionen är medlem sedan 2010, där Testa Testsson (M) är ledamot"
    return found is not None and is_party(found["party"]) and is_name(found["name"])


def _without_years(sentence: str, names: tuple[str, ...]) -> str:
    for name in names:
        if name and _YEAR.search(name):
            sentence = sentence.replace(name, _YEAR.sub("", name))
    return sentence


def _when_within(phrase: str) -> str | None:
    """The year right behind the verb: "blev 2013 medlem i nätverket"."""
    found = _WITHIN.match(phrase)
    return partial_date(found["when"]) if found else None


def _before(sentence: str) -> str | None:
    """The date where it stands first: "Sedan 2012 är vi medlem", "År 2003 blev vi medlem"."""
    first = _FIRST.search(sentence) or _YEAR_FIRST.search(sentence) or _HAS_SINCE.search(sentence)
    first = first or _DECIDED.search(sentence)
    return partial_date(first["when"]) if first else None
