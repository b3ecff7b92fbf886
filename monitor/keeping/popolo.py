"""Popolo (popoloproject.com): persons, organizations and memberships, with sources. Pure.

We know when a seat was taken only as an interval between two looks, and a page does not say when somebody was elected.
So no membership has a start_date or an end_date: what was observed stands under our own "bevaka:observed", in the same
form as in the person answer, and each source says when the page was seen to say so.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from records.forms import name_key, party_key, search_key, swedish_sort_key
from records.page import Collaboration
from records.tenure import Observation, Tenure
from storage.answers import Between, time_to_json

Json = dict[str, Any]
_NAMESPACE = uuid.UUID("6f1b1f0c-1f0e-4d53-9a57-0b6f8f2f5c11")


@dataclass(frozen=True, slots=True)
class PagePast:
    """Everything that is known of one page: its states in the order of time, and the tenures in them.

    officials: those of officials, each with the body that it is held in, as records.tenure gives them.
    """

    name: str
    url: str
    states: Sequence[Observation]
    tenures: Sequence[Tenure]
    officials: Sequence[tuple[Tenure, str | None]] = ()


@dataclass(slots=True)
class _Person:
    """Tenures that are one person's by evidence."""

    page: str
    tenures: list[Tenure] = field(default_factory=list)

    @property
    def name(self) -> str:
        return max(self.tenures, key=lambda each: each.from_by).name

    @property
    def spellings(self) -> list[str]:
        seen = dict.fromkeys(spelling for each in self.tenures for spelling in (*each.spellings, each.name))
        return [each for each in seen if each != self.name]


def popolo(pages: Iterable[PagePast]) -> Json:
    """{"persons": [..], "organizations": [..], "memberships": [..]}, each in Swedish order of names.

    The same history always gives the same ids.
    """
    persons: list[Json] = []
    organizations: dict[str, Json] = {}
    memberships: list[Json] = []
    for page in pages:
        organs = _organs(page)
        organizations |= {each["id"]: each for each in organs.values()}
        for person in people(page.name, page.tenures):
            number = _id("person", page.name, _person_key(person))
            persons.append(_person_json(page, person, number))
            for tenure in person.tenures:
                party = _party(tenure.party)
                if party:
                    organizations.setdefault(party["id"], party)
                memberships.append(_membership(page, tenure, number, organs[name_key(tenure.collaboration)], party))
        bodies = {id(tenure): body for tenure, body in page.officials}
        # An official and a politician of the same name are not assumed to be one person.
        for person in people(page.name, [tenure for tenure, _ in page.officials]):
            number = _id("official", page.name, _person_key(person))
            persons.append(_person_json(page, person, number))
            for tenure in person.tenures:
                place = organs[name_key(tenure.collaboration)]
                if body := bodies[id(tenure)]:
                    place = _body(page, body, place)
                    organizations.setdefault(place["id"], place)
                memberships.append(_membership(page, tenure, number, place, None))
    persons.sort(key=lambda each: (swedish_sort_key(each["name"]), each["id"]))
    in_order = sorted(organizations.values(), key=lambda each: (swedish_sort_key(each["name"]), each["id"]))
    return {"persons": persons, "organizations": in_order, "memberships": memberships}


# --- who is who


def people(page: str, tenures: Sequence[Tenure]) -> list[_Person]:
    """Tenures on one page joined by evidence: the same name with the same party (or none), or going on in one seat.

    The same name with two parties at one time is two people. Likeness alone joins nobody: a respelling is joined in
    its tenure already, by the seat.
    """
    found: list[_Person] = []
    for tenure in sorted(tenures, key=lambda each: each.from_by):
        same = [each for each in found if any(_same_person(before, tenure) for before in each.tenures)]
        clear = [each for each in same if not any(_contradicts(before, tenure) for before in each.tenures)]
        if clear:
            clear[-1].tenures.append(tenure)
        else:
            found.append(_Person(page, [tenure]))
    return found


