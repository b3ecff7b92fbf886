"""Link labels: documents with their format, and which link leads to a collaboration's own site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from scraper.swedish.needs import Needing
from scraper.swedish.remembered import remembered

_FORMATS = "pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|csv|txt|zip|epub"
_WORDS = {"word": "docx", "excel": "xlsx", "powerpoint": "pptx"}
_SIZE = r"\d+(?:[.,]\d+)?\s*(?:[kmg]i?b|bytes?|byte)"
_NEW_WINDOW = r"(?:(?:länk(?:en)?\s+)?öppnas\s+i\s+(?:en\s+|ett\s+)?)?ny(?:tt)?\s+(?:fönster|flik)"
_KINDS = rf"(?:{_FORMATS}|word|excel|powerpoint)"
_LEADS_OUT = r"(?:(?:extern\s+)?länk\s+till\s+(?:en\s+)?annan\s+(?:webb?plats|webb?sida)|extern\s+länk|external\s+link)"
_IN_PARENS = (
    rf"(?:{_NEW_WINDOW}|{_LEADS_OUT}|{_SIZE}|{_KINDS}\b|(?:dokument|fil|document|file)\b|\d+\s+sid(?:or|a|an)?\b)"
)
_TAIL = Needing(
    rf"""[\s,;.:|–-]*(?:
    [(\[]\s*(?:{_IN_PARENS}[\s,;:–-]*)+[)\]]
    |(?:länk(?:en)?\s+)?öppnas\s+i\s+(?:en\s+|ett\s+)?ny(?:tt)?\s+(?:fönster|flik)|opens\s+in\s+(?:a\s+)?new\s+(?:window|tab)
    |{_LEADS_OUT}
    |,\s*(?:{_FORMATS}|word|excel|powerpoint)|[,\s]\s*(?:{_FORMATS}|word|excel)[-\s]?(?:dokument|fil|document)|(?<=\s)(?:{_FORMATS})
    |(?<=[,\s]){_SIZE}|,\s*\d+\s+sid(?:or|a)|(?<=[\w)])\.(?:{_FORMATS})
    )[\s.,]*$""",
    needs=")|]|fönster|flik|window|tab|länk|link|sid|byte|kb|mb|gb|kib|mib|gib|pdf|doc|xls|ppt|odt|ods|odp|rtf|csv|txt|zip|"
    "epub|word|excel|powerpoint",
    flags=re.IGNORECASE | re.VERBOSE,
)
_TAIL_LENGTH = 120
_NOTE = Needing(
    r"[\s,;.:–-]*\(?(?:(?:(?:länk(?:en)?\s+)?öppnas\s+)?(?:i\s+)?(?:en\s+|ett\s+)?ny(?:tt)?\s+(?:fönster|flik)|"
    rf"{_LEADS_OUT}|opens\s+in\s+(?:a\s+)?new\s+(?:window|tab))\)?[\s.,]*$",
    needs="fönster|flik|länk|window|tab|external",
    flags=re.IGNORECASE,
)
_HOST = re.compile(r"^[a-z][a-z0-9+.-]*://[^/?#]*", re.IGNORECASE)
_FORMAT_AT_END = re.compile(rf"\.({_FORMATS})$", re.IGNORECASE)
_IN_TAIL = re.compile(rf"\b({_FORMATS}|word|excel|powerpoint)", re.IGNORECASE)
_SITE = r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,12}(?:/[\w./-]*)?"
_HOME = re.compile(
    rf"(?:hemsida|webb?plats|webb?sida|website|web\s?site|home\s?page|webben|sajt)\w*\b|^{_SITE}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(_SITE, re.IGNORECASE)

_WAY = re.compile(  # "Läs mer om Energy Cities", "Till eurobaltic.org": what stands before the name or the address
    r"^(?:(?:gå|länk)\s+)?till\s+|^(?:läs|se)?\s*(?:mer\s+|vidare\s+)?(?:information\s+)?(?:om|på|hos)\s+|^besök\s+|"
    r"^(?:read\s+more|more)\s+(?:about|at)\s+|^visit\s+",
    re.IGNORECASE,
)
_WAY_ENDS = re.compile(r"\s+(?:på nätet|online|här)$", re.IGNORECASE)


@remembered
def document_label(label: str) -> tuple[str, str | None]:
    """The label without its tail (", pdf, öppnas i nytt fönster", "(pdf, 234 kB)"), and the format the tail names."""
    kept, kind = label.strip(), None
    while True:
        tail = _TAIL.search(kept, max(0, len(kept) - _TAIL_LENGTH))
        if tail is None or tail.start() == 0 or tail.end() == tail.start() or not tail[0].strip(" ,.;:-–|"):
            return kept.strip(" ,;|"), kind
        named = _IN_TAIL.search(tail[0])
        kind = _format(named[1]) if named else kind
        kept = kept[: tail.start()].rstrip()


def _format(word: str) -> str:
    return _WORDS.get(word.casefold(), word.casefold())


@remembered
def document_format(url: str) -> str | None:
    """The format that an address's path ends with: "pdf", or None where it is no document."""
    path = unquote(_HOST.sub("", url).partition("?")[0].partition("#")[0])
    found = _FORMAT_AT_END.search(path.strip())
    return found[1].casefold() if found else None


def link_label(label: str) -> str:
    """A link's label without the notes that tools add: "öppnas i nytt fönster", "länk till annan webbplats"."""
    while True:
        note = _NOTE.search(label, max(0, len(label) - _TAIL_LENGTH))
        if note is None or note.start() == 0:
            return label.strip()
        label = label[: note.start()]


@remembered
def is_homepage_label(label: str, names: Iterable[str] = ()) -> bool:
    """Whether a link's label says that it leads to a collaboration's own site.

    names: the collaboration's names and abbreviation; a label that is only such a name leads there as well.
    """
    label = link_label(label)
    folded = label.casefold().strip(" .")
    if folded in _written(names):
        return True
    return bool(_HOME.search(label)) and len(label.split()) <= 14


@remembered
def is_way_label(label: str, names: Iterable[str] = ()) -> bool:
    """Whether a label leads to a site outside by its name or address alone: "Läs mer om ERB", "Till eurobaltic.org"."""
    label = link_label(label).strip(" .")
    bare = _WAY_ENDS.sub("", _WAY.sub("", label, count=1)).casefold()
    if bare in _written(names):
        return True
    return bare != label.casefold() and _ADDRESS.fullmatch(bare) is not None


def _written(names: Iterable[str]) -> set[str]:
    """The names, and the full one with the abbreviation in parentheses, without case."""
    given = [name.casefold() for name in names if name]
    return {*given, f"{given[0]} ({given[-1]})"} if given else set()
