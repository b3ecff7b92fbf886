"""How one is a role, or has it, in Swedish."""

from __future__ import annotations

import re

_NEW_AS_NOUN = ("ledamot", "ersättare", "suppleant", "ordförande", "rapportör", "representant", "företrädare",
                "ledare", "sekreterare", "revisor", "observatör", "delegat", "kassör", "medlem", "deltagare",
                "huvudman", "talman", "president", "politiker", "sammankallande", "person", "mästare",
                "ordf.", " ordf", "ers.")  # fmt: skip
_NEW_AS_NEUTER = ("råd", "ombud")
_HAD = "plats"  # "insynsplats": nobody is one, one has it
_BEHIND_THE_NOUN = re.compile(r"[,(/]|\s(?:i|för|av|till|från|med|på|vid|och|t\.o\.m\.|fr\.o\.m\.)\s")
_SOMEBODYS = re.compile(r"\w{3,}s\s")  # "kommunstyrelsens ordförande" is one whoever is new as it


def becomes_new(role: str) -> str:
    """ "är ny ledamot i presidiet", "är nytt ombud", "är ny som adjungerad", "har fått insynsplats"."""
    noun = _noun(role)
    if noun.endswith(_HAD):
        return f"har fått {role}"
    if _SOMEBODYS.match(role):
        return f"är ny som {role}"
    if noun.endswith(_NEW_AS_NEUTER):
        return f"är nytt {role}"
    return f"är ny {role}" if noun.endswith(_NEW_AS_NOUN) else f"är ny som {role}"


def _noun(role: str) -> str:
    """The role without what follows its noun: "ledamot" of "ledamot i arbetsutskottet"."""
    return _BEHIND_THE_NOUN.split(role, maxsplit=1)[0].rstrip()


def is_or_has(role: str, adverb: str) -> str:
    """ "är nu ledamot", "har inte längre insynsplats"."""
    return f"{'har' if _noun(role).endswith(_HAD) else 'är'} {adverb} {role}"


def becomes(role: str) -> str:
    """ "blir ledamot", "får insynsplats"."""
    return f"{'får' if _noun(role).endswith(_HAD) else 'blir'} {role}"


def as_or_on(role: str) -> str:
    """ "som ledamot", "på insynsplats"."""
    return f"{'på' if _noun(role).endswith(_HAD) else 'som'} {role}"


def was(role: str) -> str:
    """Behind "tidigare": "ledamot", "med insynsplats"."""
    return f"med {role}" if _noun(role).endswith(_HAD) else role
