"""The fixed words of the mails, in both languages. What a page says never becomes a template: it only fills one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from notifier.wording import Language
from notifier.wording.parts import enumerated

_ROOM = 80  # letters of a subject for the names of pages


@dataclass(frozen=True, slots=True)
class Phrases:
    """Fields in braces are filled by str.format."""

    page_changed: str
    untitled_page_changed: str
    own_date: str
    no_date: str
    last_seen_before: str
    detected: str
    verified: str
    page: str
    history: str
    why_page: str
    why_all: str
    stop: str
    digest_title: str
    one_change: str
    many_changes: str
    many_pages: str
    last_of_many: str
    one_more: str
    many_more: str
    nothing_changed: str
    quiet_lead: str
    quiet_lead_one: str
    nothing_seen: str
    blind_lead: str
    blind_lead_one: str
    last_verified: str
    never_verified: str

    def changes(self, count: int) -> str:
        """ "en ändring", "3 ändringar"."""
        return self.one_change if count == 1 else self.many_changes.format(count=count)

    def pages(self, names: Sequence[str]) -> str:
        """ "Kronoberg och Växjö", "Kronoberg, Växjö och 3 sidor till"; where no name has room, "12 sidor"."""
        for named in range(len(names), 0, -1):
            more = len(names) - named
            rest = [self.one_more if more == 1 else self.many_more.format(count=more)] if more else []
            said = enumerated([*names[:named], *rest], self.last_of_many)
            if len(said) <= _ROOM:
                return said
        return self.many_pages.format(count=len(names))


PHRASES: dict[Language, Phrases] = {
    "sv": Phrases(
        page_changed="Sidan {title} ({page}) har ändrats",
        untitled_page_changed="Sidan {page} har ändrats",
        own_date="Sidans eget datum",
        no_date="anges inte",
        last_seen_before="Det gamla sågs senast",
        detected="Ändringen upptäcktes",
        verified="Sidan kontrollerades senast",
        page="Sidan",
        history="Sidans historik",
        why_page="Du får det här brevet för att du följer {page} med Bevaka, som bevakar offentliga webbsidor.",
        why_all="Du får det här brevet för att du följer sidor med Bevaka, som bevakar offentliga webbsidor.",
        stop="Har du frågor, eller vill du inte ha fler brev? Svara på det här brevet eller skriv till {operator}.",
        digest_title="Bevaka: {count} på {where}",
        one_change="en ändring",
        many_changes="{count} ändringar",
        many_pages="{count} sidor",
        last_of_many="och",
        one_more="en sida till",
        many_more="{count} sidor till",
        nothing_changed="Bevaka: inget har ändrats sedan {since}",
        quiet_lead="Inget av det som du följer har ändrats. Sidorna kontrolleras fortfarande:",
        quiet_lead_one="Inget av det som du följer har ändrats. Sidan kontrolleras fortfarande:",
        nothing_seen="Bevaka: ingen ändring har setts sedan {since}",
        blind_lead="Bevaka har inte sett att något av det som du följer har ändrats, men inte alla sidor har kunnat "
        "kontrolleras sedan dess:",
        blind_lead_one="Bevaka har inte sett att något av det som du följer har ändrats, men sidan har inte kunnat "
        "kontrolleras sedan dess:",
        last_verified="kontrollerades senast {when}",
        never_verified="har ännu inte kunnat kontrolleras",
    ),
    "en": Phrases(
        page_changed="The page {title} ({page}) has changed",
        untitled_page_changed="The page {page} has changed",
        own_date="The page's own date",
        no_date="not given",
        last_seen_before="The old state was last seen",
        detected="The change was found",
        verified="The page was last verified",
        page="The page",
        history="The page's history",
        why_page="You get this mail because you follow {page} with Bevaka, which watches public web pages.",
        why_all="You get this mail because you follow pages with Bevaka, which watches public web pages.",
        stop="If you have questions, or want no more of these mails, reply to this one or write to {operator}.",
        digest_title="Bevaka: {count} on {where}",
        one_change="one change",
        many_changes="{count} changes",
        many_pages="{count} pages",
        last_of_many="and",
        one_more="one more page",
        many_more="{count} more pages",
        nothing_changed="Bevaka: nothing has changed since {since}",
        quiet_lead="Nothing that you follow has changed. The pages are still being checked:",
        quiet_lead_one="Nothing that you follow has changed. The page is still being checked:",
        nothing_seen="Bevaka: no change has been seen since {since}",
        blind_lead="Bevaka has seen no change in what you follow, but not every page could be verified since then:",
        blind_lead_one="Bevaka has seen no change in what you follow, but the page could not be verified since then:",
        last_verified="last verified {when}",
        never_verified="could not be verified yet",
    ),
}
