"""Lines about the page itself and whoever keeps it, which say nothing of what the page is about."""

from __future__ import annotations

import re

from scraper.parse.place import SHORT
from scraper.swedish.remembered import remembered

_KEEPER = (  # of the page, and of nothing on it
    r"(?:sid|webb|innehålls|informations)\w*\s?(?:ansvarig|redaktör)|webb?master|ansvarig\sutgivare"
    r"|(?:ansvarig|kontakt)\sför\s(?:den\shär\s|denna\s)?sidan?"
)
_NAMES_KEEPER = re.compile(_KEEPER, re.IGNORECASE)
_MASTHEAD = re.compile(  # a publisher's copyright line, its postal address, or who keeps the page
    r"^(?:©|\(c\)(?=\s*(?:\d{4}|copyright))|copyright\b)"
    rf"|^(?:{_KEEPER}"
    r"|(?:redaktör|ansvarig)(?=:\s(?:webb|kommunikation|information)\w*)"
    r"|publicera[dt]\sav|sidan\s(?:publicera[dt]|skapa[dt])\sav)\s*(?::|$)"
    r"|^(?:skriven|publicerad|upplagd|inlagd)\sav:?\s[^.(),]{3,40}$|^(?:skribent|publicerad|författare):\s[^.(),]{3,40}$"
    r"|^publicera[dt]:?\s(?:den\s)?\d[\w\s:.-]{0,30}\sav\s[A-ZÅÄÖ][^.]*$"
    r"|^(?:\d{1,2}\s\w+\s\d{4}|\d{4}-\d\d-\d\d)?[\s·|•,–-]*(?:lästid:?\s)?"
    r"\d+\smin(?:ut(?:er)?s?)?(?:\s(?:läsning|lästid|att läsa))?$"
    r"|^(?!.*[.!?]$)(?=.*(?:\bbox\s\d|\b\d{3}\s?\d\d\s+[A-ZÅÄÖ]))[^()]*\s[·|•]\s",
    re.IGNORECASE,
)


def names_keeper(text: str) -> bool:
    """Whether a text begins as the label of whoever keeps the page: "Sidansvarig", "Ansvarig utgivare"."""
    return _NAMES_KEEPER.match(text) is not None


@remembered
def is_masthead(text: str) -> bool:
    """Whether a line is a publisher's: who wrote or keeps the page, how long it takes to read, whose right it is."""
    return len(text) <= SHORT and _MASTHEAD.match(text) is not None
