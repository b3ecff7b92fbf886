"""What stands beside a person in a line and is neither party nor role: a place, a note, where somebody comes from."""

from __future__ import annotations

import re

from scraper.swedish.bodies import is_body
from scraper.swedish.names import is_common_given, is_name, is_name_word
from scraper.swedish.vocabulary import COUNTRIES, NO_NAME, PLACE_FRONTS, SHORT_PLACES, words

NOTE_WORDS = (  # what says of a seat how it is held, and nothing of whose it is
    r"\w*ledig\b|ersätt(?:er|are för)\b|vikari|t\.?\s?o\.?\s?m\b|fr\.?\s?o\.?\s?m\b|till och med|från och med|född|"
    r"avgår|tillträder"
)
_NOTE = re.compile(
    rf"^(?:{NOTE_WORDS}|från|tjänstgör(?:ande)?\b|§|sedan\b|mandat|period|invald|vald\b|(?:ny|om|fyllnads)val(?:d|t)?\b|"
    r"f\.?\s?\d{2,4}\b|utsedd\b|t\.?\s?ex|\d{4}(?:\s*[-–]\s*\d{2,4})?$|\d+ år|\W*$)",
    re.IGNORECASE,
)
_CARD_FIELD = re.compile(
    r"(?:född|ålder|yrke|bor(?:\s(?:i|på))?|bostadsort|hemort|ort|kommun|valkrets|sysselsättning|arbetsgivare|utbildning|"
    r"intressen?|invald|vald|utsedd av|(?:i styrelsen|ledamot) sedan|övriga uppdrag|mandatperiod)\s*:\s*\S",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:^|,\s)\d{3}\s?\d\d\s+[A-ZÅÄÖ][\w -]+$")  # ends in a town behind its postal code
_VILLAGE = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+(?:by|köping|vik|stad|holm|borg|berg|sund|fors|hamn|sjö|ås|torp|arp|inge|hult|tuna|näs|bro|ö)"
)
_NAMED_BY_A_SENTENCE = re.compile(r"^(?:Hela Sverige ska leva|Vi som \w+)\b")  # associations that are called so
_LONGEST_CODE = 3  # letters of a country's code
_LONGEST_REMARK = 100  # letters
_SAYS = words(
    "är har var blir ska kan får som att ingår sitter deltar arbetar finns leder inte och bemannar representerar"
    " företräder samordnar"
)
_STREET = re.compile(  # "Storgatan 3", "Box 12", "123 45 Provstad"
    r"\w*(?:gatan|gata|vägen|väg|torget|torg|stigen|gränd|backen|allén|plan)\s+\d+\w?$|box\s+\d+|\d{3}\s?\d\d\s+\w+$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(  # "avdelning 3 Södra"
    r"(?:avdelning|lokalavdelning|distrikt|krets|valkrets|klubb|sektion|område|grupp|årskurs|klass)\s\d{1,3}"
    r"(?:\s[A-ZÅÄÖ][\w-]+){0,2}$",
    re.IGNORECASE,
)
_PLACE_WORD = re.compile(
    r"\b(?:kommun|region|län|landsting|stad|regionkommun|kommunförbund|regionförbund|Municipality|County|Voivodeship|Province)\b"
    r"|^(?:Region|Landstinget)\b"
)


def is_note(text: str, *, held: bool) -> bool:
    """Whether a text only remarks on a person ("tjänstledig", a street); held: or names where a role is."""
    if text.startswith("för ") and is_name(text[4:]):
        return True  # "Personliga ersättare: Testa Testsson (M) för Bo Provsson"
    if _NOTE.match(text) or _STREET.match(text):
        return True
    return held and is_body(text) and _SAYS.isdisjoint(text.split())


def has_place_word(text: str) -> bool:
    """Most texts hold none of the words within others either, which is cheaper to see."""
    swedish = "egion" in text or "kommun" in text or "län" in text or "andsting" in text or "stad" in text
    may = swedish or "unicipality" in text or "ounty" in text or "rovince" in text or "oivode" in text
    return may and _PLACE_WORD.search(text) is not None


def is_place(text: str) -> bool:
    """Whether a text can be the place that somebody sits for: "Växjö", "Region Kronoberg", "Östra Göinge"."""
    parts = text.split()
    if not parts or len(parts) > 5 or not text[0].isupper():
        return False
    folded = text.casefold()
    if folded in SHORT_PLACES or has_place_word(text) or (len(text) > _LONGEST_CODE and folded in COUNTRIES):
        return True
    if len(parts) == 2 and parts[0].casefold() in PLACE_FRONTS:
        return True
    return (
        len(parts) == 1
        and text.isalpha()
        and len(text) > 2
        and text.casefold() not in NO_NAME | {"ja", "nej"}
        and is_name_word(text)
    )


def names_village(word: str) -> bool:
    """Whether a word ends as the names of villages and towns do, and is nobody's given name: "Testby", "Provköping"."""
    return _VILLAGE.fullmatch(word) is not None and not is_common_given(word)


def is_remark(text: str) -> bool:
    """Whether a short line under a person's name only tells of the person: whence, or a field of a card."""
    if text.endswith((".", ":")) or len(text) > _LONGEST_REMARK:
        return False
    return bool(_CARD_FIELD.match(text) or _ADDRESS.search(text)) or (
        text[:1].isupper() and ":" not in text and says_whence(text)
    )


def says_whence(text: str) -> bool:
    """Whether a few words behind a listed name can say where the person comes from: "Provell Energi", "lantbrukare"."""
    if _NUMBERED.match(text):
        return True
    words = _NAMED_BY_A_SENTENCE.sub("", text).split()
    return len(words) <= 6 and _SAYS.isdisjoint(words) and not re.search(r"[!?\d]", text)
