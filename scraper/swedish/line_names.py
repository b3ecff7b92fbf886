"""The text that begins a person: a name alone, or with a party, a role or a title before or behind it."""

from __future__ import annotations

from records.forms import party_letters
from scraper.swedish.asides import has_place_word
from scraper.swedish.line_state import LineState
from scraper.swedish.names import is_common_given, is_name, is_name_word, is_vacant
from scraper.swedish.parties import LETTERS, is_party_name
from scraper.swedish.roles import Role, held, leading_role, read_role, role_ahead, trailing_role
from scraper.swedish.titles import is_title_before

_LONGEST_NAME = 8  # words
_LONGEST_TITLE = 8  # words before a name
_SHORTEST_CALLING = 5  # letters
_FEWEST_SPACES = 3  # of a role, a name and a party
SEVERAL_TOO = ("ersättare", "ombud")  # the same word for one and for several


def read_name(line: LineState, text: str) -> bool:
    """Whether the text begins a person; if so it is added to the line."""
    if _name_with_party(line, text) or _role_name_party(line, text):
        return True
    if is_party_name(text) or has_place_word(text):
        return False
    return _plain_name(line, text) or _name_with_role(line, text) or _name_with_title(line, text)


def read_name_by_party(line: LineState, text: str) -> bool:
    """ "Testa Trafik (KD)": right before a party's letters a word of the language is somebody's surname."""
    first, _, last = text.partition(" ")
    if not is_name_word(first) or not (last.isalpha() and last.istitle()):
        return False
    if is_party_name(text) or has_place_word(text) or read_role(last):
        return False
    line.begin(text, "name before a party")
    return True


def _plain_name(line: LineState, text: str) -> bool:
    """A name and nothing else, or an empty seat."""
    if is_vacant(text):
        line.begin("", "empty seat", vacant=True)
    elif is_name(text):
        line.begin(text, "name")
    else:
        return False
    return True


def _role_name_party(line: LineState, text: str) -> bool:
    """ "Ordförande Testa Testsson Moderaterna": three fields side by side, with nothing between them."""
    leading = leading_role(text) if text.count(" ") >= _FEWEST_SPACES else None
    if not leading or leading[0].several or not _name_with_party(line, leading[1]):
        return False
    line.people[-1].rule.append("role before")
    line.people[-1].role, line.people[-1].own_role = held(leading[0]), True
    return True


def _name_with_role(line: LineState, text: str) -> bool:
    leading = leading_role(text)
    if leading and (is_name(leading[1]) or is_vacant(leading[1])):
        role = leading[0]
        if (
            line.people
            and not line.people[-1].certain
            and not line.people[-1].role  # "Ombud: Testa Testsson, ersättare Ebon Provsson"
            and line.sep.strip() == ","
            and not is_common_given(leading[1].split()[0])
        ):
            last = line.people[-1]  # "Testa Testsson, ordförande Fältbiologerna Prov"
            last.role, last.own_role, last.place = held(role), True, leading[1]
            return True
        if not (line.kept and line.role and (_held_elsewhere(text, role) or _is_office(role))):
            line.role = line.joined(role_ahead(role))
            line.kept = role.several or role.text in SEVERAL_TOO
        vacant = is_vacant(leading[1])
        line.begin("" if vacant else leading[1], "role and name", vacant=vacant)
        return True
    trailing = trailing_role(text)
    if trailing and (_name_with_party(line, trailing[0]) or _plain_name(line, trailing[0])):
        line.people[-1].rule.append("role")
        line.people[-1].role, line.people[-1].own_role = trailing[1].text, True
        return True
    return False


def _is_office(role: Role) -> bool:
    """Whether a role before a name only says who that is: "Sammankallande: kommunalrådet Testa Testsson"."""
    return role.text.endswith("rådet")


def _held_elsewhere(text: str, role: Role) -> bool:
    """Whether a role before a name is another body's, as in "Ombud: kommunstyrelsens ordförande Testa Testsson"."""
    return not text.casefold().startswith(role.text) or role.text.endswith(("råd", "kso"))


def _name_with_party(line: LineState, text: str) -> bool:
    """ "Testa Testsson M", "Testa Testsson Moderaterna", "M Testa Testsson": a party without parentheses."""
    parts = text.split()
    if len(parts) > 2 and parts[0].isupper() and parts[0].casefold() in LETTERS and is_name(" ".join(parts[1:])):
        line.begin(" ".join(parts[1:]), "party and name")  # "S Testa Testsson": a mark before the name
        line.people[-1].party = parts[0]
        return True
    known = len(parts) > 2 and party_letters(parts[-1])  # then the words before it are all the name's
    for cut in [len(parts) - 1] if known else range(2, min(len(parts), _LONGEST_NAME)):
        name, party = " ".join(parts[:cut]), " ".join(parts[cut:])
        if _are_letters(party) or (is_party_name(party) and not read_role(parts[-1])):
            if not is_name(name):
                return False
            line.begin(name, "name and party")
            line.people[-1].party = party
            return True
    return False


def _are_letters(text: str) -> bool:
    """Whether a word behind a name is a party's letters: "M", "KD", "Kd"; one small letter is none."""
    return text.casefold() in LETTERS and (text.isupper() or (len(text) == 2 and text.istitle()))


def _name_with_title(line: LineState, text: str) -> bool:
    """ "Regiondirektör Testa Testsson": the first words are a title, the others a name."""
    parts = text.split()
    for cut in range(1, min(len(parts), _LONGEST_TITLE)):
        titled = is_title_before(parts[:cut]) or (cut == 1 and line.sep == ":" and _is_calling(line, *parts[:2]))
        if titled and is_name_word(parts[cut]) and is_name(" ".join(parts[cut:])):
            line.title, line.titled = " ".join(parts[:cut]), False
            if line.kept and line.role and line.role.endswith("råd"):
                line.role = None  # "regionråden Testa Testsson (S) och Bo Provsson (M) samt rektor Ylva Provsson"
            line.begin(" ".join(parts[cut:]), "title and name")
            return True
    return False


def _is_calling(line: LineState, word: str, given: str) -> bool:
    """Whether one unknown word between a role's colon and a name is a title: "Ledamot: församlingsherde Testa …"."""
    calling = word.islower() and word.isalpha() and len(word) >= _SHORTEST_CALLING
    return calling and bool(line.role) and is_common_given(given)
