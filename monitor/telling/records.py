"""A record, and where each part of it came from, as lines for a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from monitor.telling.words import say
from records.page import Collaboration, Contact, PageRecord


def record_lines(record: PageRecord, lang: str) -> Iterator[str]:
    """The whole record, indented as the page is."""
    yield record.title or say("none", lang)
    if record.last_updated:
        time = f" {record.last_updated_time}" if record.last_updated_time else ""
        yield f"  {say('updated', lang)} {record.last_updated.isoformat()}{time}"
    else:
        yield f"  {say('no_date', lang)}"
    yield from (f"  {paragraph}" for paragraph in record.intro)
    if record.documents:
        yield f"  {say('documents', lang)}:"
        yield from (f"    {each.label} ({each.format or '?'}) {each.url}" for each in record.documents)
    for collaboration in record.collaborations:
        yield ""
        yield from _collaboration_lines(collaboration, lang)
    if record.contacts:
        yield ""
        yield f"  {say('contacts', lang)}:"
        yield from (f"    {_contact(each)}" for each in record.contacts)


def _collaboration_lines(each: Collaboration, lang: str) -> Iterator[str]:
    short = f" ({each.abbreviation})" if each.abbreviation else ""
    since = f", {say('member_since', lang)} {each.member_since}" if each.member_since else ""
    yield f"  {each.name}{short}{since}"
    if each.homepage:
        yield f"    {say('homepage', lang)}: {each.homepage.label} {each.homepage.url}"
    if each.members:
        members = (f"{one.name} ({one.country})" if one.country else one.name for one in each.members)
        yield f"    {say('members', lang)}: {', '.join(members)}"
    for person in each.representatives:
        party = f" ({person.party})" if person.party else ""
        yield f"    - {person.name}{party}" + (f", {person.role}" if person.role else "")
    for official in each.officials:
        yield f"    * {', '.join(part for part in (official.name, official.title, official.body) if part)}"
    yield from (f"    {say('contacts', lang)}: {_contact(one)}" for one in each.contacts)


def _contact(contact: Contact) -> str:
    return ", ".join(part for part in (contact.name, contact.title, contact.phone, contact.email) if part)


def explanation_lines(provenance: dict[str, Any], lang: str) -> Iterator[str]:
    """Every part with its block and the rule that read it, then the blocks that nothing claimed.

    provenance: as Reading.provenance() gives it and a snapshot keeps it.
    """
    blocks = provenance["blocks"]
    for claim in provenance["claims"]:
        yield f"{claim['what']}"
        yield f"    {claim['rule']}"
        yield f"    [{claim['block']}] {_cut(blocks[claim['block']])}"
    if provenance["unclaimed"]:
        yield say("nothing_claimed", lang)
        yield from (f"    [{index}] {_cut(blocks[index])}" for index in provenance["unclaimed"])


def _cut(text: str, width: int = 100) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
