"""Officials named in running text: by a title, and for a body."""

from __future__ import annotations

import re
from dataclasses import replace

from records.page import Official
from scraper.swedish.entitled import body_of, titles_of
from scraper.swedish.named import SENTENCE, TWO_CAPITALS, Named, is_former, names_in
from scraper.swedish.prose import in_sentence
from scraper.swedish.remembered import remembered

_ONLY_JOINS = re.compile(r"[\s,]*(?:och|samt|,)\s*(?:[a-zåäö-]+(?:\s[a-zåäö-]+){0,2}\s)?")  # "… och verksamhetschef"
_SAID = re.compile(r"\b(?:säger|berättar|menar|förklarar|konstaterar|kommenterar|understryker|hälsar)\s(?:\w+\s)?$")


@remembered
def officials(text: str) -> tuple[Official, ...]:
    """The officials that running text names for a body: a title beside the name, no party, no elected role."""
    if not TWO_CAPITALS.search(text):
        return ()
    return tuple(each for sentence in SENTENCE.split(text) for each in _in_sentence(sentence))


def _in_sentence(sentence: str) -> list[Official]:
    found: list[Official] = []
    beside: int | None = None  # of the officials found, the one whom "och" or a comma joins to the next
    named = names_in(sentence)
    if not named:
        return []
    representatives = {each.name for each in in_sentence(sentence)}
    others = [each.name in representatives or is_former(sentence, each) or _is_quoted(sentence, each) for each in named]
    for at, (each, title) in enumerate(zip(named, titles_of(sentence, named, others), strict=True)):
        end = named[at + 1].start if at + 1 < len(named) else len(sentence)
        if title:
            found.append(Official(each.name, title, body_of(sentence, each, end)))
            if beside is not None and found[-1].body:
                found[beside] = replace(found[beside], body=found[-1].body)
            between = sentence[each.end : end].replace(title, "", 1)
            joined = not found[-1].body and end < len(sentence) and _ONLY_JOINS.fullmatch(between)
            beside = len(found) - 1 if joined else None
    return found


def _is_quoted(sentence: str, named: Named) -> bool:
    """Whether somebody is only quoted ("…, säger Testa Testsson, forskare"), and is there for no body."""
    return _SAID.search(sentence, 0, named.start) is not None
