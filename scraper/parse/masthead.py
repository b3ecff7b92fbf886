"""Lines about the page itself and whoever keeps it, which say nothing of what the page is about."""

from __future__ import annotations

import re

from scraper.parse.place import SHORT
from scraper.swedish.remembered import remembered

_MASTHEAD = re.compile(  # a publisher's copyright line, its postal address, or who keeps the page
    r"^(?:©|\(c\)(?=\s*(?:\d{4}|copyright))|copyright\b)"
    r"|^(?:webb?master|kontakt för (?:den här |denna )?sidan"
    r"|webb(?:ansvarig|redaktör)|sid(?:an)?s?\s?ansvarig|innehållsansvarig|ansvarig\s(?:utgivare|för\ssidan)"
    r"|(?:redaktör|ansvarig)(?=:\s(?:webb|kommunikation|information)\w*)"
    r"|publicera[dt]\sav|sidan\s(?:publicera[dt]|skapa[dt])\sav)\s*(?::|$)"
    r"|^(?:skriven|publicerad|upplagd|inlagd)\sav:?\s[^.(),]{3,40}$|^(?:skribent|publicerad|författare):\s[^.(),]{3,40}$"
    r"|^publicera[dt]:?\s(?:den\s)?\d[\w\s:.-]{0,30}\sav\s[A-ZÅÄÖ][^.]*$"
    r"|^(?:\d{1,2}\s\w+\s\d{4}|\d{4}-\d\d-\d\d)?[\s·|•,–-]*(?:lästid:?\s)?"
    r"\d+\smin(?:ut(?:er)?s?)?(?:\s(?:läsning|lästid|att läsa))?$"
    r"|^(?!.*[.!?]$)(?=.*(?:\bbox\s\d|\b\d{3}\s?\d\d\s+[A-ZÅÄÖ]))[^()]*\s[·|•]\s",
    re.IGNORECASE,
)


@remembered
def is_masthead(text: str) -> bool:
    """Whether a line is a publisher's: who wrote or keeps the page, how long it takes to read, whose right it is."""
    return len(text) <= SHORT and _MASTHEAD.match(text) is not None
