"""How one is a role, or has it, in Swedish."""

from __future__ import annotations

_NEW_AS_NOUN = ("ledamot", "ersättare", "suppleant", "ordförande", "rapportör", "representant", "företrädare",
                "ledare", "sekreterare", "revisor", "observatör", "delegat", "kassör", "medlem", "deltagare",
                "huvudman", "talman", "president", "politiker", "sammankallande", "ordf.", " ordf", "ers.")  # fmt: skip
_NEW_AS_NEUTER = ("råd", "ombud")
_HAD = "plats"  # "insynsplats": nobody is one, one has it


def becomes_new(role: str) -> str:
    """ "är ny ledamot", "är nytt ombud", "är ny som adjungerad", "har fått insynsplats"."""
    if role.endswith(_HAD):
        return f"har fått {role}"
    if role.endswith(_NEW_AS_NEUTER):
        return f"är nytt {role}"
    return f"är ny {role}" if role.endswith(_NEW_AS_NOUN) else f"är ny som {role}"


def is_or_has(role: str, adverb: str) -> str:
    """ "är nu ledamot", "har inte längre insynsplats"."""
    return f"{'har' if role.endswith(_HAD) else 'är'} {adverb} {role}"


def becomes(role: str) -> str:
    """ "blir ledamot", "får insynsplats"."""
    return f"{'får' if role.endswith(_HAD) else 'blir'} {role}"


def as_or_on(role: str) -> str:
    """ "som ledamot", "på insynsplats"."""
    return f"{'på' if role.endswith(_HAD) else 'som'} {role}"


def was(role: str) -> str:
    """Behind "tidigare": "ledamot", "med insynsplats"."""
    return f"med {role}" if role.endswith(_HAD) else role