def _names(tenure: Tenure) -> set[str]:
    return {name_key(each) for each in (*tenure.spellings, tenure.name)}


def _same_person(before: Tenure, after: Tenure) -> bool:
    if _names(before).isdisjoint(_names(after)):
        return False
    if not before.party or not after.party or party_key(before.party) == party_key(after.party):
        return True
    # another party: the one who goes on in the same seat
    same_seat = name_key(before.collaboration) == name_key(after.collaboration)
    return same_seat and before.until_by == after.from_by


def _contradicts(before: Tenure, after: Tenure) -> bool:
    """Two parties at one time."""
    if not before.party or not after.party or party_key(before.party) == party_key(after.party):
        return False
    return before.until_by is None or before.until_by > after.from_by


def _person_key(person: _Person) -> str:
    first = min(person.tenures, key=lambda each: (each.from_by, each.collaboration))
    spelled = first.spellings[0] if first.spellings else first.name
    return f"{search_key(spelled)}|{party_key(first.party)}"


# --- the three lists


def _id(*parts: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join(parts)))


def _person_json(page: PagePast, person: _Person, number: str) -> Json:
    first = min(each.from_by for each in person.tenures)
    last = max(_last_seen(page, each) for each in person.tenures)
    return {
        "id": number,
        "name": person.name,
        "other_names": [{"name": each} for each in person.spellings],
        "sources": [_source(page, first, last)],
    }


def _organs(page: PagePast) -> dict[str, Json]:
    """Every collaboration that the page has had, by the key of its name; as it was last written."""
    seen: dict[str, tuple[Collaboration, datetime, datetime]] = {}
    for state in page.states:
        for each in state.record.collaborations:
            key = name_key(each.name)
            seen[key] = (each, seen[key][1] if key in seen else state.first, state.last)
    return {
        key: {
            "id": _id("organization", page.name, key),
            "name": each.name,
            "classification": "collaboration",
            "parent_id": None,
            "other_names": [{"name": each.abbreviation, "note": "abbreviation"}] if each.abbreviation else [],
            "links": [{"url": each.homepage.url, "note": each.homepage.label}] if each.homepage else [],
            "sources": [_source(page, first, last)],
        }
        for key, (each, first, last) in seen.items()
    }


def _body(page: PagePast, name: str, organ: Json) -> Json:
    """A body within a collaboration ("chefsgruppen"), which the page names with an official."""
    return {
        "id": _id("body", page.name, organ["id"], name_key(name)),
        "name": name,
        "classification": "body",
        "parent_id": organ["id"],
        "sources": organ["sources"],
    }


def _party(party: str | None) -> Json | None:
    if not party:
        return None
    return {
        "id": _id("party", party_key(party)),
        "name": party,
        "classification": "party",
        "parent_id": None,
        "sources": [],
    }


def _membership(page: PagePast, tenure: Tenure, person: str, organ: Json, party: Json | None) -> Json:
    began = Between(tenure.from_after, tenure.from_by)
    ended = Between(tenure.until_after, tenure.until_by) if tenure.until_by else None
    place = (organ["id"], tenure.role or "", str(tenure.from_by), tenure.name)
    return {
        "id": _id("membership", page.name, person, *place),
        "label": f"{tenure.role} i {organ['name']}" if tenure.role else organ["name"],
        "role": tenure.role,
        "person_id": person,
        "organization_id": organ["id"],
        "on_behalf_of_id": party["id"] if party else None,
        "sources": [_source(page, tenure.from_by, _last_seen(page, tenure))],
        "bevaka:observed": {"from": began.to_json(), "until": ended.to_json() if ended else None},
    }


def _last_seen(page: PagePast, tenure: Tenure) -> datetime:
    return tenure.until_after or max((state.last for state in page.states), default=tenure.from_by)


def _source(page: PagePast, first: datetime, last: datetime) -> Json:
    return {"url": page.url, "note": f"read {time_to_json(first)} to {time_to_json(last)}"}
