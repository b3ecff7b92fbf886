"""From what was found to the record, with each part's provenance."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter

from records.forms import fold, name_key, party_key, role_key
from records.page import Collaboration, Contact, Document, Official, PageRecord, Representative
from scraper.content import Content
from scraper.parse.organs import Found, Organ, Organs, Value
from scraper.parse.titling import Title
from scraper.reading import BareHeading, Claim, Reading
from scraper.swedish.date_lines import DateLine
from scraper.swedish.roles import is_plain


@dataclass(slots=True)
class Findings:
    """Everything that one walk over a page found. marks: blocks claimed by no part of the record, as Claim fields."""

    title: Title
    organs: Organs
    date: Found[DateLine] | None = None
    date_label: bool = False
    documents: list[Found[Document]] = field(default_factory=list)
    marks: list[Claim] = field(default_factory=list)

    def claim(self, block: int, rule: str, what: str) -> None:
        self.marks.append(Claim(block, rule, what))


def assemble(content: Content, findings: Findings) -> Reading:
    """The record and its claims: contacts and texts find their places, the same person twice becomes one."""
    contacts = _once(findings.organs.place_contacts(), lambda contact: name_key(contact.name), _fuller_contact)
    bare = findings.organs.bare_headings()
    intro = findings.organs.place_texts()
    documents = _once(findings.documents, lambda document: document.url, lambda first, _: first)
    organs = _merged(findings.organs.collaborations())
    claims = list(findings.marks)
    date = findings.date
    record = PageRecord(
        title=findings.title.text,
        last_updated=date.value.date if date else None,
        last_updated_time=date.value.time if date else None,
        intro=_values(intro, "intro", claims),
        documents=_values(documents, "documents", claims),
        collaborations=tuple(_collaboration(organ, f"collaborations[{at}]", claims) for at, organ in enumerate(organs)),
        contacts=_values(contacts, "contacts", claims),
    )
    if findings.title.block >= 0:
        claims.append(Claim(findings.title.block, findings.title.rule, "title"))
    if date:
        claims.append(Claim(date.block, date.rule, "last_updated"))
    return _reading(content, findings, record, claims, organs, bare)


def _reading(
    content: Content,
    findings: Findings,
    record: PageRecord,
    claims: list[Claim],
    organs: list[Organ],
    bare: tuple[BareHeading, ...],
) -> Reading:
    claimed = {claim.block for claim in claims}
    return Reading(
        record=record,
        claims=tuple(sorted(claims, key=attrgetter("block"))),
        blocks=tuple([block.text for block in (*content.main, *content.rest)]),
        unclaimed=tuple(at for at in range(len(content.main)) if at not in claimed),
        leads_over_nobody=tuple(dict.fromkeys(organ.name for organ in organs if organ.over_nobody)),
        date_label=findings.date_label,
        complete=content.has_end_tag,
        bare_headings=bare,
    )


_LISTS = ("texts", "members", "member_since", "homepages", "ways", "representatives", "officials", "contacts")


def _collaboration(organ: Organ, path: str, claims: list[Claim]) -> Collaboration:
    if organ.block >= 0 and organ.level:
        claims.append(Claim(organ.block, "heading: organ", path))

    def values(name: str, found: list[Found[Value]]) -> tuple[Value, ...]:
        return _values(found, f"{path}.{name}", claims) if found else ()

    people = _seats(organ.representatives)
    elected = {name_key(found.value.name) for found in people}
    officials = [found for found in organ.officials if name_key(found.value.name) not in elected]
    return Collaboration(
        name=organ.name,
        abbreviation=organ.abbreviation,
        description=values("description", organ.texts),
        member_since=next(iter(values("member_since", organ.member_since[:1])), None),
        homepage=next(iter(values("homepage", (organ.homepages or organ.ways)[:1])), None),
        members=values("members", _once(organ.members, lambda each: fold(each.name), lambda first, _: first)),
        representatives=values("representatives", people),
        officials=values("officials", _once(officials, lambda each: name_key(each.name), _fuller_official)),
        contacts=values("contacts", _once(organ.contacts, lambda each: name_key(each.name), _fuller_contact)),
    )


def _values(found: Iterable[Found[Value]], path: str, claims: list[Claim]) -> tuple[Value, ...]:
    """The values, each claiming its block."""
    values = []
    for at, each in enumerate(found):
        claims.append(Claim(each.block, each.rule, f"{path}[{at}]"))
        values.append(each.value)
    return tuple(values)


def _once(
    found: list[Found[Value]], key: Callable[[Value], str], join: Callable[[Value, Value], Value]
) -> list[Found[Value]]:
    """Each value once, at its first place; a later one of the same key is joined to it."""
    if len(found) < 2:
        return found
    kept: dict[str, Found[Value]] = {}
    for each in found:
        which = key(each.value)
        kept[which] = kept[which]._replace(value=join(kept[which].value, each.value)) if which in kept else each
    return list(kept.values())


def _merged(organs: list[Organ]) -> list[Organ]:
    """The same heading twice in one place (a tab and its panel, a text and its list) is one collaboration."""
    kept: dict[tuple[str, int], Organ] = {}
    for organ in organs:
        key = (fold(organ.name), id(organ.around))
        first = kept.setdefault(key, organ)
        if first is not organ:
            first.abbreviation = first.abbreviation or organ.abbreviation
            for name in _LISTS:
                getattr(first, name).extend(getattr(organ, name))
    return list(kept.values())


def _seats(found: Iterable[Found[Representative]]) -> list[Found[Representative]]:
    """Each person once; people of one name and different parties are different people."""
    kept: dict[str, list[Found[Representative]]] = {}
    for each in found:
        namesakes = kept.setdefault(name_key(each.value.name), [])
        for at, other in enumerate(namesakes):
            if _same_party(other.value.party, each.value.party):
                namesakes[at] = other._replace(value=_fuller_seat(other.value, each.value))
                break
        else:
            namesakes.append(each)
    return list(chain.from_iterable(kept.values()))


def _same_party(one: str | None, other: str | None) -> bool:
    return not one or not other or party_key(one) == party_key(other)


def _fuller_seat(first: Representative, again: Representative) -> Representative:
    """One record with the most specific role: what a presidium adds to the list that repeats it."""
    return Representative(first.name, first.party or again.party, _more_specific(first.role, again.role))


def _more_specific(first: str | None, again: str | None) -> str | None:
    if not first or not again:
        return first or again
    ranks = [_rank(role) for role in (first, again)]
    if ranks[0] != ranks[1]:
        return first if ranks[0] > ranks[1] else again
    return again if set(first.split()) < set(again.split()) else first


def _rank(role: str) -> int:
    return 0 if is_plain(role_key(role)) else 1


def _fuller_official(first: Official, again: Official) -> Official:
    return Official(first.name, first.title or again.title, first.body or again.body)


def _fuller_contact(first: Contact, again: Contact) -> Contact:
    return Contact(first.name, first.title or again.title, first.phone or again.phone, first.email or again.email)
