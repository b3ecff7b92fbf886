"""The fixed words of the mails, in both languages. What a page says never becomes a template: it only fills one."""

from __future__ import annotations

from dataclasses import dataclass

from notifier.wording import Language


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


PHRASES: dict[Language, Phrases] = {
    "sv": Phrases(
        page_changed="Sidan ”{title}” ({page}) har ändrats",
        untitled_page_changed="Sidan {page} har ändrats",
        own_date="Sidans eget datum",
        no_date="anges inte",
        last_seen_before="Det gamla stod kvar",
        detected="Ändringen upptäcktes",
        verified="Sidan kontrollerades senast",
        page="Sidan",
        history="Sidans historik",
        why_page="Du får det här brevet för att du följer {page} med Bevaka, som bevakar offentliga webbsidor.",
        why_all="Du får det här brevet för att du följer sidor med Bevaka, som bevakar offentliga webbsidor.",
        stop="Frågor, eller vill du inte ha fler brev? Svara på det här brevet eller skriv till {operator}.",
    ),
    "en": Phrases(
        page_changed="The page “{title}” ({page}) has changed",
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
        stop="Questions, or no more mails? Reply to this mail or write to {operator}.",
    ),
}
