"""A line of people taken apart: texts, parentheses, and the marks between them."""

from __future__ import annotations

import re

from scraper.swedish.names import is_common_given, is_given, is_name, is_name_word, is_surname, turned
from scraper.swedish.vocabulary import PARTICLES, SHORT_PLACES

Atom = tuple[str, str]
"""("text", …), ("paren", …), or a separator by its name."""

_ATOMS = re.compile(
    r"""
    (?=[\s([:;|•·,–—/.&+-])(?:  # what each of them begins with
    \((?P<paren>[^()]*)\)? | \[(?P<square>[^\[\]]*)\]?
    | (?P<colon> (?<!\s\d)\s*:\s+ | :$ | (?<=\w\w\s\d):\s+(?=[A-ZÅÄÖ]) | (?<=[a-zåäö]{3}):(?=[A-ZÅÄÖ]))
    | (?P<stop> (?:(?<=[)\w][a-zåäö)])(?<![Oo]rdf)(?<![Ee]rs)(?<![Ll]ed)(?<![Ss]uppl)
              (?<![Pp]rof)(?<!\b[Dd]r)(?<!\b[Kk]and)(?<!\b[Ll]ic)(?<!\b[Mm]ag)(?<![Ss]ekr)(?<!\b[Aa]dj)
            | (?<=\s[A-ZÅÄÖ]{2}))\.\s+(?=[A-ZÅÄÖ])
        | \s*[;|•·]\s*(?:(?:och|samt)\s+)?)
    | (?P<comma> \s*,\s*(?:(?:och|samt)\s+)?)
    | (?P<dash> \s+[–—-]\s+ | \s*–\s+ | \s*-\s+(?!(?:och|samt|eller)\s))
    | (?P<slash> \s+/\s* | (?<![A-ZÅÄÖ]{3})/\s*)
    | (?P<join> (?<!\w-)\s+(?:och|samt|eller|alternativt|&|and|\+)\s+)
    )
    """,
    re.VERBOSE,
)


def atoms_of(line: str) -> list[Atom]:
    """The line's atoms in order; empty texts are left out."""
    atoms: list[Atom] = []
    at = 0
    for found in _ATOMS.finditer(line):
        if line[at : found.start()].strip():
            atoms.append(("text", line[at : found.start()].strip()))
        kind = found.lastgroup or ""
        value = found[kind]
        atoms.append(("paren" if kind in ("paren", "square") else kind, value))
        at = found.end()
    if line[at:].strip(" ."):
        atoms.append(("text", line[at:].strip()))
    return _turn_names(atoms)


def _turn_names(atoms: list[Atom]) -> list[Atom]:
    """Surname-first names made whole: text, comma, text → one text; only where the first cannot be a full name."""
    result: list[Atom] = []
    at, turned_one = 0, False
    while at < len(atoms):
        three = atoms[at : at + 3]
        shape = [kind for kind, _ in three] == ["text", "comma", "text"]
        if shape and _begins_person(result, turned_one) and _surname_first(three[0][1], three[2][1]):
            given, rest = _given_part(three[2][1])
            result.append(("text", turned(three[0][1], given)))
            if rest:
                result.append(("text", rest))
            at, turned_one = at + 3, True
        else:
            result.append(atoms[at])
            at += 1
    return result


def _begins_person(before: list[Atom], turned_one: bool) -> bool:
    """Whether a person may begin here: at the start, after a mark that ends one, "och", or a role's colon.

    A comma ends one too in a line that has turned a name before.
    """
    return not before or before[-1][0] in ("stop", "colon", "join", "dash") or (turned_one and before[-1][0] == "comma")


def _given_part(text: str) -> tuple[str, str]:
    """ "Anna ledamot" → ("Anna", "ledamot"): the words that can be given names, and the rest."""
    words = text.split()
    cut = next((at for at, word in enumerate(words) if not is_name_word(word)), len(words))
    if 0 < cut < len(words) and words[cut] in PARTICLES:
        cut += 1  # "Test, Carl von"
    return " ".join(words[:cut]), " ".join(words[cut:])


def _surname_first(surname: str, text: str) -> bool:
    given = _given_part(text)[0]
    if not given or not is_surname(surname) or surname.casefold() in SHORT_PLACES or not is_given(given):
        return False
    if is_name(surname):
        return len(given.split()) == 1 and is_common_given(given) and not is_common_given(surname.split()[0])
    return True
