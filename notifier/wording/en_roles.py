"""What Swedish roles are called in English, with their articles."""

from __future__ import annotations

import re

from notifier.wording.parts import enumerated, nested

_OFFICES = {  # held by one: no article
    "ordförande": "chair",
    "ordf": "chair",
    "ordf.": "chair",
    "kassör": "treasurer",
    "sekreterare": "secretary",
    "gruppledare": "group leader",
    "sammankallande": "convener",
    "styrelseordförande": "board chair",
    "viceordförande": "vice chair",
}
_POSTS = {  # held by several: "a member"
    "ledamot": "member",
    "styrelseledamot": "board member",
    "medlem": "member",
    "deltagare": "participant",
    "ersättare": "substitute",
    "ers": "substitute",
    "ers.": "substitute",
    "suppleant": "alternate",
    "rapportör": "rapporteur",
    "skuggrapportör": "shadow rapporteur",
    "representant": "representative",
    "företrädare": "representative",
    "ombud": "delegate",
    "delegat": "delegate",
    "observatör": "observer",
    "insynsplats": "observer",
    "revisor": "auditor",
    "lekmannarevisor": "lay auditor",
    "sakkunnig": "expert",
    "kommunalråd": "municipal commissioner",
    "regionråd": "regional commissioner",
    "oppositionsråd": "opposition commissioner",
}
_ORDINALS = {  # the one so numbered is held by one
    "förste": "first",
    "första": "first",
    "1": "first",
    "1:e": "first",
    "1:a": "first",
    "andre": "second",
    "andra": "second",
    "2": "second",
    "2:e": "second",
    "2:a": "second",
    "tredje": "third",
    "3:e": "third",
}
_QUALIFIERS = {
    **_ORDINALS,
    "vice": "vice",
    "v": "vice",
    "v.": "vice",
    "biträdande": "deputy",
    "personlig": "personal",
    "tjänstgörande": "serving",
    "ordinarie": "full",
    "adjungerad": "co-opted",
    "ny": "new",
}
_BETWEEN_ROLES = re.compile(r"(\s+och\s+|\s*,\s+|\s*/\s*)")


def quoted(text: str) -> str:
    return f"“{nested(text, '‘', '’')}”"


def role_word(role: str) -> str:
    """The English word of a Swedish role ("förste vice ordförande" → "first vice chair"); else the role, quoted."""
    pieces = _BETWEEN_ROLES.split(role)
    words = [_one_role(piece) for piece in pieces[::2]]
    if not all(words):
        return quoted(role)
    if any("/" in piece for piece in pieces[1::2]):
        return "/".join(words)
    return enumerated(words, "and")


def _one_role(role: str) -> str:
    *qualifiers, noun = role.lower().split() or [""]
    word = _OFFICES.get(noun) or _POSTS.get(noun)
    if word is None or not all(each in _QUALIFIERS for each in qualifiers):
        return ""
    return " ".join([*(_QUALIFIERS[each] for each in qualifiers), word])


def with_article(role: str) -> str:
    """ "a member", "chair", "an observer"."""
    word = role_word(role)
    if word.startswith("“") or _of_one(role):
        return word
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def newly(role: str, inside: str, behind: str) -> str:
    """ "a new member of ERB", "the new chair of ERB", "new in ERB as “adjungerad”"; behind, or inside, is where."""
    word = role_word(role)
    if word.startswith("“"):
        return f"new{inside} as {word}"
    return f"{'the' if _of_one(role) else 'a'} new {word}{behind}"


def is_of(role: str) -> bool:
    """Whether one is it "of" a body, as a member or a chair is, and not "in" it."""
    return role.lower().endswith(("ledamot", "medlem", *_OFFICES))


def _of_one(role: str) -> bool:
    """Whether one person holds it, so that it takes no "a"."""
    words = role.lower().replace(",", " ").split() or [""]
    return not _OFFICES.keys().isdisjoint(words) or words[0] in _ORDINALS
